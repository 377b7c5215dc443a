"""The ledger of forecasts: who foretold what, whose time has come, and what came of it."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Final, Literal

import msgspec
from fastapi import APIRouter, Depends, Form, Query
from starlette.responses import Response

from wederhoor.records import ForecastOutcome
from wederhoor.store.corrections import anchor_in, correct_in
from wederhoor.store.keyset import PAGE, page
from wederhoor.store.listings import forecast_listing
from wederhoor.store.pages import findings_of
from wederhoor.store.reading import kept_document
from wederhoor.store.remarks import LONGEST, SpeakerRecord, forecast_records
from wederhoor.store.row_types import ForecastRow
from wederhoor.web.answers import whole
from wederhoor.web.ask import After, Asked, Day, Item, Number, shown_at
from wederhoor.web.pages.saving import DONE, SentForm, done
from wederhoor.web.queries import document_number, document_of, reporters_of
from wederhoor.web.seen import check_words

router = APIRouter()
RECORDS: Final = 100
"""Speakers of one page; the table and the JSON have all."""


class RecordsPage(msgspec.Struct, frozen=True):
    """Who foretold how much, and what came of it; the page shows a hundred at a time, and `next` is where it goes on."""

    rows: tuple[SpeakerRecord, ...]
    next: int | None = None


@shown_at(router, "/ledger/speakers")
def records(
    ask: Asked, after: Annotated[int, Query(ge=0, le=10**9, description="Where the page before ended: its `next`.")] = 0
) -> Response:
    """By speaker how many forecasts came true, as people marked them; those with most forecasts first."""
    with ask.store.reading() as db:
        rows = ask.found.get(findings_of(db), "records", lambda: tuple(forecast_records(db)))
    if ask.form != "html":
        return ask.answer("", RecordsPage(rows), rows, SpeakerRecord)
    further = after + RECORDS if len(rows) > after + RECORDS else None
    return ask.answer("records.html.j2", RecordsPage(rows[after : after + RECORDS], further), rows, SpeakerRecord)


@shown_at(router, "/ledger")
def ledger(
    ask: Asked,
    due: Annotated[Day | None, Query(description="Only those whose last day lies before this one.")] = None,
    outcome: Annotated[
        Literal[ForecastOutcome, "open"] | None, Query(description="Only those of which this came, or nothing is said.")
    ] = None,
    speaker: Annotated[int | None, Query(ge=1, le=2**31 - 1, description="Only his, by his number.")] = None,
    after: After = None,
) -> Response:
    """Forecasts by the last day of their window, those without one last."""
    day = None if due is None else due.isoformat()
    with ask.store.reading() as db:
        listing = forecast_listing(db, due=day, speaker=speaker, outcome=outcome)
        found = page(db, listing, after, PAGE)
        outer = reporters_of(db, found.rows) if ask.form == "html" else {}
    today = dt.datetime.now(dt.UTC).date().isoformat()
    return ask.listed(
        "ledger.html.j2",
        found,
        ForecastRow,
        {"rows": whole(listing)},
        due=day,
        outcome=outcome,
        speaker=speaker,
        today=today,
        outer=outer,
        number_of=document_number,
    )


def _sent(
    seen: Annotated[str, Form(max_length=64, description="What the page knows the words of the forecast by.")] = "",
    back: Annotated[str, Form(max_length=2000, description="The page to go back to.")] = "/ledger",
) -> SentForm:
    return SentForm("", seen, back)


@router.post(
    "/documents/{number}/forecasts/{item}/outcome", response_class=Response, responses=DONE, tags=["correcting"]
)
def mark(
    ask: Asked,
    number: Number,
    item: Item,
    outcome: Annotated[ForecastOutcome, Form()],
    source: Annotated[str, Form(max_length=LONGEST, description="What tells of it: an address, or words.")],
    sent: Annotated[SentForm, Depends(_sent)],
) -> Response:
    """Say of a forecast whether it came true, and what tells of it. It changes nothing of what was read."""
    with ask.writing() as db:
        kept = kept_document(db, document_of(db, number))
        check_words(kept.shown.reading, "forecasts", item, sent.quote)
        said = {"outcome": outcome, "source": " ".join(source.split())}
        made, _ = correct_in(db, kept, ask.settings.who, "outcome", anchor_in(kept, "forecasts", item), said)
    return done(ask, (made,), sent.back)
