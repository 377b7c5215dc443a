"""What people say of a reading, laid over what the machine says: pure functions, without a database."""

from wederhoor.store.overlay.anchors import anchor_of, judged_items, locate, outcomes_of, places_of, quote_of
from wederhoor.store.overlay.apply import apply_corrections, shown_study
from wederhoor.store.overlay.items import contents_of, find_item, items_of, parts_of
from wederhoor.store.overlay.sides import anchor_of_sides, find_side, sides_of, words_of_side
from wederhoor.store.overlay.undoing import standing_corrections, undoings

__all__ = [
    "anchor_of",
    "anchor_of_sides",
    "apply_corrections",
    "contents_of",
    "find_item",
    "find_side",
    "items_of",
    "judged_items",
    "locate",
    "outcomes_of",
    "parts_of",
    "places_of",
    "quote_of",
    "shown_study",
    "sides_of",
    "standing_corrections",
    "undoings",
    "words_of_side",
]
