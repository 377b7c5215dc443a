"""Who is spoken of in texts that do not list him: known by a name of his alone, or by a noun that fits nobody else."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from disputes_actors import bare

from wederhoor.cases import build_case, bystanders
from wederhoor.cases.fits import meant_by_noun
from wederhoor.documents import load_text
from wederhoor.exchange.cases.make_report import case_report
from wederhoor.languages.bodies import bodies_in
from wederhoor.languages.pack import LanguagePack, available_languages, load_pack
from wederhoor.reading import open_student
from wederhoor.records import Actor, Case, CaseActor

KNOWN = "Wethouder Geke Wolthuis en dijkgraaf Ynte Sjaarda spraken met Hanneke Tuinstra van Schone Haven. "


def case_of(texts: Mapping[str, str], lang: str = "nl", actors: Path | None = None) -> Case:
    student = open_student(lang, actors=actors)
    return build_case([student(load_text(text, doc=doc, lang=lang)) for doc, text in texts.items()], load_pack(lang))


def named(case: Case, name: str) -> CaseActor:
    [found] = [actor for actor in case.actors if actor.name == name]
    return found


def spoken(case: Case, name: str) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for told in named(case, name).spoken_of:
        found.setdefault(told.doc, set()).add(told.name)
    return found


def holders(case: Case, words: str) -> set[str]:
    """Whose accounts have a statement with these words."""
    texts = {r.doc: r for r in case.documents}
    return {
        account.holder
        for account in case.accounts
        for ref in account.statements
        for a in texts[ref.doc].attributions
        if a.id == ref.id and words in texts[ref.doc].quote(a)
    }


def test_a_noun_that_two_texts_only_speak_of_is_one_actor() -> None:
    case = case_of(
        {
            "een": KNOWN + "De kogels kwamen van de presidentiële garde.",
            "twee": KNOWN + "Wolthuis zag dat de garde achter slot en grendel zat.",
        }
    )
    garde = named(case, "garde")
    assert garde.members == ()
    assert spoken(case, "garde") == {"een": {"presidentiële garde"}, "twee": {"garde"}}
    report = {actor.name: actor for actor in case_report(case).actors}
    assert report["garde"].names == {"een": ("presidentiële garde",), "twee": ("garde",)}
    assert report["garde"].account is None


def test_texts_of_other_matters_are_not_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    """Counted, not timed: nouns are compared within a matter, however many other texts have the same noun."""
    asked: list[tuple[str, str]] = []

    def counting(one: Actor, other: Actor, pack: LanguagePack) -> bool:
        asked.append((one.name, other.name))
        return meant_by_noun(one, other, pack)

    monkeypatch.setattr(bystanders, "meant_by_noun", counting)
    people = [("Geke Wolthuis", "Ynte Sjaarda"), ("Hille Bakema", "Douwe Ritsema"), ("Ykje Postma", "Sjoerd Wiersma")]
    texts = {
        f"{a.split()[1]} {n}": f"Wethouder {a} en dijkgraaf {b} spraken met de bond. De kogels kwamen van de {garde}."
        for a, b in people
        for n, garde in enumerate(("presidentiële garde", "garde"))
    }
    case = case_of(texts)
    assert [actor.name for actor in case.actors].count("garde") == len(people)
    gardes = [pair for pair in asked if all("garde" in name for name in pair)]
    assert len(gardes) == len(people)


def test_a_noun_in_texts_of_another_matter_is_nobody() -> None:
    case = case_of({"een": "De kogels kwamen van de garde.", "twee": "Jan Smit zag de garde."})
    assert not any(actor.name == "garde" for actor in case.actors)


@pytest.mark.parametrize(
    ("said", "heard"),
    [
        ("De boot is van Wolthuis.", {"drie": {"Wolthuis"}}),
        ("De boot is van Piet Wolthuis.", {}),
        ("De boot is van de Wolthuis-aanhang.", {}),
    ],
)
def test_a_family_name_in_a_text_that_does_not_list_him(said: str, heard: dict[str, set[str]]) -> None:
    others = "Dijkgraaf Ynte Sjaarda sprak met Hanneke Tuinstra. "
    case = case_of({"een": KNOWN, "twee": KNOWN, "drie": others + said})
    known = named(case, "Geke Wolthuis")
    assert "drie" not in {ref.doc for ref in known.members}
    assert spoken(case, "Geke Wolthuis") == heard


def test_a_name_of_two_is_that_of_neither() -> None:
    case = case_of(
        {
            "een": KNOWN + "Visser Jan Wolthuis vist daar.",
            "twee": "Dijkgraaf Ynte Sjaarda sprak met Hanneke Tuinstra. De boot is van Wolthuis.",
        }
    )
    assert not any(told.doc == "twee" for actor in case.actors for told in actor.spoken_of if "Wolthuis" in told.name)


def test_groups_that_speak_keep_accounts_of_their_own() -> None:
    case = case_of(
        {
            "een": KNOWN + "De bewoners zeggen dat het depot stinkt. Zij willen weg.",
            "twee": KNOWN + "De bewoners zeggen dat het depot niet stinkt. Zij willen blijven.",
        }
    )
    accounts = [account.id for account in case.accounts if account.holder == "bewoners"]
    assert len(accounts) == 2
    assert case.changes == ()


def test_bodies_are_named_once_and_are_what_everybody_knows() -> None:
    for lang in available_languages():
        names = [name for body in bodies_in(lang) for name in body.names]
        assert len(names) == len({*names}), lang
        lexicon = load_pack(lang).actors
        assert lexicon.renown("WHO", "organisation") is not None
        assert lexicon.alias["EU"] == lexicon.alias[next(b for b in bodies_in(lang) if "EU" in b.names).names[0]]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Wereldgezondheidsorganisatie", "WHO"),
        ("Inspectie Leefomgeving en Transport", "ILT"),
        ("Nationale Maatschappij der Belgische Spoorwegen", "NMBS"),
        ("Noord-Atlantische Verdragsorganisatie", "NAVO"),
    ],
)
def test_a_known_body_is_one_by_all_its_names(one: str, other: str) -> None:
    case = case_of({"een": f"De {one} zegt dat het meevalt.", "twee": f"De {other} zegt dat het tegenvalt."})
    assert any({m.doc for m in actor.members} == {"een", "twee"} for actor in case.actors)


def test_a_body_and_its_organ_are_two() -> None:
    case = case_of(
        {"een": "De Europese Unie zegt dat het meevalt.", "twee": "De Europese Commissie zegt dat het tegenvalt."}
    )
    assert all(len(actor.members) < 2 for actor in case.actors)


def test_the_users_own_file_wins_over_known_bodies(tmp_path: Path) -> None:
    own = tmp_path / "actors.toml"
    own.write_text(
        '[[actor]]\nname = "Waterhuis Ooster"\nkind = "organisation"\ncountry = "BEL"\naliases = ["WHO"]\n',
        encoding="utf-8",
    )
    case = case_of({"een": "De WHO zegt dat de dijk lekt."}, actors=own)
    [found] = [actor for actor in case.actors if "een" in {m.doc for m in actor.members}]
    assert (found.name, found.country) == ("Waterhuis Ooster", "BEL")


@pytest.mark.parametrize(
    ("short", "full", "one"),
    [
        ("Corvane", "Corvane Energy", True),
        ("Dalmersveen", "Dalmersveen Zegt Nee", False),
        ("Amsterdam", "Amsterdam Airlines", False),
    ],
)
def test_the_first_word_of_a_firm(short: str, full: str, one: bool) -> None:
    from wederhoor.reading.actors.part_of_name import has_part_of_name
    from wederhoor.records import Actor

    pack = load_pack("nl")
    a, b = (Actor(id="P1", name=name, kind="organisation", mentions=((0, 1),)) for name in (short, full))
    assert has_part_of_name(a, b, pack) is one


ACROSS = Path(__file__).parent / "gold" / "actors-across"


@pytest.mark.parametrize(("dispute", "least"), [("slibdepot", 9), ("tidemill", 8)])
def test_who_is_one_in_our_own_disputes(dispute: str, least: int) -> None:
    """As many are joined as on the day that they were written; nobody is mixed with another."""
    gold = json.loads((ACROSS / dispute / "gold.json").read_text(encoding="utf-8"))
    texts = {d["doc"]: (ACROSS / dispute / d["file"]).read_text(encoding="utf-8") for d in gold["documents"]}
    shown = case_report(case_of(texts, gold["lang"])).actors
    meant = [[(doc, who(gold, doc, n)) for doc, names in a.names.items() for n in names] for a in shown]
    known = [[ids for _, ids in found if ids] for found in meant]
    assert all(set.intersection(*ids) for ids in known if ids)
    seen = [{(one, doc) for doc, ids in found for one in ids} for found in meant]
    joined = 0
    for one in gold["actors"]:
        where = [{doc for name, doc in found if name == one["id"]} for found in seen]
        joined += len({*one["names"]}) > 1 and set().union(*where) in where
    assert joined >= least


def who(gold: Any, doc: str, name: str) -> set[str]:
    """Whose name it is in a document; a family name may be that of several."""
    return {
        one["id"]
        for one in gold["actors"]
        if bare(name) in {bare(n) for n in one["names"].get(doc, ())}
        or (one["kind"] == "person" and bare(name) == one["name"].rsplit(maxsplit=1)[-1].casefold())
    }
