"""Who speaks in a document: the words for him there, with the speaker of the case that they mean."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import Connection, delete, func, insert, select

from wederhoor.records import Attribution, Reading
from wederhoor.store.joins import batched, join_speakers
from wederhoor.store.rows import SpeakerIds, speaker_key
from wederhoor.store.schema import speakers, spoken

Voice = tuple[str, str]
"""What tells one speaker of a document from another: the key of the words for him, and the id of the actor, "" for none."""


def voice_of(item: Attribution) -> Voice:
    """The voice of a statement that has a speaker."""
    return speaker_key(item.speaker or ""), item.actor or ""


def voices_of(reading: Reading) -> dict[Voice, Attribution]:
    """The voices of a document, each with its first statement."""
    found: dict[Voice, Attribution] = {}
    for item in reading.attributions:
        if item.speaker:
            found.setdefault(voice_of(item), item)
    return found


def speakers_in(db: Connection, document: int, reading: Reading) -> SpeakerIds:
    """The number of the speaker of each statement of a document.

    A voice that is new to the document goes by its words: it is the speaker of those words, until ``store.holders`` finds who
    it is, else one who is new to the case.
    """
    heard = voices_of(reading)
    own = {
        (row.key, row.actor): row.speaker_id
        for row in db.execute(select(spoken).where(spoken.c.document_id == document))
    }
    ids = {voice: own[voice] for voice in heard if voice in own}
    ids |= _by_words(db, {voice: item.speaker or "" for voice, item in heard.items() if voice not in own})
    db.execute(delete(spoken).where(spoken.c.document_id == document))
    rows = [
        {"document_id": document, "key": voice[0], "actor": voice[1], "name": item.speaker, "speaker_id": ids[voice]}
        for voice, item in heard.items()
    ]
    if rows:
        db.execute(insert(spoken), rows)
    return lambda item: ids[voice_of(item)] if item is not None and item.speaker else None


def _by_words(db: Connection, new: Mapping[Voice, str]) -> dict[Voice, int]:
    words = {key: name for (key, _), name in reversed(new.items())}
    known = _known(db, sorted(words))
    unknown = [
        {"name": words[key], "key": key, "called": key, "statements": 0} for key in sorted(words) if key not in known
    ]
    if unknown:
        db.execute(insert(speakers), unknown)
        join_speakers(db)
        known |= _known(db, [str(row["key"]) for row in unknown])
    return {voice: known[voice[0]] for voice in new}


def _known(db: Connection, keys: list[str]) -> dict[str, int]:
    """By the words the first speaker whom they mean in another document, else the one of that name."""
    found: dict[str, int] = {}
    for few in batched(keys):
        own = speakers.c
        named = select(own.called, own.id).where(own.called.in_(few)).order_by(own.id.desc())
        found.update((key, number) for key, number in db.execute(named))
        first = select(spoken.c.key, func.min(spoken.c.speaker_id)).where(spoken.c.key.in_(few)).group_by(spoken.c.key)
        found.update((key, number) for key, number in db.execute(first))
    return found
