"""Pages of what a case holds.

Each is found by an index and goes on where the last one ended, so that a page of 200,000 rows costs what a page of 200 does.
``after`` is the ``next`` of the page before.
"""

from __future__ import annotations

import msgspec
from sqlalchemy import (
    ColumnElement,
    Connection,
    Table,
    func,
    or_,
    select,
    text,
)

from wederhoor.errors import WederhoorError
from wederhoor.records import Attitude, ConflictKind, EventCode
from wederhoor.store.columns import row_id
from wederhoor.store.listed import (
    CausalRow,
    CollisionRow,
    ConflictRow,
    DocumentRow,
    EventRow,
    ForecastRow,
    Page,
    SpeakerRow,
    StatementRow,
    Summary,
    Verdict,
)
from wederhoor.store.paging import PAGE, page
from wederhoor.store.rows import speaker_key
from wederhoor.store.schema import (
    UNKNOWN,
    causal,
    collisions,
    conflicts,
    corrections,
    documents,
    events,
    forecasts,
    speakers,
    stale,
    state,
    statements,
)
from wederhoor.store.selects import (
    collision_query,
    conflict_query,
    converter,
    document_row_of,
    event_row,
    forecast_row,
    held_query,
    statement_query,
    statement_row,
)


def state_of(db: Connection) -> int:
    """A number that is another whenever something was written into the case."""
    return int(db.execute(select(state.c.changes)).scalar_one())


def summary(db: Connection) -> Summary:
    """What is in a case, from counts that are kept."""
    d = documents.c
    sums = (func.count(), func.sum(d.statements), func.sum(d.events), func.sum(d.forecasts), func.max(d.imported_at))
    days = (func.min(func.nullif(d.date, UNKNOWN)), func.max(func.nullif(d.date, UNKNOWN)))
    rows = db.execute(select(d.made_by, *sums, *days).group_by(d.made_by).order_by(d.made_by)).all()
    made, count, said, done, foretold, imported, first, last = zip(*rows, strict=True) if rows else ((),) * 8
    return Summary(
        documents=sum(count),
        statements=sum(said),
        events=sum(done),
        forecasts=sum(foretold),
        speakers=_count(db, speakers, speakers.c.statements > 0, speakers.c.same_as.is_(None)),
        corrections=_count(db, corrections),
        stale=_count(db, stale),
        unmatched=_count(db, documents, documents.c.matched <= 0),
        first=min(filter(None, first), default=None),
        last=max(filter(None, last), default=None),
        imported_at=max(imported, default=None),
        made_by=tuple(", ".join(f"{k} {v}" for k, v in msgspec.json.decode(row).items()) for row in made),
        revision=db.execute(text("SELECT version_num FROM alembic_version")).scalar_one(),
    )


def list_documents(
    db: Connection, *, newest: bool = False, after: str | None = None, limit: int = PAGE
) -> Page[DocumentRow]:
    """The documents in the order in which they came, or the latest date first."""
    chosen = select(documents)
    keys = (documents.c.date, documents.c.id) if newest else (documents.c.id,)
    return page(db, chosen, keys, document_row_of, after, limit, down=newest)


def document_row(db: Connection, doc: str) -> DocumentRow:
    """What is known of one document. Raises W808."""
    row = db.execute(select(documents).where(documents.c.doc == doc)).mappings().one_or_none()
    if row is None:
        raise WederhoorError("W808", what="document", name=doc, where="the case", remedy="wederhoor cases lists them.")
    return document_row_of(row)


def list_speakers(db: Connection, *, after: str | None = None, limit: int = PAGE) -> Page[SpeakerRow]:
    """Who says something, those who say most first; left out are those who were merged into another, or joined to an account."""
    accounts = select(speakers.c.account).where(speakers.c.account.is_not(None))
    says = or_(speakers.c.statements > 0, speakers.c.id.in_(accounts))
    chosen = select(speakers).where(says, speakers.c.same_as.is_(None), speakers.c.account.is_(None))
    return page(db, chosen, (speakers.c.statements, speakers.c.id), converter(SpeakerRow), after, limit, down=True)


def speaker_ids(db: Connection, speaker: int) -> list[int]:
    """A speaker's number and those of all who were merged with him; of an account that was joined, those of its members."""
    s = speakers.c
    head = db.execute(select(func.coalesce(s.same_as, s.id)).where(s.id == speaker)).scalar()
    same = select(s.id).where(or_(s.id == head, s.same_as == head, s.account == head)).order_by(s.id)
    return [] if head is None else [*db.execute(same).scalars()]


def find_speakers(db: Connection, name: str, limit: int = PAGE) -> list[SpeakerRow]:
    """The speaker of this name, else all who have it in theirs, those who say most first; who was merged counts as the other."""
    key = speaker_key(name)
    for condition in (speakers.c.key == key, speakers.c.key.contains(key, autoescape=True)):
        heads = select(func.coalesce(speakers.c.same_as, speakers.c.id)).where(condition)
        chosen = select(speakers).where(speakers.c.id.in_(heads), speakers.c.statements > 0)
        rows = db.execute(chosen.order_by(speakers.c.statements.desc(), speakers.c.id).limit(limit)).mappings().all()
        if rows:
            return [converter(SpeakerRow)(row) for row in rows]
    return []


