"""The application: pages over one open case."""

from __future__ import annotations

import gc
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from threading import BoundedSemaphore
from typing import Any, Final

from anyio.to_thread import current_default_thread_limiter, run_sync
from fastapi import Depends, FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.openapi.utils import get_openapi
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect
from starlette.responses import Response

from wederhoor.errors import Code, WederhoorError
from wederhoor.store.opening import Store
from wederhoor.version import VERSION
from wederhoor.web.answers import problem, refusal
from wederhoor.web.comparing import Comparing, ComparingError
from wederhoor.web.forms import ForeignFormError, same_page
from wederhoor.web.guard import Guard
from wederhoor.web.intake import Intake
from wederhoor.web.invited import Invited
from wederhoor.web.kept import Kept
from wederhoor.web.matching import Matching
from wederhoor.web.pages import ROUTERS
from wederhoor.web.pages.compared import still_comparing
from wederhoor.web.pages.stale import foreign_form, stale_form
from wederhoor.web.remembered import PAGES, TABLES
from wederhoor.web.runs import Runs
from wederhoor.web.seen import StaleFormError
from wederhoor.web.settings import Settings
from wederhoor.web.warm import open_pages

STATUS: Final[dict[Code, int]] = {
    "W803": 503, "W805": 503, "W808": 404, "W809": 409, "W811": 400, "W812": 500, "W813": 409,
    "W904": 403, "W905": 413, "W906": 429, "W907": 404, "W908": 400, "W911": 503, "W920": 429, "W917": 409, "W923": 403,
    "W924": 503,
}  # fmt: skip


THREADS: Final = 6
"""Requests that are worked on at once. More of them would only take turns with each other, for Python runs one at a time."""


LONG_TEXTS: Final = 6
"""Long texts that are kept, each of them counted once more for every language that its page was asked in: some 15 MB a text
of 40,000 words."""
WRITTEN_AT_ONCE: Final = 8
"""Lists that are written out whole at once; each holds a connection for as long as its reader takes."""


def create_app(store: Store, settings: Settings | None = None) -> FastAPI:
    """The pages of an open case; who opened it closes it."""
    chosen = settings or Settings()
    runs, matching = Runs(chosen.runs_a_minute, chosen.run_seconds), Matching(store)
    intake, invited, comparing = Intake(store, matching), Invited(store), Comparing(store.place)

    @asynccontextmanager
    async def life(_: FastAPI) -> AsyncIterator[None]:
        current_default_thread_limiter().total_tokens = THREADS
        if chosen.warm:
            await open_pages(app, chosen)
            gc.collect()
            gc.freeze()  # what is there now stays: looking through it again would take longer than a part of a long text
        matching.start()
        try:
            yield
        finally:
            runs.cancel()
            comparing.stop()
            await run_sync(intake.stop)
            await run_sync(matching.stop)

    app = FastAPI(
        title="Wederhoor",
        version=VERSION,
        docs_url=None,  # its page would load scripts from elsewhere
        redoc_url=None,
        redirect_slashes=False,
        dependencies=[Depends(same_page)],
        lifespan=life,
    )
    app.state.store, app.state.settings, app.state.runs = store, chosen, runs
    app.state.invited, app.state.comparing = invited, comparing
    app.state.kept, app.state.found = Kept(), Kept()
    app.state.matching, app.state.intake = matching, intake
    app.state.long_texts, app.state.pages, app.state.tables = Kept(LONG_TEXTS), Kept(PAGES), Kept(TABLES)
    app.state.written = BoundedSemaphore(WRITTEN_AT_ONCE)
    for router in ROUTERS:
        app.include_router(router)
    app.add_exception_handler(WederhoorError, _foreseen)
    app.add_exception_handler(StaleFormError, stale_form)
    app.add_exception_handler(ComparingError, still_comparing)
    app.add_exception_handler(ForeignFormError, foreign_form)
    app.add_exception_handler(RequestValidationError, refuse_misread)
    app.add_exception_handler(HTTPException, refuse_http)
    app.add_exception_handler(ClientDisconnect, _cut_off)
    app.add_middleware(Guard, settings=chosen, case=store.where, invited=invited)
    app.openapi = lambda: _openapi(app)  # type: ignore[method-assign]  # FastAPI's own way to add to it
    return app


async def _foreseen(request: Request, error: Exception) -> Response:
    assert isinstance(error, WederhoorError)  # noqa: S101  # registered for these alone
    response = problem(request.scope, STATUS.get(error.code, 400), error.code, error.message)
    if error.code in {"W906", "W920"}:
        response.headers["retry-after"] = str(error.values["seconds"])
    return response


async def refuse_misread(request: Request, error: Exception) -> Response:
    """The answer to values that no address takes: 422."""
    assert isinstance(error, RequestValidationError)  # noqa: S101
    first = error.errors()[0] if error.errors() else {"loc": (), "msg": "nothing fits"}
    why = f"{'.'.join(str(part) for part in first['loc'][1:])}: {first['msg']}"
    return refusal(request.scope, 422, "W908", why=why)


async def refuse_http(request: Request, error: Exception) -> Response:
    """The answer where there is no such page, or it cannot be asked so."""
    assert isinstance(error, HTTPException)  # noqa: S101
    if error.status_code == 404:
        return refusal(request.scope, 404, "W907")
    response = refusal(request.scope, error.status_code, "W908", why=error.detail)
    for name, value in (error.headers or {}).items():
        response.headers[name] = value
    return response


async def _cut_off(request: Request, _: Exception) -> Response:
    return refusal(request.scope, 413, "W905")


def _openapi(app: FastAPI) -> dict[str, Any]:
    """The document of the addresses, with the one shape that errors have."""
    if app.openapi_schema is None:
        made = get_openapi(title=app.title, version=app.version, routes=app.routes)
        text = {"type": "string"}
        error = {"type": "object", "properties": {"code": text, "message": text}, "required": ["code", "message"]}
        shape = {"type": "object", "properties": {"error": error}, "required": ["error"]}
        made.setdefault("components", {}).setdefault("schemas", {})["Refusal"] = shape
        app.openapi_schema = made
    return app.openapi_schema
