"""What every page needs of a request: the case, the language, the form of the answer."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Generator, Hashable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial, wraps
from pathlib import PurePath
from threading import BoundedSemaphore
from typing import Annotated, Any, TypeVar, cast

import msgspec
from fastapi import APIRouter, Depends, Path, Query, Request
from fastapi.responses import HTMLResponse
from pydantic import BeforeValidator
from sqlalchemy import Connection
from starlette.responses import Response

from wederhoor.errors import WederhoorError
from wederhoor.exchange import local
from wederhoor.exchange.cells import Style
from wederhoor.exchange.runs.words import run_words
from wederhoor.exchange.wording import Wording, wording_for
from wederhoor.store.members import Role
from wederhoor.store.opening import Store
from wederhoor.store.pages import state_of
from wederhoor.version import VERSION
from wederhoor.web.answers import (
    CSV,
    CSV_TYPE,
    JSON,
    SUFFIXES,
    Form,
    Pages,
    StreamedAnswer,
    Turn,
    as_csv,
    as_json,
    columns_of,
    csv_parts,
    form_of,
    json_parts,
    named,
)
from wederhoor.web.called import Called
from wederhoor.web.entry import Visitor
from wederhoor.web.flash import made_before, taken_back
from wederhoor.web.guard import WHO
from wederhoor.web.kept import Kept
from wederhoor.web.matching import Matching
from wederhoor.web.remembered import keep_page, keeping, page_again, table_again
from wederhoor.web.rendering import render
from wederhoor.web.settings import Settings
from wederhoor.web.words import COOKIE, WebWords, language_of, web_words

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_PASSING = frozenset(
    {"after", "trail", "own_after", "reported_after", "without_day_after", "statements_after", "lang", "quote", "lost"}
)
WAIT = 2
"""Seconds that a table waits for its place among those that are written out."""
View = TypeVar("View", bound=Callable[..., Any])
After = Annotated[str | None, Query(max_length=200, description="Where the page before ended: its `next`.")]


def _day(given: object) -> object:
    if isinstance(given, str) and not _DAY.fullmatch(given):
        raise ValueError("a day is written YYYY-MM-DD")  # pydantic would take a number for seconds
    return given


Day = Annotated[dt.date, BeforeValidator(_day)]
Number = Annotated[int, Path(ge=1, le=2**31 - 1)]
Item = Annotated[str, Path(max_length=100)]


class Ask:
    """One request, ready to be answered."""

    def __init__(self, request: Request) -> None:
        self.request = request
        self.store: Store = request.app.state.store
        settings: Settings = request.app.state.settings
        person: Visitor = request.scope.get(WHO, Visitor(settings.who, "own"))
        self.settings = msgspec.structs.replace(settings, who=person.name)
        self.role: Role = person.role
        self.kept: Kept = request.app.state.kept
        self.found: Kept = request.app.state.found
        """What was made of findings alone, which somebody who confirms them leaves as it was."""
        self.long_texts: Kept = request.app.state.long_texts
        self.lang = language_of(request.scope)
        self.words: WebWords = web_words(self.lang)
        self.wording: Wording = wording_for(self.lang)
        self.form: Form = form_of(request.url.path)
        self.by_htmx = "hx-request" in request.headers
        self.earlier = False
        """Whether it shows what was found in the case before it was changed."""
        self.passing = False
        """Whether the page is another in a moment with the same case: it shows more than that, or lacks what is being made."""

    def check_owner(self) -> None:
        """Raises W923 for who does not own the case."""
        if self.role != "own":
            raise WederhoorError("W923")

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that changes the case; what it leaves to compare is compared beside the pages. Raises as the store's."""
        with self.store.writing() as db:
            yield db
        matching: Matching = self.request.app.state.matching
        matching.call()

    def once_a_state(self, make: Callable[[], Response]) -> Response:
        """What ``make`` answered to this request before, of the same reader with the same rights, else what it answers now.

        Raises as it does. A page that says what was just saved is for one reader alone; of any page ``passing`` says it once it
        is made.
        """
        if self.by_htmx or "lang" in self.request.query_params or made_before(self.request, self.settings):
            return make()
        pages: Kept = self.request.app.state.pages
        key = self._request_key
        with self.store.reading() as db:
            state = state_of(db)
        known = page_again(pages, state, key)
        if known is not None:
            return known
        made = make()
        if not self.passing:
            keep_page(pages, state, key, made)
        return made

    @property
    def _request_key(self) -> Hashable:
        """What the answer depends on beside the case: the reader, his rights, his language, the day: some say what is due."""
        return str(self.request.url), self.lang, self.role, self.settings.who, dt.datetime.now(dt.UTC).date()

    def answer(
        self,
        template: str,
        data: msgspec.Struct,
        rows: Sequence[msgspec.Struct],
        record: type[msgspec.Struct],
        **values: object,
    ) -> Response:
        """``data`` as the template shows it, as JSON, or its ``rows`` as CSV, by the suffix of the address."""
        if self.form == "json":
            return as_json(data)
        if self.form == "csv":
            return as_csv(rows, self._name, columns_of(record), self.style)
        return self.page(template, data=data, **{"count": len(rows), **values})

    def listed(
        self,
        template: str,
        data: msgspec.Struct,
        record: type[msgspec.Struct],
        lists: Mapping[str, Pages],
        table: Pages | None = None,
        **values: object,
    ) -> Response:
        """As ``answer``, of lists of any length: a page of each in ``data``, all rows as CSV, and as JSON where that is asked.

        ``lists`` are all rows of fields of ``data``; ``table`` is what the CSV has, the first of them where it is left out.
        """
        rows = table or next(iter(lists.values()))
        if self.form == "csv":
            return self._sent(partial(csv_parts, rows, columns_of(record), self.style), CSV_TYPE, named(self._name))
        if self.form == "json":
            if getattr(self.request.state, "everything", False):
                return self._sent(partial(json_parts, data, lists), JSON, {})
            return as_json(data)
        with self.store.reading() as db:
            filters = sorted(
                (name, value) for name, value in self.request.query_params.multi_items() if name not in _PASSING
            )
            key = ("rows", self.request.url.path, tuple(filters))
            count = self.kept.get(state_of(db), key, lambda: rows.count(db))
        return self.page(template, data=data, **{"count": count, **values})

    @property
    def style(self) -> Style:
        """How a table is to be written."""
        asked = self.request.state
        return Style(raw=getattr(asked, "raw", False), excel=getattr(asked, "excel", False))

    @property
    def _name(self) -> str:
        return self.request.url.path.rsplit("/", 1)[-1].removesuffix(".csv")

    def _sent(self, make: Callable[[Turn], Iterator[bytes]], kind: str, headers: Mapping[str, str]) -> Response:
        """What is sent as it is made; what is wrong with it from the beginning is told as ever. Raises W920."""
        tables: Kept = self.request.app.state.tables
        key = self._request_key
        with self.store.reading() as db:
            known = table_again(tables, state_of(db), key)
        if known is not None:
            return StreamedAnswer(known, kind, headers)
        places: BoundedSemaphore = self.request.app.state.written
        if not places.acquire(timeout=WAIT):
            raise WederhoorError("W920", seconds=WAIT)

        def parts() -> Generator[bytes]:
            try:
                with self.store.state() as turn:
                    yield b""
                    with turn() as db:
                        state = state_of(db)
                    yield from keeping(tables, state, key, make(turn))
            finally:
                places.release()

        made = parts()
        next(made)  # so that closing it gives the place back
        return StreamedAnswer(made, kind, headers)

    def part(self, template: str, **values: object) -> Response:
        """A part of a page for htmx; for who has no scripts a page with that part alone."""
        return self.page(template, **values) if self.by_htmx else self.page("now.html.j2", part=template, **values)

    def page(self, template: str, **values: object) -> Response:
        """A page, or a part of one."""
        query = {name: value for name, value in self.request.query_params.items() if name not in _PASSING}
        made = None if self.by_htmx else made_before(self.request, self.settings)
        text = render(
            template,
            **{
                "w": self.words,
                "wording": self.wording,
                "run": run_words(self.lang),
                "path": self.request.url.path,
                "here": str(self.request.url),
                "query": query,
                "made": made,
                "csrf": self.settings.csrf,
                "role": self.role,
                "reader": self.settings.who,
                "shelf": self.settings.shelf,
                "earlier": self.earlier,
                "version": VERSION,
                "case_place": self.store.where,
                "case_name": PurePath(self.store.where).stem,
                "called": Called(self.store, self.found),
                "count": None,
                **values,
            },
        )
        response = HTMLResponse(text)
        if made is not None:
            taken_back(response, self.settings)
        if self.request.query_params.get("lang") in local.LANGUAGES:
            response.set_cookie(COOKIE, self.lang, max_age=31_536_000, httponly=True, samesite="lax")
        return response


