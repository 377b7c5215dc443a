"""The first tables of a case."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from wederhoor.store.columns import Lexemes

revision = "0001"
down_revision = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
SEARCHED = ("sentences", "statements")


def upgrade() -> None:
    _corrections()
    _documents()
    _forms()
    _speakers()
    _stale()
    _studies()
    _actors()
    _sentences()
    _causal()
    _conflicts()
    _events()
    _forecasts()
    _statements()
    for table in SEARCHED:
        _search(table)


def _corrections() -> None:
    op.create_table(
        "corrections",
        _number("id"),
        _text("at"),
        _text("who"),
        _text("kind"),
        _text("doc", null=True),
        _text("target", null=True),
        _text("payload"),
        _number("undoes", null=True),
        sa.ForeignKeyConstraint(["undoes"], ["corrections.id"], name="fk_corrections_undoes"),
        sa.PrimaryKeyConstraint("id", name="pk_corrections"),
    )
    op.create_index("ix_corrections_doc_id", "corrections", ["doc", "id"])


def _documents() -> None:
    op.create_table(
        "documents",
        _number("id"),
        _text("doc"),
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
        sa.PrimaryKeyConstraint("id", name="pk_documents"),
        sa.UniqueConstraint("doc", name="uq_documents_doc"),
    )
    op.create_index("ix_documents_date_id", "documents", ["date", "id"])
    op.create_index("ix_documents_origin", "documents", ["origin"])


def _forms() -> None:
    op.create_table(
        "forms",
        _text("form"),
        _text("lemma"),
        _number("times"),
        sa.PrimaryKeyConstraint("form", "lemma", name="pk_forms"),
    )
    op.create_index("ix_forms_lemma", "forms", ["lemma"])


def _speakers() -> None:
    op.create_table(
        "speakers",
        _number("id"),
        _text("name"),
        _text("key"),
        _number("statements"),
        _number("same_as", null=True),
        sa.ForeignKeyConstraint(["same_as"], ["speakers.id"], name="fk_speakers_same_as"),
        sa.PrimaryKeyConstraint("id", name="pk_speakers"),
        sa.UniqueConstraint("key", name="uq_speakers_key"),
    )
    op.create_index("ix_speakers_same_as", "speakers", ["same_as"])
    op.create_index("ix_speakers_statements_id", "speakers", ["statements", "id"])


def _stale() -> None:
    op.create_table(
        "stale",
        sa.Column("correction_id", sa.Integer(), autoincrement=False, nullable=False),
        _number("document_id"),
        _text("why"),
        sa.ForeignKeyConstraint(["correction_id"], ["corrections.id"], name="fk_stale_correction_id"),
        sa.PrimaryKeyConstraint("correction_id", name="pk_stale"),
    )


def _studies() -> None:
    op.create_table(
        "studies",
        sa.Column("document_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("study", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["document_id"], ["documents.id"], name="fk_studies_document_id"),
        sa.PrimaryKeyConstraint("document_id", name="pk_studies"),
    )


def _actors() -> None:
    op.create_table(
        "actors",
        sa.Column("id", BIG, autoincrement=False, nullable=False),
        _number("document_id"),
        _text("item"),
        _text("name"),
        _text("key"),
        _text("kind"),
        _text("country", null=True),
        _text("sector", null=True),
        _number("mentions"),
        sa.PrimaryKeyConstraint("id", name="pk_actors"),
    )
    op.create_index("ix_actors_key_id", "actors", ["key", "id"])


def _sentences() -> None:
    op.create_table(
        "sentences",
        sa.Column("id", BIG, autoincrement=False, nullable=False),
        _number("document_id"),
        _number("start"),
        _number("end"),
        _text("text"),
        sa.Column("lemmas", Lexemes(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_sentences"),
    )


def _causal() -> None:
    op.create_table(
        "causal",
        sa.Column("id", BIG, autoincrement=False, nullable=False),
        _number("document_id"),
        _text("item"),
        _text("holder"),
        _number("speaker_id", null=True),
        _text("sign"),
        _text("cause"),
        _text("effect"),
        _number("start"),
        _number("end"),
        sa.ForeignKeyConstraint(["speaker_id"], ["speakers.id"], name="fk_causal_speaker_id"),
        sa.PrimaryKeyConstraint("id", name="pk_causal"),
    )
    op.create_index("ix_causal_speaker_id_id", "causal", ["speaker_id", "id"])


def _conflicts() -> None:
    op.create_table(
        "conflicts",
        sa.Column("id", BIG, autoincrement=False, nullable=False),
        _number("document_id"),
        _text("item"),
        _text("kind"),
        _text("why"),
        _text("a", null=True),
        _text("a_quote"),
        _number("a_speaker_id", null=True),
        _text("b", null=True),
        _text("b_quote"),
        _number("b_speaker_id", null=True),
        sa.ForeignKeyConstraint(["a_speaker_id"], ["speakers.id"], name="fk_conflicts_a_speaker_id"),
        sa.ForeignKeyConstraint(["b_speaker_id"], ["speakers.id"], name="fk_conflicts_b_speaker_id"),
        sa.PrimaryKeyConstraint("id", name="pk_conflicts"),
    )
    op.create_index("ix_conflicts_kind_id", "conflicts", ["kind", "id"])


def _events() -> None:
    op.create_table(
        "events",
        sa.Column("id", BIG, autoincrement=False, nullable=False),
        _number("document_id"),
        _text("item"),
        _text("holder"),
        _number("speaker_id", null=True),
        _text("code"),
        _text("mode", null=True),
        _text("agents"),
        _text("patients"),
        _text("place", null=True),
        _text("country", null=True),
        sa.Column("lat", sa.Float(), nullable=True),
        sa.Column("lon", sa.Float(), nullable=True),
        _text("time_start"),
        _text("time_end", null=True),
        _text("polarity"),
        _text("modality"),
        _number("start"),
        _number("end"),
        _text("quote"),
        sa.ForeignKeyConstraint(["speaker_id"], ["speakers.id"], name="fk_events_speaker_id"),
        sa.PrimaryKeyConstraint("id", name="pk_events"),
    )
    op.create_index("ix_events_code_id", "events", ["code", "id"])
    op.create_index("ix_events_time_start_id", "events", ["time_start", "id"])


def _forecasts() -> None:
    op.create_table(
        "forecasts",
        sa.Column("id", BIG, autoincrement=False, nullable=False),
        _number("document_id"),
        _text("item"),
        _text("holder"),
        _number("speaker_id", null=True),
        _text("kind"),
        _text("from", null=True),
        _text("until"),
        _number("start"),
        _number("end"),
        _text("quote"),
        sa.ForeignKeyConstraint(["speaker_id"], ["speakers.id"], name="fk_forecasts_speaker_id"),
        sa.PrimaryKeyConstraint("id", name="pk_forecasts"),
    )
    op.create_index("ix_forecasts_until_id", "forecasts", ["until", "id"])


def _statements() -> None:
    op.create_table(
        "statements",
        sa.Column("id", BIG, autoincrement=False, nullable=False),
        _number("document_id"),
        _text("item"),
        _text("parent", null=True),
        _number("speaker_id", null=True),
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
        sa.Column("lemmas", Lexemes(), nullable=False),
        sa.ForeignKeyConstraint(["speaker_id"], ["speakers.id"], name="fk_statements_speaker_id"),
        sa.PrimaryKeyConstraint("id", name="pk_statements"),
    )
    op.create_index("ix_statements_attitude_id", "statements", ["attitude", "id"])
    op.create_index("ix_statements_date_id", "statements", ["date", "id"])
    op.create_index("ix_statements_speaker_id_id", "statements", ["speaker_id", "id"])


def _text(name: str, *, null: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=null)


def _number(name: str, *, null: bool = False) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), nullable=null)


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
