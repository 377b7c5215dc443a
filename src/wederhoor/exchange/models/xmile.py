"""A model as XMILE 1.0 (OASIS), twice: one that runs, and a drawing.

The one that runs is linear: each variable is a stock, each edge a flow into or out of its effect, as strong as its weight times
its cause; self-limits are outflows, and a press is an inflow or outflow of 1. That is dx/dt = W x + p, which comes to rest at
-inv(W) p. The weights stand in auxiliaries ("strength of ...") to be played with; as written, the model settles.

The drawing is a causal loop diagram: auxiliaries and connectors with their polarity. It has loops and does not run.

Links that their holder does not maintain stand in neither: only in the notes of the variables that they would lead to.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from importlib.metadata import version
from typing import Final

from wederhoor.exchange.models.identifiers import Identifiers
from wederhoor.exchange.models.layout import place
from wederhoor.exchange.models.markup import cited, xml
from wederhoor.exchange.visible import visible
from wederhoor.records import Edge, Model, SelfLimit, UnheldLink
from wederhoor.running.convergence import Run, settling_run
from wederhoor.running.graph import Graph, compile_graph

_MARGIN: Final = 100


def write_running(
    model: Model, up: Iterable[str] = (), down: Iterable[str] = (), self_limit: SelfLimit = "all"
) -> tuple[str, Run]:
    """The model as stocks and flows, with these variables pressed, and the run that its weights and times were chosen for."""
    graph = compile_graph(model, self_limit)
    run = settling_run(graph)
    ids = Identifiers()
    stocks = {name: ids.take(name) for name in graph.names}
    flows, inflows, outflows = _flows(model, graph, run, ids, stocks)
    for name, pressed in ((name, name in set(up)) for name in graph.names if name in {*up, *down}):
        flow = ids.take(f"press on {stocks[name].name}")
        (inflows if pressed else outflows)[name].append(flow.equation)
        flows.append(f'<flow name="{xml(flow.name)}"><eqn>1</eqn></flow>')
    lines = [
        f'<stock name="{xml(stocks[name].name)}">{_doc(name, model)}<eqn>0</eqn>'
        + "".join(f"<inflow>{xml(flow)}</inflow>" for flow in inflows[name])
        + "".join(f"<outflow>{xml(flow)}</outflow>" for flow in outflows[name])
        + "</stock>"
        for name in graph.names
    ]
    specs = f"<start>0</start><stop>{run.stop:g}</stop><dt>{run.step!r}</dt>"
    return _file(model, specs, [*lines, *flows], []), run


def write_drawing(model: Model) -> str:
    """The model as a causal loop diagram, laid out by its links."""
    ids = Identifiers()
    names = {variable.name: ids.take(variable.name) for variable in model.variables}
    into: dict[str, list[Edge]] = {name: [] for name in names}
    for edge in model.edges:
        into[edge.effect].append(edge)
    variables = []
    for name, id_ in names.items():
        terms = [f"{'-' if edge.sign == '-' else '+'} {names[edge.cause].equation}" for edge in into[name]]
        equation = " ".join(["0", *terms])
        variables.append(f'<aux name="{xml(id_.name)}">{_doc(name, model)}<eqn>{xml(equation)}</eqn></aux>')
    view = []
    for name, (x, y) in place(model).items():
        view.append(f'<aux x="{x + _MARGIN}" y="{y + _MARGIN}" name="{xml(names[name].name)}"/>')
    for number, edge in enumerate(model.edges, start=1):
        polarity = "" if edge.sign == "0" else f' polarity="{edge.sign}"'
        ends = f"<from>{xml(names[edge.cause].equation)}</from><to>{xml(names[edge.effect].equation)}</to>"
        view.append(f'<connector uid="{number}" angle="0"{polarity}>{ends}</connector>')
    return _file(model, "<start>0</start><stop>1</stop><dt>1</dt>", variables, view)


def _flows(
    model: Model, graph: Graph, run: Run, ids: Identifiers, stocks: dict[str, Identifiers.Id]
) -> tuple[list[str], dict[str, list[str]], dict[str, list[str]]]:
    """Each edge as a flow and its strength, and the flows into and out of each stock."""
    lines: list[str] = []
    inflows: dict[str, list[str]] = {name: [] for name in graph.names}
    outflows: dict[str, list[str]] = {name: [] for name in graph.names}
    for number, weight in enumerate(run.weights.tolist()):
        link = graph.link(number)
        cause, effect = stocks[link.cause], stocks[link.effect]
        what = f"limit of {cause.name}" if cause is effect and weight < 0 else f"{cause.name} to {effect.name}"
        flow, strength = ids.take(what), ids.take(f"strength of {what}")
        (inflows if weight > 0 else outflows)[link.effect].append(flow.equation)
        doc = _doc_of(model.edges[number]) if number < len(model.edges) else ""
        equation = f"{strength.equation} * {cause.equation}"
        lines.append(f'<flow name="{xml(flow.name)}">{doc}<eqn>{xml(equation)}</eqn></flow>')
        lines.append(f'<aux name="{xml(strength.name)}"><eqn>{abs(weight)!r}</eqn></aux>')
    return lines, inflows, outflows


def _doc(name: str, model: Model) -> str:
    """A variable's name in full, and what its holder denies or doubts leads to it, which is never run."""
    apart = [_not_run(link) for link in model.unheld if link.effect == name]
    return f"<doc>{xml(visible(' '.join([name, *apart])))}</doc>"


def _not_run(link: UnheldLink) -> str:
    said = " ".join(cited(ground) for ground in link.grounds)
    return f"[Not maintained and not run ({link.stance}): {link.cause} to {link.effect}, {link.sign}. {said}]"


def _doc_of(edge: Edge) -> str:
    said = [cited(ground) for ground in edge.grounds]
    if edge.sign == "0":
        said.insert(0, "The sign of this edge cannot be told; here it counts as +.")
    return f"<doc>{xml(visible(' '.join(said)))}</doc>" if said else ""


def _file(model: Model, specs: str, variables: Sequence[str], view: Sequence[str]) -> str:
    made_by = version("wederhoor")
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<xmile version="1.0" xmlns="http://docs.oasis-open.org/xmile/ns/XMILE/v1.0">',
        "  <header>",
        f'    <vendor>Wederhoor</vendor><product version="{made_by}">Wederhoor</product>',
        f"    <name>{xml(visible(model.name))}</name>",
        "  </header>",
        f'  <sim_specs method="Euler" time_units="steps">{specs}</sim_specs>',
        "  <model>",
        "    <variables>",
        *(f"      {line}" for line in variables),
        "    </variables>",
    ]
    if view:
        lines += ['    <views><view type="stock_flow">', *(f"      {line}" for line in view), "    </view></views>"]
    return "\n".join([*lines, "  </model>", "</xmile>", ""])
