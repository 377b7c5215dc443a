"""Units of time: what words name them, how they are written, how they add up."""

from __future__ import annotations

from typing import Final

from wederhoor.reading.times.expressions import Calendar, Duration, Unit

COMPOSED: Final[dict[str, tuple[Unit, int]]] = {
    "QH": ("MIN", 15), "DAY24": ("H", 24), "W2": ("W", 2), "Y5": ("Y", 5), "Y1000": ("Y", 1000)
}  # fmt: skip
"""Units of the word lists that are so many of another."""
WRITTEN: Final[dict[Unit, tuple[str, int]]] = {
    "S": ("S", 1), "MIN": ("M", 1), "H": ("H", 1), "D": ("D", 1), "W": ("W", 1), "M": ("M", 1), "Q": ("M", 3), "HY": ("M", 6),
    "Y": ("Y", 1), "DEC": ("Y", 10), "CEN": ("Y", 100), "WE": ("WE", 1),
}  # fmt: skip
"""The letter of a unit in ISO 8601, and how many of that letter it is. A weekend is TIMEX3's WE."""
SMALLER: Final[dict[Unit, tuple[Unit, int]]] = {
    "Y": ("M", 12), "W": ("D", 7), "D": ("H", 24), "H": ("MIN", 60), "MIN": ("S", 60), "CEN": ("Y", 100), "DEC": ("Y", 10)
}  # fmt: skip
"""What parts of a unit are counted in."""


def normal_unit(name: str) -> tuple[Unit, int]:
    """The unit of a word, and how many of it the word means."""
    return COMPOSED.get(name) or (name, 1)  # type: ignore[return-value]


def duration_value(amount: Duration) -> str:
    """TIMEX3's value: P3W, PT30M, PXD for some days, P2W/P3W for two or three weeks."""
    if amount.most is not None and amount.count is not None:
        least = duration_value(Duration(amount.count, amount.unit))
        return f"{least}/{duration_value(Duration(amount.most, amount.unit))}"
    count, unit = whole_units(amount)
    letter, times = WRITTEN[unit]
    time = "T" if unit in ("S", "MIN", "H") else ""
    number = "X" if count is None else f"{count * times:g}" if count * times < 1e6 else str(int(count * times))
    return f"P{time}{number}{letter}"


def whole_units(amount: Duration) -> tuple[float | None, Unit]:
    """The count and unit of a duration, parts of a unit in a smaller one: a half year is six months."""
    count, unit = amount.count, amount.unit
    while count is not None and count != int(count) and unit in SMALLER:
        unit, times = SMALLER[unit]
        count = round(count * times, 6)
    return count, unit


def set_value(c: Calendar) -> str:
    """The value of what comes back every week, year or day: XXXX-WXX-2, XXXX-05, XXXX-XX-XXTMO."""
    part = f"T{c.part}" if c.part else ""
    if c.weekday:
        return f"XXXX-WXX-{c.weekday}{part}"
    if c.weekend:
        return "XXXX-WXX-WE"
    if c.season:
        return f"XXXX-{c.season}"
    if c.month:
        return f"XXXX-{c.month:02}"
    return f"XXXX-XX-XX{part}"
