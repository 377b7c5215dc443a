"""Saving what a form holds: all of its fields at once, of the item that its reader saw, and the way back from there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Annotated, Any

import msgspec
from fastapi import APIRouter, Depends, Form, Request
from sqlalchemy import Connection
from starlette.datastructures import FormData
from starlette.responses import Response

from wederhoor.errors import WederhoorError
from wederhoor.records import GAP, LAYERS, Correction, CorrectionKind, Layer, Reading, Span, item_id
from wederhoor.records import Item as Found
from wederhoor.store.corrections import anchor_in, correct_in, other_words
from wederhoor.store.overlay import items_of, places_of
from wederhoor.store.reading import KeptDocument, kept_document
from wederhoor.store.review_queue import waiting_items
from wederhoor.web.answers import JSON, as_json
from wederhoor.web.ask import REFUSALS, Ask, Asked, Item, Number
from wederhoor.web.fields import spans_of, value_of, words_of_field
from wederhoor.web.flash import flash
from wederhoor.web.forms import came_from, go_back
from wederhoor.web.pages.conflicts import checked_conflict, judged_part
from wederhoor.web.pages.review import review_part
from wederhoor.web.queries import document_of
from wederhoor.web.seen import check_item, check_queue

router = APIRouter(tags=["correcting"])
DONE: dict[int | str, dict[str, Any]] = {
    **REFUSALS,
    200: {"description": "Done: the entry of the log, or several", "content": {JSON: {}, "text/html": {}}},
    303: {"description": "Done: back to the page"},
}
LONGEST = 5_000
"""Characters of one field."""
VERDICTS: dict[str, CorrectionKind] = {"same": "confirm", "different": "reject"}
Back = Annotated[str, Form(max_length=2000, description="The page to go back to.")]
Part = Callable[[Correction | None], Response]
Change = tuple[CorrectionKind, dict[str, Any]]


class SentForm(msgspec.Struct, frozen=True):
    """What a form says that its reader saw; both are empty where no page sent it."""

    seen: str
    quote: str
    back: str = "/"
    """The page to go back to."""


def _sent(
    seen: Annotated[str, Form(max_length=64, description="What the page knows the item by, as it was then.")] = "",
    quote: Annotated[str, Form(max_length=64, description="What it knows the item's words by.")] = "",
    back: Back = "/",
) -> SentForm:
    return SentForm(seen, quote, back)


Seen = Annotated[SentForm, Depends(_sent)]


def check_seen(db: Connection, number: int, layer: Layer, item: str, sent: SentForm) -> KeptDocument:
    """The document, if the item is still what the form shows. Raises W808 and StaleFormError."""
    kept = kept_document(db, document_of(db, number))
    reading = kept.shown.reading
    if sent.seen.startswith("c"):
        checked_conflict(db, number, reading, item, sent.seen, sent.quote)
    elif sent.seen.startswith("q"):
        check_queue(db, reading, number, layer, item, sent.seen, sent.quote)
    elif sent.seen:
        check_item(reading, layer, item, sent.seen, sent.quote, waiting_items(db, number))
    return kept


def part_of(db: Connection, ask: Ask, number: int, layer: Layer, item: str) -> Part | None:
    """What makes the part of the page that htmx asked for, once the correction is made; None where it shows no such part."""
    if came_from(ask.request, "").partition("?")[0] == "/review":
        return review_part(db, ask, number, layer, item)
    return judged_part(db, ask, number, item) if layer == "conflicts" else None


async def _all_fields(request: Request) -> FormData:
    return await request.form()


@router.post("/documents/{number}/{layer}/{item}/save", response_class=Response, responses=DONE)
def save(
    ask: Asked, number: Number, layer: Layer, item: Item, given: Annotated[FormData, Depends(_all_fields)]
) -> Response:
    """Save a whole form: what differs in it from what is there, and the verdict whose button was pressed, or nothing of it.

    ``set.FIELD`` and ``words.FIELD`` have the fields and their words, ``name`` and ``into`` those of an actor.
    """
    fields = {name: value for name, value in given.items() if isinstance(value, str)}
    if any(len(value) > LONGEST for value in fields.values()):
        raise WederhoorError("W908", why=f"a field has more than {LONGEST} characters")
    sent = SentForm(fields.get("seen", ""), fields.get("quote", ""), fields.get("back", f"/documents/{number}"))
    with ask.writing() as db:
        kept = check_seen(db, number, layer, item, sent)
        reading = kept.shown.reading
        found = next((one for one in items_of(reading, layer) if item_id(one) == item), None)
        if found is None:
            raise WederhoorError("W808", what="item", name=item, where=kept.doc, remedy="Load the document again.")
        wanted = changes(kept, layer, found, fields)
        if fields.get("verdict") in VERDICTS:
            wanted.insert(len(wanted) - _ends(wanted), (VERDICTS[fields["verdict"]], {}))
        made: list[Correction] = []
        for kind, payload in wanted:  # each finds the item where the one before left it
            one, kept = correct_in(db, kept, ask.settings.who, kind, anchor_in(kept, layer, item), payload)
            made.append(one)
    return done(ask, made, sent.back)


def changes(kept: KeptDocument, layer: Layer, item: Found, fields: dict[str, str]) -> list[Change]:
    """What a form changes of an item, in the order in which it is to be made. Raises W808 and W809."""
    found: list[Change] = []
    reading = kept.shown.reading
    for field in LAYERS[layer].offered:
        now = value_of(item, field)
        value = fields.get(f"set.{field}", now)
        if not _same_letters(value, now):
            found.append(("set", {"field": field, "value": " ".join(value.split()) or None}))
    name = " ".join(fields.get("name", "").split())
    if layer == "actors" and name and not _same_letters(name, value_of(item, "name")):
        found.append(("rename", {"name": name}))
    for field, now in words_of_field(layer, item, reading.text).items():
        words = fields.get(f"words.{field}", "").strip()
        if words and not _same_letters(words, now):
            spans = nearest_words(reading, layer, item_id(item) or "", field, words)
            found.append(("spans", other_words(reading, field, spans)))
    if layer == "actors" and fields.get("into"):  # last: it is gone then
        into = anchor_in(kept, "actors", fields["into"]).quotes
        found.append(("merge-actors", {"into": msgspec.to_builtins(into)}))
    return found


def _ends(wanted: Sequence[Change]) -> int:
    """How many changes at the end leave no item behind."""
    return sum(kind == "merge-actors" for kind, _ in wanted)


def _same_letters(one: str, other: str) -> bool:
    """Whether two values are one but for blanks: an input field holds no line end."""
    return "".join(one.split()) == "".join(other.split())


def nearest_words(reading: Reading, layer: Layer, item: str, field: str, words: str) -> list[Span]:
    """The exact words, parts of a list with a gap between them, each where it stands nearest to the words of now. Raises W809."""
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


def done(ask: Ask, made: Sequence[Correction], back: str) -> Response:
    """To the page that was come from, which says that it was saved and offers to undo it; as JSON the entry, or several."""
    if wants_json(ask):
        return as_json(made[0] if len(made) == 1 else made)
    response = go_back(back)
    return flash(response, ask.settings, [one.id for one in made], back) if made else response


def wants_json(ask: Ask) -> bool:
    """Whether the answer is for a program."""
    return JSON in ask.request.headers.get("accept", "")
