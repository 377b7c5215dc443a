"""How long something takes, for tests of how time grows. Never an absolute bound: machines differ."""

from __future__ import annotations

import time
from collections.abc import Callable


def seconds(work: Callable[[], object]) -> float:
    """The processor time of the best of three runs: other programs may be at work."""
    best = float("inf")
    for _ in range(3):
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return best
