"""What a name may stand for: every country, region and town of that name, each with how readily it is meant."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from math import log10
from typing import Literal

from wederhoor.languages.pack import LanguagePack
from wederhoor.languages.places import Point, WhereaboutsWords
from wederhoor.reading.names.lexicon import NameLexicon, name_lexicon, noun_type
from wederhoor.reading.places.countries import Countries, countries_of
from wederhoor.reading.places.gazetteer import Gazetteer, Town, gazetteer, key_of

Kind = Literal["country", "region", "town", "seat"]

COUNTRY_WEIGHT = 11.0
"""A country's name is that of the country, whatever towns there are of that name."""
REGION_WEIGHT = 5.5
"""A region weighs as a town of 300,000 inhabitants: a town's weight is log10 of these."""
WIDE = 3.0
"""More for what lies in several countries: seas, mountains, continents."""
SEAT_WEIGHT = 5.0
"""Of what stands for a government: *het Kremlin*."""
WELL_KNOWN = 3.0
"""More for a town that the language has a name of its own for."""
SHORTEST_IN_AREA = 3
"""Letters of a place that an area is named after are more than these."""
OTHER_NAME = -1.5
"""For a town of which the name is but another one."""


@dataclass(frozen=True, slots=True)
class PlaceCandidate:
    """A place that a name may mean. ``weight`` is the logarithm of a town's inhabitants, with what was added to it.

    ``sure``: known to the language or lying in one of its own countries, and so believed without a word of its country.
    """

    name: str
    country: str | None
    point: Point | None
    kind: Kind
    weight: float
    sure: bool = True


