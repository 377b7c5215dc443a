"""What people said of conflicts between two documents, laid over those that are found.

Each judgment is an entry of the case's own log and holds on to the words of both sides, so that it outlives the next reading of
either document and the next matching.
"""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import ColumnElement, Connection, and_, delete, insert, or_, select, update

from wederhoor.errors import WederhoorError
from wederhoor.records import Anchor, AuthorSide, ConflictSide, Correction, SideRef, StaleReason, Study
from wederhoor.store.collision_rows import wait_for_match
from wederhoor.store.log import corrections_of
from wederhoor.store.overlay import anchor_of_sides, find_side, standing_corrections, words_of_side
from wederhoor.store.reading import shown
from wederhoor.store.row_types import CollisionRow
from wederhoor.store.schema import collisions, documents, stale
from wederhoor.store.selects import collision_query, collision_row_of

Sides = tuple[SideRef, SideRef]


def judgments(db: Connection, *docs: str) -> list[tuple[Correction, Anchor, Anchor]]:
    """The judgments that hold on conflicts of all of these documents, with both sides, oldest first."""
    return _of(standing_corrections(corrections_of(db, None)), docs)


def judged_with(db: Connection, doc: str) -> set[str]:
    """The documents that somebody judged a conflict with this one of: they are compared with it, near or not."""
    return {side.doc for _, a, b in judgments(db, doc) for side in (a, b)} - {doc}


def anchor_sides(db: Connection, a: SideRef, b: SideRef) -> Anchor:
    """What holds on to a conflict between two documents. Raises W808 (no such document or statement), W809 (one document)."""
    if a.doc == b.doc:
        why = "both statements are of one document"
        raise WederhoorError("W809", why=why, remedy="Judge the conflict by its own id.")
    readings = [shown(db, side.doc).reading for side in (a, b)]
    for reading, side in zip(readings, (a, b), strict=True):
        spans = words_of_side(reading, side.side)
        if not spans or not 0 <= spans[0][0] < spans[-1][1] <= len(reading.text):
            raise WederhoorError(
                "W808",
                what="statement",
                name=_told(side.side),
                where=side.doc,
                remedy="The reading lists its items by id.",
            )
    return anchor_of_sides((readings[0], a.side), (readings[1], b.side))


def collision_of(db: Connection, a: SideRef, b: SideRef) -> CollisionRow | None:
    """The conflict that is kept between statements of two documents, whichever comes first; None where there is none."""
    numbers = _numbers(db, (a.doc, b.doc))
    if numbers is None:
        return None
    row = db.execute(collision_query().where(_row(numbers, (a, b))).limit(1)).mappings().first()
    return None if row is None else collision_row_of(row)


def anchor_collision(db: Connection, number: int) -> Anchor:
    """What holds on to a conflict between documents, by its row. Raises W808."""
    c = collisions.c
    row = db.execute(select(collisions).where(c.id == number)).mappings().one_or_none()
    if row is None:
        raise WederhoorError(
            "W808", what="conflict between documents", name=number, where="the case", remedy="Load it again."
        )
    names = dict(
        db.execute(
            select(documents.c.id, documents.c.doc).where(
                documents.c.id.in_([row["a_document_id"], row["b_document_id"]])
            )
        ).all()
    )
    a, b = (
        SideRef(names[row[f"{side}_document_id"]], row[side] or AuthorSide((row[f"{side}_start"], row[f"{side}_end"])))
        for side in ("a", "b")
    )
    return anchor_sides(db, a, b)


def _told(side: ConflictSide) -> str:
    return side if isinstance(side, str) else f"{side.author[0]}-{side.author[1]}"


def rejected_pairs(db: Connection) -> tuple[Sides, ...]:
    """Statements of two documents that, as somebody said, do not collide, in what is shown now."""
    last = {}
    for entry, a, b in judgments(db):
        sides = _found(db, a, b)[0] if _numbers(db, (a.doc, b.doc)) else None
        if sides:
            last[frozenset(sides)] = (entry.kind, sides)
    return tuple(sides for kind, sides in last.values() if kind == "reject")


