"""What the pages look up beside the store's own lists. Each question is answered by an index or a small table."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from typing import Any, Final

import msgspec
from sqlalchemy import Connection, and_, false, func, or_, select

from wederhoor.errors import WederhoorError
from wederhoor.records import Attitude, Certainty, Correction, Polarity, Span, Stance, with_gaps
from wederhoor.records.prepared import prepared
from wederhoor.store.columns import ROWS_A_DOCUMENT, row_id
from wederhoor.store.keyset import count_rows
from wederhoor.store.listings import collision_listing, conflict_listing, speaker_ids
from wederhoor.store.log import logs_of
from wederhoor.store.overlay import standing_corrections
from wederhoor.store.row_types import CollisionRow, ConflictRow, ForecastRow, QueueRow, SpeakerRow, StatementRow
from wederhoor.store.schema import (
    case_actors,
    causal,
    collisions,
    conflicts,
    documents,
    identities,
    speakers,
    stale,
    statements,
)
from wederhoor.store.selects import conflict_query, conflict_row, with_speaker

NOWHERE: Final = (0, "")
"""No statement of any document."""


class Side(msgspec.Struct, frozen=True, kw_only=True):
    """A side of a conflict in its context; without a statement the words are the author's. ``number`` is the document's."""

    speaker: str | None
    attitude: Attitude | None
    polarity: Polarity | None
    certainty: Certainty | None
    stance: Stance | None
    verb: str | None
    quote: str
    quote_full: str
    gaps: tuple[Span, ...]
    before: str = ""
    after: str = ""
    item: str | None
    number: int
    doc: str
    date: str | None
    lang: str
    via: str | None = None
    """Who reports it, where it stands in the statement of another; empty where that one has no name."""


class Judged(msgspec.Struct, frozen=True):
    """What was last said of an item: the number of the correction, whether the item stands, and who said it."""

    number: int
    kind: str
    who: str


def document_of(db: Connection, number: int) -> str:
    """The name of a document by its number. Raises W808."""
    doc = db.execute(select(documents.c.doc).where(documents.c.id == number)).scalar_one_or_none()
    if doc is None:
        raise WederhoorError("W808", what="document", name=number, where="the case", remedy="The case lists them at /.")
    return str(doc)


def document_numbers(db: Connection, docs: Iterable[str]) -> dict[str, int]:
    """The numbers of documents by their names."""
    chosen = select(documents.c.doc, documents.c.id).where(documents.c.doc.in_(sorted(docs)))
    return {row.doc: row.id for row in db.execute(chosen)}


def document_number(row: int) -> int:
    """The document of a row, by the row's number."""
    return row // ROWS_A_DOCUMENT


def speaker_of(db: Connection, number: int) -> SpeakerRow:
    """A speaker by his number; of one who was merged, the other, of one who was joined, the account. Raises W808."""
    head = (
        select(func.coalesce(speakers.c.account, speakers.c.same_as, speakers.c.id))
        .where(speakers.c.id == number)
        .scalar_subquery()
    )
    row = db.execute(select(speakers).where(speakers.c.id == head)).mappings().one_or_none()
    if row is None:
        raise WederhoorError("W808", what="speaker", name=number, where="the case", remedy="/accounts lists them.")
    return msgspec.convert({name: row[name] for name in ("id", "name", "statements", "same_as")}, prepared(SpeakerRow))


def statements_of(db: Connection, speaker: int) -> frozenset[tuple[str, str]]:
    """The statements of a speaker, and of those who were merged or joined with him: document and id."""
    s = statements.c
    joined = statements.join(documents, documents.c.id == s.document_id)
    chosen = select(documents.c.doc, s.item).select_from(joined).where(s.speaker_id.in_(speaker_ids(db, speaker)))
    return frozenset((doc, item) for doc, item in db.execute(chosen))


def speakers_with_causes(db: Connection, numbers: Collection[int]) -> frozenset[int]:
    """Those of some speakers, merged and joined ones counted as theirs, who say that something leads to something."""
    s = speakers.c
    head = func.coalesce(s.account, s.same_as, s.id)
    joined = causal.join(speakers, s.id == causal.c.speaker_id)
    return frozenset(db.execute(select(head).select_from(joined).where(head.in_(numbers)).distinct()).scalars())


def first_documents(db: Connection, numbers: Collection[int]) -> dict[int, str]:
    """The name of the first document in which each of some speakers speaks."""
    s = speakers.c
    head = func.coalesce(s.account, s.same_as, s.id)
    joined = statements.join(speakers, s.id == statements.c.speaker_id)
    first = select(head.label("head"), func.min(statements.c.document_id).label("number")).select_from(joined)
    found = first.where(head.in_(numbers)).group_by(head).subquery()
    chosen = select(found.c.head, documents.c.doc).join(documents, documents.c.id == found.c.number)
    return {int(number): str(doc) for number, doc in db.execute(chosen)}


