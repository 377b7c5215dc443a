"""Which of the propositions that are held are opposed: each is compared with those only that speak of the same.

Propositions are found again by their predicate together with one who or what takes part, for without both no two are of one
matter. So the work grows with what is said of one matter and not with the square of all that is said, and what comes later
is compared by itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from wederhoor.languages.pack import LanguagePack
from wederhoor.languages.several import Packs
from wederhoor.reading.memo import Index, Memo, Series
from wederhoor.reading.propositions.by_number.roles import NUMBER
from wederhoor.reading.propositions.by_side.comings import last_days
from wederhoor.reading.propositions.held import Held
from wederhoor.reading.propositions.one_time import long_before
from wederhoor.reading.propositions.opposed import oppose
from wederhoor.reading.propositions.opposition import EXISTS, Opposition
from wederhoor.reading.propositions.same import tails_of
from wederhoor.records import ConflictSide, Phrase, Proposition

Key = tuple[str, str, str]
"""The language, empty for common terms, the predicate, and what takes part."""
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
    matter: tuple[str, ...] = ()
    """What joins them as all that is compared with them has it: in the terms that languages share where there are several."""


class Meetings:
    """Compares propositions with those before them.

    ``may_meet`` says which may be of two sides, by the two alone. What ``memo`` has of two is not worked out again.
    """

    def __init__(self, may_meet: Callable[[Held, Held], bool], packs: Packs, memo: Memo | None = None) -> None:
        self._may_meet, self._packs = may_meet, packs
        self._memo = Memo(lasting=False) if memo is None else memo
        self._items: list[Held] = []
        self._series: Series[Held, list[Opposed]] = self._memo.series("opposed")

    def find(self, items: Iterable[Held]) -> list[Opposed]:
        """All pairs of these that are opposed, by the later and then the earlier one."""
        self._items = [*items]
        found = self._series.of(self._items, self._kept, self._near, lambda one, near: [*self._opposed(one, near)])
        return [one for several in found for one in several]

    def _kept(self, one: Held) -> list[Key]:
        return self._memo.of("kept", (one,), lambda: self._keys(one, _kept_under))

    def _opposed(self, one: Held, near: Iterable[Held]) -> Iterator[Opposed]:
        for other in near:
            opposition = oppose(*compared(other, one, self._packs)) if self._may_meet(other, one) else None
            if opposition is not None and not (opposition.rule == "figure" and _is_of_long_ago(other, one)):
                yield _opposed(other, one, opposition)

    def near(self, one: Held) -> list[Held]:
        """Those under the predicate of a proposition with something that takes part in it, as they came.

        Those of its language are found by its own words, those of another one by the terms that both share.
        """
        return [self._items[number] for number in sorted(self._near(len(self._items), one, self._series.index))]

    def _near(self, _: int, one: Held, by_key: Index) -> set[int]:
        sought = self._memo.of("sought", (one,), lambda: self._keys(one, _sought_under))
        if not self._packs.mixed:
            return set[int]().union(*(by_key.get(key, ())[-MOST_COMMON:] for key in sought))
        return {
            number
            for key in sought
            for number in by_key.get(key, ())[-MOST_COMMON:]
            if (self._items[number].lang == one.lang) == (key[0] == one.lang)
        }

    def _keys(self, one: Held, under: Callable[[Proposition, LanguagePack], set[tuple[str, str]]]) -> list[Key]:
        return [(lang, *key) for lang, p, pack in self._told(one) for key in sorted(under(p, pack))]

    def _told(self, one: Held) -> Iterator[tuple[str, Proposition, LanguagePack]]:
        """A proposition in the words of its language, and in common terms where there are several languages."""
        yield one.lang, one.proposition, self._packs.of(one.lang)
        if one.common is not None:
            yield "", one.common, self._packs.common


def _is_of_long_ago(a: Held, b: Held) -> bool:
    """*Six people died there in 1987*: whether the one counts at a time long past, of which the other tells nothing."""
    for told, other in ((a, b), (b, a)):
        day = other.day or told.day
        if told.proposition.times and not other.proposition.times and day is not None:
            return all(last < long_before(day) for _, last in told.proposition.times)
    return False


def oppositions(items: Iterable[Held], may_meet: Callable[[Held, Held], bool], pack: LanguagePack) -> list[Opposed]:
    """All pairs of propositions that are opposed, of those that may meet."""
    return Meetings(may_meet, Packs({"": pack})).find(items)


def compared(a: Held, b: Held, packs: Packs) -> tuple[Proposition, Proposition, LanguagePack]:
    """Two propositions and a pack by which they can be compared: in their own words where these are of one language."""
    if a.lang == b.lang or not packs.mixed:
        return a.proposition, b.proposition, packs.of(a.lang)
    return a.common or a.proposition, b.common or b.proposition, packs.common


def _opposed(a: Held, b: Held, opposition: Opposition) -> Opposed:
    """That two are opposed, told in the words of the first."""
    own = dict(zip(_terms(a.common), _terms(a.proposition), strict=True)) if a.common is not None else {}
    if a.lang == b.lang:
        matter = tuple({word: term for term, word in own.items()}.get(word, word) for word in opposition.shared)
        return Opposed(a, b, opposition, _may_have_changed(a, b, opposition), matter)
    told = replace(opposition, shared=tuple(own.get(term, term) for term in opposition.shared))
    return Opposed(a, b, told, _may_have_changed(a, b, opposition), opposition.shared)


def _terms(p: Proposition) -> list[str]:
    """The predicate and the heads of all phrases, of a number the words around it too, in their order."""
    placed = {place.lower() for place in p.places}
    others = (phrase for _, phrase in p.others if phrase.head not in placed)
    phrases = (None if p.amount is None else p.amount.of, p.subject, p.object, *others)
    told = (
        (phrase.head, *(phrase.modifiers if p.predicate == NUMBER else ())) for phrase in phrases if phrase is not None
    )
    return [p.predicate.removeprefix(EXISTS), *(word for words in told for word in words)]


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
    if opposition.rule == "coming" and (_is_over(a, b) or _is_over(b, a)):
        return True
    return authors and opposition.alone


def _is_over(one: Held, other: Held) -> bool:
    """*Will open by May*, in a document that another of June answers: it was put off."""
    return other.day is not None and any(day < other.day for day in last_days(one.proposition))


def _kept_under(p: Proposition, pack: LanguagePack) -> set[tuple[str, str]]:
    """Each predicate with each thing; a compound also with what it is a kind of: *plan* for *evacuatieplan*."""
    things = {
        name for phrase in _phrases(p) for name in (*_names(phrase), *(f"~{tail}" for tail in tails_of(phrase.head)))
    }
    return _under(p, pack, things)


def _sought_under(p: Proposition, pack: LanguagePack) -> set[tuple[str, str]]:
    things = {name for phrase in _phrases(p) for name in (*_names(phrase), *tails_of(phrase.head), f"~{phrase.head}")}
    return _under(p, pack, things)


def _under(p: Proposition, pack: LanguagePack, things: set[str]) -> set[tuple[str, str]]:
    """Each predicate with each thing, and by itself where there is none; a deed always, for it may be denied of everybody."""
    found = {(key, thing) for key in _keys(p, pack) for thing in things or {""}}
    return found | {(p.predicate, "")} if p.predicate in pack.propositions.deeds and p.amount is None else found


def _phrases(p: Proposition) -> Iterator[Phrase]:
    """Who and what takes part; of a number what is counted, which alone makes a matter."""
    if p.amount is not None:
        yield p.amount.of
        return
    yield from (phrase for phrase in (p.subject, p.object) if phrase is not None)
    yield from (phrase for _, phrase in p.others)


def _names(phrase: Phrase) -> Iterator[str]:
    yield phrase.head
    yield from phrase.kinds
    if phrase.actor is not None:
        yield f"@{phrase.actor}"


def _keys(p: Proposition, pack: LanguagePack) -> list[str]:
    """The predicate, those that exclude it, and that it is a state, which another word may judge; of a number that it is one."""
    if p.amount is not None:
        return [f"# {p.predicate}"]
    excluded = pack.propositions.excluding.get(p.predicate, ())
    pairs = (sorted((p.predicate, other)) for other in excluded)
    return [p.predicate, *(" / ".join(pair) for pair in pairs), *(["="] if p.state else [])]
