"""Pages and tables as they were made before, packed: as long as the case is the same, who asks for one again gets that."""

from __future__ import annotations

import zlib
from collections.abc import Generator, Hashable, Iterable, Iterator
from typing import Final

from fastapi.responses import HTMLResponse
from starlette.responses import Response

from wederhoor.web.kept import Kept

PAGES: Final = 300
"""Pages that are kept, those that were last asked for: some 10 KB each."""
TABLES: Final = 6
"""Whole tables that are kept."""
LARGEST: Final = 1_000_000
"""Bytes of the largest."""
PART: Final = 200_000
"""Bytes that are unpacked at once, into some ten times as many."""
_FAST: Final = 1


def page_again(pages: Kept, state: int, key: Hashable) -> Response | None:
    """The page that was made of this state; None where none was."""
    packed: bytes | None = pages.known(state, key)
    return None if packed is None else HTMLResponse(zlib.decompress(packed))


def keep_page(pages: Kept, state: int, key: Hashable, made: Response) -> None:
    """Keep what was found, not what leads elsewhere or refuses."""
    if type(made) is HTMLResponse and made.status_code == 200:
        pages.get(state, key, lambda: zlib.compress(made.body, _FAST))


def table_again(tables: Kept, state: int, key: Hashable) -> Generator[bytes] | None:
    """The table that was written out of this state, in parts; None where none was, or it was large."""
    packed: bytes | None = tables.known(state, key)
    if packed is None:
        return None
    unpacker = zlib.decompressobj()
    return (unpacker.decompress(packed[at : at + PART]) for at in range(0, len(packed), PART))


def keeping(tables: Kept, state: int, key: Hashable, parts: Iterable[bytes]) -> Iterator[bytes]:
    """The parts of a table as they come, kept for who asks next where they are not too much together."""
    packer, packed = zlib.compressobj(_FAST), b""
    for part in parts:
        if len(packed) <= LARGEST:
            packed += packer.compress(part)
        yield part
    packed += packer.flush()
    if len(packed) <= LARGEST:
        tables.get(state, key, lambda: packed)
