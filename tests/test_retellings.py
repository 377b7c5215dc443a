"""What one text tells again of what collides in another: who disputes the one disputes the other, and nobody else does."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from test_spoken_of import case_of

from wederhoor.cases import build_case
from wederhoor.documents import load_text
from wederhoor.exchange.cases.tables import ConflictLine, conflict_rows
from wederhoor.languages.pack import load_pack
from wederhoor.reading import open_student
from wederhoor.records import IssueCorrections, SideRef

TALK = """Tess Moll runs the Zinkra plant in Harrow Bay.

Dr Dane says 34 children have too much zinc in their blood. Moll says it is eleven children.
"""
PAPER = "In Harrow Bay the doctor Luke Dane counted 34 children with too much zinc in their blood.\n"
GESPREK = """Directeur Ties Mol leidt Zinkra in Meerdam.

‘Afgezet op bevel van de directie’, zegt een ploegbaas. Mol spreekt dat tegen: ‘Iemand drukte op de verkeerde knop.’
"""
KRANT = """In Meerdam zegt een ploegbaas van de fabriek: ‘{said}’
"""


def told_again(texts: Mapping[str, str], lang: str) -> list[ConflictLine]:
    return [row for row in conflict_rows(case_of(texts, lang)) if row.again]


def test_who_disputes_a_claim_disputes_it_where_it_was_made_first() -> None:
    case = case_of({"paper": PAPER, "talk": TALK}, "en")
    first, again = conflict_rows(case)
    assert (first.a_doc, first.b_doc, first.again) == ("talk", "talk", None)
    assert (again.a_doc, again.b_doc, again.again) == ("paper", "talk", first.conflict_id)
    assert (again.a_holder, again.b_holder) == ("author", "Tess Moll")
    assert again.a_quote.startswith("In Harrow Bay")
    assert again.why == f"{first.why} What the author says, Dane says in talk as well."
    assert again.kind == first.kind == "figure"


def test_it_is_one_position_with_its_words_in_both_texts() -> None:
    [issue] = case_of({"paper": PAPER, "talk": TALK}, "en").issues
    assert [{h.side.doc for h in position.held} for position in issue.positions] == [{"paper", "talk"}, {"talk"}]
    assert issue.against == (("a", "b"),)
    assert {cell.stance for cell in issue.cells} == {"asserts", "denies"}


def test_two_texts_that_set_one_number_against_another_have_one_issue() -> None:
    paper = "In Harrow Bay Luke Dane counts 34 children with too much zinc in their blood. Zinkra says it is eleven children.\n"
    [issue] = case_of({"paper": paper, "talk": TALK}, "en").issues
    assert {h.side.doc for h in issue.positions[0].held} == {"paper", "talk"}
    assert {(a, b) for a, b in issue.against} == {("a", p.id) for p in issue.positions[1:]}


def test_the_same_words_of_one_who_has_no_name() -> None:
    said = "De pomp is niet stuk. Hij is afgezet op bevel van de directie."
    [row] = told_again({"krant": KRANT.replace(" van de fabriek", "").format(said=said), "gesprek": GESPREK}, "nl")
    assert (row.a_doc, row.b_doc, row.b_holder) == ("krant", "gesprek", "Ties Mol")
    assert "Wat een ploegbaas zegt, zegt een ploegbaas ook in gesprek." in row.why


@pytest.mark.parametrize(
    "other",
    [
        "In Harrow Bay the doctor Luke Dane counted 52 children with too much zinc in their blood.\n",
        "In Harrow Bay the doctor Luke Dane did not count 34 children with too much zinc in their blood.\n",
        "In Harrow Bay the doctor Luke Dane counted 34 adults with too much zinc in their blood.\n",
        "Luke Dane asked whether 34 children in Harrow Bay had too much zinc in their blood.\n",
        "If 34 children have too much zinc in their blood, Harrow Bay will close the school.\n",
        "At Fenwick the coach Ivo Rusk took 34 children of Marram Rovers to see Sorrel Pike and Adda Quill skate.\n",
    ],
)
def test_another_figure_a_denial_a_question_a_rule_and_another_matter_tell_nothing_again(other: str) -> None:
    talk = TALK.replace("Tess Moll", "The mayor Ann Orde, the painter Bo Lind and Tess Moll met. Tess Moll")
    assert not told_again({"paper": other, "talk": talk}, "en")


@pytest.mark.parametrize(
    "said",
    [
        "De pomp is afgezet. Niemand gaf bevel.",
        "De directie zit in Meerdam.",
        "Hij is niet afgezet op bevel van de directie.",
    ],
)
def test_a_few_words_and_words_under_a_negation_are_not_the_same(said: str) -> None:
    texts = {"krant": KRANT.replace(" van de fabriek", "").format(said=said), "gesprek": GESPREK}
    assert not told_again(texts, "nl")


def test_two_of_one_name_for_a_post_are_two() -> None:
    talk = "De burgemeester noemde de nacht van de stroomstoring beschamend. Piet Mol spreekt dat tegen.\n"
    paper = "Wethouder Oda Vlier noemde in Meerdam de nacht van de stroomstoring beschamend.\n"
    assert not told_again({"paper": paper, "talk": talk}, "nl")
    assert told_again({"paper": paper.replace("Wethouder", "Burgemeester"), "talk": talk}, "nl")


def test_what_people_rejected_or_took_out_does_not_come_back() -> None:
    student, pack = open_student("en"), load_pack("en")
    studies = [student(load_text(text, doc=doc, lang="en")) for doc, text in (("paper", PAPER), ("talk", TALK))]
    first, again = build_case(studies, pack).conflicts
    assert build_case(studies, pack, rejected=[(again.b, again.a)]).conflicts == (first,)
    unclaimed = IssueCorrections(unclaimed=(again.a,))
    assert build_case(studies, pack, corrected=unclaimed).conflicts == (first,)
    assert not build_case(studies, pack, corrected=IssueCorrections(unclaimed=(first.a,))).conflicts
    assert isinstance(again.a, SideRef)
