"""The speakers of a case as its holders: who in one text is who in another, by the rule of ``cases``, for pages and searches."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

import msgspec
from sqlalchemy import Connection, bindparam, func, insert, select, update

from wederhoor.records import Correction, Parting, Reading
from wederhoor.store.case_actors import JoinedActor, joined_actors, write_case_actors
from wederhoor.store.collision_rows import wait_for_match
from wederhoor.store.joins import join_speakers
from wederhoor.store.partings import PartingSearch, parting_entries, parting_entry
from wederhoor.store.reading import shown_legible
from wederhoor.store.rows import speaker_key
from wederhoor.store.schema import actors, collisions, documents, identities, speakers, spoken, state, statements
from wederhoor.store.voices import voice_of, voices_of
from wederhoor.store.writing import index_again

Place = tuple[int, str, str]
"""A voice with the number of its document."""


SOON: Final = 60
"""Documents in which it is found at once who is who after a parting; of a larger case it is found beside what one does."""


class Holder(msgspec.Struct, frozen=True):
    """Somebody who speaks in the case: what he is called, and the voices that are his, in the order of the documents."""

    name: str
    voices: tuple[Place, ...]
    nobody: bool

    def actor_rows(self, rows: Mapping[tuple[int, str], int]) -> Iterator[int]:
        """The actors of documents that speak with his voices; ``rows`` has them by document and id."""
        return (row for number, _, item in self.voices if not self.nobody and (row := rows.get((number, item))))


class WhoIsWho(msgspec.Struct, frozen=True):
    """Who is who in a case: those who speak, and all of whom its documents tell."""

    holders: tuple[Holder, ...]
    actors: tuple[JoinedActor, ...]


def find_joined(db: Connection) -> WhoIsWho:
    """Who is who in the documents of a case, by ``cases.join_actors`` and by what people parted.

    A document that cannot be read any more is left out. The order is that of the documents.
    """
    numbered: list[tuple[int, Reading]] = []
    numbers = {
        doc: number for number, doc in db.execute(select(documents.c.id, documents.c.doc).order_by(documents.c.id))
    }
    search = PartingSearch(parting_entries(db).values())
    for reading in (study.reading for study in shown_legible(db, [*numbers])):
        search.look(reading)
        # of a case of thousands no more is held at once than tells who speaks
        heard = tuple(voices_of(reading).values())
        slim = Reading(
            **{name: getattr(reading, name) for name in ("doc", "lang", "date", "title", "sha256", "made_by")},
            text="",
            attributions=heard,
            actors=reading.actors,
        )
        numbered.append((numbers[reading.doc], slim))
    return _of_readings(numbered, search.partings) if numbered else WhoIsWho((), ())


def _of_readings(numbered: Sequence[tuple[int, Reading]], partings: Sequence[Parting]) -> WhoIsWho:
    # a fifth of a second, which opening a case need not cost
    from wederhoor.cases.accounts import holder_names  # noqa: PLC0415
    from wederhoor.cases.actors import join_actors  # noqa: PLC0415
    from wederhoor.cases.holders import UNNAMED, AccountHolders  # noqa: PLC0415
    from wederhoor.languages.several import packs_of  # noqa: PLC0415

    readings = [reading for _, reading in numbered]
    packs = packs_of(reading.lang for reading in readings)
    actors = join_actors(readings, packs, partings=partings)
    holders = AccountHolders(readings, actors, packs.indefinite)
    names = holder_names(readings, actors, holders)
    voices: defaultdict[tuple[str, ...], list[Place]] = defaultdict(list)
    called: dict[tuple[str, ...], str] = {}
    for number, reading in numbered:
        for item in reading.attributions:
            key: tuple[str, ...] = holders.key(reading.doc, item.id)
            if key[0] == UNNAMED:
                key = (UNNAMED, speaker_key(item.speaker or ""))
            called.setdefault(key, (item.speaker or "") if key[0] == UNNAMED else names[key[0], key[1]])
            voices[key].append((number, *voice_of(item)))
    holders_found = [Holder(called[key], tuple(found), nobody=key[0] == UNNAMED) for key, found in voices.items()]
    in_order = sorted(holders_found, key=lambda holder: holder.voices[0])
    return WhoIsWho(tuple(in_order), joined_actors(numbered, actors))


def write_joined(db: Connection, joined: WhoIsWho) -> None:
    """Let every speaker and every actor of the case be one of these, and the rows of the documents say so that said otherwise."""
    write_case_actors(db, joined.actors)
    numbers = _write_holders(db, joined.holders)
    rows = {
        (row.document_id, row.item): row.id
        for row in db.execute(select(actors.c.document_id, actors.c.item, actors.c.id))
    }
    who = {row.actor_row: row.case_actor for row in db.execute(select(identities))}
    s = speakers.c
    before = {row.id: row.case_actor for row in db.execute(select(s.id, s.case_actor))}
    now = {n: next((who[row] for row in holder.actor_rows(rows) if row in who), None) for n, holder in numbers.items()}
    changed = [{"speaker": n, "actor": now.get(n)} for n, known in before.items() if now.get(n) != known]
    if changed:
        db.execute(update(speakers).where(s.id == bindparam("speaker")).values(case_actor=bindparam("actor")), changed)


def follow_parting(db: Connection, made: Correction) -> None:
    """Find who is who now that a parting holds, or does not any more, and let its documents be compared again."""
    entry = parting_entry(made)
    db.execute(update(state).values(unjoined=1))
    if db.execute(select(func.count()).select_from(documents)).scalar_one() <= SOON:
        write_joined(db, find_joined(db))
    docs = sorted({anchor.doc for anchor in min((entry.apart, entry.rest), key=len)})
    wait_for_match(db, {*db.execute(select(documents.c.id).where(documents.c.doc.in_(docs))).scalars()})


def _write_holders(db: Connection, holders: Sequence[Holder]) -> dict[int, Holder]:
    """Gives them by the numbers of their speakers."""
    before = {(row.document_id, row.key, row.actor): row.speaker_id for row in db.execute(select(spoken))}
    known = [Holder(h.name, voices, h.nobody) for h in holders if (voices := tuple(v for v in h.voices if v in before))]
    numbers = _numbered(db, known, before)
    moved = [
        {"d": place[0], "k": place[1], "a": place[2], "to": number}
        for holder, number in zip(known, numbers, strict=True)
        for place in holder.voices
        if before[place] != number
    ]
    if moved:
        s = spoken.c
        own = (s.document_id == bindparam("d")) & (s.key == bindparam("k")) & (s.actor == bindparam("a"))
        db.execute(update(spoken).where(own).values(speaker_id=bindparam("to")), moved)
    _rename(db, known, numbers)
    join_speakers(db)
    for document in sorted({int(str(row["d"])) for row in moved}):
        index_again(db, db.execute(select(documents.c.doc).where(documents.c.id == document)).scalar_one())
        _follow(db, document)
    db.execute(update(state).values(unjoined=0))
    return dict(zip(numbers, known, strict=True))


def _numbered(db: Connection, holders: Sequence[Holder], before: dict[Place, int]) -> list[int]:
    """For every holder the number of a speaker of his voices that no other has, else a new one."""
    taken: set[int] = set()
    numbers: list[int] = []
    for holder in holders:
        number = next((before[v] for v in holder.voices if before[v] not in taken), None)
        if number is None:
            row = {"name": holder.name, "key": f"\x1f{holder.voices[0]}", "called": "", "statements": 0}
            number = int(db.execute(insert(speakers).returning(speakers.c.id), row).scalar_one())
        taken.add(number)
        numbers.append(number)
    return numbers


def _rename(db: Connection, holders: Sequence[Holder], numbers: Sequence[int]) -> None:
    """Give the speakers the names of the holders; of several of one name the first has it for a key, too."""
    rows = {row.id: row for row in db.execute(select(speakers))}
    kept, accounts = {*numbers}, {row.account for row in rows.values()}
    taken = {row.key for number, row in rows.items() if number in accounts and number not in kept}
    gone = [number for number in rows if number not in kept and number not in accounts]
    wanted = _wanted(holders, numbers, taken)
    changed = {n: to for n, to in wanted.items() if (rows[n].name, rows[n].key, rows[n].nobody) != to}
    own = update(speakers).where(speakers.c.id == bindparam("who"))
    # two may change their keys with each other
    free = [{"who": n, "k": f"\x1f{n}"} for n in (*changed, *gone)]
    if free:
        db.execute(own.values(key=bindparam("k"), called=bindparam("k")), free)
    if changed:
        named = own.values(name=bindparam("name_"), key=bindparam("k"), called=bindparam("c"), nobody=bindparam("none"))
        rows_changed = [
            {"who": n, "name_": name, "k": key, "c": speaker_key(name), "none": nobody}
            for n, (name, key, nobody) in changed.items()
        ]
        db.execute(named, rows_changed)


def _wanted(holders: Sequence[Holder], numbers: Sequence[int], taken: set[str]) -> dict[int, tuple[str, str, int]]:
    """Name, key and whether it is nobody of every speaker by number; no key is one of ``taken`` or another's."""
    found: dict[int, tuple[str, str, int]] = {}
    keys = {*taken}
    for holder, number in zip(holders, numbers, strict=True):
        key = speaker_key(holder.name)
        key = key if key not in keys else f"{key}\x1f{number}"
        keys.add(key)
        found[number] = (holder.name, key, int(holder.nobody))
    return found


def _follow(db: Connection, document: int) -> None:
    """Let the conflicts with other documents say who speaks in this one."""
    for side in ("a", "b"):
        c = collisions.c
        now = select(statements.c.speaker_id).where(statements.c.id == c[f"{side}_row"]).scalar_subquery()
        db.execute(update(collisions).where(c[f"{side}_document_id"] == document).values({f"{side}_speaker_id": now}))
