"""The actors of a case, who speak or not: who in one document is who in another, by the rule of ``cases``."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Mapping, Sequence
from typing import Any

import msgspec
from sqlalchemy import BindParameter, Connection, bindparam, delete, func, insert, or_, select, update

from wederhoor.records import ActorKind, CaseActor, Reading, Sector
from wederhoor.store.columns import ROWS_A_DOCUMENT, row_id
from wederhoor.store.joins import Join, batched, end_of, list_joins, merged_into
from wederhoor.store.rows import speaker_key
from wederhoor.store.schema import actors, case_actors, identities


class JoinedActor(msgspec.Struct, frozen=True):
    """Someone of whom documents tell; ``rows`` are the rows of these documents' actors who are him, in their order."""

    name: str
    kind: ActorKind
    country: str | None
    sector: Sector | None
    rows: tuple[int, ...]


def joined_actors(numbered: Sequence[tuple[int, Reading]], found: Sequence[CaseActor]) -> tuple[JoinedActor, ...]:
    """The actors of a case with the rows of documents, given with their numbers."""
    places = {
        (reading.doc, actor.id): row_id(number, place)
        for number, reading in numbered
        for place, actor in enumerate(reading.actors, start=1)
    }
    return tuple(
        JoinedActor(
            one.name, one.kind, one.country, one.sector, tuple(sorted(places[m.doc, m.id] for m in one.members))
        )
        for one in found
    )


def write_case_actors(db: Connection, joined: Sequence[JoinedActor]) -> None:
    """Let every actor of a document be one of these. Who has a number keeps it, as long as one who was he is there."""
    known: dict[int, int] = {row.actor_row: row.case_actor for row in db.execute(select(identities))}
    mentions: dict[int, int] = {row.id: row.mentions for row in db.execute(select(actors.c.id, actors.c.mentions))}
    there = [one for one in (_only(one, mentions) for one in joined) if one.rows]
    numbers = _numbered(db, there, known)
    _describe(db, [_row(number, one, mentions) for number, one in zip(numbers, there, strict=True)])
    now = {row: number for number, one in zip(numbers, there, strict=True) for row in one.rows}
    _identify(db, known, now)
    merge_case_actors(db)


def _only(one: JoinedActor, rows: Container[int]) -> JoinedActor:
    return msgspec.structs.replace(one, rows=tuple(row for row in one.rows if row in rows))


def _describe(db: Connection, told: Sequence[dict[str, object]]) -> None:
    """Write what the actors of the case are; others than these go."""
    before = {row["id"]: {**row} for row in db.execute(select(case_actors)).mappings()}
    changed = [row for row in told if {**before[row["number"]], **_fields(row)} != before[row["number"]]]
    if changed:
        values: dict[str, BindParameter[Any]] = {name: bindparam(f"new_{name}") for name in _fields(changed[0])}
        own = update(case_actors).where(case_actors.c.id == bindparam("number")).values(values)
        db.execute(
            own, [{"number": row["number"], **{f"new_{k}": v for k, v in _fields(row).items()}} for row in changed]
        )
    for few in batched(sorted({*before} - {row["number"] for row in told})):
        db.execute(delete(case_actors).where(case_actors.c.id.in_(few)))


def _identify(db: Connection, known: Mapping[int, int], now: Mapping[int, int]) -> None:
    """Write which actors of documents are whom, where that is another than before."""
    for few in batched([row for row, who in known.items() if now.get(row) != who]):
        db.execute(delete(identities).where(identities.c.actor_row.in_(few)))
    new = [{"actor_row": row, "case_actor": who} for row, who in now.items() if known.get(row) != who]
    if new:
        db.execute(insert(identities), new)


def _numbered(db: Connection, joined: Sequence[JoinedActor], known: dict[int, int]) -> list[int]:
    """For each the number of one who was he before and is nobody else now, else a new one."""
    taken: set[int] = set()
    numbers: list[int] = []
    for one in joined:
        number = next((known[row] for row in one.rows if row in known and known[row] not in taken), None)
        if number is None:
            fields = {"name": one.name, "key": "", "kind": one.kind, "documents": 0, "mentions": 0}
            number = int(db.execute(insert(case_actors).returning(case_actors.c.id), fields).scalar_one())
        taken.add(number)
        numbers.append(number)
    return numbers


def _row(number: int, one: JoinedActor, mentions: dict[int, int]) -> dict[str, object]:
    return {
        "number": number,
        "name": one.name,
        "key": speaker_key(one.name),
        "kind": one.kind,
        "country": one.country,
        "sector": one.sector,
        "documents": len({row // ROWS_A_DOCUMENT for row in one.rows}),
        "mentions": sum(mentions[row] for row in one.rows),
    }


def _fields(row: dict[str, object]) -> dict[str, object]:
    return {name: value for name, value in row.items() if name != "number"}


def merge_case_actors(db: Connection) -> None:
    """Let every actor whom people merged into another point to that one, who counts the texts and mentions of both."""
    merged = list_joins(db, "merge-actors")
    c = case_actors.c
    before = {*db.execute(select(c.same_as).where(c.same_as.is_not(None))).scalars()}
    db.execute(update(case_actors).where(c.same_as.is_not(None)).values(same_as=None))
    into, _ = merged_into(merged, _called(db, merged))
    ends = [{"who": who, "head": head} for who in sorted(into) if (head := end_of(who, into)) != who]
    if ends:
        db.execute(update(case_actors).where(c.id == bindparam("who")).values(same_as=bindparam("head")), ends)
    _count_again(db, before | {one["head"] for one in ends})


def _count_again(db: Connection, heads: set[int]) -> None:
    """Write in how many texts those appear who have or had others merged into them, and how often they are named there."""
    c = case_actors.c
    whose = func.coalesce(c.same_as, c.id)
    joined = identities.join(actors, actors.c.id == identities.c.actor_row).join(
        case_actors, c.id == identities.c.case_actor
    )
    rows: defaultdict[int, dict[int, int]] = defaultdict(dict)
    for few in batched(sorted(heads)):
        chosen = (
            select(whose, actors.c.id, actors.c.mentions)
            .select_from(joined)
            .where(or_(c.id.in_(few), c.same_as.in_(few)))
        )
        for head, row, mentions in db.execute(chosen):
            rows[head][row] = mentions
    counted = [
        {"who": who, "texts": len({row // ROWS_A_DOCUMENT for row in own}), "times": sum(own.values())}
        for who, own in rows.items()
    ]
    if counted:
        values: dict[str, BindParameter[Any]] = {"documents": bindparam("texts"), "mentions": bindparam("times")}
        db.execute(update(case_actors).where(c.id == bindparam("who")).values(values), counted)


def _called(db: Connection, merged: Sequence[Join]) -> dict[str, list[int]]:
    """By key of each name of joins the actors of the case who go by it."""
    keys = sorted({speaker_key(name) for join in merged for name in (join.name, *join.members)})
    found: dict[str, list[int]] = {}
    for few in batched(keys):
        chosen = (
            select(case_actors.c.key, case_actors.c.id).where(case_actors.c.key.in_(few)).order_by(case_actors.c.id)
        )
        for key, number in db.execute(chosen):
            found.setdefault(key, []).append(number)
    return found
