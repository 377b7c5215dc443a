"""Which issues of a gold of disputes are not found, by what blocks them.

    python tests/disputes_misses.py ../shared/gold/disputes-dev [--list]

An issue is as far as the farthest of its pairs of opposed quotes:

- unread: no statement, nor sentence of the author, overlaps a quote with a holder of that kind
- holder: a statement overlaps it, its holder is another or nobody
- nothing said: the statement is read and no proposition overlaps its quote
- no matter: both sides have propositions, of which no two are of one matter by predicate or by what they count
- not opposed: two have one predicate or count one thing, and are not held to be opposed
"""

from __future__ import annotations

import argparse
import runpy
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from wederhoor.cases import build_case
from wederhoor.cases.propositions import held_in_case
from wederhoor.documents import load_document
from wederhoor.languages.several import packs_of
from wederhoor.reading import open_student
from wederhoor.reading.propositions import Held
from wederhoor.records import AuthorSide, Case, Phrase, Proposition, Study

STAGES: Final = ("unread", "holder", "nothing said", "no matter", "not opposed", "found")
SHARED: Final = Path(__file__).resolve().parents[2] / "shared" / "eval" / "disputes_score.py"
AUTHOR: Final = "author"


class Sides:
    """What is read of the quotes of a dispute."""

    def __init__(self, dispute: Any, studies: list[Study], items: list[Held]) -> None:
        self.dispute = dispute
        self.readings = {s.reading.doc: s.reading for s in studies}
        self.propositions: defaultdict[str, list[Held]] = defaultdict(list)
        for item in items:
            self.propositions[item.doc].append(item)

    def statements(self, quote: Any) -> list[tuple[str, str | None]]:
        """Ids and speakers of the statements that overlap a quote, with an actor of gold as its holder."""
        reading = self.readings[quote.at.doc]
        return [
            (a.id, a.speaker)
            for a in reading.attributions
            if quote.at.overlaps(self.dispute.at(reading.doc, (*a.content, *a.cue)))
        ]

    def said(self, quote: Any) -> list[Held]:
        """The propositions of a quote, by whomever they are held."""
        return [
            item
            for item in self.propositions[quote.at.doc]
            if quote.at.words & self.dispute.at(quote.at.doc, [item.proposition.span]).words
        ]

    def stage(self, quote: Any) -> str:
        """How far the reading of one quote came."""
        own = self.own(quote)
        if own:
            return "said"
        if quote.actor == AUTHOR:
            return "nothing said"
        said = self.statements(quote)
        if not said:
            return "unread"
        right = any(self.dispute.is_right(speaker, quote.actor) for _, speaker in said)
        return "nothing said" if right else "holder"

    def own(self, quote: Any) -> list[Held]:
        """The propositions of a quote that its holder maintains."""
        speakers = {a.id: a.speaker for a in self.readings[quote.at.doc].attributions}

        def right(item: Held) -> bool:
            if isinstance(item.side, AuthorSide):
                return bool(quote.actor == AUTHOR)
            return bool(self.dispute.is_right(speakers[item.side], quote.actor))

        return [item for item in self.said(quote) if right(item)]


def pair_stage(sides: Sides, one: Any, other: Any) -> str:
    """What blocks two opposed quotes."""
    stages = [sides.stage(one), sides.stage(other)]
    first = next((stage for stage in STAGES if stage in stages), None)
    if first is not None:
        return first
    a, b = ({key(i.proposition) for i in sides.own(quote)} for quote in (one, other))
    return "not opposed" if a & b else "no matter"


def key(p: Proposition) -> str:
    """What a proposition is about, as far as it decides who may meet."""
    return f"# {p.amount.of.head}" if p.amount is not None else p.predicate


def opposed_pairs(issue: Any) -> Iterator[tuple[Any, Any]]:
    for n, one in enumerate(issue.held):
        for other in issue.held[n + 1 :]:
            if frozenset((one.position, other.position)) in issue.against:
                yield one, other


