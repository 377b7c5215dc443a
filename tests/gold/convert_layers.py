"""Turn the sources of the layers (entities, events, claims) into gold JSON files beside them.

    python tests/gold/convert_layers.py           write the JSON of every source
    python tests/gold/convert_layers.py --check   write nothing; fail where a JSON file is not what its source says

A source ``LAYER/DOC.txt`` stands on the attribution gold of the same DOC. Nobody types offsets: words are looked up in that text,
and what is not there, or there twice, is refused. ``first ... last`` is the shortest stretch from the one to the other;
``words@2`` is the second place where the words (of a stretch: its first words) stand. A line that begins with ``#`` is a comment.

entities    ``id | name | kind | role; role | country | sector`` a line, ``- speaker`` for a document that speaks, then ``---``,
            then the whole text with every mention in braces after its actor's id: ``{P1 minister Irdan Tosev}``.
            The entities themselves are those of the attribution gold.
events      ``id CODE/mode | trigger | span | agents | patients | place | time | numbers | status``; names apart by ``;``, numbers
            as ``killed 20..999: words``, status any of: a modality, ``-``, ``=E1`` (same as), a holder where it is another
            than the innermost attribution around the trigger. The trigger is looked up inside the span.
claims      sections ``causal`` (``sign | holder | cause | effect``), ``conditions`` (``kind | holder | if-part | rest``),
            ``forecasts`` (``holder | span | if-part``), ``conflicts`` (``kind | side | side``: an id, or the author's words).
            What an attribution holds is looked up in its content first.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import sys
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
TEXTS = {"": ("attributions", "disputes"), "heldout-": ("heldout", "heldout-disputes")}
LISTS = tomllib.loads((HERE / "lists.toml").read_text(encoding="utf-8"))

Span = tuple[int, int]
Record = dict[str, Any]


@dataclass(frozen=True)
class Text:
    """A text with its attributions, in which words are looked up."""

    doc: str
    words: str
    attributions: dict[str, Record]
    entities: list[Record]

    def find(self, words: str, within: Span | None = None) -> Span:
        """The one place of ``words``, ``first ... last`` or ``words@n``; ValueError where there is none, or more."""
        words, _, nth = words.partition("@")
        first, _, last = words.partition(" ... ")
        low, high = within or (0, len(self.words))
        starts = [m.start() for m in re.finditer(_whole(first), self.words) if low <= m.start() and m.end() <= high]
        if not starts or (len(starts) > 1 and not nth):
            raise ValueError(f"{first!r} stands {len(starts)} times")
        start = starts[int(nth or 1) - 1]
        if not last:
            return start, start + len(first)
        end = re.compile(_whole(last)).search(self.words, start + len(first), high)
        if end is None:
            raise ValueError(f"{last!r} does not follow {first!r}")
        return start, end.end()

    def said(self, words: str, holder: str) -> Span:
        """As ``find``, but where an attribution holds the words, in its content first."""
        if holder not in {"author", *self.attributions}:
            raise ValueError(f"no attribution {holder!r}")
        if holder != "author" and "@" not in words:
            content = self.attributions[holder]["content"]
            try:
                return self.find(words, (content[0][0], content[-1][1]))
            except ValueError:
                pass
        return self.find(words)

    def holder(self, span: Span) -> str:
        """The innermost attribution whose content has the span, else the author."""
        around = [
            (sum(end - start for start, end in item["content"]), name)
            for name, item in self.attributions.items()
            if any(start <= span[0] and span[1] <= end for start, end in item["content"])
        ]
        return min(around)[1] if around else "author"


def _whole(words: str) -> str:
    """A pattern of the words that cuts none in two."""
    return (r"\b" if words[0].isalnum() else "") + re.escape(words) + (r"\b" if words[-1].isalnum() else "")


def load_text(folders: tuple[str, ...], doc: str) -> Text:
    paths = [path for folder in folders if (path := HERE / folder / f"{doc}.json").exists()]
    if len(paths) != 1:
        raise ValueError(f"{doc}: {len(paths)} texts of that name in {', '.join(folders)}")
    gold = json.loads(paths[0].read_text(encoding="utf-8"))
    return Text(doc, gold["text"], {item["id"]: item for item in gold["attributions"]}, gold["entities"])


def lines(source: str) -> list[str]:
    return [line for line in source.splitlines() if line.strip() and not line.startswith("#")]


def fields(line: str) -> list[str]:
    return [field.strip() for field in line.split("|")]


def listed(field: str) -> list[str]:
    return [part.strip() for part in field.split(";") if part.strip()]


def chosen(value: str, allowed: Iterable[str]) -> str:
    if value not in allowed:
        raise ValueError(f"{value!r} is none of {', '.join(allowed)}")
    return value


def entities(text: Text, source: str) -> Record:
    head, _, marked = source.partition("\n---\n")
    rows = [fields(line) for line in lines(head) if "|" in line]
    documents = [line[2:] for line in lines(head) if line.startswith("- ")]
    mentions = read_mentions(text, marked, {row[0] for row in rows})
    actors = [
        {
            "id": name, "name": title, "kind": chosen(kind, LISTS["kinds"]), "roles": listed(roles), "country": country or None,
            "sector": chosen(sector, LISTS["sectors"]) if sector else None, "mentions": mentions[name],
        }
        for name, title, kind, roles, country, sector in sorted(rows, key=lambda row: ("POSG".index(row[0][0]), int(row[0][1:])))
    ]  # fmt: skip
    problems = [*unnamed(text, actors), *sourceless(text, actors, documents)]
    if problems:
        raise ValueError("; ".join(problems))
    return {"entities": text.entities, "actors": actors}


def unnamed(text: Text, actors: list[Record]) -> Iterator[str]:
    """Names that neither stand in the text nor are what the attribution gold calls a speaker; names given twice."""
    speakers = {plain_name(item["speaker"] or "") for item in text.attributions.values()}
    names = [plain_name(actor["name"]) for actor in actors]
    for name in names:
        if names.count(name) > 1 or (name not in text.words.casefold() and name not in speakers):
            yield f"{name!r} is not in the text, or twice an actor"


def sourceless(text: Text, actors: list[Record], documents: list[str]) -> Iterator[str]:
    """Speakers that are no actor (and no document), and sources in which their actor has no mention."""
    mentions = {plain_name(actor["name"]): actor["mentions"] for actor in actors}
    for name, item in text.attributions.items():
        speaker = plain_name(item["speaker"] or "")
        if not speaker or speaker in map(plain_name, documents):
            continue
        if speaker not in mentions:
            yield f"{name}: {speaker!r} is no actor"
        elif item["source"] and not any(s < t and e > b for s, e in mentions[speaker] for b, t in item["source"]):
            yield f"{name}: no mention of {speaker!r} in its source"


def plain_name(name: str) -> str:
    return re.sub(r"^(de|het|een|the|an?) ", "", name.casefold())


def read_mentions(text: Text, marked: str, known: set[str]) -> dict[str, list[list[int]]]:
    found: dict[str, list[list[int]]] = {name: [] for name in sorted(known)}
    opened: list[tuple[str, int]] = []
    plain = ""
    for piece in re.split(r"(\{\w+ |\})", marked):
        if piece.startswith("{"):
            opened.append((piece[1:-1], len(plain)))
        elif piece == "}":
            name, start = opened.pop()
            if name not in known:
                raise ValueError(f"no actor {name!r} at {plain[start:]!r}")
            found[name].append([start, len(plain)])
        else:
            plain += piece
    plain = plain.rstrip("\n") + "\n"
    if opened or plain != text.words:
        same = next((i for i, (a, b) in enumerate(zip(plain, text.words, strict=False)) if a != b), 0)
        raise ValueError(f"another text from {plain[same : same + 30]!r}, or left open: {opened}")
    if missing := [name for name, spans in found.items() if not spans]:
        raise ValueError(f"no mention of {', '.join(missing)}")
    return {name: sorted(spans) for name, spans in found.items()}


def events(text: Text, source: str) -> Record:
    found: list[Record] = []
    for line in lines(source):
        try:
            found.append(event(text, fields(line), [item["id"] for item in found]))
        except (ValueError, IndexError) as error:
            raise ValueError(f"{line[:60]!r}: {error}") from error
    for before, after in pairwise(found):
        if before["trigger"] > after["trigger"]:
            raise ValueError(f"{after['id']} stands before {before['id']} in the text")
    return {"events": found}


def event(text: Text, row: list[str], earlier: list[str]) -> Record:
    head, trigger, span, agents, patients, place, time, numbers, status = row
    name, code, mode, modes = *re.split(r"[ /]", f"{head}/", maxsplit=3)[:3], LISTS["modes"]
    if name in earlier:
        raise ValueError("that id is there twice")
    around = text.find(span)
    at = text.find(trigger, around)
    for words in (*listed(agents), *listed(patients), *listed(place), *([time] if time else [])):
        if words.casefold() not in text.words.casefold():
            raise ValueError(f"{words!r} is not in the text")
    item: Record = {
        "id": name, "code": chosen(code, modes), "mode": chosen(mode, modes[code]) if mode else None, "trigger": list(at),
        "span": list(around), "agents": listed(agents), "patients": listed(patients), "place": place or None,
        "time": time or None, "numbers": [number(text, words, around) for words in listed(numbers)],
        "polarity": "+", "modality": "actual", "holder": text.holder(at), "same_as": None,
    }  # fmt: skip
    for word in status.split():
        if word.startswith("="):
            item["same_as"] = chosen(word[1:], earlier)
        else:
            key = "polarity" if word == "-" else "modality" if word in LISTS["modalities"] else "holder"
            item[key] = chosen(word, ["author", *text.attributions]) if key == "holder" else word
    return item


def number(text: Text, field: str, within: Span) -> Record:
    head, words = re.split(r": ", field, maxsplit=1)
    what, reach = head.split()
    low, high = reach.split("..") if ".." in reach else (reach, reach)
    bounds = {"low": int(low) if low else None, "high": int(high) if high else None}
    return {"what": chosen(what, LISTS["counted"]), **bounds, "span": list(text.find(words, within))}


def claims(text: Text, source: str) -> Record:
    layers: Record = {"causal": [], "conditions": [], "forecasts": [], "conflicts": []}
    section = ""
    for line in lines(source):
        if line in layers:
            section = line
            continue
        try:
            layers[section].append(claim(text, section, fields(line)))
        except (ValueError, IndexError) as error:
            raise ValueError(f"{line[:60]!r}: {error}") from error
    return layers


def claim(text: Text, section: str, row: list[str]) -> Record:
    if section == "conflicts":
        kind, *sides = row
        a, b = (side if side in text.attributions else {"author": list(text.find(side))} for side in sides)
        return {"a": a, "b": b, "kind": chosen(kind, LISTS["conflicts"])}
    if section == "forecasts":
        holder, span, condition = row
        condition_at = list(text.said(condition, holder)) if condition else None
        return {"span": list(text.said(span, holder)), "holder": holder, "condition": condition_at}
    kind, holder, first, second = row
    one, two = list(text.said(first, holder)), list(text.said(second, holder))
    if section == "causal":
        return {"cause": one, "effect": two, "sign": chosen(kind, LISTS["signs"]), "holder": holder}
    return {"antecedent": one, "consequent": two, "kind": chosen(kind, LISTS["conditions"]), "holder": holder}


LAYERS = {"entities": entities, "events": events, "claims": claims}


def converted() -> Iterator[tuple[Path, Record]]:
    """Every source with its record; ValueError, with the file's name, for one that is wrong."""
    for prefix, folders in TEXTS.items():
        for layer, convert in LAYERS.items():
            for path in sorted((HERE / f"{prefix}{layer}").glob("*.txt")):
                try:
                    text = load_text(folders, path.stem)
                    digest = hashlib.sha256(text.words.encode("utf-8")).hexdigest()
                    layers = convert(text, path.read_text(encoding="utf-8"))
                except (ValueError, IndexError) as error:
                    raise ValueError(f"{path.parent.name}/{path.name}: {error}") from error
                yield path, {"doc": text.doc, "text_sha256": digest, **layers}


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("--check", action="store_true", help="write nothing; fail where a JSON file is out of date")
    options = parser.parse_args(arguments)
    stale: list[str] = []
    for path, record in converted():
        written = json.dumps(record, ensure_ascii=False, indent=1) + "\n"
        target = path.with_suffix(".json")
        if not options.check:
            target.write_text(written, encoding="utf-8")
        elif not target.exists() or target.read_text(encoding="utf-8") != written:
            stale.append(f"{target.parent.name}/{target.name}")
    if stale:
        print("out of date:", *stale, file=sys.stderr)
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main())
