"""Why two statements collide as data: the reason and the words that join them, beside the sentence.

Of conflicts that an earlier version found nothing is known but the sentence; it is shown as it is.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    for table in ("conflicts", "collisions"):
        for column in ("reason", "terms"):
            op.add_column(table, sa.Column(column, sa.Text(), nullable=True))
