"""Who says what, in the order of the text: the arrangement that all views of a reading share."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import lru_cache

import msgspec

from wederhoor.exchange.grounding import check_grounded
from wederhoor.records import Attribution, Reading, Span
from wederhoor.records.stretches import whole

_LINE_END = re.compile("\n")
_QUOTATION_MARKS = frozenset("\"'“”„‟‘’‚‛«»‹›「」『』")


class Voice(msgspec.Struct, frozen=True):
    """One speaker with all that the document has him say. ``speaker`` is None for unnamed authority."""

    number: int
    speaker: str | None
    statements: tuple[Attribution, ...]


class Arrangement(msgspec.Struct, frozen=True):
    """The statements of a reading: by speaker, in the order of the text, and by what they stand in."""

    voices: tuple[Voice, ...]
    in_order: tuple[Attribution, ...]
    within: dict[str, tuple[Attribution, ...]]
    """The statements that stand right inside the statement with this id."""
    depth: dict[str, int]

    def voice_of(self) -> dict[str, Voice]:
        """The voice of each statement, by the statement's id."""
        return {a.id: voice for voice in self.voices for a in voice.statements}


def arrange(reading: Reading, known: Sequence[str] = ()) -> Arrangement:
    """Group by speaker, in order of first appearance, unnamed authority last. Refuses an ungrounded reading.

    Speakers who are ``known`` come first and have the number of their place there, whether or not all of them say something.
    """
    check_grounded(reading)
    in_order = tuple(sorted(reading.attributions, key=lambda a: (a.content[0][0], -a.content[-1][1])))
    groups: dict[str | None, list[Attribution]] = {}
    for attribution in sorted(in_order, key=_first_appearance):
        groups.setdefault(attribution.speaker or None, [])
    for attribution in in_order:
        groups[attribution.speaker or None].append(attribution)
    numbers: dict[str | None, int] = {name: number for number, name in enumerate(known, start=1)}
    for speaker in sorted(groups, key=lambda speaker: speaker is None):
        numbers.setdefault(speaker, len(numbers) + 1)
    speakers = sorted(groups, key=numbers.__getitem__)
    within: dict[str, list[Attribution]] = {}
    for attribution in in_order:
        if attribution.parent is not None:
            within.setdefault(attribution.parent, []).append(attribution)
    return Arrangement(
        voices=tuple(Voice(numbers[s], s, tuple(groups[s])) for s in speakers),
        in_order=in_order,
        within={outer: tuple(inner) for outer, inner in within.items()},
        depth=_depths(reading.attributions),
    )


def said(text: str, attribution: Attribution) -> tuple[tuple[str, bool], ...]:
    """The words of a statement and what interrupts them.

    Where only some are quoted, with the text's own marks, which tell which.
    """
    if attribution.form != "mixed":
        return whole(text, attribution.content)
    return whole(text, [_with_marks(text, span) for span in attribution.content])


def _with_marks(text: str, span: Span) -> Span:
    start, end = span
    if start > 0 and text[start - 1] in _QUOTATION_MARKS and text[end : end + 1] in _QUOTATION_MARKS:
        return start - 1, end + 1
    return span


def place(text: str, offset: int) -> str:
    """``line:column``, both from 1, as editors count them."""
    starts = _line_starts(text)
    line = bisect_right(starts, offset)
    return f"{line}:{offset - starts[line - 1] + 1}"


@lru_cache(maxsize=1)
def _line_starts(text: str) -> tuple[int, ...]:
    # counted once a text: a long one has places by the ten thousand
    return 0, *(end.end() for end in _LINE_END.finditer(text))


def _first_appearance(attribution: Attribution) -> int:
    return min(start for start, _ in (*attribution.content, *attribution.cue, *attribution.source))


def _depths(attributions: Iterable[Attribution]) -> dict[str, int]:
    parents = {a.id: a.parent for a in attributions}
    depths: dict[str, int] = {}
    for first in parents:
        chain = []
        at: str | None = first
        while at is not None and at not in depths:
            chain.append(at)
            at = parents[at]
        above = -1 if at is None else depths[at]
        for step, link in enumerate(reversed(chain), start=1):
            depths[link] = above + step
    return depths
