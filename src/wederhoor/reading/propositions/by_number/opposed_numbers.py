"""Whether two numbers are of one thing, by the words around them, and cannot both be right.

What speaks against it weighs more than what speaks for it: that each has a deed, a name or a thing that the other lacks, or that
one is of a part, a rate, another aspect or another time.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from math import inf

from wederhoor.languages.pack import LanguagePack
from wederhoor.languages.several import concepts_of
from wederhoor.reading.propositions.by_number.counted import CLOCK, DAY, PEOPLE, TIMES
from wederhoor.reading.propositions.by_number.roles import (
    ASPECT,
    BESIDE,
    DEEDS,
    FAR,
    FATE,
    HEAD,
    HOUR,
    NAMES,
    ONCE,
    PERSON,
    RATE,
    SINCE,
    THINGS,
    UNIT,
    WHICH,
)
from wederhoor.reading.propositions.by_topic.same_occasion import (
    FEWEST_SHARED,
    TEXT,
    WHEN,
    names_meet,
    share_names,
    share_words,
    whens_meet,
)
from wederhoor.reading.propositions.figures import apart
from wederhoor.reading.propositions.one_time import alike_in_time
from wederhoor.reading.propositions.phrases import SHARE
from wederhoor.reading.propositions.same import times_meet
from wederhoor.records import Amount, Phrase, Proposition

ENOUGH = 2
"""Words that two numbers of one thing have in common besides what they count, at least, where one is a name."""
AMPLE = 4
"""The same of two shares each of which tells another deed."""
SHORTEST_PART, SHORTEST_REST = 5, 3
"""Letters of the first part of a compound, and of what follows it, at least."""
OF_TIME = (CLOCK, DAY)
"""Units of when something was."""
Roles = Mapping[str, Phrase]


@dataclass(frozen=True, slots=True)
class ToldNumber:
    """A number, what it counts, and the words around it by their roles."""

    amount: Amount
    words: Roles
    known: frozenset[str]
    """All of its words and what they mean."""
    near: frozenset[str]
    """The same of its deeds and things."""

    @property
    def what(self) -> str:
        """What is counted, or the unit."""
        return self.amount.of.head

    def of(self, role: str) -> tuple[str, ...]:
        """The words of a role."""
        return self.words[role].modifiers if role in self.words else ()


@dataclass(frozen=True, slots=True)
class Likeness:
    """What two numbers have in common, and what each has that the other has not."""

    names: tuple[str, ...]
    things: tuple[str, ...]
    deeds: tuple[str, ...]
    others: tuple[str, ...]
    """What stands beside what is counted, and in the rest of their sentences."""
    left: dict[str, tuple[tuple[str, ...], tuple[str, ...]]]
    """By role what the first has that the other lacks, and the other way round."""

    def parts(self, role: str) -> bool:
        """Whether each has something of a role that the other lacks."""
        return all(self.left[role])


def numbers_differ(a: Proposition, b: Proposition, pack: LanguagePack) -> tuple[str, ...]:
    """What joins two numbers of one thing that cannot both be right; nothing where they are not opposed."""
    if a.amount is None or b.amount is None or "-" in (a.polarity, b.polarity) or not _are_apart(a.amount, b.amount):
        return ()
    if _are_named_apart(a, b):
        return ()  # first, for it is the cheapest answer, and that of most
    one, other = _told(a, a.amount, pack), _told(b, b.amount, pack)
    if not (_is_one_time(a, b, one, other) and _is_one_measure(one, other, pack) and _count_one(one, other, pack)):
        return ()
    like = _likeness(one, other, pack)
    if not _is_one_matter(like, one, other, in_time=_tell_one_time(a, b)) or not _is_one_thing(like, one, other, pack):
        return ()
    plural = pack.propositions.words.plural
    counted = () if UNIT in one.words or one.what == PEOPLE else (plural.get(one.what, one.what),)
    joined = (*counted, *like.things, *like.others, *like.deeds, *(name.title() for name in like.names))
    return tuple(dict.fromkeys(joined))


def _told(p: Proposition, amount: Amount, pack: LanguagePack) -> ToldNumber:
    words = dict(p.others)
    by_role = {role: words[role].modifiers for role in (DEEDS, THINGS, BESIDE, FAR) if role in words}
    near = _meant((amount.of.head, *by_role.get(DEEDS, ()), *by_role.get(THINGS, ())), pack)
    return ToldNumber(amount, words, near | _meant((*by_role.get(BESIDE, ()), *by_role.get(FAR, ())), pack), near)


def _are_named_apart(a: Proposition, b: Proposition) -> bool:
    """Whether each has a name that the other lacks."""
    one, other = (dict(p.others).get(NAMES) for p in (a, b))
    if one is None or other is None or one.modifiers == other.modifiers:
        return False
    return bool(_names_left(one.modifiers, other.modifiers) and _names_left(other.modifiers, one.modifiers))


def _are_apart(one: Amount, other: Amount) -> bool:
    """Whether no number is in both: of none and some, of two times, of two numbers of one order of magnitude."""
    if 0.0 in (one.high, other.high):
        return (one.low or 0.0) > 0.0 or (other.low or 0.0) > 0.0
    if one.of.head not in OF_TIME:
        return apart(one, other)
    first, then = sorted((one, other), key=lambda amount: amount.low or 0.0)
    return first.high is not None and then.low is not None and first.high < then.low


def _is_one_time(a: Proposition, b: Proposition, one: ToldNumber, other: ToldNumber) -> bool:
    """Whether both may be of one time, day and hour."""
    hours = one.of(HOUR), other.of(HOUR)
    same_hour = not all(hours) or hours[0] == hours[1]
    return same_hour and alike_in_time(a, b) and times_meet(a, b) and whens_meet(one.words, other.words)


def _is_one_measure(one: ToldNumber, other: ToldNumber, pack: LanguagePack) -> bool:
    """Whether both are of one kind: a rate and a rate, from one time on, of those of one fate, of one aspect."""
    if any(one.of(role) != other.of(role) for role in (WHICH, SINCE, FATE)):
        return False
    if bool(one.of(RATE)) != bool(other.of(RATE)) or (one.of(RATE) and {*one.of(RATE)}.isdisjoint(other.of(RATE))):
        return False
    aspects = one.of(ASPECT), other.of(ASPECT)
    known = pack.topics.file.aspects
    if any(name in known and known[name].whose for name in aspects[0]):
        return False  # whose share it is, its own reader tells
    return aspects[0] == aspects[1] or not (all(aspects) or one.what == SHARE)


def _count_one(one: ToldNumber, other: ToldNumber, pack: LanguagePack) -> bool:
    """Whether both count one thing or in one unit, one deed, or the same people."""
    if TIMES in one.amount.of.kinds and TIMES in other.amount.of.kinds:
        return one.what == other.what or any(t.what == TIMES and not t.of(DEEDS) for t in (one, other))
    if (UNIT in one.words) != (UNIT in other.words):
        return False
    same = not _left((one.what,), _meant((other.what,), pack), pack)
    return (
        same or _counts_deed(one, other, pack) or _counts_deed(other, one, pack) or _are_same_people(one, other, pack)
    )


def _counts_deed(one: ToldNumber, other: ToldNumber, pack: LanguagePack) -> bool:
    """*2.900 handtekeningen*, *ondertekend door 4.700 mensen*: whether the one counts deeds, the other who did them."""
    return PERSON in other.amount.of.kinds and not _left((one.what,), _meant(other.of(DEEDS), pack), pack)


def _are_same_people(one: ToldNumber, other: ToldNumber, pack: LanguagePack) -> bool:
    """Whether both count people of one kind, or the one anybody and the other no part of them: fewer children are one."""
    if PERSON not in one.amount.of.kinds or PERSON not in other.amount.of.kinds:
        return False
    few = min((one, other), key=lambda told: inf if told.amount.high is None else told.amount.high)
    alike = any({one.what, other.what} <= kind for kind in pack.topics.file.words.alike)
    return alike or few.what == PEOPLE or few.what in pack.topics.file.words.anybody


def _likeness(one: ToldNumber, other: ToldNumber, pack: LanguagePack) -> Likeness:
    """What two numbers have in common."""
    both = ((one, other), (other, one))
    left = {role: tuple(_left(x.of(role), y.known, pack) for x, y in both) for role in (THINGS, BESIDE, HEAD, FAR)}
    left[DEEDS] = tuple(_left(x.of(DEEDS), y.near, pack) for x, y in both)
    left[NAMES] = tuple(_names_left(x.of(NAMES), y.of(NAMES)) for x, y in both)
    shared = {
        role: tuple(sorted({w for told, rest in zip((one, other), lacking, strict=True) for w in told.of(role) if w not in rest}))
        for role, lacking in left.items()
    }  # fmt: skip
    pairs = {role: (first, then) for role, (first, then) in left.items()}
    return Likeness(shared[NAMES], shared[THINGS], shared[DEEDS], (*shared[BESIDE], *shared[FAR]), pairs)


def _is_one_matter(like: Likeness, one: ToldNumber, other: ToldNumber, *, in_time: bool | None) -> bool:
    """Whether two numbers have enough in common; ``in_time`` says whether they tell one time, None where one alone tells one."""
    if like.parts(BESIDE):
        return False
    if not like.names:
        return in_time is not None and _is_near(like) and _of_one_text(one, other)
    shared = len({*like.names, *like.things, *like.others, *like.deeds}) + (in_time is True)
    if UNIT not in one.words:
        return shared >= ENOUGH + like.parts(THINGS) + like.parts(DEEDS)
    if like.parts(DEEDS):
        return one.what == SHARE and shared >= AMPLE
    return shared > len(like.names) and shared >= ENOUGH + like.parts(THINGS)


def _is_near(like: Likeness) -> bool:
    """Whether two share what they tell, and neither tells another thing or deed than the other."""
    return bool(like.things or like.deeds) and not (like.parts(THINGS) or like.parts(DEEDS))


def _is_one_thing(like: Likeness, one: ToldNumber, other: ToldNumber, pack: LanguagePack) -> bool:
    """Whether nothing says that the one is of a part, of another thing, or of another deed than the other."""
    if UNIT not in one.words:
        return _counts_all(like, one, other)
    if one.what in OF_TIME:
        return not any(like.left[DEEDS]) and (bool(like.deeds) if one.what == CLOCK else _is_once(one, other, pack))
    if one.what == pack.propositions.words.hours and (
        _lasts_otherwise(like, 0, other) or _lasts_otherwise(like, 1, one)
    ):
        return False
    heads, deeds = one.of(HEAD) and other.of(HEAD), one.of(DEEDS) or other.of(DEEDS)
    return bool(deeds) or not (heads and any(like.left[HEAD]))  # the stadium cost, its upkeep cost


def _counts_all(like: Likeness, one: ToldNumber, other: ToldNumber) -> bool:
    """Whether neither is of a part, *vijf [elektrische] auto's*; that there are none has to be of the same deed."""
    if 0.0 in (one.amount.high, other.amount.high) and not (like.deeds or one.of(FATE)):
        return False
    return not like.left[BESIDE][(one.amount.high or 0.0) >= (other.amount.high or inf)]


