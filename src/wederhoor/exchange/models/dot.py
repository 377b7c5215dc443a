"""A model as DOT, for Graphviz: colours and line styles by sign."""

from __future__ import annotations

import re
from typing import Final

from wederhoor.exchange.models.draft import UNHELD
from wederhoor.exchange.visible import one_line
from wederhoor.records import CORRELATES, Model, Sign

_STYLES: Final[dict[Sign, str]] = {
    "+": 'label="+" color="#1d5fa6"',
    "-": 'label="\N{MINUS SIGN}" color="#9a4a00" style="dashed" arrowhead="tee"',
    "0": 'label="?" color="#50555d" style="dotted"',
}
_UNHELD_STYLE: Final = 'color="#8a8f98" fontcolor="#50555d" style="dotted" arrowhead="odiamond" constraint="false"'
"""Of a link that its holder does not maintain: grey, dotted and with an open head, and without a say in the layout."""
_TOGETHER_STYLE: Final = 'color="#8a8f98" fontcolor="#50555d" style="dashed" dir="none" constraint="false"'
"""Of what goes together and is no cause: dashed, without a head."""


def write_dot(model: Model) -> str:
    """The model as a digraph. Names are labels only, and a backslash in one is written twice, so that it starts no escape."""
    ids = {variable.name: f"v{number}" for number, variable in enumerate(model.variables)}
    lines = [f"digraph {_quoted(model.name)} {{", "    node [shape=box, style=rounded];"]
    lines += [f"    {id_} [label={_quoted(name)}];" for name, id_ in ids.items()]
    for edge in model.edges:
        optional = " penwidth=0.5" if edge.optional else ""
        lines.append(f"    {ids[edge.cause]} -> {ids[edge.effect]} [{_STYLES[edge.sign]}{optional}];")
    for link in model.unheld:
        label = f"{link.stance}: {UNHELD}{link.sign}"
        style = _TOGETHER_STYLE if link.stance == CORRELATES else _UNHELD_STYLE
        lines.append(f"    {ids[link.cause]} -> {ids[link.effect]} [label={_quoted(label)} {style}];")
    return "\n".join([*lines, "}"]) + "\n"


def _quoted(name: str) -> str:
    return '"' + re.sub(r'(["\\])', r"\\\1", one_line(name)) + '"'
