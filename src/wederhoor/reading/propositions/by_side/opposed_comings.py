"""When two that say when a coming thing will be cannot both be right: by February and in May, within the year and never."""

from __future__ import annotations

from collections.abc import Collection
from itertools import product

from wederhoor.languages.pack import LanguagePack
from wederhoor.reading.propositions.by_side.comings import AT, BOUND, BY, FROM, MAYBE, NEVER, WHAT
from wederhoor.reading.propositions.opposition import Opposition, is_matter
from wederhoor.reading.propositions.same import matter_of
from wederhoor.records import Phrase, Proposition

MONTHS = 12
LATER = 6
"""Months behind another that a month is later, at most; more, and it is the one before it."""
MUCH = 2
"""Times as long that a time to come is another one."""


def coming_opposed(a: Proposition, b: Proposition, pack: LanguagePack) -> Opposition | None:
    """*Opens in May*, *in October*, *never again*: one thing at two times that do not meet, or by the one and never."""
    if a.object is None or not _differ(a, b, pack):
        return None
    thing = pack.propositions.words.plural.get(a.object.head, a.object.head)
    return Opposition("denial", "opposite", "coming", (thing, dict(a.others)[WHAT].head), alone=not a.object.named)


def _differ(a: Proposition, b: Proposition, pack: LanguagePack) -> bool:
    one, other = dict(a.others)[BOUND], dict(b.others)[BOUND]
    if "-" in (a.polarity, b.polarity) or not (_apart(one, other) or _apart(other, one)):
        return False
    matter = matter_of(a, b, skipped=(BOUND,))
    return matter is not None and not (matter.only_a or matter.only_b) and is_matter(matter, pack)


def _apart(one: Phrase, other: Phrase) -> bool:
    """Whether the second is too late for the first, or never."""
    if other.head == NEVER:
        return one.head in (AT, BY, MAYBE)
    if one.head not in (AT, BY) or other.head not in (AT, FROM):
        return False
    return _is_before(one.modifiers, other.modifiers)


def _is_before(one: Collection[str], other: Collection[str]) -> bool:
    """Whether all of one time is before all of another."""
    first, second = _kind(one), _kind(other)
    if first != second or not first:
        return False
    if first == "D":
        (here,), (there,) = ([int(x[1:]) for x in when] for when in (one, other))
        return there >= MUCH * here
    if first == "M":
        return all(0 < (int(y[1:]) - int(x[1:])) % MONTHS <= LATER for x, y in product(one, other))
    return max(one) < min(other)


def _kind(when: Collection[str]) -> str:
    """How a time is told: ``D`` in so many days, ``M`` in a month, ``d`` by its days."""
    kinds = {x[0] if x[0] in "DM" else "d" for x in when}
    return kinds.pop() if len(kinds) == 1 else ""
