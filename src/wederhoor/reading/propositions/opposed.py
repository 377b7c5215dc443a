"""Which propositions of one matter cannot both be right, a function for each kind.

A wrong conflict between two living people is worse than a missed one: where a role is not told, the two are not opposed.
"""

from __future__ import annotations

from dataclasses import replace

import msgspec

from wederhoor.languages.pack import LanguagePack
from wederhoor.reading.propositions.by_number.opposed_numbers import numbers_differ
from wederhoor.reading.propositions.by_number.roles import NUMBER, RATE
from wederhoor.reading.propositions.by_side.comings import COMES
from wederhoor.reading.propositions.by_side.opposed_comings import coming_opposed
from wederhoor.reading.propositions.by_topic.topics import BY_TOPIC, DENIED, FIGURE, opposed_by_topic
from wederhoor.reading.propositions.figures import counts_otherwise, denies_count, is_counted_matter, same_count
from wederhoor.reading.propositions.one_time import COMING, HAPPENING, may_be_of_one_time
from wederhoor.reading.propositions.opposed_causes import cause_opposed, way_opposed
from wederhoor.reading.propositions.opposed_facts import fact_opposed
from wederhoor.reading.propositions.opposition import (
    DEONTIC,
    EXISTS,
    MEASURES,
    Opposition,
    is_matter,
    judges,
    opposition,
)
from wederhoor.reading.propositions.same import SharedMatter, is_specific, matter_of, same_phrase, times_meet
from wederhoor.records import ConflictKind, ConflictReason, Proposition

KINDS: dict[str, tuple[ConflictKind, ConflictReason, str]] = {
    FIGURE: ("figure", "figure", "figure"),
    DENIED: ("denial", "opposite", "fact"),
}
"""What two propositions that are told by their topics are opposed in: the kind, the reason, the rule."""


def oppose(a: Proposition, b: Proposition, pack: LanguagePack) -> Opposition | None:
    """Whether two propositions that are both maintained are opposed."""
    if a.predicate == b.predicate == COMES:
        return coming_opposed(a, b, pack)
    if a.predicate == b.predicate == NUMBER:
        joined = numbers_differ(a, b, pack)
        return Opposition(*KINDS[FIGURE], joined) if joined else None
    if a.predicate == b.predicate and a.predicate in BY_TOPIC:
        told = opposed_by_topic(a, b, pack)
        return None if told is None else Opposition(*KINDS[told[0]], told[1])
    a, b = _aligned(a, b, pack), _aligned(b, a, pack)
    if a.amount is not None or b.amount is not None:
        return _figure(a, b, pack) if a.amount is not None and b.amount is not None else None
    rules = (
        (fact_opposed, _fate, _none_at_all, _rule, _doer, _when, cause_opposed, way_opposed)
        if a.predicate == b.predicate
        else (_contrary, _verdict)
    )
    return next((found for rule in rules if (found := rule(a, b, pack)) is not None), None)


def _aligned(one: Proposition, other: Proposition, pack: LanguagePack) -> Proposition:
    """*De huur gaat omhoog*, *de verhuurder verhoogt de huur*: the thing that does it is what it is done to."""
    thing, whose = one.subject, other.object
    if thing is None or whose is None or one.object is not None or other.subject is None:
        return one
    alternating = pack.propositions.predicates.alternating
    turned = one.predicate in alternating and same_phrase(thing, whose) and not same_phrase(thing, other.subject)
    return msgspec.structs.replace(one, subject=None, object=thing) if turned else one


def _fate(a: Proposition, b: Proposition, pack: LanguagePack) -> Opposition | None:
    """*Niemand is gewond*, *drie raakten gewond*: where both tell of that and of nothing that would set two events apart."""
    fates = pack.propositions.words.undergone.values()
    if a.polarity == b.polarity or not may_be_of_one_time(a, b, pack) or a.predicate.removeprefix(EXISTS) not in fates:
        return None
    bare = a.others == b.others and all(p.subject is None and p.object and not p.object.modifiers for p in (a, b))
    matter = matter_of(a, b) if bare else None
    return None if matter is None else replace(opposition("denial", "opposite", "fact", a, matter.shared), alone=True)


def _none_at_all(a: Proposition, b: Proposition, pack: LanguagePack) -> Opposition | None:
    """The one says that somebody did it, the other that nobody did: *er is niet gestaakt*."""
    if (
        a.polarity == b.polarity
        or not (may_be_of_one_time(a, b, pack) or {a.mode, b.mode} <= {*HAPPENING})
        or a.mode in DEONTIC
    ):
        return None
    no = a if a.polarity == "-" else b
    words = pack.propositions
    bare = no.subject is None and no.object is None and not no.others and not no.amount
    if not bare or a.predicate not in words.deeds - words.two_sided - words.words.common:
        return None
    matter = matter_of(a, b)
    return None if matter is None else replace(opposition("denial", "opposite", "fact", a, ()), alone=True)


def _contrary(a: Proposition, b: Proposition, pack: LanguagePack) -> Opposition | None:
    """Predicates that exclude one another, of one thing: *stijgen*, *dalen*."""
    against = b.predicate in pack.propositions.excluding.get(a.predicate, ())
    if not against or "-" in (a.polarity, b.polarity) or not may_be_of_one_time(a, b, pack) or a.mode in DEONTIC:
        return None
    matter = matter_of(a, b)
    if matter is None or not _is_contrary_matter(matter, pack):
        return None
    if "object" in (*matter.only_a, *matter.only_b) and matter.only_a and matter.only_b:
        return None  # won in the north, lost the farmers
    return opposition("denial", "opposite", "contrary", a, matter.shared)


