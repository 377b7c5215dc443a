"""Cases: accounts, issues, rules and the ledger, of texts read together."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
import pytest
from timing import assert_growth

from wederhoor.cases import apart, build_case, ledger, matters, shared, silent_on
from wederhoor.documents import load_text
from wederhoor.errors import WederhoorError
from wederhoor.exchange.cases.make_report import case_report
from wederhoor.languages.pack import load_pack
from wederhoor.reading import Student, open_student
from wederhoor.records import Account, Case, Ref, Study

SLUICE = """Ruzie over de sluis

De sluis van Waterveen ging maandag dicht. Het waterschap Oosterlanden grijpt alleen in als het peil boven de twee meter stijgt.

Volgens dijkgraaf Marten Buiskool stond het peil boven de twee meter. De sluiting voorkomt een overstroming, zegt hij.

Boerin Anna Visser ontkent dat het peil boven de twee meter stond. Iedereen zegt dat het een schande is.

Het waterschap sloot de sluis toch en arresteerde drie boeren.

Volgens de politie waren er veertig betogers bij de sluis. Naar verluidt lekt de sluis.
"""
DAMAGE = """Schade in de polder

Dijkgraaf M. Buiskool van het waterschap Oosterlanden zegt dat de sluiting van de sluis de oogst heeft gered.

Wethouder Piet Kramer bestrijdt dat de sluiting de oogst heeft gered. Volgens Kramer waren er tweehonderd betogers bij de sluis.
"""
FORECASTS = """Wat er komt

Wethouder Piet Kramer verwacht dat de brug in juni 2031 opengaat.

