"""What pages ask of big cases has an index each, and the case counts its changes, so that it is known what still holds."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

INDEXES = {
    "conflicts": (["a_speaker_id", "id"], ["b_speaker_id", "id"]),
    "forecasts": (["speaker_id", "until", "id"],),
}


def upgrade() -> None:
    op.create_table(
        "state",
        sa.Column("id", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("changes", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_state"),
    )
    op.execute("INSERT INTO state (id, changes) VALUES (1, 0)")
    for table, indexes in INDEXES.items():
        for columns in indexes:
            op.create_index(f"ix_{table}_{'_'.join(columns)}", table, columns)
    for name, which in (("own", "holder = 'author'"), ("reported", "holder <> 'author'")):
        where = sa.text(which)
        op.create_index(f"ix_events_{name}", "events", ["time_start", "id"], sqlite_where=where, postgresql_where=where)
