"""The words of a statement that tell what a conflict is about: one sentence of what may be many."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Sequence

from wederhoor.records import Passage, SideRef, Span, Study, Words


class Passages:
    """Finds the sentence of a statement that has most of some words."""

    def __init__(self, studies: Sequence[Study]) -> None:
        self._words = {study.reading.doc: study.words for study in studies}
        self._contents = {SideRef(s.reading.doc, a.id): a.content for s in studies for a in s.reading.attributions}

    def of(self, side: SideRef, terms: Collection[str]) -> Passage | None:
        """The words; of sentences with as many the first. None for a statement that was added by a person."""
        spans = (side.side.author,) if not isinstance(side.side, str) else self._contents.get(side, ())
        words = self._words[side.doc]
        pieces = [piece for span in spans for piece in _sentences(words, span)] or [*spans]
        if not pieces:
            return None
        return Passage(
            side.doc, max(pieces, key=lambda at: (sum(_has(words, at, term) for term in terms), at[1] - at[0]))
        )


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
