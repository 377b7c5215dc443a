"""What pages look up in the log and by place has an index each."""

from __future__ import annotations

from alembic import op

revision = "0012"
down_revision = "0011"

INDEXES = {"corrections": (["kind", "id"], ["who", "at"]), "events": (["place", "id"],)}


def upgrade() -> None:
    for table, indexes in INDEXES.items():
        for columns in indexes:
            op.create_index(f"ix_{table}_{'_'.join(columns)}", table, columns)
