"""Render docs/format.md and docs/reading.schema.json from the records of wederhoor.records.

python docs/generate_format.py           write both
python docs/generate_format.py --check   write nothing; fail where one of them is stale

The fields, their types and defaults come from the records. What they mean stands below; a field or a value that has no
meaning here, or a meaning whose field is gone, is an error.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from pathlib import Path
from typing import Any

from wederhoor.exchange.grounding import check_grounded
from wederhoor.exchange.json import encode_pretty
from wederhoor.records import FORMAT, Attribution, Entity, Reading, Span
from wederhoor.records.schema import schema, schema_json

FOLDER = Path(__file__).parent
RECORDS = ("Reading", "Attribution", "Entity")
Schema = dict[str, Any]

FIELDS = {
    "Reading": {
        "format": "Name and major version of the format.",
        "doc": "The document's name: its file's stem, `stdin`, or `text`.",
        "lang": "Language of the text, ISO 639-1.",
        "date": "Date of the document, `YYYY-MM-DD`; null where none was given.",
        "title": "Title of the document, where the input names one apart from the text.",
        "text": "The text, never altered. All spans count in it.",
        "sha256": "SHA-256 of the text in UTF-8, in hexadecimal digits.",
        "made_by": "The program and the pipeline that made the reading, each with its version.",
        "attributions": "Who says what, in text order.",
        "entities": "The names in the text, in text order.",
    },
    "Attribution": {
        "id": "Name of the attribution inside the reading: `A1`, `A2`, ...",
        "content": "What is said, in text order; several spans where the cue interrupts it. "
        "Without the quotation marks around it, with its subordinator (*dat*, *of*, *om te*).",
        "cue": "The words that make it a report (*zegt*, *volgens*, *is* … *ervan overtuigd*). "
        "Empty where a quotation stands alone.",
        "source": "The mention of the source in this sentence or the one beside it. "
        "Empty where only earlier text tells it.",
        "speaker": "The fullest name that the document gives for the source, also where the text has only a pronoun or "
        "a role here; null for unnamed authority (*naar verluidt*).",
        "form": "How much of the content stands in quotation marks.",
        "parent": "The attribution whose content this one stands in: what one source reports of another.",
        "attitude": "What the source does with the content.",
        "polarity": "Whether the source holds the content to be so.",
        "certainty": "How sure the source is of it, as far as the text says.",
    },
    "Entity": {
        "span": "Where the name stands.",
        "type": "What it names, by the conventions of CoNLL-2002.",
    },
}

VALUES = {
    "form": {"direct": "all of it", "indirect": "none of it", "mixed": "some of it"},
    "attitude": {
        "say": "says, writes, announces (*zegt*, *volgens*, *aldus*)",
        "think": "holds for true (*denkt*, *meent*, *is ervan overtuigd*)",
        "know": "knows, sees, learns (*weet*, *beseft*, *hoort*)",
        "want": "wants, plans, demands (*wil*, *eist*, *pleit voor*)",
        "fear": "fears (*vreest*, *is bang*)",
        "hope": "hopes (*hoopt*)",
        "doubt": "doubts (*twijfelt aan*, *betwijfelt*)",
        "ask": "asks (*vraagt*, *vraagt zich af*)",
        "deny": "denies or contradicts (*ontkent*, *spreekt tegen*)",
        "accuse": "accuses, blames (*beschuldigt*, *verwijt*)",
        "promise": "promises, threatens (*belooft*, *dreigt met*)",
        "expect": "expects, foretells (*verwacht*, *voorspelt*)",
        "judge": "judges, calls (*noemt*, *vindt*, *is blij dat*)",
    },
    "polarity": {"+": "it is so", "-": "it is not so, or is doubted"},
    "certainty": {
        "certain": "without reserve",
        "probable": "likely (*waarschijnlijk*, *denkt*)",
        "possible": "may be (*misschien*, *zou kunnen*)",
        "unknown": "nothing is said of it: wishes, questions, hearsay",
    },
    "type": {
        "PER": "person",
        "ORG": "organisation",
        "LOC": "place or state",
        "MISC": "other names: peoples, works, events, laws",
    },
}

HEAD = f"""\
<!-- Made by docs/generate_format.py from the records in src/wederhoor/records: change these and run it. -->

# The reading format

`{FORMAT}`: what Wederhoor says about one document. `wederhoor read --format json` writes one object, indented;
`--format jsonl` one object a line for each document. UTF-8, keys in a fixed order: the same document, version and
pipeline give the same bytes.

A **span** is `[start, end]`: code points of `text`, counted from 0, the end exclusive. `text[start:end]` in Python is
what it says; in JavaScript, Java and C# count code points, not UTF-16 units. Every item has spans: nothing is made up.

A reader of the format ignores keys that it does not know. A change that such a reader cannot read raises the number at
the end of `format`. The same as JSON Schema: [reading.schema.json](reading.schema.json), also from `wederhoor schema`.
"""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="write nothing, fail where a file is stale")
    check = parser.parse_args().check
    made = {FOLDER / "format.md": format_page(), FOLDER / "reading.schema.json": schema_json().rstrip() + "\n"}
    stale = [path for path, content in made.items() if not path.exists() or path.read_text(encoding="utf-8") != content]
    for path in stale:
        if check:
            print(f"{path} is stale. Run: python docs/generate_format.py", file=sys.stderr)
        else:
            path.write_text(made[path], encoding="utf-8", newline="\n")
            print(f"wrote {path}")
    return int(check and bool(stale))


def format_page() -> str:
    """The text of format.md."""
    records: dict[str, Schema] = schema()["$defs"]
    _require("records", set(records), set(RECORDS))
    parts = [HEAD, *(_record(name, records[name]) for name in RECORDS), _example()]
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
        if "enum" in fields[field]:
            lines += ["", *_values(field, fields[field]["enum"])]
    return "\n".join(lines) + "\n"


def _values(field: str, values: list[str]) -> list[str]:
    _require(f"values of {field}", set(values), set(VALUES[field]))
    return [f"| `{field}` | |", "|---|---|", *(f"| `{value}` | {what} |" for value, what in VALUES[field].items())]


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
        sys.exit(f"{__file__}: the {what} have changed: {', '.join(sorted(found ^ described))}. Describe them here.")


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
        made_by={"wederhoor": "0.1.0", "pipeline": "nl_wederhoor_news 1.0.0"},
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
    sys.exit(main())
