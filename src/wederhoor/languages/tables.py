"""Where the tables of a language lie: a folder of TOML files, one a lexicon."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from typing import Any, Final, Protocol, TypeVar

import msgspec
import rtoml

from wederhoor.errors import WederhoorError
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


def table_of(raw: dict[str, Any], kind: type[Record]) -> Record:
    """A table as the record that it should be. Raises msgspec.ValidationError."""
    return msgspec.convert(raw, prepared(kind))


def rows_of(raw: dict[str, Any], key: str, kind: type[Record]) -> list[Record]:
    """The rows that a table has under ``key``. Raises KeyError and msgspec.ValidationError."""
    return msgspec.convert(raw[key], prepared(list[kind]))  # type: ignore[valid-type]


def read_table(tables: Tables, name: str, kind: type[Record]) -> Record:
    """One table as the record that it should be. Raises WederhoorError W205."""
    with _told(name):
        return table_of(tables.raw(name), kind)


def read_rows(tables: Tables, name: str, key: str, kind: type[Record]) -> list[Record]:
    """The rows that a table has under ``key``. Raises WederhoorError W205."""
    with _told(name):
        return rows_of(tables.raw(name), key, kind)


@contextmanager
def _told(name: str) -> Iterator[None]:
    """Turn what is wrong with a table into W205."""
    try:
        yield
    except KeyError as error:
        raise WederhoorError("W205", where=f"{name}.toml", why=f"it has no {error.args[0]}") from error
    except (OSError, ValueError) as error:  # not there, no TOML, not what the record asks
        raise WederhoorError("W205", where=f"{name}.toml", why=str(error)) from error
