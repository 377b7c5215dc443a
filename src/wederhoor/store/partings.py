"""What the program joined across documents and a person parted: *these are somebody else*.

An entry holds on to the words of actors in their documents, so that it outlives the next reading: of those who are somebody else,
and of the rest. Who is one on either side stays one. Names that both sides go by mean neither from then on.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, select

from wederhoor.errors import WederhoorError
from wederhoor.records import Anchor, Correction, Parting, Reading, Ref, item_id
from wederhoor.records.prepared import prepared
from wederhoor.store.columns import ROWS_A_DOCUMENT
from wederhoor.store.joins import Join, batched, parted_names
from wederhoor.store.log import corrections_of, entries_of_kind
from wederhoor.store.overlay import anchor_of, find_item, items_of, standing_corrections
from wederhoor.store.overlay.anchors import locate_all
from wederhoor.store.reading import shown
from wederhoor.store.rows import speaker_key
from wederhoor.store.schema import actors, case_actors, documents, identities, spoken, state


class PartingEntry(msgspec.Struct, frozen=True):
    """The payload of an entry: who was parted, by the name that the case had, and the names that both sides go by."""

    name: str
    names: tuple[str, ...]
    apart: tuple[Anchor, ...]
    rest: tuple[Anchor, ...]

    @property
    def docs(self) -> tuple[tuple[str, ...], ...]:
        """The documents of those who are somebody else, and of the rest."""
        return tuple(tuple(dict.fromkeys(anchor.doc for anchor in side)) for side in (self.apart, self.rest))


class PartingSearch:
    """Looks for the actors that entries mean, in one reading after the other."""

    def __init__(self, entries: Iterable[PartingEntry]) -> None:
        self._entries = tuple(entries)
        self._sides: list[tuple[list[Ref], list[Ref]]] = [([], []) for _ in self._entries]

    def look(self, reading: Reading) -> None:
        """Take those of one reading in."""
        for entry, (apart, rest) in zip(self._entries, self._sides, strict=True):
            apart.extend(_found(reading, entry.apart))
            rest.extend(_found(reading, entry.rest))

    @property
    def found(self) -> tuple[Parting | None, ...]:
        """By entry the actors that are meant; None where those of a side are in none of the readings."""
        return tuple(Parting(tuple(apart), tuple(rest)) if apart and rest else None for apart, rest in self._sides)

    @property
    def partings(self) -> tuple[Parting, ...]:
        """Those that mean somebody on both sides."""
        return tuple(one for one in self.found if one is not None)


def _found(reading: Reading, anchors: Sequence[Anchor]) -> list[Ref]:
    found = []
    for anchor in anchors:
        parts = locate_all(reading.text, anchor.quotes) if anchor.doc == reading.doc else None
        items = items_of(reading, "actors")
        number = find_item("actors", items, parts, {}) if parts else None
        if number is not None:
            found.append(Ref(reading.doc, item_id(items[number]) or ""))
    return found


def parting_entries(db: Connection) -> dict[int, PartingEntry]:
    """The entries that hold, by their numbers, oldest first."""
    return {one.id: parting_entry(one) for one in entries_of_kind(db, "part-actors")}


def partings_among(db: Connection, readings: Iterable[Reading]) -> tuple[Parting, ...]:
    """What people said of the actors of some readings."""
    search = PartingSearch(parting_entries(db).values())
    for reading in readings:
        search.look(reading)
    return search.partings


def standing_partings(db: Connection) -> tuple[tuple[Parting, ...], tuple[int, ...]]:
    """What holds in the case, oldest first, and the numbers of entries of which a side is not there any more."""
    entries = parting_entries(db)
    search = PartingSearch(entries.values())
    for doc in sorted({anchor.doc for one in entries.values() for anchor in (*one.apart, *one.rest)}):
        if db.execute(select(documents.c.id).where(documents.c.doc == doc)).first() is not None:
            search.look(shown(db, doc).reading)
    lost = (number for number, one in zip(entries, search.found, strict=True) if one is None)
    return search.partings, tuple(lost)


def still_joining(db: Connection) -> bool:
    """Whether it is still being found who is who in the case."""
    return bool(db.execute(select(state.c.unjoined)).scalar_one())


def parting_of(db: Connection, given: Sequence[Ref]) -> dict[str, Any]:
    """The payload that says of actors of documents that they are somebody else than the rest of whom the program took them for.

    Raises W808 where there is no such actor, W809 where they are not one, or there is no rest, or nobody knows yet.
    """
    rows = _rows_of(db, given)
    known = select(identities.c.actor_row, identities.c.case_actor)
    who = {row.actor_row: row.case_actor for row in db.execute(known.where(identities.c.actor_row.in_(rows)))}
    if len(who) < len(rows) or still_joining(db):
        remedy = "Try again when all documents are compared."
        raise WederhoorError("W809", why="it is still being found who is who", remedy=remedy)
    if len({*who.values()}) != 1:
        raise WederhoorError("W809", why="they are not one", remedy="Name actors that have one page together.")
    number = who[rows[0]]
    members = db.execute(known.where(identities.c.case_actor == number).order_by(identities.c.actor_row)).scalars()
    rest = [row for row in members if row not in rows]
    if not rest:
        remedy = "Leave out those in which it is the same one."
        raise WederhoorError("W809", why="these are all the texts with this actor", remedy=remedy)
    name = db.execute(select(case_actors.c.name).where(case_actors.c.id == number)).scalar_one()
    names = sorted({name.casefold(), *(_names(db, rows) & _names(db, rest))})
    made = PartingEntry(name, tuple(names), tuple(_anchors(db, rows)), tuple(_anchors(db, rest)))
    return dict(msgspec.to_builtins(made))


def check_parting(db: Connection, made: Correction) -> None:
    """Raises W809 where an entry lacks a side, or where people joined by a name that both sides go by."""
    try:
        entry = parting_entry(made)
    except msgspec.ValidationError:
        entry = PartingEntry("", (), (), ())
    if not (entry.apart and entry.rest and entry.name):
        raise WederhoorError("W809", why="it needs those who are somebody else, and the rest", remedy="Give both.")
    keys = {speaker_key(name) for name in entry.names}
    for one in standing_corrections(corrections_of(db, None)):
        if one.kind in {"merge-actors", "join-holders"} and (shared := keys & _joined_by(one)):
            why = f"entry {one.id} joins all who go by the name {min(shared)}"
            raise WederhoorError("W809", why=why, remedy="Take that back first.")


def check_names(db: Connection, made: Correction) -> None:
    """Raises W809 where somebody is joined by a name that two go by who were parted."""
    parted = parted_names(db)
    for key in sorted(_joined_by(made) & {*parted}):
        why = f"two go by the name {key}, whom entry {parted[key]} parted"
        raise WederhoorError("W809", why=why, remedy="Rename the one who is meant in his document, or take that back.")


def _joined_by(made: Correction) -> set[str]:
    """The keys of the names by which an entry joins."""
    join = msgspec.convert(made.payload, prepared(Join))
    return {speaker_key(name) for name in (*([join.name] if made.kind == "merge-actors" else []), *join.members)}


def parting_entry(made: Correction) -> PartingEntry:
    """The payload of an entry of this kind. Raises ValidationError."""
    return msgspec.convert(made.payload, prepared(PartingEntry))


def _rows_of(db: Connection, given: Sequence[Ref]) -> list[int]:
    """The rows of actors of documents. Raises W808."""
    joined = actors.join(documents, documents.c.id == actors.c.document_id)
    found = []
    for ref in dict.fromkeys(given):
        meant = (documents.c.doc == ref.doc) & (actors.c.item == ref.id)
        row = db.execute(select(actors.c.id).select_from(joined).where(meant)).scalar_one_or_none()
        if row is None:
            remedy = "The reading lists its actors by id."
            raise WederhoorError("W808", what="actor", name=ref.id, where=ref.doc, remedy=remedy)
        found.append(row)
    return found


def _anchors(db: Connection, rows: Sequence[int]) -> list[Anchor]:
    """What holds on to actors, by their rows, in their order."""
    found = []
    for number in sorted({row // ROWS_A_DOCUMENT for row in rows}):
        doc = db.execute(select(documents.c.doc).where(documents.c.id == number)).scalar_one()
        reading = shown(db, doc).reading
        places = sorted(row % ROWS_A_DOCUMENT for row in rows if row // ROWS_A_DOCUMENT == number)
        found += [anchor_of(reading, "actors", reading.actors[place - 1]) for place in places]
    return found


def _names(db: Connection, rows: Sequence[int]) -> set[str]:
    """All that actors of documents go by there, in lower case."""
    found: set[str] = set()
    for few in batched(rows):
        told = select(actors.c.name, actors.c.aliases).where(actors.c.id.in_(few))
        for name, aliases in db.execute(told):
            found |= {one.casefold() for one in (name, *msgspec.json.decode(aliases or "[]"))}
        said = (spoken.c.document_id == actors.c.document_id) & (spoken.c.actor == actors.c.item)
        words = select(spoken.c.name).select_from(actors.join(spoken, said)).where(actors.c.id.in_(few))
        found |= {name.casefold() for name in db.execute(words).scalars()}
    return found
