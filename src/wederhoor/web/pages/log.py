"""The log of corrections: who said what of which words, and what was taken back."""

from __future__ import annotations

from typing import Final

import msgspec
from fastapi import APIRouter
from starlette.responses import Response

from wederhoor.records import Anchor, Correction
from wederhoor.store.log import latest_entries, whole_log
from wederhoor.store.rows import GAP
from wederhoor.web.ask import Asked, shown_at

router = APIRouter()
SHOWN: Final = 100
"""Entries on the page; the table and the JSON have all."""


class LogRow(msgspec.Struct, frozen=True, kw_only=True):
    """An entry of the log in a table."""

    id: int
    at: str
    who: str
    kind: str
    doc: str | None
    other: str | None
    """The other document, of a conflict between two."""
    quote: str
    field: str | None
    value: str | None
    undoes: int | None


@shown_at(router, "/corrections")
def corrections(ask: Asked) -> Response:
    """The log of corrections, the latest first."""
    with ask.store.reading() as db:
        log = latest_entries(db, SHOWN) if ask.form == "html" else [*reversed(whole_log(db))]
    rows = tuple(_row(one) for one in log)
    undone = {row.undoes for row in rows}
    return ask.answer("corrections.html.j2", _Log(rows), rows, LogRow, undone=undone)


class _Log(msgspec.Struct, frozen=True):
    rows: tuple[LogRow, ...]


def _row(made: Correction) -> LogRow:
    return LogRow(
        id=made.id,
        at=made.at,
        who=made.who,
        kind=made.kind,
        doc=made.target.doc if made.target else None,
        other=made.target.other.doc if made.target and made.target.other else None,
        quote=told(made.target),
        field=made.payload.get("field"),
        value=_value(made),
        undoes=made.undoes,
    )


def told(anchor: Anchor | None) -> str:
    """The words that a correction is of; of a conflict between documents those of both sides."""
    if anchor is None:
        return ""
    words = GAP.join(quote.quote for quote in anchor.quotes if quote.part != "cue")
    return f"{words} ↔ {told(anchor.other)}" if anchor.other else words


def _value(made: Correction) -> str | None:
    """What was set, said or joined."""
    said = made.payload
    if "members" in said:
        return f"{said['name']} = {', '.join(said['members'])}"
    quotes = [quote["quote"] for quote in (*said.get("quotes", ()), *said.get("into", ()))]
    if quotes:
        return GAP.join(quotes)
    item = said.get("item")
    value = said.get("value", said.get("name", item.get("speaker") if isinstance(item, dict) else None))
    return None if value is None else str(value)
