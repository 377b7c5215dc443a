"""What tables of an older version lack and only the studies have: filled in once, when such a case is opened."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from sqlalchemy import Connection, bindparam, insert, select, update

from wederhoor.errors import WederhoorError
from wederhoor.records import Reading, stances_of, words_at
from wederhoor.store.columns import row_id
from wederhoor.store.involved import involved_rows
from wederhoor.store.reading import shown
from wederhoor.store.rows import called_and_titled, how_said
from wederhoor.store.schema import actors, collisions, conflicts, documents, involved, statements

FILLED: Final = "0006"
"""The revision from which on statements have it all."""
PARTS_FILLED: Final = "0010"
"""That from which on actors have."""


def fill_statements(db: Connection) -> None:
    """Write how each statement is said beside it. A study that cannot be read any more keeps its rows as they are."""
    changed = update(statements).where(statements.c.id == bindparam("row"), statements.c.item == bindparam("known"))
    for number, reading in _legible(db):
        stances = stances_of(reading.attributions)
        rows = [
            {"row": row_id(number, place), "known": item.id, **how_said(reading.text, item, stances)}
            for place, item in enumerate(reading.attributions, start=1)
        ]
        if rows:
            db.execute(changed, rows)
            _mark_gaps(db, number, reading)


def fill_parts(db: Connection) -> None:
    """Write what actors are called besides, what they are, do and undergo, and who speaks of them; as ``fill_statements``."""
    changed = update(actors).where(actors.c.id == bindparam("row"), actors.c.item == bindparam("known"))
    for number, reading in _legible(db):
        rows = [
            {"row": row_id(number, place), "known": item.id, **called_and_titled(item)}
            for place, item in enumerate(reading.actors, start=1)
        ]
        if rows:
            db.execute(changed, rows)
        parts = involved_rows(reading, number)
        if parts:
            db.execute(insert(involved), parts)


def _legible(db: Connection) -> Iterator[tuple[int, Reading]]:
    """The number and the reading of every document that this version can read."""
    for number, doc in db.execute(select(documents.c.id, documents.c.doc).order_by(documents.c.id)).all():
        try:
            reading = shown(db, doc).reading
        except WederhoorError as error:
            if error.code != "W807":
                raise
            continue
        yield number, reading


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
