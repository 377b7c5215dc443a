"""``wederhoor read``: who says what in files, folders or standard input."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from wederhoor.cli.sink import Format, Sink
from wederhoor.documents import LIMIT_MB, TextFile, find_texts, load_document, require_pack
from wederhoor.errors import WederhoorError, notice_of

if TYPE_CHECKING:
    from wederhoor.records import Document, Reading

STOPPING = {"W107", "W201", "W202", "W203", "W401", "W501", "W502", "W503", "W504", "W505"}
"""Messages that would be the same for every text."""
EXAMPLES = """
**Examples**

    wederhoor read article.txt

    wederhoor read article.txt --date 2022-01-14 --format html --out article.html

    wederhoor read folder/ --format jsonl --out readings.jsonl

    cat article.txt | wederhoor read -
"""


def read_command(
    sources: Annotated[
        list[str],
        typer.Argument(metavar="FILE...", help="Texts (.txt, .md), folders of them, or - for standard input."),
    ],
    date: Annotated[str | None, typer.Option(help="The date of the texts, YYYY-MM-DD.")] = None,
    form: Annotated[
        Format, typer.Option("--format", "-f", help="text for the terminal, html for one self-contained page.")
    ] = Format.text,
    out: Annotated[
        Path | None, typer.Option("--out", "-o", help="File to write; a folder for one file a text.")
    ] = None,
    lang: Annotated[
        str | None, typer.Option(help="Language of the texts (nl); found out where it is left out.")
    ] = None,
    pipeline: Annotated[
        str | None, typer.Option(help="An installed spaCy pipeline with UD labels, in place of the shipped one.")
    ] = None,
    actors: Annotated[
        Path | None, typer.Option(help="A TOML file with actors of your own: names, aliases, kinds, countries.")
    ] = None,
    max_mb: Annotated[int, typer.Option(min=1, help="Largest text to read, in millions of bytes.")] = LIMIT_MB,
) -> None:
    """Read texts and say who says what, each statement with its exact words and its exact speaker."""
    files = _files(sources)
    failures: list[WederhoorError] = []
    with Sink(form, out, many=len(files) > 1, texts=[file.path for file in files if file]) as sink:
        for file in sink.progress(files, "Reading"):
            try:
                document = _load(file, date, lang, max_mb)
                sink.write(_reader(document, lang, pipeline, actors)(document))
            except WederhoorError as error:
                if len(files) == 1 or error.code in STOPPING:
                    raise
                failures.append(error)
                typer.echo(f"wederhoor: {notice_of(error)}", err=True)
    if failures:
        typer.echo(f"wederhoor: {len(files) - len(failures)} of {len(files)} texts were read.", err=True)
        raise typer.Exit(2)


read_command.__doc__ = f"{read_command.__doc__}\n{EXAMPLES}"


def _files(sources: list[str]) -> list[TextFile | None]:
    """The texts in the order of the arguments, each once; None stands for standard input."""
    files: list[TextFile | None] = [*find_texts(source for source in sources if source != "-")]
    if "-" in sources:
        files.insert(len(find_texts(sources[: sources.index("-")])), None)
    return files


def _load(file: TextFile | None, date: str | None, lang: str | None, max_mb: int) -> Document:
    if file is None:
        document = load_document(sys.stdin.buffer, lang=lang, date=date, limit_mb=max_mb)
    else:
        document = load_document(file.path, doc=file.doc, lang=lang, date=date, limit_mb=max_mb)
    if lang is None:
        from wederhoor.languages.pack import available_languages

        require_pack(document, available_languages(), where=str(file.path) if file else None)
    return document


def _reader(
    document: Document, lang: str | None, pipeline: str | None, actors: Path | None
) -> Callable[[Document], Reading]:
    from wederhoor.reading import open_reader

    return open_reader(lang or document.lang, pipeline, actors)
