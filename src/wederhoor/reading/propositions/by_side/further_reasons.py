"""Why something happened, told across clauses: *dat jaagt de prijs op*, *door X volgens de een, door Y volgens de ander*."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from wederhoor.reading.propositions.by_side.cues import Worded
from wederhoor.reading.propositions.by_side.statements import HeldWords
from wederhoor.reading.propositions.causal import CAUSE
from wederhoor.reading.propositions.phrases import read_phrase
from wederhoor.reading.propositions.roles import BECAUSE
from wederhoor.reading.propositions.words import preposition_before
from wederhoor.reading.text import Text
from wederhoor.records import ConflictSide, Phrase, Proposition, Span
from wederhoor.syntax.clauses import SUBJECT, child

NOUNS = ("NOUN", "PROPN")
Told = tuple[Phrase, Phrase]
"""What made it so, and what was made so."""


def drivers(text: Text, told: Worded) -> Iterator[Told]:
    """*Die stakingen drukken de productie, en dat jaagt de prijs op*: what the clause before tells of drives it."""
    p, file = text.parse, text.pack.sided.file
    for verb in told.words:
        it = child(p, verb, "nsubj")
        if it is None or p.lower[it] not in file.that or p.lemmas[verb].lower() not in file.driving:
            continue
        thing, before = child(p, verb, "obj"), _before(text, verb)
        cause = None if before is None else child(p, before, *SUBJECT)
        phrase = read_phrase(text, cause) if cause is not None and p.upos[cause] in NOUNS else None
        effect = None if thing is None else read_phrase(text, thing)
        if phrase is not None and effect is not None:
            yield phrase, effect


def _before(text: Text, verb: int) -> int | None:
    """The predicate of the clause before that of a verb: the one it is joined to, or that of the sentence before."""
    p = text.parse
    if p.deps[verb] == "conj":
        return p.heads[verb]
    number = p.sentence_of[verb] - 1
    if number < 0 or p.heads[verb] != verb:
        return None
    return next((w for w in range(*p.sentences[number]) if p.heads[w] == w), None)


def also_told(text: Text, one: HeldWords, found: Sequence[Proposition]) -> Iterator[Proposition]:
    """*Duur door de sancties volgens de junta, door [de soldaten] volgens de bakker*: of one thing, by another source."""
    p, because, words = text.parse, text.pack.propositions.words.because, one.words
    head = next((w for w in words if p.upos[w] in NOUNS and p.heads[w] not in words), None)
    if one.by is None or head is None or preposition_before(p, head) not in because:
        return
    first, end = p.sentences[p.sentence_of[head]]
    span, own, phrase = p.span(first, end), p.span(words[0], words[-1] + 1), read_phrase(text, head)
    for q in found:
        inside = q.predicate == CAUSE and q.polarity == "+" and span[0] <= q.span[0]
        if inside and phrase is not None and q.side != one.side and q.span[1] <= own[0]:
            yield _of(q, one.side, phrase, own)
            yield from (_of(q, q.side, msgspec.structs.replace(cause, modifiers=()), q.span) for cause in _causes(q))
            return


def _of(q: Proposition, side: ConflictSide, cause: Phrase, span: Span) -> Proposition:
    """The same of another cause, by another source."""
    others = tuple((role, cause if role == BECAUSE else told) for role, told in q.others)
    return msgspec.structs.replace(q, side=side, span=span, others=others)


def _causes(q: Proposition) -> list[Phrase]:
    """What made it so; the words behind it, which a parse has below it, may be of another source."""
    return [phrase for role, phrase in q.others if role == BECAUSE]
