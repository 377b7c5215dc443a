"""A model in the form of another tool, by the name of the form."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, Literal, NamedTuple

from wederhoor.exchange.models import dot, edge_list, graphml, kumu, mermaid, xmile
from wederhoor.records import Model

ModelForm = Literal["csv", "graphml", "xmile-drawing", "kumu", "mermaid", "dot"]


class ModelWriter(NamedTuple):
    """What writes a model in a form, how its files end, and what they are sent as."""

    write: Callable[[Model], str]
    suffix: str
    media: str


MODEL_WRITERS: Final[dict[ModelForm, ModelWriter]] = {
    "csv": ModelWriter(edge_list.write_edge_list, "csv", "text/csv"),
    "graphml": ModelWriter(graphml.write_graphml, "graphml", "application/xml"),
    "xmile-drawing": ModelWriter(xmile.write_drawing, "xmile", "application/xml"),
    "kumu": ModelWriter(kumu.write_kumu, "json", "application/json"),
    "mermaid": ModelWriter(mermaid.write_mermaid, "mmd", "text/plain"),
    "dot": ModelWriter(dot.write_dot, "dot", "text/plain"),
}