def found_issues(scorer: dict[str, Any], dispute: Any, case: Case) -> set[str]:
    """The issues that the shared scorer counts as found."""
    rows = []
    for c in case.conflicts:
        sides = []
        for ref in (c.a, c.b):
            reading = next(r for r in case.documents if r.doc == ref.doc)
            attribution = next((a for a in reading.attributions if a.id == ref.side), None)
            spans = (
                [ref.side.author] if isinstance(ref.side, AuthorSide) else attribution.content if attribution else []
            )
            holder = AUTHOR if attribution is None else attribution.speaker
            sides.append(scorer["Side"](dispute.at(ref.doc, spans), holder, ""))
        rows.append(scorer["judge"](dispute, tuple(sides)))
    return {hit.issue for row in rows for hit in row.hits}


def told(phrase: Phrase | None) -> str:
    if phrase is None:
        return "-"
    marks = ("!" if phrase.definite else "") + ("?" if phrase.some else "")
    narrowed = f"[{','.join(phrase.modifiers)}]" if phrase.modifiers else ""
    return (f"@{phrase.actor}" if phrase.actor else phrase.head) + marks + narrowed


def line(item: Held) -> str:
    """One proposition on a line."""
    p = item.proposition
    others = " ".join(f"{role}:{told(phrase)}" for role, phrase in p.others)
    amount = f" #{p.amount.of.head}{p.amount.of.modifiers or ''} {p.amount.low}..{p.amount.high}" if p.amount else ""
    state = " state" if p.state else ""
    side = item.side if isinstance(item.side, str) else AUTHOR
    roles = f"s={told(p.subject)} o={told(p.object)} {others}"
    return f"{side} {p.predicate}{p.polarity} {p.mode}{state} {roles}{amount}"


def read(folder: Path, scorer: dict[str, Any]) -> Iterator[tuple[Any, Case, Sides]]:
    for dispute in scorer["disputes_in"](folder):
        langs = {document["doc"]: document.get("lang", dispute.gold["lang"]) for document in dispute.gold["documents"]}
        students, packs = (
            {lang: open_student(lang) for lang in set(langs.values())},
            packs_of(sorted(set(langs.values()))),
        )
        studies = [
            students[langs[doc]](load_document(file, lang=langs[doc], doc=doc)) for doc, file in dispute.files.items()
        ]
        case = build_case(studies, packs)
        yield dispute, case, Sides(dispute, studies, held_in_case(studies, case.actors, packs))


def show(sides: Sides, quote: Any) -> None:
    text = sides.dispute.texts[quote.at.doc]
    tokens = sides.dispute.tokens[quote.at.doc]
    words = text[tokens[min(quote.at.words)][0] : tokens[max(quote.at.words)][1]]
    print(f"    {quote.position} {quote.actor} {quote.at.doc} [{sides.stage(quote)}]: {words!r}")
    said = sides.statements(quote)
    if said:
        print("       read:", ", ".join(f"{a} {speaker}" for a, speaker in said))
    for item in sides.said(quote):
        print("       ", line(item))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--list", action="store_true", help="print the quotes and what is read of them")
    asked = parser.parse_args()
    scorer = runpy.run_path(str(SHARED), run_name="shared_disputes_score")
    counts: Counter[str] = Counter()
    kinds: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for dispute, case, sides in read(asked.gold, scorer):
        found = found_issues(scorer, dispute, case)
        for issue, record in zip(dispute.issues, dispute.gold["issues"], strict=True):
            stages = [pair_stage(sides, *pair) for pair in opposed_pairs(issue)]
            stage = "found" if issue.id in found else max(stages, key=STAGES.index)
            counts[stage] += 1
            kinds[record["kind"]][stage] += 1
            if asked.list and stage != "found":
                print(f"{dispute.name} {issue.id} {record['kind']} <{stage}> {record['question']}")
                print("   against", record["against"])
                for quote in issue.held:
                    show(sides, quote)
    print(*(f"{stage:14}{counts[stage]:4}" for stage in STAGES), sep="\n")
    for kind, of_kind in sorted(kinds.items()):
        print(f"{kind:12}", *(f"{stage} {n}" for stage in STAGES if (n := of_kind[stage])), sep="  ")


if __name__ == "__main__":
    main()
