"""How long it takes to find who disputes what across many articles, and when one more comes; in processor seconds.

    python benchmarks/issues_speed.py [--documents 1000] [--keep FILE]

The articles are made: of a hundred places with a few contested things each, sentences of the kinds that collide, by
invented people, between sentences that say nothing of it. They are read first, which is not measured here (``read_speed.py``
does), and kept in FILE where one is named. Prints the time for half of them and for all, with their ratio: twice the articles
should take about twice as long. Then for the propositions of one article that comes after all others, which are compared with
those alone that speak of the same.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import msgspec

from wederhoor.cases import build_case
from wederhoor.cases.propositions import held_in_case
from wederhoor.documents import load_text
from wederhoor.languages.pack import load_pack
from wederhoor.languages.several import packs_of
from wederhoor.reading import open_student
from wederhoor.reading.propositions import Meetings
from wederhoor.records import Study

Made = TypeVar("Made")
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
    asked = parser.parse_args()
    studies = read(asked.documents + 1, asked.keep, asked.seed)
    pack = load_pack("nl")
    *most, last = studies
    half, _ = timed(lambda: build_case(most[: len(most) // 2], pack))
    whole, case = timed(lambda: build_case(most, pack))
    print(
        f"{len(most)} articles, {len(case.conflicts)} conflicts, {len(case.issues)} issues, {len(case.changes)} changes"
    )
    print(f"half of them {half:.1f} s, all {whole:.1f} s: {whole / half:.1f} times as long (processor seconds)")
    meetings = Meetings(lambda a, b: a.doc != b.doc, packs_of(["nl"]))
    before, found = timed(lambda: meetings.add(held_in_case(most, case.actors, packs_of(["nl"]))))
    more, added = timed(lambda: meetings.add(held_in_case([last], (), packs_of(["nl"]))))
    print(f"propositions of all {before:.1f} s, {len(found)} opposed; of one more {more:.3f} s, {len(added)} opposed")


if __name__ == "__main__":
    main()
