"""The case: what is in it, who speaks, what is disputed; and the list of its documents."""

from __future__ import annotations

from typing import Annotated, Final

import msgspec
from fastapi import APIRouter, Form, Query
from sqlalchemy import Connection
from starlette.responses import Response

from wederhoor.exchange.timeline.words import bin_name, counts_told
from wederhoor.store.answers import Page, Summary
from wederhoor.store.keyset import PAGE, count_rows, page
from wederhoor.store.listings import (
    DocumentOrder,
    conflict_listing,
    document_listing,
    forecast_listing,
    speaker_listing,
)
from wederhoor.store.pages import list_conflicts, list_documents, list_forecasts, list_speakers, state_of, summary
from wederhoor.store.review_queue import queue_listing
from wederhoor.store.row_types import ConflictRow, DocumentRow, ForecastRow, SpeakerRow
from wederhoor.store.writing import describe_case
from wederhoor.web.answers import whole
from wederhoor.web.ask import REFUSALS, After, Asked, once_a_state, shown_at
from wederhoor.web.compared import compared_soon
from wederhoor.web.forms import go_back
from wederhoor.web.pages.issues import shown_issues
from wederhoor.web.pages.network import network_soon
from wederhoor.web.pages.timeline import bars_soon
from wederhoor.web.queries import Side, conflicts_counted, conflicts_in_all, sides_of
from wederhoor.web.ways import LONGEST_TRAIL, way

router = APIRouter()
FEW = 8
DESCRIBED: Final = {**REFUSALS, 303: {"description": "Done: back to the case"}}
DISPUTED = 4
"""Issues of the page."""


class CasePage(msgspec.Struct, frozen=True):
    """What the page of the case shows."""

    summary: Summary
    documents: tuple[DocumentRow, ...]
    speakers: tuple[SpeakerRow, ...]
    conflicts: tuple[ConflictRow, ...]
    forecasts: tuple[ForecastRow, ...]


@shown_at(router, "/case")
def case(ask: Asked) -> Response:
    """The case at a glance; as a table its documents."""
    with ask.store.reading() as db:
        conflicts, forecasts = conflict_listing(db), forecast_listing(db)
        found, sides = ask.kept.get(state_of(db), "case", lambda: _at_a_glance(db))
        together = compared_soon(ask, db, lately=True) if ask.form == "html" else None
        ties = network_soon(ask, db) if ask.form == "html" else {}
        bars = bars_soon(ask, db) if ask.form == "html" else ()
        collide = ask.kept.get(state_of(db), ("collide", None, None), lambda: conflicts_in_all(db))
        waiting = ask.kept.get(state_of(db), "waiting", lambda: count_rows(db, queue_listing(db)))
    lists = {
        "documents": whole(document_listing(newest=True)),
        "speakers": whole(speaker_listing()),
        "conflicts": whole(conflicts),
        "forecasts": whole(forecasts),
    }
    disputed = together.report.issues[:DISPUTED] if together else ()
    shown = shown_issues(ask, together, disputed) if together else {}
    return ask.listed(
        "case_page.html.j2", found, DocumentRow, lists, **ties, **shown, sides=sides, disputed=disputed, bars=bars,
        waiting=waiting, collide=collide, bin_name=bin_name, counts_told=counts_told,
    )  # fmt: skip


@router.post("/case/description", response_class=Response, responses=DESCRIBED, tags=["case"])
def describe(
    ask: Asked,
    description: Annotated[str, Form(max_length=2000, description="What it is about; empty for nothing.")] = "",
) -> Response:
    """Say what the case is about, as its page and the shelf show it."""
    ask.check_owner()
    with ask.writing() as db:
        describe_case(db, description)
    return go_back("/case")


def _at_a_glance(db: Connection) -> tuple[CasePage, dict[int, tuple[Side, Side]]]:
    """What the page shows, with both sides of its conflicts."""
    found = CasePage(
        summary(db),
        list_documents(db, newest=True, limit=FEW).rows,
        list_speakers(db, limit=FEW).rows,
        list_conflicts(db, limit=4).rows,
        list_forecasts(db, limit=5).rows,
    )
    return found, sides_of(db, found.conflicts)


router.add_api_route(
    "/", once_a_state(case), methods=["GET"], response_class=Response, responses=REFUSALS, include_in_schema=False
)


@shown_at(router, "/documents")
def documents(
    ask: Asked,
    after: After = None,
    newest: Annotated[bool, Query()] = True,  # noqa: FBT002  # a filter
    q: Annotated[str, Query(max_length=300, description="Words in the title, the name or the outlet.")] = "",
    order: Annotated[DocumentOrder | None, Query(description="What those are first of that have most of it.")] = None,
    trail: Annotated[
        str, Query(max_length=LONGEST_TRAIL, description="The pages before this one, for the way back.")
    ] = "",
) -> Response:
    """The documents, the latest first."""
    listing = document_listing(newest=newest, order=order, words=q)
    with ask.store.reading() as db:
        found: Page[DocumentRow] = page(db, listing, after, PAGE)
        conflicts = conflicts_counted(db, [row.id for row in found.rows]) if ask.form == "html" else {}
    return ask.listed(
        "documents.html.j2", found, DocumentRow, {"rows": whole(listing)},
        q=q, order=order, newest=newest, conflicts=conflicts, way=way(after, trail, found.next, len(found.rows)),
    )  # fmt: skip
