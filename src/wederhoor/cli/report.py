"""``wederhoor report``: texts or a case as one report for an editor."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from wederhoor.api.case import OpenCase
from wederhoor.cli.case_input import HowPart, Join, Out, due_day, with_case
from wederhoor.cli.shared_options import with_shared_options
from wederhoor.cli.texts import Sources

EXAMPLES = """
**Examples**

    wederhoor report folder/ --out harbour.html

    wederhoor report harbour.db --title 'The harbour' --due 2031-06-01 --out harbour.docx

    wederhoor report page.html article.pdf --words en --out report.html
"""


class ReportFormat(StrEnum):
    """How a report is written."""

    html = "html"
    docx = "docx"


@with_shared_options
def report_command(
    sources: Sources,
    form: Annotated[
        ReportFormat | None,
        typer.Option("--format", "-f", help="html, one self-contained page, or docx; else by the name of --out."),
    ] = None,
    out: Out = None,
    title: Annotated[str | None, typer.Option(help="What stands above it.")] = None,
    due: Annotated[
        str | None, typer.Option(help="Mark forecasts whose time had passed on this day, YYYY-MM-DD, or today.")
    ] = None,
    words: Annotated[
        str | None, typer.Option(help="Language of what the report says itself: nl or en; else that of the texts.")
    ] = None,
    join: Join = None,
    *,
    how: HowPart,
) -> None:
    """Write one report on texts: what is disputed, who is who, what happened and will, what leads to what, how sure it is."""
    day = None if due is None else due_day(due)
    written = form or (ReportFormat.docx if out and out.suffix.lower() == ".docx" else ReportFormat.html)

    def encode(opened: OpenCase) -> bytes:
        from wederhoor.exchange.report.build import build_report

        report = build_report(opened.case, opened.models, opened.publishers, title=title, due=day, lang=words)
        if written is ReportFormat.docx:
            from wederhoor.exchange.report.docx import report_docx

            return report_docx(report)
        from wederhoor.exchange.report.html import report_page

        return report_page(report).encode()

    with_case(
        sources,
        how,
        join,
        out,
        encode,
    )


report_command.__doc__ = f"{report_command.__doc__}\n{EXAMPLES}"
