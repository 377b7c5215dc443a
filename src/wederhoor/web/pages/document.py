"""One document: its text with all that was found in it, and what people said of that."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from starlette.responses import Response

from wederhoor.errors import WederhoorError
from wederhoor.exchange.html import reading_parts
from wederhoor.records import Layer, Reading
from wederhoor.store.correcting import contents_of, item_id, items_of, parts_of, standing
from wederhoor.store.listed import Page, StatementRow
from wederhoor.store.listings import Said, document_row, statement_listing
from wederhoor.store.log import corrections_of, stale_corrections
from wederhoor.store.paging import PAGE
from wederhoor.store.reading import shown
from wederhoor.store.rows import GAP
from wederhoor.web.answers import whole
from wederhoor.web.ask import Ask, Asked, Item, Number, shown_at
from wederhoor.web.fields import choices, words
from wederhoor.web.forms import came_from
from wederhoor.web.pages.log import told
from wederhoor.web.queries import document_of

router = APIRouter()
LOGGED = 100


@shown_at(router, "/documents/{number}")
def document(ask: Asked, number: Number) -> Response:
    """The text with its statements; as JSON the reading with the corrections applied, as CSV its statements."""
    with ask.store.reading() as db:
        doc = document_of(db, number)
        if ask.form == "csv":
            listing = statement_listing(db, Said(doc=doc))
            return ask.listed("", Page((), None), StatementRow, {"rows": whole(listing)})
        reading = shown(db, doc).reading
        log = corrections_of(db, doc)
        row = document_row(db, doc)
        lost = {one.correction: one.why for one in stale_corrections(db)} if log else {}
    if ask.form == "json":
        return ask.answer("", reading, (), Reading)
    kept = {entry.id for entry in standing(log)}
    return ask.page(
        "document.html.j2",
        **{
            **reading_parts(reading, ask.wording),
            "correcting": f"/documents/{number}",
        },
        row=row,
        count=len(reading.attributions),
        log=[entry for entry in reversed(log) if entry.kind != "undo"][:LOGGED],
        kept=kept,
        lost=lost,
        told=lambda entry: told(entry.target),
    )


@router.get("/documents/{number}/add", response_class=Response, include_in_schema=False)
def add(
    ask: Asked,
    number: Number,
    start: Annotated[int, Query(ge=0, le=10**9)],
    end: Annotated[int, Query(ge=1, le=10**9)],
) -> Response:
    """The form to add a statement on words that were selected; offsets in code points."""
    with ask.store.reading() as db:
        reading = shown(db, document_of(db, number)).reading
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
        back=f"/documents/{number}",
    )


@router.get("/documents/{number}/statements/{item}", response_class=Response, include_in_schema=False)
def statement(ask: Asked, number: Number, item: Item) -> Response:
    """The form to correct one statement."""
    return item_form(ask, number, "attributions", item)


@router.get("/documents/{number}/{layer}/{item}", response_class=Response, include_in_schema=False)
def item_form(ask: Asked, number: Number, layer: Layer, item: Item) -> Response:
    """The form to correct one item: to judge it, to set its fields, to let it stand on other words."""
    with ask.store.reading() as db:
        reading = shown(db, document_of(db, number)).reading
    found = next((one for one in items_of(reading, layer) if item_id(one) == item), None)
    if found is None:
        raise WederhoorError("W808", what="item", name=item, where=reading.doc, remedy="Load the document again.")
    page = f"/documents/{number}"
    back = came_from(ask.request, page)
    parts = parts_of(found, contents_of(reading.attributions)) if layer != "actors" else {}
    return form_page(
        ask,
        "correct.html.j2",
        number,
        reading,
        item=found,
        layer=layer,
        words=[
            GAP.join(reading.text[slice(*span)] for span in spans) for part, spans in parts.items() if part != "cue"
        ],
        choices=choices(layer, found, ask.wording),
        quotes=words(layer, found, reading.text),
        others=[actor for actor in reading.actors if layer == "actors" and actor is not found],
        back=back,
        page=page,
    )


def form_page(ask: Ask, template: str, number: int, reading: Reading, **values: object) -> Response:
    """A form as a part for the dialog, or as a page of its own."""
    speakers = sorted({a.speaker for a in reading.attributions if a.speaker} | {a.name for a in reading.actors})
    given = {"number": number, "reading": reading, "speakers": speakers[:PAGE], **values}
    return ask.page(template, **given) if ask.by_htmx else ask.page("correct_page.html.j2", part=template, **given)