def judge_again(db: Connection, *docs: str, compared: bool = False) -> None:
    """Lay the judgments on conflicts of all of these documents over the rows, and say which of them find none.

    ``compared``: the documents have just been matched, so that what is not found is not there; else that shows only where no
    document waits to be matched.
    """
    log = corrections_of(db, None)
    for entry, a, b in _of(log, docs):  # those that were taken back, too
        db.execute(delete(stale).where(stale.c.correction_id == entry.id))
        numbers = _numbers(db, (a.doc, b.doc))
        if numbers:
            db.execute(update(collisions).where(_between(*numbers.values())).values(verdict=None, judged=None))
    for entry, a, b in _of(standing_corrections(log), docs):
        numbers = _numbers(db, (a.doc, b.doc))
        if numbers is None:  # it waits until the document comes again
            continue
        sides, why, doc = _found(db, a, b)
        if sides:
            judged = update(collisions).where(_row(numbers, sides)).values(verdict=entry.kind, judged=entry.id)
            if not db.execute(judged).rowcount and (compared or not _waits(db, numbers.values())):
                why = "item-gone"
        if why:
            db.execute(insert(stale), {"correction_id": entry.id, "document_id": numbers[doc], "why": why})


def compare_again(db: Connection, doc: str) -> None:
    """Let a document wait to be compared with the others again; until then its conflicts are as they were."""
    wait_for_match(db, {*db.execute(select(documents.c.id).where(documents.c.doc == doc)).scalars()})


def why_not(db: Connection, target: Anchor) -> StaleReason | None:
    """Why there is no conflict for a judgment to be of; None where there is one. Raises W808 (no such document)."""
    assert target.other is not None  # noqa: S101  # who calls it has looked
    sides, why, _ = _found(db, target, target.other)
    if sides is None:
        return why
    numbers = _numbers(db, (target.doc, target.other.doc)) or {}
    row = db.execute(select(collisions.c.id).where(_row(numbers, sides)).limit(1)).first()
    return "item-gone" if row is None else None


def _of(log: Iterable[Correction], docs: Iterable[str]) -> list[tuple[Correction, Anchor, Anchor]]:
    return [
        (entry, entry.target, entry.target.other)
        for entry in log
        if entry.target and entry.target.other and {*docs} <= {entry.target.doc, entry.target.other.doc}
    ]


def _found(db: Connection, a: Anchor, b: Anchor) -> tuple[Sides | None, StaleReason | None, str]:
    """Both sides as they are now; else why there are not two, and in which document."""
    found: list[SideRef] = []
    for anchor in (a, b):
        study: Study = shown(db, anchor.doc)
        side, why = find_side(study, anchor.quotes)
        if side is None:
            return None, why, anchor.doc
        found.append(SideRef(anchor.doc, side))
    return (found[0], found[1]), None, a.doc


def _numbers(db: Connection, docs: tuple[str, str]) -> dict[str, int] | None:
    """The numbers of both documents; None where one is not in the case."""
    chosen = select(documents.c.doc, documents.c.id).where(documents.c.doc.in_(docs))
    found = {row.doc: int(row.id) for row in db.execute(chosen)}
    return found if len(found) == 2 else None


def _waits(db: Connection, numbers: Iterable[int]) -> bool:
    waiting = select(documents.c.id).where(documents.c.id.in_([*numbers]), documents.c.matched <= 0).limit(1)
    return db.execute(waiting).first() is not None


def _between(one: int, other: int) -> ColumnElement[bool]:
    a, b = collisions.c.a_document_id, collisions.c.b_document_id
    return or_(and_(a == one, b == other), and_(a == other, b == one))


def _row(numbers: dict[str, int], sides: Sides) -> ColumnElement[bool]:
    """The rows of a conflict between these sides, whichever of them comes first."""

    def is_side(name: str, ref: SideRef) -> ColumnElement[bool]:
        return and_(collisions.c[f"{name}_document_id"] == numbers[ref.doc], _is(name, ref.side))

    one, other = sides
    return or_(and_(is_side("a", one), is_side("b", other)), and_(is_side("a", other), is_side("b", one)))


def _is(name: str, side: ConflictSide) -> ColumnElement[bool]:
    c = collisions.c
    if isinstance(side, AuthorSide):
        start, end = side.author
        return and_(c[name].is_(None), c[f"{name}_start"] == start, c[f"{name}_end"] == end)
    return c[name] == side
