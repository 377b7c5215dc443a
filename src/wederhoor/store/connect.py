"""Where a case lies, and connections to it: a file of SQLite, or a database of PostgreSQL.

SQLite: write-ahead log, so that readers never wait; a writer takes the lock when it begins, so that it never has to give up
halfway. PostgreSQL: writers take turns by an advisory lock. Both wait for their turn for ``PATIENCE`` seconds.
"""

from __future__ import annotations

import importlib.util
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, OperationalError
from sqlalchemy.pool import QueuePool

from wederhoor.errors import WederhoorError
from wederhoor.store.schema import APPLICATION_ID

PRIVATE: Final = 0o600
EVERYBODY: Final = 0o007
PATIENCE: Final = 60
"""Seconds to wait for another writer. Each holds the case for one document only."""
CACHE_KB: Final = 4_000
"""Pages that one SQLite connection keeps; a server has twenty."""
READERS: Final = 20
HEADER: Final = b"SQLite format 3\0"
ADDRESS: Final = "postgresql"


def is_address(place: str) -> bool:
    """Whether this is the address of a PostgreSQL database rather than a file's name."""
    return place.startswith((f"{ADDRESS}://", f"{ADDRESS}+psycopg://"))


def is_case(place: str) -> bool:
    """Whether a case may lie there: an address, or a file with our mark in its header. Opens nothing."""
    return is_address(place) or _mark(Path(place)) == APPLICATION_ID


def _mark(path: Path) -> int | None:
    """The application id in the header of an SQLite file, None of any other file."""
    try:
        with path.open("rb") as file:
            header = file.read(100)
    except (OSError, ValueError):
        return None
    return int.from_bytes(header[68:72], "big") if len(header) == 100 and header.startswith(HEADER) else None


def connect(place: str, *, create: bool) -> tuple[Engine, str]:
    """An engine and how to call the place in messages (an address without its password).

    Raises W801 (no case), W804 (nothing there), W805 (no address), W806 (psycopg is missing).
    """
    if is_address(place):
        url = _address(place)
        return _postgres(url), url.render_as_string(hide_password=True)
    if not _check_file(Path(place), create=create):
        _stamp(Path(place))
    return _sqlite(Path(place)), place


def _address(place: str) -> URL:
    try:
        url = make_url(place)
    except (ArgumentError, ValueError) as error:
        raise WederhoorError("W805", where=ADDRESS, why=error) from None
    if importlib.util.find_spec("psycopg") is None:
        raise WederhoorError("W806", package="psycopg")
    return url.set(drivername=f"{ADDRESS}+psycopg")


def _check_file(path: Path, *, create: bool) -> bool:
    """Whether there is something in the file; an empty one can become a case."""
    try:
        size = path.stat().st_size if path.exists() else None
        if path.is_dir():
            raise WederhoorError("W801", where=path, why="it is a folder")
        if size is None and not (create and path.absolute().parent.is_dir()):
            code_values = {"where": path, "why": "there is no such folder"}
            raise WederhoorError("W805", **code_values) if create else WederhoorError("W804", where=path)
    except (OSError, ValueError) as error:
        raise WederhoorError("W805", where=path, why=getattr(error, "strerror", None) or error) from None
    if size and _mark(path) != APPLICATION_ID:
        why = "it is a database of another program" if _mark(path) is not None else "it is another kind of file"
        raise WederhoorError("W801", where=path, why=why)
    return bool(size)


def _stamp(path: Path) -> None:
    """Put our mark into the header of a new file, before the write-ahead log holds back what is written to it."""
    try:
        make_private(path)
        connection = sqlite3.connect(path, timeout=PATIENCE, isolation_level=None)
        connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
        connection.close()
    except (sqlite3.Error, OSError) as error:
        raise _told(str(error), str(path)) or WederhoorError("W805", where=path, why=error) from None


def make_private(path: Path) -> None:
    """Make a file that its owner alone can read, if it is not there; SQLite gives those beside it the same rights."""
    with suppress(FileExistsError):
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, PRIVATE))


def keep_private(path: Path) -> bool:
    """Let nobody but its owner read a file that everybody could; whether it was so. A group's right is somebody's choice."""
    with suppress(OSError):
        if path.stat().st_mode & EVERYBODY:
            for one in (path, *(path.with_name(path.name + end) for end in ("-wal", "-shm"))):
                if one.exists():
                    one.chmod(PRIVATE)
            return True
    return False


def _sqlite(path: Path) -> Engine:
    frozen = path.exists() and not (os.access(path, os.W_OK) and os.access(path.absolute().parent, os.W_OK))

    def dial() -> sqlite3.Connection:
        # immutable: a file that was mailed may lie where nothing can be written, not even SQLite's own lock
        uri = f"{path.absolute().as_uri()}{'?immutable=1' if frozen else ''}"
        return sqlite3.connect(uri, uri=True, timeout=PATIENCE, check_same_thread=False, isolation_level=None)

    engine = create_engine(
        "sqlite://", creator=dial, poolclass=QueuePool, pool_size=READERS, max_overflow=READERS, hide_parameters=True
    )

    @event.listens_for(engine, "connect")
    def _prepare(connection: sqlite3.Connection, _record: object) -> None:
        # trusted_schema: a case that was mailed may hold triggers of somebody else's
        for pragma in ("trusted_schema=OFF", "foreign_keys=ON", f"cache_size=-{CACHE_KB}", "temp_store=MEMORY"):
            connection.execute(f"PRAGMA {pragma}")
        if not frozen:
            connection.execute("PRAGMA journal_mode=WAL")
            connection.execute("PRAGMA synchronous=FULL")  # a finished document outlives a power cut too

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        writing = connection.get_execution_options().get("writing", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")

    return engine


def _postgres(url: URL) -> Engine:
    engine = create_engine(url, pool_size=READERS, max_overflow=READERS, pool_pre_ping=True, hide_parameters=True)

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        if connection.get_execution_options().get("writing", False):
            connection.exec_driver_sql(f"SET LOCAL lock_timeout = '{PATIENCE}s'")
            connection.exec_driver_sql("SELECT pg_advisory_xact_lock(hashtext('wederhoor' || current_schema()))")
        else:  # else each query would see what was written until then, and a page show half of it
            connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")

    return engine


@contextmanager
def told(where: str) -> Iterator[None]:
    """What a database has against it, in one line. Raises W801, W803, W805, W812, W813."""
    try:
        yield
    except DBAPIError as error:
        said = str(error.orig).strip().partition("\n")[0]
        found = _told(said, where)
        if found is None and isinstance(error, OperationalError):
            found = WederhoorError("W805", where=where, why=said)
        if found is None:
            raise
        raise found from error


def _told(said: str, where: str) -> WederhoorError | None:
    low = said.lower()
    if "database is locked" in low or "lock timeout" in low:
        return WederhoorError("W803", where=where, seconds=PATIENCE)
    if "not a database" in low:
        return WederhoorError("W801", where=where, why=said)
    if "malformed" in low or "disk image" in low:
        return WederhoorError("W812", where=where, why=said)
    if any(
        sign in low for sign in ("readonly", "read-only", "disk is full", "disk i/o", "no space", "permission denied")
    ):
        return WederhoorError("W813", where=where, why=said)
    return None
