"""References to items that are no longer there: each leads to what the item stood in, or is dropped."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from msgspec.structs import replace

from wederhoor.records import (
    AUTHOR,
    Attribution,
    CausalClaim,
    Condition,
    Event,
    Forecast,
    Reading,
)

Held = TypeVar("Held", Event, CausalClaim, Condition, Forecast)


def without_loose_ends(
    reading: Reading, heirs: Mapping[str, str | None], names: Mapping[str, str], same: Mapping[str, str]
) -> Reading:
    """A reading in which every id leads somewhere again.

    ``heirs`` has for every attribution that was dropped the one that it stood in, None where it was the author's text;
    ``names`` has for every actor that was dropped its name, which stands in for the actor as a noun phrase does; ``same`` for
    every actor that was merged into another that one.
    """
    if same:
        reading = _joined(reading, same)
    first: dict[str, str] = {}
    events = {e.id for e in reading.events}
    return replace(
        reading,
        attributions=tuple(_attribution(a, heirs, names) for a in reading.attributions),
        events=tuple(_same(_parties(_held(e, heirs), names), events, first) for e in reading.events),
        causal=tuple(_held(c, heirs) for c in reading.causal),
        conditions=tuple(_bound(_held(c, heirs), names) for c in reading.conditions),
        forecasts=tuple(_held(f, heirs) for f in reading.forecasts),
        conflicts=tuple(c for c in reading.conflicts if c.a not in heirs and c.b not in heirs),
    )


def _joined(reading: Reading, same: Mapping[str, str]) -> Reading:
    def end(name: str) -> str:
        while name in same:
            name = same[name]
        return name

    def ends(found: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(map(end, found)))

    return replace(
        reading,
        attributions=tuple(
            replace(a, actor=end(a.actor)) if a.actor and a.actor in same else a for a in reading.attributions
        ),
        events=tuple(replace(e, agents=ends(e.agents), patients=ends(e.patients)) for e in reading.events),
        conditions=tuple(
            replace(c, actor=end(c.actor)) if c.actor and c.actor in same else c for c in reading.conditions
        ),
    )


def _heir(name: str | None, heirs: Mapping[str, str | None]) -> str | None:
    while name is not None and name in heirs:
        name = heirs[name]
    return name


def _attribution(item: Attribution, heirs: Mapping[str, str | None], names: Mapping[str, str]) -> Attribution:
    parent, actor = _heir(item.parent, heirs), None if item.actor in names else item.actor
    return item if (parent, actor) == (item.parent, item.actor) else replace(item, parent=parent, actor=actor)


def _held(item: Held, heirs: Mapping[str, str | None]) -> Held:
    return replace(item, holder=_heir(item.holder, heirs) or AUTHOR) if item.holder in heirs else item


def _parties(item: Event, names: Mapping[str, str]) -> Event:
    if names.keys().isdisjoint((*item.agents, *item.patients)):
        return item
    agents = tuple(names.get(agent, agent) for agent in item.agents)
    return replace(item, agents=agents, patients=tuple(names.get(patient, patient) for patient in item.patients))


def _bound(item: Condition, names: Mapping[str, str]) -> Condition:
    return replace(item, actor=None) if item.actor in names else item


def _same(item: Event, events: set[str], first: dict[str, str]) -> Event:
    """Of events that told of the same as one that was dropped, the first takes its place."""
    if item.same_as is None or item.same_as in events:
        return item
    head = first.setdefault(item.same_as, item.id)
    return replace(item, same_as=None if head == item.id else head)
