"""What the page of a long document costs the server, by part and whole; in processor time, which a busy machine changes least.

    python benchmarks/long_document.py CASE [--characters 268000] [--turns 9]

CASE is made where it is not there: one text, the Dutch examples over and over, each time about other people and places, read as
any other. Prints for the first part, one in the middle, the last, a part alone as it is fetched, a speaker's statements and the
whole text: kilobytes, and milliseconds of this process, the test client's included, in two cases: when nothing of the document is
kept, as after every change of the case, and when a page of it was asked for before. The addresses take turns; the median
and the highest are shown.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from collections import defaultdict
from pathlib import Path

from fastapi import FastAPI
from fastapi.testclient import TestClient

from wederhoor.documents import load_text
from wederhoor.exchange.parts import text_parts
from wederhoor.reading import open_student
from wederhoor.store import open_store, put_study
from wederhoor.web.app import LONG_TEXTS, create_app
from wederhoor.web.kept import Kept
from wederhoor.web.settings import Settings

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))
from test_long_texts import articles  # it lies with the tests


def make(case: Path, characters: int) -> None:
    """A case of one long document."""
    study = open_student("nl")(load_text(articles(characters), doc="lang", lang="nl"))
    with open_store(case, create=True) as store, store.writing() as db:
        put_study(db, study)


def timed(web: TestClient, address: str) -> tuple[float, int]:
    """Milliseconds of processor that an answer took, and its bytes."""
    begun = time.process_time()
    answer = web.get(address)
    took = time.process_time() - begun
    assert answer.status_code == 200, address  # a benchmark
    return took * 1000, len(answer.content)


def measure(app: FastAPI, turns: int) -> None:
    """Print the table of an application."""
    fresh: defaultdict[str, list[float]] = defaultdict(list)
    known: defaultdict[str, list[float]] = defaultdict(list)
    size: dict[str, int] = {}
    with TestClient(app, base_url="http://127.0.0.1:8765") as web:
        reading = web.get("/documents/1.json").json()
        last = len(text_parts(reading["text"]))
        addresses = {
            "first part": "/documents/1",
            f"part {last // 2}": f"/documents/1?part={last // 2}",
            f"part {last}, the last": f"/documents/1?part={last}",
            "a part alone": f"/documents/1/part?part={last // 2 + 1}",
            "a speaker's statements": "/documents/1/part?voice=1",
            "the whole text": "/documents/1?part=all",
        }
        for _ in range(turns):
            for name, address in addresses.items():
                app.state.long_texts = Kept(LONG_TEXTS)
                fresh[name].append(timed(web, address)[0])
                took, size[name] = timed(web, address)
                known[name].append(took)
    words = len(reading["text"].split())
    print(f"{words:,} words, {len(reading['attributions']):,} statements, {last} parts; milliseconds: median, highest")
    print(f"{'':24}{'kB':>8}{'nothing kept':>16}{'kept':>16}")
    for name in addresses:
        both = [f"{statistics.median(found):.0f}, {max(found):.0f}" for found in (fresh[name], known[name])]
        print(f"{name:24}{size[name] / 1000:8.0f}{both[0]:>16}{both[1]:>16}")


def main() -> None:
    """Make the case where it is not there, and print its table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("case", type=Path)
    parser.add_argument("--characters", type=int, default=268_000)
    parser.add_argument("--turns", type=int, default=9)
    given = parser.parse_args()
    if not given.case.exists():
        make(given.case, given.characters)
    with open_store(given.case) as store:
        measure(create_app(store, Settings(warm=True)), given.turns)


if __name__ == "__main__":
    main()
