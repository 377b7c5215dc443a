"""The JSON Schema of the reading format, made from the records themselves."""

from __future__ import annotations

from typing import Any

import msgspec

from wederhoor.records.reading import FORMAT, Reading


def schema() -> dict[str, Any]:
    """JSON Schema (draft 2020-12) of one reading, with the format's version in its ``$id``."""
    made = msgspec.json.schema(Reading)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": f"urn:{FORMAT.replace('/', ':')}", **made}


def schema_json() -> str:
    """The schema as indented JSON, keys in a fixed order."""
    return msgspec.json.format(msgspec.json.encode(schema(), order="deterministic"), indent=2).decode()
