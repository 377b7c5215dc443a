"""What running a model says: its loops, the response to a press, and where models differ."""

from __future__ import annotations

from typing import Literal

import msgspec

from wederhoor.records.claims import Sign
from wederhoor.records.models import Ground
from wederhoor.records.stances import Stance

Prior = Literal["uniform", "log-uniform", "equal"]
SelfLimit = Literal["given", "all"]
LoopPolarity = Literal["R", "B", "?"]
"""R: reinforcing, B: balancing, ?: it holds an edge whose sign cannot be told."""
Direction = Literal["up", "down", "none"]
Verdict = Literal["certain", "robust", "leaning", "open", "pressed", "denied", "silent"]
"""pressed: pushed by hand, so that nothing is predicted of it; silent: nothing that is pushed leads to it, so the model says
nothing of it, which is another thing than that it stays; denied: silent, and the holder denies a link that would lead there."""
EdgeChange = Literal["remove", "reverse"]


class LoopLink(msgspec.Struct, frozen=True):
    """An edge without the words that it rests on."""

    cause: str = msgspec.field(name="from")
    effect: str = msgspec.field(name="to")
    sign: Sign


class Loop(msgspec.Struct, frozen=True, kw_only=True):
    """An elementary cycle. ``edges[k]`` leads from ``variables[k]`` to the next variable, the last one back to the first."""

    variables: tuple[str, ...]
    polarity: LoopPolarity
    edges: tuple[LoopLink, ...]


class SharedEdge(msgspec.Struct, frozen=True):
    """An edge and the number of the listed loops that run over it."""

    edge: LoopLink
    loops: int


class Component(msgspec.Struct, frozen=True, kw_only=True):
    """A strongly connected component: variables that all act on one another.

    ``loops`` and ``cover`` are indices into the loops of the whole: all within this component, and a short list of short ones
    that together run over each of its edges.
    """

    variables: tuple[str, ...]
    loops: tuple[int, ...]
    cover: tuple[int, ...]


class LoopReport(msgspec.Struct, frozen=True, kw_only=True):
    """The loops of a model, short ones first. ``cut``: there may be more than are listed; ``notices`` say why."""

    model: str
    loops: tuple[Loop, ...]
    cut: bool
    components: tuple[Component, ...]
    shared: tuple[SharedEdge, ...]
    notices: tuple[str, ...] = ()


class Flip(msgspec.Struct, frozen=True, kw_only=True):
    """The one edge whose removal or reversal turns a response round; ``share`` of the draws then go the other way."""

    cause: str = msgspec.field(name="from")
    effect: str = msgspec.field(name="to")
    sign: Sign
    change: EdgeChange
    share: float


class ResponseShares(msgspec.Struct, frozen=True, kw_only=True):
    """Shares of the kept draws in which a variable goes up, down, or stays; None if no draw was kept."""

    up: float | None
    down: float | None
    none: float | None


class Response(msgspec.Struct, frozen=True, kw_only=True):
    """What a press does to one variable.

    ``up``, ``down`` and ``none`` are shares of the kept draws. ``certain``: a proof for all weights; ``robust``: at least 90 %
    one way under every prior; ``leaning``: at least two thirds; ``open``: less. ``certain_if_stable``: a proof for all weights
    that let the system settle. ``flips_with`` is None if the verdict is ``certain`` or ``pressed``, and where no single edge
    turns the response round. A ``silent`` or ``denied`` response has no direction and no shares: no way leads there from what
    is pressed. That a variable stays (direction ``none``) is said only where ways lead to it.
    """

    variable: str
    up: float | None
    down: float | None
    none: float | None
    direction: Direction | None
    verdict: Verdict
    certain_if_stable: bool
    flips_with: Flip | None
    priors: dict[Prior, ResponseShares]


class Behind(msgspec.Struct, frozen=True, kw_only=True):
    """A loop behind instability: in ``share`` of all pairs of an unstable and a stable draw the unstable one has it stronger."""

    loop: Loop
    share: float


class Count(msgspec.Struct, frozen=True, kw_only=True):
    """How many draws were made under a prior, were stable, and were kept: stable, and in line with what was observed."""

    drawn: int
    stable: int
    accepted: int


class PressReport(msgspec.Struct, frozen=True, kw_only=True):
    """What lasting pushes do to every variable of a model. ``accepted``, ``drawn`` and the shares are those of ``prior``."""

    model: str
    up: tuple[str, ...]
    down: tuple[str, ...]
    observed: dict[str, Direction]
    prior: Prior
    self_limit: SelfLimit
    seed: int
    accepted: int
    drawn: int
    unstable_share: float
    counts: dict[Prior, Count]
    escalation: tuple[Behind, ...]
    responses: tuple[Response, ...]
    notices: tuple[str, ...] = ()


class Weight(msgspec.Struct, frozen=True, kw_only=True):
    """How much a model counts: its prior times the share of draws that are stable and agree, over the sum of all models'."""

    model: str
    prior: float
    agree: float
    weight: float | None


class Difference(msgspec.Struct, frozen=True, kw_only=True):
    """An edge as two models have it; None if a model lacks it."""

    cause: str = msgspec.field(name="from")
    effect: str = msgspec.field(name="to")
    first: Sign | None
    second: Sign | None


class Crux(msgspec.Struct, frozen=True, kw_only=True):
    """A variable for which two models, before anything is observed, predict opposite things: reality can decide.

    ``rests_on`` is a set of edges that, taken over from the second model, make the first predict what the second does; no part
    of it does, and ``smallest`` says whether no smaller set at all does.
    """

    variable: str
    first: str
    first_says: Direction
    second: str
    second_says: Direction
    rests_on: tuple[Difference, ...]
    smallest: bool


class Contested(msgspec.Struct, frozen=True, kw_only=True):
    """A link that one model's holder maintains and another's denies or doubts. ``grounds`` are the words of the latter."""

    cause: str = msgspec.field(name="from")
    effect: str = msgspec.field(name="to")
    sign: Sign
    maintained_by: str
    against: str
    stance: Stance
    grounds: tuple[Ground, ...] = ()


class Comparison(msgspec.Struct, frozen=True, kw_only=True):
    """The same press under several models. ``shared`` are the variables that all have, ``contested`` who denies whose link."""

    reports: tuple[PressReport, ...]
    shared: tuple[str, ...]
    tests: tuple[Crux, ...]
    weights: tuple[Weight, ...]
    contested: tuple[Contested, ...] = ()
    notices: tuple[str, ...] = ()
