"""The case that the tests of the pages are made with: three readings, two of them of the project's own gold."""

from __future__ import annotations

import re
import shutil
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from command import run_here
from fastapi.testclient import TestClient
from playwright.sync_api import Page
from serving import served

from wederhoor.exchange.json import read_readings
from wederhoor.records import Attribution, CausalClaim, Conflict, Document, Forecast, Reading, Study, Words
from wederhoor.store import open_store, put_study
from wederhoor.store.opening import Store
from wederhoor.web.app import create_app
from wederhoor.web.settings import Settings

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
browses = pytest.mark.skipif(CHROMIUM is None, reason="there is no chromium here")
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
"""What a browser starts with that has nothing to ask of anybody."""
PATIENCE = 300
"""Seconds that a page or a run is waited for: much on a machine that is busy with other things, and an end to a wait for ever."""
DATA = Path(__file__).parent / "data"
HOSTILE = "<script>document.title='taken'</script>"
PAGES = [
    "/case", "/documents", "/documents/1", "/documents/2", "/accounts", "/accounts/1", "/accounts/1/model",
    "/sides?who=1&who=2", "/conflicts", "/conflicts/across", "/timeline", "/ledger", "/search?q=brug", "/review",
    "/corrections", "/issues", "/actors", "/network", "/map",
    "/documents/3/statements/A1",
]  # fmt: skip
TEXT = (
    "Burgemeester Oda Vlier zegt dat meer toezicht leidt tot rust. “De brug is veilig,” zegt Vlier.\n\n"
    "Schipper Bram Kuil ontkent dat. “De brug is niet veilig. Meer toezicht brengt onrust,” zegt Kuil. "
    f"Volgens Kuil stort de brug dit jaar in. {HOSTILE}"
)


def at(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words)


def said(id: str, words: str, speaker: str, **fields: Any) -> Attribution:
    values: dict[str, Any] = {"cue": (), "source": (), "form": "direct", **fields}
    return Attribution(id=id, content=(at(words),), speaker=speaker, **values)


def bridge() -> Reading:
    """A document with every layer that the pages show, by two who contradict each other."""
    document = Document(doc="brug", text=TEXT, date="2031-05-12", title=f"De brug {HOSTILE}")
    return Reading(
        doc="brug",
        lang="nl",
        date=document.date,
        title=document.title,
        text=TEXT,
        sha256=document.sha256,
        made_by={"wederhoor": "test"},
        attributions=(
            said("A1", "meer toezicht leidt tot rust", "Oda Vlier", form="indirect", confidence=0.9),
            said("A2", "De brug is veilig", "Oda Vlier", confidence=0.95),
            said("A3", "De brug is niet veilig. Meer toezicht brengt onrust", "Bram Kuil", confidence=0.8),
            said(
                "A4", "stort de brug dit jaar in", "Bram Kuil", form="indirect", confidence=0.3, doubts=("far", "noun")
            ),
        ),
        causal=(
            CausalClaim(id="C1", cause=at("meer toezicht"), effect=at("rust"), sign="+", holder="A1", confidence=0.85),
            CausalClaim(
                id="C2", cause=at("Meer toezicht"), effect=at("onrust"), sign="+", holder="A3", confidence=0.85
            ),
        ),
        forecasts=(
            Forecast(id="F1", span=at("stort de brug dit jaar in"), holder="A4", until="2031-12-31", confidence=0.87),
        ),
        conflicts=(
            Conflict(
                id="X1", a="A2", b="A3", kind="denial", why="Vlier and Kuil differ over the bridge.", confidence=0.7
            ),
        ),
    )


def study(reading: Reading) -> Study:
    """With every word its own lemma: enough to be found."""
    words = [*re.finditer(r"\w+", reading.text)]
    starts, ends = tuple(w.start() for w in words), tuple(w.end() for w in words)
    sentences = tuple((m.start(), m.end()) for m in re.finditer(r"[^\n.]+\.?", reading.text) if m.group().strip())
    lemmas = tuple(w.group().lower() for w in words)
    return Study(reading=reading, words=Words(starts=starts, ends=ends, lemmas=lemmas, sentences=sentences))


def fill(place: Path) -> Store:
    store = open_store(place, create=True)
    readings = [*read_readings(DATA / "veerpont.json"), *read_readings(DATA / "oosterwaal.json"), bridge()]
    with store.writing() as db:
        for reading in readings:
            put_study(db, study(reading))
    return store


def read_into(folder: Path, texts: Mapping[str, str], *options: str) -> Path:
    """The case of Dutch texts by the names of their files, read into a folder by the command."""
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    files = [folder / name for name in texts]
    done = run_here("read", *files, "--lang", "nl", *options, "--into", folder / "zaak.db")
    assert done.returncode == 0, done.stderr
    return folder / "zaak.db"


@contextmanager
def own_copy(case: Path, folder: Path) -> Iterator[Store]:
    """A copy of a case for one test, open until the block ends."""
    own = folder / "zaak.db"
    own.write_bytes(case.read_bytes())
    with open_store(own) as store:
        yield store


def client(store: Store, **settings: Any) -> TestClient:
    given = {"csrf": "right", "run_seconds": PATIENCE, **settings}
    return TestClient(create_app(store, Settings(**given)), base_url="http://127.0.0.1:8765")


def answered(web: TestClient, address: str, headers: Mapping[str, str] | None = None) -> Any:
    """The answer of an address, once documents that it rests on were compared."""
    end = time.monotonic() + PATIENCE
    while (answer := web.get(address, headers=headers)).status_code == 503 and time.monotonic() < end:
        assert int(answer.headers["retry-after"]) > 0
        time.sleep(0.1)
    return answer


def speaker(web: TestClient, name: str) -> int:
    return next(int(row["id"]) for row in web.get("/accounts.json").json()["rows"] if row["name"] == name)


@contextmanager
def serving(store: Store) -> Iterator[str]:
    """The address of a server of this case, which ends with the block."""
    with served(create_app(store, Settings(run_seconds=PATIENCE))) as address:
        yield address


def barriers(page: Page, address: str) -> list[Any]:
    """What axe finds on a page, and by how much it is wider than the window."""
    wider = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    found: list[Any] = [(address, wider)] if wider > 0 else []
    return found + [
        (address, violation["id"], [node["target"] for node in violation["nodes"]][:3])
        for violation in Axe().run(page).response["violations"]
    ]
