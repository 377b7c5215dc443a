"""What the commands on a case share: the texts read together, the coalitions in them, and where the result goes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import msgspec
import typer

from wederhoor.api.case import OpenCase, put_together
from wederhoor.cli.case_part import ChosenPart, at_work
from wederhoor.cli.destination import Destination
from wederhoor.cli.shared_options import Shared
from wederhoor.cli.terminal import plain
from wederhoor.cli.texts import Found, How, HowToRead, find_files, from_case, paths, said_of, study_some
from wederhoor.documents import checked_day

if TYPE_CHECKING:
    from rich.console import RenderableType

    from wederhoor.records import Document, Study

Join = Annotated[
    list[str] | None,
    typer.Option(metavar="NAME=ONE,OTHER", help="Holders whose word counts as one account, under a name of your own."),
]
Out = Annotated[Path | None, typer.Option("--out", "-o", help="File to write.")]
Excel = Annotated[bool, typer.Option("--excel", help="CSV as Excel opens it: a byte order mark, and semicolons.")]
Raw = Annotated[
    bool, typer.Option("--raw", help="CSV without the ' before words that a spreadsheet would run as a formula.")
]


def how_to_read_part(how: How, chosen: ChosenPart) -> HowToRead:
    """What a user says of the texts of a case, and which of them he means."""
    return msgspec.structs.replace(how, part=chosen)


HowPart = Annotated[HowToRead, Shared(how_to_read_part)]


class TableFormat(StrEnum):
    """How a list of items is written."""

    text = "text"
    csv = "csv"
    json = "json"


def due_day(due: str) -> str:
    """The day of an option ``--due``: ISO 8601, or that of today. Raises W107 if it is neither."""
    if due == "today":
        return dt.datetime.now(tz=dt.UTC).astimezone().date().isoformat()
    return checked_day(due, "--due")


def with_case(
    sources: list[str],
    how: HowToRead,
    joins: list[str] | None,
    out: Path | None,
    encode: Callable[[OpenCase], bytes | RenderableType],
) -> None:
    """Read texts as ``read_case`` does, and write what ``encode`` makes of them: bytes, or a view for the terminal.

    Exit code 2 where one was left out because it could not be read.
    """
    files = find_files(sources, how.metadata)
    opened = read_case(files, how, joins)
    with Destination(out, paths(files), private=from_case(files)) as destination:
        result = encode(opened)
        if isinstance(result, bytes):
            destination.write(result)
        elif (data := plain(result, out)) is not None:
            destination.write(data)
    if not opened.complete:
        raise typer.Exit(2)


def read_case(files: list[Found], how: HowToRead, joins: Sequence[str] | None) -> OpenCase:
    """Read texts and put them side by side. One that cannot be read, or that repeats another, is told and left out.

    Raises WederhoorError as ``build_case`` does and where no text could be read; ends the command where nothing is left.
    """
    studies: list[Study] = []
    publishers: dict[str, str | None] = {}

    def take(document: Document, study: Study) -> None:
        studies.append(study)
        publishers[document.doc] = document.publisher

    complete = study_some(files, how, take)
    if not studies:
        raise typer.Exit(0 if complete else 2)
    said = said_of(files)
    with at_work(len(studies), "Comparing"):
        opened = put_together(studies, joins or (), said, publishers, lexicon=how.lexicon)
    for told in opened.notices:
        typer.echo(f"wederhoor: {told}", err=True)
    return msgspec.structs.replace(opened, complete=complete)
