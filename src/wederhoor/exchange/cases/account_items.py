"""What an account has: its statements, causes, forecasts and events, each with its words."""

from __future__ import annotations

from collections.abc import Iterator

from wederhoor.exchange.cases.quotes import Quotes
from wederhoor.exchange.cases.report import ShownCause, ShownEvent, ShownForecast, ShownStatement
from wederhoor.records import Account, Case, Forecast, Ref


class Items:
    """Finds the items of accounts by their ids."""

    def __init__(self, case: Case, quotes: Quotes) -> None:
        self._quotes = quotes
        documents = case.documents
        self._statements = {Ref(r.doc, item.id): item for r in documents for item in r.attributions}
        self._causes = {Ref(r.doc, item.id): item for r in documents for item in r.causal}
        self._forecasts = {Ref(r.doc, item.id): item for r in documents for item in r.forecasts}
        self._events = {Ref(r.doc, item.id): item for r in documents for item in r.events}
        self._again = {Ref(copy.side.doc, str(copy.side.side)) for copy in case.repeated}
        self._known = {ref for actor in case.actors for ref in (*actor.members, *actor.voices)}

    def statements(self, account: Account) -> tuple[ShownStatement, ...]:
        """The statements, what copies of a text repeat left out."""
        found = ((ref, self._statements[ref]) for ref in account.statements if ref not in self._again)
        return tuple(ShownStatement(id=a.id, quote=self._quotes.at(ref.doc, a.content, a.id)) for ref, a in found)

    def causes(self, account: Account) -> tuple[ShownCause, ...]:
        return tuple(self._cause(ref) for ref in account.causal)

    def _cause(self, ref: Ref) -> ShownCause:
        claim = self._causes[ref]
        (first, one), (second, other) = sorted((claim.cause, claim.effect))
        return ShownCause(
            id=claim.id,
            cause=self._quotes.at(ref.doc, (claim.cause,), claim.holder).words,
            effect=self._quotes.at(ref.doc, (claim.effect,), claim.holder).words,
            sign=claim.sign,
            quote=self._quotes.at(ref.doc, ((min(first, second), max(one, other)),), claim.holder),
        )

    def forecasts(self, account: Account) -> tuple[ShownForecast, ...]:
        return tuple(shown_forecast(ref.doc, self._forecasts[ref], self._quotes) for ref in account.forecasts)

    def events(self, account: Account) -> tuple[ShownEvent, ...]:
        found = ((ref, self._events[ref]) for ref in account.events)
        return tuple(
            ShownEvent(
                id=event.id,
                code=event.code,
                mode=event.mode,
                polarity=event.polarity,
                modality=event.modality,
                quote=self._quotes.event(ref),
            )
            for ref, event in found
        )

    def other_speakers(self, account: Account) -> Iterator[str]:
        """The names of speakers of an account who are no actors."""
        for ref in account.statements:
            statement = self._statements[ref]
            known = Ref(ref.doc, statement.actor or statement.speaker or "") in self._known
            if statement.speaker and not known:
                yield statement.speaker


def shown_forecast(doc: str, forecast: Forecast, quotes: Quotes, *, due: bool | None = None) -> ShownForecast:
    """A forecast with its words; ``due`` is None where no day is asked about."""
    condition = forecast.condition
    return ShownForecast(
        id=forecast.id,
        kind=forecast.kind,
        quote=quotes.at(doc, (forecast.span,), forecast.holder),
        condition=None if condition is None else quotes.at(doc, (condition,), forecast.holder).words,
        from_=forecast.from_,
        until=forecast.until,
        due=due,
    )
