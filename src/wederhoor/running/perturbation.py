"""A lasting push on one or more variables: what it does to every other, by proof and by draws."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Final

import msgspec
import numpy as np

from wederhoor.errors import WederhoorError, notice
from wederhoor.records import (
    Behind,
    Count,
    Direction,
    Flip,
    Model,
    PressReport,
    Prior,
    Response,
    ResponseShares,
    SelfLimit,
    Verdict,
)
from wederhoor.running import signs
from wederhoor.running.draws import PRIORS, Draws, draw
from wederhoor.running.escalation import loops_behind
from wederhoor.running.flips import find_flips
from wederhoor.running.graph import Bools, Graph, compile_graph, led_to
from wederhoor.running.names import resolve
from wederhoor.running.proof import Proof, Unstable, largest_block, prove, unstable_block
from wederhoor.running.responses import MOVE, Moves, respond, shares
from wederhoor.running.verdicts import ENOUGH, direction_of, judge

DRAWS: Final = 2_000
SEED: Final = 1
LARGEST: Final = 200
"""Variables of the largest model that is run: the time goes with the third power."""
SHOWN: Final = 5


class Question(msgspec.Struct, frozen=True, kw_only=True):
    """What is asked of a model, and how. ``observed``: what is known to have happened, by variable."""

    up: Sequence[str] = ()
    down: Sequence[str] = ()
    observed: Mapping[str, Direction] = {}
    draws: int = DRAWS
    seed: int = SEED
    prior: Prior = "uniform"
    self_limit: SelfLimit = "all"


class Sample(msgspec.Struct, frozen=True, eq=False):
    """Draws under one prior: the moves of the stable ones, and which of these agree with what was observed."""

    draws: Draws
    moves: Moves
    agrees: Bools

    def count(self) -> Count:
        return Count(drawn=self.draws.number, stable=len(self.moves), accepted=int(self.agrees.sum()))


def press(model: Model, question: Question) -> PressReport:
    """The response of every variable of a model to lasting pushes.

    Raises W504 (no such variable), W505 (up and down at once), W507 (nothing pressed), W508 (model too large).
    """
    asked = resolved(model, question)
    graph = compile_graph(model, asked.self_limit)
    unstable = unstable_block(graph)
    if unstable is not None:
        return _never(model, graph, asked, unstable)
    push = push_of(graph, asked)
    reached = led_to(graph, np.flatnonzero(push).tolist())
    unreached = _unreached(model, graph, reached)
    proof = prove(graph, push)
    counts: dict[Prior, Count] = {}
    shared: dict[Prior, list[ResponseShares]] = {}
    for prior in (*(one for one in PRIORS if one != asked.prior), asked.prior):
        drawn = sample(graph, push, prior, asked)  # only the last is kept: weights are large
        counts[prior], shared[prior] = drawn.count(), shares(drawn.moves[drawn.agrees])
    chosen = drawn.draws
    directions = [settled or direction_of(one) for settled, one in zip(proof.settled, shared[asked.prior], strict=True)]
    wanted = {} if counts[asked.prior].accepted < ENOUGH else _turnable(proof, directions, sorted(reached), push)
    flips = find_flips(graph, push, chosen, wanted, lambda moves: agrees(graph, push, moves, asked.observed))
    found = _Found(proof, directions, flips, counts, shared, asked.prior)
    responses = [
        _response(name, node, found, pressed=bool(push[node]))
        if node in reached
        else _unanswered(name, unreached[node])
        for node, name in enumerate(graph.names)
    ]
    unsaid = [name for name in asked.observed if graph.names.index(name) not in reached]
    notices = _notices(graph, asked, proof, counts, unsaid)
    return _report(graph, asked, counts, responses, notices, loops_behind(graph, chosen))


class _Found(msgspec.Struct, frozen=True, eq=False):
    """What is proved and drawn of every variable."""

    proof: Proof
    directions: Sequence[Direction | None]
    flips: Mapping[int, Flip]
    counts: Mapping[Prior, Count]
    shared: Mapping[Prior, Sequence[ResponseShares]]
    prior: Prior


def _turnable(
    proof: Proof, directions: Sequence[Direction | None], reached: Sequence[int], push: Sequence[int]
) -> dict[int, Direction]:
    """Which way the variables go whose answer an edge may turn round."""
    hanging = [node for node in reached if proof.certain[node] is None and not push[node]]
    return {node: way for node in hanging if (way := directions[node]) is not None}


def _response(name: str, node: int, found: _Found, *, pressed: bool) -> Response:
    proof, direction = found.proof, found.directions[node]
    priors = {prior: found.shared[prior][node] for prior in PRIORS}
    judged = judge(proof.certain[node], proof.settled[node], direction, found.prior, priors, found.counts)
    shares = priors[found.prior]
    return Response(
        variable=name,
        up=shares.up,
        down=shares.down,
        none=shares.none,
        direction=direction,
        verdict="pressed" if pressed else judged,
        certain_if_stable=proof.settled[node] is not None,
        flips_with=found.flips.get(node),
        priors=priors,
    )


def push_of(graph: Graph, asked: Question) -> list[int]:
    """For each variable 1 where it is pressed up, -1 where it is pressed down, else 0."""
    return [(name in asked.up) - (name in asked.down) for name in graph.names]


def resolved(model: Model, question: Question) -> Question:
    up, down = (
        tuple(dict.fromkeys(resolve(model, name) for name in ([names] if isinstance(names, str) else names)))
        for names in (question.up, question.down)
    )
    both = [name for name in up if name in down]
    if both:
        raise WederhoorError("W505", name=both[0])
    if not up and not down:
        raise WederhoorError("W507")
    if len(model.variables) > LARGEST:
        raise WederhoorError("W508", where=model.name, size=len(model.variables), most=LARGEST)
    observed: dict[str, Direction] = {}
    for name, direction in question.observed.items():
        if observed.setdefault(resolve(model, name), direction) != direction:
            raise WederhoorError("W505", name=name)
    return msgspec.structs.replace(question, up=up, down=down, observed=observed)


def sample(graph: Graph, push: Sequence[int], prior: Prior, asked: Question) -> Sample:
    draws = draw(graph, prior, asked.draws, asked.seed)
    moves = respond(graph, push, draws.weights[draws.stable])
    return Sample(draws, moves, agrees(graph, push, moves, asked.observed))


def agrees(graph: Graph, push: Sequence[int], moves: Moves, observed: Mapping[str, Direction]) -> Bools:
    """Which draws do what was observed, shape (N,). Of what no way leads to, nothing is predicted that could disagree."""
    found = np.ones(len(moves), dtype=np.bool_)
    reached = led_to(graph, np.flatnonzero(push).tolist())
    for name, direction in observed.items():
        node = graph.names.index(name)
        if node in reached:
            found &= moves[:, node] == MOVE[direction]
    return found


def _report(
    graph: Graph,
    asked: Question,
    counts: dict[Prior, Count],
    responses: Sequence[Response],
    notices: Sequence[str],
    escalation: tuple[Behind, ...] = (),
) -> PressReport:
    count = counts[asked.prior]
    return PressReport(
        model=graph.name,
        up=tuple(asked.up),
        down=tuple(asked.down),
        observed=dict(asked.observed),
        prior=asked.prior,
        self_limit=asked.self_limit,
        seed=asked.seed,
        accepted=count.accepted,
        drawn=count.drawn,
        unstable_share=(count.drawn - count.stable) / count.drawn,
        counts={prior: counts[prior] for prior in PRIORS},
        escalation=escalation,
        responses=tuple(responses),
        notices=tuple(notices),
    )


def _unreached(model: Model, graph: Graph, reached: Collection[int]) -> dict[int, Verdict]:
    """The variables that no way leads to from what is pressed: whether the holder is silent, or denies that one leads there."""
    there = {graph.names[node] for node in reached}
    denied = {link.effect for link in model.unheld if link.stance == "denies" and link.cause in there}
    return {
        node: "denied" if name in denied else "silent" for node, name in enumerate(graph.names) if node not in reached
    }


def _unanswered(name: str, verdict: Verdict) -> Response:
    """The response of a variable of which nothing is said."""
    return Response(
        variable=name,
        up=None,
        down=None,
        none=None,
        direction=None,
        verdict=verdict,
        certain_if_stable=False,
        flips_with=None,
        priors=dict.fromkeys(PRIORS, ResponseShares(up=None, down=None, none=None)),
    )


def _never(model: Model, graph: Graph, asked: Question, unstable: Unstable) -> PressReport:
    """The report on a model that no weights let settle: there are no responses to speak of."""
    counts = {prior: Count(drawn=asked.draws, stable=0, accepted=0) for prior in PRIORS}
    push = push_of(graph, asked)
    reached = led_to(graph, np.flatnonzero(push).tolist())
    unreached = _unreached(model, graph, reached)
    responses = [
        _unanswered(name, "pressed" if push[node] else unreached.get(node, "open"))
        for node, name in enumerate(graph.names)
    ]
    names = ", ".join(graph.names[node] for node in unstable.block[:SHOWN])
    names += ", ..." if len(unstable.block) > SHOWN else ""
    if unstable.unlimited:
        why = f"nothing among {names} limits itself"
    else:
        why = f"the loops of {names} cannot hold one another in check"
    return _report(graph, asked, counts, responses, [str(notice("W524", model=graph.name, why=why))])


def _notices(
    graph: Graph, asked: Question, proof: Proof, counts: Mapping[Prior, Count], unsaid: Sequence[str]
) -> list[str]:
    """``unsaid`` are the variables that were observed and of which the model says nothing."""
    found = [notice("W533", model=graph.name, variables=", ".join(unsaid))] if unsaid else []
    told = {name: proof.settled[graph.names.index(name)] for name in asked.observed if name not in unsaid}
    refuted = [name for name, way in told.items() if way not in (None, asked.observed[name])]
    if refuted:
        found.append(notice("W529", model=graph.name, variables=", ".join(refuted)))
    for prior, count in counts.items():
        values = {"model": graph.name, "prior": prior, "drawn": count.drawn, "accepted": count.accepted}
        if count.stable == 0:
            found.append(notice("W525", **values))
        elif count.accepted == 0 and not refuted:
            found.append(notice("W528", **values))
        elif count.accepted < ENOUGH and not refuted:
            found.append(notice("W526", **values))
    if largest_block(graph) > signs.LARGEST:
        found.append(notice("W527", model=graph.name, size=largest_block(graph)))
    return [str(one) for one in found]
