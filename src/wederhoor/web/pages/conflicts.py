"""Statements that collide, both in their context, to be judged with one key."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any, Final, Literal

import msgspec
from fastapi import APIRouter, Query
from sqlalchemy import Connection
from starlette.responses import Response

from wederhoor.errors import WederhoorError
from wederhoor.records import ConflictKind, Correction, Reading
from wederhoor.store.keyset import page
from wederhoor.store.listings import collision_listing, conflict_listing
from wederhoor.store.log import makers_of
from wederhoor.store.match import waiting_documents
from wederhoor.store.pages import collision_row, list_speakers, state_of
from wederhoor.store.row_types import CollisionRow, ConflictRow, SpeakerRow, Verdict
from wederhoor.web.answers import whole
from wederhoor.web.ask import After, Ask, Asked, Number, shown_at
from wederhoor.web.queries import (
    Judged,
    Side,
    conflict_of,
    conflicts_in_all,
    document_number,
    document_of,
    judged,
    sides_across,
    sides_of,
    speaker_of,
)
from wederhoor.web.seen import StaleFormError, conflict_seen, row_words, same_words

router = APIRouter()
PAGE = 20
NAMES: Final = 40
"""Speakers to choose from, those who say most."""
Some = Annotated[int | None, Query(ge=1, le=2**31 - 1)]


class ConflictOnPage(msgspec.Struct, frozen=True):
    """A conflict with both sides in context, and what was said of it.

    ``sent`` goes along with a judgment and its undoing, and says what to show then.
    """

    key: str
    row: ConflictRow | CollisionRow
    sides: tuple[Side, Side]
    judged: Judged | None
    sent: dict[str, str]


@shown_at(router, "/conflicts")
def conflicts(
    ask: Asked,
    kind: Annotated[ConflictKind | None, Query()] = None,
    document: Some = None,
    speaker: Some = None,
    waiting: Annotated[bool, Query(description="Only those that nobody has judged.")] = False,  # noqa: FBT002  # a filter
    after: After = None,
) -> Response:
    """Conflicts in the order of the documents, of one kind, one document, one speaker, or those that wait to be judged."""
    with ask.store.reading() as db:
        doc = document_of(db, document) if document else None
        who = speaker_of(db, speaker) if speaker else None
        listing = conflict_listing(db, kind=kind, doc=doc, speaker=who.id if who else None, waiting=waiting)
        found = page(db, listing, after, PAGE)
        shown = shown_conflicts(db, found.rows) if ask.form == "html" else []
        around = _around(db, ask, who, doc)
    chosen: dict[str, Any] = {"kind": kind, "document": document, "doc": doc, "waiting": waiting}
    return ask.listed(
        "conflicts.html.j2", found, ConflictRow, {"rows": whole(listing)}, shown=shown, **chosen, **around
    )


def _around(db: Connection, ask: Ask, who: SpeakerRow | None, doc: str | None) -> dict[str, Any]:
    """What the two lists show beside their conflicts: who can be chosen, and how many each has of this speaker and document."""
    if ask.form != "html":
        return {}
    names = {one.id: one.name for one in list_speakers(db, limit=NAMES).rows} | ({who.id: who.name} if who else {})
    number = who.id if who else None
    collide = ask.kept.get(
        state_of(db), ("collide", doc, number), lambda: conflicts_in_all(db, doc=doc, speaker=number)
    )
    return {"who": who, "names": names, "collide": collide}


@shown_at(router, "/conflicts/across")
def across(
    ask: Asked,
    kind: Annotated[ConflictKind | None, Query()] = None,
    verdict: Annotated[
        Verdict | Literal["open"] | None,
        Query(description="What was said of them; open: nothing yet; if left out, all but rejected."),
    ] = None,
    document: Some = None,
    speaker: Some = None,
    after: After = None,
) -> Response:
    """Conflicts between statements of two documents, in the order in which they were found."""
    with ask.store.reading() as db:
        doc = document_of(db, document) if document else None
        who = speaker_of(db, speaker) if speaker else None
        listing = collision_listing(db, kind=kind, verdict=verdict, doc=doc, speaker=who.id if who else None)
        found = page(db, listing, after, PAGE)
        shown = shown_across(db, found.rows) if ask.form == "html" else []
        waiting = waiting_documents(db)
        around = _around(db, ask, who, doc)
    return ask.listed(
        "across.html.j2",
        found,
        CollisionRow,
        {"rows": whole(listing)},
        shown=shown,
        kind=kind,
        verdict=verdict,
        document=document,
        doc=doc,
        waiting=waiting,
        **around,
    )


def shown_conflicts(db: Connection, rows: tuple[ConflictRow, ...]) -> list[ConflictOnPage]:
    """Conflicts with what the page shows beside each."""
    sides = sides_of(db, rows)
    known = judged(db, (row.doc for row in rows), "conflicts")
    return [
        ConflictOnPage(
            f"{document_number(row.id)}-{row.item}",
            row,
            sides[row.id],
            last := known.get((row.doc, f"{row.a_quote}\0{row.b_quote}")),
            {
                "number": str(document_number(row.id)),
                "item": row.item,
                "quote": row_words(row),
                "seen": conflict_seen(row, last.number if last else None),
            },
        )
        for row in rows
    ]


def shown_across(db: Connection, rows: tuple[CollisionRow, ...]) -> list[ConflictOnPage]:
    """Conflicts between documents with what the page shows beside each."""
    sides, who = sides_across(db, rows), makers_of(db, [row.judged for row in rows if row.judged])
    return [
        ConflictOnPage(
            f"across-{row.id}",
            row,
            sides[row.id],
            Judged(row.judged, row.verdict, who[row.judged]) if row.judged and row.verdict else None,
            {"across": str(row.id), "seen": conflict_seen(row, row.judged)},
        )
        for row in rows
    ]


def checked_conflict(db: Connection, number: int, reading: Reading, item: str, seen: str, words: str) -> None:
    """Refuse to judge a conflict that is another one than its page showed, or was judged since. Raises StaleFormError."""
    row = conflict_of(db, number, item)
    if row is None or shown_conflicts(db, (row,))[0].sent["seen"] != seen:
        raise StaleFormError(reading.doc, "conflicts", same_words(reading, "conflicts", item, words))


def judged_part(
    db: Connection, ask: Ask, number: Number, item: str, **again: str | None
) -> Callable[[Correction | None], Response]:
    """A conflict as it is now; what makes the part of the page with it, once the correction is made, or was refused."""
    row = conflict_of(db, number, item)
    if row is None:
        raise WederhoorError("W808", what="conflict", name=item, where=f"document {number}", remedy="Load it again.")
    [shown] = shown_conflicts(db, (row,))

    def part(made: Correction | None) -> Response:
        known = Judged(made.id, made.kind, made.who) if made else shown.judged
        return ask.page("conflict.html.j2", conflict=msgspec.structs.replace(shown, judged=known), **again)

    return part


def across_part(db: Connection, ask: Ask, number: int, **again: str | None) -> Response:
    """The part of the page with a conflict between documents as it is now. Raises W808."""
    return ask.part("conflict.html.j2", conflict=shown_across(db, (known_across(db, number, ""),))[0], **again)


def known_across(db: Connection, number: int, as_seen: str) -> CollisionRow:
    """A conflict between documents by its number, unless it is another one now, or judged since.

    Raises W808 and StaleFormError.
    """
    row = collision_row(db, number)
    if as_seen and (row is None or conflict_seen(row, row.judged) != as_seen):
        raise StaleFormError(row.a_doc if row else "the case", "conflicts", None, number if row else None)
    if row is None:
        raise WederhoorError(
            "W808", what="conflict between documents", name=number, where="the case", remedy="Load the page again."
        )
    return row
