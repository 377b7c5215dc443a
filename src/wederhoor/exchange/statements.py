"""The statements of a reading as a table: one row per statement, with its words and how its speaker stands to them."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from wederhoor.cases import within_document
from wederhoor.exchange.cases.quotes import Quotes
from wederhoor.exchange.cases.tables import held
from wederhoor.records import (
    ActorKind,
    Attitude,
    Case,
    Certainty,
    Doubt,
    Form,
    Polarity,
    Reading,
    Sector,
    Span,
    Stance,
)


class StatementLine(msgspec.Struct, frozen=True, kw_only=True):
    """A statement. ``quote`` and ``quote_full`` are ``words`` and ``full`` of a ``Quote``; its holder is told as there.

    ``holder`` is the speaker, None for unnamed authority; ``actor_id`` and what follows it are of the actor that he is.
    ``parent`` is the statement in whose words this one stands. ``part`` is the page of the PDF, or the paragraph of the file of
    another form, in which it begins; None for a plain text.
    """

    doc: str
    statement_id: str
    parent: str | None
    holder: str | None
    actor_id: str | None
    actor: str | None
    actor_kind: ActorKind | None
    actor_country: str | None
    actor_sector: Sector | None
    by_way_of: tuple[str | None, ...]
    form: Form
    stance: Stance | None
    verb: str | None
    attitude: Attitude | None
    polarity: Polarity | None
    certainty: Certainty | None
    quote: str
    quote_full: str
    spans: tuple[Span, ...]
    place: str
    part: int | None
    confidence: float | None
    doubts: tuple[Doubt, ...]
    document_date: str | None
    title: str | None
    publisher: str | None
    text_sha256: str
    made_by: tuple[str, ...]


def statement_lines(reading: Reading) -> Iterator[StatementLine]:
    """The statements of a reading in its order. Raises UngroundedReadingError for one that does not stand on its text."""
    quotes = Quotes(alone(reading))
    actors = {actor.id: actor for actor in reading.actors}
    made_by = tuple(f"{name} {version}" for name, version in sorted(reading.made_by.items()))
    for a in reading.attributions:
        actor = None if a.actor is None else actors[a.actor]
        quote = quotes.at(reading.doc, a.content, a.id)
        of_holder = {name: value for name, value in held(quote).items() if name != "holder_id"}
        yield StatementLine(
            doc=reading.doc,
            statement_id=a.id,
            parent=a.parent,
            actor_id=a.actor,
            actor=None if actor is None else actor.name,
            actor_kind=None if actor is None else actor.kind,
            actor_country=None if actor is None else actor.country,
            actor_sector=None if actor is None else actor.sector,
            form=a.form,
            **of_holder,
            spans=quote.spans,
            place=quote.place,
            part=None if reading.original is None else reading.original.number_at(quote.spans[0][0]),
            confidence=a.confidence,
            doubts=a.doubts,
            document_date=reading.date,
            title=reading.title,
            publisher=reading.publisher,
            text_sha256=reading.sha256,
            made_by=made_by,
        )


def alone(reading: Reading) -> Case:
    """A reading as a case of one document, in which nothing is compared: what its tables are made of."""
    conflicts = tuple(within_document(reading.doc, c) for c in reading.conflicts)
    return Case(documents=(reading,), actors=(), accounts=(), conflicts=conflicts, issues=(), rules=())
