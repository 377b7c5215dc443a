"""Long texts, of which a page shows a part.

What is found in them is kept until the case changes, so that a part costs no more than what is in it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final

import msgspec
from sqlalchemy import Connection

from wederhoor.exchange.parts import WHOLE, Parts, in_parts, part_at, text_parts
from wederhoor.exchange.pieces import anchored
from wederhoor.exchange.reading_html import Context
from wederhoor.exchange.scene import stage
from wederhoor.exchange.scene_html import panel_counts
from wederhoor.exchange.voices import Arrangement, arrange
from wederhoor.records import Actor, Attribution, Conflict, Correction, Event, Item, Reading, Span
from wederhoor.store.keyset import page
from wederhoor.store.listings import collision_listing, document_row
from wederhoor.store.log import corrections_of
from wederhoor.store.overlay import apply_corrections, contents_of, parts_of, standing_corrections
from wederhoor.store.overlay.apply import UNCHANGING
from wederhoor.store.overlay.items import first_place
from wederhoor.store.pages import state_of
from wederhoor.store.reading import stored_reading
from wederhoor.store.review_queue import waiting_items
from wederhoor.store.row_types import CollisionRow, DocumentRow
from wederhoor.web.ask import Ask
from wederhoor.web.glosses import glosses_of
from wederhoor.web.voices import speakers_in_order

BETWEEN: Final = 500
"""Conflicts with other documents that are marked in a text."""
NAMED: Final = 60
"""Characters of its first words by which a part is known."""


class ShownText(msgspec.Struct, frozen=True):
    """A document as its page shows it: with the corrections, of which ``log`` has all, and what nobody judged yet.

    Its speakers keep the colours and numbers that they have in ``arrangement``, whatever is corrected.
    """

    row: DocumentRow
    reading: Reading
    arrangement: Arrangement
    log: tuple[Correction, ...]
    waiting: frozenset[tuple[str, str]]

    @property
    def is_long(self) -> bool:
        """Whether its page shows a part of it."""
        return len(self.reading.text) > WHOLE


class PartEntry(msgspec.Struct, frozen=True):
    """A part as the list of them has it: its first words and its length in characters.

    ``first`` is the number of the first statement that begins in it, ``count`` how many do; ``lists`` are those of the page that
    have something of it.
    """

    number: int
    words: str
    length: int
    first: int
    count: int
    lists: tuple[str, ...]


class LongText(msgspec.Struct, frozen=True):
    """A long document in one language of the pages, with all of its parts."""

    text: ShownText
    parts: Parts
    context: Context
    outline: tuple[PartEntry, ...]
    conflicts: dict[str, tuple[Conflict, ...]]
    """Those within the text, by the statements on both sides."""
    between: Sequence[CollisionRow]
    """Conflicts with other documents."""


def shown_text(ask: Ask, db: Connection, doc: str) -> ShownText:
    """A document by its name; a long one is kept until the case changes. Raises W807 and W808."""
    row = document_row(db, doc)
    if row.characters <= WHOLE:
        return _read(db, row)
    found: ShownText = ask.long_texts.get(state_of(db), ("text", row.id), lambda: _read(db, row))
    return found


def long_text(ask: Ask, db: Connection, text: ShownText) -> LongText:
    """A long document in the language of the reader, kept likewise."""
    key = ("parts", text.row.id, ask.lang)
    found: LongText = ask.long_texts.get(state_of(db), key, lambda: _parted(ask, db, text))
    return found


def _read(db: Connection, row: DocumentRow) -> ShownText:
    machine, log = stored_reading(db, row.doc), corrections_of(db, row.doc)
    standing = [one for one in standing_corrections(log) if one.kind not in UNCHANGING]
    arrangement, reading = arrange(machine), machine
    if standing:
        reading = apply_corrections(machine, standing)[0]
        arrangement = arrange(reading, speakers_in_order(arrangement, log))
    return ShownText(row, reading, arrangement, tuple(log), waiting_items(db, row.id))


def _parted(ask: Ask, db: Connection, text: ShownText) -> LongText:
    reading = text.reading
    between = page(db, collision_listing(db, doc=text.row.doc), None, BETWEEN).rows
    scene = stage(reading, text.arrangement, ask.wording)
    parts = in_parts(text.arrangement, scene, text_parts(reading.text))
    context = Context.of(text.arrangement, lists=panel_counts(scene))
    against: defaultdict[str, list[Conflict]] = defaultdict(list)
    for one in reading.conflicts:
        for side in (one.a, one.b):
            if isinstance(side, str):
                against[side].append(one)
    conflicts = {side: tuple(found) for side, found in against.items()}
    return LongText(text, parts, context, _outline(reading.text, parts), conflicts, between)


def context_of(ask: Ask, long: LongText, statements: Iterable[Attribution]) -> Context:
    """What some statements of a long text are shown with: what is said of them besides is of these alone."""
    shown = {a.id: a for a in statements}
    conflicts = {one.id: one for name in shown for one in long.conflicts.get(name, ())}
    sides = [side for one in conflicts.values() for side in (one.a, one.b) if isinstance(side, str)]
    known = {side: long.context.by_id[side] for side in sides} | shown
    told = msgspec.structs.replace(
        long.text.reading, attributions=tuple(known.values()), conflicts=tuple(conflicts.values())
    )
    notes = glosses_of(told, long.between, long.text.row.id, ask.words)
    return msgspec.structs.replace(long.context, notes=notes)


def _outline(text: str, parts: Parts) -> tuple[PartEntry, ...]:
    found, first = [], 1
    for part in parts.parts:
        start, end = part.span
        begun = sum(parts.home[one.id] == part.number for one in part.arrangement.in_order)
        lists = [name for name, count in panel_counts(part.scene).items() if count]
        words = " ".join(text[start : start + 2 * NAMED].split())
        known = ("statements", *lists) if begun else (*lists,)
        found.append(PartEntry(part.number, _beginning(words), end - start, first, begun, known))
        first += begun
    return tuple(found)


def _beginning(words: str) -> str:
    return words if len(words) <= NAMED else f"{words[:NAMED].rpartition(' ')[0] or words[:NAMED]} …"


def part_of_item(reading: Reading, item: Item) -> int | None:
    """The part in which an item begins; None where the text is not parted."""
    return part_of_place(reading, _begins(reading, item))


def part_of_place(reading: Reading, offset: int) -> int | None:
    """The part that has a character; None where the text is not parted."""
    spans = text_parts(reading.text)
    return part_at(spans, offset) if len(spans) > 1 else None


def part_of_anchor(long: LongText, anchor: str) -> int | None:
    """The part that has an anchor of the page; None where none has it."""
    item = anchor.removeprefix("at-")
    if item != anchor and item in long.parts.home:
        return long.parts.home[item]
    return next((part.number for part in long.parts.parts for name, _ in anchored(part.scene) if name == anchor), None)


def _begins(reading: Reading, item: Item) -> int:
    if isinstance(item, Attribution):
        return item.content[0][0]
    if isinstance(item, Event):
        return item.trigger[0]
    if isinstance(item, Actor):
        return min(item.mentions, default=(0, 0))[0]
    return first_place(parts_of(item, contents_of(reading.attributions)))


def words_between(given: str | None, reading: Reading) -> Span | None:
    """The words that an address is looking for, as ``START-END``; None where there are none such."""
    if given is None:
        return None
    start, _, end = given.partition("-")
    return (int(start), int(end)) if int(start) < int(end) <= len(reading.text) else None
