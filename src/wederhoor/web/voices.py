"""Which speaker of a document has which colour and number: they stay his, whatever is corrected."""

from __future__ import annotations

from collections.abc import Iterable

from wederhoor.exchange.voices import Arrangement
from wederhoor.records import Correction


def speakers_in_order(machine: Arrangement, log: Iterable[Correction]) -> tuple[str, ...]:
    """The speakers as the machine's reading has them, by first appearance, then those whom people named, as they were named."""
    found = [voice.speaker for voice in machine.voices]
    for entry in log:
        said = entry.payload
        value = said.get("value") if said.get("field") == "speaker" else said.get("name")
        item = said.get("item")
        found += [value, item.get("speaker") if isinstance(item, dict) else None]
    return tuple(dict.fromkeys(name for name in found if isinstance(name, str) and name))
