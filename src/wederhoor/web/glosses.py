"""What the page of a document says in its text besides who speaks: which statements collide, and which are not sure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from wederhoor.exchange.facts import Fact
from wederhoor.exchange.reading_html import WIDE, Gloss
from wederhoor.records import Attribution, Reading
from wederhoor.store.row_types import CollisionRow
from wederhoor.web.words import WebWords

UNSURE: Final = 0.5
"""Statements of which fewer are right than this are marked."""
COLLIDES: Final = WIDE
DOUBTED: Final = "~"


def glosses_of(reading: Reading, between: Sequence[CollisionRow], number: int, words: WebWords) -> dict[str, Gloss]:
    """What is to be said of the statements of a document, by their ids; ``between`` are its conflicts with others."""
    against: defaultdict[str, list[Fact]] = defaultdict(list)
    for item, other, href in (*_within(reading, number), *_across(reading.doc, between, number)):
        told = other or words["author_or_unnamed"]
        against[item].append(Fact("collides", words["collides_with"], told, plain=False, href=href))
    return {
        a.id: Gloss(_sign(a, a.id in against), (*against[a.id], *_sure(a, words)))
        for a in reading.attributions
        if a.id in against or a.confidence is not None
    }


def _within(reading: Reading, number: int) -> Iterator[tuple[str, str | None, str]]:
    """Statement, who says the other side, and where the conflict is."""
    speakers = {a.id: a.speaker for a in reading.attributions}
    for one in reading.conflicts:
        for item, other in ((one.a, one.b), (one.b, one.a)):
            if isinstance(item, str):
                yield item, speakers.get(other) if isinstance(other, str) else None, f"/conflicts?document={number}"


def _across(doc: str, between: Iterable[CollisionRow], number: int) -> Iterator[tuple[str, str | None, str]]:
    for row in between:
        if row.a_doc == doc and row.a:
            yield row.a, row.b_speaker, f"/conflicts/across?document={number}"
        if row.b_doc == doc and row.b:
            yield row.b, row.a_speaker, f"/conflicts/across?document={number}"


def _sign(a: Attribution, collides: bool) -> str:  # noqa: FBT001  # one of two signs
    unsure = a.confidence is not None and a.confidence < UNSURE
    return COLLIDES * collides + DOUBTED * unsure


def _sure(a: Attribution, words: WebWords) -> tuple[Fact, ...]:
    if a.confidence is None:
        return ()
    told = words["sure"].format(share=round(a.confidence * 100))
    return (Fact("sure", words["how_sure"], told, plain=a.confidence >= UNSURE),)
