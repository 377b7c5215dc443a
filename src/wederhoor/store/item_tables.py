"""The tables that are filled from what was found in documents, and can be made again from it at any time."""

from __future__ import annotations

from typing import Final

from sqlalchemy import BigInteger, Column, Float, ForeignKey, Index, Integer, Table, Text, text

from wederhoor.store.columns import Lexemes, metadata
from wederhoor.store.columns import document_column as _document
from wederhoor.store.columns import key_column as _key
from wederhoor.store.columns import number_column as _number
from wederhoor.store.columns import row_column as _row
from wederhoor.store.columns import said_column as _said
from wederhoor.store.columns import speaker_column as _speaker
from wederhoor.store.columns import text_column as _text

UNKNOWN: Final = ""
"""A day that is not known, in columns that lists are ordered by; a null would fall out of their pages."""
NEVER: Final = "9999-12-31"
"""The last day of a forecast without one, so that it comes last."""
UNRATED: Final = 101
"""How sure a finding is that is not rated, in hundredths: after all others. A null would fall out of the pages."""
sentences = Table(
    "sentences",
    metadata,
    _key(),
    _document(),
    _number("start"),
    _number("end"),
    _text("text"),
    Column("lemmas", Lexemes, nullable=False),
)
statements = Table(
    "statements",
    metadata,
    _key(),
    _document(),
    _text("item"),
    _text("parent", null=True),
    _speaker(),
    _text("actor", null=True),
    _text("form"),
    _text("attitude"),
    _text("polarity"),
    _text("certainty"),
    _number("start"),
    _number("end"),
    _text("quote"),
    _text("before"),
    _text("after"),
    _text("date"),
    # how its holder stands to it, the words of saying it, and where others interrupt it the whole stretch in pieces
    _text("stance", null=True),
    _text("verb", null=True),
    _text("pieces", null=True),
    Column("lemmas", Lexemes, nullable=False),
    Index(None, "speaker_id", "id"),
    Index(None, "attitude", "id"),
    Index(None, "date", "id"),
)
OWN: Final = text("holder = 'author'")
REPORTED: Final = text("holder <> 'author'")
events = Table(
    "events",
    metadata,
    _key(),
    _document(),
    _text("item"),
    _text("holder"),
    _speaker(),
    _said("holder_row"),
    _text("code"),
    _text("mode", null=True),
    _text("agents"),
    _text("patients"),
    _text("place", null=True),
    _text("country", null=True),
    Column("lat", Float),
    Column("lon", Float),
    _text("time_start"),
    _text("time_end", null=True),
    _text("polarity"),
    _text("modality"),
    _number("start"),
    _number("end"),
    _text("quote"),
    Index(None, "code", "id"),
    Index(None, "place", "id"),
    Index(None, "time_start", "id"),
    # a page of what others report must not go through all that the authors tell, nor the other way round
    Index("ix_events_own", "time_start", "id", sqlite_where=OWN, postgresql_where=OWN),
    Index("ix_events_reported", "time_start", "id", sqlite_where=REPORTED, postgresql_where=REPORTED),
)
actors = Table(
    "actors",
    metadata,
    _key(),
    _document(),
    _text("item"),
    _text("name"),
    _text("key"),
    _text("kind"),
    _text("country", null=True),
    _text("sector", null=True),
    _number("mentions"),
    _text("aliases", null=True),
    _text("roles", null=True),
    Index(None, "key", "id"),
)
involved = Table(
    "involved",
    metadata,
    Column("actor_row", BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=False),
    Column("part", Text, primary_key=True),
    Column("item_row", BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=False),
    Index(None, "item_row", "part"),
)
"""Who does what and whom it is done to (``agent``, ``patient``: rows of events), and of whom statements speak (``subject``)."""
identities = Table(
    "identities",
    metadata,
    Column("actor_row", BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=False),
    _number("case_actor"),
    Index(None, "case_actor", "actor_row"),
)
"""Who an actor of a document is in the case. Without a row until it is found."""
causal = Table(
    "causal",
    metadata,
    _key(),
    _document(),
    _text("item"),
    _text("holder"),
    _speaker(),
    _said("holder_row"),
    _text("sign"),
    _text("cause"),
    _text("effect"),
    _number("start"),
    _number("end"),
    Index(None, "speaker_id", "id"),
)
forecasts = Table(
    "forecasts",
    metadata,
    _key(),
    _document(),
    _text("item"),
    _text("holder"),
    _speaker(),
    _said("holder_row"),
    _text("kind"),
    _text("from", null=True),
    _text("until"),
    _number("start"),
    _number("end"),
    _text("quote"),
    # what somebody said came of it, and the number of that entry of the log
    _text("outcome", null=True),
    _number("outcome_entry", null=True),
    Index(None, "until", "id"),
    Index(None, "speaker_id", "until", "id"),
)
conflicts = Table(
    "conflicts",
    metadata,
    _key(),
    _document(),
    _text("item"),
    _text("kind"),
    _text("why"),
    _text("reason", null=True),
    _text("terms", null=True),
    _text("a", null=True),
    _text("a_quote"),
    Column("a_speaker_id", Integer, ForeignKey("speakers.id")),
    _said("a_row"),
    _text("b", null=True),
    _text("b_quote"),
    Column("b_speaker_id", Integer, ForeignKey("speakers.id")),
    _said("b_row"),
    Index(None, "kind", "id"),
    Index(None, "a_speaker_id", "id"),
    Index(None, "b_speaker_id", "id"),
)
queue = Table(
    "queue",
    metadata,
    _key(),
    _document(),
    _text("layer"),
    _text("item"),
    _row("row"),
    _speaker(),
    _number("sure"),
    _text("doubt"),
    _text("doubts"),
    Index(None, "sure", "id"),
    Index(None, "doubt", "sure", "id"),
    Index(None, "speaker_id", "sure", "id"),
)
ITEM_TABLES: Final = (sentences, statements, events, actors, causal, forecasts, conflicts)
"""The tables that are filled from a study."""
SEARCHED: Final = (sentences, statements)
"""Those of them that have an index of words, on SQLite a table of its own called ``..._words``."""
