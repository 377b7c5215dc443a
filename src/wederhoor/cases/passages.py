"""The words of a statement that tell what a conflict is about: one sentence of what may be many."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Sequence

from wederhoor.records import Passage, SideRef, Span, Study, Words

SHORT = 5
"""Words and marks of a first sentence, at most, that says too little without the next: *Een leugen.*"""


class Passages:
    """Finds the sentence of a statement that has most of some words; what answers in other words opens with its answer."""

    def __init__(self, studies: Sequence[Study]) -> None:
        self._words = {study.reading.doc: study.words for study in studies}
        self._contents = {SideRef(s.reading.doc, a.id): a.content for s in studies for a in s.reading.attributions}

    def of(self, side: SideRef, terms: Collection[str], *, answers: bool = False) -> Passage | None:
        """The words, of sentences with as many the longest; None for a statement that was added by a person.

        Of one that ``answers`` another the first, where it has none of the terms.
        """
        spans = (side.side.author,) if not isinstance(side.side, str) else self._contents.get(side, ())
        words = self._words[side.doc]
        pieces = [piece for span in spans for piece in _sentences(words, span)] or [*spans]
        if not pieces:
            return None
        told = {at: sum(_has(words, at, term) for term in terms) for at in pieces}
        best = max(pieces, key=lambda at: (told[at], at[1] - at[0]))
        if not answers or _is_one_sentence(words, pieces):  # de mail ... een vervalsing
            return Passage(side.doc, best)
        first, second = pieces[:2]
        said = best if told[best] else first
        opens = said in (first, second) and _is_short_before(words, first, second)
        return Passage(side.doc, (first[0], second[1]) if opens else said)


def _is_one_sentence(words: Words, pieces: Sequence[Span]) -> bool:
    starts = [start for start, _ in words.sentences]
    return len({bisect_right(starts, at[0]) for at in pieces}) == 1


def _is_short_before(words: Words, first: Span, second: Span) -> bool:
    """Whether a sentence of a few words stands right before another."""
    begin, end, behind = (bisect_left(words.starts, at) for at in (first[0], first[1], second[0]))
    return end - begin <= SHORT and end == behind


def _sentences(words: Words, span: Span) -> Iterator[Span]:
    """The sentences of a stretch, each as far as it lies in it."""
    starts = [start for start, _ in words.sentences]
    first = max(0, bisect_right(starts, span[0]) - 1)
    for start, end in words.sentences[first : bisect_left(starts, span[1])]:
        cut = max(start, span[0]), min(end, span[1])
        if cut[0] < cut[1]:
            yield cut


def _has(words: Words, span: Span, term: str) -> bool:
    first, last = bisect_left(words.starts, span[0]), bisect_left(words.starts, span[1])
    return term in words.lemmas[first:last]
