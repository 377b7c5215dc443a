"""What users get of a case: the commands in the terminal, tables, JSON, and the page in a real browser."""

from __future__ import annotations

import csv
import datetime as dt
import io
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal

import msgspec
import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from command import run_here
from playwright.sync_api import Browser, Page

from wederhoor.cases import build_case
from wederhoor.documents import load_text
from wederhoor.exchange.cases.html import accounts_page
from wederhoor.exchange.cases.make_report import case_report
from wederhoor.languages.pack import load_pack
from wederhoor.reading import open_student

FIRST = """Ruzie over de sluis

Het waterschap Oosterlanden grijpt alleen in als het peil boven de twee meter stijgt.

Volgens dijkgraaf Marten Buiskool stond het peil boven de twee meter. De sluiting voorkomt een overstroming, zegt hij.

Boerin Anna Visser ontkent dat het peil boven de twee meter stond. Het waterschap sloot de sluis toch.

Buiskool verwacht dat de sluis in juni weer opengaat. Volgens de politie waren er veertig betogers bij de sluis.
"""
SECOND = """Schade in de polder

Volgens wethouder Piet Kramer waren er tweehonderd betogers bij de sluis.
"""
HOSTILE = "</blockquote><script>document.title='taken'</script><b a=\"'x"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    found = tmp_path_factory.mktemp("zaak")
    (found / "een.txt").write_text(FIRST, encoding="utf-8")
    (found / "twee.txt").write_text(SECOND, encoding="utf-8")
    return found


def done(*arguments: str | Path) -> str:
    found = run_here(*arguments, "--lang", "nl", "--date", "2031-05-12")
    assert (found.returncode, found.stderr.decode()) == (0, "")
    return found.stdout.decode()


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_accounts_in_the_terminal(folder: Path) -> None:
    shown = done("accounts", folder)
    assert "2 teksten" in shown
    assert "a  Marten Buiskool: “stond het peil boven de twee meter”" in shown
    assert "b  ✕ Anna Visser: “het peil boven de twee meter stond”" in shown
    assert "! Handelde, hoewel volgens deze versie niet aan de voorwaarde was voldaan." in shown
    assert "“dat het peil boven de twee meter stond”\n        een, regel 7:28, 12 mei 2031" in shown
    assert not any(line != line.rstrip() for line in shown.splitlines())


def test_accounts_as_json_stand_on_the_texts(folder: Path) -> None:
    report = msgspec.json.decode(done("accounts", folder, "--format", "json", "--join", "dorp=Visser,Kramer"))
    texts = {"een": FIRST, "twee": SECOND}
    quotes = list(_quotes(report))
    assert len(quotes) > 20
    for quote in quotes:
        assert " […] ".join(texts[quote["doc"]][start:end] for start, end in quote["spans"]) == quote["words"]
    [village] = [account for account in report["accounts"] if account["holder"] == "dorp"]
    assert village["members"] == ["Anna Visser", "Piet Kramer"]
    assert {document["doc"] for document in report["documents"]} == {"een", "twee"}


def _quotes(node: Any) -> Iterator[dict[str, Any]]:
    if isinstance(node, dict):
        if "spans" in node:
            yield node
        for value in node.values():
            yield from _quotes(value)
    elif isinstance(node, list):
        for value in node:
            yield from _quotes(value)


def test_conflicts_have_both_quotes(folder: Path) -> None:
    found = rows(done("conflicts", folder, "--format", "csv"))
    kinds = {row["kind"]: row for row in found}
    assert kinds["denial"]["a_quote"] == "stond het peil boven de twee meter"
    assert (kinds["denial"]["b_holder"], kinds["denial"]["b_date"]) == ("Anna Visser", "2031-05-12")
    assert (kinds["figure"]["a_doc"], kinds["figure"]["b_doc"]) == ("een", "twee")
    for row in found:
        for side in "ab":
            start, end = map(int, row[f"{side}_spans"].split("-"))
            assert {"een": FIRST, "twee": SECOND}[row[f"{side}_doc"]][start:end] == row[f"{side}_quote"]
    listed = msgspec.json.decode(done("conflicts", folder, "--format", "json"))
    assert [row["conflict_id"] for row in listed] == [row["conflict_id"] for row in found]
    shown = done("conflicts", folder)
    assert all(row["why"].split(" over ")[0] in " ".join(shown.split()) for row in found)


def test_the_ledger_as_a_table(folder: Path) -> None:
    [row] = rows(done("forecasts", folder, "--format", "csv"))
    assert (row["doc"], row["holder"], row["kind"], row["due"]) == ("een", "Marten Buiskool", "expectation", "")
    assert FIRST[int(row["start"]) : int(row["end"])] == row["quote"]
    marked = rows(done("forecasts", folder, "--format", "csv", "--due", "2032-01-01", "--all"))
    passed = rows(done("forecasts", folder, "--format", "csv", "--due", "2032-01-01"))
    assert [row["due"] for row in marked] == ["yes" if row["until"] else "no"]
    assert passed == [row for row in marked if row["due"] == "yes"]
    assert rows(done("forecasts", folder, "--format", "csv", "--due", "today")) == [
        row for row in passed if row["until"] < dt.datetime.now().astimezone().date().isoformat()
    ]
    assert "Marten Buiskool" in done("forecasts", folder)


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("accounts", "--join", "dorp"), "W701"),
        (("accounts", "--join", "dorp=Nobody"), "W702"),
        (("forecasts", "--due", "2031-02-30"), "W107"),
    ],
)
def test_what_cannot_be_is_refused_in_one_line(folder: Path, arguments: tuple[str, ...], code: str) -> None:
    command, *options = arguments
    found = run_here(command, folder, *options, "--lang", "nl")
    [line] = found.stderr.decode().splitlines()
    assert (found.returncode, line.split(": ")[:2]) == (2, ["wederhoor", code])
    assert found.stdout == b""


