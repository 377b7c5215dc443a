"""The same press under rival models: where they predict opposite things, on which edges that rests, and what each weighs.

A model's weight is its prior belief times the share of its draws that are stable and agree with what was observed, over the
sum of all models' (Melbourne-Thomas et al. 2012).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, permutations
from typing import Final

import msgspec

from wederhoor.errors import WederhoorError, notice
from wederhoor.records import (
    Comparison,
    Contested,
    Crux,
    Difference,
    Direction,
    Edge,
    Model,
    PressReport,
    Stance,
    Variable,
    Weight,
)
from wederhoor.running.graph import compile_graph
from wederhoor.running.perturbation import Question, press, push_of, resolved, sample
from wederhoor.running.proof import prove, unstable_block
from wederhoor.running.responses import shares
from wederhoor.running.verdicts import ENOUGH, direction_of

TRIES: Final = 400
"""Sets of edges that are tried for one pair of models."""
DRAWS: Final = 400
"""Draws for each set that is tried."""
AGAINST: Final[frozenset[Stance]] = frozenset({"denies", "doubts"})
OPPOSITE: Final[dict[Direction, Direction]] = {"up": "down", "down": "up"}

Pair = tuple[str, str]


def compare(models: Sequence[Model], question: Question, beliefs: Sequence[float] | None = None) -> Comparison:
    """Press the same variables in every model. ``beliefs`` are the models' prior weights, equal by default.

    Raises W509 (fewer than two models), W510 (nothing in common), W511 (beliefs that are not one a model), and what press does.
    """
    if len(models) < 2:
        raise WederhoorError("W509")
    if beliefs is not None and len(beliefs) != len(models):
        raise WederhoorError("W511", given=len(beliefs), models=len(models))
    shared = [variable.name for variable in models[0].variables if all(variable.name in _names(m) for m in models)]
    if not shared:
        raise WederhoorError("W510", models=", ".join(model.name for model in models))
    reports = [press(model, question) for model in models]
    beforehand = msgspec.structs.replace(question, observed={})
    predicted = [press(model, beforehand) for model in models] if question.observed else reports
    tests: list[Crux] = []
    notices: list[str] = []
    for first, second in combinations(range(len(models)), 2):
        found, complete = _tests((models[first], models[second]), (predicted[first], predicted[second]), beforehand)
        tests += found
        if not complete:
            notices.append(str(notice("W531", first=models[first].name, second=models[second].name)))
    return Comparison(
        reports=tuple(reports),
        shared=tuple(shared),
        tests=tuple(tests),
        weights=_weights(reports, beliefs or [1.0] * len(models)),
        contested=tuple(_contested(models)),
        notices=tuple(notices),
    )


def _contested(models: Sequence[Model]) -> Iterator[Contested]:
    """Who denies or doubts whose link: of one sign, or where one of the two has none."""
    for first, second in permutations(models, 2):
        held = _by_pair(first)
        for link in second.unheld:
            edge = held.get((link.cause, link.effect))
            if (
                edge is None
                or link.stance not in AGAINST
                or (edge.sign != link.sign and "0" not in (edge.sign, link.sign))
            ):
                continue
            yield Contested(
                cause=edge.cause,
                effect=edge.effect,
                sign=edge.sign,
                maintained_by=first.name,
                against=second.name,
                stance=link.stance,
                grounds=link.grounds,
            )


def _names(model: Model) -> set[str]:
    return {variable.name for variable in model.variables}


def _weights(reports: Sequence[PressReport], beliefs: Sequence[float]) -> tuple[Weight, ...]:
    agree = [report.accepted / report.drawn for report in reports]
    products = [belief * share for belief, share in zip(beliefs, agree, strict=True)]
    whole = sum(products)
    return tuple(
        Weight(
            model=report.model,
            prior=belief / sum(beliefs),
            agree=share,
            weight=product / whole if whole else None,
        )
        for report, belief, share, product in zip(reports, beliefs, agree, products, strict=True)
    )


def _tests(
    models: tuple[Model, Model], reports: tuple[PressReport, PressReport], question: Question
) -> tuple[list[Crux], bool]:
    """The variables on which two models disagree, and whether the sets of edges below them are the smallest."""
    first, second = models
    says, other_says = (_predictions(report) for report in reports)
    opposed = {name: OPPOSITE[way] for name, way in says.items() if other_says.get(name) == OPPOSITE[way]}
    if not opposed:
        return [], True
    rests, complete = _what_it_rests_on(first, second, opposed, question)
    found = [
        Crux(
            variable=variable,
            first=first.name,
            first_says=OPPOSITE[direction],
            second=second.name,
            second_says=direction,
            rests_on=tuple(_difference(first, second, pair) for pair in rests[variable]),
            smallest=variable in complete,
        )
        for variable, direction in opposed.items()
    ]
    return found, len(complete) == len(opposed)


def _predictions(report: PressReport) -> dict[str, Direction]:
    """Which way each variable goes, where the verdict is not open."""
    return {
        response.variable: response.direction
        for response in report.responses
        if response.verdict != "open" and response.direction in OPPOSITE
    }


def _what_it_rests_on(
    first: Model, second: Model, wanted: dict[str, Direction], question: Question
) -> tuple[dict[str, tuple[Pair, ...]], set[str]]:
    """For each variable a set of edges that makes the first model predict what the second does; those with a smallest set."""
    pairs = _differing(first, second)
    rests: dict[str, tuple[Pair, ...]] = {}
    tries = TRIES
    for some in _subsets(pairs):
        if len(rests) == len(wanted) or tries == 0:
            break
        tries -= 1
        says = _directions(_taken_over(first, second, some), question)
        for variable, direction in wanted.items():
            if variable not in rests and says.get(variable) == direction:
                rests[variable] = some
    complete = set(rests)
    for variable, direction in wanted.items():
        if variable not in rests:
            rests[variable] = _pruned(first, second, pairs, (variable, direction), question)
    return rests, complete


def _pruned(
    first: Model, second: Model, pairs: Sequence[Pair], wanted: tuple[str, Direction], question: Question
) -> tuple[Pair, ...]:
    """All differing edges, less each in turn that the prediction can do without."""
    kept = list(pairs)
    for pair in pairs:
        fewer = [other for other in kept if other != pair]
        if fewer and _directions(_taken_over(first, second, fewer), question).get(wanted[0]) == wanted[1]:
            kept = fewer
    return tuple(kept)


def _subsets(pairs: Sequence[Pair]) -> Iterator[tuple[Pair, ...]]:
    for size in range(1, len(pairs) + 1):
        yield from combinations(pairs, size)


def _differing(first: Model, second: Model) -> list[Pair]:
    """The edges that only one of two models has, or that they give another sign, those of the first model first."""
    one, other = _by_pair(first), _by_pair(second)
    differing = [pair for pair, edge in one.items() if pair not in other or other[pair].sign != edge.sign]
    return differing + [pair for pair in other if pair not in one]


def _by_pair(model: Model) -> dict[Pair, Edge]:
    return {(edge.cause, edge.effect): edge for edge in model.edges}


def _difference(first: Model, second: Model, pair: Pair) -> Difference:
    one, other = _by_pair(first).get(pair), _by_pair(second).get(pair)
    return Difference(
        cause=pair[0], effect=pair[1], first=one.sign if one else None, second=other.sign if other else None
    )


def _taken_over(first: Model, second: Model, pairs: Sequence[Pair]) -> Model:
    """The first model with these edges as the second has them."""
    edges, other = _by_pair(first), _by_pair(second)
    for pair in pairs:
        if pair in other:
            edges[pair] = other[pair]
        else:
            edges.pop(pair, None)
    known = _names(first)
    needed = dict.fromkeys(name for pair in pairs for name in pair if name not in known)
    variables = (*first.variables, *(Variable(name=name) for name in needed))
    return msgspec.structs.replace(first, variables=variables, edges=tuple(edges.values()))


def _directions(model: Model, question: Question) -> dict[str, Direction | None]:
    """Which way every variable goes, by proof, else in most of a few draws; nothing where it does not settle."""
    asked = resolved(model, msgspec.structs.replace(question, draws=min(question.draws, DRAWS)))
    graph = compile_graph(model, asked.self_limit)
    if unstable_block(graph) is not None:
        return {}
    push = push_of(graph, asked)
    proved = prove(graph, push).settled
    drawn = sample(graph, push, asked.prior, asked)
    enough = drawn.count().accepted >= ENOUGH
    found = [direction_of(one) if enough else None for one in shares(drawn.moves[drawn.agrees])]
    return {name: known or most for name, known, most in zip(graph.names, proved, found, strict=True)}
