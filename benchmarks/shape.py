"""How dense the readers are and how they hang together: what a change of the house is measured by.

    python benchmarks/shape.py [SOURCE]

It needs radon and networkx, which ``pip install -e ".[dev]"`` brings (``make .venv/.ready`` does it), and not the program itself.
SOURCE is a folder ``wederhoor``, by default that of this checkout.

Conditions are cyclomatic complexity as radon counts it, with and/or and comprehensions, for every 100 lines of functions.
A carrier is a class that takes a document from one function to the next: it has the parse in a field, or another carrier.
A window is none: it is frozen, and has beside the one carrier only numbers of words, as a Span of spaCy has beside its Doc; of
the document it knows nothing that the carrier does not. A circle is a set of modules that import each other, also where only
for types.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import networkx as nx
from radon.complexity import cc_visit
from radon.visitors import Function

HERE = Path(__file__).resolve().parents[1] / "src" / "wederhoor"
DENSE = 15
NUMBERS = {"int", "Extent", "tuple[Extent, ...]"}
"""Types of fields that say where in a document something is, and nothing of it."""


def modules(source: Path) -> dict[str, ast.Module]:
    """Every module by its name."""
    found = {}
    for path in sorted(source.rglob("*.py")):
        parts = path.relative_to(source.parent).with_suffix("").parts
        name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        found[name] = ast.parse(path.read_text(encoding="utf-8"))
    return found


def functions(folder: Path) -> Iterator[Function]:
    for path in sorted(folder.rglob("*.py")):
        blocks = cc_visit(path.read_text(encoding="utf-8"))
        yield from (block for block in blocks if isinstance(block, Function))


def density(folder: Path) -> tuple[float, int]:
    """Conditions for every 100 lines of functions, and how many functions have more than the limit."""
    found = list(functions(folder))
    lines = sum(f.endline - f.lineno + 1 for f in found)
    return 100 * sum(f.complexity for f in found) / lines, sum(f.complexity > DENSE for f in found)


def carriers(trees: dict[str, ast.Module]) -> tuple[list[str], list[str]]:
    """The classes of the readers that carry a document, and those that are windows on one."""
    fields: dict[str, set[str]] = {}
    windows = set()
    for name, tree in trees.items():
        told = {alias.asname or alias.name: f"{node.module}.{alias.name}" for node, alias in imported(tree)}
        for node in tree.body if name.startswith("wederhoor.reading") else ():
            if isinstance(node, ast.ClassDef):
                types = {ast.unparse(f.annotation) for f in node.body if isinstance(f, ast.AnnAssign)}
                fields[f"{name}.{node.name}"] = {told.get(one, f"{name}.{one}") for one in types}
                if len(types - NUMBERS) == 1 and any("frozen=True" in ast.unparse(one) for one in node.decorator_list):
                    windows.add(f"{name}.{node.name}")
    found = {"wederhoor.records.parse.Parse"}
    while more := {name for name, types in fields.items() if types & found} - found:
        found |= more
    names = [
        sorted(one.removeprefix("wederhoor.reading.") for one in group if one in fields)
        for group in (found - windows, found & windows)
    ]
    return names[0], names[1]


def imported(tree: ast.Module) -> Iterator[tuple[ast.ImportFrom, ast.alias]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            yield from ((node, alias) for alias in node.names)


def circles(trees: dict[str, ast.Module]) -> list[list[str]]:
    """Modules that import each other."""
    graph = nx.DiGraph()
    for name, tree in trees.items():
        for node, alias in imported(tree):
            one = f"{node.module}.{alias.name}"
            graph.add_edge(name, one if one in trees else node.module)
    graph.remove_edges_from(list(nx.selfloop_edges(graph)))
    return [sorted(group) for group in nx.strongly_connected_components(graph) if len(group) > 1]


def both(trees: dict[str, ast.Module]) -> int:
    """Functions of the readers that carry the parse and the pack side by side."""
    found = 0
    for name, tree in trees.items():
        for node in ast.walk(tree) if name.startswith("wederhoor.reading") else ():
            if isinstance(node, ast.FunctionDef):
                types = {ast.unparse(arg.annotation) for arg in node.args.args if arg.annotation}
                found += {"Parse", "LanguagePack"} <= types
    return found


def main() -> None:
    source = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE
    trees = modules(source)
    share, dense = density(source / "reading")
    print(f"conditions per 100 function lines, readers  {share:.1f}")
    print(f"functions over {DENSE}, readers / all            {dense} / {density(source)[1]}")
    print(f"lines of source, readers / all              {lines_of(source / 'reading')} / {lines_of(source)}")
    found, windows = carriers(trees)
    print(f"carriers of a document                      {len(found)}: {', '.join(found)}")
    print(f"windows on one                              {len(windows)}: {', '.join(windows)}")
    print(f"functions with parse and pack side by side  {both(trees)}")
    print(f"import circles                              {circles(trees)}")


def lines_of(folder: Path) -> int:
    return sum(len(path.read_text(encoding="utf-8").splitlines()) for path in folder.rglob("*.py"))


if __name__ == "__main__":
    main()
