"""Reading and corrections -> the reading that is shown, and the corrections that found nothing to correct."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import Any, Final

import msgspec

from wederhoor.records import (
    AUTHOR,
    LAYERS,
    Actor,
    AnchorQuote,
    Attribution,
    Correction,
    Item,
    Layer,
    Proposition,
    Reading,
    Span,
    Stale,
    StaleReason,
    Study,
    item_id,
)
from wederhoor.records.layers import LISTS
from wederhoor.records.prepared import prepared
from wederhoor.store.overlay.anchors import locate_all
from wederhoor.store.overlay.items import (
    Extents,
    Parts,
    contents_of,
    find_item,
    first_place,
    likeness,
    parts_of,
)
from wederhoor.store.overlay.references import without_loose_ends

UNCHANGING: Final = frozenset({"confirm", "outcome"})
"""Kinds of entries that leave an item as it is."""
SAME: Final = 0.8
"""Likeness from which what a person added is what the machine now finds as well."""


class _CannotApplyError(Exception):
    def __init__(self, why: StaleReason) -> None:
        self.why: StaleReason = why
        super().__init__(why)


def apply_corrections(reading: Reading, corrections: Iterable[Correction]) -> tuple[Reading, tuple[Stale, ...]]:
    """Lay corrections over a reading, in their order; those that are undone must have been left out (``standing``).

    What refers to a rejected item loses that reference, not itself. Same reading and corrections: same result.
    """
    page = _Page(reading)
    stale: list[Stale] = []
    for correction in corrections:
        try:
            page.apply(correction)
        except _CannotApplyError as error:
            stale.append(Stale(correction.id, error.why))
    return page.result(), tuple(stale)


def shown_study(study: Study, corrections: Sequence[Correction]) -> tuple[Study, tuple[Stale, ...]]:
    """A study as its readers see it. A statement that a person added has no gist: it is listed, but collides with nothing."""
    if not corrections:
        return study, ()
    reading, stale = apply_corrections(study.reading, corrections)
    was = {a.id: a.speaker for a in study.reading.attributions}
    now = {a.id: a.speaker for a in reading.attributions}
    gists = [
        msgspec.structs.replace(gist, speaker=now[gist.side])
        if gist.side in now and now[gist.side] != was[gist.side]
        else gist
        for gist in study.gists
        if not isinstance(gist.side, str) or gist.side in now
    ]
    conditions = {condition.id for condition in reading.conditions}
    rules = tuple(rule for rule in study.rules if rule.condition in conditions)
    return msgspec.structs.replace(
        study, reading=reading, gists=tuple(gists), propositions=_still_said(study.propositions, now), rules=rules
    ), stale


def _still_said(
    propositions: tuple[Proposition, ...] | None, statements: Collection[str]
) -> tuple[Proposition, ...] | None:
    """Those of statements that are still there, and the author's."""
    if propositions is None:
        return None
    return tuple(p for p in propositions if not isinstance(p.side, str) or p.side in statements)


