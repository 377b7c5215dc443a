"""What the words of a language mean in terms that all packs share (``concepts.toml``): in these, statements in two are compared.

No pack knows another: two words meet where each pack has its own under one concept. A word that a table lacks keeps the code of
its language, so that no false friends meet: *brand* is a fire in Dutch.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import msgspec

from wederhoor.languages.bodies import bodies_in
from wederhoor.languages.predicate_index import PropositionWords
from wederhoor.languages.variables import Way

Words = dict[str, tuple[str, ...]]
MEANS = "="
"""Before a concept. No term of a concept ends in another one's, as compounds do."""


class ConceptsFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file as it is written: concept -> the lemmas that have no other sense."""

    deeds: Words
    things: Words
    qualities: Words
    roles: Words
    bodies: Words


@dataclass(frozen=True, slots=True)
class Concepts:
    """The concepts by the words of one language, a table for each place that a word can have in a statement."""

    code: str
    deeds: Mapping[str, str]
    things: Mapping[str, str]
    qualities: Mapping[str, str]
    roles: Mapping[str, str]
    bodies: Mapping[str, str]
    variables: Mapping[str, tuple[str, bool]]
    """Key of a variable -> the concept, and whether the key means the opposite of it."""

    def deed(self, key: str) -> str:
        """The term of what is done."""
        return self._term(key, self.deeds, self.qualities)

    def state(self, key: str) -> str:
        """The term of how something is."""
        return self._term(key, self.qualities, self.things, self.deeds)

    def thing(self, key: str) -> str:
        """The term of who or what takes part."""
        return self._term(key, self.things, self.deeds)

    def known_thing(self, key: str) -> bool:
        """Whether there is a concept for who or what takes part."""
        return key in self.things or key in self.deeds

    def detail(self, lemma: str) -> str:
        """The term of what narrows a thing down."""
        return self._term(lemma, self.qualities, self.things, self.deeds)

    def role(self, preposition: str) -> str:
        """The term of a preposition."""
        return self._term(preposition, self.roles)

    def body(self, name: str) -> str | None:
        """The term of a body that other languages have another name for."""
        found = self.bodies.get(name)
        return None if found is None else f"{MEANS}{found}"

    def variable(self, key: str) -> tuple[str, bool]:
        """The term of what rises and falls, and whether it means the opposite of the key."""
        concept, flipped = self.variables.get(key, (None, False))
        return (f"{self.code}:{key}" if concept is None else f"{MEANS}{concept}"), flipped

    def _term(self, word: str, *tables: Mapping[str, str]) -> str:
        found = next((table[word] for table in tables if word in table), None)
        return f"{self.code}:{word}" if found is None else f"{MEANS}{found}"


def index_concepts(
    file: ConceptsFile, propositions: PropositionWords, synonyms: Mapping[str, tuple[str, Way]], code: str
) -> Concepts:
    """Index the concepts by lemma, and by the key that a lemma has in propositions where that does not say the opposite.

    ``synonyms`` are the keys of variables by lemma, and -1 for their opposite.
    """

    def by_word(table: Words) -> dict[str, str]:
        found = {word: concept for concept, words in table.items() for word in words}
        for word, concept in list(found.items()):
            key, turned = propositions.keys.get(word, (word, False))
            if not turned:
                found.setdefault(key, concept)
        return found

    return Concepts(
        code=code,
        deeds=by_word(file.deeds),
        things=by_word(file.things),
        qualities=by_word(file.qualities),
        roles={word: concept for concept, words in file.roles.items() for word in words},
        variables=_by_key(file.things, synonyms),
        bodies={name: concept for concept, names in _bodies(file, code) for name in names},
    )


def _bodies(file: ConceptsFile, code: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The bodies that all languages share, and those of the file, which wins."""
    yield from ((body.concept, body.names) for body in bodies_in(code))
    yield from file.bodies.items()


def _by_key(things: Words, synonyms: Mapping[str, tuple[str, Way]]) -> dict[str, tuple[str, bool]]:
    """The concept of each key of variables: its own, else the first one of those of its words, in every language alike."""
    told = [(word, concept) for concept, words in sorted(things.items()) for word in words]
    found = {word: (concept, False) for word, concept in told if synonyms.get(word, (word, 1)) == (word, 1)}
    for word, concept in told:
        key, way = synonyms.get(word, (word, 1))
        found.setdefault(key, (concept, way < 0))
    return found
