"""How often somebody is given words that he does not maintain, and how often those that he does.

``python tests/gold/voices/score.py nl second`` prints both shares; ``--list`` what was got wrong, which ends the blindness of
a set. A statement is somebody's where its speaker has his name, his stance holds it to be so, and its own words have those
asked for.
"""

from __future__ import annotations

import argparse
import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from wederhoor.reading import open_student
from wederhoor.records import MAINTAINED, Attribution, Document, Reading, stances_of

HERE: Final = Path(__file__).parent
ARTICLES: Final = ("de ", "het ", "een ", "the ", "a ", "an ")


@dataclass
class Score:
    """Counts of pairs of a person and words, and the lines of what was got wrong."""

    never: int = 0
    false: int = 0
    """Of those, given to him all the same."""
    holds: int = 0
    found: int = 0
    elsewhere: int = 0
    """Not found with him, and given to somebody else."""
    wrong: list[str] = field(default_factory=list)

    def line(self) -> str:
        return (
            f"given falsely {self.false} of {self.never} = {self.false / self.never:.3f}, "
            f"found {self.found} of {self.holds} = {self.found / self.holds:.3f}, given to another {self.elsewhere}"
        )


def rows(name: str, lang: str) -> list[dict[str, Any]]:
    """The texts of a set with what is held in them, ``holds``, and by whom it is not, ``never``."""
    with (HERE / f"{name}-{lang}.jsonl").open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def score(name: str, lang: str) -> Score:
    """Read all texts of a set."""
    student, total = open_student(lang), Score()
    for row in rows(name, lang):
        reading = student(Document(doc="voice", text=row["text"], lang=lang, date="2031-03-12")).reading
        for person, words in row["never"]:
            total.never += 1
            if any(_is(a.speaker, person) for a in _holding(reading, words)):
                total.false += 1
                total.wrong.append(f"false  {row['id']} {row['kind']}: {person} :: {words} | {row['text']}")
        for person, words in row["holds"]:
            total.holds += 1
            holding = _holding(reading, words)
            found = any(_is(a.speaker, person) for a in holding)
            total.found += found
            if not found and any(a.speaker for a in holding):
                total.elsewhere += 1
                given = {a.speaker for a in holding}
                total.wrong.append(f"other  {row['id']} {row['kind']}: {person} :: {words} -> {given} | {row['text']}")
    return total


def _holding(reading: Reading, words: str) -> list[Attribution]:
    """The statements in whose own words these stand, not in a report within them, and whose source maintains them."""
    start, stances = reading.text.index(words), stances_of(reading.attributions)

    def inside(a: Attribution) -> bool:
        return any(first <= start and start + len(words) <= end for first, end in a.content)

    within = {a.parent for a in reading.attributions if inside(a)}
    return [a for a in reading.attributions if inside(a) and a.id not in within and stances[a.id] in MAINTAINED]


def _is(speaker: str | None, person: str) -> bool:
    """Whether a name is that of a person: the same, or a part of it that ends with its last word."""
    one, other = (_bare(name or "") for name in (speaker, person))
    if not one or one.split()[-1] != other.split()[-1]:
        return False
    return one == other or min(len(one.split()), len(other.split())) == 1 or one.split()[0] == other.split()[0]


def _bare(name: str) -> str:
    words = " ".join(name.lower().replace("’", "'").split())
    return next((words.removeprefix(article) for article in ARTICLES if words.startswith(article)), words)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("lang", choices=("nl", "en"))
    parser.add_argument("name", choices=("first", "second", "third", "third-read", "fourth", "fourth-read"))
    parser.add_argument("--list", action="store_true")
    asked = parser.parse_args()
    total = score(asked.name, asked.lang)
    print(total.line())
    if asked.list:
        print(*total.wrong, sep="\n")


if __name__ == "__main__":
    main()
