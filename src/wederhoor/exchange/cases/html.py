"""A case as one web page that stands on its own: issues by accounts, rules, conflicts, and each account in full.

The documents are hostile input. All of it is escaped, and the page's own policy lets nothing run or load but the style and the
script that are printed in it, by their hash.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from itertools import groupby
from typing import Final

import msgspec
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from wederhoor.exchange.cases.names import Names, where
from wederhoor.exchange.cases.report import CaseReport, ShownCell, ShownIssue
from wederhoor.exchange.visible import reorders, visible
from wederhoor.exchange.wording import wording_for

COLUMNS: Final = 6
"""Accounts that have a column of their own in the matrix, those with most to say in it; the others share one."""
_STYLES: Final = ("reading.css", "case.css")
# NUL and lone surrogates no page can hold.
_UNWRITABLE: Final = {0: "\ufffd"} | dict.fromkeys(range(0xD800, 0xE000), "\ufffd")
_LANGUAGE: Final = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")


class Matrix(msgspec.Struct, frozen=True):
    """The issues of one matter by the accounts that take part in it; ``wide``: some have no column of their own."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    wide: bool


class Row(msgspec.Struct, frozen=True):
    """A row of the matrix: the cells of the columns, None where an account does not mention the issue, and the others'."""

    issue: ShownIssue
    cells: tuple[ShownCell | None, ...]
    others: tuple[ShownCell, ...]


def accounts_page(report: CaseReport) -> str:
    """The whole page."""
    wording = wording_for(report.lang)
    style, script = "".join(map(_asset, _STYLES)), _asset("case.js")
    page = (
        _environment()
        .get_template("case.html.j2")
        .render(
            report=report,
            wording=wording,
            words=wording.cases,
            names=Names(report, wording),
            where=lambda quote: where(quote, wording),
            matrices=_matrices(report),
            full=[account for account in report.accounts if not account.brief],
            brief=[account for account in report.accounts if account.brief and account.statements],
            conflicts={conflict.id: conflict for conflict in report.conflicts},
            language=report.lang if _LANGUAGE.fullmatch(report.lang) else wording.code,
            reordered=any(reorders(c.a.words + c.b.words) for c in report.conflicts),
            style=Markup(style),  # noqa: S704  # the project's own
            script=Markup(script),  # noqa: S704  # the same
            style_hash=_hash(style),
            script_hash=_hash(script),
        )
    )
    return page.translate(_UNWRITABLE)


def _matrices(report: CaseReport) -> list[Matrix]:
    """One a matter, in the order of the report."""
    order = {account.id: at for at, account in enumerate(report.accounts)}
    found = []
    for _, group in groupby(report.issues, key=lambda issue: issue.matter):
        issues = list(group)
        counts = Counter(cell.account for issue in issues for cell in issue.cells)
        most = sorted(counts, key=lambda name: (-counts[name], order[name]))[:COLUMNS]
        columns = tuple(sorted(most, key=order.__getitem__))
        found.append(Matrix(columns, tuple(_row(i, columns) for i in issues), len(counts) > len(columns)))
    return found


def _row(issue: ShownIssue, columns: Sequence[str]) -> Row:
    cells = {cell.account: cell for cell in issue.cells}
    others = tuple(cell for cell in issue.cells if cell.account not in columns)
    return Row(issue, tuple(cells.get(name) for name in columns), others)


def _hash(asset: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(asset.encode()).digest()).decode()


@cache
def _asset(name: str) -> str:
    return files("wederhoor.exchange").joinpath("templates", name).read_text(encoding="utf-8")


def _shown(value: object) -> object:
    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("wederhoor.exchange"),
        autoescape=True,
        finalize=_shown,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
