"""A model as a Mermaid flowchart: solid arrows for +, dotted for -, both with the sign as their label.

A link that its holder does not maintain is dotted and ends in a cross, with his stance in its label.
"""

from __future__ import annotations

from typing import Final

from wederhoor.exchange.models.draft import UNHELD
from wederhoor.exchange.visible import one_line
from wederhoor.records import Model, Sign

_ARROWS: Final[dict[Sign, str]] = {"+": '-->|"+"|', "-": '-.->|"\N{MINUS SIGN}"|', "0": '-.->|"?"|'}

_SIGNS: Final[dict[Sign, str]] = {"+": "+", "-": "\N{MINUS SIGN}", "0": "?"}


def write_mermaid(model: Model) -> str:
    """The model as a flowchart; names are written as character codes wherever they could mean something to Mermaid."""
    ids = {variable.name: f"v{number}" for number, variable in enumerate(model.variables)}
    lines = ["flowchart LR"]
    lines += [f'    {id_}["{_label(name)}"]' for name, id_ in ids.items()]
    lines += [f"    {ids[edge.cause]} {_ARROWS[edge.sign]} {ids[edge.effect]}" for edge in model.edges]
    lines += [
        f'    {ids[link.cause]} -.-x|"{link.stance}: {UNHELD}{_SIGNS[link.sign]}"| {ids[link.effect]}'
        for link in model.unheld
    ]
    return "\n".join(lines) + "\n"


def _label(name: str) -> str:
    """Mermaid reads #NUMBER; as the character with that code, within quotation marks too."""
    return "".join(c if c.isalnum() or c in " .,-()'" else f"#{ord(c)};" for c in one_line(name))
