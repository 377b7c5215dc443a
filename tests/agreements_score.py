"""How often two who agree are shown as opponents, and two who do not are shown, where the difference is one of denial.

    python tests/agreements_score.py nl even
    python tests/agreements_score.py nl even denials

Reads ``tests/gold/agreements/LANG.tsv``, or that of another folder: ``agree`` or ``oppose``, in some what it is about, and two
sentences, once as one text and once as two.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

from wederhoor.cases import build_case
from wederhoor.languages.pack import load_pack
from wederhoor.reading import open_student
from wederhoor.records import Document

GOLD = Path(__file__).parent / "gold"
HALVES = {"odd": 0, "even": 1, "all": None}


def shown(lang: str, half: str, gold: str = "agreements") -> tuple[Counter[tuple[str, str]], list[str]]:
    """How many lines of each label there are and are shown, in one text and in two, and the agreeing lines that are."""
    lines = (GOLD / gold / f"{lang}.tsv").read_text(encoding="utf-8").splitlines()
    student, pack, start = open_student(lang), load_pack(lang), HALVES[half]
    found: Counter[tuple[str, str]] = Counter()
    wrong = []
    for line in lines if start is None else lines[start::2]:
        label, *_, a, b = line.split("\t")
        texts = ({"a": f"{a}\n\n{b}"}, {"a": a, "b": b})
        cases = (build_case([student(Document(doc=d, text=t)) for d, t in one.items()], pack) for one in texts)
        told = [bool(case.conflicts) for case in cases]
        found[label, "lines"] += 1
        found[label, "in one text"] += told[0]
        found[label, "in two"] += told[1]
        wrong += [line] if any(told) and label == "agree" else []
    return found, wrong


def main(lang: str, half: str = "all", *rest: str) -> None:
    found, wrong = shown(lang, half, *(name for name in rest if not name.startswith("--")))
    for label in ("agree", "oppose"):
        one, two, lines = (found[label, what] for what in ("in one text", "in two", "lines"))
        print(f"{label:6}  shown in one text {one}, in two {two}, of {lines}")
    if "--list" in rest:
        print(*wrong, sep="\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
