"""Of every two ways to put the two sides of a matter, each an article of its own: whether they are shown to collide.

``gold/ways/nl-odd.toml`` and the like hold matters. Each has ``one`` and ``other``, ways to say what excludes one another, and
``apart``, which excludes none of them. They were written before the program had read them, by one who knew none of its rules; the
misses of the even ones are not looked at.

    python tests/ways.py nl odd

``opposed`` are pairs of both sides, all to be shown; ``agreeing`` are pairs of one side, ``apart`` those with what is apart: none
is to be shown.
"""

from __future__ import annotations

import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from itertools import combinations, product
from pathlib import Path
from typing import Final

from wederhoor.cases import build_case
from wederhoor.documents import load_text
from wederhoor.languages.pack import load_pack
from wederhoor.reading import open_student
from wederhoor.records import CaseConflict, Study

HERE: Final = Path(__file__).parent / "gold" / "ways"
DAY: Final = "2031-05-12"
Pair = tuple[str, str, str]
"""What two ways are to one another (``opposed``, ``agreeing``, ``apart``), and the two."""


def matters(lang: str, half: str) -> list[dict[str, list[str]]]:
    """The matters of half of a language's file; ``kind`` and ``about`` are lists of one."""
    found = tomllib.loads((HERE / f"{lang}-{half}.toml").read_text(encoding="utf-8"))["matter"]
    return [{key: value if isinstance(value, list) else [value] for key, value in matter.items()} for matter in found]


def pairs(matter: dict[str, list[str]]) -> Iterator[Pair]:
    """All pairs of a matter's ways."""
    one, other = matter["one"], matter["other"]
    yield from (("opposed", a, b) for a, b in product(one, other))
    yield from (("agreeing", a, b) for side in (one, other) for a, b in combinations(side, 2))
    yield from (("apart", a, b) for a, b in product(one + other, matter["apart"]))


class Reader:
    """Reads every way once as an article of either place, and sets two of them beside one another."""

    def __init__(self, lang: str) -> None:
        self.lang, self.pack, self.student = lang, load_pack(lang), open_student(lang)
        self.readings: dict[tuple[str, str], Study] = {}

    def read(self, doc: str, text: str) -> Study:
        """What is read in a text as an article of that name."""
        if (doc, text) not in self.readings:
            self.readings[doc, text] = self.student(load_text(text, lang=self.lang, date=DAY, doc=doc))
        return self.readings[doc, text]

    def between(self, one: str, other: str) -> list[CaseConflict]:
        """What is shown to collide between two articles."""
        case = build_case([self.read("one", one), self.read("other", other)], self.pack)
        return [conflict for conflict in case.conflicts if conflict.a.doc != conflict.b.doc]


def main(lang: str, half: str, *, listed: bool = False) -> None:
    """Print how many pairs are shown, of each kind and of all."""
    reader, shown, total = Reader(lang), Counter[tuple[str, str]](), Counter[tuple[str, str]]()
    for matter in matters(lang, half):
        for relation, one, other in pairs(matter):
            found = bool(reader.between(one, other))
            for kind in (*matter["kind"], "all"):
                total[kind, relation] += 1
                shown[kind, relation] += found
            if listed and found != (relation == "opposed"):
                print(f"{relation}\t{matter['kind'][0]}\t{one}\t{other}")
    for kind in dict.fromkeys(kind for kind, _ in total):
        told = (f"{r} {shown[kind, r]}/{total[kind, r]}" for r in ("opposed", "agreeing", "apart"))
        print(f"{kind:10}", "  ".join(told))


if __name__ == "__main__":
    main(*sys.argv[1:3], listed="--list" in sys.argv[3:])
