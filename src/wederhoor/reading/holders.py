"""Whose word a stretch of text is: the innermost attribution around it, by words instead of code points."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from wederhoor.records import AUTHOR, Attribution, Span
from wederhoor.records.parse import Parse
from wederhoor.syntax.predicates import is_past

NOBODY = -1
"""In place of the number of an attribution: the author's own word."""
STATING = ("say", "think", "know", "expect", "judge", "fear")
Extent = tuple[int, int]
"""Words from the first up to the end, exclusive."""


@dataclass(frozen=True, slots=True)
class Holders:
    """The attributions of a document by the words that they hold. Attributions are numbers here, the author is NOBODY."""

    ids: list[str]
    innermost: list[int]
    """For each word, the most nested attribution whose content it stands in; of two as deep that with the shortest content."""
    cues: dict[int, int]
    """Cue word -> attribution."""
    contents: list[list[Extent]]
    parents: list[int]
    past: list[bool]
    """Whether the report is in the past tense: what it tells of the future stands in *zou*."""
    wanting: list[bool]
    stating: list[bool]
    """Whether the source says or thinks that the content is so."""

    def holds(self, attribution: int, word: int) -> bool:
        return any(first <= word < end for first, end in self.contents[attribution])

    def around(self, *extents: Extent) -> int:
        """The innermost attribution that holds all of the extents."""
        here = self.innermost[extents[0][0]]
        for _ in self.ids:
            if here == NOBODY or all(self.holds(here, e[0]) and self.holds(here, e[1] - 1) for e in extents):
                break
            here = self.parents[here]
        return here

    def name(self, attribution: int) -> str:
        return AUTHOR if attribution == NOBODY else self.ids[attribution]


def read_holders(p: Parse, attributions: Sequence[Attribution]) -> Holders:
    """Index the attributions of a document by word."""
    numbers = {a.id: n for n, a in enumerate(attributions)}
    contents = [[words_of(p, span) for span in a.content] for a in attributions]
    cues = [_words_in_all(p, a.cue) for a in attributions]
    return Holders(
        ids=[a.id for a in attributions],
        innermost=_innermost(p, contents, _depths(attributions)),
        cues={word: n for n, words in enumerate(cues) for word in words},
        contents=contents,
        parents=[numbers.get(a.parent or "", NOBODY) for a in attributions],
        past=[is_past(p, words) for words in cues],
        wanting=[a.attitude == "want" for a in attributions],
        stating=[a.attitude in STATING and a.polarity == "+" for a in attributions],
    )


def _words_in_all(p: Parse, spans: Sequence[Span]) -> list[int]:
    return [w for span in spans for w in range(*words_of(p, span))]


def _innermost(p: Parse, contents: Sequence[Sequence[Extent]], depths: Sequence[int]) -> list[int]:
    """For each word, the number of the most nested content that it stands in, of two as deep that of the shorter."""
    innermost = [NOBODY] * len(p)
    sizes = [sum(end - first for first, end in content) for content in contents]
    for n in sorted(range(len(contents)), key=lambda n: (depths[n], -sizes[n], n)):
        for first, end in contents[n]:
            innermost[first:end] = [n] * (end - first)
    return innermost


def _depths(attributions: Sequence[Attribution]) -> list[int]:
    """In how many others each stands; a parent comes before its children."""
    depths: dict[str, int] = {}
    for a in attributions:
        depths[a.id] = depths.get(a.parent, 0) + 1 if a.parent else 0
    return [depths[a.id] for a in attributions]


def words_of(p: Parse, span: Span) -> Extent:
    """The words that a span touches; at least one where the text has any."""
    first = bisect_right(p.ends, span[0])
    return first, max(bisect_left(p.starts, span[1]), min(first + 1, len(p)))


def words_in(p: Parse, span: Span) -> range:
    """The numbers of the words that begin inside a span."""
    return range(bisect_left(p.starts, span[0]), bisect_left(p.starts, span[1]))
