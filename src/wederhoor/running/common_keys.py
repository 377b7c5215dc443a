"""Keys of variables in the terms that language packs share, so that a variable of two languages is one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

from wederhoor.languages.concepts import Concepts
from wederhoor.languages.pack import LanguagePack
from wederhoor.languages.several import concepts_of, packs_of
from wederhoor.records import Factor, Study

OWNER = "@"
"""In keys and parts before an actor or a country."""


@dataclass(frozen=True, slots=True)
class VariableKey:
    """By what a variable is known; ``flipped``: the shared term is the opposite of what its language's key means."""

    head: str
    parts: tuple[str, ...]
    flipped: bool = False


def keys_in(studies: Sequence[Study]) -> Callable[[str, Factor], VariableKey]:
    """What gives the key of a factor of a language: as it is where all are in one, else in the terms that they share.

    Raises WederhoorError W203 where a study is in a language that there is no pack for.
    """
    langs = {study.reading.lang: None for study in studies}
    if len(langs) < 2:
        return lambda _, factor: VariableKey(factor.key, factor.parts)
    packs = packs_of(langs)
    return lambda lang, factor: _key(factor, packs.of(lang))


def _key(factor: Factor, pack: LanguagePack) -> VariableKey:
    concepts, by_stem = _concepts(pack)
    head, flipped = concepts.variable(factor.key)
    return VariableKey(head, tuple(sorted(_part(part, concepts, by_stem) for part in factor.parts)), flipped)


def _part(part: str, concepts: Concepts, by_stem: dict[str, str]) -> str:
    """*door:bank*: what a part says, behind the preposition that tells it."""
    marker, colon, word = part.rpartition(":")
    before = f"{concepts.role(marker)}:" if colon else ""
    if word.startswith(OWNER):
        return before + word
    return before + (concepts.detail(by_stem[word]) if word in by_stem else f"{concepts.code}:{word}")


@cache
def _concepts(pack: LanguagePack) -> tuple[Concepts, dict[str, str]]:
    """The concepts of a pack, and the words that have one by the stems that the parts of names are kept under."""
    concepts = concepts_of(pack)
    words = [*concepts.things, *concepts.qualities]
    return concepts, {pack.hooks.stem(word): word for word in reversed(words)}
