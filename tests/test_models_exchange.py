"""Models in files: read back as they were written, opened by the tools they are written for, refused with line and remedy."""

from __future__ import annotations

import io
import json
import re
import shutil
import subprocess
import unicodedata
import warnings
from itertools import combinations
from pathlib import Path

import networkx as nx  # type: ignore[import-untyped]
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wederhoor.errors import WederhoorError
from wederhoor.exchange.models import alike, dot, edge_list, graphml, kumu, mermaid, parse_model, read_model, xmile
from wederhoor.exchange.models.identifiers import Identifiers
from wederhoor.exchange.models.layout import place
from wederhoor.records import Edge, Ground, Model, UnheldLink, Variable
from wederhoor.running import find_loops
from wederhoor.running.convergence import Run
from wederhoor.running.draws import matrices
from wederhoor.running.graph import compile_graph

EXAMPLES = Path(__file__).resolve().parents[1] / "examples" / "models"
HOSTILE = [
    '<b>"x"</b>',
    "a;b,c",
    "]]>&amp;",
    "end",
    "time",
    "#quot; --> x",
    "\\N\\n",
    "żółć Ж 生",
    "\u202eevil",
    "=1+1",
    "a_b",
    "A b",
]
STANCES = ["denies", "doubts", "asks", "wants", "opposes", "hopes", "uncommitted"]
EDGE = b"<edge source='a' target='b'><data key='sign'>"


@st.composite
def models(draw: st.DrawFn) -> Model:
    pool = draw(
        st.lists(
            st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=8)
            .map(lambda text: unicodedata.normalize("NFC", text))
            .filter(str.strip),
            min_size=2,
            max_size=5,
            unique=True,
        )
    )
    pairs = draw(st.lists(st.tuples(st.sampled_from(pool), st.sampled_from(pool)), min_size=1, max_size=8, unique=True))
    ground = st.builds(
        Ground,
        quote=st.text(st.characters(exclude_categories=["C"]), min_size=1, max_size=30),
        source=st.none() | st.just("kade 3"),
        spans=st.lists(st.tuples(st.integers(0, 9), st.integers(9, 99)), max_size=2).map(tuple),
        date=st.none() | st.just("2031-03-12"),
        holder=st.none() | st.just("A3"),
        claim=st.none() | st.just("K1"),
        speaker=st.none() | st.just("Imre Dalgo"),
        verb=st.none() | st.just("ontkent"),
        via=st.none() | st.just("Anna Visser: zegt"),
        sign=st.none() | st.sampled_from("+-0"),
    )
    edges = tuple(
        Edge(
            cause=cause,
            effect=effect,
            sign=draw(st.sampled_from("+-0")),
            optional=draw(st.booleans()),
            grounds=tuple(draw(st.lists(ground, max_size=2))),
        )
        for cause, effect in pairs
    )
    apart = st.builds(
        UnheldLink,
        cause=st.sampled_from(pool),
        effect=st.sampled_from(pool),
        sign=st.sampled_from("+-0"),
        stance=st.sampled_from(STANCES),
        grounds=st.lists(ground, max_size=2).map(tuple),
    )
    known = st.lists(apart, max_size=4, unique_by=lambda link: (link.cause, link.effect, link.sign, link.stance))
    unheld = tuple(draw(known))
    made = Model(name="haven", variables=(), edges=edges, unheld=unheld)
    ends = dict.fromkeys(name for link in made.links() for name in (link.cause, link.effect))
    order = [*ends, *(name for name in pool if name not in ends)]
    return Model(name="haven", variables=tuple(Variable(name=name) for name in order), edges=edges, unheld=unheld)


def hostile() -> Model:
    """All hostile names in one ring, with a few ways across."""
    size = len(HOSTILE)
    pairs = [(at, (at + 1) % size) for at in range(size)] + [(0, 5), (5, 2), (7, 3), (3, 3)]
    quote = Ground(quote='"; </script>\n--> \x1b[31m', source="<x>", spans=((1, 5),))
    return Model(
        name='a"b<c>',
        variables=tuple(Variable(name=name) for name in HOSTILE),
        edges=tuple(
            Edge(cause=HOSTILE[a], effect=HOSTILE[b], sign="-" if a % 3 else "+", grounds=(quote,)) for a, b in pairs
        ),
        unheld=(
            UnheldLink(cause=HOSTILE[1], effect=HOSTILE[4], sign="+", stance="denies", grounds=(quote,)),
            UnheldLink(cause=HOSTILE[2], effect=HOSTILE[0], sign="-", stance="doubts"),
        ),
    )


# There and back


