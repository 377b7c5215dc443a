"""Who is invited to a case, and what came of the forecasts in it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    op.add_column("forecasts", sa.Column("outcome", sa.Text(), nullable=True))
    op.add_column("forecasts", sa.Column("outcome_entry", sa.Integer(), nullable=True))
    op.create_table(
        "members",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("token_sha256", sa.Text(), nullable=False),
        sa.Column("invited_by", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_members"),
    )
