"""Fixtures that several test files use."""

from __future__ import annotations

import importlib.util
import os
import sys
from pathlib import Path
from types import ModuleType

import pytest


@pytest.fixture(scope="session")
def shared() -> Path:
    """The shared folder: gold and the reference scorers. Lies beside the checkout, else where WEDERHOOR_SHARED says."""
    folder = Path(os.environ.get("WEDERHOOR_SHARED") or Path(__file__).resolve().parents[2] / "shared")
    if not folder.is_dir():
        message = f"no shared folder at {folder}; set WEDERHOOR_SHARED"
        # a skipped agreement test would let CI pass without having compared anything
        pytest.fail(message) if os.environ.get("CI") else pytest.skip(message)
    return folder


def scorer(shared: Path, name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, shared / "eval" / f"{name}.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    # left out of the bytecode cache: the shared folder is read only
    before, sys.dont_write_bytecode = sys.dont_write_bytecode, True
    try:
        spec.loader.exec_module(module)
    finally:
        sys.dont_write_bytecode = before
    return module


@pytest.fixture(scope="session")
def attribution_score(shared: Path) -> ModuleType:
    return scorer(shared, "attribution_score")


@pytest.fixture(scope="session")
def entity_score(shared: Path) -> ModuleType:
    return scorer(shared, "actors_events_score")


@pytest.fixture(scope="session")
def layers_score(shared: Path) -> ModuleType:
    return scorer(shared, "layers_score")
