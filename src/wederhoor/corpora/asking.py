"""Asking a corpus: its tables as views of DuckDB, within a bound of memory, from this folder alone and never from the net."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import duckdb

from wederhoor.corpora.folder import TABLES, CorpusFolder
from wederhoor.errors import WederhoorError
from wederhoor.records import Study
from wederhoor.store.blobs import decode_study

MEMORY: Final = "500MB"
"""That DuckDB takes before it writes to the disk what it is at; the process needs some besides."""
AT_ONCE: Final = 50
"""Studies that one query brings."""
JOINED: Final = "joined"
"""The folder of what was found over the whole corpus."""


@contextmanager
def asking(place: Path, *, threads: int | None = None) -> Iterator[duckdb.DuckDBPyConnection]:
    """A connection in which each table of the corpus is a view of its name, and so are ``copies`` and ``people`` once made.

    What it needs beyond ``MEMORY`` goes to the folder's own disk. Raises W822 where the folder is no corpus.
    """
    folder = CorpusFolder(place)
    if folder.about() is None:
        raise WederhoorError("W822", where=place, why="there is no corpus.json in it")
    scratch = folder.work / "duckdb"
    scratch.mkdir(parents=True, exist_ok=True)
    config: dict[str, str | bool | int | float | list[str]] = {
        "memory_limit": MEMORY, "temp_directory": str(scratch), "preserve_insertion_order": False,
        "autoinstall_known_extensions": False, "autoload_known_extensions": False,
    }  # fmt: skip
    if threads:
        config["threads"] = threads
    with duckdb.connect(config=config) as db:
        for table in TABLES:
            if any((place / table).glob("part-*.parquet")):
                _view(db, table, place / table / "part-*.parquet")
        for path in sorted((place / JOINED).glob("*.parquet")):
            _view(db, path.stem, path)
        # what a condition says is the user's own, and may be somebody else's that he pasted
        db.execute(f"SET allowed_directories = [{_literal(place)}, {_literal(scratch)}]")
        db.execute("SET enable_external_access = false")
        db.execute("SET lock_configuration = true")
        yield db


def documents_where(db: duckdb.DuckDBPyConnection, where: str) -> list[str]:
    """The names of the documents for which a condition holds, SQL on the columns of ``documents``, in the order of their days.

    Raises W828 for what is no condition.
    """
    query = f"SELECT doc FROM documents WHERE ({where}\n) ORDER BY date NULLS LAST, doc"  # noqa: S608  # the user's own words
    try:
        if len(db.extract_statements(query)) > 1:
            raise WederhoorError("W828", where=where, why="it is more than one")
        found = db.execute(query).fetchall()
    except duckdb.Error as error:
        raise WederhoorError("W828", where=where, why=str(error).partition("\n")[0]) from None
    return [doc for (doc,) in found]


def studies_of(db: duckdb.DuckDBPyConnection, docs: list[str], where: str) -> Iterator[tuple[Study, str | None]]:
    """The studies of documents with their publishers, in order. Raises W807 where another version wrote them."""
    for first in range(0, len(docs), AT_ONCE):
        some = docs[first : first + AT_ONCE]
        found = db.execute(
            "SELECT doc, study, publisher FROM studies JOIN documents USING (doc) WHERE doc IN (SELECT unnest(?))",
            [some],
        ).fetchall()
        by_name = {doc: (study, publisher) for doc, study, publisher in found}
        for doc in some:
            study, publisher = by_name[doc]
            yield decode_study(study, doc, where), publisher


def _view(db: duckdb.DuckDBPyConnection, name: str, files: Path) -> None:
    db.read_parquet(str(files.absolute())).create_view(name)


def _literal(path: Path) -> str:
    """A path as SQL has it."""
    return "'" + str(path.absolute()).replace("'", "''") + "'"
