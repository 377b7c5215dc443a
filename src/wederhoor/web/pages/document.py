"""One document: its text with all that was found in it, and what people said of that."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from starlette.responses import Response

from wederhoor.errors import WederhoorError
from wederhoor.exchange.html import reading_parts
from wederhoor.records import Attribution, Correction, Reading
from wederhoor.store.correcting import standing
from wederhoor.store.listed import StatementRow
from wederhoor.store.lists import document_row, list_statements
from wederhoor.store.log import corrections_of, stale_corrections
from wederhoor.store.paging import PAGE
from wederhoor.store.reading import shown
from wederhoor.web.ask import Asked, Item, Number, shown_at
from wederhoor.web.queries import document_of

router = APIRouter()
LOGGED = 100
MOST = 100_000


@shown_at(router, "/documents/{number}")
def document(ask: Asked, number: Number) -> Response:
    """The text with its statements; as JSON the reading with the corrections applied, as CSV its statements."""
    with ask.store.reading() as db:
        doc = document_of(db, number)
        if ask.form == "csv":
            rows = list_statements(db, doc=doc, limit=MOST).rows
            return ask.answer("", rows[0] if rows else _NOTHING, rows, StatementRow)
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
            "correcting": f"/documents/{number}/statements",
        },
        row=row,
        log=[entry for entry in reversed(log) if entry.kind != "undo"][:LOGGED],
        kept=kept,
        lost=lost,
        told=told,
    )


_NOTHING = StatementRow(
    id=0, doc="", title=None, date=None, item="", parent=None, speaker_id=None, speaker=None, form="direct",
    attitude="say", polarity="+", certainty="certain", start=0, end=0, before="", quote="", after="",
)  # fmt: skip


def told(entry: Correction) -> str:
    """The words that a correction is of."""
    quotes = entry.target.quotes if entry.target else ()
    return " … ".join(quote.quote for quote in quotes if quote.part != "cue")


@router.get("/documents/{number}/statements/{item}", response_class=Response, include_in_schema=False)
def statement(ask: Asked, number: Number, item: Item) -> Response:
    """The form to correct one statement."""
    with ask.store.reading() as db:
        reading = shown(db, document_of(db, number)).reading
    found = next((a for a in reading.attributions if a.id == item), None)
    if found is None:
        raise WederhoorError("W808", what="statement", name=item, where=reading.doc, remedy="Load the document again.")
    return _form(ask, number, reading, found, found.content[0][0], found.content[-1][1])


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
    return _form(ask, number, reading, None, start, end)


def _form(ask: Asked, number: int, reading: Reading, found: Attribution | None, start: int, end: int) -> Response:
    speakers = sorted({a.speaker for a in reading.attributions if a.speaker} | {a.name for a in reading.actors})
    return ask.page(
        "correct.html.j2" if ask.by_htmx else "correct_page.html.j2",
        number=number,
        reading=reading,
        statement=found,
        words=" […] ".join(reading.text[slice(*span)] for span in (found.content if found else ((start, end),))),
        start=start,
        end=end,
        speakers=speakers[:PAGE],
    )
