"""Readers of one process take turns, in the order in which they came.

SQLite works within the process, and Python lets one thread run at a time: twenty threads that read at once hand each other the
interpreter so often that all become slow. As many as there are processors lose nothing.
"""

from __future__ import annotations

import os
import threading
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

AT_ONCE: Final = max(2, os.cpu_count() or 2)


class Turns:
    """At most ``places`` threads at a time, first come, first served; a thread that has a turn may take it again."""

    def __init__(self, places: int = AT_ONCE) -> None:
        self._free = places
        self._guard = threading.Lock()
        self._waiting: deque[threading.Lock] = deque()
        self._mine = threading.local()

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Wait for a turn, and give it back."""
        depth = getattr(self._mine, "depth", 0)
        if depth == 0:
            self._take()
        self._mine.depth = depth + 1
        try:
            yield
        finally:
            self._mine.depth = depth
            if depth == 0:
                self._give_back()

    def _take(self) -> None:
        with self._guard:
            if self._free:
                self._free -= 1
                return
            called = threading.Lock()
            called.acquire()
            self._waiting.append(called)
        try:
            called.acquire()
        except BaseException:  # stopped while it waited: the turn that it may have been given goes on
            with self._guard:
                waits = called in self._waiting
                if waits:
                    self._waiting.remove(called)
            if not waits:
                self._give_back()
            raise

    def _give_back(self) -> None:
        with self._guard:
            if self._waiting:
                self._waiting.popleft().release()
            else:
                self._free += 1
