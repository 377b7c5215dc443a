"""``wederhoor conflicts``: statements that cannot both be right, within texts and across them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from wederhoor.api.case import OpenCase
from wederhoor.cli.case_input import Excel, HowPart, Out, Raw, TableFormat, with_case
from wederhoor.cli.shared_options import with_shared_options
from wederhoor.cli.texts import Sources

if TYPE_CHECKING:
    from rich.console import RenderableType

EXAMPLES = """
**Examples**

    wederhoor conflicts article.txt

    wederhoor conflicts folder/ --format csv --out conflicts.csv
"""


@with_shared_options
def conflicts_command(
    sources: Sources,
    form: Annotated[
        TableFormat,
        typer.Option("--format", "-f", help="text for the terminal, csv with one row per conflict, or json."),
    ] = TableFormat.text,
    out: Out = None,
    excel: Excel = False,
    raw: Raw = False,
    *,
    how: HowPart,
) -> None:
    """Read texts and list the statements that collide, within a text or in two: why, in words, with both quotes."""

    def encode(opened: OpenCase) -> bytes | RenderableType:
        from wederhoor.exchange.cases.tables import ConflictLine, conflict_rows, encode_csv
        from wederhoor.exchange.cells import Style

        rows = conflict_rows(opened.case)
        if form is TableFormat.csv:
            return encode_csv(rows, ConflictLine, Style(raw, excel))
        if form is TableFormat.json:
            from wederhoor.exchange.cases.json import encode as encode_json

            return encode_json(rows)
        from wederhoor.exchange.cases.lists_text import conflicts_view

        return conflicts_view(opened.case)

    with_case(
        sources,
        how,
        None,
        out,
        encode,
    )


conflicts_command.__doc__ = f"{conflicts_command.__doc__}\n{EXAMPLES}"
