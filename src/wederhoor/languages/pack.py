"""A language pack: everything that Wederhoor knows of one language, as a value.

A pack is a folder of TOML files, one a lexicon, with a ``pack.toml`` that names the language and the pipeline that is shipped for
it, and, where tables do not do, ``HOOKS`` in its ``__init__.py``. Those of Wederhoor lie in ``languages/<code>/``; other
distributions name theirs by an entry point of the group ``wederhoor.languages``.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import cache, cached_property
from importlib import import_module
from importlib.metadata import EntryPoint, entry_points
from importlib.resources import files
from pathlib import Path
from types import ModuleType
from typing import Final, Self

from wederhoor.errors import WederhoorError
from wederhoor.languages.about import About
from wederhoor.languages.actors import ActorLexicon, ActorWords, KnownTable, index_actors
from wederhoor.languages.bodies import bodies_in
from wederhoor.languages.causes import Causes, CausesFile, index_causes
from wederhoor.languages.closed import ClosedClasses
from wederhoor.languages.conditions import Conditions, ConditionsFile, index_conditions
from wederhoor.languages.confidence import Confidence
from wederhoor.languages.conflicts import Disputes, Stance
from wederhoor.languages.event_index import index_events
from wederhoor.languages.events import EventGrammar, EventWords, Judging, NounGroup, VerbGroup
from wederhoor.languages.forecasts import Forecasts
from wederhoor.languages.hooks import Hooks
from wederhoor.languages.lexicon import Grammar, Hedges, Names, People
from wederhoor.languages.numbers import Numbers
from wederhoor.languages.overlay import read_overlay
from wederhoor.languages.places import CountryNames, Inhabitants, Region, Regions, TownWords, WhereaboutsWords
from wederhoor.languages.predicate_index import PropositionWords, index_propositions
from wederhoor.languages.propositions import PredicatesFile, PropositionsFile
from wederhoor.languages.reporting import Hearsay, ReportingNoun, ReportingVerb, SourceMarker
from wederhoor.languages.sided import SidedFile, SidedWords, index_sided
from wederhoor.languages.tables import Folder, Record, Tables, read_rows, read_table
from wederhoor.languages.times import Times
from wederhoor.languages.topics import TopicsFile, TopicWords, index_topics
from wederhoor.languages.variables import SynonymsFile, VariablesFile, VariableWords, index_variables

GROUP: Final = "wederhoor.languages"
"""The package that has the packs of Wederhoor, and the group of entry points by which others name theirs."""


class LanguagePack:
    """The lexicons of one language, indexed the way the readers ask for them. All that a reader knows of it comes from here.

    Each is read from ``tables`` when it is first asked for. ``hooks`` are what the language does that no table can say.
    Packs are compared by identity, so that what is made of one can be kept.
    """

    def __init__(self, code: str, tables: Tables, hooks: Hooks | None = None, lexicon: str | None = None) -> None:
        self.code = code
        """ISO 639-1."""
        self.tables = tables
        self.hooks = hooks or Hooks()
        self.lexicon = lexicon
        """The user's file that adds to it, with a digest of what it says."""

    def replace(self, **fields: object) -> Self:
        """The same pack with other values for some of its fields, by their names: ``pack.replace(verbs={...})``.

        What is made of such a field is made anew. Raises TypeError for a name that is none of a field.
        """
        unknown = [name for name in fields if not isinstance(getattr(type(self), name, None), cached_property)]
        if unknown:
            raise TypeError(f"no fields of a pack: {', '.join(unknown)}")
        other = type(self)(self.code, self.tables, self.hooks, self.lexicon)
        vars(other).update(fields)
        return other

    @cached_property
    def about(self) -> About:
        return read_table(self.tables, "pack", About)

    @cached_property
    def closed(self) -> ClosedClasses:
        return read_table(self.tables, "closed", ClosedClasses)

    @cached_property
    def verbs(self) -> dict[str, tuple[ReportingVerb, ...]]:
        """Reporting verbs by lemma, those with most fixed words first."""
        found: dict[str, list[ReportingVerb]] = {}
        for verb in read_rows(self.tables, "reporting_verbs", "verb", ReportingVerb):
            found.setdefault(verb.lemma, []).append(verb)
        return {lemma: tuple(sorted(v, key=lambda e: -len(e.words))) for lemma, v in found.items()}

    @cached_property
    def verb_forms(self) -> dict[str, str]:
        """Inflected form -> lemma, for forms that a statistical lemmatiser may get wrong."""
        # the reporting verbs last: their lemma counts where one form is of two verbs
        return {
            form: lemma
            for name in ("event_verb_forms", "cause_forms", "verb_forms")
            for lemma, forms in read_table(self.tables, name, dict[str, str]).items()
            for form in forms.split()
        }

    @cached_property
    def nouns(self) -> dict[str, ReportingNoun]:
        return {n.lemma: n for n in read_rows(self.tables, "reporting_nouns", "noun", ReportingNoun)}

    @cached_property
    def markers(self) -> dict[str, tuple[SourceMarker, ...]]:
        """By the first word, of a possessive pattern too."""
        rows = read_rows(self.tables, "source_markers", "marker", SourceMarker)
        return _by_words(rows, lambda m: {*m.before[:1], *m.possessive[:1]}, lambda m: len(m.before))

    @cached_property
    def hearsay(self) -> dict[str, tuple[Hearsay, ...]]:
        """By the first word, the longest first."""
        rows = read_rows(self.tables, "hearsay", "phrase", Hearsay)
        return _by_words(rows, lambda h: {h.words[0]}, lambda h: len(h.words))

    @cached_property
    def people(self) -> People:
        return read_table(self.tables, "people", People)

    @cached_property
    def noun_kinds(self) -> dict[str, str]:
        """Noun -> person, group, organisation or text; one in two lists is of the kind that comes first here."""
        people, kinds = self.people, dict[str, str]()
        for kind, nouns in (
            ("person", people.persons),
            ("group", people.groups),
            ("organisation", people.organisations),
            ("text", people.texts),
        ):
            for noun in nouns:
                kinds.setdefault(noun, kind)
        return kinds

    @cached_property
    def takes_up(self) -> dict[str, frozenset[str]]:
        """Noun -> roles of those whom a text takes up by it: raadsman for an advocaat, bewindsman for a minister."""
        return read_table(self.tables, "takes_up", dict[str, frozenset[str]])

    @cached_property
    def names(self) -> Names:
        return read_table(self.tables, "names", Names)

    @cached_property
    def actors(self) -> ActorLexicon:
        words = read_table(self.tables, "actors", ActorWords)
        return index_actors(words, read_table(self.tables, "known", KnownTable), bodies_in(self.code))

    @cached_property
    def countries(self) -> CountryNames:
        """The countries by the names that the language has for them."""
        return read_table(self.tables, "countries", CountryNames)

    @cached_property
    def regions(self) -> tuple[Region, ...]:
        """Those with adjectives first."""
        table = read_table(self.tables, "regions", Regions)
        return table.region + table.place

    @cached_property
    def inhabitants(self) -> tuple[Inhabitants, ...]:
        return read_table(self.tables, "inhabitants", TownWords).town

    @cached_property
    def towns(self) -> dict[str, dict[str, str]]:
        """Country -> name of a well-known town in this language -> its name in GeoNames."""
        return read_table(self.tables, "towns", dict[str, dict[str, str]])

    @cached_property
    def whereabouts(self) -> WhereaboutsWords:
        return read_table(self.tables, "whereabouts", WhereaboutsWords)

    @cached_property
    def hedges(self) -> Hedges:
        return read_table(self.tables, "hedges", Hedges)

    @cached_property
    def grammar(self) -> Grammar:
        return read_table(self.tables, "grammar", Grammar)

    @cached_property
    def disputes(self) -> Disputes:
        return read_table(self.tables, "conflicts", Disputes)

    @cached_property
    def canonical(self) -> dict[str, str]:
        """Lemma -> the name of its group of synonyms."""
        return {word: group.name for group in self.disputes.synonyms for word in sorted(group.words)}

    @cached_property
    def stance(self) -> Stance:
        return read_table(self.tables, "stance", Stance)

    @cached_property
    def causes(self) -> Causes:
        return index_causes(read_table(self.tables, "causes", CausesFile))

    @cached_property
    def conditions(self) -> Conditions:
        return index_conditions(read_table(self.tables, "conditions", ConditionsFile))

    @cached_property
    def forecasts(self) -> Forecasts:
        return read_table(self.tables, "forecasts", Forecasts)

    @cached_property
    def numbers(self) -> Numbers:
        return read_table(self.tables, "numbers", Numbers)

    @cached_property
    def events(self) -> EventWords:
        return index_events(
            read_rows(self.tables, "event_verbs", "group", VerbGroup),
            read_rows(self.tables, "event_nouns", "group", NounGroup),
            read_table(self.tables, "event_classes", dict[str, tuple[str, ...]]),
            read_table(self.tables, "event_grammar", EventGrammar),
            read_table(self.tables, "event_judging", Judging),
            self.closed,
            self.hooks,
        )

    @cached_property
    def times(self) -> Times:
        return read_table(self.tables, "times", Times)

    @cached_property
    def variables(self) -> VariableWords:
        synonyms = read_table(self.tables, "variable_synonyms", SynonymsFile)
        return index_variables(read_table(self.tables, "variables", VariablesFile), synonyms)

    @cached_property
    def propositions(self) -> PropositionWords:
        words = read_table(self.tables, "propositions", PropositionsFile)
        return index_propositions(words, read_table(self.tables, "predicates", PredicatesFile), self.disputes.antonyms)

    @cached_property
    def topics(self) -> TopicWords:
        return index_topics(read_table(self.tables, "topics", TopicsFile))

    @cached_property
    def sided(self) -> SidedWords:
        return index_sided(read_table(self.tables, "sided", SidedFile))

    @cached_property
    def confidence(self) -> Confidence:
        return read_table(self.tables, "confidence", Confidence)


