"""``wederhoor forecasts``: the ledger of who predicted what, and of which the time has come to check it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from wederhoor.api.case import OpenCase
from wederhoor.cli.case_input import Excel, HowPart, Out, Raw, TableFormat, due_day, with_case
from wederhoor.cli.shared_options import with_shared_options
from wederhoor.cli.texts import Sources

if TYPE_CHECKING:
    from rich.console import RenderableType

EXAMPLES = """
**Examples**

    wederhoor forecasts harbour.db --due today

    wederhoor forecasts folder/ --due 2031-07-01

    wederhoor forecasts article.txt --date 2031-05-12 --format csv --out ledger.csv
"""


@with_shared_options
def forecasts_command(
    sources: Sources,
    due: Annotated[
        str | None, typer.Option(metavar="DATE", help="List those alone whose window had passed on this day, or today.")
    ] = None,
    everything: Annotated[
        bool, typer.Option("--all", help="With --due: list all, and say of each whether its window had passed.")
    ] = False,
    form: Annotated[
        TableFormat,
        typer.Option("--format", "-f", help="text for the terminal, csv with one row per forecast, or json."),
    ] = TableFormat.text,
    out: Out = None,
    excel: Excel = False,
    raw: Raw = False,
    *,
    how: HowPart,
) -> None:
    """Read texts and list what they predict: on whose word, on what condition, until when, and whether that has passed."""
    day = None if due is None else due_day(due)

    def encode(opened: OpenCase) -> bytes | RenderableType:
        from wederhoor.exchange.cases.tables import ForecastLine, encode_csv, forecast_rows
        from wederhoor.exchange.cells import Style

        rows = tuple(forecast_rows(opened.case, day, everything=everything or day is None))
        if form is TableFormat.csv:
            return encode_csv(rows, ForecastLine, Style(raw, excel))
        if form is TableFormat.json:
            from wederhoor.exchange.cases.json import encode as encode_json

            return encode_json(rows)
        from wederhoor.exchange.cases.lists_text import forecasts_view

        return forecasts_view(rows, opened.case.documents[0].lang, None if everything else day)

    with_case(
        sources,
        how,
        None,
        out,
        encode,
    )


forecasts_command.__doc__ = f"{forecasts_command.__doc__}\n{EXAMPLES}"
