"""Accounts in the terminal: issues with who says what, rules, and what each account holds. It reads the same without colour."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from wederhoor.exchange.cases.names import HolderNames, held, where
from wederhoor.exchange.cases.quotes import Quote
from wederhoor.exchange.cases.report import CaseReport, ShownAccount, ShownCell, ShownIssue, ShownRule
from wederhoor.exchange.cases.words import CaseWords
from wederhoor.exchange.indented import INDENT, Indented
from wederhoor.exchange.visible import one_line
from wederhoor.exchange.wording import Wording, wording_for
from wederhoor.records import MAINTAINED, CellStance
from wederhoor.records.stretches import bracketed

MOST_QUOTES = 3
"""Quotes of one cell; the JSON and the page have all."""
MOST_NAMES = 8
MOST_ITEMS = 5
COLOURS: dict[CellStance, str] = {"denies": "red", "doubts": "yellow", "divided": "magenta"}
COLOURS |= dict.fromkeys(MAINTAINED, "green")


def accounts_view(report: CaseReport) -> RenderableType:
    """What ``console.print`` shows of a case."""
    wording = wording_for(report.lang)
    names = HolderNames(report, wording)
    return Group(
        *_heading(report, wording),
        *_issues(report, names),
        *_rules(report, names),
        *_accounts(report, names),
    )


def heading(title: str) -> Iterator[RenderableType]:
    """A blank line and the title of what follows."""
    yield Text()
    yield Indented(0, Text(one_line(title), style="bold underline"))


def quoted(quote: Quote, indent: int, wording: Wording, speaker: str | None = None) -> Iterator[RenderableType]:
    """The words with who says them, where that is to be told, where they stand and how their speaker stands to them."""
    opening, closing = wording.quotes
    words = Text(f"{opening}{one_line(bracketed(quote.pieces()))}{closing}")
    yield Indented(indent, Text.assemble((f"{one_line(speaker)}: ", "bold"), words) if speaker else words)
    yield Indented(indent, *_facts((where(quote, wording), *held(quote, wording))))


def _heading(report: CaseReport, wording: Wording) -> Iterator[RenderableType]:
    words = wording.cases
    yield Indented(0, Text(words.title, style="bold"))
    counts = (
        (len(report.documents), words.text),
        (len(report.accounts), words.account),
        (len(report.issues), words.issue),
        (len(report.conflicts), words.conflict),
    )
    yield Indented(0, *(Text(wording.count(number, pair), style="dim") for number, pair in counts))


def _issues(report: CaseReport, names: HolderNames) -> Iterator[RenderableType]:
    words = names.wording.cases
    yield from heading(words.issues)
    if not report.issues:
        yield Indented(0, Text(words.no_issues))
    for issue in report.issues:
        yield from _issue(issue, names)


def _issue(issue: ShownIssue, names: HolderNames) -> Iterator[RenderableType]:
    wording = names.wording
    yield Text()
    yield Indented(0, Text(issue.id, style="bold"), *(Text(one_line(term), style="dim") for term in issue.terms))
    yield from quoted(issue.claim, INDENT, wording, names.speaker(issue.claim))
    for cell in issue.spoken():
        yield from _cell(cell, issue, names)
    if issue.silent:
        silent = f"– {wording.cases.unmentioned}: {_listed([names.account(name) for name in issue.silent], wording)}"
        yield Indented(INDENT, Text(one_line(silent), style="dim"))


def _cell(cell: ShownCell, issue: ShownIssue, names: HolderNames) -> Iterator[RenderableType]:
    wording = names.wording
    words = wording.cases
    mark = f"{words.marks[cell.stance]} {one_line(names.account(cell.account))} {words.stances[cell.stance]}"
    yield Indented(INDENT, Text(mark, style=COLOURS.get(cell.stance, "")))
    others = [quote for quote in cell.quotes if quote != issue.claim]
    for quote in others[:MOST_QUOTES]:
        yield from quoted(quote, 2 * INDENT, wording)
    if len(others) > MOST_QUOTES:
        yield Indented(2 * INDENT, Text(words.more.format(n=len(others) - MOST_QUOTES), style="dim"))


def _rules(report: CaseReport, names: HolderNames) -> Iterator[RenderableType]:
    if report.rules:
        yield from heading(names.wording.cases.rules)
    for rule in report.rules:
        yield Text()
        yield from _rule(rule, names)


def _rule(rule: ShownRule, names: HolderNames) -> Iterator[RenderableType]:
    wording = names.wording
    words = wording.cases
    yield from quoted(rule.quote, 0, wording, names.speaker(rule.quote))
    yield Indented(0, Text(one_line(f"{words.condition}: {rule.antecedent}"), style="dim"))
    for finding in rule.findings:
        stance = words.condition_stances[finding.stance] if finding.stance else words.no_condition
        mark = f"{words.marks[finding.stance]} " if finding.stance else ""
        yield Indented(INDENT, Text(f"{mark}{one_line(names.account(finding.account))} {stance}"))
        if finding.breach:
            yield Indented(INDENT, Text(f"! {words.breach}", style="bold red"))
        for quote in finding.evidence[:MOST_QUOTES]:
            yield from quoted(quote, 2 * INDENT, wording)
        if finding.breach:
            yield Indented(INDENT, Text(f"{words.acted}:"))
            for quote in finding.acted[:MOST_QUOTES]:
                yield from quoted(quote, 2 * INDENT, wording, names.speaker(quote))


def _accounts(report: CaseReport, names: HolderNames) -> Iterator[RenderableType]:
    words = names.wording.cases
    full = [account for account in report.accounts if not account.brief]
    brief = [account for account in report.accounts if account.brief and account.statements]
    if full:
        yield from heading(words.accounts)
    for account in full:
        yield from _account(account, names)
    if brief:
        yield from heading(words.brief)
        listed = [f"{names.account(a.id)} ({len(a.statements)})" for a in brief]
        yield Indented(0, *(Text(one_line(name)) for name in listed))


def _account(account: ShownAccount, names: HolderNames) -> Iterator[RenderableType]:
    wording = names.wording
    words = wording.cases
    counts = (
        (len(account.statements), wording.statement),
        (len(account.causes), words.cause),
        (len(account.rules), words.rule),
        (len(account.forecasts), words.forecast),
        (len(account.events), words.event),
    )
    yield Text()
    yield Indented(0, Text(one_line(names.account(account.id)), style="bold"), *_dim(wording, counts))
    if account.members:
        yield Indented(INDENT, Text(one_line(words.coalition.format(names=", ".join(account.members))), style="dim"))
    for cause in account.causes[:MOST_ITEMS]:
        told = f"{_unlike(cause.quote, words)}{cause.cause} → {words.signs[cause.sign]} → {cause.effect}"
        yield Indented(
            INDENT, Text(one_line(told)), *_facts((where(cause.quote, wording), *held(cause.quote, wording)))
        )
    for forecast in account.forecasts[:MOST_ITEMS]:
        window = wording.period(forecast.from_, forecast.until) or words.no_window
        told = f"» {_unlike(forecast.quote, words)}{bracketed(forecast.quote.pieces())}"
        yield Indented(INDENT, Text(one_line(told)), *_facts((window, *held(forecast.quote, wording))))
    yield from _relations(account, names)


def _relations(account: ShownAccount, names: HolderNames) -> Iterator[RenderableType]:
    words = names.wording.cases
    for common in account.with_others:
        both = ((words.shares, common.shares), (words.collides, common.collides))
        told = "; ".join(f"{label} {', '.join(found)}" for label, found in both if found)
        yield Indented(INDENT, Text(one_line(f"{names.account(common.account)}: {told}")))
    if account.not_quoted_on:
        yield Indented(INDENT, Text(f"{words.not_quoted_on}: {_listed(account.not_quoted_on, names.wording)}"))


def _unlike(quote: Quote, words: CaseWords) -> str:
    """The mark of a stance by which the words are not maintained."""
    return "" if quote.stance is None or quote.stance in MAINTAINED else f"{words.marks[quote.stance]} "


def _facts(facts: Iterable[str]) -> Iterator[Text]:
    return (Text(one_line(fact), style="dim") for fact in facts)


def _dim(wording: Wording, counts: Iterable[tuple[int, tuple[str, str]]]) -> Iterator[Text]:
    return (Text(wording.count(number, pair), style="dim") for number, pair in counts if number)


def _listed(names: Sequence[str], wording: Wording) -> str:
    more = len(names) - MOST_NAMES
    return ", ".join(names[:MOST_NAMES]) + (f" {wording.cases.more.format(n=more)}" if more > 0 else "")
