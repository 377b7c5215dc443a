"""Claims that refer back to one another: *A schaadt B, waardoor C daalt* is A on B, and then B on C."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from wederhoor.reading.holders import words_of
from wederhoor.reading.text import Text
from wederhoor.reading.variables.pointing import takes_up
from wederhoor.records import CausalClaim, Span
from wederhoor.syntax.predicates import top_of


@dataclass(slots=True)
class Chains:
    """The claims of a document by the words of their markers, by their cause, and by where their cause begins."""

    by_marker: dict[int, CausalClaim] = field(default_factory=dict)
    by_cause: dict[Span, list[CausalClaim]] = field(default_factory=dict)
    by_start: dict[int, list[CausalClaim]] = field(default_factory=dict)


def index_chains(text: Text, causal: Sequence[CausalClaim]) -> Chains:
    chains = Chains()
    for claim in causal:
        if claim.marker is not None:
            for word in range(*words_of(text.parse, claim.marker)):
                chains.by_marker.setdefault(word, claim)
        chains.by_cause.setdefault(claim.cause, []).append(claim)
        chains.by_start.setdefault(claim.cause[0], []).append(claim)
    return chains


def told_by(text: Text, chains: Chains, claim: CausalClaim, side: Span) -> CausalClaim | None:
    """The claim whose effect a side comes to: one that the side itself tells, or of a cause the one that it refers back to."""
    found = _inside(text, chains, claim, side)
    return found if found is not None or side == claim.effect else _before(text, chains, claim)


def _inside(text: Text, chains: Chains, claim: CausalClaim, side: Span) -> CausalClaim | None:
    """*leidt tot spanningen die de handel schaden* comes to trade, less of it: from one claim in the side to the next."""
    top = top_of(text.parse, range(*words_of(text.parse, side)))
    found = chains.by_marker.get(top) if top is not None else None
    if found is None or found is claim or not _within(found.effect, side):
        return None
    seen = {claim.id, found.id}
    while True:
        following = chains.by_start.get(found.effect[0], ())
        further = next((c for c in following if c.id not in seen and _within(c.effect, side)), None)
        if further is None:
            return found
        seen.add(further.id)
        found = further


def _before(text: Text, chains: Chains, claim: CausalClaim) -> CausalClaim | None:
    """*Droogte leidt tot honger. Dat leidt tot ...*, *schaadt de haven, waardoor ...*: a claim with the same cause."""
    at = takes_up(text, claim)
    if at is None:
        return None
    found = [
        c for c in chains.by_cause[claim.cause] if c is not claim and c.cause[1] <= c.effect[0] < c.effect[1] <= at
    ]
    return found[-1] if found else None


def _within(inner: Span, outer: Span) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]
