"""A fault of the program itself, in one of many texts: it costs that text and no other."""

from __future__ import annotations

import os
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import typer

from wederhoor.errors import WederhoorError

DEBUG: Final = "WEDERHOOR_DEBUG"
"""The variable of the environment that ``--debug`` sets."""


@contextmanager
def losing_no_other(where: str) -> Iterator[None]:
    """Turn what nobody foresaw into W110, which costs one text only; with ``--debug`` the traceback is shown before it."""
    try:
        yield
    except (WederhoorError, BrokenPipeError, typer.Exit, typer.Abort):
        raise
    except Exception as error:
        if os.environ.get(DEBUG):
            typer.echo(traceback.format_exc(), err=True)
        raise WederhoorError("W110", where=where, error=type(error).__name__, place=_place(error)) from error


def _place(error: Exception) -> str:
    """The module and line in which it happened: a report says that much without the text."""
    last = traceback.extract_tb(error.__traceback__)[-1]
    return f"{'/'.join(Path(last.filename).parts[-2:])}:{last.lineno}"
