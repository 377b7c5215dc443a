"""The reading format: what Wederhoor says about one document, in the form of its JSON."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

import msgspec

from wederhoor.errors import WederhoorError
from wederhoor.records.claims import AuthorSide, CausalClaim, Condition, Conflict, Forecast
from wederhoor.records.document import Original
from wederhoor.records.notebook import listing
from wederhoor.records.references import Location, Party, References
from wederhoor.records.spans import Span, words_at
from wederhoor.records.stances import stances_of
from wederhoor.records.statements import Attribution, Entity
from wederhoor.records.stretches import bracketed, whole
from wederhoor.records.world import Actor, Event, Number, Place, Time

FORMAT = "wederhoor.reading/1"
"""Name and major version of the reading format. A change that an old reader cannot read raises the number."""

Quotable: TypeAlias = (
    Attribution | AuthorSide | CausalClaim | Condition | Entity | Event | Forecast | Number | Place | Time
)
"""Items that rest on words of the text which can be quoted as one stretch."""


Held: TypeAlias = CausalClaim | Condition | Event | Forecast
"""Items that have a holder: someone on whose word they are."""


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """All that was read in one document. ``made_by`` names the versions of this program and of the pipeline.

    ``publisher``, ``url`` and ``byline`` are known where they were given with the text: no text is searched for them.
    ``original`` is the file that the text was taken out of, where that is no plain text (a page, a PDF, a mail ...).
    """

    format: str = FORMAT
    doc: str
    lang: str
    date: str | None
    title: str | None
    publisher: str | None = None
    url: str | None = None
    byline: str | None = None
    original: Original | None = None
    text: str
    sha256: str
    made_by: dict[str, str]
    attributions: tuple[Attribution, ...] = ()
    entities: tuple[Entity, ...] = ()
    actors: tuple[Actor, ...] = ()
    events: tuple[Event, ...] = ()
    causal: tuple[CausalClaim, ...] = ()
    correlations: tuple[CausalClaim, ...] = ()
    conditions: tuple[Condition, ...] = ()
    forecasts: tuple[Forecast, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    times: tuple[Time, ...] = ()
    places: tuple[Place, ...] = ()

    def words(self, spans: Sequence[Span]) -> str:
        """The words at ``spans``, exactly as in the text, with `` […] `` where they do not follow each other."""
        return words_at(self.text, spans)

    def quote(self, item: Quotable) -> str:
        """The whole stretch of the text that an item stands on, with what interrupts its words in square brackets.

        Nothing is left out, for what interrupts may be the word that changes everything: *De brug [zou] dicht blijven*.

        >>> reading.quote(reading.attributions[0])  # doctest: +SKIP
        'De dorpsraad heeft [volgens haar] nooit met de vergunning ingestemd'
        """
        return bracketed(whole(self.text, spans_of(item)))

    def actor(self, actor_id: str) -> Actor:
        """The actor of this id. Raises KeyError where the reading has none."""
        for actor in self.actors:
            if actor.id == actor_id:
                return actor
        raise KeyError(actor_id)

    def party(self, given: str) -> Party:
        """Who one of an event's ``agents`` or ``patients`` is, or the ``actor`` of a condition: an actor, else a noun phrase."""
        return References.of(self).party(given)

    def location(self, event: Event) -> Location | None:
        """Where an event happened: a place of the reading, else the words of the text; None if the text does not say."""
        return References.of(self).location(event.place)

    def holder(self, item: Held) -> Attribution | None:
        """The statement on whose word an item is; None if it is the author's own."""
        return References.of(self).statement(item.holder)

    def said_by(self, name: str) -> tuple[Attribution, ...]:
        """The statements of one speaker, by the id, the name or an alias of the actor, or the name of one who is not an actor.

        Names are compared whole and without regard to capitals; nothing is found if no one has that name. ``attitude`` and
        ``polarity`` of a statement say whether its speaker asserts or denies it, ``parent`` on whose word it comes.

        Raises WederhoorError W552 if several go by that name.
        """
        ids = self._who(name)
        if len(ids) > 1:
            known = ", ".join(f"{actor.name} ({actor.id})" for actor in self.actors if actor.id in ids)
            raise WederhoorError("W552", name=name, names=known)
        folded = _folded(name)
        return tuple(
            a for a in self.attributions if a.actor in ids or (a.actor is None and _folded(a.speaker or "") == folded)
        )

    def _who(self, name: str) -> set[str]:
        """The ids of those who may be meant: an id goes before a name, a name before an alias."""
        folded = _folded(name)
        by_id = {actor.id for actor in self.actors if actor.id == name}
        by_name = {actor.id for actor in self.actors if _folded(actor.name) == folded}
        return (
            by_id
            or by_name
            or {actor.id for actor in self.actors if any(_folded(alias) == folded for alias in actor.aliases)}
        )

    def _repr_html_(self) -> str:
        """What a notebook shows: the first statements, with how the speaker stands to each."""
        stances = stances_of(self.attributions)
        rows = [(a.id, a.speaker or "?", stances[a.id], self.quote(a)) for a in self.attributions]
        title = " · ".join(part for part in (self.doc, self.date, self.title) if part)
        return listing(title, ("id", "speaker", "stance", "quote"), rows)


def spans_of(item: Quotable) -> tuple[Span, ...]:
    """The spans that an item stands on, in the order of the text; of cause and effect one from the first to the last word."""
    match item:
        case Attribution(content=content):
            return content
        case AuthorSide(author=span):
            return (span,)
        case CausalClaim(cause=one, effect=other) | Condition(antecedent=one, consequent=other):
            return ((min(one[0], other[0]), max(one[1], other[1])),)
        case _:
            return (item.span,)


def _folded(name: str) -> str:
    return " ".join(name.split()).casefold()