def _lasts_otherwise(like: Likeness, which: int, thing: ToldNumber) -> bool:
    """*Waited five hours in the tunnel*, *the tunnel was closed for nine hours*: whether a thing lasts, and another deed does."""
    return bool(like.left[DEEDS][which]) and bool(thing.of(HEAD)) and not thing.of(DEEDS)


def _is_once(one: ToldNumber, other: ToldNumber, pack: LanguagePack) -> bool:
    """Whether two days are of one of the things that are only once."""
    return len(_left(one.of(ONCE), _meant(other.of(ONCE), pack), pack)) < len(one.of(ONCE))


def _tell_one_time(a: Proposition, b: Proposition) -> bool | None:
    """Whether both tell the same days; None where one of the two alone tells a time."""
    timed = [bool(p.times) or WHEN in dict(p.others) for p in (a, b)]
    return None if timed[0] != timed[1] else bool(a.times) and a.times == b.times


def _of_one_text(one: ToldNumber, other: ToldNumber) -> bool:
    """Whether the texts of two numbers without a name beside them have names in common, or none at all."""
    texts = one.words.get(TEXT), other.words.get(TEXT)
    named = [0 if text is None else len(text.kinds) for text in texts]
    return not any(named) or share_names(*texts, min(FEWEST_SHARED, *named))


