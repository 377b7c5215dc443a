"""Conflicts about one question, together: those of one matter, and not all that hang together by way of a statement.

A matter is what the propositions of a conflict have in common: the predicate or what is counted, and who and what takes part.
Of a conflict that was found by words it is the words that both statements have.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from wederhoor.cases.propositions import side_of
from wederhoor.cases.statements import Statements
from wederhoor.languages.several import Packs
from wederhoor.reading.memo import Memo
from wederhoor.reading.propositions import Opposed, same_question
from wederhoor.records import CaseConflict, IssueCorrections, SideRef

LEAST_COMMON = 0.5
"""Of the words of the smaller of two matters that the other has too, where they are one."""


@dataclass(slots=True)
class Cluster:
    """Conflicts about one question; the first tells what it is."""

    conflicts: list[CaseConflict] = field(default_factory=list)
    bases: list[Opposed] = field(default_factory=list)
    """The propositions that collide in them."""
    terms: frozenset[str] = frozenset()
    sides: set[SideRef] = field(default_factory=set)


class Clusters:
    """Puts conflicts together, in their order. ``bases`` are the propositions that are opposed, by their two statements."""

    def __init__(
        self,
        statements: Statements,
        bases: dict[frozenset[SideRef], list[Opposed]],
        packs: Packs,
        memo: Memo | None = None,
    ) -> None:
        self._statements, self._bases, self._packs = statements, bases, packs
        self._memo = memo or Memo()
        self._found: list[Cluster] = []
        self._at: dict[str, int] = {}
        self._by_side: defaultdict[SideRef, set[int]] = defaultdict(set)
        self._by_matter: defaultdict[tuple[str, str], set[int]] = defaultdict(set)

    def of(self, conflicts: Sequence[CaseConflict]) -> list[Cluster]:
        """The conflicts, those of one question together."""
        for conflict in conflicts:
            self._put(conflict)
        return self._found

    def _put(self, conflict: CaseConflict) -> None:
        bases = self._bases.get(frozenset((conflict.a, conflict.b)), [])
        one = Cluster([conflict], [*bases], self._terms(conflict, bases), {conflict.a, conflict.b})
        number = self._at.get(conflict.again or "")
        if number is None:
            number = next((n for n in self._near(one) if self._is_one(one, self._found[n])), None)
        if number is None:
            number = len(self._found)
            self._found.append(one)
        else:
            self._found[number].conflicts.append(conflict)
            self._found[number].bases += bases
            self._found[number].sides |= one.sides
        self._at[conflict.id] = number
        for side in (conflict.a, conflict.b):
            self._by_side[side].add(number)
        for key in _keys(bases):
            self._by_matter[key].add(number)

    def _near(self, one: Cluster) -> Iterator[int]:
        again = (other for side in one.sides for other in self._statements.again.get(side, ()))
        by_side = (self._by_side[side] for side in (*one.sides, *again))
        by_matter = (self._by_matter[key] for key in _keys(one.bases))
        return iter(sorted(set().union(*by_side, *by_matter)))

    def _is_one(self, one: Cluster, other: Cluster) -> bool:
        if self._count_one(one, other):
            return True
        if one.bases and other.bases:
            first = other.bases[0]
            return self._memo.of(
                "same question",
                (*one.bases, first),
                lambda: any(same_question(x, first, self._packs) for x in one.bases),
            )
        shared = one.sides & other.sides
        if not shared:
            return False
        pointing = self._statements.standing_for
        if not pointing.isdisjoint(one.sides) or not pointing.isdisjoint(set(_first_sides(other))):
            return True
        least = min(len(one.terms), len(other.terms))
        return least > 0 and len(one.terms & other.terms) >= LEAST_COMMON * least

    def _count_one(self, one: Cluster, other: Cluster) -> bool:
        """Whether both are about a number, and one has a statement that tells one of the other again."""
        if {one.conflicts[0].kind, other.conflicts[0].kind} != {"figure"}:
            return False
        again = {told for side in one.sides for told in self._statements.again.get(side, ())}
        return not again.isdisjoint(other.sides)

    def _terms(self, conflict: CaseConflict, bases: Sequence[Opposed]) -> frozenset[str]:
        """What a conflict is about: the words that its statements, or its propositions, have in common, names apart."""
        gists = self._statements.gists
        told = {term for base in bases for term in base.opposition.shared}
        if conflict.a in gists and conflict.b in gists:
            told |= {*gists[conflict.a].terms} & {*gists[conflict.b].terms}
        return frozenset(term for term in told if not term.startswith("@"))


def corrected_clusters(clusters: Sequence[Cluster], said: IssueCorrections) -> list[Cluster]:
    """The clusters as people corrected them, one correction after the other: what was joined can be taken apart again."""
    found = [*clusters]
    for grouping in said.grouped:
        sides = {*grouping.sides}
        found = _merged(found, sides) if grouping.one else [part for one in found for part in _split(one, sides)]
    return found


def _merged(clusters: list[Cluster], sides: set[SideRef]) -> list[Cluster]:
    """The clusters of these statements as one, in the place of the first."""
    meant = [cluster for cluster in clusters if not cluster.sides.isdisjoint(sides)]
    if len(meant) < 2:
        return clusters
    return [_joined(meant) if one is meant[0] else one for one in clusters if one is meant[0] or one not in meant]


def _split(cluster: Cluster, sides: set[SideRef]) -> list[Cluster]:
    """The conflicts of these statements apart from the others; the cluster where they are all of it, or none."""
    own = [conflict for conflict in cluster.conflicts if not sides.isdisjoint((conflict.a, conflict.b))]
    others = [conflict for conflict in cluster.conflicts if conflict not in own]
    return [_part(cluster, others), _part(cluster, own)] if own and others else [cluster]


def _part(cluster: Cluster, conflicts: list[CaseConflict]) -> Cluster:
    pairs = [{conflict.a, conflict.b} for conflict in conflicts]
    bases = [base for base in cluster.bases if {side_of(base.a), side_of(base.b)} in pairs]
    return Cluster(conflicts, bases, cluster.terms, set().union(*pairs))


def _joined(clusters: Sequence[Cluster]) -> Cluster:
    return Cluster(
        [conflict for cluster in clusters for conflict in cluster.conflicts],
        [base for cluster in clusters for base in cluster.bases],
        frozenset().union(*(cluster.terms for cluster in clusters)),
        set().union(*(cluster.sides for cluster in clusters)),
    )


def _first_sides(cluster: Cluster) -> tuple[SideRef, SideRef]:
    return cluster.conflicts[0].a, cluster.conflicts[0].b


def _keys(bases: Sequence[Opposed]) -> set[tuple[str, str]]:
    """What two of one question have in common at least: the kind and one who or what takes part, or is counted."""
    return {
        (base.opposition.kind, term)
        for base in bases
        for term in base.matter[len(base.matter) > 1 and base.a.proposition.amount is None :]
    }
