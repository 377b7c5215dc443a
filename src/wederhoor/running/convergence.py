"""Weights under which a model settles, and how finely and how long it has to be run to see it do so."""

from __future__ import annotations

from typing import Final

import msgspec
import numpy as np

from wederhoor.errors import WederhoorError
from wederhoor.running.draws import Floats, draw, matrices
from wederhoor.running.graph import Graph
from wederhoor.running.perturbation import LARGEST, SEED

STRENGTHS: Final = (0.5, 0.4, 0.3, 0.25, 0.2, 0.15, 0.1, 0.05, 0.02, 0.01)
"""Strengths that are tried for all edges alike, beside self-limits of 1."""
SLOWEST: Final = 0.05
"""A rate of decay below which a run would take too long."""
FINEST: Final = 12
"""The shortest time step is 2 ** -FINEST."""


class Run(msgspec.Struct, frozen=True, eq=False):
    """Signed ``weights`` of the edges, shape (E,), with ``step`` and ``stop`` in time units for a run by Euler's method.

    After ``stop``, less than a billionth is left of where the run began. ``settles`` is False where no such weights were found.
    """

    weights: Floats
    step: float
    stop: float
    settles: bool


def settling_run(graph: Graph) -> Run:
    """The first of STRENGTHS under which the system settles soon, else the stable draw that settles soonest.

    An edge of unknown sign counts as positive, an optional edge as present. Raises W508 for a model that is too large.
    """
    if graph.size > LARGEST:
        raise WederhoorError("W508", where=graph.name, size=graph.size, most=LARGEST)
    sign = np.where(graph.sign == 0, 1.0, graph.sign)
    own = graph.cause == graph.effect
    for strength in STRENGTHS:
        weights = sign * np.where(own, 1.0, strength)
        values = _eigenvalues(graph, weights)
        if values.real.max() < -SLOWEST:
            return _run(weights, values)
    sure = msgspec.structs.replace(graph, sign=sign.astype(np.intp), optional=np.zeros_like(graph.optional))
    draws = draw(sure, "uniform", 1000, SEED)
    stable = draws.weights[draws.stable]
    if len(stable) == 0:
        return Run(sign * np.where(own, 1.0, STRENGTHS[0]), 0.125, 20.0, settles=False)
    slowest = np.linalg.eigvals(matrices(graph, stable)).real.max(axis=1)
    weights = np.round(stable[int(np.argmin(slowest))], 6)
    return _run(weights, _eigenvalues(graph, weights))


def _eigenvalues(graph: Graph, weights: Floats) -> np.ndarray:
    return np.asarray(np.linalg.eigvals(matrices(graph, weights[np.newaxis]))[0])


def _run(weights: Floats, values: np.ndarray) -> Run:
    """Euler's method multiplies each mode by 1 + step * eigenvalue: the step is right where all of these are near the decay."""
    rate = -float(values.real.max())
    step = 0.25
    while step > 2.0**-FINEST and float(np.abs(1 + step * values).max()) > 1 - step * rate / 2:
        step /= 2
    return Run(weights, step, float(np.ceil(50 / rate)), settles=rate > 0)
