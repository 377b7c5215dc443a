"""A shelf of cases: made, named, copied, put away and taken back, and opened side by side."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx2
import pytest
from addresses import ask_everything
from command import run_here
from fastapi.testclient import TestClient
from playwright.sync_api import Browser, expect
from serving import served
from web_case import PATIENCE, barriers, bridge, browses, client, study

from wederhoor.cli.serve import _beside, own_shelf
from wederhoor.store import Store, open_store, put_study
from wederhoor.web.settings import Settings
from wederhoor.web.shelf import Shelf, create_shelf


def nowhere(_: Store) -> tuple[str, Callable[[], None]]:
    return "http://127.0.0.1:1", lambda: None


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with open_store(tmp_path / "De brug.db", create=True) as store, store.writing() as db:
        put_study(db, study(bridge()))
    return tmp_path


@pytest.fixture
def web(folder: Path) -> Iterator[TestClient]:
    app = create_shelf(Shelf(folder, nowhere), Settings(csrf="right", people={"anna": "a" * 16}))
    headers = {"authorization": f"Bearer {'a' * 16}", "accept-language": "nl"}
    with TestClient(app, base_url="http://127.0.0.1:8765", headers=headers) as made:
        yield made


def post(web: TestClient, place: str, **fields: str) -> int:
    return web.post(place, data={"csrf": "right", **fields}, follow_redirects=False).status_code


def names(folder: Path) -> set[str]:
    return {path.stem for path in folder.glob("*.db")}


def test_the_shelf_shows_every_case_with_how_much_is_in_it(web: TestClient, folder: Path) -> None:
    (folder / "kapot.db").write_text("no case", encoding="utf-8")
    page = web.get("/").text
    assert "De brug" in page
    assert 'data-label="Uitspraken">4<' in page
    assert "is geen zaak" in page
    assert 'href="/open/kapot"' not in page


def test_a_case_is_made_named_copied_put_away_and_taken_back(web: TestClient, folder: Path) -> None:
    assert post(web, "/make", name=" De  molen ") == 303
    assert names(folder) == {"De brug", "De molen"}
    assert post(web, "/change", name="De brug", what="copy", to="De brug (kopie)") == 303
    assert post(web, "/change", name="De molen", what="rename", to="De molen van Marnveld") == 303
    assert names(folder) == {"De brug", "De brug (kopie)", "De molen van Marnveld"}
    assert web.get("/").text.count('data-label="Uitspraken">4<') == 2
    assert post(web, "/put-away", name="De brug") == 303
    assert "De brug" not in names(folder)
    assert post(web, "/make", name="De brug") == 303
    assert post(web, "/take-back", name="De brug") == 303
    assert {"De brug", "De brug 2"} <= names(folder), "nothing is covered"


def test_a_case_is_described_on_the_shelf_and_on_its_page(web: TestClient, folder: Path) -> None:
    assert post(web, "/describe", name="De brug", description="Wie sloot\nde brug? <b>") == 303
    assert "Wie sloot\nde brug? &lt;b&gt;" in web.get("/").text
    assert post(web, "/describe", name="Niets", description="x") == 404
    with open_store(folder / "De brug.db") as store:
        own = client(store)
        page = own.get("/case").text
        assert "<h1><bdi>De brug</bdi></h1>" in page
        assert "Wie sloot\nde brug? &lt;b&gt;" in page
        assert own.post("/case/description", data={"csrf": "right", "description": " "}).status_code == 200
        assert own.get("/case.json").json()["summary"]["description"] is None
        before = own.get("/case.json").json()["summary"]
        judged = own.post("/documents/1/attributions/A2/judge", data={"csrf": "right", "verdict": "same"})
        assert judged.status_code == 200
        after = own.get("/case.json").json()["summary"]
        assert after["changed_at"] >= before["changed_at"]
        assert after["imported_at"] == before["imported_at"]


@pytest.mark.parametrize(
    ("place", "fields", "status"),
    [
        ("/make", {"name": "De brug"}, 409),
        ("/make", {"name": "../uit"}, 409),
        ("/make", {"name": ".verborgen"}, 409),
        ("/make", {"name": "x" * 90}, 409),
        ("/change", {"name": "De molen", "what": "copy", "to": "Elders"}, 404),
        ("/change", {"name": "De brug", "what": "copy", "to": "a/b"}, 409),
        ("/change", {"name": "De brug", "what": "burn", "to": "As"}, 422),
        ("/put-away", {"name": "../De brug"}, 409),
        ("/take-back", {"name": "nooit"}, 404),
    ],
)
def test_what_cannot_be_done_is_refused_and_changes_nothing(
    web: TestClient, folder: Path, place: str, fields: dict[str, str], status: int
) -> None:
    before = sorted(folder.rglob("*"))
    assert post(web, place, **fields) == status
    assert sorted(folder.rglob("*")) == before


@pytest.mark.parametrize("examples", [8, pytest.param(60, marks=pytest.mark.slow)])
def test_whatever_a_form_says_the_shelf_answers_and_nothing_lies_outside_it(tmp_path: Path, examples: int) -> None:
    inside = tmp_path / "kast"
    inside.mkdir()
    with open_store(inside / "De brug.db", create=True) as store, store.writing() as db:
        put_study(db, study(bridge()))
    app = create_shelf(Shelf(inside, nowhere), Settings(csrf="right"))
    asked = ask_everything(app, examples, lambda _case, _answer: None)
    assert asked >= {"GET /", "POST /make", "POST /change", "POST /describe", "POST /put-away", "POST /take-back"}
    assert [path.name for path in tmp_path.iterdir()] == ["kast"]
    assert "De brug" in names(inside) | {path.stem for path in inside.rglob("*.db")}


def test_only_who_has_a_token_comes_in_and_only_forms_of_the_page_count(folder: Path) -> None:
    app = create_shelf(Shelf(folder, nowhere), Settings(csrf="right", people={"anna": "a" * 16}))
    with TestClient(app, base_url="http://127.0.0.1:8765") as stranger:
        assert stranger.get("/").status_code == 401
        stranger.headers["authorization"] = f"Bearer {'a' * 16}"
        assert stranger.post("/make", data={"name": "De molen"}).status_code == 403
    assert names(folder) == {"De brug"}


def test_who_opens_a_case_comes_in_as_himself(web: TestClient) -> None:
    answer = web.get("/open/De%20brug", follow_redirects=False)
    assert answer.headers["location"] == f"http://127.0.0.1:1/case?token={'a' * 16}"
    assert web.get("/open/Elders", follow_redirects=False).status_code == 404


def test_a_case_has_the_same_port_each_time_unless_somebody_else_has_it(folder: Path) -> None:
    found = []
    with open_store(folder / "De brug.db") as store:
        for _ in range(2):
            address, end = _beside(store, Settings())
            found.append(address)
            end()
        with socket.socket() as taken:
            taken.bind(("127.0.0.1", int(found[0].rpartition(":")[2])))
            address, end = _beside(store, Settings())
            end()
    assert found[0] == found[1] != address


def test_who_names_no_shelf_has_one_among_his_data_or_the_one_of_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "settings"))
    assert own_shelf() == tmp_path / "data" / "wederhoor" / "cases"
    before = tmp_path / "settings" / "wederhoor" / "cases"
    before.mkdir(parents=True)
    assert own_shelf() == before


def test_a_folder_that_cannot_be_made_is_told_in_a_line(tmp_path: Path) -> None:
    (tmp_path / "bestand").write_text("", encoding="utf-8")
    done = run_here("serve", tmp_path / "bestand" / "map", "--no-browser", "--port", "1")
    assert (done.returncode, done.stderr.count(b"\n")) == (2, 1)


def test_a_case_of_a_shelf_leads_back_to_it_and_on_to_the_network_and_the_model(folder: Path) -> None:
    with open_store(folder / "De brug.db") as store:
        address, end = _beside(store, Settings(csrf="right", people={"anna": "a" * 16}))
        try:
            page = httpx2.get(
                f"{address}/case", headers={"authorization": f"Bearer {'a' * 16}", "accept-language": "nl"}
            ).text
        finally:
            end()
        alone = client(store).get("/case").text
    assert '<a href="http://127.0.0.1:8765/">Alle zaken</a>' in page
    assert 'class="to-shelf"' not in alone
    for place in ("/network", "/model"):
        assert f'href="{place}"' in page.split('class="about"')[1].split("</p>")[0]


@browses
def test_two_cases_stand_side_by_side_in_one_browser(folder: Path, browser: Browser) -> None:
    with open_store(folder / "leeg.db", create=True):
        pass
    settings = Settings(csrf="right", people={"anna": "a" * 16}, run_seconds=PATIENCE)
    with served(create_shelf(Shelf(folder, lambda store: _beside(store, settings)), settings)) as address:
        context = browser.new_context(locale="nl-NL")
        context.set_default_timeout(PATIENCE * 1000)
        one, other = context.new_page(), context.new_page()
        for page, case, told in ((one, "De brug", "4 uitspraken"), (other, "leeg", "0 uitspraken")):
            page.goto(f"{address}/?token={'a' * 16}")
            assert barriers(page, "/") == []
            page.get_by_role("link", name=case, exact=True).click()
            expect(page.locator("ul.figures")).to_contain_text(told)
        one.reload()
        expect(one.locator("ul.figures")).to_contain_text("4 uitspraken")
        context.close()


@pytest.mark.parametrize(
    "form", [("/make", {"name": "De brug"}), ("/change", {"name": "De brug", "what": "copy", "to": "a/b"})]
)
def test_a_name_that_is_taken_is_said_on_the_form(web: TestClient, form: tuple[str, dict[str, str]]) -> None:
    place, fields = form
    answer = web.post(place, data={"csrf": "right", **fields}, follow_redirects=False)
    typed = fields.get("to", fields["name"])
    assert answer.status_code == 409
    assert f"Een zaak kan niet “{typed}” heten" in answer.text
    assert f'value="{typed}"' in answer.text
    assert "W809" not in answer.text
