"""A fault of the program itself, in one of many texts: it costs that text and no other."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from wederhoor.errors import Code, WederhoorError

STOPPING: Final[frozenset[Code]] = frozenset(
    {"W107", "W113", "W201", "W202", "W203", "W204", "W401", "W601", "W602", "W603", "W604", "W605"}
)
"""What is wrong with all of the texts, not with one; so is all that is wrong with a case (W8..)."""


def stops_all(error: WederhoorError) -> bool:
    """Whether no other text could be read either."""
    return error.code in STOPPING or error.code.startswith("W8")


@contextmanager
def contained(
    where: str, passing: tuple[type[BaseException], ...] = (), tell: Callable[[str], None] | None = None
) -> Iterator[None]:
    """Turn what no one foresaw into W110, which costs one text only; ``tell`` gets the traceback before that.

    What Wederhoor foresees, and what is of one of the ``passing`` kinds, goes through as it is.
    """
    try:
        yield
    except Exception as error:
        if isinstance(error, (WederhoorError, *passing)):
            raise
        if tell is not None:
            tell(traceback.format_exc())
        raise WederhoorError("W110", where=where, error=type(error).__name__, place=_place(error)) from error


def _place(error: Exception) -> str:
    """The module and line in which it happened: a report says that much without the text."""
    last = traceback.extract_tb(error.__traceback__)[-1]
    return f"{'/'.join(Path(last.filename).parts[-2:])}:{last.lineno}"
