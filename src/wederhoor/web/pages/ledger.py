"""The ledger of forecasts: who foretold what, and whose time has come."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

from fastapi import APIRouter, Query
from starlette.responses import Response

from wederhoor.store.keyset import PAGE, page
from wederhoor.store.listings import forecast_listing
from wederhoor.store.row_types import ForecastRow
from wederhoor.web.answers import whole
from wederhoor.web.ask import After, Asked, Day, shown_at
from wederhoor.web.queries import document_number

router = APIRouter()


@shown_at(router, "/ledger")
def ledger(
    ask: Asked,
    due: Annotated[Day | None, Query(description="Only those whose last day lies before this one.")] = None,
    after: After = None,
) -> Response:
    """Forecasts by the last day of their window, those without one last."""
    day = None if due is None else due.isoformat()
    with ask.store.reading() as db:
        listing = forecast_listing(db, due=day)
        found = page(db, listing, after, PAGE)
    today = dt.datetime.now(dt.UTC).date().isoformat()
    return ask.listed(
        "ledger.html.j2", found, ForecastRow, {"rows": whole(listing)}, due=day, today=today, number_of=document_number
    )
