"""Texts that people put in: read beside the pages, one file at a time, in a process of its own; each is kept once it is read.

What waits is in memory: a server that ends before a file was read has not kept it, and its page never said so.
"""

from __future__ import annotations

import logging
import threading
from collections import deque
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import cache
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import msgspec

from wederhoor.documents import KnownOfText, load_documents
from wederhoor.errors import Notice, WederhoorError, notice
from wederhoor.records import Document, Study
from wederhoor.store.descriptions import as_described
from wederhoor.store.naming import name_for
from wederhoor.store.opening import Store
from wederhoor.store.writing import Source, put_study
from wederhoor.version import VERSION
from wederhoor.web.beside import end_process, process_beside
from wederhoor.web.matching import Matching

if TYPE_CHECKING:
    from wederhoor.reading import Student

_log = logging.getLogger(__name__)
MOST_BYTES: Final = 200_000_000
"""Bytes that may wait at once."""
TOLD: Final = 200
"""Texts whose outcome is kept to be told, the latest."""
ASIDE: Final = 25
"""Files that are kept until somebody says in which language they are, the latest."""
FOREIGN: Final = frozenset({"W105", "W116", "W203"})
"""Why a text is not read whose language somebody may know."""


class Outcome(msgspec.Struct, frozen=True):
    """What became of a text: the document that it is now, or why it could not be read, with the code and in English."""

    name: str
    doc: str | None = None
    statements: int = 0
    code: str | None = None
    message: str | None = None
    again: int | None = None
    """By which number it is read once somebody says in which language it is."""


class Progress(msgspec.Struct, frozen=True):
    """Files that wait, the one that is being read, and what became of the texts of those before, the latest first."""

    waiting: int
    now: str | None
    outcomes: tuple[Outcome, ...]

    @property
    def busy(self) -> bool:
        return self.now is not None or self.waiting > 0


class Sent(NamedTuple):
    """A file or a text that somebody put in, with what he says of it; ``again`` is a document of the case that is read again."""

    name: str
    data: bytes
    told: KnownOfText
    again: Document | None = None


