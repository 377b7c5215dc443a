"""What is most likely to be wrong, first: corrections that lost their place, then findings, the least sure first."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any, get_args

from fastapi import APIRouter, Query
from sqlalchemy import Connection
from starlette.datastructures import QueryParams
from starlette.responses import Response

from wederhoor.records import Correction, Doubt, Layer
from wederhoor.store.keyset import page
from wederhoor.store.log import entry
from wederhoor.store.pages import state_of, summary
from wederhoor.store.review_queue import queue_listing, queue_row_of
from wederhoor.store.row_types import QueueRow
from wederhoor.web.answers import whole
from wederhoor.web.ask import After, Ask, Asked, shown_at
from wederhoor.web.forms import came_from
from wederhoor.web.queries import document_number, document_of, reporters_of, speaker_of, stale_entries
from wederhoor.web.seen import queue_seen, row_words

router = APIRouter()
PAGE = 25
Number = Annotated[int | None, Query(ge=1, le=2**31 - 1)]


@shown_at(router, "/review")
def review(
    ask: Asked,
    doubt: Annotated[Doubt | None, Query(description="The chief reason to doubt.")] = None,
    document: Number = None,
    speaker: Number = None,
    after: After = None,
) -> Response:
    """Findings that nobody judged yet, the least sure first; of one chief doubt, one document, one speaker."""
    with ask.store.reading() as db:
        doc = document_of(db, document) if document else None
        who = speaker_of(db, speaker) if speaker else None
        listing = queue_listing(db, doubt=doubt, doc=doc, speaker=who.id if who else None)
        found = page(db, listing, after, PAGE)
        outer = reporters_of(db, found.rows) if ask.form == "html" else {}
        lost, corrections = [], ask.kept.get(state_of(db), "corrections", lambda: summary(db).corrections)
        if ask.form == "html" and after is None:
            lost = [(one[0], why) for number, why in stale_entries(db, PAGE) if (one := entry(db, number))]
    values: dict[str, Any] = {"queued": queue_seen, "worded": row_words, "judged": None}
    return ask.listed(
        "review.html.j2",
        found,
        QueueRow,
        {"rows": whole(listing)},
        doubts=get_args(Doubt),
        doubt=doubt,
        doc=doc,
        who=who,
        lost=lost,
        corrections=corrections,
        outer=outer,
        number_of=document_number,
        **values,
    )


def review_part(
    db: Connection, ask: Ask, number: int, layer: Layer, item: str, **again: str | None
) -> Callable[[Correction | None], Response] | None:
    """What makes the part of the page with a finding, once it was judged; None where it is in the queue no more.

    ``again`` is what the part says where the judgment was refused.
    """
    row = queue_row_of(db, number, layer, item)
    if row is None:
        return None
    outer = reporters_of(db, (row,))
    path, _, query = came_from(ask.request, "/review").partition("?")

    def part(made: Correction | None) -> Response:
        return ask.page(
            "review_row.html.j2", row=row, outer=outer, judged=made, queued=queue_seen, worded=row_words,
            number_of=document_number, **{"path": path, "query": dict(QueryParams(query)), **again},
        )  # fmt: skip

    return part
