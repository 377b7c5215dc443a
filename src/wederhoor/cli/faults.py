"""A fault of the program itself, in one of many texts, on the command line."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

import typer

from wederhoor.api.faults import contained

DEBUG: Final = "WEDERHOOR_DEBUG"
"""The variable of the environment that ``--debug`` sets."""


@contextmanager
def losing_no_other(where: str) -> Iterator[None]:
    """Turn what no one foresaw into W110, which costs one text only; with ``--debug`` the traceback is shown before it."""
    tell = _tell if os.environ.get(DEBUG) else None
    with contained(where, (BrokenPipeError, typer.Exit, typer.Abort), tell):
        yield


def _tell(trace: str) -> None:
    typer.echo(trace, err=True)
