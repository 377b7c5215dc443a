"""Processes of this machine that read partitions: each loads the pipeline once, and is a new one after so many.

A pipeline keeps every word that it ever saw; that a process ends after ``RENEWED`` partitions holds its memory down. One that is
killed costs the partition in its hands, which another reads again. When the program itself is killed, each ends after the
partition that it is at: its end of the pipe is closed.
"""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable, Iterator
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from pathlib import Path
from typing import Final, cast

from wederhoor.corpora.pieces import Partition, fetched
from wederhoor.corpora.reading import PartitionOutcome, PartitionReader
from wederhoor.corpora.settings import ReadingOptions
from wederhoor.errors import WederhoorError

RENEWED: Final = 20
"""Partitions that one process reads."""
TRIES: Final = 2
"""Of a partition whose process was ended."""
_SPAWN: Final = multiprocessing.get_context("spawn")


def read_here(
    partitions: Iterator[Partition], settings: ReadingOptions, workers: int, room: Callable[[str], Path]
) -> Iterator[tuple[PartitionOutcome, Path]]:
    """Read partitions with so many processes; each outcome as it comes, with the folder that has its tables.

    ``room`` makes the folder for a key. Raises W823 where a process is ended again and again at one partition, and what
    ``PartitionReader`` raises.
    """
    crew = _Crew(settings, room)
    try:
        for partition in partitions:
            if crew.count < workers:
                crew.hire()
            elif not crew.idle:
                yield from crew.outcomes()
            crew.give(partition)
        while crew.busy:
            yield from crew.outcomes()
    finally:
        crew.dismiss()


class _Worker:
    """A process with the pipe to it, and what it is at."""

    def __init__(self, settings: ReadingOptions) -> None:
        self.pipe, theirs = _SPAWN.Pipe()
        self.process: SpawnProcess = _SPAWN.Process(target=_work, args=(theirs, settings), daemon=True)
        self.process.start()
        theirs.close()
        self.at: tuple[Partition, Path] | None = None
        self.given = 0

    def end(self) -> None:
        self.pipe.close()
        self.process.terminate()
        self.process.join()


class _Crew:
    def __init__(self, settings: ReadingOptions, room: Callable[[str], Path]) -> None:
        self._settings, self._room = settings, room
        self._workers: list[_Worker] = []
        self._tries: dict[str, int] = {}

    @property
    def count(self) -> int:
        return len(self._workers)

    @property
    def idle(self) -> list[_Worker]:
        return [worker for worker in self._workers if worker.at is None]

    @property
    def busy(self) -> list[_Worker]:
        return [worker for worker in self._workers if worker.at is not None]

    def hire(self) -> None:
        self._workers.append(_Worker(self._settings))

    def dismiss(self) -> None:
        for worker in self._workers:
            worker.end()

    def give(self, partition: Partition) -> None:
        """Give a partition to one who has none."""
        worker = self.idle[0]
        if worker.given == RENEWED:
            self._replace(worker)
            worker = self.idle[0]
        worker.at = partition, self._room(partition.key)
        worker.given += 1
        try:
            worker.pipe.send(worker.at)
        except OSError:
            self._lost(worker)

    def outcomes(self) -> Iterator[tuple[PartitionOutcome, Path]]:
        """What came of the partitions that are read by now; waits for one at least."""
        ready = wait([worker.pipe for worker in self.busy])
        for worker in [worker for worker in self.busy if worker.pipe in ready]:
            try:
                answer = worker.pipe.recv()
            except (EOFError, OSError):
                self._lost(worker)
                continue
            if isinstance(answer, BaseException):
                raise answer
            _, room = cast("tuple[Partition, Path]", worker.at)
            worker.at = None
            yield answer, room

    def _lost(self, worker: _Worker) -> None:
        """Give what a process was at that is gone to a new one. Raises W823 the second time."""
        partition, _ = cast("tuple[Partition, Path]", worker.at)
        tries = self._tries[partition.key] = self._tries.get(partition.key, 1) + 1
        worker.process.join()
        if tries > TRIES:
            first, last = partition.pieces[0], partition.pieces[-1]
            why = f"process ended with {worker.process.exitcode}"
            raise WederhoorError("W823", first=first.source, number=first.first, last=last.source, why=why)
        self._replace(worker)
        self.give(partition)

    def _replace(self, worker: _Worker) -> None:
        worker.end()
        self._workers.remove(worker)
        self.hire()


def _work(pipe: Connection, settings: ReadingOptions) -> None:
    """Read what comes by the pipe until that is closed."""
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    reader = PartitionReader(settings)
    while True:
        try:
            partition, room = pipe.recv()
        except (EOFError, OSError):
            return
        try:
            answer: object = reader.read(partition, lambda piece: fetched(piece, settings.max_mb), room)
        except Exception as error:  # noqa: BLE001  # told where the work is given out
            answer = error
        try:
            pipe.send(answer)
        except OSError:
            return
