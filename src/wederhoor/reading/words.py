"""The words of a parse that a search looks for: those with a letter or digit in them, and their lemmas."""

from __future__ import annotations

from wederhoor.records import Words
from wederhoor.records.parse import Parse


def searched_words(parsed: Parse) -> Words:
    """The columns of a parse that outlive it."""
    kept = [n for n, word in enumerate(parsed.words) if word.isalnum() or any(map(str.isalnum, word))]
    return Words(
        starts=tuple(parsed.starts[n] for n in kept),
        ends=tuple(parsed.ends[n] for n in kept),
        lemmas=tuple(parsed.lemmas[n].lower() for n in kept),
        sentences=tuple(parsed.span(first, end) for first, end in parsed.sentences if first < end),
    )
