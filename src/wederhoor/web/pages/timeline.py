"""What happened when, by the author's own word and by that of others, side by side."""

from __future__ import annotations

from typing import Annotated

import msgspec
from fastapi import APIRouter, Query
from starlette.responses import Response

from wederhoor.store.keyset import page
from wederhoor.store.pages import state_of
from wederhoor.store.row_types import EventRow
from wederhoor.web.answers import whole
from wederhoor.web.ask import After, Asked, Day, shown_at
from wederhoor.web.queries import Month, document_number, events_between, events_in_all, months

router = APIRouter()
PAGE = 40
FIRST, LAST = "0001-01-01", "9999-12-31"
BARS = 240
"""Months that the overview shows, the latest."""


class TimelinePage(msgspec.Struct, frozen=True):
    """Events of a stretch of time: the author's own and those that others report."""

    own: tuple[EventRow, ...]
    reported: tuple[EventRow, ...]
    own_next: str | None
    reported_next: str | None
    months: tuple[Month, ...]
    undated: int
    """Events of the case that no list here can have."""


@shown_at(router, "/timeline")
def timeline(
    ask: Asked,
    start: Annotated[Day | None, Query(alias="from")] = None,
    end: Annotated[Day | None, Query(alias="until")] = None,
    own_after: After = None,
    reported_after: After = None,
) -> Response:
    """Events by the day on which they began."""
    first, last = (start.isoformat() if start else FIRST), (end.isoformat() if end else LAST)
    with ask.store.reading() as db:
        lists = {name: events_between(first, last, author=name == "own") for name in ("own", "reported")}
        own, reported = page(db, lists["own"], own_after, PAGE), page(db, lists["reported"], reported_after, PAGE)
        told = ask.kept.get(state_of(db), "months", lambda: months(db))
        undated = events_in_all(db) - sum(month.events for month in told)
    found = TimelinePage(own.rows, reported.rows, own.next, reported.next, told, undated)
    return ask.listed(
        "timeline.html.j2", found, EventRow, {name: whole(listing) for name, listing in lists.items()},
        table=whole(events_between(first, last)),
        start=start and first, end=end and last, bars=_bars(told), number_of=document_number,
    )  # fmt: skip


def _bars(told: tuple[Month, ...]) -> list[tuple[Month, float]]:
    """The latest months, every one of them, with the height of each in hundredths."""
    counts = {month.month: month.events for month in told}
    if not counts:
        return []
    year, month = (int(part) for part in max(counts).split("-"))
    names = [f"{(year * 12 + month - 1 - back) // 12:04}-{(month - 1 - back) % 12 + 1:02}" for back in range(BARS)]
    while names and names[-1] not in counts:
        names.pop()
    most = max(counts.get(name, 0) for name in names)
    return [(Month(name, counts.get(name, 0)), 100 * counts.get(name, 0) / most) for name in reversed(names)]
