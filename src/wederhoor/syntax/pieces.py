"""What of a text goes to the pipeline at once: its paragraphs without headings and datelines, in even blanks."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from wederhoor.records import Span

PARAGRAPH = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
LONGEST_PIECE = 20_000
"""Code points of a paragraph that go to the pipeline at once; longer ones are cut at a sentence's end."""
SENTENCE_END = re.compile(r"[.?!…][\"'”’»)]*\s+|\s+")
INVISIBLE = frozenset("\ufeff\u200b\u200e\u200f\u2060\u00ad")
"""Marks of byte order and direction, blanks of no width, soft hyphens."""
UNEVEN = re.compile(rf"\s\s|[^\S ]|[{''.join(sorted(INVISIBLE))}]")


class Heads(Protocol):
    """What stands above and before a text and is no part of what it says."""

    @property
    def lines(self) -> Collection[Span]: ...

    def dateline(self, text: str, start: int, end: int) -> Dateline | None: ...


@dataclass(frozen=True, slots=True)
class Dateline:
    """What opens a paragraph and says where and when it was written; ``place`` is the name in it."""

    span: Span
    sign: int
    """Where the sign stands that ends it."""
    place: Span | None
    day: str | None = None
    """ISO 8601, where it names one with its year."""


def pieces_of(text: str, heads: Heads | None, places: set[int]) -> Iterator[tuple[int, int, int]]:
    """(paragraph number, start, end) of what goes to the pipeline at once; ``places`` gets where places of datelines begin."""
    for number, match in enumerate(PARAGRAPH.finditer(text)):
        start, end = match.span()
        if heads and (start, end) in heads.lines:
            continue
        if heads and (dateline := heads.dateline(text, start, end)):
            if dateline.place:
                places.add(dateline.place[0])
                yield number, *dateline.place
                # the sign behind it keeps the place from being one name with what follows
                yield number, dateline.sign, dateline.span[1]
            start = dateline.span[1]
        while end - start > LONGEST_PIECE:
            cut = _cut(text, start + LONGEST_PIECE // 2, start + LONGEST_PIECE)
            yield number, start, cut
            start = cut
        if not text[start:end].isspace():
            yield number, start, end


def _cut(text: str, earliest: int, latest: int) -> int:
    """A place between the two where a sentence or at least a word ends."""
    matches = list(SENTENCE_END.finditer(text, earliest, latest))
    best = next((m for m in reversed(matches) if m.group()[0] in ".?!…"), matches[-1] if matches else None)
    return best.end() if best else latest


def flattened_pieces(
    text: str, pieces: Iterable[tuple[int, int, int]]
) -> Iterator[tuple[str, tuple[int, Sequence[int]]]]:
    """Each piece as the pipeline gets it, with its paragraph and where each of its characters stands in the text."""
    for number, start, end in pieces:
        flat, places = _flattened(text, start, end)
        yield flat, (number, places)


def _flattened(text: str, start: int, end: int) -> tuple[str, Sequence[int]]:
    """A piece of text with one blank for every run of white space and no invisible signs, and where each character stands.

    The pipeline has learnt from such text: a double blank would pass for a word, a sign of no width for part of one.
    """
    if not UNEVEN.search(text, start, end) and not text[start].isspace():
        return text[start:end], range(start, end)
    places: list[int] = []
    for place in range(start, end):
        sign = text[place]
        after_blank = not places or text[places[-1]].isspace()
        if sign not in INVISIBLE and not (sign.isspace() and after_blank):
            places.append(place)
    return "".join(" " if text[p].isspace() else text[p] for p in places), places