@pytest.mark.parametrize("command", ["accounts", "conflicts", "forecasts"])
def test_a_folder_without_texts_is_refused(tmp_path: Path, command: str) -> None:
    found = run_here(command, tmp_path)
    assert (found.returncode, found.stderr.decode()[:16]) == (2, "wederhoor: W108:")


def test_a_text_that_repeats_another_is_told_and_left_out(folder: Path, tmp_path: Path) -> None:
    for name in ("een", "kopie"):
        (tmp_path / f"{name}.txt").write_text(FIRST, encoding="utf-8")
    found = run_here("conflicts", tmp_path, "--format", "json", "--lang", "nl")
    assert (found.returncode, found.stderr.decode()[:16]) == (0, "wederhoor: W704:")
    once = run_here("conflicts", folder / "een.txt", "--format", "json", "--lang", "nl")
    assert msgspec.json.decode(found.stdout) == msgspec.json.decode(once.stdout)


def test_of_many_texts_the_others_are_read(folder: Path, tmp_path: Path) -> None:
    shutil.copy(folder / "een.txt", tmp_path)
    (tmp_path / "leeg.txt").write_text("  ", encoding="utf-8")
    found = run_here("conflicts", tmp_path, "--format", "json", "--lang", "nl")
    assert found.returncode == 2
    assert found.stderr.decode().splitlines()[-1] == "wederhoor: 1 of 2 texts were read."
    assert msgspec.json.decode(found.stdout)


def test_the_output_is_none_of_the_texts(folder: Path) -> None:
    found = run_here("accounts", folder, "--out", folder / "een.txt", "--lang", "nl")
    assert (found.returncode, found.stderr.decode()[:16]) == (2, "wederhoor: W401:")
    assert (folder / "een.txt").read_text(encoding="utf-8") == FIRST


@pytest.fixture(scope="module")
def page_text() -> str:
    student = open_student("nl")
    texts = {"een": FIRST, "twee": SECOND, HOSTILE: f"Volgens Tom Haak staat er {HOSTILE} op de sluis."}
    studies = [student(load_text(text, doc=doc, lang="nl", date="2031-05-12")) for doc, text in texts.items()]
    return accounts_page(case_report(build_case(studies, load_pack("nl"))))


@pytest.fixture(scope="module")
def address(page_text: str, tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("page") / "case.html"
    path.write_text(page_text, encoding="utf-8", newline="")
    return path.as_uri()


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
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


def test_a_cell_opens_to_its_quote(page: Page) -> None:
    cell = page.locator(".matrix td:has(.is-denies)").first
    quote = cell.locator("blockquote").first
    assert not quote.is_visible()
    cell.locator("summary").focus()
    page.keyboard.press("Enter")
    assert quote.is_visible()
    assert quote.inner_text() in FIRST + SECOND
    assert "regel " in cell.locator("cite").first.inner_text()


def test_all_cells_open_and_close_at_once(page: Page) -> None:
    cells = page.locator(".matrix details")
    page.locator("button.all").click()
    assert cells.evaluate_all("all => all.every(e => e.open)")
    page.locator("button.all").click()
    assert not cells.evaluate_all("all => all.some(e => e.open)")


def test_a_breach_is_open_from_the_start(page: Page) -> None:
    breach = page.locator(".breach")
    assert breach.count() == 1
    assert breach.locator(".alarm").is_visible()
    assert "Anna Visser" in breach.inner_text()


def test_a_link_opens_what_it_leads_to(page: Page) -> None:
    page.locator("details.account > summary").first.click()
    page.locator("details.account .relations a").first.click()
    assert page.evaluate("document.querySelector(':target').getBoundingClientRect().top < innerHeight")


def test_a_text_is_words_and_nothing_more(page: Page) -> None:
    assert page.title() == "Zaak – Wederhoor"
    assert page.locator("script").count() == 1
    assert HOSTILE in page.locator("body").evaluate("e => e.textContent")


@pytest.mark.parametrize("width", [360, 1280])
def test_the_page_fits(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.locator("details").evaluate_all("all => all.forEach(e => { e.open = true; })")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("colours", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing(
    browser: Browser, page_text: str, tmp_path: Path, colours: Literal["light", "dark"], width: int
) -> None:
    # axe is a script from outside, which the page's own policy rightly refuses
    path = tmp_path / "case.html"
    path.write_text(page_text.replace('http-equiv="Content-Security-Policy"', "", 1), encoding="utf-8", newline="")
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=colours)
    page = context.new_page()
    page.goto(path.as_uri())
    page.locator("details").evaluate_all("all => all.forEach(e => { e.open = true; })")
    found = Axe().run(page)
    context.close()
    assert found.violations_count == 0, found.generate_report()


def test_the_same_case_gives_the_same_page(page_text: str) -> None:
    student = open_student("nl")
    report = case_report(build_case([student(load_text(FIRST, doc="een", lang="nl"))], load_pack("nl")))
    assert accounts_page(report) == accounts_page(report)
    assert "http://" not in page_text
    assert "https://" not in page_text