def _is_contrary_matter(matter: SharedMatter, pack: LanguagePack) -> bool:
    """Whether two speak of one thing; of what has no article, *de werkloosheid*, *unemployment*, nothing may set them apart."""
    if is_specific(matter.shared, pack.propositions.words.general):
        return True
    return not (matter.only_a or matter.only_b) and is_matter(matter, pack)


def _verdict(a: Proposition, b: Proposition, pack: LanguagePack) -> Opposition | None:
    """One thing is judged well by the one and ill by the other."""
    one, other = judges(a, pack), judges(b, pack)
    if not one or not other or one == other or not may_be_of_one_time(a, b, pack):
        return None
    matter = matter_of(a, b)
    if matter is None or matter.only_a or matter.only_b:
        return None
    if not is_specific(matter.shared, pack.propositions.words.general):
        return None
    return opposition("evaluation", "evaluation", "verdict", a, matter.shared)


def _rule(a: Proposition, b: Proposition, pack: LanguagePack) -> Opposition | None:
    """What must be done need not, or may not; what may be done may not."""
    pair = {_duty(a), _duty(b)}
    if pair not in ({"must", "must not"}, {"must", "need not"}, {"may", "must not"}):
        return None
    matter = matter_of(a, b)
    if matter is None or not is_matter(matter, pack):
        return None
    if matter.only_a and matter.only_b:
        return None  # should work with companies, must not work for the state
    no = matter.only_a if _duty(a) == "must not" else matter.only_b if _duty(b) == "must not" else ()
    return None if "object" in no else opposition("denial", "opposite", "rule", a, matter.shared)


def _duty(p: Proposition) -> str:
    names = {"must+": "must", "must-": "must not", "may+": "may", "may-": "must not", "need-": "need not"}
    return names.get(f"{p.mode}{p.polarity}", "")


def _doer(a: Proposition, b: Proposition, pack: LanguagePack) -> Opposition | None:
    """One deed, told once and done, by two doers of whom neither is a part of the other."""
    words = pack.propositions.words
    one, other = a.subject, b.subject
    if one is None or other is None or same_phrase(one, other) or not _is_one_deed(a, b, pack):
        return None
    turned = a.object and b.object and same_phrase(one, b.object) and same_phrase(other, a.object)
    if a.predicate in words.one_way and turned:
        return opposition("actor", "actor", "turned", a, (one, other))
    matter = matter_of(a, b, skipped=("subject",))
    if matter is None or not is_specific(matter.shared, words.general):
        return None
    return opposition("actor", "actor", "doer", a, matter.shared)


def _is_one_deed(a: Proposition, b: Proposition, pack: LanguagePack) -> bool:
    """Whether both tell what only one can have done to a thing, or does at a time."""
    words = pack.propositions.words
    if a.predicate in words.shareable or a.object is None or b.object is None:
        return False
    if a.object.owned or b.object.owned:
        return False  # she ended her campaign, he ended his
    held = a.predicate in words.exclusive and a.polarity == b.polarity == "+" and may_be_of_one_time(a, b, pack)
    return a.object.definite and b.object.definite and (held or _is_told_once(a, b))


def _is_told_once(a: Proposition, b: Proposition) -> bool:
    """Whether both tell a deed as done, and neither as done by others too."""
    done = a.mode == b.mode == "past" and all((p.polarity == "-") == p.worded for p in (a, b))
    return done and not a.besides and not b.besides


def _when(a: Proposition, b: Proposition, pack: LanguagePack) -> Opposition | None:
    """What comes once comes on two days that do not meet."""
    words = pack.propositions.words
    if a.polarity != b.polarity or times_meet(a, b) or not (_comes_once(a, b, pack) or _was_done_once(a, b, pack)):
        return None
    one, other = a.object or a.subject, b.object or b.subject
    if one is None or other is None or not same_phrase(one, other) or not is_specific((one,), words.general):
        return None
    return opposition("denial", "opposite", "when", a, (one,))


def _comes_once(a: Proposition, b: Proposition, pack: LanguagePack) -> bool:
    return a.predicate in pack.propositions.words.once and {a.mode, b.mode} <= {*COMING}


def _was_done_once(a: Proposition, b: Proposition, pack: LanguagePack) -> bool:
    """*Het besluit is maandag genomen*: what is done to a thing once, by the same or by nobody who is told."""
    done = pack.propositions.words.done_once
    if a.object is None or b.object is None or not (a.object.definite and b.object.definite and _is_told_once(a, b)):
        return False
    doers = a.subject is None or b.subject is None or same_phrase(a.subject, b.subject)
    return doers and a.polarity == "+" and not done.isdisjoint((a.predicate, a.object.head))


def _figure(a: Proposition, b: Proposition, pack: LanguagePack) -> Opposition | None:
    """So many of one thing, and so many others, or not so many."""
    denied = denies_count(a, b)
    if a.amount is None or b.amount is None or not (denied or counts_otherwise(a, b)):
        return None
    matter = matter_of(a, b)
    if matter is None or (not same_count(a, b) and not is_specific(matter.shared, pack.propositions.words.general)):
        return None
    if not is_counted_matter(matter, a.amount.of.head, pack, measured=a.predicate == MEASURES):
        return None
    if dict(a.others).get(RATE) != dict(b.others).get(RATE):
        return None  # a month, in all
    if not matter.shared and a.amount.of.head in pack.propositions.words.common and bool(a.times) != bool(b.times):
        return None  # eighty dead, a hundred and thirty last November
    plural = pack.propositions.words.plural
    counted = msgspec.structs.replace(a.amount.of, head=plural.get(a.amount.of.head, a.amount.of.head))
    if denied:
        return opposition("denial", "opposite", "fact", a, (counted, *matter.shared))
    found = opposition("figure", "figure", "figure", a, (counted, *matter.shared))
    return replace(found, alone=not matter.shared)
