"""Where it happened: places of events on a map that needs no network, with a list beside it and the events of each."""

from __future__ import annotations

from typing import Annotated

import msgspec
from fastapi import APIRouter, Query
from starlette.responses import Response

from wederhoor.store.keyset import PAGE, page
from wederhoor.store.pages import findings_of
from wederhoor.store.places import PlaceRow, events_at, places_of_events
from wederhoor.store.row_types import EventRow
from wederhoor.web.answers import whole
from wederhoor.web.ask import After, Asked, shown_at
from wederhoor.web.map_view import map_view, outlines
from wederhoor.web.queries import document_number, events_in_all

router = APIRouter()


class MapPage(msgspec.Struct, frozen=True, kw_only=True):
    """The places of events, and how many events the case has in all."""

    places: tuple[PlaceRow, ...]
    events: int


class PlacePage(msgspec.Struct, frozen=True, kw_only=True):
    """What happened in one place."""

    rows: tuple[EventRow, ...]
    next: str | None


@shown_at(router, "/map")
def map_of_places(
    ask: Asked,
    world: Annotated[bool, Query(description="All of the world, and not the part that the places are in.")] = False,  # noqa: FBT002
) -> Response:
    """The places of events."""
    with ask.store.reading() as db:
        places = ask.found.get(findings_of(db), "places", lambda: places_of_events(db))
        found = MapPage(places=places, events=events_in_all(db))
    values = {"view": map_view(places, world=world), "outlines": outlines(), "world": world}
    return ask.answer("map.html.j2", found, places, PlaceRow, **values if ask.form == "html" else {})


@shown_at(router, "/map/place")
def place(ask: Asked, name: Annotated[str, Query(max_length=500)] = "", after: After = None) -> Response:
    """What happened in a place, by its name."""
    listing = events_at(name)
    with ask.store.reading() as db:
        rows = page(db, listing, after, PAGE)
        places = ask.found.get(findings_of(db), "places", lambda: places_of_events(db))
    here = [one for one in places if one.place == name]
    found = PlacePage(rows=rows.rows, next=rows.next)
    return ask.listed(
        "place.html.j2", found, EventRow, {"rows": whole(listing)},
        name=name, places=here, view=map_view(here), outlines=outlines(), number_of=document_number,
    )  # fmt: skip
