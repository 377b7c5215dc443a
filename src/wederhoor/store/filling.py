"""What tables of an older version lack and only the studies have: filled in once, when such a case is opened."""

from __future__ import annotations

from typing import Final

from sqlalchemy import Connection, bindparam, select, update

from wederhoor.errors import WederhoorError
from wederhoor.records import stances_of
from wederhoor.store.columns import row_id
from wederhoor.store.reading import shown
from wederhoor.store.rows import how_said
from wederhoor.store.schema import documents, statements

FILLED: Final = "0006"
"""The revision from which on tables have it all."""


def fill_statements(db: Connection) -> None:
    """Write how each statement is said beside it. A study that cannot be read any more keeps its rows as they are."""
    changed = update(statements).where(statements.c.id == bindparam("row"), statements.c.item == bindparam("known"))
    for number, doc in db.execute(select(documents.c.id, documents.c.doc).order_by(documents.c.id)).all():
        try:
            reading = shown(db, doc).reading
        except WederhoorError as error:
            if error.code != "W807":
                raise
            continue
        stances = stances_of(reading.attributions)
        rows = [
            {"row": row_id(number, place), "known": item.id, **how_said(reading.text, item, stances)}
            for place, item in enumerate(reading.attributions, start=1)
        ]
        if rows:
            db.execute(changed, rows)
