"""Opening the pages in the browser of who starts them, as Jupyter does: by a small file that only he can read.

The address has a token in it, and a command line can be seen by all who use the machine: the browser is given the file.
"""

from __future__ import annotations

import os
import sys
import tempfile
import threading
import webbrowser
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from html import escape
from pathlib import Path
from typing import Final

SCREENS: Final = ("BROWSER", "DISPLAY", "WAYLAND_DISPLAY")
"""What is set where a browser can show itself; without one a browser of the terminal would take it over."""
PAGE: Final = """<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="referrer" content="no-referrer"><title>Wederhoor</title>
<meta http-equiv="refresh" content="0;url={address}"><p><a href="{address}">Wederhoor</a></p></html>
"""


def has_screen(environment: Mapping[str, str], platform: str = sys.platform) -> bool:
    """Whether a browser that is opened here would be seen."""
    return platform in {"win32", "darwin"} or any(environment.get(name) for name in SCREENS)


@contextmanager
def opened(address: str) -> Iterator[None]:
    """An address, open in the browser; its file is there for as long as the block takes. Where none can be made, nothing."""
    try:
        file = _redirection(address)
    except OSError:  # the address was printed too
        yield
        return
    try:
        # beside the server: a browser may keep its caller waiting
        threading.Thread(target=webbrowser.open, args=(file.as_uri(),), name="browser", daemon=True).start()
        yield
    finally:
        file.unlink(missing_ok=True)


def _redirection(address: str) -> Path:
    """A page that leads to the address, readable by its owner alone, in his own folder for such files where he has one."""
    folder = os.environ.get("XDG_RUNTIME_DIR")
    own = folder if folder and Path(folder).is_dir() else None
    number, name = tempfile.mkstemp(prefix="wederhoor-", suffix=".html", dir=own)
    with open(number, "w", encoding="utf-8") as file:  # noqa: PTH123  # made with its rights
        file.write(PAGE.format(address=escape(address)))
    return Path(name)
