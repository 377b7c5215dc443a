"""The user's own actors: a TOML file of ``[[actor]]`` tables that wins over what the program finds."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import Any, get_args

import msgspec

from wederhoor.errors import WederhoorError
from wederhoor.records import ActorKind, Sector
from wederhoor.records.prepared import prepared

HEADER = re.compile(r"^[ \t]*\[\[[ \t]*actor[ \t]*\]\]", re.MULTILINE)
PLACE = re.compile(r"\s*\(at (?:line (\d+)[^)]*|end of document)\)")


class UserActor(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An actor that the user names: its usual name, what else the texts call it, and what it is."""

    name: str
    kind: ActorKind
    aliases: tuple[str, ...] = ()
    country: str | None = None
    sector: Sector | None = None
    roles: tuple[str, ...] = ()


KEYS = tuple(UserActor.__struct_fields__)


def read_user_actors(path: Path, countries: Collection[str]) -> tuple[UserActor, ...]:
    """Read an actors file; ``countries`` are the codes that a country may have.

    Raises WederhoorError W601 (no TOML), W602 (a key that is none), W603 (a wrong value) and W604 (a name of two actors),
    which name the line, and W605 (cannot be read).
    """
    text = _text(path)
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise _not_toml(path, text, error) from None
    tables = data.get("actor", [])
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        raise WederhoorError("W603", where=path, line=_find(text, "actor"), key="actor", why="it is no list of tables")
    lines = _Lines(text, len(tables))
    for key in data:
        if key != "actor":
            raise WederhoorError(
                "W602", where=path, line=_find(text, key), key=key, keys="[[actor]] with " + ", ".join(KEYS)
            )
    actors = tuple(_actor(path, lines, n, table, countries) for n, table in enumerate(tables))
    _check_names(path, lines, actors)
    return actors


def _text(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise WederhoorError("W605", where=path, why=error.strerror or error) from None
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise WederhoorError("W601", where=path, line=line, why="a byte there is no UTF-8") from None


def _not_toml(path: Path, text: str, error: tomllib.TOMLDecodeError) -> WederhoorError:
    place = PLACE.search(str(error))
    line = place.group(1) if place and place.group(1) else text.count("\n") + 1
    return WederhoorError("W601", where=path, line=line, why=PLACE.sub("", str(error)).lower())


class _Lines:
    """Where the tables of a file begin, to say in which line something is wrong."""

    def __init__(self, text: str, number: int) -> None:
        starts = [m.start() for m in HEADER.finditer(text)]
        self.text = text
        self.starts = starts if len(starts) == number else [0] * number

    def of(self, table: int, key: str | None = None) -> int:
        """The line of a table, or of a key in it."""
        start = self.starts[table]
        behind = self.starts[table + 1] if table + 1 < len(self.starts) else len(self.text)
        found = re.compile(rf"""^[ \t]*["']?{re.escape(key)}["']?[ \t]*=""", re.MULTILINE) if key else None
        match = found.search(self.text, start, max(behind, start)) if found else None
        return self.text.count("\n", 0, match.end() if match else start) + 1


def _find(text: str, key: str) -> int:
    """The first line that has a word in it."""
    return text.count("\n", 0, max(text.find(key), 0)) + 1


def _actor(path: Path, lines: _Lines, number: int, table: Mapping[str, Any], countries: Collection[str]) -> UserActor:
    for key in table:
        if key not in KEYS:
            raise WederhoorError("W602", where=path, line=lines.of(number, key), key=key, keys=", ".join(KEYS))
    for key, why in _faults(table, countries):
        raise WederhoorError("W603", where=path, line=lines.of(number, key), key=key, why=why)
    return msgspec.convert(table, prepared(UserActor))


def _faults(table: Mapping[str, Any], countries: Collection[str]) -> list[tuple[str, str]]:
    """(key, what is wrong with its value), in the order of the keys."""
    faults = []
    name = table.get("name")
    if not isinstance(name, str) or not name.strip():
        faults.append(("name", "every actor needs a name, a text in quotation marks"))
    for key, valid in (("kind", get_args(ActorKind)), ("sector", get_args(Sector))):
        if table.get(key) not in valid and (key in table or key == "kind"):
            faults.append((key, f"{table.get(key, 'nothing')} is none of {', '.join(valid)}"))
    for key in ("aliases", "roles"):
        value = table.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, str) and item.strip() for item in value):
            faults.append((key, 'it is no list of texts, as in ["De Wit", "de burgemeester"]'))
    country = table.get("country")
    if "country" in table and country not in countries:
        faults.append(("country", f"{country} is no ISO 3166-1 code of three letters, as in NLD"))
    return faults


def _check_names(path: Path, lines: _Lines, actors: Sequence[UserActor]) -> None:
    """No two actors share a name or an alias."""
    owner: dict[str, int] = {}
    for number, actor in enumerate(actors):
        for key, names in (("name", (actor.name,)), ("aliases", actor.aliases)):
            for name in names:
                first = owner.setdefault(name, number)
                if first != number:
                    raise WederhoorError(
                        "W604", where=path, line=lines.of(number, key), name=name,
                        other=actors[first].name, other_line=lines.of(first),
                    )  # fmt: skip
