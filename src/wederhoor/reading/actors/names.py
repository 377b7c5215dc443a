"""Which names of a document are names of one: spelling variants, short and long forms, genitives, known aliases."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from wederhoor.languages.actors import ActorLexicon
from wederhoor.reading.actors.firms import same_firms, same_initials
from wederhoor.reading.actors.titles import Titles
from wederhoor.reading.cast import WORD
from wederhoor.reading.places.countries import Countries, countries_of
from wederhoor.reading.text import Text
from wederhoor.records import Entity, EntityType

CLUBS = 2
"""Clubs in a text, at least, for the name of a town to be its club's too."""
MOST_KEPT = 50_000
"""Names of which the folded form is kept once it was found."""
SHORTEST_SLIP = 7
"""Letters of a name in which one wrong letter is taken for a slip of the pen."""
SHORTEST_PART = 4
"""Letters of a short form that the end of a longer name must have, at least."""


@dataclass(slots=True)
class _Union:
    """Names that mean the same, each with the one that stands for all."""

    counts: Counter[str]
    above: dict[str, str] = field(default_factory=dict)

    def find(self, name: str) -> str:
        while (up := self.above.get(name)) is not None:
            name = up
        return name

    def join(self, name: str, other: str) -> None:
        """Let ``other`` stand for ``name``."""
        name, other = self.find(name), self.find(other)
        if name != other:
            self.above[name] = other
            self.counts[other] += self.counts[name]

    def join_by_use(self, name: str, other: str) -> None:
        """Let the one that is used more stand for both, of equals the first."""
        name, other = self.find(name), self.find(other)
        if self.counts[name] > self.counts[other]:
            name, other = other, name
        self.join(name, other)


def join_names(text: Text, titles: Titles, classes: Sequence[EntityType], lexicon: ActorLexicon) -> list[str]:
    """Of every entity the name that stands for all names of the same; ``classes`` has their types."""
    p = text.parse
    written = [p.text[slice(*e.span)] for e in p.entities]
    keys = _clubs_of_towns(text, _apart(text, written, titles), titles, classes, lexicon)
    groups = ["ORG" if kind == "MISC" else kind for kind in classes]
    by_group: dict[str, Counter[str]] = {}
    for key, group in zip(keys, groups, strict=True):
        by_group.setdefault(group, Counter())[key] += 1
    unions = {group: _union(text, group, counts, lexicon) for group, counts in by_group.items()}
    return [unions[group].find(key) for key, group in zip(keys, groups, strict=True)]


def classes_of(text: Text, titles: Titles, lexicon: ActorLexicon) -> list[EntityType]:
    """Of every entity its type, that of known bodies, of clubs and of people behind a role put right."""
    pairs = list(zip(text.cast.names, text.parse.entities, strict=True))
    ends = {name.rpartition(" ")[2] for name, e in pairs if e.type == "ORG" and " " in name}
    sport = _is_of_sport(pairs, lexicon)
    found: list[EntityType] = []
    for number, (name, entity) in enumerate(pairs):
        body = _is_known_body(name, lexicon)
        if entity.type == "LOC" and name in text.pack.names.places:
            body = sport and _is_club(name, lexicon) and not _in_place(text, titles.starts[number])
        elif entity.type == "LOC":
            body = body or name in ends
        found.append("PER" if number in titles.people else "ORG" if body else entity.type)
    return found


def _is_of_sport(pairs: Iterable[tuple[str, Entity]], lexicon: ActorLexicon) -> bool:
    """Whether a text has so many clubs that the name of a town may be its club's."""
    return len({name for name, e in pairs if e.type == "ORG" and _is_club(name, lexicon)}) >= CLUBS


def _is_known_body(name: str, lexicon: ActorLexicon) -> bool:
    """*FC Utrecht*, *Rabobank*."""
    first, _, rest = name.partition(" ")
    return (bool(rest) and first in lexicon.words.clubs) or (
        name in lexicon.organisations and name not in lexicon.people
    )


def _is_club(name: str, lexicon: ActorLexicon) -> bool:
    renown = lexicon.organisations.get(name)
    return renown is not None and renown.sector == "SPT"


def _in_place(text: Text, word: int) -> bool:
    """Whether a name stands behind a preposition of place."""
    return word > 0 and text.parse.lower[word - 1] in text.pack.names.place_prepositions


def _apart(text: Text, written: Sequence[str], titles: Titles) -> list[str]:
    """The cast's names, but *minister Korthals* is not *Korthals Altes*: a role goes before a family name."""
    names = text.pack.names
    keys = list(text.cast.names)
    others = {
        written[i]
        for i in titles.heads
        if keys[i] != written[i]
        and keys[i].startswith(written[i] + " ")
        and text.parse.entities[i].type == "PER"
        and written[i] not in names.given_men | names.given_women
    }
    return [own if own in others else key for own, key in zip(written, keys, strict=True)]


