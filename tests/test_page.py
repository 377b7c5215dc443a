"""The page in a real browser: from disk, by keyboard, offline, without JavaScript, on paper, and through axe."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import msgspec
import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Browser, Page
from web_case import browses

from wederhoor.exchange import json, reading_html
from wederhoor.records import Attribution, Document, Reading

pytestmark = browses


HOSTILE = (
    "</article><script>document.title = 'taken'</script>\r\n\r\n"
    "<!-- -->\ta\x0bb\x0cc\x85\u2028\u202eאבג\u202c &amp;\r\n\n"
)


@pytest.fixture(scope="module")
def reading() -> Reading:
    [reading] = json.read_readings(Path(__file__).parent / "data" / "veerpont.json")
    return reading


@pytest.fixture(scope="module")
def address(reading: Reading, tmp_path_factory: pytest.TempPathFactory) -> str:
    return _save(reading, tmp_path_factory.mktemp("page"))


@pytest.fixture(scope="module")
def staged() -> Reading:
    """A reading with all layers."""
    [reading] = json.read_readings(Path(__file__).parent / "data" / "oosterwaal.json")
    return reading


@pytest.fixture(scope="module")
def staged_address(staged: Reading, tmp_path_factory: pytest.TempPathFactory) -> str:
    return _save(staged, tmp_path_factory.mktemp("page"))


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    yield from _opened(browser, address)


@pytest.fixture
def lists(browser: Browser, staged_address: str) -> Iterator[Page]:
    """The page of the reading with all layers."""
    yield from _opened(browser, staged_address)


def _opened(browser: Browser, address: str) -> Iterator[Page]:
    """The page at 1280 px; the test fails on anything in the console and on any request but that for the file."""
    context = browser.new_context(viewport={"width": 1280, "height": 800}, reduced_motion="reduce")
    page = context.new_page()
    said: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address)
    yield page
    context.close()
    assert said == []
    assert asked == [address]


def _save(reading: Reading, folder: Path) -> str:
    path = folder / "reading.html"
    path.write_text(reading_html.reading_page(reading), encoding="utf-8", newline="")
    return path.as_uri()


def _current(page: Page) -> tuple[str | None, str]:
    """The statement that the list and that the text say is current."""
    in_list = page.locator("#statements .statement:has(> a[aria-current=true])").get_attribute("data-id")
    focused = page.evaluate("document.activeElement.id")
    assert page.locator(f"[id='{focused}']").evaluate(
        "e => (e.matches('mark') ? e : e.querySelector('mark')).ariaCurrent"
    )
    return in_list, focused


def test_the_article_is_the_text(page: Page, reading: Reading) -> None:
    assert page.locator("article").evaluate("e => e.textContent") == reading.text


def test_j_and_k_walk_through_the_statements_in_the_order_of_the_text(page: Page) -> None:
    for name in ("A1", "A2", "A3"):
        page.keyboard.press("j")
        assert _current(page) == (name, f"at-{name}")
    page.keyboard.press("k")
    assert _current(page) == ("A2", "at-A2")
    assert "Marit Oosterling" in page.locator("#details-body").inner_text()
    assert page.locator("#status").inner_text() == "Uitspraak 2 van 16: Marit Oosterling"
    assert page.url.endswith("#at-A2")
    page.keyboard.press("Escape")
    assert page.locator("[aria-current]").count() == 0
    page.keyboard.press("k")
    assert _current(page) == ("A16", "at-A16")
    page.keyboard.press("j")
    assert _current(page) == ("A1", "at-A1")


def test_the_details_say_all_that_is_known(page: Page) -> None:
    page.locator("#statements .statement[data-id=A6] > a").click()
    facts = page.locator("#details-body dl > div:visible").evaluate_all(
        "all => all.map(e => [...e.children].map(c => c.textContent))"
    )
    assert facts == [
        ["Plaats", "A6 · regel 7:199"],
        ["Spreker", "ingenieursbureau Tolhek"],
        ["Vorm", "parafrase"],
        ["Signaal", "schreef"],
        ["Bron", "ingenieursbureau Tolhek"],
        ["Soort uitspraak", "mededeling"],
        ["Is het zo?", "volgens de spreker zo"],
        ["Zekerheid", "waarschijnlijk"],
        ["Via", "Joris van Lakenvelt"],
    ]
    page.locator("#details-body a[data-goto]").click()
    assert _current(page)[0] == "A5"


def test_the_legend_filters(page: Page) -> None:
    tolhek = page.get_by_role("button", name="ingenieursbureau Tolhek")
    tolhek.click()
    assert tolhek.get_attribute("aria-pressed") == "true"
    assert page.locator(".group:visible").count() == 1
    assert page.locator("#status").inner_text() == "4 van 16 uitspraken getoond"
    assert set(page.locator("mark:not([data-slot=off])").evaluate_all("m => m.map(e => e.dataset.slot)")) == {"3"}
    page.keyboard.press("j")
    page.keyboard.press("j")
    assert _current(page)[0] == "A7"
    page.get_by_role("button", name="Niet bij naam genoemd").click()
    assert page.locator(".group:visible").count() == 2
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    assert page.locator("[aria-pressed=true]").count() == 0
    assert page.locator("mark[data-slot=off]").count() == 0


def test_a_click_chooses_the_innermost_statement_and_the_next_click_the_one_around_it(page: Page) -> None:
    inner = page.locator("mark[data-ids='A5 A6']")
    inner.click()
    assert page.locator("#details-place").inner_text() == "6 / 16"
    inner.click()
    assert page.locator("#details-place").inner_text() == "5 / 16"


def test_hovering_shows_the_details_and_marks_source_and_cue(page: Page) -> None:
    page.mouse.move(5, 5)
    page.locator("mark[data-ids=A1]").hover()
    assert "Marit Oosterling" in page.locator("#details-body").inner_text()
    assert page.locator(".source.hovered").inner_text() == "Wethouder Marit Oosterling"
    assert page.locator(".cue.hovered").inner_text() == "zei"
    page.mouse.move(5, 5)
    assert page.locator(".hovered").count() == 0
    assert page.locator("#details-body").inner_text() == ""


def test_the_keys_are_shown_and_can_be_put_off(page: Page) -> None:
    page.keyboard.press("?")
    assert page.locator("#keys").is_visible()
    page.get_by_role("checkbox").uncheck()
    page.keyboard.press("Escape")
    assert not page.locator("#keys").is_visible()
    page.keyboard.press("j")
    assert page.locator("[aria-current]").count() == 0


def test_a_link_to_a_statement_opens_at_it(page: Page, address: str) -> None:
    other = page.context.new_page()
    other.goto(f"{address}#at-A9")
    assert other.locator("mark[aria-current=true]").inner_text() == "dat de ketting bij hoogwater kan breken"


# Who is who, the timeline, the places


def _lit(page: Page) -> list[str]:
    """The words of the text that are marked as chosen."""
    return page.locator("article .current:not(:has(.current))").all_inner_texts()


def _facts(page: Page) -> list[list[str]]:
    shown = page.locator("#details-body dl > div:visible")
    return [fact.locator("> *").all_text_contents() for fact in shown.all()]


def test_the_article_with_all_layers_is_the_text(lists: Page, staged: Reading) -> None:
    assert lists.locator("article").evaluate("e => e.textContent") == staged.text


def test_one_list_is_open_at_a_time(lists: Page) -> None:
    assert lists.get_by_role("tab").all_inner_texts() == [
        "Uitspraken 10",
        "Betrokkenen 8",
        "Tijdlijn 13",
        "Plaatsen 5",
    ]
    assert lists.get_by_role("tabpanel").count() == 1
    lists.get_by_role("tab", name="Tijdlijn").click()
    assert lists.get_by_role("tabpanel", name="Tijdlijn").is_visible()
    assert not lists.locator("#statements").is_visible()
    lists.keyboard.press("ArrowRight")
    assert lists.get_by_role("tab", selected=True).inner_text() == "Plaatsen 5"
    assert lists.evaluate("document.activeElement.id") == "tab-places"
    lists.keyboard.press("ArrowRight")
    assert lists.get_by_role("tabpanel", name="Uitspraken").is_visible()


def test_an_actor_lights_all_its_mentions_and_leads_to_each(lists: Page) -> None:
    lists.get_by_role("tab", name="Betrokkenen").click()
    title = lists.get_by_role("link", name="Geert Hovinga", exact=True)
    title.click()
    assert _lit(lists) == ["boerenleider Geert Hovinga", "hij", "Hovinga", "Hovinga", "hij"]
    assert lists.evaluate("document.activeElement.id") == "actor-P2-1"
    assert _facts(lists) == [
        ["Soort", "persoon"],
        ["Rol", "boerenleider"],
        ["Land", "Nederland"],
        ["Sector", "burgers"],
        ["Ook genoemd", "Hovinga"],
        ["Vermeldingen", "5:9, 5:120, 7:140, 11:90, 11:229"],
    ]
    assert lists.locator("#status").inner_text() == "2 van 8: Geert Hovinga"
    title.first.click()
    assert lists.evaluate("document.activeElement.id") == "actor-P2-2"
    lists.locator("#details-body").get_by_role("link", name="11:229").click()
    assert lists.evaluate("document.activeElement.id") == "actor-P2-5"
    assert lists.url.endswith("#actor-P2-5")
    lists.keyboard.press("Escape")
    assert _lit(lists) == []


def test_j_and_k_walk_through_the_open_list(lists: Page) -> None:
    lists.get_by_role("tab", name="Tijdlijn").click()
    found = []
    for key in "jjk":
        lists.keyboard.press(key)
        found.append(lists.evaluate("document.activeElement.id"))
    assert found == ["event-E2", "event-E13", "event-E2"]
    assert lists.locator("#details-place").inner_text() == "1 / 13"
    assert lists.locator("#timeline .entry:has([aria-current=true]) .when").inner_text() == "vanaf 6 mei 2031"


def test_a_timeline_tells_the_authors_events_from_those_of_others(lists: Page) -> None:
    lists.get_by_role("tab", name="Tijdlijn").click()
    assert lists.locator("#timeline h3").all_inner_texts() == ["Verteld door de auteur", "Verteld door anderen"]
    reported = lists.locator("#timeline h3:last-of-type ~ ol .entry")
    assert reported.count() == 5
    assert reported.nth(1).locator(".pill").inner_text() == "1"
    lists.locator("#timeline").get_by_role("link", name="Twaalf boeren werden aangehouden").click()
    assert "".join(_lit(lists)) == "Twaalf boeren werden aangehouden"
    assert ["Volgens", "Lieke Brandsma"] in _facts(lists)
    assert ["Geteld", "Twaalf boeren"] in _facts(lists)


def test_a_click_in_the_text_chooses_from_the_open_list(lists: Page) -> None:
    word = lists.locator("article [data-triggers=E5]")
    word.click()
    assert lists.locator("#details-body").inner_text().startswith("sloegen agenten")
    lists.get_by_role("tab", name="Tijdlijn").click()
    word.click()
    assert lists.locator("#details-body .title").inner_text() == "2 geweld (mishandeling): politie → boeren"
    lists.get_by_role("tab", name="Betrokkenen").click()
    lists.locator("article [data-actors=O1]").last.click()
    assert _lit(lists) == ["De politie", "agenten"]
    lists.get_by_role("tab", name="Plaatsen").click()
    lists.locator("article [data-places=L6]").click()
    assert _facts(lists) == [["Coördinaten", "53.2316, 7.4610"], ["Vermeldingen", "13:19"]]


def test_a_speaker_chosen_in_the_legend_opens_the_statements(lists: Page) -> None:
    lists.get_by_role("tab", name="Plaatsen").click()
    lists.get_by_role("button", name="Lieke Brandsma").click()
    assert lists.get_by_role("tab", selected=True).inner_text() == "Uitspraken 10"
    assert lists.locator("#status").inner_text() == "3 van 10 uitspraken getoond"


@pytest.mark.parametrize(
    ("anchor", "panel", "words"),
    [
        ("actor-P1-2", "cast", "Brandsma"),
        ("event-E4", "timeline", "aangehouden"),
        ("place-L2", "places", "Oosterwaal"),
    ],
)
def test_a_link_into_a_list_opens_it(lists: Page, staged_address: str, anchor: str, panel: str, words: str) -> None:
    other = lists.context.new_page()
    other.goto(f"{staged_address}#{anchor}")
    assert other.locator(f"#{panel}").is_visible()
    assert words in "".join(_lit(other))
    other.goto("about:blank")
    other.goto(f"{staged_address}#{panel}")
    assert other.locator(f"#{panel}").is_visible()


def test_all_lists_are_there_without_javascript_and_on_paper(
    browser: Browser, staged_address: str, lists: Page
) -> None:
    context = browser.new_context(java_script_enabled=False)
    bare = context.new_page()
    bare.goto(staged_address)
    for page in (bare, lists):
        page.emulate_media(media="print" if page is lists else "screen")
        for panel in ("statements", "cast", "timeline", "places"):
            assert page.locator(f"#{panel}").is_visible()
        assert page.locator("#cast").get_by_role("link", name="5:120").is_visible()
    bare.locator("#cast").get_by_role("link", name="5:120").click()
    assert bare.locator("#actor-P2-2:target").inner_text() == "hij"
    assert bare.locator("#timeline").get_by_role("link", name="De boeren bezetten de sluis").is_visible()
    assert not lists.locator("#views").is_visible()
    context.close()


def test_a_page_without_statements_has_its_lists(browser: Browser, staged: Reading, tmp_path: Path) -> None:
    events = tuple(event for event in staged.events if event.holder == "author")
    bare = msgspec.structs.replace(
        staged, attributions=(), causal=(), conditions=(), forecasts=(), conflicts=(), events=events
    )
    for page in _opened(browser, _save(bare, tmp_path)):
        page.keyboard.press("j")
        assert page.locator("#details-place").inner_text() == "1 / 8"
        assert page.get_by_role("tab").count() == 3


def test_hostile_text_stays_text(browser: Browser, tmp_path: Path) -> None:
    spans = ((0, 20),), ((5, 70),), ((60, len(HOSTILE)),)
    reading = Reading(
        doc="</title><script>document.title = 'taken'</script>",
        lang="nl",
        date=None,
        title=None,
        text=HOSTILE,
        sha256=Document(doc="", text=HOSTILE).sha256,
        made_by={},
        attributions=tuple(
            Attribution(id=f"'\"<{n}", content=content, cue=(), source=(), speaker=HOSTILE, form="mixed")
            for n, content in enumerate(spans)
        ),
    )
    page = browser.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(_save(reading, tmp_path))
    assert page.title() == f"{reading.doc} – Wederhoor"
    assert page.locator("article").evaluate("e => e.textContent") == HOSTILE
    for _ in spans:
        page.keyboard.press("j")
    assert page.locator("#details-place").inner_text() == "3 / 3"
    assert errors == []
    page.close()


def test_it_reads_without_javascript(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    assert page.locator("button:visible").count() == 0
    assert page.locator("article mark").first.is_visible()
    page.locator(".statement[data-id=A9] > a").click()
    assert page.locator("mark:target").inner_text() == "dat de ketting bij hoogwater kan breken"
    context.close()


def test_on_paper_there_are_labels_and_no_controls(page: Page) -> None:
    page.keyboard.press("j")
    page.emulate_media(media="print")
    assert not page.locator("#details").is_visible()
    assert not page.locator("#show-keys").is_visible()
    assert page.locator("mark").first.evaluate("e => getComputedStyle(e, '::before').content") == '"1"'
    assert page.locator(".statement").last.is_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing(
    browser: Browser, address: str, staged_address: str, width: int, scheme: Literal["light", "dark"]
) -> None:
    # axe is a script from outside, which the page's own policy rightly refuses.
    context = browser.new_context(
        viewport={"width": width, "height": 720}, color_scheme=scheme, bypass_csp=True, reduced_motion="reduce"
    )
    page = context.new_page()
    for at, tab in (
        (address, None),
        (staged_address, "cast"),
        (staged_address, "timeline"),
        (staged_address, "places"),
    ):
        page.goto("about:blank")
        page.goto(at)
        if tab is not None:
            page.locator(f"#tab-{tab}").click()
        assert page.evaluate("document.documentElement.scrollWidth") == width
        for prepare in ((), ("j", "j"), ("?",)) if tab is None else (("j", "j"),):
            for key in prepare:
                page.keyboard.press(key)
            found = Axe().run(page)
            assert found.violations_count == 0, found.generate_report()
    context.close()
