"""What is written for a calendar expression that cannot be dated: XXXX-WXX-5, -P1W, XXXX-02-31."""

from __future__ import annotations

from typing import Final

from wederhoor.reading.times.expressions import Calendar, Unit
from wederhoor.reading.times.units import WRITTEN

UNNAMED: Final[dict[Unit, str]] = {
    "D": "XXXX-XX-XX", "W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "M": "XXXX-XX", "Q": "XXXX-QX", "HY": "XXXX-HX",
    "Y": "XXXX", "DEC": "XXX", "CEN": "XX",
}  # fmt: skip
"""A day, a week, a month that is not named otherwise."""


def symbol(c: Calendar) -> str:
    """The value without hours and parts of the day; a step from a date that is not known is a duration with a sign."""
    if c.era == -1:
        return f"BC{c.year or 0:04}"
    if c.decade is not None:
        return f"XX{c.decade % 10}"
    if c.century is not None:
        return f"{c.century - 1:02}"
    step = _step(c) if c.unit is not None and (c.base == "document" or c.step) else None
    inside = _inside(c)
    if inside is not None:
        return f"{step or _around(c)}-{inside}"
    if c.unit is not None:
        return step or UNNAMED.get(c.unit, UNNAMED["D"])
    return _unnamed(c)


def _around(c: Calendar) -> str:
    """The year, or the week of a weekday that is no day of a month."""
    return UNNAMED["W"] if c.weekend or (c.weekday and not c.month) else _year(c)


def _year(c: Calendar) -> str:
    return f"{c.year:04}" if c.year is not None and c.year >= 100 else UNNAMED["Y"]


def _unnamed(c: Calendar) -> str:
    """A year, else a day or a month that has no name."""
    if c.year is not None:
        return _year(c)
    return UNNAMED["D"] if c.part or c.hour is not None or c.holiday else UNNAMED["M"]


def _inside(c: Calendar) -> str | None:
    """What is named inside a year, or inside a week."""
    if c.season:
        return c.season
    if c.quarter or c.half:
        return f"Q{c.quarter}" if c.quarter else f"H{c.half}"
    if c.month:
        return f"{c.month:02}-{c.day:02}" if c.day else f"{c.month:02}"
    if c.weekend or c.weekday:
        return "WE" if c.weekend else str(c.weekday)
    return f"XX-{c.day:02}" if c.day else None


def _step(c: Calendar) -> str:
    """A step from the document's date or the time last named as a duration with a sign: -P1W, P0D."""
    letter, times = WRITTEN[c.unit or "D"]
    time = "T" if c.unit in ("S", "MIN", "H") else ""
    return f"{'-' if c.step < 0 else ''}P{time}{abs(c.step) * times}{letter}"
