"""Text -> places."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import replace

from wederhoor.reading.places.atlas import Atlas, PlaceCandidate, atlas
from wederhoor.reading.places.choice import PlaceChoice, choose
from wederhoor.reading.places.evidence import Evidence, evidence_of
from wederhoor.reading.places.mentions import Taken, named_places, taken_up
from wederhoor.reading.text import Text
from wederhoor.records import Place
from wederhoor.records.parse import Parse

FAR = 200
"""Words back to the place that *de stad* refers to."""
AROUND = 40
"""Words back to the town that a street or building lies in."""
Row = tuple[int, int, str, PlaceChoice]
"""First word, end word, name and what it stands for."""


def find_places(text: Text) -> tuple[Place, ...]:
    """The places that a text names, in text order; a name that stands twice is two.

    A country's point is its middle, a seat's (*het Kremlin*) its capital's; a part of a place (*het westen van het land*,
    *Oost-Oekraïne*) and a thing that is only told to lie in a place (*het stadhuis van Gent*) have the point of the whole.
    What is not known has no country and no point.
    """
    p, maps = text.parse, atlas(text.pack)
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
    return tuple(_place(p, number, row) for number, row in enumerate(found, 1))


def _unnamed(maps: Atlas, p: Parse, evidence: Evidence, found: list[Row]) -> list[Row]:
    """The places that nouns refer back to and no name of ``found`` covers."""
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
    """The place that a noun refers back to; ``found`` has those with a name, in text order."""
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
