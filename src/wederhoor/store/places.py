"""Where things happened: the places of events with where they lie, and how many events each has."""

from __future__ import annotations

from typing import Any, Final

import msgspec
from sqlalchemy import Connection, RowMapping, func, select

from wederhoor.records.prepared import prepared
from wederhoor.store.keyset import Listing
from wederhoor.store.row_types import EventRow
from wederhoor.store.schema import events
from wederhoor.store.selects import event_row, held_query

MOST: Final = 500
"""Places that are told, those with most events."""


class PlaceRow(msgspec.Struct, frozen=True, kw_only=True):
    """A place where events happened. ``lat`` and ``lon`` are degrees (WGS 84), None where it is not known where it lies."""

    place: str
    country: str | None
    lat: float | None
    lon: float | None
    events: int


def places_of_events(db: Connection) -> tuple[PlaceRow, ...]:
    """The places of events, those with most of them first; of one name those in several countries apart."""
    e = events.c
    own = (e.place, e.country, e.lat, e.lon)
    counted = select(*own, func.count().label("events")).where(e.place.is_not(None)).group_by(*own)
    rows = db.execute(counted.order_by(func.count().desc(), e.place, e.country).limit(MOST)).mappings()
    return tuple(_place(row) for row in rows)


def _place(row: RowMapping) -> PlaceRow:
    fields: dict[str, Any] = {str(name): value for name, value in row.items()}
    return msgspec.convert(fields, prepared(PlaceRow))


def events_at(place: str) -> Listing[EventRow]:
    """What happened in a place, by its name as lists have it, in the order of the documents."""
    there = events.c.place == place
    counting = select(events.c.id).where(there)
    return Listing(held_query(events).where(there), (events.c.id,), event_row, counting=counting)