def _names_left(a: Collection[str], b: Collection[str]) -> tuple[str, ...]:
    """The names of which no word is one of some others."""
    parts = {part for name in b for part in name.split()}
    return tuple(name for name in a if parts.isdisjoint(name.split()) and not names_meet(name.split(), parts))


def _left(words: Collection[str], known: Collection[str], pack: LanguagePack) -> tuple[str, ...]:
    """The words that mean none of what is known, nor are a part of one."""
    return tuple(word for word in words if not _is_known(word, known, pack))


def _is_known(word: str, known: Collection[str], pack: LanguagePack) -> bool:
    meant = _meant((word,), pack)
    return share_words(meant, known) or any(_begins(w, k) or _begins(k, w) for w in meant for k in known)


def _begins(part: str, whole: str) -> bool:
    """*Schuld*, *schuldenberg*."""
    return len(part) >= SHORTEST_PART and len(whole) - len(part) >= SHORTEST_REST and whole.startswith(part)


def _meant(words: Collection[str], pack: LanguagePack) -> frozenset[str]:
    """Words with what each means, else its stem."""
    concepts = concepts_of(pack)
    meant = (concepts.thing(word) if concepts.known_thing(word) else pack.hooks.stem(word) for word in words)
    return frozenset((*words, *meant))
