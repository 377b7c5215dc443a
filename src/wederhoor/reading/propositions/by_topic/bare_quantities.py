"""How much there was of what a text is about, where the sentence of a number does not name it: *Twee nachten*, *Het was 57*."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from wederhoor.reading.holders import words_in
from wederhoor.reading.propositions.by_topic.bare_fates import BESIDE_NUMBER
from wederhoor.reading.propositions.by_topic.occasions import (
    NO_NOUNS,
    plain_sentence,
    rate_of,
    times_among,
    verb_over,
    which_among,
)
from wederhoor.reading.propositions.by_topic.ownings import NAMES
from wederhoor.reading.propositions.by_topic.quantities import (
    MODES,
    NOUN_BESIDE,
    OF,
    QUANTITY,
    WHICH,
    Measure,
    aspect_among,
    changes,
    heads_of,
    measure_of,
    whose_share,
)
from wederhoor.reading.propositions.by_topic.same_occasion import TEXT
from wederhoor.reading.propositions.by_topic.text_matter import AskedMatter, context_of, is_elsewhere, when_told
from wederhoor.reading.propositions.clause_polarity import polarity_of
from wederhoor.reading.propositions.modes import mode_of
from wederhoor.reading.propositions.words import key_of
from wederhoor.reading.text import Text
from wederhoor.records import Amount, ConflictSide, Phrase, Proposition
from wederhoor.syntax.numbers import Figure

NEAR = 4
"""Words before or behind a number among which the noun that it measures stands."""
LINKS = ("ADP", "DET", "ADJ")
BESIDE_MEASURE = (*BESIDE_NUMBER, "AUX", "PRON")
"""Kinds of word that an answer by a measure may have besides: *Het was zeker 57*."""


@dataclass(frozen=True, slots=True)
class Measured:
    """A number with what it is a measure of, and of which thing."""

    measure: Measure
    aspect: str
    of: frozenset[str]
    direct: bool
    """Whether the noun for what it measures stands beside it."""


def bare_quantities(
    text: Text, matter: AskedMatter, side: ConflictSide, inside: Sequence[int]
) -> Iterator[Proposition]:
    """What some words say, sentence by sentence, of how much there was of what the text is about."""
    for _, few in groupby(inside, key=lambda w: text.parse.sentence_of[w]):
        own = [*few]
        words = plain_sentence(text, own)
        if words and not is_elsewhere(text, words):
            yield from (
                _proposition(text, matter, side, one, words) for one in _measured(text, matter, side, own, words)
            )


def _measured(
    text: Text, matter: AskedMatter, side: ConflictSide, inside: Sequence[int], words: Sequence[int]
) -> Iterator[Measured]:
    figures = {f.first: f for w in inside if (f := text.number_at.get(w)) is not None and w not in text.time_at}
    found = [m for f in figures.values() if (m := measure_of(text, f)) is not None and not _is_besides(text, f)]
    if not found and len(figures) == 1:
        found = [*_in_unit_of_context(text, next(iter(figures.values())), inside, words)]
    for one in found:
        alone = sum(other.unit == one.unit for other in found) == 1
        told = _of_aspect(text, matter, one, inside, words, alone=alone)
        if (
            told is not None
            and matter().names.kinds
            and _is_of_text(text, one, told)
            and _is_so(text, side, one, inside)
        ):
            yield told


def _is_of_text(text: Text, one: Measure, told: Measured) -> bool:
    """Whether a text has no other of it, and the number is not by how much it changed."""
    return text.pack.topics.file.aspects[told.aspect].of_text and not _rises(text, one, told)


def _in_unit_of_context(text: Text, figure: Figure, inside: Sequence[int], words: Sequence[int]) -> Iterator[Measure]:
    """*Volgens hen haalde u 52 procent. "Het was 57."*: in the unit of the one measure of the sentence before."""
    p = text.parse
    others = (w for w in inside if not figure.first <= w < figure.end)
    if not all(p.upos[w] in BESIDE_MEASURE for w in others):
        return
    for before in context_of(text, words):
        firsts = {f.first: f for w in before if (f := text.number_at.get(w)) is not None}
        known = [m for f in firsts.values() if (m := measure_of(text, f)) is not None]
        if len(known) == 1 and known[0].figure.share:
            low, high = (None if bound is None else bound / 100 for bound in (figure.low, figure.high))
            yield replace(known[0], figure=figure, low=low, high=high)
            return


def _is_besides(text: Text, figure: Figure) -> bool:
    """*Nog eens elf miljoen*: whether a number comes on top of another."""
    p, adding = text.parse, text.pack.topics.file.words.adding
    near = (*range(max(0, figure.first - 2), figure.first), *range(figure.end, min(figure.end + 1, len(p))))
    return not adding.isdisjoint(p.lower[w] for w in near)


def _rises(text: Text, one: Measure, told: Measured) -> bool:
    """*Steeg met 3 procent*, not *won met 52 procent*: whether a number is by how much something changed."""
    return changes(text, one.figure) and not text.pack.topics.file.aspects[told.aspect].whose


def _is_so(text: Text, side: ConflictSide, one: Measure, inside: Sequence[int]) -> bool:
    """Whether it is told as so: also by *zou*, where that only says that another says so."""
    p = text.parse
    verb = verb_over(text, one.figure.first, inside)
    if verb is None:
        return True
    cues = (w for a in text.attributions if a.id == side for span in a.cue for w in words_in(p, span))
    reported = any(p.heads[w] == verb and p.upos[w] == "AUX" for w in cues)
    return (reported or mode_of(text, verb) in MODES) and polarity_of(text, verb) is True


def _of_aspect(
    text: Text, matter: AskedMatter, one: Measure, inside: Sequence[int], words: Sequence[int], *, alone: bool
) -> Measured | None:
    """A number with its aspect, by the noun beside it, its sentence, or the sentence before where it says no more."""
    beside = _beside(text, one)
    own = aspect_among(text, one.unit, beside) or (aspect_among(text, one.unit, inside) if alone else None)
    if own is not None:
        of = _things(text, matter, own, inside)
        return None if of is None else Measured(one, own[0], of, own[1] in beside)
    if not alone or not _says_no_more(text, one, inside):
        return None
    for before in context_of(text, words):
        found = aspect_among(text, one.unit, before)
        of = None if found is None else _things(text, matter, found, before)
        if found is not None and of is not None:
            return Measured(one, found[0], of, direct=True)
    return None


def _beside(text: Text, one: Measure) -> list[int]:
    """The noun that a number measures right before or behind it: *een [opkomst] van 71 procent*, *drie miljoen [huur]*."""
    p, figure = text.parse, one.figure
    first, end = p.sentences[p.sentence_of[figure.first]]
    before = range(figure.first - 1, max(first, figure.first - NEAR) - 1, -1)
    behind = range(figure.end, min(end, figure.end + NEAR))
    found: list[int] = []
    for side in (before, behind):
        noun = next((w for w in side if p.upos[w] not in LINKS and w not in one.unit_at), None)
        found += [noun] if noun is not None and p.upos[noun] == "NOUN" else []
    return found


def _things(text: Text, matter: AskedMatter, found: tuple[str, int], words: Sequence[int]) -> frozenset[str] | None:
    """What an aspect is one of: whose share, or which thing; None where it is nobody's that is named."""
    p, kind = text.parse, text.pack.topics.file.aspects[found[0]]
    if kind.whose:
        got = not kind.verbs.isdisjoint((p.lemmas[found[1]].lower(), p.stems[found[1]].lower()))
        named = {w.split()[-1] for w in whose_share(text, found[1], words)} if got else set[str]()
        spoken = any(p.lower[w] in text.pack.closed.second_person for w in words)
        whose = named or ({matter().interviewed} - {""} if got and spoken else set[str]())
        return frozenset(whose) or None
    things = heads_of(text, found[1], set()) if not kind.alone else set()
    return frozenset(things or (_definite(text, words) if kind.of_thing else set()))


