"""What was read, as lines for people to compare: one an item, with its words, and with no number that another item moves.

Fields that have their default are left out, other items are named by what and where they are (``A@120``: the statement at
120), numbers are rounded. Words that may not stand in the project are replaced by a digest, so that a changed span shows.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

import msgspec

from wederhoor.records import (
    AccountModel,
    AuthorSide,
    Case,
    CaseConflict,
    Conflict,
    Ground,
    Passage,
    Reading,
    Ref,
    SelfContradiction,
    SideRef,
    Study,
)  # fmt: skip

SHORT: Final = 120
"""Of longer words, in characters, only both ends are shown."""
LAYERS: Final = (
    "attributions", "entities", "actors", "events", "causal", "conditions", "forecasts", "conflicts", "times", "places",
)  # fmt: skip
SAID_BY_WHY: Final = ("reason", "terms")
"""Fields of conflicts that their sentence is made of."""
DIGEST: Final = re.compile(r"#[0-9a-f]{6}\b")
SPAN: Final = re.compile(r"\b(\d+)-(\d+)#[0-9a-f]{6}\b")


class Lines:
    """The lines of one document's reading; ``masked``: without more of its words than one in a row."""

    def __init__(self, reading: Reading, *, masked: bool) -> None:
        self.text = reading.text
        self.masked = masked
        self.known: dict[str, str] = {}
        self.times = [f"T@{time.span[0]}" for time in reading.times]
        self.labels: dict[str, str] = {}
        for layer in LAYERS:
            for item in getattr(reading, layer):
                self._name(item)

    def reading(self, study: Study) -> list[str]:
        """All layers, each under its name, and what the causal claims say rises and falls."""
        found = [f"date: {study.reading.date}"]
        for layer in LAYERS:
            found += ["", layer.upper(), *self.items(getattr(study.reading, layer))]
        return [*found, "", "FACTORS", *self.items(study.factors)]

    def clear(self, line: str) -> str:
        """A line with words in place of their digests, also a line of the approved file: to show, not to keep."""
        line = SPAN.sub(lambda at: f"{at[1]}-{at[2]} {_short(self.text[int(at[1]) : int(at[2])])}", line)
        return DIGEST.sub(lambda digest: self.known.get(digest[0], digest[0]), line)

    def items(self, items: Sequence[Any]) -> list[str]:
        return [line for item in items for line in self.item(item)]

    def item(self, item: msgspec.Struct) -> list[str]:
        """The item in one line, and each record that it holds in a line of its own below."""
        fields, below = [], []
        for name, value in _told(item):
            if name in SAID_BY_WHY and isinstance(item, Conflict | CaseConflict | SelfContradiction):
                continue
            if name == "id":
                fields.append(self.labels.get(value, value))
            elif name == "time":
                fields.append(f"time: {self.times[value]}")
            elif held := _records(value):
                below += [f"    {name}: {line}" for line in self.items(held)]
            else:
                fields.append(f"{name}: {self.value(value)}")
        return [" | ".join(fields), *below]

    def value(self, value: Any) -> str:
        """One value: a span with its words, the label of an id, a word; several with commas between."""
        match value:
            case bool():
                return str(value)
            case float():
                return f"{value:.2f}"
            case (int(), int()):
                return self.span(value)
            case str():
                return self.labels.get(value) or self.words(value)
            case AuthorSide():
                return self.span(value.author)
            case Mapping():
                return "; ".join(f"{self.words(key)} = {self.value(one)}" for key, one in value.items())
            case Sequence():
                return ", ".join(self.value(one) for one in value)
            case _:
                return str(value)

    def span(self, span: tuple[int, int]) -> str:
        words = self.text[span[0] : span[1]]
        shown = self.words(words)
        return f"{span[0]}-{span[1]}{shown}" if shown.startswith("#") else f"{span[0]}-{span[1]} {_short(words)}"

    def words(self, words: str) -> str:
        """Words as they are; masked, all but a single one as a digest."""
        if self.masked and len(words.split()) > 1:
            digest = "#" + hashlib.sha256(words.encode()).hexdigest()[:6]
            self.known[digest] = _short(words)
            return digest
        return " ".join(words.split())

    def _name(self, item: Any) -> None:
        if (key := getattr(item, "id", None)) is None:
            return
        start = _start(item)
        if start is None:  # a conflict: by its sides
            label = f"X({self.value(item.a)} / {self.value(item.b)})"
        else:
            name = self.words(item.name) if hasattr(item, "name") else key.rstrip("0123456789")
            label = f"{name}@{start}"
        while label in self.labels.values():
            label += "'"
        self.labels[key] = label


