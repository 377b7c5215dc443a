"""Conflicts across the documents of a case, found for each document among those nearest to it, and kept.

``cases.build_case`` compares all documents with all; that is for the documents of an evening. A case of ten thousand is matched
one document at a time, as they come.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from sqlalchemy import Connection, and_, delete, insert, or_, select, update

from wederhoor.records import Attribution, AuthorSide, SideRef, Span, Study
from wederhoor.store.columns import row_id
from wederhoor.store.judging import judge_again, judged_with
from wederhoor.store.matching import add_terms, nearest
from wederhoor.store.opening import Store
from wederhoor.store.reading import shown
from wederhoor.store.rows import GAP, Row, speaker_key
from wederhoor.store.schema import collisions, documents, speakers

UNTERMED = -1
"""A document of a case that came before there were terms."""


class _Kept(msgspec.Struct, frozen=True):
    """A document of the case with what is shown of it."""

    number: int
    study: Study


def match_documents(store: Store, most: int | None = None) -> int:
    """Find the conflicts of documents that were not matched yet, at most so many, each in a transaction of its own.

    Gives how many were matched. Raises W807 and what a transaction raises.
    """
    done = 0
    while most is None or done < most:
        with store.writing() as db:
            d = documents.c
            waiting = select(d.id, d.doc, d.matched).where(d.matched <= 0).order_by(d.matched, d.id).limit(1)
            found = db.execute(waiting).one_or_none()
            if found is None:
                break
            number, doc, matched = found
            own = _Kept(number, shown(db, doc))
            if matched == UNTERMED:
                add_terms(db, number, own.study)
            else:
                _match(db, own)
            db.execute(update(documents).where(d.id == number).values(matched=matched + 1))
        done += 1
    return done


def find_between(db: Connection, doc: str, other: str) -> None:
    """Find the conflicts between two documents of the case, near each other or not. Raises W808."""
    numbers = {row.doc: row.id for row in db.execute(select(documents).where(documents.c.doc.in_([doc, other])))}
    own, beside = (_Kept(numbers[name], shown(db, name)) for name in (doc, other))
    if own.study.reading.lang == beside.study.reading.lang and own.study.reading.sha256 != beside.study.reading.sha256:
        _compare(db, own, [beside])
        judge_again(db, doc, other, compared=True)


def _match(db: Connection, own: _Kept) -> None:
    others = _others(db, own)
    if others:
        _compare(db, own, others)
    judge_again(db, own.study.reading.doc, compared=True)


def _compare(db: Connection, own: _Kept, others: Sequence[_Kept]) -> None:
    # a fifth of a second, which opening a case need not cost
    from wederhoor.cases import build_case  # noqa: PLC0415
    from wederhoor.languages.pack import load_pack  # noqa: PLC0415

    together = sorted([*others, own], key=lambda kept: kept.number)
    case = build_case([kept.study for kept in together], load_pack(own.study.reading.lang))
    by_doc = {kept.study.reading.doc: kept for kept in together}
    rows = [
        {
            "kind": conflict.kind,
            "why": conflict.why,
            **_side(db, "a", by_doc, conflict.a),
            **_side(db, "b", by_doc, conflict.b),
        }
        for conflict in case.conflicts
        if conflict.a.doc != conflict.b.doc and own.study.reading.doc in (conflict.a.doc, conflict.b.doc)
    ]
    a, b = collisions.c.a_document_id, collisions.c.b_document_id
    numbers = [kept.number for kept in others]
    known = or_(and_(a == own.number, b.in_(numbers)), and_(b == own.number, a.in_(numbers)))
    db.execute(delete(collisions).where(known))
    if rows:
        db.execute(insert(collisions), rows)


def _others(db: Connection, own: _Kept) -> list[_Kept]:
    """The documents to compare with: the nearest, and those with which a conflict was judged.

    Those of the same text and of another language are left out.
    """
    d = documents.c
    near = or_(d.id.in_(nearest(db, own.number)), d.doc.in_(judged_with(db, own.study.reading.doc)))
    chosen = select(d.id, d.doc, d.sha256, d.lang).where(near).order_by(d.id)
    texts = {own.study.reading.sha256}
    found = []
    for number, doc, sha256, lang in db.execute(chosen).all():
        if sha256 not in texts and lang == own.study.reading.lang:
            texts.add(sha256)
            found.append(_Kept(number, shown(db, doc)))
    return found


def _side(db: Connection, name: str, by_doc: dict[str, _Kept], side: SideRef) -> Row:
    kept = by_doc[side.doc]
    text = kept.study.reading.text
    place, statement = _statement(kept.study, side)
    spans: Sequence[Span] = (
        statement.content if statement else (side.side.author,) if isinstance(side.side, AuthorSide) else ()
    )
    speaker = None
    if statement and statement.speaker:
        chosen = select(speakers.c.id).where(speakers.c.key == speaker_key(statement.speaker))
        speaker = db.execute(chosen).scalar_one_or_none()
    return {
        f"{name}_document_id": kept.number,
        name: statement.id if statement else None,
        f"{name}_start": spans[0][0],
        f"{name}_end": spans[-1][1],
        f"{name}_quote": GAP.join(text[start:end] for start, end in spans),
        f"{name}_speaker_id": speaker,
        f"{name}_row": row_id(kept.number, place) if statement else None,
    }


def _statement(study: Study, side: SideRef) -> tuple[int, Attribution | None]:
    """The statement of a side with its place among those of the document."""
    own = ((n, a) for n, a in enumerate(study.reading.attributions, start=1) if a.id == side.side)
    return next(own, (0, None))
