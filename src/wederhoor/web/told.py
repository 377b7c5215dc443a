"""Who tells of what happened when, from the tables of a case: counted for the timeline, and the events of one teller."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, TextClause, and_, select

from wederhoor.exchange.timeline.lanes import EventTeller, ToldCount, in_order
from wederhoor.exchange.timeline.told import UNNAMED, ToldEvent, author_of, place_in_time
from wederhoor.records import AUTHOR, MAINTAINED
from wederhoor.store.columns import row_id
from wederhoor.store.joins import batched
from wederhoor.store.keyset import Listing, page
from wederhoor.store.listings import StatementFilter, speaker_ids, statement_listing
from wederhoor.store.row_types import EventRow, StatementRow
from wederhoor.store.schema import OWN, REPORTED, UNKNOWN, documents, events, speakers, statements
from wederhoor.store.selects import event_row, held_query
from wederhoor.web.queries import document_number

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
    """Every speaker as he is counted: who was merged with the other, who was joined with his account."""
    rows = {row.id: row for row in db.execute(select(speakers))}
    heads = {number: rows[row.account or row.same_as or number] for number, row in rows.items()}
    known = {head.id: EventTeller("speaker", f"speaker-{head.id}", head.name) for head in heads.values()}
    return {number: known[head.id] for number, head in heads.items()}


def _names(
    db: Connection, key: ColumnElement[int], name: ColumnElement[Any], wanted: Iterable[int | None]
) -> dict[int, Any]:
    numbers = sorted({number for number in wanted if number is not None})
    chosen = (select(key, name).where(key.in_(few)) for few in batched(numbers))
    return {number: called for query in chosen for number, called in db.execute(query)}


def told_by(db: Connection, teller: str | None) -> list[Condition]:
    """The condition that events are what a teller tells of, by his key; none where it is None."""
    if teller is None:
        return []
    kind, _, name = teller.partition("-")
    if kind == "speaker":
        return [events.c.speaker_id.in_(speaker_ids(db, int(name)))]
    if kind == "text":
        number = int(name)
        return [OWN, events.c.id.between(row_id(number, 0), row_id(number + 1, 0) - 1)]
    return [OWN, documents.c.publisher == name] if kind == "outlet" else [REPORTED, events.c.speaker_id.is_(None)]


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
    said = StatementFilter(since=start, until=end)
    if kind == "speaker":
        said = StatementFilter(since=start, until=end, speakers=(int(name),))
    elif kind == "unnamed":
        said = StatementFilter(speakers=())
    elif kind == "outlet":
        said = StatementFilter(since=start, until=end, outlet=name)
    listing = statement_listing(db, said)
    if kind == "text":
        number = int(name)
        inside = statements.c.id.between(row_id(number, 0), row_id(number + 1, 0) - 1)
        listing = replace(listing, chosen=listing.chosen.where(inside))
    return replace(listing, keys=(statements.c.date, statements.c.id))


def told_first(
    db: Connection, teller: str | None, start: str | None, end: str | None, most: int
) -> tuple[ToldEvent, ...]:
    """The first events of a period, by the day at which they stand, as many as ``most``."""
    own = told_by(db, teller)
    known = page(db, event_list(dated(start, end), *own), None, most).rows
    by_date = Listing(held_query(events).where(undated(start, end), *own), (documents.c.date, events.c.id), event_row)
    rows = [*known, *page(db, by_date, None, most).rows]
    numbers = {document_number(row.id) for row in rows}
    outlets = _names(db, documents.c.id, documents.c.publisher, numbers)
    found = [_told(row, outlets[document_number(row.id)]) for row in rows]
    return tuple(sorted(found, key=place_in_time))[:most]


def _told(row: EventRow, publisher: str | None) -> ToldEvent:
    if row.holder == AUTHOR:
        teller = author_of("", row.doc, publisher)
    else:
        teller = EventTeller("speaker", "", row.speaker) if row.speaker else UNNAMED
    same = ("date", "code", "polarity", "modality", "agents", "patients", "stance", "verb", "quote", "lang")
    fields = {name: getattr(row, name) for name in same}
    return ToldEvent(teller=teller, start=row.time_start, end=row.time_end, **fields)
