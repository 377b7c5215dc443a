"""Comparing the documents of a case again after something changed, beside the pages: nobody waits for it, and nothing is lost.

One thread, a document at a time, each in a transaction of its own. Where the server is stopped or killed, the rest waits in the
case for the next one; several servers of one case take turns by its lock.
"""

from __future__ import annotations

import logging
import threading
from typing import Final

from wederhoor.errors import WederhoorError
from wederhoor.store.match import match_documents
from wederhoor.store.opening import Store

_log = logging.getLogger(__name__)
LOOKS: Final = 5.0
"""Seconds after which it looks by itself: another program may have left documents to compare."""


class Matching:
    """The thread that compares; ``start`` it with the server and ``stop`` it before the case is closed."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._called = threading.Event()
        self._ends = threading.Event()
        self._thread: threading.Thread | None = None

    def start(self) -> None:
        """Begin with what an earlier server left."""
        self._ends.clear()
        self._called.set()
        self._thread = threading.Thread(target=self._work, name="matching", daemon=True)
        self._thread.start()

    def call(self) -> None:
        """Something was written: look what is to be compared."""
        self._called.set()

    def stop(self) -> None:
        """End behind the document that is being compared, which takes a fraction of a second; one that waits is left to wait."""
        self._ends.set()
        self._called.set()
        if self._thread is not None:
            self._thread.join(LOOKS)
            self._thread = None

    def _work(self) -> None:
        while not self._ends.is_set():
            self._called.wait(LOOKS)
            self._called.clear()
            try:
                while not self._ends.is_set() and match_documents(self._store, 1):
                    pass
            except (
                WederhoorError
            ) as error:  # in use, read only, a document that cannot be read: it is tried again later
                _log.warning("%s", error)
                self._ends.wait(LOOKS)
            except Exception:  # noqa: BLE001  # whatever it is, the pages go on
                _log.exception("comparing documents")
                self._ends.wait(LOOKS)
