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

    wederhoor read articles.jsonl --to corpus/

    wederhoor read corpus/ --where "date >= '2031-01-01' AND text LIKE '%harbour%'" --into harbour.db
"""
To = Annotated[
    Path | None,
    typer.Option(
        "--to", metavar="FOLDER", help="Read a corpus of any size into Parquet tables; what is there is kept."
    ),
]
Where = Annotated[
    str | None,
    typer.Option(
        metavar="SQL",
        help="With --into: of a corpus that --to made, the documents for which this holds, without reading again.",
    ),
]
Workers = Annotated[
    int | None, typer.Option(min=1, help="With --to: processes; as many as there are cores if left out.")
]
Scheduler = Annotated[
    str | None,
    typer.Option(
        metavar="ADDRESS", help="With --to: read on the Dask cluster of this scheduler, as in tcp://10.0.0.1:8786."
    ),
]
PerPartition = Annotated[
    int, typer.Option("--partition", min=1, help="With --to: texts in one file of a table, about.")
]


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
    to: To = None,
    where: Where = None,
    workers: Workers = None,
    scheduler: Scheduler = None,
    partition: PerPartition = 500,
    again: Annotated[
        bool, typer.Option("--again", help="With --into or --to: read what has not changed, too.")
    ] = False,
    excel: Excel = False,
    raw: Raw = False,
    *,
    how: How,
) -> None:
    """Read texts and say who says what, each statement with its exact words and its exact speaker."""
    _refuse_mixtures(out, into, to, where)
    if to is not None:
        from wederhoor.cli.read_to import cores, read_to
        from wederhoor.corpora.run import Hands

        read_to(to, sources, how, Hands(workers or cores(), scheduler), partition, again=again)
        return
    if into is not None and where is not None:
        from wederhoor.cli.read_part import read_part

        read_part(sources, where, into)
        return
    files = find_files(sources, how.metadata)
    if into is not None:
        read_into(into, files, how, again=again)
        return
    style, private = Style(raw, excel), from_case(files)
    with Sink(form, out, many=len(files) > 1, texts=paths(files), private=private, style=style) as sink:
        read_each(files, how, lambda _, reading: sink.write(reading))


def _refuse_mixtures(out: Path | None, into: str | None, to: Path | None, where: str | None) -> None:
    """Readings go to one place. Raises BadParameter."""
    if into is not None and out is not None:
        raise typer.BadParameter("--into keeps the readings in a case; leave --out away.")
    if to is not None and (out is not None or into is not None or where is not None):
        raise typer.BadParameter("--to writes tables; leave --out, --into and --where away.")
    if where is not None and into is None:
        raise typer.BadParameter("--where chooses of a corpus what comes into a case; say which: --into CASE.")


read_command.__doc__ = f"{read_command.__doc__}\n{EXAMPLES}"
