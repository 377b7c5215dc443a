"""How many conditions a function holds, and/or and comprehensions counted: no new one over the limit, and the old ones shrink.

Lines can be kept few by packing them; what a reader has to follow are the branches (cyclomatic complexity, McCabe 1976, as radon
counts it). ``python tests/test_density.py`` writes the list of those over the limit again; with ``--rooms`` it prints instead how
dense each room is: conditions and and/or per 100 lines of functions.
"""

from __future__ import annotations

import ast
import runpy
import sys
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

from radon.complexity import cc_visit  # type: ignore[import-untyped]
from radon.visitors import Function  # type: ignore[import-untyped]

LIMIT: Final = 15
ROOT: Final = Path(__file__).parents[1]
SOURCE: Final = ROOT / "src" / "wederhoor"
LISTED: Final = Path(__file__).parent / "dense.txt"


def functions() -> Iterator[tuple[str, int]]:
    """Every function and method by its name, with its conditions."""
    for path in sorted(SOURCE.rglob("*.py")):
        module = path.relative_to(SOURCE).with_suffix("").as_posix()
        for block in cc_visit(path.read_text(encoding="utf-8")):
            if isinstance(block, Function):
                yield f"{module}:{block.fullname}", block.complexity


@cache
def dense() -> dict[str, int]:
    return {name: count for name, count in functions() if count > LIMIT}


def listed() -> dict[str, int]:
    lines = LISTED.read_text(encoding="utf-8").splitlines()
    return {name: int(count) for count, name in (line.split() for line in lines)}


def test_no_function_is_denser_than_it_was() -> None:
    allowed = listed()
    over = {name: count for name, count in dense().items() if count > allowed.get(name, LIMIT)}
    assert not over, f"more than {LIMIT} conditions, or more than before: split what they ask"


def test_the_list_only_shrinks() -> None:
    found = dense()
    gone = {name: found.get(name, 0) for name, count in listed().items() if found.get(name, 0) < count}
    assert not gone, f"less dense than {LISTED.name} says; run python {Path(__file__).name} and commit the shorter list"


def test_no_modules_import_each_other() -> None:
    shape = runpy.run_path(str(ROOT / "benchmarks" / "shape.py"))
    assert shape["circles"](shape["modules"](SOURCE)) == []


def test_the_text_alone_carries_a_document() -> None:
    shape = runpy.run_path(str(ROOT / "benchmarks" / "shape.py"))
    assert shape["carriers"](shape["modules"](SOURCE))[0] == ["text.Text"]


def rooms() -> dict[str, Counter[str]]:
    """Of each room, those in ``reading`` apart: lines of functions, conditions, and/or, functions over the limit."""
    found: dict[str, Counter[str]] = {}
    for path in sorted(SOURCE.rglob("*.py")):
        parts = path.relative_to(SOURCE).with_suffix("").parts
        room = "/".join(parts[: 2 if parts[0] == "reading" else 1])
        for name in (room, "all", *["reading"] * (parts[0] == "reading")):
            found.setdefault(name, Counter()).update(_measures(path.read_text(encoding="utf-8")))
    return found


def _measures(source: str) -> Counter[str]:
    measured: Counter[str] = Counter()
    for block in cc_visit(source):
        if isinstance(block, Function):
            lines = block.endline - block.lineno + 1
            measured.update(lines=lines, conditions=block.complexity, over=block.complexity > LIMIT)
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef):
            operators = [one for one in ast.walk(node) if isinstance(one, ast.BoolOp)]
            measured["and/or"] += sum(len(one.values) - 1 for one in operators)
    return measured


def print_rooms() -> None:
    print(f"{'room':28} {'lines':>6} {'conditions/100':>15} {'and-or/100':>11} {'over ' + str(LIMIT):>8}")
    for room, measured in sorted(rooms().items()):
        if lines := measured["lines"]:
            conditions, operators = (100 * measured[what] / lines for what in ("conditions", "and/or"))
            print(f"{room:28} {lines:6} {conditions:15.1f} {operators:11.1f} {measured['over']:8}")


if __name__ == "__main__":
    if "--rooms" in sys.argv:
        print_rooms()
        sys.exit()
    LISTED.write_text("".join(f"{count:2} {name}\n" for name, count in sorted(dense().items())), encoding="utf-8")
