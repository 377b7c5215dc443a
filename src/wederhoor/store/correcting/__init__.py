"""What people say of a reading, laid over what the machine says: pure functions, without a database."""

from wederhoor.store.correcting.anchors import anchor_of, locate, quote_of
from wederhoor.store.correcting.apply import apply_corrections, shown_study
from wederhoor.store.correcting.items import find_item, item_id, items_of
from wederhoor.store.correcting.judged import judged_items
from wederhoor.store.correcting.standing import standing, undoings

__all__ = [
    "anchor_of",
    "apply_corrections",
    "find_item",
    "item_id",
    "items_of",
    "judged_items",
    "locate",
    "quote_of",
    "shown_study",
    "standing",
    "undoings",
]
