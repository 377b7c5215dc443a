"""Who stands against whom: how often the speakers of a case contradict, accuse, support each other and speak of each other.

Each tie is carried by rows of the case: conflicts, statements, or events that an author tells or the one who does them.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final, Literal

import msgspec
from sqlalchemy import ColumnElement, Connection, FromClause, Select, Table, and_, func, or_, select

from wederhoor.records import EventCode
from wederhoor.store.schema import (
    OWN,
    case_actors,
    collisions,
    conflicts,
    events,
    identities,
    involved,
    speakers,
    statements,
)

TieKind = Literal["contradicts", "accuses", "supports", "speaks_of"]
Who = tuple[Literal["actor", "speaker"], int]
"""Somebody: an actor of the case, or a speaker who is no actor."""
_Counts = Counter[tuple[Who, Who, TieKind]]
_Between = Callable[[ColumnElement[int], ColumnElement[int]], ColumnElement[bool]]
"""The condition on an agent and a patient of events."""
ACCUSING: Final[tuple[EventCode, ...]] = ("ACCUSE",)
SUPPORTING: Final[tuple[EventCode, ...]] = ("SUPPORT",)
CANDIDATES: Final = 60
"""Those who say most and of whom most documents tell, among whom ties are looked for, besides all who contradict each other."""


class Tie(msgspec.Struct, frozen=True, kw_only=True):
    """What joins two, and in how many places; who contradicts another is contradicted by him: ``a`` is either."""

    a: Who
    b: Who
    kind: TieKind
    times: int


class Everybody(msgspec.Struct, frozen=True):
    """Who every speaker and every actor of a case is, where people made them one."""

    speakers: dict[int, Who]
    actors: dict[int, Who]
    names: dict[Who, str]
    speakers_of: dict[Who, list[int]]
    """The speakers that are one, and below the actors."""
    actors_of: dict[Who, list[int]]


def known_people(db: Connection) -> Everybody:
    """Everybody of a case who is somebody in particular."""
    a, s = case_actors.c, speakers.c
    heads = {row.id: row.same_as or row.id for row in db.execute(select(a.id, a.same_as))}
    names: dict[Who, str] = {("actor", row.id): row.name for row in db.execute(select(a.id, a.name))}
    actors: dict[int, Who] = {number: ("actor", head) for number, head in heads.items()}
    found: dict[int, Who] = {}
    for row in db.execute(select(s.id, s.name, s.same_as, s.case_actor).where(s.nobody == 0)):
        found[row.id] = actors.get(row.case_actor or 0, ("speaker", row.same_as or row.id))
        names.setdefault(("speaker", row.id), row.name)
    return Everybody(found, actors, names, _turned(found), _turned(actors))


def _turned(known: dict[int, Who]) -> dict[Who, list[int]]:
    found: defaultdict[Who, list[int]] = defaultdict(list)
    for number, who in known.items():
        found[who].append(number)
    return found


def find_ties(db: Connection, known: Everybody) -> list[Tie]:
    """The ties of a case, the commonest first: all contradictions, and what joins those who say most or are told of most."""
    counts = _contradicting(db, known)
    chosen = _candidates(db, known) | {who for pair in counts for who in pair[:2]}
    numbers = [number for number, who in known.actors.items() if who in chosen]
    _add_told(db, known, counts, _spoken_of(identities.c.case_actor.in_(numbers)), chosen)
    _add_done(db, known, counts, lambda one, other: and_(one.in_(numbers), other.in_(numbers)), chosen)
    return _sorted(counts)


def ties_around(db: Connection, known: Everybody, who: Who) -> list[Tie]:
    """All ties of one, with whomever, the commonest first."""
    found = _contradicting(db, known)
    counts = Counter({key: times for key, times in found.items() if who in key[:2]})
    everybody = {*known.speakers.values(), *known.actors.values()}
    actors, speakers_ = known.actors_of.get(who, []), known.speakers_of.get(who, [])
    spoken = or_(identities.c.case_actor.in_(actors), statements.c.speaker_id.in_(speakers_))
    _add_told(db, known, counts, _spoken_of(spoken), everybody)
    _add_done(db, known, counts, lambda one, other: or_(one.in_(actors), other.in_(actors)), everybody)
    return _sorted(counts)


def _sorted(counts: _Counts) -> list[Tie]:
    ties = [Tie(a=a, b=b, kind=kind, times=times) for (a, b, kind), times in counts.items()]
    return sorted(ties, key=lambda tie: (-tie.times, tie.a, tie.b, tie.kind))


def _contradicting(db: Connection, known: Everybody) -> _Counts:
    counts: _Counts = Counter()
    for table, verdict in ((conflicts, None), (collisions, collisions.c.verdict)):
        for a, b, times in _contradictions(db, table, verdict):
            one, other = known.speakers.get(a), known.speakers.get(b)
            if one and other and one != other:
                counts[min(one, other), max(one, other), "contradicts"] += times
    return counts


def _add_told(db: Connection, known: Everybody, counts: _Counts, spoken: Select[Any], chosen: set[Who]) -> None:
    for speaker, actor, times in db.execute(spoken):
        _count(counts, known.speakers.get(speaker), known.actors.get(actor), "speaks_of", times, chosen)


def _add_done(db: Connection, known: Everybody, counts: _Counts, between: _Between, chosen: set[Who]) -> None:
    kinds: tuple[tuple[TieKind, Sequence[EventCode]], ...] = (("accuses", ACCUSING), ("supports", SUPPORTING))
    for kind, codes in kinds:
        for a, b, times in db.execute(_done_to(codes, between)):
            _count(counts, known.actors.get(a), known.actors.get(b), kind, times, chosen)


def _count(counts: _Counts, a: Who | None, b: Who | None, kind: TieKind, times: int, chosen: set[Who]) -> None:
    if a in chosen and b in chosen and a is not None and b is not None and a != b:
        counts[a, b, kind] += times


def _candidates(db: Connection, known: Everybody) -> set[Who]:
    s, a = speakers.c, case_actors.c
    loud = select(s.id).where(s.nobody == 0).order_by(s.statements.desc(), s.id).limit(CANDIDATES)
    told = select(a.id).order_by(a.documents.desc(), a.mentions.desc(), a.id.desc()).limit(CANDIDATES)
    found = [known.speakers[number] for number in db.execute(loud).scalars()]
    return {*found, *(known.actors[number] for number in db.execute(told).scalars())}


def _contradictions(db: Connection, table: Table, verdict: ColumnElement[Any] | None) -> Iterator[tuple[int, int, int]]:
    a, b = table.c.a_speaker_id, table.c.b_speaker_id
    chosen = select(a, b, func.count()).where(a.is_not(None), b.is_not(None), a != b).group_by(a, b)
    if verdict is not None:
        chosen = chosen.where(or_(verdict.is_(None), verdict != "reject"))
    yield from ((row[0], row[1], row[2]) for row in db.execute(chosen))


def _spoken_of(so: ColumnElement[bool]) -> Select[Any]:
    """Who speaks of whom where this holds, in how many statements: speaker, actor, times."""
    i, m, s = involved.c, identities.c, statements.c
    joined = identities.join(involved, i.actor_row == m.actor_row).join(statements, s.id == i.item_row)
    told = and_(so, i.part == "subject", s.speaker_id.is_not(None))
    return (
        select(s.speaker_id, m.case_actor, func.count())
        .select_from(joined)
        .where(told)
        .group_by(s.speaker_id, m.case_actor)
    )


def _done_to(codes: Sequence[EventCode], between: _Between) -> Select[Any]:
    """Who does such a thing to whom, by the author or by his own word, really and not denied: agent, patient, times."""
    joined, (agent, patient) = _parties()
    told = _told_so(agent, codes)
    chosen = select(agent.c.case_actor, patient.c.case_actor, func.count()).select_from(joined)
    chosen = chosen.where(between(agent.c.case_actor, patient.c.case_actor), *told)
    return chosen.group_by(agent.c.case_actor, patient.c.case_actor)


def _parties() -> tuple[FromClause, tuple[FromClause, FromClause]]:
    """Events with who does them and whom they are done to."""
    doing, done = involved.alias("doing"), involved.alias("done")
    agent, patient = identities.alias("agent"), identities.alias("patient")
    joined = events.join(doing, and_(doing.c.item_row == events.c.id, doing.c.part == "agent"))
    joined = joined.join(agent, agent.c.actor_row == doing.c.actor_row)
    joined = joined.join(done, and_(done.c.item_row == events.c.id, done.c.part == "patient"))
    return joined.join(patient, patient.c.actor_row == done.c.actor_row), (agent, patient)


def _told_so(agent: FromClause, codes: Sequence[EventCode]) -> tuple[ColumnElement[bool], ...]:
    e = events.c
    his_own = select(speakers.c.id).where(speakers.c.case_actor == agent.c.case_actor).correlate(agent)
    stands = or_(OWN, e.speaker_id.in_(his_own))
    return e.code.in_(codes), e.polarity == "+", e.modality == "actual", stands


def rows_of_tie(db: Connection, tie: Tie, known: Everybody, limit: int) -> tuple[int, ...]:
    """The rows of statements or events that carry a tie, in the order of the documents. Contradictions are conflicts."""
    a, b = (known.actors_of.get(end, []) for end in (tie.a, tie.b))
    if tie.kind == "speaks_of":
        i, m, s = involved.c, identities.c, statements.c
        joined = identities.join(involved, i.actor_row == m.actor_row).join(statements, s.id == i.item_row)
        told = and_(m.case_actor.in_(b), i.part == "subject", s.speaker_id.in_(known.speakers_of.get(tie.a, [])))
        return tuple(db.execute(select(s.id).select_from(joined).where(told).order_by(s.id).limit(limit)).scalars())
    parties, (agent, patient) = _parties()
    so = _told_so(agent, ACCUSING if tie.kind == "accuses" else SUPPORTING)
    rows = select(events.c.id).select_from(parties).where(agent.c.case_actor.in_(a), patient.c.case_actor.in_(b), *so)
    return tuple(db.execute(rows.order_by(events.c.id).limit(limit)).scalars())


def contradictions_of_tie(tie: Tie, known: Everybody, table: Table) -> ColumnElement[bool]:
    """The condition that conflicts, within documents or between two, are between the two."""
    a, b = table.c.a_speaker_id, table.c.b_speaker_id
    one, other = (known.speakers_of.get(end, []) for end in (tie.a, tie.b))
    return or_(and_(a.in_(one), b.in_(other)), and_(a.in_(other), b.in_(one)))
