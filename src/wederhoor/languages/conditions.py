"""What ``conditions.toml`` says: words that make one thing hold if, only if or unless another does."""

from __future__ import annotations

from typing import Literal

import msgspec

from wederhoor.languages.causes import by_first

ConditionKind = Literal["if", "only-if", "unless"]


class Conditional(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words before the antecedent: a clause (als, tenzij) or a noun phrase (in geval van, bij)."""

    words: tuple[str, ...]
    kind: ConditionKind = "if"
    frame: Literal["clause", "phrase"] = "clause"
    timeless: bool = False
    """Not of what was: in the past tense it is a time (wanneer, zodra, bij)."""
    time: bool = False
    """Tells when, and only so on what condition: zodra, zolang."""
    event: bool = False
    """Only before a noun of an event that is not definite: bij brand, bij een aanval."""
    opening: bool = False
    """Only as the first words of a clause."""
    temporal: Literal["never", "also", "mostly"] = "never"
    """Whether its clause may tell when, not whether: als also does, wanneer mostly."""
    asking: bool = False
    """Opens a question behind a verb: asked if."""
    contingent: bool = False
    """Only before a noun of what may befall: bij brand."""
    lacking: bool = False
    """Only where the consequent tells what does not come about then: zonder hulp redt de club het niet."""
    restricted: bool = False
    """Only where a word of restriction stands beside it: alleen met toestemming."""


class ConditionsFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The keys of ``conditions.toml``."""

    conditional: tuple[Conditional, ...]
    restrictors: frozenset[str]
    """alleen, pas: with these a condition is the only one."""
    fronted: frozenset[str]
    """Finite verbs that open a condition before its main clause, by form: should, had; "*" for any (stijgt het water, dan)."""
    inverted: frozenset[str]
    """Forms of a verb that open a condition behind its main clause: mocht."""
    resumers: frozenset[str]
    """dan: opens the consequent behind the antecedent."""
    viewpoints: frozenset[str]
    """Verbs of clauses that only say how to look at it (als je het vergelijkt). No condition."""
    asides: tuple[tuple[str, ...], ...]
    """Beginnings of clauses that condition nothing: als het goed is."""
    premises: frozenset[str]
    """Predicates of clauses from which something follows, but that bring nothing about: als het bericht klopt."""
    outcomes: frozenset[str]
    """Verbs of becoming: what they say in a consequent is brought about."""
    states: frozenset[str]
    """Verbs of being: what they say in a consequent does not come about."""
    possible: frozenset[str]
    """The modal of possibility: kunnen."""
    allowed: frozenset[str]
    """Modals of consent, ability and duty: with these a consequent is no outcome."""
    conceding: frozenset[str] = frozenset()
    """zelfs, ook: right before the marker, it holds in any case."""
    stressing: frozenset[str] = frozenset()
    """vooral, zeker: right before the marker, a case in point of what is told in general."""
    comparing: frozenset[str] = frozenset()
    """dezelfde, zo'n: with these the marker likens."""
    habitual: frozenset[str] = frozenset()
    """vaak, meestal: in a consequent, what happens again and again."""
    arriving: frozenset[str] = frozenset()
    """straks, eenmaal: in an antecedent, what is sure to come."""
    doubting: frozenset[str] = frozenset()
    """ooit, onverhoopt, wel: in an antecedent, what may not come."""
    contingencies: frozenset[str] = frozenset()
    """Nouns of what may befall: brand, ziekte."""


class Conditions(msgspec.Struct, frozen=True):
    """The same, indexed the way the reader asks."""

    by_word: dict[str, tuple[Conditional, ...]]
    """By the first word, the longest first."""
    words: ConditionsFile


def index_conditions(file: ConditionsFile) -> Conditions:
    return Conditions(by_first(file.conditional, lambda c: c.words), file)
