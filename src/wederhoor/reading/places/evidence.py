"""Which countries a document speaks of, and which of them *het land* is."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass

from wederhoor.reading.places.atlas import Atlas, PlaceCandidate
from wederhoor.reading.places.countries import CountryNaming
from wederhoor.records.parse import Parse

NAMED = 2.0
"""For a place in a country that the document names, in powers of ten of inhabitants."""
SHARE = 1.5
"""More for the country that it names most."""
TOWN = 0.5
"""A town that can be only one tells of its country half as loudly as the country's name."""
PLAIN = 3.0
"""How far below it the towns of that name in other countries are, in powers of ten of inhabitants."""
NEAR = 150
"""Words back to where *het land* is looked for first."""
NAMING = {"PROPN", "NOUN", "ADJ", "X"}


@dataclass(frozen=True, slots=True)
class Evidence:
    """The countries of a document: how often each is named, and at which words, in text order."""

    counts: dict[str, float]
    total: float
    at: list[int]
    codes: list[str]

    def bonus(self, country: str | None) -> float:
        """What the document adds to a place in that country, 0 where it does not name it."""
        named = self.counts.get(country, 0.0) if country else 0.0
        return NAMED + SHARE * named / self.total if named else 0.0

    def country_at(self, word: int) -> str | None:
        """The country that is spoken of at a word: of those named shortly before it the one that the document names most.

        Where none is, the last that was named, else the first that will be.
        """
        last = bisect_left(self.at, word)
        near = self.codes[bisect_left(self.at, word - NEAR) : last]
        near = near or self.codes[max(0, last - 1) : last] or self.codes[last : last + 1]
        latest = {code: place for place, code in enumerate(near)}
        return max(latest, key=lambda code: (self.counts[code], latest[code]), default=None)


def evidence_of(p: Parse, atlas: Atlas, named: list[str]) -> Evidence:
    """Count the countries of a document; ``named`` are the names of its places."""
    at, codes = [], []
    for here, country in _namings(p, atlas):
        at.append(here)
        codes.append(country)
    counts: dict[str, float] = dict(Counter(codes))
    for name, times in Counter(named).items():
        found = atlas.candidates(name)
        if found and found[0].kind == "town" and found[0].sure and found[0].country and _is_plain(found):
            counts[found[0].country] = counts.get(found[0].country, 0.0) + TOWN * times
    return Evidence(counts, sum(counts.values()), at, codes)


def _is_plain(found: tuple[PlaceCandidate, ...]) -> bool:
    """Whether no town of that name in another country comes near the first."""
    return all(c.country == found[0].country or c.weight < found[0].weight - PLAIN for c in found)


def _namings(p: Parse, atlas: Atlas) -> list[tuple[int, str]]:
    """(word, country) wherever a country, its people or an adjective of it is named, in text order.

    A capital by itself is left out: it is counted with the towns, if it can be no other.
    """
    found: list[tuple[int, str]] = []
    whole = -1
    for here, written in enumerate(p.words):
        number = p.entity_of[here]
        if not written[0].isupper() or (number >= 0 and number == whole) or (number < 0 and p.upos[here] not in NAMING):
            continue
        naming = _entity_naming(p, atlas, number) if number >= 0 else None
        if naming:
            whole = number
        elif number < 0 or p.entities[number].type != "PER":
            naming = atlas.countries.naming(written)
        if naming and naming.senses != ("capital",):
            found.append((here, naming.country))
    return found


def _entity_naming(p: Parse, atlas: Atlas, number: int) -> CountryNaming | None:
    entity = p.entities[number]
    if entity.type in ("PER", "ORG"):
        return None
    return atlas.countries.naming(p.text[entity.span[0] : entity.span[1]])