def list_statements(
    db: Connection,
    *,
    speaker: int | None = None,
    attitude: Attitude | None = None,
    doc: str | None = None,
    newest: bool = False,
    after: str | None = None,
    limit: int = PAGE,
) -> Page[StatementRow]:
    """Statements in the order of the documents and their texts, or those of the latest documents first."""
    conditions = [*_of_speaker(db, statements, speaker), *_in_document(db, statements, doc)]
    if attitude is not None:
        conditions.append(statements.c.attitude == attitude)
    keys = (statements.c.date, statements.c.id) if newest else (statements.c.id,)
    return page(db, statement_query().where(*conditions), keys, statement_row, after, limit, down=newest)


def list_events(
    db: Connection,
    *,
    code: EventCode | None = None,
    doc: str | None = None,
    by_time: bool = False,
    after: str | None = None,
    limit: int = PAGE,
) -> Page[EventRow]:
    """Events in the order of the texts, or by the day on which they happened, those without one left out."""
    conditions = _in_document(db, events, doc)
    if code is not None:
        conditions.append(events.c.code == code)
    if by_time:
        conditions.append(events.c.time_start != UNKNOWN)
    keys = (events.c.time_start, events.c.id) if by_time else (events.c.id,)
    return page(db, held_query(events).where(*conditions), keys, event_row, after, limit)


def list_forecasts(
    db: Connection, *, due: str | None = None, doc: str | None = None, after: str | None = None, limit: int = PAGE
) -> Page[ForecastRow]:
    """Forecasts by the last day of their window, those without one last; with ``due`` those whose window has passed then."""
    conditions = _in_document(db, forecasts, doc)
    if due is not None:
        conditions.append(forecasts.c.until < due)
    keys = (forecasts.c.until, forecasts.c.id)
    return page(db, held_query(forecasts).where(*conditions), keys, forecast_row, after, limit)


def list_causal(
    db: Connection,
    *,
    speaker: int | None = None,
    doc: str | None = None,
    after: str | None = None,
    limit: int = PAGE,
) -> Page[CausalRow]:
    """What is said to lead to what, in the order of the texts."""
    conditions = [*_of_speaker(db, causal, speaker), *_in_document(db, causal, doc)]
    return page(db, held_query(causal).where(*conditions), (causal.c.id,), converter(CausalRow), after, limit)


def list_conflicts(
    db: Connection,
    *,
    kind: ConflictKind | None = None,
    doc: str | None = None,
    after: str | None = None,
    limit: int = PAGE,
) -> Page[ConflictRow]:
    """The conflicts within documents, in the order of the texts."""
    conditions = _in_document(db, conflicts, doc)
    if kind is not None:
        conditions.append(conflicts.c.kind == kind)
    chosen = conflict_query()
    return page(db, chosen.where(*conditions), (conflicts.c.id,), converter(ConflictRow), after, limit)


def list_collisions(
    db: Connection,
    *,
    kind: ConflictKind | None = None,
    doc: str | None = None,
    verdict: Verdict | None = None,
    after: str | None = None,
    limit: int = PAGE,
) -> Page[CollisionRow]:
    """The conflicts across documents, in the order in which they were found: all but the rejected, or those with a verdict."""
    chosen = collision_query()
    if doc is not None:
        number = document_row(db, doc).id
        chosen = chosen.where(or_(collisions.c.a_document_id == number, collisions.c.b_document_id == number))
    if kind is not None:
        chosen = chosen.where(collisions.c.kind == kind)
    said = collisions.c.verdict
    chosen = chosen.where(said == verdict if verdict else or_(said.is_(None), said != "reject"))
    return page(db, chosen, (collisions.c.id,), converter(CollisionRow), after, limit)


def collision_row(db: Connection, number: int) -> CollisionRow | None:
    """One conflict across documents, rejected or not; None where there is none of that number."""
    row = db.execute(collision_query().where(collisions.c.id == number)).mappings().one_or_none()
    return None if row is None else converter(CollisionRow)(row)


def _of_speaker(db: Connection, table: Table, speaker: int | None) -> list[ColumnElement[bool]]:
    return [] if speaker is None else [table.c.speaker_id.in_(speaker_ids(db, speaker))]


def _in_document(db: Connection, table: Table, doc: str | None) -> list[ColumnElement[bool]]:
    if doc is None:
        return []
    number = document_row(db, doc).id
    return [table.c.id.between(row_id(number, 0), row_id(number + 1, 0) - 1)]


def _count(db: Connection, table: Table, *conditions: ColumnElement[bool]) -> int:
    return int(db.execute(select(func.count()).select_from(table).where(*conditions)).scalar_one())
