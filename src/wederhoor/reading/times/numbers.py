"""What a number may be in an expression of time."""

from __future__ import annotations

from wederhoor.languages.numbers import Numbers
from wederhoor.syntax.number_words import number_of, rank_of


def numeral_terms(word: str, words: Numbers) -> dict[str, object]:
    """The classes of a number word or an ordinal with its value; empty for any other word."""
    number = number_of(word, words)
    if number is not None:
        return dict.fromkeys(number_classes(number, in_words=True), number)
    rank = rank_of(word, words)
    return {} if rank is None else {"ORD": rank}


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
