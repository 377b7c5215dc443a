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


def layers(folder: Path, prefix: str = "", suffix: str = "") -> list[str]:
    """The options that add the layers of a gold's folders."""
    return [f"--{name}={folder / f'{prefix}{name}{suffix}'}" for name in ("entities", "events")]


def test_floors_hold_on_the_newspaper_gold(shared: Path) -> None:
    gold = shared / "gold"
    done = evaluate(str(gold / "dev"), *layers(gold, suffix="-dev"), "--gate", str(HERE / "floors" / "newspapers.toml"))
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(
    ("name", "prefix", "folders"),
    [("attributions", "", ["attributions", "disputes"]), ("heldout", "heldout-", ["heldout", "heldout-disputes"])],
)
def test_floors_hold_on_our_own_gold(name: str, prefix: str, folders: list[str]) -> None:
    gold = HERE / "gold"
    options = [*layers(gold, prefix), f"--claims={gold / f'{prefix}claims'}"]
    done = evaluate(*(str(gold / f) for f in folders), *options, "--gate", str(HERE / "floors" / f"{name}.toml"))
    assert done.returncode == 0, done.stderr
