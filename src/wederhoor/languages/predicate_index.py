"""What a language pack says of propositions, with its groups of predicates indexed by lemma."""

from __future__ import annotations

from collections.abc import Collection, Mapping

import msgspec

from wederhoor.languages.propositions import Fixed, Follows, PredicatesFile, PropositionsFile


class PropositionWords(msgspec.Struct, frozen=True):
    """The file, and its groups by lemma: the name, and whether the lemma says that it is not so."""

    words: PropositionsFile
    predicates: PredicatesFile
    fixed: dict[str, tuple[Fixed, ...]]
    """By the verb."""
    keys: dict[str, tuple[str, bool]]
    excluding: dict[str, frozenset[str]]
    """Predicate -> those of which no two are so of one thing at once."""
    follows: dict[str, tuple[Follows, ...]]
    """Predicate -> what is so when it was done."""
    deeds: frozenset[str]
    """The predicates of nouns for deeds, in normal form."""
    two_sided: frozenset[str]
    """Names of groups in which words say the opposite."""


def index_propositions(
    file: PropositionsFile, predicates: PredicatesFile, antonyms: Mapping[str, Collection[str]]
) -> PropositionWords:
    """Index the groups of one meaning by lemma, and the antonyms both ways."""
    excluding: dict[str, set[str]] = {}
    opposites = ((one, other) for one, others in antonyms.items() for other in others)
    for one, other in (*opposites, *sorted(predicates.contrary)):
        excluding.setdefault(one, set()).add(other)
        excluding.setdefault(other, set()).add(one)
    keys = {word: (group.name, False) for group in predicates.same for word in sorted(group.words)}
    keys |= {word: (group.name, True) for group in predicates.same for word in sorted(group.against)}

    def normal(word: str) -> str:
        return keys.get(word, (word, False))[0]

    fixed: dict[str, tuple[Fixed, ...]] = {}
    for phrase in predicates.phrases:
        fixed[phrase.verb] = (*fixed.get(phrase.verb, ()), phrase)
    follows: dict[str, tuple[Follows, ...]] = {}
    for what in predicates.follows:
        for one in sorted(what.after):
            follows[one] = (*follows.get(one, ()), what)
    shareable = file.shareable.union(map(normal, file.shareable))
    return PropositionWords(
        msgspec.structs.replace(file, shareable=shareable), predicates, fixed, keys,
        {one: frozenset(others) for one, others in excluding.items()}, follows,
        frozenset(map(normal, predicates.deeds)),
        frozenset(group.name for group in predicates.same if group.against),
    )  # fmt: skip
