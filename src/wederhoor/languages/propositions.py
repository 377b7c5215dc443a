"""What a language pack says of propositions (``propositions.toml``), as typed records."""

from __future__ import annotations

from collections.abc import Collection, Mapping

import msgspec


class Same(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Lemmas with one meaning, by a neutral ``name``, and those that say that it is not so."""

    name: str
    words: frozenset[str]
    against: frozenset[str] = frozenset()


class Fixed(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A verb with a word below it as one predicate; ``thing`` is the preposition of what it is done to."""

    verb: str
    word: str
    says: str = msgspec.field(name="is")
    thing: str = ""
    turned: bool = False


class PredicatesFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file of predicates as it is written."""

    same: tuple[Same, ...]
    deeds: frozenset[str]
    doing: frozenset[str]
    phrases: tuple[Fixed, ...]
    bare: frozenset[str]


class PropositionsFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file as it is written."""

    existing: frozenset[str]
    absent: frozenset[str]
    having: frozenset[str]
    having_with: frozenset[tuple[str, str]]
    lacking_with: frozenset[tuple[str, str]]
    calling: frozenset[str]
    counting: frozenset[str]
    measuring: frozenset[str]
    refusing: frozenset[str]
    going: frozenset[str]
    plans: frozenset[str]
    denying: frozenset[str]
    not_denying: frozenset[tuple[str, str]]
    nobody: frozenset[str]
    none: frozenset[str]
    besides: frozenset[str]
    again: frozenset[str]
    unless: frozenset[str]
    modes: dict[str, str]
    duties: dict[str, str]
    forbidding: frozenset[str]
    shareable: frozenset[str]
    once: frozenset[str]
    causing: frozenset[str]
    opening: frozenset[str]
    turning_prefixes: tuple[str, ...]
    """By these an adjective says the opposite: on-veilig."""
    not_turned: frozenset[str]
    not_turned_beginnings: tuple[str, ...]
    """Beginnings of adjectives that only look so: ont-, onder-."""
    general: frozenset[str]
    units: frozenset[str]
    sources: frozenset[str]
    because: frozenset[str]
    some: frozenset[str]
    there: str
    only_existing: frozenset[str]
    presence: frozenset[str]
    one_way: frozenset[str]
    ways: frozenset[str]
    never: frozenset[str]
    parts: frozenset[str]
    scales: dict[str, tuple[str, float]]
    spoken: frozenset[str]
    of: str
    results: frozenset[str]
    numbers: dict[str, str]
    at: frozenset[str]
    common: frozenset[str]
    holding: frozenset[str]
    undergone: dict[str, str]
    counted: dict[str, str]
    plural: dict[str, str]
    causes_nouns: frozenset[str]
    causes_with: frozenset[tuple[str, str]]
    caused_with: frozenset[tuple[str, str]]
    motives: frozenset[str]
    motive_endings: tuple[str, ...]
    motive_before: frozenset[str]
    reason_before: frozenset[str]
    cause_of: frozenset[str]
    linked: frozenset[tuple[str, str]]
    works: frozenset[str]
    belonging: frozenset[str]
    become: frozenset[str]
    participles: tuple[str, ...]
    making: frozenset[str]
    announcing: frozenset[str]
    day_parts: frozenset[str]
    stative_endings: tuple[str, ...]
    plurals: tuple[str, ...]
    one: frozenset[str]
    cleft: frozenset[str]
    been: frozenset[str]
    unaccusative: frozenset[str]
    growing: frozenset[str]
    succeeding: frozenset[str]
    same: tuple[Same, ...]


class PropositionWords(msgspec.Struct, frozen=True):
    """The file, and its groups by lemma: the name, and whether the lemma says that it is not so."""

    words: PropositionsFile
    predicates: PredicatesFile
    fixed: dict[str, tuple[Fixed, ...]]
    """By the verb."""
    keys: dict[str, tuple[str, bool]]
    excluding: dict[str, frozenset[str]]
    """Predicate -> those of which no two are so of one thing at once."""


def index_propositions(
    file: PropositionsFile, predicates: PredicatesFile, antonyms: Mapping[str, Collection[str]]
) -> PropositionWords:
    """Index the groups of one meaning by lemma, and the antonyms both ways."""
    excluding: dict[str, set[str]] = {}
    for one, others in antonyms.items():
        for other in others:
            excluding.setdefault(one, set()).add(other)
            excluding.setdefault(other, set()).add(one)
    keys = {word: (group.name, False) for group in predicates.same for word in sorted(group.words)}
    keys |= {word: (group.name, True) for group in predicates.same for word in sorted(group.against)}
    fixed: dict[str, tuple[Fixed, ...]] = {}
    for phrase in predicates.phrases:
        fixed[phrase.verb] = (*fixed.get(phrase.verb, ()), phrase)
    return PropositionWords(
        file, predicates, fixed, keys, {one: frozenset(others) for one, others in excluding.items()}
    )
