"""The tables of a case joined with documents, speakers and statements, to be narrowed, and their rows as records."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, TypeVar

import msgspec
from sqlalchemy import ColumnElement, FromClause, RowMapping, Select, Table, and_, func, select

from wederhoor.records import Span
from wederhoor.records.prepared import prepared
from wederhoor.store.row_types import (
    CollisionRow,
    ConflictRow,
    DocumentRow,
    EventRow,
    ForecastRow,
    QueueRow,
    StatementRow,
)
from wederhoor.store.schema import (
    NEVER,
    UNKNOWN,
    UNRATED,
    collisions,
    conflicts,
    corrections,
    documents,
    forecasts,
    speakers,
    statements,
)

Record = TypeVar("Record", bound=msgspec.Struct)
STANCE = ("attitude", "polarity", "certainty", "stance", "verb")
"""How a statement is said."""


@cache  # putting a query together takes longer than asking it
def statement_query() -> Select[Any]:
    """Statements with their documents and the names of their speakers, to be narrowed."""
    base = statements.join(documents, documents.c.id == statements.c.document_id)
    joined, name, head = with_speaker(base, statements.c.speaker_id, "s")
    own = [column for column in statements.c if column.name not in {"lemmas", "speaker_id", "document_id"}]
    about = (documents.c.doc, documents.c.title, documents.c.lang)
    return select(*own, *about, name.label("speaker"), head.label("speaker_id")).select_from(joined)


@cache
def held_query(table: Table) -> Select[Any]:
    """Items of a table with their documents, with those whose word they are and how these say it, to be narrowed."""
    base = table.join(documents, documents.c.id == table.c.document_id)
    joined, name, _ = with_speaker(base, table.c.speaker_id, "s")
    joined, said = with_stance(
        joined, table.c.holder_row, "", {"polarity": "holder_polarity"} if "polarity" in table.c else {}
    )
    about = (documents.c.doc, documents.c.date, documents.c.lang)
    return select(table, *about, name.label("speaker"), *said).select_from(joined)


@cache
def forecast_query() -> Select[Any]:
    """Forecasts as ``held_query``, with the entry of the log on what came of each."""
    entry = corrections.c
    told = (entry.who.label("outcome_by"), entry.at.label("outcome_at"), entry.payload.label("outcome_told"))
    joined = held_query(forecasts).outerjoin(corrections, entry.id == forecasts.c.outcome_entry)
    return joined.add_columns(*told)


@cache
def collision_query() -> Select[Any]:
    """Conflicts across documents with the documents, the speakers and the statements of both sides, to be narrowed."""
    columns: list[ColumnElement[Any]] = []
    joined: FromClause = collisions
    for side in ("a", "b"):
        c = collisions.c
        document = documents.alias(f"{side}_document")
        joined = joined.join(document, document.c.id == c[f"{side}_document_id"])
        joined, name, _ = with_speaker(joined, c[f"{side}_speaker_id"], side)
        # a row of before stays until the documents are compared again: then another statement may have that number
        same = {"start": c[f"{side}_start"], "end": c[f"{side}_end"]}
        joined, said = with_stance(joined, c[f"{side}_row"], f"{side}_", same=same)
        date = func.nullif(document.c.date, UNKNOWN)
        about = (name.label(f"{side}_speaker"), document.c.doc.label(f"{side}_doc"), date.label(f"{side}_date"))
        columns += [*about, *said]
        columns += [document.c.lang] if side == "a" else []
    return select(collisions, *columns).select_from(joined)


@cache
def conflict_query() -> Select[Any]:
    """Conflicts within documents with the documents, the speakers and the statements of both sides, to be narrowed."""
    joined: FromClause = conflicts.join(documents, documents.c.id == conflicts.c.document_id)
    joined, a, _ = with_speaker(joined, conflicts.c.a_speaker_id, "a")
    joined, b, _ = with_speaker(joined, conflicts.c.b_speaker_id, "b")
    joined, a_said = with_stance(joined, conflicts.c.a_row, "a_")
    joined, b_said = with_stance(joined, conflicts.c.b_row, "b_")
    about = (documents.c.doc, documents.c.date, documents.c.lang)
    return select(conflicts, *about, a.label("a_speaker"), b.label("b_speaker"), *a_said, *b_said).select_from(joined)


def with_speaker(
    joined: FromClause, speaker_id: ColumnElement[Any], name: str
) -> tuple[FromClause, ColumnElement[Any], ColumnElement[Any]]:
    """The tables with those of a speaker, his name and number: of one who was merged, those of the other."""
    own = speakers.alias(f"{name}_own")
    head = speakers.alias(f"{name}_head")
    joined = joined.outerjoin(own, own.c.id == speaker_id).outerjoin(head, head.c.id == own.c.same_as)
    return joined, func.coalesce(head.c.name, own.c.name), func.coalesce(head.c.id, own.c.id)


def with_stance(
    joined: FromClause,
    row: ColumnElement[Any],
    prefix: str,
    names: Mapping[str, str] | None = None,
    same: Mapping[str, ColumnElement[Any]] | None = None,
) -> tuple[FromClause, list[ColumnElement[Any]]]:
    """The tables with the statement of that number: how it is said, and its pieces.

    ``names`` are other names of columns, ``same`` what the statement has to agree with.
    """
    said = statements.alias(f"{prefix}said")
    agrees = [said.c[column] == value for column, value in (same or {}).items()]
    joined = joined.outerjoin(said, and_(said.c.id == row, *agrees))
    named = {column: f"{prefix}{(names or {}).get(column, column)}" for column in (*STANCE, "pieces")}
    return joined, [said.c[column].label(name) for column, name in named.items()]


def statement_row(row: RowMapping) -> StatementRow:
    """A row of ``statement_query``."""
    return converted(row, StatementRow, **_whole(row))


def conflict_row(row: RowMapping) -> ConflictRow:
    """A row of ``conflict_query``."""
    return converted(row, ConflictRow, terms=_terms(row), **_whole(row, "a_"), **_whole(row, "b_"))


def collision_row_of(row: RowMapping) -> CollisionRow:
    """A row of ``collision_query``."""
    return converted(row, CollisionRow, terms=_terms(row), **_whole(row, "a_"), **_whole(row, "b_"))


def _terms(row: RowMapping) -> list[str]:
    found: list[str] = msgspec.json.decode(row["terms"] or "[]")
    return found


def document_row_of(row: RowMapping) -> DocumentRow:
    return converted(row, DocumentRow, made_by=msgspec.json.decode(row["made_by"]))


def event_row(row: RowMapping) -> EventRow:
    agents, patients = (msgspec.json.decode(row[name]) for name in ("agents", "patients"))
    return converted(row, EventRow, agents=agents, patients=patients, time_start=row["time_start"] or None)


def forecast_row(row: RowMapping) -> ForecastRow:
    told = msgspec.json.decode(row["outcome_told"] or "{}")
    until = None if row["until"] == NEVER else row["until"]
    return converted(row, ForecastRow, until=until, outcome_source=told.get("source"))


def queue_row(row: RowMapping) -> QueueRow:
    """A row of the queue with the words of its finding."""
    sure = None if row["sure"] == UNRATED else row["sure"] / 100
    own, other = _whole(row), _whole({"quote": row["other"], "pieces": row["other_pieces"]})
    beside = {"other_full": other["quote_full"], "other_gaps": other["gaps"]}
    return converted(row, QueueRow, confidence=sure, doubts=row["doubts"].split(), **own, **beside)


def converter(record: type[Record]) -> Callable[[RowMapping], Record]:
    return lambda row: converted(row, record)


def _whole(row: Mapping[Any, Any], prefix: str = "") -> dict[str, Any]:
    """The whole stretch of a statement, and where in it stand words that are not of it."""
    pieces: list[tuple[str, bool]] = msgspec.json.decode(row[f"{prefix}pieces"] or "[]")
    gaps: list[Span] = []
    at = 0
    for words, own in pieces:
        gaps += [] if own else [(at, at + len(words))]
        at += len(words)
    whole = "".join(words for words, _ in pieces) if pieces else row[f"{prefix}quote"]
    return {f"{prefix}quote_full": whole, f"{prefix}gaps": gaps}


def converted(row: Mapping[Any, Any], record: type[Record], **changed: object) -> Record:
    fields = {**{str(name): value for name, value in row.items()}, **changed}
    if fields.get("date") == UNKNOWN:
        fields["date"] = None
    return msgspec.convert(fields, prepared(record))
