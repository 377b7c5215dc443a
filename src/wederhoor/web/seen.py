"""What a form says that its reader saw. Ids are given anew when a text is read again, so an id alone may mean another item.

Each form that corrects carries a digest of the item as its page showed it, with a letter that tells what it was made of: ``i``
the item in its document, ``q`` a row of the queue, ``c`` a conflict, ``t`` a text, ``a`` the texts of an
actor. Where the same digest is not made of what is there now, somebody changed it, or the text was read again.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Sequence

from sqlalchemy import Connection

from wederhoor.errors import WederhoorError
from wederhoor.records import Attribution, Conflict, Item, Layer, Reading, Span, item_id, with_gaps, words_at
from wederhoor.store.actor_lists import AppearanceRow
from wederhoor.store.overlay import contents_of, items_of, parts_of
from wederhoor.store.overlay.anchors import BESIDE
from wederhoor.store.review_queue import queue_row_of
from wederhoor.store.row_types import (
    CausalRow,
    CollisionRow,
    ConflictRow,
    EventRow,
    ForecastRow,
    QueueRow,
    StatementRow,
)

SIZE = 16
HALF = SIZE // 2
"""Signs of a digest of words, and of one of what stands beside them."""
SIGNS = ("cue", "trigger")
"""What tells that an item is there, rather than what it is."""
Waiting = Collection[tuple[str, str]]
"""Layer and id of what nobody judged yet."""


class StaleFormError(WederhoorError):
    """W917: a form shows what is not there any more; ``item`` has the id of the item that is meant, where it is still there.

    Of a conflict between documents ``across`` has the number.
    """

    def __init__(self, doc: str, layer: Layer, item: str | None, across: int | None = None) -> None:
        super().__init__("W917", where=doc)
        self.layer, self.item, self.across = layer, item, across


def digest(*parts: object) -> str:
    """Some of the SHA-256 of parts, which are text, numbers or records; of text alone the same in every version."""
    told = "\0".join(part if isinstance(part, str) else repr(part) for part in parts)
    return hashlib.sha256(told.encode(errors="backslashreplace")).hexdigest()[:SIZE]


def item_seen(reading: Reading, layer: Layer, item: Item, waiting: Waiting) -> str:
    """What a form says that shows an item of a document: the text, the item, both sides of a conflict, whether it waits."""
    sides: tuple[Attribution, ...] = ()
    if isinstance(item, Conflict):
        sides = tuple(a for a in reading.attributions if a.id in (item.a, item.b))
    return f"i{digest(reading.sha256, layer, item, sides, (layer, item_id(item)) in waiting)}"


def text_seen(reading: Reading) -> str:
    """What a form says that holds offsets into a text."""
    return f"t{reading.sha256[:SIZE]}"


def queue_seen(row: QueueRow) -> str:
    """What a form says that shows a row of the queue."""
    said = (row.doc, row.layer, row.item, row.quote, row.other, row.before, row.after, row.kind, row.form)
    return f"q{digest(*said, row.speaker, row.other_speaker)}"


def appearances_seen(rows: Sequence[AppearanceRow]) -> str:
    """What a form says that shows in which texts somebody appears."""
    return f"a{digest(*((row.doc, row.item, row.name) for row in rows))}"


def row_words(row: QueueRow | ConflictRow | CausalRow | EventRow | ForecastRow | StatementRow) -> str:
    """As ``words_digest``, of the words that a row stands on; of what stands beside them as far as the row has it."""
    beside = (getattr(row, "before", ""), getattr(row, "after", ""))
    if isinstance(row, ConflictRow):
        words: tuple[str | None, ...] = (row.a_quote, row.b_quote)
    elif isinstance(row, CausalRow):
        words = (row.cause, row.effect)
    else:
        words = (row.quote, getattr(row, "other", None))
    return quote_digest(with_gaps(filter(None, words)), *beside)


def conflict_seen(row: ConflictRow | CollisionRow, judged: int | None) -> str:
    """What a form says that shows a conflict, and the last judgment of it."""
    if isinstance(row, ConflictRow):
        said: tuple[object, ...] = (row.doc, row.a_quote, row.b_quote, row.a_speaker, row.b_speaker, row.kind)
    else:
        said = (row.a_doc, row.a_quote, row.b_doc, row.b_quote, row.a_speaker, row.b_speaker, row.kind)
    return f"c{digest(*said, judged)}"


def check_item(reading: Reading, layer: Layer, item: str, seen: str, words: str, waiting: Waiting) -> None:
    """Refuse a form that shows another item than is there now; ``seen`` is empty where no page sent it. Raises StaleFormError."""
    found = _item_of(reading, layer, item)
    if seen and (found is None or item_seen(reading, layer, found, waiting) != seen):
        raise StaleFormError(reading.doc, layer, same_words(reading, layer, item, words))


def check_words(reading: Reading, layer: Layer, item: str, words: str) -> None:
    """Refuse a form that shows other words than the item has; ``words`` is empty where no page sent it. Raises StaleFormError.

    What stands beside the words is left out: it says nothing of what is judged.
    """
    found = _item_of(reading, layer, item)
    if words and (found is None or words_digest(reading, layer, found)[:HALF] != words[:HALF]):
        raise StaleFormError(reading.doc, layer, same_words(reading, layer, item, words))


def _item_of(reading: Reading, layer: Layer, item: str) -> Item | None:
    return next((one for one in items_of(reading, layer) if item_id(one) == item), None)


def check_queue(
    db: Connection, reading: Reading, number: int, layer: Layer, item: str, seen: str, words: str
) -> QueueRow:
    """The row of the queue that a form shows. Raises StaleFormError where it is another one by now, or judged."""
    row = queue_row_of(db, number, layer, item)
    if row is None or queue_seen(row) != seen:
        raise StaleFormError(reading.doc, layer, same_words(reading, layer, item, words))
    return row


def check_text(reading: Reading, seen: str) -> None:
    """Refuse a form with offsets into another text. Raises StaleFormError."""
    if seen and seen != text_seen(reading):
        raise StaleFormError(reading.doc, "attributions", None)


def words_digest(reading: Reading, layer: Layer, item: Item) -> str:
    """The words that an item stands on and those beside them, in two halves: the same when the text is read again."""
    parts = parts_of(item, contents_of(reading.attributions))
    first = {"actors": 1}.get(layer)  # of an actor the first mention
    spans = [span for part, found in parts.items() if part not in SIGNS for span in found[:first]]
    return spans_digest(reading.text, spans)


def spans_digest(text: str, spans: Sequence[Span]) -> str:
    """As ``quote_digest``, of words in a text."""
    if not spans:
        return ""
    start, end = spans[0][0], spans[-1][1]
    quote = words_at(text, spans)
    return quote_digest(quote, text[max(0, start - BESIDE) : start], text[end : end + BESIDE])


def quote_digest(quote: str, before: str, after: str) -> str:
    """Eight signs for the words of a quotation, eight for those on either side of it."""
    return digest(quote)[:HALF] + digest(before[-BESIDE:], after[:BESIDE])[:HALF]


def same_digest(words: str, quotes: Sequence[str]) -> bool:
    """Whether a digest is of these words, whatever stands beside them."""
    return bool(words) and words[:HALF] == digest(with_gaps(quotes))[:HALF]


def same_words(reading: Reading, layer: Layer, item: str, words: str) -> str | None:
    """The id of the item on the words of a digest: of several the one between the same words, then that of this id."""
    found = [(item_id(one) or "", words_digest(reading, layer, one)) for one in items_of(reading, layer)]
    alike = [(name, own) for name, own in found if words and own[:HALF] == words[:HALF]]
    alike.sort(key=lambda one: (one[1] != words, one[0] != item))
    return alike[0][0] if alike else None
