"""What people say of a reading, laid over what the machine says: pure functions, without a database."""

from wederhoor.store.correcting.anchors import anchor_of, locate, places_of, quote_of
from wederhoor.store.correcting.apply import ADDABLE, SETTABLE, SPANNED, apply_corrections, shown_study
from wederhoor.store.correcting.items import Item, contents_of, find_item, item_id, items_of, parts_of
from wederhoor.store.correcting.judged import judged_items
from wederhoor.store.correcting.sides import anchor_of_sides, find_side, sides_of, words_of_side
from wederhoor.store.correcting.standing import standing, undoings

__all__ = [
    "ADDABLE",
    "SETTABLE",
    "SPANNED",
    "Item",
    "anchor_of",
    "anchor_of_sides",
    "apply_corrections",
    "contents_of",
    "find_item",
    "find_side",
    "item_id",
    "items_of",
    "judged_items",
    "locate",
    "parts_of",
    "places_of",
    "quote_of",
    "shown_study",
    "sides_of",
    "standing",
    "undoings",
    "words_of_side",
]
