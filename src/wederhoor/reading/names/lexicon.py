"""The name lists and typed nouns of a language, indexed the way the reader of names asks for them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from wederhoor.languages.bodies import bodies_in
from wederhoor.languages.hooks import Hooks
from wederhoor.languages.lexicon import Names, People
from wederhoor.languages.pack import LanguagePack
from wederhoor.languages.reporting import ReportingVerb
from wederhoor.records import EntityType
from wederhoor.syntax.compounds import head_in, last_part

"""Letters of the last part by which a compound is known."""
TYPES: tuple[EntityType, ...] = ("PER", "ORG", "LOC", "MISC")


@dataclass(frozen=True, slots=True, eq=False)
class NameLexicon:
    """``types`` has names as written, ``folded`` in lower case; ``longest`` the most words of a name by its first one."""

    names: Names
    people: People
    hooks: Hooks
    given: frozenset[str]
    types: dict[str, EntityType]
    folded: dict[str, EntityType]
    longest: dict[str, int]
    longest_folded: dict[str, int]
    nouns: dict[str, EntityType]
    tails: dict[str, EntityType]
    """Last words of names of several words, in lower case, with what such a name is."""
    longest_role: int
    """Words of the longest role that is written with capitals."""
    purposes: frozenset[str]
    """Prepositions behind which stands what a body is for: *voor*, but not *van*, behind which its owner may stand too."""
    pronouns: frozenset[str]
    reporting: frozenset[str]
    """Lemmas of the verbs that report what somebody says: their subject is somebody."""
    speaking: frozenset[str]
    """Those of them that are of somebody who speaks: *zegt dat*, *“...”, zegt X*."""
    acting: frozenset[str]
    """The same with those of acts: their subject is somebody more often than not."""
    things: frozenset[str]
    """Nouns that are no name, in lower case: of what happens, of what rises and falls, of what is said."""
    thing_endings: tuple[str, ...]
    """By these a noun is known that no list has."""

    def type_of(self, name: str, *, capitals: bool = False) -> EntityType | None:
        """The type of a name in the lists; ``capitals`` where it stands in capitals and says nothing about its own."""
        return self.types.get(name) or (self.folded.get(name.lower()) if capitals else None)

    def is_given(self, word: str) -> bool:
        """Whether a word is a given name, also one of two parts (Gert-Jan), or an initial."""
        if word in self.given:
            return True
        if word[-1] == ".":
            return _is_initial(word) and word.lower() not in self.people.titles
        parts = (word.title() if word.isupper() else word).split("-")
        return all(part in self.given for part in parts)


def _well_known(pack: LanguagePack) -> list[str]:
    """The names of the bodies that all languages share; *ministerie van Financiën* is a noun with a name."""
    return [name for body in bodies_in(pack.code) for name in body.names if name[:1].isupper()]


@lru_cache(maxsize=8)
def name_lexicon(pack: LanguagePack) -> NameLexicon:
    """The lists of a pack, indexed once."""
    names, people, closed = pack.names, pack.people, pack.closed
    lists: tuple[tuple[EntityType, Iterable[str]], ...] = (
        ("ORG", _well_known(pack)),
        ("PER", names.people),
        ("MISC", names.works),
        ("ORG", names.organisations),
        ("LOC", names.places),
        ("MISC", names.demonyms),
    )
    types: dict[str, EntityType] = {}
    longest: dict[str, int] = {}
    for kind, members in lists:
        for written in members:
            first, _, rest = written.partition(" ")
            article = rest and kind != "PER" and first.islower() and first in people.name_particles
            name = rest if article and first[0].isalpha() else written
            types[name] = kind
            words = name.replace("-", " - ").split()
            if len(words) > 1:
                longest[words[0]] = max(longest.get(words[0], 0), len(words))
    nouns: dict[str, EntityType] = {}
    kinds: tuple[tuple[EntityType, Iterable[str]], ...] = (
        ("PER", people.persons),
        ("ORG", people.organisations),
        ("MISC", names.work_nouns),
        ("LOC", names.place_nouns),
        ("ORG", names.organisation_nouns),
    )
    for kind, words_of in kinds:
        nouns.update(dict.fromkeys(words_of, kind))
    return NameLexicon(
        names=names,
        people=people,
        hooks=pack.hooks,
        given=names.given_women | names.given_men,
        types=types,
        folded={name.lower(): kind for name, kind in types.items()},
        longest=longest,
        longest_folded={word.lower(): number for word, number in sorted(longest.items(), key=lambda item: item[1])},
        nouns=nouns,
        tails=_tails(names),
        longest_role=max((len(role.split()) for role in names.capital_roles), default=0),
        purposes=people.about - closed.of,
        pronouns=closed.first_person | closed.second_person | closed.he | closed.she | closed.they | closed.it,
        reporting=frozenset(pack.verbs),
        speaking=_speaking(pack),
        acting=frozenset(pack.verbs).union(pack.events.verbs),
        things=frozenset(pack.causes.words.events).union(pack.variables.nouns, pack.propositions.keys, pack.nouns),
        thing_endings=names.noun_endings,
    )


def _speaking(pack: LanguagePack) -> frozenset[str]:
    return frozenset(lemma for lemma, entries in pack.verbs.items() if any(map(_speaks, entries)))


def _speaks(entry: ReportingVerb) -> bool:
    return entry.frames >= {"clause", "quote"} and not (entry.words or entry.source_prepositions or entry.experiencer)


def _tails(names: Names) -> dict[str, EntityType]:
    kinds: tuple[tuple[EntityType, Iterable[str]], ...] = (
        ("LOC", names.place_tails),
        ("MISC", names.work_tails),
        ("ORG", names.organisation_tails | names.legal_forms),
    )
    return {word: kind for kind, words in kinds for word in words}


@lru_cache(maxsize=20_000)
def noun_type(lexicon: NameLexicon, noun: str) -> EntityType | None:
    """What a name beside this noun is: by the noun itself or by the last part of the compound."""
    head = head_in(noun, lexicon.nouns, lexicon.hooks)
    return lexicon.nouns[head] if head else None


@lru_cache(maxsize=20_000)
def is_compound(lexicon: NameLexicon, noun: str) -> bool:
    """Whether a noun has another one of the lists as its last part: *persbureau*, *coalitiepartij*."""
    return last_part(noun, lexicon.nouns, lexicon.hooks) is not None


@lru_cache(maxsize=20_000)
def compound_type(lexicon: NameLexicon, word: str) -> EntityType | None:
    """The type of the noun that a capitalised compound ends in (Prinsengracht, Metaalbond); None for plain nouns."""
    low = word.lower()
    return None if low in lexicon.nouns else noun_type(lexicon, low)


def _is_initial(word: str) -> bool:
    """J., Th., A.B.: one or two letters and a full stop."""
    return word.endswith(".") and word[0].isupper() and all(0 < len(part) <= 2 for part in word[:-1].split("."))
