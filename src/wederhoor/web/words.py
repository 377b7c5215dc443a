"""The words of the pages: one TOML file a language, as for the other views."""

from __future__ import annotations

import datetime as dt
from functools import cache
from importlib.resources import files
from typing import Final, Literal

import msgspec
from starlette.requests import HTTPConnection
from starlette.types import Scope

from wederhoor.exchange import local
from wederhoor.records import CorrectionKind, Doubt, ForecastOutcome, Layer, StaleReason, Stance
from wederhoor.records.prepared import prepared
from wederhoor.store.agreement import PersonalVerdict
from wederhoor.store.members import Role

COOKIE: Final = "wederhoor-lang"
Pair = tuple[str, str]


class WebWords(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """All words of one language: ``said`` by name, ``counted`` in pairs of one and more, ``refused`` by status."""

    code: str
    said: dict[str, str]
    counted: dict[str, Pair]
    kinds: dict[CorrectionKind, str]
    layers: dict[Layer, str]
    fields: dict[str, str]
    stale: dict[StaleReason, str]
    doubts: dict[Doubt, str]
    stances: dict[Stance, str]
    roles: dict[Role, str]
    may: dict[Role, str]
    verdicts: dict[PersonalVerdict, str]
    outcomes: dict[ForecastOutcome | Literal["open"], str]
    refused: dict[str, str]
    keys: dict[str, str]

    def number(self, number: int) -> str:
        """``12.345``: with the language's own mark between thousands."""
        return local.number(number, self.code)

    def percent(self, share: float | None) -> str:
        """``71%``."""
        return local.percent(share, self.code)

    def decimal(self, number: float) -> str:
        """``0,71``: to two places."""
        return local.decimal(number, self.code)

    def count(self, number: int, what: str) -> str:
        """``1 uitspraak``, ``2 uitspraken``."""
        return local.counted(number, self.counted[what], self.code)

    def plural(self, number: int, what: str) -> str:
        """The word alone."""
        return local.plural(number, self.counted[what], self.code)

    def moment(self, at: str) -> str:
        """``29 nov. 2026, 11:02``: a moment, ISO 8601, by the clock of this machine."""
        return local.moment(dt.datetime.fromisoformat(at).astimezone(), self.code)

    def __getitem__(self, name: str) -> str:
        """A word by its name; templates write ``w["name"]``."""
        return self.said[name]


@cache
def web_words(lang: str) -> WebWords:
    """The words in a language: those of the views' own where there are none."""
    code = local.view_language(lang)
    return msgspec.toml.decode(
        files("wederhoor.web").joinpath(f"words.{code}.toml").read_bytes(), type=prepared(WebWords)
    )


def language_of(scope: Scope) -> str:
    """The language to answer in: that of ``lang`` in the address, of the cookie, or of the browser."""
    asked = HTTPConnection(scope)
    chosen = asked.query_params.get("lang") or asked.cookies.get(COOKIE) or ""
    return chosen if chosen in local.LANGUAGES else _accepted(asked.headers.get("accept-language", ""))


def _accepted(accepted: str) -> str:
    """The first language of an Accept-Language header that the pages have: ``nl-BE,en;q=0.8`` is ``nl``."""
    for one in accepted.split(","):
        code = one.split(";")[0].split("-")[0].strip().lower()
        if code in local.LANGUAGES:
            return code
    return local.view_language(None)
