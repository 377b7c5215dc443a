"""Accounts and issues of a case as flat rows: what frames are made of."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from wederhoor.exchange.cases.report import CaseReport
from wederhoor.exchange.cases.tables import held
from wederhoor.records import Attitude, CellStance, Certainty, Polarity, Span, Stance


class AccountLine(msgspec.Struct, frozen=True, kw_only=True):
    """An account with how much it is quoted with: numbers of statements, causes, rules, forecasts and events.

    ``shares`` and ``collides`` count the issues on which it says the same as another account, and its conflicts with others.
    """

    account_id: str
    holder: str
    author_of: str | None
    members: tuple[str, ...]
    brief: bool
    statements: int
    causes: int
    rules: int
    forecasts: int
    events: int
    shares: int
    collides: int


class IssueLine(msgspec.Struct, frozen=True, kw_only=True):
    """One quote that shows how an account stands to an issue; ``answers``: asserts, denies or doubts it.

    ``account_stance`` is how the account stands to the claim, ``stance`` how the quote's holder stands to his own words.
    """

    issue_id: str
    claim: str
    claim_doc: str
    terms: tuple[str, ...]
    account_id: str
    account: str
    account_stance: CellStance
    answers: bool
    doc: str
    date: str | None
    spans: tuple[Span, ...]
    place: str
    holder: str | None
    holder_id: str
    by_way_of: tuple[str | None, ...]
    stance: Stance | None
    verb: str | None
    attitude: Attitude | None
    polarity: Polarity | None
    certainty: Certainty | None
    quote: str
    quote_full: str


def account_lines(report: CaseReport) -> Iterator[AccountLine]:
    """The accounts of a case, in its order."""
    for account in report.accounts:
        yield AccountLine(
            account_id=account.id,
            holder=account.holder,
            author_of=account.author_of,
            members=account.members,
            brief=account.brief,
            statements=len(account.statements),
            causes=len(account.causes),
            rules=len(account.rules),
            forecasts=len(account.forecasts),
            events=len(account.events),
            shares=len({issue for other in account.with_others for issue in other.shares}),
            collides=len({conflict for other in account.with_others for conflict in other.collides}),
        )


def issue_lines(report: CaseReport) -> Iterator[IssueLine]:
    """The quotes on each issue of a case: by issue, those who answer it before those who only speak of it."""
    names = {account.id: account.holder for account in report.accounts}
    for issue in report.issues:
        for cell in issue.spoken():
            for quote in cell.quotes:
                yield IssueLine(
                    issue_id=issue.id,
                    claim=issue.claim.full,
                    claim_doc=issue.claim.doc,
                    terms=issue.terms,
                    account_id=cell.account,
                    account=names[cell.account],
                    account_stance=cell.stance,
                    answers=cell in issue.cells,
                    doc=quote.doc,
                    date=quote.date,
                    spans=quote.spans,
                    place=quote.place,
                    **held(quote),
                )
