"""What the readers of variables look at: a side of a claim, and what is known of the document around it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from wederhoor.languages.pack import LanguagePack
from wederhoor.reading.holders import Extent
from wederhoor.reading.places.countries import Countries, countries_of
from wederhoor.reading.text import Text
from wederhoor.records.parse import Parse


@dataclass(frozen=True, slots=True)
class VariableScope:
    """The words of a side within its document, except those of the other side and of the marker in it.

    ``depth`` counts how often a side was left for what a word stands for.
    """

    text: Text
    extent: Extent
    gone: tuple[Extent, ...] = ()
    depth: int = 0

    @property
    def countries(self) -> Countries:
        return countries_of(self.text.pack)

    @property
    def p(self) -> Parse:
        return self.text.parse

    @property
    def pack(self) -> LanguagePack:
        return self.text.pack

    def holds(self, word: int) -> bool:
        return self.extent[0] <= word < self.extent[1] and not any(first <= word < end for first, end in self.gone)

    def below(self, word: int) -> list[int]:
        """The children of a word that belong to the side."""
        return [c for c in self.p.children[word] if self.holds(c)]

    def child(self, word: int, *relations: str) -> int | None:
        return next(iter(self.children(word, *relations)), None)

    def children(self, word: int, *relations: str) -> list[int]:
        """Those by any of the relations, in text order."""
        return [c for c in self.below(word) if self.p.deps[c] in relations]

    def lemma(self, word: int) -> str:
        """The lemma in lower case; of a verb as the rules of spelling want it, and with a particle that the parser lost.

        Of a noun that the parser has for a form of a verb it is the word itself: *drukte* is no *drukken*.
        """
        p, words = self.p, self.pack.variables
        lemma = p.lemmas[word].lower()
        if p.upos[word] == "NOUN" and lemma.endswith(words.naming.infinitive) and not p.lower[word].startswith(lemma):
            return p.lower[word]
        if p.upos[word] != "VERB":
            return lemma
        return respelled(lemma, self.pack)

    def elsewhere(self, extent: Extent) -> VariableScope:
        """What lies outside the side and is meant by a word in it."""
        return VariableScope(self.text, extent, (), self.depth + 1)


def respelled(lemma: str, pack: LanguagePack) -> str:
    """A lemma that the pipeline made of a form without the rules of spelling, put right: *kopieeren*, *snoeppen*."""
    for pattern, put in pack.variables.spelling:
        lemma = re.sub(pattern, put, lemma)
    return lemma
