"""What the tables of a case share: their register, their kinds of columns, and the numbers of their rows."""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy import BigInteger, Column, Dialect, ForeignKey, Integer, MetaData, Text
from sqlalchemy.dialects.postgresql import TSVECTOR
from sqlalchemy.types import TypeDecorator, TypeEngine

ROWS_A_DOCUMENT: Final = 1 << 22
"""Room in the row numbers for the items of one document."""
metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


class Lexemes(TypeDecorator[str]):
    """Search words with blanks between them: a text that FTS5 indexes on SQLite, a tsvector on PostgreSQL."""

    impl = Text
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        return dialect.type_descriptor(TSVECTOR() if dialect.name == "postgresql" else Text())

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        if value is None or dialect.name != "postgresql":
            return value
        # written out: PostgreSQL's own parser would split what the search takes for one word
        return " ".join(f"'{word}':{min(place, 16383)}" for place, word in enumerate(value.split(), start=1))


def row_id(document: int, number: int) -> int:
    """The number of the ``number``-th row of a document in any of the tables of items."""
    return document * ROWS_A_DOCUMENT + number


def key_column() -> Column[int]:
    return Column("id", BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=False)


def document_column() -> Column[int]:
    # no foreign key: the row's number says the same, and its check would want an index on every table
    return Column("document_id", Integer, nullable=False)


def text_column(name: str, *, null: bool = False) -> Column[str]:
    return Column(name, Text, nullable=null)


def row_column(name: str) -> Column[int]:
    """The number of a row in another table of items."""
    return Column(name, BigInteger().with_variant(Integer, "sqlite"), nullable=False)


def said_column(name: str) -> Column[int]:
    """The row of the statement in whose words something stands; null for the author's own."""
    return Column(name, BigInteger().with_variant(Integer, "sqlite"), nullable=True)


def number_column(name: str, *, null: bool = False) -> Column[int]:
    return Column(name, Integer, nullable=null)


def speaker_column() -> Column[int]:
    """Whose word it is; null for the author and for unnamed authority, which ``holder`` tells apart."""
    return Column("speaker_id", Integer, ForeignKey("speakers.id"))
