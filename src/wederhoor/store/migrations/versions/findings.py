"""The case counts apart how often its findings changed, so that who only confirms them drops nothing that was made of them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"


def upgrade() -> None:
    op.add_column("state", sa.Column("findings", sa.Integer(), nullable=False, server_default="0"))
