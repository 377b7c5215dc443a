"""Nobody is shown to hold what his statement does not say: cells, conflicts, forecasts and quotes, in every format."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any, get_args

import msgspec
import pytest
from command import run_here
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from wederhoor.cases import build_case
from wederhoor.cases.stances import is_held
from wederhoor.documents import load_text
from wederhoor.exchange.cases.html import accounts_page
from wederhoor.exchange.cases.make_report import case_report
from wederhoor.exchange.cases.report import CaseReport
from wederhoor.exchange.wording import wording_for
from wederhoor.languages.pack import load_pack
from wederhoor.reading import Student
from wederhoor.records import (
    MAINTAINED,
    Attitude,
    Attribution,
    Case,
    CellStance,
    Certainty,
    Conflict,
    ConflictKind,
    Document,
    Gist,
    Polarity,
    Reading,
    Stance,
    Study,
)

DENIED = "Wethouder Jan Wiersma ontkent dat hij de brug heeft gesloten. Schipper Piet Duin spreekt die lezing tegen."
NESTED = (
    "Molenaar Tom Haak zegt dat de molen stilstond. "
    "Burgemeester Els Prins zegt dat boer Klaas Dam ontkent dat de molen stilstond."
)
INTERRUPTED = (
    "De kade is volgens schipper Piet Duin misschien verzakt. Wethouder Jan Wiersma ontkent dat de kade is verzakt."
)
FORETOLD = (
    "Schipper Piet Duin vreest dat de kade in 2033 instort. De brug gaat volgens wethouder Jan Wiersma in 2032 open."
)

Read = Callable[[str], Case]


@pytest.fixture(scope="module")
def read(student: Student) -> Read:
    """The case of texts that stand apart by a bar."""
    return lambda texts: build_case(
        [student(load_text(text.strip(), doc=f"tekst{n}", lang="nl")) for n, text in enumerate(texts.split("|"))],
        load_pack("nl"),
    )


def cells(report: CaseReport) -> list[dict[str, CellStance]]:
    holders = {account.id: account.holder for account in report.accounts}
    return [{holders[cell.account]: cell.stance for cell in issue.spoken()} for issue in report.issues]


@pytest.fixture
def told(tmp_path: Path) -> Callable[..., str]:
    """What a command says of a text."""

    def say(text: str, command: str, *options: str) -> str:
        path = tmp_path / "tekst.txt"
        path.write_text(text, encoding="utf-8")
        done = run_here(command, path, "--lang", "nl", "--date", "2031-05-12", *options)
        assert (done.returncode, done.stderr) == (0, b"")
        return done.stdout.decode()

    return say


# Cells


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (DENIED, {"Jan Wiersma": "denies", "Piet Duin": "asserts"}),
        (
            (
                "Wethouder Jan Wiersma ontkent dat hij de brug heeft gesloten. "
                "Schipper Piet Duin zegt dat Wiersma de brug heeft gesloten."
            ),
            {"Piet Duin": "asserts", "Jan Wiersma": "denies"},
        ),
        (
            "Schipper Piet Duin vreest dat de kade instort. Wethouder Jan Wiersma ontkent dat de kade instort.",
            {"Piet Duin": "fears", "Jan Wiersma": "denies"},
        ),
        (
            "Schipper Piet Duin vermoedt dat de kade is verzakt. Wethouder Jan Wiersma ontkent dat de kade is verzakt.",
            {"Piet Duin": "supposes", "Jan Wiersma": "denies"},
        ),
        (
            "Schipper Piet Duin betwijfelt of de kade is verzakt. Wethouder Jan Wiersma zegt dat de kade is verzakt.",
            {"Jan Wiersma": "asserts", "Piet Duin": "doubts"},
        ),
        (
            (
                "Wethouder Jan Wiersma ontkent dat hij de brug heeft gesloten. "
                "Ook schipper Piet Duin ontkent dat hij dat heeft gedaan."
            ),
            {"Jan Wiersma": "denies", "Piet Duin": "uncommitted"},
        ),
        (
            (
                "Wethouder Jan Wiersma ontkent dat Duin de brug heeft gesloten. "
                "Boer Klaas Dam ontkent dat Duin de brug niet heeft gesloten."
            ),
            {"Jan Wiersma": "denies", "Klaas Dam": "uncommitted"},
        ),
        (
            (
                "Wethouder Jan Wiersma ontkent niet dat hij de brug heeft gesloten. "
                "Schipper Piet Duin zegt dat Wiersma de brug heeft gesloten. "
                "Boer Klaas Dam ontkent dat Wiersma de brug heeft gesloten."
            ),
            {"Piet Duin": "asserts", "Klaas Dam": "denies", "Jan Wiersma": "uncommitted"},
        ),
        (
            "De kade zou naar verluidt zijn verzakt. Wethouder Jan Wiersma ontkent dat de kade is verzakt.",
            {"Jan Wiersma": "denies"},
        ),
        (NESTED, {"Tom Haak": "asserts", "Klaas Dam": "denies"}),
    ],
)
def test_each_has_the_stance_of_his_own_words(read: Read, text: str, expected: dict[str, CellStance]) -> None:
    assert cells(case_report(read(text))) == [expected]


def test_a_question_a_hope_and_a_wish_are_no_assertions(read: Read) -> None:
    text = """Molenaar Tom Haak zegt dat de dijk breekt. Dijkgraaf Piet Duin ontkent dat de dijk breekt. |
    Boerin Anna Visser vraagt of de dijk breekt. Boer Klaas Dam wil dat de dijk breekt.
    Schrijver Els Prins hoopt dat de dijk breekt.
    """
    [found] = cells(case_report(read(text)))
    asking: dict[str, CellStance] = {"Anna Visser": "asks", "Klaas Dam": "wants", "Els Prins": "hopes"}
    assert found == {"Tom Haak": "asserts", "Piet Duin": "denies"} | asking


def test_an_author_who_asks_asserts_nothing(read: Read) -> None:
    text = """Brak de dijk in juni? |
    Molenaar Tom Haak zegt dat de dijk in juni brak. Dijkgraaf Piet Duin ontkent dat de dijk in juni brak."""
    [found] = cells(case_report(read(text)))
    assert found.get("tekst0", "asks") == "asks"


def test_who_denies_and_who_contradicts_him_do_not_say_the_same(read: Read) -> None:
    report = case_report(read(DENIED))
    assert not any(common.shares for account in report.accounts for common in account.with_others)


def test_of_what_another_is_said_to_deny_the_other_is_the_holder(read: Read) -> None:
    report = case_report(read(NESTED))
    [issue] = report.issues
    [denial] = [quote for cell in issue.spoken() for quote in cell.quotes if quote.holder == "Klaas Dam"]
    assert (denial.stance, denial.by_way_of) == ("denies", ("Els Prins",))
    assert "Els Prins" not in cells(report)[0]


@pytest.mark.parametrize(
    ("cell", "by_claim", "others", "claimed", "held"),
    [
        ("asserts", "denies", (), "denies", False),
        ("asserts", "asserts", (), "asserts", True),
        ("asserts", None, ("denies",), "asserts", False),
        ("asserts", None, ("denies",), "denies", True),
        ("denies", None, ("asks", "hopes"), "asserts", False),
        ("denies", None, ("asserts",), "asserts", True),
        ("divided", "asserts", ("denies",), "asserts", True),
        ("divided", "asserts", (), "asserts", False),
        ("asks", "denies", (), "denies", False),
        ("hopes", "hopes", (), "hopes", True),
    ],
)
def test_an_account_holds_no_more_of_a_claim_than_its_statements(
    cell: CellStance, by_claim: Stance | None, others: tuple[Stance, ...], claimed: Stance, held: bool
) -> None:
    assert is_held(cell, by_claim, others, claimed) is held


# Views


def test_in_the_terminal_a_denial_is_a_denial(told: Callable[..., str]) -> None:
    shown = told(DENIED, "accounts")
    assert "a  ✕ Jan Wiersma: “dat hij de brug heeft" in shown
    assert "b  ✕ Piet Duin: “die lezing” ← “dat hij" in shown
    assert "spreekt dit tegen (“ontkent”)" in shown
    assert "Jan Wiersma stelt dit" not in shown
    assert "spreekt dit tegen (“ontkent”)" in told(DENIED, "conflicts")


def test_in_tables_and_json_a_denial_is_a_denial(told: Callable[..., str]) -> None:
    [row] = rows(told(DENIED, "conflicts", "--format", "csv"))
    [same] = msgspec.json.decode(told(DENIED, "conflicts", "--format", "json"))
    for found in (row, same):
        assert [found[f"a_{name}"] for name in ("holder", "stance", "attitude", "polarity", "certainty", "verb")] == [
            "Jan Wiersma", "denies", "deny", "-", "certain", "ontkent",
        ]  # fmt: skip
    report = msgspec.json.decode(told(DENIED, "accounts", "--format", "json"))
    claim = report["issues"][0]["claim"]
    assert (claim["holder"], claim["stance"], claim["attitude"], claim["polarity"]) == (
        "Jan Wiersma",
        "denies",
        "deny",
        "-",
    )


def test_on_the_page_a_denial_is_a_denial(told: Callable[..., str]) -> None:
    page = told(DENIED, "accounts", "--format", "html")
    assert "spreekt dit tegen (“ontkent”)" in page
    assert "Jan Wiersma</bdi> </span>spreekt dit tegen" in page


def test_by_whose_word_it_comes_stands_beside_it(told: Callable[..., str]) -> None:
    assert "spreekt dit tegen (“ontkent”) · volgens Els Prins" in told(NESTED, "accounts")
    assert "volgens Els Prins" in told(NESTED, "conflicts")
    [row] = rows(told(NESTED, "conflicts", "--format", "csv"))
    assert (row["a_by_way_of"], row["b_by_way_of"]) == ("", "Els Prins")
    assert "volgens Els Prins" in told(NESTED, "accounts", "--format", "html")


def test_a_negated_verb_says_so(told: Callable[..., str]) -> None:
    text = "Schipper Piet Duin denkt niet dat de kade is verzakt. Wethouder Jan Wiersma zegt dat de kade is verzakt."
    assert "betwijfelt dit (“denkt”) · volgens de spreker niet zo" in told(text, "accounts")


def test_an_interrupted_statement_is_shown_whole(told: Callable[..., str]) -> None:
    whole = "De kade is [volgens schipper Piet Duin] misschien verzakt"
    for command in ("accounts", "conflicts"):
        assert f"“{whole}”" in " ".join(told(INTERRUPTED, command).split())
    [row] = rows(told(INTERRUPTED, "conflicts", "--format", "csv"))
    assert row["a_quote"] == "De kade is […] misschien verzakt"
    assert row["a_quote_full"] == "De kade is volgens schipper Piet Duin misschien verzakt"
    assert (row["a_stance"], row["a_certainty"]) == ("supposes", "possible")
    page = told(INTERRUPTED, "accounts", "--format", "html")
    assert 'De kade is <span class="gap">volgens schipper Piet Duin</span> misschien verzakt' in page


def test_the_ledger_tells_a_fear_from_an_expectation(told: Callable[..., str]) -> None:
    found = {row["holder"]: row for row in rows(told(FORETOLD, "forecasts", "--format", "csv"))}
    fear, plain = found["Piet Duin"], found["Jan Wiersma"]
    assert (fear["stance"], fear["attitude"], fear["verb"]) == ("fears", "fear", "vreest")
    assert (plain["stance"], plain["polarity"], plain["certainty"]) == ("asserts", "+", "certain")
    assert all(FORETOLD[int(row["start"]) : int(row["end"])] == row["quote_full"] for row in found.values())
    shown = told(FORETOLD, "forecasts")
    assert "vreest dit (“vreest”)" in shown
    listed = {
        row["holder"]: row["stance"] for row in msgspec.json.decode(told(FORETOLD, "forecasts", "--format", "json"))
    }
    assert listed == {"Piet Duin": "fears", "Jan Wiersma": "asserts"}


def test_a_cause_that_its_holder_denies_is_marked(told: Callable[..., str]) -> None:
    text = """Wethouder Jan Wiersma ontkent dat de uitkoop tot banenverlies leidt.
    Schipper Piet Duin zegt dat de uitkoop tot banenverlies leidt."""
    shown = " ".join(told(text, "accounts").split())
    assert "✕ de uitkoop → leidt tot → banenverlies" in shown
    assert "spreekt dit tegen (“ontkent”)" in shown


def test_silence_is_of_the_texts(told: Callable[..., str]) -> None:
    text = f"{DENIED} Volgens Duin waren er veertig betogers. Volgens agent Bo Kamp waren er honderd betogers."
    assert "niet aan het woord" not in told(text, "accounts")
    shown = told(text, "accounts", "--silence")
    assert "niet aan het woord over: Q" in shown
    assert "niet aan het woord hierover: " in shown
    assert not any(word in shown for word in ("laat weg", "noemt het niet", "zegt niets"))


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_every_stance_has_words_and_a_mark(lang: str) -> None:
    words = wording_for(lang).cases
    stances = {*get_args(Stance), "divided"}
    assert stances == {*words.condition_stances}
    assert {*stances, "aside"} == {*words.stances} == {*words.marks}  # who speaks of it and gives no answer
    assert len({*words.stances.values()}) == len(words.stances)


# Whatever is read

HOLDERS = ("Anna", "Bo", "Cas", None)
WORDS = "De molen van het dorp stond in juni stil en de dijk brak toen het water kwam "


@st.composite
def studies(draw: st.DrawFn) -> Study:
    """Statements of whatever stance, nested in each other as it comes, any two of them said to collide."""
    number = draw(st.integers(2, 6))
    text = WORDS * number
    attributions: list[Attribution] = []
    gists: list[Gist] = []
    for n in range(number):
        first = n * len(WORDS)
        last = draw(st.sampled_from([first + 2, first + 18, first + 41]))
        parent = draw(st.none() | st.sampled_from([None, *(a.id for a in attributions)]))
        attributions.append(
            Attribution(
                id=f"A{n}",
                content=((first, last),),
                cue=(),
                source=(),
                speaker=draw(st.sampled_from(HOLDERS)),
                form="indirect",
                parent=parent,
                attitude=draw(st.sampled_from(get_args(Attitude))),
                polarity=draw(st.sampled_from(get_args(Polarity))),
                certainty=draw(st.sampled_from(get_args(Certainty))),
            )
        )
        terms = tuple(sorted(draw(st.sets(st.sampled_from(["molen", "dorp", "juni", "dijk"]), min_size=1))))
        gists.append(
            Gist(
                side=f"A{n}",
                speaker=attributions[-1].speaker,
                paragraph=0,
                order=n,
                terms=terms,
                denied=tuple(sorted(draw(st.sets(st.sampled_from(terms), max_size=1)))),
                stating=draw(st.booleans()),
                dispute=draw(st.sampled_from(["denial", "doubt", "disagreement", "disbelief", None])),
                pointing=draw(st.booleans()),
                parent=parent,
            )
        )
    pairs = draw(
        st.lists(st.tuples(*[st.integers(0, number - 1)] * 2).filter(lambda pair: pair[0] < pair[1]), unique=True)
    )
    conflicts = tuple(
        Conflict(id=f"X{n}", a=f"A{a}", b=f"A{b}", kind=draw(st.sampled_from(get_args(ConflictKind))), why="")
        for n, (a, b) in enumerate(pairs)
    )
    reading = Reading(
        doc="tekst",
        lang="nl",
        date=None,
        title=None,
        text=text,
        sha256=Document(doc="tekst", text=text).sha256,
        made_by={},
        attributions=tuple(attributions),
        conflicts=conflicts,
    )
    return Study(reading=reading, gists=tuple(gists))


@given(studies())
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=100)
def test_whatever_is_read_no_cell_holds_more_than_the_statements_under_it(study: Study) -> None:
    report = case_report(build_case([study], load_pack("nl")))
    for issue in report.issues:
        for cell in issue.cells:
            own: list[Stance | None] = [quote.stance for quote in cell.quotes]
            contradicts = issue.claim.stance == "denies" and "denies" in own
            if cell.stance in MAINTAINED:
                assert contradicts or not MAINTAINED.isdisjoint(own)
            if issue.claim in cell.quotes and issue.claim.stance == "denies":
                assert cell.stance in ("denies", "divided")
            if {*own} <= {"denies", "doubts", "uncommitted"} and issue.claim in cell.quotes and len(own) == 1:
                assert cell.stance == own[0]
            if {*own} <= {"asks", "hopes", "wants", "opposes", "uncommitted"}:
                assert cell.stance in (*own, "uncommitted")
    assert accounts_page(report)


def test_a_table_has_the_columns_of_a_statement(told: Callable[..., Any]) -> None:
    for command, prefixes in (("conflicts", ("a_", "b_")), ("forecasts", ("",))):
        header = told(DENIED, command, "--format", "csv").splitlines()[0].split(",")
        named = ("attitude", "polarity", "certainty", "stance", "verb", "by_way_of", "quote", "quote_full")
        assert {f"{prefix}{name}" for prefix in prefixes for name in named} <= {*header}
