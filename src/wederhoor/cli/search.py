"""``wederhoor search``: words in the statements or the sentences of a case, in any of their forms."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import msgspec
import typer

if TYPE_CHECKING:
    from rich.text import Text

    from wederhoor.records import Span
    from wederhoor.store.row_types import StatementRow
    from wederhoor.store.search import SentenceRow

EXAMPLES = """
**Examples**

    wederhoor search harbour.db haven sluiten

    wederhoor search harbour.db '"open blijven"' --speaker Veldkamp

    wederhoor search harbour.db 'kade*' --sentences --format jsonl
"""
SHOWN = 20


class SearchFormat(StrEnum):
    """How what was found is written."""

    text = "text"
    jsonl = "jsonl"


def search_command(
    case: Annotated[str, typer.Argument(metavar="CASE", help="The file of a case, or its address.")],
    words: Annotated[
        list[str],
        typer.Argument(
            metavar="WORD...", help='All must be there, in any form; WORD* for a beginning, "..." for a phrase.'
        ),
    ],
    speaker: Annotated[
        str | None, typer.Option(metavar="NAME", help="Only what this speaker says; a part of the name will do.")
    ] = None,
    doc: Annotated[str | None, typer.Option(metavar="NAME", help="Only in this document.")] = None,
    sentences: Annotated[
        bool, typer.Option("--sentences", help="Search the sentences of the texts, whoever's words they are.")
    ] = False,
    limit: Annotated[int, typer.Option(min=1, max=10_000, help="How many to show.")] = SHOWN,
    form: Annotated[
        SearchFormat, typer.Option("--format", "-f", help="text for the terminal, jsonl for one object per line.")
    ] = SearchFormat.text,
) -> None:
    """Find the statements of a case that hold all these words, in any of their forms, with what stands beside them."""
    from wederhoor.store import one_speaker, open_store, search_sentences, search_statements

    query = " ".join(words)
    with open_store(case) as store, store.reading() as db:
        rows: Sequence[SentenceRow | StatementRow]
        if sentences:
            found = search_sentences(db, query, doc=doc, limit=limit)
            rows, marks, total, most = found.rows, found.marks, found.total, found.most
        else:
            who = None if speaker is None else one_speaker(db, speaker)
            said = search_statements(db, query, speaker=who, doc=doc, limit=limit)
            rows, marks, total, most = said.rows, said.marks, said.total, said.most
    if form is SearchFormat.jsonl:
        for row, spans in zip(rows, marks, strict=True):
            typer.echo(msgspec.json.encode({**msgspec.to_builtins(row), "marks": spans}).decode())
        return
    _show(rows, marks, "sentences" if sentences else "statements", f"{most} or more" if total >= most else str(total))


def _show(
    rows: Sequence[SentenceRow | StatementRow], marks: tuple[tuple[Span, ...], ...], what: str, total: str
) -> None:
    from rich.console import Console

    console = Console(highlight=False, soft_wrap=True)
    for number, row in enumerate(rows):
        console.print(_view(row, marks[number]))
    console.print(f"{len(rows)} of {total} {what}")


def _view(row: SentenceRow | StatementRow, marks: tuple[Span, ...]) -> Text:
    from rich.text import Text

    from wederhoor.store.row_types import StatementRow

    if isinstance(row, StatementRow):
        head, words = f"{row.doc} {row.item} · {row.date or '-'} · {row.speaker or '?'} ({row.attitude})", row.quote
    else:
        head, words = f"{row.doc} · {row.date or '-'}", row.text
    marked = Text(words)
    for start, end in marks:
        marked.stylize("bold yellow", start, end)
    around = (_line(row.before)[-80:], _line(row.after)[:80])
    view = Text.assemble(
        (head, "bold"), "\n  ", (f"{around[0]} ", "dim"), "[", marked, "]", (f" {around[1]}", "dim"), "\n"
    )
    return Text("\n").join(view.split("\n"))


def _line(words: str) -> str:
    return " ".join(words.split())


search_command.__doc__ = f"{search_command.__doc__}\n{EXAMPLES}"
