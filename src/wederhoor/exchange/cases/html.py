"""A case as one web page that stands on its own: issues by accounts, rules, conflicts, and each account in full.

The documents are hostile input. All of it is escaped, and the page's own policy lets nothing run or load but the style and the
script that are printed in it, by their hash.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import msgspec
from markupsafe import Markup

from wederhoor.exchange.cases.names import Names, where
from wederhoor.exchange.cases.report import CaseReport, ShownCell, ShownIssue
from wederhoor.exchange.page import LANGUAGE, NOWHERE, asset, environment, source_hash
from wederhoor.exchange.visible import reorders
from wederhoor.exchange.wording import wording_for

COLUMNS: Final = 6
"""Accounts that have a column of their own in the matrix, those with most to say in it; the others share one."""
_STYLES: Final = ("reading.css", "case.css")


class Row(msgspec.Struct, frozen=True):
    """A row of the matrix: the cells of the columns, None where an account does not mention the issue, and the others'."""

    issue: ShownIssue
    cells: tuple[ShownCell | None, ...]
    others: tuple[ShownCell, ...]


def accounts_page(report: CaseReport) -> str:
    """The whole page."""
    wording = wording_for(report.lang)
    columns = _columns(report)
    style, script = "".join(map(asset, _STYLES)), asset("case.js")
    page = (
        environment()
        .get_template("case.html.j2")
        .render(
            report=report,
            wording=wording,
            words=wording.cases,
            names=Names(report, wording),
            where=lambda quote: where(quote, wording),
            columns=columns,
            rows=[_row(issue, columns) for issue in report.issues],
            full=[account for account in report.accounts if not account.brief],
            brief=[account for account in report.accounts if account.brief and account.statements],
            conflicts={conflict.id: conflict for conflict in report.conflicts},
            language=report.lang if LANGUAGE.fullmatch(report.lang) else wording.code,
            reordered=any(reorders(c.a.words + c.b.words) for c in report.conflicts),
            style=Markup(style),  # noqa: S704  # the project's own
            script=Markup(script),  # noqa: S704  # the same
            style_hash=source_hash(style),
            script_hash=source_hash(script),
        )
    )
    return page.translate(NOWHERE)


def _columns(report: CaseReport) -> list[str]:
    """The accounts with a column, in the order of the case."""
    counts = {account.id: 0 for account in report.accounts}
    for issue in report.issues:
        for cell in issue.cells:
            counts[cell.account] += 1
    order = list(counts)
    most = sorted((name for name in order if counts[name]), key=lambda name: (-counts[name], order.index(name)))
    return sorted(most[:COLUMNS], key=order.index)


def _row(issue: ShownIssue, columns: Sequence[str]) -> Row:
    cells = {cell.account: cell for cell in issue.cells}
    others = tuple(cell for cell in issue.cells if cell.account not in columns)
    return Row(issue, tuple(cells.get(name) for name in columns), others)
