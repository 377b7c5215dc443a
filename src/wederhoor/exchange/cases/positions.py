"""Issues as a table of their positions by those who hold them: a row per answer, a column per account."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import groupby

import msgspec

from wederhoor.exchange.cases.html import COLUMNS
from wederhoor.exchange.cases.report import CaseReport, ShownHolding, ShownIssue

Held = tuple[ShownHolding, ...]
Told = tuple[tuple[ShownIssue, tuple["PositionRow", ...]], ...]


class PositionRow(msgspec.Struct, frozen=True):
    """A position, and by whom and in which words it is taken.

    ``id`` is None for the row of those who speak of the issue without an answer. ``cells`` are of the columns of the table,
    empty where the account is not quoted with this position; ``others`` of each account without a column, and of unnamed
    authority. ``first`` has the words that stand for the position, the earliest.
    """

    id: str | None
    first: ShownHolding
    cells: tuple[Held, ...]
    others: tuple[Held, ...]


class PositionTable(msgspec.Struct, frozen=True):
    """The issues of one matter by the accounts that take part in them; ``wide``: some have no column of their own.

    ``alike`` are the columns whose holders have one name, with a document that tells them apart.
    """

    columns: tuple[str, ...]
    issues: Told
    wide: bool
    alike: dict[str, str]

    def doc_of(self, column: str) -> str:
        """A document that the holder of a column speaks in, if another column has his name; else nothing."""
        return self.alike.get(column, "")


def position_tables(report: CaseReport, chosen: Sequence[ShownIssue]) -> list[PositionTable]:
    """Those of some issues, one per matter, in the order of the report; accounts that take most positions have a column."""
    order = {account.id: at for at, account in enumerate(report.accounts)}
    found = []
    for _, group in groupby(chosen, key=lambda issue: issue.matter):
        issues = [(issue, rows) for issue in group if (rows := _positions(issue))]
        counts = Counter(
            name for _, rows in issues for _, held in rows for name in {one.account for one in held} if name
        )
        most = sorted(counts, key=lambda name: (-counts[name], order[name]))[:COLUMNS]
        columns = tuple(sorted(most, key=order.__getitem__))
        told = tuple((issue, tuple(_row(name, held, columns) for name, held in rows)) for issue, rows in issues)
        wide = any(row.others for _, rows in told for row in rows)
        found.append(PositionTable(columns, told, wide, _alike(report, columns, told)))
    return found


def _alike(report: CaseReport, columns: Sequence[str], told: Told) -> dict[str, str]:
    names = {account.id: account.holder for account in report.accounts}
    times = Counter(names[column] for column in columns)
    held = [one for _, rows in told for row in rows for cell in row.cells for one in cell]
    docs = {one.account: one.quote.doc for one in reversed(held)}
    return {column: docs[column] for column in columns if times[names[column]] > 1}


def _positions(issue: ShownIssue) -> list[tuple[str | None, Held]]:
    beside = tuple(ShownHolding(account=cell.account, quote=quote) for cell in issue.beside() for quote in cell.quotes)
    taken: list[tuple[str | None, Held]] = [(position.id, position.held) for position in issue.positions]
    return [*taken, *([(None, beside)] if beside else [])]


def _row(name: str | None, held: Held, columns: Sequence[str]) -> PositionRow:
    cells = tuple(tuple(one for one in held if one.account == column) for column in columns)
    others: dict[str | None, list[ShownHolding]] = {}
    for one in held:
        if one.account not in columns:
            others.setdefault(one.account, []).append(one)
    return PositionRow(name, held[0], cells, tuple(map(tuple, others.values())))
