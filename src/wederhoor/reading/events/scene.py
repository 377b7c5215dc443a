"""What the event readers ask of one document: whose word a thing is, who an actor is, what is counted, when and where."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from wederhoor.languages.events import EventGrammar, EventWords
from wederhoor.languages.pack import LanguagePack
from wederhoor.reading.holders import read_holders, words_of
from wederhoor.records import Actor, Attribution, Place, Span, Time
from wederhoor.syntax.numbers import Figure, find_figures
from wederhoor.syntax.parse import Parse

Thing = TypeVar("Thing")
Words = tuple[int, int]
"""First word and end."""


@dataclass(frozen=True, slots=True)
class Mention:
    """The words of one mention of an actor."""

    first: int
    end: int
    actor: Actor


@dataclass(slots=True)
class Scene:
    """One document with its layers laid on the words. Built by ``lay_out``."""

    p: Parse
    pack: LanguagePack
    attributions: tuple[Attribution, ...]
    holders: list[int]
    """Of every word the number of the innermost attribution whose content it stands in, else NOBODY."""
    mentions: dict[int, list[Mention]]
    """By word, the shortest first."""
    actor_ids: frozenset[str]
    by_form: dict[str, Actor]
    """By names of one word, as they are written: the troops of NATO are NATO-troepen."""
    speaker_of: dict[int, Actor]
    """The actor who speaks in an attribution, by its number."""
    cue_lemmas: dict[int, str]
    """The lemma of a reporting verb with a particle that the parser did not join to it, by its word."""
    times: dict[int, list[tuple[Words, int]]]
    """By sentence: the words of a time and its number."""
    places: dict[int, list[tuple[Words, Place]]]
    figures: dict[int, Figure]
    """By every word of the figure."""
    kinds: dict[str, frozenset[str]] = field(default_factory=dict)
    """Classes of nouns that were looked up before."""

    @property
    def words(self) -> EventWords:
        return self.pack.events

    @property
    def grammar(self) -> EventGrammar:
        return self.pack.events.grammar

    def holder(self, word: int) -> Attribution | None:
        number = self.holders[word]
        return self.attributions[number] if number >= 0 else None

    def sentence(self, word: int) -> Words:
        return self.p.sentences[self.p.sentence_of[word]]


def lay_out(
    p: Parse,
    actors: Sequence[Actor],
    attributions: tuple[Attribution, ...],
    times: Sequence[Time],
    places: Sequence[Place],
    pack: LanguagePack,
) -> Scene:
    """Lay the layers of a document on its words."""
    mentions = _mentions(p, actors)
    by_id = {a.id: a for a in actors}
    by_name = {a.name.casefold(): a for a in reversed(actors)}
    speakers = (
        by_id.get(a.actor or "") or _at_source(p, a, mentions) or by_name.get((a.speaker or "").casefold())
        for a in attributions
    )
    return Scene(
        p=p,
        pack=pack,
        attributions=attributions,
        holders=read_holders(p, attributions).innermost,
        mentions=mentions,
        actor_ids=frozenset(by_id),
        by_form=_forms(p, actors),
        speaker_of={n: actor for n, actor in enumerate(speakers) if actor is not None},
        cue_lemmas=_cue_lemmas(p, attributions, pack),
        times=_by_sentence(p, ((t.span, n) for n, t in enumerate(times))),
        places=_by_sentence(p, ((place.span, place) for place in places)),
        figures={w: figure for figure in find_figures(p, pack.numbers) for w in range(figure.first, figure.end)},
    )


def _mentions(p: Parse, actors: Sequence[Actor]) -> dict[int, list[Mention]]:
    found: dict[int, list[Mention]] = {}
    for actor in actors:
        for span in actor.mentions:
            first, end = words_of(p, span)
            for word in range(first, end):
                found.setdefault(word, []).append(Mention(first, end, actor))
    for mentions in found.values():
        mentions.sort(key=lambda m: m.end - m.first)
    return found


def _cue_lemmas(p: Parse, attributions: tuple[Attribution, ...], pack: LanguagePack) -> dict[int, str]:
    """The readers of reports know which particle belongs to which verb: *riep hem op in te grijpen*."""
    found: dict[int, str] = {}
    for a in attributions:
        words = [w for span in a.cue for w in range(*words_of(p, span))]
        verb = next((w for w in words if p.upos[w] == "VERB"), None)
        for particle in words if verb is not None and p.lemmas[verb] == p.stems[verb] else ():
            joined = p.lower[particle] + p.stems[verb or 0]
            if particle != verb and joined in pack.events.verbs:
                found[verb or 0] = joined
    return found


def _forms(p: Parse, actors: Sequence[Actor]) -> dict[str, Actor]:
    forms: dict[str, Actor] = {}
    for actor in actors:
        for form in (actor.name, *actor.aliases, *(p.text[start:end] for start, end in actor.mentions)):
            *articles, last = form.split() or [""]
            if last[:1].isupper() and not any(word[:1].isupper() for word in articles):
                forms.setdefault(last, actor)
    return forms


def _at_source(p: Parse, a: Attribution, mentions: dict[int, list[Mention]]) -> Actor | None:
    """The actor whose mention the source of an attribution is."""
    for span in a.source:
        first, end = words_of(p, span)
        inside = [m for w in range(first, end) for m in mentions.get(w, ()) if first <= m.first and m.end <= end]
        if inside:
            return min(inside, key=lambda m: (m.first, m.first - m.end)).actor
    return None


def _by_sentence(p: Parse, spans: Iterable[tuple[Span, Thing]]) -> dict[int, list[tuple[Words, Thing]]]:
    found: dict[int, list[tuple[Words, Thing]]] = {}
    for span, thing in spans:
        words = words_of(p, span)
        if words[0] < words[1]:
            found.setdefault(p.sentence_of[words[0]], []).append((words, thing))
    return found
