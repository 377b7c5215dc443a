"""Who tells of what happened when, from the tables of a case: counted for the timeline, and the events of one teller."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import Final

from sqlalchemy import ColumnElement, Connection, Table, TextClause, and_, or_, select

from wederhoor.exchange.timeline.lanes import EventTeller, ToldCount, in_order
from wederhoor.exchange.timeline.told import UNNAMED, ToldEvent, author_of, place_in_time
from wederhoor.records import AUTHOR, MAINTAINED
from wederhoor.store.keyset import Listing, page
from wederhoor.store.listings import StatementFilter, in_document, speaker_ids, statement_listing
from wederhoor.store.row_types import EventRow, StatementRow
from wederhoor.store.schema import OWN, REPORTED, UNKNOWN, documents, events, speakers, statements
from wederhoor.store.selects import event_row, held_query
from wederhoor.web.queries import document_number, document_of

Condition = ColumnElement[bool] | TextClause
FIRST: Final = "0001-01-01"
LAST: Final = "9999-12-31"


def tallies(db: Connection) -> tuple[ToldCount, ...]:
    """How many events everybody tells of, by day; those whose day is not known by the date of their document."""
    e, s, d = events.c, statements.c, documents.c
    held = and_(e.polarity == "+", e.modality == "actual")
    joined = events.outerjoin(statements, s.id == e.holder_row)
    rows = db.execute(select(e.document_id, e.speaker_id, e.holder, e.time_start, held, s.stance).select_from(joined))
    texts = {row.id: row for row in db.execute(select(d.id, d.doc, d.publisher, d.date))}
    people = _accounts(db)
    authors = {number: author_of(number, row.doc, row.publisher) for number, row in texts.items()}
    counts: Counter[tuple[EventTeller, str, bool, bool]] = Counter()
    for document, speaker, holder, start, happened, stance in rows:
        own = holder == AUTHOR
        teller = authors[document] if own else UNNAMED if speaker is None else people[speaker]
        day = start[:10] if start else texts[document].date
        counts[teller, day, bool(start), bool(happened and (own or stance in MAINTAINED))] += 1
    return in_order(ToldCount(*key, events) for key, events in counts.items())


def _accounts(db: Connection) -> dict[int, EventTeller]:
    """Every speaker as he is counted: who was merged with the other, who was joined with his account, *iedereen* as unnamed."""
    rows = {row.id: row for row in db.execute(select(speakers))}
    heads = {number: rows[row.account or row.same_as or number] for number, row in rows.items()}
    known = {
        head.id: UNNAMED if head.nobody else EventTeller("speaker", f"speaker-{head.id}", head.name)
        for head in heads.values()
    }
    return {number: known[head.id] for number, head in heads.items()}


def told_by(db: Connection, teller: str | None) -> list[Condition]:
    """The condition that events are what a teller tells of, by his key; none where it is None."""
    if teller is None:
        return []
    kind, _, name = teller.partition("-")
    if kind == "speaker":
        return [events.c.speaker_id.in_(speaker_ids(db, int(name)))]
    if kind == "text":
        return [OWN, *in_document(db, events, document_of(db, int(name)))]
    return [OWN, documents.c.publisher == name] if kind == "outlet" else [REPORTED, _unnamed(events)]


def _unnamed(table: Table) -> ColumnElement[bool]:
    """The condition that rows are of authority without a name, or of who stands for nobody in particular: *iedereen*."""
    nobody = select(speakers.c.id).where(speakers.c.nobody == 1)
    return or_(table.c.speaker_id.is_(None), table.c.speaker_id.in_(nobody))


def dated(start: str | None, end: str | None) -> ColumnElement[bool]:
    """The condition that the day of an event is known, and in a period."""
    return events.c.time_start.between(start or FIRST, end or LAST)


def undated(start: str | None, end: str | None) -> ColumnElement[bool]:
    """The condition that it is not known, and the date of its document in a period; without a period whatever that is."""
    unknown = events.c.time_start == UNKNOWN
    if start is None and end is None:
        return unknown
    return and_(unknown, documents.c.date.between(start or FIRST, end or LAST))


def event_list(*conditions: Condition, by_text: bool = False) -> Listing[EventRow]:
    """Events by the day on which they began; ``by_text``: in the order of the documents and their texts."""
    keys = (events.c.id,) if by_text else (events.c.time_start, events.c.id)
    return Listing(held_query(events).where(*conditions), keys, event_row)


def statements_then(db: Connection, teller: str | None, start: str | None, end: str | None) -> Listing[StatementRow]:
    """What was said in documents of a period, by the teller or in what he wrote, by their dates."""
    kind, _, name = (teller or "").partition("-")
    said = StatementFilter(
        since=start,
        until=end,
        speakers=(int(name),) if kind == "speaker" else None,
        outlet=name if kind == "outlet" else None,
        doc=document_of(db, int(name)) if kind == "text" else None,
    )
    listing = statement_listing(db, said)
    chosen = listing.chosen.where(_unnamed(statements)) if kind == "unnamed" else listing.chosen
    return replace(listing, chosen=chosen, keys=(statements.c.date, statements.c.id))


def told_first(
    db: Connection, teller: str | None, start: str | None, end: str | None, most: int
) -> tuple[ToldEvent, ...]:
    """The first events of a period, by the day at which they stand, as many as ``most``."""
    own = told_by(db, teller)
    known = page(db, event_list(dated(start, end), *own), None, most).rows
    by_date = Listing(held_query(events).where(undated(start, end), *own), (documents.c.date, events.c.id), event_row)
    rows = [*known, *page(db, by_date, None, most).rows]
    numbers = {document_number(row.id) for row in rows}
    d = documents.c
    outlets = {row.id: row.publisher for row in db.execute(select(d.id, d.publisher).where(d.id.in_(numbers)))}
    found = [_told(row, outlets[document_number(row.id)]) for row in rows]
    return tuple(sorted(found, key=place_in_time))[:most]


def _told(row: EventRow, publisher: str | None) -> ToldEvent:
    name = (publisher or row.doc) if row.holder == AUTHOR else row.speaker or ""
    same = ("date", "code", "polarity", "modality", "agents", "patients", "stance", "verb", "quote", "lang")
    fields = {field: getattr(row, field) for field in same}
    return ToldEvent(name=name, start=row.time_start, end=row.time_end, **fields)
