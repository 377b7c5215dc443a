"""What a text tells of: its actors, times, places, and the events that they take part in."""

from __future__ import annotations

from typing import Final, Literal

import msgspec

from wederhoor.records.spans import Span
from wederhoor.records.statements import Polarity

Holder = str
"""The source of an item: ``"author"``, or the id of the attribution whose content contains it."""
AUTHOR: Final = "author"
"""The holder of what the text itself says."""

ActorKind = Literal["person", "organisation", "state", "group"]
Sector = Literal[
    "GOV", "MIL", "OPP", "NGO", "IGO", "MED", "CVL", "REB", "COP", "JUD", "BUS", "LEG", "PTY", "SPT", "CUL", "CRM"
]
"""Actor codes of PLOVER, with parties (PTY), sport (SPT), culture (CUL) and crime (CRM)."""


class Role(msgspec.Struct, frozen=True):
    """What someone is (*directeur*), and of what (*mensenrechtenorganisatie Qaharman*), as written."""

    title: str
    of: str | None = None


class Actor(msgspec.Struct, frozen=True, kw_only=True):
    """A person, organisation, state or group with every mention of it in the document.

    ``name`` is the fullest in the text, for what has no name its noun phrase in lower case without article. ``country`` is the
    ISO 3166-1 alpha-3 code of the state that it belongs to. ``mentions`` are in text order.
    """

    id: str
    name: str
    kind: ActorKind
    mentions: tuple[Span, ...]
    aliases: tuple[str, ...] = ()
    roles: tuple[Role, ...] = ()
    country: str | None = None
    sector: Sector | None = None


class Time(msgspec.Struct, frozen=True, kw_only=True):
    """An expression of time (TIMEX3). ``start`` and ``end`` are its first and last day, both inclusive, ISO 8601.

    They are None if open, and where the expression is relative and the document has no date; ``value`` then is symbolic.
    """

    span: Span
    type: Literal["date", "time", "duration", "set"]
    value: str
    start: str | None = None
    end: str | None = None


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """A named place. ``country`` is ISO 3166-1 alpha-3; ``lat`` and ``lon`` are degrees (WGS 84).

    ``alternatives`` has the other places of that name which the document's context spoke against.
    """

    id: str
    span: Span
    name: str
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    alternatives: tuple[str, ...] = ()


EventCode = Literal[
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN",
    "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "DEATHS", "DISASTER", "ECONOMIC",
]  # fmt: skip
"""The categories of PLOVER 2.0 (openeventdata/PLOVER, 2024), and three more for the news: DEATHS, DISASTER, ECONOMIC."""
Modality = Literal["actual", "planned", "possible", "demanded"]
Counted = Literal["killed", "wounded", "deployed", "arrested", "other"]


class Number(msgspec.Struct, frozen=True, kw_only=True):
    """How many. ``low`` and ``high`` are inclusive, None if the text leaves that side open."""

    what: Counted
    low: float | None
    high: float | None
    span: Span


class Event(msgspec.Struct, frozen=True, kw_only=True):
    """Who did what to whom, where and when, as one clause tells it (PLOVER 2.0).

    ``agents`` and ``patients`` are ids of actors, else the noun phrase in lower case of what is not an actor. ``place`` is the id
    of a place, else its name; ``time`` is an index into the reading's times. ``same_as`` is the id of the first event that
    tells of the same.
    """

    id: str
    code: EventCode
    trigger: Span
    span: Span
    mode: str | None = None
    agents: tuple[str, ...] = ()
    patients: tuple[str, ...] = ()
    place: str | None = None
    time: int | None = None
    numbers: tuple[Number, ...] = ()
    polarity: Polarity = "+"
    modality: Modality = "actual"
    holder: Holder = "author"
    same_as: str | None = None
