"""A user's own words: a TOML file that adds to the tables of a pack (``--lexicon mine.toml``).

Its tables are named as the files of a pack, and have the same keys: ``[[reporting_verbs.verb]]``, ``[people]``. Lists and
tables are added to, what is one value is replaced. A row of the user's stands before the pack's, so that it is the one taken.
"""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import msgspec

from wederhoor.errors import WederhoorError
from wederhoor.languages.entries import wrong_with
from wederhoor.languages.layout import ROWS, TABLES, WHOLE
from wederhoor.languages.reporting import ReportingNoun, ReportingVerb
from wederhoor.languages.tables import CLOSED, Closed, Tables, rows_of, table_of

LANGUAGE: Final = "lang"
"""The key that says which language the words are of."""
_PLACE: Final = re.compile(r"\s*\(at (?:line (\d+)[^)]*|end of document)\)")
_AT: Final = re.compile(r"^(?P<why>.*?)(?: - at `\$(?P<path>[^`]*)`)?$", re.DOTALL)


@dataclass(frozen=True, slots=True, eq=False)
class Overlay:
    """What a user's file adds. Made by ``read_overlay``."""

    path: Path
    text: str
    lang: str
    added: dict[str, dict[str, Any]]
    """By the name of the table."""

    @property
    def name(self) -> str:
        """The file and a digest of what it says, for what is read with it."""
        return f"{self.path.name} {hashlib.sha256(self.text.encode()).hexdigest()[:12]}"

    def over(self, tables: Tables) -> Overlaid:
        """These tables with what the file adds. Raises W206, with the line, where a record cannot be made of them any more."""
        overlaid = Overlaid(tables, self)
        for name in self.added:
            try:
                if name in ROWS:
                    self._look_over(name, rows_of(overlaid.raw(name), *ROWS[name]))
                else:
                    table_of(overlaid.raw(name), WHOLE[name])
            except msgspec.ValidationError as error:
                raise self._wrong(name, str(error)) from None
        return overlaid

    def _look_over(self, table: str, rows: Sequence[object]) -> None:
        """Raise W206 for a row of the user's that could never be used."""
        for number, row in enumerate(rows[: len(self.added[table].get(ROWS[table][0], ()))]):
            wrong = wrong_with(row) if isinstance(row, ReportingVerb | ReportingNoun) else []
            if wrong:
                line = self.line_of_row(table, number)
                raise WederhoorError("W206", where=self.path, line=line, why=f"the row {wrong[0]}", remedy=REMEDY)

    def line_of(self, *keys: str) -> int:
        """The line where a table, or a key in it, stands: the last of ``keys`` that is found behind those before it."""
        place = 0
        for key in keys:
            found = re.compile(rf"(?:^|[\[.,{{ \t])[\"']?{re.escape(key)}[\"']?\s*(?:[\].=]|$)", re.MULTILINE).search(
                self.text, place
            )
            place = found.start() + (found.group()[:1] == "\n") if found else place
        return self.text.count("\n", 0, place) + 1

    def _wrong(self, table: str, said: str) -> WederhoorError:
        found = _AT.match(said)
        why, path = (found["why"], found["path"] or "") if found else (said, "")
        row = re.search(r"\[(\d+)\]", path)
        if table in ROWS and row:
            line = self.line_of_row(table, int(row[1]))
        else:
            key = re.findall(r"\w+", path) or re.findall(r"`(\w+)`", why)
            line = self.line_of(table, *key[:1])
        return WederhoorError("W206", where=self.path, line=line, why=f"{why} in {table}{path}", remedy=REMEDY)

    def line_of_row(self, table: str, number: int) -> int:
        """The line of a row of a table, counted from 0."""
        key = ROWS[table][0]
        headers = [*re.finditer(rf"^[ \t]*\[\[[ \t]*{table}[ \t]*\.[ \t]*{key}[ \t]*\]\]", self.text, re.MULTILINE)]
        if number < len(headers):
            return self.text.count("\n", 0, headers[number].end()) + 1
        return self.line_of(table)


REMEDY: Final = "docs/lexicons.md says what each key takes"


@dataclass(frozen=True, slots=True)
class Overlaid:
    """The tables of a pack with what a user's file adds."""

    base: Tables
    overlay: Overlay

    def raw(self, name: str, closed: Closed | None = None) -> dict[str, Any]:
        """One table, the user's rows first; what takes in a closed class takes in what he adds to it."""
        table = self.base.raw(name, closed or (lambda: self.raw(CLOSED)))
        added = self.overlay.added.get(name, {})
        return {**table, **{key: _added(table.get(key), value) for key, value in added.items()}}


def read_overlay(path: Path) -> Overlay:
    """Read a user's file. Raises W205 where it cannot be read or is no TOML, W206 for what is no table, with the line."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
        data = tomllib.loads(text)
    except OSError as error:
        raise WederhoorError("W205", where=path, why=error.strerror or error) from None
    except UnicodeDecodeError:
        raise WederhoorError("W205", where=path, why="it is no UTF-8") from None
    except tomllib.TOMLDecodeError as error:
        raise WederhoorError(
            "W205", where=path, why=f"it is no TOML: {str(error)[:1].lower()}{str(error)[1:]}"
        ) from None
    lang = data.pop(LANGUAGE, None)
    overlay = Overlay(path, text, str(lang), data)
    if not isinstance(lang, str):
        remedy = 'Write lang = "nl", or whichever it is, in the first line'
        raise WederhoorError(
            "W206", where=path, line=1, why="it does not say of which language the words are", remedy=remedy
        )
    for name, table in data.items():
        if name not in TABLES or not isinstance(table, dict):
            remedy = f"The tables are {', '.join(sorted(TABLES))}"
            why = f"{name} is no table of a pack"
            raise WederhoorError("W206", where=path, line=overlay.line_of(name), why=why, remedy=remedy)
    return overlay


def _added(base: object, more: object) -> object:
    """Two values of one key in one: lists and tables joined, the user's first; what is one value is the user's."""
    if isinstance(base, dict) and isinstance(more, dict):
        return {**base, **{key: _added(base.get(key), value) for key, value in more.items()}}
    if isinstance(base, list) and isinstance(more, list):
        return [*more, *base]
    return more
