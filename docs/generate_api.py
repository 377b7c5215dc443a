"""Render docs/api.md, what Python programs can use, from signatures and docstrings.

python docs/generate_api.py           write it
python docs/generate_api.py --check   write nothing; fail where it is stale
"""

from __future__ import annotations

import inspect
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Final

import msgspec
from pages import main_of

import wederhoor
from wederhoor.api.case import OpenCase
from wederhoor.api.frames import FrameLayer, columns
from wederhoor.api.many import GivenOfMany, UnreadTextWarning
from wederhoor.errors import CaseError, InputError, Notice, SetupError, WederhoorError
from wederhoor.exchange.cases.quotes import Quote
from wederhoor.exchange.cases.report import (
    Common,
    ShownAccount,
    ShownCause,
    ShownCell,
    ShownConflict,
    ShownEvent,
    ShownFinding,
    ShownForecast,
    ShownIssue,
    ShownRule,
    ShownStatement,
)
from wederhoor.exchange.cases.tables import ForecastLine
from wederhoor.records import (
    AccountModel,
    CaseActor,
    Comparison,
    Edge,
    Ground,
    LoopReport,
    Merge,
    Model,
    PressReport,
    Reading,
    UnheldLink,
    Variable,
)

PAGE: Final = Path(__file__).parent / "api.md"
HEAD: Final = """\
<!-- Made by docs/generate_api.py from signatures and docstrings: change these and run it. -->

# Python

`import wederhoor` takes a tenth of a second and loads no model: what a function needs comes when it is called. What is not
on this page is no public interface and may change. Records are frozen; `msgspec.json.encode` writes them, and
`msgspec.structs.asdict` makes dictionaries of them. Spans count code points. [Messages](commands.md#messages) have codes.

In spaCy, `nlp.add_pipe("wederhoor")` puts the reading on the Doc, as `doc._.wederhoor`, and content, cue and source of every
statement among its spans, as `doc.spans["wederhoor"]`: [how](tutorial.md#in-a-spacy-pipeline).
"""
OPTIONS: Final = (wederhoor.Given, GivenOfMany, wederhoor.Asked)
FUNCTIONS: Final = (
    "read_text",
    "read_file",
    "read_many",
    "open_case",
    "to_frame",
    "load_model",
    "loops",
    "press",
    "compare",
)
RECORDS: Final = (
    Quote, ShownAccount, ShownStatement, ShownCause, ShownForecast, ShownEvent, Common, ShownIssue, ShownCell, ShownRule,
    ShownFinding, ShownConflict, ForecastLine, CaseActor, AccountModel, Merge, Model, Variable, Edge, UnheldLink, Ground,
    LoopReport, PressReport, Comparison, Notice,
)  # fmt: skip


def page() -> str:
    """The text of api.md."""
    return "\n".join(_blocks()) + "\n"


def _blocks() -> Iterator[str]:
    yield HEAD
    yield "## Functions\n"
    for name in FUNCTIONS:
        function = getattr(wederhoor, name)
        yield f"### `{name}`\n\n```python\nwederhoor.{name}{_signature(function)}\n```\n\n{_prose(function)}\n"
    yield "## Options\n"
    for options in OPTIONS:
        fields = ", ".join(f"`{name}: {kind.__forward_arg__}`" for name, kind in options.__annotations__.items())
        yield f"### `{options.__name__}`\n\n{_prose(options)}\n\n{fields}\n"
    yield f"## `Reading`\n\n{_prose(Reading)}\n\nIts fields are those of the [reading format](format.md#reading).\n"
    yield from _members(Reading)
    yield f"## `OpenCase`\n\n{_prose(OpenCase)}\n"
    yield from _members(OpenCase)
    yield f"## `WederhoorError`\n\n{_prose(WederhoorError)}\n\n`code` is its code, `message` the rest of the line.\n"
    for kind in (InputError, SetupError, CaseError):
        yield f"- `{kind.__name__}`: {_prose(kind)}\n"
    yield f"## `UnreadTextWarning`\n\n{_prose(UnreadTextWarning)}\n"
    yield "## Columns of frames\n"
    for layer in FrameLayer.__args__:  # type: ignore[attr-defined]
        yield f"- `{layer}`: " + ", ".join(f"`{name}`" for name in columns(layer))
    yield "\n## Records\n"
    for record in RECORDS:
        fields = "\n".join(f"| `{name}` | `{_code(kind)}` |" for name, kind in _fields(record))
        yield f"### `{record.__name__}`\n\n{_prose(record)}\n\n| field | type |\n|---|---|\n{fields}\n"


def _members(record: type) -> Iterator[str]:
    """The public methods and properties, in their order."""
    for name, member in vars(record).items():
        if name.startswith("_"):
            continue
        if isinstance(member, property):
            kind = _annotation(member.fget.__annotations__["return"])
            yield f"### `.{name}`\n\n`{kind}`. {_prose(member)}\n"
        elif inspect.isfunction(member):
            yield f"### `.{name}()`\n\n```python\n.{name}{_signature(member)}\n```\n\n{_prose(member)}\n"


def _fields(record: type[msgspec.Struct]) -> Iterable[tuple[str, str]]:
    return ((name, record.__annotations__[name]) for name in record.__struct_fields__)


def _signature(function: Callable[..., object]) -> str:
    signature = inspect.signature(function)
    kept = [parameter for parameter in signature.parameters.values() if parameter.name != "self"]
    told = str(signature.replace(parameters=kept)).replace("'", "")
    if len(told) < 90:
        return told
    return re.sub(r"\((.*)\) ->", lambda m: "(\n" + _apart(m[1]) + "\n) ->", told, count=1, flags=re.DOTALL)


def _apart(parameters: str) -> str:
    return re.sub(r", (?=\*|\w+(?::| =))", ",\n", parameters).replace("\n", "\n    ").join(("    ", ","))


def _annotation(kind: object) -> str:
    return str(kind).replace("'", "")


def _code(kind: str) -> str:
    return kind.replace("|", "\\|")


def _prose(thing: object) -> str:
    """A docstring in Markdown: its code marked, its examples as blocks."""
    text = inspect.cleandoc(thing.__doc__ or "").replace("``", "`").replace("  # doctest: +SKIP", "")
    return re.sub(r"^>>> .*(?:\n(?!\n).*)*", lambda m: f"```pycon\n{m[0]}\n```", text, flags=re.MULTILINE)


if __name__ == "__main__":
    sys.exit(main_of(__doc__, {PAGE: page}))
