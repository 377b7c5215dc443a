"""Propositions in the terms that language packs share, by which those in two languages are compared.

The rules are those that hold within a language. What a table does not know keeps its language, and meets nothing of another one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

import msgspec

from wederhoor.languages.concepts import Concepts
from wederhoor.languages.pack import LanguagePack
from wederhoor.languages.several import concepts_of
from wederhoor.reading.actors.names import folded
from wederhoor.reading.places.countries import countries_of
from wederhoor.reading.propositions.by_number.common_numbers import common_number
from wederhoor.reading.propositions.by_number.counted import CLOCK, DAY, PEOPLE, TIMES
from wederhoor.reading.propositions.by_number.roles import HOUR, NUMBER, RATE
from wederhoor.reading.propositions.by_topic.quantities import MONEY
from wederhoor.reading.propositions.existence import EXISTS
from wederhoor.reading.propositions.opposition import WRITTEN
from wederhoor.reading.propositions.phrases import SHARE
from wederhoor.reading.propositions.said import DONE
from wederhoor.reading.variables.compounds import split
from wederhoor.records import SPEAKER, SPEAKERS, Phrase, Proposition, Reading

WRITTEN_COUNTED = frozenset({PEOPLE, TIMES, CLOCK, DAY, SHARE, MONEY})
"""What is counted, and units, that readers write in every language."""
ROLES = frozenset({"because", "done", "when", "way", RATE, HOUR})
"""Roles that readers write in every language."""


@dataclass(frozen=True, slots=True)
class CommonTerms:
    """Puts what is said in a document into the terms that language packs share."""

    pack: LanguagePack
    concepts: Concepts
    names: frozenset[str]
    """The words of the document's names in lower case, which mean the same in every language."""
    places: Mapping[str, str]
    """What tells a place of the document from others, by its name."""

    def proposition(self, p: Proposition) -> Proposition:
        """A proposition in common terms; the words that it stands in are as they were."""
        if p.predicate == NUMBER:
            return common_number(p, self._counted, self._thing, self.concepts.deed, self.detail, self._name, self._own)
        placed = {place.lower() for place in p.places}
        others = ((role, other) for role, other in p.others if other.head not in placed)
        return msgspec.structs.replace(
            p,
            predicate=self._predicate(p),
            subject=self._phrase(p.subject),
            object=self._phrase(p.object),
            others=tuple((self._role(role), self._of(other, role)) for role, other in others),
            amount=p.amount and msgspec.structs.replace(p.amount, of=self._of(p.amount.of)),
            places=tuple(sorted(self.places.get(place, folded(place)) for place in p.places)),
        )

    def noun(self, head: str, details: Iterable[str] = ()) -> tuple[str, tuple[str, ...]]:
        """The term of a thing, and of what narrows it down: a compound is the thing that it ends in, narrowed down."""
        left = [*details]
        whole = next((d for d in left if self.concepts.known_thing(f"{d} {head}")), None)
        if whole is not None:  # fishing boat, crew member
            left.remove(whole)
            head = f"{whole} {head}"
        parts = None if self.concepts.known_thing(head) else split(head, self.concepts.things, self.pack)
        first = parts and _by_stem(self.pack).get(self.pack.hooks.stem(parts[0]))
        terms = [self.detail(d) for d in left]
        if parts is None or first is None:
            return self.concepts.thing(head), tuple(sorted(terms))
        return self.concepts.thing(parts[1]), tuple(sorted({*terms, self.concepts.detail(first)}))

    def detail(self, lemma: str) -> str:
        """The term of a word that narrows something down: a name, a country, an adjective or a noun."""
        if lemma in self.concepts.qualities or lemma in self.concepts.things:
            return self.concepts.detail(lemma)
        return self._country(lemma) or (folded(lemma) if lemma in self.names else self.concepts.detail(lemma))

    def _thing(self, word: str) -> str:
        """The term of a thing; of a compound that of the thing that it ends in."""
        return self.noun(word)[0]

    def _counted(self, word: str) -> str:
        """What is counted, or a unit."""
        unit, _, more = word.partition(" ")  # money more
        if unit in self.pack.topics.file.words.anybody:
            return PEOPLE
        return word if unit in WRITTEN_COUNTED else f"{self._thing(unit)} {more}".rstrip()

    def _name(self, name: str) -> str:
        return self._country(name) or folded(name)

    def _own(self, word: str) -> str:
        """A word that is of this language alone."""
        return f"{self.concepts.code}:{word}"

    def _predicate(self, p: Proposition) -> str:
        if p.predicate in WRITTEN:
            return p.predicate
        if p.predicate.startswith(f"{EXISTS} "):
            return f"{EXISTS} {self.concepts.thing(p.predicate.removeprefix(EXISTS).strip())}"
        return self.concepts.state(p.predicate) if p.state else self.concepts.deed(p.predicate)

    def _role(self, role: str) -> str:
        return role if role in ROLES else self.concepts.role(role)

    def _phrase(self, found: Phrase | None) -> Phrase | None:
        return None if found is None else self._of(found)

    def _of(self, found: Phrase, role: str = "") -> Phrase:
        if found.head in (SPEAKER, SPEAKERS):
            return found
        if role == DONE:  # what was done in that manner
            return msgspec.structs.replace(found, head=self.concepts.deed(found.head))
        head, modifiers = self.noun(found.head, found.modifiers)
        if found.named:
            head = self._country(found.head) or folded(found.head)
        return msgspec.structs.replace(found, head=head, modifiers=modifiers)

    def _country(self, word: str) -> str | None:
        code = countries_of(self.pack).of(word[:1].upper() + word[1:])
        return f"@{code}" if code else None


def common_terms(reading: Reading, pack: LanguagePack) -> CommonTerms:
    """What puts the propositions of a document into common terms."""
    named = (name for actor in reading.actors for name in (actor.name, *actor.aliases) if name[:1].isupper())
    words = {word.lower() for name in (*named, *(place.name for place in reading.places)) for word in name.split()}
    return CommonTerms(pack, concepts_of(pack), frozenset(words), dict(_places(reading, pack)))


def _places(reading: Reading, pack: LanguagePack) -> Iterator[tuple[str, str]]:
    """A country by its code, another place by where it lies, what is not known by its name."""
    countries = countries_of(pack)
    for place in reading.places:
        naming = countries.naming(place.name)
        if naming is not None and naming.whole and "name" in naming.senses:
            yield place.name, f"@{naming.country}"
        elif place.lat is not None and place.lon is not None:
            yield place.name, f"{place.lat:.1f} {place.lon:.1f}"
        else:
            yield place.name, folded(place.name)


@lru_cache(maxsize=16)
def _by_stem(pack: LanguagePack) -> dict[str, str]:
    """The nouns that there are concepts for by their stems, for the first parts of compounds."""
    return {pack.hooks.stem(word): word for word in reversed([*concepts_of(pack).things])}
