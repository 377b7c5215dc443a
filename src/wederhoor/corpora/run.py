"""A whole corpus into its folder: looked through, what is there left alone, the rest read by partitions."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

import msgspec

from wederhoor.corpora.cluster import read_there
from wederhoor.corpora.crew import read_here
from wederhoor.corpora.folder import CorpusFolder
from wederhoor.corpora.pieces import Partition
from wederhoor.corpora.planning import Corpus, partitions_of
from wederhoor.corpora.reading import PartitionOutcome
from wederhoor.corpora.settings import ReadingOptions, versions_of
from wederhoor.errors import Notice, WederhoorError

SHOWN: Final = 3
"""Versions that a message names."""


class Hands(msgspec.Struct, frozen=True):
    """Who reads: so many processes of this machine, or the cluster whose scheduler has this address."""

    workers: int = 1
    scheduler: str | None = None


class RunProgress(msgspec.Struct, frozen=True, kw_only=True):
    """How far a run is: partitions that it has read, and those that it found read (``known``).

    ``size`` and ``left`` are bytes of the corpus that it has read and has yet to read; ``seconds`` are of processors.
    """

    partitions: int = 0
    known: int = 0
    texts: int = 0
    unread: int = 0
    words: int = 0
    seconds: float = 0.0
    size: int = 0
    left: int = 0
    largest: int = 0
    outdated: int = 0

    def after(self, outcome: PartitionOutcome, size: int) -> RunProgress:
        """The progress when one more partition is there."""
        return msgspec.structs.replace(
            self, partitions=self.partitions + 1, texts=self.texts + outcome.texts, unread=self.unread + outcome.unread,
            words=self.words + outcome.words, seconds=self.seconds + outcome.seconds, size=self.size + size,
            left=self.left - size, largest=max(self.largest, outcome.largest),
        )  # fmt: skip


def read_corpus(
    corpus: Corpus,
    place: Path,
    settings: ReadingOptions,
    hands: Hands,
    *,
    again: bool = False,
    follow: Callable[[RunProgress], None] = lambda _: None,
    notice: Callable[[Notice], None] = lambda _: None,
) -> RunProgress:
    """Read files or folders of texts into the tables of a folder. What is there of the same texts and versions is not read again.

    ``again``: what other versions or options read, or another corpus, is given up. ``follow`` is told how far it is when the
    corpus has been looked through and after each partition, ``notice`` what is to be said besides.

    Raises W104, W108, W113 (the corpus), W820 (another run is at it), W821 (a file changed meanwhile), W822 (the folder holds
    something else), W823 (processes were ended), W824 and W825 (the cluster), W826 (read with other versions), W827 (another
    corpus), W401 (cannot be written).
    """
    folder, versions = CorpusFolder(place), versions_of(settings)
    about = folder.about()
    if about is not None and about.read_with.reading != versions.reading and not again:
        what = about.read_with.differing(versions)[:SHOWN]
        raise WederhoorError("W826", where=place, what="; ".join(what))
    with folder.held():
        folder.write_plan(partitions_of(corpus, versions.key(), notice))
        done = folder.done()
        planned, progress = set[str](), RunProgress()
        for partition in folder.plan():
            planned.add(partition.key)
            there = partition.key in done
            progress = msgspec.structs.replace(
                progress, known=progress.known + there, left=progress.left + (0 if there else partition.size)
            )
        if done and not done & planned and not again:
            raise WederhoorError("W827", where=place, count=len(done))
        folder.begin(versions)
        progress = msgspec.structs.replace(progress, outdated=folder.keep_only(planned))
        follow(progress)
        wanted = _not_in(folder.plan(), done)
        sizes: dict[str, int] = {}
        for outcome, room in _read(_noting(wanted, sizes), settings, hands, folder):
            folder.take_in(outcome.key, room)
            progress = progress.after(outcome, sizes.pop(outcome.key))
            follow(progress)
    return progress


def _not_in(partitions: Iterator[Partition], done: set[str]) -> Iterator[Partition]:
    """The partitions that are to be read, each once: two files of the same name and words would be one."""
    seen = set(done)
    for partition in partitions:
        if partition.key not in seen:
            seen.add(partition.key)
            yield partition


def _noting(partitions: Iterator[Partition], sizes: dict[str, int]) -> Iterator[Partition]:
    for partition in partitions:
        sizes[partition.key] = partition.size
        yield partition


def _read(
    partitions: Iterator[Partition], settings: ReadingOptions, hands: Hands, folder: CorpusFolder
) -> Iterator[tuple[PartitionOutcome, Path]]:
    if hands.scheduler is not None:
        return read_there(partitions, settings, hands.scheduler, folder.room)
    return read_here(partitions, settings, hands.workers, folder.room)
