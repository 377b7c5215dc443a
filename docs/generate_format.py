"""Render docs/format.md and docs/reading.schema.json from the records of wederhoor.records.

python docs/generate_format.py           write both
python docs/generate_format.py --check   write nothing; fail where one of them is stale

The fields, their types and defaults come from the records, what they mean from format.toml beside this; a field or a value
that has no meaning there, or a meaning whose field is gone, is an error.
"""

from __future__ import annotations

import hashlib
import json
import sys
import tomllib
from pathlib import Path
from typing import Any

from pages import main_of

from wederhoor.exchange.grounding import check_grounded
from wederhoor.exchange.json import encode_pretty
from wederhoor.records import FORMAT, Attribution, Entity, Reading, Span
from wederhoor.records.schema import schema, schema_json

FOLDER = Path(__file__).parent
Schema = dict[str, Any]

TOLD = tomllib.loads((FOLDER / "format.toml").read_text(encoding="utf-8"))
FIELDS: dict[str, dict[str, str]] = TOLD["fields"]
VALUES: dict[str, dict[str, str]] = TOLD["values"]

HEAD = f"""\
<!-- Made by docs/generate_format.py from the records in src/wederhoor/records: change these and run it. -->

# The reading format

`{FORMAT}`: what Wederhoor says about one document. `wederhoor read --format json` writes one object, indented;
`--format jsonl` one object per line for each document. UTF-8, keys in a fixed order: the same document, version and
pipeline give the same bytes.

A **span** is `[start, end]`: code points of `text`, counted from 0, the end exclusive. `text[start:end]` in Python is
what it says; in JavaScript, Java and C# count code points, not UTF-16 units. Every item has spans: nothing is made up.

A reader of the format ignores keys that it does not know. A change that such a reader cannot read raises the number at
the end of `format`. The same as JSON Schema: [reading.schema.json](reading.schema.json), also from `wederhoor schema`.

`agents`, `patients` and `place` of an event and `actor` of a condition hold an id, else the words of the text. In Python
`reading.party(...)`, `reading.location(event)` and `reading.holder(item)` say which it is and what it stands for.

## The form of gold

`wederhoor read --format gold` writes one object per line and document, as annotators write gold and as scorers read it;
`wederhoor evaluate` reads it as gold. It has `doc`, `text`, `date` and the layers `attributions`, `entities`, `actors`,
`events`, `causal`, `conditions`, `forecasts` and `conflicts`: all of them, empty ones too. Its fields are those below,
with three differences:

- an event has names where a reading has ids: `agents`, `patients` and `place`; its `time` is the words of the text, not a number;
- causes, conditions, forecasts and conflicts have no ids; holders and sides of conflicts are the ids of attributions, as below;
- what gold does not say is left out: roles and aliases of actors, the way that causes change, the window of forecasts,
  why statements collide, times, places, and how sure the program is of all but attributions.
"""


def _schema_file() -> str:
    return schema_json().rstrip() + "\n"


def format_page() -> str:
    """The text of format.md."""
    records: dict[str, Schema] = schema()["$defs"]
    _require("records", set(records), set(FIELDS))
    parts = [HEAD, *(_record(name, records[name]) for name in FIELDS), _example()]
    return "\n".join(parts)


def _record(name: str, record: Schema) -> str:
    fields: dict[str, Schema] = record["properties"]
    _require(f"fields of {name}", set(fields), set(FIELDS[name]))
    about = record["description"].partition("\n")[0]
    lines = [f"## {name}", "", about, "", "| field | type | default | meaning |", "|---|---|---|---|"]
    for field, meaning in FIELDS[name].items():
        default = "required" if field in record["required"] else f"`{json.dumps(fields[field]['default'])}`"
        lines.append(f"| `{field}` | {_type(fields[field])} | {default} | {meaning} |")
    for field in FIELDS[name]:
        if values := _enumerated(fields[field]):
            lines += ["", *_values(f"{name}.{field}", values)]
    return "\n".join(lines) + "\n"


def _enumerated(field: Schema) -> list[str]:
    """The values of a field, or of a list, that takes no others, null aside."""
    choices = field.get("anyOf", [field, field.get("items")])
    return [str(value) for choice in choices if isinstance(choice, dict) for value in choice.get("enum", []) if value]


def _values(name: str, values: list[str]) -> list[str]:
    _require(f"values of {name}", set(values), set(VALUES[name]))
    field = name.partition(".")[2]
    return [f"| `{field}` | |", "|---|---|", *(f"| `{value}` | {what} |" for value, what in VALUES[name].items())]


def _type(schema: Schema) -> str:
    if "anyOf" in schema:
        return " or ".join(_type(choice) for choice in schema["anyOf"])
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        return f"[{name}](#{name.lower()})"
    if "enum" in schema:
        return "one of the values below"
    if "prefixItems" in schema:
        return "span"
    if schema["type"] == "array":
        return f"list of {_type(schema['items'])}"
    if "additionalProperties" in schema:
        return f"object of {_type(schema['additionalProperties'])}"
    return str(schema["type"])


def _require(what: str, found: set[str], described: set[str]) -> None:
    if found != described:
        sys.exit(
            f"{__file__}: the {what} have changed: {', '.join(sorted(found ^ described))}. Describe them in format.toml."
        )


def _example() -> str:
    reading = _example_reading()
    check_grounded(reading)
    return f"## Example\n\n> {reading.text}\n\n```json\n{encode_pretty(reading).decode()}```\n"


def _example_reading() -> Reading:
    text = "Minister Aarden zegt dat de brug dicht blijft. “Dat is onzin”, vindt veerman Job Tuinstra."

    def at(words: str) -> Span:
        start = text.index(words)
        return start, start + len(words)

    return Reading(
        doc="brug",
        lang="nl",
        date="2031-03-12",
        title=None,
        text=text,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        made_by={"wederhoor": "0.3.0", "pipeline": "nl_wederhoor_news 1.1.0"},
        attributions=(
            Attribution(
                id="A1",
                content=(at("dat de brug dicht blijft"),),
                cue=(at("zegt"),),
                source=(at("Minister Aarden"),),
                speaker="Aarden",
                form="indirect",
            ),
            Attribution(
                id="A2",
                content=(at("Dat is onzin"),),
                cue=(at("vindt"),),
                source=(at("veerman Job Tuinstra"),),
                speaker="Job Tuinstra",
                form="direct",
                attitude="judge",
            ),
        ),
        entities=(Entity(span=at("Aarden"), type="PER"), Entity(span=at("Job Tuinstra"), type="PER")),
    )


if __name__ == "__main__":
    sys.exit(main_of(__doc__, {FOLDER / "format.md": format_page, FOLDER / "reading.schema.json": _schema_file}))
