"""Words a second of processor time that a whole reading takes, Dutch and English in turns.

    python benchmarks/read_languages.py SHARED [--runs 5]

Dutch are paragraphs of newspaper sentences (data/raw-dutch), English are Wikinews articles (data/english-news), cut into texts of
some hundred words. Processor time, so that what else the machine does counts little; the median of the runs.
"""

from __future__ import annotations

import argparse
import statistics
import time
from pathlib import Path

from read_speed import paragraphs

from wederhoor.reading import open_reader
from wederhoor.records import Document

WORDS = 12_000
TEXT = 10
"""Paragraphs of one text."""


def english(shared: Path) -> list[str]:
    """Paragraphs of articles in the order of their names, as many as hold about WORDS words."""
    found: list[str] = []
    for path in sorted((shared / "data/english-news").glob("*.txt")):
        if sum(len(p.split()) for p in found) >= WORDS:
            break
        found += [p for p in path.read_text(encoding="utf-8").split("\n") if p.strip()]
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--runs", type=int, default=5)
    arguments = parser.parse_args()
    texts = {"nl": paragraphs(arguments.shared, WORDS), "en": english(arguments.shared)}
    speeds: dict[str, list[float]] = {lang: [] for lang in texts}
    readers = {lang: open_reader(lang) for lang in texts}
    for _ in range(arguments.runs + 1):  # the first warms up
        for lang, parts in texts.items():
            documents = [
                Document(doc=str(i), text="\n\n".join(parts[i : i + TEXT]), lang=lang)
                for i in range(0, len(parts), TEXT)
            ]
            started = time.process_time()
            for document in documents:
                readers[lang](document)
            speeds[lang].append(sum(len(p.split()) for p in parts) / (time.process_time() - started))
    for lang, found in speeds.items():
        rest = found[1:]
        print(
            f"{lang}: {statistics.median(rest):,.0f} words a second of processor time ({min(rest):,.0f} to {max(rest):,.0f})"
        )


if __name__ == "__main__":
    main()