def first_documents_of_actors(db: Connection, numbers: Collection[int]) -> dict[int, str]:
    """The name of the first document in which each of some actors of the case appears."""
    c = case_actors.c
    head = func.coalesce(c.same_as, c.id)
    joined = identities.join(case_actors, c.id == identities.c.case_actor)
    first = select(head, func.min(identities.c.actor_row)).select_from(joined).where(head.in_(numbers)).group_by(head)
    found = {int(number): document_number(row) for number, row in db.execute(first)}
    names = select(documents.c.id, documents.c.doc).where(documents.c.id.in_({*found.values()}))
    docs = {row.id: str(row.doc) for row in db.execute(names)}
    return {number: docs[document] for number, document in found.items()}


def outer_speakers(db: Connection, rows: Sequence[StatementRow]) -> dict[int, str | None]:
    """On whose word statements come that stand in another's: by their rows; None where that one has no name."""
    places = {row.id: (document_number(row.id), row.parent) for row in rows if row.parent}
    found = _speakers_at(db, {*places.values()})
    own = {row.id: row.speaker for row in rows}
    return {row: found[place] for row, place in places.items() if place in found and found[place] != own[row]}


def reporters_of(db: Connection, rows: Sequence[QueueRow | ForecastRow]) -> dict[int, str | None]:
    """As ``outer_speakers``, of the statements among findings that wait to be judged, and of those that forecasts stand in."""
    places = {row.id: (document_number(row.id), said) for row in rows if (said := _statement_of(row))}
    if not places:
        return {}
    s = statements.c
    inside = [
        and_(s.id.between(row_id(number, 0), row_id(number + 1, 0) - 1), s.item == item)
        for number, item in {*places.values()}
    ]
    chosen = select(s.document_id, s.item, s.parent).where(or_(*inside), s.parent.is_not(None))
    within = {(number, item): (number, parent) for number, item, parent in db.execute(chosen)}
    found = _speakers_at(db, {*within.values()})
    told = {row.id: found[within[places[row.id]]] for row in rows if within.get(places.get(row.id, NOWHERE)) in found}
    own = {row.id: row.speaker for row in rows}
    return {row: name for row, name in told.items() if name != own[row]}


def _statement_of(row: QueueRow | ForecastRow) -> str:
    """The id of the statement that a row is, or stands in; empty for none."""
    if isinstance(row, ForecastRow):
        return row.holder
    return row.item if row.layer == "attributions" else ""


def _speakers_at(db: Connection, places: Collection[tuple[int, str]]) -> dict[tuple[int, str], str | None]:
    """Who says these statements, by the number of their document and their id."""
    if not places:
        return {}
    s = statements.c
    inside = [
        and_(s.id.between(row_id(number, 0), row_id(number + 1, 0) - 1), s.item == item) for number, item in places
    ]
    joined, name, _ = with_speaker(statements, s.speaker_id, "s")
    chosen = select(s.document_id, s.item, name.label("speaker")).select_from(joined).where(or_(*inside))
    return {(number, item): speaker for number, item, speaker in db.execute(chosen)}


def sides_of(db: Connection, rows: Sequence[ConflictRow]) -> dict[int, tuple[Side, Side]]:
    """Both sides of conflicts in their context, by the conflict's row."""

    def both(row: ConflictRow) -> list[Side]:
        place = {"number": document_number(row.id), "doc": row.doc, "date": row.date}
        return [_side(row, "a", **place), _side(row, "b", **place)]

    return _in_context(db, {row.id: both(row) for row in rows})


def sides_across(db: Connection, rows: Sequence[CollisionRow]) -> dict[int, tuple[Side, Side]]:
    """Both sides of conflicts between documents in their context, by the conflict's row."""
    numbers = document_numbers(db, {doc for row in rows for doc in (row.a_doc, row.b_doc)})

    def one(row: CollisionRow, side: str) -> Side:
        doc = getattr(row, f"{side}_doc")
        return _side(row, side, number=numbers[doc], doc=doc, date=getattr(row, f"{side}_date"))

    return _in_context(db, {row.id: [one(row, "a"), one(row, "b")] for row in rows})


