"""The loops of a model: reinforcing or balancing, by strongly connected component, and the few that cover it.

A loop is reinforcing where it has an even number of negative edges, else balancing (Richardson 1986). The cover of a
component takes shortest loops over each of its edges, short ones first, as long as each adds an edge (Oliva 2004, the
shortest independent loop set), and then leaves out what the others cover.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from math import prod
from typing import Final

from wederhoor.errors import notice
from wederhoor.records import Component, Loop, LoopPolarity, LoopReport, Model, SharedEdge
from wederhoor.running.cycles import CutError, Cycle, Search
from wederhoor.running.graph import Graph, compile_graph, successors

LONGEST: Final = 50
"""Edges in the longest loop that is looked for unless the user asks for more."""
MOST: Final = 20_000
"""Loops that are listed unless the user asks for more."""
STEPS: Final = 3_000_000
"""Work that a search for loops may do, in steps along an edge: a few seconds."""

POLARITY: Final[dict[int, LoopPolarity]] = {1: "R", -1: "B", 0: "?"}


def find_loops(model: Model, *, longest: int = LONGEST, most: int = MOST, steps: int = STEPS) -> LoopReport:
    """All loops of at most ``longest`` edges, edges of a variable to itself among them, short ones first.

    At most ``most`` are listed, and the search ends after ``steps``; ``cut`` and the notices say where there may be more.
    """
    graph = compile_graph(model)
    edges = edge_numbers(graph)
    search = Search(successors(graph.size, graph.cause, graph.effect), graph.blocks, steps)
    found, notices = _search(search, longest, most)
    cut = bool(notices)
    cover = _cover(graph, Search(search.after, graph.blocks, steps))
    if cover is None:
        notices.append(str(notice("W522", steps=steps)))
        cover = set()
    listed = sorted({*found, *cover}, key=lambda cycle: (len(cycle), cycle))
    counts = Counter(edge for cycle in listed for edge in cycle_edges(cycle, edges))
    shared = sorted(((count, edge) for edge, count in counts.items() if count > 1), key=lambda it: (-it[0], it[1]))
    return LoopReport(
        model=model.name,
        loops=tuple(describe(graph, cycle, edges) for cycle in listed),
        cut=cut,
        components=_components(graph, search.block, listed, cover),
        shared=tuple(SharedEdge(graph.link(edge), count) for count, edge in shared),
        notices=tuple(notices),
    )


def short_cycles(graph: Graph, most: int, steps: int) -> list[Cycle]:
    """The ``most`` shortest cycles, or as many of them as ``steps`` allow."""
    search = Search(successors(graph.size, graph.cause, graph.effect), graph.blocks, steps)
    return _search(search, graph.size, most)[0]


def edge_numbers(graph: Graph) -> dict[tuple[int, int], int]:
    """The number of the edge from one variable to another."""
    pairs = zip(graph.cause.tolist(), graph.effect.tolist(), strict=True)
    return {pair: number for number, pair in enumerate(pairs)}


def cycle_edges(cycle: Cycle, edges: dict[tuple[int, int], int]) -> list[int]:
    """The numbers of a cycle's edges, the first from its first variable."""
    return [edges[pair] for pair in zip(cycle, (*cycle[1:], cycle[0]), strict=True)]


def describe(graph: Graph, cycle: Cycle, edges: dict[tuple[int, int], int]) -> Loop:
    """A cycle by its names."""
    numbers = cycle_edges(cycle, edges)
    return Loop(
        variables=tuple(graph.names[node] for node in cycle),
        polarity=POLARITY[prod(int(graph.sign[number]) for number in numbers)],
        edges=tuple(graph.link(number) for number in numbers),
    )


def _search(search: Search, longest: int, most: int) -> tuple[list[Cycle], list[str]]:
    found: list[Cycle] = []
    largest = max((len(block) for block in search.blocks), default=0)
    try:
        for length in range(1, min(longest, largest) + 1):
            for cycle in search.cycles(length):
                if len(found) == most:
                    return found, [str(notice("W520", most=most, length=length))]
                found.append(cycle)
    except CutError:
        return found, [str(notice("W521", length=length, found=len(found)))]
    return found, [str(notice("W523", longest=longest))] if largest > longest else []


def _cover(graph: Graph, search: Search) -> set[Cycle] | None:
    """A short list of short loops over all edges within components; None where finding it is too much work."""
    inner = [
        (int(cause), int(effect))
        for cause, effect in zip(graph.cause, graph.effect, strict=True)
        if search.block[cause] == search.block[effect]
    ]
    try:
        around = {search.shortest(*pair) for pair in inner}
    except CutError:
        return None
    chosen: list[Cycle] = []
    seen: set[tuple[int, int]] = set()
    for cycle in sorted(around, key=lambda cycle: (len(cycle), cycle)):
        pairs = _pairs(cycle)
        if not seen.issuperset(pairs):
            chosen.append(cycle)
            seen.update(pairs)
    times = Counter(pair for cycle in chosen for pair in _pairs(cycle))
    for cycle in reversed(chosen[:]):
        if all(times[pair] > 1 for pair in _pairs(cycle)):
            chosen.remove(cycle)
            times.subtract(_pairs(cycle))
    return set(chosen)


def _pairs(cycle: Cycle) -> list[tuple[int, int]]:
    return list(zip(cycle, (*cycle[1:], cycle[0]), strict=True))


def _components(
    graph: Graph, block_of: Sequence[int], listed: Sequence[Cycle], cover: Iterable[Cycle]
) -> tuple[Component, ...]:
    loops: dict[int, list[int]] = {}
    for number, cycle in enumerate(listed):
        loops.setdefault(block_of[cycle[0]], []).append(number)
    covering = set(cover)
    return tuple(
        Component(
            variables=tuple(graph.names[node] for node in block),
            loops=tuple(loops[number]),
            cover=tuple(loop for loop in loops[number] if listed[loop] in covering),
        )
        for number, block in enumerate(graph.blocks)
        if number in loops
    )
