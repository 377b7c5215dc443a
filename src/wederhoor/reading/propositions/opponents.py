"""Which statements of a document say the same of something, or it of two: they do not collide by the words that they share."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

import msgspec

from wederhoor.languages.pack import LanguagePack
from wederhoor.reading.propositions.held import Parties, held_propositions
from wederhoor.reading.propositions.opposed import oppose
from wederhoor.reading.propositions.same import same_phrase
from wederhoor.records import Attribution, ConflictSide, Proposition, stance_of

NoOpponents = Callable[[ConflictSide, ConflictSide], bool]


def no_opponents(
    doc: str,
    attributions: Sequence[Attribution],
    propositions: Iterable[Proposition],
    known: Parties,
    pack: LanguagePack,
) -> NoOpponents:
    """Whether two statements put forward one thing that would be opposed if one of the two denied it, and none that is opposed.

    *Failed to report the leak*, *did not report it*: both say no, in other words. Who doubts that it is so says so little more
    than who denies it that he is none against whom he denies it. Nor is who says that another did it, elsewhere or then.
    """
    by_side: defaultdict[ConflictSide, list[Proposition]] = defaultdict(list)
    for held in held_propositions(doc, [_as_denied(a) for a in attributions], propositions, known):
        by_side[held.side].append(held.proposition)

    def same(one: ConflictSide, other: ConflictSide) -> bool:
        pairs = [(a, b) for a in by_side.get(one, ()) for b in by_side.get(other, ()) if a.predicate == b.predicate]
        alike = any(_agree(a, b, pack) for a, b in pairs) or (pairs and all(_are_of_two(a, b) for a, b in pairs))
        return bool(alike) and not any(oppose(a, b, pack) for a, b in pairs)

    return same


def _as_denied(a: Attribution) -> Attribution:
    doubted = stance_of(a.attitude, a.polarity, a.certainty) == "doubts"
    return msgspec.structs.replace(a, attitude="deny", polarity="-", certainty="certain") if doubted else a


def _are_of_two(a: Proposition, b: Proposition) -> bool:
    """*Pim denies that he took the cash*: whether another, who is known, is told to have done it."""
    known = [p.subject for p in (a, b) if p.subject is not None and (p.subject.actor or p.subject.named)]
    words = [{*(one.actor or "").lower().split(), one.head, *one.modifiers} for one in known]
    return len(known) > 1 and not same_phrase(known[0], known[1]) and words[0].isdisjoint(words[1])


def _agree(a: Proposition, b: Proposition, pack: LanguagePack) -> bool:
    turned = msgspec.structs.replace(b, polarity="-" if b.polarity == "+" else "+")
    return a.polarity == b.polarity and a.amount is None and b.amount is None and oppose(a, turned, pack) is not None
