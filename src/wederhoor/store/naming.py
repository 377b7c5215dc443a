"""Which document of a case a text is, when it comes again: by where it came from, else by its name."""

from __future__ import annotations

from itertools import count

import msgspec
from sqlalchemy import Connection, select

from wederhoor.store.schema import documents


class Known(msgspec.Struct, frozen=True, kw_only=True):
    """What a case knows of where a document came from and how it was read."""

    doc: str
    lang: str
    sha256: str
    origin: str | None
    source_sha256: str | None
    read_with: str | None


def find_known(db: Connection, doc: str, origin: str | None) -> Known | None:
    """The document that came from there, else the one of that name."""
    d = documents.c
    columns = select(d.doc, d.lang, d.sha256, d.origin, d.source_sha256, d.read_with).order_by(d.id).limit(1)
    chosen = [d.origin == origin] if origin is not None else []
    for condition in (*chosen, d.doc == doc):
        row = db.execute(columns.where(condition)).mappings().one_or_none()
        if row is not None:
            return Known(**row)
    return None


def name_for(db: Connection, doc: str, origin: str | None, sha256: str) -> str:
    """The name under which a text is kept: that of its document where the case has it, else one that is free.

    Two texts of one name from two places are two documents, unless they are the same to the last character.
    """
    known = find_known(db, doc, origin)
    if known is None or known.sha256 == sha256 or origin in (None, known.origin) or known.origin is None:
        return doc if known is None else known.doc
    for number in count(2):
        name = f"{doc}-{number}"
        other = find_known(db, name, None)
        if other is None or other.sha256 == sha256:
            return name
    raise AssertionError  # there is always a number
