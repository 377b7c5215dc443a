"""A model from a file, by what is in it: XML is GraphML, all else is a CSV edge list."""

from __future__ import annotations

import os
from itertools import groupby
from pathlib import Path
from typing import BinaryIO, Final

from wederhoor.errors import WederhoorError
from wederhoor.exchange.models.edge_list import read_edge_list
from wederhoor.exchange.models.graphml import read_graphml
from wederhoor.records import Model

LIMIT_MB: Final = 50
_STDIN: Final = "stdin"


def read_model(source: str | os.PathLike[str] | BinaryIO, *, limit_mb: int = LIMIT_MB) -> Model:
    """The model in a file or a binary stream; its name is the file's stem.

    Raises W104 (not readable), W106 (too large), W501 (no model), W502 and W503 (one line is wrong).
    """
    limit = limit_mb * 1_000_000
    if isinstance(source, str | os.PathLike):
        where = os.fspath(source)
        try:
            with Path(source).open("rb") as file:
                data = file.read(limit + 1)
        except OSError as error:
            raise WederhoorError("W104", where=where, why=error.strerror or error) from None
        except ValueError as error:  # a NUL in the name
            raise WederhoorError("W104", where=where, why=error) from None
    else:
        where, data = _STDIN, source.read(limit + 1)
    if len(data) > limit:
        raise WederhoorError("W106", where=where, limit_mb=limit_mb)
    return parse_model(data, where)


def parse_model(data: bytes, where: str) -> Model:
    """The model in these bytes. Raises W501, W502, W503."""
    if data.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] == b"<" or data[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        return read_graphml(data, where)
    if not data.strip():
        raise WederhoorError("W501", where=where, why="it is empty")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise WederhoorError("W501", where=where, why=f"line {line} is not in UTF-8") from None
    return read_edge_list(text, where)


def alike(model: Model) -> list[tuple[str, str]]:
    """Variables whose names differ in capitals only, which may be slips."""
    names = sorted((variable.name for variable in model.variables), key=lambda name: (name.casefold(), name))
    groups = (list(group) for _, group in groupby(names, key=str.casefold))
    return [(group[0], other) for group in groups for other in group[1:]]
