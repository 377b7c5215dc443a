"""``wederhoor events``: who did what to whom, where and when, as a table with one row per event."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from wederhoor.cli.case_input import Excel, Raw
from wederhoor.cli.destination import Destination
from wederhoor.cli.texts import (
    Actors,
    Date,
    HowToRead,
    Lang,
    Lexicon,
    MaxMb,
    Metadata,
    Pipeline,
    Sources,
    find_files,
    from_case,
    paths,
    read_each,
)
from wederhoor.documents import LIMIT_MB

if TYPE_CHECKING:
    from wederhoor.records import Document, Reading

EXAMPLES = """
**Examples**

    wederhoor events article.txt --date 2022-01-14 --out events.csv

    wederhoor events folder/ --format jsonl --out events.jsonl

    wederhoor events folder/ --excel --out for-a-spreadsheet.csv
"""


class EventsFormat(StrEnum):
    """How events are written."""

    csv = "csv"
    jsonl = "jsonl"


def events_command(
    sources: Sources,
    date: Date = None,
    metadata: Metadata = None,
    form: Annotated[
        EventsFormat, typer.Option("--format", "-f", help="csv, or jsonl with lists where a cell has several parts.")
    ] = EventsFormat.csv,
    out: Annotated[Path | None, typer.Option("--out", "-o", help="File to write.")] = None,
    excel: Excel = False,
    raw: Raw = False,
    lang: Lang = None,
    pipeline: Pipeline = None,
    actors: Actors = None,
    lexicon: Lexicon = None,
    max_mb: MaxMb = LIMIT_MB,
) -> None:
    """Read texts and write one row per event: who did what to whom, where and when, and on whose word."""
    files = find_files(sources, metadata)
    begun = False
    with Destination(out, paths(files), private=from_case(files)) as destination:

        def take(document: Document, reading: Reading) -> None:
            nonlocal begun
            from wederhoor.exchange.cells import Style
            from wederhoor.exchange.events import encode_csv, encode_jsonl, event_rows

            rows = event_rows(reading, document.publisher)
            style = Style(raw, excel)
            destination.write(
                encode_jsonl(rows) if form is EventsFormat.jsonl else encode_csv(rows, header=not begun, style=style)
            )
            begun = True

        read_each(files, HowToRead(date, lang, pipeline, max_mb, actors, metadata=metadata, lexicon=lexicon), take)


events_command.__doc__ = f"{events_command.__doc__}\n{EXAMPLES}"
