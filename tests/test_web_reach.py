"""The pages reach everybody: in the language of who reads, without a mouse, in print, and out of the browser as files."""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path
from string import Formatter
from typing import Any, get_args

import pytest
from msgspec import structs
from playwright.sync_api import Browser, Page, expect
from typer.testing import CliRunner
from web_case import PAGES, bridge, browses, client, serving, speaker, study

import wederhoor
from wederhoor.cli import app
from wederhoor.errors import TEMPLATES, WederhoorError
from wederhoor.records import ConflictReason, Document
from wederhoor.store import open_store, put_study
from wederhoor.store.opening import Store
from wederhoor.store.row_types import ConflictRow
from wederhoor.web.messages import message_in, messages, why_in

ROOMS = ("web", "store", "running")
BEFORE = {
    "W801", "W802", "W804", "W806", "W810", "W814",  # said when a case is opened, before there is a page
    "W104", "W106", "W551", "W552", "W554", "W555", "W556", "W561",  # of options and files that commands take and pages do not
}  # fmt: skip


# Refusals and notices in the reader's language


def codes_of_the_pages() -> list[str]:
    room = Path(wederhoor.__file__).parent
    found = {code for name in ROOMS for file in (room / name).rglob("*.py") for code in codes_in(file)}
    return sorted(found - BEFORE)


def codes_in(file: Path) -> list[str]:
    return re.findall(r'"(W\d{3})"', file.read_text(encoding="utf-8"))


def boxes(pattern: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(pattern) if name}


@pytest.mark.parametrize("code", codes_of_the_pages())
def test_every_code_that_the_pages_can_answer_is_there_in_dutch(code: Any) -> None:
    assert boxes(messages("nl").codes[code]) <= boxes(TEMPLATES[code])
    said = message_in("nl", TEMPLATES[code].format_map({name: f"<{name}>" for name in boxes(TEMPLATES[code])}), code)
    assert all(f"<{name}>" in said for name in boxes(messages("nl").codes[code]))
    assert said != TEMPLATES[code]


def test_phrases_have_the_boxes_of_the_words_that_they_stand_for() -> None:
    for english, own in messages("nl").phrases.items():
        assert boxes(own) <= boxes(english), english


@pytest.mark.parametrize(
    ("address", "status", "said"),
    [
        ("/documents/999", 404, "Er is geen document 999 in de zaak. De zaak noemt alle documenten."),
        ("/nergens", 404, "Die pagina is er niet."),
        ("/timeline?from=ooit", 422, "from moet een dag zijn, geschreven als JJJJ-MM-DD"),
        ("/documents/nul", 422, "number moet een geheel getal zijn"),
        ("/conflicts?kind=ruzie", 422, "kind moet"),
        ("/search?q=" + "a" * 301, 422, "q mag hoogstens 300 tekens lang zijn"),
        ("/search?q=brug&after=x", 400, "after is geen getal"),
        ("/documents?after=x~y~z", 404, "Er is geen pagina x~y~z in de lijst. Begin bij de eerste."),
        ("/corrections/1/undo", 405, "zo kan dit adres niet worden gevraagd"),
    ],
)
def test_a_refusal_is_in_the_language_of_the_reader(store: Store, address: str, status: int, said: str) -> None:
    with client(store) as web:
        dutch = web.get(address, headers={"accept-language": "nl-NL,nl;q=0.9,en;q=0.5"})
        assert dutch.status_code == status
        assert '<html lang="nl">' in dutch.text
        assert said in dutch.text
        english = web.get(address, headers={"accept-language": "de,en"}).text
        assert '<html lang="en">' in english
        assert said not in english
        web.cookies.set("wederhoor-lang", "nl")
        assert said in web.get(address, headers={"accept-language": "en"}).text
        problem = web.get(address, headers={"accept": "application/json"}).json()["error"]
        assert re.fullmatch(r"W\d{3}", problem["code"])
        told = message_in("en", problem["message"], problem["code"])
        assert told in web.get(address + ("&" if "?" in address else "?") + "lang=en").text.replace("&#39;", "'")


