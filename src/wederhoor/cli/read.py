"""``wederhoor read``: who says what in files, folders or standard input."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from wederhoor.cli.case_input import Excel, Raw
from wederhoor.cli.read_into import read_into
from wederhoor.cli.reading_output import ReadingFormat, Sink
from wederhoor.cli.shared_options import with_shared_options
from wederhoor.cli.texts import How, Sources, find_files, from_case, paths, read_each
from wederhoor.exchange.cells import Style

EXAMPLES = """
**Examples**

    wederhoor read article.txt

    wederhoor read article.txt --date 2022-01-14 --format html --out article.html

    wederhoor read folder/ --format jsonl --out readings.jsonl

    cat article.txt | wederhoor read -

    wederhoor read folder/ --into harbour.db
"""


@with_shared_options
def read_command(
    sources: Sources,
    form: Annotated[
        ReadingFormat,
        typer.Option(
            "--format",
            "-f",
            help="text for the terminal, html for one self-contained page, csv with one row per statement, "
            "gold with names in place of ids, as scorers read it.",
        ),
    ] = ReadingFormat.text,
    out: Annotated[
        Path | None, typer.Option("--out", "-o", help="File to write; a folder for one file per text.")
    ] = None,
    into: Annotated[
        str | None,
        typer.Option(metavar="CASE", help="Keep the readings in a case: a file, or postgresql://user@host/name."),
    ] = None,
    again: Annotated[bool, typer.Option("--again", help="With --into: read what has not changed, too.")] = False,
    excel: Excel = False,
    raw: Raw = False,
    *,
    how: How,
) -> None:
    """Read texts and say who says what, each statement with its exact words and its exact speaker."""
    files = find_files(sources, how.metadata)
    if into is not None:
        if out is not None:
            raise typer.BadParameter("--into keeps the readings in a case; leave --out away.")
        read_into(into, files, how, again=again)
        return
    style, private = Style(raw, excel), from_case(files)
    with Sink(form, out, many=len(files) > 1, texts=paths(files), private=private, style=style) as sink:
        read_each(files, how, lambda _, reading: sink.write(reading))


read_command.__doc__ = f"{read_command.__doc__}\n{EXAMPLES}"
