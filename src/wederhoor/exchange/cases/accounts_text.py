"""Accounts in the terminal: issues with who says what, rules, and what each account holds. It reads the same without colour."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.console import Group, RenderableType
from rich.text import Text

from wederhoor.exchange.cases.issues_text import (
    MOST_QUOTES,
    facts,
    heading,
    in_quotes,
    issues_view,
    listed,
    quoted,
)
from wederhoor.exchange.cases.names import HolderNames, held, where
from wederhoor.exchange.cases.quotes import Quote
from wederhoor.exchange.cases.report import CaseReport, ShownAccount, ShownRule
from wederhoor.exchange.cases.words import CaseWords
from wederhoor.exchange.indented import INDENT, Indented
from wederhoor.exchange.visible import one_line
from wederhoor.exchange.wording import Wording, wording_for
from wederhoor.records import MAINTAINED

MOST_ITEMS = 5


def accounts_view(report: CaseReport, *, silence: bool = False) -> RenderableType:
    """What ``console.print`` shows of a case; ``silence``: with who is not quoted on what."""
    wording = wording_for(report.lang)
    names = HolderNames(report, wording)
    return Group(
        *_heading(report, wording),
        *issues_view(report, names, silence=silence),
        *_accounts(report, names, silence=silence),
        *_forecasts(report, names),
        *_rules(report, names),
    )


def _heading(report: CaseReport, wording: Wording) -> Iterator[RenderableType]:
    words = wording.cases
    yield Indented(0, Text(words.title, style="bold"))
    counts = (
        (len(report.documents), words.text),
        (len(report.accounts), words.account),
        *([(len(report.changes), words.change)] if report.changes else []),
        (len(report.issues), words.issue),
        (len(report.conflicts), words.conflict),
    )
    yield Indented(0, *(Text(wording.count(number, pair), style="dim") for number, pair in counts))


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


def _accounts(report: CaseReport, names: HolderNames, *, silence: bool) -> Iterator[RenderableType]:
    words = names.wording.cases
    full = [account for account in report.accounts if not account.brief]
    brief = [account for account in report.accounts if account.brief and account.statements]
    if full:
        yield from heading(words.accounts)
    for account in full:
        yield from _account(account, names, silence=silence)
    if brief:
        yield from heading(words.brief)
        listed = [f"{names.account(a.id)} ({len(a.statements)})" for a in brief]
        yield Indented(0, *(Text(one_line(name)) for name in listed))


def _account(account: ShownAccount, names: HolderNames, *, silence: bool) -> Iterator[RenderableType]:
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
    for statement in account.statements[:MOST_ITEMS]:
        quote = statement.quote
        told = f"{_unlike(quote, words)}{in_quotes(quote, wording)}"
        yield Indented(INDENT, Text(told), *facts((*held(quote, wording), where(quote, wording))))
    if len(account.statements) > MOST_ITEMS:
        yield Indented(INDENT, Text(words.more.format(n=len(account.statements) - MOST_ITEMS), style="dim"))
    for cause in account.causes[:MOST_ITEMS]:
        told = f"{_unlike(cause.quote, words)}{cause.cause} → {words.signs[cause.sign]} → {cause.effect}"
        yield Indented(INDENT, Text(one_line(told)), *facts((where(cause.quote, wording), *held(cause.quote, wording))))
    yield from _relations(account, names, silence=silence)


def _forecasts(report: CaseReport, names: HolderNames) -> Iterator[RenderableType]:
    wording = names.wording
    words = wording.cases
    foretelling = [account for account in report.accounts if account.forecasts]
    if foretelling:
        yield from heading(words.forecasts)
    for account in foretelling:
        for forecast in account.forecasts[:MOST_ITEMS]:
            window = wording.period(forecast.from_, forecast.until) or words.no_window
            told = f"{_unlike(forecast.quote, words)}{in_quotes(forecast.quote, wording)}"
            said = Text.assemble((f"{one_line(names.account(account.id))}: ", "bold"), told)
            yield Indented(0, said, *facts((window, *held(forecast.quote, wording), where(forecast.quote, wording))))


def _relations(account: ShownAccount, names: HolderNames, *, silence: bool) -> Iterator[RenderableType]:
    words = names.wording.cases
    for common in account.with_others:
        both = ((words.shares, common.shares), (words.collides, common.collides))
        told = "; ".join(f"{label} {', '.join(found)}" for label, found in both if found)
        yield Indented(INDENT, Text(one_line(f"{names.account(common.account)}: {told}")))
    if silence and account.not_quoted_on:
        yield Indented(INDENT, Text(f"{words.not_quoted_on}: {listed(account.not_quoted_on, names.wording)}"))


def _unlike(quote: Quote, words: CaseWords) -> str:
    """The mark of a stance by which the words are not maintained."""
    return "" if quote.stance is None or quote.stance in MAINTAINED else f"{words.marks[quote.stance]} "


def _dim(wording: Wording, counts: Iterable[tuple[int, tuple[str, str]]]) -> Iterator[Text]:
    return (Text(wording.count(number, pair), style="dim") for number, pair in counts if number)
