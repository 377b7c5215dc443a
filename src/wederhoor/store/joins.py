"""What people said of the case as a whole: who is one speaker, whose word counts as one account, which variables are one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from typing import TypeVar

import msgspec
from sqlalchemy import Connection, and_, bindparam, insert, or_, select, update

from wederhoor.errors import WederhoorError
from wederhoor.records import CorrectionKind
from wederhoor.records.prepared import prepared
from wederhoor.store.log import corrections_of, entries_of_kind
from wederhoor.store.overlay import standing_corrections
from wederhoor.store.rows import speaker_key
from wederhoor.store.schema import actors, case_actors, speakers, spoken, statements

Value = TypeVar("Value", str, int)
MANY = 1_000
"""Values in one query, below what any database takes."""


class Join(msgspec.Struct, frozen=True):
    """Several names that stand for one thing, and the name that it has."""

    name: str
    members: tuple[str, ...]


def list_joins(db: Connection, kind: CorrectionKind) -> tuple[Join, ...]:
    """The joins of a kind (``merge-actors``, ``join-holders``, ``merge-variables``) that hold, oldest first."""
    return tuple(
        msgspec.convert(correction.payload, prepared(Join))
        for correction in standing_corrections(corrections_of(db, None))
        if correction.kind == kind
    )


def merged_variables(db: Connection) -> tuple[tuple[str, ...], ...]:
    """The variables that are one, as ``account_models`` takes them: the name that they have, then those that it stands for."""
    return tuple((join.name, *join.members) for join in list_joins(db, "merge-variables"))


def parted_names(db: Connection) -> dict[str, int]:
    """By key the names that two go by whom a person parted, with the number of the entry: neither is meant by them alone."""
    return {
        speaker_key(name): entry.id for entry in entries_of_kind(db, "part-actors") for name in entry.payload["names"]
    }


def coalitions(db: Connection) -> tuple[str, ...]:
    """The joined holders and the merged actors as ``cases.build_case`` takes them: ``name=one,other``.

    The members are the words by which texts call them. Who was merged goes with the other into a coalition; who is in two
    belongs to the later one; who says nothing in the case any more is left out, and so is a name with a comma or an equals
    sign, which cannot be written so, and one that means two who were parted.
    """
    into, named = _merges(db)
    accounts = _accounts(db, into)
    words = select(spoken.c.speaker_id, spoken.c.name).order_by(spoken.c.speaker_id, spoken.c.document_id)
    members: dict[str, dict[str, None]] = {}
    parted = parted_names(db)
    for number, word in db.execute(words):
        end = end_of(number, into)
        name = accounts.get(end) or named.get(end)
        if name is not None and not {",", "="} & {*name, *word} and speaker_key(word) not in parted:
            members.setdefault(name, {})[word] = None
    return tuple(f"{name}={','.join(found)}" for name, found in members.items())


def lost_joins(db: Connection) -> dict[int, tuple[str, ...]]:
    """The joins of speakers that name somebody whom nobody in the case goes by: the entry's number, and those names."""
    found = {}
    for correction in standing_corrections(corrections_of(db, None)):
        if correction.kind not in {"merge-actors", "join-holders"}:
            continue
        join = msgspec.convert(correction.payload, prepared(Join))
        named = join.members if correction.kind == "join-holders" else (join.name, *join.members)
        of_actors = correction.kind == "merge-actors"
        lost = tuple(n for n in named if not _speakers_called(db, n) and not (of_actors and _actors_called(db, n)))
        if lost:
            found[correction.id] = lost
    return found


def names_of_speaker(db: Connection, name: str, *, silent: bool = False) -> list[str]:
    """Whom a name means that any page or command shows: the speaker, the members of an account, who speaks for that actor.

    With ``silent`` also an actor of the case who says nothing. Gives their names as the case writes them. Raises W808 where
    nobody goes by it.
    """
    found = _speakers_called(db, name) or _speakers_of_actor(db, name)
    if not found:
        others = _actors_called(db, name) if silent else {}
        if not others:
            raise WederhoorError("W808", what="speaker", name=name, where="the case", remedy=_alike(db, name))
        return [*dict.fromkeys(others.values())]
    s = speakers.c
    members = select(s.name).where(s.account.in_([*found]), s.same_as.is_(None)).order_by(s.id)
    return [*db.execute(members).scalars()] or [*found.values()]


def _speakers_called(db: Connection, name: str) -> dict[int, str]:
    s = speakers.c
    found = called(db, [name]).get(speaker_key(name), [])
    return {row.id: row.name for row in db.execute(select(s.id, s.name).where(s.id.in_(found)).order_by(s.id))}


def called(db: Connection, names: Sequence[str]) -> dict[str, list[int]]:
    """By the key of each name the speakers whom the case or one of its documents calls so, those of that name first."""
    found: dict[str, dict[int, None]] = {}
    for few in batched(sorted({speaker_key(name) for name in names})):
        for keys, number in ((speakers.c.called, speakers.c.id), (spoken.c.key, spoken.c.speaker_id)):
            for key, who in db.execute(select(keys, number).where(keys.in_(few)).order_by(number)):
                found.setdefault(key, {})[who] = None
    return {key: [*who] for key, who in found.items()}


