"""What all holders of a case put forward, and what of it cannot all be right: of two holders, or of one.

Whether two are one holder is what the accounts of the case say, not what their names say.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import partial
from typing import Literal

import msgspec

from wederhoor.cases.holders import UNNAMED, AccountHolders, Key
from wederhoor.cases.matter import Matter, Strangers
from wederhoor.languages.several import Packs
from wederhoor.reading.memo import Memo
from wederhoor.reading.propositions import (
    Held,
    Meetings,
    Opposed,
    Parties,
    common_terms,
    held_propositions,
    roles_by_name,
)
from wederhoor.records import AUTHOR, CaseActor, Ref, SideRef, Study

PLANNED = ("intended", "future", "must", "may")
FEWEST_SHARED = 3
"""Words in common, at least, by which two speak of one matter in documents that have no other in common."""
MOST_GROWN = 2.0
"""Times an earlier count that a later one may be and still go on from it, where another counts."""

Sort = Literal["conflict", "contradiction", "update"]
"""Two holders who cannot both be right; one who cannot be right twice; a later figure or another plan."""


@dataclass(frozen=True, slots=True)
class Oppositions:
    """What is opposed in a case, by what it is; ``all`` has those within a document too. ``meetings`` finds propositions."""

    meetings: Meetings
    all: tuple[Opposed, ...]
    conflicts: tuple[Opposed, ...]
    contradictions: tuple[Opposed, ...]
    updates: tuple[Opposed, ...]


def find_oppositions(
    studies: Sequence[Study],
    actors: Sequence[CaseActor],
    holders: AccountHolders,
    packs: Packs,
    memo: Memo | None = None,
) -> Oppositions:
    """All propositions of a case that are opposed to each other."""
    meetings = Meetings(lambda a, b: side_of(a) != side_of(b), packs, memo)
    found = tuple(meetings.find(held_in_case(studies, actors, packs, memo)))
    sorts = Sorts(studies, actors, holders, packs)
    by_sort: defaultdict[Sort, list[Opposed]] = defaultdict(list)
    for one in found:
        if one.a.doc != one.b.doc and (sort := sorts.sort_of(one)):
            by_sort[sort].append(one)
    return Oppositions(
        meetings, found, tuple(by_sort["conflict"]), tuple(by_sort["contradiction"]), tuple(by_sort["update"])
    )


def without_claims(studies: Sequence[Study], unclaimed: AbstractSet[SideRef]) -> list[Study]:
    """The studies without the propositions of statements that, as people said, put nothing forward."""
    if not unclaimed:
        return [*studies]
    return [
        msgspec.structs.replace(
            s, propositions=tuple(p for p in s.propositions if SideRef(s.reading.doc, p.side) not in unclaimed)
        )
        if s.propositions
        else s
        for s in studies
    ]


def held_in_case(
    studies: Sequence[Study], actors: Sequence[CaseActor], packs: Packs, memo: Memo | None = None
) -> list[Held]:
    """What all holders of a case maintain, by document, with actors by the names of the case."""
    names, memo = case_names(studies, actors), memo or Memo()
    return [
        one
        for study in studies
        for one in memo.of("held", (study,), partial(_held, study, names, packs), names_in(study, names))
    ]


def case_names(studies: Sequence[Study], actors: Sequence[CaseActor]) -> dict[Ref, str]:
    """What the case calls the actors of each document, by their names there."""
    of_member = {member: actor.name for actor in actors for member in actor.members}
    return {
        Ref(s.reading.doc, actor.name): of_member[Ref(s.reading.doc, actor.id)]
        for s in studies
        for actor in s.reading.actors
        if Ref(s.reading.doc, actor.id) in of_member
    }


def names_in(study: Study, names: Mapping[Ref, str]) -> tuple[str | None, ...]:
    """What the case calls the actors of a document, in their order there."""
    doc = study.reading.doc
    return tuple(names.get(Ref(doc, actor.name)) for actor in study.reading.actors)


def side_of(one: Held) -> SideRef:
    """The statement that puts it forward."""
    return SideRef(one.doc, one.side)


def in_order(a: Held, b: Held) -> tuple[Held, Held]:
    """The earlier by the day of its document first; as they are where a day is not known."""
    return (b, a) if a.day is not None and b.day is not None and b.day < a.day else (a, b)


def _held(study: Study, names: Mapping[Ref, str], packs: Packs) -> tuple[Held, ...]:
    reading = study.reading
    doc = reading.doc
    held = held_propositions(
        doc,
        reading.attributions,
        study.propositions or (),
        Parties(lambda name: names.get(Ref(doc, name), name), roles_by_name(reading.actors)),
        reading.date,
        reading.lang,
        common_terms(reading, packs.of(reading.lang)).proposition if packs.mixed else None,
    )
    return tuple(held)


class Sorts:
    """Says what two opposed propositions are."""

    def __init__(
        self, studies: Sequence[Study], actors: Sequence[CaseActor], holders: AccountHolders, packs: Packs
    ) -> None:
        self._strangers = Strangers([s.reading for s in studies], actors, packs)
        self._matter = Matter([s.reading for s in studies], packs)
        self._holders, self._packs = holders, packs
        self._studies = {study.reading.doc: study for study in studies}
        self._promises = {
            SideRef(s.reading.doc, a.id) for s in studies for a in s.reading.attributions if a.attitude == "promise"
        }

        self._by_way_of_others = {
            SideRef(s.reading.doc, a.id) for s in studies for a in s.reading.attributions if a.parent is not None
        }

    def sort_of(self, one: Opposed) -> Sort | None:
        """What two propositions of two documents are; None where nothing is to be shown."""
        key, other = self._key(one.a), self._key(one.b)
        if self._is_update(one, same=key == other):
            return "update"
        if one.may_have_changed or self._may_have_grown(one):
            return None
        if one.opposition.alone and self._is_of_later(one):
            return None
        if not self._is_of_one_matter(one):
            return None
        if key != other or key[0] == UNNAMED:
            return "conflict"
        # two of one name who are no actor of the case may be two, and what others say that one said shows nothing of him
        own = key[0] == "actor" and not {side_of(one.a), side_of(one.b)} & self._by_way_of_others
        return "contradiction" if own and not one.opposition.alone else None

    def _key(self, one: Held) -> Key:
        return self._holders.key(one.doc, one.side if isinstance(one.side, str) else AUTHOR)

    def _is_of_one_matter(self, one: Opposed) -> bool:
        """Whether the documents of two have enough in common, and what is opposed or the documents tell which matter it is."""
        docs = one.a.doc, one.b.doc
        known = one.opposition.kind == "figure" or self._names_something(one) or self._matter.of_one(*docs)
        return known and not self._strangers.apart(*docs)

    def _names_something(self, one: Opposed) -> bool:
        """Whether two name some place, or somebody and what he does it to; *the deal* is another one in another matter."""
        if {*one.a.proposition.places} & {*one.b.proposition.places}:
            return True
        shared = one.opposition.shared
        return len(shared) >= FEWEST_SHARED and any(term.startswith("@") for term in shared)

    def _is_of_later(self, one: Opposed) -> bool:
        """Whether the later of two counts, which only what they count joins, says that it is of now: *staan er nu 85*."""
        first, then = in_order(one.a, one.b)
        days = first.day is not None and then.day is not None and first.day < then.day
        return one.opposition.rule == "figure" and days and self._succeeds(then)

    def _is_update(self, one: Opposed, *, same: bool) -> bool:
        first, then = in_order(one.a, one.b)
        if one.opposition.rule == "figure" and (self._has_grown(first, then) or self._has_grown(then, first)):
            return True
        if first.day is None or then.day is None or first.day == then.day:
            return False
        if one.opposition.rule == "figure":
            own = same and self._key(first)[0] == "actor"
            return own or self._grows(first, then) or (not one.opposition.alone and self._succeeds(then))
        planned = first.proposition.mode in PLANNED and side_of(first) not in self._promises
        return same and planned and self._key(first)[0] == "actor"

    def _has_grown(self, first: Held, then: Held) -> bool:
        """Whether the higher of two counts of what can only grow says itself that it was lower: *rose to 14*."""
        return self._grows(first, then) and self._succeeds(then)

    def _grows(self, first: Held, then: Held) -> bool:
        """Whether a later count of what can only grow is higher, and not out of all proportion."""
        one, other = first.proposition.amount, then.proposition.amount
        growing = self._packs.of(first.lang).propositions.words.growing
        if one is None or other is None or one.of.head not in growing:
            return False
        known = one.high is not None and other.low is not None
        return known and (one.high or 0) < (other.low or 0) <= MOST_GROWN * (one.high or 0)

    def _may_have_grown(self, one: Opposed) -> bool:
        """Whether two counts of what can only grow may be of two days, where not both days are known."""
        undated = one.a.day is None or one.b.day is None
        return one.opposition.rule == "figure" and undated and (self._grows(one.a, one.b) or self._grows(one.b, one.a))

    def _succeeds(self, then: Held) -> bool:
        """Whether the sentence of the later one says that it comes after another."""
        study = self._studies[then.doc]
        words = study.words
        at = bisect_right(words.starts, then.proposition.span[0]) - 1
        sentence = next((s for s in words.sentences if at >= 0 and s[0] <= words.starts[at] < s[1]), None)
        if sentence is None:
            return False
        forms = study.reading.text[sentence[0] : sentence[1]].lower().split()
        succeeding = self._packs.of(then.lang).propositions.words.succeeding
        return not succeeding.isdisjoint(form.strip(".,;:„”\"'()") for form in forms)
