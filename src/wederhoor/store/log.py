"""The log of corrections, which only grows: who said what of which item, and when."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import msgspec
from sqlalchemy import Connection, RowMapping, func, insert, select

from wederhoor.records import Anchor, Correction, CorrectionKind, Stale
from wederhoor.records.prepared import prepared
from wederhoor.store.overlay import standing_corrections, undoings
from wederhoor.store.schema import corrections, stale

MOST = 2**31 - 1
"""The highest number that an entry can have."""


def corrections_of(db: Connection, doc: str | None) -> list[Correction]:
    """The entries on one document, or with None those on the case, with the entries that undo them; oldest first."""
    chosen = corrections.c.doc.is_(None) if doc is None else corrections.c.doc == doc
    return [_entry(row) for row in db.execute(select(corrections).where(chosen).order_by(corrections.c.id)).mappings()]


def whole_log(db: Connection) -> list[Correction]:
    """All entries, oldest first."""
    return [_entry(row) for row in db.execute(select(corrections).order_by(corrections.c.id)).mappings()]


def latest_entries(db: Connection, limit: int, before: int | None = None, who: str | None = None) -> list[Correction]:
    """The last entries, of one person where he is named, or those before the one of that number, the latest first."""
    chosen = select(corrections).order_by(corrections.c.id.desc()).limit(limit)
    if before is not None:
        chosen = chosen.where(corrections.c.id < min(before, MOST))
    if who is not None:
        chosen = chosen.where(corrections.c.who == who)
    return [_entry(row) for row in db.execute(chosen).mappings()]


def undone_among(db: Connection, numbers: Sequence[int]) -> set[int]:
    """Which of some entries do not hold: what took them back was not taken back itself."""
    if not numbers:
        return set()
    undoing = select(corrections).where(corrections.c.id >= min(numbers), corrections.c.kind == "undo")
    return {*undoings(_entry(row) for row in db.execute(undoing).mappings())} & {*numbers}


class Corrector(msgspec.Struct, frozen=True):
    """How many entries of the log somebody made, and when the last (UTC, ISO 8601)."""

    who: str
    entries: int
    last: str


def correctors(db: Connection) -> list[Corrector]:
    """Who made the entries of the log, those with most first."""
    c = corrections.c
    counted = select(c.who, func.count().label("entries"), func.max(c.at).label("last")).group_by(c.who)
    rows = db.execute(counted.order_by(func.count().desc(), c.who))
    return [Corrector(row.who, row.entries, row.last) for row in rows]


def entries_of_kind(db: Connection, kind: CorrectionKind, after: int = 0) -> list[Correction]:
    """The entries of a kind behind a number that were not undone, oldest first."""
    c = corrections.c
    chosen = select(corrections).where(c.id >= after, (c.kind == kind) | (c.kind == "undo")).order_by(c.id)
    return [
        one for one in standing_corrections(_entry(row) for row in db.execute(chosen).mappings()) if one.kind == kind
    ]


def all_of_kind(db: Connection, kind: CorrectionKind) -> list[Correction]:
    """The entries of a kind, undone or not, oldest first."""
    chosen = select(corrections).where(corrections.c.kind == kind).order_by(corrections.c.id)
    return [_entry(row) for row in db.execute(chosen).mappings()]


def logs_of(db: Connection, docs: Sequence[str]) -> dict[str, list[Correction]]:
    """What ``corrections_of`` gives for each of some documents, a thousand at most; for one without entries nothing."""
    found: defaultdict[str, list[Correction]] = defaultdict(list)
    chosen = select(corrections).where(corrections.c.doc.in_(docs)).order_by(corrections.c.id)
    for row in db.execute(chosen).mappings():
        found[row["doc"]].append(_entry(row))
    return found


def entry(db: Connection, number: int) -> tuple[Correction, str | None] | None:
    """One entry and the document that it is on; None where there is no such entry."""
    row = db.execute(select(corrections).where(corrections.c.id == number)).mappings().one_or_none()
    return None if row is None else (_entry(row), row["doc"])


def makers_of(db: Connection, numbers: Sequence[int]) -> dict[int, str]:
    """Who made each of some entries."""
    chosen = select(corrections.c.id, corrections.c.who).where(corrections.c.id.in_(numbers))
    return {row.id: row.who for row in db.execute(chosen)}


def stale_corrections(db: Connection) -> list[Stale]:
    """The corrections that find nothing to correct in what the machine says now."""
    rows = db.execute(select(stale.c.correction_id, stale.c.why).order_by(stale.c.correction_id))
    return [Stale(number, why) for number, why in rows]


def append(db: Connection, entry: Correction, doc: str | None) -> Correction:
    """Write an entry down as it is, with the next number; ``correct`` looks first whether it fits."""
    row = {
        "at": entry.at,
        "who": entry.who,
        "kind": entry.kind,
        "doc": doc,
        "target": None if entry.target is None else msgspec.json.encode(entry.target).decode(),
        "payload": msgspec.json.encode(entry.payload).decode(),
        "undoes": entry.undoes,
    }
    number = db.execute(insert(corrections).returning(corrections.c.id), row).scalar_one()
    return msgspec.structs.replace(entry, id=number)


def _entry(row: RowMapping) -> Correction:
    return Correction(
        id=row["id"],
        at=row["at"],
        who=row["who"],
        kind=row["kind"],
        target=None if row["target"] is None else msgspec.json.decode(row["target"], type=prepared(Anchor)),
        payload=msgspec.json.decode(row["payload"]),
        undoes=row["undoes"],
    )
