"""Which way a side of a claim changes: rises, falls, starts, ends, stays."""

from __future__ import annotations

from wederhoor.reading.causes.matching import denies
from wederhoor.reading.holders import Extent
from wederhoor.reading.text import Text
from wederhoor.records import Change
from wederhoor.records.parse import Parse

TURNED: dict[Change, Change] = {"end": "stay"}
"""What does not end stays; what does not rise may fall or stay."""


def change_of(text: Text, extent: Extent) -> Change | None:
    """The change that the words of an extent name, those nearest to its head first; None where it is denied."""
    p = text.parse
    words = text.pack.causes.changes
    depth = {w: _depth(p, w, extent) for w in range(*extent)}
    for w in sorted(depth, key=lambda w: (depth[w], w)):
        change = words.get(p.lower[w]) or words.get(p.lemmas[w].lower())
        if change is None or (p.upos[w] == "NOUN" and depth[w] > 1):
            continue
        denied = any(denies(text, c) for c in (p.heads[w], *p.children[w], *p.children[p.heads[w]]))
        return TURNED.get(change) if denied else change
    return None


def is_change(text: Text, head: int) -> bool:
    """Whether a noun is a change or of something that is more or less: *de daling*, *stijgende prijzen*, *minder regen*."""
    p, words = text.parse, text.pack.variables
    if p.lemmas[head].lower() in words.nouns:
        return True
    beside = [c for c in p.children[head] if c < head and p.deps[c] in ("amod", "det", "nummod", "advmod")]
    return any(
        form in words.adjectives or form in words.degrees or form in text.pack.causes.changes
        for c in beside
        for form in (p.lower[c], p.lemmas[c].lower())
    )


def _depth(p: Parse, word: int, extent: Extent) -> int:
    """How many words of the extent stand above the word."""
    depth, here = 0, word
    while p.heads[here] != here and extent[0] <= p.heads[here] < extent[1]:
        here = p.heads[here]
        depth += 1
    return depth
