"""What loads but cannot work in a pack: tables that are wrong or empty, a verb without forms, a frame without its preposition."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

import msgspec

from wederhoor.errors import WederhoorError
from wederhoor.languages.entries import wrong_with
from wederhoor.languages.layout import ROWS, TABLES, WHOLE
from wederhoor.languages.pack import LanguagePack
from wederhoor.languages.reporting import ReportingNoun, ReportingVerb
from wederhoor.languages.tables import Tables, read_rows, read_table

NEEDED = {
    "closed": ("negations", "i", "they"),
    "grammar": ("complementizers", "cue_orders"),
    "people": ("persons", "organisations"),
    "names": ("no_names",),
    "numbers": ("values", "multipliers", "decimal_mark", "group_mark"),
    "confidence": ("signs",),
}
"""Keys without which a text is read, and nothing in it is right."""


class Fault(msgspec.Struct, frozen=True):
    """What is wrong in a table; ``row`` names the row or the key."""

    table: str
    row: str
    what: str

    def __str__(self) -> str:
        return f"{self.table}.toml: {self.row + ': ' if self.row else ''}{self.what}"


def faults_of(pack: LanguagePack) -> list[Fault]:
    """All faults of a pack, table by table; what cannot be read is told once, and the rest is looked at all the same."""
    unread = {name: fault for name in TABLES if (fault := _unread(pack.tables, name))}
    found, readable = [*unread.values()], [name for name in TABLES if name not in unread]
    found += [fault for name in NEEDED if name in readable for fault in _empty(pack.tables, name)]
    if unread.keys().isdisjoint({"reporting_verbs", "event_verb_forms", "cause_forms", "verb_forms"}):
        verbs = read_rows(pack.tables, "reporting_verbs", "verb", ReportingVerb)
        found += [*_entries("reporting_verbs", verbs), *_twice(verbs), *_formless(verbs, pack.verb_forms)]
    if "reporting_nouns" in readable:
        found += _entries("reporting_nouns", read_rows(pack.tables, "reporting_nouns", "noun", ReportingNoun))
    return found


def _unread(tables: Tables, name: str) -> Fault | None:
    try:
        if name in ROWS:
            rows = read_rows(tables, name, *ROWS[name])
            return None if rows or name != "reporting_verbs" else Fault(name, "", "has no rows")
        read_table(tables, name, WHOLE[name])
    except WederhoorError as error:
        return Fault(name, "", error.message)
    return None


def _empty(tables: Tables, name: str) -> Iterator[Fault]:
    table = tables.raw(name)
    for key in NEEDED[name]:
        if not table.get(key):
            yield Fault(name, key, "is empty, and readers ask it of every text")


def _entries(name: str, rows: Iterable[ReportingVerb | ReportingNoun]) -> Iterator[Fault]:
    return (Fault(name, row.lemma, what) for row in rows for what in wrong_with(row))


def _twice(verbs: Iterable[ReportingVerb]) -> Iterator[Fault]:
    """Entries that differ in nothing by which one is chosen: the second never is."""
    keys = Counter(
        (v.lemma, v.words, v.reflexive, v.frames, v.prepositions, v.experiencer, v.source_prepositions) for v in verbs
    )
    for key, times in keys.items():
        if times > 1:
            yield Fault(
                "reporting_verbs", key[0], "has two rows of the same words and frames; the second is never used"
            )


def _formless(verbs: Iterable[ReportingVerb], forms: dict[str, str]) -> Iterator[Fault]:
    """Of a verb with a particle that is written apart the verb has the forms: *point out*."""
    lemmas = {*forms.values()}
    for lemma in dict.fromkeys(verb.lemma for verb in verbs):
        if lemma.partition(" ")[0] not in lemmas:
            yield Fault(
                "reporting_verbs", lemma, "has no forms in verb_forms.toml, so that only some of its forms are known"
            )
