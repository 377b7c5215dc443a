"""A model as a Kumu blueprint (JSON): elements and connections."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec

from wederhoor.exchange.models.draft import UNHELD
from wederhoor.exchange.models.markup import cited
from wederhoor.records import Edge, Ground, Model, UnheldLink


def write_kumu(model: Model) -> str:
    """The model for Kumu's import; a connection's type and label are its sign, its description the quotes.

    One that its holder does not maintain has his stance for its type, and in its label.
    """
    blueprint = {
        "elements": [{"label": variable.name, "type": "Variable"} for variable in model.variables],
        "connections": [*(_connection(edge) for edge in model.edges), *(_unheld(link) for link in model.unheld)],
    }
    return msgspec.json.format(msgspec.json.encode(blueprint), indent=2).decode() + "\n"


def _connection(edge: Edge) -> dict[str, Any]:
    return {
        "from": edge.cause,
        "to": edge.effect,
        "direction": "directed",
        "type": edge.sign,
        "label": edge.sign,
        "tags": ["optional"] if edge.optional else [],
        "description": _quotes(edge.grounds),
    }


def _unheld(link: UnheldLink) -> dict[str, Any]:
    return {
        "from": link.cause,
        "to": link.effect,
        "direction": "directed",
        "type": link.stance,
        "label": f"{link.stance}: {UNHELD}{link.sign}",
        "tags": ["not maintained", link.stance],
        "description": _quotes(link.grounds),
    }


def _quotes(grounds: Sequence[Ground]) -> str:
    return "\n\n".join(cited(ground) for ground in grounds)
