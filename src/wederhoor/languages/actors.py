"""What a language pack says of actors, as typed records."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

import msgspec

from wederhoor.languages.bodies import Body
from wederhoor.records import ActorKind, Sector


class ActorWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Nouns and pronouns for actors: the keys of ``actors.toml``, where each is explained."""

    home: str
    """ISO 3166-1 alpha-3, empty where the language has no one country."""
    told: dict[str, frozenset[str]]
    agencies: frozenset[str]
    also_told: frozenset[str]
    foreign_offices: frozenset[str]
    sovereign: frozenset[str]
    national_endings: tuple[str, ...]
    everywhere: frozenset[str]
    bodies: frozenset[str]
    single: frozenset[str]
    states: frozenset[str]
    towns: frozenset[str]
    general: frozenset[str]
    kin: frozenset[str]
    families: frozenset[str]
    spokesmen: frozenset[str]
    voices: tuple[str, ...]
    sole: frozenset[str]
    possessives: frozenset[str]
    crowds: frozenset[str]
    anybody: frozenset[str]
    certain: frozenset[str]
    vague: frozenset[str]
    selves: frozenset[str]
    polite: frozenset[str]
    whose: frozenset[str]
    both: frozenset[str]
    resumed: frozenset[Sector]
    offices: frozenset[str]
    wholes: frozenset[str]
    clubs: frozenset[str]
    firms: frozenset[str]
    genitives: tuple[str, ...]
    inhabitants: tuple[str, ...]
    plurals: tuple[str, ...]
    wills: frozenset[str]
    still: frozenset[str]
    against: frozenset[str]
    facing: frozenset[str]
    of: frozenset[str]
    deeds: frozenset[str]
    sectors: dict[Sector, frozenset[str]]


class KnownActors(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """People and bodies of one country and sector; ``country`` is "" for bodies of no single state."""

    country: str
    sector: Sector | None = None
    people: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()


class KnownTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The keys of ``known.toml``. ``alias`` has names of one body each, the usual one first."""

    known: tuple[KnownActors, ...]
    alias: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Renown:
    """What everybody knows of a name."""

    country: str | None
    sector: Sector | None


@dataclass(frozen=True, slots=True, eq=False)
class ActorLexicon:
    """The words for actors of one language, with what is known of names."""

    words: ActorWords
    sector_of: dict[str, Sector]
    """Noun -> sector."""
    people: dict[str, Renown]
    organisations: dict[str, Renown]
    alias: dict[str, str]
    """Name -> the usual name of the same body."""

    def renown(self, name: str, kind: ActorKind) -> Renown | None:
        """What is known of a person or a body of that name."""
        known = self.people if kind == "person" else self.organisations
        return known.get(name) or known.get(_plain(name))


def _plain(name: str) -> str:
    """A name without accents."""
    if name.isascii():
        return name
    return "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c))


def index_actors(words: ActorWords, table: KnownTable, bodies: Sequence[Body] = ()) -> ActorLexicon:
    """Names with and without accents; a name or noun that stands in two rows is what the first says.

    ``bodies`` are those that all languages share, over which the table wins.
    """
    people: dict[str, Renown] = {}
    organisations: dict[str, Renown] = {}
    for row in table.known:
        renown = Renown(row.country or None, row.sector)
        _note(people, row.people, renown)
        _note(organisations, row.organisations, renown)
    for body in bodies:
        _note(organisations, body.names, Renown(body.country or None, body.sector))
    sector_of: dict[str, Sector] = {}
    for sector, nouns in words.sectors.items():
        for noun in nouns:
            sector_of.setdefault(noun, sector)
    alias: dict[str, str] = {}
    for names in (*table.alias, *(body.names for body in bodies)):
        usual = next((alias[name] for name in names if name in alias), names[0])
        for name in names:
            alias.setdefault(name, usual)
    return ActorLexicon(words, sector_of, people, organisations, alias)


def _note(found: dict[str, Renown], names: Sequence[str], renown: Renown) -> None:
    for name in names:
        found.setdefault(name, renown)
        found.setdefault(_plain(name), renown)
