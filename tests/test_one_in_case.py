"""Who in one text is who in another: part of a name, an acronym, a noun and a spokesman, and who is nobody else."""

from __future__ import annotations

import random
from collections.abc import Mapping
from typing import Any

import msgspec
import pytest

from wederhoor.cases import actors as joining
from wederhoor.cases.actors import join_actors
from wederhoor.documents import load_text
from wederhoor.exchange.cases.make_report import case_report
from wederhoor.languages.pack import load_pack
from wederhoor.reading import open_student
from wederhoor.records import Actor, Reading, Role

PACK = load_pack("nl")
Given = tuple[str, str, Mapping[str, Any]]
VISSER: Given = ("Anna Visser", "person", {"roles": ("wethouder",), "sector": "GOV"})
BOND: Given = ("Zeebond", "organisation", {})
KRAMER: Given = ("Piet Kramer", "person", {})


def text(doc: str, *given: Given) -> Reading:
    """A reading with these actors, who need no words of it to be compared."""
    actors = []
    for number, (name, kind, more) in enumerate(given, start=1):
        fields = {**more, "roles": tuple(Role(str(title)) for title in more.get("roles", ()))}
        actors.append(Actor(id=f"P{number}", name=name, kind=kind, mentions=((0, 1),), **fields))  # type: ignore[arg-type]
    reading = Reading(doc=doc, title=None, date=None, lang="nl", sha256=doc, text="x", made_by={})
    return msgspec.structs.replace(reading, actors=tuple(actors))


def groups(*readings: Reading) -> set[frozenset[tuple[str, str]]]:
    """The actors who are one with another: their documents and names."""
    names = {(r.doc, a.id): a.name for r in readings for a in r.actors}
    joined = join_actors(readings, PACK)
    return {frozenset((m.doc, names[m.doc, m.id]) for m in actor.members) for actor in joined if len(actor.members) > 1}


def are_one(a: Given, b: Given, *, shared: tuple[Given, ...] = (BOND, KRAMER)) -> bool:
    """Whether two actors of two texts, which name others in common, are one whichever text comes first."""
    one, other = text("een", a, *shared), text("twee", b, *shared)
    found = [frozenset({("een", a[0]), ("twee", b[0])}) in groups(*order) for order in ((one, other), (other, one))]
    assert found[0] is found[1]
    return found[0]


