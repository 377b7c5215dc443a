"""``wederhoor events``: who did what to whom, where and when, as a table with one row per event."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from wederhoor.cli.case_input import Excel, Raw
from wederhoor.cli.destination import Destination
from wederhoor.cli.shared_options import with_shared_options
from wederhoor.cli.texts import How, Sources, find_files, from_case, paths, read_each

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


@with_shared_options
def events_command(
    sources: Sources,
    form: Annotated[
        EventsFormat, typer.Option("--format", "-f", help="csv, or jsonl with lists where a cell has several parts.")
    ] = EventsFormat.csv,
    out: Annotated[Path | None, typer.Option("--out", "-o", help="File to write.")] = None,
    excel: Excel = False,
    raw: Raw = False,
    *,
    how: How,
) -> None:
    """Read texts and write one row per event: who did what to whom, where and when, and on whose word."""
    files = find_files(sources, how.metadata)
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

        read_each(files, how, take)


events_command.__doc__ = f"{events_command.__doc__}\n{EXAMPLES}"
