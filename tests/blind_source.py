"""The sources of stand-off gold: annotations that name their words, turned into offsets by looking these up.

A source is a file DOC.txt in sections. Nobody types an offset: words are looked up in a numbered sentence, and what is not there,
or there more than once, is refused.

``7:words`` stands in sentence 7, ``7:words@2`` is the second place there, ``7:*`` the whole sentence without its closing marks,
``7:first ... last`` the shortest stretch from one to the other, ``7:first ... 9:last`` over sentences. What has no number stands
in the sentence named before on the line. Parts are apart by `` ; ``.

attributions   ``A2<A1 | speaker | form attitude polarity certainty | content | cue | source``: form i, d or m; the rest as needed
entities       ``7 O Corus ; L Engeland=GBR``: in the order of the sentence; a place with its country, or ``=?``
actors         ``P1 | name | roles | country | sector | 7:mention ; 7:mention ; 9:mention``; P, O, S, G give the kind;
               ``D | name`` is a document that speaks, which is no actor
times          ``7:words | first day | last day``, ``-`` where open
events         ``CODE/mode | 7:span | trigger | agents | patients | place | time | numbers | status``: agents and patients by
               actor id or words; numbers ``killed 20..999 words``; status: modality, ``-``, ``=E1``, a holder
causal         ``+ A1 | cause | effect``
conditions     ``if A1 | if-part | rest``
forecasts      ``A1 | span | if-part``
conflicts      ``denial | side | side``: an attribution, or words of the author
"""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

LISTS = tomllib.loads((Path(__file__).parent / "gold" / "lists.toml").read_text(encoding="utf-8"))
LAYERS = ("attributions", "entities", "actors", "times", "events", "causal", "conditions", "forecasts", "conflicts")
FORMS = {"d": "direct", "i": "indirect", "m": "mixed"}
TYPES = {"P": "PER", "O": "ORG", "L": "LOC", "M": "MISC"}
KINDS = {"P": "person", "O": "organisation", "S": "state", "G": "group"}
ATTITUDES = (
    "say", "think", "know", "want", "fear", "hope", "doubt", "ask", "deny", "accuse", "promise", "expect", "judge",
)  # fmt: skip
CERTAINTIES = ("certain", "probable", "possible", "unknown")
BREAK = re.compile(r"(?<=[.!?])(?<!\s[A-Z]\.)[\"'”’)]*\s+(?=[\"'“‘(]?[A-Z0-9])|\n+")

Span = tuple[int, int]
Record = dict[str, Any]


def sentences(text: str) -> list[Span]:
    """Where sentences stand, by punctuation and capitals; good enough to number them by."""
    found, start = [], 0
    for mark in BREAK.finditer(text):
        end = mark.start() + len(mark.group().rstrip())
        if end > start:
            found.append((start, end))
        start = mark.end()
    end = len(text.rstrip())
    return [*found, (start, end)] if start < end else found


@dataclass
class Source:
    """A text in which words are looked up, and what has been read of it so far."""

    doc: str
    text: str
    record: Record = field(default_factory=dict)
    documents: list[str] = field(default_factory=list)
    at: int = 0

    def spans(self, words: str) -> list[Span]:
        return [self.span(part) for part in parts(words)]

    def optional(self, words: str) -> Span | None:
        return self.span(words) if words else None

    def span(self, words: str, within: Span | None = None) -> Span:
        """The one place of the words; ValueError where there is none, or more than one and no number said which."""
        first, _, last = words.partition(" ... ")
        start, end = self._one(first, within)
        if not last:
            return start, end
        number, _, tail = last.rpartition(":") if re.match(r"\d+:", last) else ("", "", last)
        if number:
            return start, self._one(last, None)[1]
        stop = within[1] if within else self.sentence()[1]
        found = whole(tail).search(self.text, end, stop)
        if found is None:
            raise ValueError(f"{tail!r} does not follow {first!r}")
        return start, found.end()

    def _one(self, words: str, within: Span | None) -> Span:
        if numbered := re.match(r"(\d+):(.*)", words, re.DOTALL):
            self.at, words = int(numbered[1]), numbered[2]
        words, _, nth = words.partition("@")
        low, high = within or self.sentence()
        if words == "*":
            return low, high - len(self.text[low:high]) + len(self.text[low:high].rstrip(".!?\"'”’)"))
        found = [m.span() for m in whole(words).finditer(self.text, low, high)]
        if not found or (len(found) > 1 and not nth):
            raise ValueError(f"{words!r} stands {len(found)} times in {self.text[low:high][:60]!r}")
        return found[int(nth or 1) - 1]

    def following(self, words: str, within: Span) -> Span:
        found = whole(words).search(self.text, *within)
        if found is None:
            raise ValueError(f"{words!r} does not follow in {self.text[slice(*within)][:60]!r}")
        return found.span()

    def sentence(self) -> Span:
        return sentences(self.text)[self.at - 1]

    def count(self, words: str) -> int:
        """How often the words stand in the sentence looked at last."""
        return len(whole(words).findall(self.text, *self.sentence()))

    def holder(self, span: Span) -> str:
        """The innermost attribution whose content has the span, else the author."""
        around = [
            (sum(end - start for start, end in item["content"]), item["id"])
            for item in self.record["attributions"]
            if any(start <= span[0] and span[1] <= end for start, end in item["content"])
        ]
        return min(around)[1] if around else "author"


