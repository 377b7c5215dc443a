"""How many of the conflicts that are shown in real news are conflicts, by verdicts of one who had not seen the program.

    python tests/conflicts_in_news.py 16 17 18 wikinews parool

The texts are the training articles of PolNeAR in ``../shared``, in cases of 40 by their dates, numbered from 0, the English
ones of Wikinews as one case and those of *Het Parool* as one. A verdict is a line of
``tests/gold/conflicts-in-news/verdicts.tsv``: the case, the document and the first character of each side, and R (right), P
(there is such a disagreement, which the words show indirectly) or W (wrong).
"""

from __future__ import annotations

import gzip
import re
import sys
from collections import Counter
from pathlib import Path

import msgspec
from texts import SHARED

from wederhoor.cases import build_case
from wederhoor.documents import load_text
from wederhoor.languages.pack import load_pack
from wederhoor.reading import open_student
from wederhoor.records import Reading, SideRef

CASE = 40
"""Articles of a case."""
GOLD = Path(__file__).parent / "gold" / "conflicts-in-news" / "verdicts.tsv"
TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
FOLDERS = {"wikinews": ("en", "data/english-news"), "parool": ("nl", "data/parool-raw")}
"""The cases that are a folder of texts: their language, and where they lie in ``../shared``."""
Pair = frozenset[tuple[str, int]]


class Article(msgspec.Struct):
    """An article of PolNeAR; the fields that are needed."""

    doc: str
    text: str


def verdicts() -> dict[Pair, str]:
    """R, P or W by the two sides."""
    lines = (line.split("\t") for line in GOLD.read_text(encoding="utf-8").splitlines()[1:])
    return {frozenset(((a, int(at)), (b, int(then)))): verdict for _, a, at, b, then, verdict in lines}


def case_texts(case: int | str) -> dict[str, str]:
    """The texts of a case by the names of their documents, without the tags that some have."""
    if isinstance(case, str):
        return {
            path.stem: path.read_text(encoding="utf-8") for path in sorted((SHARED / FOLDERS[case][1]).glob("*.txt"))
        }
    lines = gzip.decompress((SHARED / "data/polnear/train.jsonl.gz").read_bytes()).splitlines()
    articles = [msgspec.json.decode(line, type=Article) for line in lines]
    articles.sort(key=lambda one: one.doc.split("_")[1])
    return {one.doc: TAG.sub("", one.text) for one in articles[case * CASE : (case + 1) * CASE]}


def first_character(side: SideRef, reading: Reading) -> tuple[str, int]:
    """The document of a side and where its words begin."""
    if not isinstance(side.side, str):
        return side.doc, side.side.author[0]
    return side.doc, next(a.content[0][0] for a in reading.attributions if a.id == side.side)


def judged_by_kind(case: int | str) -> Counter[tuple[str, str]]:
    """How many of the conflicts that are shown in a case are of which kind and have which verdict, or are ``not judged``."""
    lang = FOLDERS[case][0] if isinstance(case, str) else "en"
    student, known = open_student(lang), verdicts()
    studies = [student(load_text(text, lang=lang, doc=doc)) for doc, text in case_texts(case).items()]
    readings = {s.reading.doc: s.reading for s in studies}
    shown = build_case(studies, load_pack(lang)).conflicts
    pairs = ((c.kind, frozenset(first_character(side, readings[side.doc]) for side in (c.a, c.b))) for c in shown)
    return Counter((kind, known.get(pair, "not judged")) for kind, pair in pairs)


def judged(case: int | str) -> Counter[str]:
    """The same by verdict alone."""
    count: Counter[str] = Counter()
    for (_, verdict), times in judged_by_kind(case).items():
        count[verdict] += times
    return count


def main(cases: list[str]) -> None:
    for case in cases:
        count = judged(case if case in FOLDERS else int(case))
        told = ", ".join(f"{count[verdict]} {verdict}" for verdict in ("R", "P", "W", "not judged"))
        print(f"case {case}: {count.total()} shown, {told}")


if __name__ == "__main__":
    main(sys.argv[1:])
