"""From the words of a matched rule to what they say: one function for every ``make`` that a rule can name.

Each takes the parts (class, value) in text order and the rule's fixed values, and gives the value of the new item; None where the
words do not go together after all.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final, cast

import msgspec

from wederhoor.reading.times.expressions import (
    Calendar,
    Duration,
    Range,
    Reference,
    Unit,
)
from wederhoor.reading.times.units import normal_unit
from wederhoor.records.prepared import prepared

Parts = list[tuple[str, object]]
Fixed = Mapping[str, object]
Maker = Callable[[Parts, Fixed], object]

FIELD: Final = {
    "WEEKDAY": "weekday", "MONTH": "month", "SEASON": "season", "PART": "part", "PARTADV": "part", "DAY": "day",
    "ORD": "day", "YEAR": "year", "SHORTYEAR": "year", "WEEKEND": "weekend", "HOLIDAY": "holiday", "FEAST": "holiday",
    "TERM": "term", "JL": "turn",
}  # fmt: skip
"""The field of a calendar expression that a class of words fills."""
TURN: Final = {"PREV": -1, "NEXT": 1, "THIS": 0, "CURRENT": 0}
NAMES: Final = frozenset(FIELD.values()) | {"century", "decade", "half", "quarter", "hour", "minute", "turn"}


LONGEST_SHORT: Final = 60
"""Years that a range of which the last is written with two digits can span: not 1952-27."""


def of_class(parts: Parts, *names: str) -> object | None:
    """The value of the first part of one of the classes."""
    return next((value for name, value in parts if name in names), None)


def calendar(parts: Parts, _: Fixed) -> Calendar | None:
    """All fields that the parts name."""
    fields: dict[str, object] = {}
    for name, value in parts:
        new: dict[str, object] = {}
        if name in FIELD:
            new = {FIELD[name]: value if isinstance(value, str) else int(cast("float", value))}
        elif name in TURN:
            new = {"turn": TURN[name]}
        elif name == "WEEKPART":
            weekday, part = cast("tuple[int, str]", value)
            new = {"weekday": weekday, "part": part}
        elif name == "TODAY":
            new = {"unit": "D", "step": value}
        elif name == "TODAYPART":
            step, part = cast("tuple[int, str]", value)
            new = {"unit": "D", "step": step, "part": part}
        if not fields.keys().isdisjoint(new):
            return None
        fields |= new
    return msgspec.convert(fields, prepared(Calendar))


def shifted(parts: Parts, fixed: Fixed) -> Calendar | None:
    """*vorige week*, *dit jaar*."""
    unit, times = normal_unit(cast("str", fixed.get("unit") or _unit(parts)))
    if times != 1:
        return None
    step = next(TURN[name] for name, _ in parts if name in TURN)
    return Calendar(weekend=1, turn=step) if unit == "WE" else Calendar(unit=unit, step=step)


def back(parts: Parts, fixed: Fixed) -> Calendar | None:
    """*die dag*, *de volgende ochtend*: ``sign`` steps from the time that the text named last."""
    step = cast("int", fixed["sign"])
    if fixed.get("unit") or of_class(parts, "UNIT"):
        unit, times = normal_unit(cast("str", fixed.get("unit") or _unit(parts)))
        if times != 1 or unit in ("S", "MIN", "H"):
            return None
        return (
            Calendar(weekend=1, base="text", turn=step) if unit == "WE" else Calendar(unit=unit, step=step, base="text")
        )
    named = calendar([part for part in parts if part[0] in FIELD], {})
    if named is None or named.part is None:
        return named and msgspec.structs.replace(named, base="text", turn=step)
    return msgspec.structs.replace(named, base="text", unit="D", step=step)


def joined(parts: Parts, _: Fixed) -> Calendar | None:
    """Two expressions that are one: *mei vorig jaar*, *maandag om 14.30 uur*, *drie uur 's nachts*."""
    first, last = parts[0][1], parts[-1][1]
    linked = any(name != "=," for name, _ in parts[1:-1])
    one, other = hour_of(first), hour_of(last)
    if one is None or other is None or (isinstance(last, Duration) and not linked):
        return None
    mine, yours = _named(one), _named(other)
    if mine.keys() & yours.keys() or (one.unit and other.unit):
        return None
    if not (_goes_with(mine, yours, other.unit) or _goes_with(yours, mine, one.unit)):
        return None
    both = {**mine, **yours}
    unit = one if one.unit else other
    base = "text" if "text" in (one.base, other.base) else "document"
    return msgspec.convert({**both, "unit": unit.unit, "step": unit.step, "base": base}, prepared(Calendar))


def in_year(parts: Parts, fixed: Fixed) -> Calendar | None:
    """*het tweede halfjaar 2019*."""
    year = Calendar(year=int(cast("float", of_class(parts, "YEAR", "SHORTYEAR"))))
    return joined([parts[0], ("CAL", year)], fixed)


def _named(c: Calendar) -> dict[str, object]:
    return {name: getattr(c, name) for name in sorted(NAMES) if getattr(c, name) is not None}


def _goes_with(fine: Mapping[str, object], coarse: Mapping[str, object], unit: Unit | None) -> bool:
    """Whether the one names something inside the other: a day and an hour, a month and a year, a weekday and a week."""
    inside = set(fine) - {"turn"}
    around = set(coarse) - {"turn"}
    if inside <= {"part", "hour", "minute"}:
        if inside & around or "hour" in around:
            return False
        return bool(around & {"day", "weekday", "holiday", "part"}) or unit == "D"
    if "turn" in fine or not (around <= {"year", "century"}):
        return False
    if unit == "W":
        return inside <= {"weekday", "part", "weekend"}
    if unit == "M":
        return inside == {"day"}
    if unit == "Y" or "year" in around:
        return inside.isdisjoint({"year", "century", "decade", "hour"}) and inside != {"weekday"}
    return "decade" in inside and (unit == "CEN" or "century" in around)


