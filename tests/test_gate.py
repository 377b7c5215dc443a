"""The floors of quality hold on all gold. To lower one is a deliberate act: ``wederhoor evaluate ... --pin FILE --anew``."""

from __future__ import annotations

from pathlib import Path

import pytest
from command import run_here

HERE = Path(__file__).parent


def layers(folder: Path, prefix: str = "", suffix: str = "") -> list[str]:
    """The options that add the layers of a gold's folders."""
    return [f"--{name}={folder / f'{prefix}{name}{suffix}'}" for name in ("entities", "events")]


@pytest.mark.slow
def test_floors_hold_on_the_newspaper_gold(shared: Path) -> None:
    gold = shared / "gold"
    done = run_here(
        "evaluate", str(gold / "dev"), *layers(gold, suffix="-dev"), "--gate", str(HERE / "floors" / "newspapers.toml")
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "prefix", "folders"),
    [("attributions", "", ["attributions", "disputes"]), ("heldout", "heldout-", ["heldout", "heldout-disputes"])],
)
def test_floors_hold_on_our_own_gold(name: str, prefix: str, folders: list[str]) -> None:
    gold = HERE / "gold"
    options = [*layers(gold, prefix), f"--claims={gold / f'{prefix}claims'}"]
    done = run_here(
        "evaluate", *(str(gold / f) for f in folders), *options, "--gate", str(HERE / "floors" / f"{name}.toml")
    )
    assert done.returncode == 0, done.stderr
