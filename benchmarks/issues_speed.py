"""How long it takes to find who disputes what across many articles, and when one more comes; in processor seconds.

    python benchmarks/issues_speed.py [--documents 1000] [--keep FILE] [--into CASE]

The articles are made: of a hundred places with a few contested things each, sentences of the kinds that collide, by
invented people, between sentences that say nothing of it. They are read first, which is not measured here (``read_speed.py``
does), and kept in FILE where one is named. Prints the time for half of them and for all, with their ratio: twice the articles
should take about twice as long. Then for one article more, five times, with what was worked out for the case before, and whether
the case is the same to the byte as one that is made anew; and for one more kept in a database.
"""

from __future__ import annotations

import argparse
import random
import statistics
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TypeVar

import msgspec

from wederhoor.cases import build_case
from wederhoor.documents import load_text
from wederhoor.languages.pack import load_pack
from wederhoor.reading import open_student
from wederhoor.reading.memo import Memo
from wederhoor.records import Study
from wederhoor.store import match_documents, open_store, put_study

Made = TypeVar("Made")
MOST_ADDED = 5
SYLLABLES = (
    "bor",
    "dal",
    "fen",
    "gars",
    "hil",
    "kar",
    "lom",
    "mar",
    "nes",
    "oor",
    "pel",
    "rin",
    "sten",
    "tor",
    "wal",
    "zand",
)
THINGS = ("brug", "molen", "sluis", "school", "haven", "dijk", "kazerne", "fabriek", "kerk", "boerderij")
FIRST = ("Anna", "Bram", "Clara", "Dirk", "Els", "Freek", "Greet", "Hugo", "Ilse", "Joost")
SAYING = (
    "Volgens {who} is er een vergunning voor de {thing} in {place}.",
    "{who} zegt dat er geen vergunning voor de {thing} in {place} is.",
    "Volgens {who} waren er {number} betogers bij de {thing} in {place}.",
    "{who} zegt dat de gemeente de {thing} in {place} heeft gesloopt.",
    "{who} ontkent dat de gemeente de {thing} in {place} heeft gesloopt.",
    "{who} noemt de {thing} in {place} veilig.",
    "Volgens {who} is de {thing} in {place} onveilig.",
)
BETWEEN = (
    "In {place} regende het de hele week, en op de markt stond niemand.",
    "De winkels van {place} sloten vroeg, want er was geen stroom in de straat van {who}.",
    "Een wandelaar uit {place} vond een oude kaart met de namen van alle straten.",
    "Het feest in {place} begint in de zomer, met muziek van een orkest uit de buurt.",
)


def articles(count: int, seed: int) -> Iterator[tuple[str, str]]:
    """Day and text of each article."""
    draw = random.Random(seed)
    places = [f"{a.title()}{b}" for a in SYLLABLES for b in SYLLABLES if a != b][: max(1, count // 10)]
    people = [f"{first} {a.title()}{b}" for first in FIRST for a in SYLLABLES for b in SYLLABLES[:8] if a != b]
    draw.shuffle(people)
    for number in range(count):
        at = number % len(places)
        own = people[at * 6 % len(people) : at * 6 % len(people) + 6] or people[:6]
        lines = [
            kind.format(
                who=draw.choice(own), place=places[at], thing=draw.choice(THINGS[:3]), number=draw.randint(20, 400)
            )
            for kind in draw.sample(SAYING, 4) + draw.sample(BETWEEN, 3)
        ]
        draw.shuffle(lines)
        yield f"2031-{1 + number % 12:02}-{1 + number % 28:02}", "\n\n".join(lines)


def read(count: int, keep: Path | None, seed: int) -> list[Study]:
    """The articles as they are read, or as they were read before."""
    if keep is not None and keep.exists():
        return msgspec.msgpack.decode(keep.read_bytes(), type=list[Study])
    student = open_student("nl")
    studies = [
        student(load_text(text, doc=f"artikel-{number:05}", lang="nl", date=day))
        for number, (day, text) in enumerate(articles(count, seed))
    ]
    if keep is not None:
        keep.write_bytes(msgspec.msgpack.encode(studies))
    return studies


def timed(work: Callable[[], Made]) -> tuple[float, Made]:
    """Processor seconds of this process, and what came of it."""
    start = time.process_time()
    made = work()
    return time.process_time() - start, made


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=1_000)
    parser.add_argument("--keep", type=Path, default=None)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--into", type=Path, default=None, help="a new case, in which all are kept before one more comes"
    )
    asked = parser.parse_args()
    studies = read(asked.documents + MOST_ADDED, asked.keep, asked.seed)
    pack = load_pack("nl")
    most, last = studies[: asked.documents], studies[asked.documents :][:MOST_ADDED]
    half, _ = timed(lambda: build_case(most[: len(most) // 2], pack))
    whole, case = timed(lambda: build_case(most, pack))
    print(
        f"{len(most)} articles, {len(case.conflicts)} conflicts, {len(case.issues)} issues, {len(case.changes)} changes"
    )
    print(f"half of them {half:.1f} s, all {whole:.1f} s: {whole / half:.1f} times as long (processor seconds)")
    memo = Memo()
    build_case(most, pack, memo=memo)
    again = []
    for number in range(MOST_ADDED):
        more = [*most, *last[: number + 1]]
        taken, grown = timed(partial(build_case, more, pack, memo=memo))
        again.append(taken)
    anew = build_case([*most, *last], pack)
    same = msgspec.msgpack.encode(grown) == msgspec.msgpack.encode(anew)
    print(
        f"one article more, {len(again)} times: {statistics.median(again):.2f} s, at most {max(again):.2f} s; "
        f"the same as anew: {'yes' if same else 'NO'}"
    )
    if asked.into is not None:
        print(f"one more kept in a case of them: {kept_one_more(asked.into, most, last[0]):.2f} s")


def kept_one_more(place: Path, most: list[Study], last: Study) -> float:
    """Put all into a new case, and one more: its rows, its conflicts with those nearest to it, who is who in all."""
    with open_store(place, create=True) as store:
        for study in most:
            with store.writing() as db:
                put_study(db, study)
        match_documents(store)

        def one_more() -> int:
            with store.writing() as db:
                put_study(db, last)
            return match_documents(store)

        return timed(one_more)[0]


if __name__ == "__main__":
    main()
