"""Conflicts across the documents of a case, found for each document among those nearest to it, and kept.

``cases.build_case`` compares all documents with all; that is for the documents of an evening. A case of ten thousand is matched
one document at a time, as they come.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

import msgspec
from sqlalchemy import Connection, func, or_, select, update

from wederhoor.records import Study
from wederhoor.store.collision_rows import columns_of_side, partners, replace_rows
from wederhoor.store.conflict_judgments import judge_again, judged_with
from wederhoor.store.neighbours import NEAREST, add_terms, nearest
from wederhoor.store.opening import Store
from wederhoor.store.partings import partings_among
from wederhoor.store.reading import shown
from wederhoor.store.schema import documents, state

UNTERMED = -1
"""A document of a case that came before there were terms."""


class _Kept(msgspec.Struct, frozen=True):
    """A document of the case with what is shown of it."""

    number: int
    study: Study


def match_documents(store: Store, most: int | None = None, join: Callable[[Store], None] | None = None) -> int:
    """Find the conflicts of documents that were not matched yet, at most so many, each in a transaction of its own.

    Where none is left, ``join`` finds who is who: ``join_documents``, unless it is given. Several programs may do so at once.
    Gives how many were matched. Raises W807 and what a transaction raises.
    """
    done = 0
    while most is None or done < most:
        with store.reading() as db:  # where nothing waits, nothing is written
            if not waiting_documents(db):
                break
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
    if most is None or done < most:
        (join or join_documents)(store)
    return done


def join_documents(store: Store) -> None:
    """Find who in one document is who in another, where documents came, went or changed since it was last found.

    It is looked for while others may write; what they write meanwhile is taken in the next time.
    """
    from wederhoor.store.holders import find_joined, write_joined  # noqa: PLC0415

    with store.reading() as db:
        findings, unjoined = db.execute(select(state.c.findings, state.c.unjoined)).one()
        if not unjoined or waiting_documents(db):
            return
        joined = find_joined(db)
    with store.writing() as db:
        if db.execute(select(state.c.findings)).scalar_one() == findings:
            write_joined(db, joined)


def waits_to_be_joined(db: Connection) -> bool:
    """Whether it is to be found who is who, now that no document waits."""
    return bool(db.execute(select(state.c.unjoined)).scalar_one()) and not waiting_documents(db)


def waiting_documents(db: Connection) -> int:
    """How many documents are still to be compared with the others."""
    waiting = select(func.count()).select_from(documents).where(documents.c.matched <= 0)
    return int(db.execute(waiting).scalar_one())


def find_between(db: Connection, doc: str, other: str) -> None:
    """Find the conflicts between two documents of the case, near each other or not. Raises W808."""
    numbers = {row.doc: row.id for row in db.execute(select(documents).where(documents.c.doc.in_([doc, other])))}
    own, beside = (_Kept(numbers[name], shown(db, name)) for name in (doc, other))
    if own.study.reading.sha256 != beside.study.reading.sha256:
        _compare(db, own, [beside])
        judge_again(db, doc, other, compared=True)


def _match(db: Connection, own: _Kept) -> None:
    near = {*nearest(db, own.number)}
    # those with which it collided before are looked at again, however far they are by now
    known = [number for number in partners(db, own.number) if number not in near]
    _compare(db, own, _others(db, own, near, judged_with(db, own.study.reading.doc)))
    for first in range(0, len(known), NEAREST):
        _compare(db, own, _others(db, own, known[first : first + NEAREST], ()))
    judge_again(db, own.study.reading.doc, compared=True)


def _compare(db: Connection, own: _Kept, others: Sequence[_Kept]) -> None:
    if not others:
        return
    # a fifth of a second, which opening a case need not cost
    from wederhoor.cases import build_case  # noqa: PLC0415
    from wederhoor.languages.several import packs_of  # noqa: PLC0415

    together = sorted([*others, own], key=lambda kept: kept.number)
    packs = packs_of(kept.study.reading.lang for kept in together)
    parted = partings_among(db, (kept.study.reading for kept in together))
    case = build_case([kept.study for kept in together], packs, partings=parted)
    by_doc = {kept.study.reading.doc: kept for kept in together}
    rows = [
        {
            "kind": conflict.kind,
            "why": conflict.why,
            "reason": conflict.reason,
            "terms": msgspec.json.encode(conflict.terms).decode(),
            **columns_of_side(db, "a", by_doc[conflict.a.doc].number, by_doc[conflict.a.doc].study, conflict.a.side),
            **columns_of_side(db, "b", by_doc[conflict.b.doc].number, by_doc[conflict.b.doc].study, conflict.b.side),
        }
        for conflict in case.conflicts
        if conflict.a.doc != conflict.b.doc and own.study.reading.doc in (conflict.a.doc, conflict.b.doc)
    ]
    replace_rows(db, own.number, [kept.number for kept in others], rows)


def _others(db: Connection, own: _Kept, numbers: Collection[int], names: Collection[str]) -> list[_Kept]:
    """The documents with these numbers or names, but for those of the same text."""
    d = documents.c
    meant = or_(d.id.in_([*numbers]), d.doc.in_([*names]))
    chosen = select(d.id, d.doc, d.sha256).where(meant).order_by(d.id)
    texts = {own.study.reading.sha256}
    found = []
    for number, doc, sha256 in db.execute(chosen).all():
        if sha256 not in texts:
            texts.add(sha256)
            found.append(_Kept(number, shown(db, doc)))
    return found
