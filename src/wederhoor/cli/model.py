"""``wederhoor model``: a model as a file of another tool."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from wederhoor.cli.models import Down, Limits, ModelFile, Out, SelfLimit, Up, emit, load_models
from wederhoor.errors import notice

if TYPE_CHECKING:
    from wederhoor.records import Model


class Target(StrEnum):
    """The formats that a model is written in."""

    csv = "csv"
    graphml = "graphml"
    xmile = "xmile"
    xmile_drawing = "xmile-drawing"
    kumu = "kumu"
    mermaid = "mermaid"
    dot = "dot"


def model_command(
    model: ModelFile,
    to: Annotated[
        Target, typer.Option(help="The format to write; xmile runs, xmile-drawing is a causal loop diagram.")
    ],
    out: Out = None,
    up: Up = None,
    down: Down = None,
    self_limit: Limits = SelfLimit.all,
) -> None:
    """Write a model for another tool: CSV edge list, GraphML, XMILE, Kumu, Mermaid or DOT.

    The options --up, --down and --self-limit are for xmile: what is pressed when it runs.

    **Examples**

        wederhoor model --model harbour.csv --to graphml --out harbour.graphml

        wederhoor model --model harbour.csv --to xmile --up police --out harbour.xmile
    """
    (loaded,) = load_models([model])
    text = _running(loaded, up or [], down or [], self_limit) if to is Target.xmile else _written(loaded, to)
    emit(text, out, [model])


def _running(model: Model, up: list[str], down: list[str], limits: SelfLimit) -> str:
    from wederhoor.exchange.models.xmile import write_running
    from wederhoor.running import resolve

    pushed = [resolve(model, name) for name in up], [resolve(model, name) for name in down]
    text, run = write_running(model, *pushed, limits.value)
    if not run.settles:
        typer.echo(f"wederhoor: {notice('W532', model=model.name)}", err=True)
    return text


def _written(model: Model, to: Target) -> str:
    from wederhoor.exchange.models import dot, edge_list, graphml, kumu, mermaid, xmile

    writers = {
        Target.csv: edge_list.write_edge_list,
        Target.graphml: graphml.write_graphml,
        Target.xmile_drawing: xmile.write_drawing,
        Target.kumu: kumu.write_kumu,
        Target.mermaid: mermaid.write_mermaid,
        Target.dot: dot.write_dot,
    }
    return writers[to](model)
