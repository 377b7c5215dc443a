"""A tree of some words of a parse, made without it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

Arcs = Mapping[int, tuple[int, str]]


@dataclass(frozen=True, slots=True)
class Kind:
    """What a word is: its part of speech, its features and its lemma, None where it keeps those of the parser."""

    upos: str
    feats: str | None = None
    lemma: str | None = None
    stem: str | None = None


@dataclass(frozen=True, slots=True)
class Tree:
    """The word at the top; of the words below it head and relation; what words are that the parser may have for others."""

    top: int
    arcs: Arcs = field(default_factory=dict)
    kinds: Mapping[int, Kind] = field(default_factory=dict)

    def under(self, head: int, relation: str) -> Tree:
        """The same hung below a word: the tree of that word, with nothing of its own."""
        return Tree(head, {**self.arcs, self.top: (head, relation)}, self.kinds)

    def with_(self, *others: Tree) -> Tree:
        """Together with other trees of the same top."""
        arcs, kinds = dict(self.arcs), dict(self.kinds)
        for other in others:
            arcs |= other.arcs
            kinds |= other.kinds
        return Tree(self.top, arcs, kinds)


def leaf(head: int, word: int, relation: str, kind: Kind | None = None) -> Tree:
    """The tree of a head with one word below it."""
    return Tree(head, {word: (head, relation)}, {} if kind is None else {word: kind})
