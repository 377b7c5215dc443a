"""What a language pack says of numbers: its number words, vague numbers, and what stands around them."""

from __future__ import annotations

import msgspec

Phrases = tuple[tuple[str, ...], ...]
"""Phrases as their words in lower case."""


class Numbers(msgspec.Struct, frozen=True, forbid_unknown_fields=True, eq=False):
    """The number grammar of ``numbers.toml``. Words in lower case.

    Compared by identity, so that what is made of it can be kept.
    """

    joiners: tuple[str, ...]
    """Between ones and tens inside a word: vijfENtwintig, twenty-five."""
    halves: frozenset[str]
    """What ones are joined to for a half more: drieënHALF."""
    ordinal_endings: tuple[str, ...]
    """Behind a number for its ordinal: eenendertigSTE."""
    digit_endings: tuple[str, ...]
    """Behind a number in digits for its ordinal: 2e, 2nd."""
    decimal_mark: str
    group_mark: str
    articles: frozenset[str]
    """Number words that by themselves are the article: een."""
    range: Phrases
    """Between the ends of a range: tien tot twintig."""
    between: frozenset[str]
    between_and: frozenset[str]
    of_whole: Phrases
    """Between a share and its whole: tweederde van de 300."""
    out_of: Phrases
    """Between so many and the number that they are of: een op de tien."""
    percent: frozenset[str]
    currency: frozenset[str]
    """Signs, codes and names of money, the first two of which stand before its number: US $ 2 miljard."""
    least: Phrases
    most: Phrases
    least_behind: Phrases
    """Behind a number, or behind what it counts: three or more."""
    most_behind: Phrases
    uncounted: frozenset[str]
    """Nouns (lemmas) whose number counts no people, things or money: jaar, procent, keer."""
    values: dict[str, int]
    ordinals: dict[str, int]
    """Those that are not made with one of ``ordinal_endings``."""
    multipliers: dict[str, int]
    fractions: dict[str, tuple[int, int]]
    share_nouns: frozenset[str]
    """Lemmas before which an ordinal is a share: *een derde deel*, not *een derde termijn*."""
    vague: dict[str, tuple[int, int]]
    """Word -> the least and the most that it means; a most of 0 is open."""
    few: frozenset[str] = frozenset()
    """Before a multiplier: some of it, two to nine: a few hundred."""
    tens_first: bool = False
    """Tens stand before ones: twenty-five, not vijfentwintig."""
    apart: bool = False
    """A number may be written in several words: two hundred and fifty."""
    between_words: frozenset[str] = frozenset()
    """Between the words of such a number: and."""
