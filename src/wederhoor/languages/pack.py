"""A language pack: everything that Wederhoor knows of one language, behind one interface.

A pack is a folder ``languages/<code>/`` of TOML files, one a lexicon, with a ``pack.toml`` that names the language and the
pipeline that is shipped for it. A new language adds a folder and changes nothing else.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any, TypeVar

import msgspec

from wederhoor.errors import WederhoorError
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
    markers: tuple[SourceMarker, ...]
    hearsay: tuple[Hearsay, ...]
    people: People
    names: Names
    hedges: Hedges
    grammar: Grammar


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
    return LanguagePack(
        code=code,
        name=about["name"],
        pipeline=about["pipeline"],
        probe=about["probe"],
        possession=about["possession"],
        possession_neuter=about["possession_neuter"],
        verbs={lemma: tuple(sorted(v, key=lambda e: -len(e.words))) for lemma, v in verbs.items()},
        verb_forms={
            form: lemma for lemma, forms in _toml(code, "verb_forms", dict[str, str]).items() for form in forms.split()
        },
        nouns={n.lemma: n for n in _rows(code, "reporting_nouns", "noun", ReportingNoun)},
        markers=tuple(_rows(code, "source_markers", "marker", SourceMarker)),
        hearsay=tuple(_rows(code, "hearsay", "phrase", Hearsay)),
        people=_toml(code, "people", People),
        names=_toml(code, "names", Names),
        hedges=_toml(code, "hedges", Hedges),
        grammar=_toml(code, "grammar", Grammar),
    )


def _rows(code: str, name: str, key: str, kind: type[Record]) -> list[Record]:
    return msgspec.convert(_toml(code, name, dict[str, Any])[key], list[kind])  # type: ignore[valid-type]


def _toml(code: str, name: str, kind: type[Record]) -> Record:
    data = files("wederhoor.languages").joinpath(code, f"{name}.toml").read_bytes()
    return msgspec.toml.decode(data, type=kind)
