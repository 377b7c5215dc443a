"""Issues: one question with its positions, who is against his own words, and what only changed over time."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from wederhoor.cases import build_case
from wederhoor.documents import load_text
from wederhoor.exchange.cases.make_report import case_report
from wederhoor.exchange.cases.report import CaseReport, ShownIssue
from wederhoor.exchange.cases.tables import conflict_rows
from wederhoor.languages.pack import load_pack
from wederhoor.reading import Student, open_student
from wederhoor.records import Case

Texts = Callable[..., Case]


@pytest.fixture(scope="module")
def student() -> Student:
    return open_student("nl")


@pytest.fixture(scope="module")
def case(student: Student) -> Texts:
    """Texts of one day after the other, each with its words or with its day and these."""

    def read(*texts: str | tuple[str, str]) -> Case:
        studies = []
        for number, given in enumerate(texts):
            day, text = (f"2031-05-{number + 10}", given) if isinstance(given, str) else given
            studies.append(student(load_text(text, doc=f"krant{number + 1}", lang="nl", date=day)))
        return build_case(studies, load_pack("nl"))

    return read


def positions(issue: ShownIssue) -> list[set[str | None]]:
    return [{holding.quote.holder for holding in position.held} for position in issue.positions]


def report(case: Case) -> CaseReport:
    return case_report(case)


# --- who is against his own words

HAS = "Wethouder Piet Kramer zegt dat de gemeente de molen heeft gesloopt."
HAS_NOT = "Wethouder Piet Kramer zegt dat de gemeente de molen niet heeft gesloopt."


def test_one_who_says_first_that_it_is_so_and_then_that_it_is_not(case: Texts) -> None:
    shown = report(case(HAS_NOT, HAS))
    [change] = shown.changes
    assert (change.holder, change.first.doc, change.then.doc) == ("Piet Kramer", "krant1", "krant2")
    assert change.first.words == "de gemeente de molen niet heeft gesloopt"
    assert (shown.conflicts, shown.issues) == ((), ())


def test_a_denial_is_worth_the_opposite_there_too(case: Texts) -> None:
    [change] = report(case(HAS, "Piet Kramer ontkent dat de gemeente de molen heeft gesloopt.")).changes
    assert (change.first.stance, change.then.stance) == ("asserts", "denies")


def test_the_earlier_by_its_day_is_first(case: Texts) -> None:
    [change] = report(case(("2031-06-01", HAS), ("2031-05-01", HAS_NOT))).changes
    assert (change.first.doc, change.then.doc) == ("krant2", "krant1")


def test_it_comes_first_in_the_table_of_conflicts(case: Texts) -> None:
    rows = conflict_rows(case(HAS, HAS_NOT, "Volgens molenaar Tom Haak heeft de gemeente de molen niet gesloopt."))
    assert [row.kind for row in rows] == ["change", "denial"]
    assert (rows[0].a_holder, rows[0].b_holder) == ("Piet Kramer", "Piet Kramer")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (HAS, HAS),
        (HAS, "Wethouder Piet Kramer zegt dat de gemeente de toren niet heeft gesloopt."),
        # another says it, or says that he said it
        (HAS, "Wethouder Els Prins zegt dat de gemeente de molen niet heeft gesloopt."),
        (HAS, "Els Prins zegt dat Piet Kramer ontkent dat de gemeente de molen heeft gesloopt."),
        # nobody that has a name may be two men
        (HAS.replace("Wethouder Piet Kramer", "Een buurman"), HAS_NOT.replace("Wethouder Piet Kramer", "Een buurman")),
        (HAS, "Wethouder Piet Kramer vraagt of de gemeente de molen niet heeft gesloopt."),
        # what somebody asks, whose question was not read as one
        (HAS, "Volgens Piet Kramer vraagt de bond of de gemeente de molen niet heeft gesloopt."),
    ],
)
def test_none_is_against_his_own_words(case: Texts, one: str, other: str) -> None:
    assert report(case(one, other)).changes == ()


def test_within_one_text_nothing_is_earlier(case: Texts) -> None:
    assert report(case(f"{HAS} {HAS_NOT}")).changes == ()


# --- what changed over time


def test_a_later_count_by_the_same_counter_is_a_course(case: Texts) -> None:
    shown = report(
        case(
            "Volgens de politie waren er acht gewonden bij de brug.",
            "Volgens de politie waren er negen gewonden bij de brug.",
            "Volgens de politie waren er twaalf gewonden bij de brug.",
        )
    )
    [course] = shown.courses
    assert [(step.day, step.figure) for step in course.steps] == [
        ("2031-05-10", "acht"),
        ("2031-05-11", "negen"),
        ("2031-05-12", "twaalf"),
    ]
    assert (shown.conflicts, shown.changes) == ((), ())


def test_a_higher_count_of_what_can_only_grow_is_one_by_whomever(case: Texts) -> None:
    shown = report(
        case(
            "Volgens de politie waren er acht gewonden bij de brug.",
            "Volgens burgemeester Anna Visser waren er negen gewonden bij de brug.",
        )
    )
    assert [step.figure for step in shown.courses[0].steps] == ["acht", "negen"]
    assert shown.conflicts == ()


@pytest.mark.parametrize("day", ["2031-05-10", "2031-05-11"])
def test_two_counts_of_one_day_or_far_apart_are_a_conflict(case: Texts, day: str) -> None:
    count = "negen" if day == "2031-05-10" else "tachtig"
    shown = report(
        case(
            ("2031-05-10", "Volgens de politie waren er vier gewonden bij de brug."),
            (day, f"Volgens burgemeester Anna Visser waren er {count} gewonden bij de brug."),
        )
    )
    assert shown.courses == ()
    assert [conflict.kind for conflict in shown.conflicts] == ["figure"]


def test_a_plan_that_was_changed_is_no_self_contradiction(case: Texts) -> None:
    shown = report(
        case(
            "Wethouder Piet Kramer zegt dat de gemeente de molen wil slopen.",
            "Wethouder Piet Kramer zegt dat de gemeente de molen niet wil slopen.",
        )
    )
    assert shown.changes == ()
    assert [course.kind for course in shown.courses] == ["plan"]


# --- issues

PERMIT = "Volgens burgemeester Anna Visser is er een vergunning voor de brug."
NO_PERMIT = "Boer Tom Haak zegt dat er nooit een vergunning voor de brug is geweest."
NONE_EITHER = "Boerin Els Prins zegt dat er geen vergunning voor de brug is."


def test_those_who_say_the_same_take_one_position_across_texts(case: Texts) -> None:
    [issue] = report(case(PERMIT, NO_PERMIT, NONE_EITHER)).issues
    assert positions(issue) == [{"Anna Visser"}, {"Tom Haak", "Els Prins"}]
    assert issue.against == (("a", "b"),)
    assert issue.about is not None
    assert issue.about.words == "is er een vergunning voor de brug"


def test_who_agrees_takes_it_without_being_in_a_conflict(case: Texts) -> None:
    shown = report(case(f"{PERMIT} {NO_PERMIT}", "Volgens Karel Duin is er een vergunning voor de brug."))
    [issue] = shown.issues
    assert {"Anna Visser", "Karel Duin"} in positions(issue)


def test_one_statement_on_two_matters_makes_two_issues(case: Texts) -> None:
    shown = report(
        case(
            PERMIT,
            "Boer Tom Haak zegt dat er geen vergunning voor de brug is en dat de gemeente de molen heeft gesloopt.",
            HAS_NOT,
        )
    )
    assert sorted(positions(issue) for issue in shown.issues) == sorted(
        [[{"Anna Visser"}, {"Tom Haak"}], [{"Tom Haak"}, {"Piet Kramer"}]]
    )


def test_figures_are_positions_with_their_words(case: Texts) -> None:
    [issue] = report(
        case(
            "Volgens de politie waren er veertig betogers bij de brug.",
            "Volgens boer Tom Haak waren er tweehonderd betogers bij de brug.",
            "Volgens boerin Els Prins waren er ruim veertig betogers bij de brug.",
        )
    ).issues
    assert issue.kind == "figure"
    assert [[holding.figure for holding in position.held] for position in issue.positions][:2] == [
        ["veertig", "ruim veertig"],
        ["tweehonderd"],
    ]


def test_issues_with_most_sides_come_first(case: Texts) -> None:
    shown = report(
        case(f"{HAS} Volgens Karel Duin heeft de gemeente de molen niet gesloopt.", PERMIT, NO_PERMIT, NONE_EITHER)
    )
    assert [len(issue.cells) for issue in shown.issues] == [3, 2]
    assert [issue.id for issue in shown.issues] == ["Q1", "Q2"]


def test_two_who_contradict_one_statement_need_not_be_of_one_mind(case: Texts) -> None:
    text = (
        "Boer Tom Haak zegt dat burgemeester Anna Visser het verdrag schendt. Wethouder Els Prins noemt dat onzin en zegt dat "
        "Haak liegt. Visser spreekt dat tegen."
    )
    for issue in report(case(text)).issues:
        assert not any({"Tom Haak", "Anna Visser"} <= holders for holders in positions(issue))


# --- one voice

WIRE = (
    "MARNVELD - Volgens burgemeester Anna Visser is er een vergunning voor de brug. De aannemer begint volgende week met het "
    "werk aan de nieuwe oprit, die twee jaar geleden door de provincie werd beloofd en waar de bewoners van het dorp lang op "
    "hebben gewacht. Boer Tom Haak zegt dat er nooit een vergunning voor de brug is geweest."
)


def test_wire_copy_in_two_papers_counts_once(case: Texts) -> None:
    one, two = report(case(WIRE)), report(case(WIRE, f"Van onze redactie\n\n{WIRE}"))
    assert len(two.conflicts) == len(one.conflicts) == 1
    assert [len(a.statements) for a in two.accounts if not a.author_of] == [1, 1, 1]
    assert [holding.quote.also_in for position in two.issues[0].positions for holding in position.held] == [
        ("krant2",)
    ] * 2


def test_what_only_one_of_two_copies_has_is_still_there(case: Texts) -> None:
    shown = report(case(WIRE, f"{WIRE} Boerin Els Prins zegt dat er geen vergunning voor de brug is."))
    [issue] = shown.issues
    assert positions(issue) == [{"Anna Visser"}, {"Tom Haak", "Els Prins"}]
    assert [holding.quote.also_in for holding in issue.positions[1].held] == [("krant2",), ()]


def test_two_texts_on_one_matter_are_no_copies(case: Texts) -> None:
    assert case(f"{PERMIT} {NO_PERMIT}", f"{NONE_EITHER} {PERMIT}").copies == ()


def test_the_same_words_of_another_place_are_no_conflict(case: Texts) -> None:
    one = "Boer Tom Haak zegt dat de gemeente de molen in Bordal heeft gesloopt."
    assert case(one, "Boerin Els Prins ontkent dat de gemeente de molen in Lommar heeft gesloopt.").conflicts == ()
    assert case(one, "Boerin Els Prins ontkent dat de gemeente de molen in Bordal heeft gesloopt.").conflicts != ()
