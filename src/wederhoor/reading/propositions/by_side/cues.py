"""Set ways to tell a side of a question, found by their words in whatever order a sentence has them: *doet de deuren dicht*."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from wederhoor.languages.sided import Rows, Ways
from wederhoor.reading.text import Text
from wederhoor.records.parse import Parse, path_up

JOINED = ("conj", "parataxis", "advcl")
"""Relations of a clause that is denied by itself."""


@dataclass(frozen=True, slots=True)
class Worded:
    """The words of a statement by their lemmas and forms, and by the last parts of compounds."""

    words: tuple[int, ...]
    at: dict[str, tuple[int, ...]]
    firsts: dict[int, str]
    """Of a compound that ends in a word of a way: what stands before that."""

    def row(self, row: Sequence[str]) -> frozenset[int] | None:
        """The words that a row stands at."""
        for first in self.at.get(row[0], ()):
            if all(first + n in self.at.get(word, ()) for n, word in enumerate(row)):
                return frozenset(range(first, first + len(row)))
        return None

    def has(self, ways: Ways) -> bool:
        """Whether one of the ways is told."""
        return any(True for _ in self._found(ways))

    def sides(self, ways: Ways) -> tuple[list[bool], frozenset[int]]:
        """The sides that are told and their words, the longest ways first: what is part of a longer way tells nothing."""
        found = self._longest(ways)
        return [side for side, _ in found], frozenset().union(*(words for _, words in found))

    def all_ways(self, ways: Ways) -> list[frozenset[int]]:
        """The words of every way that is told, the longest first."""
        return [words for _, words in self._longest(ways)]

    def _longest(self, ways: Ways) -> list[tuple[bool, frozenset[int]]]:
        kept: list[tuple[bool, frozenset[int]]] = []
        for side, words in sorted(self._found(ways), key=lambda one: (-len(one[1]), min(one[1]))):
            if all(words.isdisjoint(other) for _, other in kept):
                kept.append((side, words))
        return kept

    def _found(self, ways: Ways) -> Iterator[tuple[bool, frozenset[int]]]:
        for first in ways.keys() & self.at.keys():
            for side, rows in ways[first]:
                words = self._all(rows)
                if words is not None:
                    yield side, words

    def _all(self, rows: Rows) -> frozenset[int] | None:
        found = [self.row(row) for row in rows]
        told = [words for words in found if words is not None]
        return frozenset().union(*told) if len(told) == len(rows) else None


@dataclass(frozen=True, slots=True)
class ToldSide:
    """The side that a statement tells, and the words that tell it."""

    yes: bool
    used: frozenset[int]


def worded(text: Text, words: Iterable[int]) -> Worded:
    """The words of a statement by what they are."""
    at: defaultdict[str, list[int]] = defaultdict(list)
    firsts: dict[int, str] = {}
    told = tuple(sorted(words))
    for w in (w for w in told if w not in text.time_at):
        forms, first = text.told_as[w]
        for form in forms:
            at[form].append(w)
        if first is not None:
            firsts[w] = first
    return Worded(told, {form: tuple(several) for form, several in at.items()}, firsts)


def denials(text: Text, told: Worded) -> list[frozenset[int]]:
    """The words of a statement that deny something, each way by itself."""
    p, words = text.parse, text.pack.propositions.words
    denying = words.denying | words.none | words.nobody
    _, none = told.sides(text.pack.sided.not_denying)
    ways = [way for way in told.all_ways(text.pack.sided.denying) if way.isdisjoint(none)]
    within = frozenset().union(*ways)
    return [*ways, *(frozenset({w}) for w in told.words if p.lower[w] in denying and w not in none | within)]


def side_told(text: Text, told: Worded, ways: Ways, denied: Iterable[frozenset[int]]) -> ToldSide | None:
    """The side that a statement tells; None where it tells none, or both, or denies something else as well."""
    sides, used = told.sides(ways)
    turned = [words for words in denied if words.isdisjoint(used)]
    if len({*sides}) != 1 or len(turned) > 1 or not all(_is_denied(text, used, words) for words in turned):
        return None
    return ToldSide(sides[0] ^ bool(turned), used)


def _is_denied(text: Text, used: Iterable[int], denying: Iterable[int]) -> bool:
    """Whether what denies governs words, or stands in their clause: not *said no to the bank and praised the tram*."""
    p = text.parse
    above = {w for word in used for w in _within_clauses(p, word)}
    return any(w in above or p.heads[w] in above for w in denying)


def _within_clauses(p: Parse, word: int) -> Iterator[int]:
    """A word and those above it, up to a clause that is joined to another."""
    for w in path_up(word, p.heads):
        yield w
        if p.deps[w] in JOINED and p.upos[w] in ("VERB", "AUX", "ADJ"):
            return