def test_who_is_kept_out_reads_why_in_the_own_language(store: Store) -> None:
    nl = {"accept-language": "nl"}
    with client(store, host="0.0.0.0", token="a-token-of-the-test", runs_a_minute=1, body_limit=100) as web:
        assert "Deze server vraagt om een sleutel" in web.get("/case", headers=nl).text
        own = {**nl, "authorization": "Bearer a-token-of-the-test"}
        assert "niet verstuurd door een pagina van deze server" in web.post("/corrections/1/undo", headers=own).text
        much = web.post("/corrections/1/undo", headers=own, content=b"x" * 200)
        assert (much.status_code, "Stuur minder." in much.text) == (413, True)
    with client(store, runs_a_minute=1) as web:
        assert "antwoordt alleen aan deze computer" in web.get("/case", headers={**nl, "host": "evil.example"}).text
        model = f"/accounts/{speaker(web, 'Oda Vlier')}/model?up=meer%20toezicht"
        assert "Te veel berekeningen" not in web.get(model, headers=nl).text
        assert "Te veel berekeningen tegelijk. Wacht" in web.get(model, headers=nl).text
        assert "bevat geen woord om op te zoeken" in web.get("/search?q=!!!", headers=nl).text


def test_notices_of_runs_and_reasons_of_conflicts_change_language() -> None:
    notice = (
        "W524: stad can never settle, whatever the weights: nothing among a, b limits itself. No response to a press "
    )
    notice += (
        "exists. Give the variables self-limits: an edge from each to itself with the sign -, or --self-limit all."
    )
    assert message_in("nl", notice).startswith(
        "stad komt nooit tot rust, wat de gewichten ook zijn: niets van a, b remt"
    )
    assert message_in("en", notice) == notice.removeprefix("W524: ")
    assert message_in("nl", "W999: what nobody knows") == "W999: what nobody knows"


def conflict(**fields: Any) -> ConflictRow:
    """A row of a conflict of one document, whose sentence is in the language of the text."""
    said = {"quote": "", "quote_full": "", "gaps": (), "attitude": None, "polarity": None, "certainty": None}
    said |= {"stance": None, "verb": None, "speaker": None}
    sides = {f"{side}_{name}": value for side in "ab" for name, value in said.items()}
    known: dict[str, Any] = {"id": 1, "doc": "d", "date": None, "lang": "nl", "item": "X1", "kind": "denial"}
    return ConflictRow(**{**known, **sides, "a": "A1", "b": "A2", "why": "zoals gezegd", "terms": (), **fields})


def test_why_statements_collide_is_said_in_the_language_of_the_page() -> None:
    row = conflict(reason="denial", terms=("brug", "veer"), b_speaker="Oda Vlier", b_stance="denies")
    english = "Denial by Oda Vlier of what comes from a source that is not named about brug, veer."
    assert why_in("en", row) == english
    assert why_in("nl", row) == "Tegenspraak van Oda Vlier op wat van een ongenoemde bron komt over brug, veer."
    first = conflict(
        reason="doubt", a_speaker="Bram Kuil", a_stance="doubts", b_speaker="Oda Vlier", b_stance="asserts"
    )
    assert why_in("en", first) == "Doubt by Bram Kuil of what comes from Oda Vlier."
    both = conflict(reason="denial", a_speaker="Bram Kuil", a_stance="denies", b_speaker="Oda Vlier", b_stance="denies")
    assert why_in("en", both) == "Opposite statements by Bram Kuil and Oda Vlier."
    own = conflict(reason="evaluation", a=None, b_speaker="Bram Kuil")
    assert why_in("en", own) == "Good to the one, bad to the other: the author and Bram Kuil."


def test_a_name_that_looks_like_a_sentence_of_ours_is_a_name() -> None:
    row = conflict(reason="opposite", a_speaker="Nieuws en {b}", b_speaker="Bram Kuil en Oda Vlier")
    assert why_in("en", row) == "Opposite statements by Nieuws en {b} and Bram Kuil en Oda Vlier."


def test_what_an_earlier_version_found_is_said_as_it_said_it() -> None:
    assert why_in("en", conflict(reason=None)) == why_in("nl", conflict(reason=None)) == "zoals gezegd"


def test_every_reason_has_its_sentence_in_every_language() -> None:
    from wederhoor.languages.conflicts import Reasons

    assert {*get_args(ConflictReason)} == {*Reasons.__struct_fields__} - {
        "about",
        "again",
        "author",
        "unnamed",
        "changed",
    }
    assert messages("en").whys is not None


