"""Words a second of ``wederhoor read --to`` with one process, with two, and on a local Dask cluster of two; and memory.

    OPENBLAS_NUM_THREADS=1 python benchmarks/corpus_speed.py FILE.jsonl [--seconds 360] [--partition 100]

FILE is a corpus as make_corpus.py makes it; without that variable one process takes several cores. Every run reads it into a
folder that goes away, and is ended after ``--seconds``: what counts is what was read by then, without the time in which pipelines
load (a run begins to count when it has one partition).
Speed is told twice: by the clock, which other programs on the machine slow down, and by the processor time of the workers,
which they slow down less (they share caches and clock). Efficiency is two processes' speed by twice that of one.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from contextlib import ExitStack, suppress
from pathlib import Path

import msgspec

from wederhoor.corpora.joins import join_corpus
from wederhoor.corpora.planning import Corpus
from wederhoor.corpora.run import Hands, RunProgress, read_corpus
from wederhoor.corpora.settings import ReadingOptions


class OverError(Exception):
    """The time is over."""


class Run(msgspec.Struct):
    """What a run came to. ``memory`` is the most of any worker, after each partition, in MB."""

    words: int = 0
    clock: float = 0.0
    processor: float = 0.0
    texts: int = 0
    memory: list[float] = []


def measured(corpus: Corpus, place: Path, hands: Hands, seconds: float) -> Run:
    """Read for so long."""
    begun: list[tuple[float, RunProgress]] = []
    run = Run()
    started = time.monotonic()

    def follow(now: RunProgress) -> None:
        if now.partitions == 0:
            return
        if not begun:
            begun.append((time.monotonic(), now))
        at, first = begun[0]
        run.words, run.clock = now.words - first.words, time.monotonic() - at
        run.processor, run.texts = now.seconds - first.seconds, now.texts
        run.memory.append(now.largest / 1e6)
        if time.monotonic() - started > seconds:
            raise OverError

    with suppress(OverError):
        read_corpus(corpus, place, ReadingOptions(lang="nl"), hands, follow=follow)
    return run


def tell(name: str, run: Run, one: Run | None) -> None:
    by_clock, by_processor = run.words / max(run.clock, 1e-9), run.words / max(run.processor, 1e-9)
    print(
        f"{name}: {run.texts:,} texts; {by_clock:,.0f} words a second by the clock, {by_processor:,.0f} a processor second"
    )
    if one is not None:
        clock, processor = by_clock / 2 / (one.words / one.clock), by_processor / (one.words / one.processor)
        print(f"  efficiency {clock:.2f} by the clock, {processor:.2f} by processor time")
    quarter = run.memory[len(run.memory) // 4 :: max(1, len(run.memory) // 4)]
    print("  most memory of a process, MB, by and by: " + ", ".join(f"{one:,.0f}" for one in quarter), flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    parser.add_argument("--seconds", type=float, default=360.0)
    parser.add_argument("--partition", type=int, default=100)
    parser.add_argument("--runs", default="one,two,cluster", help="which of these")
    parser.add_argument(
        "--keep", type=Path, help="folder for the tables of the last run, in which copies and people are found"
    )
    given = parser.parse_args()
    corpus = Corpus(sources=(str(given.file),), texts=given.partition)
    one: Run | None = None
    for name in given.runs.split(","):
        with ExitStack() as opened:
            place = given.keep or Path(opened.enter_context(tempfile.TemporaryDirectory()))
            hands = Hands(1 if name == "one" else 2)
            if name == "cluster":
                from distributed import LocalCluster

                cluster = opened.enter_context(LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None))
                hands = Hands(scheduler=cluster.scheduler_address)
            run = measured(corpus, place, hands, given.seconds)
            tell(name, run, one)
            one = run if name == "one" else one
            if given.keep:
                started, clock = time.process_time(), time.monotonic()
                join_corpus(place)
                print(
                    f"  copies and people: {time.process_time() - started:.0f} s of processors, {time.monotonic() - clock:.0f} s"
                )


if __name__ == "__main__":
    main()