def whole(words: str) -> re.Pattern[str]:
    """A pattern of the words that cuts none in two."""
    return re.compile(
        (r"(?<!\w)" if words[0].isalnum() else "") + re.escape(words) + (r"(?!\w)" if words[-1].isalnum() else "")
    )


def parts(words: str) -> list[str]:
    return [part.strip() for part in words.split(" ; ") if part.strip()]


def fields(line: str, least: int) -> list[str]:
    found = [part.strip() for part in line.split("|")]
    return found + [""] * (least - len(found))


def chosen(value: str, allowed: Iterable[str]) -> str:
    if value not in allowed:
        raise ValueError(f"{value!r} is none of {', '.join(allowed)}")
    return value


def attribution(source: Source, line: str) -> Iterator[Record]:
    name, speaker, facts, content, cue, by = fields(line, 6)
    own, _, parent = name.partition("<")
    form, *rest = facts.split()
    item: Record = {
        "id": own, "content": source.spans(content), "cue": source.spans(cue), "source": source.spans(by),
        "speaker": None if speaker == "-" else speaker, "form": FORMS[form], "parent": parent or None,
        "attitude": "say", "polarity": "+", "certainty": "certain",
    }  # fmt: skip
    for word in rest:
        key = "polarity" if word in {"+", "-", "0"} else "certainty" if word in CERTAINTIES else "attitude"
        item[key] = chosen(word, (*ATTITUDES, *CERTAINTIES, "+", "-", "0"))
    if not item["content"] or own in {other["id"] for other in source.record["attributions"]}:
        raise ValueError("no content, or that id is there twice")
    yield item


def entity(source: Source, line: str) -> Iterator[Record]:
    """The names of a sentence, each looked up behind the one before."""
    number, _, rest = line.partition(" ")
    source.at = int(number)
    low, high = source.sentence()
    for part in parts(rest):
        kind, name = part.split(" ", 1)
        name, _, country = name.partition("=")
        span = source.span(name) if " ... " in name else source.following(name, (low, high))
        low = span[1]
        if (kind == "L") != bool(country):
            raise ValueError(f"{name!r}: a place has a country, and nothing else has")
        place = {"country": None if country == "?" else country} if country else {}
        yield {"span": span, "type": TYPES[kind], **place}


def actor(source: Source, line: str) -> Iterator[Record]:
    own, name, roles, country, sector, mentions = fields(line, 6)
    if own == "D":
        source.documents.append(name)
        return
    yield {
        "id": own, "name": name, "kind": KINDS[own[0]], "roles": parts(roles), "country": country or None,
        "sector": chosen(sector, LISTS["sectors"]) if sector else None, "mentions": mentions_of(source, mentions),
    }  # fmt: skip


def mentions_of(source: Source, words: str) -> list[Span]:
    """Words that stand twice in a sentence and are listed twice are both places; listed once they need a number."""
    number, listed = "", []
    for part in parts(words):
        stated, name = re.fullmatch(r"(\d+:)?(.*)", part, re.DOTALL).groups("")  # type: ignore[union-attr]
        number = stated or number
        listed.append(f"{number}{name}")
    found = []
    for place in dict.fromkeys(listed):
        times = listed.count(place)
        spans = [source.span(f"{place}@{nth}") for nth in range(1, times + 1)] if times > 1 else [source.span(place)]
        if times > 1 and source.count(place.partition(":")[2]) != times:
            raise ValueError(f"{place!r} is listed {times} times but stands there otherwise")
        found += spans
    return sorted(found)


def time(source: Source, line: str) -> Iterator[Record]:
    words, start, end = fields(line, 3)
    days = [None if day == "-" else day for day in (start, end)]
    if not all(day is None or re.fullmatch(r"-?\d{4}-\d\d-\d\d", day) for day in days):
        raise ValueError("days are written 2001-01-02, or - where open")
    yield {"span": source.span(words), "start": days[0], "end": days[1]}


def event(source: Source, line: str) -> Iterator[Record]:
    code, span, trigger, agents, patients, place, when, numbers, status = fields(line, 9)
    name, _, mode = code.partition("/")
    around = source.span(span)
    at = source.span(trigger, around)
    before = source.record["events"]
    item: Record = {
        "id": f"E{len(before) + 1}", "code": chosen(name, LISTS["modes"]),
        "mode": chosen(mode, LISTS["modes"][name]) if mode else None, "trigger": at, "span": around,
        "agents": [named(source, part) for part in parts(agents)],
        "patients": [named(source, part) for part in parts(patients)],
        "place": "; ".join(named(source, part) for part in parts(place)) or None,
        "time": named(source, when) if when else None, "numbers": [counted(source, part, around) for part in parts(numbers)],
        "polarity": "+", "modality": "actual", "holder": source.holder(at), "same_as": None,
    }  # fmt: skip
    holders = ["author", *(other["id"] for other in source.record["attributions"])]
    for word in status.split():
        if word.startswith("="):
            same = [other for other in before if other["id"] == word[1:] and other["code"] == name]
            if not same:
                raise ValueError(f"no earlier {name} {word[1:]}")
            item["same_as"] = word[1:]
        else:
            key = "polarity" if word == "-" else "modality" if word in LISTS["modalities"] else "holder"
            item[key] = chosen(word, holders) if key == "holder" else word
    yield item


