"""Issues in the terminal: who is against his own words, each question with a line a position, and what changed over time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from wederhoor.exchange.cases.names import HolderNames, held, where
from wederhoor.exchange.cases.quotes import Quote
from wederhoor.exchange.cases.report import (
    CaseReport,
    ShownCell,
    ShownChange,
    ShownCourse,
    ShownHolding,
    ShownIssue,
    ToldStance,
)
from wederhoor.exchange.cases.words import CaseWords
from wederhoor.exchange.indented import INDENT, Indented
from wederhoor.exchange.visible import one_line
from wederhoor.exchange.wording import Wording
from wederhoor.records import MAINTAINED
from wederhoor.records.stretches import bracketed

MOST_QUOTES = 3
"""Quotes of one cell; the JSON and the page have all."""
MOST_NAMES = 8
LONGEST = 100
"""Letters of the words that an issue is called by."""
COLOURS: dict[ToldStance, str] = {"denies": "red", "doubts": "yellow", "divided": "magenta"}
COLOURS |= dict.fromkeys(MAINTAINED, "green")


def heading(title: str) -> Iterator[RenderableType]:
    """A blank line and the title of what follows."""
    yield Text()
    yield Indented(0, Text(one_line(title), style="bold underline"))


def quoted(quote: Quote, indent: int, wording: Wording, speaker: str | None = None) -> Iterator[RenderableType]:
    """The words with who says them, where that is to be told, where they stand and how their speaker stands to them."""
    words = Text(in_quotes(quote, wording))
    yield Indented(indent, Text.assemble((f"{one_line(speaker)}: ", "bold"), words) if speaker else words)
    yield Indented(indent, *facts((where(quote, wording), *held(quote, wording))))


def in_quotes(quote: Quote, wording: Wording) -> str:
    """The words between the quotation marks of the language, with what interrupts them in brackets."""
    opening, closing = wording.quotes
    return f"{opening}{one_line(bracketed(quote.pieces()))}{closing}"


def facts(told: Iterable[str]) -> Iterator[Text]:
    """What is beside the words, in grey."""
    return (Text(one_line(fact), style="dim") for fact in told)


def listed(names: Sequence[str], wording: Wording) -> str:
    """The first few names, and how many there are more."""
    more = len(names) - MOST_NAMES
    return ", ".join(names[:MOST_NAMES]) + (f" {wording.cases.more.format(n=more)}" if more > 0 else "")


def issues_view(report: CaseReport, names: HolderNames, *, silence: bool) -> Iterator[RenderableType]:
    """Who is against his own words, the issues, and what changed; ``silence``: with who is not quoted on an issue."""
    yield from changes_view(report.changes, names.wording)
    words = names.wording.cases
    yield from heading(words.issues)
    if not report.issues:
        yield Indented(0, Text(words.no_issues))
    for issue in report.issues:
        yield from _issue(issue, names)
        if silence and issue.silent:
            silent = f"– {words.unmentioned}: {listed([names.account(name) for name in issue.silent], names.wording)}"
            yield Indented(INDENT, Text(one_line(silent), style="dim"))
    if report.courses:
        yield from heading(words.courses)
    for course in report.courses:
        yield from _course(course, names)


def changes_view(changes: Sequence[ShownChange], wording: Wording) -> Iterator[RenderableType]:
    """Who is against his own words, with what he said first and then."""
    if changes:
        yield from heading(f"{wording.cases.changes} ({len(changes)})")
    for change in changes:
        yield Text()
        yield Indented(0, *(Text(one_line(told), style="bold") for told in (change.id, change.holder)))
        yield Indented(0, Text(one_line(change.why)))
        for quote in (change.first, change.then):
            yield from quoted(quote, INDENT, wording)


def question(issue: ShownIssue, wording: Wording) -> str:
    """What an issue is called: its name, else what is asked of which words of the texts."""
    if issue.name:
        return issue.name
    asked = wording.cases.questions[issue.kind]
    quote = issue.about or issue.claim
    words = one_line(quote.words)
    opening, closing = wording.quotes
    cut = words if len(words) <= LONGEST else f"{words[:LONGEST].rsplit(' ', 1)[0]} …"
    return f"{asked} {opening}{cut}{closing}"


def _issue(issue: ShownIssue, names: HolderNames) -> Iterator[RenderableType]:
    yield Text()
    yield Indented(0, Text(one_line(f"{issue.id} · {question(issue, names.wording)}"), style="bold"))
    if issue.has_figures():
        yield _figures(issue, names)
    else:
        for position in issue.positions:
            for number, holding in enumerate(position.held):
                yield from _holding(holding, names, position.id if number == 0 else "")
    for cell in issue.beside():
        yield from _cell(cell, issue, names)


def _holding(holding: ShownHolding, names: HolderNames, letter: str) -> Iterator[RenderableType]:
    """One who takes a position, on a line: the letter of it, who, in which words, where.

    A mark tells that he does not maintain these words. One who does has none: it would seem to say yes to the question above.
    """
    quote, wording = holding.quote, names.wording
    unheld = quote.stance if quote.stance not in {None, *MAINTAINED} else None
    mark = f"{wording.cases.marks[unheld]} " if unheld else ""
    style = COLOURS.get(unheld, "bold") if unheld else "bold"
    told = Text.assemble(
        (f"{letter or ' ':3}", "bold"),
        (f"{mark}{one_line(_who(holding, names))}: ", style),
        in_quotes(quote, wording),
        (f" ← {in_quotes(holding.answers, wording)}" if holding.answers else "", "dim"),
    )
    yield Indented(INDENT, told, *facts((*held(quote, wording), where(quote, wording))))


def _who(holding: ShownHolding, names: HolderNames) -> str:
    return names.speaker(holding.quote) if holding.account is None else names.account(holding.account)


def _figures(issue: ShownIssue, names: HolderNames) -> Table:
    """The figures side by side."""
    wording = names.wording
    words = wording.cases
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="dim", show_edge=False)
    for title in (" " * INDENT, words.figure, words.holder, words.said, words.where):
        table.add_column(title, overflow="fold")
    for position in issue.positions:
        for number, holding in enumerate(position.held):
            quote = holding.quote
            table.add_row(
                Text(f"{' ' * INDENT}{position.id if number == 0 else ''}", style="bold"),
                Text(one_line(holding.figure or ""), style="bold"),
                Text(one_line(_who(holding, names))),
                Text(" · ".join((in_quotes(quote, wording), *map(one_line, held(quote, wording))))),
                Text(one_line(where(quote, wording)), style="dim"),
            )
    return table


def _cell(cell: ShownCell, issue: ShownIssue, names: HolderNames) -> Iterator[RenderableType]:
    """One who speaks of an issue without taking a position."""
    wording = names.wording
    words = wording.cases
    stance = issue.told(cell)
    mark = f"{words.marks[stance]} {one_line(names.account(cell.account))} {words.stances[stance]}"
    yield Indented(INDENT, Text(mark, style=COLOURS.get(stance, "")))
    others = [quote for quote in cell.quotes if quote != issue.claim] or list(cell.quotes)
    for quote in others[:MOST_QUOTES]:
        yield from quoted(quote, 2 * INDENT, wording)
    if len(others) > MOST_QUOTES:
        yield Indented(2 * INDENT, Text(words.more.format(n=len(others) - MOST_QUOTES), style="dim"))


def _course(course: ShownCourse, names: HolderNames) -> Iterator[RenderableType]:
    wording = names.wording
    yield Text()
    yield Indented(0, Text(course.id, style="bold"), Text(_title(course, wording.cases), style="bold"))
    for step in course.steps:
        figure = f" {one_line(step.figure)}" if step.figure else ""
        who = names.speaker(step.quote) if step.account is None else names.account(step.account)
        told = Text.assemble(
            (f"{wording.day(step.day)}{figure}", "bold"), f" {one_line(who)}: {in_quotes(step.quote, wording)}"
        )
        yield Indented(INDENT, told, *facts((*held(step.quote, wording), where(step.quote, wording))))


def _title(course: ShownCourse, words: CaseWords) -> str:
    return words.course[course.kind]
