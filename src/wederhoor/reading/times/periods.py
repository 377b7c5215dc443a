"""Periods of the calendar: their first and last day, how TIMEX3 writes them, and steps from one to another.

Every function raises ValueError or OverflowError for what lies outside the years 1 to 9999 or does not exist (31 February).
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from typing import Final, Literal

import msgspec

from wederhoor.languages.times import Times
from wederhoor.reading.times.expressions import Share, Unit

Grain = Literal["D", "W", "WE", "M", "Q", "HY", "Y", "DEC", "CEN", "season", "term", "days"]
DAY: Final = dt.timedelta(days=1)
THIRDS: Final[dict[Share, tuple[float, float]]] = {
    "begin": (0, 1 / 3), "middle": (1 / 3, 2 / 3), "end": (2 / 3, 1), "first": (0, 0.5), "second": (0.5, 1)
}  # fmt: skip
WEEK: Final[dict[Share, tuple[int, int]]] = {
    "begin": (0, 1), "middle": (2, 3), "end": (4, 6), "first": (0, 2), "second": (3, 6)
}  # fmt: skip
"""First and last day (0 is Monday) of a share of the week."""


class Period(msgspec.Struct, frozen=True):
    """Days from ``start`` to ``end``, both included; ``value`` as in TIMEX3."""

    start: dt.date
    end: dt.date
    grain: Grain
    value: str


def day(date: dt.date) -> Period:
    return Period(date, date, "D", date.isoformat())


def days(start: dt.date, end: dt.date) -> Period:
    value = start.isoformat() if start == end else f"{start.isoformat()}/{end.isoformat()}"
    return Period(start, end, "D" if start == end else "days", value)


def month(year: int, number: int) -> Period:
    return Period(dt.date(year, number, 1), _last_of(year, number), "M", f"{year:04}-{number:02}")


def year(number: int) -> Period:
    return Period(dt.date(number, 1, 1), dt.date(number, 12, 31), "Y", f"{number:04}")


def quarter(number: int, which: int) -> Period:
    return Period(dt.date(number, which * 3 - 2, 1), _last_of(number, which * 3), "Q", f"{number:04}-Q{which}")


def half(number: int, which: int) -> Period:
    return Period(dt.date(number, which * 6 - 5, 1), _last_of(number, which * 6), "HY", f"{number:04}-H{which}")


def season(number: int, which: str, times: Times) -> Period:
    """The season that begins in a year; winter ends in the next."""
    first, last = (int(part) for part in times.seasons[which].split("-"))
    return Period(dt.date(number, first, 1), _last_of(number + (last < first), last), "season", f"{number:04}-{which}")


def term(number: int, which: str, times: Times) -> Period:
    """The school year or football season that begins in a year."""
    begin, end = (tuple(map(int, edge.split("-"))) for edge in (times.terms[which].begin, times.terms[which].end))
    value = f"{number:04}/{number + 1:04}"
    return Period(dt.date(number, *begin), dt.date(number + 1, *end), "term", value)


def decade(first: int) -> Period:
    return Period(dt.date(first, 1, 1), dt.date(first + 9, 12, 31), "DEC", f"{first // 10:03}")


def century(number: int) -> Period:
    """The twentieth is 1901-2000; TIMEX3 writes 19."""
    return Period(dt.date(number * 100 - 99, 1, 1), dt.date(number * 100, 12, 31), "CEN", f"{number - 1:02}")


def week(date: dt.date) -> Period:
    monday = date - date.weekday() * DAY
    iso = date.isocalendar()
    return Period(monday, monday + 6 * DAY, "W", f"{iso.year:04}-W{iso.week:02}")


def weekend(date: dt.date) -> Period:
    """Saturday and Sunday of the week of a day."""
    whole = week(date)
    return Period(whole.start + 5 * DAY, whole.end, "WE", f"{whole.value}-WE")


def holiday(number: int, name: str, times: Times) -> tuple[Period, str | None]:
    """A feast in a year, and the part of the day that it is, as the language's ``holidays`` say."""
    rule = times.holidays[name]
    rule, _, part = rule.partition("T")
    first, _, last = rule.partition("..")
    start = _feast(number, first)
    end = start + int(last) * DAY if last.startswith("+") else _feast(number, last) if last else start
    return days(start, end), part or None


