"""A case to which texts are added one by one is the case of all of them, to the byte, whatever their order."""

from __future__ import annotations

import random
from collections.abc import Callable, Hashable, Iterator
from pathlib import Path

import msgspec
import pytest

import wederhoor
from wederhoor.cases import build_case
from wederhoor.documents import load_text
from wederhoor.languages.pack import load_pack
from wederhoor.reading import open_student
from wederhoor.reading.memo import Memo, Result
from wederhoor.records import Study

WHO = (
    ("Wethouder Geke Wolthuis", "Wolthuis", "de wethouder", "G. Wolthuis"),
    ("De Veerdienst Marn (VDM)", "VDM", "de veerdienst", "een woordvoerder van de VDM"),
    ("Bram Karsten", "Karsten", "B. Karsten", "Bram Karsten van de VDM"),
    ("De politie", "een politiewoordvoerder", "een woordvoerder van de politie", "de politie"),
)
SAYING = (
    "Volgens {who} is er een vergunning voor de brug in {place}.",
    "{Who} zegt dat er geen vergunning voor de brug in {place} is.",
    "Volgens {who} waren er {number} betogers bij de brug in {place}.",
    "{Who} ontkent dat de gemeente de molen in {place} heeft gesloopt.",
    "{Who} zegt dat de gemeente de molen in {place} heeft gesloopt.",
    "“De brug in {place} is veilig,” zegt {who}.",
    "Volgens {who} is de brug in {place} onveilig.",
)
ARTICLES = 14


def _articles(seed: int) -> Iterator[tuple[str, str]]:
    """Day and text: of two places, by people and bodies who have more than one name, some of them printed twice."""
    draw, before = random.Random(seed), list[str]()
    for number in range(ARTICLES):
        if before and draw.random() < 0.2:
            text = draw.choice(before) + "\n\nDe markt gaat door."
        else:
            lines = []
            for saying in draw.sample(SAYING, 4):
                who = draw.choice(draw.choice(WHO))
                place = draw.choice(("Marnehaven", "Oldamdorp"))
                lines.append(
                    saying.format(who=who, Who=who[0].upper() + who[1:], place=place, number=draw.randint(2, 9) * 10)
                )
            text = "\n\n".join(lines)
        before.append(text)
        yield f"2031-05-{1 + number % 28:02}", text


@pytest.fixture(scope="module")
def studies() -> dict[int, list[Study]]:
    student = open_student("nl")
    return {
        seed: [
            student(load_text(text, doc=f"artikel-{number:02}", lang="nl", date=day))
            for number, (day, text) in enumerate(_articles(seed))
        ]
        for seed in (1, 2, 3)
    }


@pytest.mark.parametrize("seed", [1, 2, 3])
@pytest.mark.parametrize("order", [11, 12, 13])
def test_a_case_that_grows_in_any_order_is_the_case_made_anew(
    studies: dict[int, list[Study]], seed: int, order: int
) -> None:
    pack, memo, draw = load_pack("nl"), Memo(), random.Random(order)
    waiting, together = [*studies[seed]], list[Study]()
    draw.shuffle(waiting)
    disputed = 0
    for study in waiting:
        together.insert(draw.choice((len(together), draw.randint(0, len(together)))), study)
        grown, anew = build_case(together, pack, memo=memo), build_case(together, pack)
        assert msgspec.msgpack.encode(grown) == msgspec.msgpack.encode(anew)
        disputed = max(disputed, len(anew.issues))
    assert disputed
    together.pop(draw.randrange(len(together)))  # and without a text again
    assert build_case(together, pack, memo=memo) == build_case(together, pack)


def test_of_what_is_there_already_little_is_asked_again(studies: dict[int, list[Study]]) -> None:
    """Counted, not timed: one text more asks for less than a fourth of what the first making asked for."""

    class Counted(Memo):
        made = 0

        def of(
            self,
            question: str,
            records: tuple[object, ...],
            answer: Callable[[], Result],
            values: tuple[Hashable, ...] = (),
        ) -> Result:
            def counting() -> Result:
                self.made += 1
                return answer()

            return super().of(question, records, counting, values)

    memo, pack = Counted(), load_pack("nl")
    twice = [*studies[1], *(_renamed(study) for study in studies[2])]
    build_case(twice[:-1], pack, memo=memo)
    first, memo.made = memo.made, 0
    build_case(twice, pack, memo=memo)
    assert 0 < memo.made < first / 4


def _renamed(study: Study) -> Study:
    return msgspec.structs.replace(study, reading=msgspec.structs.replace(study.reading, doc=f"{study.reading.doc}-b"))


def test_an_open_case_takes_more_texts(tmp_path: Path) -> None:
    (tmp_path / "een.txt").write_text("Volgens Anna Veldkamp is de brug in Marnehaven veilig.\n", encoding="utf-8")
    (tmp_path / "twee.txt").write_text("Volgens Karel Brons is de brug in Marnehaven onveilig.\n", encoding="utf-8")
    opened = wederhoor.open_case(tmp_path / "een.txt", lang="nl")
    more = opened.adding(tmp_path / "twee.txt", lang="nl")
    assert not opened.conflicts
    assert more.report == wederhoor.open_case([tmp_path / "een.txt", tmp_path / "twee.txt"], lang="nl").report
    assert len(more.conflicts) == 1
