"""The ledger of forecasts: who predicted what, and of which the time has come to check it."""

from __future__ import annotations

from wederhoor.records import Case, LedgerEntry, Ref


def ledger(case: Case, due: str | None = None) -> tuple[LedgerEntry, ...]:
    """All forecasts of a case, by the last day of their window, those without one last.

    With ``due`` (ISO 8601), those whose window has passed on that day are marked as due.
    """
    holder_of = {ref: account.holder for account in case.accounts for ref in account.forecasts}
    entries = [
        LedgerEntry(
            forecast=Ref(reading.doc, forecast.id),
            holder=holder_of.get(Ref(reading.doc, forecast.id), ""),
            until=forecast.until,
            due=due is not None and forecast.until is not None and forecast.until < due,
        )
        for reading in case.documents
        for forecast in reading.forecasts
    ]
    return tuple(sorted(entries, key=lambda e: (e.until is None, e.until or "", e.forecast)))
