"""How fast models run and commands start, each beside a named baseline in the same run.

    python benchmarks/run_speed.py [--rounds 5]

- press: a push in a model of 20 variables with 1,000 draws, beside NumPy (``numpy.linalg.solve``, one small system at a time)
  that solves 1,000 systems of that size: the least that an answer from draws takes.
- loops: all loops of at most 10 edges in a graph of 60 variables and 180 edges, beside ``networkx.simple_cycles`` with the same
  bound. Wederhoor also says of each whether it reinforces or balances, and which few cover the graph.
- start: ``wederhoor --help`` beside a Python that only imports Typer, which the commands are made with.

Both sides take turns and the best of each counts. Processor time, so that other programs do not count.
"""

from __future__ import annotations

import argparse
import random
import subprocess
import sys
from collections.abc import Callable
from resource import RUSAGE_CHILDREN, RUSAGE_SELF, getrusage

import networkx as nx
import numpy as np

from wederhoor.records import Edge, Model, Variable
from wederhoor.running import Question, find_loops, press

DRAWS = 1_000
LONGEST = 10


def random_model(size: int, edges: int, seed: int) -> Model:
    """A model of ``size`` variables and at most so many edges."""
    source = random.Random(seed)
    names = [f"v{number}" for number in range(size)]
    pairs = sorted({tuple(source.sample(names, 2)) for _ in range(edges)})
    return Model(
        name="random",
        variables=tuple(Variable(name=name) for name in names),
        edges=tuple(Edge(cause=a, effect=b, sign=source.choice("+-")) for a, b in pairs),
    )


def solved(size: int) -> Callable[[], object]:
    """NumPy's work: so many systems of this size, one at a time."""
    draw = np.random.default_rng(1)
    systems = draw.random((DRAWS, size, size)) + size * np.eye(size)
    push = np.ones(size)
    return lambda: [np.linalg.solve(system, push) for system in systems]


def started(*arguments: str) -> Callable[[], object]:
    """A Python of its own with these arguments."""
    return lambda: subprocess.run([sys.executable, *arguments], check=True, stdout=subprocess.DEVNULL)


def cycles(model: Model) -> list[list[str]]:
    graph = nx.DiGraph([(edge.cause, edge.effect) for edge in model.edges])
    return list(nx.simple_cycles(graph, length_bound=LONGEST))


def seconds(work: Callable[[], object]) -> float:
    """Of the processor, in this program and in those it starts."""

    def spent() -> float:
        return sum(use.ru_utime + use.ru_stime for use in map(getrusage, (RUSAGE_SELF, RUSAGE_CHILDREN)))

    begun = spent()
    work()
    return spent() - begun


def compared(what: str, baseline: str, ours: Callable[[], object], theirs: Callable[[], object], rounds: int) -> None:
    ours()
    theirs()  # what is loaded once is loaded
    pairs = [(seconds(ours), seconds(theirs)) for _ in range(rounds)]
    best, other = (min(side) for side in zip(*pairs, strict=True))
    print(f"{what:<6} {1000 * best:8.1f} ms, {baseline} {1000 * other:.1f} ms, ratio {best / other:.2f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5)
    rounds = parser.parse_args().rounds
    pressed, tangle = random_model(20, 32, 4), random_model(60, 180, 1)
    question = Question(up=("v0",), draws=DRAWS)
    compared("press", "numpy.linalg.solve", lambda: press(pressed, question), solved(20), rounds)
    # the cover of the graph may hold longer ones
    found = sum(len(loop.edges) <= LONGEST for loop in find_loops(tangle, longest=LONGEST).loops)
    if found != len(cycles(tangle)):
        raise SystemExit(f"not the same loops: {found} and {len(cycles(tangle))}")
    search = lambda: find_loops(tangle, longest=LONGEST)  # noqa: E731
    compared("loops", f"networkx.simple_cycles ({found} loops)", search, lambda: cycles(tangle), rounds)
    command = started("-c", "import sys; sys.argv = ['wederhoor', '--help']; from wederhoor.cli import run; run()")
    compared("start", "python -c 'import typer'", command, started("-c", "import typer"), rounds)


if __name__ == "__main__":
    main()
