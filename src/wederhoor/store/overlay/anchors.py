"""Words of a text that are found again when the text has changed around them (W3C Web Annotation: quote and position)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import takewhile
from typing import Final

from wederhoor.records import Anchor, AnchorQuote, Correction, Item, Layer, Reading, Span, item_id
from wederhoor.store.overlay.items import Extents, Parts, contents_of, find_item, items_of, parts_of

BESIDE: Final = 32
"""Code points kept of what stands on either side."""
MOST: Final = 10_000
"""Places of the same words that are looked at."""


def quote_of(text: str, span: Span, part: str) -> AnchorQuote:
    """The words of a span with what stands beside them."""
    start, end = span
    return AnchorQuote(
        part=part,
        quote=text[start:end],
        prefix=text[max(0, start - BESIDE) : start],
        suffix=text[end : end + BESIDE],
        start=start,
        end=end,
    )


def anchor_of(reading: Reading, layer: Layer, item: Item) -> Anchor:
    """What holds on to an item of a reading; of an actor it is the first mention."""
    parts = parts_of(item, contents_of(reading.attributions))
    if layer == "actors":
        parts = {"mentions": parts["mentions"][:1]}
    quotes = tuple(quote_of(reading.text, span, part) for part, spans in parts.items() for span in spans)
    return Anchor(doc=reading.doc, layer=layer, quotes=quotes)


def locate(text: str, quote: AnchorQuote) -> Span | None:
    """Where the words stand: of all their places the one with the likest neighbours, then the nearest to the old place."""
    if not quote.quote:
        return None
    here = text[quote.start : quote.end] == quote.quote
    if here and text.endswith(quote.prefix, 0, quote.start) and text.startswith(quote.suffix, quote.end):
        return quote.start, quote.end
    places = sorted(_places(text, quote.quote), key=lambda at: (-_beside(text, at, quote), abs(at - quote.start), at))
    return (places[0], places[0] + len(quote.quote)) if places else None


def locate_all(text: str, quotes: tuple[AnchorQuote, ...]) -> Parts | None:
    """The places of all quotes by their part; None where one of them is gone."""
    found: dict[str, tuple[Span, ...]] = {}
    for quote in quotes:
        span = locate(text, quote)
        if span is None:
            return None
        found[quote.part] = (*found.get(quote.part, ()), span)
    return found


def judged_items(reading: Reading, corrections: Iterable[Correction]) -> frozenset[tuple[Layer, str]]:
    """Layer and id of the items that standing corrections judge; the reading is the one that is shown with these."""
    judging = (correction for correction in corrections if correction.kind != "outcome")
    return frozenset((layer, name) for layer, name, _ in _items_meant(reading, judging))


def outcomes_of(reading: Reading, corrections: Iterable[Correction]) -> dict[str, Correction]:
    """By the id of a forecast the last standing entry on what came of it; the reading as for ``judged_items``."""
    told = (correction for correction in corrections if correction.kind == "outcome")
    return {name: correction for _, name, correction in _items_meant(reading, told)}


def _items_meant(reading: Reading, corrections: Iterable[Correction]) -> Iterator[tuple[Layer, str, Correction]]:
    """Layer and id of the item that each correction is of, where it is still there."""
    contents, extents = contents_of(reading.attributions), Extents()
    for correction in corrections:
        target = correction.target
        parts = locate_all(reading.text, target.quotes) if target else None
        if target is None or parts is None:
            continue
        items = items_of(reading, target.layer)
        number = find_item(target.layer, items, parts, contents, extents)
        name = None if number is None else item_id(items[number])
        if name is not None:
            yield target.layer, name, correction


def places_of(text: str, words: str) -> list[int]:
    """Where the words stand, first to last."""
    return [*_places(text, words)] if words else []


def _places(text: str, words: str) -> Iterator[int]:
    at = text.find(words)
    for _ in range(MOST):
        if at < 0:
            return
        yield at
        at = text.find(words, at + 1)


def _beside(text: str, at: int, quote: AnchorQuote) -> int:
    """How many characters on both sides are as they were."""
    before = text[max(0, at - BESIDE) : at]
    after = text[at + len(quote.quote) : at + len(quote.quote) + BESIDE]
    return _alike(reversed(before), reversed(quote.prefix)) + _alike(after, quote.suffix)


def _alike(one: Iterable[str], other: Iterable[str]) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
