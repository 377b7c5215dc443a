"""The way through a list that is shown page by page: how far one is, and where back and on lead."""

from __future__ import annotations

from typing import Final

import msgspec

from wederhoor.store.keyset import PAGE

LONGEST_TRAIL: Final = 8_000
_BEGINNING: Final = "-"


class Way(msgspec.Struct, frozen=True, kw_only=True):
    """Where one is in a list: the numbers of the first and last row that are shown, and what the addresses of back and on say."""

    first: int
    last: int
    back: dict[str, str] | None
    on: dict[str, str] | None


def way(after: str | None, trail: str, on: str | None, rows: int) -> Way:
    """Where one is: behind the cursor ``after``, come by pages whose cursors ``trail`` has; ``on`` is that of the next page."""
    behind = trail.split(" ") if trail else []
    before = len(behind) * PAGE
    back = None
    if behind:
        back = {"trail": " ".join(behind[:-1]), "after": "" if behind[-1] == _BEGINNING else behind[-1]}
    longer = " ".join([*behind, after or _BEGINNING])
    return Way(
        first=before + 1 if rows else 0,
        last=before + rows,
        back=back,
        on={"trail": longer[:LONGEST_TRAIL], "after": on} if on else None,
    )
