"""Every layer of a reading or a case as a data frame of polars or pandas, whichever there is."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final, Literal

import msgspec

from wederhoor.api.case import OpenCase
from wederhoor.errors import WederhoorError
from wederhoor.exchange.cases.account_tables import AccountLine, IssueLine, account_lines, issue_lines
from wederhoor.exchange.cases.tables import conflict_rows, forecast_rows
from wederhoor.exchange.events import event_rows
from wederhoor.exchange.layers import LAYER_TABLES, layer_rows
from wederhoor.records import Reading, Study

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl

FrameLayer = Literal[
    "documents", "statements", "propositions", "actors", "events", "causal", "conditions", "forecasts", "conflicts", "times",
    "places", "entities", "accounts", "issues",
]  # fmt: skip
"""What a reading has, by the names of its fields; its ``attributions`` are called statements. ``propositions`` and the last two
are of a case."""
Library = Literal["polars", "pandas"]
Row = dict[str, Any]

_TABLES: Final[Mapping[str, type[msgspec.Struct]]] = {**LAYER_TABLES, "accounts": AccountLine, "issues": IssueLine}
_OF_A_CASE: Final = ("propositions", "accounts", "issues")


def to_frame(of: Reading | OpenCase, layer: FrameLayer, library: Library | None = None) -> pd.DataFrame | pl.DataFrame:
    """See ``wederhoor.to_frame``."""
    rows = list(_rows(of, layer))
    return _framed(rows, columns(layer), library or _there())


def columns(layer: FrameLayer) -> tuple[str, ...]:
    """The columns of a layer's frame. Raises ValueError if there is no such layer."""
    if layer not in _TABLES:
        raise ValueError(f"{layer!r} is no layer; there are {', '.join(_TABLES)}")
    return _TABLES[layer].__struct_encode_fields__


def _rows(of: Reading | OpenCase, layer: FrameLayer) -> Iterator[Row]:
    columns(layer)
    if isinstance(of, Reading) and layer in _OF_A_CASE:
        raise ValueError(f"{layer!r} are of a case: wederhoor.open_case(...)")
    rows = _of_case(of, layer) if isinstance(of, OpenCase) else layer_rows(Study(reading=of), layer)
    for row in rows:
        yield {
            name: msgspec.to_builtins(getattr(row, field))
            for name, field in zip(columns(layer), row.__struct_fields__, strict=True)
        }


def _of_case(of: OpenCase, layer: FrameLayer) -> Iterable[msgspec.Struct]:
    """The rows of all texts; conflicts and forecasts are compared across them."""
    made: dict[str, Callable[[], Iterable[msgspec.Struct]]] = {
        "events": lambda: (row for one in of.readings for row in event_rows(one, of.publishers.get(one.doc))),
        "forecasts": lambda: forecast_rows(of.case),
        "conflicts": lambda: conflict_rows(of.case),
        "accounts": lambda: account_lines(of.report),
        "issues": lambda: issue_lines(of.report),
    }
    return made[layer]() if layer in made else (row for study in of.studies for row in layer_rows(study, layer))


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
