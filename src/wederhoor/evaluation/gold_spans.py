"""All spans and all references of a gold document, each with the key where it stands, for the checks."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator

from wederhoor.evaluation.gold import GoldDocument
from wederhoor.records import AuthorSide, Span

Stated = tuple[str, Span]


def stated_spans(document: GoldDocument) -> Iterator[Stated]:
    """Every span with its key, such as ``events[3].trigger``."""
    for n, attribution in enumerate(document.attributions):
        for role in ("content", "cue", "source"):
            yield from _numbered(f"attributions[{n}].{role}", getattr(attribution, role))
    for n, entity in enumerate(document.entities or ()):
        yield f"entities[{n}].span", entity.span
    for n, actor in enumerate(document.actors or ()):
        yield from _numbered(f"actors[{n}].mentions", actor.mentions)
    for n, event in enumerate(document.events or ()):
        yield f"events[{n}].trigger", event.trigger
        yield f"events[{n}].span", event.span
        for m, number in enumerate(event.numbers):
            yield f"events[{n}].numbers[{m}].span", number.span
    yield from _claimed_spans(document)


def broken_references(document: GoldDocument) -> Iterator[tuple[str, str]]:
    """Every id that is there twice or leads nowhere: its key, and what is wrong with it."""
    attributions = document.attributions
    ids = {attribution.id for attribution in attributions}
    yield from _twice("attributions", [attribution.id for attribution in attributions])
    links = ((attribution.id, attribution.parent) for attribution in attributions)
    yield from _no_others("attributions", "parent", "attribution", links)
    yield from _twice("actors", [actor.id for actor in document.actors or ()])
    events = document.events or ()
    yield from _twice("events", [event.id for event in events])
    yield from _no_others("events", "same_as", "event", ((event.id, event.same_as) for event in events))
    yield from _unknown_holders(document, {"author"} | ids)
    yield from _unknown_sides(document, ids)


def _unknown_holders(document: GoldDocument, known: Container[str]) -> Iterator[tuple[str, str]]:
    for layer in ("events", "causal", "conditions", "forecasts"):
        for n, item in enumerate(getattr(document, layer) or ()):
            if item.holder not in known:
                yield f"{layer}[{n}].holder", f"{item.holder!r} is neither author nor an attribution of this document"


def _unknown_sides(document: GoldDocument, known: Container[str]) -> Iterator[tuple[str, str]]:
    for n, conflict in enumerate(document.conflicts or ()):
        for name, side in (("a", conflict.a), ("b", conflict.b)):
            if isinstance(side, str) and side not in known:
                yield f"conflicts[{n}].{name}", f"{side!r} is no attribution of this document"


def _no_others(layer: str, field: str, what: str, links: Iterable[tuple[str, str | None]]) -> Iterator[tuple[str, str]]:
    """The links from one item of a layer to another that lead to none, or to the item itself."""
    stated = list(links)
    ids = {own for own, _ in stated}
    for n, (own, other) in enumerate(stated):
        if other is not None and (other not in ids or other == own):
            yield f"{layer}[{n}].{field}", f"{other!r} is no other {what} of this document"


def _claimed_spans(document: GoldDocument) -> Iterator[Stated]:
    for n, causal in enumerate(document.causal or ()):
        yield f"causal[{n}].cause", causal.cause
        yield f"causal[{n}].effect", causal.effect
    for n, condition in enumerate(document.conditions or ()):
        yield f"conditions[{n}].antecedent", condition.antecedent
        yield f"conditions[{n}].consequent", condition.consequent
    for n, forecast in enumerate(document.forecasts or ()):
        yield f"forecasts[{n}].span", forecast.span
        if forecast.condition is not None:
            yield f"forecasts[{n}].condition", forecast.condition
    for n, conflict in enumerate(document.conflicts or ()):
        for name, side in (("a", conflict.a), ("b", conflict.b)):
            if isinstance(side, AuthorSide):
                yield f"conflicts[{n}].{name}.author", side.author


def _twice(layer: str, ids: Iterable[str]) -> Iterator[tuple[str, str]]:
    seen: set[str] = set()
    for n, name in enumerate(ids):
        if name in seen:
            yield f"{layer}[{n}].id", f"{name!r} is there twice"
        seen.add(name)


def _numbered(key: str, spans: Iterable[Span]) -> Iterator[Stated]:
    for number, span in enumerate(spans):
        yield f"{key}[{number}]", span
