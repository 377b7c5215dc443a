"""The same on a Dask cluster that is there already: texts go to its workers, tables come back, and nothing else is shared.

This is the only place from which texts leave the machine, and only to the address that the user gives.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

from wederhoor.corpora.crew import RENEWED
from wederhoor.corpora.folder import TABLES, sync
from wederhoor.corpora.pieces import FilePiece, Partition, fetched
from wederhoor.corpora.reading import PartitionOutcome, PartitionReader
from wederhoor.corpora.settings import ReadingOptions, Versions, versions_of
from wederhoor.errors import WederhoorError, asking_for_extras

if TYPE_CHECKING:
    from dask.typing import Key
    from distributed import Client, Future
    from distributed.threadpoolexecutor import ThreadPoolExecutor

AHEAD: Final = 2
"""Partitions on their way for each thread of the cluster."""
PATIENCE: Final = "10s"
"""For the scheduler to answer."""
Given = dict[int, bytes | WederhoorError]
"""The bytes of each piece by its number in the partition, or why there are none."""


def read_there(
    partitions: Iterator[Partition], settings: ReadingOptions, address: str, room: Callable[[str], Path]
) -> Iterator[tuple[PartitionOutcome, Path]]:
    """Read partitions on the cluster whose scheduler has this address; as ``read_here``.

    Raises W824 (no such scheduler, or no workers), W825 (a worker has other versions), W823 (workers ended at one partition).
    """
    with asking_for_extras():
        import distributed
    try:
        client = distributed.Client(address, timeout=PATIENCE, set_as_default=False)
    except (OSError, ValueError, TimeoutError) as error:
        raise WederhoorError("W824", address=address, why=error or type(error).__name__) from None
    with client:
        yield from _read(client, partitions, settings, address, room)


def _read(
    client: Client, partitions: Iterator[Partition], settings: ReadingOptions, address: str, room: Callable[[str], Path]
) -> Iterator[tuple[PartitionOutcome, Path]]:
    from distributed import as_completed

    ours = versions_of(settings)
    told: dict[str, Versions | str] = client.run(_versions, settings)
    if not told:
        raise WederhoorError("W824", address=address, why="it has no workers")
    for worker, theirs in sorted(told.items()):
        _check(ours, theirs, worker)
    ahead = AHEAD * sum(client.nthreads().values())
    waiting: dict[Key, Partition] = {}
    done = as_completed(loop=client.loop)

    def send(partition: Partition) -> None:
        future = client.submit(_read_partition, settings, partition, _given(partition, settings), pure=False)
        waiting[future.key] = partition
        done.add(future)

    for partition in partitions:
        send(partition)
        if len(waiting) >= ahead:
            yield _received(next(done), waiting, ours, room)
    while waiting:
        yield _received(next(done), waiting, ours, room)


def _given(partition: Partition, settings: ReadingOptions) -> Given:
    given: Given = {}
    for number, piece in enumerate(partition.pieces):
        try:
            given[number] = b"" if piece.refused else fetched(piece, settings.max_mb)
        except WederhoorError as error:
            if error.code == "W821":
                raise
            given[number] = error
    return given


def _received(
    future: Future[tuple[PartitionOutcome, dict[str, bytes]]],
    waiting: dict[Key, Partition],
    ours: Versions,
    room: Callable[[str], Path],
) -> tuple[PartitionOutcome, Path]:
    """What came of a partition, its tables written here."""
    partition = waiting.pop(future.key)
    try:
        outcome, tables = future.result()
    except WederhoorError:
        raise
    except Exception as error:
        first, last = partition.pieces[0], partition.pieces[-1]
        why = f"cluster says {type(error).__name__}"
        raise WederhoorError("W823", first=first.source, number=first.first, last=last.source, why=why) from error
    finally:
        future.release()
    _check(ours, outcome.versions, "a worker")
    place = room(partition.key)
    for table, data in tables.items():
        (place / f"{table}.parquet").write_bytes(data)
        sync(place / f"{table}.parquet")
    return outcome, place


def _check(ours: Versions, theirs: Versions | str, worker: str) -> None:
    """Raises W825 where a worker does not read as this program does."""
    what = [theirs] if isinstance(theirs, str) else ours.differing(theirs)
    if what:
        raise WederhoorError("W825", worker=worker, what="; ".join(what))


def _versions(settings: ReadingOptions) -> Versions | str:
    """On a worker: its versions, or why it has none."""
    try:
        return versions_of(settings)
    except WederhoorError as error:
        return str(error)


_READ: Final = itertools.count()
"""On a worker: the partitions that it was given, by number."""


@cache
def _thread() -> ThreadPoolExecutor:
    """On a worker: the thread in which all is read, one partition after the other.

    A worker writes down the calls of its own threads a hundred times a second and keeps that for an hour
    (``distributed.worker.profile``): of a reader, whose calls go deep, that is a gigabyte and more.
    """
    from distributed.threadpoolexecutor import ThreadPoolExecutor

    return ThreadPoolExecutor(1, thread_name_prefix="wederhoor")


@lru_cache(maxsize=1)
def _reader(settings: ReadingOptions, _renewal: int) -> PartitionReader:
    """Another one after ``RENEWED`` partitions, as a process of this machine is: the last one's words are let go."""
    return PartitionReader(settings)


def _read_partition(
    settings: ReadingOptions, partition: Partition, given: Given
) -> tuple[PartitionOutcome, dict[str, bytes]]:
    """On a worker: the tables of a partition, as bytes."""

    def bytes_of(piece: FilePiece) -> bytes:
        data = given[partition.pieces.index(piece)]
        if isinstance(data, WederhoorError):
            raise data
        return data

    def read(place: Path) -> PartitionOutcome:
        return _reader(settings, next(_READ) // RENEWED).read(partition, bytes_of, place)

    with TemporaryDirectory(prefix="wederhoor-") as name:
        place = Path(name)
        outcome: PartitionOutcome = _thread().submit(read, place).result()
        return outcome, {table: (place / f"{table}.parquet").read_bytes() for table in TABLES}
