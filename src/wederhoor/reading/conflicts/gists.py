"""What each statement is about: its terms, what it denies, how it judges, and whether it disputes another."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from wederhoor.languages.pack import LanguagePack
from wederhoor.reading.attributions.speech_cues import words_in
from wederhoor.reading.conflicts.disputes import dispute_of
from wederhoor.reading.conflicts.judgments import instigated, judge
from wederhoor.reading.parse import Parse
from wederhoor.records import Actor, Attribution, AuthorSide, Condition, ConflictSide, Gist, RuleGist, Span

TERMS = frozenset({"NOUN", "PROPN", "VERB", "ADJ"})
FEWEST_TERMS = 3
"""An author's sentence with fewer says too little to be set against another."""
SHORTEST_TERM = 3
AUTHOR = "author"
STATING = ("say", "think", "know", "judge", "accuse", "deny", "doubt", "expect", "promise")
"""Attitudes in which the content is held to be so, or not so."""


def find_gists(
    p: Parse, attributions: Sequence[Attribution], actors: Sequence[Actor], pack: LanguagePack
) -> tuple[Gist, ...]:
    """The gist of every attribution's content, and of every sentence that is all the author's own, in text order."""
    names = _names(p, actors)
    found = [(words[0], a, words) for a in attributions if (words := _words(p, a.content))]
    reported = {w for a in attributions for w in (*_words(p, a.content), *_words(p, a.cue))}
    statements: list[tuple[int, Attribution | None, list[int]]] = [*found]
    for first, end in p.sentences:
        words = list(range(first, end))
        if reported.isdisjoint(words):
            statements.append((first, None, words))
    statements.sort(key=lambda statement: (statement[0], -len(statement[2])))
    gists = [_gist(p, attribution, words, names, pack) for _, attribution, words in statements]
    kept = [g for g in gists if isinstance(g.side, str) or len(g.terms) >= FEWEST_TERMS]
    return tuple(msgspec.structs.replace(gist, order=order) for order, gist in enumerate(kept))


def rule_gists(
    p: Parse, conditions: Sequence[Condition], actors: Sequence[Actor], pack: LanguagePack
) -> tuple[RuleGist, ...]:
    """The terms of both sides of every condition."""
    names = _names(p, actors)

    def terms(span: Span) -> tuple[str, ...]:
        return tuple(sorted(_terms(p, words_in(p, span), names, pack)))

    return tuple(RuleGist(c.id, terms(c.antecedent), terms(c.consequent)) for c in conditions)


def _gist(
    p: Parse, attribution: Attribution | None, words: Sequence[int], names: Mapping[int, str], pack: LanguagePack
) -> Gist:
    negated = _negated(p, words, pack)
    dispute = dispute_of(p, attribution, words, negated, pack)
    judgment, verdict = judge(p, words, negated, pack)
    side: ConflictSide = attribution.id if attribution else AuthorSide(p.span(words[0], words[-1] + 1))
    return Gist(
        side=side,
        speaker=attribution.speaker if attribution else AUTHOR,
        paragraph=p.paragraph_of(words[0]),
        order=0,
        terms=tuple(sorted(_terms(p, words, names, pack))),
        denied=tuple(sorted(_terms(p, negated, names, pack))),
        judgment=judgment,
        verdict=verdict,
        stating=attribution is None or attribution.attitude in STATING,
        dispute=dispute.kind,
        instigated=tuple(sorted(_terms(p, instigated(p, words, pack), names, pack))),
        personal=any(p.lower[w] in pack.people.first_person and p.deps[w] == "nsubj" for w in words),
        pointing=dispute.pointing,
        contrast=dispute.contrast,
        parent=attribution.parent if attribution else None,
    )


def _terms(p: Parse, words: Iterable[int], names: Mapping[int, str], pack: LanguagePack) -> set[str]:
    return {term for word in words for term in _terms_of(p, word, names, pack)}


def _terms_of(p: Parse, word: int, names: Mapping[int, str], pack: LanguagePack) -> list[str]:
    """The terms of one word: the actor that it means, else its lemma and, of a compound with a hyphen, its parts."""
    if word in names:
        return [names[word]]
    if p.upos[word] not in TERMS:
        return []
    lemma = p.lemmas[word].lower()
    parts = {lemma, *lemma.split("-")}
    return [
        pack.canonical.get(part, part)
        for part in sorted(parts)
        if len(part) >= SHORTEST_TERM and part not in pack.disputes.empty
    ]


def _negated(p: Parse, words: Sequence[int], pack: LanguagePack) -> set[int]:
    """The words that a negation among ``words`` bears on: its head, and of *geen* the verb above the noun too."""
    inside = set(words)
    found = set()
    for word in words:
        if p.lower[word] in pack.hedges.negations:
            head = p.heads[word]
            found.add(head)
            if p.deps[word] == "det" and p.heads[head] in inside and p.upos[p.heads[head]] in ("VERB", "ADJ"):
                found.add(p.heads[head])
    return found & inside


def _names(p: Parse, actors: Sequence[Actor]) -> dict[int, str]:
    """Of the last word of every mention, the actor's name behind an @."""
    starts = {start: word for word, start in enumerate(p.ends)}
    found: dict[int, str] = {}
    for actor in actors:
        for _, end in actor.mentions:
            if (word := starts.get(end)) is not None:
                found[word] = f"@{actor.name}"
    return found


def _words(p: Parse, spans: Iterable[Span]) -> list[int]:
    return [word for span in spans for word in words_in(p, span)]
