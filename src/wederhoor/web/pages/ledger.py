"""The ledger of forecasts: who foretold what, and whose time has come."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

from fastapi import APIRouter, Query
from starlette.responses import Response

from wederhoor.store.listed import ForecastRow
from wederhoor.store.lists import list_forecasts
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
        found = list_forecasts(db, due=day, after=after)
    today = dt.datetime.now(dt.UTC).date().isoformat()
    return ask.answer("ledger.html.j2", found, found.rows, ForecastRow, due=day, today=today, number_of=document_number)
