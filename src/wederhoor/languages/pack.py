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
import rtoml

from wederhoor.errors import WederhoorError
from wederhoor.languages.causes import Causes, CausesFile, index_causes
from wederhoor.languages.conditions import Conditions, ConditionsFile, index_conditions
from wederhoor.languages.confidence import Confidence
from wederhoor.languages.conflicts import Disputes, Stance
from wederhoor.languages.events import (
    EventGrammar,
    EventWords,
    Judging,
    NounGroup,
    VerbGroup,
    index_classes,
    index_noun_phrases,
    index_nouns,
    index_phrases,
    index_verbs,
)
from wederhoor.languages.forecasts import Forecasts
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
from wederhoor.languages.propositions import PredicatesFile, PropositionsFile, PropositionWords, index_propositions
from wederhoor.languages.times import Times
from wederhoor.languages.variables import SynonymsFile, VariablesFile, VariableWords, index_variables
from wederhoor.records.prepared import prepared

Record = TypeVar("Record")
SPEAKING = frozenset({"paren", "quote"})


class LanguagePack(msgspec.Struct, frozen=True, kw_only=True):
    """The lexicons of one language, indexed the way the readers ask for them."""

    code: str
    name: str
    pipeline: str
    wheel: str
    """The file that installs the pipeline, seen from the source of this program."""
    probe: str
    possession: str
    """How somebody's somebody is named, with {noun} and {owner}: de vrouw van X."""
    possession_neuter: str
    verbs: dict[str, tuple[ReportingVerb, ...]]
    speaking: frozenset[str]
    """Lemmas of the verbs that stand behind what somebody says: *..., [zegt] zij*."""
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
    takes_up: dict[str, frozenset[str]]
    """Noun -> roles of those whom a text takes up by it: raadsman for an advocaat, bewindsman for a minister."""
    names: Names
    hedges: Hedges
    grammar: Grammar
    disputes: Disputes
    canonical: dict[str, str]
    """Lemma -> the name of its group of synonyms."""
    stance: Stance
    causes: Causes
    conditions: Conditions
    forecasts: Forecasts
    numbers: Numbers
    events: EventWords
    times: Times
    variables: VariableWords
    propositions: PropositionWords
    confidence: Confidence


def available_languages() -> list[str]:
    """ISO 639-1 codes of the packs that are there, sorted."""
    folder = files("wederhoor.languages")
    return sorted(f.name for f in folder.iterdir() if f.joinpath("pack.toml").is_file())


@cache
def load_pack(code: str) -> LanguagePack:
    """Load a language pack. Raises WederhoorError W203 where there is none of that code."""
    if code not in available_languages():
        raise WederhoorError("W203", lang=code, packs=", ".join(available_languages()))
    about = read_table(code, "pack", dict[str, str])
    verbs: dict[str, list[ReportingVerb]] = {}
    for verb in _rows(code, "reporting_verbs", "verb", ReportingVerb):
        verbs.setdefault(verb.lemma, []).append(verb)
    people = read_table(code, "people", People)
    disputes = read_table(code, "conflicts", Disputes)
    return LanguagePack(
        code=code,
        name=about["name"],
        pipeline=about["pipeline"],
        wheel=about["wheel"],
        probe=about["probe"],
        possession=about["possession"],
        possession_neuter=about["possession_neuter"],
        verbs={lemma: tuple(sorted(v, key=lambda e: -len(e.words))) for lemma, v in verbs.items()},
        speaking=frozenset(lemma for lemma, entries in verbs.items() if any(SPEAKING & e.frames for e in entries)),
        # the reporting verbs last: their lemma counts where one form is of two verbs
        verb_forms={
            **_verb_forms(code, "event_verb_forms"),
            **_verb_forms(code, "cause_forms"),
            **_verb_forms(code, "verb_forms"),
        },
        nouns={n.lemma: n for n in _rows(code, "reporting_nouns", "noun", ReportingNoun)},
        markers=_by_words(
            _rows(code, "source_markers", "marker", SourceMarker), lambda m: {*m.before[:1], *m.possessive[:1]}
        ),
        hearsay=_by_words(_rows(code, "hearsay", "phrase", Hearsay), lambda h: {h.words[0]}),
        people=people,
        noun_kinds=_noun_kinds(people),
        takes_up=read_table(code, "takes_up", dict[str, frozenset[str]]),
        names=read_table(code, "names", Names),
        hedges=read_table(code, "hedges", Hedges),
        grammar=read_table(code, "grammar", Grammar),
        disputes=disputes,
        canonical={word: group.name for group in disputes.synonyms for word in sorted(group.words)},
        stance=read_table(code, "stance", Stance),
        causes=index_causes(read_table(code, "causes", CausesFile)),
        variables=index_variables(
            read_table(code, "variables", VariablesFile), read_table(code, "variable_synonyms", SynonymsFile)
        ),
        propositions=index_propositions(
            read_table(code, "propositions", PropositionsFile),
            read_table(code, "predicates", PredicatesFile),
            disputes.antonyms,
        ),
        conditions=index_conditions(read_table(code, "conditions", ConditionsFile)),
        forecasts=read_table(code, "forecasts", Forecasts),
        numbers=read_table(code, "numbers", Numbers),
        events=_event_words(code),
        times=read_table(code, "times", Times),
        confidence=read_table(code, "confidence", Confidence),
    )


def _event_words(code: str) -> EventWords:
    grammar = read_table(code, "event_grammar", EventGrammar)
    judging = read_table(code, "event_judging", Judging)
    nouns = _rows(code, "event_nouns", "group", NounGroup)
    return EventWords(
        verbs=index_verbs(_rows(code, "event_verbs", "group", VerbGroup), grammar),
        nouns=index_nouns(nouns, heads=False),
        noun_phrases=index_noun_phrases(nouns, grammar),
        heads=index_nouns(nouns, heads=True),
        classes=index_classes(read_table(code, "event_classes", dict[str, tuple[str, ...]])),
        grammar=grammar,
        judging=judging,
        refutations=index_phrases(judging.refutations),
    )


def _verb_forms(code: str, name: str) -> dict[str, str]:
    return {form: lemma for lemma, forms in read_table(code, name, dict[str, str]).items() for form in forms.split()}


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
    return msgspec.convert(read_table(code, name, dict[str, Any])[key], prepared(list[kind]))  # type: ignore[valid-type]


def read_table(code: str, name: str, kind: type[Record]) -> Record:
    """One TOML file of a pack as the record that it should be."""
    text = files("wederhoor.languages").joinpath(code, f"{name}.toml").read_text(encoding="utf-8")
    return msgspec.convert(rtoml.loads(text), prepared(kind))