def test_one_full_name_is_one_though_a_text_does_not_tell_of_what_kind() -> None:
    firm: Given = ("Noordlijn Havens", "organisation", {"sector": "BUS"})
    assert are_one(firm, ("Noordlijn Havens", "person", {}))
    assert not are_one(firm, ("Noordlijn Havens", "person", {"roles": ("kapitein",)}))
    assert not are_one(("Anna Visser", "organisation", {}), ("Anna Visser", "person", {}))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (VISSER, ("Visser", "person", {"roles": ("wethouder",), "sector": "GOV"})),
        (VISSER, ("Visser", "person", {})),
        (VISSER, ("A. Visser", "person", {})),
        (VISSER, ("Visser", "organisation", {})),
        (VISSER, ("Balling Anna Visser", "organisation", {})),
        (("Anna Visser", "person", {"country": "BEL"}), ("Anna Visser", "person", {"country": "NLD"})),
        (("Veerdienst Marn", "organisation", {"aliases": ("VDM",)}), ("VDM", "organisation", {"country": "BEL"})),
        (("Verbond Der Maasvissers", "organisation", {}), ("VDM", "organisation", {})),
        (("Inspectie Visserij", "organisation", {}), ("inspectie", "organisation", {})),
        (("Oldamziekenhuis", "organisation", {}), ("ziekenhuis", "organisation", {})),
        (("Oldam Zegt Nee", "organisation", {"roles": ("actiegroep",)}), ("actiegroep", "organisation", {})),
        (("uw ondernemingsraad", "organisation", {}), ("ondernemingsraad", "organisation", {})),
        (("Geke Wolthuis", "person", {"roles": ("burgemeester",)}), ("burgemeester", "person", {})),
        (("Helderbrink", "organisation", {"roles": ("poetsfirma",)}), ("Helderbrink", "person", {})),
        (("4e Brigade", "organisation", {}), ("brigade", "organisation", {})),
        (("Zoutmeerinstituut", "organisation", {}), ("instituut", "organisation", {})),
        (("omgevingsinspectie", "organisation", {"sector": "GOV"}), ("inspectie", "organisation", {"sector": "GOV"})),
        (("Corvane Energy", "organisation", {}), ("Corvane", "organisation", {})),
        (("Hoofdagent Anna Visser", "person", {}), ("Anna Visser", "person", {})),
        (("Onderlinge Oldam", "organisation", {}), ("Onderlinge Oldam", "person", {"roles": ("verzekeraar",)})),
        (("Oldam Droog", "organisation", {}), ("Oldam Droog", "person", {"aliases": ("Oldam",)})),
        (("Anna Visser", "person", {}), ("Anna", "person", {})),
        (("Anna de Visser", "person", {}), ("Anna", "person", {})),
        (("Waterdienst Noord", "organisation", {}), ("Waterdienst", "organisation", {})),
        (("Varische leger", "organisation", {"sector": "MIL"}), ("Varische leger", "organisation", {"sector": "MIL"})),
        (("familie Visser", "group", {}), ("familie Visser", "group", {})),
        (("familie Visser", "group", {}), ("familie", "group", {})),
        (
            ("Anna Visser", "person", {"roles": ("staatssecretaris van zorg",), "sector": "GOV"}),
            ("staatssecretaris van zorg", "person", {"sector": "GOV"}),
        ),
    ],
)
def test_who_is_one_in_two_texts_of_one_matter(one: Given, other: Given) -> None:
    assert are_one(one, other)
    assert are_one(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (VISSER, ("Piet Visser", "person", {"roles": ("wethouder",), "sector": "GOV"})),
        (VISSER, ("Visser", "person", {"roles": ("minister",), "sector": "GOV"})),
        (VISSER, ("Visser", "person", {"roles": ("trainer",), "sector": "SPT"})),
        (VISSER, ("De Visser", "person", {})),
        (("Jan de Vries", "person", {}), ("Jan Vries", "person", {})),
        (VISSER, ("Visser", "organisation", {"sector": "BUS", "roles": ("rederij",)})),
        (VISSER, ("wethouder", "person", {"sector": "GOV"})),
        (
            ("Verbond Der Maasvissers", "organisation", {"aliases": ("VDM",)}),
            ("Vlaamse Dienst Milieu", "organisation", {"aliases": ("VDM",)}),
        ),
        (("bewoners", "group", {"sector": "CVL"}), ("bewoners", "group", {"sector": "CVL"})),
        (("Mokotel", "organisation", {"roles": ("telecombedrijf",)}), ("bedrijf", "organisation", {})),
        (("Dalmersveen Zegt Nee", "organisation", {}), ("Dalmersveen", "organisation", {})),
        (("Anna Visser", "person", {}), ("Anna", "person", {"roles": ("bewoner",)})),
        (("Anna Visser", "person", {}), ("Anna", "organisation", {})),
        (("Minne Sterk", "person", {}), ("Sterk Minne", "person", {})),
        (("Partij Voorzitter Bos", "organisation", {}), ("Partij", "organisation", {})),
        (("Varische leger", "organisation", {}), ("Sarvische leger", "organisation", {})),
        (("familie Visser", "group", {}), ("familie Kramer", "group", {})),
        (
            ("staatssecretaris van zorg", "person", {"sector": "GOV"}),
            ("staatssecretaris van onderwijs", "person", {"sector": "GOV"}),
        ),
        (("vrouw", "person", {}), ("vrouw", "person", {})),
        (("ploegbaas", "person", {}), ("ploegbaas", "person", {})),
        (
            ("regering", "organisation", {"country": "FRA", "sector": "GOV"}),
            ("regering", "organisation", {"country": "BEL", "sector": "GOV"}),
        ),
    ],
)
def test_who_is_not_one(one: Given, other: Given) -> None:
    assert not are_one(one, other)


