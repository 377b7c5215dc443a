"""Who speaks under which words in which document, so that a speaker is a holder of the case and not a name.

Until it was found who is one, those with the same words are. ``store.holders`` finds it, from the studies.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    op.create_table(
        "spoken",
        sa.Column("document_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("actor", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("speaker_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["speaker_id"], ["speakers.id"], name="fk_spoken_speaker_id"),
        sa.PrimaryKeyConstraint("document_id", "key", "actor", name="pk_spoken"),
    )
    op.create_index("ix_spoken_key", "spoken", ["key"])
    op.create_index("ix_spoken_speaker_id", "spoken", ["speaker_id"])
    op.execute(
        "INSERT INTO spoken (document_id, key, actor, name, speaker_id) "
        "SELECT DISTINCT s.document_id, p.key, COALESCE(s.actor, ''), p.name, p.id "
        "FROM statements s JOIN speakers p ON p.id = s.speaker_id"
    )
    op.add_column("speakers", sa.Column("nobody", sa.Integer(), nullable=False, server_default="0"))
    op.add_column("speakers", sa.Column("called", sa.Text(), nullable=False, server_default=""))
    op.execute("UPDATE speakers SET called = key")
    op.create_index("ix_speakers_called", "speakers", ["called"])
    op.add_column("state", sa.Column("unjoined", sa.Integer(), nullable=False, server_default="1"))
