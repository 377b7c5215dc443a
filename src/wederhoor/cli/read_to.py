"""``wederhoor read --to``: a corpus into Parquet tables. What is there and has not changed is not read again."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Final, Self

import typer

from wederhoor.cli.case_part import at_work
from wederhoor.cli.texts import HowToRead

if TYPE_CHECKING:
    from rich.progress import Progress as Bar

    from wederhoor.corpora.run import Hands, RunProgress

TOLD_EVERY: Final = 60.0
"""Seconds between two lines on how far it is, where no one looks at a bar."""


def read_to(place: Path, sources: list[str], how: HowToRead, hands: Hands, texts: int, *, again: bool) -> None:
    """Read a corpus into the tables of a folder, and say what became of it.

    Raises WederhoorError as ``read_corpus`` does; exit code 2 where a text could not be read.
    """
    from wederhoor.corpora.joins import join_corpus
    from wederhoor.corpora.planning import Corpus
    from wederhoor.corpora.run import read_corpus
    from wederhoor.corpora.settings import ReadingOptions
    from wederhoor.documents import existing

    settings = ReadingOptions(
        date=how.date, lang=how.lang, pipeline=how.pipeline, max_mb=how.max_mb,
        actors=None if how.actors is None else existing(how.actors).read_bytes(),
        lexicon=None if how.lexicon is None else existing(how.lexicon).read_bytes(),
    )  # fmt: skip
    with _Shown() as shown:
        done = read_corpus(
            Corpus(sources=tuple(sources), metadata=how.metadata, texts=texts), place, settings, hands, again=again,
            follow=shown.follow, notice=lambda told: typer.echo(f"wederhoor: {told}", err=True),
        )  # fmt: skip
    typer.echo(f"{place}: {_summary(done, shown.elapsed)}")
    with at_work(done.texts, "Looking for copies and people"):
        join_corpus(place)
    if done.unread:
        typer.echo(f"wederhoor: why they could not be read is in {place / 'unread'}.", err=True)
        raise typer.Exit(2)


def _summary(done: RunProgress, seconds: float) -> str:
    known = f"; {done.known} partitions were there" if done.known else ""
    gone = f"; {done.outdated} that changed were given up" if done.outdated else ""
    unread = f", {done.unread} could not be read" if done.unread else ""
    rate = f", {done.words / seconds:,.0f} words a second" if done.words else ""
    memory = f", at most {done.largest / 1e6:,.0f} MB a process" if done.largest else ""
    return f"{done.texts} texts read ({done.words:,} words{rate}{memory}){unread}{known}{gone}."


class _Shown:
    """A bar where standard error is a terminal, else a line a minute."""

    def __init__(self) -> None:
        self._started = self._told = time.monotonic()
        self._bar = _bar() if sys.stderr.isatty() else None
        self._task = None if self._bar is None else self._bar.add_task("Looking through the corpus", total=None)

    @property
    def elapsed(self) -> float:
        """Seconds since the reading began."""
        return max(time.monotonic() - self._started, 1e-9)

    def __enter__(self) -> Self:
        if self._bar is not None:
            self._bar.start()
        return self

    def __exit__(self, *_: object) -> None:
        if self._bar is not None:
            self._bar.stop()

    def follow(self, progress: RunProgress) -> None:
        """Show how far it is."""
        if progress.partitions == 0:
            self._started = time.monotonic()
        rate = progress.words / self.elapsed
        if self._bar is not None and self._task is not None:
            total = progress.size + progress.left
            words = f"{progress.texts:,} texts, {rate:,.0f} words/s"
            self._bar.update(self._task, description=words, total=total, completed=progress.size)
        elif progress.left and time.monotonic() - self._told > TOLD_EVERY:
            self._told = time.monotonic()
            left = self.elapsed * progress.left / max(progress.size, 1)
            typer.echo(
                f"wederhoor: {progress.texts:,} texts, {rate:,.0f} words a second, about {left / 60:,.0f} minutes left.",
                err=True,
            )


def _bar() -> Bar:
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), TimeRemainingColumn())
    return Progress(*columns, console=Console(stderr=True), transient=True)


def cores() -> int:
    """The processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
