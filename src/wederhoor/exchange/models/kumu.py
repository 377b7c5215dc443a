"""A model as a Kumu blueprint (JSON): elements and connections."""

from __future__ import annotations

from typing import Any

import msgspec

from wederhoor.records import Edge, Model


def write_kumu(model: Model) -> str:
    """The model for Kumu's import; a connection's type and label are its sign, its description the quotes."""
    blueprint = {
        "elements": [{"label": variable.name, "type": "Variable"} for variable in model.variables],
        "connections": [_connection(edge) for edge in model.edges],
    }
    return msgspec.json.format(msgspec.json.encode(blueprint), indent=2).decode() + "\n"


def _connection(edge: Edge) -> dict[str, Any]:
    quotes = [f"“{ground.quote}”" + (f" ({ground.source})" if ground.source else "") for ground in edge.grounds]
    return {
        "from": edge.cause,
        "to": edge.effect,
        "direction": "directed",
        "type": edge.sign,
        "label": edge.sign,
        "tags": ["optional"] if edge.optional else [],
        "description": "\n\n".join(quotes),
    }
