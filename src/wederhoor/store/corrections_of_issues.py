"""What people said of the issues of a case: each entry of the log holds on to the words of statements that take part in them.

So it outlives the next reading of a document and the number of an issue: issues are made anew from what is said.
"""

from __future__ import annotations

from typing import Final

import msgspec
from sqlalchemy import Connection, select

from wederhoor.errors import WederhoorError
from wederhoor.records import Anchor, Correction, CorrectionKind, Grouping, IssueCorrections, SideRef
from wederhoor.records.prepared import prepared
from wederhoor.store.log import corrections_of
from wederhoor.store.overlay import find_side, quote_of, standing_corrections, words_of_side
from wederhoor.store.reading import shown
from wederhoor.store.schema import documents

OF_ISSUES: Final[dict[CorrectionKind, int]] = {
    "name-issue": 1,
    "merge-issues": 2,
    "split-issue": 1,
    "move-position": 2,
    "no-claim": 1,
}
"""The kinds of entries, with how many statements each takes at least."""


class IssueEntry(msgspec.Struct, frozen=True):
    """The payload of an entry: the statements, and the name of an issue."""

    sides: tuple[Anchor, ...]
    name: str = ""


def anchor_side(db: Connection, side: SideRef) -> Anchor:
    """What holds on to a statement, or to words of the author's. Raises W808 (no such document or statement)."""
    reading = shown(db, side.doc).reading
    spans = words_of_side(reading, side.side)
    if not spans or not 0 <= spans[0][0] < spans[-1][1] <= len(reading.text):
        remedy = "The reading lists its items by id."
        raise WederhoorError("W808", what="statement", name=str(side.side), where=side.doc, remedy=remedy)
    return Anchor(doc=side.doc, layer="conflicts", quotes=tuple(quote_of(reading.text, span, "a") for span in spans))


def check_issue_entry(made: Correction) -> None:
    """Raises W809 where an entry has too few statements, or no name where it gives one."""
    try:
        entry = msgspec.convert(made.payload, prepared(IssueEntry))
    except msgspec.ValidationError:
        entry = IssueEntry(())
    if len(entry.sides) < OF_ISSUES[made.kind]:
        raise WederhoorError(
            "W809", why=f"{made.kind} is of statements", remedy=f"Give {OF_ISSUES[made.kind]} or more."
        )
    if made.kind == "name-issue" and not entry.name.strip():
        raise WederhoorError("W809", why="an issue needs a name", remedy="Give one.")


def issue_corrections(db: Connection) -> tuple[IssueCorrections, tuple[int, ...]]:
    """What holds of the issues of a case, oldest first, and the numbers of entries whose statements are not there any more."""
    found, lost = IssueCorrections(), []
    for made in standing_corrections(corrections_of(db, None)):
        if made.kind in OF_ISSUES:
            entry = msgspec.convert(made.payload, prepared(IssueEntry))
            sides = tuple(side for anchor in entry.sides if (side := _found(db, anchor)) is not None)
            if len(sides) < len(entry.sides):
                lost.append(made.id)
            else:
                found = found.also(_said(made.kind, sides, entry.name))
    return found, tuple(lost)


def _found(db: Connection, anchor: Anchor) -> SideRef | None:
    if db.execute(select(documents.c.id).where(documents.c.doc == anchor.doc)).first() is None:
        return None
    side, _ = find_side(shown(db, anchor.doc), anchor.quotes)
    return None if side is None else SideRef(anchor.doc, side)


def _said(kind: CorrectionKind, sides: tuple[SideRef, ...], name: str) -> IssueCorrections:
    if kind == "name-issue":
        return IssueCorrections(names=((sides[0], name),))
    if kind in ("merge-issues", "split-issue"):
        return IssueCorrections(grouped=(Grouping(sides, kind == "merge-issues"),))
    if kind == "move-position":
        return IssueCorrections(moved=((sides[0], sides[1]),))
    return IssueCorrections(unclaimed=sides)
