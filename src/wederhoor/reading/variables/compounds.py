"""Compounds taken apart: *prijsstijging* is a rise of the *prijs*, *lpg-prijs* is a *prijs* of *lpg*."""

from __future__ import annotations

from collections.abc import Container

from wederhoor.languages.pack import LanguagePack
from wederhoor.languages.variables import EventNaming, Way

SHORTEST_TAIL = 4
"""Letters of the last part of a compound, at least."""
SHORTEST_PART = 3
"""Letters of its first part, at least."""


def split(lemma: str, tails: Container[str], pack: LanguagePack) -> tuple[str, str] | None:
    """The first and the last part of a compound, None where it ends in none of the tails; the longest tail counts."""
    naming = pack.variables.naming
    for cut in pack.hooks.cuts(lemma):
        if not SHORTEST_PART <= cut <= len(lemma) - SHORTEST_TAIL:
            continue
        tail = lemma[cut:].lstrip("-")
        first = lemma[:cut].rstrip("-")
        if tail in tails and len(first) >= SHORTEST_PART - (lemma[cut - 1] == "-") and first not in naming.prefixes:
            return unlinked(first, naming), tail
    return None


def changed_part(lemma: str, pack: LanguagePack) -> tuple[str, Way] | None:
    """What a noun of change says the change of: *loonsverhoging* is *loon*, up."""
    words = pack.variables
    if lemma in words.nouns or lemma in words.classes or lemma in words.tails:
        return None
    parts = split(lemma, words.change_tails, pack)
    return (parts[0], words.change_tails[parts[1]]) if parts else None


def unlinked(first: str, naming: EventNaming) -> str:
    """A first part without the *s* that links it."""
    return first[:-1] if first.endswith(naming.linked) else first
