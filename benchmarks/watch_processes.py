"""Processor time and memory of a command and all processes that it starts, over time: for runs of an hour.

    python benchmarks/watch_processes.py SAMPLES.csv [--every 10] [--bytes FOLDER] -- COMMAND...

Every so many seconds one line a process: seconds since the start, its number, what it runs, memory now and the most
of it (MB), processor seconds. ``--bytes`` tells how much a folder holds, too. At the end: the processor time of all, the most
memory of each, and its memory at each fifth of its life, by which one sees whether it grows. Linux only (``/proc``).
"""

from __future__ import annotations

import argparse
import contextlib
import csv
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

TICKS = os.sysconf("SC_CLK_TCK")


class Sample(NamedTuple):
    """What one process had at one instant."""

    seconds: float
    process: int
    what: str
    memory_mb: float
    most_mb: float
    computed: float
    folder_mb: float


def tree(root: int) -> Iterator[int]:
    """A process and all that come from it."""
    yield root
    with contextlib.suppress(OSError):  # it, or a thread of it, has just ended
        for task in Path(f"/proc/{root}/task").glob("*/children"):
            for child in task.read_text().split():
                yield from tree(int(child))


def sampled(process: int, seconds: float, folder_mb: float) -> Sample:
    """What a process has now. Raises OSError where it has ended, IndexError where it is ending and has no memory any more."""
    status = Path(f"/proc/{process}/status").read_text()
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    what = Path(f"/proc/{process}/cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace").strip()
    now, most = (int(status.split(name)[1].split()[0]) / 1024 for name in ("VmRSS:", "VmHWM:"))
    computed = (int(fields[11]) + int(fields[12])) / TICKS
    return Sample(round(seconds, 1), process, what[-60:], round(now, 1), round(most, 1), computed, round(folder_mb, 1))


def held(folder: Path | None) -> float:
    """Megabytes of the files of a folder."""
    if folder is None or not folder.exists():
        return 0.0
    return sum(path.lstat().st_size for path in folder.rglob("*") if path.is_file()) / 1e6


def watched(command: list[str], file: Path, every: float, folder: Path | None) -> tuple[int, list[Sample]]:
    """Run a command to its end; its exit code and all samples, which are also written as they come."""
    start, samples = time.monotonic(), []
    with file.open("w", encoding="utf-8", newline="") as out:
        rows = csv.writer(out)
        rows.writerow(Sample._fields)
        running = subprocess.Popen(command)
        while running.poll() is None:
            seconds, folder_mb = time.monotonic() - start, held(folder)
            for process in tuple(tree(running.pid)):
                try:
                    sample = sampled(process, seconds, folder_mb)
                except (OSError, IndexError):
                    continue
                samples.append(sample)
                rows.writerow(sample)
            out.flush()
            time.sleep(every)
    return running.returncode, samples


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    parser.add_argument("--every", type=float, default=10.0)
    parser.add_argument("--bytes", type=Path, default=None, metavar="FOLDER")
    parser.add_argument("command", nargs="+")
    asked = parser.parse_args()
    code, samples = watched(asked.command, asked.file, asked.every, asked.bytes)
    of_process: dict[int, list[Sample]] = {}
    for sample in samples:
        of_process.setdefault(sample.process, []).append(sample)
    for process, own in of_process.items():
        fifths = [own[min(len(own) - 1, len(own) * part // 5)].memory_mb for part in range(6)]
        most = max(sample.most_mb for sample in own)
        print(f"{process}: {own[-1].computed:.1f} s, most {most:.0f} MB, over time {fifths} MB  {own[-1].what}")
    took = os.times()
    print(f"all that ended: {took.children_user + took.children_system:.1f} processor seconds, exit code {code}")
    sys.exit(code)


if __name__ == "__main__":
    main()
