"""From shares under three priors to one word: certain, robust, leaning or open."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from wederhoor.records import Count, Direction, Prior, ResponseShares, Verdict

ROBUST: Final = 0.9
LEANING: Final = 2 / 3
ENOUGH: Final = 20
"""Kept draws below which shares say nothing."""


def direction_of(shares: ResponseShares) -> Direction | None:
    """Where most draws go; None where there are none, or where two ways have as many."""
    if shares.up is None or shares.down is None or shares.none is None:
        return None
    found: list[tuple[float, Direction]] = [(shares.up, "up"), (shares.down, "down"), (shares.none, "none")]
    found.sort(key=lambda item: -item[0])
    return found[0][1] if found[0][0] > found[1][0] else None


def share_of(shares: ResponseShares, direction: Direction) -> float:
    """The share of the draws that go this way, 0 where there are none."""
    return {"up": shares.up, "down": shares.down, "none": shares.none}[direction] or 0.0


def judge(
    certain: Direction | None,
    settled: Direction | None,
    direction: Direction | None,
    prior: Prior,
    shares: Mapping[Prior, ResponseShares],
    counts: Mapping[Prior, Count],
) -> Verdict:
    """The verdict on one response, by the two kinds of proof and by shares.

    ``direction`` is that under ``prior``. A prior with fewer than ENOUGH kept draws says nothing and stands in the way of
    ``robust``; a proof for all systems that settle needs no draws.
    """
    if certain is not None:
        return "certain"
    if settled is not None:
        return "robust"
    telling = [prior for prior in shares if counts[prior].accepted >= ENOUGH]
    if direction is None or prior not in telling:
        return "open"
    least = min(share_of(shares[prior], direction) for prior in telling)
    if least >= ROBUST and len(telling) == len(shares):
        return "robust"
    return "leaning" if least >= LEANING else "open"
