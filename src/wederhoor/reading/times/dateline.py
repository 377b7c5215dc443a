"""The date that a document gives itself: *14 januari 2022* on a line of its own, *UTRECHT, 14 jan. 2022 -* before the report."""

from __future__ import annotations

import datetime as dt
from typing import Final

from wederhoor.languages.pack import LanguagePack
from wederhoor.reading.times.cascade import reduced
from wederhoor.reading.times.dates import full_year
from wederhoor.reading.times.expressions import Calendar
from wederhoor.reading.times.grammar import Grammar, grammar_of
from wederhoor.reading.times.view import Memory, View
from wederhoor.reading.times.words import items_of
from wederhoor.syntax.parse import Parse

FIRST_LINES: Final = 8
LAST_LINES: Final = 2
LONGEST: Final = 24
"""Words of a line that holds a date and what stands beside one: a place, a name, an hour."""
NAMED_BY: Final = ("CAL", "DUR", "CLOCK", "RANGE")


def date_of(p: Parse, pack: LanguagePack) -> str | None:
    """The date in the first lines of a document, else in its last, ISO 8601; None where there is none or no such day.

    A line counts that has nothing but a day with its year, the place, names of writers, and words as *Gepubliceerd*.
    """
    grammar = grammar_of(pack.times, pack.numbers)
    lines = _lines(p)
    for first, end in [*lines[:FIRST_LINES], *lines[FIRST_LINES:][-LAST_LINES:]]:
        found = _date_in(p, first, end, grammar)
        if found:
            return found
    return None


def _lines(p: Parse) -> list[tuple[int, int]]:
    """The paragraphs; of the first ones only the first sentence where that is a dateline."""
    lines: list[tuple[int, int]] = []
    for first, end in p.paragraphs:
        sentence = p.sentences[p.sentence_of[first]]
        dateline = sentence[1] < end and p.upos[sentence[1] - 1] == "PUNCT" and p.words[sentence[0]].isupper()
        lines.append(sentence if dateline else (first, end))
    return lines


def _date_in(p: Parse, first: int, end: int, grammar: Grammar) -> str | None:
    items = items_of(p, first, end, grammar) if end - first <= LONGEST else None
    if items is None:
        return None
    day: str | None = None
    for item in reduced(items, grammar)[1:-1]:
        named = next((item.terms[name] for name in NAMED_BY if name in item.terms), None)
        if named is None:
            if not all(_may_stand_beside(p, word, grammar) for word in range(item.first, item.end)):
                return None
        elif day is None:
            day = _day(named)
    return day


def _may_stand_beside(p: Parse, word: int, grammar: Grammar) -> bool:
    if (
        p.upos[word] in ("PUNCT", "SYM", "PROPN")
        or p.entity_of[word] >= 0
        or p.lower[word] in grammar.source.beside_date
    ):
        return True
    return p.words[word].isupper() and p.words[word].isalpha()


def _day(named: object) -> str | None:
    """The day of an expression that names it with its year."""
    if not isinstance(named, Calendar) or named.year is None or named.month is None or named.day is None:
        return None
    try:
        year = full_year(named.year, View(None, 0, Memory(), 0, 0))
        return dt.date(year, named.month, named.day).isoformat()
    except ValueError:
        return None
