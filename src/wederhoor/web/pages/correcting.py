"""What people change: judging an item, setting a field, adding a statement, and taking each back. All of it goes into the log."""

from __future__ import annotations

from typing import Annotated, Any, Literal

import msgspec
from fastapi import APIRouter, Form
from starlette.responses import Response

from wederhoor.errors import WederhoorError
from wederhoor.records import Anchor, Correction, Layer
from wederhoor.store.correct import anchor_item, anchor_words, correct, undo
from wederhoor.store.log import latest_entries, whole_log
from wederhoor.store.reading import shown
from wederhoor.web.answers import JSON, as_json
from wederhoor.web.ask import REFUSALS, Ask, Asked, Item, Number, shown_at
from wederhoor.web.forms import go_back
from wederhoor.web.pages.conflicts import judged_part
from wederhoor.web.queries import document_of

router = APIRouter(tags=["correcting"])
SHOWN = 100
"""Entries on the page; the table and the JSON have all."""
Text = Annotated[str, Form(max_length=500)]
Back = Annotated[str, Form(max_length=2000, description="The page to go back to.")]
DONE: dict[int | str, dict[str, Any]] = {
    **REFUSALS,
    200: {"description": "Done: the entry of the log", "content": {JSON: {}, "text/html": {}}},
    303: {"description": "Done: back to the page"},
}
Field = Literal["speaker", "attitude", "polarity", "certainty", "form"]
JUDGMENTS: dict[str, Literal["confirm", "reject"]] = {"same": "confirm", "different": "reject"}


class LogRow(msgspec.Struct, frozen=True, kw_only=True):
    """An entry of the log in a table."""

    id: int
    at: str
    who: str
    kind: str
    doc: str | None
    quote: str
    field: str | None
    value: str | None
    undoes: int | None


@router.post("/documents/{number}/{layer}/{item}/judge", response_class=Response, responses=DONE)
def judge(
    ask: Asked,
    number: Number,
    layer: Layer,
    item: Item,
    verdict: Annotated[Literal["same", "different"], Form()],
    back: Back = "/",
) -> Response:
    """Say of an item that it is right (``same``) or wrong (``different``)."""
    with ask.store.writing() as db:
        doc = document_of(db, number)
        part = judged_part(db, ask, number, item) if layer == "conflicts" and ask.by_htmx else None
        made = correct(db, ask.settings.who, JUDGMENTS[verdict], anchor_item(db, doc, layer, item))
    return part(made) if part else _done(ask, made, back)


@router.post("/documents/{number}/statements/{item}/set", response_class=Response, responses=DONE)
def set_field(
    ask: Asked, number: Number, item: Item, field: Annotated[Field, Form()], value: Text = "", back: Back = "/"
) -> Response:
    """Set what is known of a statement: its speaker (empty: nobody by name), attitude, polarity, certainty or form."""
    known = None if field == "speaker" and not value.strip() else " ".join(value.split())
    with ask.store.writing() as db:
        doc = document_of(db, number)
        target = anchor_item(db, doc, "attributions", item)
        made = correct(db, ask.settings.who, "set", target, {"field": field, "value": known})
    return _done(ask, made, back)


@router.post("/documents/{number}/statements", response_class=Response, responses=DONE)
def add_statement(
    ask: Asked,
    number: Number,
    start: Annotated[int, Form(ge=0, le=10**9)],
    end: Annotated[int, Form(ge=1, le=10**9)],
    speaker: Text = "",
    back: Back = "/",
) -> Response:
    """Add a statement on words of the text; offsets in code points."""
    with ask.store.writing() as db:
        reading = shown(db, document_of(db, number)).reading
        if not start < end <= len(reading.text):
            raise WederhoorError("W908", why="these words are not in the text")
        target: Anchor = anchor_words(reading, "attributions", [("content", (start, end))])
        item = {"speaker": " ".join(speaker.split()) or None}
        made = correct(db, ask.settings.who, "add", target, {"item": item})
    return _done(ask, made, back)


@router.post("/corrections/{entry}/undo", response_class=Response, responses=DONE)
def undo_correction(
    ask: Asked,
    entry: Number,
    number: Annotated[int | None, Form(ge=1, le=2**31 - 1)] = None,
    item: Annotated[str, Form(max_length=100)] = "",
    back: Back = "/",
) -> Response:
    """Take a correction back. With ``number`` and ``item``, of a conflict, the answer to htmx is that conflict."""
    with ask.store.writing() as db:
        made = undo(db, ask.settings.who, entry)
        if ask.by_htmx and number and item:
            return judged_part(db, ask, number, item)(None)
    return as_json(made) if _wants_json(ask) else go_back(back)


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
    item = made.payload.get("item")
    value = made.payload.get("value", item.get("speaker") if isinstance(item, dict) else None)
    return LogRow(
        id=made.id,
        at=made.at,
        who=made.who,
        kind=made.kind,
        doc=made.target.doc if made.target else None,
        quote=" … ".join(quote.quote for quote in made.target.quotes if quote.part != "cue") if made.target else "",
        field=made.payload.get("field"),
        value=None if value is None else str(value),
        undoes=made.undoes,
    )


def _done(ask: Ask, made: Correction, back: str) -> Response:
    if _wants_json(ask):
        return as_json(made)
    place, _, anchor = back.partition("#")  # the page that is gone back to offers to undo it
    place += f"{'&' if '?' in place else '?'}made={made.id}"
    return go_back(f"{place}#{anchor}" if anchor else place)


def _wants_json(ask: Ask) -> bool:
    return JSON in ask.request.headers.get("accept", "")
