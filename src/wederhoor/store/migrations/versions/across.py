"""Conflicts across documents, the terms by which they are found, and on SQLite an index of the beginnings of words."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.add_column("documents", sa.Column("matched", sa.Integer(), nullable=False, server_default="0"))
    op.execute("UPDATE documents SET matched = -1")  # those that are there have no terms yet
    op.create_index("ix_documents_matched_id", "documents", ["matched", "id"])
    summed = ["made_by", "statements", "events", "forecasts", "imported_at", "date"]
    op.create_index("ix_documents_summary", "documents", summed)
    op.create_table(
        "terms",
        sa.Column("term", sa.Text(), nullable=False),
        sa.Column("document_id", sa.Integer(), nullable=False, autoincrement=False),
        sa.PrimaryKeyConstraint("term", "document_id", name="pk_terms"),
    )
    op.create_index("ix_terms_document_id", "terms", ["document_id"])
    op.create_table(
        "collisions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        *(column for side in ("a", "b") for column in _side(side)),
        sa.PrimaryKeyConstraint("id", name="pk_collisions"),
        sa.ForeignKeyConstraint(["a_speaker_id"], ["speakers.id"], name="fk_collisions_a_speaker_id"),
        sa.ForeignKeyConstraint(["b_speaker_id"], ["speakers.id"], name="fk_collisions_b_speaker_id"),
    )
    for columns in (["a_document_id", "id"], ["b_document_id", "id"], ["kind", "id"]):
        op.create_index(f"ix_collisions_{'_'.join(columns)}", "collisions", columns)

    if op.get_context().dialect.name == "sqlite":
        for table in ("sentences", "statements"):
            op.execute(f"DROP TABLE {table}_words")
            op.execute(
                f"CREATE VIRTUAL TABLE {table}_words USING fts5(lemmas, content='{table}', content_rowid='id', "
                "columnsize=0, prefix='3', tokenize='unicode61 remove_diacritics 0')"
            )
            op.execute(f"INSERT INTO {table}_words({table}_words) VALUES ('rebuild')")


def _side(side: str) -> list[sa.Column[object]]:
    return [
        sa.Column(f"{side}_document_id", sa.Integer(), nullable=False),
        sa.Column(side, sa.Text(), nullable=True),
        sa.Column(f"{side}_start", sa.Integer(), nullable=False),
        sa.Column(f"{side}_end", sa.Integer(), nullable=False),
        sa.Column(f"{side}_quote", sa.Text(), nullable=False),
        sa.Column(f"{side}_speaker_id", sa.Integer(), nullable=True),
    ]