def named(source: Source, words: str) -> str:
    """An actor's name by its id, or words that stand in the text."""
    for known in source.record["actors"]:
        if known["id"] == words:
            return str(known["name"])
    if words.casefold() not in source.text.casefold():
        raise ValueError(f"{words!r} is not in the text, nor an actor")
    return words


def counted(source: Source, part: str, within: Span) -> Record:
    what, reach, words = part.split(" ", 2)
    low, _, high = reach.partition("..")
    bounds = (low, high) if ".." in reach else (reach, reach)
    return {
        "what": chosen(what, LISTS["counted"]),
        **dict(zip(("low", "high"), (int(bound) if bound else None for bound in bounds), strict=True)),
        "span": source.span(words, within),
    }


def causal(source: Source, line: str) -> Iterator[Record]:
    head, cause, effect = fields(line, 3)
    sign, holder = held(source, head)
    yield {
        "cause": source.span(cause), "effect": source.span(effect), "sign": chosen(sign, LISTS["signs"]), "holder": holder,
    }  # fmt: skip


def condition(source: Source, line: str) -> Iterator[Record]:
    head, first, second = fields(line, 3)
    kind, holder = held(source, head)
    yield {
        "antecedent": source.span(first), "consequent": source.span(second),
        "kind": chosen(kind, LISTS["conditions"]), "holder": holder,
    }  # fmt: skip


def forecast(source: Source, line: str) -> Iterator[Record]:
    holder, span, if_part = fields(line, 3)
    yield {"span": source.span(span), "holder": held(source, f"- {holder}")[1], "condition": source.optional(if_part)}


def held(source: Source, head: str) -> tuple[str, str]:
    kind, holder = head.split()
    return kind, chosen(holder, ("author", *(item["id"] for item in source.record["attributions"])))


def conflict(source: Source, line: str) -> Iterator[Record]:
    kind, *sides = fields(line, 3)
    known = {item["id"] for item in source.record["attributions"]}
    a, b = (side if side in known else {"author": source.span(side)} for side in sides)
    yield {"a": a, "b": b, "kind": chosen(kind, LISTS["conflicts"])}


READERS: dict[str, Callable[[Source, str], Iterator[Record]]] = dict(
    zip(LAYERS, (attribution, entity, actor, time, event, causal, condition, forecast, conflict), strict=True)
)


def converted(doc: str, text: str, source: str) -> Record:
    """One text's layers from its source; ValueError with the line that is wrong."""
    reading = Source(doc, text, {layer: [] for layer in LAYERS})
    layer, problems = "", []
    for line in source.splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        if line.strip("[]") in LAYERS:
            layer, reading.at = line.strip("[]"), 0
            continue
        try:
            for item in READERS[layer](reading, line):
                reading.record[layer].append(item)
        except (ValueError, IndexError, KeyError) as error:
            problems.append(f"{doc} {layer}: {line[:90]}\n    {error}")
    problems += [f"{doc}: {problem}" for problem in wrong(reading)]
    if problems:
        raise ValueError("\n".join(problems))
    digest = hashlib.sha256(text.encode("utf-8")).hexdigest()
    return {"doc": doc, "text_sha256": digest, **reading.record}


def wrong(source: Source) -> Iterator[str]:
    """What does not hold together: parents, spans that cut words, speakers who are no actor."""
    ids = {item["id"] for item in source.record["attributions"]}
    names = {plain(actor["name"]) for actor in source.record["actors"]}
    for item in source.record["attributions"]:
        if item["parent"] not in {None, *ids}:
            yield f"{item['id']}: no parent {item['parent']}"
        if item["speaker"] and plain(item["speaker"]) not in {*names, *map(plain, source.documents)}:
            yield f"{item['id']}: {item['speaker']!r} is no actor"
    for start, end in all_spans(source.record):
        words = source.text[start:end]
        if not words or words != words.strip():
            yield f"{words!r} has edges"


def plain(name: str) -> str:
    return re.sub(r"^(de|het|een|the|an?) ", "", name.casefold())


def all_spans(value: Any) -> Iterator[Span]:
    """Every pair of whole numbers in a record, however deep."""
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, (list, tuple)):
        if len(value) == 2 and all(isinstance(part, int) for part in value):
            yield value[0], value[1]
        else:
            for part in value:
                yield from all_spans(part)
