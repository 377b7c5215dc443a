"""A document as words in sentences: what a pipeline made of it, in plain columns."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from wederhoor.records.spans import Span
from wederhoor.records.statements import Entity


@dataclass(frozen=True, slots=True)
class Parse:
    """A document's words in columns of one length; ``heads`` are word numbers, a root being its own head.

    ``sentences`` and ``paragraphs`` are (first word, end word) pairs in text order.
    """

    text: str
    starts: list[int]
    ends: list[int]
    words: list[str]
    lower: list[str]
    """The words in lower case."""
    lemmas: list[str]
    stems: list[str]
    """The lemmas, those of separated verbs without their particle."""
    upos: list[str]
    feats: list[str]
    heads: list[int]
    deps: list[str]
    sentence_of: list[int]
    sentences: list[tuple[int, int]]
    paragraphs: list[tuple[int, int]]
    entities: list[Entity]
    entity_of: list[int]
    """The number of the entity that a word belongs to, else -1."""
    children: list[list[int]]
    datelines: frozenset[int] = frozenset()
    """The first words of the places in datelines: *UTRECHT, 7 oktober -*."""

    def __len__(self) -> int:
        return len(self.words)

    def span(self, first: int, end: int) -> Span:
        """The text span of the words from ``first`` up to ``end`` (exclusive)."""
        return self.starts[first], self.ends[end - 1]

    def paragraph_of(self, word: int) -> int:
        """The number of the paragraph that a word stands in."""
        return bisect_right(self.paragraphs, word, key=_end)

    def subtree(self, word: int, without: Container[str] = ()) -> list[int]:
        """The word and all below it, but for what hangs by a relation in ``without``, in text order."""
        found, stack = [], [word]
        while stack:
            here = stack.pop()
            found.append(here)
            stack.extend(c for c in self.children[here] if self.deps[c] not in without)
        return sorted(found)


def children_of(heads: Sequence[int]) -> list[list[int]]:
    """Of every word those that hang right below it, in text order; a root is its own head."""
    children: list[list[int]] = [[] for _ in heads]
    for word, head in enumerate(heads):
        if head != word:
            children[head].append(word)
    return children


def _end(pair: tuple[int, int]) -> int:
    return pair[1]


def path_up(word: int, heads: Sequence[int]) -> list[int]:
    """A word and those above it, up to the root."""
    path = [word]
    while heads[path[-1]] != path[-1]:
        path.append(heads[path[-1]])
    return path


Moves = Iterator[tuple[int, tuple[int, str]]]
"""Words with their new heads and relations."""


def hung(p: Parse, moved: Mapping[int, tuple[int, str]]) -> Parse:
    """The parse with words hung elsewhere, each with its new head and relation.

    A word that would hang on itself, by way of others too, stays where it is.
    """
    if not moved:
        return p
    heads, deps = list(p.heads), list(p.deps)
    for word, (head, relation) in moved.items():
        heads[word], deps[word] = head, relation
    left = [*moved]
    while (stuck := next((word for word in left if _hangs_on_itself(word, heads)), None)) is not None:
        heads[stuck], deps[stuck] = p.heads[stuck], p.deps[stuck]
        left.remove(stuck)
    return replace(p, heads=heads, deps=deps, children=children_of(heads))


def _hangs_on_itself(word: int, heads: Sequence[int]) -> bool:
    """Whether the way up from a word comes back to it."""
    here = heads[word]
    for _ in heads:
        if here == word:
            return heads[word] != word
        if heads[here] == here:
            return False
        here = heads[here]
    return True
