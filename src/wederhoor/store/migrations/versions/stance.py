"""How each thing is said: the words of saying it and what interrupts it, and by number the statement that others stand in.

What is new of a statement is in no table yet; ``store.filling`` takes it out of the studies once the tables are there.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
ROWS_A_DOCUMENT = 1 << 22
SIDES = {"conflicts": "document_id", "collisions": "{side}_document_id"}


def upgrade() -> None:
    for column in ("stance", "verb", "pieces"):
        op.add_column("statements", sa.Column(column, sa.Text(), nullable=True))
    for table in ("events", "causal", "forecasts"):
        op.add_column(table, sa.Column("holder_row", BIG, nullable=True))
        _point(table, "holder_row", "holder", "document_id")
    for table, document in SIDES.items():
        for side in ("a", "b"):
            op.add_column(table, sa.Column(f"{side}_row", BIG, nullable=True))
            _point(table, f"{side}_row", side, document.format(side=side))


def _point(table: str, row: str, item: str, document: str) -> None:
    """Let rows point to the statement of that id in that document, which the range of its rows finds."""
    first = f"{table}.{document} * CAST({ROWS_A_DOCUMENT} AS BIGINT)"
    op.execute(
        f"UPDATE {table} SET {row} = (SELECT s.id FROM statements s WHERE s.id BETWEEN {first} "  # names of our own
        f"AND {first} + {ROWS_A_DOCUMENT - 1} AND s.item = {table}.{item})"
    )
