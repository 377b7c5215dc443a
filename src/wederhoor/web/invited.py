"""Who was invited to a case, as its database says: looked up again when somebody comes whom it did not know, and now and then."""

from __future__ import annotations

import time
from contextlib import suppress
from typing import Final

from starlette.concurrency import run_in_threadpool

from wederhoor.errors import WederhoorError
from wederhoor.store.members import CaseMember, kept_digest, members_by_digest, token_digest
from wederhoor.store.opening import Store

AGE: Final = 5.0
"""Seconds after which it is looked up again: another server of the same case may have turned somebody out."""


class Invited:
    """The members of a case. One for each server; the guard asks it of every request."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._known: dict[str, CaseMember] = {}
        self._asked = -AGE

    def by_cookie(self, cookie: str) -> CaseMember | None:
        """Who has the token for which a cookie stands."""
        return self._known.get(kept_digest(cookie)) if cookie else None

    def by_token(self, token: str) -> CaseMember | None:
        """Who has a token."""
        return self.by_cookie(token_digest(token)) if token else None

    def forget(self) -> None:
        """Look it up again before the next request."""
        self._asked = -AGE

    async def fresh(self) -> None:
        """Look it up where that is due."""
        if time.monotonic() - self._asked >= AGE:
            self._asked = time.monotonic()
            with suppress(WederhoorError):  # a case that is busy is looked up the next time
                self._known = await run_in_threadpool(self._look)

    def _look(self) -> dict[str, CaseMember]:
        with self._store.reading() as db:
            return members_by_digest(db)
