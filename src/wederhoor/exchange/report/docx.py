"""A report as a document of Word (.docx), by python-docx: headings by which it can be walked, tables that break over pages."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from typing import TYPE_CHECKING, Any, Final

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from wederhoor.exchange.page import NOWHERE
from wederhoor.exchange.report.blocks import (
    Block,
    EditorReport,
    Grid,
    Line,
    Paragraph,
    ReportHeading,
    ReportList,
    ReportQuote,
    ReportRun,
    report_words,
)
from wederhoor.exchange.visible import visible
from wederhoor.exchange.wording import Wording, wording_for

if TYPE_CHECKING:
    from docx.document import Document as WordFile

_SOFT: Final = (0x56, 0x5B, 0x63)
_ALARM: Final = (0xB3, 0x26, 0x1E)
_EPOCH: Final = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
_FIRST_DAY: Final = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a ZIP file can tell."""
_CONTROL: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
"""What XML cannot hold."""


def report_docx(report: EditorReport) -> bytes:
    """The document; the same report gives the same bytes."""
    file = Document()
    wording = wording_for(report.words)
    told = file.core_properties
    told.title, told.author, told.language = _plain(report.title), "Wederhoor", report.words
    told.created = told.modified = _EPOCH
    for section in file.sections:
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin = section.right_margin = Cm(2)
    file.styles["Normal"].font.size = Pt(10.5)
    file.add_heading(_plain(report.title), 0)
    _write(file.add_paragraph(), (ReportRun(report.about, "soft"),), wording)
    if report.reordered:
        _write(file.add_paragraph(), (ReportRun(wording.page.reordering, "alarm"),), wording)
    for part in report.sections:
        file.add_heading(_plain(part.title), 1)
        for block in part.blocks:
            _block(file, block, wording)
    foot = file.sections[0].footer.paragraphs[0]
    _write(foot, (ReportRun(report_words(report.words).check, "soft"),), wording)
    return _settled(file)


def _block(file: WordFile, block: Block, wording: Wording) -> None:
    match block:
        case ReportHeading(text=text, level=level):
            file.add_heading(_plain(text), level - 1)
        case Paragraph(line=line, kind=kind):
            _write(file.add_paragraph(style="Intense Quote" if kind == "note" else None), line, wording)
        case ReportList(lines=lines):
            for line in lines:
                _write(file.add_paragraph(style="List Bullet"), line, wording)
        case Grid():
            _table(file, block, wording)
        case ReportQuote():
            _said(file, block, wording)


def _said(file: WordFile, said: ReportQuote, wording: Wording) -> None:
    opening, closing = wording.quotes
    mark = (ReportRun(wording.cases.marks[said.stance]),) if said.stance else ()
    paragraph = file.add_paragraph()
    paragraph.paragraph_format.left_indent = Cm(0.75)
    paragraph.paragraph_format.first_line_indent = Cm(-0.75) if said.label else None
    paragraph.paragraph_format.keep_together = True
    paragraph.paragraph_format.space_after = Pt(8)
    _write(paragraph, (*((ReportRun(f"{said.label}\t", "strong"),) if said.label else ()), *mark, *said.who), wording)
    paragraph.add_run().add_break()
    paragraph.add_run(opening)
    for one in said.words:
        run = paragraph.add_run(f"[{_plain(one.text)}]" if one.kind == "gap" else _plain(one.text))
        run.italic = one.kind == "said"
    paragraph.add_run(closing).add_break()
    if said.answers:
        _write(paragraph, (ReportRun("←", "soft"), ReportRun(said.answers, "said")), wording)
        paragraph.add_run().add_break()
    _write(paragraph, (ReportRun(" · ".join(fact.text for fact in said.facts), "soft"),), wording)


def _table(file: WordFile, grid: Grid, wording: Wording) -> None:
    table = file.add_table(rows=1, cols=len(grid.head), style="Light List Accent 1")
    for cell, name in zip(table.rows[0].cells, grid.head, strict=True):
        cell.text = _plain(name)
    _repeat_head(table.rows[0])
    for row in grid.rows:
        for cell, line in zip(table.add_row().cells, row, strict=True):
            _write(cell.paragraphs[0], line, wording)
    file.add_paragraph()


def _repeat_head(row: Any) -> None:  # noqa: ANN401  # of a library without types for it
    """Lets the head of a table stand on every page that it takes."""
    head = OxmlElement("w:tblHeader")
    head.set(qn("w:val"), "true")
    row._tr.get_or_add_trPr().append(head)  # noqa: SLF001  # the library has no other way


def _write(paragraph: Any, line: Line, wording: Wording) -> None:  # noqa: ANN401  # the same
    opening, closing = wording.quotes
    for number, one in enumerate(line):
        text = _plain(one.text)
        text = f"{opening}{text}{closing}" if one.kind == "said" else text
        run = paragraph.add_run(_between(line, number) + text)
        run.bold = one.kind in {"strong", "figure", "alarm"} or None
        run.italic = one.kind == "said" or None
        colour = {"soft": _SOFT, "alarm": _ALARM}.get(one.kind)
        if colour:
            run.font.color.rgb = RGBColor(*colour)


def _between(line: Line, number: int) -> str:
    """What stands before a word of a line."""
    if not number or line[number - 1].text.endswith(("\t", " ")):
        return ""
    return " · " if line[number].kind == line[number - 1].kind == "soft" else " "


def _plain(text: str) -> str:
    """Words as a document of Word can hold them; what would be unseen in them is shown."""
    return _CONTROL.sub("\N{REPLACEMENT CHARACTER}", visible(text).translate(NOWHERE))


def _settled(file: WordFile) -> bytes:
    """The file with one time for all its parts, so that the same report is the same bytes."""
    written, out = io.BytesIO(), io.BytesIO()
    file.save(written)
    with zipfile.ZipFile(written) as before, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as after:
        for name in before.namelist():
            after.writestr(zipfile.ZipInfo(name, _FIRST_DAY), before.read(name), zipfile.ZIP_DEFLATED)
    return out.getvalue()