class _Page:
    """A reading while corrections are laid over it."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._layers: dict[Layer, list[Item]] = {layer: [*getattr(reading, layer)] for layer in LAYERS}
        self._heirs: dict[str, str | None] = {}
        self._names: dict[str, str] = {}
        self._same: dict[str, str] = {}
        self._touched = False
        self._extents = Extents()

    def result(self) -> Reading:
        if not self._touched:
            return self._reading
        changed = {layer: tuple(items) for layer, items in self._layers.items()}
        return without_loose_ends(
            msgspec.structs.replace(self._reading, **changed), self._heirs, self._names, self._same
        )

    def apply(self, correction: Correction) -> None:
        """Raises _CannotApplyError."""
        target = correction.target
        if target is None:  # it concerns the case, not this document
            return
        parts = locate_all(self._reading.text, target.quotes)
        if parts is None:
            raise _CannotApplyError("words-gone")
        if correction.kind == "add":
            self._add(target.layer, parts, correction)
        else:
            self._change(target.layer, parts, correction)
        self._touched = self._touched or correction.kind not in UNCHANGING

    def _change(self, layer: Layer, parts: Parts, correction: Correction) -> None:
        items = self._layers[layer]
        contents = self._contents() if layer == "conflicts" else {}
        number = find_item(layer, items, parts, contents, self._extents)
        if number is None:
            raise _CannotApplyError("item-gone")
        if correction.kind == "reject":
            self._drop(items.pop(number))
        elif correction.kind == "set":
            items[number] = self._set(layer, items[number], correction.payload)
        elif correction.kind == "spans":
            items[number] = self._move(layer, items[number], correction.payload)
        elif correction.kind == "rename" and layer == "actors":
            self._rename(number, correction.payload)
        elif correction.kind == "merge-actors" and layer == "actors":
            self._merge(number, correction.payload)

    def _drop(self, item: Item) -> None:
        if isinstance(item, Attribution):
            self._heirs[item.id] = item.parent
        elif isinstance(item, Actor):
            self._names[item.id] = item.name.lower()

    def _set(self, layer: Layer, item: Item, payload: dict[str, Any]) -> Item:
        field = payload.get("field")
        if field not in LAYERS[layer].settable or "value" not in payload:
            raise _CannotApplyError("value-refused")
        changes = {field: payload["value"]}
        if field == "speaker":
            changes["actor"] = self._actor_called(payload["value"])
        return _rebuilt(item, changes)

    def _move(self, layer: Layer, item: Item, payload: dict[str, Any]) -> Item:
        field, quotes = payload.get("field"), payload.get("quotes")
        if field not in LAYERS[layer].worded or not quotes:
            raise _CannotApplyError("value-refused")
        spans = self._located(quotes)
        return _rebuilt(item, {field: spans if field in LISTS else (spans[0][0], spans[-1][1])})

    def _located(self, quotes: object) -> list[Span]:
        """Where the words of a payload stand."""
        try:
            located = locate_all(self._reading.text, msgspec.convert(quotes, prepared(tuple[AnchorQuote, ...])))
        except msgspec.ValidationError:
            raise _CannotApplyError("value-refused") from None
        if located is None:
            raise _CannotApplyError("words-gone")
        return sorted(span for found in located.values() for span in found)

    def _merge(self, number: int, payload: dict[str, Any]) -> None:
        """Let an actor be another one, who gets his names, roles and mentions."""
        actors = [actor for actor in self._layers["actors"] if isinstance(actor, Actor)]
        into = find_item("actors", actors, {"mentions": tuple(self._located(payload.get("into")))}, {})
        if into is None:
            raise _CannotApplyError("item-gone")
        if into == number:
            raise _CannotApplyError("value-refused")
        gone, kept = actors[number], actors[into]
        names = dict.fromkeys((*kept.aliases, gone.name, *gone.aliases))
        actors[into] = kept = msgspec.structs.replace(
            kept,
            aliases=tuple(name for name in names if name != kept.name),
            roles=tuple(dict.fromkeys((*kept.roles, *gone.roles))),
            mentions=tuple(sorted({*kept.mentions, *gone.mentions})),
            country=kept.country or gone.country,
            sector=kept.sector or gone.sector,
        )
        self._same[gone.id] = kept.id
        self._layers["actors"] = [actor for actor in actors if actor is not gone]
        self._called(gone.id, kept.name)

    def _rename(self, number: int, payload: dict[str, Any]) -> None:
        actor, name = self._layers["actors"][number], payload.get("name")
        self._layers["actors"][number] = _rebuilt(actor, {"name": name})
        self._called(item_id(actor), name)

    def _called(self, actor: str | None, name: Any) -> None:  # noqa: ANN401  # as a payload has it
        """What an actor says goes by his name."""
        self._layers["attributions"] = [
            msgspec.structs.replace(a, speaker=name)
            if isinstance(a, Attribution) and a.actor is not None and a.actor == actor
            else a
            for a in self._layers["attributions"]
        ]

    def _add(self, layer: Layer, parts: Parts, correction: Correction) -> None:
        items, contents = self._layers[layer], self._contents()
        fields = {part: spans if part in LISTS else spans[0] for part, spans in parts.items()}
        given = {**correction.payload.get("item", {})}
        if layer == "attributions" and "speaker" in given:
            given.setdefault("actor", self._actor_called(given["speaker"]))
        known = {field: value for field, value in given.items() if field == "actor" or field in LAYERS[layer].settable}
        number = find_item(layer, items, parts, contents, self._extents)
        if number is not None and likeness(layer, parts_of(items[number], contents), parts) >= SAME:
            items[number] = _rebuilt(items[number], {**fields, **known})
            return
        made = {**self._unsaid(layer, parts, f"U{correction.id}"), **given, **fields}
        item = _converted(made, LAYERS[layer].record)
        place = first_place(parts)
        later = (n for n, other in enumerate(items) if first_place(parts_of(other, contents)) > place)
        items.insert(next(later, len(items)), item)

    def _unsaid(self, layer: Layer, parts: Parts, name: str) -> dict[str, Any]:
        """What a person need not say of an item that he adds."""
        if layer == "entities":
            return {"type": "MISC"}
        whose = self._around(parts)
        if layer == "attributions":
            return {"id": name, "cue": (), "source": (), "speaker": None, "form": "indirect", "parent": whose}
        if layer == "actors":
            start, end = parts["mentions"][0]
            return {"id": name, "name": self._reading.text[start:end], "kind": "person"}
        given: dict[str, Any] = {"id": name, "holder": whose or AUTHOR}
        return (
            {**given, "sign": "+"} if layer == "causal" else {**given, "kind": "if"} if layer == "conditions" else given
        )

    def _around(self, parts: Parts) -> str | None:
        """The id of the innermost attribution whose content the words stand in."""
        inner: tuple[int, str] | None = None
        spans = parts[next(iter(parts))]
        for name, content in self._contents().items():
            size = sum(end - start for start, end in content)
            own = all(any(s <= start and end <= e for s, e in content) for start, end in spans)
            if own and tuple(spans) != content and (inner is None or size < inner[0]):
                inner = size, name
        return inner[1] if inner else None

    def _actor_called(self, name: object) -> str | None:
        for actor in self._layers["actors"]:
            names = (actor.name, *actor.aliases) if isinstance(actor, Actor) else ()
            if isinstance(name, str) and name.casefold() in {n.casefold() for n in names}:
                return item_id(actor)
        return None

    def _contents(self) -> dict[str, tuple[Span, ...]]:
        return contents_of([a for a in self._layers["attributions"] if isinstance(a, Attribution)])


def _rebuilt(item: Item, changes: dict[str, Any]) -> Item:
    return _converted({**msgspec.to_builtins(item), **changes}, type(item))


def _converted(fields: dict[str, Any], record: type[Item]) -> Item:
    try:
        return msgspec.convert(fields, prepared(record))
    except msgspec.ValidationError:
        raise _CannotApplyError("value-refused") from None
