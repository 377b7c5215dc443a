"""What people said of the case as a whole: who is one speaker, whose word counts as one account, which variables are one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from typing import TypeVar

import msgspec
from sqlalchemy import Connection, and_, bindparam, insert, or_, select, update

from wederhoor.errors import WederhoorError
from wederhoor.records import CorrectionKind
from wederhoor.records.prepared import prepared
from wederhoor.store.correcting import standing
from wederhoor.store.log import corrections_of
from wederhoor.store.rows import speaker_key
from wederhoor.store.schema import actors, speakers, statements

Value = TypeVar("Value", str, int)
MANY = 1_000
"""Values in one query, below what any database takes."""


class Join(msgspec.Struct, frozen=True):
    """Several names that stand for one thing, and the name that it has."""

    name: str
    members: tuple[str, ...]


def joins(db: Connection, kind: CorrectionKind) -> tuple[Join, ...]:
    """The joins of a kind (``merge-actors``, ``join-holders``, ``merge-variables``) that hold, oldest first."""
    return tuple(
        msgspec.convert(correction.payload, prepared(Join))
        for correction in standing(corrections_of(db, None))
        if correction.kind == kind
    )


def merged_variables(db: Connection) -> tuple[tuple[str, ...], ...]:
    """The variables that are one, as ``account_models`` takes them: the name that they have, then those that it stands for."""
    return tuple((join.name, *join.members) for join in joins(db, "merge-variables"))


def coalitions(db: Connection) -> tuple[str, ...]:
    """The joined holders and the merged actors as ``cases.build_case`` takes them: ``name=one,other``.

    Who was merged goes with the other into a coalition; who is in two belongs to the later one; who says nothing in the case
    any more is left out, and so is a name with a comma or an equals sign, which cannot be written so.
    """
    chosen = select(speakers.c.key, speakers.c.name).where(speakers.c.statements > 0).order_by(speakers.c.id)
    names = {key: name for key, name in db.execute(chosen) if not {",", "="} & {*name}}
    into = _merges(db)
    named = {speaker_key(join.name): join.name for join in joins(db, "merge-actors")}
    member_of = {key: named[end] for key in names if (end := _end(key, into)) in named}
    for join in joins(db, "join-holders"):
        ends = {_end(speaker_key(member), into) for member in join.members}
        member_of.update((key, join.name) for key in names if _end(key, into) in ends)
    members: dict[str, list[str]] = {}
    for key, name in member_of.items():
        members.setdefault(name, []).append(names[key])
    return tuple(f"{name}={','.join(found)}" for name, found in members.items() if not {",", "="} & {*name})


def lost_joins(db: Connection) -> dict[int, tuple[str, ...]]:
    """The joins of speakers that name somebody whom nobody in the case goes by: the entry's number, and those names."""
    found = {}
    for correction in standing(corrections_of(db, None)):
        if correction.kind not in {"merge-actors", "join-holders"}:
            continue
        join = msgspec.convert(correction.payload, prepared(Join))
        named = join.members if correction.kind == "join-holders" else (join.name, *join.members)
        lost = tuple(name for name in named if not _speakers_called(db, name))
        if lost:
            found[correction.id] = lost
    return found


def names_of_speaker(db: Connection, name: str) -> list[str]:
    """Whom a name means that any page or command shows: the speaker, the members of an account, who speaks for that actor.

    Gives their names as the case writes them. Raises W808 where nobody goes by it.
    """
    found = _speakers_called(db, name) or _speakers_of_actor(db, name)
    if not found:
        raise WederhoorError("W808", what="speaker", name=name, where="the case", remedy=_alike(db, name))
    s = speakers.c
    members = select(s.name).where(s.account.in_([*found]), s.same_as.is_(None)).order_by(s.id)
    return [*db.execute(members).scalars()] or [*found.values()]


def _speakers_called(db: Connection, name: str) -> dict[int, str]:
    s = speakers.c
    return {row.id: row.name for row in db.execute(select(s.id, s.name).where(s.key == speaker_key(name)))}


