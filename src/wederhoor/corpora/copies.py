"""Which texts of a corpus are copies of which: wire copy that several papers print. The same question as ``cases.copies`` asks.

The table of shingles is an inverted index on disk (Broder 1997): who has a shingle is compared with the last few who had it.
What has enough of them in common is compared as a whole.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import duckdb

from wederhoor.cases.copies import MOST_COMMON, SHORTEST, contains, shingles

ENOUGH: Final = 0.4
"""Of the sample of the shorter, what two have in common that are compared as a whole.

Half of what makes copies of them: a sample may say less than there is.
"""
PAIRS: Final = 500
"""Pairs of texts in memory together."""

_NUMBERED: Final = f"""
    CREATE OR REPLACE TABLE numbered AS
    SELECT doc, row_number() OVER (ORDER BY date NULLS LAST, doc) AS n, sampled
    FROM documents JOIN (SELECT doc, count(*) AS sampled FROM shingles GROUP BY doc) USING (doc)
    WHERE documents.shingles >= {SHORTEST}
"""  # noqa: S608
_NEAR: Final = f"""
    CREATE OR REPLACE TABLE near AS
    WITH sampled AS (
        SELECT n, shingle FROM shingles JOIN numbered USING (doc)
        WHERE shingle IN (SELECT shingle FROM shingles GROUP BY ALL HAVING count(*) > 1)
    ),
    held AS (
        SELECT n, unnest([{", ".join(f"lag(n, {k}) OVER same" for k in range(1, MOST_COMMON + 1))}]) AS other
        FROM sampled WINDOW same AS (PARTITION BY shingle ORDER BY n)
    )
    SELECT held.n, held.other, count(*) AS shared FROM held
    WHERE held.other IS NOT NULL GROUP BY ALL
"""  # noqa: S608
_PAIRS: Final = f"""
    SELECT near.n, near.other, one.doc, two.doc, a.text, b.text
    FROM near JOIN numbered one ON one.n = near.n JOIN numbered two ON two.n = near.other
    JOIN documents a ON a.doc = one.doc JOIN documents b ON b.doc = two.doc
    WHERE near.shared >= {ENOUGH} * least(one.sampled, two.sampled)
    ORDER BY near.n, near.other
"""  # noqa: S608


def find_copies(db: duckdb.DuckDBPyConnection) -> Iterator[tuple[str, str]]:
    """Each text that is a copy, with the first text that it is a copy of, in the order of their days.

    What is in memory is a batch of pairs of texts and, by number, each text that has a copy.
    """
    db.execute(_NUMBERED)
    db.execute(_NEAR)
    first: dict[int, tuple[int, str]] = {}
    done = 0
    for batch in db.sql(_PAIRS).to_arrow_reader(PAIRS):
        columns = [column.to_pylist() for column in batch.columns]
        for number, other, doc, other_doc, text, other_text in zip(*columns, strict=True):
            if number == done or not contains(shingles(text), shingles(other_text)):
                continue
            done = number
            first[number] = first.get(other, (other, other_doc))
            yield doc, first[number][1]
