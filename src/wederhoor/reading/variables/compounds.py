"""Compounds taken apart: *prijsstijging* is a rise of the *prijs*, *lpg-prijs* is a *prijs* of *lpg*."""

from __future__ import annotations

from collections.abc import Container
from functools import lru_cache

from wederhoor.languages.variables import EventNaming, VariableWords, Way

SHORTEST_TAIL = 4
SHORTEST_PART = 3
VOWELS = "aeiouyáéíóúäëïöüèêj"


def split(lemma: str, tails: Container[str], words: VariableWords) -> tuple[str, str] | None:
    """The first and the last part of a compound, None where it ends in none of the tails; the longest tail counts."""
    for cut in range(SHORTEST_PART, len(lemma) - SHORTEST_TAIL + 1):
        tail = lemma[cut:].lstrip("-")
        first = lemma[:cut].rstrip("-")
        if (
            tail in tails
            and len(first) >= SHORTEST_PART - (lemma[cut - 1] == "-")
            and first not in words.naming.prefixes
        ):
            return unlinked(first, words.naming), tail
    return None


def changed_part(lemma: str, words: VariableWords) -> tuple[str, Way] | None:
    """What a noun of change says the change of: *loonsverhoging* is *loon*, up."""
    if lemma in words.nouns or lemma in words.classes or lemma in words.tails:
        return None
    parts = split(lemma, words.change_tails, words)
    return (parts[0], words.change_tails[parts[1]]) if parts else None


def unlinked(first: str, naming: EventNaming) -> str:
    """A first part without the *s* that links it."""
    return first[:-1] if first.endswith(naming.linked) else first


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """A rough stem, under which the forms of a noun and the first part of a compound meet: *huizen*, *huis*; *lonen*, *loon*."""
    found = word.lower()
    if len(found) > 4:
        for ending in ("en", "e", "s"):
            if found.endswith(ending) and (ending != "s" or found[-2] not in VOWELS):
                found = found[: -len(ending)]
                break
    found = found.replace("aa", "a").replace("ee", "e").replace("oo", "o").replace("uu", "u")
    if len(found) > 2 and found[-1] == found[-2] and found.isalpha():
        found = found[:-1]
    return found[:-1] + {"z": "s", "v": "f"}.get(found[-1], found[-1]) if found else found
