"""Study -> the rows of each layer's table, in the order of the reading, each with its words and whose word it is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Final

import msgspec

from wederhoor.exchange import events
from wederhoor.exchange.cases import tables
from wederhoor.exchange.cases.quotes import Quote, Quotes
from wederhoor.exchange.cases.tables import ConflictLine, ForecastLine, conflict_rows, forecast_rows, held
from wederhoor.exchange.cells import SAFE, Style
from wederhoor.exchange.events import EventLine, event_rows
from wederhoor.exchange.layers.lines import (
    ActorLine,
    CausalLine,
    ConditionLine,
    DocumentLine,
    EntityLine,
    PlaceLine,
    PropositionLine,
    TimeLine,
)
from wederhoor.exchange.statements import StatementLine, alone, statement_lines
from wederhoor.records import AUTHOR, Actor, AuthorSide, Proposition, Reading, References, Study
from wederhoor.records.propositions import Phrase
from wederhoor.records.reading import spans_of

LAYER_TABLES: Final[Mapping[str, type[msgspec.Struct]]] = {
    "documents": DocumentLine,
    "statements": StatementLine,
    "propositions": PropositionLine,
    "entities": EntityLine,
    "actors": ActorLine,
    "events": EventLine,
    "causal": CausalLine,
    "conditions": ConditionLine,
    "forecasts": ForecastLine,
    "conflicts": ConflictLine,
    "times": TimeLine,
    "places": PlaceLine,
}
"""By the name of each layer the record of its rows: those of one text by itself, with nothing from other texts."""
_WORDED: Final = {"cause", "effect", "marker", "antecedent", "consequent"}
"""Fields with one span, of which a table has the words too."""


def layer_rows(study: Study, layer: str) -> Iterator[msgspec.Struct]:
    """The rows of one layer of a text, by its name in ``LAYER_TABLES``, which has their record. Raises KeyError for another name.

    Raises UngroundedReadingError for a reading that does not stand on its text.
    """
    reading = study.reading
    made: dict[str, Callable[[], Iterable[msgspec.Struct]]] = {
        "documents": lambda: (_document(reading),),
        "statements": lambda: statement_lines(reading),
        "propositions": lambda: _propositions(study),
        "events": lambda: event_rows(reading, reading.publisher),
        "forecasts": lambda: forecast_rows(alone(reading)),
        "conflicts": lambda: conflict_rows(alone(reading)),
    }
    kind = LAYER_TABLES[layer]
    yield from made[layer]() if layer in made else _items(reading, layer, kind)


def _document(reading: Reading) -> DocumentLine:
    original = reading.original
    return DocumentLine(
        doc=reading.doc,
        lang=reading.lang,
        date=reading.date,
        title=reading.title,
        publisher=reading.publisher,
        url=reading.url,
        byline=reading.byline,
        original_kind=None if original is None else original.kind,
        original_part=None if original is None else original.part,
        original_sha256=None if original is None else original.sha256,
        characters=len(reading.text),
        words=len(reading.text.split()),
        text=reading.text,
        text_sha256=reading.sha256,
        made_by=tuple(f"{name} {version}" for name, version in sorted(reading.made_by.items())),
    )


def _items(reading: Reading, layer: str, kind: type[msgspec.Struct]) -> Iterator[msgspec.Struct]:
    """The items of a layer with the words that they stand on (of an actor his first mention), and whose word it is."""
    quotes, known = Quotes(alone(reading)), References.of(reading)
    for item in getattr(reading, layer):
        spans = item.mentions[:1] if isinstance(item, Actor) else spans_of(item)
        quote = quotes.at(reading.doc, spans, getattr(item, "holder", AUTHOR))
        told = {name: getattr(item, name) for name in item.__struct_fields__ if name != "holder"}
        words = {f"{name}_words": told[name] and reading.words([told[name]]) for name in _WORDED if name in told}
        if kind is ConditionLine:
            words["actor_name"] = item.actor and known.party(item.actor).name
        yield _row(kind, quote, {**told, **words})


def _row(kind: type[msgspec.Struct], quote: Quote, told: Mapping[str, Any]) -> msgspec.Struct:
    both = {"doc": quote.doc, **held(quote), **told}
    return kind(**{name: both[name] for name in kind.__struct_fields__})


def _propositions(study: Study) -> Iterator[msgspec.Struct]:
    quotes = Quotes(alone(study.reading))
    for one in study.propositions or ():
        author = isinstance(one.side, AuthorSide)
        quote = quotes.at(study.reading.doc, (one.span,), AUTHOR if isinstance(one.side, AuthorSide) else one.side)
        yield _row(PropositionLine, quote, {**_predication(one), "statement_id": None if author else one.side})


def _predication(one: Proposition) -> dict[str, Any]:
    return {
        "span": one.span,
        "predicate": one.predicate,
        "so": one.polarity,
        "mode": one.mode,
        "state": one.state,
        **_taking_part("subject", one.subject),
        **_taking_part("object", one.object),
        "others": tuple(f"{preposition}: {phrase.head}" for preposition, phrase in one.others),
        "amount_of": one.amount and one.amount.of.head,
        "amount_low": one.amount and one.amount.low,
        "amount_high": one.amount and one.amount.high,
        "times": tuple("/".join(days) for days in one.times),
        "places": one.places,
        "besides": one.besides,
    }


def _taking_part(role: str, phrase: Phrase | None) -> dict[str, Any]:
    return {
        role: phrase and phrase.head,
        f"{role}_actor": phrase and phrase.actor,
        f"{role}_modifiers": phrase.modifiers if phrase else (),
    }


def table_of(layer: str, studies: Iterable[Study], style: Style = SAFE, *, header: bool = True) -> bytes:
    """The table of one layer of texts as CSV in UTF-8, lines ending in CRLF; ``style`` as in ``cells``.

    Raises as ``layer_rows``.
    """
    rows = (row for study in studies for row in layer_rows(study, layer))
    if layer == "events":
        return events.encode_csv((row for row in rows if isinstance(row, EventLine)), header=header, style=style)
    return tables.encode_csv(rows, LAYER_TABLES[layer], style, header=header)
