"""Spans: positions in a text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final

Span = tuple[int, int]
"""``(start, end)`` in code points of ``Document.text``, end exclusive."""
GAP: Final = " […] "
"""Stands between words that are not one run of words in the text, everywhere."""


def overlap(a: Span, b: Span) -> int:
    """The number of code points that two spans share."""
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def covers(outer: Iterable[Span], inner: Span) -> bool:
    """Whether one of the outer spans holds all of ``inner``."""
    return any(start <= inner[0] and inner[1] <= end for start, end in outer)


def stretch(text: str, spans: Sequence[Span]) -> tuple[tuple[str, bool], ...]:
    """The words from the first span to the last, nothing left out, cut where a span begins or ends.

    Each piece with whether it is of the spans; False is for what interrupts them, which may well be the word that changes
    everything (*zou*). ``spans`` are in the order of the text and share nothing. The pieces join to one stretch of the text.
    """
    said = [(text[start:end], True) for start, end in spans]
    between = [(text[one[1] : other[0]], False) for one, other in pairwise(spans)]
    pieces = [piece for pair in zip(said, [*between, ("", False)], strict=False) for piece in pair]
    return tuple(piece for piece in pieces if piece[0])


def with_gaps(parts: Iterable[str]) -> str:
    """Words of a text, with a mark between those that do not follow each other there."""
    return GAP.join(parts)


def words_at(text: str, spans: Iterable[Span]) -> str:
    """The words at ``spans``, exactly as in the text, with a mark where they do not follow each other."""
    return with_gaps(text[start:end] for start, end in spans)
