"""Two counts: whether they are of one thing, and whether both can be right."""

from __future__ import annotations

from math import inf
from typing import Protocol

from wederhoor.languages.pack import LanguagePack
from wederhoor.reading.propositions.one_time import alike_in_time
from wederhoor.reading.propositions.phrases import SHARE
from wederhoor.reading.propositions.same import SharedMatter, is_specific
from wederhoor.records import Amount, Proposition

MOST_APART = 20.0
"""Times that one of two numbers may be the other and still count the same thing."""


class Bounded(Protocol):
    """A number with its bounds, None where it is open."""

    @property
    def low(self) -> float | None: ...
    @property
    def high(self) -> float | None: ...


def is_counted_matter(matter: SharedMatter, counted: str, pack: LanguagePack, *, measured: bool) -> bool:
    """Whether it is clear enough of what there are so many: of what is told of everywhere there may be two events."""
    words = pack.propositions.words
    if counted in words.units:
        return is_specific(matter.shared, words.general)
    if matter.parted and "subject" in (*matter.only_a, *matter.only_b):
        return False
    alone = not matter.shared and bool(matter.only_a or matter.only_b)
    if alone and not measured and not {*matter.only_a, *matter.only_b} <= {"subject", "object"}:
        return False  # so many here, and so many somewhere
    return not (alone and counted in words.common | words.general)


def same_count(a: Proposition, b: Proposition) -> bool:
    """Whether both count one thing: of a part and of the whole there are different numbers.

    *Molens in de polder* are those that the polder has.
    """
    if a.amount is None or b.amount is None:
        return False
    one, other = a.amount.of, b.amount.of
    narrow, wide = {*one.modifiers} - _told(b), {*other.modifiers} - _told(a)
    return one.head == other.head and narrow == wide


def _told(p: Proposition) -> set[str]:
    """The heads of who and what takes part, and the places."""
    phrases = (p.subject, p.object, *(phrase for _, phrase in p.others))
    return {phrase.head for phrase in phrases if phrase is not None} | {place.lower() for place in p.places}


def apart(one: Bounded, other: Bounded) -> bool:
    """Whether no number is in both, while they are of one order of magnitude."""
    a, b = sorted((one, other), key=lambda q: (q.low or 0.0, q.high or inf))
    if a.high is None or b.low is None or a.high >= b.low:
        return False
    return b.low <= MOST_APART * max(a.high, 1.0) or b.high is None or b.low < 1.0


def as_many(one: Amount, other: Amount) -> bool:
    """Whether two numbers may be one told twice: each lies where the other may, in the middle where it was rounded."""
    return _within(one, other) and _within(other, one)


def _within(one: Amount, other: Amount) -> bool:
    known = [bound for bound in (one.low, one.high) if bound is not None]
    middle = sum(known) / len(known) if known else 0.0
    return (other.low or 0.0) <= middle <= (inf if other.high is None else other.high)


def counts_otherwise(a: Proposition, b: Proposition) -> bool:
    """Whether both count one thing in one way, with another outcome."""
    maintained = "-" not in (a.polarity, b.polarity)
    if a.amount is None or b.amount is None or not maintained or a.predicate != b.predicate or not alike_in_time(a, b):
        return False
    return (same_count(a, b) and apart(a.amount, b.amount)) or _is_over(a, b) or _is_over(b, a)


def same_measure(a: Proposition, b: Proposition) -> bool:
    """Whether both say by one predicate how much there was of the same."""
    told = a.amount is not None and b.amount is not None and a.predicate == b.predicate
    return told and a.amount is not None and b.amount is not None and a.amount.of.head == b.amount.of.head


def counts_differ(a: Proposition, b: Proposition) -> str:
    """``figure`` where both maintain another number of one thing, ``denied`` where the one denies the other's; else empty."""
    if a.amount is None or b.amount is None:
        return ""
    if a.polarity == b.polarity == "+":
        return "figure" if apart(a.amount, b.amount) else ""
    return "denied" if a.polarity != b.polarity and as_many(a.amount, b.amount) else ""


def denies_count(a: Proposition, b: Proposition) -> bool:
    """*Stond boven de twee meter*, and who denies it, so that it stood at two at most: the bound of both, from either side."""
    if a.amount is None or b.amount is None or "-" in (a.polarity, b.polarity) or a.predicate != b.predicate:
        return False
    up, down = (a.amount, b.amount) if a.amount.high is None else (b.amount, a.amount)
    touching = up.high is None and down.low is None and up.low is not None and up.low == down.high
    return touching and same_count(a, b) and alike_in_time(a, b)


def _is_over(part: Proposition, whole: Proposition) -> bool:
    """*Negen arbeiders kwamen om*, *vier mensen kwamen om*: of a part of them there are more than of all."""
    one, other = part.amount, whole.amount
    if one is None or other is None or one.low is None or other.high is None or one.of.head != other.of.head:
        return False
    within = {*other.of.modifiers} < {*one.of.modifiers} and SHARE not in one.of.modifiers
    return within and one.low > other.high and one.low <= MOST_APART * max(other.high, 1.0)
