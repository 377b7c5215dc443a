"""What people change: judging an item, setting a field, other words, adding a statement, joining, and taking each back."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Literal

import msgspec
from fastapi import APIRouter, Depends, Form
from pydantic import AfterValidator, Field, WithJsonSchema
from sqlalchemy import Connection
from starlette.responses import Response

from wederhoor.errors import WederhoorError
from wederhoor.records import LAYERS, Anchor, Correction, Layer, Reading, Span
from wederhoor.store.corrections import anchor_in, anchor_words, correct, correct_in, other_words, undo
from wederhoor.store.joins import names_of_speaker
from wederhoor.store.reading import kept_document, shown
from wederhoor.web.answers import as_json
from wederhoor.web.ask import Ask, Asked, Item, Number
from wederhoor.web.forms import go_back
from wederhoor.web.pages.conflicts import across_part, known_across
from wederhoor.web.pages.saving import (
    DONE,
    Back,
    Change,
    Seen,
    SentForm,
    check_seen,
    done,
    nearest_words,
    part_of,
    wants_json,
)
from wederhoor.web.pages.texts import sent_again, take_in
from wederhoor.web.queries import document_of
from wederhoor.web.seen import StaleFormError, check_text, same_words

router = APIRouter(tags=["correcting"])
ALSO = " + "
"""Between the names of those whose words are one account: what it is called."""
MANY = 50
"""Names at most that one join takes."""
Text = Annotated[str, Form(max_length=500)]
Names = Annotated[list[str], Form(min_length=1, max_length=MANY)]
Numbers = Annotated[list[Annotated[int, Field(ge=1, le=2**31 - 1)]], Form(max_length=MANY)]
Place = Annotated[int | None, Form(ge=0, le=10**9, description="Code points from the beginning of the text.")]


def _quoted(
    start: Place = None,
    end: Place = None,
    words: Annotated[str, Form(max_length=5000, description="In place of start and end: the exact words.")] = "",
) -> tuple[int | None, int | None, str]:
    return start, end, words


Quoted = Annotated[tuple[int | None, int | None, str], Depends(_quoted)]


def _one_of(names: Iterable[str]) -> tuple[AfterValidator, WithJsonSchema]:
    """What makes a field of a form one of these names, and says so in the description of the server."""
    known = [*dict.fromkeys(names)]

    def checked(given: str) -> str:
        if given not in known:
            raise ValueError("no field of an item: " + ", ".join(known))
        return given

    return AfterValidator(checked), WithJsonSchema({"type": "string", "enum": known})


_SETTABLE = _one_of(name for layer in LAYERS.values() for name in layer.settable)
_WORDED = _one_of(name for layer in LAYERS.values() for name in layer.worded if name != "mentions")
Settable = Annotated[str, Form(), *_SETTABLE]
Worded = Annotated[str, Form(), *_WORDED]


@router.post("/documents/{number}/{layer}/{item}/set", response_class=Response, responses=DONE)
def set_field(
    ask: Asked,
    number: Number,
    layer: Layer,
    item: Item,
    field: Settable,
    sent: Seen,
    value: Text = "",
) -> Response:
    """Set what is known of an item, as far as it has that field; an empty value is none: a speaker who is not named."""
    payload = {"field": field, "value": " ".join(value.split()) or None}
    return _of_item(ask, number, layer, item, sent, ("set", payload))


@router.post("/documents/{number}/{layer}/{item}/words", response_class=Response, responses=DONE)
def set_words(
    ask: Asked,
    number: Number,
    layer: Layer,
    item: Item,
    field: Worded,
    chosen: Quoted,
    sent: Seen,
) -> Response:
    """Let a field of an item stand on other words of the text."""
    start, end, words = chosen
    with ask.writing() as db:
        kept = check_seen(db, number, layer, item, sent)
        reading = kept.shown.reading
        spans = nearest_words(reading, layer, item, field, words) if words.strip() else [_span(reading, start, end)]
        payload = other_words(reading, field, spans)
        made, _ = correct_in(db, kept, ask.settings.who, "spans", anchor_in(kept, layer, item), payload)
    return done(ask, (made,), sent.back)


@router.post("/documents/{number}/actors/{item}/rename", response_class=Response, responses=DONE)
def rename(
    ask: Asked,
    number: Number,
    item: Item,
    name: Annotated[str, Form(min_length=1, max_length=500)],
    sent: Seen,
) -> Response:
    """Give an actor of one document another name."""
    known = " ".join(name.split())
    if not known:
        raise WederhoorError("W908", why="a name has letters")
    return _of_item(ask, number, "actors", item, sent, ("rename", {"name": known}))


@router.post("/documents/{number}/actors/{item}/same", response_class=Response, responses=DONE)
def same_actor(ask: Asked, number: Number, item: Item, into: Text, sent: Seen) -> Response:
    """Say of an actor of a document that he is another one of it, by that one's id."""
    with ask.writing() as db:
        kept = check_seen(db, number, "actors", item, sent)
        payload = {"into": msgspec.to_builtins(anchor_in(kept, "actors", into).quotes)}
        made, _ = correct_in(db, kept, ask.settings.who, "merge-actors", anchor_in(kept, "actors", item), payload)
    return done(ask, (made,), sent.back)


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
            named = [known for one in named for known in names_of_speaker(db, one, silent=kind == "merge-actors")]
        named = [*dict.fromkeys(named)]
        if kind == "merge-actors" and len(named) > 1 + len({*member}):
            raise WederhoorError("W809", why="an account of several is no speaker", remedy="Join its members by name.")
        called, members = (ALSO.join(named), named) if kind == "join-holders" else (named[0], named[1:])
        made = correct(db, ask.settings.who, kind, payload={"name": called, "members": members})
    return done(ask, (made,), back)


