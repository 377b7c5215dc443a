"""The ledger: what came of forecasts, with who says so by which source, whatever happens to the text meanwhile."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from command import run_here
from fastapi.testclient import TestClient
from playwright.sync_api import Browser, expect
from web_case import TEXT, barriers, bridge, browses, client, fill, read_into, serving, study

from wederhoor.records import Document, Forecast
from wederhoor.store import Store, open_store, put_study
from wederhoor.web.pages import ledger

WORDS = "stort de brug dit jaar in"
SOURCE = "https://merkelbode.example/2032/brug"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with fill(tmp_path / "zaak.db") as opened:
        yield opened


def test_speakers_with_forecasts_come_a_page_at_a_time(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ledger, "RECORDS", 1)
    web, page = client(store), "/ledger/speakers"
    rows = web.get(f"{page}.json").json()["rows"]
    seen = []
    while True:
        text = web.get(page, headers={"accept": "text/html"}).text
        seen += re.findall(r'<th scope="row">(?:<a [^>]*><bdi>)?([^<]+)', text)
        further = re.search(r'rel="next" href="([^"]+)"', text)
        if further is None:
            break
        page = further[1].replace("&amp;", "&")
    assert seen
    assert len(seen) == len(rows)


def forecast(web: TestClient, words: str = WORDS) -> dict[str, Any]:
    rows: list[dict[str, Any]] = web.get("/ledger.json?all=1").json()["rows"]
    return next(row for row in rows if row["quote"] == words)


def mark(web: TestClient, outcome: str = "came-true", source: str = SOURCE, **fields: Any) -> Any:
    form = {"csrf": "right", "outcome": outcome, "source": source, **fields}
    return web.post("/documents/3/forecasts/F1/outcome", data=form, follow_redirects=False)


def read_again(store: Store, before: str) -> None:
    """The same document with words put before it, so that every id and offset may be another."""
    reading = bridge()
    text = before + TEXT
    moved = [
        msgspec.structs.replace(a, content=tuple((s + len(before), e + len(before)) for s, e in a.content))
        for a in reading.attributions
    ]
    start = text.index(WORDS)
    forecasts = (Forecast(id="F7", span=(start, start + len(WORDS)), holder="A4", until="2031-12-31", confidence=0.8),)
    sha256 = Document(doc="brug", text=text).sha256
    other = msgspec.structs.replace(
        reading, text=text, sha256=sha256, attributions=tuple(moved), forecasts=forecasts, causal=(), conflicts=()
    )
    with store.writing() as db:
        put_study(db, study(other))


def test_an_outcome_is_shown_with_its_source_and_who_marked_it_when(store: Store) -> None:
    web = client(store, who="anna")
    assert forecast(web)["outcome"] is None
    assert mark(web).status_code == 303
    row = forecast(web)
    assert (row["outcome"], row["outcome_source"], row["outcome_by"]) == ("came-true", SOURCE, "anna")
    assert re.match(r"\d{4}-\d\d-\d\dT", row["outcome_at"])
    page = web.get("/ledger?lang=nl").text
    assert f'href="{SOURCE}"' in page
    assert "uitgekomen" in page
    assert "came-true" in web.get("/ledger.csv").text


def test_an_outcome_outlives_the_next_reading_and_the_id_of_its_forecast(store: Store) -> None:
    web = client(store)
    mark(web, "failed", "De brug stond er in januari nog")
    read_again(store, "Een nieuwe zin vooraf. ")
    row = forecast(web)
    assert (row["item"], row["outcome"]) == ("F7", "failed")
    assert "De brug stond er in januari nog" in web.get("/ledger").text


def test_the_last_word_counts_and_is_taken_back(store: Store) -> None:
    web = client(store)
    mark(web, "failed")
    mark(web, "partly")
    assert forecast(web)["outcome"] == "partly"
    entry = forecast(web)["outcome_entry"]
    web.post(f"/corrections/{entry}/undo", data={"csrf": "right"})
    assert forecast(web)["outcome"] == "failed"


def test_an_outcome_leaves_the_reading_and_the_queue_as_they_are(store: Store) -> None:
    web = client(store)
    queue, reading = web.get("/review.json?all=1").json()["rows"], web.get("/documents/3.json").json()
    mark(web)
    assert web.get("/review.json?all=1").json()["rows"] == queue
    assert web.get("/documents/3.json").json()["forecasts"] == reading["forecasts"]


def test_outcomes_are_counted_by_speaker_and_can_be_chosen(store: Store) -> None:
    web = client(store)
    mark(web)
    [row] = [row for row in web.get("/ledger/speakers.json").json()["rows"] if row["speaker"] == "Bram Kuil"]
    assert (row["forecasts"], row["came_true"], row["failed"], row["open"]) == (1, 1, 0, 0)
    assert [one["quote"] for one in web.get("/ledger.json?outcome=came-true").json()["rows"]] == [WORDS]
    assert WORDS not in [one["quote"] for one in web.get("/ledger.json?outcome=open&all=1").json()["rows"]]
    own = web.get(f"/ledger.json?speaker={row['speaker_id']}").json()["rows"]
    assert {one["speaker"] for one in own} == {"Bram Kuil"}
    assert "Bram Kuil" in web.get("/ledger/speakers.csv").text


def test_what_somebody_denies_is_no_forecast_of_his(store: Store) -> None:
    web = client(store)
    web.post("/documents/3/attributions/A4/set", data={"csrf": "right", "field": "polarity", "value": "-"})
    rows = web.get("/ledger/speakers.json").json()["rows"]
    assert not any(row["speaker"] == "Bram Kuil" for row in rows)


@pytest.mark.parametrize(
    ("fields", "status", "code"),
    [
        ({"source": "  "}, 409, "W809"),
        ({"outcome": "perhaps"}, 422, "W908"),
        ({"source": "x" * 2001}, 422, "W908"),
        ({"seen": "0123456789abcdef"}, 409, "W917"),
    ],
)
def test_a_form_that_lacks_something_is_refused_and_changes_nothing(
    store: Store, fields: dict[str, str], status: int, code: str
) -> None:
    web = client(store, who="anna")
    web.headers["accept"] = "application/json"
    answer = mark(web, **fields)
    assert (answer.status_code, answer.json()["error"]["code"]) == (status, code)
    assert forecast(web)["outcome"] is None


def test_a_source_that_is_no_web_address_is_no_link(store: Store) -> None:
    web = client(store)
    mark(web, source="javascript:alert(1)")
    page = web.get("/ledger").text
    assert "javascript:alert(1)" in page
    assert 'href="javascript' not in page


def test_an_outcome_and_a_note_come_from_the_command_line(tmp_path: Path) -> None:
    place = tmp_path / "zaak.db"
    fill(place).close()
    done = run_here("correct", place, "outcome", "brug", "F1", "failed", SOURCE, "--who", "piet")
    assert (done.returncode, done.stdout) == (0, b"1 outcome\n")
    assert run_here("correct", place, "note", "1", "Zie het verslag.", "--who", "anna").returncode == 0
    told = run_here("correct", place, "list").stdout.decode()
    assert f"outcome brug forecasts “{WORDS}” failed {SOURCE}" in told
    assert "anna  note 1 Zie het verslag." in told
    wrong = run_here("correct", place, "outcome", "brug", "A2", "failed", SOURCE)
    assert wrong.returncode == 2
    assert b"W809" in wrong.stderr
    assert run_here("correct", place, "note", "99", "x").returncode == 2


@browses
def test_an_outcome_is_marked_by_somebody_at_a_browser_with_keys_alone(store: Store, browser: Browser) -> None:
    with serving(store) as address:
        page = browser.new_page(locale="nl-NL", viewport={"width": 1440, "height": 900})
        page.goto(f"{address}/ledger")
        row = page.locator("tr", has_text=WORDS)
        row.get_by_text("Uitkomst vastleggen").focus()
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        page.keyboard.press("Space")
        expect(row.get_by_label("uitgekomen", exact=True)).to_be_checked()
        page.keyboard.press("Tab")
        page.keyboard.type(SOURCE)
        assert barriers(page, "/ledger") == []
        page.keyboard.press("Enter")
        expect(row.get_by_role("link", name=SOURCE)).to_be_visible()
        expect(page.get_by_text("Opgeslagen.")).to_be_visible()
        page.emulate_media(color_scheme="dark")
        for width in (390, 320):
            page.set_viewport_size({"width": width, "height": 800})
            for place in ("/ledger", "/ledger/speakers"):
                page.goto(address + place)
                assert barriers(page, place) == []
        page.close()


# Conditions

RULE = "Als de huur stijgt, vertrekken de bewoners, zegt wethouder Karin Blok. Blok: “Zonder vergunning mag niemand bouwen.”\n"


def test_a_condition_is_listed_with_its_document_and_its_kind_is_set(tmp_path: Path) -> None:
    with open_store(read_into(tmp_path, {"huur.txt": RULE})) as store:
        web = client(store)
        before = web.get("/documents/1.json").json()["conditions"]
        assert before[0]["kind"] == "if"
        page = web.get("/documents/1?lang=nl").text
        [link] = re.findall(rf'href="(/documents/1/conditions/{before[0]["id"]}\?quote=\w+)"', page)
        form = web.get(f"{link}&lang=nl").text
        assert '<option value="only-if">alleen als</option>' in form
        assert 'name="words.antecedent"' in form
        [seen] = re.findall(r'name="seen" value="(\w+)"', form)
        data = {"csrf": "right", "seen": seen, "set.kind": "unless"}
        save = f"/documents/1/conditions/{before[0]['id']}/save"
        assert web.post(save, data=data, follow_redirects=False).status_code == 303
        assert web.get("/documents/1.json").json()["conditions"][0]["kind"] == "unless"


def test_the_kind_of_a_conflict_is_set_by_its_form(store: Store) -> None:
    web = client(store)
    form = web.get("/documents/3/conflicts/X1").text
    [seen] = re.findall(r'name="seen" value="(\w+)"', form)
    data = {"csrf": "right", "seen": seen, "set.kind": "evaluation"}
    assert web.post("/documents/3/conflicts/X1/save", data=data, follow_redirects=False).status_code == 303
    assert [row["kind"] for row in web.get("/conflicts.json?document=3").json()["rows"]] == ["evaluation"]