def hour_of(value: object) -> Calendar | None:
    """A calendar expression as it is, and *drie uur* as the hour that it also can be."""
    if isinstance(value, Calendar):
        return value
    if isinstance(value, Duration) and value.unit == "H" and value.count is not None and value.most is None:
        return Calendar(hour=int(value.count)) if 0 <= value.count <= 24 and value.count == int(value.count) else None
    return None


def clock(parts: Parts, fixed: Fixed) -> Calendar | None:
    """*kwart over negen*, *half vier*, *tien voor half acht*, *14.30 uur*; ``sign`` says to which side the minutes count."""
    if whole := of_class(parts, "CLOCK", "CLOCKNUM"):
        return cast("Calendar", whole)
    if (word := of_class(parts, "CLOCKWORD")) is not None:
        return Calendar(hour=cast("int", word))
    hour = int(cast("float", of_class(parts, "HOUR")))
    minutes = 15 if of_class(parts, "QUARTERHOUR") else int(cast("float", of_class(parts, "NUM") or 0))
    if minutes > 30:
        return None
    minutes = minutes * cast("int", fixed.get("sign", 1)) - (30 if of_class(parts, "HALF") else 0)
    return Calendar(hour=(hour - (minutes < 0)) % 24, minute=minutes % 60)


def hour(parts: Parts, _: Fixed) -> Calendar | None:
    return hour_of(parts[0][1])


def hours(parts: Parts, _: Fixed) -> Range | None:
    """*van negen tot vijf uur*; an end before the beginning is in the afternoon."""
    ends = [
        value if isinstance(value, Calendar) else Calendar(hour=int(cast("float", value)))
        for name, value in parts
        if name in ("HOUR", "CLOCK", "CLOCKNUM")
    ]
    part = cast("str | None", of_class(parts, "PARTADV"))
    first, last = (msgspec.structs.replace(c, part=part) for c in ends)
    if part is None and first.hour is not None and last.hour is not None and last.hour < first.hour and last.hour < 12:
        last = msgspec.structs.replace(last, hour=last.hour + 12)
    return Range(first, last)


def days(parts: Parts, _: Fixed) -> Range:
    """*10-12 januari*, *6 en 7 maart*."""
    month, year = cast("int", of_class(parts, "MONTH")), cast("int | None", of_class(parts, "YEAR", "SHORTYEAR"))
    if pair := of_class(parts, "DAYS"):
        first, last = cast("tuple[int, int]", pair)
    else:
        named = [int(cast("float", value)) for name, value in parts if name == "DAY"]
        first, last = named[0], named[-1]
    year = None if year is None else int(year)
    return Range(Calendar(day=first, month=month, year=year), Calendar(day=last, month=month, year=year))


def years(parts: Parts, _: Fixed) -> Range | Calendar | None:
    """*2001-2004*; behind the name of a season (*het seizoen 2003/'04*) the one that spans both."""
    pair = of_class(parts, "YEARS") or tuple(value for name, value in parts if name in ("YEAR", "SHORTYEAR"))
    first, last = (int(number) for number in cast("tuple[float, float]", pair))
    if last < 100 <= first:
        last += first // 100 * 100 + (100 if last < first % 100 else 0)
        if last - first > LONGEST_SHORT:
            return None
    if last < first:
        return None
    return Range(Calendar(year=first), Calendar(year=last))


def term(parts: Parts, _: Fixed) -> Calendar:
    pair = of_class(parts, "YEARS")
    year = cast("tuple[int, int]", pair)[0] if pair else of_class(parts, "YEAR", "SHORTYEAR")
    return Calendar(term=cast("str", of_class(parts, "TERM")), year=int(cast("float", year)))


def quarter(parts: Parts, fixed: Fixed) -> Calendar | None:
    """*het derde kwartaal*; ``parts`` of the year there are four, or two halves."""
    number, most = int(cast("float", of_class(parts, "ORD", "QUARTER"))), cast("int", fixed["parts"])
    if not 1 <= number <= most:
        return None
    return Calendar(half=number) if most == 2 else Calendar(quarter=number)


def decade(parts: Parts, _: Fixed) -> Calendar | None:
    number = int(cast("float", of_class(parts, "TEN", "DECADE", "SHORTYEAR", "YEAR")))
    return Calendar(decade=number // 10) if number % 10 == 0 else None


def century(parts: Parts, _: Fixed) -> Calendar:
    return Calendar(century=int(cast("float", of_class(parts, "ORD"))))


def bc(parts: Parts, _: Fixed) -> Calendar | None:
    year = int(cast("float", of_class(parts, "NUM")))
    return Calendar(year=year, era=cast("int", of_class(parts, "ERA"))) if year <= 9999 else None


def reference(parts: Parts, _: Fixed) -> Reference:
    """``PRESENT_REF`` is the document's date; of *tegenwoordig* nobody can say so."""
    value = cast("str", parts[0][1])
    return Reference("PRESENT_REF" if value == "NOWADAYS" else value, dated=value == "PRESENT_REF")


def _unit(parts: Parts) -> str:
    return cast("str", of_class(parts, "UNIT", "UNITS", "DURWORD"))
