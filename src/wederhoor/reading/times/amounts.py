"""Durations and sets: the makers of how long and how often."""

from __future__ import annotations

from typing import Final, cast

import msgspec

from wederhoor.reading.times.build import Fixed, Parts, of_class
from wederhoor.reading.times.expressions import Calendar, Duration, Repeated, Unit
from wederhoor.reading.times.units import SMALLER, duration_value, normal_unit, set_value
from wederhoor.records.prepared import prepared

REPEATED: Final = {
    "WEEKDAY": "weekday", "WEEKDAYS": "weekday", "MONTH": "month", "SEASON": "season", "PART": "part", "PARTS": "part",
    "WEEKEND": "weekend", "WEEKENDS": "weekend",
}  # fmt: skip
"""Class -> the field that comes back every week, year or day."""


def unit_of(parts: Parts) -> tuple[Unit, int]:
    return normal_unit(cast("str", of_class(parts, "UNIT", "UNITS", "DURWORD")))


def amount_of(parts: Parts) -> Duration:
    """The duration among the parts; a plural alone is some of them, a singular one."""
    whole = of_class(parts, "DUR")
    if whole is not None:
        return cast("Duration", whole)
    unit, many = unit_of(parts)
    return Duration(many if of_class(parts, "UNIT") else None, unit)


def same(parts: Parts, _: Fixed) -> object:
    """What one of the parts is already: *drie weken lang*."""
    return next((value for name, value in parts if not name.startswith("=")), parts[0][1])


# Durations


def duration(parts: Parts, _: Fixed) -> Duration:
    """*ruim drie uur*, *twee à drie weken*, *4-5 jaar*, *enkele dagen*, *een jaar of tien*."""
    unit, times = unit_of(parts)
    counts = [cast("float", value) for name, value in parts if name == "NUM"]
    counts += cast("tuple[float, ...]", of_class(parts, "DAYS") or ())
    if of_class(parts, "VAGUE"):
        return Duration(None, unit)
    first, last = (counts or [1.0])[0], (counts or [1.0])[-1]
    return Duration(first * times, unit, last * times if len(counts) > 1 else None)


def sum_of(parts: Parts, _: Fixed) -> Duration | None:
    """*twee uur en veertig minuten*."""
    first, last = (cast("Duration", value) for name, value in parts if name == "DUR")
    unit, times = SMALLER.get(first.unit, (first.unit, 1))
    if unit != last.unit or times == 1 or first.count is None or last.count is None or first.most or last.most:
        return None
    return Duration(first.count * times + last.count, unit)


def whole(parts: Parts, _: Fixed) -> Duration | None:
    """*de hele week*; *het hele weekend* is that weekend."""
    unit, many = unit_of(parts)
    return None if unit == "WE" else Duration(many, unit)


def long(parts: Parts, _: Fixed) -> Duration:
    """*wekenlang*, *jaren lang*."""
    return Duration(None, unit_of(parts)[0])


def age(parts: Parts, _: Fixed) -> Duration:
    return cast("Duration", parts[0][1])


def elapsed(parts: Parts, _: Fixed) -> Duration:
    """*na drie jaar*."""
    return amount_of(parts)


def half(parts: Parts, _: Fixed) -> float:
    """*een half*, *twee en een half*, *3 1/2*."""
    return cast("float", of_class(parts, "HALF", "FRACTION")) + (
        cast("float", of_class(parts, "NUM")) if parts[0][0] == "NUM" else 0
    )


def times(parts: Parts, _: Fixed) -> float:
    """*twee miljoen*."""
    return cast("float", of_class(parts, "NUM")) * cast("float", of_class(parts, "MULT"))


def count(parts: Parts, _: Fixed) -> object:
    return of_class(parts, "NUM")


# Sets


def every(parts: Parts, _: Fixed) -> Repeated | None:
    """*elke dinsdag*, *elke twee weken*, *eens in de vijf jaar*, *dinsdags*."""
    if amount := of_class(parts, "DUR"):
        return Repeated(duration_value(cast("Duration", amount)))
    for name, field in REPEATED.items():
        if (value := of_class(parts, name)) is not None:
            return Repeated(set_value(msgspec.convert({field: value}, prepared(Calendar))))
    if pair := of_class(parts, "WEEKPART", "WEEKPARTS"):
        weekday, part = cast("tuple[int, str]", pair)
        return Repeated(set_value(Calendar(weekday=weekday, part=part)))
    if of_class(parts, "HOLIDAY"):
        return Repeated("P1Y")
    return Repeated(duration_value(Duration(cast("float", of_class(parts, "NUM", "ORD") or 1), unit_of(parts)[0])))


def other(parts: Parts, _: Fixed) -> Repeated:
    """*om de week*: every second one."""
    unit, many = unit_of(parts)
    return Repeated(duration_value(Duration(2 * many, unit)))


def per(parts: Parts, _: Fixed) -> Repeated | None:
    """*twee keer per jaar*, *per maand*. By the hour and the second go speeds, not times."""
    unit, many = unit_of(parts)
    if unit in ("S", "MIN", "H") and not of_class(parts, "TIMES"):
        return None
    return Repeated(duration_value(Duration(many, unit)))


def setword(parts: Parts, _: Fixed) -> Repeated:
    return Repeated(cast("str", parts[0][1]))
