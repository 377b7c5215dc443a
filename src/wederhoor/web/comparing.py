"""The process that compares the documents of a large case, and what it found last. It ends with the comparison.

Its memory, several times what is kept of it, goes with it; the pages are answered meanwhile.
"""

from __future__ import annotations

import threading
import time
from concurrent.futures import CancelledError, Future, ProcessPoolExecutor
from concurrent.futures import TimeoutError as TooLate
from concurrent.futures.process import BrokenProcessPool
from typing import Final

from wederhoor.errors import WederhoorError
from wederhoor.web.beside import end_process, process_beside
from wederhoor.web.comparison import Compared, compare_beside

Found = tuple[int, Compared | None]
"""The state of the case that was compared, and what came of it."""
WAITING: Final = 2
"""Forms that may wait for a comparison, so that the others are still answered."""
LONGEST: Final = 20.0
"""Seconds that one waits."""
SOON: Final = 5
"""Seconds after which it is worth asking again."""


class ComparingError(WederhoorError):
    """W924: the texts are being compared, and what was asked for follows from that."""

    def __init__(self) -> None:
        super().__init__("W924", seconds=SOON)


class Comparing:
    """One process at a time, for one state of the case at a place; what it found is kept until that of a later one is there.

    It is never ended for a later state: where somebody corrects all the time none would come to its end.
    """

    def __init__(self, place: str) -> None:
        self._place = place
        self._lock = threading.Lock()
        self._places = threading.BoundedSemaphore(WAITING)
        self._pool: ProcessPoolExecutor | None = None
        self._state = -1
        self._future: Future[Found] | None = None
        self._before: Found | None = None

    def known(self, state: int) -> Found | None:
        """What was found of this state; None where it was not compared, or is being compared now.

        Raises what the comparison raised, once: who asks again has it tried again.
        """
        with self._lock:
            future = self._future if state == self._state else None
            if future is None or not future.done() or _was_ended(future):
                return None
            if future.exception() is not None:
                self._future = None
            return future.result()

    def latest(self) -> Found | None:
        """What was found last, of whatever state; None where nothing was yet."""
        with self._lock:
            return _found_by(self._future) or self._before

    def begin(self, state: int) -> Future[Found]:
        """Compare this state of the case, unless that or an earlier one is being compared, or it was."""
        with self._lock:
            future = self._future
            if future is None or _was_ended(future) or (state > self._state and future.done()):
                self._before = _found_by(future) or self._before
                pool = process_beside()
                future = pool.submit(compare_beside, self._place)
                future.add_done_callback(lambda _: pool.shutdown(wait=False))
                self._state, self._pool, self._future = state, pool, future
            return future

    def wait(self, state: int) -> None:
        """Wait until this state was compared. Raises ComparingError where that takes too long, or too many wait."""
        if not self._places.acquire(blocking=False):
            raise ComparingError
        try:
            until = time.monotonic() + LONGEST
            while self.begin(state).result(max(0.0, until - time.monotonic()))[0] < state:
                pass  # an earlier one was being compared
        except (TooLate, CancelledError, BrokenProcessPool):  # the last two: it was ended with the server
            raise ComparingError from None
        finally:
            self._places.release()

    def stop(self) -> None:
        """End what is being compared."""
        with self._lock:
            self._end()
            self._future = None

    def _end(self) -> None:
        pool, self._pool = self._pool, None
        if pool is None or self._future is None or self._future.done():
            return
        end_process(pool)


def _found_by(future: Future[Found] | None) -> Found | None:
    """What came of a comparison that is done."""
    done = future is not None and future.done() and not _was_ended(future) and future.exception() is None
    return future.result() if future is not None and done else None


def _was_ended(future: Future[Found]) -> bool:
    """Whether its process was ended before it was done."""
    return future.cancelled() or (future.done() and isinstance(future.exception(), BrokenProcessPool))
