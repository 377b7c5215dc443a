"""Who appears, what happened and where, in the order that all views of a reading share."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

import msgspec

from wederhoor.exchange.voices import Arrangement, Voice
from wederhoor.exchange.wording import Wording
from wederhoor.records import AUTHOR, Actor, Event, Place, Reading, References, Span, Time

Part = Literal["told", "reported"]
"""What the author tells himself, and what somebody else says in his text."""
Elsewhere = tuple[tuple[int, str], ...]
"""Of what is in other parts of a long text too: their numbers, and the anchor of the first mention in each."""


class Player(msgspec.Struct, frozen=True):
    """An actor with its mentions in the order of the text, and the voice that it has, if it speaks.

    Of one part of a long text: ``first`` is the number of the first of these mentions, ``total`` how many the text has.
    """

    actor: Actor
    mentions: tuple[Span, ...]
    voice: Voice | None
    first: int = 1
    total: int | None = None
    elsewhere: Elsewhere = ()


class Happening(msgspec.Struct, frozen=True):
    """An event with all clauses in which the same voice tells the same of it, the first one first.

    ``time`` is that of the first clause that says when, a dated one before others; ``voice`` is None for the author's own.
    """

    tellings: tuple[Event, ...]
    time: Time | None
    voice: Voice | None
    elsewhere: Elsewhere = ()

    @property
    def first(self) -> Event:
        return self.tellings[0]


class Spot(msgspec.Struct, frozen=True):
    """A place with every mention of it, in the order of the text; of one part of it ``total`` is how many the text has."""

    place: Place
    mentions: tuple[Place, ...]
    total: int | None = None
    elsewhere: Elsewhere = ()


class Scene(msgspec.Struct, frozen=True):
    """All of a reading's actors, events and places.

      - ``cast``: the one mentioned most comes first, then the one mentioned first.
      - ``told`` and ``reported``: what has a day in the order of time, then the others in the order of the text.
    - ``known``: what the ids of actors and places stand for.
    - ``countries``: places by country, in the order of the alphabet, those of no known country (None) last; in a country by
        name.
    """

    cast: tuple[Player, ...]
    told: tuple[Happening, ...]
    reported: tuple[Happening, ...]
    countries: tuple[tuple[str | None, tuple[Spot, ...]], ...]
    known: References


def stage(reading: Reading, arrangement: Arrangement, wording: Wording) -> Scene:
    """The scene of a reading that ``arrange`` took, which refuses what is not grounded."""
    told = [event for event in reading.events if event.holder == AUTHOR]
    reported = [event for event in reading.events if event.holder != AUTHOR]
    return Scene(
        cast=_cast(reading, arrangement),
        told=_timeline(reading, arrangement, told),
        reported=_timeline(reading, arrangement, reported),
        countries=_countries(reading.places, wording),
        known=References.of(reading),
    )


def _cast(reading: Reading, arrangement: Arrangement) -> tuple[Player, ...]:
    voices = arrangement.voice_of()
    voice_of = {a.actor: voices[a.id] for a in reversed(arrangement.in_order) if a.actor is not None}
    players = [Player(actor, tuple(sorted(set(actor.mentions))), voice_of.get(actor.id)) for actor in reading.actors]
    return tuple(sorted(players, key=lambda player: (-len(player.mentions), player.mentions)))


def _timeline(reading: Reading, arrangement: Arrangement, events: Iterable[Event]) -> tuple[Happening, ...]:
    voices = arrangement.voice_of()
    roots = _roots(reading.events)
    groups: dict[tuple[object, ...], list[Event]] = {}
    for event in sorted(events, key=lambda event: event.trigger):
        voice = voices.get(event.holder)
        key = (roots[event.id], event.polarity, event.modality, voice and voice.number)
        groups.setdefault(key, []).append(event)
    happenings = [
        Happening(tuple(tellings), _time(reading, tellings), voices.get(tellings[0].holder))
        for tellings in groups.values()
    ]
    return tuple(sorted(happenings, key=_when))


def _roots(events: Iterable[Event]) -> dict[str, str]:
    """The first event that each tells of; a telling may name another telling."""
    before = {event.id: event.same_as for event in events}
    roots: dict[str, str] = {}
    for name in before:
        chain = [name]
        while chain[-1] not in roots and (earlier := before[chain[-1]]) is not None:
            chain.append(earlier)
        root = roots.get(chain[-1], chain[-1])
        roots |= dict.fromkeys(chain, root)
    return roots


def _time(reading: Reading, tellings: Iterable[Event]) -> Time | None:
    times = [reading.times[event.time] for event in tellings if event.time is not None]
    return next((time for time in times if time.start or time.end), times[0] if times else None)


def _when(happening: Happening) -> tuple[bool, str, str, Span]:
    """Days in order; of one day what ended first, so that a day comes before the week that it begins."""
    start, end = (happening.time.start, happening.time.end) if happening.time else (None, None)
    day = start or end
    return day is None, day or "", end or "9999", happening.first.trigger


def _countries(places: Iterable[Place], wording: Wording) -> tuple[tuple[str | None, tuple[Spot, ...]], ...]:
    spots: dict[tuple[object, ...], list[Place]] = {}
    for place in sorted(places, key=lambda place: place.span):
        spots.setdefault((place.name, place.country, place.lat, place.lon), []).append(place)
    countries: dict[str | None, list[Spot]] = {}
    for mentions in spots.values():
        countries.setdefault(mentions[0].country, []).append(Spot(mentions[0], tuple(mentions)))
    order = sorted(countries, key=lambda country: (country is None, wording.country(country)))
    return tuple((country, tuple(sorted(countries[country], key=_by_name))) for country in order)


def _by_name(spot: Spot) -> tuple[str, Span]:
    return spot.place.name.casefold(), spot.place.span
