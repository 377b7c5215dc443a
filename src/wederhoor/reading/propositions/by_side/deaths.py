"""What somebody who has a name died of: *is verdronken*, *was shot dead*."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from wederhoor.reading.propositions.by_side.cues import denials, side_told
from wederhoor.reading.propositions.by_side.statements import HeldWords
from wederhoor.reading.propositions.by_side.themes import core_of, named
from wederhoor.reading.propositions.causal import CAUSE, HOW
from wederhoor.reading.propositions.phrases import read_phrase
from wederhoor.reading.propositions.roles import BECAUSE
from wederhoor.reading.propositions.words import preposition_before
from wederhoor.reading.text import Text
from wederhoor.records import Phrase, Proposition

DIED = "died"
"""The deed by which what somebody died of made it so."""


def read_deaths(text: Text, one: HeldWords) -> Iterator[Proposition]:
    """What each sentence of a statement says that somebody died of."""
    for told in one.sentences:
        kinds = [kind for kind in text.pack.sided.deaths if not kind.ways.keys().isdisjoint(told.at)]
        denied = denials(text, told) if kinds else []
        for kind in kinds:
            found = side_told(text, told, kind.ways, denied)
            who = [] if found is None else [*_people(text, core_of(text, told, found.used), told.words)]
            if found is not None and len(who) == 1:
                yield Proposition(
                    side=one.side,
                    span=text.parse.span(told.words[0], told.words[-1] + 1),
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
