"""The terms by which statements are matched: lemmas of content words, synonyms under one name, and actors."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from wederhoor.languages.pack import LanguagePack
from wederhoor.reading.holders import words_in
from wederhoor.records import Actor, Span
from wederhoor.syntax.parse import Parse

TERMS = frozenset({"NOUN", "PROPN", "VERB", "ADJ"})
SHORTEST_TERM = 3
SHORTEST_PART = 4
"""Letters of a compound's last part, at least."""
LONG_PART = 5
"""Letters from which a part counts where the text does not have the other one."""


@dataclass(frozen=True, slots=True)
class Terms:
    """Finds the terms of words. ``names`` has, of the last word of every mention, the actor's name behind an @."""

    parse: Parse
    names: Mapping[int, str]
    pack: LanguagePack
    vocabulary: frozenset[str]
    """All lemmas of the document: a compound is taken apart where it has one of its own parts in it."""
    parts: dict[tuple[str, bool], tuple[str, ...]] = field(default_factory=dict)
    """Lemma, and whether it is a verb -> its terms; fills while words are looked up."""

    def of(self, words: Iterable[int]) -> tuple[str, ...]:
        """The terms of words, sorted."""
        return tuple(sorted({term for word in words for term in self._of_word(word)}))

    def in_span(self, span: Span) -> tuple[str, ...]:
        return self.of(words_in(self.parse, span))

    def of_head(self, word: int) -> str:
        """The term of one noun, empty where it has none."""
        return next(iter(self._of_word(word)), "")

    def _of_word(self, word: int) -> list[str]:
        """The actor that a word means, else its lemma and, of a compound with a hyphen, its parts."""
        if word in self.names:
            return [self.names[word]]
        p, pack = self.parse, self.pack
        # the stem of a verb form is its infinitive where the lemmatiser leaves it as it is: misleid
        lemma = (p.stems[word] if p.upos[word] == "VERB" else p.lemmas[word]).lower()
        if p.upos[word] not in TERMS and lemma not in pack.canonical:
            return []
        # a verb that parts from its preposition is no compound: aanvallen is no way to fall
        key = lemma, p.upos[word] == "VERB"
        if key not in self.parts:
            parts = [lemma] if p.upos[word] == "VERB" else self._parts(lemma)
            telling = [part for part in parts if part not in pack.disputes.empty and len(part) >= SHORTEST_TERM]
            self.parts[key] = tuple(pack.canonical.get(part, part) for part in telling)
        return list(self.parts[key])

    def _parts(self, lemma: str) -> list[str]:
        """A lemma with its parts, where the document has them as words: at hyphens, of a compound, and a noun's verb."""
        found = {lemma, *lemma.split("-")}
        for ending, infinitive in self.pack.grammar.nominal_endings.items():
            if lemma.endswith(ending) and lemma.removesuffix(ending) + infinitive in self.vocabulary:
                found.add(lemma.removesuffix(ending) + infinitive)
        for cut in self._cuts(lemma):
            heads = [h for h in self._first_parts(lemma[:cut]) if h in self.vocabulary]
            if lemma[cut:] in self.vocabulary or (heads and lemma[cut:] in self.pack.canonical):
                found |= {lemma[cut:], *heads}
            elif len(lemma) - cut >= LONG_PART:  # watertemperatuur, where the text speaks of water
                found.update(head for head in heads if len(head) >= LONG_PART)
        return sorted(part for part in found if len(part) >= SHORTEST_TERM)

    def _cuts(self, lemma: str) -> Iterator[int]:
        last = len(lemma) - SHORTEST_PART
        return (cut for cut in self.pack.hooks.cuts(lemma) if SHORTEST_TERM <= cut <= last)

    def _first_parts(self, head: str) -> list[str]:
        """The first part of a compound, as it is and without a linking sound."""
        return [head, *(head.removesuffix(link) for link in self.pack.grammar.linking_sounds if head.endswith(link))]


def read_terms(p: Parse, actors: Sequence[Actor], pack: LanguagePack) -> Terms:
    """The terms of a document whose actors are known."""
    last = {end: word for word, end in enumerate(p.ends)}
    names = {last[end]: f"@{actor.name}" for actor in actors for _, end in actor.mentions if end in last}
    vocabulary = frozenset(lemma.lower() for lemma, pos in zip(p.lemmas, p.upos, strict=True) if pos in TERMS)
    return Terms(p, names, pack, vocabulary)
