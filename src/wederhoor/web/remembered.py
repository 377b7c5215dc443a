"""Pages as they were shown before: as long as the case is the same, who asks for one again gets it as it was made."""

from __future__ import annotations

import datetime as dt
import zlib
from collections.abc import Callable, Hashable, Iterable, Iterator
from typing import TYPE_CHECKING, Final

from fastapi.responses import HTMLResponse
from starlette.responses import Response

from wederhoor.store.pages import state_of
from wederhoor.web.flash import made_before
from wederhoor.web.kept import Kept

if TYPE_CHECKING:
    from wederhoor.web.ask import Ask

PAGES: Final = 300
"""Pages that are kept, those that were last asked for: packed, some 10 KB each."""
TABLES: Final = 6
"""Whole tables that are kept."""
LARGEST: Final = 1_000_000
"""Bytes of the largest, packed."""


def remembered(ask: Ask, make: Callable[[], Response]) -> Response:
    """What ``make`` answered to the same request of somebody with the same rights, else what it answers now. Raises as it does.

    A page that says what was just saved is for one reader alone; what ``ask.passing`` says of a page it finds out as it is made.
    """
    if ask.by_htmx or "lang" in ask.request.query_params or made_before(ask.request, ask.settings):
        return make()
    pages: Kept = ask.request.app.state.pages
    with ask.store.reading() as db:
        state = state_of(db)
    key = _key(ask)
    packed: bytes | None = pages.known(state, key)
    if packed is not None:
        return HTMLResponse(zlib.decompress(packed))
    made = make()
    if type(made) is HTMLResponse and made.status_code == 200 and not ask.passing:
        pages.get(state, key, lambda: zlib.compress(made.body, 1))
    return made


def remembered_table(ask: Ask) -> bytes | None:
    """The same of what is written out whole; None where nobody asked for it before, or it was large."""
    with ask.store.reading() as db:
        state = state_of(db)
    packed: bytes | None = _tables(ask).known(state, _key(ask))
    return None if packed is None else zlib.decompress(packed)


def remembering(ask: Ask, state: int, parts: Iterable[bytes]) -> Iterator[bytes]:
    """The parts of a table as they come, kept for who asks next where they are not too much together."""
    packer, packed = zlib.compressobj(1), b""
    for part in parts:
        if len(packed) <= LARGEST:
            packed += packer.compress(part)
        yield part
    packed += packer.flush()
    if len(packed) <= LARGEST:
        _tables(ask).get(state, _key(ask), lambda: packed)


def _tables(ask: Ask) -> Kept:
    found: Kept = ask.request.app.state.tables
    return found


def _key(ask: Ask) -> Hashable:
    """What a page depends on beside the case: what the reader may do, his language, and the day, for some say what is due."""
    return str(ask.request.url), ask.lang, ask.role, dt.datetime.now(dt.UTC).date()
