"""Who takes part in an event: from the heads of its draft, and where these name nobody from what stands around it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from wederhoor.reading.events.draft import EventDraft
from wederhoor.reading.events.kinds import kinds_of
from wederhoor.reading.events.parties import last_two, parties
from wederhoor.reading.text import Text
from wederhoor.records import Event, EventCode
from wederhoor.syntax.clauses import has_word

ABOUT_DOERS: tuple[EventCode, ...] = ("ACCUSE", "SUPPORT", "REJECT", "PROTEST", "THREATEN")
"""Acts of speech: what they are directed at is whoever does the act that they speak of."""
TO_SOMEBODY: tuple[EventCode, ...] = ("REQUEST", "AGREE", "CONCEDE", "THREATEN")
LOOK_BACK = 12
"""Events back in which the doer of an economic measure is looked for."""
ABOUT_THINGS: tuple[EventCode, ...] = ("ECONOMIC", "DISASTER", "MOBILIZE")
"""What is done to things, whosever they are."""
HELPED_BEFORE = 40
"""Events back in which the one is looked for who was helped."""
NOT_DONE_TO = frozenset({"rights", "protest", "event"})
"""Kinds of things that are no patient: what is forbidden or put down."""

WHERE = frozenset({"territory", "street", "state"})
"""Kinds of places: a disaster is there, and not done to them."""

AT_SOMEBODY: tuple[EventCode, ...] = ("SUPPORT", "ACCUSE", "REJECT", "COOPERATE")
"""Acts that are directed at people and bodies: of *signed the treaty*, *rejected the plan* the thing is only their content."""
RESTRICTED = frozenset(
    {"actor", "border", "street", "zone", "venue", "building", "territory", "facility", "plant", "vehicle"}
)
"""Kinds of what a ban is laid on; what it forbids is its content: *banned the veil*."""

Parties = tuple[str, ...]


def participants(
    text: Text, draft: EventDraft, by_anchor: dict[int, EventDraft], before: Sequence[Event]
) -> tuple[Parties, Parties]:
    """Agents and patients of a draft; ``by_anchor`` are all drafts, ``before`` the events told before."""
    agents = _agents(text, draft, by_anchor, before)
    patients = _patients(text, draft, by_anchor, before)
    if not patients and draft.code == "AID":
        patients = _helped(text, draft, agents, before)
    if not patients and draft.code == "DEATHS" and draft.noun:
        patients = parties(text, [draft.anchor])
    return agents, tuple(name for name in patients if name not in agents)


def _agents(text: Text, draft: EventDraft, by_anchor: dict[int, EventDraft], before: Sequence[Event]) -> Parties:
    """Who does it: those of its own words, else of the event in it, else who decided on what costs or yields."""
    agents = draft.named or parties(text, _doers(draft.agents, by_anchor))
    if not agents and draft.noun:
        agents = _inner_agents(text, draft, by_anchor)
    if draft.each_other and len(agents) < 2 and all(text.parse.upos[w] == "PRON" for w in draft.agents):
        agents = last_two(text, draft.anchor)
    if not agents and draft.code == "ECONOMIC" and not _priced(text, draft):
        agents = _decider(before)
    return agents


def _inner_agents(text: Text, draft: EventDraft, by_anchor: dict[int, EventDraft]) -> Parties:
    """Those of the first event that stands where its participants do: *de dreiging van een aanval door X*."""
    inside = (by_anchor.get(w) for w in draft.patients + draft.agents)
    inner = next((one for one in inside if one is not None and one is not draft), None)
    return () if inner is None else inner.named or parties(text, inner.agents)


def _helped(text: Text, draft: EventDraft, agents: Parties, before: Sequence[Event]) -> Parties:
    """Whom help goes to that names nobody: the place that the sentence names behind it, else the one helped before."""
    p = text.parse
    for word in range(draft.trigger[1], text.sentence(draft.anchor)[1]):
        if (
            p.entity_of[word] >= 0
            and p.entities[p.entity_of[word]].type == "LOC"
            and p.deps[word] not in ("flat", "appos")
        ):
            return parties(text, [word])
    near = before[max(0, len(before) - HELPED_BEFORE) :]
    earlier = (e for e in reversed(near) if e.code == "AID" and e.patients and not set(e.agents).isdisjoint(agents))
    return next((e.patients for e in earlier), ())


def _doers(heads: Iterable[int], by_anchor: dict[int, EventDraft]) -> list[int]:
    """No event is a doer."""
    return [w for w in heads if w not in by_anchor]


def _patients(text: Text, draft: EventDraft, by_anchor: dict[int, EventDraft], before: Sequence[Event]) -> Parties:
    """Those whom it is done to; of a verbal act about an event the doers of that, of a thing whose it is."""
    found: list[str] = []
    for word in draft.patients:
        other = by_anchor.get(word)
        kinds = kinds_of(text, word)
        if other is not None and other is not draft:
            found += other.named or parties(text, other.agents) if draft.code in ABOUT_DOERS else ()
        elif draft.code in ABOUT_DOERS and _taken_up(text, word) and before:
            found += before[-1].agents
        elif "actor" not in kinds and draft.code not in ABOUT_THINGS and (owner := _owner(text, word)) is not None:
            found += parties(text, [owner])
        elif _undergoes(draft, kinds):
            found += parties(text, [word])
    return tuple(dict.fromkeys(found))


def told_later(draft: EventDraft, event: Event, events: dict[int, Event]) -> Parties:
    """The patients of an act about an event whose doers the text has told by now; ``events`` by anchor."""
    if event.patients or draft.code not in (*ABOUT_DOERS, "REQUEST"):
        return event.patients
    about = [*draft.patients, *([draft.about] if draft.about is not None else [])]
    acts = [events[w] for w in about if w in events and w != draft.anchor]
    return tuple(dict.fromkeys(name for act in acts for name in act.agents if name not in event.agents))


def _taken_up(text: Text, word: int) -> bool:
    """*dit voornemen*: what was told before."""
    p = text.parse
    return has_word(p, word, text.pack.closed.demonstratives | text.pack.closed.pointing, "det")


def _owner(text: Text, word: int) -> int | None:
    """Whose a thing is: *het voorstel van de minister*, *hun huis*."""
    p = text.parse
    for c in p.children[word]:
        if p.deps[c] == "nmod:poss":
            return c
        of = p.deps[c] == "nmod" and has_word(p, c, text.pack.closed.of, "case")
        if of and "actor" in kinds_of(text, c):
            return c
    return None


def _undergoes(draft: EventDraft, kinds: frozenset[str]) -> bool:
    """What is asked for or promised is content; one asks and promises somebody."""
    if draft.code in (*TO_SOMEBODY, *AT_SOMEBODY):
        return "actor" in kinds
    if (draft.code, draft.mode) == ("COERCE", "restrict"):
        return not kinds.isdisjoint(RESTRICTED)
    if draft.code == "DISASTER":
        return kinds.isdisjoint(WHERE)
    return kinds.isdisjoint(NOT_DONE_TO) or draft.code in ABOUT_DOERS


def _priced(text: Text, draft: EventDraft) -> bool:
    return any("price" in kinds_of(text, w) for w in draft.patients)


def _decider(before: Sequence[Event]) -> Parties:
    """Who took the last economic decision before: the one that a text about a company goes on about."""
    near = before[max(0, len(before) - LOOK_BACK) :]
    return next((e.agents for e in reversed(near) if e.code == "ECONOMIC" and e.agents), ())
