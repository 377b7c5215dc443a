"""What a correction may hold at all: text that every database takes, and days that there are."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from wederhoor.records import Correction, Forecast, Reading

DAYS: Final = ("from", "until")
"""The fields of a forecast that are days."""
_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}")
_NO_TEXT: Final = re.compile("[\0\ud800-\udfff]")


def unsound(made: Correction) -> str | None:
    """Why a correction cannot be written down whatever it is of; None where it can."""
    if any(_NO_TEXT.search(text) for text in _texts({"who": made.who, **made.payload})):
        return "it has a NUL or bytes that are no UTF-8 in it"
    if made.target is None or made.target.layer != "forecasts":
        return None
    item = made.payload.get("item", {})
    given = [made.payload.get("value")] if made.payload.get("field") in DAYS else []
    given += [item.get(name) for name in DAYS] if isinstance(item, Mapping) else []
    wrong = [day for day in given if day and not is_day(day)]
    return f"{wrong[0]} is no day" if wrong else None


def turned_windows(reading: Reading) -> set[Forecast]:
    """The forecasts whose window ends before it begins."""
    return {one for one in reading.forecasts if one.from_ and one.until and one.from_ > one.until}


def is_day(given: object) -> bool:
    """Whether it is a day that there is, as YYYY-MM-DD."""
    try:
        return isinstance(given, str) and bool(_DAY.fullmatch(given)) and bool(dt.date.fromisoformat(given))
    except ValueError:
        return False


def _texts(value: Any) -> Iterator[str]:  # noqa: ANN401  # whatever a payload holds
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for one in value.values():
            yield from _texts(one)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from _texts(one)
