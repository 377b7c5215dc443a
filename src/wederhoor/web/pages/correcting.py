"""What people change: judging an item, setting a field, other words, adding a statement, joining, and taking each back."""

from __future__ import annotations

from typing import Annotated, Any, Literal

import msgspec
from fastapi import APIRouter, Depends, Form
from sqlalchemy import Connection
from starlette.responses import Response

from wederhoor.errors import WederhoorError
from wederhoor.records import Anchor, Correction, Layer, Reading, Span
from wederhoor.store.correct import anchor_item, anchor_words, correct, other_words, undo
from wederhoor.store.correcting import item_id, items_of, places_of
from wederhoor.store.joins import names_of_speaker
from wederhoor.store.judging import anchor_collision
from wederhoor.store.reading import shown
from wederhoor.store.rows import GAP
from wederhoor.web.answers import JSON, as_json
from wederhoor.web.ask import REFUSALS, Ask, Asked, Item, Number
from wederhoor.web.fields import spans_of
from wederhoor.web.forms import go_back
from wederhoor.web.pages.conflicts import across_part, judged_part, known_across
from wederhoor.web.queries import document_of

router = APIRouter(tags=["correcting"])
ALSO = " + "
"""Between the names of those whose words are one account: what it is called."""
MANY = 50
"""Names at most that one join takes."""
Text = Annotated[str, Form(max_length=500)]
Names = Annotated[list[str], Form(min_length=1, max_length=MANY)]
Back = Annotated[str, Form(max_length=2000, description="The page to go back to.")]
Place = Annotated[int | None, Form(ge=0, le=10**9, description="Code points from the beginning of the text.")]


def _quoted(
    start: Place = None,
    end: Place = None,
    words: Annotated[str, Form(max_length=5000, description="In place of start and end: the exact words.")] = "",
) -> tuple[int | None, int | None, str]:
    return start, end, words


Quoted = Annotated[tuple[int | None, int | None, str], Depends(_quoted)]
Verdict = Annotated[Literal["same", "different"], Form()]
DONE: dict[int | str, dict[str, Any]] = {
    **REFUSALS,
    200: {"description": "Done: the entry of the log", "content": {JSON: {}, "text/html": {}}},
    303: {"description": "Done: back to the page"},
}
Settable = Literal[
    "speaker", "attitude", "polarity", "certainty", "form", "kind", "country", "sector", "code", "mode", "modality",
    "sign", "cause_change", "effect_change", "from", "until",
]  # fmt: skip
Worded = Literal[
    "content", "cue", "source", "span", "trigger", "cause", "effect", "marker", "antecedent", "consequent", "condition"
]
JUDGMENTS: dict[str, Literal["confirm", "reject"]] = {"same": "confirm", "different": "reject"}


@router.post("/documents/{number}/{layer}/{item}/judge", response_class=Response, responses=DONE)
def judge(ask: Asked, number: Number, layer: Layer, item: Item, verdict: Verdict, back: Back = "/") -> Response:
    """Say of an item that it is right (``same``) or wrong (``different``)."""
    with ask.writing() as db:
        doc = document_of(db, number)
        part = judged_part(db, ask, number, item) if layer == "conflicts" and ask.by_htmx else None
        made = correct(db, ask.settings.who, JUDGMENTS[verdict], anchor_item(db, doc, layer, item))
    return part(made) if part else _done(ask, made, back)


@router.post("/conflicts/across/{number}/judge", response_class=Response, responses=DONE)
def judge_across(
    ask: Asked,
    number: Number,
    verdict: Verdict,
    seen: Annotated[str, Form(max_length=64, description="What the page knows the conflict by.")] = "",
    back: Back = "/conflicts/across",
) -> Response:
    """Say of two statements of two documents that they collide (``same``) or do not (``different``)."""
    with ask.writing() as db:
        known_across(db, number, seen)
        made = correct(db, ask.settings.who, JUDGMENTS[verdict], anchor_collision(db, number))
        if ask.by_htmx:
            return across_part(db, ask, number)
    return _done(ask, made, back)


@router.post("/documents/{number}/{layer}/{item}/set", response_class=Response, responses=DONE)
def set_field(
    ask: Asked,
    number: Number,
    layer: Layer,
    item: Item,
    field: Annotated[Settable, Form()],
    value: Text = "",
    back: Back = "/",
) -> Response:
    """Set what is known of an item, as far as it has that field; an empty value is none: a speaker who is not named."""
    payload = {"field": field, "value": " ".join(value.split()) or None}
    return _of_item(ask, number, layer, item, "set", payload, back)


@router.post("/documents/{number}/{layer}/{item}/words", response_class=Response, responses=DONE)
def set_words(
    ask: Asked,
    number: Number,
    layer: Layer,
    item: Item,
    field: Annotated[Worded, Form()],
    chosen: Quoted,
    back: Back = "/",
) -> Response:
    """Let a field of an item stand on other words of the text."""
    with ask.store.reading() as db:
        reading = shown(db, document_of(db, number)).reading
    start, end, words = chosen
    spans = _nearest(reading, layer, item, field, words) if words.strip() else [_span(reading, start, end)]
    return _of_item(ask, number, layer, item, "spans", other_words(reading, field, spans), back)


