"""Whether two documents are about one matter: which actors, and towns, both name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from wederhoor.languages.pack import LanguagePack
from wederhoor.languages.several import Packs
from wederhoor.reading.actors.names import folded
from wederhoor.reading.actors.same import is_named
from wederhoor.reading.places import countries_of
from wederhoor.records import Actor, CaseActor, Reading

FEWEST_COMMON = 2
"""Names that two documents of one matter have in common, at least."""
LEAST_COMMON = 0.1
"""Or of the names of the one with fewer this share."""
LEAST_SHARED = 0.2
"""Of the names and towns of the document that has fewer, what the other has too, where they dispute one matter.

In disputes of several articles 43 of 44 conflicts between articles that are right stand in documents that share so much;
of twelve that were wrongly shown in newspapers of one month nine stand in documents that share less.
"""
FEWEST_NAMES = 3
"""Names in a document, at least, that shares none with another of the same matter."""


class Matter:
    """The names by which each document can be told from others: no states, towns, papers or those whom everybody knows."""

    def __init__(self, readings: Sequence[Reading], packs: Packs) -> None:
        self._names = {
            r.doc: {key for actor in r.actors for key in _telling(actor, packs.of(r.lang))} for r in readings
        }
        self._bit = {doc: 1 << number for number, doc in enumerate(self._names)}
        self._having: defaultdict[str, int] = defaultdict(int)
        for doc, names in self._names.items():
            for name in names:
                self._having[name] |= self._bit[doc]

    def bit(self, doc: str) -> int:
        """The bit of a document in a set of documents that is written as one number."""
        return self._bit[doc]

    def sharing(self, one: str, actor: Actor, least: int) -> int:
        """The documents, by their bits, with which one shares ``least`` actors or more, as ``shared`` counts them.

        Sets of documents are numbers, so that a name that all have costs as little as one that two have.
        """
        having = [0] * least  # those that have one, two, ... of the names so far
        for name in self._names[one] - _keys(actor):
            for count in reversed(range(1, least)):
                having[count] |= having[count - 1] & self._having[name]
            having[0] |= self._having[name]
        return having[-1]

    def shared(self, one: str, other: str, actor: Actor) -> int:
        """How many actors two documents both name, apart from those with a name of ``actor``."""
        return len((self._names[one] & self._names[other]) - _keys(actor))

    def of_one(self, one: str, other: str) -> bool:
        """Whether two documents have several names in common; one that names hardly anybody may be of any matter."""
        names, others = self._names[one], self._names[other]
        least, common = min(len(names), len(others)), len(names & others)
        return least < FEWEST_NAMES or common >= FEWEST_COMMON or common >= LEAST_COMMON * least


class Strangers:
    """Which documents share too few of their towns, and of their actors with a name but for states, to dispute one matter."""

    def __init__(self, readings: Sequence[Reading], actors: Sequence[CaseActor], packs: Packs) -> None:
        self._of: defaultdict[str, set[str]] = defaultdict(set)
        for actor in actors:
            if actor.kind != "state" and actor.name != actor.name.lower():
                for member in actor.members:
                    self._of[member.doc].add(actor.id)
        for reading in readings:
            nations = countries_of(packs.of(reading.lang))
            towns = {folded(place.name) for place in reading.places if not nations.is_state(place.name)}
            self._of[reading.doc] |= towns

    def apart(self, one: str, other: str) -> bool:
        """Whether two documents are of two matters; one that names hardly anybody may be of any."""
        names, others = self._of[one], self._of[other]
        least = min(len(names), len(others))
        return least >= FEWEST_NAMES and len(names & others) < LEAST_SHARED * least


def _telling(actor: Actor, pack: LanguagePack) -> Iterator[str]:
    known = pack.actors.renown(actor.name, actor.kind) is not None
    if not is_named(actor) or known or actor.kind == "state" or actor.sector == "MED":
        return
    if actor.name not in pack.names.places:
        yield _key(actor, actor.name)


def _keys(actor: Actor) -> set[str]:
    return {_key(actor, name) for name in (actor.name, *actor.aliases)}


def _key(actor: Actor, name: str) -> str:
    """A person's last name, else the whole name."""
    return folded(name.rsplit(maxsplit=1)[-1] if actor.kind == "person" else name)
