"""One name for one thing: no class has the name of another one, and no package has a function that hides its module."""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Final

SOURCE: Final = Path(__file__).parents[1] / "src" / "wederhoor"


def classes() -> dict[str, list[str]]:
    """The public classes by name, each with the modules that define one of that name."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for path in sorted(SOURCE.rglob("*.py")):
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                found[node.name].append(path.relative_to(SOURCE).as_posix())
    return found


def hidden() -> Iterator[tuple[str, str]]:
    """The names that packages import or define, which are also those of their modules."""
    for path in sorted(SOURCE.rglob("__init__.py")):
        modules = {one.stem for one in path.parent.iterdir() if one.suffix == ".py" or one.is_dir()}
        package = ".".join(["wederhoor", *path.parent.relative_to(SOURCE).parts])
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            names = [node.name] if isinstance(node, ast.FunctionDef | ast.ClassDef) else []
            if isinstance(node, ast.ImportFrom) and node.module != package:
                names += [one.asname or one.name for one in node.names]
            yield from ((package, name) for name in names if name in modules)


def test_a_class_name_has_one_meaning() -> None:
    assert {name: modules for name, modules in classes().items() if len(modules) > 1} == {}


def test_no_function_hides_its_module() -> None:
    assert [*hidden()] == []
