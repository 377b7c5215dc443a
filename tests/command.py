"""A command in the process of the tests: the pipeline, half of the time of a run of its own, is then loaded once for all."""

from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path

import pytest

from wederhoor.cli import run


def run_here(*arguments: str | Path, stdin: bytes = b"", columns: int = 100) -> subprocess.CompletedProcess[bytes]:
    """What ``wederhoor`` with these arguments writes to the streams that users have, and its exit code."""
    given, out, errors = io.BytesIO(stdin), io.BytesIO(), io.BytesIO()
    with pytest.MonkeyPatch.context() as patch:
        streams = {
            name: io.TextIOWrapper(file, "utf-8", newline="")
            for name, file in (("stdin", given), ("stdout", out), ("stderr", errors))
        }
        for name, stream in streams.items():
            patch.setattr(sys, name, stream)
        patch.setattr(sys, "argv", ["wederhoor", *map(str, arguments)])
        patch.setenv("COLUMNS", str(columns))
        code = 0
        try:
            run()
        except SystemExit as end:
            code = end.code if isinstance(end.code, int) else 0
        for name in ("stdout", "stderr"):
            streams[name].flush()
    return subprocess.CompletedProcess([*arguments], code, out.getvalue(), errors.getvalue())
