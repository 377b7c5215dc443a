"""Two statements side by side: what joins them, how near they stand, and what it is when they collide."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import log

from wederhoor.records import ConflictKind, ConflictReason, Gist

LEAST_OVERLAP = 0.2
"""Of the terms of the shorter statement that the other has too, weighted: with less they have no topic in common."""


@dataclass(frozen=True, slots=True)
class Collision:
    """Two gists, the earlier first, that collide, and why."""

    a: Gist
    b: Gist
    kind: ConflictKind
    reason: ConflictReason
    shared: tuple[str, ...]
    score: float
    rule: str = ""
    """The name of the rule that found it."""
    overlap: float = 0.0
    """How much of their words the two share, 0 to 1."""


def weight(count: int) -> float:
    """How much a term that so many statements have tells of a topic."""
    return 1.0 / (1.0 + log(count))


class Weights:
    """How much each term of some gists tells of a topic: the rarer, the more."""

    def __init__(self, gists: Sequence[Gist]) -> None:
        counts = Counter(term for gist in gists for term in gist.terms)
        self._of = {term: weight(count) for term, count in counts.items()}
        self._totals = {gist.terms: self._sum(gist.terms) for gist in gists}

    def overlap(self, a: Gist, b: Gist, shared: tuple[str, ...]) -> float:
        """The overlap coefficient of two weighted term sets, 0 to 1."""
        least = min(self._totals[a.terms], self._totals[b.terms])
        return self._sum(shared) / least if least else 0.0

    def _sum(self, terms: tuple[str, ...]) -> float:
        return sum(self._of[term] for term in terms)


class AllShared(Weights):
    """Weights by which any two gists share all that they say: more than these no weights make of it."""

    def __init__(self) -> None:
        super().__init__(())

    def overlap(self, a: Gist, b: Gist, shared: tuple[str, ...]) -> float:  # noqa: ARG002
        """1."""
        return 1.0


@dataclass(frozen=True, slots=True)
class Meeting:
    """Two gists with what joins them."""

    a: Gist
    b: Gist
    shared: tuple[str, ...]
    overlap: float
    """0 to 1."""
    gap: int
    """Statements from the one to the other."""

    @property
    def telling(self) -> bool:
        """Whether they share more than names."""
        return telling({*self.shared})

    @property
    def by_speakers(self) -> bool:
        """Whether neither is the author's own word."""
        return isinstance(self.a.side, str) and isinstance(self.b.side, str)

    def collision(self, kind: ConflictKind, reason: ConflictReason, score: float, rule: str) -> Collision:
        return Collision(self.a, self.b, kind, reason, self.shared, score, rule, self.overlap)


def telling(terms: set[str]) -> bool:
    return any(not term.startswith("@") for term in terms)


def shared_terms(a: Gist, b: Gist) -> tuple[str, ...]:
    return tuple(sorted({*a.terms} & {*b.terms}))