def _speakers_of_actor(db: Connection, name: str) -> dict[int, str]:
    """Who speaks in the documents as an actor of this name: the commands show actors without their article."""
    told = and_(statements.c.document_id == actors.c.document_id, statements.c.actor == actors.c.item)
    joined = actors.join(statements, told).join(speakers, speakers.c.id == statements.c.speaker_id)
    chosen = select(speakers.c.id, speakers.c.name).select_from(joined).where(actors.c.key == speaker_key(name))
    return {row.id: row.name for row in db.execute(chosen.distinct().order_by(speakers.c.id))}


def _actors_called(db: Connection, name: str) -> dict[int, str]:
    """Of whom documents tell under this name, whether he says anything or not."""
    c = case_actors.c
    return {
        row.id: row.name for row in db.execute(select(c.id, c.name).where(c.key == speaker_key(name)).order_by(c.id))
    }


def _alike(db: Connection, name: str) -> str:
    """The likest names that there are."""
    chosen = select(speakers.c.name).where(speakers.c.statements > 0).order_by(speakers.c.statements.desc()).limit(MANY)
    names = [*db.execute(chosen).scalars()]
    by_key = {speaker_key(one): one for one in reversed(names)}
    close = [by_key[key] for key in get_close_matches(speaker_key(name), by_key, 3, 0.5)] or names[:3]
    return f"Did you mean {', '.join(close)}?" if close else "Nobody speaks in it."


def _merges(db: Connection) -> tuple[dict[int, int], dict[int, str]]:
    """For everybody who was merged into another that other, who may himself be merged; and what each other is called."""
    merged = list_joins(db, "merge-actors")
    return merged_into(merged, called(db, [name for join in merged for name in (join.name, *join.members)]))


def merged_into(merged: Sequence[Join], known: Mapping[str, Sequence[int]]) -> tuple[dict[int, int], dict[int, str]]:
    """As ``_merges``, of these joins; ``known`` are by the key of each name those who go by it.

    Another may himself be merged.
    """
    into: dict[int, int] = {}
    named: dict[int, str] = {}
    for join in merged:
        target, *same = known.get(speaker_key(join.name), [0])
        if not target:
            continue
        members = [who for member in join.members for who in known.get(speaker_key(member), ())]
        into.update((who, target) for who in (*same, *members) if who != target)
        into.pop(target, None)  # the later word counts, and nobody is another of himself
        named[target] = join.name
    return into, named


def join_speakers(db: Connection) -> None:
    """Let every speaker who was merged into another point to that one, and whose word counts in another's account to that."""
    joined = or_(speakers.c.same_as.is_not(None), speakers.c.account.is_not(None))
    held = list_joins(db, "join-holders")
    if not held and not list_joins(db, "merge-actors"):
        if db.execute(select(speakers.c.id).where(joined).limit(1)).first() is not None:
            db.execute(update(speakers).where(joined).values(same_as=None, account=None))
        return
    db.execute(update(speakers).where(joined).values(same_as=None, account=None))
    _add_named(db, {speaker_key(join.name): join.name for join in held})
    into, _ = _merges(db)
    accounts = _accounts(db, into)
    owns = called(db, [*accounts.values()])
    rows = []
    for number in sorted({*into, *accounts}):
        end = end_of(number, into)
        account = owns[speaker_key(accounts[end])][0] if end in accounts else None
        own = account if account != number else None
        rows.append({"who": number, "into": end if end != number else None, "of": own})
    if rows:
        changed = update(speakers).where(speakers.c.id == bindparam("who"))
        db.execute(changed.values(same_as=bindparam("into"), account=bindparam("of")), rows)


def _accounts(db: Connection, into: dict[int, int]) -> dict[int, str]:
    """For everybody whose word counts as one account with others' its name; who is in two is in the later one."""
    held = list_joins(db, "join-holders")
    known = called(db, [name for join in held for name in join.members])
    found: dict[int, str] = {}
    for join in held:
        members = [who for member in join.members for who in known.get(speaker_key(member), ())]
        found.update((end_of(who, into), join.name) for who in members)
    return found


def _add_named(db: Connection, names: dict[str, str]) -> None:
    """An account may have a name of its own, which nobody speaks under."""
    known = called(db, [*names.values()])
    new = [
        {"name": name, "key": key, "called": key, "statements": 0}
        for key, name in sorted(names.items())
        if key not in known
    ]
    if new:
        db.execute(insert(speakers), new)


def end_of(number: int, into: dict[int, int]) -> int:
    """Where a line of merges ends."""
    seen: set[int] = set()
    while number in into and number not in seen:
        seen.add(number)
        number = into[number]
    return number


def batched(values: Sequence[Value]) -> Iterator[Sequence[Value]]:
    """The values in parts of ``MANY``."""
    for start in range(0, len(values), MANY):
        yield values[start : start + MANY]
