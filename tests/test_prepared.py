"""Any number of threads may turn bytes into records at once, the first time too."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import wederhoor

ROOM = Path(wederhoor.__file__).parent
MAKES = {"decode", "convert", "Decoder"}
RACE = """
import faulthandler, sys, threading
import msgspec
from wederhoor.records.prepared import prepared

faulthandler.enable()
sys.setswitchinterval(1e-6)  # threads take turns as often as can be
names = [f"f{n}" for n in range(30)]
for _ in range(200):
    for name in names:  # each is written down in its turn, while others may look
        globals()[name] = type(name, (msgspec.Struct,), {"__annotations__": {"own": "int"}, "__module__": "__main__"})
    Outer = type("Outer", (msgspec.Struct,), {"__annotations__": {n: n for n in names}, "__module__": "__main__"})
    data = {name: {"own": 1} for name in names}
    begin, made = threading.Barrier(3), []

    def make():
        begin.wait()
        made.append(msgspec.convert(data, prepared(Outer)).f29.own)

    threads = [threading.Thread(target=make) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert made == [1, 1, 1], made
"""


def test_threads_may_be_the_first_to_make_a_record_at_the_same_time() -> None:
    ran = subprocess.run([sys.executable, "-c", RACE], capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stderr) == (0, "")


def unprepared(source: str) -> list[int]:
    """The lines on which msgspec is given a type that is not made ready."""
    found = []
    for call in (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)):
        name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
        of_msgspec = isinstance(call.func, ast.Attribute) and ast.unparse(call.func).startswith("msgspec.")
        if name in MAKES and of_msgspec:
            places = {"decode": call.args[1:], "convert": call.args[1:], "Decoder": call.args}[name]
            kinds = [*places, *(word.value for word in call.keywords if word.arg == "type")]
            found += [kind.lineno for kind in kinds if not ast.unparse(kind).startswith("prepared(")]
    return found


def test_a_type_that_is_not_made_ready_is_seen() -> None:
    assert unprepared("msgspec.convert(row, Row)\nmsgspec.json.decode(data, type=Row)\nmsgspec.json.Decoder(Row)") == [
        1,
        2,
        3,
    ]
    assert unprepared("msgspec.convert(row, prepared(Row))\nmsgspec.json.decode(data)") == []


@pytest.mark.parametrize("file", sorted(ROOM.rglob("*.py")), ids=lambda file: str(file.relative_to(ROOM)))
def test_every_type_that_bytes_are_turned_into_is_made_ready_first(file: Path) -> None:
    if file.name != "prepared.py":
        assert unprepared(file.read_text(encoding="utf-8")) == []
