"""Who stands against whom: all ties are listed with what each rests on, in words; those between a few people are drawn."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, Literal

import msgspec
from markupsafe import Markup
from sqlalchemy import Connection

from wederhoor.exchange.cases.report import CaseReport
from wederhoor.exchange.models.layout import place
from wederhoor.exchange.runs.shown import ShownModel
from wederhoor.exchange.standards.networks import network
from wederhoor.exchange.visible import visible
from wederhoor.records import Edge, Model, Sign, Variable
from wederhoor.store.answers import Page
from wederhoor.store.keyset import Listing, page
from wederhoor.store.row_types import CollisionRow, ConflictRow, EventRow, StatementRow
from wederhoor.store.schema import collisions, conflicts, events, statements
from wederhoor.store.selects import (
    collision_query,
    collision_row_of,
    conflict_query,
    conflict_row,
    event_row,
    held_query,
    statement_query,
    statement_row,
)
from wederhoor.store.ties import Everybody, Tie, TieKind, Who, contradictions_of_tie, rows_of_tie

PEOPLE: Final = 16
"""Those of the drawing: more cannot be told apart."""
TIES: Final = 40
PAGE: Final = 50
"""Ties of a page of the list; those that are drawn are on the first."""
EACH: Final = 2
"""Places whose words are shown of a tie."""
MOST_DIGITS: Final = 10
"""Of the number of a tie."""
WEIGHT: Final = {"contradicts": 5, "accuses": 4, "supports": 4, "shares": 4, "speaks_of": 1}
Kind = Literal[TieKind, "shares"]
_SIGNS: Final[dict[Kind, Sign]] = {"contradicts": "-", "accuses": "-", "supports": "+", "shares": "+", "speaks_of": "0"}


class Person(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody of the network; ``page`` is the address of his page, ``who`` what the network around him is asked by."""

    name: str
    page: str
    who: str


class ShownTie(msgspec.Struct, frozen=True, kw_only=True):
    """What joins two, and some of the words that carry it. ``issues`` are those in which both take the same position."""

    number: int
    a: Person
    b: Person
    kind: Kind
    times: int
    conflicts: tuple[ConflictRow, ...] = ()
    collisions: tuple[CollisionRow, ...] = ()
    statements: tuple[StatementRow, ...] = ()
    events: tuple[EventRow, ...] = ()
    issues: tuple[str, ...] = ()


class Network(msgspec.Struct, frozen=True, kw_only=True):
    """A page of the ties, and the people between whom those of the first are drawn."""

    people: tuple[Person, ...]
    ties: tuple[ShownTie, ...]
    next: str | None
    people_in_all: int
    ties_in_all: int
    around: Person | None


class _Joint(msgspec.Struct, frozen=True):
    """A tie of the store, or what two share in issues."""

    a: Who
    b: Who
    kind: Kind
    times: int
    issues: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ties:
    """All ties in the order in which they are listed: first those that are drawn."""

    known: Everybody
    joints: Sequence[_Joint]
    drawn: int
    people: Sequence[Who]
    """All who have ties, those with the most and weightiest first."""
    around: Who | None

    def page(self, db: Connection, after: str | None, limit: int = PAGE) -> Page[ShownTie]:
        """Some of the ties with their words, from the beginning or behind ``after``."""
        start = int(after) if after and after.isdecimal() and len(after) < MOST_DIGITS else 0
        end = start + limit
        ties = tuple(_shown(db, self.known, number, one) for number, one in enumerate(self.joints[start:end], start))
        return Page(ties, str(end) if end < len(self.joints) else None)

    def person(self, who: Who) -> Person:
        """Somebody as he is shown."""
        return _person(self.known, who)


def all_ties(known: Everybody, found: Sequence[Tie], report: CaseReport | None, around: Who | None = None) -> Ties:
    """The ties of a case, or of one; drawn are those between the people who have the most and weightiest."""
    joints = [_Joint(tie.a, tie.b, tie.kind, tie.times) for tie in found]
    shared = _shared(report, known) if report else ()
    joints += [one for one in shared if around is None or around in {one.a, one.b}]
    weights: Counter[Who] = Counter()
    for one in joints:
        for who in (one.a, one.b):
            weights[who] += WEIGHT[one.kind] * min(one.times, EACH)
    people = sorted(weights, key=lambda who: (who != around, -weights[who], who))
    joints.sort(key=lambda one: (-WEIGHT[one.kind], -one.times, one.a, one.b))
    few = {*people[:PEOPLE]}
    inside = [one for one in joints if one.a in few and one.b in few][:TIES]
    first = {*map(id, inside)}
    rest = [one for one in joints if id(one) not in first]
    return Ties(known, [*inside, *rest], len(inside), people, around)


def shown_network(db: Connection, found: Ties, after: str | None, limit: int = PAGE) -> Network:
    """A page of the ties with their words, and who is in the drawing."""
    listed = found.page(db, after, limit)
    drawn = found.joints[: found.drawn]
    inside = {who for one in drawn for who in (one.a, one.b)}
    return Network(
        people=tuple(found.person(who) for who in found.people if who in inside),
        ties=listed.rows,
        next=listed.next,
        people_in_all=len(found.people),
        ties_in_all=len(found.joints),
        around=found.person(found.around) if found.around else None,
    )


