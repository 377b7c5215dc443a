"""Where the actors of a document are mentioned, and who of them speaks: by word, and by sentence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from wederhoor.reading.holders import Extent, words_of
from wederhoor.records import Actor, Attribution, Span
from wederhoor.records.parse import Parse

Thing = TypeVar("Thing")


@dataclass(frozen=True, slots=True)
class NamedMention:
    """The words of one mention of an actor."""

    first: int
    end: int
    actor: Actor


def mentions_at(p: Parse, actors: Sequence[Actor]) -> dict[int, list[NamedMention]]:
    """The mentions of actors by every word in them, the shortest first."""
    found: dict[int, list[NamedMention]] = {}
    for actor in actors:
        for span in actor.mentions:
            first, end = words_of(p, span)
            for word in range(first, end):
                found.setdefault(word, []).append(NamedMention(first, end, actor))
    for mentions in found.values():
        mentions.sort(key=lambda m: m.end - m.first)
    return found


def actors_by_word(p: Parse, actors: Iterable[Actor]) -> dict[int, str]:
    """For each word in a mention, the id of the actor, that of the shortest mention where several hold it."""
    found: dict[int, tuple[int, str]] = {}
    for actor in actors:
        for mention in actor.mentions:
            for word in range(*words_of(p, mention)):
                found[word] = min(found.get(word, (len(p.text) + 1, "")), (mention[1] - mention[0], actor.id))
    return {word: name for word, (_, name) in found.items()}


def forms_of(p: Parse, actors: Sequence[Actor]) -> dict[str, Actor]:
    """Actors by names of one word, as they are written: the troops of NATO are NATO-troepen."""
    forms: dict[str, Actor] = {}
    for actor in actors:
        for form in (actor.name, *actor.aliases, *(p.text[start:end] for start, end in actor.mentions)):
            *articles, last = form.split() or [""]
            if last[:1].isupper() and not any(word[:1].isupper() for word in articles):
                forms.setdefault(last, actor)
    return forms


def _at_source(p: Parse, a: Attribution, mentions: dict[int, list[NamedMention]]) -> Actor | None:
    """The actor whose mention the source of an attribution is."""
    for span in a.source:
        first, end = words_of(p, span)
        inside = [m for w in range(first, end) for m in mentions.get(w, ()) if first <= m.first and m.end <= end]
        if inside:
            return min(inside, key=lambda m: (m.first, m.first - m.end)).actor
    return None


def by_sentence(p: Parse, spans: Iterable[tuple[Span, Thing]]) -> dict[int, list[tuple[Extent, Thing]]]:
    """What has a span by the number of its sentence, with its words."""
    found: dict[int, list[tuple[Extent, Thing]]] = {}
    for span, thing in spans:
        words = words_of(p, span)
        if words[0] < words[1]:
            found.setdefault(p.sentence_of[words[0]], []).append((words, thing))
    return found


def speakers_of(
    p: Parse, attributions: Sequence[Attribution], actors: Sequence[Actor], mentions: dict[int, list[NamedMention]]
) -> dict[int, Actor]:
    """The actor who speaks in an attribution, by its number; of a report or a plan whose it is: *haar lezing*."""
    by_id = {a.id: a for a in actors}
    speakers = (by_id.get(a.actor or "") or _at_source(p, a, mentions) for a in attributions)
    return {n: actor for n, actor in enumerate(speakers) if actor is not None}
