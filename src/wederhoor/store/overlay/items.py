"""The items of a reading by the words that they stand on, so that the same item is known again in another reading."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from wederhoor.records import LAYERS, Attribution, Conflict, Item, Layer, Reading, Span, fields_of, spans_in

Parts = Mapping[str, tuple[Span, ...]]
"""The words that an item stands on, by the field that has them."""
LEAST: Final = 0.5
"""Of the words of an item and those of an anchor, the share that is common to both, for the item to be the one that is meant."""


def items_of(reading: Reading, layer: Layer) -> tuple[Item, ...]:
    """The items of a layer."""
    found: tuple[Item, ...] = getattr(reading, layer)
    return found


def parts_of(item: Item, contents: Mapping[str, tuple[Span, ...]]) -> Parts:
    """The words that an item stands on; ``contents`` has those of every attribution, for the sides of conflicts."""
    return {name: _spans(getattr(item, name), item, contents) for name in fields_of(item).known_by}


def contents_of(attributions: Sequence[Attribution]) -> dict[str, tuple[Span, ...]]:
    """The content of every attribution by its id."""
    return {attribution.id: attribution.content for attribution in attributions}


def first_place(parts: Parts) -> int:
    """Where the first word of an item stands."""
    return min((start for spans in parts.values() for start, _ in spans), default=0)


class Extents:
    """From where to where the words of items stand, worked out once for each: a book has thousands, and as many corrections."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[Item, int, int]] = {}

    def apart(self, item: Item, first: int, last: int) -> bool:
        """Whether all words of an item stand before or behind a stretch; False of a conflict, whose words are those of others."""
        if isinstance(item, Conflict):
            return False
        known = self._known.get(id(item))
        if known is None:
            spans = [span for part in parts_of(item, {}).values() for span in part]
            known = item, min((start for start, _ in spans), default=0), max((end for _, end in spans), default=0)
            self._known[id(item)] = known  # with the item: while it lives no other has its id
        return not (known[1] < last and known[2] > first)


def find_item(
    layer: Layer,
    items: Sequence[Item],
    parts: Parts,
    contents: Mapping[str, tuple[Span, ...]],
    extents: Extents | None = None,
) -> int | None:
    """The number of the item that stands on these words, or on most of them; None where there is none.

    Who asks often for items of one reading gives the same ``extents``.
    """
    first = first_place(parts)
    last = max((end for spans in parts.values() for _, end in spans), default=0)
    best, found = 0.0, None
    for number, item in enumerate(items):
        if extents is not None and layer != "actors" and extents.apart(item, first, last):
            continue
        own = parts_of(item, contents)
        if layer != "actors" and not any(s < last and e > first for spans in own.values() for s, e in spans):
            continue
        score = likeness(layer, own, parts)
        if score > best:
            best, found = score, number
    return found if best >= LEAST else None


def likeness(layer: Layer, one: Parts, other: Parts) -> float:
    """How much of their words two items share, 0 to 1: the mean over the fields by which they are known."""
    if layer == "actors":  # an actor is known by any of his mentions
        return max((common((a,), (b,)) for a in one["mentions"] for b in other.get("mentions", ())), default=0.0)
    fields = [field for field in LAYERS[layer].known_by if one.get(field) or other.get(field)]
    shares = [common(one.get(field, ()), other.get(field, ())) for field in fields]
    return sum(shares) / len(shares) if shares else 0.0


def common(one: Sequence[Span], other: Sequence[Span]) -> float:
    """Of all the words of two items, the share that both have."""
    both = sum(max(0, min(a[1], b[1]) - max(a[0], b[0])) for a in one for b in other)
    all_ = sum(e - s for s, e in (*one, *other)) - both
    return both / all_ if all_ else 0.0


def _spans(value: object, item: Item, contents: Mapping[str, tuple[Span, ...]]) -> tuple[Span, ...]:
    """Those of a field; a side of a conflict has those of its statement."""
    return contents.get(value, ()) if isinstance(item, Conflict) and isinstance(value, str) else spans_in(value)
