"""The log of corrections: who said what of which words, and what was taken back."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Annotated, Any, Final

import msgspec
from fastapi import APIRouter, Form, Query
from sqlalchemy import Connection
from starlette.responses import Response

from wederhoor.errors import WederhoorError
from wederhoor.records import Anchor, Correction, with_gaps
from wederhoor.store.agreement import words_of
from wederhoor.store.corrections import correct
from wederhoor.store.joins import lost_joins
from wederhoor.store.log import correctors, latest_entries, undone_among, whole_log
from wederhoor.store.partings import parting_entry
from wederhoor.store.remarks import LONGEST, notes_on
from wederhoor.web.ask import Asked, Number, shown_at
from wederhoor.web.pages.saving import DONE, done
from wederhoor.web.queries import document_numbers

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
def corrections(
    ask: Asked,
    after: Annotated[str | None, Query(max_length=20, description="The number of the entry before the page.")] = None,
    who: Annotated[str | None, Query(max_length=500, description="Only what this person said.")] = None,
) -> Response:
    """The log of corrections, the latest first."""
    if after is not None and not (after.isascii() and after.isdecimal()):
        raise WederhoorError("W908", why="after is no number")
    with ask.store.reading() as db:
        if ask.form != "html":
            rows = tuple(_row(one) for one in reversed(whole_log(db)) if who in {None, one.who})
            return ask.answer("", _Log(rows), rows, LogRow)
        log = latest_entries(db, SHOWN + 1, int(after) if after else None, who)
        rows = tuple(map(_row, log[:SHOWN]))
        shown = _around(db, log)
    return ask.answer("corrections.html.j2", _Log(rows), rows, LogRow, **shown, ask_after=after, who=who)


def _around(db: Connection, log: Sequence[Correction]) -> dict[str, Any]:
    """What the page shows beside the entries; ``log`` has one more where it goes on."""
    rows = [_row(one) for one in log[:SHOWN]]
    return {
        "described": {one.id: one.payload["told"] for one in log if one.kind == "describe"},
        "layers": {one.id: one.target.layer for one in log if one.target},
        "undone": undone_among(db, [row.id for row in rows]),
        "notes": notes_on(db, [row.id for row in rows]),
        "people": [one.who for one in correctors(db)],
        "numbers": document_numbers(db, {doc for row in rows for doc in (row.doc, row.other) if doc}),
        "lost": lost_joins(db),
        "more": str(rows[-1].id) if len(log) > SHOWN else None,
    }


@router.post("/corrections/{entry}/note", response_class=Response, responses=DONE, tags=["correcting"])
def note(
    ask: Asked,
    entry: Number,
    text: Annotated[str, Form(min_length=1, max_length=LONGEST, description="What is said of the entry.")],
    back: Annotated[str, Form(max_length=2000, description="The page to go back to.")] = "/corrections",
) -> Response:
    """Say something of an entry of the log. It is an entry itself, and can be taken back."""
    with ask.writing() as db:
        made = correct(db, ask.settings.who, "note", payload={"of": entry, "text": text.strip()})
    return done(ask, (made,), back)


class _Log(msgspec.Struct, frozen=True):
    rows: tuple[LogRow, ...]


def _row(made: Correction) -> LogRow:
    return LogRow(
        id=made.id,
        at=made.at,
        who=made.who,
        kind=made.kind,
        doc=made.target.doc if made.target else made.payload.get("doc"),
        other=made.target.other.doc if made.target and made.target.other else None,
        quote=told(made.target),
        field=made.payload.get("field"),
        value=_value(made),
        undoes=made.undoes,
    )


def told(anchor: Anchor | None) -> str:
    """The words that a correction is of; of a conflict between documents those of both sides."""
    return "" if anchor is None else words_of(anchor)


def _described(said: Mapping[str, Any]) -> str:
    return ", ".join(f"{field} = {value or '–'}" for field, value in said["told"].items())


SAID: Final[Mapping[str, Callable[[Mapping[str, Any]], str]]] = {
    "outcome": lambda said: f"{said['outcome']}: {said['source']}",
    "note": lambda said: f"#{said['of']}: {said['text']}",
    "describe": _described,
}
"""What an entry says in words of its own, by its kind."""


def _value(made: Correction) -> str | None:
    """What was set, said or joined."""
    said = made.payload
    if made.kind == "part-actors":
        return f"{said['name']}: {' ≠ '.join(map(', '.join, parting_entry(made).docs))}"
    if "members" in said:
        return f"{said['name']} = {', '.join(said['members'])}"
    sides = [quote for side in said.get("sides", ()) for quote in side["quotes"]]
    quotes = [quote["quote"] for quote in (*said.get("quotes", ()), *said.get("into", ()), *sides)]
    if quotes:
        named = f"{said['name']}: " if sides and said.get("name") else ""
        return named + with_gaps(quotes)
    if made.kind in SAID:
        return SAID[made.kind](said)
    item = said.get("item")
    value = said.get("value", said.get("name", item.get("speaker") if isinstance(item, dict) else None))
    return None if value is None else str(value)
