"""Calendar expressions -> periods: which January, which Friday, and what is written where nobody can say."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from typing import Final

from wederhoor.languages.times import Times
from wederhoor.reading.times import periods
from wederhoor.reading.times.expressions import Calendar, Unit
from wederhoor.reading.times.periods import DAY, Period
from wederhoor.reading.times.view import View
from wederhoor.syntax.tense import Tense

NEARBY: Final = ((range(-1, 2), True), (range(-1, 2), False), (range(-9, 10), False))
"""Years from this one in which a day is looked for, first with the weekday that is named; 29 February is further away."""
TO_COME: Final = 5
"""Years of a decade that must have gone by before a text in past tense calls it by its number."""


def dated(c: Calendar, view: View, times: Times) -> Period | None:
    """The period that the fields down to the day name; None where it cannot be known. Hours and parts of the day are left.

    Raises ValueError and OverflowError for days that do not exist.
    """
    if c.era == -1:
        return None
    frame = _frame(c, view)
    if frame is None and (c.unit is not None or c.base == "text"):
        return None
    if c.decade is not None:
        return _decade(c, frame, view)
    yearly = _yearly(c, times)
    if yearly is not None:
        return _in_year(c, yearly, frame, view)
    if c.weekend or c.weekday:
        return _in_week(c, frame, view)
    if c.term:
        return _term(c.term, c, frame, view, times)
    return _day_in(frame, c) if frame is not None else _today(c, view)


def _day_in(frame: Period, c: Calendar) -> Period:
    """The day of a month; any other frame as it is."""
    if frame.grain == "M" and c.day is not None:
        return periods.day(frame.start.replace(day=c.day))
    return frame


def _frame(c: Calendar, view: View) -> Period | None:
    """The period that the rest lies in: a year, a century, or so many units from the document's date or the time last named."""
    if c.century is not None:
        return periods.century(c.century)
    if c.year is not None:
        return periods.year(full_year(c.year, view))
    if c.unit is None:
        if c.base == "document":
            return None
        unit: Unit = "W" if c.weekday or c.weekend else "Y"
        return view.last(unit)
    if c.base == "document":
        return None if view.today is None else periods.around(c.unit, periods.moved(view.today, c.unit, c.step))
    last = view.last(c.unit)
    return None if last is None else periods.around(c.unit, periods.moved(last.start, c.unit, c.step))


def full_year(number: int, view: View) -> int:
    """*'98*: of two digits the last such year, or the next where that is near."""
    if number >= 100:
        return number
    this = view.today.year if view.today else dt.date.max.year
    if view.today is None:
        return 1900 + number if number > 30 else 2000 + number
    near = this // 100 * 100 + number
    return near if near <= this + 20 else near - 100


