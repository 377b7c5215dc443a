"""A causal claim while it is being put together: in words, not yet in spans."""

from __future__ import annotations

from dataclasses import dataclass

from wederhoor.reading.holders import Extent
from wederhoor.records import Change, Sign


@dataclass(frozen=True, slots=True)
class Link:
    """One thing brings about another. ``marker`` has the words that say so, in text order."""

    cause: Extent
    effect: Extent
    marker: tuple[int, ...]
    sign: Sign = "+"
    change: Change | None = None
    """How the effect changes, where the marker tells."""
    correlates: bool = False
    """The two go together, and neither is said to bring about the other."""
    denied: bool = False
    """Its own verb is denied: *leidt niet tot*."""
    back: bool = False
    """One side is what was said before: only the other one tells whose word it is."""
    rule: str = ""
    """The name of the rule that found it."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A side of a verb: its head word, whether that heads a clause, and the words that mark the place."""

    head: int
    kind: str
    marks: tuple[int, ...] = ()
