"""A report on a case: all that an editor wants, each quote with whose it is and how he stands to it, in a page and a document."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from functools import cache
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import pytest
from command import run_here

import wederhoor
from wederhoor.api.case import OpenCase
from wederhoor.exchange.report.blocks import EditorReport, Grid, Line, Paragraph, ReportHeading, ReportList, ReportQuote
from wederhoor.exchange.report.build import build_report
from wederhoor.exchange.report.html import report_page
from wederhoor.exchange.wording import wording_for

if TYPE_CHECKING:
    from playwright.sync_api import Browser

EXAMPLES = Path(__file__).parents[1] / "examples"
DAY = "2031-05-20"
HOSTILE = (
    "Onrust in Merkel\n\nMERKEL, 12 maart 2031 - Volgens Joris Ardel, voorzitter van vakbond Dijkbond, schoot "
    "de politie dinsdag op betogers. Wethouder Karin Blok ontkent dat de politie op betogers heeft geschoten.\n"
)


@cache
def case() -> OpenCase:
    return wederhoor.open_case([EXAMPLES / "zandwinning.txt", EXAMPLES / "rivierenpact.txt"], date=DAY)


@cache
def hostile() -> OpenCase:
    title = "<script>alert(1)</script> & meer"
    reading = wederhoor.read_text(HOSTILE, lang="nl", doc="merkel", title=title, publisher="De Merkelbode")
    return wederhoor.open_case(reading)


def report_of(opened: OpenCase, *, due: str | None = None, lang: str | None = None) -> EditorReport:
    return build_report(opened.case, opened.models, opened.publishers, due=due, lang=lang)


def section(report: EditorReport, anchor: str) -> list[object]:
    (found,) = [one for one in report.sections if one.anchor == anchor]
    return list(found.blocks)


def text(line: Line) -> str:
    return " ".join(word.text for word in line)


def lines(report: EditorReport) -> Iterator[Line]:
    for one in report.sections:
        for block in one.blocks:
            match block:
                case Paragraph(line=line):
                    yield line
                case ReportList(lines=several):
                    yield from several
                case Grid(rows=rows):
                    yield from (cell for row in rows for cell in row)
                case ReportQuote():
                    yield from (block.who, block.words, block.facts)
                case ReportHeading():
                    pass


def test_a_report_has_all_its_parts() -> None:
    anchors = [one.anchor for one in report_of(case()).sections]
    assert anchors == ["short", "issues", "rules", "people", "timeline", "forecasts", "models", "sources", "sure"]


def test_every_position_of_every_issue_is_there_with_its_exact_words() -> None:
    said = [block for block in section(report_of(case()), "issues") if isinstance(block, ReportQuote)]
    held = [one.quote for issue in case().issues for position in issue.positions for one in position.held]
    shown = ["".join(word.text for word in block.words) for block in said]
    assert len(held) > 4
    for quote in held:
        assert quote.full in shown
        assert quote.full in next(reading.text for reading in case().readings if reading.doc == quote.doc)


def test_a_quote_says_who_where_when_how_he_stands_and_how_sure_that_is() -> None:
    said = [block for block in section(report_of(hostile()), "issues") if isinstance(block, ReportQuote)]
    (denial,) = [block for block in said if text(block.who).startswith("Karin Blok")]
    facts = [word.text for word in denial.facts]
    assert denial.stance == "denies"
    assert text(denial.who) == "Karin Blok wethouder"
    column = HOSTILE.splitlines()[2].index(text(denial.words)) + 1
    assert facts[0] == f"De Merkelbode, <script>alert(1)</script> & meer, regel 3:{column}, 12 maart 2031"
    assert facts[1] == "spreekt dit tegen (“ontkent”)"
    assert re.fullmatch(r"lezing \d+% zeker", facts[-1])
    (claim,) = [block for block in said if text(block.who).startswith("Joris Ardel")]
    assert claim.stance is None
    assert text(claim.who) == "Joris Ardel voorzitter, Dijkbond"


def test_words_that_point_at_another_s_are_not_run_into_these() -> None:
    said = [block for block in section(report_of(case()), "issues") if isinstance(block, ReportQuote)]
    pointing = [block for block in said if block.answers]
    assert pointing
    for block in pointing:
        assert (block.answers or "") not in text(block.words)


def test_who_is_who_has_functions_and_counts() -> None:
    (grid,) = [block for block in section(report_of(case()), "people") if isinstance(block, Grid)]
    rows = {text(row[0]): [text(cell) for cell in row[1:]] for row in grid.rows}
    said = sum(a.speaker == "Nele Voskamp" for reading in case().readings for a in reading.attributions)
    assert rows["Nele Voskamp"][0].startswith("voorzitter (actiegroep Vaste Grond)")
    assert rows["Nele Voskamp"][3] == str(said)


def test_the_timeline_is_in_order_and_says_on_whose_word() -> None:
    (grid,) = [block for block in section(report_of(case(), lang="en"), "timeline") if isinstance(block, Grid)]
    years = [int(found[0]) for row in grid.rows if (found := re.findall(r"20\d\d", text(row[0])))]
    assert years == sorted(years)
    by = {text(row[2]): text(row[3]) for row in grid.rows}
    assert by["De dorpsraad heeft in januari met onze vergunning ingestemd"].startswith("Jurre Ommer says so (“zegt”)")


def test_forecasts_whose_time_has_passed_are_marked_on_the_day_that_is_asked() -> None:
    def overdue(due: str | None) -> int:
        report = report_of(case(), due=due)
        return sum(word.kind == "alarm" for line in lines(report) for word in line if "termijn voorbij" in word.text)

    assert overdue(None) == overdue("2031-05-21") == 0
    assert overdue("2031-08-01") > 0


def test_models_have_loops_and_what_follows_from_a_push() -> None:
    blocks = section(report_of(case()), "models")
    at = next(n for n, block in enumerate(blocks) if isinstance(block, ReportHeading) and block.text == "Nele Voskamp")
    told = [text(line) for block in blocks[at:] if isinstance(block, ReportList) for line in block.lines]
    assert any(line.startswith("R1 meer zandwinning → meer verzakkingen") for line in told)
    push = next(block for block in blocks[at:] if isinstance(block, Grid))
    assert ["huizenprijzen", "▼ omlaag, zeker"] in [[text(cell) for cell in row] for row in push.rows]


def test_what_somebody_doubts_is_not_in_his_model() -> None:
    blocks = section(report_of(case()), "models")
    at = next(n for n, block in enumerate(blocks) if isinstance(block, ReportHeading) and block.text == "Hedda Kuiper")
    title, listing = blocks[at + 1], blocks[at + 2]
    assert isinstance(title, ReportHeading) and isinstance(listing, ReportList)
    assert title.text == "Niet in het model, want niet staande gehouden"
    assert text(listing.lines[0]).startswith("betwijfeld: ")


def test_least_sure_comes_first_among_what_is_to_be_checked() -> None:
    blocks = section(report_of(case()), "sure")
    said = [block for block in blocks if isinstance(block, ReportQuote)]
    shares = [int(re.findall(r"(\d+)%", block.facts[-1].text)[0]) for block in said]
    assert shares and shares == sorted(shares) and shares[-1] < 75


# Page and document


def test_a_page_loads_and_runs_nothing_and_escapes_what_texts_say() -> None:
    page = report_page(report_of(hostile()))
    assert "<script" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; meer" in page
    assert "default-src &#39;none&#39;" in page or "default-src 'none'" in page
    assert not re.findall(r'(?:src|href)="(?!#)', page)


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_a_page_and_a_document_have_the_same_words(lang: str) -> None:
    docx = pytest.importorskip("docx")
    from wederhoor.exchange.report.docx import report_docx

    report = report_of(case(), due="2031-08-01", lang=lang)
    page = unescape(re.sub(r"<[^>]+>", "", report_page(report)))
    file = docx.Document(io.BytesIO(report_docx(report)))
    written = "\n".join(
        [part.text for part in file.paragraphs]
        + [cell.text for table in file.tables for row in table.rows for cell in row.cells]
    )
    for line in lines(report):
        for word in line:
            assert word.text in page, word
            assert word.text in written, word
    headings = [part.text for part in file.paragraphs if part.style.name == "Heading 1"]
    assert headings == [one.title for one in report.sections]


def test_the_report_speaks_the_language_that_is_asked_and_the_texts_their_own() -> None:
    assert report_of(case()).words == "nl"
    page = report_page(report_of(case(), lang="en"))
    assert '<html lang="en">' in page
    assert '<blockquote lang="nl"' in page
    assert "How sure is this" in page


def test_a_text_without_disputes_has_a_report_that_says_so() -> None:
    opened = wederhoor.open_case(wederhoor.read_text("De brug is dicht.", lang="nl"))
    page = report_page(report_of(opened))
    assert wording_for("nl").cases.no_issues in page
    assert "Niemand zegt van twee dingen" in page


# The command


@pytest.mark.parametrize(("name", "start"), [("report.html", b"<!doctype html>"), ("report.docx", b"PK\x03\x04")])
def test_the_command_writes_by_the_name_of_the_file_and_the_same_bytes(name: str, start: bytes, tmp_path: Path) -> None:
    written = []
    for folder in (tmp_path / "a", tmp_path / "b"):
        folder.mkdir()
        source = EXAMPLES / "zandwinning.txt"
        done = run_here(
            "report", source, "--date", DAY, "--title", "Zand & grond", "--due", "2031-08-01", "--out", folder / name
        )
        assert done.returncode == 0, done.stderr
        written.append((folder / name).read_bytes())
    assert written[0] == written[1]
    assert written[0].startswith(start)
    if name == "report.html":
        assert "<bdi>Zand &amp; grond</bdi>" in written[0].decode()


def test_a_case_that_is_kept_has_a_report(tmp_path: Path) -> None:
    kept = tmp_path / "case.db"
    assert run_here("read", EXAMPLES / "zandwinning.txt", "--date", DAY, "--into", kept).returncode == 0
    done = run_here("report", kept)
    assert done.returncode == 0, done.stderr
    assert "Nele Voskamp" in done.stdout.decode()


def test_a_day_that_is_none_is_refused() -> None:
    done = run_here("report", EXAMPLES / "zandwinning.txt", "--due", "morgen")
    assert done.returncode == 2
    assert "W107" in done.stderr.decode()


# In a browser

SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")


@pytest.mark.browser
@pytest.mark.slow
def test_axe_finds_nothing_and_nothing_runs_over_the_edge(browser: Browser, tmp_path: Path) -> None:
    from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]

    file = tmp_path / "report.html"
    file.write_text(report_page(report_of(case(), due="2031-08-01")), encoding="utf-8")
    for width in (390, 1440):
        for scheme in SCHEMES:
            # axe is a script from outside, which the page's own policy rightly refuses
            context = browser.new_context(
                viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True
            )
            page = context.new_page()
            page.goto(file.as_uri())
            assert page.evaluate("document.documentElement.scrollWidth") <= width
            found = Axe().run(page)
            assert found.violations_count == 0, found.generate_report()
            context.close()
