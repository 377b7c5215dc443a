"""Which of the propositions that are held are opposed: each is compared with those only that speak of the same.

Propositions are found again by their predicate together with one who or what takes part, for without both no two are of one
matter. So the work grows with what is said of one matter and not with the square of all that is said, and what comes later
is compared by itself.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from wederhoor.languages.pack import LanguagePack
from wederhoor.reading.propositions.held import Held
from wederhoor.reading.propositions.opposed import Opposition, oppose
from wederhoor.reading.propositions.same import tails_of
from wederhoor.records import ConflictSide, Phrase, Proposition

MOST_COMMON = 60
"""Propositions on one thing under one predicate that a new one is compared with, the last ones: what more share is no matter."""


@dataclass(frozen=True, slots=True)
class Opposed:
    """Two held propositions that are opposed, the earlier first."""

    a: Held
    b: Held
    opposition: Opposition
    may_have_changed: bool
    """Whether both may have been right, each on its day."""


class Meetings:
    """The propositions that came so far, to be compared with those that come. ``may_meet`` says which may be of two sides."""

    def __init__(self, may_meet: Callable[[Held, Held], bool], pack: LanguagePack) -> None:
        self._may_meet, self._pack = may_meet, pack
        self._items: list[Held] = []
        self._by_key: defaultdict[tuple[str, str], list[int]] = defaultdict(list)

    def add(self, items: Iterable[Held]) -> list[Opposed]:
        """All pairs of which these propositions are the later, by the later and then the earlier one."""
        return [found for one in items for found in self._add(one)]

    def _add(self, one: Held) -> Iterator[Opposed]:
        for other in self.near(one.proposition):
            opposition = oppose(other.proposition, one.proposition, self._pack) if self._may_meet(other, one) else None
            if opposition is not None:
                yield Opposed(other, one, opposition, _may_have_changed(other, one, opposition))
        for key in sorted(_kept_under(one.proposition, self._pack)):
            self._by_key[key].append(len(self._items))
        self._items.append(one)

    def near(self, p: Proposition) -> list[Held]:
        """Those that came so far under the predicate of a proposition with something that takes part in it, as they came."""
        keys = _sought_under(p, self._pack)
        found = {number for key in keys if key in self._by_key for number in self._by_key[key][-MOST_COMMON:]}
        return [self._items[number] for number in sorted(found)]


def oppositions(items: Iterable[Held], may_meet: Callable[[Held, Held], bool], pack: LanguagePack) -> list[Opposed]:
    """All pairs of propositions that are opposed, of those that may meet."""
    return Meetings(may_meet, pack).add(items)


def of_two_holders(a: Held, b: Held) -> bool:
    """Whether nothing says that one holder holds both."""
    return a.holder is None or a.holder != b.holder


def statements_opposed(found: Iterable[Opposed]) -> list[Opposed]:
    """Of those that cannot both be right each pair of statements once."""
    first: dict[tuple[str, ConflictSide, str, ConflictSide], Opposed] = {}
    for one in found:
        if not one.may_have_changed:
            first.setdefault((one.a.doc, one.a.side, one.b.doc, one.b.side), one)
    return list(first.values())


def _may_have_changed(a: Held, b: Held, opposition: Opposition) -> bool:
    """Whether it may have changed since: what rises and falls does so by the day, and so do things as authors find them."""
    authors = not isinstance(a.side, str) and not isinstance(b.side, str)
    another_day = a.doc != b.doc and (a.day is None or a.day != b.day)
    if another_day and (authors or opposition.rule == "contrary"):
        return True
    return authors and opposition.alone


def _kept_under(p: Proposition, pack: LanguagePack) -> set[tuple[str, str]]:
    """Each predicate with each thing; a compound also with what it is a kind of: *plan* for *evacuatieplan*."""
    things = {
        name for phrase in _phrases(p) for name in (*_names(phrase), *(f"~{tail}" for tail in tails_of(phrase.head)))
    }
    return {(key, thing) for key in _keys(p, pack) for thing in things or {""}}


def _sought_under(p: Proposition, pack: LanguagePack) -> set[tuple[str, str]]:
    things = {name for phrase in _phrases(p) for name in (*_names(phrase), *tails_of(phrase.head), f"~{phrase.head}")}
    return {(key, thing) for key in _keys(p, pack) for thing in things or {""}}


def _phrases(p: Proposition) -> Iterator[Phrase]:
    """Who and what takes part; of a number what is counted, which alone makes a matter."""
    if p.amount is not None:
        yield p.amount.of
        return
    yield from (phrase for phrase in (p.subject, p.object) if phrase is not None)
    yield from (phrase for _, phrase in p.others)


def _names(phrase: Phrase) -> Iterator[str]:
    yield phrase.head
    if phrase.actor is not None:
        yield f"@{phrase.actor}"


def _keys(p: Proposition, pack: LanguagePack) -> list[str]:
    """The predicate, those that exclude it, and that it is a state, which another word may judge; of a number that it is one."""
    if p.amount is not None:
        return [f"# {p.predicate}"]
    excluded = pack.propositions.excluding.get(p.predicate, ())
    pairs = (sorted((p.predicate, other)) for other in excluded)
    return [p.predicate, *(" / ".join(pair) for pair in pairs), *(["="] if p.state else [])]
