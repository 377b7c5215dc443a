"""``wederhoor conflicts``: statements that cannot both be right, within texts and across them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from wederhoor.api.case import OpenCase
from wederhoor.cli.case_input import Excel, Out, Raw, TableFormat, with_case
from wederhoor.cli.case_part import TOGETHER, Docs, Most, Since, Speaker, part
from wederhoor.cli.texts import Actors, Date, HowToRead, Lang, Lexicon, MaxMb, Metadata, Pipeline, Sources
from wederhoor.documents import LIMIT_MB

if TYPE_CHECKING:
    from rich.console import RenderableType

EXAMPLES = """
**Examples**

    wederhoor conflicts article.txt

    wederhoor conflicts folder/ --format csv --out conflicts.csv
"""


def conflicts_command(
    sources: Sources,
    date: Date = None,
    metadata: Metadata = None,
    form: Annotated[
        TableFormat,
        typer.Option("--format", "-f", help="text for the terminal, csv with one row per conflict, or json."),
    ] = TableFormat.text,
    out: Out = None,
    excel: Excel = False,
    raw: Raw = False,
    lang: Lang = None,
    pipeline: Pipeline = None,
    actors: Actors = None,
    lexicon: Lexicon = None,
    max_mb: MaxMb = LIMIT_MB,
    speaker: Speaker = None,
    doc: Docs = None,
    since: Since = None,
    documents: Most = TOGETHER,
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
        HowToRead(date, lang, pipeline, max_mb, actors, part(speaker, doc, since, documents), metadata, lexicon),
        None,
        out,
        encode,
    )


conflicts_command.__doc__ = f"{conflicts_command.__doc__}\n{EXAMPLES}"
