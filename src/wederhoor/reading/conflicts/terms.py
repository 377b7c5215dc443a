"""The terms by which statements are matched: lemmas of content words, synonyms under one name, and actors."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from wederhoor.languages.pack import LanguagePack
from wederhoor.reading.attributions.speech_cues import words_in
from wederhoor.reading.parse import Parse
from wederhoor.records import Actor, Span

TERMS = frozenset({"NOUN", "PROPN", "VERB", "ADJ"})
SHORTEST_TERM = 3


@dataclass(frozen=True, slots=True)
class Terms:
    """Finds the terms of words. ``names`` has, of the last word of every mention, the actor's name behind an @."""

    parse: Parse
    names: Mapping[int, str]
    pack: LanguagePack

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
        if p.upos[word] not in TERMS:
            return []
        lemma = p.lemmas[word].lower()
        parts = sorted({lemma, *lemma.split("-")})
        telling = (part for part in parts if len(part) >= SHORTEST_TERM and part not in pack.disputes.empty)
        return [pack.canonical.get(part, part) for part in telling]


def read_terms(p: Parse, actors: Sequence[Actor], pack: LanguagePack) -> Terms:
    """The terms of a document whose actors are known."""
    last = {end: word for word, end in enumerate(p.ends)}
    names = {last[end]: f"@{actor.name}" for actor in actors for _, end in actor.mentions if end in last}
    return Terms(p, names, pack)
