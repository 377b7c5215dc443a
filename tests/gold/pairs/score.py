"""How many pairs of sentences, each of an article of its own, are shown as a conflict: of those opposed, and of the traps.

``python tests/gold/pairs/score.py blind`` prints both shares by kind; ``--list`` the pairs that were got wrong, which ends the
blindness of a set.
"""

from __future__ import annotations

import argparse
import csv
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from wederhoor.cases import build_case
from wederhoor.documents import load_text
from wederhoor.languages.several import packs_of
from wederhoor.reading import open_student
from wederhoor.records import Case

HERE: Final = Path(__file__).parent
ENGLISH: Final = "english"
"""What the names of sets in English begin with; the others are Dutch."""
MIXED: Final = "mixed"
"""The same of sets of a Dutch sentence and an English one."""
DAY: Final = "2031-05-12"
Row = tuple[str, str, str]


def pairs(name: str) -> list[Row]:
    """Kind, first and second sentence of every pair of a set: ``opposed-blind``, ``traps-blind`` and the like."""
    with (HERE / f"{name}.tsv").open(encoding="utf-8", newline="") as lines:
        return [(kind, one, other) for kind, one, other in csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)]


def shown(rows: Sequence[Row], lang: str = "nl", other: str | None = None) -> list[bool]:
    """Whether the two sentences of each pair are shown to collide; ``other`` is the language of the second, if it is another."""
    langs = (lang, other or lang)
    students, packs = {one: open_student(one) for one in langs}, packs_of(langs)

    def case(*texts: str) -> Case:
        told = zip(("een", "twee"), texts, langs, strict=True)
        return build_case(
            [students[one](load_text(text, lang=one, date=DAY, doc=name)) for name, text, one in told], packs
        )

    return [any(c.a.doc != c.b.doc for c in case(one, other).conflicts) for _, one, other in rows]


def main() -> None:
    """Print the shares of both sets of the name that is given."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("name", help="blind or building")
    parser.add_argument("--list", action="store_true", help="print the pairs that were got wrong")
    asked = parser.parse_args()
    for kind in ("opposed", "traps"):
        rows = pairs(f"{kind}-{asked.name}")
        mixed = asked.name.startswith(MIXED)
        found = shown(rows, "en" if asked.name.startswith(ENGLISH) else "nl", "en" if mixed else None)
        hits, all_of = Counter(r[0] for r, hit in zip(rows, found, strict=True) if hit), Counter(r[0] for r in rows)
        print(f"{kind}: {sum(found)} of {len(rows)} shown;", *(f"{k} {hits[k]}/{n}" for k, n in all_of.items()))
        if asked.list:
            wrong = kind == "traps"
            print(*("  " + " | ".join(r) for r, hit in zip(rows, found, strict=True) if hit == wrong), sep="\n")


if __name__ == "__main__":
    main()
