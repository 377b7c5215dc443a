"""A variable while it is being read: in words, not yet in spans."""

from __future__ import annotations

from dataclasses import dataclass, replace

from wederhoor.languages.variables import Way
from wederhoor.reading.holders import Extent


def times(way: Way, other: int) -> Way:
    """The way of what is turned round by another one."""
    return 1 if way * other > 0 else -1


@dataclass(frozen=True, slots=True)
class VariableDraft:
    """Something that rises or falls, as one place in the text names it."""

    name: str
    words: Extent
    """The words that name it."""
    lemma: str
    """Of its head."""
    key: str
    """By which it is known: the name of the head's synonyms, a compound's last part, else the lemma."""
    parts: tuple[str, ...] = ()
    """What the head's modifiers say, sorted."""
    way: Way = 1
    bare: bool = False
    """A definite head without modifiers: it may refer back to a fuller name."""
    by: Extent | None = None
    """A word that stands for it: *dat*, *die stijging*, *ze*."""
    opposite: bool = False
    """The name is the opposite of what the key names: *onveiligheid*."""
    nominal: bool = False
    """Named by the noun of a verb that the text has: *bezetten* is *bezetting*."""

    def turned(self, way: int) -> VariableDraft:
        return replace(self, way=times(self.way, way))
