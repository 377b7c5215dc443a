"""Parse -> places, and what *daar*, *de stad* and *het land* are."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace

from wederhoor.languages.pack import LanguagePack
from wederhoor.reading.places.atlas import Atlas, Kind, PlaceCandidate, atlas
from wederhoor.reading.places.choice import PlaceChoice, choose
from wederhoor.reading.places.evidence import Evidence, evidence_of
from wederhoor.reading.places.mentions import Taken, adjective_before, named_places, taken_up
from wederhoor.records import Place
from wederhoor.records.parse import Parse
from wederhoor.syntax.clauses import children

FAR = 200
"""Words back to the place that *daar* or *de stad* takes up."""
AROUND = 40
"""Words back to the town that a street or building lies in."""
Row = tuple[int, int, str, PlaceChoice]
"""First word, end word, name and what it stands for."""


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """The places of a document, with the words that each stands at and what each is; all lists run in text order."""

    p: Parse
    atlas: Atlas
    evidence: Evidence
    places: tuple[Place, ...]
    kinds: tuple[Kind | None, ...]
    firsts: list[int]
    ends: list[int]
    stated: dict[str, list[int]]
    """Country -> the numbers of the places that name it."""

    def at(self, word: int) -> Place | None:
        """The place that a word names or takes up (*daar*, *de stad*, *het land*), None where it is no place.

        What it takes up is the last place of that kind before it; *het land* is the country that the text speaks of there.
        """
        number = bisect_right(self.firsts, word) - 1
        if number >= 0 and word < self.ends[number]:
            return self.places[number]
        low, words = self.p.lower[word], self.atlas.words
        if low in words.there:
            return None if self._is_pronoun(word) else self.before(word)
        if number + 1 < len(self.places) and self.firsts[number + 1] == word + 1 and self._is_noun(low):
            return self.places[number + 1]
        if low in words.town_nouns:
            return self.before(word, ("town",))
        if low in words.country_nouns:
            return self._country(word)
        return self.before(word, ("region",)) if low in words.region_nouns else None

    def before(self, word: int, kinds: tuple[Kind | None, ...] = ("town", "country", "region", "seat")) -> Place | None:
        """The last place of one of these kinds that is named before a word, some ten sentences back at most."""
        for number in range(bisect_left(self.firsts, word) - 1, -1, -1):
            if self.firsts[number] < word - FAR:
                break
            if self.kinds[number] in kinds:
                return self.places[number]
        return None

    def within(self, first: int, end: int) -> tuple[Place, ...]:
        """The places that are named from word ``first`` up to ``end``."""
        return self.places[bisect_left(self.firsts, first) : bisect_left(self.firsts, end)]

    def _is_pronoun(self, word: int) -> bool:
        """Whether *daar* is the thing of a preposition elsewhere: *daar weet ik niets van*."""
        return any(child > word for child in children(self.p, word, "case"))

    def _is_noun(self, low: str) -> bool:
        words = self.atlas.words
        return low in words.town_nouns or low in words.country_nouns or low in words.region_nouns

    def _country(self, word: int) -> Place | None:
        """The last mention of the country that is spoken of at a word, or that an adjective before it names."""
        naming, _ = adjective_before(self.p, self.atlas, word)
        numbers = self.stated.get(naming.country if naming else self.evidence.country_at(word) or "", [])
        last = bisect_left(numbers, bisect_left(self.firsts, word))
        return self.places[numbers[last - 1]] if last else None


def find_places(p: Parse, pack: LanguagePack) -> tuple[Place, ...]:
    """The places that a text names, in text order; a name that stands twice is two.

    A country's point is its middle, a seat's (*het Kremlin*) its capital's; a part of a place (*het westen van het land*,
    *Oost-Oekraïne*) and a thing that is only told to lie in a place (*het stadhuis van Gent*) have the point of the whole.
    What is not known has no country and no point.
    """
    return find_whereabouts(p, pack).places


def find_whereabouts(p: Parse, pack: LanguagePack) -> Whereabouts:
    """The places of a text, and what words like *daar* mean in it."""
    maps = atlas(pack)
    mentions = [(mention, maps.bare(mention.name)) for mention in named_places(p, maps)]
    evidence = evidence_of(p, maps, [name for _, name in mentions])
    found: list[Row] = []
    known: dict[tuple[str, PlaceCandidate | None], PlaceChoice] = {}
    for mention, name in mentions:
        key = name, mention.hint
        if key not in known:
            known[key] = choose(maps, name, evidence, mention.hint)
        found.append((mention.first, mention.end, name, known[key]))
    found = [_sited(maps, p, found, number) for number in range(len(found))]
    found = sorted(found + _unnamed(maps, p, evidence, found), key=_first)
    kinds = tuple(choice.place.kind if choice.place else None for _, _, _, choice in found)
    stated: dict[str, list[int]] = {}
    for number, (_, _, _, choice) in enumerate(found):
        if choice.place and choice.place.kind == "country" and choice.place.country:
            stated.setdefault(choice.place.country, []).append(number)
    return Whereabouts(
        p=p,
        atlas=maps,
        evidence=evidence,
        places=tuple(_place(p, number, row) for number, row in enumerate(found, 1)),
        kinds=kinds,
        firsts=[row[0] for row in found],
        ends=[row[1] for row in found],
        stated=stated,
    )


def _unnamed(maps: Atlas, p: Parse, evidence: Evidence, found: list[Row]) -> list[Row]:
    """The places that nouns take up and no name of ``found`` covers."""
    covered, made = [(first, end) for first, end, _, _ in found], []
    for taken in taken_up(p, maps):
        number = bisect_right(covered, (taken.first, len(p))) - 1
        if (number < 0 or covered[number][1] <= taken.first) and (row := _taken(maps, p, evidence, taken, found)):
            made.append(row)
    return made


def _sited(maps: Atlas, p: Parse, found: list[Row], number: int) -> Row:
    """A street or building without a place of its own lies in the town named last before it, else next in its sentence."""
    first, end, name, choice = found[number]
    if choice.place or not maps.is_site(name):
        return found[number]
    around = []
    for other in range(number - 1, -1, -1):
        if found[other][0] < first - AROUND:
            break
        around.append(found[other])
    if number + 1 < len(found) and p.sentence_of[found[number + 1][0]] == p.sentence_of[first]:
        around.append(found[number + 1])
    towns = (row[3].place for row in around)
    town = next((town for town in towns if town and town.kind == "town" and town.sure), None)
    return (
        (first, end, name, PlaceChoice(replace(town, kind="region"), choice.others, within=True))
        if town
        else found[number]
    )


def _taken(maps: Atlas, p: Parse, evidence: Evidence, taken: Taken, found: list[Row]) -> Row | None:
    """The place that a noun takes up; ``found`` has those with a name, in text order."""
    low, words = p.lower[taken.noun], maps.words
    place: PlaceCandidate | None = None
    if low in words.capital_nouns or low in words.country_nouns:
        code = None if taken.closed else taken.country or evidence.country_at(taken.noun)
        if code:
            place = maps.capital(code) if low in words.capital_nouns else maps.country(code)
    else:
        kind = "town" if low in words.town_nouns else "region"
        for number in range(bisect_left(found, taken.first, key=_first) - 1, -1, -1):
            first, _, name, choice = found[number]
            if first < taken.first - FAR:
                break
            if choice.place and choice.place.kind == kind:
                return taken.first, taken.end, name, choice
    return (taken.first, taken.end, place.name, PlaceChoice(place)) if place else None


def _first(row: Row) -> int:
    return row[0]


def _place(p: Parse, number: int, row: Row) -> Place:
    first, end, name, choice = row
    place = choice.place
    point = place.point if place else None
    own = f"{place.name}, {place.country}" if place else ""
    others = [f"{other.name}, {other.country}" for other in choice.others if other.country]
    return Place(
        id=f"L{number}",
        span=p.span(first, end),
        name=name,
        country=place.country if place else None,
        lat=point[0] if point else None,
        lon=point[1] if point else None,
        alternatives=tuple(dict.fromkeys(other for other in others if other != own)),
    )
