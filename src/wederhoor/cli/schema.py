"""``wederhoor schema``: the reading format as JSON Schema."""

from __future__ import annotations

import typer


def schema_command() -> None:
    """Print the JSON Schema of the reading format.

    **Example**

        wederhoor schema > reading.schema.json
    """
    from wederhoor.records.schema import schema_json

    typer.echo(schema_json())
