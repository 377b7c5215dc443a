"""Render the data dictionary of all tables: docs/tables.md, and the datapackage.json that is written beside them.

python docs/generate_tables.py           write both
python docs/generate_tables.py --check   write nothing; fail where one of them is stale

Columns, their types and values come from the records of the rows (wederhoor.exchange.layers), what they mean from format.toml
and tables.toml beside this; a column without a meaning, or a meaning without a column, is an error.
"""

from __future__ import annotations

import json
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from pages import main_of

from wederhoor.exchange.layers import LAYER_TABLES, Column, columns_of
from wederhoor.exchange.layers.dictionary import DICTIONARY

FOLDER: Final = Path(__file__).parent
TOLD: Final = tomllib.loads((FOLDER / "tables.toml").read_text(encoding="utf-8"))
FORMAT: Final = tomllib.loads((FOLDER / "format.toml").read_text(encoding="utf-8"))
TABLES: Final[dict[str, Any]] = TOLD["tables"]
TYPES: Final = {"string": "string", "integer": "integer", "number": "number", "boolean": "boolean"}
WORDS: Final = {"span": "offsets", "role": "role"}
HEAD: Final = """\
<!-- Made by docs/generate_tables.py from the records of the rows, format.toml and tables.toml: change these and run it. -->

# Tables of every layer: the data dictionary

`wederhoor export tables FILE... --out FOLDER` writes a table (CSV) for each of these, and `datapackage.json`, which says the
same as this page for programs ([Data Package](https://datapackage.org), Table Schema). `wederhoor.to_frame` has the same
columns as data frames. The tables of one text have nothing from other texts in them: what is compared across texts is of
[a case](cases.md).

CSV is RFC 4180, UTF-8, with a header. An empty cell is what is not known. Parts of a cell stand between `; `; offsets are
*first-last*, in code points of the document's `text`, the last exclusive; yes and no are `yes` and `no`; a role is its title,
with *(of what)* behind it. **A row is on the word of its `holder`, and `stance` says how he stands to it: who denies does not
assert.**
"""


def page() -> str:
    """The text of tables.md."""
    parts = [HEAD]
    for name, rows in LAYER_TABLES.items():
        about, columns = TABLES[name], columns_of(rows)
        parts.append(f"## {name}\n\nA row is {about['row']}.\n\n| column | type | meaning |\n|---|---|---|")
        parts += [f"| `{one.name}` | {_type(one)} | {meaning} |" for one, meaning in _meanings(name, columns)]
        parts.append("")
    return "\n".join(parts)


def package() -> str:
    """The text of datapackage.json."""
    resources = [
        {
            "name": name,
            "path": f"{name}.csv",
            "title": TABLES[name]["row"],
            "profile": "tabular-data-resource",
            "format": "csv",
            "mediatype": "text/csv",
            "encoding": "utf-8",
            "schema": {
                "fields": [_field(one, meaning) for one, meaning in _meanings(name, columns_of(rows))],
                "missingValues": [""],
                **({"primaryKey": TABLES[name]["key"]} if "key" in TABLES[name] else {}),
            },
        }
        for name, rows in LAYER_TABLES.items()
    ]
    whole = {"profile": "tabular-data-package", "name": "wederhoor-tables", "resources": resources}
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _field(column: Column, meaning: str) -> dict[str, Any]:
    """A field of Table Schema. Parts and offsets are words to it; ``parts`` says of what kind each is."""
    told: dict[str, Any] = {"name": column.name, "description": meaning}
    if column.many or column.kind in WORDS:
        return {**told, "type": "string", "parts": WORDS.get(column.kind, column.kind), "separator": "; "}
    told["type"] = TYPES[column.kind]
    if column.kind == "boolean":
        told |= {"trueValues": ["yes"], "falseValues": ["no"]}
    constraints: dict[str, Any] = {"enum": list(column.values)} if column.values else {}
    if not column.optional and column.kind != "string":
        constraints["required"] = True
    return {**told, "constraints": constraints} if constraints else told


def _type(column: Column) -> str:
    name = WORDS.get(column.kind, column.kind)
    values = ": " + ", ".join(f"`{value}`" for value in column.values) if column.values else ""
    return ("list of " if column.many else "") + name + values


def _meanings(table: str, columns: tuple[Column, ...]) -> Iterator[tuple[Column, str]]:
    record = FORMAT["fields"].get(TABLES[table]["record"], {})
    own, shared = TOLD.get(table, {}), TOLD["any"]
    names = {column.name for column in columns}
    if strange := set(own) - names:
        sys.exit(f"tables.toml: {table} has no columns {', '.join(sorted(strange))}")
    for column in columns:
        meaning = own.get(column.name) or shared.get(column.name) or record.get(column.name)
        if meaning is None:
            sys.exit(f"{table}.{column.name} has no meaning. Describe it in tables.toml.")
        yield column, meaning


if __name__ == "__main__":
    sys.exit(main_of(__doc__, {FOLDER / "tables.md": page, DICTIONARY: package}))
