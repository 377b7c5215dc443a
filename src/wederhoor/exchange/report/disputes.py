"""The parts of a report on what is disputed: in short, against themselves, each issue with its positions, what changed, rules."""

from __future__ import annotations

from collections.abc import Iterator

from wederhoor.exchange.cases.issues_text import question
from wederhoor.exchange.cases.report import ShownHolding, ShownIssue, ShownPosition, ShownRule
from wederhoor.exchange.report.blocks import (
    Block,
    Line,
    Paragraph,
    ReportHeading,
    ReportList,
    ReportQuote,
    ReportRun,
    ReportSection,
)
from wederhoor.exchange.report.teller import Teller, in_full
from wederhoor.records.stretches import bracketed

MOST_DISPUTED = 8
"""Issues that the short account lists."""


def short(teller: Teller) -> ReportSection:
    """How much there is, and the first issues with who takes which position."""
    cases, report, wording = teller.wording.cases, teller.report, teller.wording
    counts = [
        (len(report.documents), cases.text),
        (len(report.accounts), cases.account),
        (len(report.issues), cases.issue),
        (len(report.conflicts), cases.conflict),
        (len(report.changes), cases.change),
    ]
    told = " · ".join(wording.count(number, pair) for number, pair in counts if number or pair is not cases.change)
    blocks: list[Block] = [Paragraph((ReportRun(told),)), Paragraph((ReportRun(teller.words.check),), "note")]
    if report.issues:
        blocks.append(ReportHeading(teller.words.most_disputed))
        blocks.append(ReportList(tuple(_in_short(issue, teller) for issue in report.issues[:MOST_DISPUTED])))
        if (more := len(report.issues) - MOST_DISPUTED) > 0:
            blocks.append(Paragraph((ReportRun(teller.words.more.format(n=more), "soft"),)))
    return ReportSection("short", teller.words.short, tuple(blocks))


def _in_short(issue: ShownIssue, teller: Teller) -> Line:
    sides = [_holders(position, teller) for position in issue.positions]
    versus = f" {teller.wording.cases.against} ".join(side for side in sides if side)
    return ReportRun(question(issue, teller.wording), "", issue.id), ReportRun(versus, "soft")


def _holders(position: ShownPosition, teller: Teller) -> str:
    names = dict.fromkeys(
        teller.names.account(one.account) if one.account else teller.names.speaker(one.quote) for one in position.held
    )
    return ", ".join(names)


def issues(teller: Teller) -> ReportSection:
    """Each issue with its positions, those who speak of it beside them, and who is against his own words first."""
    cases = teller.wording.cases
    blocks: list[Block] = []
    if teller.report.changes:
        blocks.append(ReportHeading(cases.changes))
    for change in teller.report.changes:
        blocks += [ReportHeading(f"{change.id} · {change.holder}", change.id, 4), Paragraph((ReportRun(change.why),))]
        blocks += [teller.said(change.first, account=change.account), teller.said(change.then, account=change.account)]
    if not teller.report.issues:
        blocks.append(Paragraph((ReportRun(cases.no_issues),)))
    for issue in teller.report.issues:
        blocks.append(ReportHeading(f"{issue.id} · {question(issue, teller.wording)}", issue.id))
        blocks += answers(issue, teller)
    return ReportSection("issues", cases.issues, tuple(blocks))


def answers(issue: ShownIssue, teller: Teller) -> list[Block]:
    """The positions of an issue, and who speaks of it without taking one."""
    blocks: list[Block] = [*_positions(issue, teller)]
    beside = [teller.said(quote, account=cell.account) for cell in issue.beside() for quote in cell.quotes]
    return [*blocks, ReportHeading(teller.words.beside, level=4), *beside] if beside else blocks


def _positions(issue: ShownIssue, teller: Teller) -> Iterator[ReportQuote]:
    for position in issue.positions:
        for number, one in enumerate(position.held):
            yield holding(one, teller, "" if number else position.id)


def holding(one: ShownHolding, teller: Teller, label: str = "") -> ReportQuote:
    """The words by which somebody takes a position, with his number, and with the words that his own point at."""
    said = teller.said(one.quote, label, one.account)
    figure = (ReportRun(one.figure, "figure"),) if one.figure else ()
    answers = bracketed(one.answers.pieces()) if one.answers else None
    return ReportQuote(said.label, (*said.who, *figure), said.words, said.facts, said.stance, answers)


def courses(teller: Teller) -> ReportSection | None:
    """What was told of one thing from day to day; None where nothing changed."""
    if not teller.report.courses:
        return None
    blocks: list[Block] = []
    for course in teller.report.courses:
        blocks.append(ReportHeading(f"{course.id} · {teller.wording.cases.course[course.kind]}", course.id))
        for step in course.steps:
            said = teller.said(step.quote, account=step.account)
            figure = [ReportRun(step.figure, "figure")] if step.figure else []
            day = ReportRun(teller.wording.day(step.day) or step.day, "strong")
            blocks.append(ReportQuote("", (day, *said.who, *figure), said.words, said.facts, said.stance))
    return ReportSection("courses", teller.wording.cases.courses, tuple(blocks))


def rules(teller: Teller) -> ReportSection | None:
    """The rules with what each account makes of their condition; None where there are none."""
    if not teller.report.rules:
        return None
    blocks: list[Block] = []
    for rule in teller.report.rules:
        blocks += [teller.said(rule.quote, account=rule.account), *_findings(rule, teller)]
    return ReportSection("rules", teller.wording.cases.rules, tuple(blocks))


def _findings(rule: ShownRule, teller: Teller) -> Iterator[Block]:
    cases = teller.wording.cases
    lines: list[Line] = []
    for finding in rule.findings:
        stance = cases.condition_stances[finding.stance] if finding.stance else cases.no_condition
        lines.append((ReportRun(teller.names.account(finding.account), "strong"), ReportRun(stance)))
        lines += [(in_full(quote), ReportRun(quote.doc, "soft")) for quote in finding.evidence]
        if finding.acted:
            lines += [
                (ReportRun(f"{cases.acted}:"), in_full(quote), ReportRun(quote.doc, "soft")) for quote in finding.acted
            ]
        if finding.breach:
            lines.append((ReportRun(cases.breach, "alarm"),))
    if lines:
        yield ReportList(tuple(lines))
