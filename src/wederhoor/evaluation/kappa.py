"""How far two people who judged the same things agree beyond chance (Cohen 1960)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import msgspec


class Kappa(msgspec.Struct, frozen=True, kw_only=True):
    """``items`` were judged by both; ``observed`` is the share on which they said the same, ``expected`` that by chance.

    ``kappa`` is (observed - expected) / (1 - expected). All three are None where there is nothing, and ``kappa`` where chance
    alone would have them agree on everything: both said one and the same of all.
    """

    items: int
    observed: float | None
    expected: float | None
    kappa: float | None


def cohen_kappa(pairs: Iterable[tuple[str, str]]) -> Kappa:
    """Of pairs of categories, what the one and what the other said of each item.

    J. Cohen, A coefficient of agreement for nominal scales, Educational and Psychological Measurement 20 (1960), 37-46.
    """
    said = list(pairs)
    if not said:
        return Kappa(items=0, observed=None, expected=None, kappa=None)
    one, other = Counter(a for a, _ in said), Counter(b for _, b in said)
    observed = sum(a == b for a, b in said) / len(said)
    expected = sum(one[category] * other[category] for category in one) / len(said) ** 2
    kappa = None if expected == 1 else (observed - expected) / (1 - expected)
    return Kappa(items=len(said), observed=observed, expected=expected, kappa=kappa)
