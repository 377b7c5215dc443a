"""The sides of a conflict between two documents, by the words that each stands on."""

from __future__ import annotations

from wederhoor.records import Anchor, AnchorQuote, AuthorSide, ConflictSide, Reading, Span, StaleReason, Study
from wederhoor.store.overlay.anchors import locate_all, quote_of
from wederhoor.store.overlay.items import LEAST, common, contents_of


def words_of_side(reading: Reading, side: ConflictSide) -> tuple[Span, ...]:
    """The words of a side; none where there is no such statement."""
    return (side.author,) if isinstance(side, AuthorSide) else contents_of(reading.attributions).get(side, ())


def anchor_of_sides(one: tuple[Reading, ConflictSide], other: tuple[Reading, ConflictSide]) -> Anchor:
    """What holds on to a conflict between two documents: each side by its words there."""

    def anchor(part: str, reading: Reading, side: ConflictSide, beyond: Anchor | None) -> Anchor:
        quotes = tuple(quote_of(reading.text, span, part) for span in words_of_side(reading, side))
        return Anchor(doc=reading.doc, layer="conflicts", quotes=quotes, other=beyond)

    return anchor("a", *one, anchor("b", *other, None))


def sides_of(study: Study) -> tuple[ConflictSide, ...]:
    """The statements of a document that can collide, and the author's own words that can."""
    return tuple(dict.fromkeys([*(gist.side for gist in study.gists), *(p.side for p in study.propositions or ())]))


def find_side(study: Study, quotes: tuple[AnchorQuote, ...]) -> tuple[ConflictSide | None, StaleReason | None]:
    """What stands on these words and can collide: a statement, or words of the author's; else why there is none."""
    parts = locate_all(study.reading.text, quotes)
    if parts is None:
        return None, "words-gone"
    spans = [span for found in parts.values() for span in found]
    contents = contents_of(study.reading.attributions)
    best, side = 0.0, None
    for one in sides_of(study):
        own = contents.get(one, ()) if isinstance(one, str) else (one.author,)
        score = common(own, spans)
        if score > best:
            best, side = score, one
    return (side, None) if best >= LEAST else (None, "item-gone")