@given(models())
@settings(max_examples=100, deadline=None)
def test_csv_comes_back_as_it_was(model: Model) -> None:
    assert parse_model(edge_list.write_edge_list(model).encode(), "haven.csv") == model


@given(models())
@settings(max_examples=100, deadline=None)
def test_graphml_comes_back_as_it_was(model: Model) -> None:
    assert parse_model(graphml.write_graphml(model).encode(), "haven.graphml") == model


@given(models())
@settings(max_examples=50, deadline=None)
def test_networkx_reads_the_graphml(model: Model) -> None:
    graph = nx.parse_graphml(graphml.write_graphml(model))
    labels = nx.get_node_attributes(graph, "label")
    assert [labels[node] for node in graph] == [variable.name for variable in model.variables]
    read = [(labels[a], labels[b], data["sign"], data["optional"]) for a, b, data in graph.edges(data=True)]
    held = [(edge.cause, edge.effect, edge.sign, edge.optional) for edge in model.edges]
    apart = [(link.cause, link.effect, f"x{link.sign}", False) for link in model.unheld]
    assert sorted(read) == sorted([*held, *apart])
    weights = [(data.get("stance", ""), data["weight"]) for _, _, data in graph.edges(data=True)]
    assert all(weight == 0 for stance, weight in weights if stance)


def test_what_networkx_writes_is_read() -> None:
    graph = nx.DiGraph()
    graph.add_node("a", label="anger")
    graph.add_edge("a", "protest", sign="+")
    graph.add_edge("protest", "a", weight=-0.5)
    text = "\n".join(nx.generate_graphml(graph))
    model = parse_model(text.encode(), "g.graphml")
    assert [(edge.cause, edge.effect, edge.sign) for edge in model.edges] == [
        ("anger", "protest", "+"),
        ("protest", "anger", "-"),
    ]


def test_what_yed_writes_is_read() -> None:
    text = """<?xml version="1.0" encoding="UTF-8" standalone="no"?>
    <graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:y="http://www.yworks.com/xml/graphml">
      <key for="node" id="d6" yfiles.type="nodegraphics"/><key for="edge" id="d10" yfiles.type="edgegraphics"/>
      <graph edgedefault="directed" id="G">
        <node id="n0"><data key="d6"><y:ShapeNode><y:NodeLabel x="1">anger</y:NodeLabel></y:ShapeNode></data></node>
        <node id="n1"><data key="d6"><y:ShapeNode><y:NodeLabel>calm</y:NodeLabel></y:ShapeNode></data></node>
        <edge id="e0" source="n0" target="n1"><data key="d10"><y:PolyLineEdge><y:EdgeLabel>-</y:EdgeLabel>
        </y:PolyLineEdge></data></edge>
      </graph></graphml>"""
    (edge,) = parse_model(text.encode(), "y.graphml").edges
    assert (edge.cause, edge.effect, edge.sign) == ("anger", "calm", "-")


@pytest.mark.parametrize(
    "text",
    [
        "from,to,sign\nanger,protest,+\n",
        "\ufefffrom;to;sign;note\r\nanger;protest;+;x\r\n",
        "Sign\tTo\tFrom\n+\tprotest\tanger\n",
        'from,to,sign,optional\n\n " anger ",protest,\u0020+,0\n',
        "from,to,sign\n  anger , protest,+\nanger,protest,+\n",
    ],
)
def test_edge_lists_as_people_write_them(text: str) -> None:
    model = parse_model(text.encode(), "m.csv")
    assert [(edge.cause.strip('" '), edge.effect, edge.sign) for edge in model.edges] == [("anger", "protest", "+")]


def test_an_edge_in_several_rows_keeps_all_its_quotes_and_is_sure_if_one_is() -> None:
    text = "from,to,sign,optional,quote\na,b,+,1,one\na,b,+,0,two\nc,,,,\n"
    model = parse_model(text.encode(), "m.csv")
    (edge,) = model.edges
    assert ([ground.quote for ground in edge.grounds], edge.optional) == (["one", "two"], False)
    assert [variable.name for variable in model.variables] == ["a", "b", "c"]


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("a,b,x+,denies", ("+", "denies")),
        ("a,b,x-,", ("-", "denies")),
        ("a,b,X 0,hopes", ("0", "hopes")),
        ("a,b,+,denies", ("+", "denies")),
    ],
)
def test_a_row_with_an_x_or_a_stance_is_never_an_edge(row: str, told: tuple[str, str]) -> None:
    model = parse_model(f"from,to,sign,stance\nb,c,+,\n{row}\n".encode(), "m.csv")
    assert [(edge.cause, edge.effect) for edge in model.edges] == [("b", "c")]
    assert [(link.sign, link.stance) for link in model.unheld] == [told]


