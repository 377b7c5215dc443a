"""What the fields of a reading that hold an id, or else words of the text, refer to: the one place that answers this."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

import msgspec

from wederhoor.records.statements import Attribution
from wederhoor.records.world import Actor, Holder, Place


class _Read(Protocol):
    """A reading, as far as anything in it is referred to."""

    @property
    def actors(self) -> tuple[Actor, ...]: ...
    @property
    def places(self) -> tuple[Place, ...]: ...
    @property
    def attributions(self) -> tuple[Attribution, ...]: ...


class Party(msgspec.Struct, frozen=True):
    """One of ``agents`` or ``patients``, or the one bound by a rule: an actor by name, else a noun phrase."""

    name: str
    actor: Actor | None = None


class Location(msgspec.Struct, frozen=True):
    """The ``place`` of an event: a place of the reading by name, else the words of the text."""

    name: str
    place: Place | None = None


class References:
    """The actors, places and statements of a document by their ids, for many questions at once."""

    def __init__(
        self, actors: Iterable[Actor] = (), places: Iterable[Place] = (), attributions: Iterable[Attribution] = ()
    ) -> None:
        self._actors = {actor.id: actor for actor in actors}
        self._places = {place.id: place for place in places}
        self._statements = {attribution.id: attribution for attribution in attributions}

    @classmethod
    def of(cls, reading: _Read) -> References:
        """Those of a reading."""
        return cls(reading.actors, reading.places, reading.attributions)

    def party(self, given: str) -> Party:
        """Who an id or a noun phrase of an event or a rule is."""
        actor = self._actors.get(given)
        return Party(given) if actor is None else Party(actor.name, actor)

    def names(self, given: Iterable[str]) -> tuple[str, ...]:
        """The names of several parties, in their order."""
        return tuple(self.party(one).name for one in given)

    def location(self, given: str | None) -> Location | None:
        """Where an id or the words of an event say; None if they say nothing."""
        if given is None:
            return None
        place = self._places.get(given)
        return Location(given) if place is None else Location(place.name, place)

    def place_name(self, given: str | None) -> str | None:
        """What that is called; None if they say nothing."""
        location = self.location(given)
        return None if location is None else location.name

    def statement(self, holder: Holder) -> Attribution | None:
        """The statement on whose word a thing is; None if it is the author's."""
        return self._statements.get(holder)
