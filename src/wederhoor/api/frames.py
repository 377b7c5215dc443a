"""Every layer of a reading or a case as a data frame of polars or pandas, whichever there is."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, Final, Literal

import msgspec

from wederhoor.api.case import OpenCase
from wederhoor.errors import WederhoorError
from wederhoor.exchange.cases.account_tables import AccountLine, IssueLine, account_lines, issue_lines
from wederhoor.exchange.cases.quotes import Quotes
from wederhoor.exchange.cases.tables import ConflictLine, ForecastLine, conflict_rows, forecast_rows, held
from wederhoor.exchange.events import EventLine, event_rows
from wederhoor.exchange.statements import StatementLine, alone, statement_lines
from wederhoor.records import LAYERS, Actor, Place, Reading, Time
from wederhoor.records.reading import spans_of

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl

FrameLayer = Literal[
    "statements", "actors", "events", "causal", "conditions", "forecasts", "conflicts", "times", "places", "entities",
    "accounts", "issues",
]  # fmt: skip
"""What a reading has, by the names of its fields; its ``attributions`` are called statements. The last two are of a case."""
Library = Literal["polars", "pandas"]
Row = dict[str, Any]

_TABLES: Final[dict[FrameLayer, type[msgspec.Struct]]] = {
    "statements": StatementLine,
    "events": EventLine,
    "forecasts": ForecastLine,
    "conflicts": ConflictLine,
    "accounts": AccountLine,
    "issues": IssueLine,
}
_RECORDS: Final[dict[str, type[msgspec.Struct]]] = {
    **{layer: fields.record for layer, fields in LAYERS.items() if layer not in (*_TABLES, "attributions")},
    "places": Place,
    "times": Time,
}
_WORDS: Final = ("quote", "quote_full")
_HELD: Final = (
    "holder",
    "holder_id",
    "by_way_of",
    "stance",
    "verb",
    "attitude",
    "polarity",
    "certainty",
    *_WORDS,
)


def to_frame(of: Reading | OpenCase, layer: FrameLayer, library: Library | None = None) -> pd.DataFrame | pl.DataFrame:
    """See ``wederhoor.to_frame``."""
    rows = list(_rows(of, layer))
    return _framed(rows, columns(layer), library or _there())


def columns(layer: FrameLayer) -> tuple[str, ...]:
    """The columns of a layer's frame. Raises ValueError if there is no such layer."""
    if layer in _TABLES:
        return _TABLES[layer].__struct_encode_fields__
    if layer not in _RECORDS:
        raise ValueError(f"{layer!r} is no layer; there are {', '.join((*_TABLES, *_RECORDS))}")
    own = _RECORDS[layer].__struct_encode_fields__
    beside = _HELD if "holder" in own else _WORDS
    return "doc", *(name for name in own if name not in _HELD), *beside


def _rows(of: Reading | OpenCase, layer: FrameLayer) -> Iterator[Row]:
    readings = of.readings if isinstance(of, OpenCase) else (of,)
    if layer in _RECORDS:
        for reading in readings:
            yield from _grounded(reading, layer)
        return
    for row in _table(of, readings, layer):
        yield {name: getattr(row, field) for name, field in _names(type(row))}


def _table(of: Reading | OpenCase, readings: Sequence[Reading], layer: FrameLayer) -> Iterable[msgspec.Struct]:
    publishers = of.publishers if isinstance(of, OpenCase) else {of.doc: of.publisher}
    case = of.case if isinstance(of, OpenCase) else alone(of)
    made: dict[str, Callable[[], Iterable[msgspec.Struct]]] = {
        "statements": lambda: (row for reading in readings for row in statement_lines(reading)),
        "events": lambda: (row for reading in readings for row in event_rows(reading, publishers.get(reading.doc))),
        "forecasts": lambda: forecast_rows(case),
        "conflicts": lambda: conflict_rows(case),
    }
    if isinstance(of, OpenCase):
        made |= {"accounts": lambda: account_lines(of.report), "issues": lambda: issue_lines(of.report)}
    if layer not in made:
        columns(layer)
        raise ValueError(f"{layer!r} are of a case: wederhoor.open_case(...)")
    return made[layer]()


def _names(kind: type[msgspec.Struct]) -> Iterator[tuple[str, str]]:
    return zip(kind.__struct_encode_fields__, kind.__struct_fields__, strict=True)


def _grounded(reading: Reading, layer: FrameLayer) -> Iterator[Row]:
    """The items of a layer that no table has: their fields, and the words that they stand on, of an actor his first mention."""
    quotes = Quotes(alone(reading))
    for item in getattr(reading, layer):
        spans = item.mentions[:1] if isinstance(item, Actor) else spans_of(item)
        own = {name: msgspec.to_builtins(getattr(item, field)) for name, field in _names(type(item))}
        of_holder = held(quotes.at(reading.doc, spans, own.pop("holder", "author")))
        yield {"doc": reading.doc, **own, **of_holder}


def _there() -> Library:
    """The library that the program uses already, else the one that is installed. Raises W204 where there is none."""
    choices: tuple[Library, ...] = ("polars", "pandas")
    for library in choices:
        if library in sys.modules:
            return library
    for library in choices:
        if importlib.util.find_spec(library) is not None:
            return library
    raise WederhoorError("W204", package="Neither polars nor pandas", extra="frames")


def _framed(rows: list[Row], names: tuple[str, ...], library: Library) -> pd.DataFrame | pl.DataFrame:
    told = [{name: _cell(row.get(name)) for name in names} for row in rows]
    try:
        frames = __import__(library)
    except ModuleNotFoundError as error:
        raise WederhoorError("W204", package=library, extra="frames") from error
    if library == "polars":
        return frames.DataFrame(told, schema=None if told else list(names), infer_schema_length=None, strict=False)
    return frames.DataFrame.from_records(told, columns=list(names))


def _cell(value: Any) -> Any:  # noqa: ANN401  # whatever a record holds
    """Parts of a cell as a list: a frame holds lists, where CSV joins them."""
    return [_cell(part) for part in value] if isinstance(value, tuple | list) else value