class Intake:
    """The thread that takes texts in; ``start`` it with the server and ``stop`` it before the case is closed."""

    def __init__(self, store: Store, matching: Matching) -> None:
        self._store, self._matching = store, matching
        self._waiting: deque[Sent] = deque()
        self._outcomes: deque[Outcome] = deque(maxlen=TOLD)
        self._now: str | None = None
        self._aside: dict[int, Sent] = {}
        self._changed = threading.Condition()
        self._ends = False
        self._thread: threading.Thread | None = None
        self._pool: ProcessPoolExecutor | None = None

    def put(self, sent: Sent) -> None:
        """Take a file in as soon as those before it are read. Raises W905 where too much waits."""
        with self._changed:
            if sum(len(one.data) for one in self._waiting) + len(sent.data) > MOST_BYTES:
                raise WederhoorError("W905")
            self._waiting.append(sent)
            if self._thread is None:
                self._thread = threading.Thread(target=self._work, name="intake", daemon=True)
                self._thread.start()
            self._changed.notify()

    def read_as(self, number: int, lang: str) -> None:
        """Read a file in a language that it was not seen to be in. Raises W808 where it is not kept any more, and as ``put``."""
        with self._changed:
            sent = self._aside.pop(number, None)
            if sent is None:
                raise WederhoorError("W808", what="file", name=number, where="the list", remedy="Put it in again.")
            self._outcomes = deque((one for one in self._outcomes if one.again != number), TOLD)
        self.put(sent._replace(told={**sent.told, "lang": lang}))

    def tell(self, name: str, message: Notice | WederhoorError) -> None:
        """What is to be said of a file besides what becomes of its texts."""
        self._tell(Outcome(name, code=message.code, message=message.message))

    def progress(self) -> Progress:
        """How far it is."""
        with self._changed:
            return Progress(len(self._waiting), self._now, tuple(reversed(self._outcomes)))

    def stop(self) -> None:
        """End, whatever is being read: a text is kept whole or not at all."""
        with self._changed:
            self._ends = True
            self._waiting.clear()
            self._changed.notify()
        if self._pool is not None:
            end_process(self._pool)
        if self._thread is not None:
            self._thread.join(5)

    def _work(self) -> None:
        while (sent := self._next()) is not None:
            try:
                self._take(sent)
            except WederhoorError as error:
                again = self._set_aside(sent) if error.code in FOREIGN else None
                self._tell(Outcome(sent.name, code=error.code, message=error.message, again=again))
            except BrokenProcessPool:
                self._pool = None
                self._tell_unread(sent, "reading it ended")
            except Exception:  # noqa: BLE001  # whatever it is, the others are read
                _log.exception("taking in %s", sent.name)
                self._tell_unread(sent, "an error that nobody foresaw")
        with self._changed:
            self._thread = None

    def _next(self) -> Sent | None:
        """What comes next; None where the server ends."""
        with self._changed:
            self._now = None
            while not self._waiting and not self._ends:
                self._changed.wait()
            if self._ends:
                return None
            sent = self._waiting.popleft()
            self._now = sent.name
            return sent

    def _take(self, sent: Sent) -> None:
        """Read the texts of a file and keep each. Raises what reading the whole of it raises, or the one text in it."""
        documents = [sent.again] if sent.again else self._done(load, sent.data, sent.told)
        for document in documents:
            try:
                if isinstance(document, WederhoorError):
                    raise document
                known = self._known(sent, document)
                self._keep(sent, known, self._done(study_of, known))
            except WederhoorError as error:
                if len(documents) == 1:
                    raise
                self._tell(Outcome(sent.name, code=error.code, message=error.message))

    def _done(self, work: Any, *given: object) -> Any:  # noqa: ANN401  # of ``work``
        """What a process of its own makes, which keeps its pipelines."""
        if self._pool is None:
            self._pool = process_beside()
        return self._pool.submit(work, *given).result()

    def _known(self, sent: Sent, document: Document) -> Document:
        """A text as people described it before."""
        if sent.again:
            return document
        with self._store.reading() as db:
            return as_described(db, document, name_for(db, document.doc, document.sha256, document.sha256))

    def _keep(self, sent: Sent, document: Document, study: Study) -> None:
        origin = document.sha256
        source = Source(origin=origin, read_with=f"pages {VERSION}", publisher=document.publisher)
        with self._store.writing() as db:
            name = sent.again.doc if sent.again else name_for(db, document.doc, origin, origin)
            reading = msgspec.structs.replace(study.reading, doc=name)
            put_study(db, msgspec.structs.replace(study, reading=reading), source)
        self._matching.call()
        self._tell(Outcome(sent.name, doc=name, statements=len(study.reading.attributions)))

    def _set_aside(self, sent: Sent) -> int:
        with self._changed:
            number = max(self._aside, default=0) + 1
            self._aside[number] = sent
            for old in [*self._aside][:-ASIDE]:
                del self._aside[old]
        return number

    def _tell(self, outcome: Outcome) -> None:
        with self._changed:
            self._outcomes.append(outcome)

    def _tell_unread(self, sent: Sent, why: str) -> None:
        told = notice("W104", where=sent.name, why=why)
        self._tell(Outcome(sent.name, code=told.code, message=told.message))


def load(data: bytes, told: KnownOfText) -> list[Document | WederhoorError]:
    """The texts of a file; in the place of one of several that cannot be read, why not. Raises as ``load_documents``."""
    return [*load_documents(data, **told)]


def study_of(document: Document) -> Study:
    """A text as it is read. Raises as ``open_student``."""
    return _student(document.lang)(document)


@cache
def _student(lang: str) -> Student:
    from wederhoor.reading import open_student  # noqa: PLC0415  # only the process that reads needs the pipeline

    return open_student(lang)


def doc_of(name: str) -> str:
    """What a document is called that comes as a file of this name."""
    return PurePath(name.replace("\\", "/")).stem[:200].strip() or "text"
