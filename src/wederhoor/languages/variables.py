"""What ``variables.toml`` and ``variable_synonyms.toml`` say: how a text names what rises and falls, as typed records."""

from __future__ import annotations

from typing import Literal

import msgspec

Way = Literal[1, -1]
"""1: up, comes about, goes on; -1: down, ends, does not come about."""


class ChangeNouns(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Nouns of a change, and the prepositions before what changes."""

    up: frozenset[str]
    down: frozenset[str]
    prepositions: frozenset[str]
    whole: frozenset[str]
    """No last parts of compounds that say what changes: begrotingstekort."""


class ChangeVerbs(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Verbs by what they do to their subject or object, and verbs that leave what happens to another word."""

    rises: frozenset[str]
    falls: frozenset[str]
    numbering: frozenset[str]
    """Of these somebody can be the subject: there are more or fewer of them."""
    raises: frozenset[str]
    lowers: frozenset[str]
    light: frozenset[str]
    through: frozenset[str]
    happening: frozenset[str]
    """These say only that what was told elsewhere is so."""
    modals: frozenset[str]
    """Of these a doer alone says nothing."""
    passive: frozenset[str]
    """With a participle: verloren gaan."""
    against: frozenset[str]
    ending: frozenset[str]
    """Prepositions before what those who stop, stop with."""
    copulas: frozenset[str]


class ChangeAdverbs(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Adverbs of a direction, in lower case; the ``steering`` ones make a verb of movement a change of its subject."""

    up: frozenset[str]
    down: frozenset[str]
    steering: frozenset[str]
    gauging: frozenset[str]


class ChangeAdjectives(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Adjectives of a direction: ``degrees`` before nouns of events only, ``qualities`` only as comparatives."""

    up: frozenset[str]
    down: frozenset[str]
    degrees_up: frozenset[str]
    degrees_down: frozenset[str]
    intense: frozenset[str]
    """Left out before nouns of events without telling a direction."""
    qualities_up: frozenset[str]
    qualities_down: frozenset[str]
    ranked: frozenset[str]
    """Before these they tell a rank: hoger onderwijs."""


class Dimension(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Adjectives that are a measure of one noun; with ``attributive`` before a noun too: *dure diesel* is the price of diesel."""

    up: tuple[str, ...]
    down: tuple[str, ...]
    attributive: bool = False


class States(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Adjectives with one of the endings name a state with the suffix."""

    endings: tuple[str, ...]
    suffix: str


class EmptyHeads(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Heads that say nothing of their own; ``measures`` stay in the name, in ``units`` a number does, ``times`` never."""

    heads: frozenset[str]
    measures: frozenset[str]
    counting: frozenset[str]
    """Last parts of compounds that count the first."""
    prepositions: frozenset[str]
    units: frozenset[str]
    times: frozenset[str]


class VariableAnaphors(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that stand for what was said or named before."""

    shells: frozenset[str]
    demonstratives: frozenset[str]
    neuter: frozenset[str]
    """Pronouns for nouns of no common gender only: het."""
    definite: frozenset[str]
    things: frozenset[str]
    things_plural: frozenset[str]
    ours: frozenset[str]


class EventNaming(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The words with which the name of an event is put together, and how compounds are taken apart."""

    of: str
    by: str
    that: str
    to: str
    be: str
    infinitive: str
    """The ending of infinitives."""
    counted: tuple[str, ...]
    """Endings of plurals before what counts them."""
    participle: tuple[str, ...]
    """What makes a present participle of an infinitive."""
    reflexive: str
    prefixes: frozenset[str]
    linked: tuple[str, ...]
    """Endings of a first part whose last letter only links it to the second."""
    tails: frozenset[str]
    alone: frozenset[str]
    """No last parts of compounds, though words with synonyms."""


class VariablesFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The keys of ``variables.toml``."""

    nouns: ChangeNouns
    verbs: ChangeVerbs
    adverbs: ChangeAdverbs
    adjectives: ChangeAdjectives
    dimensions: dict[str, Dimension]
    states: States
    empty: EmptyHeads
    anaphors: VariableAnaphors
    naming: EventNaming
    spelling: tuple[tuple[str, str], ...]
    """What is wrong with an infinitive as a regular expression, and what to put there."""
    nominal_phrases: dict[str, str]
    """By verb and object: neerleggen werk is staking."""
    nominal: dict[str, str]


class VariableSynonyms(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Lemmas of one variable under a name that takes no side; ``opposite``: of the same one upside down."""

    name: str
    words: tuple[str, ...]
    opposite: tuple[str, ...] = ()


class SynonymsFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The keys of ``variable_synonyms.toml``."""

    synonyms: tuple[VariableSynonyms, ...]


class VariableWords(msgspec.Struct, frozen=True):
    """The same, indexed the way the reader asks."""

    nouns: dict[str, Way]
    prepositions: frozenset[str]
    """Before what changes."""
    change_tails: dict[str, Way]
    """Last parts of compounds that say that the first part changes."""
    subject_verbs: dict[str, Way]
    object_verbs: dict[str, Way]
    verbs: ChangeVerbs
    adverbs: dict[str, Way]
    adverb_kinds: ChangeAdverbs
    adjectives: dict[str, Way]
    degrees: dict[str, Way]
    qualities: dict[str, Way]
    ranked: frozenset[str]
    """Nouns before which a comparative of height tells a rank."""
    intense: frozenset[str]
    dimensions: dict[str, tuple[str, Way]]
    """Adjective -> the noun that it is a measure of, and which way."""
    attributive: frozenset[str]
    """Of these adjectives those that are so before a noun too."""
    states: States
    empty: EmptyHeads
    anaphors: VariableAnaphors
    naming: EventNaming
    spelling: tuple[tuple[str, str], ...]
    nominal_phrases: dict[str, str]
    nominal: dict[str, str]
    classes: dict[str, tuple[str, Way]]
    """Lemma -> the name of its synonyms, and -1 for the opposite of these."""
    tails: frozenset[str]


def index_variables(file: VariablesFile, synonyms: SynonymsFile) -> VariableWords:
    """Of a word in two lists the first counts."""
    classes: dict[str, tuple[str, Way]] = {}
    for one in synonyms.synonyms:
        for word in one.words:
            classes.setdefault(word, (one.name, 1))
        for word in one.opposite:
            classes.setdefault(word, (one.name, -1))
    nouns = _ways(file.nouns.up, file.nouns.down)
    dimensions: dict[str, tuple[str, Way]] = {}
    for noun, dimension in file.dimensions.items():
        for adjective in dimension.up:
            dimensions.setdefault(adjective, (noun, 1))
        for adjective in dimension.down:
            dimensions.setdefault(adjective, (noun, -1))
    adjectives = file.adjectives
    return VariableWords(
        nouns=nouns,
        prepositions=file.nouns.prepositions,
        change_tails={noun: way for noun, way in nouns.items() if noun not in file.nouns.whole},
        subject_verbs=_ways(file.verbs.rises, file.verbs.falls),
        object_verbs=_ways(file.verbs.raises, file.verbs.lowers),
        verbs=file.verbs,
        adverbs=_ways(file.adverbs.up, file.adverbs.down),
        adverb_kinds=file.adverbs,
        adjectives=_ways(adjectives.up, adjectives.down),
        degrees=_ways(adjectives.degrees_up, adjectives.degrees_down),
        qualities=_ways(adjectives.qualities_up, adjectives.qualities_down),
        ranked=adjectives.ranked,
        intense=adjectives.intense,
        dimensions=dimensions,
        attributive=frozenset(a for d in file.dimensions.values() if d.attributive for a in (*d.up, *d.down)),
        states=file.states,
        empty=file.empty,
        anaphors=file.anaphors,
        naming=file.naming,
        spelling=file.spelling,
        nominal_phrases=file.nominal_phrases,
        nominal=file.nominal,
        classes=classes,
        tails=(file.naming.tails | classes.keys()) - file.naming.alone,
    )


def _ways(up: frozenset[str], down: frozenset[str]) -> dict[str, Way]:
    return {**dict.fromkeys(sorted(down), -1), **dict.fromkeys(sorted(up), 1)}
