"""What an issue is known by. Its number is another whenever the case changes; the words that it is about are the same."""

from __future__ import annotations

from typing import Final

from sqlalchemy import Connection

from wederhoor.errors import WederhoorError
from wederhoor.exchange.cases.issues_text import question
from wederhoor.exchange.cases.quotes import Quote
from wederhoor.exchange.cases.report import CaseReport, ShownIssue
from wederhoor.exchange.wording import Wording
from wederhoor.web.ask import Ask
from wederhoor.web.compared import compared
from wederhoor.web.comparison import Compared, Said

ISSUE_KEY: Final = "^[0-9a-f]{24}$"
"""The form of what an issue is known by."""


class Questions(dict[str, str]):
    """What is asked in each issue of a report, put into words once somebody wants it: of a thousand a page shows a few."""

    def __init__(self, report: CaseReport, wording: Wording) -> None:
        super().__init__()
        self._issues, self._wording = {issue.id: issue for issue in report.issues}, wording

    def __missing__(self, issue: str) -> str:
        """Put a question into words."""
        self[issue] = question(self._issues[issue], self._wording)
        return self[issue]


def issue_key(found: Compared, issue: ShownIssue) -> str:
    """What an issue is known by when its number is another: the words of its claim, and of the first that oppose these."""
    other = next((quote for quote in quotes_of(issue) if quote != issue.claim), issue.claim)
    return found.words(issue.claim) + found.words(other)[:8]


def found_issue(ask: Ask, db: Connection, key: str) -> tuple[Compared, ShownIssue]:
    """The issue of a key: of several on one claim the one that is meant, else one in which its words take part. Raises W808."""
    found = compared(ask, db)
    issues = found.report.issues if found else ()
    if found is None:
        raise _none(key)
    keys = {issue_key(found, issue): issue for issue in issues}
    if key in keys:
        return found, keys[key]
    alike = (issue for known, issue in keys.items() if known[:16] == key[:16])
    part = (issue for issue in issues if any(found.words(quote) == key[:16] for quote in quotes_of(issue)))
    issue = next(alike, None) or next(part, None)
    if issue is None:
        raise _none(key)
    return found, issue


def _none(key: str) -> WederhoorError:
    return WederhoorError("W808", what="issue", name=key, where="the case", remedy="/issues lists them.")


def quotes_of(issue: ShownIssue) -> list[Quote]:
    """The words by which positions are taken, and those of who speaks of it without one."""
    held = [held.quote for position in issue.positions for held in position.held]
    return [*held, *(quote for cell in issue.beside() for quote in cell.quotes)]


def statements_in(found: Compared, issue: ShownIssue) -> frozenset[Said]:
    """The statements that take a position in an issue."""
    return frozenset(said for said, issues in found.issues.items() if issue.id in issues)
