"""Which actors of documents are not one, and which are, because a person said so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from wederhoor.records import Parting, Ref


class KeptApart:
    """What partings say of each actor of a document: with whom he is one, and with whom he is not."""

    def __init__(self, partings: Iterable[Parting]) -> None:
        self._partings = tuple(partings)
        self._fellows: defaultdict[Ref, set[Ref]] = defaultdict(set)
        self._others: defaultdict[Ref, set[Ref]] = defaultdict(set)
        for parting in self._partings:
            for side, other in ((parting.apart, parting.rest), (parting.rest, parting.apart)):
                for ref in side:
                    self._fellows[ref].update(side)
                    self._others[ref].update(other)

    def groups(self, ref: Ref, at: Mapping[Ref, int]) -> tuple[list[int], set[int]]:
        """The groups that he belongs to, and those that he is kept out of; ``at`` are those in which who was placed is.

        Where partings say both of a group he is kept out of it: that he is somebody else was said of him.
        """
        out = {at[one] for one in self._others.get(ref, ()) if one in at}
        return sorted({at[one] for one in self._fellows.get(ref, ()) if one in at and one != ref} - out), out

    def parted(self, groups: Collection[int], at: Mapping[Ref, int]) -> bool:
        """Whether two of some groups are of somebody who was parted: who fits both may be either."""
        sides = ([{at.get(ref) for ref in side} for side in (one.apart, one.rest)] for one in self._partings)
        return any(apart & {*groups} and rest & {*groups} for apart, rest in sides)

    def placed(self, at: Mapping[Ref, int]) -> set[int]:
        """The groups of those of whom a parting speaks."""
        return {at[ref] for ref in self._fellows if ref in at}