def _definite(text: Text, words: Sequence[int]) -> set[str]:
    """The things that a clause tells of with an article: *[de spoelmachine] was defect*."""
    p = text.parse
    placed = (
        w for w in words if w and p.upos[w - 1] in ("DET", "PRON") and p.upos[w] not in (*NO_NOUNS, "PUNCT", "NUM")
    )
    return {key_of(text, w)[0] for w in placed if w not in text.time_at and w not in text.number_at}


def _says_no_more(text: Text, one: Measure, inside: Sequence[int]) -> bool:
    """Whether a sentence says no more than a number, or that so many came."""
    p = text.parse
    others = (w for w in inside if not one.figure.first <= w < one.figure.end and w not in one.unit_at)
    return all(p.upos[w] in (*BESIDE_MEASURE, "VERB") for w in others)


def _proposition(
    text: Text, matter: AskedMatter, side: ConflictSide, one: Measured, words: Sequence[int]
) -> Proposition:
    p, measure = text.parse, one.measure
    span = p.span(measure.figure.first, measure.figure.end)
    roles = ((OF, one.of), (WHICH, which_among(text, words) | rate_of(text, measure.figure.first, measure.figure.end)))
    others = [(role, Phrase(head=role, modifiers=tuple(sorted(told)))) for role, told in roles if told]
    others += when_told(text, range(*text.sentence(measure.figure.first)))
    others += [(NAMES, Phrase(head=NAMES)), (TEXT, matter().names)]
    others += [(NOUN_BESIDE, Phrase(head=NOUN_BESIDE))] if one.direct else []
    return Proposition(
        side=side, span=span, predicate=QUANTITY, polarity="+", mode="past", times=times_among(text, words), others=tuple(others),
        amount=Amount(of=Phrase(head=one.aspect), low=measure.low, high=measure.high, words=span),
    )  # fmt: skip