DENIED = Model(
    name="Smit",
    variables=(Variable(name="uitkoop"), Variable(name="banen"), Variable(name="rust")),
    edges=(Edge(cause="uitkoop", effect="rust", sign="+"),),
    unheld=(
        UnheldLink(
            cause="uitkoop", effect="banen", sign="-", stance="denies",
            grounds=(Ground(quote="de uitkoop banen kost", source="krant", speaker="Jan Smit", verb="ontkent"),),
        ),
    ),
)  # fmt: skip


def test_every_export_says_what_is_denied_by_whom_and_runs_none_of_it() -> None:
    runs = xmile.write_running(DENIED)[0]
    assert "uitkoop_to_banen" not in runs and "uitkoop_to_rust" in runs
    drawing = xmile.write_drawing(DENIED)
    assert drawing.count("<connector ") == 1
    for text in (
        runs,
        drawing,
        kumu.write_kumu(DENIED),
        edge_list.write_edge_list(DENIED),
        graphml.write_graphml(DENIED),
    ):
        assert all(word in text for word in ("denies", "de uitkoop banen kost", "Jan Smit", "ontkent"))
    assert '-.-x|"denies: x\N{MINUS SIGN}"|' in mermaid.write_mermaid(DENIED)
    assert '[label="denies: x-" ' in dot.write_dot(DENIED)
    connections = json.loads(kumu.write_kumu(DENIED))["connections"]
    assert [one["type"] for one in connections] == ["+", "denies"]


def test_names_that_differ_in_capitals_only_are_told() -> None:
    model = parse_model(b"from,to,sign\nAnger,protest,+\nprotest,anger,+\n", "m.csv")
    assert alike(model) == [("Anger", "anger")]


# Refusals


@pytest.mark.parametrize(
    ("code", "content", "said"),
    [
        ("W501", b"", "empty"),
        ("W501", b" \n", "empty"),
        ("W501", b"from,to,sign\n", "no edge"),
        ("W501", b"cause,effect\na,b\n", "from and to and sign"),
        ("W501", b"from,to\na,b\n", "column sign"),
        ("W501", "from,to,sign\na,b,+\ncafé,b,+\n".encode("latin-1"), "line 3 is not in UTF-8"),
        ("W501", b"\x89PNG\r\n\x1a\n\x00\x00", "UTF-8"),
        ("W502", b"from,to,sign\na,b,positive\n", "line 2: the sign is positive"),
        ("W502", b"from,to,sign\na,b,\n", "the sign is missing"),
        ("W502", b"from,to,sign,stance\na,b,+,maybe\n", "the stance is maybe"),
        ("W502", b"from,to,sign\na,b,x\n", "the sign is x"),
        ("W502", b"from,to,sign\n,b,+\n", "no name in from"),
        ("W502", b"from,to,sign,optional\na,b,+,maybe\n", "optional is maybe"),
        ("W502", b"from,to,sign,offsets\na,b,+,x\n", "offsets are x"),
        ("W502", b"from,to,sign,offsets\na,b,+,9-3\n", "offsets are 9-3"),
        ("W502", b'from,to,sign\na,"b,+\n', "line 2"),
        ("W502", b"from,to,sign\n" + b"a" * 600 + b",b,+\n", "very long"),
        (
            "W503",
            b"from,to,sign\na,b,+\nb,c,+\na,b,-\n",
            "line 4: the edge from a to b has the sign - here and + on line 2",
        ),
        ("W501", b"<html><p>x</p></html>", "not <graphml>"),
        ("W501", b"<graphml><graph></graphml>", "not XML on line 1"),
        ("W501", b"<graphml><graph edgedefault='undirected'/></graphml>", "no direction"),
        ("W501", b"<graphml><graph edgedefault='directed'/></graphml>", "no edge"),
        ("W501", b"\xff\xfe<\x00g\x00", "not XML"),
        (
            "W501",
            b"<graphml><node id='a'><data key='name'>x</data></node><node id='b'><data key='name'>x</data></node></graphml>",
            "both called x",
        ),
        ("W502", b"<graphml><graph>\n<edge source='a' target='b'/></graph></graphml>", "line 2: the sign is missing"),
        ("W502", b"<graphml><graph><edge target='b'><data key='sign'>+</data></edge></graph></graphml>", "no name"),
        (
            "W503",
            b"<graphml>%s+</data></edge>\n%s-</data></edge></graphml>" % (EDGE, EDGE),
            "line 2",
        ),
    ],
)
def test_files_that_are_no_models(code: str, content: bytes, said: str) -> None:
    with pytest.raises(WederhoorError) as caught:
        parse_model(content, "m.csv")
    assert caught.value.code == code
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)


