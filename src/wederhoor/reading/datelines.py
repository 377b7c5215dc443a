"""What stands above and before a text: lines with its date, paper and writer, and datelines (*UTRECHT (ANP), 7 oktober 2024 -*).

They say where and when a text was written and are no part of what it says. The one place that knows them: the date is taken
from here, names take from here what is a place, and the pipeline is not given what would pass for the subject of a sentence.
Lines and datelines are read by a regular grammar over classes of words: dates, hours, the words that stand beside a date (the
pack's ``beside_date``), names by their capitals, numbers and signs.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from wederhoor.languages.pack import LanguagePack
from wederhoor.reading.dateline_grammar import DatelineGrammar, Day, dateline_grammar, day_of
from wederhoor.records import Span
from wederhoor.syntax.pieces import Dateline
from wederhoor.syntax.quotations import LINE

FIRST_LINES: Final = 8
"""Lines at the beginning of a text of which one may have its date."""
LAST_LINES: Final = 2
"""The same at its end."""
LONGEST_LINE: Final = 160
"""Code points of a line that holds a date and what stands beside one."""
LONGEST_HEADLINE: Final = 120
"""Code points of a headline, at most."""


@dataclass(frozen=True, slots=True)
class DatedLines:
    """The lines of a text that only say when and by whom it was made, and the grammar for what opens its paragraphs."""

    lines: frozenset[Span] = frozenset()
    date: str | None = None
    """The day that the text says it is of, ISO 8601."""
    title: str | None = None
    """The first line that is none of these, where it reads like a headline."""
    opening: int | None = None
    """Where the one paragraph begins that opens with a day and no place. Where several do it is a chronicle that they tell."""
    grammar: DatelineGrammar | None = field(default=None, repr=False)

    def dateline(self, text: str, start: int, end: int) -> Dateline | None:
        """The dateline that opens the paragraph from ``start`` to ``end``."""
        found = None if self.grammar is None else self.grammar.dateline(text, start, end)
        return None if found is None or (found.place is None and start != self.opening) else found


def read_heads(text: str, pack: LanguagePack) -> DatedLines:
    """The lines above and below a text that are no part of it, its date and its headline."""
    grammar = dateline_grammar(pack)
    lines = [line.span() for line in LINE.finditer(text) if line.group().strip()]
    places = [*lines[:FIRST_LINES], *lines[FIRST_LINES:][-LAST_LINES:]]
    found = {(start, end): grammar.line(text[start:end]) for start, end in places if end - start <= LONGEST_LINE}
    heads = {line for line, days in found.items() if days is not None}
    openings = [opening for line in places if line not in heads and (opening := grammar.dateline(text, *line))]
    alone = _alone(openings)
    days = [day for named in found.values() for day in named or ()]
    days += _opening_days(openings, alone)
    if len(heads) == len(lines):
        heads.clear()  # a text of nothing else says at least that
    return DatedLines(frozenset(heads), _first(days), _headline(text, lines, heads), alone, grammar)


def _first(days: list[Day]) -> str | None:
    """The day of a text of these: that of its first version, where another is told apart."""
    return next((day.day for day in sorted(days, key=lambda day: day.revised)), None)


def _alone(openings: list[Dateline]) -> int | None:
    """Where the one begins that has a day and no place; None where there are none, or several."""
    placeless = [opening.span[0] for opening in openings if opening.place is None]
    return placeless[0] if len(placeless) == 1 else None


def _opening_days(openings: list[Dateline], alone: int | None) -> list[Day]:
    return [Day(o.day, revised=False) for o in openings if o.day and (o.place or o.span[0] == alone)]


def date_of_name(name: str, pack: LanguagePack) -> str | None:
    """The date in the name of a file: *2024-10-07_kop*, *20241007-kop*, *kop 7-okt-2024*; ISO 8601."""
    days = {
        day
        for match in dateline_grammar(pack).in_names.finditer(name.rpartition("/")[2])
        if (day := day_of(match, pack.times))
    }
    return days.pop() if len(days) == 1 else None


def _headline(text: str, lines: list[Span], heads: set[Span]) -> str | None:
    """The first line of the text itself, where it is short, without a full stop, and with text below it."""
    own = [line for line in lines if line not in heads]
    if len(own) < 2:
        return None
    line = " ".join(text[slice(*own[0])].split())
    is_sentence = re.search(r"[.!?…]([\s\"'”’»]|$)|:$", line)
    return line if len(line) <= LONGEST_HEADLINE and not is_sentence else None
