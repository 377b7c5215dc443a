"""The tables of a corpus: their columns, the rows that a text gives, and the version of their schema.

Those of layers are the tables that a reading has everywhere, and their data dictionary is the same (``exchange.layers``).
``documents`` has four columns more. ``unread`` are the texts that could not be read and why, ``shingles`` the runs of words by
which copies are found, ``studies`` what a case is made of.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Any, Final

import msgspec
import pyarrow as pa

from wederhoor.cases.copies import sampled_shingles
from wederhoor.corpora.folder import FORMAT as TABLES_FORMAT
from wederhoor.corpora.folder import TABLES
from wederhoor.corpora.pieces import PieceText
from wederhoor.exchange.layers import LAYER_TABLES, columns_of, layer_rows
from wederhoor.exchange.layers.columns import Kind
from wederhoor.records import FORMAT, Study
from wederhoor.store.blobs import encode_study

Row = dict[str, Any]
_KINDS: Final[dict[Kind, pa.DataType]] = {
    "string": pa.string(),
    "integer": pa.int64(),
    "number": pa.float64(),
    "boolean": pa.bool_(),
    "span": pa.list_(pa.int64()),
    "role": pa.struct([("title", pa.string()), ("of", pa.string())]),
}
_BESIDE: Final = (("source", pa.string()), ("part", pa.string()), ("own_name", pa.string()), ("shingles", pa.int64()))
"""Of a document: the file that it came from, its number or name in it, what a row calls it, and how many runs of words it has."""
SCHEMAS: Final[dict[str, pa.Schema]] = {
    **{
        layer: pa.schema(
            [
                *((column.name, pa.list_(_KINDS[column.kind]) if column.many else _KINDS[column.kind])
                  for column in columns_of(rows)),
                *(_BESIDE if layer == "documents" else ()),
            ]
        )
        for layer, rows in LAYER_TABLES.items()
    },
    "unread": pa.schema([(name, pa.string()) for name in ("source", "part", "code", "message")]),
    "shingles": pa.schema([("doc", pa.string()), ("shingle", pa.int64())]),
    "studies": pa.schema([("doc", pa.string()), ("study", pa.binary())]),
}  # fmt: skip
"""The columns of every table."""
if sorted(SCHEMAS) != sorted(TABLES):
    raise AssertionError("a table without a folder, or a folder without a table")


def schema_of(table: str, told: dict[str, str]) -> pa.Schema:
    """The schema of a table, with its versions and what is ``told`` of how it was made in its metadata."""
    schema = SCHEMAS[table]
    digest = hashlib.sha256(str(schema).encode()).hexdigest()[:12]
    said = {"table": table, "tables": TABLES_FORMAT, "schema": digest, "reading": FORMAT, **told}
    return schema.with_metadata({f"wederhoor.{name}": value for name, value in said.items()})


def rows_of_text(loaded: PieceText, study: Study) -> Iterator[tuple[str, list[Row]]]:
    """The rows of each table that a text gives. Raises UngroundedReadingError where it does not stand on its text."""
    doc, (shingles, sample) = study.reading.doc, sampled_shingles(study.reading.text)
    for layer in LAYER_TABLES:
        rows = [msgspec.to_builtins(row) for row in layer_rows(study, layer)]
        if layer == "documents":
            beside = (loaded.source, loaded.part, loaded.own_name, shingles)
            rows[0] |= dict(zip((name for name, _ in _BESIDE), beside, strict=True))
        yield layer, rows
    yield "shingles", [{"doc": doc, "shingle": one} for one in sample]
    yield "studies", [{"doc": doc, "study": encode_study(study)}]
