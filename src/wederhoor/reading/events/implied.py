"""Who takes part without being named beside the event: whose office it is, both sides of a fight, who employs somebody."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from wederhoor.reading.events.draft import EventDraft
from wederhoor.reading.events.kinds import kinds_of
from wederhoor.reading.events.parties import parties
from wederhoor.reading.text import Text
from wederhoor.records import Event

NOMINAL = ("NOUN", "PROPN")
OFFICE_BACK = 40
"""Words back in which those are looked for whose office an act is."""
FIGHTS_BACK = 12
"""Events back in which those who fight are looked for."""
ABOUT = 3
"""Mentions of an organisation, at least, by which a text is about it."""

Parties = tuple[str, ...]


def with_implied(text: Text, drafts: Sequence[EventDraft], events: Sequence[Event]) -> list[Event]:
    """The events, in text order, with doers that their clauses do not name."""
    found: list[Event] = []
    for draft, event in zip(drafts, events, strict=True):
        agents = event.agents or _office(text, draft, event) or _fighting(draft, event, found)
        patients = event.patients or _employer(text, draft, event)
        found.append(replace(event, agents=agents, patients=patients))
    return found


def _office(text: Text, draft: EventDraft, event: Event) -> Parties:
    """*is veroordeeld*, *twee aanhoudingen*: the court or the police that the text speaks of, if it has just done so."""
    wanted = frozenset(text.pack.events.grammar.offices.get(f"{event.code} {event.mode}", ()))
    if not wanted:
        return ()
    for word in range(draft.anchor - 1, max(-1, draft.anchor - OFFICE_BACK), -1):
        if text.parse.upos[word] in NOMINAL and not kinds_of(text, word).isdisjoint(wanted):
            named = tuple(name for name in parties(text, [word]) if name not in event.patients)
            if named:
                return named[:1]
    return ()


def _fighting(draft: EventDraft, event: Event, before: Sequence[Event]) -> Parties:
    """*de gevechten*: those who attacked or were attacked before."""
    if not draft.noun or event.code != "ASSAULT" or event.patients or not draft.definite:
        return ()
    near = before[max(0, len(before) - FIGHTS_BACK) :]
    last = next((e for e in reversed(near) if e.code == "ASSAULT" and e.agents), None)
    if last is None:
        return ()
    return tuple(dict.fromkeys((*last.agents, *last.patients))) if draft.together else last.agents


def _employer(text: Text, draft: EventDraft, event: Event) -> Parties:
    """*Bakker, directeur van het theater, stapt op*: of what he is what he leaves."""
    if not draft.post:
        return ()
    of = [role.of for name in event.agents if (actor := text.actor_by_id.get(name)) for role in actor.roles if role.of]
    return (
        (text.actor_by_form[of[0].split()[-1]].id,) if of and of[0].split()[-1] in text.actor_by_form else tuple(of[:1])
    )
