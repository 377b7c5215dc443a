"""The tables of a case. What the machine said of a document is one study, kept whole; beside it stand rows to list and search.

The rows show the study with the corrections applied and can be made again from both: nothing is kept in them alone. Row
numbers follow the document and the order in it (``row_id``), so that a list keeps its order when a document is read again.
"""

from __future__ import annotations

from typing import Final

from sqlalchemy import Column, ForeignKey, Index, Integer, LargeBinary, Table, Text

from wederhoor.store.columns import document_column as _document
from wederhoor.store.columns import metadata
from wederhoor.store.columns import number_column as _number
from wederhoor.store.columns import said_column as _said
from wederhoor.store.columns import text_column as _text
from wederhoor.store.item_tables import (
    ITEM_TABLES,
    NEVER,
    OWN,
    REPORTED,
    SEARCHED,
    UNKNOWN,
    UNRATED,
    actors,
    causal,
    conflicts,
    events,
    forecasts,
    identities,
    involved,
    queue,
    sentences,
    statements,
)

__all__ = [
    "APPLICATION_ID", "ITEM_TABLES", "NEVER", "OWN", "REPORTED", "REVISIONS", "SEARCHED", "UNKNOWN", "UNRATED", "actors",
    "case_actors", "causal", "collisions", "conflicts", "corrections", "documents", "events", "forecasts", "forms",
    "identities", "involved", "members", "metadata", "queue", "removed", "sentences", "speakers", "spoken", "stale", "state",
    "statements", "studies", "terms",
]  # fmt: skip
APPLICATION_ID: Final = 0x57454448
"""``WEDH``: what SQLite's header says of the file of a case."""
REVISIONS: Final = tuple(f"{number:04}" for number in range(1, 14))
"""The revisions of these tables, oldest first; the migrations lead from each to the next."""

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
removed = Table(
    "removed",
    metadata,
    Column("doc", Text, primary_key=True),
    _number("document_id"),
)
"""The numbers of documents that were taken out: what cites them leads to no other, and to them once they come back."""
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
    # who he is among all of whom documents tell; null of nobody in particular, and until it is found
    _number("case_actor", null=True),
    Index(None, "case_actor"),
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
case_actors = Table(
    "case_actors",
    metadata,
    Column("id", Integer, primary_key=True),
    _text("name"),
    _text("key"),
    _text("kind"),
    _text("country", null=True),
    _text("sector", null=True),
    _number("documents"),
    _number("mentions"),
    # the one into whom a person merged him
    _number("same_as", null=True),
    Index(None, "documents", "mentions", "id"),
    Index(None, "key"),
    Index(None, "same_as"),
)
"""Who is who across documents: ``identities`` lead from the actors of these to them."""
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
    Index(None, "kind", "id"),
    Index(None, "who", "at"),
)
stale = Table(
    "stale",
    metadata,
    Column("correction_id", Integer, ForeignKey("corrections.id"), primary_key=True, autoincrement=False),
    _document(),
    _text("why"),
)
members = Table(
    "members",
    metadata,
    Column("name", Text, primary_key=True),
    _text("role"),
    _text("token_sha256"),
    _text("invited_by"),
    _text("at"),
)
"""Who was invited to a case. Of a token its digest is kept, twice over: what stands in a cookie is the digest of the token."""
state = Table(
    "state",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    _number("changes"),
    Column("findings", Integer, nullable=False, server_default="0"),
    Column("unjoined", Integer, nullable=False, server_default="1"),
    _text("description", null=True),
)
"""One row: how often something was written. What was made of a case holds as long as this is the same.

``findings`` is how often more was written than that a finding is right: what was made of findings alone holds as long.

``description`` is what people say of the case as a whole.

``unjoined`` is 1 while it is still to be found who in one text is who in another: until then speakers go by their names.
"""
