"""Processor time of reading, beside another checkout: each reads the same texts in turn, in processes of their own.

    python benchmarks/read_paired.py OTHER [--runs 6] [TEXT ...]

OTHER is the folder of another checkout (``git worktree add``), TEXT files, by default the examples. Loading is left out: a
process reads all texts once before its clock starts. Processor time and turns make the ratio hold on a machine that does
other things too.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parents[1]
READ = """
import sys, time
from pathlib import Path
from wederhoor.reading import open_reader
from wederhoor.records import Document
reader = open_reader("nl")
documents = [Document(doc=str(n), text=Path(name).read_text(encoding="utf-8"), lang="nl") for n, name in enumerate(sys.argv[1:])]
for document in documents:
    reader(document)
started = time.process_time()
for document in documents:
    reader(document)
print(time.process_time() - started)
"""


def seconds(checkout: Path, texts: list[str]) -> float:
    """Processor seconds in which a checkout reads the texts."""
    env = {**os.environ, "PYTHONPATH": str(checkout / "src"), "OMP_NUM_THREADS": "1"}
    done = subprocess.run([sys.executable, "-c", READ, *texts], env=env, capture_output=True, text=True, check=True)
    return float(done.stdout)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("other", type=Path)
    parser.add_argument("texts", nargs="*")
    parser.add_argument("--runs", type=int, default=6)
    given = parser.parse_args()
    texts = given.texts or [str(path) for path in sorted((HERE / "examples").glob("*.txt"))]
    here, other = [], []
    for _ in range(given.runs):
        other.append(seconds(given.other, texts))
        here.append(seconds(HERE, texts))
    ratio = statistics.median(h / o for h, o in zip(here, other, strict=True))
    print(f"{len(texts)} texts, {given.runs} turns, processor seconds, median (least to most)")
    for name, found in (("here", here), (str(given.other), other)):
        print(f"{name:40} {statistics.median(found):6.2f} ({min(found):.2f} to {max(found):.2f})")
    print(f"{'here / other, median of the turns':40} {ratio:6.3f}")


if __name__ == "__main__":
    main()
