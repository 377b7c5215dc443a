"""The documents of a case compared as one: its issues, changes, accounts and models, made once for every state of the case."""

from __future__ import annotations

from typing import Final, NamedTuple

from sqlalchemy import Connection

from wederhoor.api.case import TOGETHER, OpenCase, put_together
from wederhoor.api.said import said_in
from wederhoor.exchange.cases.make_report import case_report
from wederhoor.exchange.cases.report import CaseReport
from wederhoor.reading.memo import Memo
from wederhoor.store.choosing import latest_documents
from wederhoor.store.pages import state_of
from wederhoor.store.reading import shown_studies
from wederhoor.web.ask import Ask
from wederhoor.web.queries import document_numbers

AT_ONCE: Final = 60
"""Documents that are compared in well under a second."""
_KEY: Final = "compared"


class Compared(NamedTuple):
    """The case and its report, the numbers of its documents, and how many earlier ones were left out."""

    case: OpenCase
    report: CaseReport
    numbers: dict[str, int]
    left_out: int


def compared(ask: Ask, db: Connection) -> Compared | None:
    """The latest documents of the case put together, ``TOGETHER`` at most; None where there are none."""
    return ask.kept.get(state_of(db), _KEY, lambda: _compare(db, ask.store.where))


def compared_soon(ask: Ask, db: Connection, documents: int) -> Compared | None:
    """As ``compared``, for a page that shows other things too: None where it would have to wait for that."""
    if documents <= AT_ONCE:
        return compared(ask, db)
    known: Compared | None = ask.kept.known(state_of(db), _KEY)
    return known


def _compare(db: Connection, where: str) -> Compared | None:
    docs, left_out = latest_documents(db, TOGETHER)
    if not docs:
        return None
    taken = [*shown_studies(db, docs)]
    said, _ = said_in(db, where)  # what finds nothing any more is told by the log
    publishers = {study.reading.doc: publisher for study, publisher in taken}
    opened = put_together(
        [study for study, _ in taken], said=said, publishers=publishers, memo=Memo(lasting=False)
    )  # the next state is made anew
    return Compared(opened, case_report(opened.case, opened.publishers), document_numbers(db, docs), left_out)
