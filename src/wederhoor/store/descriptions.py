"""What people say of a text beside its words: what it is called, when and where it appeared, in which language it is.

A reading depends on these, so that a text is read again where one changes; the entries stay when the text is taken out, and
hold when it comes back.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

import msgspec
from sqlalchemy import Connection

from wederhoor.errors import WederhoorError
from wederhoor.records import Correction, Document
from wederhoor.records.prepared import prepared
from wederhoor.store.listings import document_row
from wederhoor.store.log import all_of_kind, entries_of_kind, entry
from wederhoor.store.naming import find_known
from wederhoor.store.overlay.sound import is_day
from wederhoor.store.reading import stored_reading

DESCRIBED: Final = ("title", "date", "publisher", "lang")
"""The fields of a ``Document`` that people may say."""
Told = dict[str, str | None]
"""What is said by the field; None: no more than the text itself says."""


class Description(msgspec.Struct, frozen=True, kw_only=True):
    """The payload of a ``describe``: of which text, by its name in the case and digest, what is said, and what was known."""

    doc: str
    sha256: str
    told: Told
    was: Told


def description_payload(db: Connection, doc: str, told: Mapping[str, str | None]) -> dict[str, Any] | None:
    """What an entry holds that says this of a document; None where all of it is known already. Raises W808."""
    row = document_row(db, doc)
    known = {field: getattr(row, field, None) for field in told}
    changed = {field: value for field, value in told.items() if value != known[field]}
    if not changed:
        return None
    was = {field: known[field] for field in changed}
    return msgspec.structs.asdict(Description(doc=doc, sha256=row.sha256, told=changed, was=was))


def check_description(made: Correction) -> None:
    """Raises W809 where an entry says nothing of a text, a field that none has, or a day that there is not."""
    try:
        told = description_of(made).told
    except msgspec.ValidationError:
        told = {}
    strange = sorted({*told} - {*DESCRIBED})
    if not told or strange:
        why = f"a text has no {strange[0]}" if strange else "it says nothing of a text"
        raise WederhoorError("W809", why=why, remedy=f"There are: {', '.join(DESCRIBED)}.")
    if told.get("lang", "") is None:
        raise WederhoorError("W809", why="a text is in some language", remedy="Say which.")
    if told.get("date") and not is_day(told["date"]):
        raise WederhoorError("W809", why=f"{told['date']} is no day", remedy="A day is written YYYY-MM-DD.")


def description_of(made: Correction) -> Description:
    """What an entry says of a text. Raises msgspec.ValidationError."""
    return msgspec.convert(made.payload, prepared(Description))


def as_described(db: Connection, document: Document, name: str) -> Document:
    """A document that comes into the case under this name, as people described that before.

    Where it was taken out, only if it is the same to the last character: another text may come by its name.
    """
    there = find_known(db, name, None) is not None
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
    made = description_of(found[0])
    if find_known(db, made.doc, None) is None:
        return None
    row, reading = document_row(db, made.doc), stored_reading(db, made.doc)
    said = _before_all(db, made.doc) | _standing(db, made.doc, None)
    now = {field: getattr(row, field) for field in DESCRIBED} | {field: said[field] for field in made.told}
    kept = {field: getattr(reading, field) for field in ("text", "url", "byline", "original")}
    return msgspec.convert({**now, **kept, "doc": made.doc}, prepared(Document))


def _standing(db: Connection, doc: str, sha256: str | None) -> Told:
    """What is said of a document, the latest of each field; with ``sha256`` only of that very text."""
    said: Told = {}
    for one in map(description_of, entries_of_kind(db, "describe")):
        if one.doc == doc and sha256 in (None, one.sha256):
            said |= one.told
    return said


def _before_all(db: Connection, doc: str) -> Told:
    """What was known of the fields of a document before anybody described them."""
    was: Told = {}
    for one in map(description_of, all_of_kind(db, "describe")):
        if one.doc == doc:
            was = one.was | was
    return was
