"""Comparing the documents of a case again after something changed, beside the pages: nobody waits for it, and nothing is lost.

One thread, a document at a time, each in a transaction of its own. Where the server is stopped or killed, the rest waits in the
case for the next one; several servers of one case take turns by its lock. Who is who in many documents is found in a process of
its own: it takes several hundred megabytes, which go with it, and would keep the pages waiting.
"""

from __future__ import annotations

import logging
import threading
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import Final

from wederhoor.errors import WederhoorError
from wederhoor.store.holders import SOON
from wederhoor.store.match import join_documents, match_documents, waits_to_be_joined
from wederhoor.store.opening import Store, open_store
from wederhoor.store.pages import summary
from wederhoor.web.beside import end_process, process_beside

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
        self._beside: ProcessPoolExecutor | None = None

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
        if self._beside is not None:
            end_process(self._beside)
        if self._thread is not None:
            self._thread.join(LOOKS)
            self._thread = None

    def _work(self) -> None:
        while not self._ends.is_set():
            self._called.wait(LOOKS)
            self._called.clear()
            try:
                while not self._ends.is_set() and match_documents(self._store, 1, self._join):
                    pass
            except (
                WederhoorError
            ) as error:  # in use, read only, a document that cannot be read: it is tried again later
                _log.warning("%s", error)
                self._ends.wait(LOOKS)
            except (
                BrokenProcessPool
            ):  # it was ended: by the end of the server, else who is who is looked for again later
                self._ends.wait(LOOKS)
            except Exception:  # noqa: BLE001  # whatever it is, the pages go on
                _log.exception("comparing documents")
                self._ends.wait(LOOKS)

    def _join(self, store: Store) -> None:
        """Find who is who, of many documents in a process that ends with that."""
        with store.reading() as db:
            if not waits_to_be_joined(db):
                return
            many = summary(db).documents > SOON
        if not many:
            join_documents(store)
            return
        with process_beside() as self._beside:
            found = self._beside.submit(join_beside, store.place)
            if self._ends.is_set():  # it was stopped before there was a process to end
                end_process(self._beside)
            found.result()
        self._beside = None


def join_beside(place: str) -> None:
    """``join_documents`` of the case at a place: for a process of its own."""
    with open_store(place) as store:
        join_documents(store)
