"""What the actors of a document do and undergo, and who speaks of them, as rows; and who each of them is in the case."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping

from sqlalchemy import Connection, delete, insert, select

from wederhoor.records import Reading, Span
from wederhoor.store.columns import row_id
from wederhoor.store.rows import Row
from wederhoor.store.schema import actors, identities, involved

Known = Mapping[tuple[str, str], int]
"""By the id and the key of an actor of a document the actor of the case."""


def involved_rows(reading: Reading, document: int) -> list[Row]:
    """Who takes which part in what, in a document of that number."""
    rows = {actor.id: row_id(document, number) for number, actor in enumerate(reading.actors, start=1)}
    found: dict[tuple[int, str, int], None] = {}
    for number, event in enumerate(reading.events, start=1):
        for part, parties in (("agent", event.agents), ("patient", event.patients)):
            found |= {(rows[one], part, row_id(document, number)): None for one in parties if one in rows}
    mentions = sorted((span, actor.id) for actor in reading.actors for span in actor.mentions)
    for number, item in enumerate(reading.attributions, start=1):
        for name in _mentioned(mentions, item.content):
            if name != item.actor:
                found[rows[name], "subject", row_id(document, number)] = None
    return [{"actor_row": actor, "part": part, "item_row": item} for actor, part, item in found]


def _mentioned(mentions: list[tuple[Span, str]], content: tuple[Span, ...]) -> Iterator[str]:
    """Whom words speak of: actors with a mention that lies in them."""
    for start, end in content:
        for (begins, ends), name in mentions[bisect_left(mentions, ((start, start), "")) :]:
            if begins >= end:
                break
            if ends <= end:
                yield name


def known_identities(db: Connection, document: int) -> Known:
    """Who the actors of a document are in the case, as far as that is known."""
    joined = actors.join(identities, identities.c.actor_row == actors.c.id)
    chosen = select(actors.c.item, actors.c.key, identities.c.case_actor).select_from(joined)
    rows = db.execute(chosen.where(actors.c.id.between(*_rows(document)))).all()
    return {(row.item, row.key): row.case_actor for row in rows}


def clear_involved(db: Connection, document: int) -> None:
    """Take away what is known of the actors of a document."""
    for table in (involved, identities):
        db.execute(delete(table).where(table.c.actor_row.between(*_rows(document))))


def fill_involved(db: Connection, document: int, reading: Reading, actor_rows: list[Row], known: Known) -> bool:
    """Write what the actors of a document do; who they are in the case goes on where they were known before.

    They are known by their name in the document, else by their id. Gives whether all of them have a name that was known.
    """
    rows = involved_rows(reading, document)
    if rows:
        db.execute(insert(involved), rows)
    keys = {key: who for (_, key), who in known.items()}
    items = {item: who for (item, key), who in known.items() if key not in {row["key"] for row in actor_rows}}
    who = [
        {"actor_row": row["id"], "case_actor": found}
        for row in actor_rows
        if (found := keys.get(row["key"], items.get(row["item"]))) is not None
    ]
    if who:
        db.execute(insert(identities), who)
    return all(row["key"] in keys for row in actor_rows)


def _rows(document: int) -> tuple[int, int]:
    return row_id(document, 0), row_id(document + 1, 0) - 1
