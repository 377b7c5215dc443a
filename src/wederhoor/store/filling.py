"""What tables of an older version lack and only the studies have: filled in once, when such a case is opened."""

from __future__ import annotations

from typing import Final

from sqlalchemy import Connection, bindparam, select, update

from wederhoor.errors import WederhoorError
from wederhoor.records import Reading, stances_of, words_at
from wederhoor.store.columns import row_id
from wederhoor.store.reading import shown
from wederhoor.store.rows import how_said
from wederhoor.store.schema import collisions, conflicts, documents, statements

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
            _mark_gaps(db, number, reading)


def _mark_gaps(db: Connection, number: int, reading: Reading) -> None:
    """Put the mark of now between the parts of a statement, wherever a row has its words: older versions had another one."""
    own = (row_id(number, 0), row_id(number + 1, 0) - 1)
    for item in (a for a in reading.attributions if len(a.content) > 1):
        words = words_at(reading.text, item.content)
        said = statements.c.id.between(*own) & (statements.c.item == item.id)
        db.execute(update(statements).where(said).values(quote=words))
        for side in ("a", "b"):
            inside = conflicts.c.id.between(*own) & (conflicts.c[side] == item.id)
            between = (collisions.c[f"{side}_document_id"] == number) & (collisions.c[side] == item.id)
            for table, chosen in ((conflicts, inside), (collisions, between)):
                db.execute(update(table).where(chosen).values({f"{side}_quote": words}))
