"""The kept rows of conflicts between documents: what they say of each side, and what becomes of them when a document changes.

A row stays where it is for as long as both of its sides stand on their words, and keeps its number. So nobody loses sight of a
conflict until the documents are matched again, and what a person judged does not vanish by a correction of something else.
"""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import ColumnElement, Connection, and_, delete, insert, or_, select, update

from wederhoor.records import AuthorSide, ConflictSide, Study, words_at
from wederhoor.store.columns import row_id
from wederhoor.store.joins import batched
from wederhoor.store.overlay import find_side, quote_of, sides_of, words_of_side
from wederhoor.store.rows import Row, speaker_key
from wederhoor.store.schema import collisions, documents, spoken

PLACE = ("a_document_id", "a", "a_start", "a_end", "b_document_id", "b", "b_start", "b_end")
"""What two rows of the same conflict have in common."""


def collides_alike(one: Study, other: Study) -> bool:
    """Whether a document collides with others in the same way, by two states of it: what is said in it, by whom, of what."""

    def told(study: Study) -> tuple[object, ...]:
        reading = study.reading
        return reading.sha256, reading.lang, reading.attributions, reading.actors, study.gists, study.propositions

    return told(one) == told(other)


def columns_of_side(db: Connection, name: str, document: int, study: Study, side: ConflictSide) -> Row:
    """The columns of a row for its side ``name`` (``a`` or ``b``). The words of a side are known to be there."""
    reading = study.reading
    spans = words_of_side(reading, side)
    numbered = enumerate(reading.attributions, start=1)
    place, said = (0, None) if isinstance(side, AuthorSide) else next((n, a) for n, a in numbered if a.id == side)
    speaker = None
    if said and said.speaker:
        own = (spoken.c.document_id == document) & (spoken.c.key == speaker_key(said.speaker))
        chosen = select(spoken.c.speaker_id).where(own, spoken.c.actor == (said.actor or ""))
        speaker = db.execute(chosen).scalar_one_or_none()
    return {
        f"{name}_document_id": document,
        name: said.id if said else None,
        f"{name}_start": spans[0][0],
        f"{name}_end": spans[-1][1],
        f"{name}_quote": words_at(reading.text, spans),
        f"{name}_speaker_id": speaker,
        f"{name}_row": row_id(document, place) if said else None,
    }


def follow_words(db: Connection, document: int, before: Study, after: Study) -> None:
    """Let the rows of a document that is shown otherwise stand on the same words as before, told by whoever tells them now.

    Those whose words are gone, or no statement any more, go; the documents on the other side are to be matched again, too.
    """
    of_other = {"a": collisions.c.b_document_id, "b": collisions.c.a_document_id}
    others: set[int] = set()
    for name, other in of_other.items():
        c = collisions.c
        own = select(c.id, other.label("other"), c[name], c[f"{name}_start"], c[f"{name}_end"])
        for row in db.execute(own.where(c[f"{name}_document_id"] == document).order_by(c.id)).all():
            others.add(row.other)
            side = row[2] or AuthorSide((row[3], row[4]))
            found = _same_side(before, after, side)
            if found is None:
                db.execute(delete(collisions).where(c.id == row.id))
            else:
                db.execute(
                    update(collisions).where(c.id == row.id).values(columns_of_side(db, name, document, after, found))
                )
    wait_for_match(db, others - {document})


def _same_side(before: Study, after: Study, side: ConflictSide) -> ConflictSide | None:
    """What stands now on the words of a side and can collide; None where nothing does."""
    spans = words_of_side(before.reading, side)
    stays = before.reading.sha256 == after.reading.sha256 and spans == words_of_side(after.reading, side)
    if spans and stays and side in sides_of(after):
        return side  # and not another statement on the same words
    return find_side(after, tuple(quote_of(before.reading.text, span, "a") for span in spans))[0] if spans else None


def forget_rows(db: Connection, document: int) -> None:
    """Take the conflicts of a document that leaves the case; the others are to be matched again."""
    own = or_(collisions.c.a_document_id == document, collisions.c.b_document_id == document)
    pairs = db.execute(select(collisions.c.a_document_id, collisions.c.b_document_id).where(own)).all()
    wait_for_match(db, {number for pair in pairs for number in pair} - {document})
    db.execute(delete(collisions).where(own))


def wait_for_match(db: Connection, numbers: set[int]) -> None:
    """Let documents wait to be matched again, but for those that wait already."""
    for few in batched(sorted(numbers)):
        waiting = update(documents).where(documents.c.id.in_(few), documents.c.matched > 0)
        db.execute(waiting.values(matched=0))


def partners(db: Connection, document: int) -> list[int]:
    """The documents with which one has conflicts that are kept, in their order."""
    a, b = collisions.c.a_document_id, collisions.c.b_document_id
    pairs = db.execute(select(a, b).where(or_(a == document, b == document))).all()
    return sorted({number for pair in pairs for number in pair} - {document})


def replace_rows(db: Connection, document: int, others: Sequence[int], rows: Sequence[Row]) -> None:
    """Keep what was found now between a document and others, in place of what was found before, but for what a person judged.

    A conflict that was known keeps its number.
    """
    known = {tuple(row[name] for name in PLACE): row for row in _between(db, document, others)}
    new: list[Row] = []
    for row in rows:
        old = known.pop(tuple(row[name] for name in PLACE), None)
        if old is None:
            new.append(row)
        elif any(old[name] != value for name, value in row.items()):
            db.execute(update(collisions).where(collisions.c.id == old["id"]).values(row))
    gone = [row["id"] for row in known.values() if row["verdict"] is None]
    for few in batched(gone):
        db.execute(delete(collisions).where(collisions.c.id.in_(few)))
    if new:
        db.execute(insert(collisions), new)


def _between(db: Connection, document: int, others: Sequence[int]) -> list[Row]:
    a, b = collisions.c.a_document_id, collisions.c.b_document_id
    either: ColumnElement[bool] = or_(and_(a == document, b.in_([*others])), and_(b == document, a.in_([*others])))
    return [dict(row) for row in db.execute(select(collisions).where(either)).mappings()]
