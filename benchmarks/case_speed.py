"""How fast a case answers: pages and searches by readers at once, opening, importing, and the memory of the process.

    python benchmarks/case_speed.py CASE [--readers 20] [--seconds 30]

CASE is a file or an address of PostgreSQL, made by make_case.py. All readers are threads of one process that ask again as
soon as they are answered, which is harder than people do. Times are from asking to having the rows, in milliseconds.
"""

from __future__ import annotations

import argparse
import random
import resource
import statistics
import threading
import time
from collections import defaultdict
from collections.abc import Callable
from typing import Any

from make_case import Maker
from sqlalchemy import Connection

from wederhoor.store import (
    Store,
    list_causal,
    list_conflicts,
    list_documents,
    list_events,
    list_forecasts,
    list_speakers,
    list_statements,
    open_store,
    put_study,
    remove_document,
    search_sentences,
    search_statements,
    shown,
    summary,
)

Ask = Callable[[Connection, random.Random], Any]


def questions(maker: Maker, documents: int, speakers: int) -> dict[str, Ask]:
    """What readers ask for; words and speakers as often as they occur, places in lists anywhere."""

    def anywhere(draw: random.Random) -> str:
        return str(draw.randrange(1, documents) << 22)

    def word(draw: random.Random) -> str:
        return maker.lemmas[min(int(draw.paretovariate(0.6)), len(maker.lemmas) - 1)]

    return {
        "summary": lambda db, _: summary(db),
        "documents": lambda db, draw: list_documents(db, after=str(draw.randrange(documents))),
        "documents, newest": lambda db, _: list_documents(db, newest=True),
        "one document": lambda db, draw: shown(db, f"text-{draw.randrange(documents):06}"),
        "speakers": lambda db, _: list_speakers(db),
        "statements": lambda db, draw: list_statements(db, after=anywhere(draw)),
        "statements, newest": lambda db, _: list_statements(db, newest=True),
        "statements of a speaker": lambda db, draw: list_statements(db, speaker=draw.randrange(1, speakers)),
        "statements by attitude": lambda db, draw: list_statements(db, attitude="deny", after=anywhere(draw)),
        "events": lambda db, draw: list_events(db, code="PROTEST", after=anywhere(draw)),
        "forecasts due": lambda db, _: list_forecasts(db, due="2020-01-01"),
        "causal claims": lambda db, draw: list_causal(db, after=anywhere(draw)),
        "conflicts": lambda db, draw: list_conflicts(db, after=anywhere(draw)),
        "search statements": lambda db, draw: search_statements(db, word(draw)),
        "search, two words": lambda db, draw: search_statements(db, f"{word(draw)} {word(draw)}"),
        "search, a beginning": lambda db, draw: search_statements(db, f"{draw.choice(maker.lemmas)[:4]}*"),
        "search of a speaker": lambda db, draw: search_statements(db, word(draw), speaker=draw.randrange(1, speakers)),
        "search sentences": lambda db, draw: search_sentences(db, f'"{word(draw)} {word(draw)}"'),
    }


def read(store: Store, asked: dict[str, Ask], seconds: float, seed: int, times: dict[str, list[float]]) -> None:
    draw, end = random.Random(seed), time.perf_counter() + seconds
    while time.perf_counter() < end:
        name = draw.choice(sorted(asked))
        begun = time.perf_counter()
        with store.reading() as db:
            asked[name](db, draw)
        times[name].append((time.perf_counter() - begun) * 1000)


def measure_import(store: Store, maker: Maker) -> list[float]:
    """Documents put into the case one by one, each in a transaction of its own, and taken out again."""
    times = []
    for number in range(50):
        study = maker.study(10_000_000 + number, 20)
        begun = time.perf_counter()
        with store.writing() as db:
            put_study(db, study)
        times.append((time.perf_counter() - begun) * 1000)
        with store.writing() as db:
            remove_document(db, study.reading.doc)
    return times


def percentile(values: list[float], share: float) -> float:
    return sorted(values)[min(int(len(values) * share), len(values) - 1)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("case")
    parser.add_argument("--readers", type=int, default=20)
    parser.add_argument("--seconds", type=float, default=30)
    given = parser.parse_args()
    begun = time.perf_counter()
    with open_store(given.case) as store:
        with store.reading() as db:
            found = summary(db)
        opened = (time.perf_counter() - begun) * 1000
        print(f"{found.documents} documents, {found.statements} statements; opened in {opened:.0f} ms")
        maker, times = Maker(1), defaultdict[str, list[float]](list)
        asked = questions(maker, found.documents, found.speakers)
        read(store, asked, 3, 0, defaultdict(list))  # the language pack and the database's own memory
        threads = [
            threading.Thread(target=read, args=(store, asked, given.seconds, seed, times))
            for seed in range(1, given.readers + 1)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        for name in asked:
            own = times[name]
            print(f"{name:26} p50 {statistics.median(own):6.0f}  p95 {percentile(own, 0.95):6.0f} ms  ({len(own)})")
        put = measure_import(store, maker)
        print(f"import of a document       p50 {statistics.median(put):6.0f}  p95 {percentile(put, 0.95):6.0f} ms")
    print(f"memory at most {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main()
