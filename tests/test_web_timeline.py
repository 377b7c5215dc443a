"""The overview of the timeline: every dated event is in a bar, whatever the time between the first and the last."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from web_case import client

from wederhoor.store import Store
from wederhoor.web.pages.timeline import BARS, bins_of
from wederhoor.web.queries import DayTold

DAYS = st.lists(st.dates(), min_size=1, max_size=30, unique=True)


@given(DAYS)
def test_bars_hold_all_events_one_after_the_other(days: list[dt.date]) -> None:
    told = [DayTold(day.isoformat(), 2) for day in sorted(days)]
    bars = bins_of(told)
    assert sum(bar.events for bar in bars) == 2 * len(days)
    assert len(bars) <= BARS
    assert bars[0].start <= told[0].day <= bars[0].end
    assert bars[-1].start <= told[-1].day <= bars[-1].end
    for one, other in pairwise(bars):
        assert dt.date.fromisoformat(one.end) + dt.timedelta(days=1) == dt.date.fromisoformat(other.start)


@pytest.mark.parametrize(
    ("first", "last", "bar"),
    [
        ("2031-03-01", "2031-03-20", ("2031-03-01", "2031-03-01")),
        ("2029-03-02", "2031-03-20", ("2029-03-01", "2029-03-31")),
        ("1950-03-02", "2031-03-20", ("1950-01-01", "1950-12-31")),
        ("1201-03-02", "2031-03-20", ("1200-01-01", "1209-12-31")),
    ],
)
def test_bars_are_as_short_as_the_time_allows(first: str, last: str, bar: tuple[str, str]) -> None:
    found = bins_of([DayTold(first, 1), DayTold(last, 1)])
    assert (found[0].start, found[0].end) == bar


def test_no_event_is_left_out_of_the_page(store: Store) -> None:
    with client(store) as web:
        page = web.get("/timeline.json").json()
        events = sum(row["events"] for row in web.get("/documents.json").json()["rows"])
    dated = sum(bar["events"] for bar in page["bins"])
    assert dated + page["undated"] == events
    assert len(page["without_day"]) == page["undated"]
