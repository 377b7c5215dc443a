"""What every page needs of a request: the case, the language, the form of the answer."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Annotated, Any, TypeVar

import msgspec
from fastapi import APIRouter, Depends, Path, Query, Request
from fastapi.responses import HTMLResponse
from pydantic import BeforeValidator
from sqlalchemy import Connection
from starlette.responses import Response

from wederhoor import __version__
from wederhoor.exchange.runs.words import run_words
from wederhoor.exchange.wording import Wording, wording_for
from wederhoor.store.opening import Store
from wederhoor.web.answers import CSV, JSON, SUFFIXES, Form, as_csv, as_json, columns_of, form_of
from wederhoor.web.flash import made_before, taken_back
from wederhoor.web.kept import Kept
from wederhoor.web.matching import Matching
from wederhoor.web.rendering import render
from wederhoor.web.settings import Settings
from wederhoor.web.words import COOKIE, LANGUAGES, WebWords, language_of, web_words

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_PASSING = frozenset({"after", "own_after", "reported_after", "lang", "quote", "lost"})
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
        self.settings: Settings = request.app.state.settings
        self.kept: Kept = request.app.state.kept
        self.lang = language_of(request.scope)
        self.words: WebWords = web_words(self.lang)
        self.wording: Wording = wording_for(self.lang)
        self.form: Form = form_of(request.url.path)
        self.by_htmx = "hx-request" in request.headers

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that changes the case; what it leaves to compare is compared beside the pages. Raises as the store's."""
        with self.store.writing() as db:
            yield db
        matching: Matching = self.request.app.state.matching
        matching.call()

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
            name = self.request.url.path.rsplit("/", 1)[-1].removesuffix(".csv")
            return as_csv(rows, name, columns_of(record))
        return self.page(template, data=data, **values)

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
                "version": __version__,
                "where": self.store.where,
                **values,
            },
        )
        response = HTMLResponse(text)
        if made is not None:
            taken_back(response, self.settings)
        if self.request.query_params.get("lang") in LANGUAGES:
            response.set_cookie(COOKIE, self.lang, max_age=31_536_000, httponly=True, samesite="strict")
        return response


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
                view,
                methods=["GET"],
                response_class=Response,
                responses={**REFUSALS, **done},
                operation_id=f"{view.__name__}_{form}",
                tags=[view.__name__],
            )
        return view

    return add
