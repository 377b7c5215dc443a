"""Who may use the pages: a token for each person, made up, or kept in a file so that it outlives the server."""

from __future__ import annotations

import os
import secrets
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from wederhoor.errors import WederhoorError

SHORTEST: Final = 16
"""Characters that a token has at least: who can reach the port can try as many as he likes."""


def made_up() -> str:
    """A token that no one guesses."""
    return secrets.token_urlsafe(24)


def tokens_of(people: Sequence[str], token: str | None, file: Path | None) -> dict[str, str]:
    """The token of each person: the one given, else that of the file, else a new one, which the file then keeps.

    Raises W913 (too short) and W921 (one token for several, a file that cannot be read or written).
    """
    if token is not None and len(people) > 1:
        raise WederhoorError(
            "W921",
            given="One token",
            why="each person has one of his own",
            remedy="Keep them in a file: --token-file FILE.",
        )
    known = {} if file is None else _read(file)
    found = {name: token or known.get(name) or made_up() for name in people}
    for one in found.values():
        if len(one) < SHORTEST:
            raise WederhoorError("W913", least=SHORTEST)
    if file is not None and any(known.get(name) != one for name, one in found.items()):
        _write(file, known | found)
    return found


def _read(file: Path) -> dict[str, str]:
    """Lines of a name and its token; none where there is no file yet."""
    try:
        lines = file.read_text(encoding="utf-8").splitlines() if file.exists() else []
    except (OSError, ValueError) as error:
        raise _unusable(file, error) from None
    pairs = [line.rpartition(" ") for line in lines if line.strip()]
    if not all(name.strip() for name, _, _ in pairs):
        raise WederhoorError("W921", given=file, why="a line has no name and token", remedy="Write: NAME TOKEN.")
    return {name.strip(): token for name, _, token in pairs}


def _write(file: Path, tokens: dict[str, str]) -> None:
    text = "".join(f"{name} {token}\n" for name, token in tokens.items())
    try:
        with open(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as opened:  # noqa: PTH123  # with its rights from the beginning
            opened.write(text)
    except (OSError, ValueError) as error:
        raise _unusable(file, error) from None


def _unusable(file: Path, error: OSError | ValueError) -> WederhoorError:
    why = getattr(error, "strerror", None) or "it is no text"
    return WederhoorError("W921", given=file, why=why, remedy="Name another file.")
