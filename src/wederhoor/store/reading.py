"""Whole documents out of a case: what the machine said, and what is shown."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, select

from wederhoor.errors import WederhoorError
from wederhoor.records import Stale, Study
from wederhoor.store.blobs import decode_study
from wederhoor.store.correcting import shown_study, standing
from wederhoor.store.log import corrections_of
from wederhoor.store.schema import documents, studies


def document_names(db: Connection) -> list[str]:
    """The names of all documents, in the order in which they came into the case."""
    return [doc for (doc,) in db.execute(select(documents.c.doc).order_by(documents.c.id))]


def stored(db: Connection, doc: str) -> Study:
    """What the machine said of a document. Raises W807 and W808."""
    found = (
        select(studies.c.study).join(documents, documents.c.id == studies.c.document_id).where(documents.c.doc == doc)
    )
    blob = db.execute(found).scalar_one_or_none()
    if blob is None:
        raise WederhoorError("W808", what="document", name=doc, where="the case", remedy="wederhoor cases lists them.")
    return decode_study(blob, doc, "the case")


def shown(db: Connection, doc: str) -> Study:
    """A document with the corrections applied. Raises W807 and W808."""
    return shown_with_stale(db, doc)[0]


def shown_with_stale(db: Connection, doc: str) -> tuple[Study, tuple[Stale, ...]]:
    """A document with the corrections applied, and those that find nothing to correct. Raises W807 and W808."""
    return shown_study(stored(db, doc), standing(corrections_of(db, doc)))


def shown_studies(db: Connection) -> Iterator[tuple[Study, str | None]]:
    """All documents with the corrections applied, one after the other, each with its publisher. Raises W807."""
    known = select(documents.c.doc, documents.c.publisher).order_by(documents.c.id)
    for doc, publisher in db.execute(known).all():
        yield shown(db, doc), publisher
