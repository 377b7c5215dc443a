"""Who says what in PolNeAR, as it is read and in the units that PolNeAR counts in.

    python benchmarks/polnear.py SHARED [--part dev] [--every 1]

PolNeAR (Newell, Margolin and Ruths, LREC 2018) has no report within a report (0 of the 19,832 attributions of its
training part), and takes a quotation that goes on behind its cue in the next sentence (*“A,” she said. “B.”*) for one
attribution; our guidelines ask for both reports, and for two statements. So three figures are given, by
``eval/attribution_score.py``: as read; without reports within reports; and with such quotations joined as well, which
is the quality of what both annotate.
"""

from __future__ import annotations

import argparse
import gzip
import json
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from wederhoor.reading import open_reader
from wederhoor.records import Attribution, Document

LONGEST_GAP = 200
"""Characters between the two parts of a quotation, at most."""
ROLES = ("content", "cue", "source")
Item = dict[str, list[list[int]]]


def items(attributions: Sequence[Attribution]) -> list[Item]:
    """Attributions as the scorer takes them."""
    return [{role: [[*span] for span in getattr(a, role)] for role in ROLES} for a in attributions]


def outermost(attributions: Sequence[Attribution]) -> list[Attribution]:
    """Without the reports within reports."""
    return [a for a in attributions if a.parent is None]


def joined(text: str, attributions: Sequence[Attribution]) -> list[Item]:
    """The same, with what goes on behind its cue in the next sentence of the paragraph joined to what stands before it."""
    told: list[Item] = []
    last: Attribution | None = None
    for attribution, item in zip(attributions, items(attributions), strict=True):
        if last is not None and _goes_on(text, last, attribution):
            before = told[-1]
            told[-1] = {
                "content": before["content"] + item["content"],
                "cue": before["cue"] or item["cue"],
                "source": before["source"] or item["source"],
            }
        else:
            told.append(item)
        last = attribution
    return told


def _goes_on(text: str, before: Attribution, behind: Attribution) -> bool:
    gap = text[before.content[-1][1] : behind.content[0][0]]
    one_cue = not before.cue or not behind.cue or before.cue == behind.cue
    spoken = before.form == behind.form == "direct" and before.speaker == behind.speaker is not None
    return spoken and one_cue and "\n" not in gap and len(gap) < LONGEST_GAP and gap.count(". ") <= 1


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--part", choices=("dev", "train"), default="dev")
    parser.add_argument("--every", type=int, default=1, help="Take every so manieth text.")
    options = parser.parse_args()
    with gzip.open(options.shared / f"data/polnear/{options.part}.jsonl.gz", "rt", encoding="utf-8") as lines:
        gold = [json.loads(line) for line in lines][:: options.every]
    read = open_reader("en")
    ways: dict[str, list[dict[str, Any]]] = {"as read": [], "outermost": [], "outermost, joined": []}
    for number, one in enumerate(gold, 1):
        print(f"\r{number} of {len(gold)}", end="", file=sys.stderr)
        text, found = one["text"], read(Document(doc="text", text=one["text"], lang="en")).attributions
        outer = outermost(found)
        for way, told in zip(ways, (items(found), items(outer), joined(text, outer)), strict=True):
            ways[way].append({"doc": one["doc"], "text": text, "attributions": told})
    print(file=sys.stderr)
    with tempfile.TemporaryDirectory() as folder:
        paths = {way: Path(folder, f"{number}.jsonl") for number, way in enumerate(("gold", *ways))}
        for way, records in {"gold": gold, **ways}.items():
            paths[way].write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
        for way in ways:
            command = [
                sys.executable,
                str(options.shared / "eval/attribution_score.py"),
                str(paths["gold"]),
                str(paths[way]),
            ]
            print(way, subprocess.run(command, capture_output=True, text=True, check=True).stdout, sep="\n")


if __name__ == "__main__":
    main()
