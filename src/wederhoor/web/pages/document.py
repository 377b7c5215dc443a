"""One document: its text with all that was found in it, and what people said of that."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated, Any

import msgspec
from fastapi import APIRouter, Query
from sqlalchemy import Connection
from starlette.responses import RedirectResponse, Response

from wederhoor.errors import WederhoorError
from wederhoor.exchange.reading_html import reading_parts
from wederhoor.records import Layer, Reading, Span, item_id, words_at
from wederhoor.store.answers import Page
from wederhoor.store.keyset import PAGE, count_rows, page
from wederhoor.store.listings import StatementFilter, collision_listing, statement_listing
from wederhoor.store.log import stale_corrections
from wederhoor.store.overlay import contents_of, items_of, parts_of, standing_corrections
from wederhoor.store.review_queue import waiting_items
from wederhoor.store.row_types import CollisionRow, StatementRow
from wederhoor.web.answers import whole
from wederhoor.web.ask import Ask, Asked, Item, Number, shown_at
from wederhoor.web.fields import choices, words
from wederhoor.web.forms import came_from
from wederhoor.web.glosses import glosses_of
from wederhoor.web.long_texts import (
    BETWEEN,
    ShownText,
    long_text,
    part_of_item,
    part_of_place,
    shown_text,
    words_between,
)
from wederhoor.web.pages.log import told
from wederhoor.web.pages.parts import PartAsked, VoiceAsked, conditions_of, known_by, part_values
from wederhoor.web.queries import document_of
from wederhoor.web.rendering import address, at_item
from wederhoor.web.seen import StaleFormError, check_text, item_seen, same_words, text_seen, words_digest

router = APIRouter()
LOGGED = 100


class Refused(msgspec.Struct, frozen=True):
    """What somebody typed into a form that was not saved, by the names of its fields, and why it was not."""

    typed: Mapping[str, str]
    told: str


@shown_at(router, "/documents/{number}")
def document(  # noqa: PLR0913, PLR0917  # what the address may say of where to go
    ask: Asked,
    number: Number,
    quote: Annotated[
        str | None, Query(max_length=64, description="The statement on these words, wherever it is.")
    ] = None,
    layer: Annotated[Layer, Query(description="Of `quote` and `item`: of what.")] = "attributions",
    item: Annotated[
        str, Query(max_length=100, description="Of `quote`: which of several on these words; alone: the part with it.")
    ] = "",
    lost_quote: Annotated[str | None, Query(alias="lost", max_length=10)] = None,
    part: PartAsked = None,
    voice: VoiceAsked = None,
    at: Annotated[
        str | None, Query(pattern=r"^\d{1,9}-\d{1,9}$", description="Words to be marked, by their offsets: `120-180`.")
    ] = None,
) -> Response:
    """The text with its statements; as JSON the reading with the corrections applied, as CSV its statements."""
    with ask.store.reading() as db:
        doc = document_of(db, number)
        if ask.form == "csv":
            listing = statement_listing(db, StatementFilter(doc=doc))
            return ask.listed("", Page((), None), StatementRow, {"rows": whole(listing)})
        text = shown_text(ask, db, doc)
        if ask.form == "json":
            return ask.answer("", text.reading, (), Reading)
        if quote:
            return _quoted(text.reading, number, quote, (layer, item))
        sought = words_between(at, text.reading)
        long = long_text(ask, db, text) if text.is_long and part != "all" else None
        between = () if long else page(db, collision_listing(db, doc=doc), None, BETWEEN).rows
        crossing = count_rows(db, collision_listing(db, doc=doc))
        lost = {one.correction: one.why for one in stale_corrections(db)} if text.log else {}
    if long is not None and part != "all":
        wanted = part or _part_asked(text.reading, layer, item, sought)
        values = part_values(ask, long, wanted, voice, sought)
    else:
        values = _whole(ask, text, between, sought)
    kept = {entry.id for entry in standing_corrections(text.log)}
    return ask.page(
        "document.html.j2",
        **values,
        gone=lost_quote,
        row=text.row,
        is_long=text.is_long,
        crossing=crossing,
        count=len(text.reading.attributions),
        log=[entry for entry in reversed(text.log) if entry.kind != "undo"][:LOGGED],
        kept=kept,
        lost=lost,
        told=lambda entry: told(entry.target),
    )


def _whole(ask: Ask, text: ShownText, between: Sequence[CollisionRow], sought: Span | None) -> dict[str, Any]:
    """What the page shows of a text that is all there."""
    reading = text.reading
    notes = glosses_of(reading, between, text.row.id, ask.words)
    return {
        **reading_parts(reading, ask.wording, text.arrangement, notes, sought),
        **known_by(text, reading.attributions),
        "conditions": [*conditions_of(reading, (0, len(reading.text)))],
    }


def _part_asked(reading: Reading, layer: Layer, name: str, sought: Span | None) -> int:
    """The part with an item, or with words that somebody looks for; else the first."""
    found = next((one for one in items_of(reading, layer) if item_id(one) == name), None) if name else None
    if found is not None:
        return part_of_item(reading, found) or 1
    return part_of_place(reading, sought[0]) or 1 if sought else 1


def _quoted(reading: Reading, number: int, quote: str, of: tuple[Layer, str]) -> Response:
    """To the item that a link means by its words, whatever its id is by now; of a cause or a forecast to its statement."""
    layer, known = of
    item = same_words(reading, layer, known, quote)
    if item is None:
        return RedirectResponse(
            f"/documents/{number}?lost=quote#main", 303
        )  # with an anchor in place of the link's own
    found = next(one for one in items_of(reading, layer) if item_id(one) == item)
    part = part_of_item(reading, found)
    holder = getattr(found, "holder", "author") if layer in {"causal", "forecasts", "conditions"} else None
    if holder == "author":  # nobody's statement has it
        return RedirectResponse(address(f"/documents/{number}", part=part), 303)
    if holder is not None:
        said = next((one for one in reading.attributions if one.id == holder), found)
        layer, item, part = "attributions", holder, part_of_item(reading, said)
    return RedirectResponse(at_item(number, layer, item, part=part), 303)


@router.get("/documents/{number}/add", response_class=Response, include_in_schema=False)
def add(
    ask: Asked,
    number: Number,
    start: Annotated[int, Query(ge=0, le=10**9)],
    end: Annotated[int, Query(ge=1, le=10**9)],
    seen: Annotated[str, Query(max_length=64, description="What the page knows the text by.")] = "",
) -> Response:
    """The form to add a statement on words that were selected; offsets in code points."""
    with ask.store.reading() as db:
        reading = shown_text(ask, db, document_of(db, number)).reading
    check_text(reading, seen)
    if not start < end <= len(reading.text):
        raise WederhoorError("W908", why="these words are not in the text")
    return form_page(
        ask,
        "add.html.j2",
        number,
        reading,
        start=start,
        end=end,
        words=reading.text[start:end],
        seen=text_seen(reading),
        back=address(f"/documents/{number}", part=part_of_place(reading, start)),
    )


@router.get("/documents/{number}/statements/{item}", response_class=Response, include_in_schema=False)
def statement(ask: Asked, number: Number, item: Item) -> Response:
    """The form to correct one statement."""
    return item_form(ask, number, "attributions", item)


@router.get("/documents/{number}/{layer}/{item}", response_class=Response, include_in_schema=False)
def item_form(
    ask: Asked,
    number: Number,
    layer: Layer,
    item: Item,
    quote: Annotated[str, Query(max_length=64, description="What the page that led here knows its words by.")] = "",
) -> Response:
    """The form to correct one item: to judge it, to set its fields, to let it stand on other words."""
    with ask.store.reading() as db:
        reading = shown_text(ask, db, document_of(db, number)).reading
        meant = same_words(reading, layer, item, quote) if quote else item
        if meant is None:
            raise StaleFormError(reading.doc, layer, None)
        return item_page(ask, db, reading, number, layer, meant)


def item_page(
    ask: Ask,
    db: Connection,
    reading: Reading,
    number: int,
    layer: Layer,
    item: str,
    refused: Refused | None = None,
) -> Response:
    """The form of one item. Raises W808."""
    found = next((one for one in items_of(reading, layer) if item_id(one) == item), None)
    if found is None:
        raise WederhoorError("W808", what="item", name=item, where=reading.doc, remedy="Load the document again.")
    given = refused.typed if refused else {}
    own = f"/documents/{number}"
    back = came_from(ask.request, own)
    part = part_of_item(reading, found)
    if part and back.partition("?")[0] == own:  # the part that has it, wherever the reader began
        back = address(own, part=part)
    parts = parts_of(found, contents_of(reading.attributions)) if layer != "actors" else {}
    return form_page(
        ask,
        "correct.html.j2",
        number,
        reading,
        item=found,
        layer=layer,
        words=[words_at(reading.text, spans) for part, spans in parts.items() if part != "cue"],
        choices=choices(layer, found, ask.wording, given),
        quotes=words(layer, found, reading.text, given),
        typed=given,
        told=refused and refused.told,
        seen=item_seen(reading, layer, found, waiting_items(db, number)),
        quote=words_digest(reading, layer, found),
        others=[actor for actor in reading.actors if layer == "actors" and actor is not found],
        back=back,
        page=own,
    )


def form_page(ask: Ask, template: str, number: int, reading: Reading, **values: object) -> Response:
    """A form as a part for the dialog, or as a page of its own."""
    speakers = sorted({a.speaker for a in reading.attributions if a.speaker} | {a.name for a in reading.actors})
    given = {"number": number, "reading": reading, "speakers": speakers[:PAGE], **values}
    return ask.page(template, **given) if ask.by_htmx else ask.page("correct_page.html.j2", part=template, **given)
