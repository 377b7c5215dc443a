"""The regular grammar of datelines and of lines with a date: the expressions of one language, from the words of its pack."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Final

from wederhoor.languages.pack import LanguagePack
from wederhoor.languages.times import Times
from wederhoor.reading.times.dates import full_year
from wederhoor.reading.times.view import Memory, View
from wederhoor.syntax.pieces import Dateline

MOST_NAMES: Final = 16
"""Words with capitals in a line with a date: more are a list of names, not who wrote it."""
MOST_NUMBERS: Final = 4
"""Numbers in a line with a date are fewer than these: it is a table else."""
_UPPER: Final = "A-ZÀ-ÖØ-Þ"
_LOUD: Final = re.compile(
    rf"\s*(?P<place>[{_UPPER}][{_UPPER}'’./ -]{{2,40}})"
    rf"(?:\([^()\n]{{2,30}}\)(?:\s+[-–—])?|(?:, [^–—\n-]{{2,20}})?\s[-–—])\s+(?=[\"'“‘„«]?[{_UPPER}])"
)
"""*UTRECHT (ANP) -*, *SLUIS, 3 mei -*: a place in capitals needs nothing else to be told from the report."""
_SIGNS: Final = re.compile(r"\s*(?:[-–—,;:.·•|/()\[\]©*+]|(?<=\s)[-–—]+(?=\s))\s*|\s+")
_NAME: Final = re.compile(
    rf"['’]?[{_UPPER}][\w'’&.-]*|[\w.+-]+@[\w.-]+|(?:https?://|www\.)\S+|@\w+|\w+\.(?:nl|be|com|org|eu|net)\b"
)
_NUMBER: Final = re.compile(r"[0-9]+(?:[.:,][0-9]+)?%?")
_WORD: Final = re.compile(r"[^\W\d_][\w'’]*\.?")


@dataclass(frozen=True, slots=True)
class Day:
    """A day that a text names as its own, ISO 8601."""

    day: str
    revised: bool
    """Whether it is said to be that of a later version."""


@dataclass(frozen=True, slots=True)
class DatelineGrammar:
    """The regular expressions of one language."""

    times: Times
    date: re.Pattern[str]
    weekday: re.Pattern[str]
    clock: re.Pattern[str]
    opening: re.Pattern[str]
    in_names: re.Pattern[str]

    def line(self, line: str) -> list[Day] | None:
        """The days that a line names; None where it holds more than a date and what stands beside one."""
        days: list[Day] = []
        kinds: list[str] = []
        words: list[str] = []
        place = 0
        while place < len(line):
            kind, match = self._next(line, place)
            if match is None:
                return None
            if kind == "date" and (day := day_of(match, self.times)):
                days.append(Day(day, revised=not self.times.revised.isdisjoint(words)))
                words.clear()
            if kind == "word":
                words.append(match.group().casefold().strip("."))
            kinds += [kind] * (kind != "sign")
            place = match.end()
        return days if _is_head(kinds, words, days, self.times) else None

    def _next(self, line: str, place: int) -> tuple[str, re.Match[str] | None]:
        """What stands at a place, and its class; None where it has none."""
        for kind, pattern in (("date", self.date), ("when", self.clock), ("when", self.weekday)):
            if match := pattern.match(line, place):
                return kind, match
        word = _WORD.match(line, place)
        if word and {word.group().casefold(), word.group().casefold().strip(".")} & self.times.beside_date:
            return "word", word
        for kind, pattern in (("name", _NAME), ("number", _NUMBER), ("sign", _SIGNS)):
            if match := pattern.match(line, place):
                return kind, match
        return "", None

    def dateline(self, text: str, start: int, end: int) -> Dateline | None:
        if loud := _LOUD.match(text, start, end):
            dated = self.date.search(text, loud.end("place"), loud.end())
            first, last = loud.start("place"), loud.start("place") + len(loud["place"].rstrip())
            sign = loud.start() + len(loud.group().rstrip()) - 1
            return Dateline(loud.span(), sign, (first, last), dated and day_of(dated, self.times))
        match = self.opening.match(text, start, end)
        if match is None:
            return None
        day = day_of(match, self.times)
        place = next((match.span(name) for name in ("before", "behind") if match.group(name)), None)
        if not self._tells(match, day, place and text[slice(*place)]):
            return None
        return Dateline(match.span(), match.start("stop"), place, day)

    def _tells(self, match: re.Match[str], day: str | None, place: str | None) -> bool:
        """Whether what opens a paragraph is a dateline: a name with a dash behind it could be anything."""
        if place is None or place.casefold() in self.times.beside_date:
            return place is None and day is not None
        if day or (place.isupper() and (match.group("when") or _month_in(match))):
            return True
        agency = {word.casefold() for word in _WORD.findall(match.group("agency") or "")}
        return match.group("stop") != "." and bool(_month_in(match) or (agency and agency <= self.times.beside_date))


def _is_head(kinds: list[str], words: list[str], days: list[Day], times: Times) -> bool:
    """Whether a line of these classes only says when and by whom a text was made."""
    if not kinds or kinds.count("name") > MOST_NAMES:
        return False
    if days:
        return kinds.count("number") < MOST_NUMBERS
    if kinds[0] == "word" and words[0] in times.bylines:
        return "name" in kinds
    # no day with its year: *Bijgewerkt om 10.15 uur*, *3 min leestijd*
    opens = kinds[0] == "word" or (kinds[0] == "number" and "date" not in kinds)
    return opens and "name" not in kinds and "word" in kinds and not {"when", "number", "date"}.isdisjoint(kinds)


def _fields(match: re.Match[str]) -> dict[str, str]:
    """What the groups of a match hold, by their names without the number that tells groups of one name apart."""
    return {name.rstrip("0123456789"): value for name, value in match.groupdict().items() if value}


def _month_in(match: re.Match[str]) -> bool:
    return "month" in _fields(match)


def day_of(match: re.Match[str], times: Times) -> str | None:
    """The day that a date names with its year; None where there is none, or no such day."""
    fields = _fields(match)
    day, month, year = (fields.get(name) for name in ("day", "month", "year"))
    if not (day and month and year):
        return None
    number = month if month.isdigit() else times.words["MONTH"][month.casefold()]
    try:
        return dt.date(full_year(int(year.lstrip("'’")), _NOWHEN), int(number), int(day)).isoformat()
    except ValueError:
        return None


_NOWHEN: Final = View(None, 0, Memory(), 0, 0)
"""Two digits of a year are read without a date to count from."""


def dateline_grammar(pack: LanguagePack) -> DatelineGrammar:
    return _built(pack.times, pack.people.name_particles)


@cache
def _built(times: Times, particles: frozenset[str]) -> DatelineGrammar:
    month = _any_of(times.words.get("MONTH", ()))
    weekday = rf"(?:{_any_of(times.words.get('WEEKDAY', ()))})(?!\w)"
    hour = r"(?:[01]?[0-9]|2[0-4])"
    clock = (
        rf"{hour}(?:[.:u][0-5][0-9](?::[0-5][0-9])?)?\s*(?:{_any_of(times.hours)})(?!\w)|{hour}[.:u][0-5][0-9](?![0-9])"
    )
    date = _date(times, month, weekday)
    name = _names(particles)
    agency = r"(?P<agency>\([^()\n]{2,40}\))"
    gap = r"(?:\s*[,;·•|/]\s*|\s+[-–—]\s+|\s+)"
    opening = (
        rf"\s*(?:{date}(?:{gap}(?:{clock}))?(?:{gap}(?P<behind>{name}))?"
        rf"|(?P<before>{name})(?:\s*{agency})?(?:{gap}(?:{date}|(?P<when>{weekday})))?(?:{gap}(?:{clock}))?)"
        rf"\s*(?P<stop>[-–—.])\s+(?=(?-i:[\"'“‘„«]?['’]?[{_UPPER}0-9]))"
    )
    return DatelineGrammar(
        times=times,
        date=_compiled(rf"(?<!\w){date}"),
        weekday=_compiled(rf"(?<!\w){weekday}"),
        clock=_compiled(rf"(?<!\w)(?:{clock})"),
        opening=_compiled(opening),
        in_names=_compiled(rf"(?<![0-9a-z])(?:{_YEAR_FIRST}|{_DAY_FIRST.format(month=month)})(?![0-9])"),
    )


_YEAR_FIRST: Final = (
    r"(?P<year>(?:19|20)[0-9]{2})(?P<sep>[-_. ]?)(?P<month>0[1-9]|1[0-2])(?P=sep)(?P<day>0[1-9]|[12][0-9]|3[01])"
)
"""*2024-10-07*, *2024_10_07*, *20241007* in the name of a file."""
_DAY_FIRST: Final = (
    r"(?P<day>0?[1-9]|[12][0-9]|3[01])(?P<sep>[-_. ])(?P<month>0?[1-9]|1[0-2]|{month})(?P=sep)"
    r"(?P<year>(?:19|20)[0-9]{{2}})"
)
"""*07-10-2024*, *7-okt-2024* in the name of a file."""


def _date(times: Times, month: str, weekday: str) -> str:
    """*maandag 7 oktober 2024*, *October 7, 2024*, with or without the year; *7-10-2024* and other shapes of the language."""
    year = r"(?P<year>[12][0-9]{3}|['’][0-9]{2})(?![0-9])"
    named = rf"(?P<day>0?[1-9]|[12][0-9]|3[01])[\s-]+(?P<month>{month})(?!\w)(?:[\s,-]+{year})?"
    if times.month_first:
        named += rf"|(?P<month>{month})(?!\w)\.?\s+(?P<day>0?[1-9]|[12][0-9]|3[01])(?![0-9])(?:,?\s+{year})?"
    shapes = "|".join(shape.pattern for shape in times.shapes if shape.gives == "CAL") or NOTHING
    return rf"(?:{weekday},?\s+)?(?:{named}|(?:{shapes})(?!\w))"


def _names(particles: frozenset[str]) -> str:
    """Words with capitals, with the particles of names between them: *Bergen op Zoom*."""
    word = rf"(?-i:(?:['’][a-z]-)?['’]?[{_UPPER}][\w'’.]*(?:-[\w'’]+)*)"
    return rf"{word}(?:[ /](?:(?:{_any_of(particles)}) )*{word}){{0,4}}"


def _compiled(pattern: str) -> re.Pattern[str]:
    """The expression, with a number behind the name of every group of a date: no name may stand twice."""
    names = "day|month|year|sep|hour|minute"
    count = 0

    def numbered(group: re.Match[str]) -> str:
        nonlocal count
        count += group.group(1) == "<"
        last[group.group(2)] = last.get(group.group(2), 0) if group.group(1) == "=" else count
        return f"(?P{group.group(1)}{group.group(2)}{last[group.group(2)]}"

    last: dict[str, int] = {}
    return re.compile(re.sub(rf"\(\?P([<=])({names})(?=[>)])", numbered, pattern), re.IGNORECASE)


NOTHING: Final = "(?!)"
"""An expression that nothing is."""


def _any_of(words: Iterable[str]) -> str:
    """An expression for any of these words, the longest first; for nothing where there are none."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word))) or NOTHING
