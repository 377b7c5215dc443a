"""Who speaks at a word: the sources of the attributions, and whose direct speech a word stands in."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from wederhoor.reading.cast import Cast
from wederhoor.reading.parse import Parse
from wederhoor.records import Attribution, Span


@dataclass(frozen=True, slots=True)
class Voices:
    """``quoting`` has of every word the number of the attribution in whose quoted content it stands, else -1.

    ``sources`` has the head words of sources with the numbers of their attributions, ``turns`` the attributions that stand
    in no other, as (place, speaker) in text order.
    """

    quoting: list[int]
    sources: dict[int, list[int]]
    turns: list[tuple[int, str]]

    def recent(self, place: int) -> list[str]:
        """The last one who spoke before a place of the text, as a list of none or one."""
        end = bisect_right(self.turns, place, key=lambda t: t[0])
        return [self.turns[end - 1][1]] if end else []


def hear(cast: Cast, attributions: Sequence[Attribution]) -> Voices:
    """Index the attributions by word."""
    p = cast.parse
    quoting = [-1] * len(p)
    sources: dict[int, list[int]] = {}
    turns: list[tuple[int, str]] = []
    outer_first = sorted(range(len(attributions)), key=lambda i: -sum(e - s for s, e in attributions[i].content))
    for number in outer_first:
        attribution = attributions[number]
        if attribution.form != "indirect" and attribution.speaker:
            for span in attribution.content:
                for word in words_of(p, span):
                    if cast.quoted[word]:
                        quoting[word] = number
        for span in attribution.source:
            words = words_of(p, span)
            if words:
                sources.setdefault(head_of(p, words), []).append(number)
                break
        if attribution.speaker and attribution.parent is None:
            spans = attribution.source or attribution.cue or attribution.content
            turns.append((spans[0][0], attribution.speaker))
    return Voices(quoting, sources, sorted(turns, key=lambda t: t[0]))


def words_of(p: Parse, span: Span) -> range:
    """The numbers of the words that begin inside a span."""
    return range(bisect_left(p.starts, span[0]), bisect_left(p.starts, span[1]))


def head_of(p: Parse, words: range) -> int:
    """The word of a phrase whose head stands outside of it."""
    return next((w for w in words if p.heads[w] not in words or p.heads[w] == w), words[-1])
