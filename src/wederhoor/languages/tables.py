"""Where the tables of a language lie: a folder of TOML files, one a lexicon."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources.abc import Traversable
from typing import Any, Protocol, TypeVar

import msgspec
import rtoml

from wederhoor.records.prepared import prepared

Record = TypeVar("Record")


class Tables(Protocol):
    """The tables of a pack by name, as TOML gives them."""

    def raw(self, name: str) -> dict[str, Any]:
        """One table; KeyError where there is none of that name."""
        ...


@dataclass(frozen=True, slots=True)
class Folder:
    """The tables of a folder: ``names`` is in ``names.toml``."""

    place: Traversable

    def raw(self, name: str) -> dict[str, Any]:
        """One file, read anew each time."""
        return rtoml.loads(self.place.joinpath(f"{name}.toml").read_text(encoding="utf-8"))


def read_table(tables: Tables, name: str, kind: type[Record]) -> Record:
    """One table as the record that it should be."""
    return msgspec.convert(tables.raw(name), prepared(kind))


def read_rows(tables: Tables, name: str, key: str, kind: type[Record]) -> list[Record]:
    """The rows that a table has under ``key``."""
    return msgspec.convert(tables.raw(name)[key], prepared(list[kind]))  # type: ignore[valid-type]
