"""What a language pack says of countries and places, as typed records."""

from __future__ import annotations

import msgspec

Point = tuple[float, float]
"""Latitude and longitude in degrees (WGS 84)."""


class Country(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A country: ``code`` is ISO 3166-1 alpha-3, ISO 3166-3 for those that are no more; the first name is the usual one."""

    code: str
    point: Point
    names: tuple[str, ...]
    adjectives: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    capitals: tuple[str, ...] = ()
    """Capitals and other towns whose name is used for the government."""
    seats: tuple[str, ...] = ()
    """Buildings, streets and parliaments whose name is used for the state."""
    capital: str | None = None
    """The capital, where it is not the first of ``capitals``: *Brussel*, *Singapore*."""


class CountryNames(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How a language names countries. Every form stands as it is written."""

    country: tuple[Country, ...]
    articles: tuple[str, ...]
    styles: tuple[str, ...]
    """Republiek, Koninkrijk: before a name that they leave what it is."""
    genitives: tuple[str, ...]
    """Endings of a name, the longest first."""
    directions: tuple[str, ...]
    """Noord, Oost: joined to a name with a hyphen they make a part of the country."""
    prefixes: tuple[str, ...]
    """oud, anti: joined with a hyphen they leave the country what it is."""
    nothing: tuple[str, ...]
    """Names that look like those of a country or its part and stand for no single one."""


class Region(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A part of a country, an island or a water. ``country`` is None where it lies in several."""

    point: Point
    names: tuple[str, ...] = ()
    country: str | None = None
    adjectives: tuple[str, ...] = ()
    people: tuple[str, ...] = ()


class Inhabitants(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Adjectives and inhabitants of the towns of one country."""

    country: str
    adjectives: tuple[str, ...] = ()
    people: tuple[str, ...] = ()


class Regions(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Regions with adjectives and inhabitants, and places of which only the name is known."""

    region: tuple[Region, ...]
    place: tuple[Region, ...]


class WhereaboutsWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words by which a text says where, in lower case."""

    home: dict[str, float]
    """Country -> how much more readily a name is taken for a place there, in powers of ten of inhabitants."""
    compass: tuple[str, ...]
    """Before a name a part of it, the longest first: noordoost, zuid."""
    quarters: frozenset[str]
    """Behind a name a part of a town: centraal, oost."""
    areas: tuple[str, ...]
    """Joined behind a name an area there: gebied, kust."""
    sites: tuple[str, ...]
    """Streets, buildings and quarters: straat, museum."""
    parts: frozenset[str]
    """Before one of ``of`` a part of what follows: westen, binnenland."""
    outside: frozenset[str]
    """Before a part: what is told lies outside."""
    inside: tuple[str, ...]
    """Prepositions between a place and what holds it: in, bij."""
    country_nouns: frozenset[str]
    capital_nouns: frozenset[str]
    town_nouns: frozenset[str]
    region_nouns: frozenset[str]
    former: frozenset[str]
    """Before *hoofdstad*: what is not the capital."""


class TownWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the inhabitants of towns are called, one record per country."""

    town: tuple[Inhabitants, ...]
