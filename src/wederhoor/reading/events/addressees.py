"""Whom an act of speech is directed at that names nobody: by its condition, by what is told beside it, by who spoke before."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from wederhoor.reading.events.draft import EventDraft
from wederhoor.reading.events.kinds import fits
from wederhoor.reading.events.parties import mention_at, parties
from wederhoor.reading.text import Text
from wederhoor.records import Event, EventCode
from wederhoor.syntax.clauses import SUBJECT, children, has_word

DIRECTED: tuple[EventCode, ...] = ("ACCUSE", "REQUEST", "REJECT", "SUPPORT", "THREATEN")
GRANTED: tuple[EventCode, ...] = ("CONCEDE", "AID", "SUPPORT", "CONSULT")
"""What the one who is asked for it would do: *eist excuses van X*."""
SPOKEN_BEFORE = 400
"""Code points back in which the word that is answered was given."""
EVENTS_BACK = 8
"""Events back in which the other side of an answer is looked for."""
WORDS_BACK = 60
"""Words back in which the subject is looked for who is answered."""

Parties = tuple[str, ...]


def addressed(text: Text, drafts: Sequence[EventDraft], events: Sequence[Event]) -> list[Event]:
    """The events, in text order, with those whom acts of speech are directed at."""
    cues = sorted((span[0], n) for n, a in enumerate(text.attributions) for span in a.cue[:1])
    found: list[Event] = []
    requests: dict[int, Event] = {}
    for place, (draft, event) in enumerate(zip(drafts, events, strict=True)):
        patients = event.patients
        if _speaks_to_somebody(text, draft, event):
            patients = (
                _conditional(text, draft, event)
                or _beside(text, drafts, events, place)
                or _before(text, draft, event, cues, found)
                or patients
            )
        elif not patients and event.code == "AGREE":
            patients = _asker(event, found)
        found.append(_granted(draft, replace(event, patients=patients), requests))
        if event.code == "REQUEST":
            requests[draft.anchor] = found[-1]
    return found


def _speaks_to_somebody(text: Text, draft: EventDraft, event: Event) -> bool:
    """Whether a verb tells of an act of speech at somebody, whom its clause does not name."""
    directed = event.code in DIRECTED and not draft.noun and not draft.each_other
    return directed and not _names_actor(text, draft, event)


def _granted(draft: EventDraft, event: Event, requests: Mapping[int, Event]) -> Event:
    """What a noun says that is asked for: those who are asked would do it for those who ask."""
    asked = requests.get(draft.host or 0) if draft.noun and event.code in GRANTED and not event.agents else None
    return event if asked is None else replace(event, agents=asked.patients, patients=event.patients or asked.agents)


def _names_actor(text: Text, draft: EventDraft, event: Event) -> bool:
    """Whether some of those whom it is directed at can act."""
    able = any(fits(text, word, ("actor",)) for word in draft.patients)
    return bool(event.patients) and (able or any(name in text.actor_by_id for name in event.patients))


def _before(
    text: Text, draft: EventDraft, event: Event, cues: Sequence[tuple[int, int]], before: Sequence[Event]
) -> Parties:
    """A denial is of what was said last, a refusal of whom the doer had to do with, praise of the last one who did something."""
    start, end = event.trigger
    number = bisect_left(cues, (start, -1))
    said = number < len(cues) and cues[number][0] < end and draft.code == "REJECT"
    if said or (draft.named and draft.code == "REJECT"):
        return _answered(text, event, cues) or _other_side(text, event, before)
    if draft.code == "ACCUSE":  # nobody is blamed by somebody because he stands in the sentence before
        return _subject_before(text, draft, event, text.sentence(draft.anchor)[0]) if draft.named else ()
    if draft.named and draft.code == "SUPPORT":
        return _subject_before(text, draft, event) or _other_side(text, event, before)
    found = _other_side(text, event, before)
    return found or (_answered(text, event, cues) if draft.code == "REJECT" else ())


def _subject_before(text: Text, draft: EventDraft, event: Event, first: int = 0) -> Parties:
    """The last one before who is a subject, from the word ``first`` on."""
    p = text.parse
    for word in range(draft.anchor - 1, max(first - 1, draft.anchor - WORDS_BACK), -1):
        mention = mention_at(text, word) if p.deps[word] in SUBJECT else None
        if mention is not None and mention.actor.id not in event.agents:
            return (mention.actor.id,)
    return ()


def _conditional(text: Text, draft: EventDraft, event: Event) -> Parties:
    """*als [de minister] niet toegeeft, dreigt hij*: whose doing it hangs on."""
    p = text.parse
    for c in p.children[draft.node]:
        marked = has_word(p, c, text.pack.events.grammar.conditional, "mark")
        if p.deps[c] == "advcl" and marked:
            subjects = children(p, c, *SUBJECT)
            able = [s for s in subjects if fits(text, s, ("actor",))]
            return tuple(name for name in parties(text, able) if name not in event.agents)
    return ()


def _beside(text: Text, drafts: Sequence[EventDraft], events: Sequence[Event], place: int) -> Parties:
    """Whom another act of speech of the same doer in the same sentence is directed at."""
    p, here = text.parse, events[place]
    for other in _in_sentence(p.sentence_of, drafts, place):
        event = events[other]
        if event.code in DIRECTED and event.patients and set(event.agents) & set(here.agents):
            return event.patients
    return ()


def _in_sentence(sentence_of: Sequence[int], drafts: Sequence[EventDraft], place: int) -> Iterator[int]:
    sentence = sentence_of[drafts[place].anchor]
    for step in (-1, 1):
        other = place + step
        while 0 <= other < len(drafts) and sentence_of[drafts[other].anchor] == sentence:
            yield other
            other += step


def _answered(text: Text, event: Event, cues: Sequence[tuple[int, int]]) -> Parties:
    """Who spoke last before, other than who answers."""
    here = event.trigger[0]
    for start, number in reversed(cues[: bisect_left(cues, (here, -1))]):
        if start < here - SPOKEN_BEFORE:
            break
        actor = text.speaker_of.get(number)
        name = actor.id if actor is not None else text.attributions[number].speaker
        if name and name not in event.agents:
            return (name,)
    return ()


def _other_side(text: Text, event: Event, before: Sequence[Event]) -> Parties:
    """Whom the doer had to do with last."""
    near = before[max(0, len(before) - EVENTS_BACK) :]
    for earlier in reversed(near):
        if set(earlier.agents) & set(event.agents):
            side = earlier.patients
        elif set(earlier.patients) & set(event.agents):
            side = earlier.agents
        else:
            continue
        others = tuple(name for name in side if _is_actor(text, name) and name not in event.agents)
        if others:
            return others
    return ()


def _asker(event: Event, before: Sequence[Event]) -> Parties:
    """Who has just asked for what is promised."""
    near = (e for e in reversed(before[-3:]) if e.code == "REQUEST" and set(e.patients) & set(event.agents))
    return next((e.agents for e in near), ())


def _is_actor(text: Text, name: str) -> bool:
    return name in text.actor_by_id
