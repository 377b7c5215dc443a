"""What a text says leads to what, according to whom, and what is denied: how much of it is read, and how much is read falsely.

    python tests/causes_score.py nl even
    python tests/causes_score.py nl odd --list

Reads ``tests/gold/causes/LANG.jsonl``: short texts with the links that a careful reader finds. A link is found where both sides
have a Dice of .5 or more by words.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from wederhoor.reading import open_student
from wederhoor.records import CausalClaim, Document
from wederhoor.records.cases import Study
from wederhoor.records.spans import Span
from wederhoor.records.stances import MAINTAINED, stances_of

GOLD = Path(__file__).parent / "gold" / "causes"
HALVES = {"odd": slice(0, None, 2), "even": slice(1, None, 2), "all": slice(None)}


@dataclass(frozen=True)
class Shown:
    """A link as it is read: by whom, and whether he says it is so (``says``), is not (``denies``), or neither (``open``)."""

    cause: Span
    effect: Span
    sign: str
    holder: str
    stance: str


def shown_in(study: Study) -> Iterator[Shown]:
    reading = study.reading
    stances, speakers = stances_of(reading.attributions), {a.id: a.speaker or "" for a in reading.attributions}

    def seen(claim: CausalClaim, *, turned: bool, doubted: bool) -> Shown:
        stance = stances.get(claim.holder, "asserts")
        held = "says" if stance in MAINTAINED else "denies" if stance in ("denies", "doubts") else "open"
        if turned and held != "open":
            held = "says" if held == "denies" else "open" if doubted else "denies"
        return Shown(claim.cause, claim.effect, claim.sign, speakers.get(claim.holder, "author"), held)

    yield from (seen(claim, turned=False, doubted=False) for claim in reading.causal)
    yield from (seen(one.claim, turned=True, doubted=one.doubted) for one in study.denied)


def words(text: str, span: Span) -> set[int]:
    return {m.start() for m in re.finditer(r"\w+", text) if span[0] <= m.start() < span[1]}


def dice(text: str, one: Span, other: Span) -> float:
    a, b = words(text, one), words(text, other)
    return 2 * len(a & b) / (len(a) + len(b)) if a or b else 0.0


def place(text: str, quote: str) -> Span:
    return text.index(quote), text.index(quote) + len(quote)


def is_same_speaker(gold: str, speaker: str) -> bool:
    a, b = (
        {w.lower() for w in re.findall(r"\w+", name)} - {"de", "het", "een", "the", "a", "an"}
        for name in (gold, speaker)
    )
    return bool(a & b)


def compared(text: str, links: list[dict[str, str]], shown: list[Shown]) -> Iterator[tuple[str, str, Any]]:
    """Of every link of gold how it is shown (``missed`` where not), of what else is shown ``none``."""
    left = [*shown]
    for link in links:
        cause, effect = place(text, link["cause"]), place(text, link["effect"])
        near = [s for s in left if dice(text, cause, s.cause) >= 0.5 and dice(text, effect, s.effect) >= 0.5]
        near.sort(key=lambda s: (s.stance != link["stance"], not is_same_speaker(link["holder"], s.holder)))
        if not near:
            yield link["stance"], "missed", link
            continue
        one = near[0]
        left.remove(one)
        yield link["stance"], one.stance, (link, one)
        yield "holder", "right" if is_same_speaker(link["holder"], one.holder) else "wrong", (link, one)
        if link["stance"] == one.stance == "says":
            yield "sign", "right" if link["sign"] in (one.sign, "0") else "wrong", (link, one)
    for one in left:
        yield "none", one.stance, one


def scored(lang: str, half: str) -> tuple[Counter[tuple[str, str]], list[str]]:
    student = open_student(lang)
    counts: Counter[tuple[str, str]] = Counter()
    lines = []
    for line in (GOLD / f"{lang}.jsonl").read_text(encoding="utf-8").splitlines()[HALVES[half]]:
        item = json.loads(line)
        text = item["text"]
        for kind, how, what in compared(text, item["links"], [*shown_in(student(Document(doc="t", text=text)))]):
            counts[kind, how] += 1
            if how not in (kind, "right"):
                lines.append(f"{kind} -> {how}: [{item['ph']}] {text}\n      {written(text, what)}")
    return counts, lines


def written(text: str, what: Any) -> str:
    if isinstance(what, tuple):
        return " <> ".join(written(text, one) for one in what)
    if isinstance(what, Shown):
        return f"{what.holder} {what.stance}: {text[slice(*what.cause)]} => {text[slice(*what.effect)]} {what.sign}"
    return f"{what['holder']} {what['stance']}: {what['cause']} => {what['effect']} {what['sign']}"


def main(lang: str, half: str = "all", *rest: str) -> None:
    counts, lines = scored(lang, half)
    for kind in ("says", "denies", "open"):
        of = {how: counts[kind, how] for how in ("says", "denies", "open", "missed")}
        print(
            f"{kind:7}",
            *(f"shown as {how} {n}," if how != "missed" else f"missed {n}," for how, n in of.items()),
            f"of {sum(of.values())}",
        )
    print(
        f"none    shown as says {counts['none', 'says']}, denies {counts['none', 'denies']}, open {counts['none', 'open']}"
    )
    print(*(f"{what} right {counts[what, 'right']}, wrong {counts[what, 'wrong']};" for what in ("holder", "sign")))
    if "--list" in rest:
        print(*lines, sep="\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
