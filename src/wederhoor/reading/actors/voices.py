"""Who speaks at a word: the sources of the attributions, and whose direct speech a word stands in."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from wederhoor.reading.holders import words_in
from wederhoor.reading.text import Text
from wederhoor.records import Attribution
from wederhoor.syntax.phrases import head_of


@dataclass(frozen=True, slots=True)
class Voices:
    """``quoting`` has for each word the number of the attribution in whose quoted content it stands, else -1.

    ``sources`` has the head words of sources with the numbers of their attributions, ``heads`` the other way round, ``spoken``
    the speakers with the heads of their sources in text order; ``turns`` the speakers of attributions
    that stand in no other, and ``quotes`` those of direct speech, both as (place in the text, speaker); ``numbers`` the cast's
    names, which speakers go by, with the number of an entity of that name.
    """

    quoting: list[int]
    sources: dict[int, list[int]]
    heads: dict[int, int]
    spoken: dict[str, list[int]]
    turns: list[tuple[int, str]]
    quotes: list[tuple[int, str]]
    numbers: dict[str, int]

    def recent(self, place: int) -> list[str]:
        """The one who spoke last before a place of the text, in a list of none or one."""
        end = bisect_right(self.turns, place, key=_place)
        return [self.turns[end - 1][1]] if end else []

    def source_before(self, speaker: str | None, word: int) -> int | None:
        """The head of the last source before a word that has that speaker."""
        heads = self.spoken.get(speaker or "", [])
        end = bisect_left(heads, word)
        return heads[end - 1] if end else None

    def nearest_quote(self, place: int) -> str | None:
        """The one who is quoted next behind a place of the text, else the one before it."""
        here = bisect_right(self.quotes, place, key=_place)
        return self.quotes[min(here, len(self.quotes) - 1)][1] if self.quotes else None


def hear(text: Text, attributions: Sequence[Attribution]) -> Voices:
    """Index the attributions by word."""
    p = text.parse
    sources: dict[int, list[int]] = {}
    turns: list[tuple[int, str]] = []
    quotes: list[tuple[int, str]] = []
    for number, attribution in enumerate(attributions):
        for span in attribution.source[:1]:
            words = words_in(p, span)
            if words:
                sources.setdefault(head_of(p, words.start, words.stop), []).append(number)
        if attribution.speaker and attribution.parent is None:
            spans = attribution.source or attribution.cue or attribution.content
            turns.append((spans[0][0], attribution.speaker))
            if attribution.form == "direct":
                quotes.append((attribution.content[0][0], attribution.speaker))
    numbers: dict[str, int] = {}
    for number, name in enumerate(text.cast.names):
        if p.entities[number].type != "MISC" or name not in numbers:
            numbers.setdefault(name, number)
    heads = {number: head for head, found in sources.items() for number in found}
    return Voices(
        _quoting(text, attributions),
        sources,
        heads,
        _spoken(attributions, heads),
        sorted(turns),
        sorted(quotes),
        numbers,
    )


def _spoken(attributions: Sequence[Attribution], heads: dict[int, int]) -> dict[str, list[int]]:
    """Every speaker with the heads of his sources."""
    spoken: dict[str, list[int]] = {}
    for number, head in heads.items():
        spoken.setdefault(attributions[number].speaker or "", []).append(head)
    return {speaker: sorted(found) for speaker, found in spoken.items()}


def _quoting(text: Text, attributions: Sequence[Attribution]) -> list[int]:
    """For each word, the innermost attribution in whose quoted content it stands."""
    p = text.parse
    quoting = [-1] * len(p)
    sizes = [sum(end - start for start, end in a.content) for a in attributions]
    for number in sorted(range(len(attributions)), key=lambda n: -sizes[n]):
        attribution = attributions[number]
        if attribution.form == "indirect" or not attribution.speaker:
            continue
        for span in attribution.content:
            for word in words_in(p, span):
                if text.quoted[word]:
                    quoting[word] = number
    return quoting


def _place(turn: tuple[int, str]) -> int:
    return turn[0]
