"""Texts put in at the pages: pasted, or as files of any form; one line for each that cannot be read."""

from __future__ import annotations

import time
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from playwright.sync_api import Browser, FilePayload, Page, expect
from web_case import PATIENCE, barriers, browses, client, serving

from wederhoor.store import Store, list_documents, open_store

BRIDGE = """Volgens burgemeester Anna Visser is er een vergunning voor de brug.

Boer Tom Haak zegt dat er nooit een vergunning voor de brug is geweest.
"""
MILL = "Mayor Ann Fisher said the mill was closed in March. Farmer Tom Hook denied that the mill was closed in March."


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "zaak.db", create=True) as store:
        yield store


@pytest.fixture
def web(empty: Store) -> Iterator[TestClient]:
    with client(empty) as made:
        yield made


def put(web: TestClient, files: dict[str, bytes] | None = None, **fields: str) -> int:
    sent = [("files", (name, data)) for name, data in (files or {}).items()]
    answer = web.post("/texts", data={"csrf": "right", **fields}, files=sent or None, follow_redirects=False)
    return answer.status_code


def read(web: TestClient) -> list[dict[str, Any]]:
    """What became of the texts, once all are read."""
    for _ in range(PATIENCE * 5):
        found = web.get("/texts.json").json()["progress"]
        if found["now"] is None and not found["waiting"]:
            return [*reversed(found["outcomes"])]
        time.sleep(0.2)
    raise AssertionError("it never ends")


def documents(web: TestClient) -> dict[str, dict[str, Any]]:
    return {row["doc"]: row for row in web.get("/documents.json").json()["rows"]}


def test_a_text_that_is_pasted_is_read_with_what_is_said_of_it(web: TestClient) -> None:
    assert put(web, text=BRIDGE, title="De brug", date="2031-05-12", publisher="De Streek") == 303
    assert [(one["doc"], one["statements"]) for one in read(web)] == [("De brug", 2)]
    reading = web.get("/documents/1.json").json()
    assert (reading["text"], reading["date"], reading["title"]) == (BRIDGE, "2031-05-12", "De brug")
    assert len(web.get("/issues.json").json()["issues"]) == 1


def test_a_text_that_is_pasted_is_called_by_its_first_line(web: TestClient) -> None:
    assert put(web, text=f"\n  De brug\n\n{BRIDGE}") == 303
    assert [one["doc"] for one in read(web)] == ["De brug"]


def test_files_are_told_by_what_is_in_them_and_one_that_is_none_does_not_stop_the_others(web: TestClient) -> None:
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("een.txt", BRIDGE)
        archive.writestr("two.txt", MILL)
    page = f"<html><head><title>De brug</title></head><body><article><p>{BRIDGE}</p></article></body></html>"
    files = {"boot.txt": b"\0\1\2", "pagina": page.encode(), "alles.zip": packed.getvalue(), "leeg.txt": b"  "}
    assert put(web, files) == 303
    found = read(web)
    assert {one["name"]: one["code"] for one in found if one["code"]} == {"boot.txt": "W102", "leeg.txt": "W101"}
    assert {*documents(web)} == {"pagina", "alles#een.txt", "alles#two.txt"}
    assert {row["lang"] for row in documents(web).values()} == {"nl", "en"}
    told = web.get("/texts", headers={"accept-language": "nl"}).text
    assert "boot is geen tekst" in told


def test_a_table_among_the_files_tells_of_them(web: TestClient) -> None:
    table = (
        b"file,date,outlet,title\nbrug.txt,2031-05-12,De Streek,De brug\nsub/molen.txt,2031-02-31,,\n,2031-01-01,,\n"
    )
    files = {
        "map/brug.txt": BRIDGE.encode(), "map/metadata.csv": table, "map/sub/molen.txt": MILL.encode(), "map/.rommel": b"\0",
    }  # fmt: skip
    assert put(web, files, publisher="Het Blad") == 303
    told = [(one["doc"], one["code"]) for one in read(web)]
    assert sorted(told, key=str) == [("brug", None), ("molen", None), (None, "W112"), (None, "W112")]
    found = documents(web)
    assert (found["brug"]["date"], found["brug"]["publisher"], found["brug"]["title"]) == (
        "2031-05-12",
        "De Streek",
        "De brug",
    )
    assert (found["molen"]["date"], found["molen"]["publisher"]) == (None, "Het Blad")
    assert put(web, {"los.txt": BRIDGE.encode(), "metadata.csv": b"naam\nx\n"}) == 303
    assert [one["code"] for one in read(web)][-2:] == ["W113", None]


