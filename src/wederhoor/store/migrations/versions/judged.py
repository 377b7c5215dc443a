"""What people said of a conflict between two documents, with the number of the correction; and whose account a speaker's is."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.add_column("collisions", sa.Column("verdict", sa.Text(), nullable=True))
    op.add_column("collisions", sa.Column("judged", sa.Integer(), nullable=True))
    op.add_column("speakers", sa.Column("account", sa.Integer(), nullable=True))
    op.create_index("ix_speakers_account", "speakers", ["account"])
    op.create_index("ix_collisions_verdict_id", "collisions", ["verdict", "id"])
