"""A model as arrays: its edges with their self-limits, and its strongly connected components."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

import msgspec
import numpy as np
from numpy.typing import NDArray

from wederhoor.records import Edge, LoopLink, Model, SelfLimit, Sign

Ints = NDArray[np.intp]
Bools = NDArray[np.bool_]

SIGNS: Final[dict[Sign, int]] = {"+": 1, "-": -1, "0": 0}
NAMES: Final[dict[int, Sign]] = {number: sign for sign, number in SIGNS.items()}


class Graph(msgspec.Struct, frozen=True, eq=False):
    """A signed digraph of n variables and E edges, in the order of the model; self-limits that were added come last.

    ``cause``, ``effect`` and ``sign`` are of shape (E,): indices into ``names``, and 1, -1, or 0 for an unknown sign.
    ``blocks`` are the strongly connected components in the order of influence: an edge between two leads to a later one.
    ``added`` is how many edges at the end are self-limits that the model did not have.
    """

    name: str
    names: tuple[str, ...]
    cause: Ints
    effect: Ints
    sign: Ints
    optional: Bools
    added: int
    blocks: tuple[tuple[int, ...], ...]

    @property
    def size(self) -> int:
        """The number of variables."""
        return len(self.names)

    def link(self, edge: int) -> LoopLink:
        """The edge by its names."""
        return LoopLink(self.names[self.cause[edge]], self.names[self.effect[edge]], NAMES[int(self.sign[edge])])

    def block_of(self) -> Ints:
        """For each variable the number of its block, shape (n,)."""
        of = np.zeros(self.size, dtype=np.intp)
        for number, block in enumerate(self.blocks):
            of[list(block)] = number
        return of


def compile_graph(model: Model, self_limit: SelfLimit = "given") -> Graph:
    """The model as arrays; with ``all``, every variable without an edge to itself gets a negative one (QPress does the same)."""
    index = {variable.name: number for number, variable in enumerate(model.variables)}
    edges = [*model.edges]
    if self_limit == "all":
        limited = {edge.cause for edge in edges if edge.cause == edge.effect}
        edges += [Edge(cause=name, effect=name, sign="-") for name in index if name not in limited]
    cause = np.array([index[edge.cause] for edge in edges], dtype=np.intp)
    effect = np.array([index[edge.effect] for edge in edges], dtype=np.intp)
    return Graph(
        name=model.name,
        names=tuple(index),
        cause=cause,
        effect=effect,
        sign=np.array([SIGNS[edge.sign] for edge in edges], dtype=np.intp),
        optional=np.array([edge.optional for edge in edges], dtype=np.bool_),
        added=len(edges) - len(model.edges),
        blocks=strong_blocks(successors(len(index), cause, effect)),
    )


def led_to(graph: Graph, start: Iterable[int]) -> frozenset[int]:
    """The variables that edges lead to from those of ``start``, directly or by others; those of ``start`` too."""
    after = successors(graph.size, graph.cause, graph.effect)
    found = set(start)
    work = list(found)
    while work:
        new = [other for other in after[work.pop()] if other not in found]
        found.update(new)
        work += new
    return frozenset(found)


def successors(size: int, cause: Iterable[int], effect: Iterable[int]) -> list[list[int]]:
    """For each variable the variables that it acts on, in the order of the edges."""
    after: list[list[int]] = [[] for _ in range(size)]
    for one, other in zip(cause, effect, strict=True):
        after[int(one)].append(int(other))
    return after


def strong_blocks(after: Sequence[Sequence[int]]) -> tuple[tuple[int, ...], ...]:
    """The strongly connected components, causes before effects (Tarjan 1972, without recursion)."""
    order = [-1] * len(after)
    low = [0] * len(after)
    on_stack = [False] * len(after)
    stack: list[int] = []
    found: list[tuple[int, ...]] = []
    count = 0
    for root in range(len(after)):
        if order[root] >= 0:
            continue
        work = [(root, 0)]
        while work:
            node, step = work.pop()
            if step == 0:
                order[node] = low[node] = count
                count += 1
                stack.append(node)
                on_stack[node] = True
            for at in range(step, len(after[node])):
                other = after[node][at]
                if order[other] < 0:
                    work += [(node, at + 1), (other, 0)]
                    break
                if on_stack[other]:
                    low[node] = min(low[node], order[other])
            else:
                if low[node] == order[node]:
                    found.append(_pop_block(stack, on_stack, node))
                if work:
                    parent = work[-1][0]
                    low[parent] = min(low[parent], low[node])
    return tuple(reversed(found))


def _pop_block(stack: list[int], on_stack: list[bool], root: int) -> tuple[int, ...]:
    block: list[int] = []
    while True:
        node = stack.pop()
        on_stack[node] = False
        block.append(node)
        if node == root:
            return tuple(sorted(block))
