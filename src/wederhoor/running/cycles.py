"""Elementary cycles of a digraph, the short ones first, within bounds of length, number and work.

A cycle starts at its lowest variable. All cycles of one length are found before the next length is tried: a search that is
cut has all the shorter ones. Every step towards a cycle is checked against the distance back to its start, counted within
the variables that may still be used, so that the search enters few dead ends (after Johnson 1975).
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence

Cycle = tuple[int, ...]


class CutError(Exception):
    """The work that a search may do is used up."""


class Search:
    """A digraph, and how much work may still be done in it. ``after`` and ``before``: the neighbours of each variable."""

    def __init__(self, after: Sequence[Sequence[int]], blocks: Sequence[Sequence[int]], steps: int) -> None:
        self.block = [0] * len(after)
        for number, block in enumerate(blocks):
            for node in block:
                self.block[node] = number
        self.blocks = blocks
        self.after = [[v for v in sorted(others) if self.block[v] == self.block[u]] for u, others in enumerate(after)]
        self.before: list[list[int]] = [[] for _ in after]
        for node, others in enumerate(self.after):
            for other in others:
                self.before[other].append(node)
        self.steps = steps

    def cycles(self, length: int) -> Iterator[Cycle]:
        """All cycles of exactly this length, in the order of their variables. Raises CutError."""
        for block in self.blocks:
            if len(block) >= length:
                for start in block:
                    yield from self._from(start, length)

    def shortest(self, cause: int, effect: int) -> Cycle:
        """A shortest cycle over this edge, both of whose ends are in one block. Raises CutError."""
        came = {effect: effect}
        queue = deque([effect])
        while cause not in came:
            node = queue.popleft()
            self._spend(len(self.after[node]) + 1)
            for other in self.after[node]:
                if other not in came:
                    came[other] = node
                    queue.append(other)
        path = [cause]
        while path[-1] != effect:
            path.append(came[path[-1]])
        path.reverse()
        lowest = path.index(min(path))
        return tuple(path[lowest:] + path[:lowest])

    def _from(self, start: int, length: int) -> Iterator[Cycle]:
        back = self._distances(start, length - 1)
        path = [start]
        used = {start}
        ways = [iter(self.after[start])]
        while ways:
            for node in ways[-1]:
                self._spend(1)
                left = length - len(path)
                if node == start and left == 0:
                    yield tuple(path)
                elif left > 0 and node not in used and back.get(node, length) <= left:
                    path.append(node)
                    used.add(node)
                    ways.append(iter(self.after[node]))
                    break
            else:
                ways.pop()
                used.discard(path.pop())

    def _distances(self, start: int, most: int) -> dict[int, int]:
        """How many edges back to ``start``, over variables that are not below it, for all within ``most`` edges of it."""
        back = {start: 0}
        queue = deque([start])
        while queue:
            node = queue.popleft()
            if back[node] == most:
                break
            self._spend(len(self.before[node]) + 1)
            for other in self.before[node]:
                if other > start and other not in back:
                    back[other] = back[node] + 1
                    queue.append(other)
        return back

    def _spend(self, steps: int) -> None:
        self.steps -= steps
        if self.steps < 0:
            raise CutError
