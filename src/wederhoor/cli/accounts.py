"""``wederhoor accounts``: what each side maintains, side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from wederhoor.api.case import OpenCase
from wederhoor.cli.case_input import Join, Out, with_case
from wederhoor.cli.case_part import TOGETHER, Docs, Most, Since, Speaker, part
from wederhoor.cli.model_options import ResultFormat
from wederhoor.cli.texts import Actors, Date, HowToRead, Lang, Lexicon, MaxMb, Metadata, Pipeline, Sources
from wederhoor.documents import LIMIT_MB

if TYPE_CHECKING:
    from rich.console import RenderableType

EXAMPLES = """
**Examples**

    wederhoor accounts article.txt

    wederhoor accounts folder/ --format html --out case.html

    wederhoor accounts folder/ --join 'council=Anna Visser,aldermen'
"""


def accounts_command(
    sources: Sources,
    join: Join = None,
    date: Date = None,
    metadata: Metadata = None,
    form: Annotated[
        ResultFormat,
        typer.Option("--format", "-f", help="text for the terminal, json, or html for one self-contained page."),
    ] = ResultFormat.text,
    out: Out = None,
    lang: Lang = None,
    pipeline: Pipeline = None,
    actors: Actors = None,
    lexicon: Lexicon = None,
    max_mb: MaxMb = LIMIT_MB,
    speaker: Speaker = None,
    doc: Docs = None,
    since: Since = None,
    documents: Most = TOGETHER,
    silence: Annotated[
        bool, typer.Option("--silence", help="Also tell who is not quoted on which issue: silence of the texts.")
    ] = False,
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
        HowToRead(date, lang, pipeline, max_mb, actors, part(speaker, doc, since, documents), metadata, lexicon),
        join,
        out,
        encode,
    )


accounts_command.__doc__ = f"{accounts_command.__doc__}\n{EXAMPLES}"
