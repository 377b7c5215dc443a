"""Runs of models, in a process of their own: one at a time, so many a minute, and ended when nobody waits for them any more."""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures import TimeoutError as TooLate
from concurrent.futures.process import BrokenProcessPool
from typing import Any, Final, TypeVar

from wederhoor.errors import WederhoorError
from wederhoor.records import Comparison, Model, PressReport
from wederhoor.running import Question, compare, press
from wederhoor.web.beside import end_process, process_beside

Result = TypeVar("Result")
PLACES: Final = 2
"""Requests that may wait for a run, so that the others are still answered."""
WAIT: Final = 2
"""Seconds that another one waits for its place."""


def run_press(model: Model, question: Question) -> PressReport:
    """What a push does in one model."""
    return press(model, question)


def run_comparison(models: Sequence[Model], question: Question) -> Comparison:
    """What it does in several."""
    return compare(models, question)


class Runs:
    """One process that runs what is asked, kept warm. A run that takes too long, or is cancelled, ends with its process."""

    def __init__(self, a_minute: int, seconds: float) -> None:
        self._a_minute = a_minute
        self._seconds = seconds
        self._begun: deque[float] = deque()
        self._lock = threading.Lock()
        self._places = threading.BoundedSemaphore(PLACES)
        self._pool: ProcessPoolExecutor | None = None

    def run(self, work: Callable[..., Result], *arguments: Any) -> Result:  # noqa: ANN401  # of ``work``
        """The result of ``work``. Raises W906 (too many), W911 (too long, or cancelled), and what the work raises."""
        self._admit()
        if not self._places.acquire(timeout=WAIT):
            raise WederhoorError("W906", seconds=WAIT)
        try:
            return self._started().submit(work, *arguments).result(timeout=self._seconds)
        except (TooLate, BrokenProcessPool):
            self.cancel()
            raise WederhoorError("W911", seconds=round(self._seconds)) from None
        finally:
            self._places.release()

    def cancel(self) -> None:
        """End what runs now, with its process; the next run starts another."""
        with self._lock:
            pool, self._pool = self._pool, None
        if pool is not None:
            end_process(pool)

    def _started(self) -> ProcessPoolExecutor:
        with self._lock:
            if self._pool is None:
                self._pool = process_beside()
            return self._pool

    def _admit(self) -> None:
        now = time.monotonic()
        with self._lock:
            while self._begun and now - self._begun[0] > 60:
                self._begun.popleft()
            if len(self._begun) >= self._a_minute:
                raise WederhoorError("W906", seconds=round(60 - (now - self._begun[0])) or 1)
            self._begun.append(now)
