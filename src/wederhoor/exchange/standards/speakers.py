"""Who the holder of some words is, as standards ask it: a person by name, and the body that he speaks for."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from wederhoor.exchange.cases.quotes import Quote
from wederhoor.records import AUTHOR, Actor, Attribution, Reading


class Speaker(msgspec.Struct, frozen=True, kw_only=True):
    """A person by name, None if the text has none or it is a body that speaks; ``body`` is that body, or the person's own.

    ``role`` is what the person is, in the words of the text. The author of a text is who signed it, his body is the outlet.
    """

    person: str | None = None
    body: str | None = None
    role: str | None = None
    actor: Actor | None = None

    @property
    def name(self) -> str | None:
        """Of the person, else of the body."""
        return self.person or self.body


class Speakers:
    """Finds who the holders of quotes are."""

    def __init__(self, readings: Iterable[Reading]) -> None:
        self._readings = {reading.doc: reading for reading in readings}
        self._said: dict[tuple[str, str], Attribution] = {
            (reading.doc, a.id): a for reading in self._readings.values() for a in reading.attributions
        }

    def of(self, quote: Quote) -> Speaker:
        """The holder of a quote."""
        reading = self._readings[quote.doc]
        if quote.holder_id == AUTHOR:
            return Speaker(person=reading.byline, body=reading.publisher)
        said = self._said[quote.doc, quote.holder_id]
        if said.actor is None:
            return Speaker(person=said.speaker)
        actor = reading.actor(said.actor)
        if actor.kind != "person":
            return Speaker(body=actor.name, actor=actor)
        role = next((one for one in actor.roles if one.of), None)
        body = _body(role.of, reading.actors) if role and role.of else None
        titles = [one.title for one in actor.roles]
        return Speaker(person=actor.name, body=body, role=titles[0] if titles else None, actor=actor)


def _body(words: str, actors: Iterable[Actor]) -> str:
    """The name of the body that words of a role name (*actiegroep Vaste Grond*), else these words."""
    named = [
        actor.name
        for actor in actors
        if actor.kind != "person" and any(name.casefold() in words.casefold() for name in (actor.name, *actor.aliases))
    ]
    return max(named, key=len, default=words)