def _speakers_of_actor(db: Connection, name: str) -> dict[int, str]:
    """Who speaks in the documents as an actor of this name: the commands show actors without their article."""
    told = and_(statements.c.document_id == actors.c.document_id, statements.c.actor == actors.c.item)
    joined = actors.join(statements, told).join(speakers, speakers.c.id == statements.c.speaker_id)
    chosen = select(speakers.c.id, speakers.c.name).select_from(joined).where(actors.c.key == speaker_key(name))
    return {row.id: row.name for row in db.execute(chosen.distinct().order_by(speakers.c.id))}


def _alike(db: Connection, name: str) -> str:
    """The likest names that there are."""
    chosen = select(speakers.c.name).where(speakers.c.statements > 0).order_by(speakers.c.statements.desc()).limit(MANY)
    names = [*db.execute(chosen).scalars()]
    by_key = {speaker_key(one): one for one in reversed(names)}
    close = [by_key[key] for key in get_close_matches(speaker_key(name), by_key, 3, 0.5)] or names[:3]
    return f"Did you mean {', '.join(close)}?" if close else "Nobody speaks in it."


def _merges(db: Connection) -> dict[str, str]:
    """For everybody who was merged into another the key of that other, which may itself be merged."""
    into: dict[str, str] = {}
    for join in joins(db, "merge-actors"):
        target = speaker_key(join.name)
        into.update((speaker_key(member), target) for member in join.members if speaker_key(member) != target)
        into.pop(target, None)  # the later word counts, and nobody is another of himself
    return into


def join_speakers(db: Connection) -> None:
    """Let every speaker who was merged into another point to that one, and whose word counts in another's account to that."""
    into, accounts = _merges(db), _accounts(db)
    joined = or_(speakers.c.same_as.is_not(None), speakers.c.account.is_not(None))
    if not into and not accounts and db.execute(select(speakers.c.id).where(joined).limit(1)).first() is None:
        return
    db.execute(update(speakers).where(joined).values(same_as=None, account=None))
    _add_named(db, {speaker_key(join.name): join.name for join in joins(db, "join-holders")})
    keys = sorted({*into, *into.values(), *accounts, *accounts.values()})
    ids = {
        key: number
        for few in batched(keys)
        for key, number in db.execute(select(speakers.c.key, speakers.c.id).where(speakers.c.key.in_(few)))
    }
    ends = {key: end for key in into if key in ids and (end := _end(key, into)) in ids}
    rows = []
    for key in sorted({*ends, *accounts} & {*ids}):
        account = accounts.get(ends.get(key, key))
        own = ids[account] if account is not None and account != key else None
        rows.append({"who": ids[key], "into": ids[ends[key]] if key in ends else None, "of": own})
    if rows:
        changed = update(speakers).where(speakers.c.id == bindparam("who"))
        db.execute(changed.values(same_as=bindparam("into"), account=bindparam("of")), rows)


def _accounts(db: Connection) -> dict[str, str]:
    """For everybody whose word counts as one account with others' the key of its name; who is in two is in the later one."""
    into = _merges(db)
    found: dict[str, str] = {}
    for join in joins(db, "join-holders"):
        found.update((_end(speaker_key(member), into), speaker_key(join.name)) for member in join.members)
    return found


def _add_named(db: Connection, names: dict[str, str]) -> None:
    """An account may have a name of its own, which nobody speaks under."""
    known = {
        key
        for few in batched(sorted(names))
        for key in db.execute(select(speakers.c.key).where(speakers.c.key.in_(few))).scalars()
    }
    new = [{"name": name, "key": key, "statements": 0} for key, name in sorted(names.items()) if key not in known]
    if new:
        db.execute(insert(speakers), new)


def _end(key: str, into: dict[str, str]) -> str:
    """Where a line of merges ends."""
    seen: set[str] = set()
    while key in into and key not in seen:
        seen.add(key)
        key = into[key]
    return key


def batched(values: Sequence[Value]) -> Iterator[Sequence[Value]]:
    """The values in parts of ``MANY``."""
    for start in range(0, len(values), MANY):
        yield values[start : start + MANY]