@router.post("/documents/{number}/statements", response_class=Response, responses=DONE)
def add_statement(
    ask: Asked,
    number: Number,
    start: Annotated[int, Form(ge=0, le=10**9)],
    end: Annotated[int, Form(ge=1, le=10**9)],
    sent: Seen,
    speaker: Text = "",
) -> Response:
    """Add a statement on words of the text; offsets in code points."""
    with ask.writing() as db:
        kept = kept_document(db, document_of(db, number))
        reading = kept.shown.reading
        check_text(reading, sent.seen)
        target: Anchor = anchor_words(reading, "attributions", [("content", _span(reading, start, end))])
        item = {"speaker": " ".join(speaker.split()) or None}
        made, _ = correct_in(db, kept, ask.settings.who, "add", target, {"item": item})
    return done(ask, (made,), sent.back)


class _Of(msgspec.Struct, frozen=True):
    """The item that a page shows, by which it is to be told how that is now."""

    number: int | None
    layer: Layer
    item: str
    across: int | None
    quote: str


def _of(
    number: Annotated[int | None, Form(ge=1, le=2**31 - 1)] = None,
    layer: Annotated[Layer, Form()] = "conflicts",
    item: Annotated[str, Form(max_length=100)] = "",
    across: Annotated[int | None, Form(ge=1, le=2**31 - 1)] = None,
    quote: Annotated[str, Form(max_length=64)] = "",
) -> _Of:
    return _Of(number, layer, item, across, quote)


@router.post("/corrections/{entry}/undo", response_class=Response, responses=DONE)
def undo_correction(
    ask: Asked,
    entry: Number,
    of: Annotated[_Of, Depends(_of)],
    also: Numbers = [],  # noqa: B006  # FastAPI copies it
    back: Back = "/",
) -> Response:
    """Take a correction back, and with it others that were made at once.

    With ``number``, ``layer`` and ``item``, or ``across`` of a conflict between documents, the answer to htmx is that item.
    """
    with ask.writing() as db:
        for other in sorted(also, reverse=True):
            undo(db, ask.settings.who, other)
        made = _undone(db, ask, entry, of)
        sent = sent_again(db, made.id)
        if ask.by_htmx and of.number and of.item:
            part = part_of(db, ask, of.number, of.layer, of.item)
            return part(None) if part else Response()
        if ask.by_htmx and of.across:
            return across_part(db, ask, of.across)
    take_in(ask, sent)
    return as_json(made) if wants_json(ask) else go_back(back)


def _undone(db: Connection, ask: Ask, entry: int, of: _Of) -> Correction:
    """The undoing of a correction. Raises StaleFormError where a part of a page shows it, and it was taken back already."""
    try:
        return undo(db, ask.settings.who, entry)
    except WederhoorError as error:
        if error.code != "W809" or not ask.by_htmx:
            raise
        if of.across:
            raise StaleFormError(known_across(db, of.across, "").a_doc, "conflicts", None, of.across) from None
        if of.number is None:
            raise
        reading = shown(db, document_of(db, of.number)).reading
        raise StaleFormError(reading.doc, of.layer, same_words(reading, of.layer, of.item, of.quote)) from None


def _of_item(
    ask: Ask,
    number: int,
    layer: Layer,
    item: str,
    sent: SentForm,
    change: Change,
) -> Response:
    with ask.writing() as db:
        kept = check_seen(db, number, layer, item, sent)
        made, _ = correct_in(db, kept, ask.settings.who, change[0], anchor_in(kept, layer, item), change[1])
    return done(ask, (made,), sent.back)


def _span(reading: Reading, start: int | None, end: int | None) -> Span:
    if start is None or end is None or not start < end <= len(reading.text):
        raise WederhoorError("W908", why="these words are not in the text")
    return start, end
