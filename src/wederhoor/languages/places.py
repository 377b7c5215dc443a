"""What a language pack says of countries and places, as typed records. Read when they are first asked for."""

from __future__ import annotations

from functools import cache

import msgspec

from wederhoor.languages.pack import read_table

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


class _Regions(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    region: tuple[Region, ...]


class _Towns(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    town: tuple[Inhabitants, ...]


@cache
def country_names(code: str) -> CountryNames:
    """The countries by the names that the language ``code`` has for them."""
    return read_table(code, "countries", CountryNames)


@cache
def regions(code: str) -> tuple[Region, ...]:
    return read_table(code, "regions", _Regions).region


@cache
def inhabitants(code: str) -> tuple[Inhabitants, ...]:
    return read_table(code, "inhabitants", _Towns).town
