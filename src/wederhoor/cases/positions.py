"""Who gives which answer to the question of an issue."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from wederhoor.cases.clusters import Cluster
from wederhoor.cases.courses import figure_of, words_of
from wederhoor.cases.propositions import side_of
from wederhoor.cases.statements import Statements
from wederhoor.languages.several import Packs
from wederhoor.reading.memo import Memo
from wederhoor.reading.propositions import Held, Meetings, same_answer
from wederhoor.records import Holding, Position, SideRef

LETTERS = "abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True)
class Answer:
    """A statement that answers the question, with what it puts forward, where that is known."""

    side: SideRef
    held: Held | None


@dataclass(frozen=True, slots=True)
class Answers:
    """The positions of an issue, which of them exclude each other, and the answers of those who are in no conflict."""

    positions: tuple[Position, ...]
    against: tuple[tuple[str, str], ...]
    agreeing: Mapping[SideRef, str]
    """Statements that nobody is in conflict with, by the position that they share."""

    def position_of(self, side: SideRef) -> str | None:
        """The position that a statement takes."""
        return next((p.id for p in self.positions for h in p.held if h.side == side), None)


class _Mind:
    """Says who gives one answer; what was worked out before is not asked again."""

    def __init__(self, meetings: Meetings, packs: Packs, memo: Memo) -> None:
        self._meetings, self._packs, self._memo = meetings, packs, memo

    def is_one(self, a: Held, b: Held) -> bool:
        return self._memo.of("one answer", (a, b), lambda: same_answer(a, b, self._packs))

    def agreeing(self, first: Held) -> list[Held]:
        """All propositions that give the answer of one."""
        near = self._meetings.near(first)
        return self._memo.of(
            "agreeing", (first, *near), lambda: [held for held in near if same_answer(held, first, self._packs)]
        )


def find_answers(
    cluster: Cluster,
    meetings: Meetings,
    moved: Sequence[tuple[SideRef, SideRef]],
    statements: Statements,
    packs: Packs,
    memo: Memo,
) -> Answers:
    """Who answers what: first those in conflict, in the order of the texts, then all who say the same as one of them.

    ``moved`` are statements that, as people said, take the position of another one.
    """
    opponents: defaultdict[SideRef, set[SideRef]] = defaultdict(set)
    for conflict in cluster.conflicts:
        opponents[conflict.a].add(conflict.b)
        opponents[conflict.b].add(conflict.a)
    mind = _Mind(meetings, packs, memo)
    groups = _grouped(cluster, opponents, statements, mind)
    agreeing: dict[SideRef, str] = {}
    for number, group in enumerate(groups):
        of_one_mind = list(_of_one_mind(group, {*opponents, *agreeing}, mind))
        agreeing.update((one.side, _letter(number)) for one in of_one_mind)
        group.extend(of_one_mind)
    _move(groups, moved)
    at = {one.side: _letter(n) for n, group in enumerate(groups) for one in group}
    against = {tuple(sorted((at[side], at[other]))) for side, others in opponents.items() for other in others}
    return Answers(
        positions=tuple(_position(n, group, cluster, statements) for n, group in enumerate(groups)),
        against=tuple((a, b) for a, b in sorted(against) if a != b),
        agreeing=agreeing,
    )


def _move(groups: list[list[Answer]], moved: Sequence[tuple[SideRef, SideRef]]) -> None:
    """Put statements where people said that they belong; a position that nobody takes any more goes."""
    for side, other in moved:
        own, to = _group_of(side, groups), _group_of(other, groups)
        if own is not None and to is not None and own is not to:
            to += [one for one in own if one.side == side]
            own[:] = [one for one in own if one.side != side]
    groups[:] = [group for group in groups if group]


def _group_of(side: SideRef, groups: Sequence[list[Answer]]) -> list[Answer] | None:
    return next((group for group in groups if any(one.side == side for one in group)), None)


def _grouped(
    cluster: Cluster, opponents: Mapping[SideRef, set[SideRef]], statements: Statements, mind: _Mind
) -> list[list[Answer]]:
    """The statements in conflict, those that give one answer together."""
    known = {side_of(held): held for base in reversed(cluster.bases) for held in (base.a, base.b)}
    groups: list[list[Answer]] = []
    for side in sorted(opponents, key=statements.place):
        one = Answer(side, known.get(side))
        free = [group for group in groups if not any(other.side in opponents[side] for other in group)]
        again = statements.again.get(side, frozenset())
        retold = (group for group in free if any(other.side in again for other in group))
        alike = (group for group in free if _fits(one, group, opponents, statements, mind))
        group = next(chain(retold, alike), None)
        if group is None:
            groups.append([one])
        else:
            group.append(one)
    return groups


def _position(number: int, group: Sequence[Answer], cluster: Cluster, statements: Statements) -> Position:
    ordered = sorted(group, key=lambda one: statements.place(one.side))
    return Position(id=_letter(number), held=tuple(_holding(one, cluster, statements) for one in ordered))


def _fits(
    one: Answer,
    group: Sequence[Answer],
    opponents: Mapping[SideRef, set[SideRef]],
    statements: Statements,
    mind: _Mind,
) -> bool:
    """Whether a statement gives the answer of a group: it says the same as the first of it of whom it is known what he says.

    Where it is not known what both put forward, two are of one mind only if both say no more than that one statement is not so.
    """
    first = _first_held(group)
    if one.held is not None and first is not None:
        return mind.is_one(one.held, first)
    denying = statements.only_denies(one.side) and all(statements.only_denies(other.side) for other in group)
    return denying and all(opponents[one.side] & opponents[other.side] for other in group)


def _first_held(group: Sequence[Answer]) -> Held | None:
    return next((one.held for one in group if one.held is not None), None)


def _of_one_mind(group: Sequence[Answer], taken: set[SideRef], mind: _Mind) -> Iterator[Answer]:
    """Who puts forward the same as the first of a group whose proposition is known, without being in conflict."""
    first = _first_held(group)
    if first is None:
        return
    seen = {*taken}
    for held in mind.agreeing(first):
        side = side_of(held)
        if side not in seen:
            seen.add(side)
            yield Answer(side, held)


def _holding(one: Answer, cluster: Cluster, statements: Statements) -> Holding:
    if one.held is None:
        words = statements.passages.of(one.side, cluster.terms, answers=statements.answers(one.side))
        return Holding(side=one.side, words=words, answers=_pointed_at(one.side, cluster, statements))
    return Holding(side=one.side, words=words_of(one.held), figure=figure_of(one.held))


def _pointed_at(side: SideRef, cluster: Cluster, statements: Statements) -> SideRef | None:
    """What a statement of a pronoun or a noun stands for: the statement that it disputes."""
    if side not in statements.standing_for:
        return None
    pairs = ((c.a, c.b) if c.b == side else (c.b, c.a) for c in cluster.conflicts if side in (c.a, c.b))
    return next((other for other, _ in pairs), None)


def _letter(number: int) -> str:
    """a, b, ..., z, a2, b2, ..."""
    rounds, at = divmod(number, len(LETTERS))
    return LETTERS[at] + (str(rounds + 1) if rounds else "")
