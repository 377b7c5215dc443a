"""What a report is made of: sections of blocks of words, each word with what it is, for a page and for a document alike."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Literal

import msgspec

from wederhoor.exchange import local
from wederhoor.records import Stance
from wederhoor.records.prepared import prepared

Kind = Literal["", "strong", "soft", "said", "gap", "figure", "alarm"]
"""``said`` are words of a text, ``gap`` what interrupts them in ``Said``, ``figure`` those of a number, ``soft`` what is beside
the matter, ``alarm`` what is amiss."""


class ReportRun(msgspec.Struct, frozen=True):
    """Some words of a line. ``to`` is the anchor of the block that they lead to."""

    text: str
    kind: Kind = ""
    to: str | None = None


Line = tuple[ReportRun, ...]


class ReportHeading(msgspec.Struct, frozen=True):
    """A title inside a section."""

    text: str
    anchor: str | None = None
    level: Literal[3, 4] = 3


class Paragraph(msgspec.Struct, frozen=True):
    """A line of running text."""

    line: Line
    kind: Literal["", "note"] = ""


class ReportList(msgspec.Struct, frozen=True):
    """Lines of a list."""

    lines: tuple[Line, ...]


class Grid(msgspec.Struct, frozen=True):
    """A table; every row has as many cells as the head."""

    head: tuple[str, ...]
    rows: tuple[tuple[Line, ...], ...]


class ReportQuote(msgspec.Struct, frozen=True):
    """Words of somebody, with who he is and what is known of them. ``label`` is the position that he takes, ``stance`` his."""

    label: str
    who: Line
    words: Line
    facts: Line
    stance: Stance | None = None
    answers: str | None = None
    """The words that his point at (*dat*), where they do."""


Block = ReportHeading | Paragraph | ReportList | Grid | ReportQuote


class ReportSection(msgspec.Struct, frozen=True):
    """A part of the report under a title."""

    anchor: str
    title: str
    blocks: tuple[Block, ...]


class EditorReport(msgspec.Struct, frozen=True):
    """The whole. ``words`` is the language of what the report says itself, ``texts`` that of the texts."""

    title: str
    about: str
    words: str
    texts: str
    sections: tuple[ReportSection, ...]
    reordered: bool
    """Whether words of the texts hold characters that change the reading direction."""


class ReportWords(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What the report says itself. Pairs are singular and plural; braces stand for what is filled in."""

    title: str
    contents: str
    short: str
    most_disputed: str
    people: str
    models: str
    sources: str
    sure: str
    name: str
    who: str
    what: str
    statements: str
    outlet: str
    date: str
    address: str
    rating: str
    no_rating: str
    beside: str
    of_text: str
    undated: tuple[str, str]
    no_events: str
    no_models: str
    links: str
    loops: str
    push: str
    push_hint: str
    no_loops: str
    unheld: str
    band: str
    band_row: str
    explained: str
    check: str
    doubtful: str
    doubtful_hint: str
    made_by: str
    more: str
    overdue: str
    unlisted: tuple[str, str]


@cache
def report_words(lang: str) -> ReportWords:
    """The words in ``lang``: those of its language, else of the views' own."""
    source = files("wederhoor.exchange.report").joinpath(f"words.{local.view_language(lang)}.toml")
    return msgspec.toml.decode(source.read_bytes(), type=prepared(ReportWords))
