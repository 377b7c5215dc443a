"""Fixtures that several test files use."""

from __future__ import annotations

import os
from pathlib import Path

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
