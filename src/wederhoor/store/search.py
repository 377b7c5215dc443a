"""Search over lemmas in the statements and the sentences of a case: *beweren* finds *beweerden*."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Literal

import msgspec
from sqlalchemy import Connection, RowMapping, Table, TextClause, select, text

from wederhoor.errors import WederhoorError
from wederhoor.records import Span, overlap
from wederhoor.store.answers import Found, Row
from wederhoor.store.columns import ROWS_A_DOCUMENT, row_id
from wederhoor.store.joins import batched
from wederhoor.store.keyset import PAGE
from wederhoor.store.lexemes import PLAIN, SPEAKER, WORD, lexemes
from wederhoor.store.listings import document_row, speaker_ids
from wederhoor.store.row_types import StatementRow
from wederhoor.store.schema import UNKNOWN, documents, forms, sentences, statements
from wederhoor.store.search_sql import in_words_of
from wederhoor.store.search_terms import SearchTerm, read_query
from wederhoor.store.selects import statement_query, statement_row

Marks = tuple[Span, ...]
MOST: Final = 1_000
"""Where counting what was found stops."""
MOST_OF_PHRASE: Final = 200
"""Where it stops for a phrase in PostgreSQL, which has to fetch every row with its words to see whether they stand in a row."""
NEAR: Final = 500
"""Documents that are read on through, before the index is asked for all."""
EVERYWHERE: Final = (0, (1 << 63) - 1)


class SentenceRow(msgspec.Struct, frozen=True, kw_only=True):
    """A sentence between its neighbours."""

    id: int
    doc: str
    title: str | None
    date: str | None
    lang: str
    start: int
    end: int
    before: str
    text: str
    after: str


class _Range(msgspec.Struct, frozen=True):
    """The row numbers to look between, both inclusive, and how many rows to give."""

    first: int
    last: int
    limit: int


def search_statements(
    db: Connection,
    query: str,
    *,
    speaker: int | None = None,
    doc: str | None = None,
    after: str | None = None,
    limit: int = PAGE,
) -> Found[StatementRow]:
    """The statements that hold all words of a query. Raises W808 (no such document) and W811 (no word in the query)."""
    terms = read_query(db, query)
    whose = () if speaker is None else tuple(f"{SPEAKER}{number}" for number in speaker_ids(db, speaker))
    if speaker is not None and not whose:
        return Found((), (), None, 0, MOST)
    sought = [*terms, SearchTerm((whose,))] if whose else terms

    within, start = _range(db, doc, after, limit)
    most = _most(db, terms)
    numbers, total = _found_numbers(db, statements, sought, within, start, most)
    chosen = statement_query().where(statements.c.id.in_(numbers[:limit])).order_by(statements.c.id)
    rows = [statement_row(row) for row in db.execute(chosen).mappings()] if numbers else []
    looks = _looks(db, terms)
    return _as_found(
        numbers, (total, most), within, rows, [_apart(_marks(row.quote_full, looks), row.gaps) for row in rows]
    )


def search_sentences(
    db: Connection, query: str, *, doc: str | None = None, after: str | None = None, limit: int = PAGE
) -> Found[SentenceRow]:
    """The sentences that hold all words of a query, with the sentences beside them. Raises W808 and W811."""
    terms = read_query(db, query)
    within, start = _range(db, doc, after, limit)
    most = _most(db, terms)
    numbers, total = _found_numbers(db, sentences, terms, within, start, most)
    rows = _sentence_rows(db, numbers[:limit])
    looks = _looks(db, terms)
    return _as_found(numbers, (total, most), within, rows, [_marks(row.text, looks) for row in rows])


def _range(db: Connection, doc: str | None, after: str | None, limit: int) -> tuple[_Range, int]:
    """Where to look, and the row after which the page begins. Raises W808."""
    first, last = EVERYWHERE
    if doc is not None:
        number = document_row(db, doc).id
        first, last = row_id(number, 0), row_id(number + 1, 0) - 1
    try:
        return _Range(first, last, limit), int(after or 0)
    except ValueError:
        raise WederhoorError(
            "W808", what="page", name=after, where="the list", remedy="Begin with the first."
        ) from None


def _most(db: Connection, terms: Sequence[SearchTerm]) -> int:
    """Where counting stops."""
    phrase = any(len(term.words) > 1 for term in terms)
    return MOST_OF_PHRASE if phrase and db.dialect.name == "postgresql" else MOST


def _found_numbers(
    db: Connection, table: Table, terms: Sequence[SearchTerm], within: _Range, after: int, most: int
) -> tuple[list[int], int]:
    """The numbers of the rows of a page and the first of the next one, and how many there are in all, up to ``most``."""
    whole = _Range(within.first, within.last, most)
    # all words with one beginning are gathered before the first row: once is enough
    if db.dialect.name == "postgresql" or any(term.begins for term in terms):
        counted = _all_numbers(db, table, terms, whole)
        page = [number for number in counted if number > after][: within.limit + 1]
        if len(counted) < most:
            return page, len(counted)
        total = most
    else:
        total = db.execute(*_matching(db, table, terms, whole, "count")).scalar_one()
    rest = _Range(max(within.first, after + 1), within.last, within.limit + 1)
    near = _near_numbers(db, table, terms, rest)
    return near or [*db.execute(*_matching(db, table, terms, rest, "ordered")).scalars()], int(total)


def _near_numbers(db: Connection, table: Table, terms: Sequence[SearchTerm], rest: _Range) -> list[int]:
    """In PostgreSQL the rows of a page, where the next few documents have as many; else none.

    By the index of words all rows would be fetched before the first is known; what is found often is soon met by reading on.
    """
    if db.dialect.name != "postgresql":
        return []
    last = row_id(rest.first // ROWS_A_DOCUMENT + NEAR, 0)
    db.execute(text("SET LOCAL enable_bitmapscan = off"))
    db.execute(text("SET LOCAL enable_seqscan = off"))
    ahead = _Range(rest.first, min(rest.last, last), rest.limit)
    found = [*db.execute(*_matching(db, table, terms, ahead, "ordered")).scalars()]
    db.execute(text("SET LOCAL enable_bitmapscan = on"))
    db.execute(text("SET LOCAL enable_seqscan = on"))
    return found if len(found) == rest.limit else []


def _all_numbers(db: Connection, table: Table, terms: Sequence[SearchTerm], whole: _Range) -> list[int]:
    """All numbers in their order where there are fewer than ``whole.limit``; else so many of them."""
    if db.dialect.name != "postgresql":
        return [*db.execute(*_matching(db, table, terms, whole, "ordered")).scalars()]
    # the planner takes a rare word beside a common one for as common, and would look through the whole table for it
    db.execute(text("SET LOCAL enable_seqscan = off"))
    found = sorted(db.execute(*_matching(db, table, terms, whole, "any")).scalars())
    db.execute(text("SET LOCAL enable_seqscan = on"))
    return found


def _as_found(
    numbers: Sequence[int], counted: tuple[int, int], within: _Range, rows: Sequence[Row], marks: Sequence[Marks]
) -> Found[Row]:
    more = len(numbers) > within.limit
    return Found(tuple(rows), tuple(marks), str(numbers[within.limit - 1]) if more else None, *counted)


def _matching(
    db: Connection, table: Table, terms: Sequence[SearchTerm], within: _Range, how: Literal["count", "ordered", "any"]
) -> tuple[TextClause, dict[str, object]]:
    """The query for the numbers of the rows that hold all terms, in their order, or for how many there are; and its values."""
    if db.dialect.name == "postgresql":
        number, source = "id", table.name
        match = "lemmas @@ CAST(:query AS tsquery)"
    else:
        number, source = "rowid", f"{table.name}_words"
        match = f"{source} MATCH :query"
    between = f" AND {number} BETWEEN :first AND :last" if (within.first, within.last) != EVERYWHERE else ""
    chosen = f"SELECT {number} FROM {source} WHERE {match}{between}"  # noqa: S608  # names of our own
    queries = {
        "count": f"SELECT count(*) FROM ({chosen} LIMIT :most) AS found",  # noqa: S608  # the same
        "ordered": f"{chosen} ORDER BY {number} LIMIT :most",
        "any": f"{chosen} LIMIT :most",
    }
    bounds = {"first": within.first, "last": within.last} if between else {}
    return text(queries[how]), {"query": in_words_of(db.dialect.name, terms), "most": within.limit, **bounds}


class _Looks(msgspec.Struct, frozen=True):
    """How the words that were looked for can look in a text."""

    forms: frozenset[str]
    beginnings: tuple[str, ...]


def _looks(db: Connection, terms: Sequence[SearchTerm]) -> _Looks:
    lemmas = sorted({word for term in terms for words in term.words for word in words})
    looks = set(lemmas)
    for few in batched(lemmas):
        looks.update(db.execute(select(forms.c.form).where(forms.c.lemma.in_(few))).scalars())
    return _Looks(frozenset(looks), tuple(term.words[-1][0] for term in terms if term.begins))


def _marks(words: str, looks: _Looks) -> tuple[Span, ...]:
    """Where in a text the words stand that were looked for."""
    found = []
    for match in WORD.finditer(words):
        word = match.group().lower()
        # most words are plain ones that were not looked for
        if word in looks.forms or (
            (looks.beginnings or not PLAIN.fullmatch(word))
            and any(own in looks.forms or own.startswith(looks.beginnings or ("\0",)) for own in lexemes(word))
        ):
            found.append(match.span())
    return tuple(found)


def _apart(marks: Marks, gaps: Marks) -> Marks:
    """The marks that lie in no gap: what interrupts a statement was not looked for."""
    return tuple(mark for mark in marks if not any(overlap(mark, gap) for gap in gaps))


def _sentence_rows(db: Connection, numbers: Sequence[int]) -> list[SentenceRow]:
    beside = sorted({near for number in numbers for near in (number - 1, number, number + 1)})
    joined = sentences.join(documents, documents.c.id == sentences.c.document_id)
    chosen = select(sentences, documents.c.doc, documents.c.title, documents.c.date, documents.c.lang).select_from(
        joined
    )
    rows = {row["id"]: row for row in db.execute(chosen.where(sentences.c.id.in_(beside))).mappings()}
    return [_sentence_row(rows, number) for number in numbers]


def _sentence_row(rows: dict[int, RowMapping], number: int) -> SentenceRow:
    row = rows[number]

    def beside(near: int) -> str:
        other = rows.get(near)
        return other["text"] if other is not None and other["document_id"] == row["document_id"] else ""

    return SentenceRow(
        id=number,
        doc=row["doc"],
        title=row["title"],
        date=None if row["date"] == UNKNOWN else row["date"],
        lang=row["lang"],
        start=row["start"],
        end=row["end"],
        before=beside(number - 1),
        text=row["text"],
        after=beside(number + 1),
    )
