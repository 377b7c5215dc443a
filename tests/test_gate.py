"""The floors of quality hold on all gold. To lower one is a deliberate act: ``wederhoor evaluate ... --pin FILE --anew``."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
RUN = "from wederhoor.cli import run; run()"


def evaluate(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", RUN, "evaluate", *arguments], capture_output=True, text=True, check=False, timeout=300
    )


def test_floors_hold_on_the_newspaper_gold(shared: Path) -> None:
    gold = shared / "gold"
    floors = str(HERE / "floors" / "newspapers.toml")
    done = evaluate(str(gold / "dev"), "--entities", str(gold / "entities-dev"), "--gate", floors)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("name", ["attributions", "heldout"])
def test_floors_hold_on_our_own_gold(name: str) -> None:
    done = evaluate(str(HERE / "gold" / name), "--gate", str(HERE / "floors" / f"{name}.toml"))
    assert done.returncode == 0, done.stderr