Aannemer Tom Haak voorspelt dat de brug in 2033 instort. Haak verwacht dat de kade ooit verzakt.
"""


@pytest.fixture(scope="module")
def student() -> Student:
    return open_student("nl")


@pytest.fixture(scope="module")
def study(student: Student) -> Callable[[str, str], Study]:
    return lambda doc, text: student(load_text(text, doc=doc, lang="nl", date="2031-05-12"))


@pytest.fixture(scope="module")
def studies(study: Callable[[str, str], Study]) -> list[Study]:
    return [study("sluis", SLUICE), study("schade", DAMAGE)]


@pytest.fixture(scope="module")
def case(studies: list[Study]) -> Case:
    return build_case(studies, load_pack("nl"))


def account(case: Case, holder: str) -> Account:
    [found] = [a for a in case.accounts if a.holder == holder]
    return found


def test_one_man_named_two_ways_in_two_texts_has_one_account(case: Case) -> None:
    assert {ref.doc for ref in account(case, "Marten Buiskool").statements} == {"sluis", "schade"}


def test_nobody_in_particular_has_no_account(case: Case) -> None:
    holders = {a.holder.casefold() for a in case.accounts}
    assert not holders & {"iedereen", "", "author"}
    speakers = {a.id: a.speaker for a in case.documents[0].attributions}
    unnamed = [
        Ref("sluis", name) for name, speaker in speakers.items() if (speaker or "iedereen").casefold() == "iedereen"
    ]
    assert {speakers[ref.id] for ref in unnamed} == {None, "iedereen"}
    assert not {*unnamed} & {ref for a in case.accounts for ref in a.statements}


def test_every_item_of_a_holder_is_in_one_account_and_no_other(case: Case) -> None:
    for layer in ("statements", "events", "causal", "conditions", "forecasts"):
        refs = [ref for a in case.accounts for ref in getattr(a, layer)]
        assert len(refs) == len({*refs})


def test_an_author_holds_what_he_tells_himself(case: Case) -> None:
    [author] = [a for a in case.accounts if a.author_of == "sluis"]
    told = {e.id for e in case.documents[0].events if e.holder == "author"}
    assert {ref.id for ref in author.events} == told != set()
    assert author.holder == "sluis"


def test_conflicts_within_a_text_and_across_two(case: Case) -> None:
    found = {(c.kind, frozenset((c.a.doc, c.b.doc))) for c in case.conflicts}
    assert ("denial", frozenset({"sluis"})) in found
    assert ("denial", frozenset({"schade"})) in found
    assert ("figure", frozenset({"sluis", "schade"})) in found
    assert [c.id for c in case.conflicts] == [f"X{n}" for n in range(1, len(case.conflicts) + 1)]


def test_no_account_is_in_conflict_with_itself(case: Case) -> None:
    owner = {ref: a.id for a in case.accounts for ref in a.statements}
    for c in case.conflicts:
        sides = [Ref(s.doc, s.side) for s in (c.a, c.b) if isinstance(s.side, str)]
        assert len({owner.get(side, side.id) for side in sides}) == len(sides)


def test_the_matrix_says_who_asserts_and_who_denies(case: Case) -> None:
    dike, farmer, mayor = (account(case, name).id for name in ("Marten Buiskool", "Anna Visser", "Piet Kramer"))
    stances = [{cell.account: cell.stance for cell in issue.cells} for issue in case.issues]
    assert {dike: "asserts", farmer: "denies"} in stances
    assert {dike: "asserts", mayor: "denies"} in stances
    level = stances.index({dike: "asserts", farmer: "denies"})
    silent = silent_on(case.issues)
    assert case.issues[level].id in silent[mayor]
    assert case.issues[level].id not in silent.get(farmer, ())


def test_silence_about_another_matter_is_no_omission(studies: list[Study], study: Callable[[str, str], Study]) -> None:
    other = study(
        "fluit",
        "Fluitist Tom Haak noemde het concert een succes. Recensent Mira Sonn noemde het concert een mislukking.",
    )
    case = build_case([*studies, other], load_pack("nl"))
    assert [sorted({issue.claim.doc for issue in matter}) for matter in matters(case.issues)] == [
        ["schade", "sluis"],
        ["fluit"],
    ]
    critic = account(case, "Mira Sonn").id
    assert critic in {cell.account for issue in case.issues for cell in issue.cells}
    assert critic not in silent_on(case.issues)


def test_two_who_dispute_a_figure_do_not_share_it(studies: list[Study], study: Callable[[str, str], Study]) -> None:
    third = study("derde", "Volgens vakbondsman Tom Haak waren er negenhonderd betogers bij de sluis.")
    case = build_case([*studies, third], load_pack("nl"))
    kinds = {c.id: c.kind for c in case.conflicts}
    [figures] = [issue for issue in case.issues if all(kinds[name] == "figure" for name in issue.conflicts)]
    assert len(figures.cells) == 3
    assert not any(figures.id in both for both in shared(case.issues, case.conflicts).values())


def test_a_rule_is_broken_in_the_account_that_denies_its_condition(case: Case) -> None:
    by_account = {finding.account: finding for finding in case.rules}
    dike, farmer = by_account[account(case, "Marten Buiskool").id], by_account[account(case, "Anna Visser").id]
    assert (dike.stance, dike.breach) == ("asserts", False)
    assert (farmer.stance, farmer.breach) == ("denies", True)
    events = {e.id: e for e in case.documents[0].events}
    assert next(case.documents[0].text[slice(*events[act.id].span)] for act in farmer.acted).startswith(
        "Het waterschap"
    )
    assert account(case, "Piet Kramer").id not in by_account


def test_who_states_the_rule_says_nothing_of_its_condition_by_that(case: Case) -> None:
    authors = {a.id for a in case.accounts if a.author_of}
    assert not authors & {finding.account for finding in case.rules}


def test_a_coalition_is_one_account(studies: list[Study]) -> None:
    case = build_case(studies, load_pack("nl"), ["dorp=Anna Visser,Kramer"])
    village = account(case, "dorp")
    assert {ref.doc for ref in village.statements} == {"sluis", "schade"}
    assert {"Anna Visser", "Piet Kramer"}.isdisjoint(a.holder for a in case.accounts)
    [shown] = [a for a in case_report(case).accounts if a.id == village.id]
    assert shown.members == ("Anna Visser", "Piet Kramer")


def test_a_coalition_at_odds_with_itself_is_divided(studies: list[Study]) -> None:
    case = build_case(studies, load_pack("nl"), ["polder=Anna Visser,Marten Buiskool"])
    polder = account(case, "polder").id
    assert "divided" in {cell.stance for issue in case.issues for cell in issue.cells if cell.account == polder}


@pytest.mark.parametrize(
    ("joins", "code"),
    [
        (["dorp"], "W701"),
        (["dorp="], "W701"),
        (["=Anna Visser"], "W701"),
        (["dorp=Anna Visser,,Piet Kramer"], "W701"),
        (["dorp=Jan Nobody"], "W702"),
        (["dorp=iedereen"], "W702"),
        (["dorp=Anna Visser", "stad=Visser"], "W703"),
    ],
)
def test_a_coalition_that_cannot_be(studies: list[Study], joins: list[str], code: str) -> None:
    with pytest.raises(WederhoorError) as told:
        build_case(studies, load_pack("nl"), joins)
    assert told.value.code == code
    assert "\n" not in str(told.value)


def test_an_unknown_name_is_answered_with_the_likeliest_first(studies: list[Study]) -> None:
    with pytest.raises(WederhoorError, match="There are: Anna Visser, "):
        build_case(studies, load_pack("nl"), ["dorp=Ana Viser"])


def test_a_part_of_a_name_that_two_have_is_refused(study: Callable[[str, str], Study]) -> None:
    two = study("twee", "Boerin Anna Visser zegt dat de sluis lekt. Schipper Tom Visser zegt dat de kade verzakt.")
    with pytest.raises(WederhoorError, match=r"W703.*Anna Visser.*Tom Visser"):
        build_case([two], load_pack("nl"), ["dorp=Visser"])


def test_the_ledger_knows_what_is_due(study: Callable[[str, str], Study]) -> None:
    case = build_case([_dated(study("straks", FORECASTS))], load_pack("nl"))
    entries = ledger(case, "2031-07-01")
    assert [(e.until, e.due) for e in entries] == [("2031-06-30", True), ("2033-12-31", False), (None, False)]
    assert [e.holder for e in entries] == ["Piet Kramer", "Tom Haak", "Tom Haak"]
    assert [e.due for e in ledger(case, "2031-06-30")] == [False, False, False]
    assert not any(e.due for e in ledger(case))


def _dated(found: Study) -> Study:
    """The study with the windows of its forecasts as the text has them."""
    windows = {"juni 2031": ("2031-06-01", "2031-06-30"), "2033": ("2033-01-01", "2033-12-31")}
    text = found.reading.text
    forecasts = []
    for forecast in found.reading.forecasts:
        words = text[slice(*forecast.span)]
        start, end = next((window for name, window in windows.items() if name in words), (None, None))
        forecasts.append(msgspec.structs.replace(forecast, from_=start, until=end))
    return msgspec.structs.replace(found, reading=msgspec.structs.replace(found.reading, forecasts=tuple(forecasts)))


def test_what_one_text_says_does_not_count_twice(studies: list[Study], study: Callable[[str, str], Study]) -> None:
    again = study("nogmaals", SLUICE)
    kept, copies = apart([*studies, again])
    assert kept == studies
    assert [(copy.doc, first.doc) for copy, first in copies] == [("nogmaals", "sluis")]


def test_two_texts_need_more_than_a_word_in_common(study: Callable[[str, str], Study]) -> None:
    one = study("een", "Wethouder Piet Kramer zegt dat het vertrek van de veerpont vaststaat.")
    two = study("twee", "Minister Karel Oost bestrijdt dat het vertrek van de troepen begonnen is.")
    assert build_case([one, two], load_pack("nl")).conflicts == ()


def test_the_same_texts_give_the_same_case(studies: list[Study], case: Case) -> None:
    assert msgspec.json.encode(build_case(studies, load_pack("nl"))) == msgspec.json.encode(case)


def test_the_case_of_one_text_without_a_statement_is_empty(study: Callable[[str, str], Study]) -> None:
    case = build_case([study("leeg", "Het regende.")], load_pack("nl"))
    assert (case.conflicts, case.issues, case.rules) == ((), (), ())


@pytest.mark.slow
def test_time_grows_with_the_number_of_texts_and_not_with_its_square(studies: list[Study]) -> None:
    """As many as 300 texts about one thing, each of which shares all its words with all others."""

    def made(number: int) -> list[Study]:
        return [
            msgspec.structs.replace(one, reading=msgspec.structs.replace(one.reading, doc=f"{one.reading.doc}-{n}"))
            for n in range(number // len(studies))
            for one in studies
        ]

    few, many = made(30), made(300)
    pack = load_pack("nl")
    # ten times the texts: a square would take a hundred times as long
    assert_growth(lambda: case_report(build_case(few, pack)), lambda: case_report(build_case(many, pack)), at_most=40)
