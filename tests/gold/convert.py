"""Turn the marked-up gold texts (attributions/*.xml) into gold JSON files beside them.

    python tests/gold/convert.py           write attributions/*.json
    python tests/gold/convert.py FOLDER    write FOLDER/*.json, for instance tests/gold/heldout
    python tests/gold/convert.py --check   write nothing; fail where a JSON file is not what its XML says
    python tests/gold/convert.py --show    print every attribution with its words

A source file is ``<doc id date lang>`` with a ``<head>`` of ``<a n who form in attitude polarity certainty/>`` and a ``<body>``.
In the body ``<c a="1">``, ``<q a="1">`` and ``<s a="1">`` hold content, cue and source of attribution 1 (several numbers: one
span for several attributions), and ``<PER>``, ``<ORG>``, ``<LOC>``, ``<MISC>`` hold names. The text is the body without its
tags, so offsets cannot drift. ``layout="yes"`` on an ``<a>`` says that the page's layout marks the speech, not quotation marks.
"""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

FOLDER = Path(__file__).parent / "attributions"
ROLES = {"c": "content", "q": "cue", "s": "source"}
ENTITY_TYPES = ("PER", "ORG", "LOC", "MISC")
FORMS = ("direct", "indirect", "mixed")
ATTITUDES = (
    "say", "think", "know", "want", "fear", "hope", "doubt", "ask", "deny", "accuse", "promise", "expect", "judge",
)  # fmt: skip
CERTAINTIES = ("certain", "probable", "possible", "unknown")
CLOSING = {"“": "”", "„": "”", "«": "»", '"': '"', "‘": "’", "'": "'"}
CLITICS = ("s", "t", "n", "m", "r", "k")

Span = tuple[int, int]
Record = dict[str, Any]


@dataclass
class Body:
    """The text of a body and the spans that its tags mark, by role and attribution number."""

    text: str = ""
    spans: dict[tuple[str, str], list[Span]] = field(default_factory=dict)
    entities: list[Record] = field(default_factory=list)

    def read(self, element: ET.Element) -> None:
        """Add an element's text and, depth first, its children's, noting where each begins and ends."""
        start = len(self.text)
        self.text += element.text or ""
        for child in element:
            self.read(child)
            self.text += child.tail or ""
        span = (start, len(self.text))
        if element.tag in ENTITY_TYPES:
            self.entities.append({"span": list(span), "type": element.tag})
        elif element.tag in ROLES:
            for number in element.attrib["a"].split():
                self.spans.setdefault((ROLES[element.tag], number), []).append(span)
        elif element.tag != "body":
            raise ValueError(f"unknown tag <{element.tag}> at {self.text[start : start + 40]!r}")

    def marked(self, role: str, number: str) -> list[list[int]]:
        return [list(span) for span in sorted(self.spans.get((role, number), []))]


def convert(path: Path) -> Record:
    """One source file as a gold record, checked."""
    root = ET.fromstring(path.read_text(encoding="utf-8"))
    head, source = root.find("head"), root.find("body")
    if head is None or source is None:
        raise ValueError(f"{path.name}: <head> or <body> is missing")
    source.text = (source.text or "").lstrip("\n")
    body = Body()
    body.read(source)
    rows = [row.attrib for row in head]
    record = {
        "doc": path.stem,
        "lang": root.attrib.get("lang", "nl"),
        "date": root.attrib["date"],
        "text": body.text.rstrip("\n") + "\n",
        "attributions": [attribution(row, body) for row in rows],
        "entities": sorted(body.entities, key=lambda entity: entity["span"]),
    }
    layout = {f"A{row['n']}" for row in rows if row.get("layout")}
    problems = [*marked_twice_or_never(rows, body), *checked(record, layout)]
    if problems:
        raise ValueError("\n".join(f"{path.name}: {problem}" for problem in problems))
    return record


def attribution(row: dict[str, str], body: Body) -> Record:
    number = row["n"]
    return {
        "id": f"A{number}",
        "content": body.marked("content", number),
        "cue": body.marked("cue", number),
        "source": body.marked("source", number),
        "speaker": row.get("who"),
        "form": row["form"],
        "parent": f"A{row['in']}" if "in" in row else None,
        "attitude": row.get("attitude", "say"),
        "polarity": row.get("polarity", "+"),
        "certainty": row.get("certainty", "certain"),
    }


def marked_twice_or_never(rows: list[dict[str, str]], body: Body) -> list[str]:
    """Numbers that stand in the head only, in the body only, or twice in the head."""
    listed = [row["n"] for row in rows]
    used = {number for _, number in body.spans}
    problems = [
        f"A{number} is listed {listed.count(number)} times" for number in set(listed) if listed.count(number) > 1
    ]
    problems += [f"A{number} has no words in the text" for number in set(listed) - used]
    return problems + [f"A{number} is not in the head" for number in used - set(listed)]


