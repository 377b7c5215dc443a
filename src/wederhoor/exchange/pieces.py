"""Overlapping spans cut into pieces that do not overlap, so that a page can mark a text without altering it."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import pairwise
from typing import Literal

import msgspec

from wederhoor.exchange.voices import Arrangement
from wederhoor.records import Attribution, Span

Role = Literal["content", "cue", "source"]

# A line end, and two or more with nothing but blanks between them. \r(?!\n) keeps one \r\n from counting as two.
_LINE_END = r"(?:\r\n|\n|\r(?!\n))"
_BLANK_LINES = re.compile(rf"{_LINE_END}(?:[ \t]*{_LINE_END})+")


class Piece(msgspec.Struct, frozen=True):
    """A stretch of text over which nothing begins or ends. Ids stand outermost statement first."""

    start: int
    end: int
    content: tuple[str, ...]
    cue: tuple[str, ...]
    source: tuple[str, ...]
    begins: tuple[str, ...]
    """The statements whose content has its first character here."""


def paragraphs(text: str) -> list[Span]:
    """The spans between blank lines, in order; what lies between them is line ends and blanks."""
    spans = []
    start = 0
    for gap in _BLANK_LINES.finditer(text):
        spans.append((start, gap.start()))
        start = gap.end()
    spans.append((start, len(text)))
    return [(s, e) for s, e in spans if s < e]


def cut(text: str, arrangement: Arrangement, edges: Iterable[int]) -> list[Piece]:
    """Cut the text where a span or an edge is; the pieces join to the whole text again."""
    changes: defaultdict[int, list[tuple[Role, str, int]]] = defaultdict(list)
    first: dict[str, int] = {}
    for attribution in _outermost_first(arrangement):
        first[attribution.id] = min(start for start, _ in attribution.content)
        for role, spans in _spans(attribution):
            for start, end in spans:
                changes[start].append((role, attribution.id, 1))
                changes[end].append((role, attribution.id, -1))
    rank = {name: n for n, name in enumerate(first)}
    active: Counter[tuple[Role, str]] = Counter()
    pieces = []
    for start, end in pairwise(sorted({0, len(text), *changes, *edges})):
        for role, name, change in changes.get(start, ()):
            active[role, name] += change
        names: dict[Role, list[str]] = {"content": [], "cue": [], "source": []}
        for (role, name), count in active.items():
            if count:
                names[role].append(name)
        content, cue, source = (tuple(sorted(n, key=rank.__getitem__)) for n in names.values())
        pieces.append(Piece(start, end, content, cue, source, tuple(n for n in content if first[n] == start)))
        active = +active
    return pieces


def _outermost_first(arrangement: Arrangement) -> list[Attribution]:
    """By nesting, then longest first: where two merely overlap, the shorter one lies on top, so neither is hidden."""

    def key(attribution: Attribution) -> tuple[int, int, int]:
        length = sum(end - start for start, end in attribution.content)
        return arrangement.depth[attribution.id], -length, attribution.content[0][0]

    return sorted(arrangement.in_order, key=key)


def _spans(attribution: Attribution) -> tuple[tuple[Role, tuple[Span, ...]], ...]:
    return ("content", attribution.content), ("cue", attribution.cue), ("source", attribution.source)
