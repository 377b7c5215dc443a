"""Types that bytes and tables are turned into, made ready for all threads before the first of them is.

msgspec writes down how to make a thing of a type when it is first asked to, and lets other threads see what it wrote so far: a
second thread that asks meanwhile reads an address that is not there yet, and the program is gone (seen with 0.22).
"""

from __future__ import annotations

import threading
from typing import Final, TypeVar

import msgspec

Kind = TypeVar("Kind")
_known: Final[set[object]] = set()
_guard: Final = threading.Lock()


def prepared(kind: type[Kind]) -> type[Kind]:
    """The type, to which any number of threads may now have msgspec decode or convert; nothing does so with another."""
    if kind not in _known:
        with _guard:
            msgspec.json.Decoder(kind)  # writes it down, for the other formats and for ``convert`` too
            _known.add(kind)
    return kind
