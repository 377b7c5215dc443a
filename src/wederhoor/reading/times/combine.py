"""Times made of other times: the makers that ``build`` and ``amounts`` do not have."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, cast

import msgspec

from wederhoor.reading.times.amounts import amount_of, unit_of
from wederhoor.reading.times.build import Fixed, Parts, joined, of_class
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
    Rolled,
    Rolling,
    Share,
    Side,
    Stretch,
)
from wederhoor.reading.times.units import duration_value, normal_unit, whole_units

HALVES: Final[Mapping[int, Share]] = {1: "first", 2: "second"}

# Times from the document's date, from the text, from other times


def rolled(parts: Parts, fixed: Fixed) -> Rolling | None:
    """*de afgelopen twee weken*, *de komende maanden*. The last minutes are those of a match, the last day that of a feast."""
    amount = amount_of(parts)
    if amount.unit in ("S", "MIN") or (fixed.get("least") == "W" and amount.unit not in ("W", "M", "Y")):
        return None
    return Rolling(amount, cast("int", fixed["sign"]), cast("Rolled", fixed.get("kind", "rolled")))


def since(parts: Parts, _: Fixed) -> Rolling:
    return Rolling(amount_of(parts), -1, "since")


def within(parts: Parts, _: Fixed) -> Rolling:
    return Rolling(amount_of(parts), 1, "within")


def step(parts: Parts, fixed: Fixed) -> Node | None:
    """*drie weken geleden*, *over enkele dagen*."""
    sign = cast("int", fixed["sign"])
    amount = amount_of(parts)
    if amount.count is None:
        return Reference("PAST_REF" if sign < 0 else "FUTURE_REF")
    if amount.most is not None:
        least, most = (
            _steps(Duration(amount.count, amount.unit), sign),
            _steps(Duration(amount.most, amount.unit), sign),
        )
        return Range(most, least) if sign < 0 else Range(least, most)
    return _steps(amount, sign)


def following(parts: Parts, _: Fixed) -> Node | None:
    """*twee jaar later*, *het jaar daarop*, *daags tevoren*."""
    sign = cast("int", of_class(parts, "AFTERWARDS", "DAYAFTER"))
    if of_class(parts, "DAYAFTER"):
        return Calendar(unit="D", step=sign, base="text")
    amount = amount_of(parts)
    if amount.count is None:
        return Reference(("-" if sign < 0 else "") + duration_value(amount))
    return msgspec.structs.replace(_steps(amount, sign), base="text")


def moved(parts: Parts, fixed: Fixed) -> Moved | None:
    """*vrijdag over een week*, *vorig jaar dertig jaar geleden*, *twee dagen na Kerst*."""
    amount = amount_of(parts)
    of = of_class(parts, "CAL")
    if amount.count is None or not isinstance(of, Calendar) or of.hour is not None:
        return None
    return Moved(of, amount, cast("int", fixed["sign"]))


def beside(parts: Parts, fixed: Fixed) -> Moved | None:
    """*de week van 7 februari*, *de dag na Kerst*."""
    of, (unit, many) = of_class(parts, "CAL"), unit_of(parts)
    sign = cast("int", fixed["sign"])
    if not isinstance(of, Calendar) or many != 1 or not (of.day or of.holiday) or (unit == "D" and not sign):
        return None
    return Moved(of, Duration(1, unit), sign, whole=True)


def _steps(amount: Duration, sign: int) -> Calendar:
    count, unit = whole_units(amount)
    years = {"DEC": 10, "CEN": 100}.get(unit, 1)
    months = {"Q": 3, "HY": 6}.get(unit, 1)
    unit = "Y" if years > 1 else "M" if months > 1 else unit
    return Calendar(unit=unit, step=sign * int((count or 0) * years * months))


# Parts of periods


def portion(parts: Parts, _: Fixed) -> Portion | None:
    """*begin januari*, *eind van de week*."""
    of = _whole(parts)
    if of is None or (isinstance(of, Calendar) and of.hour is not None):
        return None
    return Portion(cast("Share", of_class(parts, "MOD", "MODADJ")), of)


def half_of(parts: Parts, _: Fixed) -> Portion | None:
    """*de tweede helft van 2020*."""
    of = _whole(parts)
    number = int(cast("float", of_class(parts, "ORD")))
    return Portion(HALVES[number], of) if number in HALVES and of else None


def stretch(parts: Parts, _: Fixed) -> Stretch | None:
    """*de eerste drie maanden van 2024*, *de laatste week van mei*."""
    of = _whole(parts)
    if of is None:
        return None
    nth = _nth(parts)
    if weekday := of_class(parts, "WEEKDAY"):  # in a language whose rules leave it to this one
        return Stretch(nth, 1, "D", of, cast("int", weekday))
    if amount := cast("Duration | None", of_class(parts, "DUR")):
        return Stretch(nth, amount.count, amount.unit, of) if nth in (1, -1) else None
    name, unit = next(part for part in parts if part[0] in ("UNIT", "UNITS"))
    return Stretch(nth, 1 if name == "UNIT" else None, normal_unit(cast("str", unit))[0], of)


def numbered_weekday(parts: Parts, _: Fixed) -> tuple[int, int]:
    """*[eerste maandag] van april*: which, and the day of the week."""
    return _nth(parts), int(cast("int", of_class(parts, "WEEKDAY")))


def weekday_of(parts: Parts, _: Fixed) -> Stretch | None:
    """*de eerste maandag van april*."""
    of = _whole(parts)
    nth, weekday = cast("tuple[int, int]", of_class(parts, "NTHWEEKDAY"))
    return Stretch(nth, 1, "D", of, weekday) if of else None


def _nth(parts: Parts) -> int:
    return -1 if of_class(parts, "LAST") else int(cast("float", of_class(parts, "ORD")))


def whole_of(parts: Parts, _: Fixed) -> Node | None:
    """*de loop van volgend jaar* is that year."""
    return _whole(parts)


def remainder(parts: Parts, _: Fixed) -> Node | None:
    """*de rest van het jaar*, *later deze week*; with a time of the text (*later die avond*) that time."""
    of = _whole(parts)
    if of is None or (isinstance(of, Calendar) and of.base == "text"):
        return of
    side = of_class(parts, "FROMTO")
    return Remainder(1, of, today=True) if side is None else Remainder(cast("int", side), of)


def _whole(parts: Parts) -> Node | None:
    """The period of which something is a part: the last expression, or *van de week* this one."""
    name, value = parts[-1]
    if name == "UNIT":
        unit, many = normal_unit(cast("str", value))
        return Calendar(weekend=1) if unit == "WE" else Calendar(unit=unit) if many == 1 else None
    return cast("Node", value)


def part_of(parts: Parts, fixed: Fixed) -> Node | None:
    """*de avond van 31 december*."""
    return joined([("PART", Calendar(part=cast("str", of_class(parts, "PART")))), parts[-1]], fixed)


# Intervals


def night(parts: Parts, _: Fixed) -> Night | None:
    """*de nacht van zondag op maandag*, *van 3 op 4 november*, *van vrijdag 7 op zaterdag 8 januari*."""
    *before, last = [value for name, value in parts if name == "CAL"]
    number = of_class(parts, "NUM")
    first = Calendar(day=int(cast("float", number))) if number is not None else before[-1] if before else None
    if not isinstance(first, Calendar) or not isinstance(last, Calendar):
        return None
    return (
        Night(first, last, cast("str", of_class(parts, "PART")))
        if last.day or last.weekday or last.unit == "D"
        else None
    )


def night_between(parts: Parts, _: Fixed) -> Night | None:
    """*woensdag op donderdagnacht*."""
    first, last = (value for name, value in parts if name == "CAL")
    if not isinstance(first, Calendar) or not isinstance(last, Calendar) or last.part is None or last.hour is not None:
        return None
    return Night(first, last, last.part) if first.weekday and last.weekday else None


def range_(parts: Parts, _: Fixed) -> Range | None:
    """*van maandag tot vrijdag*, *tussen 2001 en 2004*, *10 tot en met 12 juni*."""
    ends = [part for part in parts if part[0] in ("CAL", "PORTION", "DAY", "YEAR")]
    if len(ends) < 2:
        return None
    nodes: list[Node] = []
    for name, value in ends:
        number = int(cast("float", value)) if name in ("DAY", "YEAR") else 0
        nodes.append(
            Calendar(day=number) if name == "DAY" else Calendar(year=number) if name == "YEAR" else cast("Node", value)
        )
    first, last = nodes
    if ends[0][0] == "DAY" and not (isinstance(last, Calendar) and last.day):
        return None
    return Range(first, last)


def weekend(parts: Parts, _: Fixed) -> Range | None:
    """*het weekend van 6 en 7 maart*."""
    of = parts[-1][1]
    if isinstance(of, Range):
        return msgspec.structs.replace(of, weekend=True)
    return Range(of, of, weekend=True) if isinstance(of, Calendar) and of.day else None


def day_hours(parts: Parts, fixed: Fixed) -> Range | None:
    """*maandag van 9 tot 12 uur*."""
    day, span = parts[0][1], cast("Node", parts[-1][1])
    if not isinstance(span, Range) or not all(
        isinstance(c, Calendar) and c.hour is not None for c in (span.first, span.last)
    ):
        return None
    ends = [joined([("CAL", day), ("CAL", end)], fixed) for end in (span.first, span.last)]
    return Range(ends[0], ends[1]) if ends[0] and ends[1] else None


def bound(parts: Parts, fixed: Fixed) -> Bound:
    """*sinds maandag*, *tot en met vrijdag*."""
    return Bound(cast("Side", fixed["side"]), cast("Node", parts[-1][1]), cast("int | None", fixed.get("tense")))


def maybe_before(parts: Parts, fixed: Fixed) -> Bound | None:
    """*voor 1 maart*. Beside a day or a year counted from now the preposition has another sense: a plan *voor volgend jaar*."""
    of = parts[-1][1]
    if isinstance(of, Calendar):
        named = {f for f in of.__struct_fields__ if getattr(of, f) not in (None, 0)} - {"base"}
        if of.unit or of.turn is not None or named <= {"weekday", "part"} or named & {"quarter", "half"}:
            return None
    return bound(parts, fixed)
