"""A case as one web page that stands on its own: issues by accounts, rules, conflicts, and each account in full.

The documents are hostile input. All of it is escaped, and the page's own policy lets nothing run or load but the style and the
script that are printed in it, by their hash.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import groupby
from typing import Any, Final

import msgspec
from markupsafe import Markup

from wederhoor.exchange.cases.issues_text import question
from wederhoor.exchange.cases.names import HolderNames, held, short_titles, where
from wederhoor.exchange.cases.report import CaseReport, ShownCell, ShownIssue
from wederhoor.exchange.page import LANGUAGE, NOWHERE, asset, environment, source_hash
from wederhoor.exchange.visible import reorders
from wederhoor.exchange.wording import Wording, wording_for
from wederhoor.records import MAINTAINED

COLUMNS: Final = 6
"""Accounts that have a column of their own in the matrix, those with most to say in it; the others share one."""
_STYLES: Final = ("reading.css", "case.css")


class Matrix(msgspec.Struct, frozen=True):
    """The issues of one matter by the accounts that take part in it; ``wide``: some have no column of their own."""

    columns: tuple[str, ...]
    rows: tuple[MatrixRow, ...]
    wide: bool


class MatrixRow(msgspec.Struct, frozen=True):
    """A row of the matrix: the cells of the columns, None where an account is not quoted on the issue, and the others'."""

    issue: ShownIssue
    cells: tuple[ShownCell | None, ...]
    others: tuple[ShownCell, ...]


def accounts_page(report: CaseReport, *, silence: bool = False) -> str:
    """The whole page; ``silence``: with who is not quoted on what."""
    wording = wording_for(report.lang)
    style, script = "".join(map(asset, _STYLES)), asset("case.js")
    page = (
        environment()
        .get_template("case.html.j2")
        .render(
            **shown_values(report, wording) | {"silence": silence},
            full=[account for account in report.accounts if not account.brief],
            brief=[account for account in report.accounts if account.brief and account.statements],
            conflicts={conflict.id: conflict for conflict in report.conflicts},
            reordered=any(reorders(c.a.full + c.b.full) for c in report.conflicts),
            style=Markup(style),  # noqa: S704  # the project's own
            script=Markup(script),  # noqa: S704  # the same
            style_hash=source_hash(style),
            script_hash=source_hash(script),
        )
    )
    return page.translate(NOWHERE)


def shown_values(report: CaseReport, wording: Wording, *, whole: bool = True) -> dict[str, Any]:
    """What the templates that show issues ask of the page that they are on.

    A page may say otherwise where words stand (``where``), put something before a quote that takes a position (``choice``), let
    a speaker's name lead somewhere (``who_page``), and has no ``matrices`` but of the ``whole``.
    """
    titles = short_titles(report)
    return {
        "report": report,
        "wording": wording,
        "words": wording.cases,
        "names": HolderNames(report, wording, titles),
        "where": lambda quote: where(quote, wording, titles),
        "choice": lambda _: "",
        "who_page": lambda _: "",
        "held": lambda quote: held(quote, wording),
        "maintained": MAINTAINED,
        "matrices": matrices(report, report.issues) if whole else [],
        "question": lambda issue: question(issue, wording),
        "has_figures": ShownIssue.has_figures,
        "language": report.lang if LANGUAGE.fullmatch(report.lang) else wording.code,
        "silence": False,
    }


def matrices(report: CaseReport, chosen: Sequence[ShownIssue]) -> list[Matrix]:
    """Those of some issues, one per matter, in the order of the report."""
    order = {account.id: at for at, account in enumerate(report.accounts)}
    found = []
    for _, group in groupby(chosen, key=lambda issue: issue.matter):
        issues = list(group)
        counts = Counter(cell.account for issue in issues for cell in issue.spoken())
        most = sorted(counts, key=lambda name: (-counts[name], order[name]))[:COLUMNS]
        columns = tuple(sorted(most, key=order.__getitem__))
        found.append(Matrix(columns, tuple(_row(i, columns) for i in issues), len(counts) > len(columns)))
    return found


def _row(issue: ShownIssue, columns: Sequence[str]) -> MatrixRow:
    cells = {cell.account: cell for cell in issue.spoken()}
    others = tuple(cell for cell in issue.spoken() if cell.account not in columns)
    return MatrixRow(issue, tuple(cells.get(name) for name in columns), others)
