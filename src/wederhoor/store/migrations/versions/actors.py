"""Who is who across documents, what each does and undergoes, and who speaks of whom.

What is new is in no table yet; ``store.filling`` takes it out of the studies once the tables are there.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    for column in ("aliases", "roles"):
        op.add_column("actors", sa.Column(column, sa.Text(), nullable=True))
    op.create_table(
        "involved",
        sa.Column("actor_row", BIG, autoincrement=False, nullable=False),
        sa.Column("part", sa.Text(), nullable=False),
        sa.Column("item_row", BIG, autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("actor_row", "part", "item_row", name="pk_involved"),
    )
    op.create_index("ix_involved_item_row_part", "involved", ["item_row", "part"])
    op.add_column("speakers", sa.Column("case_actor", sa.Integer(), nullable=True))
    op.create_index("ix_speakers_case_actor", "speakers", ["case_actor"])
    op.create_table(
        "identities",
        sa.Column("actor_row", BIG, autoincrement=False, nullable=False),
        sa.Column("case_actor", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("actor_row", name="pk_identities"),
    )
    op.create_index("ix_identities_case_actor_actor_row", "identities", ["case_actor", "actor_row"])
    op.create_table(
        "case_actors",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("country", sa.Text(), nullable=True),
        sa.Column("sector", sa.Text(), nullable=True),
        sa.Column("documents", sa.Integer(), nullable=False),
        sa.Column("mentions", sa.Integer(), nullable=False),
        sa.Column("same_as", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_case_actors"),
    )
    op.create_index("ix_case_actors_documents_mentions_id", "case_actors", ["documents", "mentions", "id"])
    op.create_index("ix_case_actors_key", "case_actors", ["key"])
    op.create_index("ix_case_actors_same_as", "case_actors", ["same_as"])
