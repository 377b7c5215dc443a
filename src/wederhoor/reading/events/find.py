"""The events of a document: verbs, nouns and judgements as drafts, then who, when, where, how many and how real."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from wederhoor.languages.pack import LanguagePack
from wederhoor.reading.events.addressees import addressed
from wederhoor.reading.events.choice import chosen
from wederhoor.reading.events.conditional_requests import find_conditions
from wederhoor.reading.events.counts import numbers_of
from wederhoor.reading.events.draft import Draft
from wederhoor.reading.events.echoes import find_echoes
from wederhoor.reading.events.modality import modality_of, polarity_of
from wederhoor.reading.events.nouns import find_nouns
from wederhoor.reading.events.participants import participants, told_later
from wederhoor.reading.events.praise_and_blame import find_judgements
from wederhoor.reading.events.same import first_mention
from wederhoor.reading.events.scene import Scene, lay_out
from wederhoor.reading.events.settings import place_of, time_of
from wederhoor.reading.events.verbs import find_verbs
from wederhoor.reading.found_by import FoundBy
from wederhoor.records import AUTHOR, Actor, Attribution, Event, EventCode, Modality, Place, Polarity, Span, Time
from wederhoor.syntax.clauses import RELATIVE, children, has_word, noun_phrase
from wederhoor.syntax.parse import Parse

SCHEDULED: tuple[EventCode, ...] = ("CONSULT", "SUPPORT", "COOPERATE", "AID")
"""What its doer plans of these is an agreement (PLOVER)."""
REFUSABLE: tuple[EventCode, ...] = ("AGREE", "CONCEDE", "CONSULT", "COOPERATE", "AID")
LOOK_BACK = 10
"""Events back in which a request for help is looked for."""
CONTINUED: tuple[EventCode, ...] = ("PROTEST", "COERCE", "SANCTION", "MOBILIZE", "RETREAT")
OUTSIDE_CLAUSE = ("advcl", "parataxis", "conj", "cc", "ccomp", "punct", "mark")


def find_events(
    p: Parse,
    actors: tuple[Actor, ...],
    attributions: tuple[Attribution, ...],
    times: tuple[Time, ...],
    places: tuple[Place, ...],
    pack: LanguagePack,
    found_by: FoundBy,
) -> tuple[Event, ...]:
    """Who did what to whom, where and when, in text order, by the categories of PLOVER 2.0 and DEATHS, DISASTER, ECONOMIC.

    ``agents`` and ``patients`` are actors' ids where the actors have a mention there, else noun phrases; ``time`` counts in
    ``times``, ``place`` is the id of one of the ``places``. ``found_by`` gets the rule of each.
    """
    scene = lay_out(p, actors, attributions, times, places, pack)
    verbs = list(find_verbs(scene))
    drafts = [*verbs, *find_nouns(scene, verbs)]
    drafts += find_echoes(scene, sorted(drafts, key=lambda d: d.anchor))
    drafts += find_judgements(scene, drafts)
    conditions = {d.anchor: d for d in find_conditions(scene, drafts)}
    kept = chosen(scene, [*conditions.values(), *(d for d in drafts if d.anchor not in conditions)])
    by_anchor = {draft.anchor: draft for draft in kept}
    events: list[Event] = []
    stems: list[str] = []
    for draft in kept:
        event = _event(scene, draft, f"E{len(events) + 1}", by_anchor, events)
        events.append(_linked(scene, draft, event, events, stems))
        stems.append(draft.stem)
    told = {draft.anchor: event for draft, event in zip(kept, events, strict=True)}
    found_by.update({event.id: draft.rule for draft, event in zip(kept, events, strict=True)})
    later = [replace(e, patients=told_later(draft, e, told)) for draft, e in zip(kept, events, strict=True)]
    return tuple(addressed(scene, kept, later))


def _event(scene: Scene, draft: Draft, id_: str, by_anchor: dict[int, Draft], before: Sequence[Event]) -> Event:
    p = scene.p
    polarity = polarity_of(scene, draft)
    agents, patients = participants(scene, draft, by_anchor, before)
    code = _asked_for(draft, agents, before)
    modality = "actual" if draft.real else modality_of(scene, draft, own=_own(scene, draft, agents))
    refusal = polarity == "-" and draft.code in REFUSABLE and _refuses(scene, draft)
    holder = scene.holder(draft.anchor)
    place = place_of(scene, draft)
    return Event(
        id=id_,
        code="REJECT" if refusal else _code(draft, code, modality, polarity),
        mode=draft.mode if code == draft.code and not refusal else None,
        trigger=p.span(*draft.trigger),
        span=_span(scene, draft),
        agents=agents,
        patients=patients,
        place=place.id if isinstance(place, Place) else None,
        time=time_of(scene, draft),
        numbers=numbers_of(scene, draft),
        polarity="+" if refusal else polarity,
        modality="actual" if refusal else modality,
        holder=AUTHOR if holder is None else holder.id,
    )


def _code(draft: Draft, code: EventCode, modality: Modality, polarity: Polarity) -> EventCode:
    scheduled = modality == "planned" and polarity == "+" and code in SCHEDULED
    return "AGREE" if scheduled and not draft.named else code


def _asked_for(draft: Draft, agents: tuple[str, ...], before: Sequence[Event]) -> EventCode:
    """Troops that are sent by one who was asked for help before are aid."""
    near = before[max(0, len(before) - LOOK_BACK) :]
    asked = any(e.code == "REQUEST" and not set(e.patients).isdisjoint(agents) for e in near)
    return "AID" if draft.code == "MOBILIZE" and draft.counts == "deployed" and asked else draft.code


def _refuses(scene: Scene, draft: Draft) -> bool:
    """*wil niet meewerken*, *gaat niet akkoord*: who does not want to agree refuses."""
    p = scene.p
    wants = any(p.lemmas[c] in scene.grammar.refusing for c in children(p, draft.node, "aux"))
    above = p.heads[draft.node]
    wants = wants or (p.deps[draft.node] in ("xcomp", "ccomp") and p.lemmas[above] in scene.grammar.refusing)
    return not draft.noun and (draft.code == "AGREE" or wants)


def _own(scene: Scene, draft: Draft, agents: tuple[str, ...]) -> bool:
    """Whether whoever says it would do it himself; what the author tells of somebody's doing is that one's own plan too."""
    number = scene.holders[draft.anchor]
    if any(scene.p.lower[w] in scene.pack.people.first_person for w in draft.agents):
        return True
    if number < 0 or not agents:
        return bool(agents) or draft.passive or (not draft.noun and number >= 0)
    speaker = scene.speaker_of.get(number)
    if speaker is None:
        return scene.attributions[number].speaker in agents
    return speaker.id in agents


def _linked(scene: Scene, draft: Draft, event: Event, before: Sequence[Event], stems: Sequence[str]) -> Event:
    """The event with a pointer to the first mention of the same, whose participants it takes where it names none."""
    p = scene.p
    definite = draft.noun and has_word(p, draft.node, scene.grammar.definite)
    first = first_mention(event, draft.stem, before, stems, definite=definite)
    if first is None:
        return _continued(draft, event, before)
    return replace(
        event,
        agents=event.agents or tuple(a for a in first.agents if a not in event.patients),
        patients=event.patients or tuple(a for a in first.patients if a not in event.agents),
        same_as=first.same_as or first.id,
    )


def _continued(draft: Draft, event: Event, before: Sequence[Event]) -> Event:
    """A noun that names nobody goes on about those of the last event of its kind: *De betoging liep uit de hand*."""
    if not draft.noun or event.agents or event.patients or event.code not in CONTINUED:
        return event
    near = before[max(0, len(before) - LOOK_BACK) :]
    kindred = (e for e in reversed(near) if (e.code, e.mode) == (event.code, event.mode) and (e.agents or e.patients))
    last = next(kindred, None)
    return event if last is None else replace(event, agents=last.agents, patients=last.patients)


def _span(scene: Scene, draft: Draft) -> Span:
    """The clause of the trigger without the clauses beside and below it; of a noun its noun phrase."""
    p = scene.p
    if draft.noun:
        words = noun_phrase(p, draft.node)
    else:
        words = [draft.node]
        stack = [c for c in p.children[draft.node] if p.deps[c] not in OUTSIDE_CLAUSE]
        while stack:
            here = stack.pop()
            words.append(here)
            stack.extend(c for c in p.children[here] if p.deps[c] != "parataxis")
        if p.deps[draft.node] == RELATIVE:
            words += noun_phrase(p, p.heads[draft.node])
    first = min(*words, draft.trigger[0])
    end = max(*words, draft.trigger[1] - 1) + 1
    while end - 1 > draft.trigger[1] - 1 and p.upos[end - 1] == "PUNCT":
        end -= 1
    return p.span(first, end)
