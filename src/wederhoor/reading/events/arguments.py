"""A clause by its arguments: which word stands in which slot of its verb."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass(slots=True)
class Arguments:
    """The participants of one verb, by the head words of their phrases. ``node`` heads the clause."""

    verb: int
    node: int
    passive: bool = False
    subject: int | None = None
    object: int | None = None
    indirect: int | None = None
    prepositions: dict[str, int] = field(default_factory=dict)
    reflexive: bool = False
    each_other: bool = False
    infinitive: bool = False
    """It has a te-infinitive as complement."""
    clausal: bool = False
    """It has a finite complement."""

    def all_at(self, slots: Iterable[str]) -> list[int]:
        """The heads that stand in those of the slots that are filled, in their order."""
        return [word for slot in slots if (word := self.at(slot)) is not None]

    def at(self, slot: str) -> int | None:
        """The head that stands in a slot."""
        if slot == "subject":
            return self.subject
        if slot == "object":
            return self.object
        return self.indirect if slot == "indirect" else self.prepositions.get(slot)
