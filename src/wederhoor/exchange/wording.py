"""The words that the views put around a text: one TOML file a language, so that no view holds words of its own."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import msgspec

from wederhoor.records import Attitude, Certainty, Form, Polarity


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


class Wording(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """All words of one language. Pairs are singular and plural."""

    code: str
    statement: tuple[str, str]
    statements: str
    speaker: tuple[str, str]
    speakers: str
    unnamed: str
    line: str
    within: str
    nothing: str
    months: tuple[str, ...]
    quotes: tuple[str, str]
    labels: Labels
    forms: dict[Form, str]
    attitudes: dict[Attitude, str]
    polarities: dict[Polarity, str]
    certainties: dict[Certainty, str]
    page: PageWords

    def count(self, number: int, pair: tuple[str, str]) -> str:
        """``1 uitspraak``, ``2 uitspraken``."""
        return f"{number} {pair[0] if number == 1 else pair[1]}"


@cache
def wording_for(lang: str) -> Wording:
    """The words for texts in ``lang``: Dutch for Dutch, English for all else."""
    code = "nl" if lang == "nl" else "en"
    return msgspec.toml.decode(files("wederhoor.exchange").joinpath(f"wording.{code}.toml").read_bytes(), type=Wording)
