"""Propositions as their holders maintain them, and which of them are opposed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

import msgspec

from wederhoor.languages.pack import LanguagePack
from wederhoor.reading.propositions.opposed import Opposition, oppose
from wederhoor.records import MAINTAINED, SPEAKER, Attribution, ConflictSide, Phrase, Proposition, Stance, stances_of

MOST_COMMON = 60
"""Propositions under one key that a new one is compared with, the last ones: what more share is no matter."""


@dataclass(frozen=True, slots=True)
class Held:
    """A proposition as its holder maintains it: of what he denies the opposite."""

    doc: str
    side: ConflictSide
    holder: str | None
    """As the case calls him, None for unnamed authority; of an author nothing but his document."""
    proposition: Proposition
    day: str | None = None
    """Of the document, ISO 8601."""


@dataclass(frozen=True, slots=True)
class Opposed:
    """Two held propositions that are opposed, the earlier first."""

    a: Held
    b: Held
    opposition: Opposition


def held_propositions(
    doc: str,
    attributions: Sequence[Attribution],
    propositions: Iterable[Proposition],
    named: Callable[[str], str] = str,
    day: str | None = None,
) -> Iterator[Held]:
    """What the holders of a document maintain, in its order. ``named`` says what the case calls an actor, by his name there.

    What is asked, hoped, wanted, held possible or left open is maintained by nobody.
    """
    stances = stances_of(attributions)
    speakers = {a.id: a.speaker for a in attributions}
    open_ones = {a.id for a in attributions if a.certainty == "possible"}
    for p in propositions:
        author = not isinstance(p.side, str)
        speaker = None if author else speakers.get(str(p.side))
        stance: Stance = "asserts" if author else stances.get(str(p.side), "uncommitted")
        if p.side not in open_ones and (stance in MAINTAINED or stance == "denies"):
            holder = f"\0{doc}" if author else named(speaker) if speaker else None
            yield Held(doc, p.side, holder, _told(p, speaker, named, turned=stance == "denies"), day)


def _told(p: Proposition, speaker: str | None, named: Callable[[str], str], *, turned: bool) -> Proposition:
    """The proposition with its actors by the names of the case, and with the speaker for *ik* and *wij*."""

    def phrase(found: Phrase | None) -> Phrase | None:
        if found is None or (found.head == SPEAKER and not speaker):
            return None
        if found.head == SPEAKER and speaker:
            return msgspec.structs.replace(found, head=speaker.split()[-1].lower(), actor=named(speaker))
        # who denies that there is one says that there is none
        return msgspec.structs.replace(
            found, actor=named(found.actor) if found.actor else None, some=found.some and not turned
        )

    others = ((role, phrase(other)) for role, other in p.others)
    return msgspec.structs.replace(
        p,
        polarity=("-" if p.polarity == "+" else "+") if turned else p.polarity,
        subject=phrase(p.subject),
        object=phrase(p.object),
        others=tuple((role, other) for role, other in others if other is not None),
    )


def oppositions(items: Sequence[Held], may_meet: Callable[[Held, Held], bool], pack: LanguagePack) -> list[Opposed]:
    """All that are opposed of those that may meet, each pair of statements once, by the later and then the earlier side."""
    order = {id(one): number for number, one in enumerate(items)}
    by_key: defaultdict[str, list[Held]] = defaultdict(list)
    found: dict[tuple[str, ConflictSide, str, ConflictSide], Opposed] = {}
    for one in items:
        keys = _keys(one.proposition, pack)
        earlier = {id(other): other for key in keys for other in by_key[key][-MOST_COMMON:]}
        for other in sorted(earlier.values(), key=lambda other: order[id(other)]):
            apart = other.holder is None or other.holder != one.holder
            opposition = oppose(other.proposition, one.proposition, pack) if apart and may_meet(other, one) else None
            if opposition is not None and not _may_be_later(other, one, opposition):
                found.setdefault((other.doc, other.side, one.doc, one.side), Opposed(other, one, opposition))
        for key in keys:
            by_key[key].append(one)
    return list(found.values())


def _may_be_later(a: Held, b: Held, opposition: Opposition) -> bool:
    """Whether it may have changed since: what rises and falls does so by the day, and so do things as authors find them."""
    authors = not isinstance(a.side, str) and not isinstance(b.side, str)
    another_day = a.doc != b.doc and (a.day is None or a.day != b.day)
    if another_day and (authors or opposition.rule == "contrary"):
        return True
    return authors and opposition.alone


def _keys(p: Proposition, pack: LanguagePack) -> list[str]:
    """What a proposition is found by: its predicate, those that exclude it, what it counts, and of a state its thing."""
    if p.amount is not None:
        return [f"# {p.amount.of.head}"]
    excluded = pack.propositions.excluding.get(p.predicate, ())
    pairs = (sorted((p.predicate, other)) for other in excluded)
    thing = p.object or p.subject
    return [p.predicate, *(" / ".join(pair) for pair in pairs), *([f"= {thing.head}"] if p.state and thing else [])]
