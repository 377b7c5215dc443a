"""Conflicts and forecasts in the terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from wederhoor.exchange.cases.issues_text import changes_view, heading, quoted
from wederhoor.exchange.cases.make_report import shown_changes, shown_conflicts
from wederhoor.exchange.cases.names import held
from wederhoor.exchange.cases.quotes import Quote, Quotes
from wederhoor.exchange.cases.tables import ForecastLine
from wederhoor.exchange.indented import INDENT, Indented
from wederhoor.exchange.visible import one_line
from wederhoor.exchange.wording import Wording, wording_for
from wederhoor.records import AUTHOR, Case


def conflicts_view(case: Case) -> RenderableType:
    """Who is against his own words, then all conflicts of a case with both quotes; a case of at least one document."""
    wording = wording_for(case.documents[0].lang)
    words = wording.cases
    quotes = Quotes(case)
    conflicts = shown_conflicts(case, quotes)
    parts: list[RenderableType] = [*changes_view(shown_changes(case, quotes), wording)]
    parts += [*heading(f"{words.conflicts} ({len(conflicts)})")]
    if not conflicts:
        parts.append(Indented(0, Text(words.no_conflicts)))
    for conflict in conflicts:
        parts += [
            Text(),
            Indented(0, Text(conflict.id, style="bold"), Text(words.kinds[conflict.kind], style="bold")),
            Indented(0, Text(one_line(conflict.why))),
            *quoted(conflict.a, INDENT, wording, _speaker(conflict.a.holder_id, conflict.a, wording)),
            *quoted(conflict.b, INDENT, wording, _speaker(conflict.b.holder_id, conflict.b, wording)),
        ]
    return Group(*parts)


def forecasts_view(rows: Sequence[ForecastLine], lang: str, day: str | None) -> RenderableType:
    """The ledger; ``day`` where only what was due on it is listed."""
    wording = wording_for(lang)
    words = wording.cases
    title = words.forecasts if day is None else f"{words.forecasts}: {words.due_title.format(day=wording.day(day))}"
    parts: list[RenderableType] = [*heading(f"{title} ({len(rows)})")]
    if not rows:
        parts.append(Indented(0, Text(words.no_forecasts)))
    for row in rows:
        parts += [Text(), *_forecast(row, wording)]
    return Group(*parts)


def _forecast(row: ForecastLine, wording: Wording) -> Iterator[RenderableType]:
    words = wording.cases
    opening, closing = wording.quotes
    speaker = words.author.format(doc=row.doc) if row.holder_id == AUTHOR else row.holder or wording.unnamed
    said = Text.assemble((f"{one_line(speaker)}: ", "bold"), f"{opening}{one_line(row.quote_full)}{closing}")
    yield Indented(0, said)
    facts = [
        wording.period(row.window_from, row.window_until) or words.no_window,
        words.plan if row.kind == "plan" else words.expectation,
        *([words.due if row.due else words.not_due] if row.due is not None and row.window_until else []),
        *([f"{words.condition}: {row.condition}"] if row.condition else []),
        f"{row.doc}, {wording.line} {row.place}",
        *held(row, wording),
    ]
    yield Indented(INDENT, *(Text(one_line(fact), style="dim") for fact in facts))


def _speaker(holder: str, quote: Quote, wording: Wording) -> str:
    return wording.cases.author.format(doc=quote.doc) if holder == AUTHOR else quote.holder or wording.unnamed
