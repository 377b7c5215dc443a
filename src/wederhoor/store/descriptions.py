"""What people say of a text beside its words: what it is called, when and where it appeared, in which language it is.

A reading depends on these, so that a text is read again where one changes; the entries stay when the text is taken out, and
hold when it comes back.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any, Final

import msgspec
from sqlalchemy import Connection, select

from wederhoor.errors import WederhoorError
from wederhoor.records import Correction, Document
from wederhoor.records.prepared import prepared
from wederhoor.store.listings import document_row
from wederhoor.store.log import all_of_kind, entries_of_kind, entry
from wederhoor.store.reading import stored_reading
from wederhoor.store.schema import documents

DESCRIBED: Final = ("title", "date", "publisher", "lang")
"""The fields of a ``Document`` that people may say."""
Told = dict[str, str | None]
"""What is said by the field; None: no more than the text itself says."""


def description_payload(db: Connection, doc: str, told: Mapping[str, str | None]) -> dict[str, Any] | None:
    """What an entry holds that says this of a document; None where all of it is known already. Raises W808."""
    row = document_row(db, doc)
    changed = {field: value for field, value in told.items() if value != getattr(row, field, None)}
    if not changed:
        return None
    return {"doc": doc, "sha256": row.sha256, "told": changed, "was": {one: getattr(row, one, None) for one in changed}}


def check_description(made: Correction) -> None:
    """Raises W809 where an entry says nothing of a text, a field that none has, or a day that there is not."""
    told = made.payload.get("told")
    if not isinstance(told, Mapping) or not told:
        raise WederhoorError("W809", why="it says nothing of a text", remedy=f"Say its {', '.join(DESCRIBED)}.")
    strange = sorted({*told} - {*DESCRIBED})
    if strange:
        raise WederhoorError("W809", why=f"a text has no {strange[0]}", remedy=f"There are: {', '.join(DESCRIBED)}.")
    if told.get("lang", "") is None:
        raise WederhoorError("W809", why="a text is in some language", remedy="Say which.")
    if told.get("date") and not _is_day(told["date"]):
        raise WederhoorError("W809", why=f"{told['date']} is no day", remedy="A day is written YYYY-MM-DD.")


def as_described(db: Connection, document: Document, name: str) -> Document:
    """A document that comes into the case under this name, as people described that before.

    Where it was taken out, only if it is the same to the last character: another text may come by its name.
    """
    there = db.execute(select(documents.c.id).where(documents.c.doc == name)).scalar_one_or_none() is not None
    told = _standing(db, name, None if there else document.sha256)
    return msgspec.structs.replace(document, **{field: value for field, value in told.items() if value is not None})


def to_read_again(db: Connection, number: int) -> Document | None:
    """The document that an entry describes, or takes back or restores what described it, as it is to be read now.

    None where the entry is of something else, or the document was taken out.
    """
    found = entry(db, number)
    while found is not None and found[0].kind == "undo" and found[0].undoes is not None:
        found = entry(db, found[0].undoes)
    if found is None or found[0].kind != "describe":
        return None
    doc = found[0].payload["doc"]
    if db.execute(select(documents.c.id).where(documents.c.doc == doc)).scalar_one_or_none() is None:
        return None
    row, reading = document_row(db, doc), stored_reading(db, doc)
    said = _before_all(db, doc) | _standing(db, doc, None)
    now = {field: getattr(row, field) for field in DESCRIBED}
    now |= {field: said[field] for field in found[0].payload["told"]}
    return msgspec.convert({**now, "doc": doc, "text": reading.text, "url": reading.url}, prepared(Document))


def _standing(db: Connection, doc: str, sha256: str | None) -> Told:
    """What is said of a document, the latest of each field; with ``sha256`` only of that very text."""
    said: Told = {}
    for one in entries_of_kind(db, "describe"):
        if one.payload["doc"] == doc and sha256 in (None, one.payload["sha256"]):
            said |= one.payload["told"]
    return said


def _before_all(db: Connection, doc: str) -> Told:
    """What was known of the fields of a document before anybody described them."""
    was: Told = {}
    for one in all_of_kind(db, "describe"):
        if one.payload["doc"] == doc:
            was = one.payload["was"] | was
    return was


def _is_day(given: object) -> bool:
    try:
        return isinstance(given, str) and len(given) == len("2031-05-03") and bool(dt.date.fromisoformat(given))
    except ValueError:
        return False
