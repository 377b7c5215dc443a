"""Whole documents out of a case: what the machine said, and what is shown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from sqlalchemy import Connection, select

from wederhoor.errors import WederhoorError
from wederhoor.records import Correction, Reading, Stale, Study
from wederhoor.store.blobs import decode_reading, decode_study
from wederhoor.store.log import corrections_of, logs_of
from wederhoor.store.overlay import shown_study, standing_corrections
from wederhoor.store.schema import documents, studies

AT_ONCE: Final = 100
"""Documents that one query brings."""


def document_names(db: Connection) -> list[str]:
    """The names of all documents, in the order in which they came into the case."""
    return [doc for (doc,) in db.execute(select(documents.c.doc).order_by(documents.c.id))]


@dataclass(frozen=True)
class KeptDocument:
    """A document of a case, read once for all that a transaction does with it.

    ``number`` is that of its row, ``study`` what the machine said, ``log`` the entries on it, oldest first.
    """

    number: int
    study: Study
    log: tuple[Correction, ...]

    @property
    def doc(self) -> str:
        """Its name in the case."""
        return self.study.reading.doc

    @cached_property
    def standing(self) -> tuple[Correction, ...]:
        """The entries that were not undone."""
        return standing_corrections(self.log)

    @cached_property
    def shown_with_stale(self) -> tuple[Study, tuple[Stale, ...]]:
        """The document with the corrections applied, and those that find nothing to correct."""
        return shown_study(self.study, self.standing)

    @property
    def shown(self) -> Study:
        """The document with the corrections applied."""
        return self.shown_with_stale[0]

    def followed_by(self, entry: Correction) -> KeptDocument:
        """The document after one more entry."""
        return KeptDocument(self.number, self.study, (*self.log, entry))


def kept_document(db: Connection, doc: str) -> KeptDocument:
    """A document by its name, with the log on it. Raises W807 and W808."""
    number, study = _found(db, doc)
    return KeptDocument(number, study, tuple(corrections_of(db, doc)))


def stored(db: Connection, doc: str) -> Study:
    """What the machine said of a document. Raises W807 and W808."""
    return _found(db, doc)[1]


def stored_reading(db: Connection, doc: str) -> Reading:
    """The reading of what the machine said of a document, without what compares it with others. Raises W807 and W808."""
    return decode_reading(_packed(db, doc)[1], doc, "the case")


def _found(db: Connection, doc: str) -> tuple[int, Study]:
    number, packed = _packed(db, doc)
    return number, decode_study(packed, doc, "the case")


def _packed(db: Connection, doc: str) -> tuple[int, bytes]:
    chosen = select(documents.c.id, studies.c.study).join(documents, documents.c.id == studies.c.document_id)
    row = db.execute(chosen.where(documents.c.doc == doc)).one_or_none()
    if row is None:
        raise WederhoorError("W808", what="document", name=doc, where="the case", remedy="wederhoor cases lists them.")
    return row.id, row.study


def shown(db: Connection, doc: str) -> Study:
    """A document with the corrections applied. Raises W807 and W808."""
    return kept_document(db, doc).shown


def shown_with_stale(db: Connection, doc: str) -> tuple[Study, tuple[Stale, ...]]:
    """A document with the corrections applied, and those that find nothing to correct. Raises W807 and W808."""
    return kept_document(db, doc).shown_with_stale


def shown_several(db: Connection, docs: Sequence[str]) -> Iterator[Study]:
    """Documents as ``shown`` gives each, in two queries for a hundred of them. Raises W807."""
    for first in range(0, len(docs), AT_ONCE):
        some = docs[first : first + AT_ONCE]
        logs = logs_of(db, some)
        chosen = select(documents.c.doc, studies.c.study).join(documents, documents.c.id == studies.c.document_id)
        blobs = {row.doc: row.study for row in db.execute(chosen.where(documents.c.doc.in_(some)))}
        for doc in some:
            yield shown_study(decode_study(blobs[doc], doc, "the case"), standing_corrections(logs.get(doc, [])))[0]


def shown_legible(db: Connection, docs: Sequence[str]) -> Iterator[Study]:
    """Documents as ``shown_several`` gives them, without those that this version cannot read any more."""
    for first in range(0, len(docs), AT_ONCE):
        some = docs[first : first + AT_ONCE]
        try:
            yield from [*shown_several(db, some)]
        except WederhoorError as error:
            if error.code != "W807":
                raise
            yield from _legible_of(db, some)


def _legible_of(db: Connection, docs: Sequence[str]) -> Iterator[Study]:
    for doc in docs:
        try:
            yield shown(db, doc)
        except WederhoorError as error:
            if error.code != "W807":
                raise


def shown_studies(db: Connection, docs: Sequence[str] | None = None) -> Iterator[tuple[Study, str | None]]:
    """Documents, or all, with the corrections applied, one after the other, each with its publisher. Raises W807."""
    publishers = {row.doc: row.publisher for row in db.execute(select(documents.c.doc, documents.c.publisher))}
    for study in shown_several(db, document_names(db) if docs is None else docs):
        yield study, publishers[study.reading.doc]
