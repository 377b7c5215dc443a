"""How time grows with the work, for tests. Never an absolute bound: machines differ, and other programs may be at work."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable

ROUNDS = 5
HANGS = 1200
"""Seconds after which something will never end: no bound, but an end to a run of tests that would wait for ever."""


def seconds(work: Callable[[], object]) -> float:
    """The processor time of the best of three runs."""
    return min(_once(work) for _ in range(3))


def assert_growth(small: Callable[[], object], large: Callable[[], object], at_most: float) -> None:
    """``large`` takes no more than ``at_most`` times the processor time of ``small``.

    Both are run in turns, and the best of each counts, until that holds or ``ROUNDS`` are over: what else runs on the
    machine slows a round or two and not all. ``small`` runs once before, for what is loaded only once.
    """
    small()
    few = many = float("inf")
    for _ in range(ROUNDS):
        few, many = min(few, _once(small)), min(many, _once(large))
        if many <= at_most * few:
            return
    message = f"{many:.3f} s for the larger, {few:.3f} s for the smaller: {many / few:.1f} times, {at_most} allowed"
    raise AssertionError(message)


def _once(work: Callable[[], object]) -> float:
    """Without the collector of garbage, whose time grows with what all the other tests have left behind."""
    gc.collect()
    gc.disable()
    try:
        start = time.process_time()
        work()
        return time.process_time() - start
    finally:
        gc.enable()
