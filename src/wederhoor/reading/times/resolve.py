"""Expressions -> moments: type, value, first and last day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace
from typing import Final, Literal

import msgspec

from wederhoor.languages.times import Times
from wederhoor.reading.times import periods
from wederhoor.reading.times.dates import dated, full_year
from wederhoor.reading.times.derive import derived
from wederhoor.reading.times.expressions import (
    Bound,
    Calendar,
    Duration,
    Moved,
    Night,
    Node,
    Portion,
    Range,
    Reference,
    Remainder,
    Repeated,
    Rolling,
    Stretch,
)
from wederhoor.reading.times.periods import DAY
from wederhoor.reading.times.symbols import symbol
from wederhoor.reading.times.units import duration_value, whole_units
from wederhoor.reading.times.view import Moment, View

NIGHT: Final = "NI"
FIELDS_OF: Final[dict[str | None, tuple[str, ...]]] = {"W": ("weekday",), "Y": ("month", "season", "quarter")}
"""What a week or a year that is named with the last end of a range may be that of the first end too: *van maandag*."""
EITHER: Final = "ONCE_REF"
"""Of a word that the tense puts in the past or the future: *ooit*."""


def resolve(node: Node, view: View, times: Times) -> Moment:
    """The moment of an expression. What cannot be dated, for want of a date or because there is no such day, is symbolic."""
    try:
        return _resolved(node, view, times)
    except (ValueError, OverflowError):
        # 31 February, the year 12000: the words stay, without days
        return _undated(node)


def _resolved(node: Node, view: View, times: Times) -> Moment:
    match node:
        case Calendar():
            return _calendar(node, view, times)
        case Range():
            return _range(node, view, times)
        case Night():
            return _night(node, view, times)
        case Portion() | Stretch() | Remainder() | Moved():
            return derived(node, _resolved(node.of, view, times), view.today)
        case Bound():
            inside = view if node.tense is None else replace(view, tense=node.tense)
            return derived(node, _resolved(node.of, inside, times), view.today)
        case Rolling():
            return _rolling(node, view)
        case Reference():
            return _reference(node, view)
        case Duration():
            return Moment("duration", duration_value(node))
        case Repeated():
            return Moment("set", node.value)


def _reference(node: Reference, view: View) -> Moment:
    if node.value == EITHER:
        return Moment("date", "FUTURE_REF" if view.tense > 0 else "PAST_REF")
    today = view.today if node.dated else None
    return Moment("date", node.value, today, today, None if today is None else periods.day(today))


def _calendar(c: Calendar, view: View, times: Times) -> Moment:
    period = dated(c, view, times)
    part = c.part
    if c.holiday:
        part = part or periods.holiday(2000, c.holiday, times)[1]
    kind: Literal["date", "time"] = "time" if part or c.hour is not None or c.unit in ("S", "MIN", "H") else "date"
    if period is None:
        return Moment(kind, _symbol(c, times) + _hours(c, part, times))
    if part == NIGHT and c.hour is None and period.grain == "D":
        return _night_of(period.start, c, view)
    told = c.year is not None or (c.base == "text" and c.unit is not None) or view.year == period.start.year
    year = full_year(c.year, view) if c.year is not None else period.start.year if told else None
    return Moment(kind, period.value + _hours(c, part, times), period.start, period.end, period, year)


def _symbol(c: Calendar, times: Times) -> str:
    if c.holiday and "easter" not in times.holidays[c.holiday] and "#" not in times.holidays[c.holiday]:
        period, _ = periods.holiday(2001, c.holiday, times)
        return period.value.replace("2001", "XXXX").replace("2002", "XXXX")
    return symbol(c)


def _hours(c: Calendar, part: str | None, times: Times) -> str:
    """T14:30, TMO; an hour with a part of the day counts from noon in afternoon and evening."""
    if c.hour is None:
        return f"T{part}" if part else ""
    hour = c.hour + 12 if part in times.pm and c.hour < 12 else c.hour
    return f"T{hour:02}:{c.minute or 0:02}"


def _night_of(date: dt.date, c: Calendar, view: View) -> Moment:
    """A night has the name of the evening before it; *vannacht*, *afgelopen nacht* told of is the one that is over."""
    ended = c.unit == "D" and c.base == "document" and c.step == 0 and view.tense < 0
    evening = date - DAY if ended else date
    return Moment("time", f"{evening.isoformat()}T{NIGHT}", evening, evening + DAY, periods.day(evening))


def _range(node: Range, view: View, times: Times) -> Moment:
    first, last = node.first, node.last
    if isinstance(first, Calendar) and isinstance(last, Calendar):
        first = _completed(first, last)
    one = _resolved(first, view, times)
    ahead = view
    if one.start is not None and not (isinstance(last, Calendar) and (last.unit or last.year)):
        ahead = replace(view, today=one.start, tense=1)
    other = _resolved(last, ahead, times)
    kind: Literal["date", "time"] = "time" if "time" in (one.type, other.type) else "date"
    start, end = one.start, other.end
    value = f"{one.value.split('/')[0]}/{other.value.split('/')[-1]}"
    if start is None or end is None or end < start:
        return Moment(kind, value)
    if node.weekend:
        weekend = periods.weekend(start)
        return Moment("date", weekend.value, weekend.start, weekend.end, weekend, one.year)
    return Moment(kind, value, start, end, other.period, other.year)


def _completed(first: Calendar, last: Calendar) -> Calendar:
    """The first end with what only the last one names."""
    new: dict[str, object] = {}
    if first.day and first.month is None:
        new["month"] = last.month
    if first.year is None and last.year is not None and _names_one(first, ("day", *FIELDS_OF["Y"])):
        new["year"] = last.year - _ends_a_year_later(first, last)
    if first.unit is None and _names_one(first, FIELDS_OF.get(last.unit, ())):
        new |= {"unit": last.unit, "step": last.step, "base": last.base}
    if first.hour is not None and last.weekday and not first.weekday:
        new["weekday"] = last.weekday
    return msgspec.structs.replace(first, **new)


def _names_one(c: Calendar, fields: Iterable[str]) -> bool:
    return any(getattr(c, field) for field in fields)


def _ends_a_year_later(first: Calendar, last: Calendar) -> bool:
    """*van november tot februari 2031*."""
    return first.month is not None and last.month is not None and first.month > last.month


def _night(node: Night, view: View, times: Times) -> Moment:
    first = _completed(node.first, node.last)
    period = dated(first, view, times)
    if period is None or period.grain != "D":
        return Moment("time", f"{symbol(first)}T{node.part}")
    end = period.start + DAY
    return Moment("time", f"{period.value}T{node.part}", period.start, end, period)


def _rolling(node: Rolling, view: View) -> Moment:
    """So long up to now or from now; a clause in past tense counts from a day that it does not name."""
    value = duration_value(node.amount)
    if view.today is None or (node.kind != "rolled" and view.tense < 0):
        return Moment("duration", value)
    count, unit = whole_units(node.amount)
    far = None if count is None else periods.moved(view.today, unit, node.side * count)
    if node.side < 0:
        return Moment("duration", value, far, None if node.kind == "since" else view.today)
    soon = node.kind == "within" or far == view.today  # the coming hours are today's
    return Moment("duration", value, view.today if soon else view.today + DAY, far)


def _undated(node: Node) -> Moment:
    match node:
        case Calendar():
            kind: Literal["date", "time"] = "time" if node.part or node.hour is not None else "date"
            return Moment(kind, symbol(node))
        case Duration() | Rolling():
            return Moment("duration", duration_value(node if isinstance(node, Duration) else node.amount))
        case Range() | Night():
            one, other = _undated(node.first), _undated(node.last)
            return Moment(one.type, f"{one.value}/{other.value}")
        case Portion() | Stretch() | Remainder() | Moved() | Bound():
            return _undated(node.of)
        case _:
            return Moment("date", "XXXX-XX-XX")