def test_texts_without_a_date_are_asked_about_and_dated_together(web: TestClient) -> None:
    put(web, {"brug.txt": BRIDGE.encode(), "molen.txt": MILL.encode()}, title="")
    read(web)
    asked = web.get("/texts.json").json()
    assert (asked["undated_in_all"], {row["doc"] for row in asked["undated"]}) == (2, {"brug", "molen"})
    for address in ("/texts", "/texts/progress"):  # who watches it go on is asked as well
        assert "2 teksten hebben geen datum" in web.get(f"{address}?lang=nl").text
    numbers = {row["doc"]: row["id"] for row in asked["undated"]}
    form = {"csrf": "right", "number": [numbers["brug"], numbers["molen"]], "date": ["2031-05-12", ""]}
    assert web.post("/texts/dates", data=form, follow_redirects=False).status_code == 303
    read(web)
    assert {doc: row["date"] for doc, row in documents(web).items()} == {"brug": "2031-05-12", "molen": None}
    assert [row["doc"] for row in web.get("/corrections.json").json()["rows"]] == ["brug"]
    short = web.post("/texts/dates", data={**form, "date": ["2031-05-12"]}, follow_redirects=False)
    assert short.status_code == 400
    gone = web.post(
        "/texts/dates", data={**form, "number": [999, 998], "date": ["2031-05-12", ""]}, follow_redirects=False
    )
    assert gone.status_code == 404


def test_nothing_at_all_is_refused(web: TestClient) -> None:
    assert put(web) == 400
    assert put(web, text="  ") == 400
    assert put(web, text="Het regent.", date="2031-02-30") == 422
    assert read(web) == []


def test_what_is_said_of_a_text_later_has_it_read_again_and_corrections_stay(web: TestClient) -> None:
    put(web, text=BRIDGE, title="De brug")
    read(web)
    item = web.get("/documents/1.json").json()["attributions"][0]["id"]
    judged = {"csrf": "right", "verdict": "different"}
    assert web.post(f"/documents/1/attributions/{item}/judge", data=judged, follow_redirects=False).status_code == 303
    seen = web.get("/documents/1").text.partition('name="seen" value="t')[2][:16]
    told = {"csrf": "right", "seen": f"t{seen}", "title": "Wel of geen vergunning", "date": "2031-05-13", "lang": "nl"}
    assert web.post("/documents/1/about", data=told, follow_redirects=False).status_code == 303
    read(web)
    [row] = documents(web).values()
    assert (row["title"], row["date"], row["doc"]) == ("Wel of geen vergunning", "2031-05-13", "De brug")
    assert len(web.get("/documents/1.json").json()["attributions"]) == 1


def test_a_text_is_taken_out_and_its_corrections_wait_for_it(web: TestClient) -> None:
    put(web, text=BRIDGE, title="De brug")
    read(web)
    item = web.get("/documents/1.json").json()["attributions"][0]["id"]
    web.post(f"/documents/1/attributions/{item}/judge", data={"csrf": "right", "verdict": "different"})
    assert web.post("/documents/1/remove", data={"csrf": "right"}, follow_redirects=False).status_code == 422
    answer = web.post("/documents/1/remove", data={"csrf": "right", "sure": "yes"}, follow_redirects=False)
    assert answer.status_code == 303
    assert documents(web) == {}
    put(web, text=BRIDGE, title="De brug")
    read(web)
    [row] = documents(web).values()
    assert len(web.get(f"/documents/{row['id']}.json").json()["attributions"]) == 1


def about(web: TestClient, number: int, **fields: str) -> None:
    """Say of a text what a form does: what is known, and what is given instead."""
    row = next(row for row in documents(web).values() if row["id"] == number)
    known = {field: row[field] or "" for field in ("title", "date", "publisher")}
    told = {"csrf": "right", **known, **fields}
    assert web.post(f"/documents/{number}/about", data=told, follow_redirects=False).status_code == 303
    read(web)


def known_of(web: TestClient) -> tuple[str | None, str | None, str | None]:
    [row] = documents(web).values()
    return row["title"], row["date"], row["publisher"]


def test_what_is_said_of_a_text_is_in_the_log_and_waits_for_it(web: TestClient) -> None:
    put(web, text=BRIDGE, title="De brug", date="2031-05-12")
    read(web)
    about(web, 1, date="2031-05-13", publisher="De Streek")
    assert known_of(web) == ("De brug", "2031-05-13", "De Streek")
    [entry] = web.get("/corrections.json").json()["rows"]
    assert (entry["kind"], entry["doc"], entry["who"]) == ("describe", "De brug", "reader")
    assert entry["value"] == "date = 2031-05-13, publisher = De Streek"
    web.post("/documents/1/remove", data={"csrf": "right", "sure": "yes"})
    put(web, text=BRIDGE, title="De brug")
    read(web)
    assert known_of(web) == ("De brug", "2031-05-13", "De Streek")
    web.post("/documents/1/remove", data={"csrf": "right", "sure": "yes"})
    put(web, text=MILL, title="De brug")  # another text by the same name
    read(web)
    assert known_of(web) == ("De brug", None, None)


