"""Events over time: bars for stretches of time as long as the range asks, in a lane for everybody who tells of them.

An event whose day is not known stands at the date of its document, and is counted apart; so is what its teller does not tell as
something that happened. Nothing is left out: tellers for whom there is no lane share one, which says how many they are, and what
has no date at all is counted beside the bars.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Final, Literal

import msgspec

BARS: Final = 240
"""Bars at most: days, months, years, ..., whichever is the shortest that all of them fit in."""
LANES: Final = 12
"""Tellers with a lane of their own at most; a case with one more shows that one, too, rather than one *other*."""
UNITS: Final = (0, 1, 12, 120, 1200)
"""Months of a bar; 0 is a day."""


class EventTeller(msgspec.Struct, frozen=True):
    """Who tells of events: the author of a text or of all texts of an outlet, a speaker, or authority without a name.

    ``key`` tells one from another and stands in addresses: ``text-3``, ``outlet-De Kade``, ``speaker-12``, ``unnamed``.
    """

    kind: Literal["text", "outlet", "speaker", "unnamed"]
    key: str
    name: str


class ToldCount(msgspec.Struct, frozen=True):
    """How many events somebody tells of that began on a day, ISO 8601; with ``known`` false it is that of their documents.

    ``day`` is empty where not even that is known. ``held`` is false of what he does not say happened: what he denies, doubts,
    fears, wants or only speaks of, and what is planned, possible or demanded.
    """

    teller: EventTeller
    day: str
    known: bool
    held: bool
    events: int


class Bin(msgspec.Struct, frozen=True):
    """A stretch of time, both days inclusive, and three counts that have nothing in common.

    ``events`` began in it; ``by_text`` have no known day and are of documents of then; ``unheld`` are told of, and not as
    something that happened, with a day or without.
    """

    start: str
    end: str
    events: int
    by_text: int
    unheld: int

    @property
    def all(self) -> int:
        """All that is told of."""
        return self.events + self.by_text + self.unheld


class Lane(msgspec.Struct, frozen=True):
    """What one teller tells of, or with ``teller`` None the ``tellers`` for whom there is no lane of their own.

    ``events``, ``by_text`` and ``unheld`` as of its ``bins``, which are those of the timeline; ``nowhere`` are the events of
    which neither the day nor the date of the document is known.
    """

    teller: EventTeller | None
    tellers: int
    events: int
    by_text: int
    unheld: int
    nowhere: int
    bins: tuple[Bin, ...]

    @property
    def all(self) -> int:
        """All that is told of."""
        return self.events + self.by_text + self.unheld + self.nowhere


_Kind = Literal["events", "by_text", "unheld", "nowhere"]
_Counts = Counter[tuple[_Kind, int]]
"""Events of each kind in each stretch of time."""
_OTHERS: Final = -1
"""The lane of those who have none."""
_Stretch = tuple[dt.date, dt.date]


class Timeline(msgspec.Struct, frozen=True):
    """All that is told of, and the same in lanes, those first who tell most."""

    bins: tuple[Bin, ...]
    lanes: tuple[Lane, ...]

    @property
    def all(self) -> int:
        """All that is told of."""
        return sum(lane.all for lane in self.lanes)

    @property
    def most(self) -> int:
        """Events in the fullest stretch of any lane."""
        return max((one.all for lane in self.lanes for one in lane.bins), default=0)


def timeline_of(tallies: Iterable[ToldCount], *, bars: int = BARS, lanes: int = LANES) -> Timeline:
    """Events in lanes, of which tellers have ``lanes`` at most, in ``bars`` stretches of time at most."""
    told = tuple(tallies)
    spans = _stretches([day for day in map(_day, {one.day for one in told}) if day is not None], bars)
    ordered = _ranked(told)
    own = ordered if len(ordered) <= lanes + 1 else ordered[:lanes]
    lane_of = {teller.key: at for at, teller in enumerate(own)}
    counts = _counts(told, lane_of, _places(told, spans))
    found = [_lane(teller, 1, counts[at], spans) for at, teller in enumerate(own)]
    if len(own) < len(ordered):
        found.append(_lane(None, len(ordered) - len(own), counts[_OTHERS], spans))
    together = sum(counts.values(), _Counts())
    return Timeline(_lane(None, len(ordered), together, spans).bins, tuple(found))


def in_order(tallies: Iterable[ToldCount]) -> tuple[ToldCount, ...]:
    """By day, as ``within`` takes them; what has none comes first."""
    return tuple(sorted(tallies, key=_by_day))


def _by_day(one: ToldCount) -> str:
    return one.day


def within(tallies: Sequence[ToldCount], start: str | None, end: str | None) -> Sequence[ToldCount]:
    """Of tallies in order those of a period, both days inclusive; what has no date at all is in no period."""
    first = 0 if start is None and end is None else bisect_left(tallies, start or "0", key=_by_day)
    return tallies[first : len(tallies) if end is None else bisect_right(tallies, end, key=_by_day)]


def tellers_of(tallies: Iterable[ToldCount]) -> dict[str, EventTeller]:
    """Everybody who tells of something, by key."""
    return {one.teller.key: one.teller for one in tallies}


def _ranked(told: Sequence[ToldCount]) -> list[EventTeller]:
    """All tellers: who tells most comes first, then by name."""
    totals: Counter[str] = Counter()
    for one in told:
        totals[one.teller.key] += one.events
    return sorted(tellers_of(told).values(), key=lambda who: (-totals[who.key], who.name.casefold(), who.key))


def _places(told: Sequence[ToldCount], spans: Sequence[_Stretch]) -> dict[str, int]:
    """In which stretch of time each day lies; what is no day is not among them."""
    starts = [start for start, _ in spans]
    days = {given: _day(given) for given in {one.day for one in told}}
    return {given: bisect_right(starts, day) - 1 for given, day in days.items() if day is not None}


def _counts(told: Sequence[ToldCount], lane_of: Mapping[str, int], places: Mapping[str, int]) -> dict[int, _Counts]:
    """What each lane has in each stretch of time; of tellers without a lane together."""
    counts: defaultdict[int, _Counts] = defaultdict(Counter)
    for one in told:
        kind: _Kind = "unheld" if not one.held else "events" if one.known else "by_text"
        place = places.get(one.day)
        counts[lane_of.get(one.teller.key, _OTHERS)][("nowhere", 0) if place is None else (kind, place)] += one.events
    return counts


def _lane(teller: EventTeller | None, tellers: int, counts: _Counts, spans: Sequence[_Stretch]) -> Lane:
    bins = tuple(
        Bin(
            start.isoformat(),
            end.isoformat(),
            events=counts["events", at],
            by_text=counts["by_text", at],
            unheld=counts["unheld", at],
        )
        for at, (start, end) in enumerate(spans)
    )
    return Lane(
        teller,
        tellers,
        events=sum(one.events for one in bins),
        by_text=sum(one.by_text for one in bins),
        unheld=sum(one.unheld for one in bins),
        nowhere=counts["nowhere", 0],
        bins=bins,
    )


def _stretches(days: Sequence[dt.date], most: int) -> tuple[_Stretch, ...]:
    """Every stretch of time from the first day to the last, ``most`` of them if it can be: no longer than that needs."""
    if not days:
        return ()
    first, last = min(days), max(days)
    return tuple(_each(first, last, next((unit for unit in UNITS if _count(first, last, unit) <= most), UNITS[-1])))


def _each(first: dt.date, last: dt.date, unit: int) -> Iterator[_Stretch]:
    start: dt.date | None = _start(first, unit)
    while start is not None and start <= last:
        after = _next(start, unit)
        yield start, dt.date.max if after is None else after - dt.timedelta(days=1)
        start = after


@lru_cache(maxsize=20_000)
def _day(given: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(given)
    except ValueError:  # nothing, or a month or a year of an older version
        return None


def _count(first: dt.date, last: dt.date, unit: int) -> int:
    """Stretches from the first day to the last."""
    if not unit:
        return (last - first).days + 1
    return (_months(last) // unit) - (_months(first) // unit) + 1


def _months(day: dt.date) -> int:
    return day.year * 12 + day.month - 1


def _start(day: dt.date, unit: int) -> dt.date:
    """The first day of the stretch that a day is in."""
    return day if not unit else _first_of(_months(day) // unit * unit)


def _next(start: dt.date, unit: int) -> dt.date | None:
    """The first day of the next stretch; None where the calendar ends."""
    try:
        return start + dt.timedelta(days=1) if not unit else _first_of((_months(start) // unit + 1) * unit)
    except (ValueError, OverflowError):
        return None


def _first_of(months: int) -> dt.date:
    return dt.date(max(1, months // 12), months % 12 + 1, 1)