def test_a_noun_tells_nobody_in_texts_that_share_too_little() -> None:
    mayor: Given = ("Geke Wolthuis", "person", {"roles": ("burgemeester",)})
    noun: Given = ("burgemeester", "person", {})
    assert not are_one(mayor, noun, shared=(BOND,))
    assert not are_one(VISSER, ("Visser", "person", {}), shared=())
    known: tuple[Given, ...] = (
        ("Mark Rutte", "person", {}),
        ("Europese Unie", "organisation", {}),
        ("Ajax", "organisation", {}),
    )
    assert not are_one(mayor, noun, shared=known)  # every paper names these


def test_a_family_name_that_two_have_is_neither() -> None:
    first, second = text("een", VISSER, BOND), text("twee", ("Bert Visser", "person", {}), BOND)
    third = text("drie", ("Visser", "person", {}), BOND)
    assert not any(("drie", "Visser") in group for group in groups(first, second, third))


def test_a_first_name_that_two_have_is_neither() -> None:
    first, second = (
        text(doc, (name, "person", {}), BOND, KRAMER) for doc, name in (("een", "Anna Visser"), ("twee", "Anna Dekker"))
    )
    third = text("drie", ("Anna", "person", {}), BOND, KRAMER)
    assert any(("drie", "Anna") in group for group in groups(first, third))
    assert not any(("drie", "Anna") in group for group in groups(first, second, third))


def test_the_first_and_the_family_name_in_one_text_are_one_whom_another_names_in_full() -> None:
    full = text("een", ("Berend Oldekamp", "person", {}), BOND, KRAMER)
    halves = text("twee", ("Berend", "person", {}), ("Oldekamp", "person", {}), BOND, KRAMER)
    one = frozenset({("een", "Berend Oldekamp"), ("twee", "Berend"), ("twee", "Oldekamp")})
    assert one in groups(full, halves)
    assert one in groups(halves, full)


def test_who_is_named_in_full_in_a_text_is_not_another_there_who_has_his_first_name() -> None:
    full = text("een", ("Berend Oldekamp", "person", {}), BOND, KRAMER)
    both = text(
        "twee", ("Berend Oldekamp", "person", {}), ("Berend", "person", {}), ("burgemeester", "person", {}), BOND
    )
    assert not any(("twee", "Berend") in group for group in groups(full, both))


def test_a_child_of_the_family_by_the_first_name_is_who_bears_its_name() -> None:
    full: Given = ("Marit Oldekamp", "person", {})
    child: Given = ("Marit", "person", {"roles": ("zijn dochter",)})
    father: Given = ("Berend Oldekamp", "person", {})
    assert are_one(full, child, shared=(BOND, KRAMER, father))
    assert not are_one(full, child)


def test_two_mayors_make_the_mayor_nobody() -> None:
    role = {"roles": ("burgemeester",)}
    first = text("een", ("Geke Wolthuis", "person", role), BOND, KRAMER)
    second = text("twee", ("Jan Terpstra", "person", role), BOND, KRAMER)
    third = text("drie", ("burgemeester", "person", {}), BOND, KRAMER)
    assert not any(("drie", "burgemeester") in group for group in groups(first, second, third))


def test_two_of_one_text_are_two() -> None:
    first = text("een", VISSER, ("Visser", "person", {}), BOND)
    assert groups(first, text("twee", VISSER, BOND)) == {
        frozenset({("een", "Anna Visser"), ("twee", "Anna Visser")}),
        frozenset({("een", "Zeebond"), ("twee", "Zeebond")}),
    }


def test_one_whom_a_later_text_tells_of_is_one() -> None:
    full = text("een", ("Orazbek Tulen", "person", {"roles": ("president",)}))
    short = text("twee", ("Tulen", "person", {}), BOND)
    between = text("drie", ("Tulen", "person", {"roles": ("president",)}), BOND)
    assert frozenset({("een", "Orazbek Tulen"), ("twee", "Tulen"), ("drie", "Tulen")}) in groups(full, short, between)


