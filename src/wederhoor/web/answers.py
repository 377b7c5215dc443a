"""The forms in which one address answers: a page, the same as JSON, its rows as CSV; and how a refusal looks in each."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any, Final, Literal

import anyio
import msgspec
from msgspec.structs import astuple
from sqlalchemy import Connection
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.responses import HTMLResponse, Response, StreamingResponse
from starlette.types import Message, Receive, Scope, Send

from wederhoor.errors import Code, notice
from wederhoor.exchange.cells import Style, first_line, lines
from wederhoor.store.answers import Page
from wederhoor.store.keyset import Listing, count_rows, page
from wederhoor.web.entry import place_of
from wederhoor.web.words import language_of

Form = Literal["html", "json", "csv"]
SUFFIXES: Final[dict[Form, str]] = {"html": "", "json": ".json", "csv": ".csv"}
JSON: Final = "application/json"
CSV: Final = "text/csv"
CSV_TYPE: Final = f"{CSV}; charset=utf-8"
WRITTEN: Final = 500
"""Rows that are fetched at a time where all are written out."""
STALLED: Final = 60
"""Seconds that a reader may leave a part of an answer untaken."""
PLACE: Final = "wederhoor.place"
"""In the scope of a request that is refused: where to go on once it is not."""
HEADERS_ONLY: Final = "wederhoor.head"
"""Set in the scope of a request for headers alone."""
Turn = Callable[[], AbstractContextManager[Connection]]
"""A turn of reading in the one state of the case that an answer is made from."""
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


def as_csv(rows: Sequence[msgspec.Struct], name: str, columns: Sequence[str], style: Style) -> Response:
    """Records as a table: a header, one row a record; what has several parts is joined by ``; ``."""
    return Response(
        "".join(_table([rows], columns, style)).encode("utf-8", "replace"), media_type=CSV_TYPE, headers=named(name)
    )


def whole(listing: Listing[Any]) -> Pages:
    """All of a list."""
    return Pages(lambda db, after: page(db, listing, after, WRITTEN), lambda db: count_rows(db, listing))


@dataclass(frozen=True, slots=True)
class Pages:
    """A list of any length: the page behind a cursor, and how many rows there are in all."""

    page: Callable[[Connection, str | None], Page[Any]]
    count: Callable[[Connection], int]

    def each(self, turn: Turn) -> Iterator[Sequence[Any]]:
        """The rows of page after page, each fetched in a turn of its own."""
        after = None
        while True:
            with turn() as db:
                found = self.page(db, after)
            yield found.rows
            after = found.next
            if after is None:
                return


def csv_parts(pages: Pages, columns: Sequence[str], style: Style, turn: Turn) -> Iterator[bytes]:
    """A table of all rows, as it is sent."""
    return (part.encode("utf-8", "replace") for part in _table(pages.each(turn), columns, style))


def json_parts(data: msgspec.Struct, lists: Mapping[str, Pages], turn: Turn) -> Iterator[bytes]:
    """Records as JSON, as it is sent: of each of ``lists``, fields of ``data``, all rows; no field says how to go on."""
    begin = b"{"
    for field in msgspec.structs.fields(data):
        yield begin + msgspec.json.encode(field.encode_name) + b":"
        begin = b","
        if field.name in lists:
            yield b"["
            between = b""
            for rows in lists[field.name].each(turn):
                if rows:
                    yield between + msgspec.json.encode(rows)[1:-1]
                    between = b","
            yield b"]"
        else:
            yield msgspec.json.encode(None if field.name.endswith("next") else getattr(data, field.name))
    yield b"}"


class StreamedAnswer(StreamingResponse):
    """An answer that is sent as it is made, in constant memory. What makes it ends with it, and with a reader who stays away."""

    def __init__(self, parts: Generator[bytes], media_type: str, headers: Mapping[str, str]) -> None:
        super().__init__(parts, media_type=media_type, headers=headers)
        self._parts = parts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send it; of a request for the headers alone no more than these."""

        async def patient(message: Message) -> None:
            with anyio.fail_after(STALLED):
                await send(message)

        try:
            if scope.get(HEADERS_ONLY):
                await Response(headers=dict(self.headers))(scope, receive, send)
            else:
                await super().__call__(scope, receive, patient)
        finally:
            with anyio.CancelScope(shield=True):
                await run_in_threadpool(self._parts.close)


def named(name: str) -> dict[str, str]:
    """The header by which a browser saves a table under a name."""
    return {"content-disposition": f'attachment; filename="{name}.csv"'}


def _table(pages: Iterable[Sequence[msgspec.Struct]], columns: Sequence[str], style: Style) -> Iterator[str]:
    yield first_line(columns, style)
    for rows in pages:
        yield lines(([one if type(one) is str else _cell(one) for one in astuple(row)] for row in rows), style)


def columns_of(record: type[msgspec.Struct]) -> tuple[str, ...]:
    """The columns of a table of such records, by their names in JSON."""
    return tuple(field.encode_name for field in msgspec.structs.fields(record))


def _cell(value: object) -> str:
    plain = value if type(value) is int else msgspec.to_builtins(value)
    if isinstance(plain, list | tuple):
        return "; ".join(map(str, _flat(plain)))
    if isinstance(plain, dict):
        return "; ".join(f"{name} {one}" for name, one in plain.items())
    return "" if plain is None else str(plain)


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

    part = "hx-request" in headers
    place = scope.get(PLACE) or place_of(scope)
    shelf = "app" in scope and not hasattr(scope["app"].state, "store")
    told = refused_page(status, code, message, language_of(scope), part=part, place=place, shelf=shelf)
    return HTMLResponse(told, status)