async def _table_style(
    request: Request,
    excel: Annotated[bool, Query(description="With a byte order mark and semicolons, as Excel opens it.")] = False,  # noqa: FBT002  # an option of an address
    raw: Annotated[bool, Query(description="Cells as the text has them, those that look like a formula too.")] = False,  # noqa: FBT002
) -> None:
    request.state.excel, request.state.raw = excel, raw


async def _how_much(
    request: Request,
    everything: Annotated[bool, Query(alias="all", description="All rows in place of a page of them.")] = False,  # noqa: FBT002
) -> None:
    request.state.everything = everything


_OPTIONS: dict[Form, list[Any]] = {"html": [], "csv": [Depends(_table_style)], "json": [Depends(_how_much)]}


async def _asked(request: Request) -> Ask:  # async keeps it out of the thread pool
    return Ask(request)


Asked = Annotated[Ask, Depends(_asked)]
REFUSALS: dict[int | str, dict[str, Any]] = {
    code: {
        "description": what,
        "content": {JSON: {"schema": {"$ref": "#/components/schemas/Refusal"}}, "text/html": {}},
    }
    for code, what in {
        400: "The request cannot be understood",
        401: "The token is missing",
        403: "Not sent by a page of this server",
        404: "Nothing there",
        409: "The case does not take it",
        413: "Too large",
        421: "Not this server",
        422: "A value is not allowed",
        429: "Too many runs",
    }.items()
}
_CONTENT = {"html": "text/html", "json": JSON, "csv": CSV}


def once_a_state(view: View) -> View:
    """The view, which shows the page that it made before as long as the case is the same."""

    @wraps(view)
    def shown(**values: Any) -> Response:  # noqa: ANN401  # what the address says
        ask: Ask = values["ask"]
        return ask.once_a_state(partial(view, **values))

    return cast("View", shown)


def shown_at(router: APIRouter, path: str) -> Callable[[View], View]:
    """Show a view at an address, and the same as JSON and CSV at that address with a suffix."""

    def add(view: View) -> View:
        for form, suffix in reversed(SUFFIXES.items()):  # else /documents/1.csv would be document "1.csv"
            done: dict[int | str, dict[str, Any]] = {
                200: {"description": "Found", "content": {_CONTENT[form]: {}}},
                303: {"description": "To where that is now"},
            }
            router.add_api_route(
                path + suffix,
                once_a_state(view) if form == "html" else view,
                methods=["GET"],
                response_class=Response,
                dependencies=_OPTIONS[form],
                responses={**REFUSALS, **done},
                operation_id=f"{view.__name__}_{form}",
                tags=[view.__name__],
            )
        return view

    return add
