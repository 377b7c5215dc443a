"""What a case tells of an actor: where he appears and as what, what he does and undergoes, who speaks of him."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final, Literal

import msgspec
from sqlalchemy import Connection, RowMapping, Select, func, or_, select

from wederhoor.errors import WederhoorError
from wederhoor.records import ActorKind, Sector
from wederhoor.store.columns import row_id
from wederhoor.store.keyset import Listing
from wederhoor.store.row_types import EventRow, StatementRow
from wederhoor.store.rows import speaker_key
from wederhoor.store.schema import (
    actors,
    case_actors,
    documents,
    events,
    identities,
    involved,
    speakers,
    statements,
)
from wederhoor.store.selects import converted, converter, event_row, held_query, statement_query, statement_row

Part = Literal["agent", "patient"]
TELLERS: Final = 12
"""Who speaks of an actor, those who do so most."""


class CaseActorRow(msgspec.Struct, frozen=True, kw_only=True):
    """Someone of whom the case tells, with how many documents do so and how often."""

    id: int
    name: str
    kind: ActorKind
    country: str | None
    sector: Sector | None
    documents: int
    mentions: int
    same_as: int | None
    """The actor into whom a person merged this one."""


class AppearanceRow(msgspec.Struct, frozen=True, kw_only=True):
    """An actor in one document: what he is called there, and what he is."""

    id: int
    doc: str
    title: str | None
    date: str | None
    lang: str
    publisher: str | None
    item: str
    name: str
    aliases: tuple[str, ...]
    roles: tuple[str, ...]
    kind: ActorKind
    mentions: int


class SpeakerOf(msgspec.Struct, frozen=True, kw_only=True):
    """A speaker and in how many of his statements he speaks of somebody."""

    speaker_id: int
    speaker: str
    statements: int


def case_actor_listing(kind: ActorKind | None = None, words: str = "") -> Listing[CaseActorRow]:
    """Of whom the case tells, those first of whom most documents do; of one kind, or with these words in the name."""
    c = case_actors.c
    chosen = select(case_actors).where(c.same_as.is_(None))
    chosen = chosen if kind is None else chosen.where(c.kind == kind)
    chosen = chosen.where(c.key.contains(speaker_key(words), autoescape=True)) if words.strip() else chosen
    return Listing(chosen, (c.documents, c.mentions, c.id), converter(CaseActorRow), down=True)


def case_actor(db: Connection, number: int) -> CaseActorRow:
    """An actor by his number; of one who was merged, the other. Raises W808."""
    c = case_actors.c
    head = select(func.coalesce(c.same_as, c.id)).where(c.id == number).scalar_subquery()
    row = db.execute(select(case_actors).where(c.id == head)).mappings().one_or_none()
    if row is None:
        raise WederhoorError("W808", what="actor", name=number, where="the case", remedy="/actors lists them.")
    return converter(CaseActorRow)(row)


def case_actor_ids(db: Connection, number: int) -> list[int]:
    """The number of an actor and those of all who were merged with him."""
    c = case_actors.c
    return [*db.execute(select(c.id).where(or_(c.id == number, c.same_as == number)).order_by(c.id)).scalars()]


def case_actor_in(db: Connection, document: int, name: str) -> int | None:
    """The number of the actor of this name in a document; None where there is none, or several."""
    inside = actors.c.id.between(row_id(document, 0), row_id(document + 1, 0) - 1)
    joined = actors.join(identities, identities.c.actor_row == actors.c.id)
    chosen = (
        select(identities.c.case_actor).select_from(joined).where(inside, actors.c.name == name).distinct().limit(2)
    )
    found = [*db.execute(chosen).scalars()]
    return found[0] if len(found) == 1 else None


def case_actor_of_speaker(db: Connection, speaker: int) -> int | None:
    """The actor who a speaker is; None of one who is nobody in particular, and of one who is not found yet."""
    number = db.execute(select(speakers.c.case_actor).where(speakers.c.id == speaker)).scalar_one_or_none()
    return None if number is None else int(number)


def speakers_of_actor(db: Connection, ids: Sequence[int]) -> tuple[int, ...]:
    """The speakers who are one of these actors."""
    s = speakers.c
    return tuple(db.execute(select(s.id).where(s.case_actor.in_(ids)).order_by(s.id)).scalars())


def appearances(ids: Sequence[int]) -> Listing[AppearanceRow]:
    """Where these actors appear, in the order of the documents."""
    joined = identities.join(actors, actors.c.id == identities.c.actor_row)
    joined = joined.join(documents, documents.c.id == actors.c.document_id)
    own = [actors.c[name] for name in ("id", "item", "name", "aliases", "roles", "kind", "mentions")]
    d = documents.c
    chosen = select(*own, d.doc, d.title, d.date, d.lang, d.publisher).select_from(joined)
    return Listing(chosen.where(identities.c.case_actor.in_(ids)), (actors.c.id,), _appearance)


def events_of(ids: Sequence[int], part: Part) -> Listing[EventRow]:
    """What these actors do, or what is done to them, in the order of the documents and their texts."""
    return Listing(held_query(events).where(events.c.id.in_(_items(ids, part))), (events.c.id,), event_row)


def statements_about(db: Connection, ids: Sequence[int]) -> Listing[StatementRow]:
    """What others say in which they speak of these actors, in the order of the documents and their texts."""
    s = statements.c
    others = or_(s.speaker_id.is_(None), s.speaker_id.not_in(speakers_of_actor(db, ids)))
    return Listing(statement_query().where(s.id.in_(_items(ids, "subject")), others), (s.id,), statement_row)


def tellers(db: Connection, ids: Sequence[int]) -> tuple[SpeakerOf, ...]:
    """Who speaks of these actors, those who do so most first."""
    s, own = statements.c, speakers.alias("own")
    head = func.coalesce(own.c.same_as, own.c.id)
    counted = select(head.label("who"), func.count().label("times")).select_from(
        statements.join(own, own.c.id == s.speaker_id)
    )
    counted = counted.where(s.id.in_(_items(ids, "subject")), s.speaker_id.not_in(speakers_of_actor(db, ids)))
    found = (
        counted.where(own.c.nobody == 0).group_by(head).order_by(func.count().desc(), head).limit(TELLERS).subquery()
    )
    named = select(found.c.who, found.c.times, speakers.c.name).join(speakers, speakers.c.id == found.c.who)
    rows = db.execute(named.order_by(found.c.times.desc(), found.c.who))
    return tuple(SpeakerOf(speaker_id=row.who, speaker=row.name, statements=row.times) for row in rows)


def names_used(db: Connection, ids: Sequence[int]) -> tuple[tuple[str, int], ...]:
    """What these actors are called in documents, and in how many, the commonest first."""
    joined = identities.join(actors, actors.c.id == identities.c.actor_row)
    counted = select(actors.c.name, func.count()).select_from(joined).where(identities.c.case_actor.in_(ids))
    rows = db.execute(counted.group_by(actors.c.name).order_by(func.count().desc(), actors.c.name))
    return tuple((name, count) for name, count in rows)


def roles_held(db: Connection, ids: Sequence[int]) -> tuple[tuple[str, int], ...]:
    """What these actors are by the documents (*directeur (De Kade)*), and in how many, the commonest first."""
    joined = identities.join(actors, actors.c.id == identities.c.actor_row)
    told = select(actors.c.roles, func.count()).select_from(joined).where(identities.c.case_actor.in_(ids))
    counts: dict[str, int] = {}
    for roles, count in db.execute(told.group_by(actors.c.roles).order_by(actors.c.roles)):
        for role in _list(roles):
            counts[role] = counts.get(role, 0) + count
    return tuple(sorted(counts.items(), key=lambda one: (-one[1], one[0])))


def _items(ids: Sequence[int], part: str) -> Select[Any]:
    joined = identities.join(involved, involved.c.actor_row == identities.c.actor_row)
    return (
        select(involved.c.item_row).select_from(joined).where(identities.c.case_actor.in_(ids), involved.c.part == part)
    )


def _appearance(row: RowMapping) -> AppearanceRow:
    changed = {"aliases": _list(row["aliases"]), "roles": _list(row["roles"])}
    return converted(row, AppearanceRow, **changed)


def _list(told: str | None) -> list[str]:
    found: list[str] = msgspec.json.decode(told or "[]")
    return found
