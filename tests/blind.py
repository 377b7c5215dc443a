"""Gold of other people's texts: stand-off annotations made blind, in two passes and a decision.

    python tests/blind.py number ROUND                   print its texts with their sentences numbered, to annotate from
    python tests/blind.py convert ROUND SOURCES [PASS]   write the JSON of a pass, or of the decision, from a folder of sources
    python tests/blind.py agree ROUND...                 how far the two passes agree, over all texts of the rounds
    python tests/blind.py differ ROUND [ONE OTHER]       what one set has and the other has not, with its words, to decide from
    python tests/blind.py check                          how far the annotator agrees with gold that others made of the same texts
    python tests/blind.py join ROUND FOLDER              the gold with its texts, for ``wederhoor evaluate``

``blind_source.py`` says what a source looks like. The texts lie in ../shared; ``gold/rounds.toml`` says of each round which.
"""

from __future__ import annotations

import argparse
import functools
import gzip
import json
import os
import re
import sys
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from blind_agreement import Figure, figures, with_others
from blind_source import LAYERS, converted, sentences

GOLD = Path(__file__).parent / "gold"
SHARED = Path(os.environ.get("WEDERHOOR_SHARED") or GOLD.parents[2] / "shared")
ROUNDS = tomllib.loads((GOLD / "rounds.toml").read_text(encoding="utf-8"))

OWN = ("attributions", "disputes", "events")
"""Folders of the project's own gold that was annotated by another."""

Record = dict[str, Any]


def folder_of(round_name: str, which: str) -> Path:
    """Where the records of a pass are; those of the decision ("gold") stand in the round's folder itself."""
    folder = GOLD / f"blind-{round_name}"
    return folder if which == "gold" else folder / "passes" / which


def text_of(round_name: str, doc: str) -> str:
    """The text as it lies in the shared folder, code point for code point."""
    return stored(round_name, doc)[0]


def stored(round_name: str, doc: str) -> tuple[str, str]:
    """A text and its day of publication.

    Where a round's texts are files, the day is the round's, else the first ten characters of the file's name; where
    they are rows of JSON, the row has it; where they are documents of a treebank, the round has it.
    """
    places = ROUNDS[round_name]["texts"]
    for place in [places] if isinstance(places, str) else places:
        path = SHARED / place
        if path.is_dir() and (path / f"{doc}.txt").exists():
            return (path / f"{doc}.txt").read_bytes().decode(), str(ROUNDS[round_name].get("date", doc[:10]))
        if path.suffixes == [".conllu", ".gz"] and doc in treebank(path):
            return treebank(path)[doc], str(ROUNDS[round_name]["date"])
        if path.suffixes == [".jsonl", ".gz"] and doc in rows(path):
            return rows(path)[doc]["text"], rows(path)[doc]["date"]
    raise ValueError(f"{doc} lies in none of {places}")


@functools.cache
def rows(path: Path) -> dict[str, Record]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return {row["doc"]: row for row in map(json.loads, lines)}


@functools.cache
def treebank(path: Path) -> dict[str, str]:
    """The documents of a treebank whose sentences are called DOC.p.PARAGRAPH.s.SENTENCE, an empty line between paragraphs."""
    found: dict[str, dict[int, list[tuple[str, str]]]] = {}
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for comments in re.findall(r"# sent_id = .*\.p\..*\n# text = .*", lines.read()):
            name, words = (line.partition(" = ")[2] for line in comments.split("\n"))
            doc, block, sentence = re.split(r"\.[ps]\.", name.rpartition("\\")[2])
            found.setdefault(doc, {}).setdefault(int(block), []).append((sentence, words))
    return {doc: "\n\n".join(paragraph(said) for _, said in sorted(parts.items())) for doc, parts in found.items()}


def paragraph(sentences: list[tuple[str, str]]) -> str:
    """Its sentences in the order of their numbers: *2*, *3.1*, *3.2*, *10*."""
    return " ".join(words for _, words in sorted(sentences, key=lambda said: [int(n) for n in said[0].split(".")]))


def annotated(round_name: str, which: str) -> dict[str, Record]:
    """The records of a round by document, with their texts; ``which`` is a pass, or "gold"."""
    found = {}
    for doc in ROUNDS[round_name]["docs"]:
        record = json.loads((folder_of(round_name, which) / f"{doc}.json").read_text(encoding="utf-8"))
        text, date = stored(round_name, doc)
        found[doc] = {"doc": doc, "lang": ROUNDS[round_name]["lang"], "date": date, "text": text, **record}
    return found


def number(round_name: str) -> None:
    for doc in ROUNDS[round_name]["docs"]:
        text = text_of(round_name, doc)
        print("=====", doc)
        print(*(f"{i} {text[slice(*span)]}" for i, span in enumerate(sentences(text), 1)), sep="\n")


