"""The events of a document: verbs, nouns and judgements as drafts, then who, when, where, how many and how real."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from wederhoor.reading.events.addressees import addressed
from wederhoor.reading.events.bans import find_bans
from wederhoor.reading.events.choice import chosen
from wederhoor.reading.events.conditional_requests import find_conditional_requests
from wederhoor.reading.events.counts import numbers_of
from wederhoor.reading.events.draft import EventDraft
from wederhoor.reading.events.echoes import find_echoes
from wederhoor.reading.events.implied import with_implied
from wederhoor.reading.events.modality import modality_of
from wederhoor.reading.events.nouns import find_nouns
from wederhoor.reading.events.participants import participants, told_later
from wederhoor.reading.events.polarity import polarity_of
from wederhoor.reading.events.praise_and_blame import find_praise_and_blame
from wederhoor.reading.events.same import first_mention
from wederhoor.reading.events.settings import place_of, time_of
from wederhoor.reading.events.verbs import find_verbs
from wederhoor.reading.text import Text
from wederhoor.records import AUTHOR, Event, EventCode, Modality, Place, Polarity, Span
from wederhoor.syntax.clauses import RELATIVE, children, has_word, noun_phrase
from wederhoor.syntax.stretches import any_form, any_lemma

SCHEDULED: tuple[EventCode, ...] = ("CONSULT", "SUPPORT", "COOPERATE", "AID")
"""What its doer plans of these is an agreement (PLOVER)."""
REFUSABLE: tuple[EventCode, ...] = ("AGREE", "CONCEDE", "CONSULT", "COOPERATE", "AID")
LOOK_BACK = 10
"""Events back in which a request for help is looked for."""
CONTINUED: tuple[EventCode, ...] = ("PROTEST", "COERCE", "SANCTION", "MOBILIZE", "RETREAT")
OUTSIDE_CLAUSE = ("advcl", "parataxis", "conj", "cc", "ccomp", "punct", "mark")


def find_events(text: Text) -> tuple[Event, ...]:
    """Who did what to whom, where and when, in text order, by the categories of PLOVER 2.0 and DEATHS, DISASTER, ECONOMIC.

    ``agents`` and ``patients`` are actors' ids where the actors have a mention there, else noun phrases; ``time`` counts in
    the text's times, ``place`` is the id of one of its places.
    """
    verbs = list(find_verbs(text))
    drafts = [*verbs, *find_nouns(text, verbs), *find_bans(text)]
    drafts += find_echoes(text, sorted(drafts, key=lambda d: d.anchor))
    drafts += find_praise_and_blame(text, drafts)
    conditions = {d.anchor: d for d in find_conditional_requests(text, drafts)}
    kept = chosen(text, [*conditions.values(), *(d for d in drafts if d.anchor not in conditions)])
    by_anchor = {draft.anchor: draft for draft in kept}
    events: list[Event] = []
    stems: list[str] = []
    for draft in kept:
        event = _event(text, draft, f"E{len(events) + 1}", by_anchor, events)
        events.append(_linked(text, draft, event, events, stems))
        stems.append(draft.stem)
    told = {draft.anchor: event for draft, event in zip(kept, events, strict=True)}
    text.found_by.update({event.id: draft.rule for draft, event in zip(kept, events, strict=True)})
    later = [replace(e, patients=told_later(draft, e, told)) for draft, e in zip(kept, events, strict=True)]
    return tuple(addressed(text, kept, with_implied(text, kept, later)))


def _event(text: Text, draft: EventDraft, id_: str, by_anchor: dict[int, EventDraft], before: Sequence[Event]) -> Event:
    p = text.parse
    polarity = polarity_of(text, draft)
    agents, patients = participants(text, draft, by_anchor, before)
    code = _asked_for(draft, agents, before)
    modality = "actual" if draft.real else modality_of(text, draft, own=_own(text, draft, agents))
    refusal = polarity == "-" and draft.code in REFUSABLE and _refuses(text, draft)
    holder = text.holder(draft.anchor)
    place = place_of(text, draft)
    return Event(
        id=id_,
        code="REJECT" if refusal else _code(draft, code, modality, polarity),
        mode=draft.mode if code == draft.code and not refusal else None,
        trigger=p.span(*draft.trigger),
        span=_span(text, draft),
        agents=agents,
        patients=patients,
        place=place.id if isinstance(place, Place) else None,
        time=time_of(text, draft),
        numbers=numbers_of(text, draft),
        polarity="+" if refusal else polarity,
        modality="actual" if refusal else modality,
        holder=AUTHOR if holder is None else holder.id,
    )


def _code(draft: EventDraft, code: EventCode, modality: Modality, polarity: Polarity) -> EventCode:
    scheduled = modality == "planned" and polarity == "+" and code in SCHEDULED
    return "AGREE" if scheduled and not draft.named else code


def _asked_for(draft: EventDraft, agents: tuple[str, ...], before: Sequence[Event]) -> EventCode:
    """Troops that are sent by one who was asked for help before are aid."""
    near = before[max(0, len(before) - LOOK_BACK) :]
    asked = any(e.code == "REQUEST" and not set(e.patients).isdisjoint(agents) for e in near)
    return "AID" if draft.code == "MOBILIZE" and draft.counts == "deployed" and asked else draft.code


def _refuses(text: Text, draft: EventDraft) -> bool:
    """*wil niet meewerken*, *gaat niet akkoord*: who does not want to agree refuses."""
    p = text.parse
    wants = any_lemma(p, children(p, draft.node, "aux"), text.pack.events.grammar.refusing)
    above = p.heads[draft.node]
    wants = wants or (p.deps[draft.node] in ("xcomp", "ccomp") and p.lemmas[above] in text.pack.events.grammar.refusing)
    return not draft.noun and (draft.code == "AGREE" or wants)


def _own(text: Text, draft: EventDraft, agents: tuple[str, ...]) -> bool:
    """Whether whoever says it would do it himself; what the author tells of somebody's doing is that one's own plan too."""
    number = text.holders.innermost[draft.anchor]
    if any_form(text.parse, draft.agents, text.pack.closed.first_person):
        return True
    if number < 0 or not agents:
        return bool(agents) or draft.passive or (not draft.noun and number >= 0)
    speaker = text.speaker_of.get(number)
    if speaker is None:
        return text.attributions[number].speaker in agents
    return speaker.id in agents


def _linked(text: Text, draft: EventDraft, event: Event, before: Sequence[Event], stems: Sequence[str]) -> Event:
    """The event with a pointer to the first mention of the same, whose participants it takes where it names none."""
    p = text.parse
    definite = draft.noun and has_word(p, draft.node, text.pack.events.grammar.definite)
    first = first_mention(event, draft.stem, before, stems, definite=definite)
    if first is None:
        return _continued(draft, event, before)
    return replace(
        event,
        agents=event.agents or tuple(a for a in first.agents if a not in event.patients),
        patients=event.patients or tuple(a for a in first.patients if a not in event.agents),
        same_as=first.same_as or first.id,
    )


def _continued(draft: EventDraft, event: Event, before: Sequence[Event]) -> Event:
    """A noun that names nobody goes on about those of the last event of its kind: *De betoging liep uit de hand*."""
    if not draft.noun or event.agents or event.patients or event.code not in CONTINUED:
        return event
    near = before[max(0, len(before) - LOOK_BACK) :]
    kindred = (e for e in reversed(near) if (e.code, e.mode) == (event.code, event.mode) and (e.agents or e.patients))
    last = next(kindred, None)
    return event if last is None else replace(event, agents=last.agents, patients=last.patients)


def _span(text: Text, draft: EventDraft) -> Span:
    """The clause of the trigger without the clauses beside and below it; of a noun its noun phrase."""
    p = text.parse
    if draft.noun:
        words = noun_phrase(p, draft.node)
    else:
        below = [c for c in p.children[draft.node] if p.deps[c] not in OUTSIDE_CLAUSE]
        words = [draft.node, *(w for c in below for w in p.subtree(c, ("parataxis",)))]
        if p.deps[draft.node] == RELATIVE:
            words += noun_phrase(p, p.heads[draft.node])
    first = min(*words, draft.trigger[0])
    end = max(*words, draft.trigger[1] - 1) + 1
    while end - 1 > draft.trigger[1] - 1 and p.upos[end - 1] == "PUNCT":
        end -= 1
    return p.span(first, end)