def _person(known: Everybody, who: Who) -> Person:
    return Person(name=known.names[who], page=_page(who), who=f"{who[0]}-{who[1]}")


def _page(who: Who) -> str:
    return f"/actors/{who[1]}" if who[0] == "actor" else f"/accounts/{who[1]}"


def _shared(report: CaseReport, known: Everybody) -> Iterable[_Joint]:
    """Who takes the same position as whom, by the issues of the report."""
    called: dict[str, list[Who]] = {}
    for who in {*known.speakers.values()}:
        called.setdefault(known.names[who], []).append(who)
    ids = {issue.concept: issue.id for issue in report.issues}
    nodes, links = network(report)
    names = {node.id: node.label for node in nodes}
    for link in links:
        ends = [called.get(names[end], []) for end in (link.a, link.b)]
        if link.shared and all(len(end) == 1 for end in ends) and ends[0] != ends[1]:
            issues = tuple(ids[one] for one in link.shared_on.split("; ") if one in ids)
            yield _Joint(ends[0][0], ends[1][0], "shares", link.shared, issues)


def _shown(db: Connection, known: Everybody, number: int, one: _Joint) -> ShownTie:
    a, b = _person(known, one.a), _person(known, one.b)
    base = ShownTie(number=number, a=a, b=b, kind=one.kind, times=one.times, issues=one.issues)
    if one.kind == "shares":
        return base
    tie = Tie(a=one.a, b=one.b, kind=one.kind, times=one.times)
    if one.kind == "contradicts":
        within = conflict_query().where(contradictions_of_tie(tie, known, conflicts))
        between = collision_query().where(contradictions_of_tie(tie, known, collisions))
        kept = collisions.c.verdict.is_distinct_from("reject")
        return msgspec.structs.replace(
            base,
            conflicts=page(db, Listing(within, (conflicts.c.id,), conflict_row), None, EACH).rows,
            collisions=page(db, Listing(between.where(kept), (collisions.c.id,), collision_row_of), None, EACH).rows,
        )
    rows = rows_of_tie(db, tie, known, EACH)
    if one.kind == "speaks_of":
        said = Listing(statement_query().where(statements.c.id.in_(rows)), (statements.c.id,), statement_row)
        return msgspec.structs.replace(base, statements=page(db, said, None, EACH).rows)
    done = Listing(held_query(events).where(events.c.id.in_(rows)), (events.c.id,), event_row)
    return msgspec.structs.replace(base, events=page(db, done, None, EACH).rows)


def drawing(found: Network, title: str, label: str, marks: dict[str, str]) -> ShownModel:
    """The first page of it as it is drawn, as models are; an edge opens the words of its tie."""
    names = _unique(found.people)
    at = {person: names[number] for number, person in enumerate(found.people)}
    drawn = _strongest(tie for tie in found.ties if tie.a in at and tie.b in at)
    edges = tuple(Edge(cause=at[tie.a], effect=at[tie.b], sign=_SIGNS[tie.kind]) for tie in drawn)
    places = place(Model(name=title, variables=tuple(Variable(name=name) for name in names), edges=edges))
    index = {name: f"n{number}" for number, name in enumerate(names)}
    data = {
        "nodes": [
            {
                "id": index[name],
                "key": person.page,
                "name": visible(name),
                "shown": name,
                "x": places[name][0],
                "y": places[name][1],
            }
            for person, name in at.items()
        ],
        "edges": [
            {
                "id": f"e{tie.number}",
                "source": index[at[tie.a]],
                "target": index[at[tie.b]],
                "sign": {"+": "plus", "-": "minus", "0": "unknown"}[_SIGNS[tie.kind]],
                "mark": marks[tie.kind],
                "both": tie.kind in {"contradicts", "shares"},
                "optional": tie.kind == "speaks_of",
            }
            for tie in drawn
        ],
    }
    told = msgspec.json.encode(data).decode().replace("<", "\\u003c")
    return ShownModel(
        number=0, name=title, loops=(), more_loops=0, cover="", edges=(), more_edges=0, unheld=(), label=label,
        data=Markup(told) if names else None,  # noqa: S704  # holds no "<" any more
    )  # fmt: skip


def _strongest(ties: Iterable[ShownTie]) -> list[ShownTie]:
    """Of the ties of two only the weightiest is drawn; all are listed."""
    best: dict[frozenset[str], ShownTie] = {}
    for tie in ties:
        best.setdefault(frozenset((tie.a.page, tie.b.page)), tie)
    return sorted(best.values(), key=lambda tie: tie.number)


def _unique(people: Sequence[Person]) -> list[str]:
    """Their names; of several of one name each with a number."""
    counts: Counter[str] = Counter()
    found = []
    for person in people:
        counts[person.name] += 1
        found.append(person.name if counts[person.name] == 1 else f"{person.name} ({counts[person.name]})")
    return found
