"""The data dictionary of all tables, as a Data Package descriptor (datapackage.org, Table Schema).

It is made by docs/generate_tables.py from the records of the rows, and from what docs/format.toml and docs/tables.toml say of
them.
"""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import Final

import msgspec

from wederhoor.exchange.cells import Style

FILE: Final = "datapackage.json"
DICTIONARY: Final = Path(str(files("wederhoor.exchange.layers"))) / FILE


def descriptor(style: Style) -> bytes:
    """The descriptor for tables that are written in a style."""
    if not style.excel:
        return DICTIONARY.read_bytes()
    told = msgspec.json.decode(DICTIONARY.read_bytes())
    for resource in told["resources"]:
        resource["dialect"] = {"delimiter": ";"}
    return msgspec.json.format(msgspec.json.encode(told), indent=1) + b"\n"
