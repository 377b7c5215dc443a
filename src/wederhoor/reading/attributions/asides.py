"""The reporting aside with the subject before the verb: *It is safe, Okafor says*, *The bridge, critics say, is unsafe*."""

from __future__ import annotations

from collections.abc import Sequence

from wederhoor.reading.attributions.parentheses import SET_OFF, STOPS, has_finite, is_subordinate, own_clause
from wederhoor.reading.text import Text
from wederhoor.records.parse import Parse
from wederhoor.syntax.clauses import SUBJECT, children, has_child, noun_phrase
from wederhoor.syntax.nouns import names_somebody


def set_in(text: Text, verb: int) -> tuple[int, ...] | None:
    """What the author's sentence says around an aside of a subject and its verb that signs set off on both sides."""
    p = text.parse
    aside = _aside(text, verb)
    if aside is None:
        return None
    start, end = p.sentences[p.sentence_of[verb]]
    left = own_clause(text, start, aside.start - 1, verb)
    left = range(0) if _only_opens(p, left) else left
    goes_on = aside.stop < end and p.words[aside.stop] in {",", "-", "–", "—"}
    right = range(aside.stop + 1, end) if goes_on else range(0)
    if has_finite(p, left) and not has_finite(p, right):
        right = range(0)  # *It is safe, she says, smiling*
    if not (has_finite(p, left) or has_finite(p, right)) or (not right and is_subordinate(p, left)):
        return None
    return tuple(w for w in (*left, *right) if not (w == end - 1 and p.upos[w] == "PUNCT"))


def _only_opens(p: Parse, words: Sequence[int]) -> bool:
    """*[Asked whether he would resign], Patel said no*: a participle with nobody who does it opens, and is not said."""
    first = next((w for w in words if p.upos[w] != "PUNCT"), None)
    if first is None or p.upos[first] != "VERB" or p.lower[first] == p.lemmas[first]:
        return False
    return not has_child(p, first, *SUBJECT, "aux", "aux:pass")


def _aside(text: Text, verb: int) -> range | None:
    """From the first word of the subject up to the sign that closes the aside."""
    p = text.parse
    start, end = p.sentences[p.sentence_of[verb]]
    subject = text.clause(verb).own_subject
    if subject is None or subject > verb or "PronType=Rel" in p.feats[subject]:
        return None
    first = noun_phrase(p, subject, relative=True)[0]
    if first - 1 <= start or p.words[first - 1] not in SET_OFF:
        return None
    close = next((w for w in range(verb + 1, end) if p.words[w] in STOPS), end)
    return range(first, close) if _is_short(text, verb, range(subject + 1, close)) else None


def _is_short(text: Text, verb: int, behind: range) -> bool:
    """Whether nothing that is said stands in an aside: *, she told reporters on Friday,* and not *, she told of a fire,*."""
    p = text.parse
    reported = [
        c for c in children(p, verb, "ccomp", "xcomp", "obj") if c in behind and not names_somebody(p, c, text.pack)
    ]
    quoting = any(text.quoted[w] > text.quoted[verb] for w in behind)  # *When asked about it, she told him “No, ...*
    return not (reported or quoting) and all(_below(p, w, verb) for w in behind if w > verb)


def _below(p: Parse, word: int, verb: int) -> bool:
    while word != verb and p.heads[word] != word:
        word = p.heads[word]
    return word == verb
