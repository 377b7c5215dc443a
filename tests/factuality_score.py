"""Whether a sentence says that a thing happened, did not, or neither: what is read against what a careful reader takes from it.

``gold/factuality/nl-odd.tsv`` and the like tell of twelve plain facts in as many constructions as there are lines; ``is`` says
what who tells it (Tom Rees, Tom Reed, or the newspaper) commits himself to. They were written before the program had read them,
by one who knew none of its rules; the misses of the even ones are not looked at.

    python tests/factuality_score.py nl odd

``events``: what the event that the sentence tells is shown as. ``conflicts``: the plain fact and its contrary are told by Ana in
a text of their own; against one of them the sentence is to be shown, against the other not.
"""

from __future__ import annotations

import csv
import sys
from collections import Counter
from pathlib import Path
from typing import Final, NamedTuple

from wederhoor.cases import build_case
from wederhoor.documents import load_text
from wederhoor.languages.pack import load_pack
from wederhoor.reading import open_student
from wederhoor.records import Event, Reading, SideRef, Study

HERE: Final = Path(__file__).parent / "gold" / "factuality"
SAID: Final = {"nl": ", zei Ana Pool.", "en": ", said Ana Poll."}
OTHERWISE: Final = {"yes": "no", "no": "yes", "open": "open"}


class Sentence(NamedTuple):
    """A line of a file."""

    fact: str
    verdict: str
    """yes, no or open."""
    word: str
    """The word of the sentence that tells the act."""
    kind: str
    text: str


def sentences(lang: str, half: str) -> list[Sentence]:
    """Those of a file, in its order."""
    return [Sentence(*row) for row in _rows(f"{lang}-{half}.tsv")]


def _rows(name: str) -> list[list[str]]:
    with (HERE / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))[1:]


class Scorer:
    """Reads the sentences of a language one by one, and the plain facts once."""

    def __init__(self, lang: str) -> None:
        self.lang, self.pack, self.student = lang, load_pack(lang), open_student(lang)
        facts = ((fact, (("yes", yes), ("no", no))) for fact, yes, no in _rows(f"{lang}-facts.tsv"))
        self.plain = {
            (fact, side): self._study("plain", plain.removesuffix(".") + SAID[lang])
            for fact, sides in facts
            for side, plain in sides
        }

    def _study(self, doc: str, text: str) -> Study:
        return self.student(load_text(text, lang=self.lang, doc=doc))

    def told(self, sentence: Sentence) -> str | None:
        """yes, no or open, as the sentence's event is read; None where there is none."""
        reading = self._study("told", sentence.text).reading
        at = sentence.text.index(sentence.word)
        found = (e for e in reading.events if e.trigger[0] < at + len(sentence.word) and e.trigger[1] > at)
        event = next(found, None)
        return None if event is None else _told(reading, event)

    def opposed(self, sentence: Sentence, side: str) -> bool:
        """Whether who tells it is shown to collide with Ana, who says the fact (``yes``) or its contrary (``no``)."""
        told = self._study("told", sentence.text)
        shown = build_case([told, self.plain[sentence.fact, side]], self.pack).conflicts
        return any(_tells(told.reading, ref) for c in shown for ref in (c.a, c.b) if ref.doc == "told")

    def score(self, half: str) -> Counter[str]:
        """Events: right and false of those that are told as done or not done; conflicts: right, false and missed."""
        count = Counter[str]()
        for one in sentences(self.lang, half):
            told = self.told(one)
            if told in ("yes", "no"):
                count["events right" if told == one.verdict else "events false"] += 1
            for side in ("yes", "no"):
                due, shown = one.verdict == OTHERWISE[side], self.opposed(one, side)
                if due or shown:
                    count["conflicts " + ("missed" if not shown else "right" if due else "false")] += 1
        return count


def _told(reading: Reading, event: Event) -> str:
    """A refusal tells that the deed was not done; what another says, who is not Tom, commits neither him nor the newspaper."""
    holder = next((a for a in reading.attributions if a.id == event.holder), None)
    if event.modality != "actual" or (holder is not None and not (holder.speaker or "").startswith("Tom")):
        return "open"
    verdict = "yes" if event.polarity == "+" else "no"
    return OTHERWISE[verdict] if event.code == "REJECT" else verdict


def _tells(reading: Reading, ref: SideRef) -> bool:
    """Whether a side is Tom's or the newspaper's."""
    speaker = next((a.speaker or "" for a in reading.attributions if a.id == ref.side), "Tom")
    return speaker.startswith("Tom")


def main(lang: str, half: str) -> None:
    """Print the counts."""
    count = Scorer(lang).score(half)
    for what in sorted(count):
        print(f"{what:18} {count[what]}")


if __name__ == "__main__":
    main(*sys.argv[1:])
