"""Pages of what a case holds.

Each is found by an index and goes on where the last one ended, so that a page of 200,000 rows costs what a page of 200 does.
``after`` is the ``next`` of the page before.
"""

from __future__ import annotations

import msgspec
from sqlalchemy import ColumnElement, Connection, Table, func, or_, select, text, union

from wederhoor.records import Attitude, ConflictKind, EventCode
from wederhoor.store.answers import Page, Summary
from wederhoor.store.keyset import PAGE, page
from wederhoor.store.listings import (
    StatementFilter,
    causal_listing,
    collision_listing,
    conflict_listing,
    document_listing,
    event_listing,
    forecast_listing,
    speaker_listing,
    statement_listing,
)
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
from wederhoor.store.rows import speaker_key
from wederhoor.store.schema import UNKNOWN, collisions, corrections, documents, speakers, spoken, stale, state
from wederhoor.store.selects import collision_query, collision_row_of, converter, document_row_of

SpeakerNames = tuple[tuple[str, int], ...]
"""Names of speakers, as ``speaker_names`` gives them."""


def state_of(db: Connection) -> int:
    """A number that is another whenever something was written into the case."""
    return int(db.execute(select(state.c.changes)).scalar_one())


def findings_of(db: Connection) -> int:
    """A number that is another whenever more was written than that a finding is right: what was found may be another."""
    return int(db.execute(select(state.c.findings)).scalar_one())


def summary(db: Connection) -> Summary:
    """What is in a case, from counts that are kept."""
    d = documents.c
    sums = (func.count(), func.sum(d.statements), func.sum(d.events), func.sum(d.forecasts), func.max(d.imported_at))
    days = (func.min(func.nullif(d.date, UNKNOWN)), func.max(func.nullif(d.date, UNKNOWN)))
    rows = db.execute(select(d.made_by, *sums, *days).group_by(d.made_by).order_by(d.made_by)).all()
    made, count, said, done, foretold, imported, first, last = zip(*rows, strict=True) if rows else ((),) * 8
    corrected = db.execute(select(func.max(corrections.c.at))).scalar_one()
    return Summary(
        documents=sum(count),
        statements=sum(said),
        events=sum(done),
        forecasts=sum(foretold),
        speakers=_count(db, speakers, speakers.c.statements > 0, speakers.c.same_as.is_(None), speakers.c.nobody == 0),
        corrections=_count(db, corrections),
        stale=_count(db, stale),
        unmatched=_count(db, documents, documents.c.matched <= 0),
        first=min(filter(None, first), default=None),
        last=max(filter(None, last), default=None),
        imported_at=max(imported, default=None),
        changed_at=max(filter(None, [*imported, corrected]), default=None),
        description=db.execute(select(state.c.description)).scalar_one(),
        made_by=tuple(", ".join(f"{k} {v}" for k, v in msgspec.json.decode(row).items()) for row in made),
        revision=db.execute(text("SELECT version_num FROM alembic_version")).scalar_one(),
    )


def list_documents(
    db: Connection, *, newest: bool = False, after: str | None = None, limit: int = PAGE
) -> Page[DocumentRow]:
    """The documents in the order in which they came, or the latest date first."""
    return page(db, document_listing(newest=newest), after, limit)


def undated_documents(db: Connection, limit: int) -> tuple[tuple[DocumentRow, ...], int]:
    """The first documents whose day is not known, and how many there are in all."""
    undated = documents.c.date == UNKNOWN
    rows = db.execute(select(documents).where(undated).order_by(documents.c.id).limit(limit)).mappings()
    return tuple(map(document_row_of, rows)), _count(db, documents, undated)


def list_speakers(db: Connection, *, after: str | None = None, limit: int = PAGE) -> Page[SpeakerRow]:
    """Who says something, as ``speaker_listing``."""
    return page(db, speaker_listing(), after, limit)


