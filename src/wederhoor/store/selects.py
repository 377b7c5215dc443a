"""The tables of a case joined with documents and speakers, to be narrowed, and their rows as records."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, TypeVar

import msgspec
from sqlalchemy import ColumnElement, FromClause, RowMapping, Select, Table, func, select

from wederhoor.store.listed import DocumentRow, EventRow, ForecastRow, QueueRow, StatementRow
from wederhoor.store.schema import NEVER, UNKNOWN, UNRATED, collisions, conflicts, documents, speakers, statements

Record = TypeVar("Record", bound=msgspec.Struct)


@cache  # putting a query together takes longer than asking it
def statement_query() -> Select[Any]:
    """Statements with their documents and the names of their speakers, to be narrowed."""
    base = statements.join(documents, documents.c.id == statements.c.document_id)
    joined, name, head = with_speaker(base, statements.c.speaker_id, "s")
    own = [column for column in statements.c if column.name not in {"lemmas", "speaker_id", "document_id"}]
    columns = (*own, documents.c.doc, documents.c.title, name.label("speaker"), head.label("speaker_id"))
    return select(*columns).select_from(joined)


@cache
def held_query(table: Table) -> Select[Any]:
    """Items of a table with their documents and the names of those whose word they are, to be narrowed."""
    base = table.join(documents, documents.c.id == table.c.document_id)
    joined, name, _ = with_speaker(base, table.c.speaker_id, "s")
    return select(table, documents.c.doc, documents.c.date, name.label("speaker")).select_from(joined)


def collision_query() -> Select[Any]:
    """Conflicts across documents with the documents and the names of the speakers of both sides, to be narrowed."""
    columns: list[ColumnElement[Any]] = []
    joined: FromClause = collisions
    for side in ("a", "b"):
        document = documents.alias(f"{side}_document")
        joined = joined.join(document, document.c.id == collisions.c[f"{side}_document_id"])
        joined, name, _ = with_speaker(joined, collisions.c[f"{side}_speaker_id"], side)
        date = func.nullif(document.c.date, UNKNOWN)
        columns += [name.label(f"{side}_speaker"), document.c.doc.label(f"{side}_doc"), date.label(f"{side}_date")]
    return select(collisions, *columns).select_from(joined)


@cache
def conflict_query() -> Select[Any]:
    """Conflicts within documents with the documents and the names of those on both sides, to be narrowed."""
    joined: FromClause = conflicts.join(documents, documents.c.id == conflicts.c.document_id)
    joined, a, _ = with_speaker(joined, conflicts.c.a_speaker_id, "a")
    joined, b, _ = with_speaker(joined, conflicts.c.b_speaker_id, "b")
    sides = (a.label("a_speaker"), b.label("b_speaker"))
    return select(conflicts, documents.c.doc, documents.c.date, *sides).select_from(joined)


def with_speaker(
    joined: FromClause, speaker_id: ColumnElement[Any], name: str
) -> tuple[FromClause, ColumnElement[Any], ColumnElement[Any]]:
    """The tables with those of a speaker, his name and number: of one who was merged, those of the other."""
    own = speakers.alias(f"{name}_own")
    head = speakers.alias(f"{name}_head")
    joined = joined.outerjoin(own, own.c.id == speaker_id).outerjoin(head, head.c.id == own.c.same_as)
    return joined, func.coalesce(head.c.name, own.c.name), func.coalesce(head.c.id, own.c.id)


def statement_row(row: RowMapping) -> StatementRow:
    """A row of ``statement_query``."""
    return _convert(row, StatementRow)


def document_row_of(row: RowMapping) -> DocumentRow:
    return _convert(row, DocumentRow, made_by=msgspec.json.decode(row["made_by"]))


def event_row(row: RowMapping) -> EventRow:
    agents, patients = (msgspec.json.decode(row[name]) for name in ("agents", "patients"))
    return _convert(row, EventRow, agents=agents, patients=patients, time_start=row["time_start"] or None)


def forecast_row(row: RowMapping) -> ForecastRow:
    return _convert(row, ForecastRow, until=None if row["until"] == NEVER else row["until"])


def queue_row(row: RowMapping) -> QueueRow:
    """A row of the queue with the words of its finding."""
    sure = None if row["sure"] == UNRATED else row["sure"] / 100
    return _convert(row, QueueRow, confidence=sure, doubts=row["doubts"].split())


def converter(record: type[Record]) -> Callable[[RowMapping], Record]:
    return lambda row: _convert(row, record)


def _convert(row: Mapping[Any, Any], record: type[Record], **changed: object) -> Record:
    fields = {**{str(name): value for name, value in row.items()}, **changed}
    if fields.get("date") == UNKNOWN:
        fields["date"] = None
    return msgspec.convert(fields, record)
