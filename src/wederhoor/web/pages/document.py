"""One document: its text with all that was found in it, and what people said of that."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated

import msgspec
from fastapi import APIRouter, Query
from sqlalchemy import Connection
from starlette.responses import RedirectResponse, Response

from wederhoor.errors import WederhoorError
from wederhoor.exchange.reading_html import reading_parts
from wederhoor.records import Condition, Layer, Reading, item_id, words_at
from wederhoor.store.answers import Page
from wederhoor.store.keyset import PAGE, page
from wederhoor.store.listings import StatementFilter, collision_listing, document_row, statement_listing
from wederhoor.store.log import corrections_of, stale_corrections
from wederhoor.store.overlay import contents_of, items_of, parts_of, shown_study, standing_corrections
from wederhoor.store.reading import shown, stored
from wederhoor.store.review_queue import waiting_items
from wederhoor.store.row_types import StatementRow
from wederhoor.web.answers import whole
from wederhoor.web.ask import Ask, Asked, Item, Number, shown_at
from wederhoor.web.fields import choices, words
from wederhoor.web.forms import came_from
from wederhoor.web.glosses import glosses_of
from wederhoor.web.pages.log import told
from wederhoor.web.queries import document_of
from wederhoor.web.rendering import at_item
from wederhoor.web.seen import StaleFormError, check_text, item_seen, same_words, spans_digest, text_seen, words_digest
from wederhoor.web.voices import speakers_in_order

router = APIRouter()
LOGGED = 100
BETWEEN = 500
"""Conflicts with other documents that are marked in a text."""


class Refused(msgspec.Struct, frozen=True):
    """What somebody typed into a form that was not saved, by the names of its fields, and why it was not."""

    typed: Mapping[str, str]
    told: str


@shown_at(router, "/documents/{number}")
def document(
    ask: Asked,
    number: Number,
    quote: Annotated[
        str | None, Query(max_length=64, description="The statement on these words, wherever it is.")
    ] = None,
    layer: Annotated[Layer, Query(description="Of `quote`: the words of what.")] = "attributions",
    item: Annotated[str, Query(max_length=100, description="Of `quote`: which of several on these words.")] = "",
    lost_quote: Annotated[str | None, Query(alias="lost", max_length=10)] = None,
) -> Response:
    """The text with its statements; as JSON the reading with the corrections applied, as CSV its statements."""
    with ask.store.reading() as db:
        doc = document_of(db, number)
        if quote and ask.form == "html":
            return _quoted(shown(db, doc).reading, number, quote, (layer, item))
        if ask.form == "csv":
            listing = statement_listing(db, StatementFilter(doc=doc))
            return ask.listed("", Page((), None), StatementRow, {"rows": whole(listing)})
        study, log = stored(db, doc), corrections_of(db, doc)
        reading = shown_study(study, standing_corrections(log))[0].reading
        row, waiting = document_row(db, doc), waiting_items(db, number)
        lost = {one.correction: one.why for one in stale_corrections(db)} if log else {}
        between = page(db, collision_listing(db, doc=doc), None, BETWEEN).rows if ask.form == "html" else ()
    if ask.form == "json":
        return ask.answer("", reading, (), Reading)
    kept = {entry.id for entry in standing_corrections(log)}
    return ask.page(
        "document.html.j2",
        **{
            **reading_parts(
                reading,
                ask.wording,
                speakers_in_order(study.reading, log),
                glosses_of(reading, between, number, ask.words),
            ),
            "correcting": f"/documents/{number}",
        },
        seen={a.id: item_seen(reading, "attributions", a, waiting) for a in reading.attributions},
        digests={a.id: spans_digest(reading.text, a.content) for a in reading.attributions},
        gone=lost_quote,
        text=text_seen(reading),
        row=row,
        count=len(reading.attributions),
        log=[entry for entry in reversed(log) if entry.kind != "undo"][:LOGGED],
        kept=kept,
        lost=lost,
        told=lambda entry: told(entry.target),
        conditions=[*_conditions(reading)],
    )


class ConditionShown(msgspec.Struct, frozen=True):
    """A rule with its words, whose word it is (None for the author's own, empty for unnamed authority), and their digest."""

    item: Condition
    antecedent: str
    consequent: str
    holder: str | None
    words: str


def _conditions(reading: Reading) -> Iterator[ConditionShown]:
    speakers = {a.id: a.speaker or "" for a in reading.attributions}
    for one in reading.conditions:
        antecedent, consequent = (reading.words([span]) for span in (one.antecedent, one.consequent))
        words = words_digest(reading, "conditions", one)
        yield ConditionShown(one, antecedent, consequent, speakers.get(one.holder), words)


def _quoted(reading: Reading, number: int, quote: str, of: tuple[Layer, str]) -> Response:
    """To the item that a link means by its words, whatever its id is by now; of a cause or a forecast to its statement."""
    layer, known = of
    item = same_words(reading, layer, known, quote)
    if item is None:
        return RedirectResponse(
            f"/documents/{number}?lost=quote#main", 303
        )  # with an anchor in place of the link's own
    found = next(one for one in items_of(reading, layer) if item_id(one) == item)
    holder = getattr(found, "holder", "author") if layer in {"causal", "forecasts", "conditions"} else None
    if holder == "author":  # nobody's statement has it
        return RedirectResponse(f"/documents/{number}", 303)
    return RedirectResponse(
        at_item(number, layer, item) if holder is None else at_item(number, "attributions", holder), 303
    )


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
        reading = shown(db, document_of(db, number)).reading
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
        back=f"/documents/{number}",
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
        reading = shown(db, document_of(db, number)).reading
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
