"""The lists of a case, narrowed as one asks: to be given page by page, counted, or written out whole."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final, Literal

import msgspec
from sqlalchemy import ColumnElement, Connection, Table, and_, false, func, or_, select, union

from wederhoor.errors import WederhoorError
from wederhoor.records import Attitude, ConflictKind, EventCode, ForecastOutcome, Form, Polarity
from wederhoor.store.columns import row_id
from wederhoor.store.keyset import Listing
from wederhoor.store.row_types import (
    CausalRow,
    CollisionRow,
    ConflictRow,
    DocumentRow,
    EventRow,
    ForecastRow,
    SpeakerRow,
    StatementRow,
    Verdict,
)
from wederhoor.store.schema import (
    UNKNOWN,
    causal,
    collisions,
    conflicts,
    documents,
    events,
    forecasts,
    queue,
    speakers,
    statements,
)
from wederhoor.store.search_sql import holding
from wederhoor.store.search_terms import SearchTerm
from wederhoor.store.selects import (
    collision_query,
    collision_row_of,
    conflict_query,
    conflict_row,
    converter,
    document_row_of,
    event_row,
    forecast_query,
    forecast_row,
    held_query,
    statement_query,
    statement_row,
)

DocumentOrder = Literal["statements", "events", "forecasts", "corrections", "characters"]
"""What documents are ordered by, those with most of it first."""
_SIDES: Final = ("a_speaker_id", "b_speaker_id")


class StatementFilter(msgspec.Struct, frozen=True, kw_only=True):
    """Which statements are meant; None or nothing is all. ``since`` and ``until`` are days of documents, both inclusive."""

    speakers: tuple[int, ...] | None = None
    attitude: Attitude | None = None
    polarity: Polarity | None = None
    form: Form | None = None
    doc: str | None = None
    outlet: str | None = None
    since: str | None = None
    until: str | None = None
    words: tuple[SearchTerm, ...] = ()
    among: frozenset[tuple[str, str]] | None = None
    """These statements only, each by its document and its id there."""


def statement_listing(db: Connection, said: StatementFilter, *, newest: bool = False) -> Listing[StatementRow]:
    """Statements in the order of the documents and their texts, or those of the latest documents first. Raises W808."""
    s = statements.c
    conditions = in_document(db, statements, said.doc)
    if said.speakers is not None:
        conditions.append(s.speaker_id.in_([own for one in said.speakers for own in speaker_ids(db, one)]))
    fields = (("attitude", said.attitude), ("polarity", said.polarity), ("form", said.form))
    conditions += [s[name] == value for name, value in fields if value is not None]
    conditions += [] if said.outlet is None else [documents.c.publisher == said.outlet]
    conditions += [] if said.since is None else [s.date >= said.since, s.date != UNKNOWN]
    conditions += [] if said.until is None else [s.date <= said.until, s.date != UNKNOWN]
    conditions += [holding(db, statements, said.words)] if said.words else []
    conditions += [] if said.among is None else [_is_among(said.among)]
    keys = (s.date, s.id) if newest else (s.id,)
    counting = None if said.outlet or said.among is not None else select(s.id).where(*conditions)
    return Listing(statement_query().where(*conditions), keys, statement_row, down=newest, counting=counting)


def document_listing(
    *, newest: bool = False, order: DocumentOrder | None = None, words: str = ""
) -> Listing[DocumentRow]:
    """The documents in the order in which they came, or the latest date first, or those with most of what ``order`` counts.

    With ``words`` those that have them in their title or name, or are of an outlet of this name.
    """
    d = documents.c
    chosen = select(documents)
    if words.strip():
        named = " ".join(words.split())
        chosen = chosen.where(
            or_(*(column.icontains(named, autoescape=True) for column in (d.title, d.doc, d.publisher)))
        )
    if order is not None:
        return Listing(chosen, (d[order], d.id), document_row_of, down=True)
    return Listing(chosen, (d.date, d.id) if newest else (d.id,), document_row_of, down=newest)


def speaker_listing(words: str = "") -> Listing[SpeakerRow]:
    """Who says something, those who say most first; left out are those who were merged into another, or joined to an account.

    With ``words`` those who have them in their name.
    """
    accounts = select(speakers.c.account).where(speakers.c.account.is_not(None))
    says = or_(speakers.c.statements > 0, speakers.c.id.in_(accounts))
    chosen = select(speakers).where(
        says, speakers.c.nobody == 0, speakers.c.same_as.is_(None), speakers.c.account.is_(None)
    )
    if words.strip():
        chosen = chosen.where(speakers.c.name.icontains(" ".join(words.split()), autoescape=True))
    return Listing(chosen, (speakers.c.statements, speakers.c.id), converter(SpeakerRow), down=True)


def event_listing(
    db: Connection, *, code: EventCode | None = None, doc: str | None = None, by_time: bool = False
) -> Listing[EventRow]:
    """Events in the order of the texts, or by the day on which they happened, those without one left out."""
    conditions = in_document(db, events, doc)
    conditions += [] if code is None else [events.c.code == code]
    conditions += [events.c.time_start != UNKNOWN] if by_time else []
    keys = (events.c.time_start, events.c.id) if by_time else (events.c.id,)
    return Listing(
        held_query(events).where(*conditions), keys, event_row, counting=select(events.c.id).where(*conditions)
    )


def forecast_listing(
    db: Connection,
    *,
    due: str | None = None,
    speaker: int | None = None,
    doc: str | None = None,
    outcome: Literal[ForecastOutcome, "open"] | None = None,
) -> Listing[ForecastRow]:
    """Forecasts by the last day of their window, those without one last; with ``due`` those whose window has passed then.

    ``outcome`` is what came of them, ``open`` those of which nobody said that.
    """
    conditions = [*of_speaker(db, forecasts, speaker), *in_document(db, forecasts, doc)]
    conditions += [] if due is None else [forecasts.c.until < due]
    if outcome is not None:
        conditions.append(forecasts.c.outcome.is_(None) if outcome == "open" else forecasts.c.outcome == outcome)
    counting = select(forecasts.c.id).where(*conditions)
    keys = (forecasts.c.until, forecasts.c.id)
    return Listing(forecast_query().where(*conditions), keys, forecast_row, counting=counting)


def causal_listing(db: Connection, *, speaker: int | None = None, doc: str | None = None) -> Listing[CausalRow]:
    """What is said to lead to what, in the order of the texts."""
    conditions = [*of_speaker(db, causal, speaker), *in_document(db, causal, doc)]
    counting = select(causal.c.id).where(*conditions)
    return Listing(held_query(causal).where(*conditions), (causal.c.id,), converter(CausalRow), counting=counting)


def conflict_listing(
    db: Connection,
    *,
    kind: ConflictKind | None = None,
    doc: str | None = None,
    speaker: int | None = None,
    waiting: bool = False,
) -> Listing[ConflictRow]:
    """The conflicts within documents, in the order of the texts; with ``waiting`` those of the queue, which nobody has judged."""
    conditions = [*in_document(db, conflicts, doc), *_of_either(db, conflicts, speaker)]
    conditions += [] if kind is None else [conflicts.c.kind == kind]
    if waiting:
        conditions.append(conflicts.c.id.in_(select(queue.c.row).where(queue.c.layer == "conflicts")))
    counting = select(conflicts.c.id).where(*conditions)
    return Listing(conflict_query().where(*conditions), (conflicts.c.id,), conflict_row, counting=counting)


def collision_listing(
    db: Connection,
    *,
    kind: ConflictKind | None = None,
    doc: str | None = None,
    verdict: Verdict | Literal["open"] | None = None,
    speaker: int | None = None,
) -> Listing[CollisionRow]:
    """The conflicts across documents, in the order in which they were found: all but the rejected, or those with a verdict.

    ``open`` are those that nobody judged.
    """
    c = collisions.c
    conditions = _of_either(db, collisions, speaker)
    conditions += [] if kind is None else [c.kind == kind]
    if doc is not None:
        number = document_row(db, doc).id
        conditions.append(or_(c.a_document_id == number, c.b_document_id == number))
    if verdict == "open":
        conditions.append(c.verdict.is_(None))
    else:
        conditions.append(c.verdict == verdict if verdict else c.verdict.is_distinct_from("reject"))
    counting = select(c.id).where(*conditions)
    return Listing(collision_query().where(*conditions), (c.id,), collision_row_of, counting=counting)


def _of_either(db: Connection, table: Table, speaker: int | None) -> list[ColumnElement[bool]]:
    """The condition that a speaker is on one side or the other; none where he is None."""
    if speaker is None:
        return []
    own = speaker_ids(db, speaker)
    # two halves, each by its index: an OR of the two would be looked for among all conflicts
    return [table.c.id.in_(union(*(select(table.c.id).where(table.c[side].in_(own)) for side in _SIDES)))]


def document_row(db: Connection, doc: str) -> DocumentRow:
    """What is known of one document. Raises W808."""
    row = db.execute(select(documents).where(documents.c.doc == doc)).mappings().one_or_none()
    if row is None:
        raise WederhoorError("W808", what="document", name=doc, where="the case", remedy="wederhoor cases lists them.")
    return document_row_of(row)


def speaker_ids(db: Connection, speaker: int) -> Sequence[int]:
    """A speaker's number and those of all who were merged with him; of an account that was joined, those of its members."""
    s = speakers.c
    head = db.execute(select(func.coalesce(s.same_as, s.id)).where(s.id == speaker)).scalar()
    same = select(s.id).where(or_(s.id == head, s.same_as == head, s.account == head)).order_by(s.id)
    return [] if head is None else [*db.execute(same).scalars()]


def of_speaker(db: Connection, table: Table, speaker: int | None) -> list[ColumnElement[bool]]:
    """The condition that rows are of a speaker; none where he is None."""
    return [] if speaker is None else [table.c.speaker_id.in_(speaker_ids(db, speaker))]


def _is_among(some: Iterable[tuple[str, str]]) -> ColumnElement[bool]:
    """The condition that a statement, joined to its document, is one of some."""
    by_doc: defaultdict[str, list[str]] = defaultdict(list)
    for doc, item in sorted(some):
        by_doc[doc].append(item)
    return or_(false(), *(and_(documents.c.doc == doc, statements.c.item.in_(items)) for doc, items in by_doc.items()))


def in_document(db: Connection, table: Table, doc: str | None) -> list[ColumnElement[bool]]:
    """The condition that rows are of a document; none where it is None. Raises W808."""
    if doc is None:
        return []
    number = document_row(db, doc).id
    return [table.c.id.between(row_id(number, 0), row_id(number + 1, 0) - 1)]
