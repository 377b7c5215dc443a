"""Spans as the tokens that they touch.

As work on PARC 3 and PolNeAR scores over tokens: quotation marks, white space and punctuation at the edges make no
difference, and what stands in several parts is one set.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable

import msgspec

from wederhoor.records import Span

TOKEN = re.compile(r"\w+")

Tokens = frozenset[int]


class Tokenised(msgspec.Struct, frozen=True):
    """The tokens of a text: where each begins and ends, in code points."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def touched(self, spans: Iterable[Span]) -> Tokens:
        """The numbers of the tokens that the spans share a code point with, all spans together."""
        return frozenset(
            number
            for start, end in spans
            for number in range(bisect_right(self.ends, start), bisect_left(self.starts, end))
        )


def tokenise(text: str) -> Tokenised:
    words = [word.span() for word in TOKEN.finditer(text)]
    return Tokenised(tuple(start for start, _ in words), tuple(end for _, end in words))


def dice(a: Tokens, b: Tokens) -> float:
    """Dice's coefficient, 2 |A and B| / (|A| + |B|). Two empty sets are the same, an empty one is like no other."""
    return 2 * len(a & b) / (len(a) + len(b)) if a and b else float(not a and not b)
