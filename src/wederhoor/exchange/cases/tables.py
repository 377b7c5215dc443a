"""Conflicts and forecasts as tables: one row an item, each with its quotes and where they stand, as CSV (RFC 4180) or JSON."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final, Literal

import msgspec

from wederhoor.cases import ledger
from wederhoor.exchange.cases.account_items import shown_forecast
from wederhoor.exchange.cases.make_report import shown_changes, shown_conflicts
from wederhoor.exchange.cases.quotes import Quote, Quotes
from wederhoor.exchange.cases.report import ShownChange, ShownConflict
from wederhoor.exchange.cells import SAFE, Style, first_line, lines
from wederhoor.records import Attitude, Case, Certainty, ConflictKind, ConflictReason, Polarity, Ref, Role, Span, Stance

JOIN: Final = "; "
LineKind = ConflictKind | Literal["change"]
LineReason = ConflictReason | Literal["changed"] | None


class ConflictLine(msgspec.Struct, frozen=True, kw_only=True):
    """A conflict with both its sides, ``a`` the earlier; of kind ``change`` both are of one holder.

    ``quote`` and ``quote_full`` are ``words`` and ``full`` of a ``Quote``.

    What else is said of a side is as in ``Quote``. ``again`` is as in ``CaseConflict``.
    """

    conflict_id: str
    kind: LineKind
    why: str
    reason: LineReason
    terms: tuple[str, ...]
    a_doc: str
    a_date: str | None
    a_holder: str | None
    a_holder_id: str
    a_by_way_of: tuple[str | None, ...]
    a_stance: Stance | None
    a_verb: str | None
    a_attitude: Attitude | None
    a_polarity: Polarity | None
    a_certainty: Certainty | None
    a_quote: str
    a_quote_full: str
    a_spans: tuple[Span, ...]
    a_place: str
    b_doc: str
    b_date: str | None
    b_holder: str | None
    b_holder_id: str
    b_by_way_of: tuple[str | None, ...]
    b_stance: Stance | None
    b_verb: str | None
    b_attitude: Attitude | None
    b_polarity: Polarity | None
    b_certainty: Certainty | None
    b_quote: str
    b_quote_full: str
    b_spans: tuple[Span, ...]
    b_place: str
    again: str | None = None


class ForecastLine(msgspec.Struct, frozen=True, kw_only=True):
    """A forecast with its window, both days inclusive. ``due``: the window had passed on the day that was asked about.

    ``quote`` and ``quote_full`` are ``words`` and ``full`` of a ``Quote``; what is said of the holder is as there.
    """

    doc: str
    forecast_id: str
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
    start: int
    end: int
    place: str
    kind: str
    condition: str | None
    window_from: str | None = msgspec.field(name="from")
    window_until: str | None = msgspec.field(name="until")
    due: bool | None
    document_date: str | None


def conflict_rows(case: Case) -> tuple[ConflictLine, ...]:
    """Who is against himself, then the conflicts of a case, in its order."""
    quotes = Quotes(case)
    changes = (_conflict(c, "change", "changed", c.first, c.then) for c in shown_changes(case, quotes))
    conflicts = (_conflict(c, c.kind, c.reason, c.a, c.b) for c in shown_conflicts(case, quotes))
    return (*changes, *conflicts)


def _conflict(c: ShownConflict | ShownChange, kind: LineKind, reason: LineReason, a: Quote, b: Quote) -> ConflictLine:
    again = c.again if isinstance(c, ShownConflict) else None
    sides = _side("a", a) | _side("b", b)
    return ConflictLine(conflict_id=c.id, kind=kind, why=c.why, reason=reason, terms=c.terms, again=again, **sides)


def forecast_rows(case: Case, due: str | None = None, *, everything: bool = True) -> Iterator[ForecastLine]:
    """The forecasts of a case by the last day of their window, those without one last.

    With a day ``due``, each says whether its window had passed by then; not ``everything``: only those of which it had.
    """
    quotes = Quotes(case)
    forecasts = {Ref(reading.doc, f.id): f for reading in case.documents for f in reading.forecasts}
    for entry in ledger(case, due):
        if everything or entry.due:
            shown = shown_forecast(entry.forecast.doc, forecasts[entry.forecast], quotes)
            [(start, end)] = shown.quote.spans
            yield ForecastLine(
                doc=entry.forecast.doc,
                forecast_id=shown.id,
                **held(shown.quote),
                start=start,
                end=end,
                place=shown.quote.place,
                kind=shown.kind,
                condition=shown.condition,
                window_from=shown.from_,
                window_until=shown.until,
                due=None if due is None else entry.due,
                document_date=shown.quote.date,
            )


def encode_csv(
    rows: Iterable[msgspec.Struct], kind: type[msgspec.Struct], style: Style = SAFE, *, header: bool = True
) -> bytes:
    """Rows of one kind as CSV in UTF-8, lines ending in CRLF; ``style`` as in ``cells``."""
    cells = ((_cell(getattr(row, name)) for name in kind.__struct_fields__) for row in rows)
    written = first_line(kind.__struct_encode_fields__, style) if header else ""
    return (written + lines(cells, style)).encode("utf-8")


def _side(name: str, quote: Quote) -> dict[str, Any]:
    parts = {"doc": quote.doc, "date": quote.date, "spans": quote.spans, "place": quote.place, **held(quote)}
    return {f"{name}_{part}": value for part, value in parts.items()}


def held(quote: Quote) -> dict[str, Any]:
    """Words with their holder and how he stands to them, by the columns that every table has."""
    return {
        "holder": quote.holder,
        "holder_id": quote.holder_id,
        "by_way_of": quote.by_way_of,
        "stance": quote.stance,
        "verb": quote.verb,
        "attitude": quote.attitude,
        "polarity": quote.polarity,
        "certainty": quote.certainty,
        "quote": quote.words,
        "quote_full": quote.full,
    }


def _cell(value: object) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case float():
            return f"{value:.15g}"  # 12 and not 12.0, which counts nobody
        case (int(first), int(last)):
            return f"{first}-{last}"
        case Role(title=title, of=of):
            return f"{title} ({of})" if of else title
        case tuple():
            return JOIN.join("?" if part is None else _cell(part) for part in value)
        case _:
            return str(value)
