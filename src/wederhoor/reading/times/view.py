"""Whence an expression is seen: the document's date, the tense of the clause, and the times that the text named before."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Final, Literal

from wederhoor.reading.times.expressions import Unit
from wederhoor.reading.times.periods import Grain, Period

IN_MIND: Final = 6
"""Sentences back in which *die dag* and *twee jaar later* find the time that they count from."""
SAME_STORY: Final = 2
"""Sentences back in which a year that was named holds for a month named after it."""
FINER: Final[dict[Unit, tuple[Grain, ...]]] = {
    "S": ("D",),
    "MIN": ("D",),
    "H": ("D",),
    "D": ("D",),
    "WE": ("D", "WE", "W"),
    "W": ("D", "WE", "W"),
    "M": ("D", "WE", "W", "M"),
    "Q": ("D", "WE", "W", "M", "Q"),
    "HY": ("D", "WE", "W", "M", "Q", "HY"),
}
"""From what a step in a unit can count: a day later than a year is no day. Other units count from all."""


@dataclass(frozen=True, slots=True)
class Moment:
    """What an expression means. ``period`` is what later ones may count from; ``year`` is set where the words name it."""

    type: Literal["date", "time", "duration", "set"]
    value: str
    start: dt.date | None = None
    end: dt.date | None = None
    period: Period | None = None
    year: int | None = None


@dataclass(frozen=True, slots=True)
class NamedMoment:
    """A moment and where the text names it."""

    moment: Moment
    sentence: int
    paragraph: int


@dataclass(slots=True)
class Memory:
    """The dated times of a text, as they are read one after the other."""

    named: list[NamedMoment] = field(default_factory=list)

    def add(self, moment: Moment, sentence: int, paragraph: int) -> None:
        if moment.period is not None:
            self.named.append(NamedMoment(moment, sentence, paragraph))

    def last(self, unit: Unit, sentence: int) -> Period | None:
        """The time named last from which a step in a unit can count."""
        for known in reversed(self.named):
            if known.sentence < sentence - IN_MIND:
                break
            period = known.moment.period
            if period is not None and period.grain in FINER.get(unit, (period.grain,)):
                return period
        return None

    def day(self, sentence: int, paragraph: int) -> dt.date | None:
        """The day named last in a paragraph, not far back."""
        for known in reversed(self.named):
            if known.paragraph < paragraph or known.sentence < sentence - IN_MIND:
                break
            if known.moment.period is not None and known.moment.period.grain == "D":
                return known.moment.period.start
        return None

    def year(self, sentence: int, paragraph: int) -> int | None:
        """The year that the last time named in the paragraph says by number."""
        if not self.named:
            return None
        known = self.named[-1]
        near = known.paragraph == paragraph and known.sentence >= sentence - SAME_STORY
        return known.moment.year if near else None


@dataclass(frozen=True, slots=True)
class View:
    """``today`` the document's date; ``year`` and ``day`` what the text before has named."""

    today: dt.date | None
    tense: int
    memory: Memory
    sentence: int
    paragraph: int

    def last(self, unit: Unit) -> Period | None:
        return self.memory.last(unit, self.sentence)

    @property
    def named_day(self) -> dt.date | None:
        return self.memory.day(self.sentence, self.paragraph)

    @property
    def day(self) -> dt.date | None:
        return self.named_day or self.today

    @property
    def year(self) -> int | None:
        """The year in which a month lies that is told of, where the text has just named it."""
        found = self.memory.year(self.sentence, self.paragraph) if self.tense <= 0 else None
        return found if self.today is None or found is None or found < self.today.year else None
