"""Words a second of a whole reading on one core, beside Frog's full parse of the same text in the same run.

    python benchmarks/read_speed.py SHARED [--words 20000] [--frog-words 4000] [--runs 5]

Frog (van den Bosch et al. 2007; Debian's package ``frog``) tags, lemmatises, chunks, finds names and parses; it says who says
what of nothing. Both are held to one processor. Loading is left out on both sides: it is printed apart for Wederhoor, and
Frog's own clock starts when it begins to read. Frog gets a shorter piece of the text, since it takes minutes for what
Wederhoor reads in seconds; the ratio is of words a second.
"""

from __future__ import annotations

import argparse
import gzip
import os
import re
import shutil
import statistics
import subprocess
import tempfile
import time
from pathlib import Path

FROG_TIME = re.compile(
    r"Frogging in total took:\s*(?:(\d+) minutes?,?\s*)?(?:and )?(?:(\d+) seconds?,?\s*)?(?:and )?(?:(\d+) milliseconds)?"
)


def paragraphs(shared: Path, words: int) -> list[str]:
    """Paragraphs of four newspaper sentences, as many as hold about ``words`` words."""
    found: list[str] = []
    with gzip.open(shared / "data/raw-dutch/sentences.txt.gz", "rt", encoding="utf-8") as lines:
        sentences = [re.sub(r" ([.,;:?!)])", r"\1", line.strip()) for line, _ in zip(lines, range(7000), strict=False)]
    for start in range(0, len(sentences), 4):
        if sum(len(p.split()) for p in found) >= words:
            break
        found.append(" ".join(sentences[start : start + 4]))
    return found


def wederhoor_speed(texts: list[str], runs: int) -> list[float]:
    from wederhoor.reading import open_reader
    from wederhoor.records import Document

    started = time.perf_counter()
    reader = open_reader("nl")
    print(f"wederhoor: loaded in {time.perf_counter() - started:.2f} s")
    # articles of ten paragraphs, as a newsroom has them
    articles = [Document(doc=str(i), text="\n\n".join(texts[i : i + 10])) for i in range(0, len(texts), 10)]
    reader(articles[0])
    words = sum(len(a.text.split()) for a in articles)
    speeds = []
    for _ in range(runs):
        started = time.perf_counter()
        for article in articles:
            reader(article)
        speeds.append(words / (time.perf_counter() - started))
    return speeds


def frog_speed(texts: list[str]) -> float:
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "text")
        source.write_text("\n".join(texts), encoding="utf-8")
        done = subprocess.run(
            ["frog", "--threads=1", "-t", str(source), "-o", str(Path(folder, "out"))],
            capture_output=True,
            text=True,
            check=True,
        )
    match = FROG_TIME.search(done.stderr + done.stdout)
    if not match:
        raise SystemExit("frog did not say how long it took")
    minutes, seconds, milliseconds = (int(g or 0) for g in match.groups())
    return sum(len(t.split()) for t in texts) / (60 * minutes + seconds + milliseconds / 1000)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--words", type=int, default=20_000)
    parser.add_argument("--frog-words", type=int, default=4_000)
    parser.add_argument("--runs", type=int, default=5)
    arguments = parser.parse_args()
    os.environ["OPENBLAS_NUM_THREADS"] = "1"
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    texts = paragraphs(arguments.shared, arguments.words)
    speeds = wederhoor_speed(texts, arguments.runs)
    ours = statistics.median(speeds)
    print(f"wederhoor: {ours:,.0f} words a second (median of {len(speeds)}, {min(speeds):,.0f} to {max(speeds):,.0f})")
    if not shutil.which("frog"):
        print("frog is not installed (apt-get install frog frogdata): no ratio")
        return
    theirs = frog_speed(paragraphs(arguments.shared, arguments.frog_words))
    print(f"frog:      {theirs:,.0f} words a second\nratio:     {ours / theirs:.1f}")


if __name__ == "__main__":
    main()
