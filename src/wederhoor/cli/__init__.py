"""The command line: one module per command. Bad input ends in one line on standard error and exit code 2."""

from __future__ import annotations

from wederhoor.cli.main import app, run

__all__ = ["app", "run"]
