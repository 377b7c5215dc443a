"""Opening a case: making its tables, bringing older ones up to date behind a copy, refusing newer ones."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from sqlalchemy import Connection, Engine, inspect, text, update

from wederhoor.errors import Notice, WederhoorError, notice
from wederhoor.store.connect import connect, is_address, keep_private, make_private, told
from wederhoor.store.filling import FILLED, PARTS_FILLED, fill_parts, fill_statements
from wederhoor.store.reader_turns import AT_ONCE, Turns
from wederhoor.store.schema import APPLICATION_ID, REVISIONS, state

_CONFIRMS: Final = "wederhoor_confirms"
"""The option of a connection whose transaction leaves all findings as they were."""


def only_confirms(db: Connection) -> None:
    """Say of a transaction of ``Store.writing`` that nothing is found that was not found before, nor is anything gone."""
    db.execution_options(**{_CONFIRMS: True})


class Store:
    """An open case. Its transactions are all the state there is; what is done in them are functions over a Connection."""

    def __init__(self, engine: Engine, where: str, notices: tuple[Notice, ...] = (), place: str = "") -> None:
        self._engine = engine
        self._turns = Turns(AT_ONCE if engine.dialect.name == "sqlite" else 2 * AT_ONCE)
        self.where = where
        """The place as messages call it."""
        self.place = place
        """The file or the address, with all that opens it again; it is for no message."""
        self.notices = notices
        """What was done to it on opening."""

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A transaction that sees one state of the case throughout. Raises W803, W805, W812."""
        turn = self._turns.turn()
        with turn, told(self.where), self._engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def state(self) -> Iterator[Callable[[], AbstractContextManager[Connection]]]:
        """One state of the case for as long as it takes to write it out; each use of it takes a turn, so that nobody waits.

        Raises W803, W805, W812.
        """
        with told(self.where), self._engine.connect() as connection, connection.begin():

            @contextmanager
            def turn() -> Iterator[Connection]:
                with self._turns.turn(), told(self.where):
                    yield connection

            yield turn

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that alone may write: all of it is kept, or nothing. Raises W803, W805, W812, W813.

        What says of it that it ``only_confirms`` leaves the findings as they were.
        """
        with self.changing() as connection:
            yield connection
            changed = not connection.get_execution_options().get(_CONFIRMS, False)
            counted = {"changes": state.c.changes + 1, "findings": state.c.findings + int(changed)}
            connection.execute(update(state).values(counted))

    @contextmanager
    def changing(self) -> Iterator[Connection]:
        """As ``writing``, for what is no change of the case: making its tables, taking stock of them."""
        with (
            told(self.where),
            self._engine.connect().execution_options(writing=True) as connection,
            connection.begin(),
        ):
            yield connection

    def tidy(self) -> None:
        """Let the database take stock after an import: how it finds a page depends on what it knows of its tables."""
        with self.changing() as connection:
            connection.exec_driver_sql("ANALYZE" if connection.dialect.name == "postgresql" else "PRAGMA optimize")

    def close(self) -> None:
        """Close all connections. Of an SQLite case nothing is left but its one file."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def open_store(place: str | Path, *, create: bool = False) -> Store:
    """Open the case in a file, or at an address ``postgresql://user@host/name``; with ``create`` make it where there is none.

    Tables of an older version are brought up to date; of a file, a copy is left beside it. Raises W801 (no case), W802 (of a
    newer version), W803 (in use), W804 (nothing there), W805 (cannot be opened), W806 (psycopg is missing).
    """
    engine, where = connect(str(place), create=create)
    store = Store(engine, where, place=str(place))
    try:
        with store.reading() as connection:
            found = _revision(connection, where)
        if not is_address(str(place)) and keep_private(Path(place)):
            store.notices = (notice("W818", where=where),)
        if found != REVISIONS[-1]:
            store.notices += _bring_up(store, None if is_address(str(place)) else Path(place), found, create=create)
    except BaseException:
        store.close()
        raise
    return store


def _revision(connection: Connection, where: str) -> str | None:
    """The revision of the tables; None where there are none. Raises W801 and W802."""
    tables = inspect(connection).get_table_names()
    if "alembic_version" not in tables:
        if tables:
            raise WederhoorError("W801", where=where, why="it holds tables of another program")
        return None
    found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one_or_none()
    if found not in REVISIONS:
        raise WederhoorError("W802", where=where, found=found, known=REVISIONS[-1])
    return str(found)


def _bring_up(store: Store, path: Path | None, found: str | None, *, create: bool) -> tuple[Notice, ...]:
    if found is None and not create:
        raise WederhoorError("W804", where=store.where)
    backup = _copy(path, found) if path is not None and found is not None else None
    with store.changing() as connection:
        if _revision(connection, store.where) != REVISIONS[-1]:  # else another program was quicker
            upgrade(connection)
            if found is not None and found < FILLED:
                fill_statements(connection)
            if found is not None and found < PARTS_FILLED:
                fill_parts(connection)
                _join(connection)
    if backup is None:
        return ()
    return (notice("W814", where=store.where, to=REVISIONS[-1], backup=backup),)


def _join(connection: Connection) -> None:
    from wederhoor.store.holders import find_joined, write_joined  # noqa: PLC0415  # only an old case needs them

    write_joined(connection, find_joined(connection))


def upgrade(connection: Connection, to: str = REVISIONS[-1]) -> None:
    """Bring the tables up to a revision, within the transaction of ``connection``."""
    from alembic import command  # noqa: PLC0415  # a fifth of a second that only a new or an old case costs
    from alembic.config import Config  # noqa: PLC0415

    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
    config = Config()
    config.set_main_option("script_location", "wederhoor.store:migrations")
    config.attributes["connection"] = connection
    command.upgrade(config, to)


def _copy(path: Path, found: str) -> Path:
    """A copy of the file as it was, beside it; an earlier one is kept."""
    number, target = 1, path.with_name(f"{path.name}.{found}")
    while target.exists():
        number, target = number + 1, path.with_name(f"{path.name}.{found}-{number}")
    copy_case(path, target)
    return target


def copy_case(path: Path, target: Path) -> None:
    """A copy of a case in a file, as it is at this moment, also while it is open elsewhere. Raises W813."""
    make_private(target)
    source, copy = sqlite3.connect(path), sqlite3.connect(target)
    try:
        source.backup(copy)
        copy.execute("PRAGMA journal_mode=DELETE")
    except sqlite3.Error as error:
        raise WederhoorError("W813", where=target, why=error) from None
    finally:
        source.close()
        copy.close()