def _clubs_of_towns(
    text: Text, keys: Sequence[str], titles: Titles, classes: Sequence[EntityType], lexicon: ActorLexicon
) -> list[str]:
    """The names, but *IJsclub Terwolde* is not the town *Terwolde*: a body that has its name from a town keeps its noun."""
    p = text.parse
    towns = {key for key, kind in zip(keys, classes, strict=True) if kind == "LOC"} | text.pack.names.places
    found = list(keys)
    for number, head in titles.heads.items():
        noun = p.lemmas[head].lower()
        if classes[number] == "ORG" and keys[number] in towns and noun.endswith(tuple(lexicon.words.general)):
            found[number] = f"{p.words[head]} {keys[number]}"
    return found


def _union(text: Text, kind: str, counts: Counter[str], lexicon: ActorLexicon) -> _Union:
    union, names = _Union(Counter(counts)), list(counts)
    if kind == "LOC":
        _join_countries(union, names, countries_of(text.pack))
        _join_parts(union, [n for n in names if n not in text.pack.names.places], text)
        return union
    _join_spellings(union, names)
    _join_slips(union, names)
    _join_genitives(union, names, lexicon.words.genitives)
    if kind == "ORG":
        _join_aliases(union, names, lexicon)
        for short, long in (
            *same_firms(names, text.pack),
            *same_initials(names, text.pack.names.organisations, lexicon.alias),
        ):
            union.join(short, long)
        _join_parts(union, names, text)
    return union


@lru_cache(maxsize=MOST_KEPT)
def folded(name: str) -> str:
    """A name without accents, capitals and signs."""
    plain = "".join(c for c in unicodedata.normalize("NFD", name.casefold()) if not unicodedata.combining(c))
    return "".join(WORD.findall(plain))


def _join_spellings(union: _Union, names: Sequence[str]) -> None:
    first: dict[str, str] = {}
    for name in names:
        other = first.setdefault(folded(name), name)
        if other != name:
            union.join_by_use(name, other)


def _join_slips(union: _Union, names: Sequence[str]) -> None:
    """One letter too many, too few or wrong in a name that is used once, where the other is used more."""
    near: dict[str, list[str]] = {}
    for name in names:
        if len(name) < SHORTEST_SLIP or any(c.isdigit() for c in name):
            continue
        forms = {name, *(name[:i] + name[i + 1 :] for i in range(1, len(name)))}
        for form in sorted(forms):
            for other in near.get(form, ()):
                few, many = sorted((union.counts[name], union.counts[other]))
                if few == 1 and many > 1 and len(name.split()) == len(other.split()):
                    union.join_by_use(name, other)
            near.setdefault(form, []).append(name)


def _join_genitives(union: _Union, names: Sequence[str], endings: Sequence[str]) -> None:
    """*Obama's*, *Tommies*; also where the name without its ending is the family name of one."""
    there = {name: name for name in names}
    for name in names:
        last = name.rpartition(" ")[2]
        there[last] = name if there.get(last, name) == name or last == name else ""
    for name in names:
        for ending in endings:
            bare = name.removesuffix(ending)
            if bare != name and there.get(bare) and len(bare) >= SHORTEST_PART:
                union.join(name, there[bare])
                break


def _join_aliases(union: _Union, names: Sequence[str], lexicon: ActorLexicon) -> None:
    first: dict[str, str] = {}
    for name in names:
        usual = lexicon.alias.get(name)
        if usual is None:
            continue
        other = first.setdefault(usual, name)
        if other != name:
            short, long = sorted((name, other), key=lambda n: (len(n.split()), len(n)))
            union.join(short, long)
            first[usual] = long


def _join_countries(union: _Union, names: Sequence[str], known: Countries) -> None:
    """*de VS*, *Amerika*, *de Verenigde Staten*: the longest that is used stands for all."""
    longest: dict[str, str] = {}
    for name in sorted(names, key=lambda n: -len(n)):
        naming = known.naming(name)
        if naming and naming.whole and "name" in naming.senses:
            other = longest.setdefault(naming.country, name)
            if other != name:
                union.join(name, other)


def _join_parts(union: _Union, names: Sequence[str], text: Text) -> None:
    """*Astronauts* for *Ricoh Astronauts*: the end of one longer name, and of no other."""
    longer: dict[str, set[str]] = {}
    for name in names:
        words = name.split(" ")
        for first in range(1, min(len(words), 5)):
            longer.setdefault(" ".join(words[first:]), set()).add(union.find(name))
    small = text.pack.names.organisation_nouns
    for name in names:
        wholes = longer.get(name, set()) - {union.find(name)}
        if len(wholes) == 1 and len(name) >= SHORTEST_PART and name.rpartition(" ")[2].lower() not in small:
            union.join(name, wholes.pop())