def _decade(c: Calendar, frame: Period | None, view: View) -> Period:
    if c.decade is None or c.decade >= 100:
        return periods.decade((c.decade or 0) * 10)
    if frame is not None:
        return periods.decade((frame.end.year // 100 - (frame.end.year % 100 == 0)) * 100 + c.decade * 10)
    if view.today is None:
        return periods.decade((1900 if c.decade >= 2 else 2000) + c.decade * 10)
    first = view.today.year // 100 * 100 + c.decade * 10
    if first > view.today.year or (view.today.year - first < TO_COME and view.tense < 0):
        first -= 100
    return periods.decade(first)


def _yearly(c: Calendar, times: Times) -> Callable[[int], Period] | None:
    """What the fields name, as a function of the year."""
    if c.holiday:
        name = c.holiday
        return lambda year: periods.holiday(year, name, times)[0]
    if c.month and c.day:
        number, date = c.month, c.day
        return lambda year: periods.day(dt.date(year, number, date))
    if c.month:
        number = c.month
        return lambda year: periods.month(year, number)
    if c.season:
        which = c.season
        return lambda year: periods.season(year, which, times)
    if c.quarter:
        nth = c.quarter
        return lambda year: periods.quarter(year, nth)
    if c.half:
        nth = c.half
        return lambda year: periods.half(year, nth)
    return None


def _in_year(c: Calendar, yearly: Callable[[int], Period], frame: Period | None, view: View) -> Period | None:
    if frame is not None:
        return _in_frame(c, yearly, frame, view)
    if view.year is not None and c.turn is None:
        return yearly(view.year)
    if view.today is None:
        return None
    _require_day(c)
    tense = Tense.NONE if view.tense == Tense.DONE else view.tense
    for span, checked in NEARBY:
        known = _existing(yearly, (view.today.year + n for n in span))
        likely = [p for p in known if not checked or _on_weekday(p, c)]
        if found := _turned(likely, view.today, c.turn, tense):
            return found
    return None


def _in_frame(c: Calendar, yearly: Callable[[int], Period], frame: Period, view: View) -> Period | None:
    """What lies in the year of the frame; *de volgende mei* after or before a time that the text named."""
    year = frame.start.year
    if c.base == "text" and c.turn and c.unit is None:
        return _turned([yearly(year + n) for n in (-1, 0, 1)], frame.start, c.turn, view.tense)
    return yearly(year)


def _require_day(c: Calendar) -> None:
    """Raise ValueError for a day that no year has: the 31st of February."""
    if c.day and c.month:
        dt.date(2000, c.month, c.day)


def _existing(yearly: Callable[[int], Period], years: Iterable[int]) -> Iterator[Period]:
    """Of each year its period, except years that have none: 29 February."""
    for year in years:
        with suppress(ValueError):
            yield yearly(year)


def _on_weekday(period: Period, c: Calendar) -> bool:
    return not c.weekday or not c.day or period.start.isoweekday() == c.weekday


def _in_week(c: Calendar, frame: Period | None, view: View) -> Period | None:
    """A weekday or a weekend, in the week of the frame or near the document's date."""
    if c.weekday and (c.month or c.day):
        return None
    of = periods.weekend if c.weekend else _weekday(c.weekday or 1)
    if frame is not None:
        return of(frame.start + (c.turn or 0) * 7 * DAY if c.base == "text" and c.unit is None else frame.start)
    if view.today is None:
        return None
    if c.turn == 0 and not (c.weekend and view.tense == Tense.PAST):
        return of(view.today)
    return _turned((of(view.today + n * 7 * DAY) for n in range(-2, 3)), view.today, c.turn, view.tense)


def _weekday(number: int) -> Callable[[dt.date], Period]:
    return lambda date: periods.day(date + (number - date.isoweekday()) * DAY)


def _term(which: str, c: Calendar, frame: Period | None, view: View, times: Times) -> Period | None:
    """The season or school year that begins in a year, or that is on, over or next at the document's date."""
    if frame is not None:
        return periods.term(frame.start.year, which, times)
    if view.today is None:
        return None
    known = [periods.term(view.today.year + n, which, times) for n in range(-2, 3)]
    return _turned(known, view.today, c.turn, view.tense)


def _today(c: Calendar, view: View) -> Period | None:
    """The day of an hour or a part of the day that stands alone."""
    if c.day is not None or (c.part is None and c.hour is None):
        return None
    if c.turn is not None and view.today is not None:
        return periods.day(view.today + c.turn * DAY) if c.turn < 0 else periods.day(view.today)
    # an hour is of this day, a part of the day may be of every day
    found = view.day if c.hour is not None else view.named_day if view.tense <= 0 else None
    return None if found is None else periods.day(found)


def _turned(known: Iterable[Period], today: dt.date, turn: int | None, tense: int) -> Period | None:
    """Of periods in order of time: the last, this, the next; without such a word as the tense has it."""
    found = list(known)
    if turn == -1:
        return next((p for p in reversed(found) if p.end < today), None)
    if turn == 1:
        return next((p for p in found if p.start > today), None)
    now = next((p for p in found if p.start <= today <= p.end), None)
    return now if turn == 0 and now else _as_told(found, today, tense)


def _as_told(known: Sequence[Period], today: dt.date, tense: int) -> Period | None:
    """The last that has begun for a past tense, the first that has not ended for one of what will be, else the nearest."""
    if tense < 0:
        return next((p for p in reversed(known) if p.start <= today), None)
    if tense > 0:
        return next((p for p in known if p.end >= today), None)
    return min(known, key=lambda p: abs((p.start - today).days), default=None)
