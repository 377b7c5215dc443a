"""Who tells of what happened when, from the tables of a case: counted for the timeline, and the events of one teller."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, TextClause, and_, case, func, or_, select

from wederhoor.exchange.timeline.lanes import EventTeller, ToldCount
from wederhoor.exchange.timeline.told import UNNAMED, ToldEvent, author_of
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
    e, d, own = events.c, documents.c, speakers.alias("own")
    joined = events.join(documents, d.id == e.document_id).outerjoin(own, own.c.id == e.speaker_id)
    joined = joined.outerjoin(statements, statements.c.id == e.holder_row)
    by_author, publisher = e.holder == AUTHOR, func.nullif(d.publisher, "")
    happened = and_(e.polarity == "+", e.modality == "actual")
    row = select(
        by_author.label("own"),
        case((by_author, publisher)).label("publisher"),
        case((and_(by_author, publisher.is_(None)), d.id)).label("document"),
        func.coalesce(own.c.account, own.c.same_as, own.c.id).label("speaker"),
        case((e.time_start != UNKNOWN, func.substr(e.time_start, 1, 10)), else_=d.date).label("day"),
        (e.time_start != UNKNOWN).label("known"),
        and_(happened, or_(by_author, statements.c.stance.in_(sorted(MAINTAINED)))).label("held"),
    )
    each = row.select_from(joined).subquery()
    counted = db.execute(select(each, func.count().label("events")).group_by(*each.c).order_by(*each.c)).all()
    texts = _names(db, documents.c.id, documents.c.doc, (one.document for one in counted))
    people = _names(db, speakers.c.id, speakers.c.name, (one.speaker for one in counted))

    def teller(own: bool, publisher: str | None, document: int | None, speaker: int | None) -> EventTeller:  # noqa: FBT001
        if own:
            return author_of(document, texts.get(document or 0, ""), publisher)
        return UNNAMED if speaker is None else EventTeller("speaker", f"speaker-{speaker}", people[speaker])

    return tuple(
        ToldCount(
            teller(one.own, one.publisher, one.document, one.speaker),
            one.day, known=bool(one.known), held=bool(one.held), events=one.events,
        )
        for one in counted
    )  # fmt: skip


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
    return tuple(sorted(found, key=lambda one: (one.day == "", one.day)))[:most]


def _told(row: EventRow, publisher: str | None) -> ToldEvent:
    if row.holder == AUTHOR:
        teller = author_of("", row.doc, publisher)
    else:
        teller = EventTeller("speaker", "", row.speaker) if row.speaker else UNNAMED
    same = ("date", "code", "polarity", "modality", "agents", "patients", "stance", "verb", "quote", "lang")
    fields = {name: getattr(row, name) for name in same}
    return ToldEvent(teller=teller, start=row.time_start, end=row.time_end, **fields)
