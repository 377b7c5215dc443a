"""What people are to look at: findings that nobody has judged yet, the least sure first, over all layers that are rated."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import count
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, FromClause, Select, case, delete, func, insert, select

from wederhoor.records import Attribution, CausalClaim, Conflict, Doubt, Forecast, Layer, Study
from wederhoor.store.answers import Page
from wederhoor.store.columns import row_id
from wederhoor.store.keyset import PAGE, Listing, page
from wederhoor.store.listings import document_row, speaker_ids
from wederhoor.store.row_types import QueueRow
from wederhoor.store.rows import Row, SpeakerIds
from wederhoor.store.schema import UNKNOWN, UNRATED, causal, conflicts, documents, forecasts, queue, statements
from wederhoor.store.selects import queue_row, with_speaker, with_stance

QUEUED: Final[tuple[Layer, ...]] = ("attributions", "causal", "forecasts", "conflicts")
"""The layers in the queue. The number of a row is that of its place among the items of all of them, judged ones counted."""
Finding = Attribution | CausalClaim | Forecast | Conflict


def fill_queue(
    db: Connection, document: int, study: Study, judged: Collection[tuple[Layer, str]], speaker_id: SpeakerIds
) -> None:
    """Queue what a study finds and nobody has judged; ``judged`` are layers and ids."""
    rows = [row for row in _rows(study, document, speaker_id) if (row["layer"], row["item"]) not in judged]
    if rows:
        db.execute(insert(queue), rows)


def clear_queue(db: Connection, document: int) -> None:
    """Take the findings of a document out of the queue."""
    db.execute(delete(queue).where(queue.c.id.between(row_id(document, 0), row_id(document + 1, 0) - 1)))


def list_queue(
    db: Connection,
    *,
    doubt: Doubt | None = None,
    speaker: int | None = None,
    doc: str | None = None,
    after: str | None = None,
    limit: int = PAGE,
) -> Page[QueueRow]:
    """The queue, as ``queue_listing``. Raises W808 for a document that is not there."""
    return page(db, queue_listing(db, doubt=doubt, speaker=speaker, doc=doc), after, limit)


def queue_listing(
    db: Connection, *, doubt: Doubt | None = None, speaker: int | None = None, doc: str | None = None
) -> Listing[QueueRow]:
    """The queue, or that of one chief doubt, of one speaker or of one document. Raises W808 for a document that is not there."""
    conditions: list[ColumnElement[bool]] = []
    if doubt is not None:
        conditions.append(queue.c.doubt == doubt)
    if speaker is not None:
        conditions.append(queue.c.speaker_id.in_(speaker_ids(db, speaker)))
    if doc is not None:
        number = document_row(db, doc).id
        conditions.append(queue.c.id.between(row_id(number, 0), row_id(number + 1, 0) - 1))
    counting = select(queue.c.id).where(*conditions)
    return Listing(_query().where(*conditions), (queue.c.sure, queue.c.id), queue_row, counting=counting)


def queue_row_of(db: Connection, document: int, layer: Layer, item: str) -> QueueRow | None:
    """One finding of a document in the queue; None where somebody judged it, or it is not there."""
    own = queue.c.id.between(row_id(document, 0), row_id(document + 1, 0) - 1)
    row = db.execute(_query().where(own, queue.c.layer == layer, queue.c.item == item)).mappings().first()
    return None if row is None else queue_row(row)


def waiting_items(db: Connection, document: int) -> frozenset[tuple[str, str]]:
    """Layer and id of what nobody has judged of a document."""
    own = queue.c.id.between(row_id(document, 0), row_id(document + 1, 0) - 1)
    return frozenset((layer, item) for layer, item in db.execute(select(queue.c.layer, queue.c.item).where(own)))


def _rows(study: Study, document: int, speaker_id: SpeakerIds) -> Iterator[Row]:
    reading, numbers = study.reading, count(1)
    said = {item.id: item for item in reading.attributions}
    for layer in QUEUED:
        items: tuple[Finding, ...] = getattr(reading, layer)
        for place, item in enumerate(items, start=1):
            number = next(numbers)
            statement = isinstance(item, Attribution)
            if item.confidence is None and not statement:
                continue
            doubts: tuple[Doubt, ...] = item.doubts if isinstance(item, Attribution) else ("kind",)
            yield {
                "id": row_id(document, number),
                "document_id": document,
                "layer": layer,
                "item": item.id,
                "row": row_id(document, place),
                "speaker_id": speaker_id(said.get(_whose(item))),
                "sure": UNRATED if item.confidence is None else round(100 * item.confidence),
                "doubt": doubts[0] if doubts else UNKNOWN,
                "doubts": " ".join(doubts),
            }


def _whose(item: Finding) -> str:
    """The id of the statement whose speaker says it; of a conflict that of the first side."""
    if isinstance(item, Attribution):
        return item.id
    if isinstance(item, Conflict):
        return item.a if isinstance(item.a, str) else ""
    return item.holder


def _query() -> Select[Any]:
    joined: FromClause = queue.join(documents, documents.c.id == queue.c.document_id)
    for layer, table in (
        ("attributions", statements), ("causal", causal), ("forecasts", forecasts), ("conflicts", conflicts)
    ):  # fmt: skip
        joined = joined.outerjoin(table, (queue.c.layer == layer) & (table.c.id == queue.c.row))
    joined, name, head = with_speaker(joined, queue.c.speaker_id, "s")
    joined, against, _ = with_speaker(joined, conflicts.c.b_speaker_id, "b")
    holder = func.coalesce(statements.c.id, causal.c.holder_row, forecasts.c.holder_row, conflicts.c.a_row)
    joined, said = with_stance(joined, holder, "")
    joined, other_said = with_stance(joined, conflicts.c.b_row, "other_")
    own = (queue.c.id, queue.c.layer, queue.c.item, queue.c.sure, queue.c.doubts)
    words = (
        func.coalesce(statements.c.quote, forecasts.c.quote, causal.c.cause, conflicts.c.a_quote, "").label("quote"),
        func.coalesce(causal.c.effect, conflicts.c.b_quote).label("other"),
        func.coalesce(statements.c.before, "").label("before"),
        func.coalesce(statements.c.after, "").label("after"),
        func.coalesce(conflicts.c.kind, causal.c.sign, forecasts.c.kind, statements.c.attitude).label("kind"),
    )
    about = (documents.c.doc, documents.c.title, documents.c.date, documents.c.lang)
    who = (name.label("speaker"), head.label("speaker_id"), against.label("other_speaker"))
    how = [one for one in said if one.name != "pieces"]
    # of a cause or a forecast the words are its own, not all those of the statement it stands in
    own_pieces = func.coalesce(statements.c.pieces, case((conflicts.c.id.is_not(None), said[-1]), else_=None))
    whole = own_pieces.label("pieces")
    return select(*own, *words, *about, *who, statements.c.form, *how, whole, *other_said).select_from(joined)
