"""The user's own word on a model, in a small text file beside the case: one line a change.

    # what I make of it
    rename: boosheid = boosheid over de prijzen
    merge: onrust = rellen = ongeregeldheden
    split: woede
    split: onrust @ C5
    add: demonstraties -> arrestaties +
    drop: spanning -> economie
    drop: kijksport                      # and all of its links

Lines are done in their order. Those behind ``account: NAME`` hold for that account only, up to the next such line. A name with
one of the signs in it stands in double quotes.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final, Literal

import msgspec

from wederhoor.errors import WederhoorError
from wederhoor.records import Sign

EditKind = Literal["rename", "merge", "split", "add", "drop"]
LARGEST: Final = 1_000_000
KINDS: Final[dict[str, EditKind]] = {k: k for k in ("rename", "merge", "split", "add", "drop")}
SIGNS: Final[dict[str, Sign]] = {"+": "+", "-": "-", "\N{MINUS SIGN}": "-", "0": "0"}
_LINE: Final = re.compile(r"\s*([A-Za-z]+)\s*:\s*(.*?)\s*")
_COMMENT: Final = re.compile(r'(?:^|\s)#(?=(?:[^"]*"[^"]*")*[^"]*$).*')
"""From a # on that no quotation marks stand around, at the beginning or behind a blank."""
_COUNTS: Final[dict[EditKind, tuple[int, int]]] = {
    "rename": (2, 2), "merge": (2, 100), "split": (1, 1), "add": (2, 2), "drop": (1, 2),
}  # fmt: skip
"""How many names a line has, at least and at most."""
_SHAPES: Final[dict[EditKind, str]] = {
    "rename": "rename: NAME = NEW NAME",
    "merge": "merge: NAME = NAME",
    "split": "split: NAME, or split: NAME @ CLAIM",
    "add": "add: NAME -> NAME +",
    "drop": "drop: NAME -> NAME, or drop: NAME",
}


class Edit(msgspec.Struct, frozen=True, kw_only=True):
    """One line. ``names`` are the variables in their order, of a merge the kept one first; two to drop are an edge's ends."""

    where: str
    line: int
    text: str
    kind: EditKind
    names: tuple[str, ...]
    sign: Sign | None = None
    claim: str | None = None
    account: str | None = None


def read_edits(path: str | os.PathLike[str]) -> tuple[Edit, ...]:
    """The lines of an edits file. Raises W104 (not readable), W106 (too large), W554 (a line that cannot be understood)."""
    where = os.fspath(path)
    try:
        data = Path(path).read_bytes()
    except (OSError, ValueError) as error:
        why = error.strerror if isinstance(error, OSError) else error
        raise WederhoorError("W104", where=where, why=why or error) from None
    if len(data) > LARGEST:
        raise WederhoorError("W106", where=where, limit_mb=LARGEST // 1_000_000)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise _wrong(where, line, "it is not in UTF-8", "Save the file as UTF-8") from None
    return parse_edits(text, where)


def parse_edits(text: str, where: str) -> tuple[Edit, ...]:
    """The lines of an edits file. Raises W554."""
    return tuple(_edits(text, where))


def _edits(text: str, where: str) -> Iterator[Edit]:
    account: str | None = None
    for number, whole in enumerate(re.split(r"\r\n|\r|\n", text), start=1):
        line = _COMMENT.sub("", whole)
        if not line.strip():
            continue
        found = _LINE.fullmatch(line)
        word = found[1].lower() if found else ""
        if found and word == "account":
            account = _cut(found[2], "=")[0] or None
            continue
        kind = KINDS.get(word)
        if found is None or kind is None:
            known = ", ".join((*KINDS, "account"))
            raise _wrong(where, number, "it begins with none of the words that are known", f"They are: {known}")
        edit = _edit(kind, found[2], where, number, line.strip(), account)
        if edit is None:
            raise _wrong(where, number, f"that is no {kind}", f"Write it as in {_SHAPES[kind]}")
        yield edit


def _wrong(where: str, line: int, why: str, remedy: str) -> WederhoorError:
    return WederhoorError("W554", where=where, line=line, why=why, remedy=remedy)


def _edit(kind: EditKind, rest: str, where: str, line: int, text: str, account: str | None) -> Edit | None:
    """None where the line has not the shape of its kind."""
    sign: Sign | None = None
    claim: str | None = None
    if kind == "add":
        rest, _, last = rest.rpartition(" ")
        sign = SIGNS.get(last)
        if sign is None:
            return None
    if kind == "split":
        rest, *claims = _cut(rest, "@")
        claim = claims[0] if claims else None
        if len(claims) > 1 or claim == "":
            return None
    names = tuple(_cut(rest, "->" if kind in ("add", "drop") else "="))
    least, most = _COUNTS[kind]
    if not least <= len(names) <= most or not all(names):
        return None
    return Edit(where=where, line=line, text=text, kind=kind, names=names, sign=sign, claim=claim, account=account)


def _cut(text: str, mark: str) -> list[str]:
    """The names between the marks; a mark in double quotes belongs to a name."""
    parts = re.split(rf"{re.escape(mark)}(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", text)
    return [" ".join(part.strip().strip('"').split()) for part in parts]
