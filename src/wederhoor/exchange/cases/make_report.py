"""Case -> CaseReport: every item with its words, every account with what it shares and disputes, and what it is not quoted on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import Final

from wederhoor.cases import matters
from wederhoor.exchange.cases.make_accounts import account_of_side, shown_accounts
from wederhoor.exchange.cases.quotes import Quote, Quotes
from wederhoor.exchange.cases.report import (
    CaseReport,
    ShownActor,
    ShownCell,
    ShownChange,
    ShownConflict,
    ShownCourse,
    ShownDocument,
    ShownFinding,
    ShownHolding,
    ShownIssue,
    ShownPosition,
    ShownRule,
    ShownStep,
)
from wederhoor.records import MAINTAINED, Case, Condition, Issue, Reading, Ref, RuleFinding, SideRef, SpokenOf

POSITIONS: Final = MAINTAINED | {"denies", "doubts", "divided"}
"""Stances by which an account answers an issue; who asks, hopes or fears speaks of it without an answer."""


def case_report(case: Case, publishers: Mapping[str, str | None] | None = None) -> CaseReport:
    """The report on a case of at least one document; ``publishers`` are by document, for a reading does not tell them.

    Raises UngroundedReadingError for a reading that does not stand on its text.
    """
    quotes = Quotes(case)
    findings = defaultdict(list)
    for finding in case.rules:
        findings[finding.rule].append(finding)
    speaking: defaultdict[str, list[str]] = defaultdict(list)
    for account in case.accounts:
        for doc in sorted({ref.doc for ref in account.statements}):
            speaking[doc].append(account.id)
    owners = {ref: account.id for account in case.accounts for ref in account.conditions}
    return CaseReport(
        lang=case.documents[0].lang,
        documents=tuple(_document(reading, (publishers or {}).get(reading.doc)) for reading in case.documents),
        actors=_actors(case),
        accounts=shown_accounts(case, quotes),
        changes=shown_changes(case, quotes),
        issues=_issues(case, quotes),
        courses=_courses(case, quotes),
        rules=tuple(
            _rule(reading.doc, condition, owners, findings, quotes, speaking[reading.doc])
            for reading in case.documents
            for condition in reading.conditions
            if condition.kind != "if"
        ),
        conflicts=shown_conflicts(case, quotes),
    )


def shown_conflicts(case: Case, quotes: Quotes) -> tuple[ShownConflict, ...]:
    """The conflicts with the words of both sides."""
    account_of = account_of_side(case)
    return tuple(
        ShownConflict(
            id=c.id,
            kind=c.kind,
            why=c.why,
            reason=c.reason,
            terms=c.terms,
            a=quotes.side(c.a),
            a_account=account_of(c.a),
            b=quotes.side(c.b),
            b_account=account_of(c.b),
            again=c.again,
        )
        for c in case.conflicts
    )


def shown_changes(case: Case, quotes: Quotes) -> tuple[ShownChange, ...]:
    """Who is against himself, with the words of both statements."""
    account_of = account_of_side(case)
    names = {actor.id: actor.name for actor in case.actors}
    return tuple(
        ShownChange(
            id=c.id,
            kind=c.kind,
            why=c.why,
            terms=c.terms,
            account=account_of(c.first),
            holder=names[c.actor],
            first=quotes.passage(c.first, c.first_words),
            then=quotes.passage(c.then, c.then_words),
        )
        for c in case.changes
    )


def _courses(case: Case, quotes: Quotes) -> tuple[ShownCourse, ...]:
    account_of = account_of_side(case)
    return tuple(
        ShownCourse(
            id=course.id,
            kind=course.kind,
            steps=tuple(
                ShownStep(
                    day=step.day,
                    account=account_of(step.side),
                    quote=quotes.passage(step.side, step.words),
                    figure=quotes.words(step.figure),
                )
                for step in course.steps
            ),
        )
        for course in case.courses
    )


def _document(reading: Reading, publisher: str | None) -> ShownDocument:
    return ShownDocument(
        doc=reading.doc,
        title=reading.title,
        date=reading.date,
        publisher=publisher,
        text_sha256=reading.sha256,
        made_by=reading.made_by,
    )


def _actors(case: Case) -> tuple[ShownActor, ...]:
    accounts = {actor: account.id for account in case.accounts for actor in account.actors}
    known = {Ref(reading.doc, actor.id): actor for reading in case.documents for actor in reading.actors}

    def names(members: Sequence[Ref], elsewhere: Sequence[SpokenOf] = ()) -> dict[str, tuple[str, ...]]:
        found: defaultdict[str, dict[str, None]] = defaultdict(dict)
        for ref in members:
            found[ref.doc].update(dict.fromkeys((known[ref].name, *known[ref].aliases)))
        for told in elsewhere:
            found[told.doc][told.name] = None
        return {doc: tuple(called) for doc, called in found.items()}

    return tuple(
        ShownActor(
            id=actor.id,
            name=actor.name,
            kind=actor.kind,
            country=actor.country,
            sector=actor.sector,
            account=accounts.get(actor.id),
            names=names([ref for ref in actor.members if ref not in actor.spokesmen], actor.spoken_of),
            spokesmen=names(actor.spokesmen),
        )
        for actor in case.actors
    )


def _issues(case: Case, quotes: Quotes) -> tuple[ShownIssue, ...]:
    order = {account.id: at for at, account in enumerate(case.accounts)}
    account_of = account_of_side(case)
    found = []
    for number, matter in enumerate(matters(case.issues), start=1):
        columns = sorted({cell.account for issue in matter for cell in issue.cells}, key=order.__getitem__)
        found += [_issue(issue, number, columns, quotes, account_of) for issue in matter]
    return tuple(found)


def _issue(
    issue: Issue, matter: int, columns: Sequence[str], quotes: Quotes, account_of: Callable[[SideRef], str | None]
) -> ShownIssue:
    cells = [
        ShownCell(account=c.account, stance=c.stance, quotes=tuple(map(quotes.side, c.statements))) for c in issue.cells
    ]
    return ShownIssue(
        id=issue.id,
        matter=matter,
        claim=quotes.side(issue.claim),
        terms=issue.terms,
        cells=tuple(cell for cell in cells if cell.stance in POSITIONS),
        mentions=tuple(cell for cell in cells if cell.stance not in POSITIONS),
        silent=_others(columns, [cell.account for cell in issue.cells]),
        conflicts=issue.conflicts,
        kind=issue.kind,
        about=_about(issue, quotes),
        name=issue.name,
        positions=tuple(
            ShownPosition(
                id=position.id,
                held=tuple(
                    ShownHolding(
                        account=account_of(holding.side),
                        quote=quotes.passage(holding.side, holding.words),
                        figure=quotes.words(holding.figure),
                        answers=quotes.side(holding.answers) if holding.answers else None,
                    )
                    for holding in position.held
                ),
            )
            for position in issue.positions
        ),
        against=issue.against,
    )


def _about(issue: Issue, quotes: Quotes) -> Quote | None:
    """The words that tell the matter, as words of the statement that they stand in."""
    sides = [holding.side for position in issue.positions for holding in position.held if holding.words == issue.about]
    return quotes.passage((sides or [issue.claim])[0], issue.about) if issue.about else None


def _rule(
    doc: str,
    condition: Condition,
    owners: Mapping[Ref, str],
    findings: Mapping[Ref, Sequence[RuleFinding]],
    quotes: Quotes,
    columns: Sequence[str],
) -> ShownRule:
    ref = Ref(doc, condition.id)
    found = findings.get(ref, ())
    sides = sorted((condition.antecedent, condition.consequent))
    return ShownRule(
        doc=doc,
        id=condition.id,
        kind=condition.kind,
        account=owners.get(ref),
        antecedent=quotes.at(doc, (condition.antecedent,), condition.holder).words,
        consequent=quotes.at(doc, (condition.consequent,), condition.holder).words,
        quote=quotes.at(doc, ((sides[0][0], max(end for _, end in sides)),), condition.holder),
        findings=tuple(
            ShownFinding(
                account=f.account,
                stance=f.stance,
                evidence=tuple(map(quotes.side, f.evidence)),
                acted=tuple(quotes.event(act) for act in f.acted),
                breach=f.breach,
            )
            for f in found
        ),
        silent=_others(columns, [finding.account for finding in found]),
    )


def _others(all_of: Sequence[str], some: Sequence[str]) -> tuple[str, ...]:
    spoken = {*some}
    return tuple(name for name in all_of if name not in spoken)
