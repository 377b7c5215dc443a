"""The lines above a text: a kicker, a headline, a line below it."""

from __future__ import annotations

from typing import Final

from wederhoor.records.parse import Parse

LINES: Final = 3
"""Lines above a text, at most."""
LONGEST: Final = 30
"""Words of such a line, at most."""
ENDS: Final = frozenset({".", "!", "?", "…", "...", ","})
"""Marks that such a line does not end with."""


def headline_end(p: Parse) -> int:
    """The word behind the lines above a text: short ones without a full stop, with more below."""
    end = 0
    for first, last in p.paragraphs[: min(LINES, len(p.paragraphs) - 1)]:
        if last - first > LONGEST or p.words[last - 1] in ENDS:
            break
        end = last
    return end
