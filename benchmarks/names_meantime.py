"""Names and links of named mentions in Dutch MEANTIME, by the shared scorer, for all 90 texts or a half of them.

python benchmarks/names_meantime.py [odd|even]

Texts with an odd number were read to make rules for names; of those with an even number nobody has read what is missed.
``--without-round`` leaves out the eight that stand in a blind round (``tests/gold/rounds.toml``).
"""

from __future__ import annotations

import argparse
import gzip
import importlib.util
import json
import os
import sys
import tempfile
import tomllib
from pathlib import Path
from typing import Any, Final

import wederhoor

ROOT: Final = Path(__file__).parents[1]
SHARED: Final = Path(os.environ.get("WEDERHOOR_SHARED") or ROOT.parent / "shared")
CORPORA: Final = ("gm", "apple", "stock")


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("half", nargs="?", choices=("odd", "even"), help="of the texts' numbers; without it all")
    parser.add_argument("--without-round", action="store_true", help="leave out texts of the blind rounds")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        for corpus in CORPORA:
            rows = [row for row in rows_of(corpus) if wanted(row, options.half, without=options.without_round)]
            lines = "".join(json.dumps(row) + "\n" for row in rows)
            (Path(folder) / f"{corpus}.jsonl").write_text(lines, encoding="utf-8")
        return score(folder)


def rows_of(corpus: str) -> list[dict[str, Any]]:
    with gzip.open(SHARED / "data" / "meantime-nl" / f"{corpus}.jsonl.gz", "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def wanted(row: dict[str, Any], half: str | None, *, without: bool) -> bool:
    odd = int(row["doc"].split("_")[0]) % 2 == 1
    if without and row["doc"] in in_rounds():
        return False
    return half is None or odd == (half == "odd")


def in_rounds() -> set[str]:
    rounds = tomllib.loads((ROOT / "tests" / "gold" / "rounds.toml").read_text(encoding="utf-8"))
    return {doc for one in rounds.values() for doc in one["docs"]}


def score(folder: str) -> int:
    """Run the shared scorer on the texts of a folder; it asks for a function that reads files by path."""
    spec = importlib.util.spec_from_file_location("meantime_score", SHARED / "eval" / "meantime_score.py")
    if spec is None or spec.loader is None:
        raise ValueError("no scorer in the shared folder")
    sys.dont_write_bytecode = True
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    wederhoor.read = read  # type: ignore[attr-defined]
    sys.argv = [spec.name, folder, *CORPORA]
    return int(module.main() or 0)


def read(path: Path, date: str, lang: str) -> wederhoor.Reading:
    return wederhoor.read_text(path.read_text(encoding="utf-8"), date=date, lang=lang)


if __name__ == "__main__":
    sys.exit(main())
