"""Different numbers of one thing."""

from __future__ import annotations

from wederhoor.reading.conflicts.candidates import NEAR
from wederhoor.reading.conflicts.meeting import LEAST_OVERLAP, Collision, Meeting
from wederhoor.reading.propositions.figures import apart
from wederhoor.records import Gist, Quantity

MOST_BESIDE = 1
"""Terms of a statement, at most, with a number that counts what another counted."""
MOST_BESIDE_NEAR = 4
"""The same of one of two that stand near each other."""
ANSWERED = 2
"""Statements from one to another that its number may answer."""


def counted(m: Meeting) -> Collision | None:
    """Different numbers of one thing, near each other or in statements with more in common."""
    held = m.a.stating and m.b.stating and not (m.a.supposed or m.b.supposed)
    if not (m.by_speakers and held) or m.a.dispute or m.b.dispute:
        return None  # who is not content with seven does not say that there are seven
    for one in m.a.quantities:
        for other in m.b.quantities:
            if apart(one, other) and _count_one_thing(m, one, other):
                named = one.what == other.what != ""
                score = 0.5 + m.overlap - 0.1 * min(m.gap, NEAR) + 0.2 * named
                return m.collision("figure", "figure", score, "counted")
    return None


def _count_one_thing(m: Meeting, one: Quantity, other: Quantity) -> bool:
    """Whether two numbers are of one thing, near each other or with more than it in common; or one stands by itself nearby."""
    near = m.gap <= ANSWERED and min(_beside(m.a, one), _beside(m.b, other)) <= MOST_BESIDE_NEAR
    if not (one.what == other.what != ""):
        return near and ((_bare(m.a, one) and _is_all(m.b, other)) or _bare(m.b, other))
    about = any(t != one.what and not t.startswith("@") for t in m.shared)
    return near or (about and m.overlap >= LEAST_OVERLAP)


def _bare(gist: Gist, quantity: Quantity) -> bool:
    """*Het waren er negen*: a number by itself, in a statement that says hardly more."""
    return not quantity.what and _is_all(gist, quantity)


def _is_all(gist: Gist, quantity: Quantity) -> bool:
    """*Zeker 63 doden*: whether a statement says hardly more than how many; not *dertig jaar kweek ik groente*."""
    return _beside(gist, quantity) <= MOST_BESIDE


def _beside(gist: Gist, quantity: Quantity) -> int:
    """How many terms a statement has beside its number."""
    return sum(not term.startswith("@") and term != quantity.what for term in gist.terms)
