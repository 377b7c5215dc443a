"""The tables of a case. What the machine said of a document is one study, kept whole; beside it stand rows to list and search.

The rows show the study with the corrections applied and can be made again from both: nothing is kept in them alone. Row
numbers follow the document and the order in it (``row_id``), so that a list keeps its order when a document is read again.
"""

from __future__ import annotations

from typing import Final

from sqlalchemy import Column, Float, ForeignKey, Index, Integer, LargeBinary, MetaData, Table, Text, text

from wederhoor.store.columns import Lexemes
from wederhoor.store.columns import document_column as _document
from wederhoor.store.columns import key_column as _key
from wederhoor.store.columns import number_column as _number
from wederhoor.store.columns import row_column as _row
from wederhoor.store.columns import said_column as _said
from wederhoor.store.columns import speaker_column as _speaker
from wederhoor.store.columns import text_column as _text

APPLICATION_ID: Final = 0x57454448
"""``WEDH``: what SQLite's header says of the file of a case."""
REVISIONS: Final = ("0001", "0002", "0003", "0004", "0005", "0006", "0007", "0008")
"""The revisions of these tables, oldest first; the migrations lead from each to the next."""

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

documents = Table(
    "documents",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("doc", Text, nullable=False, unique=True),
    _text("sha256"),
    _text("title", null=True),
    _text("date"),
    _text("lang"),
    _text("publisher", null=True),
    _text("made_by"),
    _text("imported_at"),
    _text("origin", null=True),
    _text("source_sha256", null=True),
    _text("read_with", null=True),
    _number("characters"),
    _number("statements"),
    _number("events"),
    _number("forecasts"),
    _number("corrections"),
    Column("matched", Integer, nullable=False, server_default="0"),
    Index(None, "origin"),
    Index(None, "date", "id"),
    Index(None, "matched", "id"),
    # all that the summary of a case adds up, so that it need not read the documents
    Index("ix_documents_summary", "made_by", "statements", "events", "forecasts", "imported_at", "date"),
)
studies = Table(
    "studies",
    metadata,
    Column("document_id", Integer, ForeignKey("documents.id"), primary_key=True, autoincrement=False),
    Column("study", LargeBinary, nullable=False),
)
speakers = Table(
    "speakers",
    metadata,
    Column("id", Integer, primary_key=True),
    _text("name"),
    # his own, and his name's, which others may have, too
    Column("key", Text, nullable=False, unique=True),
    Column("called", Text, nullable=False, server_default=""),
    _number("statements"),
    Column("same_as", Integer, ForeignKey("speakers.id")),
    # of one whose word counts in another's account, by which the joined go
    _number("account", null=True),
    # 1 of who stands for nobody in particular: he is shown by name, and has no account
    Column("nobody", Integer, nullable=False, server_default="0"),
    Index(None, "statements", "id"),
    Index(None, "same_as"),
    Index(None, "account"),
    Index(None, "called"),
)
spoken = Table(
    "spoken",
    metadata,
    Column("document_id", Integer, primary_key=True, autoincrement=False),
    Column("key", Text, primary_key=True),
    Column("actor", Text, primary_key=True),
    _text("name"),
    Column("speaker_id", Integer, ForeignKey("speakers.id"), nullable=False),
    Index(None, "key"),
    Index(None, "speaker_id"),
)
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
    Index(None, "key", "id"),
)
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
collisions = Table(
    "collisions",
    metadata,
    Column("id", Integer, primary_key=True),
    _text("kind"),
    _text("why"),
    _text("reason", null=True),
    _text("terms", null=True),
    _number("a_document_id"),
    _text("a", null=True),
    _number("a_start"),
    _number("a_end"),
    _text("a_quote"),
    Column("a_speaker_id", Integer, ForeignKey("speakers.id")),
    _said("a_row"),
    _number("b_document_id"),
    _text("b", null=True),
    _number("b_start"),
    _number("b_end"),
    _text("b_quote"),
    Column("b_speaker_id", Integer, ForeignKey("speakers.id")),
    _said("b_row"),
    _text("verdict", null=True),
    _number("judged", null=True),
    Index(None, "a_document_id", "id"),
    Index(None, "b_document_id", "id"),
    Index(None, "kind", "id"),
    Index(None, "verdict", "id"),
)
terms = Table(
    "terms",
    metadata,
    Column("term", Text, primary_key=True),
    Column("document_id", Integer, primary_key=True, autoincrement=False),
    Index(None, "document_id"),
)
forms = Table(
    "forms",
    metadata,
    Column("form", Text, primary_key=True),
    Column("lemma", Text, primary_key=True),
    _number("times"),
    Index(None, "lemma"),
)
corrections = Table(
    "corrections",
    metadata,
    Column("id", Integer, primary_key=True),
    _text("at"),
    _text("who"),
    _text("kind"),
    _text("doc", null=True),
    _text("target", null=True),
    _text("payload"),
    Column("undoes", Integer, ForeignKey("corrections.id")),
    Index(None, "doc", "id"),
)
stale = Table(
    "stale",
    metadata,
    Column("correction_id", Integer, ForeignKey("corrections.id"), primary_key=True, autoincrement=False),
    _document(),
    _text("why"),
)
state = Table(
    "state",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    _number("changes"),
    Column("unjoined", Integer, nullable=False, server_default="1"),
)
"""One row: how often something was written. What was made of a case holds as long as this is the same.

``unjoined`` is 1 while it is still to be found who in one text is who in another: until then speakers go by their names.
"""
UNKNOWN: Final = ""
"""A day that is not known, in columns that lists are ordered by; a null would fall out of their pages."""
NEVER: Final = "9999-12-31"
"""The last day of a forecast without one, so that it comes last."""
UNRATED: Final = 101
"""How sure a finding is that is not rated, in hundredths: after all others. A null would fall out of the pages."""
ITEM_TABLES: Final = (sentences, statements, events, actors, causal, forecasts, conflicts)
"""The tables that are filled from a study."""
SEARCHED: Final = (sentences, statements)
"""Those of them that have an index of words, on SQLite a table of its own called ``..._words``."""