def test_entities_are_refused_before_they_grow() -> None:
    levels = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    bomb = f'<?xml version="1.0"?><!DOCTYPE g [<!ENTITY a0 "ha">{levels}]><graphml>&a11;</graphml>'
    outside = '<!DOCTYPE g [<!ENTITY x SYSTEM "file:///etc/passwd">]><graphml>&x;</graphml>'
    for text in (bomb, outside):
        with pytest.raises(WederhoorError, match="document type"):
            parse_model(text.encode(), "m.graphml")


@given(
    st.binary(max_size=200)
    | st.text(max_size=200).map(lambda text: ("from,to,sign\n" + text).encode("utf-8", "replace"))
)
@settings(max_examples=200, deadline=None)
def test_any_bytes_are_a_model_or_a_message(data: bytes) -> None:
    try:
        model = parse_model(data, "m")
    except WederhoorError as error:
        assert error.code in {"W501", "W502", "W503"}
    else:
        assert model.edges or model.unheld


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    for source in (tmp_path / "no.csv", tmp_path, "a\0b"):
        with pytest.raises(WederhoorError, match="W104"):
            read_model(source)
    with pytest.raises(WederhoorError, match="W106"):
        read_model(io.BytesIO(b"x" * 1_000_001), limit_mb=1)


def test_a_hundred_thousand_edges_are_read() -> None:
    rows = "".join(f"v{n % 997},w{n % 1009},+\n" for n in range(100_000))
    assert len(parse_model(f"from,to,sign\n{rows}".encode(), "m.csv").edges) == 100_000


# The tools


def running(model: Model, path: Path, **options: object) -> Run:
    text, run = xmile.write_running(model, **options)  # type: ignore[arg-type]
    path.write_text(text, encoding="utf-8")
    return run


def stocks(model: Model) -> list[Identifiers.Id]:
    ids = Identifiers()
    return [ids.take(variable.name) for variable in model.variables]


@pytest.mark.slow
@pytest.mark.parametrize("which", ["mayor", "residents", "reporter", "hostile"])
def test_pysd_runs_the_xmile_to_the_rest_that_the_inverse_gives(which: str, tmp_path: Path) -> None:
    model = hostile() if which == "hostile" else read_model(EXAMPLES / f"{which}.csv")
    first, second = model.variables[0].name, model.variables[1].name
    run = running(model, tmp_path / "m.xmile", up=[first], down=[second])
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import pysd  # type: ignore[import-untyped]

        last = pysd.read_xmile(str(tmp_path / "m.xmile")).run().iloc[-1]
    graph = compile_graph(model, "all")
    push = np.zeros(graph.size)
    push[:2] = 1, -1
    rest = -np.linalg.inv(matrices(graph, run.weights[np.newaxis])[0]) @ push
    assert run.settles
    assert [last[stock.name] for stock in stocks(model)] == pytest.approx(list(rest), abs=1e-6)


@pytest.mark.parametrize("which", ["mayor", "residents", "reporter", "hostile"])
@pytest.mark.parametrize("form", ["running", "drawing"])
def test_simlin_finds_the_same_loops_with_the_same_signs(which: str, form: str, tmp_path: Path) -> None:
    import simlin

    model = hostile() if which == "hostile" else read_model(EXAMPLES / f"{which}.csv")
    path = tmp_path / "m.xmile"
    if form == "running":
        running(model, path, self_limit="given")
    else:
        path.write_text(xmile.write_drawing(model), encoding="utf-8")
    names = {
        stock.equation.casefold(): variable.name for stock, variable in zip(stocks(model), model.variables, strict=True)
    }
    found = []
    for loop in simlin.Project.open(str(path)).get_model().loops:
        inside = [names[one.casefold()] for one in loop.variables if one.casefold() in names]
        found.append((turned(inside, model), str(loop.polarity)))
    # To Simlin, an auxiliary in its own equation is an error and no loop.
    least = 1 if form == "running" else 2
    expected = [(loop.variables, loop.polarity) for loop in find_loops(model).loops if len(loop.variables) >= least]
    assert sorted(found) == sorted((turned(variables, model), polarity) for variables, polarity in expected)


def turned(loop: list[str] | tuple[str, ...], model: Model) -> tuple[str, ...]:
    order = [variable.name for variable in model.variables]
    start = min(range(len(loop)), key=lambda at: order.index(loop[at]))
    return tuple(loop[start:]) + tuple(loop[:start])


