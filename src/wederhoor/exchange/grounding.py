"""Whether a reading stands on its text. Nothing is shown or read back that does not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Protocol

from wederhoor.records import (
    AUTHOR,
    Attribution,
    AuthorSide,
    CausalClaim,
    Condition,
    Document,
    Event,
    Forecast,
    Reading,
    Span,
)


class UngroundedReadingError(ValueError):
    """A reading says something that its text does not bear out."""


def check_grounded(reading: Reading) -> None:
    """Refuse a reading whose text was altered, whose spans lie outside it, or whose ids lead nowhere or in a circle.

    A view may not guess here: a statement that is shifted by one character, or silently left out, is a false quotation.
    """
    if reading.sha256 != Document(doc=reading.doc, text=reading.text).sha256:
        raise _error(reading, "its text is not the text that was read (sha256 differs)")
    _check_ids(reading)
    _check_spans(reading)
    for why in chain(_lost_in_statements(reading), _lost_in_events(reading), _lost_in_claims(reading)):
        raise _error(reading, why)
    _check_no_circle(reading, {a.id: a.parent for a in reading.attributions}, "its own ancestor")
    _check_no_circle(reading, {e.id: e.same_as for e in reading.events}, "told before itself")


class _Named(Protocol):
    @property
    def id(self) -> str: ...


def _check_ids(reading: Reading) -> None:
    layers: dict[str, Sequence[_Named]] = {
        "attributions": reading.attributions, "actors": reading.actors, "places": reading.places, "events": reading.events,
        "causal claims": reading.causal, "correlations": reading.correlations, "conditions": reading.conditions,
        "forecasts": reading.forecasts, "conflicts": reading.conflicts,
    }  # fmt: skip
    for layer, items in layers.items():
        seen: set[str] = set()
        for name in (item.id for item in items):
            if name in seen:
                raise _error(reading, f"two {layer} have the same id")
            if not name.isprintable() or not name or " " in name:
                raise _error(reading, f"{name!r} is no id: an id is not empty and has no blanks or control characters")
            seen.add(name)


def _check_spans(reading: Reading) -> None:
    length = len(reading.text)
    for what, spans in _stated(reading):
        if not spans:
            raise _error(reading, f"{what} has no content")
    for what, spans in chain(_stated(reading), _also_stated(reading)):
        for start, end in spans:
            if not 0 <= start < end <= length:
                raise _error(reading, f"{what} has the span [{start}, {end}] in a text of {length} characters")


def _stated(reading: Reading) -> Iterator[tuple[str, tuple[Span, ...]]]:
    """What each item stands on; none may be without."""
    for attribution in reading.attributions:
        yield attribution.id, attribution.content
    for entity in reading.entities:
        yield "a name", (entity.span,)
    for actor in reading.actors:
        yield actor.id, actor.mentions
    for number, time in enumerate(reading.times):
        yield f"time {number}", (time.span,)
    for place in reading.places:
        yield place.id, (place.span,)
    for event in reading.events:
        yield event.id, (event.trigger, event.span)
    for causal in (*reading.causal, *reading.correlations):
        yield causal.id, (causal.cause, causal.effect)
    for condition in reading.conditions:
        yield condition.id, (condition.antecedent, condition.consequent)
    for forecast in reading.forecasts:
        yield forecast.id, (forecast.span,)


def _also_stated(reading: Reading) -> Iterator[tuple[str, tuple[Span, ...]]]:
    """What an item may have besides."""
    for attribution in reading.attributions:
        yield attribution.id, (*attribution.cue, *attribution.source)
    for event in reading.events:
        yield event.id, tuple(number.span for number in event.numbers)
    for causal in (*reading.causal, *reading.correlations):
        yield causal.id, () if causal.marker is None else (causal.marker,)
    for forecast in reading.forecasts:
        yield forecast.id, () if forecast.condition is None else (forecast.condition,)
    for conflict in reading.conflicts:
        yield conflict.id, tuple(side.author for side in (conflict.a, conflict.b) if isinstance(side, AuthorSide))


def _lost_in_statements(reading: Reading) -> Iterator[str]:
    ids, actors = _ids(reading.attributions), {actor.id for actor in reading.actors}
    for attribution in reading.attributions:
        if attribution.parent is not None and attribution.parent not in ids:
            yield f"{attribution.id} has a parent {attribution.parent!r} that is not there"
        if attribution.actor is not None and attribution.actor not in actors:
            yield f"{attribution.id} has an actor {attribution.actor!r} that is not there"


def _lost_in_events(reading: Reading) -> Iterator[str]:
    """``agents``, ``patients`` and ``place`` may also be words, so that nothing is lost in them."""
    events = {event.id for event in reading.events}
    for event in reading.events:
        if event.time is not None and not 0 <= event.time < len(reading.times):
            yield f"{event.id} has a time {event.time} that is not there"
        if event.same_as is not None and (event.same_as not in events or event.same_as == event.id):
            yield f"{event.id} is the same as {event.same_as!r}, which is no other event"


def _lost_in_claims(reading: Reading) -> Iterator[str]:
    ids = _ids(reading.attributions)
    held: tuple[Event | CausalClaim | Condition | Forecast, ...]
    held = (*reading.events, *reading.causal, *reading.correlations, *reading.conditions, *reading.forecasts)
    for item in held:
        if item.holder != AUTHOR and item.holder not in ids:
            yield f"{item.id} has a holder {item.holder!r} that is not there"
    for conflict in reading.conflicts:
        for side in (conflict.a, conflict.b):
            if isinstance(side, str) and side not in ids:
                yield f"{conflict.id} has a side {side!r} that is not there"


def _ids(attributions: Iterable[Attribution]) -> set[str]:
    return {attribution.id for attribution in attributions}


def _check_no_circle(reading: Reading, before: Mapping[str, str | None], what: str) -> None:
    sound: set[str] = set()
    for first in before:
        line: set[str] = set()
        at: str | None = first
        while at is not None and at not in sound:
            if at in line:
                raise _error(reading, f"{at} is {what}")
            line.add(at)
            at = before[at]
        sound |= line


def _error(reading: Reading, why: str) -> UngroundedReadingError:
    return UngroundedReadingError(f"{reading.doc}: {why}. Read the document again.")