@pytest.mark.parametrize("called", ["woordvoerder van de Zeebond", "woordvoerster van Zeebond", "Zeebondwoordvoerder"])
def test_a_spokesman_without_a_name_speaks_for_the_body(called: str) -> None:
    first, second = text("een", (called, "person", {}), BOND), text("twee", BOND)
    [bond] = [actor for actor in join_actors([first, second], PACK) if actor.name == "Zeebond"]
    assert [(ref.doc, ref.id) for ref in bond.members] == [("een", "P1"), ("een", "P2"), ("twee", "P1")]
    assert [(ref.doc, ref.id) for ref in bond.spokesmen] == [("een", "P1")]


@pytest.mark.parametrize("called", ["woordvoerder", "woordvoerder Anna Visser", "woordvoerder van de Landbond"])
def test_other_spokesmen_are_themselves(called: str) -> None:
    joined = join_actors([text("een", (called, "person", {}), BOND)], PACK)
    assert [len(actor.members) for actor in joined] == [1, 1]


def test_accounts_list_the_actors_with_their_names_by_document() -> None:
    student = open_student("nl")
    texts = {
        "een": "De sluis ging dicht. De politie arresteerde drie boeren. Wethouder Anna Visser ontkent dat de sluis lekt.",
        "twee": "De sluis lekt, zegt een woordvoerder van de politie. Wethouder Visser ontkent dat. "
        "De politie telde tien boeren.",
    }
    from wederhoor.cases import build_case

    studies = [student(load_text(words, doc=doc, lang="nl")) for doc, words in texts.items()]
    report = case_report(build_case(studies, PACK))
    shown = {actor.name: actor for actor in report.actors}
    assert shown["Anna Visser"].names == {"een": ("Anna Visser",), "twee": ("Visser",)}
    assert shown["politie"].spokesmen == {"twee": ("woordvoerder van de politie",)}
    holders = {account.id: account.holder for account in report.accounts}
    assert holders[shown["politie"].account or ""] == "politie"
    assert holders[shown["Anna Visser"].account or ""] == "Anna Visser"


def drawn(draw: random.Random) -> Given:
    """Somebody out of few names, spelt in several ways, of whom much or little is told."""
    first = draw.choice(("Anna", "Ana", "Volodymyr", "Volodimir", "A.", "Jan", "Chief Anna", "Balling Anna"))
    last = draw.choice(
        ("Visser", "de Vries", "Vries", "Šešelj", "Seselj", "Zelensky", "Selenski", "Veerdienst", "Georgië")
    )
    name = draw.choice((f"{first} {last}", f"{first} {last}", last.split()[-1], first.removesuffix(".")))
    roles = tuple(draw.sample(("wethouder", "oppositieleider", "leider", "trainer"), draw.choice((0, 0, 1, 2))))
    told = {
        "roles": roles,
        "country": draw.choice((None, "NLD", "UKR")),
        "sector": draw.choice((None, None, "GOV", "OPP")),
    }
    return name, draw.choice(("person", "person", "person", "organisation", "state")), told


@pytest.mark.parametrize("seed", range(40))
def test_who_is_looked_for_by_his_last_name_is_found_by_nothing_else(
    seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Looking among all who have anything of a name in common finds nobody more."""
    draw = random.Random(seed)
    readings = [text(f"tekst-{n:02}", *(drawn(draw) for _ in range(6)), BOND, KRAMER) for n in range(12)]
    found = join_actors(readings, PACK)
    monkeypatch.setattr(joining, "sought_of_member", lambda *_: None)
    assert found == join_actors(readings, PACK)


def test_a_noun_phrase_says_the_name_of_a_body() -> None:
    both = "Mayor Ann Orde met Bram Kolk of Zeebond."
    texts = {
        "one": f"{both} Sarvia's energy ministry said the dam was safe. The ministry denied that it leaked.",
        "two": f"{both} The Ministry of Energy said the dam leaked.",
        "three": f"{both} The Ministry of Finance said the dam cost too much.",
    }
    student = open_student("en")
    readings = [student(load_text(words, lang="en", doc=doc)).reading for doc, words in texts.items()]
    docs = [
        {m.doc for m in actor.members} for actor in join_actors(readings, load_pack("en")) if "inistry" in actor.name
    ]
    assert docs == [{"one", "two"}, {"three"}]
