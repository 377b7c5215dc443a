"""Which tables a pack has, and the record that each is read into."""

from __future__ import annotations

from typing import Any, Final

from wederhoor.languages.about import About
from wederhoor.languages.actors import ActorWords, KnownTable
from wederhoor.languages.causes import CausesFile
from wederhoor.languages.closed import ClosedClasses
from wederhoor.languages.concepts import ConceptsFile
from wederhoor.languages.conditions import ConditionsFile
from wederhoor.languages.confidence import Confidence
from wederhoor.languages.conflicts import Disputes, Stance
from wederhoor.languages.events import EventGrammar, Judging, NounGroup, VerbGroup
from wederhoor.languages.forecasts import Forecasts
from wederhoor.languages.lexicon import Grammar, Hedges, Names, People
from wederhoor.languages.numbers import Numbers
from wederhoor.languages.places import CountryNames, Regions, TownWords, WhereaboutsWords
from wederhoor.languages.propositions import PredicatesFile, PropositionsFile
from wederhoor.languages.reporting import Hearsay, ReportingNoun, ReportingVerb, SourceMarker
from wederhoor.languages.sided import SidedFile
from wederhoor.languages.times import Times
from wederhoor.languages.topics import TopicsFile
from wederhoor.languages.variables import SynonymsFile, VariablesFile

ROWS: Final[dict[str, tuple[str, Any]]] = {
    "reporting_verbs": ("verb", ReportingVerb),
    "reporting_nouns": ("noun", ReportingNoun),
    "source_markers": ("marker", SourceMarker),
    "hearsay": ("phrase", Hearsay),
    "event_verbs": ("group", VerbGroup),
    "event_nouns": ("group", NounGroup),
}
"""Tables that are a list of rows: the key of the list, and the record of a row."""
WHOLE: Final[dict[str, Any]] = {
    "pack": About,
    "people": People,
    "takes_up": dict[str, frozenset[str]],
    "names": Names,
    "closed": ClosedClasses,
    "hedges": Hedges,
    "grammar": Grammar,
    "times": Times,
    "verb_forms": dict[str, str],
    "countries": CountryNames,
    "regions": Regions,
    "inhabitants": TownWords,
    "towns": dict[str, dict[str, str]],
    "whereabouts": WhereaboutsWords,
    "causes": CausesFile,
    "cause_forms": dict[str, str],
    "conditions": ConditionsFile,
    "forecasts": Forecasts,
    "actors": ActorWords,
    "known": KnownTable,
    "numbers": Numbers,
    "conflicts": Disputes,
    "confidence": Confidence,
    "concepts": ConceptsFile,
    "stance": Stance,
    "event_classes": dict[str, tuple[str, ...]],
    "event_grammar": EventGrammar,
    "event_judging": Judging,
    "predicates": PredicatesFile,
    "propositions": PropositionsFile,
    "topics": TopicsFile,
    "sided": SidedFile,
    "variables": VariablesFile,
    "variable_synonyms": SynonymsFile,
    "event_verb_forms": dict[str, str],
}
"""Tables that are one record."""
TABLES: Final = (*WHOLE, *ROWS)
