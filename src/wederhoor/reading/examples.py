"""Whether the example sentence of a row of the lexicon is read by that row."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import msgspec

from wederhoor.languages.events import NounGroup, VerbGroup
from wederhoor.languages.layout import ROWS
from wederhoor.languages.pack import LanguagePack
from wederhoor.languages.reporting import Hearsay, ReportingNoun, ReportingVerb, SourceMarker
from wederhoor.languages.tables import read_rows
from wederhoor.reading.reader import study_document
from wederhoor.records import Attribution, Document, Reading
from wederhoor.records.parse import Parse
from wederhoor.syntax.parse import Parser, parse

Row = ReportingVerb | ReportingNoun | SourceMarker | Hearsay | VerbGroup | NounGroup


class Example(msgspec.Struct, frozen=True):
    """A sentence of a row; ``row`` is what the row is known by, ``read`` whether the row reads it."""

    table: str
    row: str
    sentence: str
    read: bool


def examples_of(pack: LanguagePack, nlp: Parser) -> Iterator[Example]:
    """Every example of a pack, read."""
    for table, (key, kind) in ROWS.items():
        rows: list[Any] = read_rows(pack.tables, table, key, kind)
        for row in (row for row in rows if row.example):
            parsed = parse(nlp, row.example, pack)
            reading = study_document(Document(doc=table, text=row.example), nlp, pack).reading
            yield Example(table, _name(row), row.example, _reads(row, reading, parsed))


def _name(row: Row) -> str:
    match row:
        case ReportingVerb() | ReportingNoun():
            return row.lemma
        case SourceMarker():
            return " ".join(row.before)
        case Hearsay():
            return " ".join(row.words)
        case VerbGroup():
            return row.verbs[0]
        case _:
            return row.nouns[0]


def _reads(row: Row, reading: Reading, p: Parse) -> bool:
    match row:
        case VerbGroup() | NounGroup():
            return any(event.code == row.code for event in reading.events)
        case ReportingVerb():
            cued = _cued(p, p.lemmas, (row.lemma,), p.lower, row.words)
        case ReportingNoun():
            cued = _cued(p, p.lemmas, (row.lemma,))
        case SourceMarker():
            cued = _cued(p, p.lower, row.before)
        case Hearsay():
            cued = _cued(p, p.lower, row.words)
    return any(a.attitude == row.attitude and cued(a) for a in reading.attributions)


def _cued(p: Parse, *asked: list[str] | tuple[str, ...]) -> Callable[[Attribution], bool]:
    """Whether the cue of a statement has certain words: columns and what is to stand in each, in turns."""

    def has(attribution: Attribution) -> bool:
        words = [w for w, start in enumerate(p.starts) if any(a <= start < b for a, b in attribution.cue)]
        pairs = zip(asked[::2], asked[1::2], strict=True)
        return all({column[w] for w in words} >= set(wanted) for column, wanted in pairs)

    return has
