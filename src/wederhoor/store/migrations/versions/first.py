"""The first tables of a case."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from wederhoor.store.schema import Lexemes

revision = "0001"
down_revision = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
SEARCHED = ("sentences", "statements")


def upgrade() -> None:
    _tables_of_documents()
    _tables_of_items()
    for table in SEARCHED:
        _search(table)


def _tables_of_documents() -> None:
    op.create_table(
        "corrections",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("doc", sa.Text(), nullable=True),
        sa.Column("target", sa.Text(), nullable=True),
        sa.Column("payload", sa.Text(), nullable=False),
        sa.Column("undoes", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["undoes"], ["corrections.id"], name="fk_corrections_undoes"),
        sa.PrimaryKeyConstraint("id", name="pk_corrections"),
    )
    op.create_index("ix_corrections_doc_id", "corrections", ["doc", "id"])
    op.create_table(
        "documents",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("doc", sa.Text(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("date", sa.Text(), nullable=False),
        sa.Column("lang", sa.Text(), nullable=False),
        sa.Column("publisher", sa.Text(), nullable=True),
        sa.Column("made_by", sa.Text(), nullable=False),
        sa.Column("imported_at", sa.Text(), nullable=False),
        sa.Column("origin", sa.Text(), nullable=True),
        sa.Column("source_sha256", sa.Text(), nullable=True),
        sa.Column("read_with", sa.Text(), nullable=True),
        sa.Column("characters", sa.Integer(), nullable=False),
        sa.Column("statements", sa.Integer(), nullable=False),
        sa.Column("events", sa.Integer(), nullable=False),
        sa.Column("forecasts", sa.Integer(), nullable=False),
        sa.Column("corrections", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_documents"),
        sa.UniqueConstraint("doc", name="uq_documents_doc"),
    )
    op.create_index("ix_documents_date_id", "documents", ["date", "id"])
    op.create_index("ix_documents_origin", "documents", ["origin"])
    op.create_table(
        "forms",
        sa.Column("form", sa.Text(), nullable=False),
        sa.Column("lemma", sa.Text(), nullable=False),
        sa.Column("times", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("form", "lemma", name="pk_forms"),
    )
    op.create_index("ix_forms_lemma", "forms", ["lemma"])
    op.create_table(
        "speakers",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("statements", sa.Integer(), nullable=False),
        sa.Column("same_as", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["same_as"], ["speakers.id"], name="fk_speakers_same_as"),
        sa.PrimaryKeyConstraint("id", name="pk_speakers"),
        sa.UniqueConstraint("key", name="uq_speakers_key"),
    )
    op.create_index("ix_speakers_same_as", "speakers", ["same_as"])
    op.create_index("ix_speakers_statements_id", "speakers", ["statements", "id"])
    op.create_table(
        "stale",
        sa.Column("correction_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["correction_id"], ["corrections.id"], name="fk_stale_correction_id"),
        sa.PrimaryKeyConstraint("correction_id", name="pk_stale"),
    )
    op.create_table(
        "studies",
        sa.Column("document_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("study", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["document_id"], ["documents.id"], name="fk_studies_document_id"),
        sa.PrimaryKeyConstraint("document_id", name="pk_studies"),
    )


def _tables_of_items() -> None:
    op.create_table(
        "actors",
        sa.Column("id", BIG, autoincrement=False, nullable=False),
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("item", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("country", sa.Text(), nullable=True),
        sa.Column("sector", sa.Text(), nullable=True),
        sa.Column("mentions", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_actors"),
    )
    op.create_index("ix_actors_key_id", "actors", ["key", "id"])
    op.create_table(
        "sentences",
        sa.Column("id", BIG, autoincrement=False, nullable=False),
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("lemmas", Lexemes(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_sentences"),
    )
    op.create_table(
        "causal",
        sa.Column("id", BIG, autoincrement=False, nullable=False),
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("item", sa.Text(), nullable=False),
        sa.Column("holder", sa.Text(), nullable=False),
        sa.Column("speaker_id", sa.Integer(), nullable=True),
        sa.Column("sign", sa.Text(), nullable=False),
        sa.Column("cause", sa.Text(), nullable=False),
        sa.Column("effect", sa.Text(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["speaker_id"], ["speakers.id"], name="fk_causal_speaker_id"),
        sa.PrimaryKeyConstraint("id", name="pk_causal"),
    )
    op.create_index("ix_causal_speaker_id_id", "causal", ["speaker_id", "id"])
    op.create_table(
        "conflicts",
        sa.Column("id", BIG, autoincrement=False, nullable=False),
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("item", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("a", sa.Text(), nullable=True),
        sa.Column("a_quote", sa.Text(), nullable=False),
        sa.Column("a_speaker_id", sa.Integer(), nullable=True),
        sa.Column("b", sa.Text(), nullable=True),
        sa.Column("b_quote", sa.Text(), nullable=False),
        sa.Column("b_speaker_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["a_speaker_id"], ["speakers.id"], name="fk_conflicts_a_speaker_id"),
        sa.ForeignKeyConstraint(["b_speaker_id"], ["speakers.id"], name="fk_conflicts_b_speaker_id"),
        sa.PrimaryKeyConstraint("id", name="pk_conflicts"),
    )
    op.create_index("ix_conflicts_kind_id", "conflicts", ["kind", "id"])
    op.create_table(
        "events",
        sa.Column("id", BIG, autoincrement=False, nullable=False),
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("item", sa.Text(), nullable=False),
        sa.Column("holder", sa.Text(), nullable=False),
        sa.Column("speaker_id", sa.Integer(), nullable=True),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("mode", sa.Text(), nullable=True),
        sa.Column("agents", sa.Text(), nullable=False),
        sa.Column("patients", sa.Text(), nullable=False),
        sa.Column("place", sa.Text(), nullable=True),
        sa.Column("country", sa.Text(), nullable=True),
        sa.Column("lat", sa.Float(), nullable=True),
        sa.Column("lon", sa.Float(), nullable=True),
        sa.Column("time_start", sa.Text(), nullable=False),
        sa.Column("time_end", sa.Text(), nullable=True),
        sa.Column("polarity", sa.Text(), nullable=False),
        sa.Column("modality", sa.Text(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("quote", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["speaker_id"], ["speakers.id"], name="fk_events_speaker_id"),
        sa.PrimaryKeyConstraint("id", name="pk_events"),
    )
    op.create_index("ix_events_code_id", "events", ["code", "id"])
    op.create_index("ix_events_time_start_id", "events", ["time_start", "id"])
    op.create_table(
        "forecasts",
        sa.Column("id", BIG, autoincrement=False, nullable=False),
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("item", sa.Text(), nullable=False),
        sa.Column("holder", sa.Text(), nullable=False),
        sa.Column("speaker_id", sa.Integer(), nullable=True),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("from", sa.Text(), nullable=True),
        sa.Column("until", sa.Text(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("quote", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["speaker_id"], ["speakers.id"], name="fk_forecasts_speaker_id"),
        sa.PrimaryKeyConstraint("id", name="pk_forecasts"),
    )
    op.create_index("ix_forecasts_until_id", "forecasts", ["until", "id"])
    op.create_table(
        "statements",
        sa.Column("id", BIG, autoincrement=False, nullable=False),
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("item", sa.Text(), nullable=False),
        sa.Column("parent", sa.Text(), nullable=True),
        sa.Column("speaker_id", sa.Integer(), nullable=True),
        sa.Column("actor", sa.Text(), nullable=True),
        sa.Column("form", sa.Text(), nullable=False),
        sa.Column("attitude", sa.Text(), nullable=False),
        sa.Column("polarity", sa.Text(), nullable=False),
        sa.Column("certainty", sa.Text(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("quote", sa.Text(), nullable=False),
        sa.Column("before", sa.Text(), nullable=False),
        sa.Column("after", sa.Text(), nullable=False),
        sa.Column("date", sa.Text(), nullable=False),
        sa.Column("lemmas", Lexemes(), nullable=False),
        sa.ForeignKeyConstraint(["speaker_id"], ["speakers.id"], name="fk_statements_speaker_id"),
        sa.PrimaryKeyConstraint("id", name="pk_statements"),
    )
    op.create_index("ix_statements_attitude_id", "statements", ["attitude", "id"])
    op.create_index("ix_statements_date_id", "statements", ["date", "id"])
    op.create_index("ix_statements_speaker_id_id", "statements", ["speaker_id", "id"])


def _search(table: str) -> None:
    """An index of the words of a table's rows."""
    if op.get_context().dialect.name == "postgresql":
        # fastupdate would leave the last documents to be searched one by one
        op.create_index(
            f"ix_{table}_lemmas",
            table,
            ["lemmas"],
            postgresql_using="gin",
            postgresql_with={"fastupdate": "off"},
        )
        return
    # the words stand in the table itself, FTS5 keeps the index alone
    op.execute(
        f"CREATE VIRTUAL TABLE {table}_words USING fts5(lemmas, content='{table}', content_rowid='id', columnsize=0, "
        "tokenize='unicode61 remove_diacritics 0')"
    )
