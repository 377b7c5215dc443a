"""The packs of a case: that of each language in it, and one in the terms that all of them share."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

import msgspec

from wederhoor.languages.actors import ActorLexicon
from wederhoor.languages.concepts import Concepts, ConceptsFile, index_concepts
from wederhoor.languages.conflicts import Stance
from wederhoor.languages.pack import LanguagePack, load_pack
from wederhoor.languages.predicate_index import PropositionWords
from wederhoor.languages.tables import read_table

Term = Callable[[str], str]


@dataclass(frozen=True, eq=False)
class Packs:
    """The packs of the languages of a case by code, at least one; the first is that of its first document."""

    by_code: Mapping[str, LanguagePack]

    @property
    def first(self) -> LanguagePack:
        """The pack of the first document's language."""
        return next(iter(self.by_code.values()))

    @property
    def mixed(self) -> bool:
        """Whether there are several languages."""
        return len(self.by_code) > 1

    def of(self, lang: str) -> LanguagePack:
        """The pack of a language of the case; where there is one pack, that."""
        return self.by_code[lang] if self.mixed else self.first

    @property
    def indefinite(self) -> frozenset[str]:
        """The speakers in lower case that stand for nobody in particular, in all languages: *iedereen*, *everybody*."""
        return _union(pack.people.indefinite for pack in self.by_code.values())

    @cached_property
    def common(self) -> LanguagePack:
        """What the packs say of words, in the terms that they share."""
        return _common(tuple(self.by_code.values()))


def packs_of(langs: Iterable[str], lexicon: str | os.PathLike[str] | None = None) -> Packs:
    """The packs of these languages, in their order. Raises WederhoorError W203, W205 and W206 as ``load_pack`` does."""
    return Packs({lang: load_pack(lang, lexicon) for lang in dict.fromkeys(langs)})


def as_packs(given: Packs | LanguagePack) -> Packs:
    """The packs of a case, of which one may be given by itself."""
    return given if isinstance(given, Packs) else Packs({given.code: given})


@lru_cache(maxsize=16)
def concepts_of(pack: LanguagePack) -> Concepts:
    """The concepts of a pack by its words; made once."""
    file = read_table(pack.tables, "concepts", ConceptsFile)
    return index_concepts(file, pack.propositions, pack.variables.classes, pack.code)


def _common(packs: tuple[LanguagePack, ...]) -> LanguagePack:
    first = packs[0]
    return first.replace(
        propositions=_propositions(packs),
        stance=Stance(
            praise=_all(packs, lambda pack: pack.stance.praise, lambda c: c.state),
            blame=_all(packs, lambda pack: pack.stance.blame, lambda c: c.state),
        ),
        actors=_actors(packs),
        people=msgspec.structs.replace(
            first.people,
            name_particles=_union(pack.people.name_particles for pack in packs),
            indefinite=_union(pack.people.indefinite for pack in packs),
        ),
    )


def _propositions(packs: tuple[LanguagePack, ...]) -> PropositionWords:
    def words_of(name: str, *terms: Callable[[Concepts], Term]) -> frozenset[str]:
        found = (_all(packs, lambda pack: getattr(pack.propositions.words, name), term) for term in terms)
        return _union(found)

    first = packs[0].propositions
    words = msgspec.structs.replace(
        first.words,
        **{name: words_of(name, lambda c: c.thing) for name in ("general", "common", "units", "growing")},
        **{name: words_of(name, lambda c: c.deed, lambda c: c.state) for name in ("shareable", "once", "one_way")},
        hours=concepts_of(packs[0]).thing(first.words.hours),
    )
    return msgspec.structs.replace(first, words=words, excluding=_excluding(packs))


def _excluding(packs: tuple[LanguagePack, ...]) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for pack in packs:
        concepts = concepts_of(pack)
        for one, others in pack.propositions.excluding.items():
            for term in (concepts.deed, concepts.state):
                found[term(one)] = found.get(term(one), frozenset()) | {term(other) for other in others}
    return found


def _actors(packs: tuple[LanguagePack, ...]) -> ActorLexicon:
    first = packs[0].actors
    words = msgspec.structs.replace(
        first.words,
        home=next((pack.actors.words.home for pack in packs if pack.actors.words.home), ""),
        sole=_all(packs, lambda pack: pack.actors.words.sole, lambda c: c.thing),
        bodies=_all(packs, lambda pack: pack.actors.words.bodies, lambda c: c.thing),
    )
    lexicons = [pack.actors for pack in reversed(packs)]
    return ActorLexicon(
        words=words,
        sector_of=first.sector_of,
        people={name: known for lexicon in lexicons for name, known in lexicon.people.items()},
        organisations={name: known for lexicon in lexicons for name, known in lexicon.organisations.items()},
        alias={name: usual for lexicon in lexicons for name, usual in lexicon.alias.items()},
    )


def _all(
    packs: Iterable[LanguagePack], words: Callable[[LanguagePack], Iterable[str]], term: Callable[[Concepts], Term]
) -> frozenset[str]:
    """The words of all packs in the terms that they share."""
    return frozenset(term(concepts_of(pack))(word) for pack in packs for word in words(pack))


def _union(sets: Iterable[frozenset[str]]) -> frozenset[str]:
    return frozenset().union(*sets)
