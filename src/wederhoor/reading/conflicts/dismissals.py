"""Answers of an interview that turn on the one whose words are held against somebody: *dan heeft hij zich vergist*."""

from __future__ import annotations

from collections.abc import Sequence

from wederhoor.reading.answers import first_sentence
from wederhoor.reading.conflicts.openings import says_no
from wederhoor.reading.holders import words_in
from wederhoor.reading.text import Text
from wederhoor.records import Attribution
from wederhoor.syntax.clauses import SUBJECT, child, is_finite
from wederhoor.syntax.phrases import tops_of
from wederhoor.syntax.stretches import any_form, any_lemma, in_sentence_of

LONGEST_TAG = 5
"""Words of a question that asks what somebody thinks of what was just told, at most: *Klopt dat?*"""


def dismisses(text: Text, words: Sequence[int]) -> bool:
    """Whether an answer says no to *Klopt dat?*, or speaks first of the one who says what it answers, and against him."""
    first = first_sentence(text.parse, words)
    claims = _held_against(text, text.parse.paragraph_of(words[0]) - 1)
    if not first or not claims:
        return False
    if _says_no_at_all(text, first):
        return _asks_of_claim(text, first[0], claims)
    return _is_of_claimant(text, first, claims[-1]) and not _yields(text, first) and _speaks_against(text, words, first)


def concedes(text: Text, words: Sequence[int]) -> bool:
    """Whether an answer speaks first of the one who says what it answers, and for him: *dan heeft hij gelijk*."""
    first = first_sentence(text.parse, words)
    claims = _held_against(text, text.parse.paragraph_of(words[0]) - 1)
    return bool(first and claims) and _is_of_claimant(text, first, claims[-1]) and _yields(text, first)


def _yields(text: Text, first: Sequence[int]) -> bool:
    p, conceding = text.parse, text.pack.disputes.conceding
    denied = text.pack.propositions.words.denying | text.pack.propositions.words.none
    named = any_lemma(p, first, conceding) or any_form(p, first, conceding)
    return named and not any_form(p, first, denied)


def _held_against(text: Text, paragraph: int) -> list[Attribution]:
    """The reports in the paragraph that is answered."""
    p = text.parse
    if paragraph < 0:
        return []
    first, end = p.paragraphs[paragraph]
    start, stop = p.starts[first], p.ends[end - 1]
    return [a for a in text.attributions if a.parent is None and start <= a.content[0][0] < stop]


def _says_no_at_all(text: Text, first: Sequence[int]) -> bool:
    """*Nee*."""
    return len(first) == 1 and text.parse.lower[first[0]] in text.pack.disputes.no


def _asks_of_claim(text: Text, answer: int, claims: Sequence[Attribution]) -> bool:
    """*Het kan niet, zegt Bos. Klopt dat?*, *Is het zo, zoals Bos beweert?*: whether it was asked last if a claim is right."""
    p = text.parse
    last = p.paragraphs[p.paragraph_of(answer) - 1][1] - 1
    asked = list(range(*p.sentences[p.sentence_of[last]]))
    told = {w for span in claims[-1].content for w in words_in(p, span)}
    if p.words[last] != "?":
        return False
    affirmed, asking_him = text.pack.disputes.affirming, text.pack.closed.second_person
    right = any_lemma(p, asked, affirmed) or any_form(p, asked, affirmed)
    bare = any_form(p, asked, asking_him) and not any(is_finite(p, w) for w in asked)  # U ook?
    tag = len(asked) - 1 <= LONGEST_TAG and (right or bare)
    return tag or not told.isdisjoint(asked)


def _is_of_claimant(text: Text, first: Sequence[int], claim: Attribution) -> bool:
    """Whether the subject of a first sentence is who makes the claim: by name, by what he is called there, or as *hij*."""
    p, closed = text.parse, text.pack.closed
    subject = next((s for top in tops_of(p, first) if (s := child(p, top, *SUBJECT)) is not None), None)
    if subject is None or claim.speaker is None:
        return False
    if claim.actor is not None and text.actor_ids_at.get(subject) == claim.actor:
        return True
    called = claim.speaker.rsplit(maxsplit=1)[-1].lower()
    return p.lower[subject] == called or p.lower[subject] in closed.he | closed.she | closed.they


def _speaks_against(text: Text, words: Sequence[int], first: Sequence[int]) -> bool:
    """*Dan heeft hij zich vergist*; *hij was er niet bij. Er is nooit gegraven*."""
    p, disputes = text.parse, text.pack.disputes
    if any_lemma(p, first, disputes.erring) or any(p.stems[w] in disputes.erring for w in first):
        return True
    behind = [w for w in words if w > first[-1] and p.upos[w] != "PUNCT"]
    return bool(behind) and says_no(text, in_sentence_of(p, behind, behind[0]))
