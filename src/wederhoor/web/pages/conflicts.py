"""Statements that collide, both in their context, to be judged with one key."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated

import msgspec
from fastapi import APIRouter, Query
from sqlalchemy import Connection
from starlette.responses import Response

from wederhoor.errors import WederhoorError
from wederhoor.records import ConflictKind, Correction
from wederhoor.store.listed import CollisionRow, ConflictRow
from wederhoor.store.lists import list_collisions, list_conflicts
from wederhoor.web.ask import After, Ask, Asked, Number, shown_at
from wederhoor.web.queries import (
    Judged,
    Side,
    conflict_of,
    document_number,
    document_numbers,
    document_of,
    judged,
    sides_of,
)

router = APIRouter()
PAGE = 20


class ShownConflict(msgspec.Struct, frozen=True):
    """A conflict with both sides in context, and what was said of it."""

    row: ConflictRow
    number: int
    sides: tuple[Side, Side]
    judged: Judged | None


class ConflictsPage(msgspec.Struct, frozen=True):
    """A page of conflicts."""

    rows: tuple[ConflictRow, ...]
    next: str | None


@shown_at(router, "/conflicts")
def conflicts(
    ask: Asked,
    kind: Annotated[ConflictKind | None, Query()] = None,
    document: Annotated[int | None, Query(ge=1, le=2**31 - 1)] = None,
    after: After = None,
) -> Response:
    """Conflicts in the order of the documents, of one kind or of one document."""
    with ask.store.reading() as db:
        doc = document_of(db, document) if document else None
        found = list_conflicts(db, kind=kind, doc=doc, after=after, limit=PAGE)
        shown = shown_conflicts(db, found.rows) if ask.form == "html" else []
    page = ConflictsPage(found.rows, found.next)
    return ask.answer("conflicts.html.j2", page, found.rows, ConflictRow, shown=shown, kind=kind, document=document)


@shown_at(router, "/conflicts/across")
def across(ask: Asked, kind: Annotated[ConflictKind | None, Query()] = None, after: After = None) -> Response:
    """Conflicts between statements of two documents, in the order in which they were found."""
    with ask.store.reading() as db:
        found = list_collisions(db, kind=kind, after=after, limit=PAGE)
        numbers = document_numbers(db, {doc for row in found.rows for doc in (row.a_doc, row.b_doc)})
    return ask.answer("across.html.j2", found, found.rows, CollisionRow, kind=kind, numbers=numbers)


def shown_conflicts(db: Connection, rows: tuple[ConflictRow, ...]) -> list[ShownConflict]:
    """Conflicts with what the page shows beside each."""
    sides = sides_of(db, rows)
    known = judged(db, (row.doc for row in rows), "conflicts")
    return [
        ShownConflict(
            row, document_number(row.id), sides[row.id], known.get((row.doc, f"{row.a_quote}\0{row.b_quote}"))
        )
        for row in rows
    ]


def judged_part(db: Connection, ask: Ask, number: Number, item: str) -> Callable[[Correction | None], Response]:
    """A conflict as it is now; what makes the part of the page with it, once the correction is made."""
    row = conflict_of(db, number, item)
    if row is None:
        raise WederhoorError("W808", what="conflict", name=item, where=f"document {number}", remedy="Load it again.")
    [shown] = shown_conflicts(db, (row,))

    def part(made: Correction | None) -> Response:
        known = Judged(made.id, made.kind) if made else shown.judged
        return ask.page("conflict.html.j2", conflict=msgspec.structs.replace(shown, judged=known))

    return part