# Without a mouse


def tab_to(page: Page, selector: str, most: int = 60) -> None:
    """Press Tab until the element has the focus, which must be seen."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            assert page.evaluate(SEEN), f"{selector}: the focus is not seen"
            return
    pytest.fail(f"no Tab leads to {selector}")


SEEN = """() => {
  const box = document.activeElement.getBoundingClientRect();
  const style = getComputedStyle(document.activeElement);
  const thumb = document.activeElement.matches("#ends input");  // its knob has the outline
  return box.width > 0 && box.height > 0 && (thumb || (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2));
}"""


@browses
@pytest.mark.parametrize("address", PAGES)
def test_the_first_tab_leads_past_the_navigation(page: Page, server: str, address: str) -> None:
    page.goto(server + address)
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    expect(page.locator(".skip")).to_be_in_viewport()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    page.keyboard.press("Tab")  # whatever comes next lies in the page, or after it where there is nothing to reach
    inside = page.evaluate("document.activeElement.closest('main, footer') !== null")
    assert inside and page.evaluate(SEEN)


@browses
def test_a_period_is_chosen_by_the_arrow_keys(page: Page, server: str) -> None:
    page.goto(f"{server}/timeline")
    tab_to(page, "#ends input[aria-label=From]")
    bars = page.locator("#brush rect[data-from]")
    page.keyboard.press("End")
    last = bars.nth(bars.count() - 1)
    name, first, end = (last.get_attribute(f"data-{one}") for one in ("name", "from", "until"))
    start = page.locator("#ends input").first
    expect(start).to_have_attribute("aria-valuetext", re.compile(rf"^{name}: \d+ events?(, .+)?$"))
    expect(page.locator("#chosen-period")).to_have_text(f"{name} – {name}")
    page.keyboard.press("ArrowLeft")
    expect(start).not_to_have_attribute("aria-valuetext", re.compile(rf"^{name}:"))
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**from={first}*")
    assert f"until={end}" in page.url
    expect(page.locator("#ends input").first).to_have_value(str(bars.count() - 1))
    shown = page.locator("main .when").all_inner_texts()
    assert shown


@browses
def test_an_end_of_the_period_stops_at_the_other(page: Page, server: str) -> None:
    page.goto(f"{server}/timeline")
    until = page.locator("#ends input").nth(1)
    page.locator("#ends input").first.press("End")
    until.press("Home")
    assert until.input_value() == page.locator("#ends input").first.input_value()


@browses
def test_a_finger_chooses_a_period(browser: Browser, server: str) -> None:
    context = browser.new_context(has_touch=True, viewport={"width": 360, "height": 740}, locale="en-GB")
    page = context.new_page()
    page.goto(f"{server}/timeline")
    box = page.locator("#brush").bounding_box()
    assert box
    page.touchscreen.tap(box["x"] + box["width"] - 2, box["y"] + 20)
    page.wait_for_url("**from=*")
    context.close()


@browses
def test_accounts_are_compared_by_keyboard(page: Page, server: str) -> None:
    page.goto(f"{server}/accounts")
    names = ["Oda Vlier", "Bram Kuil"]
    for name in names:
        page.locator(f'input[aria-label="Side by side: {name}"]').focus()
        page.keyboard.press("Space")
    tab_to(page, "form[action='/sides'] button.chief")
    page.keyboard.press("Enter")
    page.wait_for_url("**/sides?*who=*")
    expect(page.locator(".account h2")).to_have_text(names, use_inner_text=True)
    sides = page.locator(".account")
    expect(sides.nth(0)).to_contain_text("De brug is veilig")
    expect(sides.nth(1)).to_contain_text("De brug is niet veilig")
    expect(sides.nth(0)).not_to_contain_text("niet veilig")
    page.get_by_role("button", name="Show").click()  # sends the empty choices too
    expect(page.locator(".account h2")).to_have_text(names, use_inner_text=True)
    shown = page.locator("select[name=who]").evaluate_all("all => all.map((one) => one.selectedOptions[0].text)")
    assert shown == [*names, "–", "–"]


@browses
def test_models_of_two_accounts_are_compared_by_keyboard(page: Page, server: str) -> None:
    page.goto(f"{server}/accounts")
    page.get_by_role("link", name="Model: Oda Vlier").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/model*")
    page.locator("select[name=against]").select_option(label="Bram Kuil")
    page.wait_for_url("**against=*")
    page.locator(".push :checked").first.press("ArrowRight")
    expect(page.locator("#results thead")).to_contain_text("Bram Kuil")
    expect(page.locator("#results tbody tr")).not_to_have_count(0)
    expect(page.locator(".graph")).to_have_count(2)


@browses
def test_escape_closes_what_is_open_and_gives_the_focus_back(page: Page, server: str) -> None:
    page.goto(f"{server}/review")
    page.keyboard.press("?")
    expect(page.locator("#keys")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#keys")).to_be_hidden()
    tab_to(page, "#show-keys", most=400)
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    expect(page.locator("#show-keys")).to_be_focused()


@browses
def test_a_statement_is_corrected_by_keyboard_alone(page: Page, server: str) -> None:
    page.goto(f"{server}/documents/3")
    page.keyboard.press("j")
    tab_to(page, "#details-body .correcting a", most=200)
    page.keyboard.press("Enter")
    expect(page.locator("#dialog")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#dialog")).to_be_hidden()
    expect(page.locator("#details-body .correcting a")).to_be_focused()


# Out of the browser


@browses
@pytest.mark.parametrize(
    ("address", "rows", "counted"),
    [
        ("/case", ".latest li", "documents"),
        ("/documents", "tbody tr", None),
        ("/documents/3", "li.statement", "attributions"),
        ("/accounts", "tbody tr", None),
        ("/accounts/1", "section[aria-labelledby=said-title] li.row", "statements"),
        ("/accounts/1/model", "details.edge", None),
        ("/sides?who=1&who=2", ".account li.row", None),
        ("/conflicts", ".conflict", None),
        ("/conflicts/across", ".conflict", None),
        ("/timeline", "section:not([aria-labelledby=said-then]) li.row", None),
        ("/ledger", "tbody tr", None),
        ("/search?q=brug", ".hit-row", None),
        ("/review", "section.row", None),
        ("/corrections", "tbody tr[data-row]", None),
    ],
)
def test_each_page_is_taken_along_as_a_table_and_as_json(
    page: Page, server: str, address: str, rows: str, counted: str | None
) -> None:
    page.goto(server + address)
    shown = page.locator(rows)
    count = shown.count()
    link = page.get_by_role("link", name="CSV")
    with page.expect_download() as waiting:
        link.click()
    assert waiting.value.suggested_filename.endswith(".csv")
    table = [*csv.DictReader(Path(waiting.value.path()).read_text(encoding="utf-8").splitlines(keepends=True))]
    assert len(table) >= count  # all rows, also those of the pages that follow
    said = (row.get("quote_full") or row.get("quote") or "" for row in table[:count])
    quotes = [" ".join(words.split()) for words in said if words]
    text = " ".join(page.locator("main").inner_text().split())
    assert [quote for quote in quotes if quote not in text] == []
    data = json.loads(
        page.request.get(server + str(page.get_by_role("link", name="JSON").get_attribute("href"))).text()
    )
    listed = data[counted or "rows"] if counted or "rows" in data else None
    assert listed is None or len(listed) >= count


@browses
@pytest.mark.parametrize(
    "address", ["/case", "/documents/3", "/accounts/1", "/conflicts", "/timeline", "/search?q=brug"]
)
def test_paper_has_the_words_and_where_they_stand_and_no_navigation(page: Page, server: str, address: str) -> None:
    page.goto(server + address)
    page.emulate_media(media="print")
    for gone in (".top nav", ".find", ".filters", ".judging", "#show-keys", "#ends"):
        for element in page.locator(gone).all():
            expect(element).to_be_hidden()
    quotes = page.locator("main blockquote, main mark, main .taking q")
    assert quotes.count() > 0
    expect(quotes.first).to_be_visible()
    expect(page.locator("h1")).to_be_visible()
    expect(page.locator(".printed-at")).to_be_visible()
    assert server + address.partition("?")[0] in page.locator(".printed-at").inner_text()


@browses
def test_the_language_is_switched_by_a_link_and_stays(page: Page, server: str) -> None:
    page.goto(f"{server}/conflicts?kind=denial")
    expect(page.locator("h1")).to_have_text("Conflicts")
    page.get_by_role("link", name="Nederlands").click()
    expect(page.locator("h1")).to_have_text("Botsingen")
    assert "kind=denial" in page.url
    page.goto(f"{server}/ledger")
    expect(page.locator("h1")).to_have_text("Voorspellingen")
    expect(page.locator("html")).to_have_attribute("lang", "nl")
    page.goto(f"{server}/case")
    page.get_by_role("link", name="English").click()
    expect(page.locator("h2").first).to_have_text("Disputed")


# What nobody keeps short


def test_a_token_of_one_s_own_has_to_be_long(store: Store) -> None:
    told = CliRunner().invoke(app, ["serve", store.where, "--token", "fifteen-letters"])
    assert isinstance(told.exception, WederhoorError)
    assert told.exception.code == "W913"
    assert "16" in str(told.exception) and "fifteen-letters" not in str(told.exception)


# Names of any length, documents of 40,000 words


WIDE = """() => [...document.querySelectorAll("main, main *")].filter((element) => {
  const style = getComputedStyle(element);
  const shown = element.clientWidth > 1 && style.visibility !== "hidden" && !element.closest(".unseen, .graph");
  return shown && style.overflowX === "visible" && element.scrollWidth > element.clientWidth + 1;
}).map((element) => `${element.tagName}.${element.className} ${element.scrollWidth} > ${element.clientWidth}`)"""


@browses
@pytest.mark.parametrize("width", [360, 1024])
def test_names_of_any_length_stay_where_they_belong(browser: Browser, tmp_path: Path, width: int) -> None:
    names = {"Oda Vlier": "Staatssecretaris " + "Kwakernaak-van-der-Hooge-" * 4, "Bram Kuil": "Schippersbond" * 8}
    part = bridge()
    said = tuple(structs.replace(one, speaker=names[one.speaker or ""]) for one in part.attributions)
    with open_store(tmp_path / "long.db", create=True) as store:
        with store.writing() as db:
            put_study(db, study(structs.replace(part, doc="een_lange_naam_zonder_spaties_" * 4, attributions=said)))
        with serving(store) as address:
            page = browser.new_page(viewport={"width": width, "height": 740}, locale="nl-NL")
            found = []
            for place in ("/case", "/documents", "/documents/1", "/accounts", "/accounts/1", "/accounts/1/model?up=rust",
                          "/sides?who=1&who=2", "/conflicts", "/ledger", "/search?q=brug", "/review?doubt=mixed"):  # fmt: skip
                page.goto(address + place)
                found += [(place, wide) for wide in page.evaluate(WIDE)]
                found += [(place, "page")] if page.evaluate("document.documentElement.scrollWidth > innerWidth") else []
            page.close()
            assert found == []


@browses
def test_a_book_is_walked_from_end_to_end(browser: Browser, tmp_path: Path) -> None:
    part = bridge()
    times = 120_000 // len(part.text)
    text = "\n\n".join([part.text] * times)
    moved = [
        structs.replace(one, id=f"A{at * 4 + n}", content=tuple((s + shift, e + shift) for s, e in one.content))
        for at in range(times)
        for shift in [at * (len(part.text) + 2)]
        for n, one in enumerate(part.attributions, start=1)
    ]
    document = Document(doc="boek", text=text, title="Het boek")
    reading = structs.replace(
        part, doc="boek", text=text, sha256=document.sha256, title=document.title,
        attributions=tuple(moved), causal=(), forecasts=(), conflicts=(),
    )  # fmt: skip
    with open_store(tmp_path / "book.db", create=True) as store:
        with store.writing() as db:
            put_study(db, study(reading))
        with serving(store) as address:
            page = browser.new_page(viewport={"width": 360, "height": 740}, locale="en-GB")
            page.goto(f"{address}/documents/1")
            page.keyboard.press("k")  # to the last
            expect(page.locator("#details-place")).to_have_text(f"{len(moved)} / {len(moved)}")
            expect(page.locator("mark.current").first).to_be_in_viewport()
            page.close()
            page = browser.new_page(locale="en-GB")
            page.goto(f"{address}/documents/1#at-A{len(moved) // 2}")
            expect(page.locator("mark.current").first).to_be_in_viewport()
            page.close()
