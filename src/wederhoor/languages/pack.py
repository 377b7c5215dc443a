"""A language pack: everything that Wederhoor knows of one language, behind one interface.

A pack is a folder ``languages/<code>/`` of TOML files, one a lexicon, with a ``pack.toml`` that names the language and the
pipeline that is shipped for it. A new language adds a folder and changes nothing else.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib.resources import files
from typing import Any, TypeVar

import msgspec

from wederhoor.errors import WederhoorError
from wederhoor.languages.events import (
    EventGrammar,
    EventWords,
    Judging,
    NounGroup,
    VerbGroup,
    index_classes,
    index_noun_phrases,
    index_nouns,
    index_verbs,
)
from wederhoor.languages.lexicon import (
    Grammar,
    Hearsay,
    Hedges,
    Names,
    People,
    ReportingNoun,
    ReportingVerb,
    SourceMarker,
)
from wederhoor.languages.numbers import Numbers

Record = TypeVar("Record")


class LanguagePack(msgspec.Struct, frozen=True, kw_only=True):
    """The lexicons of one language, indexed the way the readers ask for them."""

    code: str
    name: str
    pipeline: str
    probe: str
    possession: str
    """How somebody's somebody is named, with {noun} and {owner}: de vrouw van X."""
    possession_neuter: str
    verbs: dict[str, tuple[ReportingVerb, ...]]
    verb_forms: dict[str, str]
    """Inflected form -> lemma, for forms that a statistical lemmatiser may get wrong."""
    nouns: dict[str, ReportingNoun]
    markers: dict[str, tuple[SourceMarker, ...]]
    """By the first word, of a possessive pattern too."""
    hearsay: dict[str, tuple[Hearsay, ...]]
    """By the first word, the longest first."""
    people: People
    noun_kinds: dict[str, str]
    """Noun -> person, group, organisation or text."""
    names: Names
    hedges: Hedges
    grammar: Grammar
    numbers: Numbers
    events: EventWords


def available_languages() -> list[str]:
    """ISO 639-1 codes of the packs that are there, sorted."""
    folder = files("wederhoor.languages")
    return sorted(f.name for f in folder.iterdir() if f.joinpath("pack.toml").is_file())


@cache
def load_pack(code: str) -> LanguagePack:
    """Load a language pack. Raises WederhoorError W203 where there is none of that code."""
    if code not in available_languages():
        raise WederhoorError("W203", lang=code, packs=", ".join(available_languages()))
    about = _toml(code, "pack", dict[str, str])
    verbs: dict[str, list[ReportingVerb]] = {}
    for verb in _rows(code, "reporting_verbs", "verb", ReportingVerb):
        verbs.setdefault(verb.lemma, []).append(verb)
    people = _toml(code, "people", People)
    return LanguagePack(
        code=code,
        name=about["name"],
        pipeline=about["pipeline"],
        probe=about["probe"],
        possession=about["possession"],
        possession_neuter=about["possession_neuter"],
        verbs={lemma: tuple(sorted(v, key=lambda e: -len(e.words))) for lemma, v in verbs.items()},
        # the reporting verbs last: their forms count where one form is of two verbs
        verb_forms={
            form: lemma
            for name in ("event_verb_forms", "verb_forms")
            for lemma, forms in _toml(code, name, dict[str, str]).items()
            for form in forms.split()
        },
        nouns={n.lemma: n for n in _rows(code, "reporting_nouns", "noun", ReportingNoun)},
        markers=_by_words(
            _rows(code, "source_markers", "marker", SourceMarker), lambda m: {*m.before[:1], *m.possessive[:1]}
        ),
        hearsay=_by_words(_rows(code, "hearsay", "phrase", Hearsay), lambda h: {h.words[0]}),
        people=people,
        noun_kinds=_noun_kinds(people),
        names=_toml(code, "names", Names),
        hedges=_toml(code, "hedges", Hedges),
        grammar=_toml(code, "grammar", Grammar),
        numbers=_toml(code, "numbers", Numbers),
        events=_event_words(code),
    )


def _event_words(code: str) -> EventWords:
    grammar = _toml(code, "event_grammar", EventGrammar)
    nouns = _rows(code, "event_nouns", "group", NounGroup)
    return EventWords(
        verbs=index_verbs(_rows(code, "event_verbs", "group", VerbGroup), grammar),
        nouns=index_nouns(nouns, heads=False),
        noun_phrases=index_noun_phrases(nouns, grammar),
        heads=index_nouns(nouns, heads=True),
        classes=index_classes(_toml(code, "event_classes", dict[str, tuple[str, ...]])),
        grammar=grammar,
        judging=_toml(code, "event_judging", Judging),
    )


def _noun_kinds(people: People) -> dict[str, str]:
    """A noun in two lists is of the kind that comes first here."""
    kinds: dict[str, str] = {}
    for kind, nouns in (
        ("person", people.persons),
        ("group", people.groups),
        ("organisation", people.organisations),
        ("text", people.texts),
    ):
        for noun in nouns:
            kinds.setdefault(noun, kind)
    return kinds


def _by_words(rows: list[Record], words: Callable[[Record], set[str]]) -> dict[str, tuple[Record, ...]]:
    """The rows under each of the words that ``words`` gives for a row, those with most words first."""
    found: dict[str, list[Record]] = {}
    for row in rows:
        for word in words(row):
            found.setdefault(word, []).append(row)
    return {word: tuple(sorted(group, key=_length, reverse=True)) for word, group in found.items()}


def _length(row: object) -> int:
    return len(row.words if isinstance(row, Hearsay) else row.before if isinstance(row, SourceMarker) else ())


def _rows(code: str, name: str, key: str, kind: type[Record]) -> list[Record]:
    return msgspec.convert(_toml(code, name, dict[str, Any])[key], list[kind])  # type: ignore[valid-type]


def _toml(code: str, name: str, kind: type[Record]) -> Record:
    data = files("wederhoor.languages").joinpath(code, f"{name}.toml").read_bytes()
    return msgspec.toml.decode(data, type=kind)
