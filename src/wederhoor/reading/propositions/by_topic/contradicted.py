"""Bare figures of which one holder gives two: there is more than one occasion, or thing, and it is not known which is meant."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from wederhoor.reading.propositions.by_topic.quantities import OF
from wederhoor.reading.propositions.by_topic.same_occasion import TEXT, WHO
from wederhoor.reading.propositions.figures import apart, same_measure
from wederhoor.records import Proposition


def without_contradicted(found: Sequence[Proposition]) -> list[Proposition]:
    """The propositions without bare figures of which one side, or the author, gives two."""
    bare = [p for p in found if p.amount is not None and not p.places and any(role == TEXT for role, _ in p.others)]
    twice = {id(p) for a, b in combinations(bare, 2) if _is_of_another(a, b) for p in (a, b)}
    return [p for p in found if id(p) not in twice]


def _is_of_another(a: Proposition, b: Proposition) -> bool:
    """Whether one side, or the author, tells two numbers of one fate or aspect, and of the same people or thing."""
    one = a.side == b.side or not (isinstance(a.side, str) or isinstance(b.side, str))
    if not one or a.amount is None or b.amount is None or not same_measure(a, b) or a.polarity != b.polarity:
        return False
    told, other = dict(a.others), dict(b.others)
    whose = all(told.get(role) == other.get(role) for role in (WHO, OF))
    return whose and apart(a.amount, b.amount)
