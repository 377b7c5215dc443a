"""Moments that come of another: a part of it, what lies before or after it, so much later."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from wederhoor.reading.times import periods
from wederhoor.reading.times.expressions import Bound, Moved, Portion, Remainder, Stretch, Unit
from wederhoor.reading.times.periods import DAY, Period
from wederhoor.reading.times.units import WRITTEN, whole_units
from wederhoor.reading.times.view import Moment

Derived = Portion | Stretch | Remainder | Moved | Bound


def derived(node: Derived, of: Moment, today: dt.date | None) -> Moment:
    """The moment of an expression, given that of the one inside it."""
    match node:
        case Portion():
            return _portion(node, of)
        case Stretch():
            return _stretch(node, of)
        case Remainder():
            return _remainder(node, of, today)
        case Moved():
            return _moved(node, of)
        case Bound():
            return _bound(node, of)


def _portion(node: Portion, of: Moment) -> Moment:
    if of.period is None or of.type == "time" or of.period.grain in ("D", "WE", "days"):
        return of
    if of.period.grain == "Y" and node.share in ("first", "second"):
        part = periods.half(of.period.start.year, 1 if node.share == "first" else 2)
        return Moment("date", part.value, part.start, part.end, part, of.year)
    start, end = periods.share_of(of.period, node.share)
    return _between(of, start, end)


def _between(moment: Moment, start: dt.date | None, end: dt.date | None) -> Moment:
    """The same value with other days."""
    return replace(moment, start=start, end=end)


def _stretch(node: Stretch, of: Moment) -> Moment:
    whole = of.period
    if whole is None or node.unit in ("S", "MIN", "H"):
        return of
    if node.weekday:
        return _nth_weekday(node, whole)
    if node.count is None:
        return _between(of, whole.start, None) if node.nth > 0 else _between(of, None, whole.end)
    count = max(1, int(node.count))
    if node.nth > 0:
        start = periods.moved(whole.start, node.unit, node.nth - 1)
        end = periods.moved(start, node.unit, count) - DAY
    else:
        start, end = periods.moved(whole.end + DAY, node.unit, -count), whole.end
    if not whole.start <= start <= end:
        return Moment("date", of.value)
    first, last = periods.around(node.unit, start), periods.around(node.unit, end)
    exact = (first.start, last.end) == (start, end)
    value = of.value if not exact else first.value if first == last else f"{first.value}/{last.value}"
    return Moment("date", value, start, end, first if exact and first == last else None)


def _nth_weekday(node: Stretch, whole: Period) -> Moment:
    weekday = node.weekday or 1
    if node.nth > 0:
        date = whole.start + ((weekday - whole.start.isoweekday()) % 7 + 7 * (node.nth - 1)) * DAY
    else:
        date = whole.end - (whole.end.isoweekday() - weekday) % 7 * DAY
    period = periods.day(date)
    return Moment("date", period.value, date, date, period)


def _remainder(node: Remainder, of: Moment, today: dt.date | None) -> Moment:
    if of.start is None or of.end is None or today is None or not of.start <= today <= of.end or of.start == of.end:
        return of
    if node.side < 0:
        return _between(of, of.start, today)
    return _between(of, today if node.today else min(today + DAY, of.end), of.end)


def _moved(node: Moved, of: Moment) -> Moment:
    if of.period is None:
        return of
    count, unit = whole_units(node.amount)
    edge = of.period.end if node.sign > 0 else of.period.start
    start = periods.moved(edge, unit, node.sign * (count or 0))
    period = periods.around(unit if node.whole else _unit_of(of.period), start)
    return Moment("date", period.value, period.start, period.end, period)


def _unit_of(period: Period) -> Unit:
    return period.grain if period.grain in WRITTEN else "D"


def _bound(node: Bound, of: Moment) -> Moment:
    of = replace(of, year=None)  # what is told next need not lie in a year since which or until which something holds
    whole = 0 if of.type == "time" else 1
    match node.side:
        case "since":
            return _between(of, of.start, None)
        case "until":
            return _between(of, None, of.end)
        case "before":
            return _between(of, None, of.start and of.start - whole * DAY)
        case "after":
            return _between(of, of.end and of.end + whole * DAY, None)
