"""Where the tables of a language lie: a folder of TOML files, one a lexicon."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from typing import Any, Final, Protocol, TypeVar

import msgspec
import rtoml

from wederhoor.records.prepared import prepared

CLOSED: Final = "closed"
TAKES_IN: Final = "@"
"""Before the name of a closed class that a list takes in."""
Closed = Callable[[], dict[str, Any]]
"""Gives the closed classes by name."""
Record = TypeVar("Record")


class Tables(Protocol):
    """The tables of a pack by name, as TOML gives them."""

    def raw(self, name: str, closed: Closed | None = None) -> dict[str, Any]:
        """One table, with the closed classes that it takes in: those of ``closed``, else of the same tables."""
        ...


@dataclass(frozen=True, slots=True)
class Folder:
    """The tables of a folder: ``names`` is in ``names.toml``."""

    place: Traversable

    def raw(self, name: str, closed: Closed | None = None) -> dict[str, Any]:
        """One file, read anew each time."""
        text = self.place.joinpath(f"{name}.toml").read_text(encoding="utf-8")
        table = rtoml.loads(text)
        if name == CLOSED or f'"{TAKES_IN}' not in text:
            return table
        classes = closed() if closed else self.raw(CLOSED)
        return {key: _expanded(value, classes) for key, value in table.items()}


def _expanded(value: object, closed: dict[str, list[str]]) -> object:
    """A value of a table with the words of a closed class where "@" and its name stand in a list."""
    if isinstance(value, dict):
        return {key: _expanded(inner, closed) for key, inner in value.items()}
    if not isinstance(value, list):
        return value
    if not all(isinstance(word, str) for word in value):
        return [_expanded(inner, closed) for inner in value]
    named = {word: closed[word[1:]] for word in value if word.startswith(TAKES_IN)}
    return [word for entry in value for word in named.get(entry, (entry,))]


def read_table(tables: Tables, name: str, kind: type[Record]) -> Record:
    """One table as the record that it should be."""
    return msgspec.convert(tables.raw(name), prepared(kind))


def read_rows(tables: Tables, name: str, key: str, kind: type[Record]) -> list[Record]:
    """The rows that a table has under ``key``."""
    return msgspec.convert(tables.raw(name)[key], prepared(list[kind]))  # type: ignore[valid-type]
