"""Two statements side by side: what joins them, how near they stand, and what it is when they collide."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import inf

from wederhoor.records import ConflictKind, Gist, Quantity

MOST_APART = 20.0
"""Times that one of two numbers may be the other and still count the same thing."""


@dataclass(frozen=True, slots=True)
class Collision:
    """Two gists, the earlier first, that collide, and why."""

    a: Gist
    b: Gist
    kind: ConflictKind
    reason: str
    """The field of ``Reasons`` that says why."""
    shared: tuple[str, ...]
    score: float
    rule: str = ""
    """The name of the rule that found it."""


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

    def collision(self, kind: ConflictKind, reason: str, score: float, rule: str) -> Collision:
        return Collision(self.a, self.b, kind, reason, self.shared, score, rule)


def apart(one: Quantity, other: Quantity) -> bool:
    """Whether no number is in both, while they are of one order of magnitude."""
    a, b = sorted((one, other), key=lambda q: (q.low or 0.0, q.high or inf))
    if a.high is None or b.low is None or a.high >= b.low:
        return False
    return b.low <= MOST_APART * max(a.high, 1.0)


def telling(terms: set[str]) -> bool:
    return any(not term.startswith("@") for term in terms)


def shared_terms(a: Gist, b: Gist) -> tuple[str, ...]:
    return tuple(sorted({*a.terms} & {*b.terms}))


def overlap_of(a: Gist, b: Gist, shared: float, weights: Mapping[str, float]) -> float:
    """The overlap coefficient of two weighted term sets, 0 to 1."""
    least = min(sum(weights[t] for t in a.terms), sum(weights[t] for t in b.terms))
    return shared / least if least else 0.0
