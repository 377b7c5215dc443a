"""Which country a word stands for: *Kazachstan*, *Kazachse*, *Kazachen*, *Astana* and *de Kazakken* are all KAZ."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal

from wederhoor.languages.pack import LanguagePack
from wederhoor.languages.places import CountryNames, Point

Sense = Literal["name", "adjective", "people", "capital", "seat"]
SHORTEST_REGION = 5
"""Letters of a region's name that tells of a country by itself; many a shorter one is a word or a given name too."""
SHORTEST_CAPITALS = 4
"""Letters of a word in capitals that is read as if it were not; shorter ones are abbreviations."""


@dataclass(frozen=True, slots=True)
class CountryNaming:
    """What a word has to do with a country. ``whole``: with all of it, not with a region or a town of it."""

    country: str
    senses: tuple[Sense, ...]
    whole: bool = True


@dataclass(frozen=True, slots=True, eq=False)
class Countries:
    """The words of one language for countries."""

    names: CountryNames
    namings: dict[str, CountryNaming | None]
    """By form without accents; None for what stands for no single country."""
    capitals: dict[str, str]
    """Form in capitals -> form."""
    usual: dict[str, str]
    """Code -> the usual name."""
    points: dict[str, Point]
    """Code -> the middle of the country."""
    capital_names: dict[str, str]
    """Code -> the name of the capital."""
    found: dict[str, CountryNaming | None] = field(default_factory=dict)

    def of(self, words: str) -> str | None:
        """The ISO 3166-1 alpha-3 code of the one country that ``words`` stand for, in any sense and with its parts."""
        naming = self.naming(words)
        return naming.country if naming else None

    def naming(self, words: str) -> CountryNaming | None:
        """The country and the senses of ``words``: *Moskou* is RUS as a capital, *Polen* is POL as a name and as people.

        Case counts (*turks* is nothing), accents don't. None for what stands for several (*Frans-Duits*) or for none.
        """
        if words not in self.found:
            if len(self.found) > 50_000:
                self.found.clear()
            self.found[words] = self._naming(_folded(words))
        return self.found[words]

    def is_genitive(self, words: str, bare: str) -> bool:
        """Whether ``words`` are no name by themselves but the genitive of the country ``bare``: *Frankrijks*."""
        naming = self.namings.get(_folded(bare))
        return naming is not None and "name" in naming.senses and _folded(words) not in self.namings

    def each(self, words: str) -> tuple[str, ...]:
        """All countries that ``words`` stand for, in their order: *Frans-Duitse* is FRA and DEU."""
        one = self.of(words)
        if one:
            return (one,)
        parts = words.split("-")
        codes = [self.of(part) for part in parts] if len(parts) > 1 and _folded(words) not in self.namings else []
        return tuple(dict.fromkeys(code for code in codes if code)) if all(codes) else ()

    def senses(self, words: str) -> tuple[Sense, ...]:
        """The senses in which ``words`` stand for a country, () where they stand for none."""
        naming = self.naming(words)
        return naming.senses if naming else ()

    def is_state(self, words: str) -> bool:
        """Whether ``words`` can stand for a state that acts: its name, its capital or seat, and not a mere part of it."""
        naming = self.naming(words)
        return naming is not None and naming.whole and bool({"name", "capital", "seat"} & set(naming.senses))

    def _naming(self, words: str) -> CountryNaming | None:
        words = _without(words, self.names.articles)
        for form in (words, self.capitals.get(words, "") if len(words) >= SHORTEST_CAPITALS else ""):
            if form in self.namings:
                return self.namings[form]
        return self._genitive(words) or self._joined(words) or self._styled(words)

    def _genitive(self, words: str) -> CountryNaming | None:
        """*Frankrijks*, *Amerika's*."""
        for ending in self.names.genitives:
            if words.endswith(ending):
                naming = self.namings.get(words[: -len(ending)])
                if naming and "name" in naming.senses:
                    return naming
        return None

    def _joined(self, words: str) -> CountryNaming | None:
        """*Oost-Oekraïne*, *oud-Nederlander*, *Engels-Britse*."""
        first, hyphen, rest = words.partition("-")
        naming = self._naming(rest) if hyphen else None
        if naming is None:
            return None
        if first in self.names.prefixes:
            return naming
        if first in self.names.directions:
            return CountryNaming(naming.country, naming.senses, whole=False)
        other = self.namings.get(first)
        return naming if other and other.country == naming.country else None

    def _styled(self, words: str) -> CountryNaming | None:
        """*Republiek Kenia*."""
        bare = _without(words, self.names.styles)
        naming = self.namings.get(bare) if bare != words else None
        return naming if naming and "name" in naming.senses else None


@lru_cache(maxsize=8)
def countries_of(pack: LanguagePack) -> Countries:
    """What the language of ``pack`` calls the countries; made once."""
    names = pack.countries
    namings: dict[str, CountryNaming | None] = {_folded(words): None for words in names.nothing}
    for form, naming in _all_forms(pack):
        key = _folded(form)
        known = namings.setdefault(key, naming)
        if known and known.country == naming.country and known.whole == naming.whole:
            senses = tuple(dict.fromkeys((*known.senses, *naming.senses)))
            namings[key] = CountryNaming(naming.country, senses, naming.whole)
    return Countries(
        names=names,
        namings=namings,
        capitals={form.upper(): form for form in reversed(namings)},
        usual={country.code: country.names[0] for country in names.country},
        points={country.code: country.point for country in names.country},
        capital_names={
            country.code: name
            for country in names.country
            if (name := country.capital or next(iter(country.capitals), None))
        },
    )


def _all_forms(pack: LanguagePack) -> Iterator[tuple[str, CountryNaming]]:
    """Every form with what it stands for, those of countries first: a form of two countries is the first one's."""
    for country in pack.countries.country:
        yield from _forms(country.names, CountryNaming(country.code, ("name",)))
        yield from _forms(country.adjectives, CountryNaming(country.code, ("adjective",)))
        yield from _forms(country.people, CountryNaming(country.code, ("people",)))
        yield from _forms(country.capitals, CountryNaming(country.code, ("capital",)))
        yield from _forms(country.seats, CountryNaming(country.code, ("seat",)))
    for region in pack.regions:
        if region.country:
            telling = (name for name in region.names if len(name) >= SHORTEST_REGION)
            yield from _forms(telling, CountryNaming(region.country, ("name",), whole=False))
            yield from _forms(region.adjectives, CountryNaming(region.country, ("adjective",), whole=False))
            yield from _forms(region.people, CountryNaming(region.country, ("people",), whole=False))
    for town in pack.inhabitants:
        yield from _forms(town.adjectives, CountryNaming(town.country, ("adjective",), whole=False))
        yield from _forms(town.people, CountryNaming(town.country, ("people",), whole=False))


def _forms(forms: Iterable[str], naming: CountryNaming) -> Iterator[tuple[str, CountryNaming]]:
    for form in forms:
        yield form, naming


def _folded(words: str) -> str:
    """Without accents, with the straight apostrophe, single blanks."""
    plain = words.strip()
    if plain.isascii():
        return plain
    decomposed = unicodedata.normalize("NFD", plain.replace("’", "'").replace("\u00a0", " "))
    return "".join(sign for sign in decomposed if not unicodedata.combining(sign))


def _without(words: str, openings: Iterable[str]) -> str:
    """``words`` without the first of ``openings`` that they begin with."""
    for opening in openings:
        if words.startswith(opening + " "):
            return words[len(opening) + 1 :]
    return words
