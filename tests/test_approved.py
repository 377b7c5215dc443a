"""What is read in every text, what each side of every case maintains and its models, are what somebody has approved.

The floors of the gate allow a few findings to be lost in silence; here each one that changes is seen. Of texts of others and
of held-out texts the lines have places and digests only: see ``lines``.
"""

from __future__ import annotations

from itertools import groupby, pairwise
from pathlib import Path

import pytest
from approval import FOLDER, Approval, difference
from lines import CaseLines, Lines
from texts import Text, own_texts, shared_texts

from wederhoor.cases import build_case
from wederhoor.languages.pack import load_pack
from wederhoor.reading import Student
from wederhoor.records import Document
from wederhoor.running.account_models import account_models
from wederhoor.running.choosing import arguing

TEXTS = [*own_texts(), *shared_texts()]
CASES = {
    key: [*texts]
    for key, texts in groupby((t for t in TEXTS if t.case), key=lambda text: (text.collection, str(text.case)))
}


def reading_file(text: Text) -> str:
    """The case is the folder of those that are read together."""
    folder = [] if text.case in {None, text.document.doc} else [str(text.case)]
    return "/".join([text.collection, *folder, text.document.doc]) + ".reading.txt"


def is_masked(text: Text) -> bool:
    return text.held_out or not text.ours


def slow(text: Text) -> tuple[pytest.MarkDecorator, ...]:
    """The examples and what was annotated first are enough for a quick look."""
    return () if text.collection in {"examples", "attributions"} else (pytest.mark.slow,)


@pytest.mark.parametrize("text", [pytest.param(text, marks=slow(text), id=reading_file(text)) for text in TEXTS])
def test_reading_is_as_approved(text: Text, student: Student, approval: Approval) -> None:
    study = student(text.document)
    lines = Lines(study.reading, masked=is_masked(text))
    approval.check(reading_file(text), lines.reading(study), str if text.held_out else lines.clear)


@pytest.mark.parametrize("key", [pytest.param(key, marks=slow(CASES[key][0]), id="/".join(key)) for key in CASES])
def test_accounts_and_models_are_as_approved(key: tuple[str, str], student: Student, approval: Approval) -> None:
    texts = CASES[key]
    studies = [student(text.document) for text in texts]
    case = build_case(studies, load_pack(texts[0].document.lang))
    lines = CaseLines(case, masked=is_masked(texts[0]))
    models = account_models(arguing(case), case, studies, author="de auteur")
    clear = str if texts[0].held_out else lines.clear
    approval.check("/".join(key) + ".accounts.txt", lines.case(case), clear)
    approval.check("/".join(key) + ".models.txt", lines.models(models), clear)


@pytest.mark.usefixtures("shared")
def test_every_approved_file_is_of_a_text(approval: Approval) -> None:
    of_cases = ["/".join(key) + kind for key in CASES for kind in (".accounts.txt", ".models.txt")]
    approval.check_names([*map(reading_file, TEXTS), *of_cases])


SAID = "Minister Anna Visser van Waterveen zegt dat de sluis dicht blijft. Volgens haar lekt de dijk."


def lines_of(student: Student, said: str, *, masked: bool = False) -> tuple[Lines, list[str]]:
    study = student(Document(doc="sluis", text=said, lang="nl", date="2031-03-12"))
    lines = Lines(study.reading, masked=masked)
    return lines, lines.reading(study)


def test_a_change_is_shown_with_its_words_and_no_other_item_moves(student: Student) -> None:
    _, before = lines_of(student, SAID)
    _, after = lines_of(student, SAID.replace("zegt", "meldt"))
    shown = difference("sluis", before, after).splitlines()
    changed = [line for line in shown if line[:1] in "+-" and line[:3] not in {"---", "+++"}]
    assert "-        cue: 35-39 “zegt”" in changed and "+        cue: 35-40 “meldt”" in changed
    assert not any("kind: person" in line for line in changed)
    ids = [line.split(" | ")[0] for line in after if line.startswith("A@")]
    assert ids == ["A@41", "A@81"]


def test_masked_lines_have_no_two_words_of_the_text_in_a_row_but_tell_when_one_changes(student: Student) -> None:
    words = SAID.removesuffix(".").split()
    lines, masked = lines_of(student, SAID, masked=True)
    assert not any(" ".join(pair) in line for pair in pairwise(words) for line in masked)
    assert masked != lines_of(student, SAID.replace("blijft", "gaat"), masked=True)[1]
    assert any("“dat de sluis dicht blijft”" in lines.clear(line) for line in masked)


@pytest.mark.parametrize("text", [text for text in TEXTS if is_masked(text)], ids=reading_file)
def test_approved_files_hold_no_sentence_of_others(text: Text) -> None:
    approved = (FOLDER / reading_file(text)).read_text("utf-8")
    words = text.document.text.split()
    assert [" ".join(pair) for pair in pairwise(words) if " ".join(pair) in approved] == []


def test_an_unapproved_change_fails_and_says_how_to_approve(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("approval.FOLDER", tmp_path)
    Approval(writing=True).check("sluis.txt", ["E@1 | code: AID"])
    Approval(writing=False).check("sluis.txt", ["E@1 | code: AID"])
    with pytest.raises(pytest.fail.Exception, match=r"-        code: AID\n\+        code: REJECT\n.*make approve"):
        Approval(writing=False).check("sluis.txt", ["E@1 | code: REJECT"])
    with pytest.raises(AssertionError, match="of no text that there is"):
        Approval(writing=False).check_names([])
    Approval(writing=True).check_names([])
    assert not (tmp_path / "sluis.txt").exists()
