"""A shelf of cases: the files of a folder as a page, where cases are made, named, copied and put away, and opened.

Each case that is opened gets a port of its own, with the pages that ``create_app`` makes: two cases stand side by side in one
browser. What is put away lies in a folder beside the others until somebody takes it back or deletes it by hand.
"""

from __future__ import annotations

import re
import shutil
import threading
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path
from typing import Annotated, Final, Literal, NamedTuple

import msgspec
from anyio.to_thread import run_sync
from fastapi import Depends, FastAPI, Form, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse, RedirectResponse
from starlette.exceptions import HTTPException
from starlette.responses import Response

from wederhoor.errors import Notice, WederhoorError, notice_of
from wederhoor.exchange.wording import wording_for
from wederhoor.store.answers import Summary
from wederhoor.store.opening import Store, copy_case, open_store
from wederhoor.store.pages import summary
from wederhoor.store.writing import describe_case
from wederhoor.version import VERSION
from wederhoor.web.answers import problem
from wederhoor.web.app import STATUS, refuse_http, refuse_misread
from wederhoor.web.forms import same_page
from wederhoor.web.guard import WHO, Guard
from wederhoor.web.pages import assets
from wederhoor.web.rendering import address, render
from wederhoor.web.settings import Settings
from wederhoor.web.words import language_of, web_words

SUFFIX: Final = ".db"
AWAY: Final = "put away"
"""The folder of cases that were put away."""
_NAME: Final = re.compile(r"[^\W_][\w .,()+&'-]{0,79}")
"""What a case may be called: what every file system takes, and nothing that leads to another folder."""
Name = Annotated[str, Form(max_length=200)]
Description = Annotated[str, Form(max_length=2000)]
Serve = Callable[[Store], tuple[str, Callable[[], None]]]
"""Serves a case: gives its address, without a page, and what ends that."""


class ShelvedCase(msgspec.Struct, frozen=True):
    """A case on the shelf; ``refused`` is there where it cannot be opened."""

    name: str
    summary: Summary | None
    refused: Notice | None = None


class Shelf:
    """The cases of a folder, and those of them that are being served."""

    def __init__(self, folder: Path, serve: Serve) -> None:
        self.folder = folder
        self._serve = serve
        self._served: dict[str, tuple[str, Callable[[], None], Store]] = {}
        self._lock = threading.Lock()
        folder.mkdir(parents=True, exist_ok=True)

    def cases(self) -> list[ShelvedCase]:
        """All cases, by name."""
        return [_looked_at(path) for path in sorted(self.folder.glob(f"*{SUFFIX}"))]

    def away(self) -> list[str]:
        """The names of those that were put away, the latest first."""
        found = (self.folder / AWAY).glob(f"*{SUFFIX}")
        return [path.stem for path in sorted(found, key=lambda path: path.stat().st_mtime, reverse=True)]

    def make(self, name: str) -> None:
        """A new case, without documents. Raises W809 for a name that is taken or none."""
        open_store(self._free(name), create=True).close()

    def copy(self, name: str, to: str) -> None:
        """A copy under another name, also of a case that is open. Raises W808, W809 and W813."""
        copy_case(self._there(name), self._free(to))

    def rename(self, name: str, to: str) -> None:
        """Give a case another name; who has it open comes to the end of it. Raises W808 and W809."""
        source, target = self._there(name), self._free(to)
        self._end(name)
        source.rename(target)

    def describe(self, name: str, description: str) -> None:
        """Say what a case is about. Raises W808 and as ``open_store``."""
        with open_store(self._there(name)) as store, store.writing() as db:
            describe_case(db, description)

    def put_away(self, name: str) -> None:
        """Take a case off the shelf; it can be taken back. Raises W808."""
        source = self._there(name)
        self._end(name)
        (self.folder / AWAY).mkdir(exist_ok=True)
        shutil.move(source, _unused(self.folder / AWAY, name))

    def take_back(self, name: str) -> None:
        """Put a case back on the shelf, under a name that is free. Raises W808."""
        source = self.folder / AWAY / f"{_named(name)}{SUFFIX}"
        if not source.is_file():
            raise _missing(name)
        shutil.move(source, _unused(self.folder, name))

    def opened(self, name: str) -> str:
        """The address of a case, which is served from now on. Raises W808 and as ``open_store``."""
        with self._lock:
            if name not in self._served:
                store = open_store(self._there(name))
                self._served[name] = (*self._serve(store), store)
            return self._served[name][0]

    def end(self) -> None:
        """End all that is served."""
        for name in [*self._served]:
            self._end(name)

    def _end(self, name: str) -> None:
        with self._lock:
            served = self._served.pop(name, None)
        if served is not None:
            served[1]()
            served[2].close()

    def _there(self, name: str) -> Path:
        path = self.folder / f"{_named(name)}{SUFFIX}"
        if not path.is_file():
            raise _missing(name)
        return path

    def _free(self, name: str) -> Path:
        path = self.folder / f"{_named(name)}{SUFFIX}"
        if path.exists():
            raise WederhoorError("W809", why=f"there is a case {name} already", remedy="Give another name.")
        return path


