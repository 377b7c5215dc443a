"""The words that the views put around a text: one TOML file a language, so that no view holds words of its own."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from functools import cache
from importlib.resources import files

import msgspec

from wederhoor.exchange import local
from wederhoor.exchange.cases.words import CaseWords
from wederhoor.languages.pack import available_languages, load_pack
from wederhoor.records import ActorKind, Attitude, Certainty, Counted, EventCode, Form, Modality, Polarity, Sector
from wederhoor.records.prepared import prepared


class Labels(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What each thing that is known of a statement is called."""

    speaker: str
    source: str
    cue: str
    form: str
    attitude: str
    polarity: str
    certainty: str
    place: str
    via: str
    contains: str


class SceneWords(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The words for who appears, what happened and where. Pairs are singular and plural.

    ``counted``, ``least`` and ``most`` are patterns with ``{n}``, ``since`` and ``until`` with ``{day}``. ``denied`` says of each
    modality that it is not so.
    """

    cast: str
    timeline: str
    places: str
    told: str
    reported: str
    undated: str
    nowhere: str
    mention: tuple[str, str]
    mentions: str
    kind: str
    role: str
    country: str
    sector: str
    alias: str
    agents: str
    patients: str
    time: str
    numbers: str
    as_written: str
    holder: str
    modality: str
    place: str
    coordinates: str
    alternatives: str
    kinds: dict[ActorKind, str]
    sectors: dict[Sector, str]
    codes: dict[EventCode, str]
    modes: dict[str, str]
    modalities: dict[Modality, str]
    denied: dict[Modality, str]
    counted: dict[Counted, tuple[str, str]]
    least: str
    most: str
    since: str
    until: str


class PageWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The words of the web page. ``at`` and ``shown`` are patterns with ``{n}``, ``{total}`` and ``{speaker}``."""

    skip: str
    text: str
    filter_hint: str
    marking_hint: str
    details: str
    prompt: str
    close: str
    keys: str
    next: str
    previous: str
    show_keys: str
    close_all: str
    keys_on: str
    at: str
    shown: str
    origin: str
    made_by: str
    checksum: str
    notice: str
    reordering: str
    none_said: str
    lists: str
    at_item: str
    in_case: str
    correct: str
    elsewhere: str


class Wording(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """All words of one language. Pairs are singular and plural."""

    code: str
    statement: tuple[str, str]
    statements: str
    speaker: tuple[str, str]
    speakers: str
    unnamed: str
    line: str
    sheet: str
    """What stands before the number of a page of a file."""
    within: str
    nothing: str
    quotes: tuple[str, str]
    labels: Labels
    forms: dict[Form, str]
    attitudes: dict[Attitude, str]
    polarities: dict[Polarity, str]
    certainties: dict[Certainty, str]
    scene: SceneWords
    page: PageWords
    cases: CaseWords

    def count(self, number: int, pair: tuple[str, str]) -> str:
        """``1 uitspraak``, ``2 uitspraken``."""
        return local.counted(number, pair, self.code)

    def country(self, code: str | None) -> str:
        """A country by its name in this language, else its code."""
        return self.scene.nowhere if code is None else _countries(self.code).get(code, code)

    def day(self, day: str) -> str:
        """``12 mei 2031``; what is no day of the calendar stays as it is."""
        at = _date(day)
        return day if at is None else local.day(at, self.code)

    def month(self, month: str) -> str:
        """``mei 2031`` for ``2031-05``."""
        at = _date(f"{month}-01")
        return month if at is None else local.month(at, self.code)

    def period(self, start: str | None, end: str | None) -> str | None:
        """From which day to which, both inclusive: ``6–9 mei 2031``, ``juni 2031``, ``2031``; None where neither is known."""
        if start is None or end is None:
            return self._open_period(start, end)
        if start == end:
            return self.day(start)
        first, last = _date(start), _date(end)
        if first is not None and last is not None:
            if (named := self._named_period(first, last)) is not None:
                return named
            if (first.year, first.month) == (last.year, last.month):
                return f"{first.day}–{self.day(end)}"
        return f"{self.day(start)} – {self.day(end)}"

    def _open_period(self, start: str | None, end: str | None) -> str | None:
        pattern = self.scene.until if start is None else self.scene.since
        day = start or end
        return None if day is None else pattern.format(day=self.day(day))

    def _named_period(self, first: date, last: date) -> str | None:
        """A month or a year, where the days are the first and the last of one."""
        if first.day != 1 or last.day != monthrange(last.year, last.month)[1] or first.year != last.year:
            return None
        if first.month == last.month:
            return local.month(first, self.code)
        return str(first.year) if (first.month, last.month) == (1, 12) else None


def _date(day: str) -> date | None:
    try:
        return date.fromisoformat(day)
    except ValueError:
        return None


@cache
def _countries(code: str) -> dict[str, str]:
    """Names of countries where there is a language pack that has them."""
    known = load_pack(code).countries.country if code in available_languages() else ()
    return {country.code: country.names[0] for country in known}


@cache
def wording_for(lang: str) -> Wording:
    """The words for texts in ``lang``: those of its language, else of the views' own."""
    code = local.view_language(lang)
    return msgspec.toml.decode(
        files("wederhoor.exchange").joinpath(f"wording.{code}.toml").read_bytes(), type=prepared(Wording)
    )
