"""Where a document names places, and what stands beside each name that tells which place of that name is meant."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from wederhoor.reading.places.atlas import Atlas, PlaceCandidate
from wederhoor.reading.places.countries import CountryNaming
from wederhoor.records import EntityType
from wederhoor.records.parse import Parse
from wederhoor.syntax.clauses import children, has_child
from wederhoor.syntax.phrases import head_of

LONGEST_STEP = 4
"""Words between a place and what it is a part of or lies in."""
KNOWN = 8.0
"""The least weight of a place that is believed where the pipeline sees another thing."""
SHORTEST = 4
"""Letters of a country's name, the same."""
BETWEEN = {"DET", "ADJ", "NUM"}
CLOSING = {",", ".", ")", ":", ";"}
"""Behind a name that tells where the one before it lies (Parijs, Texas, ...)."""


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place named by the words ``first`` up to ``end``; ``name`` is its name, or that of the whole of which it is a part.

    ``hint`` is what the words beside it say of where it lies: *Bergen in Noorwegen*, *het Noorse Bergen*.
    """

    first: int
    end: int
    name: str
    hint: PlaceCandidate | None = None


@dataclass(frozen=True, slots=True)
class Taken:
    """A part of a place that is told by a noun: *het westen van het land*, *de Kazachse hoofdstad*.

    ``noun`` is the word that takes the place up, ``country`` what an adjective or *van Kenia* tells of it; ``closed`` where
    that is only a part of one, and nothing else is to be thought of.
    """

    first: int
    end: int
    noun: int
    country: str | None = None
    closed: bool = False


def named_places(p: Parse, atlas: Atlas) -> Iterator[PlaceMention]:
    """Every name of a place, in text order, with the part of it that is told before it."""
    ends = dict(_names(p, atlas))
    for first, end in ends.items():
        name = p.text[p.starts[first] : p.ends[end - 1]]
        yield PlaceMention(_part_before(p, atlas, first), end, name, _hint(p, atlas, ends, first, end))


def _names(p: Parse, atlas: Atlas) -> list[tuple[int, int]]:
    """The words of every LOC as (first, end), and of other names that are those of a country or, for a MISC, a known town."""
    found: list[tuple[int, int]] = []
    named: dict[int, bool] = {}
    for here, number in enumerate(p.entity_of):
        if number < 0:
            if p.upos[here] == "PROPN" and p.words[here][0].isupper() and _is_country(atlas, p.words[here]):
                found.append((here, here + 1))
            continue
        if number not in named:
            start, end = p.entities[number].span
            named[number] = p.entities[number].type == "LOC" or _is_place(
                atlas, p.text[start:end], p.entities[number].type
            )
        if not named[number]:
            continue
        if found and found[-1][1] == here and p.entity_of[here - 1] == number:
            found[-1] = found[-1][0], here + 1
        else:
            found.append((here, here + 1))
    return found


def _is_place(atlas: Atlas, name: str, kind: EntityType) -> bool:
    """Whether a name that is typed otherwise is that of a place: pipelines err."""
    if kind == "ORG":
        return False
    if kind == "MISC" and not atlas.countries.naming(name):
        found = atlas.candidates(name)
        return bool(found) and found[0].sure and found[0].weight >= KNOWN
    return _is_country(atlas, name)


def _is_country(atlas: Atlas, name: str) -> bool:
    """Whether a name is that of a country and of no people."""
    naming = atlas.countries.naming(name)
    return naming is not None and naming.whole and naming.senses == ("name",) and len(name) >= SHORTEST


def taken_up(p: Parse, atlas: Atlas) -> Iterator[Taken]:
    """Parts of places, and capitals, that a noun tells without a name."""
    words = atlas.words
    for here, low in enumerate(p.lower):
        if low in words.parts and here + 1 < len(p) and p.lower[here + 1] in atlas.of and _is_part(p, atlas, here):
            noun = _after(p, here + 2)
            if (
                noun is not None
                and p.entity_of[noun] < 0
                and _takes_up(atlas, p.lower[noun])
                and not _is_named(p, atlas, noun)
            ):
                naming, _ = adjective_before(p, atlas, noun)
                yield Taken(here, noun + 1, noun, naming.country if naming else None)
        elif low in words.capital_nouns and not _is_named(p, atlas, here):
            yield _capital(p, atlas, here)


def _capital(p: Parse, atlas: Atlas, noun: int) -> Taken:
    """*De hoofdstad*, *de Keniaanse hoofdstad*, *de hoofdstad van Kenia*; that of a province is none that is known."""
    naming, _ = adjective_before(p, atlas, noun)
    owner = _after(p, noun + 2) if noun + 1 < len(p) and p.lower[noun + 1] in atlas.of else None
    if naming is None and owner is not None:
        number = p.entity_of[owner]
        if number >= 0:
            start, end = p.entities[number].span
            naming = atlas.countries.naming(p.text[start:end])
        if naming is None and (number >= 0 or p.lower[owner] in atlas.words.region_nouns):
            return Taken(noun, noun + 1, noun, closed=True)
    return Taken(
        noun, noun + 1, noun, naming.country if naming else None, closed=naming is not None and not naming.whole
    )


def adjective_before(p: Parse, atlas: Atlas, word: int) -> tuple[CountryNaming | None, str]:
    """The country of the adjective before a noun or a name, and the adjective: *de Kazachse stad Almaty*."""
    for here in range(word - 1, max(word - LONGEST_STEP, p.sentences[p.sentence_of[word]][0]) - 1, -1):
        written = p.words[here]
        if written[0].isupper():
            naming = atlas.countries.naming(written)
            if naming and "adjective" in naming.senses:
                return naming, written
        if not (p.upos[here] == "ADJ" or (p.upos[here] == "NOUN" and _takes_up(atlas, p.lower[here]))):
            break
    return None, ""


def _takes_up(atlas: Atlas, noun: str) -> bool:
    words = atlas.words
    return any(
        noun in nouns for nouns in (words.country_nouns, words.town_nouns, words.region_nouns, words.capital_nouns)
    )


def _is_named(p: Parse, atlas: Atlas, noun: int) -> bool:
    """Whether a noun has its name beside it, or is not what it says.

    *De hoofdstad Astana*, *de hoofdstad is Astana*, *de voormalige hoofdstad*.
    """
    if noun > 0 and p.lower[noun - 1] in atlas.words.former:
        return True
    head = p.heads[noun] if p.deps[noun].startswith("nsubj") else noun
    named = (p.entity_of[word] for word in (head, noun + 1) if word < len(p))
    return any(number >= 0 and p.entities[number].type == "LOC" for number in named)


def _after(p: Parse, first: int) -> int | None:
    """The noun or name that a phrase comes to from ``first`` on, within its sentence."""
    if first >= len(p):
        return None
    last = min(first + LONGEST_STEP, p.sentences[p.sentence_of[first - 1]][1])
    return next((here for here in range(first, last) if p.upos[here] not in BETWEEN), None)


def _part_before(p: Parse, atlas: Atlas, first: int) -> int:
    """Where *(het) westen van (het oude) Kazachstan* begins, else ``first``."""
    here = first - 1
    while here > max(0, first - LONGEST_STEP) and p.lower[here] not in atlas.of:
        if not (p.upos[here] in BETWEEN or _takes_up(atlas, p.lower[here])):
            break
        here -= 1
    part = here - 1
    if here <= 0 or p.lower[here] not in atlas.of or not _is_part(p, atlas, part):
        return first
    return part if p.sentence_of[part] == p.sentence_of[first] else first


def _is_part(p: Parse, atlas: Atlas, word: int) -> bool:
    """Whether a word is a part of a place and no direction: *het westen van Parijs*, not *ten westen van Parijs*."""
    return p.lower[word] in atlas.words.parts and (word == 0 or p.lower[word - 1] not in atlas.words.outside)


def _hint(p: Parse, atlas: Atlas, ends: dict[int, int], first: int, end: int) -> PlaceCandidate | None:
    """What the words around a name say of where it lies."""
    naming, adjective = adjective_before(p, atlas, first)
    if naming is None:
        naming, adjective = _described(p, atlas, first, end)
    if naming:
        point = atlas.points.get(adjective)
        return PlaceCandidate(adjective, naming.country, point, "region" if point else "country", 0.0)
    holder = _holder(p, atlas, ends, end)
    if holder is None:
        return None
    name = p.text[p.starts[holder] : p.ends[ends[holder] - 1]]
    found = next(filter(None, map(atlas.candidates, (name, *atlas.parts(name)))), ())
    if not found or not found[0].country or (p.words[end] == "," and found[0].kind == "town"):
        return None
    return found[0]


def _described(p: Parse, atlas: Atlas, first: int, end: int) -> tuple[CountryNaming | None, str]:
    """The country in what a name is said to be: *Nazareth, een Belgische gemeente*, *Nazareth is een Belgische gemeente*."""
    head = head_of(p, first, end)
    nouns = children(p, head, "appos")
    if p.deps[head].startswith("nsubj") and has_child(p, p.heads[head], "cop"):
        nouns.append(p.heads[head])
    for noun in nouns:
        if noun >= end and _takes_up(atlas, p.lower[noun]):
            return adjective_before(p, atlas, noun)
    return None, ""


def _holder(p: Parse, atlas: Atlas, ends: dict[int, int], end: int) -> int | None:
    """The first word of the name of what holds the place whose name ends before ``end``."""
    if end + 1 >= len(p) or p.sentence_of[end + 1] != p.sentence_of[end - 1]:
        return None
    if p.lower[end] in atlas.words.inside:
        return _name_from(p, atlas, ends, end + 1)
    if end + 1 not in ends:
        return None
    closing = "".join(p.words[ends[end + 1] : ends[end + 1] + 1])
    if p.words[end] == "(":
        return end + 1 if closing == ")" else None
    listed = closing not in ("", *CLOSING) or p.words[end - 2 : end - 1] == [","]
    return end + 1 if p.words[end] == "," and not listed else None


def _name_from(p: Parse, atlas: Atlas, ends: dict[int, int], first: int) -> int | None:
    """The name that a phrase comes to from ``first`` on, a noun before it left out: *in [de Amerikaanse staat] Ohio*."""
    name = _after(p, first)
    if name is not None and name not in ends and _takes_up(atlas, p.lower[name]):
        name += 1
    return name if name in ends else None
