"""Loops, proofs, draws, presses and comparisons: against networkx and sympy, against theory, and against each other."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from itertools import pairwise

import networkx as nx  # type: ignore[import-untyped]
import numpy as np
import pytest
import sympy as sp  # type: ignore[import-untyped]
from hypothesis import given, settings
from hypothesis import strategies as st
from sympy.polys.matrices import DomainMatrix  # type: ignore[import-untyped]
from timing import assert_growth

from wederhoor.errors import WederhoorError
from wederhoor.records import Direction, Edge, Model, PressReport, Prior, Response, SelfLimit, Sign, Variable
from wederhoor.running import Question, compare, find_loops, press, read_observations
from wederhoor.running.cycles import Search
from wederhoor.running.draws import PATIENCE, PRIORS, draw, matrices
from wederhoor.running.graph import Graph, compile_graph, strong_blocks, successors
from wederhoor.running.proof import prove, unstable_block
from wederhoor.running.responses import MOVE, respond
from wederhoor.running.structure import can_respond

Triple = tuple[str, str, Sign]


def model(*edges: str, name: str = "m", alone: Iterable[str] = ()) -> Model:
    """A model of edges like ``anger + protest``; ``?`` behind one makes it optional."""
    made = []
    for text in edges:
        cause, sign, effect, *optional = text.split()
        made.append(Edge(cause=cause, effect=effect, sign=sign, optional=bool(optional)))  # type: ignore[arg-type]
    names = dict.fromkeys([*(name for edge in made for name in (edge.cause, edge.effect)), *alone])
    return Model(name=name, variables=tuple(Variable(name=one) for one in names), edges=tuple(made))


def random_model(
    source: random.Random, size: int, density: float, optional: float = 0.0, unknown: float = 0.0
) -> Model:
    names = [f"v{number}" for number in range(size)]
    edges = [
        Edge(
            cause=cause,
            effect=effect,
            sign="0" if source.random() < unknown else source.choice("+-"),  # type: ignore[arg-type]
            optional=source.random() < optional,
        )
        for cause in names
        for effect in names
        if source.random() < density
    ]
    return Model(name="random", variables=tuple(Variable(name=name) for name in names), edges=tuple(edges))


def of(report: PressReport, variable: str) -> Response:
    (found,) = [response for response in report.responses if response.variable == variable]
    return found


# Loops


@given(st.integers(0, 10_000))
@settings(max_examples=60, deadline=None)
def test_loops_are_those_of_networkx_with_the_product_of_their_signs(seed: int) -> None:
    source = random.Random(seed)
    made = random_model(source, source.randint(1, 6), 0.4, unknown=0.1)
    report = find_loops(made)
    graph = nx.DiGraph([(edge.cause, edge.effect) for edge in made.edges])
    expected = sorted(tuple(cycle[(at := cycle.index(min(cycle))) :] + cycle[:at]) for cycle in nx.simple_cycles(graph))
    assert sorted(loop.variables for loop in report.loops) == expected
    assert not report.cut
    signs = {(edge.cause, edge.effect): {"+": 1, "-": -1, "0": 0}[edge.sign] for edge in made.edges}
    for loop in report.loops:
        around = list(pairwise((*loop.variables, loop.variables[0])))
        assert [(edge.cause, edge.effect) for edge in loop.edges] == around
        product = np.prod([signs[pair] for pair in around])
        assert loop.polarity == {1: "R", -1: "B", 0: "?"}[int(product)]
    assert [len(loop.edges) for loop in report.loops] == sorted(len(loop.edges) for loop in report.loops)


@given(st.integers(0, 10_000))
@settings(max_examples=60, deadline=None)
def test_the_cover_runs_over_every_edge_within_components_and_no_loop_of_it_can_be_missed(seed: int) -> None:
    source = random.Random(seed)
    report = find_loops(random_model(source, source.randint(2, 7), 0.35))
    pairs = [set(pairwise((*loop.variables, loop.variables[0]))) for loop in report.loops]
    for component in report.components:
        everything = set().union(*(pairs[number] for number in component.loops))
        assert set().union(*(pairs[number] for number in component.cover)) == everything
        for left_out in component.cover:
            rest = [pairs[number] for number in component.cover if number != left_out]
            assert set().union(*rest) != everything


def test_components_are_those_of_networkx_causes_first() -> None:
    source = random.Random(5)
    for _ in range(100):
        size = source.randint(1, 9)
        pairs = [(source.randrange(size), source.randrange(size)) for _ in range(source.randint(0, 16))]
        blocks = strong_blocks(successors(size, *zip(*pairs, strict=True)) if pairs else [[] for _ in range(size)])
        graph = nx.DiGraph(pairs)
        graph.add_nodes_from(range(size))
        assert sorted(blocks) == sorted(tuple(sorted(block)) for block in nx.strongly_connected_components(graph))
        place = {node: number for number, block in enumerate(blocks) for node in block}
        assert all(place[cause] <= place[effect] for cause, effect in pairs)


def test_shared_edges_are_counted() -> None:
    report = find_loops(model("a + b", "b + a", "b - c", "c + a"))
    assert [(shared.edge.cause, shared.edge.effect, shared.loops) for shared in report.shared] == [("a", "b", 2)]


def test_a_search_that_is_cut_says_so_and_has_all_the_shorter_loops() -> None:
    complete = model(*(f"{a} + {b}" for a in "abcdefg" for b in "abcdefg" if a != b))
    report = find_loops(complete, most=50)
    assert report.cut and len(report.loops) >= 50
    assert any(notice.startswith("W520") for notice in report.notices)
    assert sum(len(loop.edges) == 2 for loop in report.loops) == 21
    assert find_loops(complete, longest=3).cut
    assert [notice[:4] for notice in find_loops(complete, steps=100).notices] == ["W521", "W522"]


@pytest.mark.slow
@pytest.mark.parametrize(("size", "edges"), [(1_000, 100_000), (50_000, 100_000)])
def test_the_search_of_a_huge_graph_is_cut_and_takes_no_longer_for_it(size: int, edges: int) -> None:
    large, huge = made_at_random(size // 10, edges // 10), made_at_random(size, edges)
    reports = []
    # the steps of a search are counted: beyond them there is only the graph itself to go through, which grew tenfold
    assert_growth(lambda: find_loops(large), lambda: reports.append(find_loops(huge)), at_most=20)
    assert reports[0].cut and reports[0].loops


def made_at_random(size: int, edges: int) -> Model:
    source = random.Random(1)
    pairs = {(source.randrange(size), source.randrange(size)) for _ in range(edges)}
    return Model(
        name="huge",
        variables=tuple(Variable(name=str(number)) for number in range(size)),
        edges=tuple(Edge(cause=str(a), effect=str(b), sign="+") for a, b in sorted(pairs)),
    )


def test_the_shortest_loop_over_an_edge() -> None:
    search = Search([[1], [2, 0], [0]], [(0, 1, 2)], 1000)
    assert search.shortest(0, 1) == (0, 1)
    assert search.shortest(1, 2) == (0, 1, 2)


# Proofs


def adjoint_signs(graph: Graph, push: Sequence[int]) -> list[set[int]]:
    """By sympy: the signs among the terms of adj(-A) p, each edge a symbol of its own; an unknown sign gives both."""
    symbols = sp.symbols(f"w:{len(graph.sign)}")
    ring = sp.ZZ[symbols]
    size = graph.size
    rows = [[ring.zero] * size for _ in range(size)]
    for number, symbol in enumerate(symbols):
        sign = int(graph.sign[number]) or 1
        rows[graph.effect[number]][graph.cause[number]] = -sign * ring(symbol)
    matrix = DomainMatrix(rows, (size, size), ring)
    # By Cayley and Hamilton; sympy's own adj_det stumbles over coefficients that are zero.
    one = DomainMatrix.eye(size, ring).to_dense()
    adjoint = one
    for coefficient in matrix.charpoly()[1:-1]:
        adjoint = matrix * adjoint + one.scalarmul(coefficient)
    adjoint = adjoint if size % 2 else -adjoint
    unknown = {number for number in range(len(symbols)) if graph.sign[number] == 0}
    found = []
    for row in adjoint.to_ddm():
        total = sum((entry * push[column] for column, entry in enumerate(row)), start=ring.zero)
        signs: set[int] = set()
        for powers, coefficient in total.terms():
            both = any(powers[number] for number in unknown)
            signs |= {1, -1} if both else {1 if coefficient > 0 else -1}
        found.append(signs)
    return found


def compare_with_adjoint(seed: int, largest: int) -> bool:
    """Whether there was anything to compare: a model that can never settle has no responses."""
    source = random.Random(seed)
    size = source.randint(1, largest)
    density = source.choice((1.2, 1.8, 2.5)) / size
    made = random_model(source, size, min(0.5, density), unknown=source.choice((0, 0, 0.1)))
    graph = compile_graph(made, source.choice(("all", "all", "given")))
    if unstable_block(graph) is not None:
        return False
    push = [0] * size
    for pushed in source.sample(range(size), min(size, source.choice((1, 1, 1, 2)))):
        push[pushed] = source.choice((1, -1))
    proof = prove(graph, push)
    names = {frozenset({1}): "up", frozenset({-1}): "down", frozenset(): "none"}
    expected = [names.get(frozenset(signs)) for signs in adjoint_signs(graph, push)]
    assert list(proof.certain) == expected, (made, push)
    # What holds for all weights holds for those that let the system settle.
    assert all(one in (None, other) for one, other in zip(proof.certain, proof.settled, strict=True))
    return True


def test_proofs_agree_with_the_symbolic_adjoint_of_sympy() -> None:
    assert sum(compare_with_adjoint(seed, 7) for seed in range(400)) > 200


@pytest.mark.slow
def test_proofs_agree_with_the_symbolic_adjoint_on_ten_thousand_graphs() -> None:
    compared, seed = 0, 1_000
    while compared < 10_000:
        compared += compare_with_adjoint(seed, 8)
        seed += 1


@given(st.integers(0, 1_000_000), st.sampled_from(PRIORS))
@settings(max_examples=250, deadline=None)
def test_no_stable_draw_ever_contradicts_a_proof(seed: int, prior: Prior) -> None:
    source = random.Random(seed)
    size = source.randint(1, 7)
    made = random_model(source, size, source.choice((0.15, 0.3, 0.5)), optional=source.choice((0, 0.3)), unknown=0.1)
    limit: SelfLimit = source.choice(("all", "given"))
    graph = compile_graph(made, limit)
    push = [source.choice((0, 0, 1, -1)) for _ in range(size)]
    draws = draw(graph, prior, 200, seed)
    if unstable_block(graph) is not None:
        assert not draws.stable.any()
        return
    moves = respond(graph, push, draws.weights[draws.stable])
    proof = prove(graph, push)
    for node in range(size):
        for proved in (proof.certain[node], proof.settled[node]):
            assert proved is None or (moves[:, node] == MOVE[proved]).all(), (made, push, node)


@given(st.integers(0, 1_000_000))
@settings(max_examples=100, deadline=None)
def test_a_response_is_said_to_be_zero_just_where_it_is(seed: int) -> None:
    source = random.Random(seed)
    size = source.randint(1, 7)
    graph = compile_graph(random_model(source, size, 0.3, optional=0.4), source.choice(("all", "given")))
    push = [source.choice((0, 1)) for _ in range(size)]
    draws = draw(graph, "uniform", 60, seed)
    weights = draws.weights[draws.stable]
    solved = np.linalg.solve(-matrices(graph, weights), np.array(push, dtype=float)[:, np.newaxis])[:, :, 0]
    largest = np.abs(solved).max(axis=1, keepdims=True, initial=0)
    can = can_respond(graph, push, weights)
    assert (np.abs(solved)[~can] <= (1e-9 * np.broadcast_to(largest, can.shape))[~can]).all()
    assert (solved[can] != 0).all()


def test_a_loop_elsewhere_that_may_escalate_leaves_a_proof_for_what_settles() -> None:
    made = model("a + b", "x + y", "y + x")
    report = press(made, Question(up=("a",), draws=200))
    assert (of(report, "b").verdict, of(report, "b").certain_if_stable) == ("robust", True)
    flip = of(report, "b").flips_with
    assert of(report, "b").up == 1.0 and flip is not None
    assert (flip.cause, flip.effect, flip.change, flip.share) == ("a", "b", "reverse", 1.0)
    assert of(report, "a").flips_with is None, "no edge makes a push up a push down"
    assert of(press(model("a + b"), Question(up=("a",))), "b").verdict == "certain"


def test_an_optional_edge_proves_nothing_by_itself() -> None:
    made = model("a + b ?", "a + c", "c + b")
    report = press(made, Question(up=("a",)))
    assert of(report, "b").verdict == "certain"
    lonely = of(press(model("a + b ?"), Question(up=("a",))), "b")
    assert lonely.verdict != "certain"
    assert lonely.up is not None and lonely.none is not None
    assert lonely.up == pytest.approx(0.5, abs=0.05) and lonely.none == pytest.approx(0.5, abs=0.05)


def test_of_a_variable_that_nothing_pressed_leads_to_the_model_says_nothing() -> None:
    report = press(model("a + b", "c + b", alone=["d"]), Question(down=("a",), draws=100))
    for name in "cd":
        silent = of(report, name)
        assert (silent.verdict, silent.direction, silent.certain_if_stable) == ("silent", None, False)
        assert {silent.up, silent.down, silent.none} == {None} == {share.none for share in silent.priors.values()}
    assert (of(report, "b").verdict, of(report, "b").direction) == ("certain", "down")


def test_a_variable_that_is_held_in_place_stays_for_certain_though_ways_lead_to_it() -> None:
    """Without a self-limit, what is eaten is set by its eater alone: the push on its food passes it by."""
    held = of(press(published("F -* F", "F *-> V", "V *-> P", "P -* P"), Question(up=("F",), self_limit="given")), "V")
    assert held.verdict == "certain" and held.direction == "up"
    kept = press(published("F -* F", "F *-> V", "V *-> P"), Question(up=("F",), self_limit="given", draws=200))
    assert (of(kept, "V").verdict, of(kept, "V").direction, of(kept, "V").none) == ("certain", "none", 1.0)


def test_what_is_pressed_is_pushed_by_hand_and_turned_by_nothing() -> None:
    pushed = of(press(model("a + b", "b - a"), Question(up=("a",), draws=200)), "a")
    assert (pushed.verdict, pushed.direction, pushed.flips_with) == ("pressed", "up", None)


def test_an_observation_of_which_a_model_says_nothing_counts_neither_way() -> None:
    made = model("a + b", "c + d")
    report = press(made, Question(up=("a",), observed={"d": "up"}, draws=200))
    assert report.accepted == report.counts["uniform"].stable == 200
    assert [notice[:4] for notice in report.notices] == ["W533"]
    assert "d" in report.notices[0]
    weights = compare([made, model("a + b", "a + d")], Question(up=("a",), observed={"d": "down"}, draws=200)).weights
    assert [weight.weight for weight in weights] == [1.0, 0.0]


# Presses


def published(*edges: str) -> Model:
    """Models of the literature, written with -> and -o as they are there: ``V *-> H`` is prey and predator."""
    triples: list[str] = []
    for text in edges:
        one, link, other = text.split()
        if link == "*->":
            triples += [f"{one} + {other}", f"{other} - {one}"]
        else:
            triples.append(f"{one} {'+' if link == '->' else '-'} {other}")
    return model(*triples)


SNOWSHOE = ("V -* V", "P -* P", "V *-> H", "H *-> P")


def test_snowshoe_hare_model_a_predicts_more_hares_for_certain() -> None:
    """Dambacher and Ramos-Jiliberto 2007, as in the vignette of QPress: vegetation up raises all three."""
    report = press(published(*SNOWSHOE), Question(up=("V",), self_limit="given"))
    assert [(r.variable, r.verdict, r.direction) for r in report.responses] == [
        ("V", "pressed", "up"),
        ("P", "certain", "up"),
        ("H", "certain", "up"),
    ]


def test_snowshoe_hare_model_b_has_hares_decrease_in_almost_two_fifths() -> None:
    """The same with V -> P: the vignette tells of "almost 40 %" of the draws with fewer hares."""
    report = press(published(*SNOWSHOE, "V -> P"), Question(up=("V",), self_limit="given", draws=10_000))
    hares = of(report, "H")
    assert hares.down == pytest.approx(0.38, abs=0.02)
    assert (of(report, "V").verdict, of(report, "P").verdict, hares.verdict) == ("pressed", "certain", "open")
    # The hares' response is (P's own limit) - (the effect of V on P) * (that of P on H), over what is positive.
    assert hares.flips_with is not None
    assert (hares.flips_with.cause, hares.flips_with.effect) in {("P", "P"), ("V", "P"), ("P", "H"), ("V", "H")}


def plain_simulation(made: Model, pushed: str, observed: dict[str, int], wanted: int, seed: int) -> dict[str, float]:
    """Shares of up by the procedure of QPress, one draw after the other until ``wanted`` are accepted, written anew."""
    stream = np.random.default_rng(seed)
    names = [variable.name for variable in made.variables]
    place = {name: number for number, name in enumerate(names)}
    limited = {edge.cause for edge in made.edges if edge.cause == edge.effect}
    ups, accepted = np.zeros(len(names)), 0
    while accepted < wanted:
        chance = stream.uniform()
        matrix = np.zeros((len(names), len(names)))
        for edge in made.edges:
            low, high = {"+": (0, 1), "-": (-1, 0), "0": (-1, 1)}[edge.sign]
            if not edge.optional or stream.uniform() < chance:
                matrix[place[edge.effect], place[edge.cause]] = stream.uniform(low, high)
        for name in names:
            if name not in limited:
                matrix[place[name], place[name]] = -stream.uniform()
        if np.linalg.eigvals(matrix).real.max() >= 0:
            continue
        response = -np.linalg.inv(matrix)[:, place[pushed]]
        if all(np.sign(response[place[name]]) == sign for name, sign in observed.items()):
            accepted += 1
            ups += response > 1e-9
    return dict(zip(names, (ups / accepted).tolist(), strict=True))


@pytest.mark.parametrize("observed", [{}, {"e": "down"}])
def test_shares_are_those_of_a_simulation_one_draw_at_a_time(observed: dict[str, Direction]) -> None:
    made = model(
        "a + b", "b - a", "b + c", "c - b ?", "a + d", "d 0 c", "c + e", "e + d ?", "d - e", "e + a ?", "b + d"
    )
    signs = {name: {"up": 1, "down": -1}[way] for name, way in observed.items()}
    expected = plain_simulation(made, "a", signs, 6_000, 11)
    report = press(made, Question(up=("a",), observed=observed, draws=20_000))
    assert report.accepted > 3_000
    for response in report.responses:
        assert response.up == pytest.approx(expected[response.variable], abs=0.025), response.variable


def test_two_ways_of_equal_length_and_opposite_sign_are_open_at_half() -> None:
    made = model("a + b", "b + d", "a + c", "c - d")
    report = press(made, Question(up=("a",), draws=4_000))
    answer = of(report, "d")
    for shares in answer.priors.values():
        assert shares.up == pytest.approx(0.5, abs=0.04) and shares.none == 0
    assert answer.verdict == "open"


def test_a_direct_and_a_long_way_are_weighed_differently_by_the_priors() -> None:
    made = model("a + d", "a + b", "b + c", "c - d")
    answer = of(press(made, Question(up=("a",), draws=4_000)), "d")
    # Up where (a to d) * (limits of b and c) is more than the product of the long way: three weights against three.
    assert answer.priors["uniform"].up == pytest.approx(0.5, abs=0.03)
    assert answer.priors["log-uniform"].up == pytest.approx(0.5, abs=0.03)
    assert answer.priors["equal"].up == 1.0, "weights below 1, limits of 1"
    assert answer.verdict == "open"
    assert answer.flips_with is not None and answer.flips_with.share == 1.0


def test_shares_of_a_two_variable_loop_are_those_of_the_integral() -> None:
    """Two variables that raise each other are stable where ab < cd: half of all draws, by symmetry."""
    report = press(model("a + b", "b + a"), Question(up=("a",), draws=20_000))
    assert report.unstable_share == pytest.approx(0.5, abs=0.02)
    assert [behind.loop.variables for behind in report.escalation] == [("a", "b")]
    assert report.escalation[0].share > 0.8


def test_pressing_several_adds_up_their_effects() -> None:
    made = model("a + c", "b - c")
    assert of(press(made, Question(up=("a",), down=("b",))), "c").verdict == "certain"
    assert of(press(made, Question(up=("a", "b"))), "c").verdict == "open"


def test_an_edge_of_unknown_sign_goes_either_way() -> None:
    answer = of(press(model("a 0 b", "b + c"), Question(up=("a",), draws=4_000)), "c")
    assert answer.up == pytest.approx(0.5, abs=0.03)
    assert (answer.verdict, answer.certain_if_stable) == ("open", False)


def test_a_model_that_can_never_settle_has_no_answer() -> None:
    report = press(model("a + b", "b - a"), Question(up=("a",), self_limit="given"))
    assert (report.accepted, report.unstable_share) == (0, 1.0)
    assert [notice[:4] for notice in report.notices] == ["W524"]
    assert {(r.verdict, r.direction, r.up) for r in report.responses} == {("pressed", None, None), ("open", None, None)}
    runaway = press(model("a + a", "a + b"), Question(up=("a",)))
    assert [notice[:4] for notice in runaway.notices] == ["W524"]


def test_a_model_that_hardly_ever_settles_ends_early_and_says_so() -> None:
    source = random.Random(2)
    made = random_model(source, 25, 0.4)
    report = press(made, Question(up=("v0",), draws=500_000))
    assert (report.accepted, report.drawn) == (0, PATIENCE)
    assert any(notice.startswith("W525") for notice in report.notices)


def test_the_same_seed_gives_the_same_report_and_another_seed_other_draws() -> None:
    made = model("a + b", "b + c", "c - a", "a - c")
    one, other = (press(made, Question(up=("a",), seed=7)) for _ in range(2))
    assert one == other
    assert press(made, Question(up=("a",), seed=8)).responses != one.responses


def test_the_edge_that_turns_a_response_round_does_so_in_a_run_of_its_own() -> None:
    assert sum(turned_round(random_model(random.Random(seed), 6, 0.25)) for seed in range(12)) > 5


def turned_round(made: Model) -> int:
    """How many responses of a model turn round when the edge on which they hang is changed; all must."""
    asked = Question(up=("v0",), draws=1_000)
    changed = 0
    for response in press(made, asked).responses:
        flip = response.flips_with
        if flip is None or flip.share < 0.65:
            continue
        turned = {"+": "-", "-": "+", "0": "0"}
        edges = [
            Edge(cause=edge.cause, effect=edge.effect, sign=turned[edge.sign])  # type: ignore[arg-type]
            if (edge.cause, edge.effect) == (flip.cause, flip.effect)
            else edge
            for edge in made.edges
            if flip.change == "reverse" or (edge.cause, edge.effect) != (flip.cause, flip.effect)
        ]
        again = press(Model(name="m", variables=made.variables, edges=tuple(edges)), asked)
        assert of(again, response.variable).direction == {"up": "down", "down": "up"}[response.direction or ""]
        changed += 1
    return changed


def test_what_is_observed_keeps_the_draws_that_agree() -> None:
    made = model("a + b", "b + d", "a + c", "c - d")
    asked = Question(up=("a",), observed={"d": "down"}, draws=2_000)
    report = press(made, asked)
    assert of(report, "d").down == 1.0
    assert report.accepted < report.counts["uniform"].stable == 2_000
    assert report.unstable_share == 0


def test_an_observation_that_no_weights_allow_refutes_the_model() -> None:
    report = press(model("a + b"), Question(up=("a",), observed={"b": "down"}))
    assert report.accepted == 0
    assert [notice[:4] for notice in report.notices] == ["W529"]


@pytest.mark.parametrize(
    ("code", "question"),
    [
        ("W504", Question(up=("angr",))),
        ("W504", Question(up=("anger",), observed={"x": "up"})),
        ("W505", Question(up=("anger",), down=("anger",))),
        ("W507", Question()),
    ],
)
def test_questions_that_cannot_be_asked(code: str, question: Question) -> None:
    with pytest.raises(WederhoorError) as caught:
        press(model("anger + protest"), question)
    assert caught.value.code == code
    if question.up == ("angr",):
        assert "Did you mean anger?" in str(caught.value)


def test_a_model_that_is_too_large_is_refused() -> None:
    large = model(*(f"v{n} + v{n + 1}" for n in range(250)))
    with pytest.raises(WederhoorError, match="W508"):
        press(large, Question(up=("v0",)))


def test_capitals_do_not_matter_where_that_is_clear() -> None:
    assert press(model("Anger + protest"), Question(up=("anger",))).up == ("Anger",)


def test_observations_are_read() -> None:
    assert read_observations(["a:up,b: Down", "x, y:none"]) == {"a": "up", "b": "down", "x, y": "none"}
    for given_, code in (("a", "W506"), ("a:sideways", "W506"), (":up", "W506"), ("a:up,a:down", "W505")):
        with pytest.raises(WederhoorError, match=code):
            read_observations([given_])


# Rival models

MAYOR = model("police - protest", "protest + damage", "damage + police", name="mayor")
RESIDENTS = model("police + anger", "anger + protest", "protest + damage", "damage + police", name="residents")


def test_models_that_predict_opposite_things_are_told_apart_by_the_fewest_edges() -> None:
    comparison = compare([MAYOR, RESIDENTS], Question(up=("police",)))
    assert comparison.shared == ("police", "protest", "damage")
    assert {test.variable: (test.first_says, test.second_says) for test in comparison.tests} == {
        "protest": ("down", "up"),
        "damage": ("down", "up"),
    }
    for test in comparison.tests:
        assert test.smallest
        assert {(one.cause, one.effect, one.first, one.second) for one in test.rests_on} == {
            ("police", "protest", "-", None),
            ("police", "anger", None, "+"),
            ("anger", "protest", None, "+"),
        }


def test_one_reversed_edge_is_found_among_many_others() -> None:
    extra = [f"x{n} + protest" for n in range(6)]
    first = model("police - protest", *extra, name="first")
    second = model("police + protest", *(text.replace("+", "-") for text in extra), name="second")
    comparison = compare([first, second], Question(up=("police",)))
    (test,) = comparison.tests
    assert [(one.cause, one.effect) for one in test.rests_on] == [("police", "protest")]


def test_what_was_observed_weighs_the_models() -> None:
    comparison = compare([MAYOR, RESIDENTS], Question(up=("police",), observed={"protest": "up"}))
    assert [weight.weight for weight in comparison.weights] == [0.0, 1.0]
    agreed = compare([MAYOR, RESIDENTS], Question(up=("police",), observed={"police": "up"}), beliefs=[3, 1])
    assert [weight.prior for weight in agreed.weights] == [0.75, 0.25]
    first, second = agreed.weights
    expected = 3 * first.agree / (3 * first.agree + second.agree)
    assert first.weight == pytest.approx(expected) and (second.weight or 0) == pytest.approx(1 - expected)
    assert [test.variable for test in comparison.tests] == ["protest", "damage"], (
        "what they said before it was observed"
    )


def test_comparisons_that_cannot_be_made() -> None:
    asked = Question(up=("police",))
    for code, models, beliefs in (
        ("W509", [MAYOR], None),
        ("W510", [MAYOR, model("x + y")], None),
        ("W511", [MAYOR, RESIDENTS], [1.0]),
        ("W504", [MAYOR, model("protest + calm")], None),
    ):
        with pytest.raises(WederhoorError, match=code):
            compare(models, asked, beliefs)