def checked(record: Record, layout: set[str]) -> list[str]:
    """What is wrong with a record: ids, parents, closed lists, edges of spans, form against quotation marks."""
    text, items = record["text"], {item["id"]: item for item in record["attributions"]}
    quoted = quotations(text)
    problems = [f"entity {text[slice(*e['span'])]!r} has edges" for e in record["entities"] if untidy(text, e["span"])]
    for name, item in items.items():
        if not item["content"]:
            problems.append(f"{name} has no content")
        if item["parent"] is not None and item["parent"] not in items:
            problems.append(f"{name}: no such parent {item['parent']}")
        if item["form"] not in FORMS or item["attitude"] not in ATTITUDES or item["certainty"] not in CERTAINTIES:
            problems.append(f"{name}: unknown form, attitude or certainty")
        problems += [
            f"{name}: {role} {text[start:end]!r} has edges"
            for role in ROLES.values()
            for start, end in item[role]
            if untidy(text, (start, end))
        ]
        if name not in layout and item["form"] not in forms_by_marks(item, ancestors(item, items), quoted):
            problems.append(f"{name}: {item['form']} against the marks of {text[item['content'][0][0] :][:50]!r}")
        if item["parent"] in items and not inside(item, items[item["parent"]]):
            problems.append(f"{name} does not stand in {item['parent']}")
    return problems


def untidy(text: str, span: Span | list[int]) -> bool:
    """Whether a span is empty, begins or ends with a blank, or cuts a word."""
    start, end = span
    words = text[start:end]
    cut = (text[start - 1 : start].isalnum() and words[:1].isalnum()) or (
        text[end : end + 1].isalnum() and words[-1:].isalnum()
    )
    return not words or words != words.strip() or cut


def inside(item: Record, parent: Record) -> bool:
    """Whether every part of an attribution's content shares words with its parent's content."""
    return all(any(max(s, p) < min(e, q) for p, q in parent["content"]) for s, e in item["content"])


def ancestors(item: Record, items: dict[str, Record]) -> list[Record]:
    found: list[Record] = []
    while item["parent"] in items:
        item = items[item["parent"]]
        found.append(item)
    return found


def quotations(text: str) -> list[Span]:
    """Where quoted stretches stand, inner ones too, without their marks; an unclosed one ends with its paragraph."""
    found: list[Span] = []
    offset = 0
    for line in text.splitlines(keepends=True):
        opened: list[tuple[str, int]] = []
        for i, mark in enumerate(line):
            if opened and mark == CLOSING[opened[-1][0]] and not line[i + 1 : i + 2].isalnum():
                found.append((offset + opened.pop()[1], offset + i))
            elif mark in CLOSING and opens(line, i):
                opened.append((mark, i + 1))
        found += [(offset + start, offset + len(line)) for _, start in opened]
        offset += len(line)
    return found


def opens(line: str, i: int) -> bool:
    """Whether the mark at ``i`` opens a quotation: not an apostrophe, not before a blank."""
    before, after = line[i - 1 : i] if i else " ", line[i + 1 : i + 2]
    clitic = line[i] == "'" and after in CLITICS and not line[i + 2 : i + 3].isalnum()
    return not before.isalnum() and bool(after.strip()) and not clitic


def forms_by_marks(item: Record, outer: list[Record], quoted: list[Span]) -> set[str]:
    """The forms that the quotation marks allow. The marks around an outer attribution's words do not count."""
    around = [tuple(span) for parent in outer for span in parent["content"] if parent["form"] == "direct"]
    marks = [q for q in quoted if not any(q[0] <= s and e <= q[1] for s, e in around)]
    content = [(s, e) for s, e in item["content"]]
    if all(any(s >= q[0] and e <= q[1] for q in marks) for s, e in content):
        return {"direct"}
    if any(max(s, q[0]) < min(e, q[1]) for s, e in content for q in marks):
        return {"mixed"}
    return {"indirect"}


def show(record: Record) -> None:
    text = record["text"]
    print(f"== {record['doc']} ({len(text.split())} words)")
    for item in record["attributions"]:
        facts = (
            item["id"],
            item["speaker"],
            item["form"],
            item["attitude"],
            item["polarity"],
            item["certainty"],
            item["parent"],
        )
        print(*facts, sep=" | ")
        for role in ("cue", "source", "content"):
            print(f"    {role}: " + " ... ".join(text[s:e] for s, e in item[role]))
    print("   ", *(f"{text[slice(*e['span'])]}/{e['type']}" for e in record["entities"]), sep="; ")


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0] if __doc__ else None)
    parser.add_argument("folder", nargs="?", type=Path, default=FOLDER, help="where the XML files are (attributions)")
    parser.add_argument("--check", action="store_true", help="write nothing; fail where a JSON file is out of date")
    parser.add_argument("--show", action="store_true", help="print every attribution with its words")
    options = parser.parse_args(arguments)
    paths = sorted(options.folder.glob("*.xml"))
    if not paths:
        parser.error(f"no XML files in {options.folder}")
    stale: list[str] = []
    for path in paths:
        record = convert(path)
        written = json.dumps(record, ensure_ascii=False, indent=1) + "\n"
        target = path.with_suffix(".json")
        if options.show:
            show(record)
        elif not options.check:
            target.write_text(written, encoding="utf-8")
        elif not target.exists() or target.read_text(encoding="utf-8") != written:
            stale.append(target.name)
    if stale:
        print("out of date:", *stale, file=sys.stderr)
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main())
