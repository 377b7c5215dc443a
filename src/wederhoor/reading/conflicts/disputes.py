"""Whether a statement disputes what another said: by its report (*ontkent*), by its words (*onzin*), by its doubt."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Literal

from wederhoor.reading.conflicts.openings import rejects
from wederhoor.reading.conflicts.pointers import (
    MOST_DISMISSIVE,
    MOST_POINTING,
    RELATIVE,
    names_report,
    of_nothing,
    points,
)
from wederhoor.reading.holders import words_in
from wederhoor.reading.text import Text
from wederhoor.records import Attribution, is_left_open
from wederhoor.records.parse import Parse
from wederhoor.syntax.clauses import (
    SUBJECT,
    has_child,
    has_word,
    is_infinitive,
    is_present_participle,
)
from wederhoor.syntax.phrases import head_of
from wederhoor.syntax.polarity import is_negation, names_nobody
from wederhoor.syntax.stretches import any_form, any_lemma, in_sentence_of

Kind = Literal["denial", "doubt", "disagreement", "disbelief"]
BELIEVING = ("think", "judge", "expect")
OPENING = 3
"""Words at the beginning of a sentence among which a word of contrast stands."""


BESIDE = ("amod", "advmod")
"""Relations of a word of doubt to what is told: *de [zogenaamde] bewijzen*."""
ROOTS = ("ROOT", "root")
PREDICATES = (*ROOTS, "xcomp", "obl", "parataxis")


@dataclass(frozen=True, slots=True)
class Dispute:
    """How a statement stands to others; see ``Gist``."""

    kind: Kind | None
    pointing: bool
    contrast: bool
    insisting: bool = False
    opposing: bool = False
    weakly: bool = False
    """Whether it points back by no more than *it*, which may be a thing."""
    at: int | None = None
    """The word by which the statement itself disputes, where its report does not: *onzin*."""


def dispute_of(text: Text, attribution: Attribution | None, words: Sequence[int], negated: Collection[int]) -> Dispute:
    """What the statement of ``words`` has against another. ``attribution`` is None for the author's own."""
    p = text.parse
    first = in_sentence_of(p, words, words[0])
    rejecting, pointing, at = _against(text, attribution, words, negated)
    kind: Kind | None = "denial" if rejecting or at is not None else None
    cue = [w for span in attribution.cue for w in words_in(p, span)] if attribution else []
    if attribution is not None and (reported := _by_report(text, attribution, cue, words)) is not None:
        kind, at = reported, None
    insisting = any_lemma(p, cue, text.pack.disputes.insisting)
    opposing = any(p.lower[c] in text.pack.disputes.opposing for w in cue for c in p.children[w])
    return Dispute(kind, pointing, _contrasts(text, attribution, words), insisting, opposing, _weakly(p, first), at)


def _against(
    text: Text, attribution: Attribution | None, words: Sequence[int], negated: Collection[int]
) -> tuple[bool, bool, int | None]:
    """Whether a statement rejects another by its first words, whether it points back, and the word by which it disputes."""
    first, deed = in_sentence_of(text.parse, words, words[0]), _is_deed(text, words)
    rejecting = not deed and rejects(text, words)
    pointing = rejecting or (not deed and points(text, first)) or _replies(text, attribution, words)
    return rejecting, pointing, None if rejecting or deed else _by_words(text, words, negated)


def _is_deed(text: Text, words: Sequence[int]) -> bool:
    """*Accused the union of [spreading lies]*: something done, and no word on what was just said."""
    p = text.parse
    return is_present_participle(p, words[0]) and head_of(p, words[0], words[-1] + 1) == words[0]


def _by_report(text: Text, attribution: Attribution, cue: Sequence[int], words: Sequence[int]) -> Kind | None:
    """From the cue: denies, doubts, asks whether, tells what it does not believe."""
    p, pack = text.parse, text.pack
    said = {p.lower[word] for word in cue}
    if _is_disbelieved(text, cue):
        return "disbelief"
    if attribution.attitude == "doubt" or _asks_whether(text, attribution, words):
        return "doubt"
    if said & (pack.hedges.agreeing | pack.hedges.disagreeing):
        return "disagreement" if attribution.polarity == "-" else None
    if attribution.attitude == "deny":
        return None if is_left_open(attribution) or _is_of_somebody(text, words) else "denial"
    if _says_otherwise(text, attribution, cue, words):
        return "disagreement"
    return "denial" if _is_held_not_so(text, attribution, words) else None


def _is_of_somebody(text: Text, words: Sequence[int]) -> bool:
    """*Was dismissive of [Bob]*: whom somebody does not care for has not said anything by that."""
    p = text.parse
    return all(p.upos[w] in ("PROPN", "DET", "ADP", "PUNCT") for w in words) and text.type_at(words[-1]) == "PER"


def _is_held_not_so(text: Text, attribution: Attribution, words: Sequence[int]) -> bool:
    """Whether somebody holds that something is not so; not *has not decided [which of them he wants]*.

    *[Agencies] are not expected [to find them all]*: by nobody who is named. *Nobody hates [the tax] more*: of a thing.
    """
    if attribution.polarity != "-" or attribution.attitude not in BELIEVING:
        return False
    p = text.parse
    asked = p.lower[words[0]] in text.pack.grammar.question_words
    kinds = {p.upos[w] for w in words}
    if names_nobody(attribution.speaker, text.pack):
        return not asked and not ("NOUN" in kinds and kinds.isdisjoint(("VERB", "AUX")))
    return attribution.speaker is not None and not asked and not is_left_open(attribution)


