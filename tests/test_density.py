"""How many conditions a function holds, and/or and comprehensions counted: no new one over the limit, and the old ones shrink.

Lines can be kept few by packing them; what a reader has to follow are the branches (cyclomatic complexity, McCabe 1976, as radon
counts it). ``python tests/test_density.py`` writes the list of those over the limit again.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

from radon.complexity import cc_visit  # type: ignore[import-untyped]
from radon.visitors import Function  # type: ignore[import-untyped]

LIMIT: Final = 15
SOURCE: Final = Path(__file__).parents[1] / "src" / "wederhoor"
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


if __name__ == "__main__":
    LISTED.write_text("".join(f"{count:2} {name}\n" for name, count in sorted(dense().items())), encoding="utf-8")
