"""What happened when: in a lane for each who tells of it, listed by the author's word and by that of others, and as a picture."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Annotated, Final

import msgspec
from fastapi import APIRouter, Depends, Query
from sqlalchemy import Connection, or_
from starlette.responses import Response

from wederhoor.errors import WederhoorError
from wederhoor.exchange.timeline.lanes import (
    LANES,
    Bin,
    EventTeller,
    Timeline,
    ToldCount,
    tellers_of,
    timeline_of,
    within,
)
from wederhoor.exchange.timeline.picture import LISTED, timeline_svg
from wederhoor.exchange.timeline.words import bin_name, counts_told, lane_name, timeline_words
from wederhoor.store.keyset import page
from wederhoor.store.pages import findings_of, undated_documents
from wederhoor.store.row_types import EventRow, StatementRow
from wederhoor.store.schema import OWN, REPORTED
from wederhoor.web.answers import whole
from wederhoor.web.ask import REFUSALS, After, Ask, Asked, Day, shown_at
from wederhoor.web.compared import has_few
from wederhoor.web.queries import document_number, outer_speakers
from wederhoor.web.told import dated, event_list, statements_then, tallies, told_by, told_first, undated

router = APIRouter()
PAGE = 40
SAID: Final = 20
"""Statements beside the events."""
BARS: Final = 120
"""Bars of a lane at most."""
MANY: Final = 100
"""Tellers with a lane of their own where all are asked for."""
SVG: Final = "image/svg+xml"


class TimelinePage(msgspec.Struct, frozen=True):
    """Events of a stretch of time: the author's own, those that others report, and those of which no day is known.

    The last stand at the date of their document. Beside them is what was said in documents of then. ``bins`` count all events of
    the case, ``lanes`` those of the period, teller by teller; ``undated`` are those of the period without a day.
    """

    own: tuple[EventRow, ...]
    reported: tuple[EventRow, ...]
    without_day: tuple[EventRow, ...]
    statements: tuple[StatementRow, ...]
    own_next: str | None
    reported_next: str | None
    without_day_next: str | None
    statements_next: str | None
    bins: tuple[Bin, ...]
    lanes: Timeline
    undated: int


class _Drawn(msgspec.Struct, frozen=True):
    """The lanes of a period, and how many events they show, with and without a day."""

    lanes: Timeline
    events: int
    undated: int


class _Period(msgspec.Struct, frozen=True):
    """What was asked for: days, ISO 8601, both inclusive, and the key of a teller."""

    start: str | None
    end: str | None
    teller: str | None


async def _period(
    start: Annotated[Day | None, Query(alias="from")] = None,
    end: Annotated[Day | None, Query(alias="until")] = None,
    teller: Annotated[
        str | None,
        Query(
            max_length=320,
            pattern=r"^(unnamed|(speaker|text)-[0-9]{1,9}|outlet-.+)?$",
            description="Who tells of them: unnamed, speaker-NUMBER, text-NUMBER (its author), outlet-NAME.",
        ),
    ] = None,
) -> _Period:
    return _Period(start.isoformat() if start else None, end.isoformat() if end else None, teller or None)


Period = Annotated[_Period, Depends(_period)]
Every = Annotated[bool, Query(description="A lane for each teller, as many as there is room for.")]


@shown_at(router, "/timeline")
def timeline(
    ask: Asked,
    asked: Period,
    every: Every = False,  # noqa: FBT002  # an option of an address
    own_after: After = None,
    reported_after: After = None,
    without_day_after: After = None,
    statements_after: After = None,
) -> Response:
    """Events by the day on which they began, those without a day by the date of their document."""
    with ask.store.reading() as db:
        own, known, unknown = told_by(db, asked.teller), dated(asked.start, asked.end), undated(asked.start, asked.end)
        lists = {
            "own": event_list(known, OWN, *own),
            "reported": event_list(known, REPORTED, *own),
            "without_day": event_list(unknown, *own, by_text=True),
        }
        rows = [
            page(db, listing, after, PAGE)
            for listing, after in zip(lists.values(), (own_after, reported_after, without_day_after), strict=True)
        ]
        beside = statements_then(db, asked.teller, asked.start, asked.end)
        said = page(db, beside, statements_after, SAID)
        counted, who = _counted(ask, db, asked.teller)
        drawn, bins = _drawn(ask, db, asked, counted, MANY if every else LANES)
        undated_texts = undated_documents(db, 1)[1] if ask.form == "html" else 0
        outer = outer_speakers(db, said.rows) if ask.form == "html" else {}
    told, reported, without_day = rows
    found = TimelinePage(
        own=told.rows, reported=reported.rows, without_day=without_day.rows, statements=said.rows,
        own_next=told.next, reported_next=reported.next, without_day_next=without_day.next, statements_next=said.next,
        bins=bins, lanes=drawn.lanes, undated=drawn.undated,
    )  # fmt: skip
    wholes = {name: whole(listing) for name, listing in lists.items()} | {"statements": whole(beside)}
    table = replace(whole(event_list(or_(known, unknown), *own)), count=lambda _: drawn.events)
    return ask.listed(
        "timeline.html.j2", found, EventRow, wholes, table=table,
        start=asked.start, end=asked.end, who=who, every=every, many=MANY, outer=outer, number_of=document_number,
        undated_texts=undated_texts,
        t=timeline_words(ask.lang), bin_name=bin_name, counts_told=counts_told, lane_name=lane_name,
    )  # fmt: skip


@router.get("/timeline.svg", response_class=Response, responses=REFUSALS, tags=["timeline"])
def timeline_picture(
    ask: Asked,
    asked: Period,
    every: Every = False,  # noqa: FBT002
) -> Response:
    """The same lanes as a picture that stands on its own, with the first events written out."""
    with ask.store.reading() as db:
        counted, who = _counted(ask, db, asked.teller)
        told = told_first(db, asked.teller, asked.start, asked.end, LISTED)
    found = timeline_of(_of(within(counted, asked.start, asked.end), asked.teller), lanes=MANY if every else LANES)
    svg = timeline_svg(found, told, ask.wording, (who.name or ask.wording.unnamed) if who else "")
    name = f"{ask.wording.scene.timeline.casefold()}.svg"
    return Response(svg, media_type=SVG, headers={"content-disposition": f'attachment; filename="{name}"'})


def _counted(ask: Ask, db: Connection, teller: str | None) -> tuple[tuple[ToldCount, ...], EventTeller | None]:
    """All that is told of, and who is meant by a key. Raises W808 where he tells of nothing."""
    counted = ask.found.get(findings_of(db), "told", lambda: tallies(db))
    who = None if teller is None else tellers_of(counted).get(teller)
    if teller is not None and who is None:
        raise WederhoorError("W808", what="teller", name=teller, where="the case", remedy="/timeline lists them.")
    return counted, who


def bars_soon(ask: Ask, db: Connection) -> tuple[Bin, ...]:
    """The bars of all events of the case, for a page that shows other things too: none where it would have to wait for them."""
    if not has_few(ask, db) and ask.found.known(findings_of(db), "bars") is None:
        ask.passing = True
        return ()
    counted, _ = _counted(ask, db, None)
    return ask.found.get(findings_of(db), "bars", lambda: timeline_of(counted).bins)


def _of(counted: Sequence[ToldCount], teller: str | None) -> Sequence[ToldCount]:
    return counted if teller is None else [one for one in counted if one.teller.key == teller]


def _drawn(
    ask: Ask, db: Connection, asked: _Period, counted: tuple[ToldCount, ...], lanes: int
) -> tuple[_Drawn, tuple[Bin, ...]]:
    """What a period is drawn as, and the bars of all events of the case."""

    def make() -> _Drawn:
        chosen = _of(within(counted, asked.start, asked.end), asked.teller)
        without_day = sum(one.events for one in chosen if not one.known)
        return _Drawn(timeline_of(chosen, bars=BARS, lanes=lanes), sum(one.events for one in chosen), without_day)

    state = findings_of(db)
    drawn = ask.found.get(state, ("lanes", asked, lanes), make)
    return drawn, ask.found.get(state, "bars", lambda: timeline_of(counted).bins)