def _is_disbelieved(text: Text, cue: Sequence[int]) -> bool:
    """*De [zogenaamde] bewijzen*; who *alleged* it told it."""
    p = text.parse
    return any(p.lower[w] in text.pack.disputes.disbelieved and p.deps[w] in BESIDE for w in cue)


def _asks_whether(text: Text, attribution: Attribution, words: Sequence[int]) -> bool:
    """*vraagt zich af of dat zo is*."""
    p = text.parse
    asks = attribution.attitude == "ask" and p.lower[words[0]] in text.pack.grammar.complementizers
    return asks and any_form(p, words, text.pack.disputes.doubting)


def _says_otherwise(text: Text, attribution: Attribution, cue: Sequence[int], words: Sequence[int]) -> bool:
    """*denkt daar anders over*, *bestrijdt dat*; not *hekelt [de burgemeester]*."""
    p = text.parse
    if attribution.attitude == "accuse" and not names_report(text, words):
        return False
    short = words if len(words) <= MOST_POINTING else ()
    if any_form(p, (*cue, *short), text.pack.disputes.otherwise):
        return True
    return any_lemma(p, cue, text.pack.disputes.disputing)


def _by_words(text: Text, words: Sequence[int], negated: Collection[int]) -> int | None:
    """The word by which a statement itself disputes: *een sprookje dat*, *onjuist*, *klopt niet*, *niemand gelooft dat*."""
    for word in words:
        if _calls_false(text, word, negated) or (word in negated and _affirms(text, word)):
            return word
    return of_nothing(text, words)


def _calls_false(text: Text, word: int, negated: Collection[int]) -> bool:
    p, disputes = text.parse, text.pack.disputes
    forms = {p.lemmas[word].lower(), p.lower[word]}
    if word in negated:
        return False
    if p.upos[word] == "VERB" and not forms.isdisjoint(disputes.lying):  # who lies, where it is more than a word
        return has_child(p, word, *SUBJECT) or len(p.subtree(word)) <= MOST_DISMISSIVE
    return not forms.isdisjoint(disputes.untrue | disputes.false) and _is_predicate(text, word)


def _affirms(text: Text, word: int) -> bool:
    """Whether a word says of what others say that it is so; what is right to do is not."""
    p = text.parse
    if {p.lemmas[word].lower(), p.lower[word]}.isdisjoint(text.pack.disputes.affirming) or p.deps[word] in RELATIVE:
        return False  # told besides: een koers die in jaren niet meer was gezien
    if p.upos[word] == "NOUN" and p.deps[word] in ("obl", "nmod") and has_word(p, word, text.pack.closed.with_, "case"):
        return False  # blames them, with no sign that it is so
    below = (w for w in p.subtree(word) if p.heads[w] != word)
    twice = any(is_negation(p, w, text.pack) for w in below)  # geen reden om te denken dat het niet klopt
    to_do = p.upos[word] == "ADJ" and any(is_infinitive(p, c, text.pack) for c in p.children[word])
    return not twice and not to_do


def _is_predicate(text: Text, word: int) -> bool:
    """*dat is onzin*, *noemt het onzin*, *noemt dat onzin* in one phrase, or the word by itself."""
    p = text.parse
    if has_child(p, word, "cop"):
        return True
    if p.deps[word] in PREDICATES:
        headline = p.upos[word] == "NOUN" and p.deps[word] in ROOTS and has_child(p, word, "conj")
        return not headline  # deaths, lies and pandering
    return p.deps[word] == "obj" and has_word(p, word, text.pack.closed.pointing, "det")


def _weakly(p: Parse, words: Sequence[int]) -> bool:
    """Whether words point back by a personal pronoun alone."""
    pronouns = [w for w in words if p.upos[w] == "PRON"]
    return bool(pronouns) and all("PronType=Prs" in p.feats[w] for w in pronouns)


def _replies(text: Text, attribution: Attribution | None, words: Sequence[int]) -> bool:
    """Whether the cue answers the one who spoke before: *sputtert tegen*; not where a clause tells what it is against."""
    p = text.parse
    spans = attribution.cue if attribution else ()
    told = attribution is not None and attribution.attitude == "deny" and attribution.form != "direct"
    content = [w for span in attribution.content for w in words_in(p, span)] if attribution else []
    if told and len(content) > 1 and not _points_out(text, words):
        return False
    return any(p.lemmas[w] in text.pack.disputes.replying for span in spans for w in words_in(p, span))


def _points_out(text: Text, words: Sequence[int]) -> bool:
    """*Dat gebaar*."""
    p, closed = text.parse, text.pack.closed
    pointed = p.lower[words[0]] in closed.demonstratives | closed.pointing and p.deps[words[0]] == "det"
    return pointed and len(words) <= MOST_DISMISSIVE


def _contrasts(text: Text, attribution: Attribution | None, words: Sequence[int]) -> bool:
    """A word of contrast opens the sentence or the statement, or stands beside the cue."""
    p = text.parse
    first, end = p.sentences[p.sentence_of[words[0]]]
    inside = set(words)
    beside = [w for w in range(first, end) if w not in inside] if attribution else []
    opening = [*words[:1], *range(first, min(first + OPENING, end))]
    return any(p.lower[w] in text.pack.disputes.contrast and p.deps[w] != "case" for w in [*opening, *beside])