def test_what_is_said_of_a_text_is_taken_back(web: TestClient) -> None:
    put(web, text=BRIDGE, title="De brug", date="2031-05-12")
    read(web)
    about(web, 1, date="2031-05-13")
    about(web, 1, date="2031-05-14", title="De nieuwe brug")
    about(web, 1)  # nothing that was not known
    assert len(web.get("/corrections.json").json()["rows"]) == 2
    for entry, known in (
        (2, ("De brug", "2031-05-13", None)),
        (1, ("De brug", "2031-05-12", None)),
        (3, ("De nieuwe brug", "2031-05-14", None)),
    ):
        web.post(f"/corrections/{entry}/undo", data={"csrf": "right"})
        read(web)
        assert known_of(web) == known


def test_more_than_a_form_may_have_is_taken_at_this_address_only(empty: Store) -> None:
    with client(empty, upload_limit=3_000_000) as web:
        large = {"groot.txt": (BRIDGE * 3_000).encode()}
        assert len(large["groot.txt"]) > web.app.state.settings.body_limit  # type: ignore[attr-defined]
        assert web.post("/joins", data={"csrf": "right", "name": "x" * 300_000}).status_code == 413
        assert put(web, {"te-groot.txt": b"x" * 3_000_001}) == 413
        assert put(web, {"leeg.txt": b" " * 2_000_000}) == 303
        assert [one["code"] for one in read(web)] == ["W101"]


@browses
def test_somebody_who_never_opens_a_terminal_puts_texts_in_and_sees_what_is_disputed(
    empty: Store, browser: Browser
) -> None:
    with serving(empty) as address:
        page = browser.new_page(locale="nl-NL", viewport={"width": 1440, "height": 900})
        page.set_default_timeout(PATIENCE * 1000)
        page.goto(f"{address}/case")
        page.get_by_role("link", name="Teksten toevoegen").first.click()
        page.get_by_label("Plak hier een tekst").fill(BRIDGE)
        page.locator("#files").set_input_files(
            FilePayload(name="mill.txt", mimeType="text/plain", buffer=MILL.encode())
        )
        assert barriers(page, "/texts") == []
        page.get_by_role("button", name="Lezen").click()
        page.get_by_role("link", name="Alle geschilpunten").click()
        expect(page.get_by_text("Tom Haak").first).to_be_visible()
        page.goto(f"{address}/texts")
        page.set_viewport_size({"width": 390, "height": 800})
        assert barriers(page, "/texts") == []
        page.close()


def drop(page: Page, place: str, *paths: Path) -> None:
    """Drag files and folders of this machine into a part of the page, as the browser is told of it by the desktop."""
    box = page.locator(place).bounding_box()
    assert box
    data = {"items": [], "files": [str(path) for path in paths], "dragOperationsMask": 1}
    browser = page.context.new_cdp_session(page)
    for kind in ("dragEnter", "dragOver", "drop"):
        at = {"x": box["x"] + 20, "y": box["y"] + 20}
        browser.send("Input.dispatchDragEvent", {"type": kind, **at, "data": data})


@browses
def test_folders_and_a_table_of_them_are_put_in_by_drag_and_drop(
    empty: Store, browser: Browser, tmp_path: Path
) -> None:
    folder = tmp_path / "knipsels"
    (folder / "haven").mkdir(parents=True)
    (folder / "haven" / "brug.txt").write_text(BRIDGE)
    (folder / "molen.txt").write_text(MILL)
    (folder / ".verborgen.txt").write_text(MILL)
    (folder / "metadata.csv").write_text("file,date,outlet\nhaven/brug.txt,2031-05-04,De Kade\n")
    (tmp_path / "los.txt").write_text(BRIDGE)
    with serving(empty) as address:
        page = browser.new_page(locale="nl-NL", viewport={"width": 1440, "height": 900})
        page.set_default_timeout(PATIENCE * 1000)
        page.goto(f"{address}/texts")
        drop(page, "#drop", tmp_path / "los.txt")
        expect(page.get_by_text("1 bestand neergezet")).to_be_visible()
        page.get_by_role("button", name="Weglaten").click()
        expect(page.locator("#dropped")).to_be_hidden()
        drop(page, "#drop", folder)
        expect(page.get_by_text("3 bestanden neergezet")).to_be_visible()
        expect(page.locator("#dropped-names")).to_contain_text("knipsels/haven/brug.txt")
        assert barriers(page, "/texts") == []
        page.get_by_role("button", name="Lezen").click()
        expect(page.get_by_role("link", name="Alle geschilpunten")).to_be_visible()
        page.close()
    with empty.reading() as db:
        rows = {row.doc: (row.date, row.publisher) for row in list_documents(db).rows}
    assert rows["brug"] == ("2031-05-04", "De Kade")
    assert rows["molen"][1] is None
    assert len(rows) == 2
