"""Approved files: what was found, in lines, as somebody has looked at it and agreed. A test fails where it changes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from difflib import unified_diff
from pathlib import Path

import pytest

FOLDER = Path(__file__).parent / "approved"
SHOWN = 60
HOW = "Where the new lines are right: make approve (pytest tests/test_approved.py --approve), and look at the diff."


class Approval:
    """Holds lines against the file that has those which were approved, or, with ``--approve``, writes it."""

    def __init__(self, *, writing: bool) -> None:
        self._writing = writing

    def check(self, name: str, lines: Sequence[str], clear: Callable[[str], str] = str) -> None:
        """Compare with the file ``name``; ``clear`` makes a line readable before it is shown."""
        path = FOLDER / name
        if self._writing:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text("".join(f"{line}\n" for line in lines), "utf-8", newline="\n")
            return
        approved = path.read_text("utf-8").splitlines() if path.exists() else []
        if approved != [*lines]:
            pytest.fail(difference(name, approved, lines, clear), pytrace=False)

    def check_names(self, names: Sequence[str]) -> None:
        """That there is no file of what is no longer there; with ``--approve`` such files go."""
        left = sorted({str(path.relative_to(FOLDER)) for path in FOLDER.rglob("*.txt")} - {*names})
        if self._writing:
            for name in left:
                (FOLDER / name).unlink()
        else:
            assert left == [], f"of no text that there is. {HOW}"


def difference(name: str, approved: Sequence[str], lines: Sequence[str], clear: Callable[[str], str] = str) -> str:
    """What changed: each line with its fields below each other, so that one sees which; cut where it is long."""
    before, after = ([part for line in some for part in _fields(clear(line))] for some in (approved, lines))
    shown = [*unified_diff(before, after, f"approved/{name}", "now", n=2, lineterm="")]
    more = [f"... and {len(shown) - SHOWN} lines more"] if len(shown) > SHOWN else []
    return "\n".join([*shown[:SHOWN], *more, HOW])


def _fields(line: str) -> list[str]:
    first, *others = line.split(" | ")
    return [first, *(f"        {field}" for field in others)]
