"""Columns of a PDF whose lines were written across them: each column is read by itself, the left one first.

Most programs write a column to its end before the next, and their order is kept. Some write a line of every column before the
next line; there the same baseline has several long stretches, with a gap between them that stands at one place down the page.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from itertools import chain, groupby
from typing import Any, Final

import msgspec

_LETTER: Final = 0.5
"""The width of a letter in parts of its size, about: fonts are not measured."""
_GAP: Final = 2.0
"""Sizes of a letter between two stretches of one line before they are of two columns."""
_LONG: Final = 20
"""Letters of a line of a column of prose; cells of a table are shorter."""
_MANY: Final = 0.35
"""The share of a page's lines that have a long stretch in a column before that is one, and that have several at all."""
_PLACE: Final = 12
"""Points by which the beginnings of the lines of one column may differ."""


class PlacedWords(msgspec.Struct, frozen=True):
    """Words on a line, with where they begin, in points from the lower left corner of the page."""

    x: float
    y: float
    size: float
    text: str


class Collector:
    """Takes what pypdf's visitor tells of a page."""

    def __init__(self) -> None:
        self.stretches: list[PlacedWords] = []

    def __call__(self, text: str, matrix: Sequence[float], place: Sequence[float], _: Any, size: float) -> None:  # noqa: ANN401
        if text.strip():
            x = place[4] * matrix[0] + place[5] * matrix[2] + matrix[4]
            y = place[4] * matrix[1] + place[5] * matrix[3] + matrix[5]
            self.stretches.append(PlacedWords(x, y, abs(size * place[3] * matrix[3]) or 1.0, text.strip()))


def in_columns(stretches: Sequence[PlacedWords]) -> list[str] | None:
    """The lines of a page column by column; None where they were not written across columns."""
    rows = [_merged(list(row)) for _, row in groupby(stretches, key=lambda one: round(one.y))]
    columns = _columns(rows)
    if len(columns) < 2 or sum(len(row) > 1 for row in rows) < _MANY * len(rows):
        return None
    found: list[list[str]] = [[] for _ in columns]
    for one in chain.from_iterable(rows):
        found[max(bisect_right(columns, _place(one)) - 1, 0)].append(one.text)
    return list(chain.from_iterable(found))


def _columns(rows: Sequence[Sequence[PlacedWords]]) -> list[int]:
    """Where columns begin: the places at which many lines have a long stretch, from left to right."""
    begins = Counter(_place(one) for one in chain.from_iterable(rows) if len(one.text) >= _LONG)
    return sorted(place for place, count in begins.items() if count >= _MANY * len(rows))


def _place(one: PlacedWords) -> int:
    return round(one.x / _PLACE)


def _merged(row: Sequence[PlacedWords]) -> list[PlacedWords]:
    """The stretches of one line, those that follow each other closely as one."""
    found: list[PlacedWords] = []
    for one in row:
        last = found[-1] if found else None
        if last is None or one.x - (last.x + len(last.text) * last.size * _LETTER) > _GAP * one.size:
            found.append(one)
        else:
            found[-1] = msgspec.structs.replace(last, text=f"{last.text} {one.text}")
    return found
