"""What happened when, by the author's own word and by that of others, side by side."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from typing import Annotated, Final

import msgspec
from fastapi import APIRouter, Query
from starlette.responses import Response

from wederhoor.store.keyset import page
from wederhoor.store.pages import state_of
from wederhoor.store.row_types import EventRow
from wederhoor.web.answers import whole
from wederhoor.web.ask import After, Asked, Day, shown_at
from wederhoor.web.queries import (
    DayTold,
    all_events,
    days_told,
    document_number,
    events_between,
    events_in_all,
    events_undated,
)

router = APIRouter()
PAGE = 40
FIRST, LAST = "0001-01-01", "9999-12-31"
BARS: Final = 240
"""Bars of the overview at most: days, months, years, ..., whichever is the shortest that all dated events fit in."""


UNITS: Final = (0, 1, 12, 120, 1200)
"""Months of a bar; 0 is a day."""


class Bin(msgspec.Struct, frozen=True):
    """How many events began in a stretch of time, both days inclusive."""

    start: str
    end: str
    events: int


class TimelinePage(msgspec.Struct, frozen=True):
    """Events of a stretch of time: the author's own and those that others report; and all those of which no day is known."""

    own: tuple[EventRow, ...]
    reported: tuple[EventRow, ...]
    without_day: tuple[EventRow, ...]
    own_next: str | None
    reported_next: str | None
    without_day_next: str | None
    bins: tuple[Bin, ...]
    undated: int


@shown_at(router, "/timeline")
def timeline(
    ask: Asked,
    start: Annotated[Day | None, Query(alias="from")] = None,
    end: Annotated[Day | None, Query(alias="until")] = None,
    own_after: After = None,
    reported_after: After = None,
    without_day_after: After = None,
) -> Response:
    """Events by the day on which they began."""
    first, last = (start.isoformat() if start else FIRST), (end.isoformat() if end else LAST)
    with ask.store.reading() as db:
        lists = {name: events_between(first, last, author=name == "own") for name in ("own", "reported")}
        lists["without_day"] = events_undated()
        own, reported, rest = (
            page(db, listing, after, PAGE)
            for listing, after in zip(lists.values(), (own_after, reported_after, without_day_after), strict=True)
        )
        told = ask.kept.get(state_of(db), "days", lambda: days_told(db))
        undated = events_in_all(db) - sum(day.events for day in told)
    found = TimelinePage(own.rows, reported.rows, rest.rows, own.next, reported.next, rest.next, bins_of(told), undated)
    return ask.listed(
        "timeline.html.j2", found, EventRow, {name: whole(listing) for name, listing in lists.items()},
        table=whole(events_between(first, last) if start or end else all_events()),
        start=start and first, end=end and last, number_of=document_number,
    )  # fmt: skip


def bins_of(told: Sequence[DayTold]) -> tuple[Bin, ...]:
    """All dated events by days, months, years, or tens or hundreds of years, every stretch from the first to the last."""
    days = [(day, one.events) for one in told if (day := _day(one.day)) is not None]
    if not days:
        return ()
    first, last = days[0][0], days[-1][0]
    unit = next((one for one in UNITS if _count(first, last, one) <= BARS), UNITS[-1])
    counts: Counter[dt.date] = Counter()
    for day, events in days:
        counts[_start(day, unit)] += events
    found, start = [], _start(first, unit)
    while start <= last:
        after = _next(start, unit)
        end = dt.date(9999, 12, 31) if after is None else after - dt.timedelta(days=1)
        found.append(Bin(start.isoformat(), end.isoformat(), counts[start]))
        if after is None:
            break
        start = after
    return tuple(found)


def _day(given: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(given)
    except ValueError:  # a month or a year of an older version
        return None


def _count(first: dt.date, last: dt.date, unit: int) -> int:
    """Bars from the first day to the last."""
    if not unit:
        return (last - first).days + 1
    return (_months(last) // unit) - (_months(first) // unit) + 1


def _months(day: dt.date) -> int:
    return day.year * 12 + day.month - 1


def _start(day: dt.date, unit: int) -> dt.date:
    """The first day of the stretch that a day is in."""
    return day if not unit else _first_of(_months(day) // unit * unit)


def _next(start: dt.date, unit: int) -> dt.date | None:
    """The first day of the next stretch; None where the calendar ends."""
    try:
        return start + dt.timedelta(days=1) if not unit else _first_of((_months(start) // unit + 1) * unit)
    except (ValueError, OverflowError):
        return None


def _first_of(months: int) -> dt.date:
    return dt.date(max(1, months // 12), months % 12 + 1, 1)
