"""Words that introduce a source, and the noun phrase that follows them."""

from __future__ import annotations

from wederhoor.languages.lexicon import SourceMarker
from wederhoor.reading.parse import Parse


def marker_at(p: Parse, word: int, marker: SourceMarker) -> bool:
    """Whether the words of a marker begin at ``word`` and something follows; a closing one stands behind a comma."""
    end = word + len(marker.before)
    if end >= len(p) or tuple(p.lower[word:end]) != marker.before:
        return False
    return not marker.closing or (word > 0 and p.upos[word - 1] == "PUNCT" and p.words[end][:1].isupper())


def noun_after(p: Parse, word: int) -> int | None:
    """The head of the noun phrase that begins right after ``word``."""
    if p.deps[word] in ("case", "fixed", "mark", "advmod") and p.heads[word] > word and p.upos[p.heads[word]] in (
        "NOUN", "PROPN", "PRON", "ADJ", "NUM", "DET", "X",
    ):  # fmt: skip
        return p.heads[word]
    for here in range(word + 1, min(word + 8, len(p))):
        if p.upos[here] in ("NOUN", "PROPN", "PRON"):
            head = here
            while (
                word < p.heads[head] < here + 8 and p.heads[head] != head and p.upos[p.heads[head]] in ("NOUN", "PROPN")
            ):
                head = p.heads[head]
            return head
        if p.upos[here] in ("PUNCT", "VERB"):
            return None
    return None
