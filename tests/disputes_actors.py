"""Who of a gold of disputes is in several articles and not one actor of the case, with what each article has of him.

python tests/disputes_actors.py ../shared/gold/disputes-dev [NAME...]
"""

from __future__ import annotations

import runpy
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from wederhoor.cases import build_case
from wederhoor.documents import load_document
from wederhoor.languages.several import packs_of
from wederhoor.reading import open_student
from wederhoor.records import Actor, Case, Reading, Ref

SHARED: Final = Path(__file__).resolve().parents[2] / "shared" / "eval" / "disputes_score.py"


def case_of(dispute: Any) -> Case:
    """The articles of a dispute as a case."""
    lang = dispute.gold["lang"]
    student = open_student(lang)
    studies = [student(load_document(file, lang=lang, doc=doc)) for doc, file in dispute.files.items()]
    return build_case(studies, packs_of([lang]))


def called(reading: Reading, names: Sequence[str]) -> list[Actor]:
    """The actors of an article with a mention of these words, without regard of an article before it."""
    return [
        actor
        for actor in reading.actors
        if any(bare(reading.text[a:b]) in {bare(name) for name in names} for a, b in actor.mentions)
    ]


def bare(name: str) -> str:
    """In small letters, without article."""
    first, _, rest = name.casefold().partition(" ")
    return rest if rest and first in ("de", "het", "een", "the", "a", "an") else name.casefold()


def told(case: Case, gold: dict[str, Any]) -> list[str]:
    """A line for each article: its names in gold, and which actors of the case have them."""
    of = {ref: actor for actor in case.actors for ref in actor.members}
    lines = []
    for reading in case.documents:
        names = gold["names"].get(reading.doc)
        if names:
            found = [_line(actor, of.get(Ref(reading.doc, actor.id))) for actor in called(reading, names)]
            lines.append(f"    {reading.doc}: {names} -> {'; '.join(found) or 'nobody'}")
    return lines


def _line(actor: Actor, one: Any) -> str:
    roles = ",".join(role.title for role in actor.roles)
    return (
        f"{one.id if one else '-'} {actor.name} <{actor.kind} {actor.country} {actor.sector} {roles} {actor.aliases}>"
    )


def main() -> None:
    scorer = runpy.run_path(str(SHARED), run_name="shared_disputes_score")
    for dispute in scorer["disputes_in"](Path(sys.argv[1])):
        if sys.argv[2:] and dispute.name not in sys.argv[2:]:
            continue
        case = case_of(dispute)
        for gold in dispute.gold["actors"]:
            if len(gold["names"]) > 1:
                print(f"{dispute.name} {gold['id']} ({gold['name']}, {gold['kind']})", *told(case, gold), sep="\n")
        for actor in case.actors:
            beside = [f"{told.doc}: {told.name}" for told in actor.spoken_of]
            if len(actor.members) + len(beside) > 1:
                print("  one:", actor.id, actor.name, [f"{m.doc}/{m.id}" for m in actor.members], beside)


if __name__ == "__main__":
    main()