def _side(row: ConflictRow | CollisionRow, side: str, **place: Any) -> Side:  # noqa: ANN401  # of a Side
    names = ("speaker", "attitude", "polarity", "certainty", "stance", "verb", "quote", "quote_full", "gaps")
    said = {name: getattr(row, f"{side}_{name}") for name in names}
    return Side(**said, item=getattr(row, side), lang=row.lang, **place)


def _in_context(db: Connection, told: dict[int, list[Side]]) -> dict[int, tuple[Side, Side]]:
    wanted: defaultdict[int, set[str]] = defaultdict(set)
    for side in (side for both in told.values() for side in both if side.item):
        wanted[side.number].add(side.item or "")
    s = statements.c
    # each document by the range of its rows, which the key finds; statements have no index of documents
    inside = [
        and_(s.id.between(row_id(number, 0), row_id(number + 1, 0) - 1), s.item.in_(sorted(items)))
        for number, items in wanted.items()
    ]
    chosen = select(s.document_id, s.item, s.before, s.after, s.parent).where(or_(false(), *inside))
    found = {(number, item): told for number, item, *told in db.execute(chosen)}
    outer = _speakers_at(db, {(number, parent) for (number, _), (*_, parent) in found.items() if parent})

    def placed(side: Side) -> Side:
        before, after, parent = found.get((side.number, side.item or ""), ("", "", None))
        reporter = outer.get((side.number, parent), side.speaker) if parent else side.speaker
        via = None if reporter == side.speaker else reporter or ""
        return msgspec.structs.replace(side, before=before, after=after, via=via)

    return {row: (placed(both[0]), placed(both[1])) for row, both in told.items()}


def conflicts_counted(db: Connection, numbers: Sequence[int]) -> dict[int, int]:
    """How many conflicts some documents have, within them and with others that nobody rejected; those without are left out."""
    counts: defaultdict[int, int] = defaultdict(int)
    inside = [conflicts.c.id.between(row_id(number, 0), row_id(number + 1, 0) - 1) for number in numbers]
    own = select(conflicts.c.document_id, func.count()).where(or_(false(), *inside)).group_by(conflicts.c.document_id)
    asked = [own]
    for document in (collisions.c.a_document_id, collisions.c.b_document_id):
        kept = collisions.c.verdict.is_distinct_from("reject")
        asked.append(select(document, func.count()).where(document.in_(numbers), kept).group_by(document))
    for number, count in (row for query in asked for row in db.execute(query)):
        counts[number] += count
    return counts


class ConflictCounts(msgspec.Struct, frozen=True):
    """How many conflicts a case has: within its documents, and between them those that nobody rejected."""

    within: int
    across: int


def conflicts_in_all(db: Connection, *, doc: str | None = None, speaker: int | None = None) -> ConflictCounts:
    """The counts of the two lists of conflicts, or of what they have of a document and a speaker. Raises W808."""
    within = conflict_listing(db, doc=doc, speaker=speaker)
    across = collision_listing(db, doc=doc, speaker=speaker)
    return ConflictCounts(count_rows(db, within), count_rows(db, across))


def judged(db: Connection, docs: Iterable[str], layer: str) -> dict[tuple[str, str], Judged]:
    """What people said of the items of a layer, by document and the words that the item stands on."""
    found: dict[tuple[str, str], Judged] = {}
    for doc, log in logs_of(db, sorted(set(docs))).items():
        for made in standing_corrections(log):
            if made.target is not None and made.target.layer == layer:
                found[doc, words_of(made)] = Judged(made.id, made.kind, made.who)
    return found


def words_of(entry: Correction) -> str:
    """The words that a correction's item stands on, as the lists show them; of a conflict both sides."""
    quotes = entry.target.quotes if entry.target else ()
    parts = dict.fromkeys(quote.part for quote in quotes if quote.part != "cue")
    return "\0".join(with_gaps(quote.quote for quote in quotes if quote.part == part) for part in parts)


def conflict_of(db: Connection, number: int, item: str) -> ConflictRow | None:
    """One conflict of a document; None where there is none of that name."""
    inside = conflicts.c.id.between(row_id(number, 0), row_id(number + 1, 0) - 1)
    row = db.execute(conflict_query().where(inside, conflicts.c.item == item).limit(1)).mappings().one_or_none()
    return None if row is None else conflict_row(row)


def events_in_all(db: Connection) -> int:
    """How many events the documents have, dated or not."""
    return int(db.execute(select(func.coalesce(func.sum(documents.c.events), 0))).scalar_one())


def stale_entries(db: Connection, limit: int) -> list[tuple[int, str]]:
    """The corrections that found nothing to correct, with the reason."""
    return [(number, why) for number, why in db.execute(select(stale.c.correction_id, stale.c.why).limit(limit))]
