"""Numbers in digits and in words, these read from their parts: *drieënveertigduizend* is (drie en veertig) duizend."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import cache, lru_cache

from wederhoor.languages.numbers import Numbers

DIGITS = re.compile(r"\d+")
HIGHEST_RANK = 100
"""The highest ordinal that is read from its parts."""
HYPHEN = "-"
"""Between the words of one number: *twenty-two*; what is larger behind it is another number: *ten-twenty*."""
KEPT = 65_536
"""Forms of which it is kept what they come to."""


def number_of(form: str, words: Numbers) -> float | None:
    """The value of a number word in lower case, an int where it is whole; None for any other word."""
    return _kept(form, words) if may_begin(form, words) else None


def may_begin(form: str, words: Numbers) -> bool:
    """Whether a number word may begin so; most words may not, which saves a look at their parts."""
    return form[:2] in _starts(words)


def rank_of(form: str, words: Numbers) -> int | None:
    """The place that an ordinal gives, up to the hundredth: *derde*, *eenendertigste*, *twenty-first*."""
    if form in words.ordinals:
        return words.ordinals[form]
    for ending in words.ordinal_endings:
        value = number_of(form.removesuffix(ending), words) if form.endswith(ending) else None
        if value is not None and 20 <= value <= HIGHEST_RANK and value == int(value):
            return int(value)
    tens, joiner, ones = _last_split(form, words) if words.tens_first else ("", "", "")
    value, rank = words.values.get(tens, 0), words.ordinals.get(ones, 0)
    return value + rank if joiner and value >= 20 and 0 < rank < 10 else None


def rank_in_digits(form: str, words: Numbers) -> int | None:
    """The place that an ordinal in digits gives: *2e*, *16de*, *2nd*."""
    for ending in words.digit_endings:
        digits = form.removesuffix(ending)
        if digits != form and digits.isdecimal():
            return int(digits)
    return None


def number_in_digits(form: str, words: Numbers) -> Fraction | None:
    """The value of a number in digits, with the language's marks: 2500, 33.000, 1,1."""
    groups = form.split(words.decimal_mark)
    whole = groups[0].split(words.group_mark)
    grouped = len(whole) == 1 or (len(whole[0]) <= 3 and all(len(g) == 3 for g in whole[1:]))
    if len(groups) > 2 or not grouped or not all(DIGITS.fullmatch(g) for g in (*whole, *groups[1:])):
        return None
    return Fraction("".join(whole) + ("." + groups[1] if len(groups) == 2 else ""))


def number_in_words(forms: Sequence[str], words: Numbers) -> tuple[int, int] | None:
    """The value of the several words that a number may begin with, and how many: *two hundred and fifty people* is 250 in four.

    None where the number has one word only. A larger word takes what stands before it that many times; a smaller one is added.
    """
    total = part = place = end = 0
    hundred = min(words.multipliers.values(), default=0)
    for here, form in enumerate(forms):
        if end == here and here and _joins(form, place, words):
            continue
        by = words.multipliers.get(form, 0)
        value = by or number_of(form, words)
        if not isinstance(value, int) or (place and not by and value >= place):
            break
        if not by:
            part, place = part + value, 10 if value >= 20 else 1
        else:
            counted = (part or 1) * by
            total, part, place = (total, counted, by) if by == hundred else (total + counted, 0, by)
        end = here + 1
    return (total + part, end) if end > 1 else None


def _joins(form: str, place: int, words: Numbers) -> bool:
    """Whether a word only joins two of one number: *twenty-two*, *two hundred and fifty*."""
    return form == HYPHEN or (form in words.between_words and place >= HIGHEST_RANK)


def plain(value: Fraction) -> float:
    """A number as an int where it is whole, else as a float."""
    return int(value) if value.denominator == 1 else float(value)


@cache
def _starts(words: Numbers) -> frozenset[str]:
    return frozenset(word[:2] for word in (*words.values, *words.multipliers))


@lru_cache(maxsize=KEPT)
def _kept(form: str, words: Numbers) -> float | None:
    value = _composed(form, words)
    return None if value is None else plain(value)


def _composed(form: str, words: Numbers) -> Fraction | None:
    """A multiplier with what stands before and behind it, ones and tens, or ones and a half."""
    if form in words.values:
        return Fraction(words.values[form])
    for name, by in sorted(words.multipliers.items(), key=lambda pair: -pair[1]):
        place = form.find(name)
        if place < 0:
            continue
        before = _composed(form[:place], words) if place else Fraction(1)
        rest = form[place + len(name) :]
        behind = _behind(rest, words) if rest else Fraction(0)
        return None if before is None or behind is None else before * by + behind
    for first, second in _splits(form, words):
        written = (second, first) if words.tens_first else (first, second)
        ones, tens = (words.values.get(part, 0) for part in written)
        if 0 < ones < 10 and tens >= 20:
            return Fraction(ones + tens)
        if 1 < ones < 10 and second in words.halves:
            return ones + Fraction(1, 2)
    return None


def _behind(rest: str, words: Numbers) -> Fraction | None:
    value = _composed(rest, words)
    if value is not None:
        return value
    joiner = next((j for j in words.joiners if rest.startswith(j)), None)
    return _composed(rest[len(joiner) :], words) if joiner and len(rest) > len(joiner) else None


def _splits(form: str, words: Numbers) -> Iterator[tuple[str, str]]:
    for joiner in words.joiners:
        place = form.find(joiner, 1)
        while place > 0:
            yield form[:place], form[place + len(joiner) :]
            place = form.find(joiner, place + 1)


def _last_split(form: str, words: Numbers) -> tuple[str, str, str]:
    """What stands before and behind the last joiner, with it; empty where there is none."""
    return next((parts for joiner in words.joiners if (parts := form.rpartition(joiner))[1]), ("", "", ""))
