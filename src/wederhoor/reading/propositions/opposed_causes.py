"""When two that say what came of what cannot both be right."""

from __future__ import annotations

from dataclasses import replace

from wederhoor.languages.pack import LanguagePack
from wederhoor.reading.propositions.causal import CAUSE
from wederhoor.reading.propositions.one_time import may_be_of_one_time
from wederhoor.reading.propositions.opposition import DEONTIC, Opposition, is_matter, opposition
from wederhoor.reading.propositions.same import is_specific, matter_of, same_phrase
from wederhoor.records import Phrase, Proposition

BECAUSE = "because"
WAY = "way"


def cause_opposed(a: Proposition, b: Proposition, pack: LanguagePack) -> Opposition | None:
    """One thing that happened, and two things that made it so, each told as the only one."""
    one, other = dict(a.others).get(BECAUSE), dict(b.others).get(BECAUSE)
    if one is None or other is None or _is_one_cause(one, other) or a.besides or b.besides:
        return None
    if (a.state and a.polarity == b.polarity == "-") or not _kinds_of(one, pack).isdisjoint(_kinds_of(other, pack)):
        return None  # it was neither; the heat, the drought
    if (
        ("-" in (a.polarity, b.polarity) and a.polarity != b.polarity)
        or not may_be_of_one_time(a, b, pack)
        or a.mode in DEONTIC
    ):
        return None
    matter = matter_of(a, b, skipped=(BECAUSE,))
    if matter is None or not is_matter(matter, pack):
        return None
    found = opposition("cause", "cause", "cause", a, matter.shared)
    return replace(found, alone=_is_of_any(a, b, pack))


def _is_one_cause(one: Phrase, other: Phrase) -> bool:
    """Whether two are one, or one is of the other: *the drain of the sink*, *the sink*."""
    return same_phrase(one, other) or one.head in other.modifiers or other.head in one.modifiers


def _is_of_any(a: Proposition, b: Proposition, pack: LanguagePack) -> bool:
    """*De bron van de besmetting*: whether nothing says which of its kind it is."""
    harm = a.object is not None and a.object.head in pack.sided.file.harms.values()
    return a.predicate == CAUSE and harm and not (a.places and b.places)


def _kinds_of(cause: Phrase, pack: LanguagePack) -> set[str]:
    """The kinds of what made something so: *a short [circuit]*, *faulty [wiring]* are one."""
    kinds = pack.sided.kinds
    return {kinds[word] for word in (cause.head, *cause.modifiers) if word in kinds}


def way_opposed(a: Proposition, b: Proposition, pack: LanguagePack) -> Opposition | None:
    """*Leidt tot minder ongelukken*, *tot meer*: one thing made of another both more and less."""
    one, other = dict(a.others).get(WAY), dict(b.others).get(WAY)
    if (
        one is None
        or other is None
        or one == other
        or "-" in (a.polarity, b.polarity)
        or not may_be_of_one_time(a, b, pack)
    ):
        return None
    matter = matter_of(a, b, skipped=(WAY,))
    if (
        matter is None
        or matter.only_a
        or matter.only_b
        or not is_specific(matter.shared, pack.propositions.words.general)
    ):
        return None
    return opposition("cause", "cause", "way", a, matter.shared)
