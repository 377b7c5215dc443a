"""The tables of events, indexed the way their readers ask for them."""

from __future__ import annotations

from collections.abc import Iterable

from wederhoor.languages.closed import ClosedClasses
from wederhoor.languages.events import EventGrammar, EventVerb, EventWords, Judging, NounGroup, NounPhrase, VerbGroup
from wederhoor.languages.hooks import Hooks


def index_events(
    verbs: Iterable[VerbGroup],
    nouns: Iterable[NounGroup],
    classes: dict[str, tuple[str, ...]],
    grammar: EventGrammar,
    judging: Judging,
    closed: ClosedClasses,
    hooks: Hooks,
) -> EventWords:
    """The tables of events as readers ask for them; ``hooks`` say where the verb of a phrase stands."""
    nouns = tuple(nouns)
    return EventWords(
        verbs=_index_verbs(verbs, closed.articles | grammar.possessives, closed.reflexives, hooks),
        nouns=_index_nouns(nouns, heads=False),
        noun_phrases=_index_noun_phrases(nouns, closed.of | grammar.with_),
        heads=_index_nouns(nouns, heads=True),
        classes=_index_classes(classes),
        grammar=grammar,
        judging=judging,
        refutations=_index_phrases(judging.refutations),
    )


def _index_verbs(
    groups: Iterable[VerbGroup], determiners: frozenset[str], reflexives: frozenset[str], hooks: Hooks
) -> dict[str, tuple[EventVerb, ...]]:
    """By the verb. Determiners of a phrase are left out: they come and go (een, geen, dat bezoek brengen)."""
    idle = determiners | reflexives
    found: dict[str, list[EventVerb]] = {}
    for group in groups:
        for phrase in group.verbs:
            words, verb = hooks.phrase(phrase.split())
            plain = tuple(w for w in words if w not in idle)
            reflexive = bool(words) and words[0] in reflexives
            found.setdefault(verb, []).append(EventVerb(plain, reflexive, group))
    return {verb: tuple(sorted(entries, key=_size, reverse=True)) for verb, entries in found.items()}


def _size(entry: EventVerb) -> int:
    """More words, then more conditions: the entry that says most comes first."""
    group = entry.group
    asked = sum(any(kind[0] != "!" for kind in kinds) for kinds in (group.object, group.subject, group.needs))
    return 10 * (len(entry.words) + entry.reflexive) + asked


def _index_nouns(groups: Iterable[NounGroup], *, heads: bool) -> dict[str, tuple[NounGroup, ...]]:
    found: dict[str, list[NounGroup]] = {}
    for group in groups:
        if group.heads or not heads:
            for noun in group.nouns:
                if " " not in noun:
                    found.setdefault(noun, []).append(group)
    return {noun: tuple(entries) for noun, entries in found.items()}


def _index_noun_phrases(groups: Iterable[NounGroup], prepositions: frozenset[str]) -> dict[str, tuple[NounPhrase, ...]]:
    """The noun is the first word before a preposition (staat van beleg), else the last (kort geding)."""
    found: dict[str, list[NounPhrase]] = {}
    for group in groups:
        for words in (noun.split() for noun in group.nouns if " " in noun):
            if words[1] in prepositions:
                found.setdefault(words[0], []).append(NounPhrase((), tuple(words[1:]), group))
            else:
                found.setdefault(words[-1], []).append(NounPhrase(tuple(words[:-1]), (), group))
    return {noun: tuple(phrases) for noun, phrases in found.items()}


def _index_phrases(phrases: Iterable[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    """The words of each phrase, by the first of them."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in phrases:
        words = tuple(phrase.split())
        found.setdefault(words[0], []).append(words)
    return {first: tuple(rest) for first, rest in found.items()}


def _index_classes(classes: dict[str, tuple[str, ...]]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for name, nouns in classes.items():
        for noun in nouns:
            found.setdefault(noun, set()).add(name)
    return {noun: frozenset(names) for noun, names in found.items()}
