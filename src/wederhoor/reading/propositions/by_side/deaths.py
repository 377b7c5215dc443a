"""What somebody who has a name died of: *is verdronken*, *was shot dead*."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from wederhoor.reading.propositions.by_side.cues import denials, side_told, worded
from wederhoor.reading.propositions.by_side.statements import UNHELD, is_supposed
from wederhoor.reading.propositions.by_side.themes import core_of, named
from wederhoor.reading.propositions.causal import CAUSE, HOW
from wederhoor.reading.propositions.phrases import read_phrase
from wederhoor.reading.propositions.roles import BECAUSE
from wederhoor.reading.propositions.words import preposition_before
from wederhoor.reading.text import Text
from wederhoor.records import Attribution, ConflictSide, Phrase, Proposition
from wederhoor.syntax.predicates import is_question

DIED = "died"
"""The deed by which what somebody died of made it so."""


def read_deaths(text: Text, side: ConflictSide, words: Sequence[int], by: Attribution | None) -> Iterator[Proposition]:
    """What each sentence of a statement says that somebody died of; ``by`` is the statement where it is no author's."""
    p = text.parse
    if by is not None and by.attitude in UNHELD:
        return
    for number in dict.fromkeys(p.sentence_of[w] for w in words):
        first, end = p.sentences[number]
        told = worded(text, [w for w in words if first <= w < end])
        open_ = told.has(text.pack.sided.left_open) or is_supposed(text, range(first, end))
        denied = denials(text, told)
        for kind in () if open_ or is_question(p, told.words[0]) else text.pack.sided.deaths:
            found = side_told(text, told, kind.ways, denied)
            who = [] if found is None else [*_people(text, core_of(text, told, found.used), told.words)]
            if found is not None and len(who) == 1:
                yield Proposition(
                    side=side,
                    span=p.span(told.words[0], told.words[-1] + 1),
                    predicate=CAUSE,
                    polarity="+" if found.yes else "-",
                    state=True,
                    object=who[0],
                    others=((BECAUSE, named(kind.name)), (HOW, named(DIED))),
                )


def _people(text: Text, words: Sequence[int], told: Sequence[int]) -> Iterator[Phrase]:
    """Those with a name of whom a verb tells, else the only one in the sentence who did not do it."""
    p, by = text.parse, text.pack.closed.by
    named_ones = [w for w in words if text.type_at(w) == "PER"]
    others = [
        w for w in told if text.type_at(w) == "PER" and p.deps[w] != "flat" and preposition_before(p, w) not in by
    ]
    for w in named_ones or others:
        phrase = read_phrase(text, w)
        if phrase is not None:
            yield phrase
