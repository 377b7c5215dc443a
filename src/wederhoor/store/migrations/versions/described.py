"""What people say of a case as a whole."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    op.add_column("state", sa.Column("description", sa.Text(), nullable=True))
