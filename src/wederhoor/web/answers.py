"""The forms in which one address answers: a page, the same as JSON, its rows as CSV; and how a refusal looks in each."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from typing import Any, Final, Literal

import msgspec
from starlette.datastructures import Headers
from starlette.responses import HTMLResponse, Response
from starlette.types import Scope

from wederhoor.errors import Code, notice
from wederhoor.web.words import language_of

Form = Literal["html", "json", "csv"]
SUFFIXES: Final[dict[Form, str]] = {"html": "", "json": ".json", "csv": ".csv"}
JSON: Final = "application/json"
CSV: Final = "text/csv"
_TYPES: Final[dict[str, Form]] = {".json": "json", ".csv": "csv"}


class Problem(msgspec.Struct, frozen=True):
    """What went wrong, by its code and in one line with the remedy."""

    code: str
    message: str


class Refusal(msgspec.Struct, frozen=True):
    """The one shape of an error in JSON."""

    error: Problem


def form_of(path: str) -> Form:
    """The form that an address asks for by its suffix."""
    return next((form for suffix, form in _TYPES.items() if path.endswith(suffix)), "html")


def as_json(data: object, status: int = 200) -> Response:
    """Records as JSON."""
    return Response(msgspec.json.encode(data), status, media_type=JSON)


def as_csv(rows: Sequence[msgspec.Struct], name: str, columns: Sequence[str]) -> Response:
    """Records as a table (RFC 4180): a header, one row a record; what has several parts is joined by ``; ``."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(columns)
    for row in rows:
        fields = msgspec.to_builtins(row)
        writer.writerow([_cell(fields.get(column)) for column in columns])
    headers = {"content-disposition": f'attachment; filename="{name}.csv"'}
    return Response(text.getvalue().encode("utf-8", "replace"), media_type=f"{CSV}; charset=utf-8", headers=headers)


def columns_of(record: type[msgspec.Struct]) -> tuple[str, ...]:
    """The columns of a table of such records, by their names in JSON."""
    return tuple(field.encode_name for field in msgspec.structs.fields(record))


def _cell(value: Any) -> object:  # noqa: ANN401  # whatever a record holds
    if isinstance(value, list | tuple):
        return "; ".join(map(str, _flat(value)))
    if isinstance(value, dict):
        return "; ".join(f"{name} {one}" for name, one in value.items())
    return "" if value is None else value


def _flat(values: Iterable[Any]) -> Iterable[object]:
    for value in values:
        if isinstance(value, list | tuple):
            yield from _flat(value)
        else:
            yield value


def refusal(scope: Scope, status: int, code: Code, **values: object) -> Response:
    """A refusal in the form that the address asks for."""
    told = notice(code, **values)
    return problem(scope, status, code, told.message)


def problem(scope: Scope, status: int, code: Code, message: str) -> Response:
    """What went wrong: as JSON, in English; as a page in the reader's language, or the part of one that htmx asked for."""
    headers = Headers(scope=scope)
    if form_of(scope["path"]) != "html" or JSON in headers.get("accept", "") or scope["path"].startswith("/openapi"):
        return as_json(Refusal(Problem(code, message)), status)
    from wederhoor.web.rendering import refused_page  # noqa: PLC0415  # the templates are needed for people only

    return HTMLResponse(refused_page(status, code, message, language_of(scope), part="hx-request" in headers), status)
