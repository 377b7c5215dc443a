"""Render docs/lexicons.md, what each file of a language pack says, from the files and the records that they are read into.

python docs/generate_lexicons.py           write it
python docs/generate_lexicons.py --check   write nothing; fail where it is stale

What a file is stands above its first key, what a key means above the key or behind the record's field.
"""

from __future__ import annotations

import ast
import inspect
import re
import sys
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Final, get_args, get_type_hints

import msgspec
from pages import main_of

from wederhoor.languages.layout import ROWS, WHOLE

PAGE: Final = Path(__file__).parent / "lexicons.md"
PACK: Final = Path(__file__).parents[1] / "src" / "wederhoor" / "languages" / "nl"
WIDE: Final = 110
"""Characters of an example that are shown."""
Struct = type[msgspec.Struct]
RECORDS: Final[dict[str, Struct]] = {
    name: record
    for name, record in {**WHOLE, **{name: row for name, (_, row) in ROWS.items()}}.items()
    if isinstance(record, type) and issubclass(record, msgspec.Struct)
}
"""The record of a file, or of each of its rows. What is not here is a plain table of words."""
HEAD: Final = """\
<!-- Made by docs/generate_lexicons.py from languages/nl/*.toml and languages/*.py: change these and run it. -->

# Lexicons

All that Wederhoor knows of a language stands in one folder, `src/wederhoor/languages/<code>/`, as TOML: words and what they do,
no rules. A key that no record has is refused when the pack is loaded. [CONTRIBUTING](../CONTRIBUTING.md) says how to add a verb
or a language; `make lexicon` reads the pack and shows what a change does to the texts that the tests know. `wederhoor lexicon
check` tells what cannot work, and reads the `example` of every row that has one.

A list takes in a class of [closed.toml](#closedtoml) by `"@"` and its name: `duty = ["@necessity", "hoeven"]`.

## Words of your own

A file of yours adds to a pack: `wederhoor read --lexicon mine.toml`, and so for all commands that read texts. Its tables are
named as the files below and have their keys; `lang` says of which language they are. Lists and tables are added to, what is one
value is replaced, and a row of yours goes before the pack's. `wederhoor lexicon check mine.toml` looks it over. What is read with
it says so (`made_by`), and a case reads a text again when the file has changed.

```toml
lang = "nl"

[verb_forms]
vloggen = "vlog vlogt vlogde vlogden gevlogd"

[[reporting_verbs.verb]]
lemma = "vloggen"
attitude = "say"
frames = ["clause", "quote", "paren"]
example = "Wethouder Anna Veldkamp vlogde gisteren dat de brug dicht blijft."

[people]
persons = ["dijkwacht"]

[[conflicts.synonyms]]
name = "waterkering"
words = ["waterkering", "dijk", "kade"]
```
"""


def page() -> str:
    """The text of lexicons.md."""
    return "\n".join(_blocks()) + "\n"


def _blocks() -> Iterator[str]:
    yield HEAD
    for path in sorted(PACK.glob("*.toml")):
        text = path.read_text(encoding="utf-8")
        yield f"## {path.name}\n\n{_about(text)}\n"
        record = RECORDS.get(path.stem)
        comments = dict(_keys(text))
        if record is not None:
            yield from _tables(record, comments)
        yield f"```toml\n{_example(text)}\n```\n"


def _about(text: str) -> str:
    lines = [line.removeprefix("#").strip() for line in _leading(text.splitlines())]
    return " ".join(line for line in lines if line and not line.startswith("----")) or "What the pack is."


def _leading(lines: Iterable[str]) -> Iterator[str]:
    for line in lines:
        if not line.startswith("#"):
            return
        yield line


def _keys(text: str) -> Iterator[tuple[str, str]]:
    """Every key of the file that has a comment above it, with that; not the first, which is about the file."""
    for match in re.finditer(r"(?<=\n)((?:#.*\n)+)(\w+) *=", text):
        if match.start() > 0:
            yield match[2], " ".join(line.removeprefix("#").strip() for line in match[1].splitlines())


def _tables(record: Struct, comments: dict[str, str], seen: frozenset[Struct] = frozenset()) -> Iterator[str]:
    told = _told(record)
    hints = get_type_hints(record)
    required = {field.name for field in msgspec.structs.fields(record) if field.required}
    rows = [
        f"| `{name}` | {'required' if name in required else 'optional'} | {told.get(name) or comments.get(name, '')} |"
        for name in record.__struct_fields__
    ]
    about = inspect.cleandoc(record.__doc__ or "").replace("``", "`")
    yield f"**{record.__name__}**: {about}\n\n| key | | meaning |\n|---|---|---|\n" + "\n".join(rows) + "\n"
    for part in dict.fromkeys(part for name in record.__struct_fields__ for part in _structs(hints[name])):
        if part not in seen and part is not record:
            yield from _tables(part, {}, seen | {record})


def _structs(kind: object) -> Iterator[Struct]:
    if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
        yield kind
    for part in get_args(kind):
        yield from _structs(part)


def _told(record: Struct) -> dict[str, str]:
    """The strings behind the fields of a class, which Python itself does not keep."""
    body = [part for tree in ast.parse(inspect.getsource(record)).body for part in getattr(tree, "body", ())]
    found: dict[str, str] = {}
    for field, behind in pairwise(body):
        match field, behind:
            case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(value=ast.Constant(value=str(words))):
                found[name] = " ".join(words.split()).replace("``", "`").replace("|", "\\|")
    return found


def _example(text: str) -> str:
    """The first entry of the file."""
    lines = [line for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#")]
    shown = lines[: 3 if lines[0].endswith(("[", "]")) else 1]
    closed = [*shown, "  # ...", "]"] if shown[0].endswith("= [") else shown
    return "\n".join(line if len(line) <= WIDE else f"{line[:WIDE].rstrip()} ..." for line in closed)


if __name__ == "__main__":
    sys.exit(main_of(__doc__, {PAGE: page}))
