"""The words of a search as each database asks for them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice, product
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, Select, Table, cast, column, select, table, text
from sqlalchemy.dialects.postgresql import TSQUERY

from wederhoor.store.search_terms import SearchTerm

MOST_PHRASES: Final = 64
"""Choices of lemmas that a phrase is looked for in."""


def in_words_of(dialect: str, terms: Sequence[SearchTerm]) -> str:
    """All terms in the language of a database's index of words."""
    return (" & " if dialect == "postgresql" else " AND ").join(
        _for_postgres(term) if dialect == "postgresql" else _for_sqlite(term) for term in terms
    )


def holding(db: Connection, searched: Table, terms: Sequence[SearchTerm]) -> ColumnElement[bool]:
    """The condition that rows of a table with an index of words hold all terms."""
    sought = in_words_of(db.dialect.name, terms)
    if db.dialect.name == "postgresql":
        return searched.c.lemmas.op("@@")(cast(sought, TSQUERY))
    index = f"{searched.name}_words"
    rows: Select[Any] = (
        select(column("rowid"))
        .select_from(table(index))
        .where(text(f"{index} MATCH :sought").bindparams(sought=sought))
    )
    return searched.c.id.in_(rows)


def _for_sqlite(term: SearchTerm) -> str:
    star = "*" if term.begins else ""
    # FTS5 knows no choice of words within a phrase, so that each choice is a phrase
    choices = islice(product(*term.words), MOST_PHRASES)
    return "(" + " OR ".join(" + ".join(f'"{word}"' for word in words) + star for words in choices) + ")"


def _for_postgres(term: SearchTerm) -> str:
    words = ["(" + " | ".join(f"'{word}'" for word in words) + ")" for words in term.words]
    if term.begins:
        words[-1] = f"'{term.words[-1][0]}':*"
    return "(" + " <-> ".join(words) + ")"
