"""What is found over a whole corpus: copies and people, as tables in its folder ``joined``, in bounded memory."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from wederhoor.corpora.asking import JOINED, asking
from wederhoor.corpora.copies import find_copies
from wederhoor.corpora.folder import FORMAT, CorpusFolder, sync
from wederhoor.corpora.people import MEMBERS, PEOPLE, find_people

AT_ONCE = 10_000
SCHEMAS = {
    "copies": pa.schema([("doc", pa.string()), ("first", pa.string())]),
    "people": pa.schema(
        [(name, pa.string()) for name in ("person", "name", "kind", "country", "sector")]
        + [("documents", pa.int64()), ("actors", pa.int64())]
    ),
    "people_actors": pa.schema([(name, pa.string()) for name in ("person", "doc", "actor")]),
}
"""``copies``: each copy with the first text that has its words. ``people``: who is one over the corpus, in how many documents.

``people_actors``: which actor of which document is who of these.
"""


def join_corpus(place: Path) -> bool:
    """Find copies and people over all partitions that are there; False where they were found already.

    A table has its name when it is complete. Raises W822 (no corpus) and W820 (a run is at it).
    """
    folder = CorpusFolder(place)
    with folder.held():
        of = hashlib.sha256(" ".join(sorted(folder.done())).encode()).hexdigest()
        if all(_is_of(place / JOINED / f"{table}.parquet", of) for table in SCHEMAS):
            return False
        (place / JOINED).mkdir(exist_ok=True)
        with asking(place) as db:
            copies = ({"doc": doc, "first": first} for doc, first in find_copies(db))
            _write(folder, "copies", _batched(copies), of)
            find_people(db)
            for table, query in (("people", PEOPLE), ("people_actors", MEMBERS)):
                _write(folder, table, db.sql(query).to_arrow_reader(AT_ONCE), of)
    return True


def _is_of(path: Path, of: str) -> bool:
    return path.is_file() and (pq.read_schema(path).metadata or {}).get(b"wederhoor.partitions") == of.encode()


def _batched(rows: Iterable[dict[str, str]]) -> Iterator[pa.RecordBatch]:
    some: list[dict[str, str]] = []
    for row in rows:
        some.append(row)
        if len(some) == AT_ONCE:
            yield pa.RecordBatch.from_pylist(some, SCHEMAS["copies"])
            some = []
    yield pa.RecordBatch.from_pylist(some, SCHEMAS["copies"])


def _write(folder: CorpusFolder, table: str, batches: Iterable[pa.RecordBatch], of: str) -> None:
    told = {"wederhoor.table": table, "wederhoor.tables": FORMAT, "wederhoor.partitions": of}
    schema = SCHEMAS[table].with_metadata(told)
    made = folder.work / f"{table}.parquet"
    with pq.ParquetWriter(made, schema, compression="zstd") as writer:
        for batch in batches:
            writer.write_batch(pa.RecordBatch.from_arrays(batch.columns, schema=schema))
    sync(made)
    made.replace(folder.place / JOINED / made.name)
    sync(folder.place / JOINED)
