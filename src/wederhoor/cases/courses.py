"""One holder against himself, and what changed from one day to another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from wederhoor.cases.holders import AccountHolders
from wederhoor.cases.propositions import in_order, side_of
from wederhoor.languages.several import Packs
from wederhoor.reading.conflicts.pairs import terms_of
from wederhoor.reading.propositions import Held, Opposed, statements_opposed
from wederhoor.records import CaseActor, Course, Passage, SelfContradiction, Step


def find_self_contradictions(
    found: Sequence[Opposed], actors: Sequence[CaseActor], holders: AccountHolders, packs: Packs
) -> tuple[SelfContradiction, ...]:
    """What one actor of the case says in one document against what he says in another, C1, C2, ..., each pair once."""
    names = {actor.id: actor.name for actor in actors}
    made = []
    for number, one in enumerate(statements_opposed(found), start=1):
        first, then = in_order(one.a, one.b)
        actor = holders.key(first.doc, str(first.side))[1]
        terms = terms_of(one.opposition.shared)
        made.append(
            SelfContradiction(
                id=f"C{number}",
                actor=actor,
                first=side_of(first),
                then=side_of(then),
                first_words=words_of(first),
                then_words=words_of(then),
                kind=one.opposition.kind,
                terms=terms,
                why=packs.of(first.lang).disputes.why.told("changed", names[actor], names[actor], terms),
            )
        )
    return tuple(made)


def find_courses(updates: Sequence[Opposed]) -> tuple[Course, ...]:
    """What is updated, step by step, U1, U2, ..., in the order of the documents; steps by day."""
    groups = list(_hanging_together(updates))
    return tuple(_course(f"U{number}", group) for number, group in enumerate(groups, start=1))


def _hanging_together(updates: Sequence[Opposed]) -> Iterator[list[Held]]:
    """The propositions that one update after another joins; two that tell one number are one."""
    beside: defaultdict[Passage, list[Held]] = defaultdict(list)
    items: dict[Passage, Held] = {}
    for one in updates:
        for a, b in ((one.a, one.b), (one.b, one.a)):
            beside[_told_at(a)].append(b)
            items.setdefault(_told_at(a), a)
    seen: set[Passage] = set()
    for first in items.values():
        group: list[Held] = []
        waiting = [first]
        while waiting:
            here = waiting.pop()
            if _told_at(here) not in seen:
                seen.add(_told_at(here))
                group.append(here)
                waiting += beside[_told_at(here)]
        if group:
            yield group


def _told_at(one: Held) -> Passage:
    """Where it is told: the number, or all of its words."""
    return figure_of(one) or words_of(one)


def _course(name: str, group: Sequence[Held]) -> Course:
    steps = {
        (one.doc, figure or words_of(one)): Step(
            side=side_of(one), words=words_of(one), day=one.day or "", figure=figure
        )
        for one in group
        for figure in [figure_of(one)]
    }
    ordered = sorted(steps.values(), key=lambda step: (step.day, step.words))
    figures = all(one.proposition.amount is not None for one in group)
    return Course(id=name, kind="figure" if figures else "plan", steps=tuple(ordered))


def words_of(one: Held) -> Passage:
    """The words that put it forward."""
    return Passage(one.doc, one.proposition.span)


def figure_of(one: Held) -> Passage | None:
    """The words of its number."""
    amount = one.proposition.amount
    return None if amount is None or amount.words is None else Passage(one.doc, amount.words)
