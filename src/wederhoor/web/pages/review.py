"""What is most likely to be wrong, first: corrections that lost their place, then statements by what makes them doubtful."""

from __future__ import annotations

from typing import Annotated, Final, Literal

import msgspec
from fastapi import APIRouter, Query
from starlette.responses import Response

from wederhoor.errors import WederhoorError
from wederhoor.store.listed import StatementRow
from wederhoor.store.log import entry
from wederhoor.web.ask import After, Asked, shown_at
from wederhoor.web.queries import Judged, document_number, doubtful, judged, stale_entries

router = APIRouter()
PAGE: Final = 25
Doubt = Literal["unnamed", "mixed", "nested"]
DOUBTS: Final[tuple[Doubt, ...]] = ("unnamed", "mixed", "nested")
"""In the order of their share of errors on the gold: who is not named, whose words are mixed with the author's, what one says
that another said."""


class ReviewPage(msgspec.Struct, frozen=True):
    """A page of the queue."""

    doubt: Doubt
    rows: tuple[StatementRow, ...]
    next: str | None


@shown_at(router, "/review")
def review(
    ask: Asked, doubt: Annotated[Doubt, Query(description="Why they are doubtful.")] = "unnamed", after: After = None
) -> Response:
    """Statements that nobody judged yet, by what makes them doubtful."""
    if after is not None and not (after.isdecimal() and int(after) < 1 << 62):
        raise WederhoorError("W908", why="after is no number")
    with ask.store.reading() as db:
        rows = doubtful(db, doubt, int(after or 0), PAGE + 1)
        known: dict[tuple[str, str], Judged] = judged(db, (row.doc for row in rows), "attributions")
        lost = []
        if ask.form == "html" and after is None:
            lost = [(found[0], why) for number, why in stale_entries(db, PAGE) if (found := entry(db, number))]
    open_ = tuple(row for row in rows[:PAGE] if (row.doc, row.quote) not in known)
    page = ReviewPage(doubt, open_, str(rows[PAGE - 1].id) if len(rows) > PAGE else None)
    return ask.answer("review.html.j2", page, open_, StatementRow, doubts=DOUBTS, lost=lost, number_of=document_number)
