"""The page of an account's model: what its holder denies stands apart, in words and in the drawing, and is never run."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from web_case import barriers, browses, client, read_into, serving, speaker

from wederhoor.reading import open_student
from wederhoor.records import Document
from wederhoor.store import open_store, put_study
from wederhoor.store.opening import Store

TEXT = (
    "Boerin Anna Visser zegt dat de uitkoop tot banenverlies leidt. Visser vreest dat banenverlies tot leegloop leidt.\n\n"
    "Wethouder Jan Smit ontkent dat de uitkoop tot banenverlies leidt. Smit zegt dat de uitkoop tot schoon water leidt. "
    "Smit hoopt dat schoon water tot toerisme leidt. “Leegloop leidt niet tot armoede”, zegt Smit.\n\n"
    "Molenaar Kees Bakker ontkent dat de uitkoop tot leegloop leidt."
)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    place = tmp_path_factory.mktemp("case") / "uitkoop.db"
    store = open_store(place, create=True)
    with store.writing() as db:
        put_study(db, open_student("nl")(Document(doc="krant", text=TEXT, date="2031-03-12")))
    return store


@pytest.fixture(scope="module")
def server(store: Store) -> Iterator[str]:
    with serving(store) as address:
        yield address


def test_a_model_has_only_what_its_holder_maintains(store: Store) -> None:
    with client(store) as web:
        number = speaker(web, "Jan Smit")
        data = web.get(f"/accounts/{number}/model.json?up=uitkoop").json()
        rows = web.get(f"/accounts/{number}/model.csv").text.splitlines()
    told = {(link["from"], link["to"]): link for link in data["model"]["unheld"]}
    assert [(edge["from"], edge["to"]) for edge in data["model"]["edges"]] == [("uitkoop", "schoon water")]
    assert {pair: link["stance"] for pair, link in told.items()} == {
        ("uitkoop", "banenverlies"): "denies",
        ("schoon water", "toerisme"): "hopes",
        ("leegloop", "armoede"): "denies",
    }
    assert {one["variable"]: one["verdict"] for one in data["report"]["responses"]} == {
        "uitkoop": "pressed",
        "schoon water": "certain",
        "banenverlies": "denied",
        "toerisme": "silent",
        "leegloop": "silent",
        "armoede": "silent",
    }
    assert next(row for row in rows if "banenverlies" in row).startswith("uitkoop,banenverlies,x+,denies,")


def test_who_only_denies_has_a_page_without_a_link(store: Store) -> None:
    with client(store) as web:
        data = web.get(f"/accounts/{speaker(web, 'Kees Bakker')}/model.json?up=uitkoop").json()
    assert data["model"]["edges"] == []
    assert [(link["from"], link["to"], link["stance"]) for link in data["model"]["unheld"]] == [
        ("uitkoop", "leegloop", "denies")
    ]
    assert [one["verdict"] for one in data["report"]["responses"]] == ["pressed", "denied"]


def test_without_factors_a_denial_is_no_link_either(tmp_path: Path) -> None:
    study = open_student("nl")(Document(doc="krant", text=TEXT, date="2031-03-12"))
    store = open_store(tmp_path / "old.db", create=True)
    with store.writing() as db:
        put_study(db, type(study)(reading=study.reading, words=study.words))
    with client(store) as web:
        data = web.get(f"/accounts/{speaker(web, 'Jan Smit')}/model.json").json()
    assert [(edge["from"], edge["to"]) for edge in data["model"]["edges"]] == [("de uitkoop", "schoon water")]
    assert {link["stance"] for link in data["model"]["unheld"]} == {"denies", "hopes"}


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(locale="nl-NL", viewport={"width": 1300, "height": 900})
    yield context.new_page()
    context.close()


@browses
def test_the_page_lists_and_draws_what_is_denied(page: Page, server: str, store: Store) -> None:
    with client(store) as web:
        smit, visser = speaker(web, "Jan Smit"), speaker(web, "Anna Visser")
    address = f"{server}/accounts/{smit}/model?up=uitkoop&against={visser}"
    page.goto(address)
    apart = page.locator("details.unheld", has_text="ontkend: uitkoop → banenverlies (+)")
    apart.locator("summary").click()
    assert "Jan Smit: ontkent" in apart.inner_text()
    edges = page.locator("details.edge:not(.unheld) summary").all_inner_texts()
    assert not any("uitkoop → banenverlies" in edge for edge in edges[:1])
    row = page.locator("tr", has=page.get_by_role("rowheader", name="banenverlies", exact=True))
    assert "ontkent dat het hiertoe leidt" in row.inner_text()
    contested = page.locator(".test", has_text="Anna Visser houdt het staande, ontkend door Jan Smit")
    assert "de uitkoop tot banenverlies leidt" in contested.inner_text()
    drawn = page.evaluate("JSON.parse(document.getElementById('data-0').textContent).edges")
    assert sorted(edge["sign"] for edge in drawn) == ["plus", "unheld", "unheld", "unheld"]
    assert barriers(page, address) == []


def test_the_model_of_all_accounts_never_runs_what_somebody_denies(store: Store) -> None:
    with client(store) as web:
        data = web.get("/model.json?up=uitkoop").json()
        page = web.get("/model?up=uitkoop", headers={"accept-language": "nl"}).text
    held = {(edge["from"], edge["to"]) for edge in data["model"]["edges"]}
    assert ("uitkoop", "schoon water") in held
    assert ("uitkoop", "banenverlies") not in held
    apart = [
        (link["stance"], {ground["speaker"] for ground in link["grounds"]})
        for link in data["model"]["unheld"]
        if (link["from"], link["to"]) == ("uitkoop", "banenverlies")
    ]
    assert apart == [("asserts", {"Anna Visser"}), ("denies", {"Jan Smit"})]
    verdicts = {one["variable"]: one["verdict"] for one in data["report"]["responses"]}
    assert (verdicts["schoon water"], verdicts["banenverlies"]) == ("certain", "denied")
    assert "Waarover de versies verschillen" in page
    assert "▲ uitkoop → ▲ schoon water (zeker)" in page
    lines = re.findall(r'id="unheld-0-\d+".*?</summary>', page, re.DOTALL)
    assert any("· Jan Smit<" in line for line in lines)  # whose it is stands on the line itself
    assert not re.search(r'class="source-line">[^\n]*\d+–\d+', page)
    assert re.search(r'href="/documents/\d+#at-[^"]+">In de tekst', page)


@browses
@pytest.mark.browser
def test_the_foot_of_a_drawing_is_in_the_window_beside_the_list(server: str, page: Page) -> None:
    page.set_viewport_size({"width": 1440, "height": 700})
    page.goto(f"{server}/model")
    expect(page.locator(".graph canvas").first).to_be_visible()
    panel = page.locator(".graphs")
    assert panel.evaluate("(one) => one.scrollHeight - one.clientHeight") <= 0


@browses
def test_a_drawing_can_be_read_moved_and_shows_what_a_press_does(page: Page, server: str) -> None:
    page.goto(f"{server}/model?up=uitkoop")
    box = page.locator("#graph-0")
    graph = "document.querySelector('#graph-0')._cyreg.cy"
    assert page.evaluate(f"{graph}.zoom() * 13") >= 11, "letters are 11 pixels high at least"
    ways = dict(page.evaluate(f"{graph}.nodes().map((node) => [node.data('name'), node.data('way')])"))
    assert ways == dict.fromkeys(ways, "") | {"uitkoop": "up", "schoon water": "up"}
    before = page.evaluate(f"{graph}.zoom()")
    page.get_by_role("button", name="Dichterbij").click()
    assert page.evaluate(f"{graph}.zoom()") > before
    at = page.evaluate(f"{graph}.pan().x")
    box.focus()
    page.keyboard.press("ArrowLeft")
    assert page.evaluate(f"{graph}.pan().x") > at
    page.keyboard.press("0")
    assert page.evaluate(f"{graph}.zoom()") == pytest.approx(before)
    assert barriers(page, "/model") == []
    page.set_viewport_size({"width": 390, "height": 800})
    page.wait_for_timeout(300)
    assert page.evaluate(f"{graph}.zoom() * 13") >= 11
    assert barriers(page, "/model") == []


def test_the_author_is_called_so_in_the_language_of_the_reader(tmp_path: Path) -> None:
    place = read_into(
        tmp_path, {"dijk.txt": "Meer toezicht leidt tot rust. Volgens Anna Visser leidt rust tot groei.\n"}
    )
    with open_store(place) as store:
        web = client(store)
        pages = {lang: web.get(f"/model?lang={lang}", headers={"accept": "text/html"}).text for lang in ("nl", "en")}
        data = web.get("/model.json").json()
    assert "the author (dijk)" in pages["en"]
    assert "auteur" not in pages["en"]
    assert "de auteur (dijk)" in pages["nl"]
    assert "de auteur (dijk)" in data["model"]["name"]
