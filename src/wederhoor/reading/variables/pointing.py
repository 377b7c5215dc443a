"""The word of a claim that stands for one of its sides: *dat leidt tot*, *daardoor*."""

from __future__ import annotations

from wederhoor.reading.causes.matching import points_back
from wederhoor.reading.holders import words_of
from wederhoor.reading.variables.scope import Around
from wederhoor.records import CausalClaim, Span


def pointer(around: Around, claim: CausalClaim, side: Span) -> Span | None:
    """Where such a word is, the side being the one that it stands for: the one before it."""
    if claim.marker is None:
        return None
    p = around.p
    other = claim.effect if side == claim.cause else claim.cause
    first, end = words_of(p, claim.marker)
    near = dict.fromkeys([*range(first, end), *(c for w in range(first, end) for c in p.children[w])])
    for w in sorted(near):
        if _stands_for_clause(around, w) and side[1] <= p.starts[w] and not other[0] <= p.starts[w] < other[1]:
            nearer = other[1] <= p.starts[w] and other[1] > side[1]
            return None if nearer else p.span(w, w + 1)
    return None


def _stands_for_clause(around: Around, word: int) -> bool:
    p, causes = around.p, around.pack.causes
    if points_back(p, word, around.pack) or p.lower[word] in causes.relatives:
        return True
    if any(p.lower[word] in words for words in causes.back.values()):
        return True
    return any(
        len(entry.words) == 1 and entry.side == "effect" and entry.frame == "adverb"
        for entry in causes.connectives.get(p.lower[word], ())
    )
