"""What an author says himself in a sentence that goes on with the word of another."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from wederhoor.reading.text import Text
from wederhoor.syntax.clauses import is_finite


def clause_before_contrast(text: Text, words: Sequence[int], reported: Collection[int]) -> Sequence[int]:
    """*[Drie zijn overleden], maar volgens de directeur is dat toeval*: the words before *but*; none that another said."""
    p = text.parse
    told = [w for w in words if w in reported]
    at = next((w for w in words if p.lower[w] in text.pack.grammar.contrasts), None)
    if not told or at is None or told[0] < at:
        return ()
    own = range(words[0], at)
    said = any(text.quoted[w] for w in own) or p.words[at - 1] == ":"
    whole = any(is_finite(p, w) and p.heads[w] in (w, at, *own) for w in own)
    return own if whole and not said else ()