def test_the_xmile_says_where_the_numbers_are_and_what_each_edge_rests_on() -> None:
    model = read_model(EXAMPLES / "mayor.csv")
    text, run = xmile.write_running(model, up=["police"])
    assert '<aux name="strength of police to protest"><eqn>0.5</eqn></aux>' in text
    assert "fewer people will dare to block it" in text
    assert f"<dt>{run.step!r}</dt>" in text
    drawing = xmile.write_drawing(model)
    assert 'polarity="-"><from>police</from><to>protest</to>' in drawing


def test_a_model_that_cannot_settle_is_written_and_said_not_to(tmp_path: Path) -> None:
    model = parse_model(b"from,to,sign\na,b,+\nb,a,+\n", "m.csv")
    assert not running(model, tmp_path / "m.xmile", self_limit="given").settles


def test_predator_and_prey_settle_with_the_limits_that_are_given(tmp_path: Path) -> None:
    model = parse_model(b"from,to,sign\na,b,+\nb,a,-\na,a,-\n", "m.csv")
    assert running(model, tmp_path / "m.xmile", self_limit="given").settles


def test_kumu_has_elements_and_connections() -> None:
    blueprint = json.loads(kumu.write_kumu(read_model(EXAMPLES / "mayor.csv")))
    assert {"label": "police", "type": "Variable"} in blueprint["elements"]
    first = blueprint["connections"][0]
    assert (first["from"], first["to"], first["direction"], first["label"]) == ("police", "protest", "directed", "-")
    assert "fewer people" in first["description"]
    labels = {element["label"] for element in blueprint["elements"]}
    assert all({one["from"], one["to"]} <= labels for one in blueprint["connections"])


def test_mermaid_names_cannot_leave_their_quotation_marks() -> None:
    text = mermaid.write_mermaid(hostile())
    lines = text.splitlines()
    assert lines[0] == "flowchart LR"
    for line in lines[1:]:
        assert re.fullmatch(
            r'    v\d+(\["[^"<>\[\]`]*"\]| (-->|-\.->|-\.-x)\|"(denies: x|doubts: x)?[+\u2212?]"\| v\d+)', line
        ), line


def test_dot_names_cannot_leave_their_quotation_marks() -> None:
    text = dot.write_dot(hostile())
    bare = re.sub(r'"(?:[^"\\]|\\.)*"', '""', text)
    for line in bare.splitlines()[2:-1]:
        assert re.fullmatch(
            r'    v\d+( -> v\d+)? \[(label|color|fontcolor|constraint|style|arrowhead|penwidth|=|"|[\d.]| )+\];', line
        ), line
    if shutil.which("dot"):
        subprocess.run(["dot", "-Tsvg"], input=text.encode(), capture_output=True, check=True)


def test_identifiers_are_safe_and_differ() -> None:
    ids = Identifiers()
    taken = [ids.take(name) for name in [*HOSTILE, "a b", "a_B", "", "9", "²"]]
    assert len({one.name.casefold().replace("_", " ") for one in taken}) == len(taken)
    assert all(re.fullmatch(r"[^\W\d_][^\W_]*(_[^\W_]+)*", one.equation) for one in taken)


def test_places_are_always_the_same_and_apart() -> None:
    model = hostile()
    places = place(model)
    assert places == place(model)
    assert len(set(places.values())) == len(HOSTILE)
    points = np.array(list(places.values()), dtype=float)
    apart = np.sqrt(((points[:, np.newaxis] - points[np.newaxis]) ** 2).sum(axis=2))
    assert apart[~np.eye(len(points), dtype=bool)].min() > 30
    assert {*place(Model(name="m", variables=(Variable(name="a"),), edges=()))} == {"a"}


def test_what_does_not_hang_together_stands_apart_and_near() -> None:
    long = "the cost of every new house in a town by the sea"
    pairs = [("a", "b"), ("b", "c"), ("c", "d"), ("d", "a"), ("p", "q"), (long, "r"), ("s", f"{long} of old")]
    names = [*dict.fromkeys(name for pair in pairs for name in pair)]
    edges = tuple(Edge(cause=one, effect=other, sign="+") for one, other in pairs)
    places = place(Model(name="m", variables=tuple(Variable(name=n) for n in names), edges=edges))
    for one, other in combinations(names, 2):
        (x, y), (across, down) = places[one], places[other]
        assert abs(x - across) >= 100 or abs(y - down) >= 45, (one, other)
    assert max(x for x, _ in places.values()) < 1000
    assert max(y for _, y in places.values()) < 1000
    assert min(places["p"][1], places["q"][1]) > max(places[n][1] for n in "abcd"), "the largest part comes first"
