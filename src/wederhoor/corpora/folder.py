"""Where the tables of a corpus lie, and how a partition comes to be among them: whole, or not at all.

A folder for each table, in it one file for each partition, named after the partition's key. A partition is written elsewhere,
file by file, each made safe on the disk before it gets its name; ``documents`` gets its own last, and with that the partition is
there. Whoever is killed at whatever instant leaves nothing that counts twice and loses nothing that was there.
"""

from __future__ import annotations

import fcntl
import os
import shutil
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import msgspec

from wederhoor.corpora.pieces import Partition
from wederhoor.corpora.settings import Versions
from wederhoor.errors import WederhoorError
from wederhoor.records.prepared import prepared

TABLES: Final = (
    "unread", "statements", "propositions", "entities", "actors", "events", "causal", "conditions", "forecasts", "conflicts",
    "times", "places", "shingles", "studies", "documents",
)  # fmt: skip
"""The folders, in the order in which a partition's files come into them: the last says that it is there."""
ABOUT: Final = "corpus.json"
FORMAT: Final = "wederhoor.corpus/1"
"""Name and major version of the tables. A change that an old query cannot read raises the number."""
_WORK: Final = ".unfinished"
_PART: Final = "part-{key}.parquet"


class CorpusAbout(msgspec.Struct, frozen=True, kw_only=True):
    """What a folder says of itself: the form of its tables, and the versions and options with which it was read."""

    format: str
    read_with: Versions


class CorpusFolder:
    """The folder of one corpus, held by one run at a time."""

    def __init__(self, place: Path) -> None:
        self.place = place
        self.work = place / _WORK

    def about(self) -> CorpusAbout | None:
        """What the folder says of itself, None where it is new. Raises W822 where it holds something else."""
        path = self.place / ABOUT
        if not path.is_file():
            if self.place.is_dir() and any(entry.name != _WORK for entry in self.place.iterdir()):
                raise WederhoorError("W822", where=self.place, why=f"it is not empty and has no {ABOUT}")
            return None
        try:
            found = msgspec.json.decode(path.read_bytes(), type=prepared(CorpusAbout))
        except (OSError, msgspec.DecodeError) as error:
            raise WederhoorError("W822", where=self.place, why=error) from None
        if found.format != FORMAT:
            raise WederhoorError("W822", where=self.place, why=f"its tables are {found.format}, not {FORMAT}")
        return found

    @contextmanager
    def held(self) -> Iterator[None]:
        """Keep every other run out. What a run that was killed left half done is taken away. Raises W803 and W401."""
        try:
            self.work.mkdir(parents=True, exist_ok=True)
            with (self.work / "lock").open("ab") as lock:
                try:
                    fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                except BlockingIOError:
                    raise WederhoorError("W820", where=self.place) from None
                self._sweep()
                yield
                self._sweep()
        except OSError as error:
            raise WederhoorError("W401", where=self.place, why=error.strerror or error) from None

    def begin(self, versions: Versions) -> None:
        """Make the folders of the tables, and say what they are read with."""
        for table in TABLES:
            (self.place / table).mkdir(exist_ok=True)
        about = CorpusAbout(format=FORMAT, read_with=versions)
        self.put(ABOUT, msgspec.json.format(msgspec.json.encode(about, order="deterministic"), indent=2) + b"\n")

    def put(self, name: str, data: bytes) -> None:
        """Write a file of this folder; it has its name when it is complete."""
        path = self.work / name
        with path.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        path.replace(self.place / name)
        sync(self.place)

    def done(self) -> set[str]:
        """The keys of the partitions that are there."""
        folder = self.place / TABLES[-1]
        return {_key_of(path) for path in folder.glob("part-*.parquet")}

    def room(self, key: str) -> Path:
        """An empty folder for the tables of a partition that is being read."""
        place = self.work / key
        shutil.rmtree(place, ignore_errors=True)
        place.mkdir()
        return place

    def take_in(self, key: str, room: Path) -> None:
        """Put the tables of a partition in their places, from the folder in which they were written and made safe."""
        name = _PART.format(key=key)
        for table in TABLES[:-1]:
            (room / f"{table}.parquet").replace(self.place / table / name)
            sync(self.place / table)
        (room / f"{TABLES[-1]}.parquet").replace(self.place / TABLES[-1] / name)
        sync(self.place / TABLES[-1])
        room.rmdir()

    def keep_only(self, keys: Collection[str]) -> int:
        """Take away what is of other partitions, the documents first; says of how many."""
        gone = 0
        for table in reversed(TABLES):
            for path in (self.place / table).glob("part-*.parquet"):
                if _key_of(path) not in keys:
                    path.unlink()
                    gone += table == TABLES[-1]
        return gone

    def write_plan(self, partitions: Iterator[Partition]) -> None:
        """Keep what is to be read, one partition a line: a corpus may have more of them than memory holds."""
        with (self.work / "plan.jsonl").open("wb") as file:
            for partition in partitions:
                file.write(msgspec.json.encode(partition) + b"\n")

    def plan(self) -> Iterator[Partition]:
        """What is to be read, in the order of the corpus."""
        with (self.work / "plan.jsonl").open("rb") as file:
            for line in file:
                yield msgspec.json.decode(line, type=prepared(Partition))

    def _sweep(self) -> None:
        for path in self.work.iterdir():
            if path.is_dir():
                shutil.rmtree(path, ignore_errors=True)
            elif path.name != "lock":
                path.unlink(missing_ok=True)


def _key_of(path: Path) -> str:
    return path.stem.removeprefix("part-")


def sync(path: Path) -> None:
    """Have the system put a file, or the names in a folder, where a loss of power leaves it."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
