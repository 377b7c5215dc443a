"""Days, numbers and plurals as each language writes them: by CLDR, through Babel, for all views alike."""

from __future__ import annotations

from datetime import date, datetime
from functools import cache, lru_cache
from importlib.resources import files
from typing import Final

import msgspec
from babel import Locale
from babel.dates import format_date
from babel.numbers import format_decimal, format_percent

from wederhoor.records.prepared import prepared


class _Languages(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The keys of ``languages.toml``."""

    default: str
    locales: dict[str, str]


_LANGUAGES: Final = msgspec.toml.decode(
    files("wederhoor.exchange").joinpath("languages.toml").read_bytes(), type=prepared(_Languages)
)
LANGUAGES: Final = tuple(_LANGUAGES.locales)
"""ISO 639-1 codes of the languages that the views can speak."""


def view_language(lang: str | None) -> str:
    """The language in which what is in ``lang`` is shown: that one where the views speak it, else their own."""
    return lang if lang in _LANGUAGES.locales else _LANGUAGES.default


@lru_cache(4_096)
def number(given: int, lang: str) -> str:
    """``12.345``, ``12,345``."""
    return format_decimal(given, locale=_locale(lang))


def decimal(given: float, lang: str) -> str:
    """``0,71``, ``0.71``: to two places."""
    return format_decimal(given, format="0.00", locale=_locale(lang))


def counted(given: int, pair: tuple[str, str], lang: str) -> str:
    """``1 uitspraak``, ``2.000 uitspraken``: a number with the word for one or for more."""
    return f"{number(given, lang)} {plural(given, pair, lang)}"


def plural(given: int, pair: tuple[str, str], lang: str) -> str:
    """The word that belongs to a number."""
    return pair[_locale(lang).plural_form(given) != "one"]


def percent(share: float | None, lang: str) -> str:
    """``62%``, rounded so that 0 and 100 are said only of none and all."""
    if share is None:
        return "\N{EN DASH}"
    rounded = round(share, 2)
    if share not in {0.0, 1.0}:
        rounded = min(max(rounded, 0.01), 0.99)
    return format_percent(rounded, locale=_locale(lang))


@lru_cache(4_096)
def day(given: date, lang: str) -> str:
    """``12 mei 2031``."""
    return format_date(given, "d MMMM y", _locale(lang))


def month(given: date, lang: str) -> str:
    """``mei 2031``."""
    return format_date(given, "MMMM y", _locale(lang))


def moment(given: datetime, lang: str) -> str:
    """``29 nov 2031, 14:05``: by the clock that the moment has."""
    return f"{format_date(given, 'd MMM y', _locale(lang))}, {given:%H:%M}"


@cache
def _locale(lang: str) -> Locale:
    return Locale.parse(_LANGUAGES.locales[lang])
