"""Fixtures that several test files use."""

from __future__ import annotations

import gzip
import importlib.util
import os
import pwd
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

import pytest
from approval import Approval
from hypothesis import HealthCheck, settings
from texts import SHARED

if TYPE_CHECKING:  # what only the tests of the pages need is loaded by the fixtures that use it
    from playwright.sync_api import Browser, BrowserContext, Page

    from wederhoor.reading import Student
    from wederhoor.records import Document, Study
    from wederhoor.store.opening import Store

# how long an example takes says nothing on a busy machine
settings.register_profile("wederhoor", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("wederhoor")
settings.register_profile("quick", settings.get_profile("wederhoor"), max_examples=10)


@pytest.hookimpl(tryfirst=True)  # before -m chooses
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what needs chromium or PostgreSQL, by the fixtures that it asks for."""
    for item in items:
        asked = set(getattr(item, "fixturenames", ()))
        chosen = getattr(item, "callspec", None)
        if "browser" in asked:
            item.add_marker(pytest.mark.browser)
        if "postgres" in asked or (chosen and chosen.params.get("place") == "postgresql"):
            item.add_marker(pytest.mark.postgres)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--approve", action="store_true", help="write the approved files anew from what is found now")


@pytest.fixture(scope="session")
def approval(pytestconfig: pytest.Config) -> Approval:
    return Approval(writing=pytestconfig.getoption("--approve"))


@pytest.fixture(scope="session")
def student() -> Student:
    """Reads by the shipped pipeline of a document's language, each document once for all tests."""
    from wederhoor.reading import open_student

    kept: dict[Document, Study] = {}
    of: dict[str, Student] = {}

    def study(document: Document) -> Study:
        if document not in kept:
            read = of.get(document.lang) or of.setdefault(document.lang, open_student(document.lang))
            kept[document] = read(document)
        return kept[document]

    return study


@pytest.fixture(scope="session")
def shared() -> Path:
    """The shared folder: gold and the reference scorers. Lies beside the checkout, else where WEDERHOOR_SHARED says.

    ``none`` says that there is none on purpose: it holds newspaper texts, which not everybody may have.
    """
    folder = SHARED
    if os.environ.get("WEDERHOOR_SHARED") == "none":
        pytest.skip("WEDERHOOR_SHARED says that there is no shared folder")
    if not folder.is_dir():
        message = f"no shared folder at {folder}; set WEDERHOOR_SHARED"
        # a skipped agreement test would let CI pass without having compared anything
        pytest.fail(message) if os.environ.get("CI") else pytest.skip(message)
    return folder


def scorer(shared: Path, name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, shared / "eval" / f"{name}.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    # left out of the bytecode cache: the shared folder is read only
    before, sys.dont_write_bytecode = sys.dont_write_bytecode, True
    try:
        spec.loader.exec_module(module)
    finally:
        sys.dont_write_bytecode = before
    return module


class Postgres:
    """A PostgreSQL server of the tests' own: in a folder that goes away, reached by a socket in it and by no port."""

    def __init__(self, binaries: Path, folder: Path) -> None:
        self._binaries = binaries
        self._folder = folder
        self._numbers = count(1)
        # the server refuses to run as root
        self._become = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
        if self._become:
            shutil.chown(folder, "postgres")
        # psql asks for the locale of a system that may have none
        self._run("initdb", "-D", folder / "data", "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "-N")
        options = f"-k {folder} -c listen_addresses='' -c fsync=off"
        self._run("pg_ctl", "-D", folder / "data", "-w", "-o", options, "-l", folder / "log", "start")

    def new_database(self) -> str:
        """The address of a database with nothing in it."""
        name = f"case{next(self._numbers)}"
        self._run("createdb", "-h", self._folder, "-U", "postgres", name)
        return f"postgresql://postgres@/{name}?host={self._folder}"

    def stop(self) -> None:
        self._run("pg_ctl", "-D", self._folder / "data", "-m", "immediate", "stop")

    def _run(self, program: str, *arguments: str | Path) -> None:
        command = [*self._become, str(self._binaries / program), *map(str, arguments)]
        done = subprocess.run(
            command,
            cwd=self._folder,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            check=False,
        )
        if done.returncode:
            pytest.fail(f"{command}: {done.stderr.decode()}")


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """A real server, of Debian's package postgresql."""
    binaries = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda folder: int(folder.parent.name))
    users = {user.pw_name for user in pwd.getpwall()}
    if not binaries or (os.geteuid() == 0 and "postgres" not in users):
        message = "PostgreSQL is not installed: apt-get install postgresql"
        pytest.fail(message) if os.environ.get("CI") else pytest.skip(message)
    with tempfile.TemporaryDirectory(prefix="pg", ignore_cleanup_errors=True) as folder:
        server = Postgres(binaries[-1], Path(folder))
        try:
            yield server
        finally:
            server.stop()


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a new case can be made, on either database."""
    if request.param == "sqlite":
        return str(tmp_path / "case.db")
    server: Postgres = request.getfixturevalue("postgres")
    return server.new_database()


@pytest.fixture(scope="session")
def read_by_pipeline(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Study]:
    """The documents of a stored case, by their names: two whose statements collide."""
    from wederhoor.store import document_names, open_store, stored

    place = tmp_path_factory.mktemp("kept") / "case.db"
    place.write_bytes(gzip.decompress((Path(__file__).parent / "data" / "cases" / "0002.db.gz").read_bytes()))
    with open_store(place) as store, store.reading() as db:
        return {name: stored(db, name) for name in document_names(db)}


@pytest.fixture(scope="session")
def attribution_score(shared: Path) -> ModuleType:
    return scorer(shared, "attribution_score")


@pytest.fixture(scope="session")
def entity_score(shared: Path) -> ModuleType:
    return scorer(shared, "actors_events_score")


@pytest.fixture(scope="session")
def layers_score(shared: Path) -> ModuleType:
    return scorer(shared, "layers_score")


@pytest.fixture
def free_port() -> int:
    import socket

    with socket.socket() as bound:
        bound.bind(("127.0.0.1", 0))
        return int(bound.getsockname()[1])


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    from web_case import fill

    with fill(tmp_path / "case.db") as store:
        yield store


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    from playwright.sync_api import Browser, expect, sync_playwright
    from web_case import CHROMIUM, PATIENCE, QUIET

    if CHROMIUM is None:
        pytest.skip("there is no chromium here")
    wait = PATIENCE * 1000
    expect.set_options(timeout=wait)
    with sync_playwright() as started, pytest.MonkeyPatch.context() as patch:
        for way in ("new_context", "new_page"):
            patch.setattr(Browser, way, _patient(getattr(Browser, way), wait))
        browser = started.chromium.launch(executable_path=CHROMIUM, args=QUIET, timeout=wait)
        yield browser
        browser.close()


def _patient(opening: Callable[..., Any], wait: int) -> Callable[..., Any]:
    """A way to open something in the browser, that then waits for so many milliseconds."""

    def opened(*arguments: Any, **options: Any) -> Any:
        made = opening(*arguments, **options)
        made.set_default_timeout(wait)
        return made

    return opened


@pytest.fixture
def server(store: Store) -> Iterator[str]:
    from web_case import serving

    with serving(store) as address:
        yield address


@pytest.fixture
def said_by_page() -> list[str]:
    return []


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(locale="en-GB", viewport={"width": 1280, "height": 900})
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext, server: str, said_by_page: list[str]) -> Iterator[Page]:
    """A page that must say nothing on its console, raise nothing, and ask nobody else for anything."""
    page = context.new_page()
    page.on("console", lambda message: said_by_page.append(message.text))
    page.on("pageerror", lambda error: said_by_page.append(str(error)))
    page.on(
        "request",
        lambda sent: None if sent.url.startswith(server) or sent.url == "data:," else said_by_page.append(sent.url),
    )
    yield page
    assert said_by_page == []
