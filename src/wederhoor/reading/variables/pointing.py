"""The word of a claim that stands for one of its sides: *dat leidt tot*, *daardoor*."""

from __future__ import annotations

from collections.abc import Iterator

from wederhoor.languages.causes import Frame
from wederhoor.reading.causes.matching import points_back
from wederhoor.reading.holders import words_of
from wederhoor.reading.text import Text
from wederhoor.records import CausalClaim, Span

SHOWN: tuple[Frame, ...] = ("adverb",)
TAKING_UP: tuple[Frame, ...] = ("adverb", "clause", "main")


def pointer(text: Text, claim: CausalClaim, side: Span) -> Span | None:
    """Where such a word is, the side being the one that it stands for: the one before it."""
    p = text.parse
    other = claim.effect if side == claim.cause else claim.cause
    for w in _near(text, claim):
        apart = side[1] <= p.starts[w] and not other[0] <= p.starts[w] < other[1]
        if apart and _stands_for_clause(text, w, SHOWN):
            nearer = other[1] <= p.starts[w] and other[1] > side[1]
            return None if nearer else p.span(w, w + 1)
    return None


def takes_up(text: Text, claim: CausalClaim) -> int | None:
    """Where a word begins that refers back to what was said before as a cause: *dat*, *daardoor*, *waardoor*, *zodat*."""
    p = text.parse
    for w in _near(text, claim):
        if claim.cause[1] <= p.starts[w] < claim.effect[0] and _stands_for_clause(text, w, TAKING_UP):
            return p.starts[w]
    return None


def _near(text: Text, claim: CausalClaim) -> Iterator[int]:
    """The words of the marker and those below them."""
    if claim.marker is not None:
        first, end = words_of(text.parse, claim.marker)
        yield from sorted({*range(first, end), *(c for w in range(first, end) for c in text.parse.children[w])})


def _stands_for_clause(text: Text, word: int, frames: tuple[Frame, ...]) -> bool:
    p, causes = text.parse, text.pack.causes
    if points_back(text, word) or p.lower[word] in causes.relatives:
        return True
    if any(p.lower[word] in words for words in causes.back.values()):
        return True
    return any(
        len(entry.words) == 1 and entry.side == "effect" and entry.frame in frames
        for entry in causes.connectives.get(p.lower[word], ())
    )
