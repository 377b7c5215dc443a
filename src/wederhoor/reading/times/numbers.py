"""Number words, put together as a language's numerals say: *tweeëntwintig*, *driehonderdvijf*, *negentienhonderdtien*."""

from __future__ import annotations

from collections.abc import Iterator

from wederhoor.languages.times import Numerals

HUNDREDS = 21
"""Hundreds that are counted out: up to *twintighonderd*, for years."""


def cardinals(numerals: Numerals) -> dict[str, float]:
    """Every number word up to 999, years up to 2099, whole thousands below a hundred, and halves: *tweeënhalf*."""
    small = dict(_below_hundred(numerals))
    words: dict[str, float] = dict(small)
    for times in range(1, HUNDREDS):
        counted = [word for word, value in small.items() if value == times] if times > 1 else [""]
        for count in counted:
            stem = count + numerals.hundred
            words.setdefault(stem, times * 100)
            words |= {stem + rest: times * 100 + value for rest, value in small.items() if value}
    for word, value in small.items():
        if value > 1:
            words[word + numerals.thousand] = value * 1000
        if 1 < value < 10:
            words[word + numerals.half_after.get(word[-1], numerals.half)] = value + 0.5
    words[numerals.thousand] = 1000
    return words


def ordinals(numerals: Numerals) -> dict[str, int]:
    """Every ordinal up to the hundredth: *eenendertigste*."""
    words = dict(numerals.ordinals)
    for word, value in _below_hundred(numerals):
        if value >= 20:
            words[word + numerals.ordinal_ending] = value
    words[numerals.hundred + numerals.ordinal_ending] = 100
    return words


def _below_hundred(numerals: Numerals) -> Iterator[tuple[str, int]]:
    yield from numerals.ones.items()
    for ten, tens in numerals.tens.items():
        yield ten, tens
        for one, value in numerals.ones.items():
            if 0 < value < 10:
                yield one + numerals.joint_after.get(one[-1], numerals.joint) + ten, tens + value


def number_classes(value: float, *, in_words: bool = False) -> list[str]:
    """What a number may be: a day, an hour, a year, a decade. In words a year is no round hundred."""
    classes = ["NUM"]
    if value != int(value):
        return classes
    if 1 <= value <= 31:
        classes.append("DAY")
    if 0 <= value <= 24:
        classes.append("HOUR")
    if value % 10 == 0 and 0 <= value <= 90:
        classes.append("TEN")
    if 1000 <= value <= 2100 and not (in_words and value % 100 == 0):
        classes.append("YEAR")
    return classes
