"""The queue of what people are to look at. What was read before is not rated: it comes last, until it is read again."""

from __future__ import annotations

import json
from collections.abc import Iterator

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
UNRATED = 101
GAP = " … "


def upgrade() -> None:
    op.create_table(
        "queue",
        sa.Column("id", BIG, nullable=False, autoincrement=False),
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("layer", sa.Text(), nullable=False),
        sa.Column("item", sa.Text(), nullable=False),
        sa.Column("row", BIG, nullable=False),
        sa.Column("speaker_id", sa.Integer(), nullable=True),
        sa.Column("sure", sa.Integer(), nullable=False),
        sa.Column("doubt", sa.Text(), nullable=False),
        sa.Column("doubts", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_queue"),
        sa.ForeignKeyConstraint(["speaker_id"], ["speakers.id"], name="fk_queue_speaker_id"),
    )
    for columns in (["sure", "id"], ["doubt", "sure", "id"], ["speaker_id", "sure", "id"]):
        op.create_index(f"ix_queue_{'_'.join(columns)}", "queue", columns)
    op.execute(
        'INSERT INTO queue (id, document_id, layer, item, "row", speaker_id, sure, doubt, doubts) '
        f"SELECT id, document_id, 'attributions', item, id, speaker_id, {UNRATED}, '', '' FROM statements"
    )
    _take_out_what_was_judged()


def _take_out_what_was_judged() -> None:
    """By the words that the corrections stand on; one of a correction that the rows cannot tell leaves at the next reading."""
    db = op.get_bind()
    gone = sa.text(
        "DELETE FROM queue WHERE id IN (SELECT s.id FROM statements s JOIN documents d ON d.id = s.document_id "
        "WHERE d.doc = :doc AND s.quote = :quote)"
    )
    for doc, quote in _judged(db):
        db.execute(gone, {"doc": doc, "quote": quote})


def _judged(db: sa.Connection) -> Iterator[tuple[str, str]]:
    """Document and words of the statements that corrections which stand are of."""
    undone: set[int] = set()
    log = db.execute(sa.text("SELECT id, kind, doc, target, undoes FROM corrections ORDER BY id DESC")).all()
    for number, kind, doc, target, undoes in log:
        if number in undone or target is None:
            continue
        if kind == "undo":
            undone.add(undoes)
            continue
        found = json.loads(target)
        if found["layer"] == "attributions":
            yield doc, GAP.join(quote["quote"] for quote in found["quotes"] if quote["part"] == "content")