def _feast(number: int, rule: str) -> dt.date:
    """``easter+39``; ``09#2#3``: the third Tuesday of September; ``04-27-7``: a day earlier where that is Sunday."""
    if match := re.fullmatch(r"easter([+-]\d+)", rule):
        return easter(number) + int(match[1]) * DAY
    if "#" in rule:
        plain, _, more = rule.partition("+")
        which, weekday, nth = map(int, plain.split("#"))
        first = dt.date(number, which, 1)
        return first + ((weekday - first.isoweekday()) % 7 + 7 * (nth - 1) + int(more or 0)) * DAY
    which, date, *avoided = map(int, rule.split("-"))
    found = dt.date(number, which, date)
    return found - DAY if avoided and found.isoweekday() == avoided[0] else found


def easter(number: int) -> dt.date:
    """Easter Sunday of the Gregorian calendar (Meeus/Jones/Butcher)."""
    a, (b, c) = number % 19, divmod(number, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    which, date = divmod(h + m - 7 * n + 114, 31)
    return dt.date(number, which, date + 1)


def around(unit: Unit, date: dt.date) -> Period:
    """The period of a unit that a day lies in."""
    match unit:
        case "W":
            return week(date)
        case "WE":
            return weekend(date)
        case "M":
            return month(date.year, date.month)
        case "Q":
            return quarter(date.year, (date.month + 2) // 3)
        case "HY":
            return half(date.year, (date.month + 5) // 6)
        case "Y":
            return year(date.year)
        case "DEC":
            return decade(date.year // 10 * 10)
        case "CEN":
            return century((date.year + 99) // 100)
        case _:
            return day(date)


def moved(date: dt.date, unit: Unit, count: float) -> dt.date:
    """A day so many units later; the 31st of a shorter month is its last day."""
    months = {"M": 1, "Q": 3, "HY": 6, "Y": 12, "DEC": 120, "CEN": 1200}.get(unit)
    if months:
        total = date.year * 12 + date.month - 1 + int(count * months)
        number, which = total // 12, total % 12 + 1
        return dt.date(number, which, min(date.day, calendar.monthrange(number, which)[1]))
    share = {"S": 1 / 86400, "MIN": 1 / 1440, "H": 1 / 24, "W": 7, "WE": 7}.get(unit, 1)
    return date + int(count * share) * DAY


def share_of(period: Period, share: Share) -> tuple[dt.date, dt.date]:
    """First and last day of a third or a half of a period: of months 1-10, 11-20 and the rest, of years whole months."""
    if period.grain == "W":
        first, last = WEEK[share]
        return period.start + first * DAY, period.start + last * DAY
    low, high = THIRDS[share]
    if period.grain == "M" and share in ("begin", "middle", "end"):
        start = period.start + round(low * 30) * DAY
        return start, period.end if high == 1 else period.start + (round(high * 30) - 1) * DAY
    months = (period.end.year - period.start.year) * 12 + period.end.month - period.start.month + 1
    if period.grain == "DEC" and share in ("begin", "middle", "end"):
        first, last = {"begin": (0, 3), "middle": (4, 6), "end": (7, 9)}[share]
        return dt.date(period.start.year + first, 1, 1), dt.date(period.start.year + last, 12, 31)
    if period.start.day == 1 and months >= 3:
        start = moved(period.start, "M", round(low * months))
        return start, moved(period.start, "M", round(high * months)) - DAY
    length = (period.end - period.start).days + 1
    return period.start + round(low * length) * DAY, period.start + (round(high * length) - 1) * DAY


def _last_of(number: int, which: int) -> dt.date:
    return dt.date(number, which, calendar.monthrange(number, which)[1])