def speaker_names(db: Connection) -> SpeakerNames:
    """The names that speakers go by, each with the number of who it means, those who say most first.

    Who was merged into another counts as the other.
    """
    own, head = speakers.alias("own"), speakers.alias("head")
    named = union(
        select(speakers.c.called.label("key"), speakers.c.id), select(spoken.c.key, spoken.c.speaker_id)
    ).subquery()
    joined = named.join(own, own.c.id == named.c.id).join(head, head.c.id == func.coalesce(own.c.same_as, own.c.id))
    chosen = select(named.c.key, head.c.id).select_from(joined).where(head.c.statements > 0)
    return tuple(
        (key, number) for key, number in db.execute(chosen.order_by(head.c.statements.desc(), head.c.id, named.c.key))
    )


def find_speakers(db: Connection, name: str, limit: int = PAGE, names: SpeakerNames | None = None) -> list[SpeakerRow]:
    """The speaker of this name, else all who have it in theirs, those who say most first; ``names`` where they are known."""
    key = speaker_key(name)
    known = speaker_names(db) if names is None else names
    meant = [number for called, number in known if called == key] or [
        number for called, number in known if key in called
    ]
    first = [*dict.fromkeys(meant)][:limit]
    found = {row["id"]: row for row in db.execute(select(speakers).where(speakers.c.id.in_(first))).mappings()}
    return [converter(SpeakerRow)(found[number]) for number in first]


def find_documents(db: Connection, name: str, limit: int = PAGE) -> list[DocumentRow]:
    """The documents with these words in their title or name, or of an outlet of this name, the latest first."""
    d = documents.c
    named = or_(*(column.icontains(name, autoescape=True) for column in (d.title, d.doc, d.publisher)))
    chosen = select(documents).where(named).order_by(d.date.desc(), d.id.desc()).limit(limit)
    return [document_row_of(row) for row in db.execute(chosen).mappings()]


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
    """Statements, as ``statement_listing``. Raises W808."""
    said = StatementFilter(speakers=None if speaker is None else (speaker,), attitude=attitude, doc=doc)
    return page(db, statement_listing(db, said, newest=newest), after, limit)


def list_events(
    db: Connection,
    *,
    code: EventCode | None = None,
    doc: str | None = None,
    by_time: bool = False,
    after: str | None = None,
    limit: int = PAGE,
) -> Page[EventRow]:
    """Events, as ``event_listing``. Raises W808."""
    return page(db, event_listing(db, code=code, doc=doc, by_time=by_time), after, limit)


def list_forecasts(
    db: Connection, *, due: str | None = None, doc: str | None = None, after: str | None = None, limit: int = PAGE
) -> Page[ForecastRow]:
    """Forecasts, as ``forecast_listing``. Raises W808."""
    return page(db, forecast_listing(db, due=due, doc=doc), after, limit)


def list_causal(
    db: Connection,
    *,
    speaker: int | None = None,
    doc: str | None = None,
    after: str | None = None,
    limit: int = PAGE,
) -> Page[CausalRow]:
    """What is said to lead to what, as ``causal_listing``. Raises W808."""
    return page(db, causal_listing(db, speaker=speaker, doc=doc), after, limit)


def list_conflicts(
    db: Connection,
    *,
    kind: ConflictKind | None = None,
    doc: str | None = None,
    after: str | None = None,
    limit: int = PAGE,
) -> Page[ConflictRow]:
    """The conflicts within documents, as ``conflict_listing``. Raises W808."""
    return page(db, conflict_listing(db, kind=kind, doc=doc), after, limit)


def list_collisions(
    db: Connection,
    *,
    kind: ConflictKind | None = None,
    doc: str | None = None,
    verdict: Verdict | None = None,
    after: str | None = None,
    limit: int = PAGE,
) -> Page[CollisionRow]:
    """The conflicts across documents, as ``collision_listing``. Raises W808."""
    return page(db, collision_listing(db, kind=kind, doc=doc, verdict=verdict), after, limit)


def collision_row(db: Connection, number: int) -> CollisionRow | None:
    """One conflict across documents, rejected or not; None where there is none of that number."""
    row = db.execute(collision_query().where(collisions.c.id == number)).mappings().one_or_none()
    return None if row is None else collision_row_of(row)


def _count(db: Connection, table: Table, *conditions: ColumnElement[bool]) -> int:
    return int(db.execute(select(func.count()).select_from(table).where(*conditions)).scalar_one())
