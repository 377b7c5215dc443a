"""How often its findings changed is counted apart; what was the number of a document that was taken out is kept."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"


def upgrade() -> None:
    op.add_column("state", sa.Column("findings", sa.Integer(), nullable=False, server_default="0"))
    op.create_table(
        "removed",
        sa.Column("doc", sa.Text(), nullable=False),
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("doc", name="pk_removed"),
    )