def convert(round_name: str, sources: Path, which: str) -> list[str]:
    """Write a round's records from sources; what was wrong with those that could not be written."""
    problems = []
    target = folder_of(round_name, which)
    target.mkdir(parents=True, exist_ok=True)
    for doc in ROUNDS[round_name]["docs"]:
        try:
            source = (sources / f"{doc}.txt").read_text(encoding="utf-8")
            record = converted(doc, text_of(round_name, doc), source)
        except (OSError, ValueError) as error:
            problems.append(str(error))
        else:
            (target / f"{doc}.json").write_text(written(record), encoding="utf-8")
    return problems


def written(record: Record) -> str:
    """A record as JSON, an item a line."""
    keys = [f'"{key}": {json.dumps(record[key])}' for key in ("doc", "text_sha256")]
    for layer in LAYERS:
        rows = ",\n".join(f"  {json.dumps(item, ensure_ascii=False)}" for item in record[layer])
        keys.append(f'"{layer}": [\n{rows}\n]' if rows else f'"{layer}": []')
    return "{\n" + ",\n".join(keys) + "\n}\n"


def join(round_name: str, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for doc, record in annotated(round_name, "gold").items():
        (folder / f"{doc}.json").write_text(json.dumps(record, ensure_ascii=False), encoding="utf-8")


def agree(rounds: Iterable[str]) -> None:
    one, two = (
        {doc: record for name in rounds for doc, record in annotated(name, which).items()} for which in ("one", "two")
    )
    show(figures(one, two, SHARED / "eval"))


def check() -> None:
    show(with_others(*checked(), SHARED / "eval"))


def checked() -> tuple[dict[str, Record], dict[str, Record]]:
    """What others found in texts of theirs, and what the annotator of the rounds found there without a look at it."""
    theirs, ours = {}, {}
    for path in sorted((GOLD / "blind-check").glob("*.json")):
        record = json.loads(path.read_text(encoding="utf-8"))
        folders = (SHARED / "gold" / "dev", SHARED / "gold" / "entities-dev", *(GOLD / name for name in OWN))
        found = [json.loads(file.read_text(encoding="utf-8")) for f in folders if (file := f / path.name).exists()]
        theirs[path.stem] = {key: value for layers in found for key, value in layers.items()}
        ours[path.stem] = {"text": theirs[path.stem]["text"], **record}
    return theirs, ours


def show(found: Iterable[Figure]) -> None:
    for name, agreement, count in found:
        print(f"{name:45} {agreement:.3f}  {count}")


def differ(round_name: str, names: tuple[str, str]) -> None:
    one, two = (annotated(round_name, which) for which in names)
    for doc, record in one.items():
        print("==", doc, *differences(record, two[doc]), sep="\n")


def differences(one: Record, two: Record) -> Iterator[str]:
    """Items of one set that the other has not exactly so, by layer, with the words of their spans."""
    for layer in LAYERS:
        sides = [[worded(record["text"], item) for item in without_ids(record, layer)] for record in (one, two)]
        for mark, side, other in (("<", *sides), (">", *sides[::-1])):
            yield from (f"{mark} {layer}: {line}" for line in side if line not in other)


def without_ids(record: Record, layer: str) -> Iterator[Record]:
    """The items with words in place of the ids of others, which differ between sets."""
    known = {item["id"]: item["content"] for item in record["attributions"]}
    known |= {item["id"]: item["trigger"] for item in record["events"]}
    for item in record[layer]:
        told = {key: value for key, value in item.items() if key not in {"id", "roles", "sector"}}
        yield {key: known.get(value, value) if isinstance(value, str) else value for key, value in told.items()}


def worded(text: str, value: Any) -> str:
    if isinstance(value, dict):
        return " | ".join(worded(text, part) for part in value.values())
    if not isinstance(value, list):
        return str(value)
    if len(value) == 2 and all(isinstance(part, int) for part in value):
        return f"«{text[slice(*value)]}»@{value[0]}"
    return ", ".join(worded(text, part) for part in value)


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("command", choices=("number", "convert", "agree", "differ", "check", "join"))
    parser.add_argument("round", choices=ROUNDS, nargs="?")
    parser.add_argument("more", nargs="*", help="SOURCES [PASS], further rounds, two sets, or a FOLDER")
    options = parser.parse_args(arguments)
    if options.round is None and options.command != "check":
        parser.error(f"a round: {', '.join(ROUNDS)}")
    problems: list[str] = []
    if options.command == "number":
        number(options.round)
    elif options.command == "convert":
        sources, which = [*options.more, "gold"][:2]
        problems = convert(options.round, Path(sources), which)
    elif options.command == "agree":
        agree([options.round, *options.more])
    elif options.command == "differ":
        one, two = options.more or ("one", "two")
        differ(options.round, (one, two))
    elif options.command == "check":
        check()
    else:
        join(options.round, Path(*options.more))
    print(*problems, sep="\n", end="\n" if problems else "", file=sys.stderr)
    return int(bool(problems))


if __name__ == "__main__":
    sys.exit(main())
