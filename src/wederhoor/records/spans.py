"""Spans: where in a text something stands."""

from __future__ import annotations

from collections.abc import Iterable

Span = tuple[int, int]
"""``(start, end)`` in code points of ``Document.text``, end exclusive."""


def overlap(a: Span, b: Span) -> int:
    """The number of code points that two spans share."""
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def covers(outer: Iterable[Span], inner: Span) -> bool:
    """Whether one of the outer spans holds all of ``inner``."""
    return any(start <= inner[0] and inner[1] <= end for start, end in outer)
