"""The documents of a case compared as one, for the pages that show what came of it: made once for every state of the case."""

from __future__ import annotations

from typing import Final

from sqlalchemy import Connection, func, select

from wederhoor.store.pages import findings_of
from wederhoor.store.schema import documents
from wederhoor.web.ask import Ask
from wederhoor.web.comparing import Comparing, ComparingError
from wederhoor.web.comparison import Compared, compare

AT_ONCE: Final = 60
"""Documents that are compared in well under a second; more are compared in a process of its own."""
_KEY: Final = "compared"


def compared(ask: Ask, db: Connection) -> Compared | None:
    """The latest documents of the case put together; None where there are none.

    Raises ComparingError for many documents that are being compared now: nobody waits for these inside a transaction.
    """
    if has_few(ask, db):
        return ask.found.get(findings_of(db), _KEY, lambda: compare(db, ask.store.where))
    state = findings_of(db)
    comparing = _comparing(ask)
    found = comparing.known(state)
    if found is None:
        comparing.begin(state)
        raise ComparingError
    return found[1]


def compared_lately(ask: Ask, db: Connection) -> Compared | None:
    """As ``compared``; for a page, as long as the case is being compared, what was found before, which the page says then."""
    try:
        return compared(ask, db)
    except ComparingError:
        before = _comparing(ask).latest() if ask.form == "html" else None
        if before is None:
            raise
        ask.passing = ask.earlier = True
        return before[1]


def compared_soon(ask: Ask, db: Connection, *, lately: bool = False) -> Compared | None:
    """As ``compared``, for a page that shows other things too: None where it would have to wait for that.

    With ``lately`` what was found before, as in ``compared_lately``.
    """
    if has_few(ask, db):
        return compared(ask, db)
    found = _comparing(ask).known(findings_of(db))
    if found is None:
        ask.passing = True
        found = _comparing(ask).latest() if lately else None
        ask.earlier = found is not None
    return found[1] if found else None


def wait_for_compared(ask: Ask) -> None:
    """Wait until the case as it is now was compared, before a form is taken that says something of it. Raises ComparingError."""
    with ask.store.reading() as db:
        few, state = has_few(ask, db), findings_of(db)
    if not few:
        _comparing(ask).wait(state)


def is_compared(ask: Ask, db: Connection) -> bool:
    """Whether a page that waited can be shown now; if not, it is seen to."""
    if has_few(ask, db):
        return True
    comparing, state = _comparing(ask), findings_of(db)
    known = comparing.known(state) is not None
    if not known:
        comparing.begin(state)
    return known


def has_few(ask: Ask, db: Connection) -> bool:
    """Whether the case has so few documents that a page can wait for what is made of all of them."""
    counting = select(func.count()).select_from(documents)
    return ask.found.get(findings_of(db), "few", lambda: int(db.execute(counting).scalar_one()) <= AT_ONCE)


def _comparing(ask: Ask) -> Comparing:
    found: Comparing = ask.request.app.state.comparing
    return found