def _named(name: str) -> str:
    """A name that a case may have. Raises W809."""
    plain = " ".join(name.split())
    if not _NAME.fullmatch(plain):
        why = "a case is called by letters, digits, blanks and the signs ,.()+&'-, 80 at most"
        raise WederhoorError("W809", why=why, remedy="Give another name.")
    return plain


def _missing(name: str) -> WederhoorError:
    return WederhoorError("W808", what="case", name=name, where="the shelf", remedy="Load the page again.")


def _unused(folder: Path, name: str) -> Path:
    """Where a file of this name can lie without covering another."""
    path, number = folder / f"{name}{SUFFIX}", 1
    while path.exists():
        number += 1
        path = folder / f"{name} {number}{SUFFIX}"
    return path


def _looked_at(path: Path) -> ShelvedCase:
    try:
        with open_store(path) as store, store.reading() as db:
            return ShelvedCase(path.stem, summary(db))
    except WederhoorError as error:
        return ShelvedCase(path.stem, None, notice_of(error))


class Typed(NamedTuple):
    """A name that was refused: what it was for, of which case, and as it was typed."""

    what: Literal["make", "copy", "rename"]
    name: str
    to: str


def _done_or_again(do: Callable[[], None], again: Callable[[], Response]) -> Response:
    """Do it; the form with what was typed where it is the name that cannot be. Anything else is raised as it came."""
    try:
        do()
    except WederhoorError as error:
        if error.code != "W809":
            raise
        return again()
    return RedirectResponse("/", 303)


def _page(
    shelf: Shelf, settings: Settings, request: Request, typed: Typed | None = None, status: int = 200
) -> Response:
    """The list; with a name that was refused, the form that has it says so."""
    words = web_words(language_of(request.scope))
    shown = {"cases": shelf.cases(), "away": shelf.away(), "folder": str(shelf.folder)}
    around = {"w": words, "wording": wording_for(words.code), "csrf": settings.csrf, "version": VERSION}
    return HTMLResponse(render("shelf.html.j2", typed=typed, **shown, **around), status)


def create_shelf(shelf: Shelf, settings: Settings) -> FastAPI:
    """The pages of a shelf: the list, and what is done with cases."""

    @asynccontextmanager
    async def life(_: FastAPI) -> AsyncIterator[None]:
        yield
        await run_sync(shelf.end)

    app = FastAPI(
        title="Wederhoor",
        version=VERSION,
        docs_url=None,
        redoc_url=None,
        dependencies=[Depends(same_page)],
        lifespan=life,
    )
    app.state.settings = settings
    app.include_router(assets.router)
    page = partial(_page, shelf, settings)

    @app.get("/", response_class=HTMLResponse)
    def cases(request: Request) -> Response:
        """The cases of the folder."""
        return page(request)

    @app.get("/open/{name}")  # a link: a form may not lead to another port
    def open_case(request: Request, name: str) -> Response:
        """Into a case, as the one who asks for it."""
        person = request.scope.get(WHO)
        token = settings.tokens.get(person.name) if person else None
        return RedirectResponse(address(f"{shelf.opened(name)}/case", token=token), 303)

    @app.post("/make")
    def make(request: Request, name: Name) -> Response:
        """A new case."""
        return _done_or_again(partial(shelf.make, name), partial(page, request, Typed("make", "", name), 409))

    @app.post("/change")
    def change(request: Request, name: Name, what: Annotated[Literal["copy", "rename"], Form()], to: Name) -> Response:
        """Copy a case, or give it another name."""
        do = {"copy": shelf.copy, "rename": shelf.rename}[what]
        return _done_or_again(partial(do, name, to), partial(page, request, Typed(what, name, to), 409))

    @app.post("/describe")
    def describe(name: Name, description: Description = "") -> Response:
        """Say what a case is about."""
        shelf.describe(name, description)
        return RedirectResponse("/", 303)

    @app.post("/put-away")
    def put_away(name: Name) -> Response:
        """Off the shelf."""
        shelf.put_away(name)
        return RedirectResponse("/", 303)

    @app.post("/take-back")
    def take_back(name: Name) -> Response:
        """Back on the shelf."""
        shelf.take_back(name)
        return RedirectResponse("/", 303)

    async def foreseen(request: Request, error: Exception) -> Response:
        assert isinstance(error, WederhoorError)  # noqa: S101  # registered for these alone
        return problem(request.scope, STATUS.get(error.code, 400), error.code, error.message)

    app.add_exception_handler(WederhoorError, foreseen)
    app.add_exception_handler(RequestValidationError, refuse_misread)
    app.add_exception_handler(HTTPException, refuse_http)
    app.add_middleware(Guard, settings=settings, case=str(shelf.folder))
    return app