def available_languages() -> list[str]:
    """ISO 639-1 codes of the packs that are there, sorted: those of Wederhoor and those that others have installed."""
    return sorted({*_own(), *_others()})


def load_pack(code: str, lexicon: str | os.PathLike[str] | None = None) -> LanguagePack:
    """The language pack of that code; loaded once, but where a user's own ``lexicon`` adds to it.

    Another language's adds nothing. Raises WederhoorError W203 where there is no pack of that code, W205 and W206 (the lexicon).
    """
    pack = _loaded(code)
    overlay = None if lexicon is None else read_overlay(Path(lexicon))
    if overlay is None or overlay.lang != code:
        return pack
    return LanguagePack(code, overlay.over(pack.tables), pack.hooks, overlay.name)


@cache
def _loaded(code: str) -> LanguagePack:
    """Where another distribution has a pack for a language of Wederhoor's own, Wederhoor's counts."""
    if code in _own():
        return pack_of(import_module(f"{GROUP}.{code}"), code)
    if code in _others():
        found = _others()[code].load()
        return found if isinstance(found, LanguagePack) else pack_of(found, code)
    raise WederhoorError("W203", lang=code, packs=", ".join(available_languages()))


def pack_of(package: ModuleType, code: str) -> LanguagePack:
    """The pack whose tables lie in a Python package, with the package's ``HOOKS`` where it has them."""
    return LanguagePack(code, Folder(files(package)), getattr(package, "HOOKS", None))


@cache
def _own() -> frozenset[str]:
    return frozenset(f.name for f in files(GROUP).iterdir() if f.joinpath("pack.toml").is_file())


@cache
def _others() -> dict[str, EntryPoint]:
    return {one.name: one for one in entry_points(group=GROUP)}


def _by_words(
    rows: list[Record], words: Callable[[Record], set[str]], length: Callable[[Record], int]
) -> dict[str, tuple[Record, ...]]:
    """The rows under each of the words that ``words`` gives for a row, those with most words first."""
    found: dict[str, list[Record]] = {}
    for row in rows:
        for word in words(row):
            found.setdefault(word, []).append(row)
    return {word: tuple(sorted(group, key=length, reverse=True)) for word, group in found.items()}