@router.post("/documents/{number}/actors/{item}/rename", response_class=Response, responses=DONE)
def rename(
    ask: Asked, number: Number, item: Item, name: Annotated[str, Form(min_length=1, max_length=500)], back: Back = "/"
) -> Response:
    """Give an actor of one document another name."""
    known = " ".join(name.split())
    if not known:
        raise WederhoorError("W908", why="a name has letters")
    return _of_item(ask, number, "actors", item, "rename", {"name": known}, back)


@router.post("/documents/{number}/actors/{item}/same", response_class=Response, responses=DONE)
def same_actor(ask: Asked, number: Number, item: Item, into: Text, back: Back = "/") -> Response:
    """Say of an actor of a document that he is another one of it, by that one's id."""
    with ask.writing() as db:
        doc = document_of(db, number)
        payload = {"into": msgspec.to_builtins(anchor_item(db, doc, "actors", into).quotes)}
        made = correct(db, ask.settings.who, "merge-actors", anchor_item(db, doc, "actors", item), payload)
    return _done(ask, made, back)


@router.post("/joins", response_class=Response, responses=DONE)
def join(
    ask: Asked,
    kind: Annotated[Literal["merge-actors", "join-holders", "merge-variables"], Form()],
    name: Text,
    member: Names,
    back: Back = "/",
) -> Response:
    """Say of the case that names are of one speaker, of one account, or of one variable of the models.

    An account is called by all of its members; a speaker and a variable by ``name``.
    """
    with ask.writing() as db:
        named = [" ".join(one.split()) for one in (name, *member)]
        if kind != "merge-variables":
            named = [known for one in named for known in names_of_speaker(db, one)]
        named = [*dict.fromkeys(named)]
        if kind == "merge-actors" and len(named) > 1 + len({*member}):
            raise WederhoorError("W809", why="an account of several is no speaker", remedy="Join its members by name.")
        called, members = (ALSO.join(named), named) if kind == "join-holders" else (named[0], named[1:])
        made = correct(db, ask.settings.who, kind, payload={"name": called, "members": members})
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
    with ask.writing() as db:
        reading = shown(db, document_of(db, number)).reading
        target: Anchor = anchor_words(reading, "attributions", [("content", _span(reading, start, end))])
        item = {"speaker": " ".join(speaker.split()) or None}
        made = correct(db, ask.settings.who, "add", target, {"item": item})
    return _done(ask, made, back)


@router.post("/corrections/{entry}/undo", response_class=Response, responses=DONE)
def undo_correction(
    ask: Asked,
    entry: Number,
    number: Annotated[int | None, Form(ge=1, le=2**31 - 1)] = None,
    item: Annotated[str, Form(max_length=100)] = "",
    across: Annotated[int | None, Form(ge=1, le=2**31 - 1)] = None,
    back: Back = "/",
) -> Response:
    """Take a correction back. With ``number`` and ``item``, or ``across``, of a conflict, the answer to htmx is that conflict."""
    with ask.writing() as db:
        made = undo(db, ask.settings.who, entry)
        if ask.by_htmx and number and item:
            return judged_part(db, ask, number, item)(None)
        if ask.by_htmx and across:
            return across_part(db, ask, across)
    return as_json(made) if _wants_json(ask) else go_back(back)


def _of_item(
    ask: Ask,
    number: int,
    layer: Layer,
    item: str,
    kind: Literal["set", "spans", "rename"],
    payload: dict[str, Any],
    back: str,
) -> Response:
    with ask.writing() as db:
        made = correct(db, ask.settings.who, kind, _anchor(db, number, layer, item), payload)
    return _done(ask, made, back)


def _anchor(db: Connection, number: int, layer: Layer, item: str) -> Anchor:
    return anchor_item(db, document_of(db, number), layer, item)


def _span(reading: Reading, start: int | None, end: int | None) -> Span:
    if start is None or end is None or not start < end <= len(reading.text):
        raise WederhoorError("W908", why="these words are not in the text")
    return start, end


def _nearest(reading: Reading, layer: Layer, item: str, field: str, words: str) -> list[Span]:
    """The exact words, parts of a list with a gap between them, each where it stands nearest to the words of now."""
    found = next((one for one in items_of(reading, layer) if item_id(one) == item), None)
    now = spans_of(found, field) if found else ()
    spans: list[Span] = []
    for part in words.split(GAP):
        quote = part.strip()
        near = spans[-1][1] if spans else now[0][0] if now else 0
        places = sorted(places_of(reading.text, quote), key=lambda at: abs(at - near))
        if not places:
            raise WederhoorError(
                "W809", why=f"“{quote}”: these words are not in the text", remedy="Quote it as it stands."
            )
        spans.append((places[0], places[0] + len(quote)))
    return spans


def _done(ask: Ask, made: Correction, back: str) -> Response:
    if _wants_json(ask):
        return as_json(made)
    place, _, anchor = back.partition("#")  # the page that is gone back to offers to undo it
    place += f"{'&' if '?' in place else '?'}made={made.id}"
    return go_back(f"{place}#{anchor}" if anchor else place)


def _wants_json(ask: Ask) -> bool:
    return JSON in ask.request.headers.get("accept", "")