@dataclass(frozen=True, slots=True, eq=False)
class Atlas:
    """The places that one language has names for. ``listed`` and ``well_known`` go by the key of a name."""

    code: str
    words: WhereaboutsWords
    of: frozenset[str]
    countries: Countries
    towns: Gazetteer
    listed: dict[str, list[PlaceCandidate]]
    well_known: dict[str, list[tuple[str, str]]]
    """Key of a name -> country and name in GeoNames."""
    points: dict[str, Point]
    """Adjective of a region, as written -> its middle."""
    spelt: dict[str, str]
    """Key of a country's name -> the name: *Zuid Afrika* is Zuid-Afrika."""
    names: NameLexicon
    found: dict[str, tuple[PlaceCandidate, ...]] = field(default_factory=dict)

    def candidates(self, name: str) -> tuple[PlaceCandidate, ...]:
        """All places of that name, the most likely first; () where none is known."""
        if name not in self.found:
            if len(self.found) > 20_000:
                self.found.clear()
            self.found[name] = tuple(sorted(self._candidates(name), key=_lightest_last))
        return self.found[name]

    def namesakes(self, name: str) -> list[PlaceCandidate]:
        """Other places that are called in their own language as that one is: *Parijs* in Texas is Paris too."""
        known = self.well_known.get(key_of(name), [])
        return [
            self._town(town, name, well_known=False)
            for own in dict.fromkeys(own for _, own in known)
            for town in self.towns.towns(key_of(own))
        ]

    def country(self, code: str) -> PlaceCandidate:
        """A country by its code."""
        return PlaceCandidate(self.countries.usual[code], code, self.countries.points[code], "country", COUNTRY_WEIGHT)

    def capital(self, country: str) -> PlaceCandidate | None:
        """The capital of a country by its code; of a state that is no more where it lies today."""
        name = self.countries.capital_names.get(country)
        if name is None:
            return None
        towns = [c for c in self.candidates(name) if c.kind in ("town", "region")]
        here = [c for c in towns if c.country == country] or towns
        return replace(here[0], country=country) if here else None

    def parts(self, name: str) -> Iterator[str]:
        """Names inside a name that may tell where it lies, the best first.

        *Zuid-Wales* lies in Wales, *Rotterdam Centraal* in Rotterdam, *Station Groningen* in Groningen, *Huis van Gent* in Gent,
        *Alpengebied* in the Alpen.
        """
        low = name.lower()
        direction = next((prefix for prefix in self.words.compass if low.startswith(prefix)), "")
        rest = name[len(direction) :].lstrip(" -")
        if direction and rest[:1].isupper():
            yield rest
        yield from self._words_in(name.replace("-", " ").split())
        if "-" in name and " " not in name:
            yield name.partition("-")[0]
        for area in self.words.areas:
            if low.endswith(area) and len(low) > len(area) + SHORTEST_IN_AREA:
                yield name[: -len(area)].rstrip("-")

    def _words_in(self, words: Sequence[str]) -> Iterator[str]:
        """Of a name of several words those before a word like *Centraal*, and those behind *van* or a word like *Station*."""
        if len(words) < 2:
            return
        if words[-1].lower() in self.words.quarters:
            yield " ".join(words[:-1])
        last = max((number for number, word in enumerate(words[:-1]) if word.lower() in self.of), default=0)
        if last or noun_type(self.names, words[0].lower()) == "LOC":
            yield " ".join(words[last + 1 :])

    def bare(self, name: str) -> str:
        """A name without the ending of its genitive: *Amerika's*, *Ruslands*."""
        for ending in self.countries.names.genitives:
            bare = name.removesuffix(ending)
            unknown = bare != name and not self.candidates(name) and any(c.sure for c in self.candidates(bare)[:1])
            if unknown or (bare != name and self.countries.is_genitive(name, bare)):
                return bare
        return name

    def split(self, name: str) -> tuple[str, str]:
        """A name that says where the place lies, as the name and that: *Bergen in Noorwegen*, *Paris, Texas*."""
        for mark in (", ", " (", *(f" {word} " for word in self.words.inside)):
            head, found, tail = name.partition(mark)
            if found:
                return head, tail.rstrip(")")
        return name, ""

    def is_site(self, name: str) -> bool:
        """Whether a name says itself that it is a street, a building or the like: *Molenstraat*, *Hotel Zeezicht*."""
        words = name.lower().replace("-", " ").split()
        return bool(words) and (words[0] in self.words.sites or words[-1].endswith(self.words.sites))

    def _candidates(self, name: str) -> list[PlaceCandidate]:
        key = key_of(name)
        if key in self.words.quarters or name.endswith("-"):
            return []
        found = [*self._country(name), *self.listed.get(key, ())]
        known = self.well_known.get(key, [])
        found += [self._town(town, name, well_known=True) for town in self._well_known(known)]
        taken = {(c.country, c.point) for c in found}
        for town in self.towns.towns(key):
            if (town.country, (town.lat, town.lon)) not in taken:
                found.append(self._town(town, town.name, well_known=False, other=key_of(town.name) != key))
        return found

    def _country(self, name: str) -> Iterator[PlaceCandidate]:
        naming = self.countries.naming(name) or self.countries.naming(self.spelt.get(key_of(name), ""))
        if naming and naming.whole and "name" in naming.senses:
            yield self.country(naming.country)
        elif naming and "seat" in naming.senses:
            capital = self.capital(naming.country)
            yield PlaceCandidate(name, naming.country, capital.point if capital else None, "seat", SEAT_WEIGHT)

    def _well_known(self, known: list[tuple[str, str]]) -> Iterator[Town]:
        for country, own in known:
            same = [town for town in self.towns.towns(key_of(own)) if town.country == country]
            exact = [town for town in same if town.name == own]
            yield from (exact or same)[:1]

    def _town(self, town: Town, name: str, *, well_known: bool, other: bool = False) -> PlaceCandidate:
        home = self.words.home.get(town.country, 0.0)
        weight = log10(town.people + 10) + home + (WELL_KNOWN if well_known else 0.0) + (OTHER_NAME if other else 0.0)
        return PlaceCandidate(name, town.country, (town.lat, town.lon), "town", weight, well_known or home > 0)


@lru_cache(maxsize=8)
def atlas(pack: LanguagePack) -> Atlas:
    """The places by the names that the language of ``pack`` has for them; made when first asked for."""
    words = pack.whereabouts
    listed: dict[str, list[PlaceCandidate]] = {}
    points: dict[str, Point] = {}
    for region in pack.regions:
        weight = REGION_WEIGHT + (words.home.get(region.country, 0.0) if region.country else WIDE)
        for name in region.names:
            listed.setdefault(key_of(name), []).append(
                PlaceCandidate(name, region.country, region.point, "region", weight)
            )
        for adjective in region.adjectives:
            points.setdefault(adjective, region.point)
    known: dict[str, list[tuple[str, str]]] = {}
    for country, towns in pack.towns.items():
        for name, own in towns.items():
            known.setdefault(key_of(name), []).append((country, own))
    names = name_lexicon(pack)
    nations = countries_of(pack)
    spelt = {key_of(name): name for country in nations.names.country for name in country.names}
    return Atlas(pack.code, words, pack.closed.of, nations, gazetteer(), listed, known, points, spelt, names)


def _lightest_last(candidate: PlaceCandidate) -> tuple[float, str, str]:
    return -candidate.weight, candidate.name, candidate.country or ""
