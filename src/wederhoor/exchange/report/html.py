"""A report as one web page that stands on its own: no script, nothing loaded, printed as it is read.

The texts are hostile input: all of them are escaped, and the page's policy lets nothing be but the style in it, by its hash.
"""

from __future__ import annotations

from typing import Final

from markupsafe import Markup

from wederhoor.exchange.page import LANGUAGE, NOWHERE, asset, environment, source_hash
from wederhoor.exchange.report.blocks import (
    EditorReport,
    Grid,
    Paragraph,
    ReportHeading,
    ReportList,
    ReportQuote,
    report_words,
)
from wederhoor.exchange.wording import wording_for

_KINDS: Final = (
    (ReportHeading, "heading"),
    (Paragraph, "paragraph"),
    (ReportList, "listing"),
    (Grid, "grid"),
    (ReportQuote, "said"),
)


def report_page(report: EditorReport) -> str:
    """The whole page."""
    style = asset("report.css")
    wording = wording_for(report.words)
    page = (
        environment()
        .get_template("report.html.j2")
        .render(
            report=report,
            wording=wording,
            words=report_words(report.words),
            kind=lambda block: next(name for of, name in _KINDS if isinstance(block, of)),
            marks=wording.cases.marks,
            language=report.texts if LANGUAGE.fullmatch(report.texts) else wording.code,
            style=Markup(style),  # noqa: S704  # the project's own
            style_hash=source_hash(style),
        )
    )
    return page.translate(NOWHERE)
