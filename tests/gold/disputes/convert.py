"""Disputes as they are annotated -> ``N.txt`` and ``gold.json`` as other gold of disputes has them.

A quote is marked in its article as ``[V1a:rederij|words]``: issue, position, holder. ``gold.toml`` has the rest.

``python tests/gold/disputes/convert.py [FOLDER]`` writes all of them, of another folder where it is named; a quote that
does not occur just once is an error.
"""

from __future__ import annotations

import json
import re
import sys
import tomllib
from collections import defaultdict
from pathlib import Path
from typing import Any, Final

HERE: Final = Path(__file__).parent
MARKED: Final = re.compile(r"\[(?P<issue>[A-Z]\d+)(?P<position>[a-z])\d*:(?P<holder>\w+)\|(?P<words>[^\]|]+)\]")
Held = dict[str, dict[str, list[dict[str, str]]]]


def convert(folder: Path) -> tuple[dict[str, str], dict[str, Any]]:
    """The articles of a dispute by name, without their marks, and its gold. Raises ValueError for a quote not found once."""
    given = tomllib.loads((folder / "gold.toml").read_text(encoding="utf-8"))
    texts: dict[str, str] = {}
    held: Held = defaultdict(lambda: defaultdict(list))
    for doc in given["documents"]:
        marked = (folder / f"{doc}.marked").read_text(encoding="utf-8")
        texts[doc] = MARKED.sub(lambda mark: mark["words"], marked)
        for mark in MARKED.finditer(marked):
            quote = {"actor": mark["holder"], "doc": doc, "quote": mark["words"]}
            held[mark["issue"]][mark["position"]].append(quote)
    gold = _gold(folder.name, given, held)
    _check(gold, texts)
    return texts, gold


def _gold(name: str, given: dict[str, Any], held: Held) -> dict[str, Any]:
    lang, langs = given["lang"], given.get("langs", {})
    return {
        "dispute": name,
        "lang": lang,
        "documents": [
            {"doc": doc, "file": f"{doc}.txt", "date": date, "lang": langs.get(doc, lang)}
            for doc, date in given["documents"].items()
        ],
        "actors": [{"country": None, **actor, "id": id_} for id_, actor in given["actors"].items()],
        "issues": [
            {
                "id": id_,
                "question": issue["question"],
                "kind": issue["kind"],
                "positions": [
                    {"id": position, "says": says, "held": held[id_][position]}
                    for position, says in issue["says"].items()
                ],
                "against": [[*pair] for pair in issue["against"]],
            }
            for id_, issue in given["issues"].items()
        ],
        "changes": given.get("changes", []),
        "no_conflict": given.get("no_conflict", []),
    }


def _check(gold: dict[str, Any], texts: dict[str, str]) -> None:
    quotes = [q for issue in gold["issues"] for position in issue["positions"] for q in position["held"]]
    quotes += [change[end] for change in gold["changes"] for end in ("first", "then")]
    quotes += [pair[end] for pair in gold["no_conflict"] for end in ("one", "other")]
    for quote in quotes:
        if texts[quote["doc"]].count(quote["quote"]) != 1:
            raise ValueError(
                f"{quote['doc']}: {quote['quote']!r} is there {texts[quote['doc']].count(quote['quote'])} times"
            )


def main() -> None:
    """Write the texts and the gold of every dispute beside its sources."""
    root = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE
    for folder in sorted(path.parent for path in root.glob("*/gold.toml")):
        texts, gold = convert(folder)
        for doc, text in texts.items():
            (folder / f"{doc}.txt").write_text(text, encoding="utf-8")
        (folder / "gold.json").write_text(json.dumps(gold, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
