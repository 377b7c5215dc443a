"""``wederhoor accounts``: what each side maintains, side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from wederhoor.api.case import OpenCase
from wederhoor.cli.case_input import HowPart, Join, Out, with_case
from wederhoor.cli.model_options import ResultFormat
from wederhoor.cli.shared_options import with_shared_options
from wederhoor.cli.texts import Sources

if TYPE_CHECKING:
    from rich.console import RenderableType

EXAMPLES = """
**Examples**

    wederhoor accounts article.txt

    wederhoor accounts folder/ --format html --out case.html

    wederhoor accounts folder/ --join 'council=Anna Visser,aldermen'
"""


@with_shared_options
def accounts_command(
    sources: Sources,
    join: Join = None,
    form: Annotated[
        ResultFormat,
        typer.Option("--format", "-f", help="text for the terminal, json, or html for one self-contained page."),
    ] = ResultFormat.text,
    out: Out = None,
    silence: Annotated[
        bool, typer.Option("--silence", help="Also tell who is not quoted on which issue: silence of the texts.")
    ] = False,
    *,
    how: HowPart,
) -> None:
    """Read texts as one case: what is disputed and who takes which side, then what each maintains."""

    def encode(opened: OpenCase) -> bytes | RenderableType:
        from wederhoor.exchange.cases.make_report import case_report

        report = case_report(opened.case, opened.publishers)
        if form is ResultFormat.json:
            from wederhoor.exchange.cases.json import encode as encode_json

            return encode_json(report)
        if form is ResultFormat.html:
            from wederhoor.exchange.cases.html import accounts_page

            return accounts_page(report, silence=silence).encode()
        from wederhoor.exchange.cases.accounts_text import accounts_view

        return accounts_view(report, silence=silence)

    with_case(
        sources,
        how,
        join,
        out,
        encode,
    )


accounts_command.__doc__ = f"{accounts_command.__doc__}\n{EXAMPLES}"
