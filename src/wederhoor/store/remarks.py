"""What people say beside correcting: what came of a forecast, and notes on entries of the log."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import msgspec
from sqlalchemy import Connection, case, func, select

from wederhoor.errors import WederhoorError
from wederhoor.records import MAINTAINED, OUTCOMES, Correction
from wederhoor.store.log import entries_of_kind, entry
from wederhoor.store.schema import forecasts, speakers, statements

LONGEST: Final = 2_000
"""Characters of a note, or of what a source is told by."""


class Note(msgspec.Struct, frozen=True, kw_only=True):
    """What somebody says of an entry of the log: ``of`` is that entry's id, ``at`` UTC, ISO 8601."""

    id: int
    of: int
    who: str
    at: str
    text: str


class SpeakerRecord(msgspec.Struct, frozen=True, kw_only=True):
    """How many forecasts somebody put forward, and what is said to have come of them.

    What he denies, doubts or asks is no forecast of his and does not count. ``speaker`` is None of authors and of unnamed
    authority.
    """

    speaker_id: int | None
    speaker: str | None
    forecasts: int
    came_true: int
    partly: int
    failed: int
    open: int
    """Of these nobody said what came of them."""


def check_outcome(made: Correction) -> None:
    """Raises W809 where what is said of a forecast is no outcome, is of something else, or names no source."""
    if made.target is None or made.target.layer != "forecasts":
        raise WederhoorError("W809", why="an outcome is of a forecast", remedy="Name a forecast.")
    if made.payload.get("outcome") not in OUTCOMES:
        raise WederhoorError("W809", why="it says no outcome", remedy=f"There are: {', '.join(OUTCOMES)}.")
    if not _told(made.payload.get("source")):
        raise WederhoorError(
            "W809", why="it names no source", remedy="Give an address, or say in words what tells of it."
        )


def check_note(db: Connection, made: Correction) -> None:
    """Raises W809 for a note without words, and W808 where there is no such entry, or it is a note itself."""
    if not _told(made.payload.get("text")):
        raise WederhoorError("W809", why="the note has no words", remedy="Write some.")
    number = made.payload.get("of")
    found = entry(db, number) if isinstance(number, int) else None
    if found is None or found[0].kind == "note":
        raise WederhoorError("W808", what="correction", name=number, where="the case", remedy="The log lists them.")


def _told(words: object) -> bool:
    return isinstance(words, str) and 0 < len(words.strip()) <= LONGEST


def notes_on(db: Connection, numbers: Sequence[int]) -> dict[int, list[Note]]:
    """The notes on some entries that were not taken back, oldest first, by the number of the entry."""
    found: dict[int, list[Note]] = {}
    for one in entries_of_kind(db, "note", after=min(numbers)) if numbers else ():
        if one.payload["of"] in numbers:
            note = Note(id=one.id, of=one.payload["of"], who=one.who, at=one.at, text=one.payload["text"])
            found.setdefault(note.of, []).append(note)
    return found


def forecast_records(db: Connection) -> list[SpeakerRecord]:
    """By speaker how many forecasts he put forward and what came of them, those with most first."""
    own, head = speakers.alias("own"), speakers.alias("head")
    joined = (
        forecasts.outerjoin(own, own.c.id == forecasts.c.speaker_id)
        .outerjoin(head, head.c.id == func.coalesce(own.c.same_as, own.c.id))
        .outerjoin(statements, statements.c.id == forecasts.c.holder_row)
    )
    counted = [
        func.coalesce(func.sum(case((forecasts.c.outcome == one, 1), else_=0)), 0).label(one.replace("-", "_"))
        for one in OUTCOMES
    ]
    held = statements.c.stance.is_(None) | statements.c.stance.in_(MAINTAINED)
    total = func.count().label("forecasts")
    query = select(head.c.id.label("speaker_id"), head.c.name.label("speaker"), total, *counted)
    query = query.select_from(joined).where(held).group_by(head.c.id, head.c.name)
    rows = db.execute(query.order_by(total.desc(), head.c.name)).mappings()
    return [
        SpeakerRecord(**{**row, "open": row["forecasts"] - row["came_true"] - row["partly"] - row["failed"]})
        for row in rows
    ]
