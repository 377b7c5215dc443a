"""What the readers of variables look at: a side of a claim, and what is known of the document around it."""

from __future__ import annotations

from dataclasses import dataclass

from wederhoor.languages.pack import LanguagePack
from wederhoor.reading.holders import Extent, Holders
from wederhoor.reading.parse import Parse
from wederhoor.reading.places.countries import Countries


@dataclass(frozen=True, slots=True)
class Around:
    """A document. ``actors`` has of every word in a mention of an actor what that actor is called."""

    p: Parse
    holders: Holders
    actors: dict[int, str]
    countries: Countries
    pack: LanguagePack


@dataclass(frozen=True, slots=True)
class Scope:
    """The words of a side within its document, but for those of the other side and of the marker in it.

    ``depth`` counts how often a side was left for what a word stands for.
    """

    around: Around
    extent: Extent
    gone: tuple[Extent, ...] = ()
    depth: int = 0

    @property
    def p(self) -> Parse:
        return self.around.p

    @property
    def pack(self) -> LanguagePack:
        return self.around.pack

    def holds(self, word: int) -> bool:
        return self.extent[0] <= word < self.extent[1] and not any(first <= word < end for first, end in self.gone)

    def below(self, word: int) -> list[int]:
        """The children of a word that belong to the side."""
        return [c for c in self.p.children[word] if self.holds(c)]

    def child(self, word: int, *relations: str) -> int | None:
        return next((c for c in self.below(word) if self.p.deps[c] in relations), None)

    def elsewhere(self, extent: Extent) -> Scope:
        """What lies outside the side and is meant by a word in it."""
        return Scope(self.around, extent, (), self.depth + 1)