class CaseLines(Lines):
    """The lines of a case; its items are named as those of their documents are, behind the document's name."""

    def __init__(self, case: Case, *, masked: bool) -> None:
        self.masked = masked
        self.text = ""
        self.docs = {reading.doc: Lines(reading, masked=masked) for reading in case.documents}
        self.known = {digest: words for lines in self.docs.values() for digest, words in lines.known.items()}
        self.labels = {
            **{actor.id: f"{self.words(actor.name)} ({actor.id[0]})" for actor in case.actors},
            **{account.id: f"{self.words(account.holder)}" for account in case.accounts},
            **{one.id: f"X({self.value(one.a)} / {self.value(one.b)} {one.kind})" for one in case.conflicts},
            **{issue.id: f"I({self.value(issue.claim)})" for issue in case.issues},
            **{change.id: f"C({self.value(change.first)} / {self.value(change.then)})" for change in case.changes},
            **{course.id: f"U({self.value(course.steps[0].side)})" for course in case.courses},
        }

    def case(self, case: Case) -> list[str]:
        found = []
        for part in ("actors", "accounts", "changes", "conflicts", "issues", "courses", "rules"):
            found += [part.upper(), *self.items(getattr(case, part)), ""]
        return found[:-1]

    def models(self, models: Sequence[AccountModel]) -> list[str]:
        """The models of the accounts."""
        return [line for one in models for line in ["", *self.item(one)]][1:]

    def item(self, item: msgspec.Struct) -> list[str]:
        if isinstance(item, Ground) and item.source and item.claim:
            return [f"{self.value(Ref(item.source, item.claim))} {self.words(_short(item.quote))}"]
        return super().item(item)

    def value(self, value: Any) -> str:
        match value:
            case Ref():
                return self._of(value.doc) + self.docs[value.doc].value(value.id)
            case SideRef():
                return self._of(value.doc) + self.docs[value.doc].value(value.side)
            case Passage():
                return self._of(value.doc) + self.docs[value.doc].span(value.span)
            case _:
                return super().value(value)

    def _of(self, doc: str) -> str:
        """What stands before an item of a document, where there are several."""
        return f"{doc}/" if len(self.docs) > 1 else ""


def _told(item: msgspec.Struct) -> Iterator[tuple[str, Any]]:
    """The fields that say something, in their order, with their names in JSON."""
    for field in msgspec.structs.fields(item):
        value = getattr(item, field.name)
        if value not in (None, (), field.default):
            yield field.encode_name, value


def _records(value: Any) -> Sequence[msgspec.Struct]:
    """The records that a field holds, but for those that only refer to others."""
    held = value if isinstance(value, tuple) else (value,)
    return [
        one
        for one in held
        if isinstance(one, msgspec.Struct) and not isinstance(one, Ref | SideRef | AuthorSide | Passage)
    ]


def _start(item: Any) -> int | None:
    """Where the first span of a record begins."""
    for _, value in _told(item):
        match value:
            case (int() as start, int()) | ((int() as start, int()), *_):
                return start
    return None


def _short(words: str) -> str:
    """Words on one line in quotation marks; of long ones both ends."""
    words = " ".join(words.split())
    return f"“{words}”" if len(words) <= SHORT else f"“{words[: SHORT // 2]} … {words[-SHORT // 2 :]}”"
