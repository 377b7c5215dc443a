"""Which items of a reading people have said something of."""

from __future__ import annotations

from collections.abc import Iterable

from wederhoor.records import Correction, Layer, Reading
from wederhoor.store.overlay.anchors import locate_all
from wederhoor.store.overlay.items import contents_of, find_item, item_id, items_of


def judged_items(reading: Reading, corrections: Iterable[Correction]) -> frozenset[tuple[Layer, str]]:
    """Layer and id of the items that standing corrections are of; the reading is the one that is shown with these."""
    contents = contents_of(reading.attributions)
    found: set[tuple[Layer, str]] = set()
    for correction in corrections:
        target = correction.target
        parts = locate_all(reading.text, target.quotes) if target else None
        if target is None or parts is None:
            continue
        items = items_of(reading, target.layer)
        number = find_item(target.layer, items, parts, contents)
        name = None if number is None else item_id(items[number])
        if name is not None:
            found.add((target.layer, name))
    return frozenset(found)
