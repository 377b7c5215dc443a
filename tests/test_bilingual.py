"""Cases in two languages: who is one in both, what collides between them, and what does not. All is invented."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from wederhoor.api.case import OpenCase, put_together
from wederhoor.exchange.cases.html import accounts_page
from wederhoor.languages.concepts import ConceptsFile
from wederhoor.languages.pack import available_languages, load_pack
from wederhoor.languages.several import concepts_of
from wederhoor.languages.tables import read_table
from wederhoor.reading import open_student
from wederhoor.records import Document, Study
from wederhoor.store import list_collisions, match_documents, open_store, put_study
from wederhoor.store.pages import list_speakers

Text = tuple[str, str]
"""The language and the words."""


@pytest.fixture(scope="module")
def read() -> Callable[[Sequence[Text]], list[Study]]:
    students = {lang: open_student(lang) for lang in ("nl", "en")}
    return lambda texts: [
        students[lang](Document(doc=f"{n}-{lang}", text=text, lang=lang, date="2031-05-01"))
        for n, (lang, text) in enumerate(texts, start=1)
    ]


@pytest.fixture(scope="module")
def case(read: Callable[[Sequence[Text]], list[Study]]) -> Callable[..., OpenCase]:
    return lambda *texts: put_together(read(texts))


def kinds(opened: OpenCase) -> list[str]:
    return [c.kind for c in opened.case.conflicts if c.a.doc != c.b.doc]


def stances(opened: OpenCase) -> dict[str, str]:
    names = {account.id: account.holder for account in opened.accounts}
    return {names[cell.account]: cell.stance for issue in opened.issues for cell in issue.cells}


@pytest.mark.parametrize(
    ("dutch", "english", "kind"),
    [
        ("Karel Boon zegt dat de fabriek de rivier niet vervuilt.", "The factory pollutes the river, said Ann Brown.", "denial"),
        ("Volgens de politie zijn vier mensen omgekomen.", "Nine people were killed, the Red Cross said.", "figure"),
        ("Het leger heeft het dorp beschoten, zegt Karel Boon.", "The rebels shelled the village, said Ann Brown.", "actor"),
        ("De huizenprijzen zijn gestegen, zegt Karel Boon.", "House prices have fallen, said Ann Brown.", "denial"),
        ("Het plan is uitstekend, vindt Karel Boon.", "The plan is terrible, said Ann Brown.", "evaluation"),
        (
            "De minister heeft de bond gewaarschuwd, zegt Karel Boon.",
            "The minister never warned the union, said Ann Brown.",
            "denial",
        ),
        # numbers of one thing, by the words around them
        (
            "Bij de brand in de haven van Kolkmeer vielen zeventien gewonden, zegt de politie.",
            "Three people were injured in the fire in the port of Kolkmeer, according to Ann Brown.",
            "figure",
        ),
        (
            "De bouw van het stadion van Vosdijk kostte 12 miljoen euro, zegt Karel Boon.",
            "The construction of the Vosdijk stadium cost 25 million euros, said Ann Brown.",
            "figure",
        ),
    ],
)  # fmt: skip
def test_what_is_opposed_in_one_language_is_opposed_in_two(
    case: Callable[..., OpenCase], dutch: str, english: str, kind: str
) -> None:
    assert kinds(case(("nl", dutch), ("en", english))) == [kind]
    assert kinds(case(("en", english), ("nl", dutch))) == [kind]


@pytest.mark.parametrize(
    ("dutch", "english"),
    [
        # one form, two senses: brand is a fire
        ("De brand is gevaarlijk, zegt Karel Boon.", "The brand is not dangerous, said Ann Brown."),
        # other prices
        ("De huizenprijzen zijn gestegen, zegt Karel Boon.", "Oil prices have fallen, said Ann Brown."),
        # another one who warned
        ("De burgemeester heeft de bond gewaarschuwd, zegt Karel Boon.", "The minister never warned the union, said Ann Brown."),
        # the same
        ("De fabriek vervuilt de rivier, zegt Karel Boon.", "The factory pollutes the river, said Ann Brown."),
        # what is asked is maintained by nobody
        ("Karel Boon vraagt of de fabriek de rivier vervuilt.", "The factory does not pollute the river, said Ann Brown."),
        # both deny it
        ("Karel Boon ontkent dat de fabriek de rivier vervuilt.", "The factory does not pollute the river, said Ann Brown."),
        # another river
        ("De fabriek vervuilt de Maas niet, zegt Karel Boon.", "The factory pollutes the Rhine, said Ann Brown."),
        # another place, another kind of number, a part, another time
        ("In Kolkmeer raakten zeventien mensen gewond, zegt Karel Boon.", "Three were injured in Vosdijk, said Ann Brown."),
        ("In Kolkmeer raakten zeventien mensen gewond, zegt Karel Boon.", "Three were killed in Kolkmeer, said Ann Brown."),
        ("De bouw van het stadion van Vosdijk kostte 12 miljoen euro, zegt Karel Boon.",
         "The opening of the Vosdijk stadium cost 25 million euros, said Ann Brown."),
        ("In 2019 werden in Kolkmeer 40 huizen gesloopt, zegt Karel Boon.",
         "In 2024, 90 houses were demolished in Kolkmeer, said Ann Brown."),
        # a word that no table has
        ("De klepel is stuk, zegt Karel Boon.", "The clapper is not broken, said Ann Brown."),
    ],
)  # fmt: skip
def test_no_conflict_is_made_up_between_languages(case: Callable[..., OpenCase], dutch: str, english: str) -> None:
    assert kinds(case(("nl", dutch), ("en", english))) == []


def test_a_denial_collides_with_what_it_denies_in_another_language(case: Callable[..., OpenCase]) -> None:
    found = case(
        ("nl", "Karel Boon ontkent dat de fabriek de rivier vervuilt."),
        ("en", "The factory pollutes the river, said Ann Brown."),
    )
    [conflict] = found.conflicts
    assert {conflict.a.holder, conflict.b.holder} == {"Karel Boon", "Ann Brown"}
    assert stances(found) in (
        {"Karel Boon": "denies", "Ann Brown": "asserts"},
        {"Karel Boon": "asserts", "Ann Brown": "denies"},
    )


def test_who_says_the_same_in_another_language_takes_the_same_position(case: Callable[..., OpenCase]) -> None:
    found = case(
        ("nl", "Volgens de politie zijn vier mensen omgekomen."),
        ("en", "Nine people were killed, the Red Cross said."),
        ("nl", "Volgens Karel Boon zijn negen mensen omgekomen."),
    )
    [issue] = found.issues
    names = {account.id: account.holder for account in found.accounts}
    held = [{names[str(holding.account)] for holding in position.held} for position in issue.positions]
    assert {"Red Cross", "Karel Boon"} in held
    told = stances(found)
    assert told["Karel Boon"] == told["Red Cross"] != told["politie"]


@pytest.mark.parametrize(
    ("dutch", "english", "docs"),
    [
        ("De Verenigde Naties zeggen dat de dam veilig is.", "The United Nations said it would look at the dam.", 2),
        ("De Europese Commissie vindt het plan goed.", "The European Commission said it liked the plan.", 2),
        ("President Volodimir Zelenski van Oekraïne komt, zei hij.", "Volodymyr Zelensky, the president of Ukraine, said so.", 2),
        ("Minister Karel Boon komt, zei hij.", "Karel Boon, the minister, said he would come.", 2),
        ("Minister Karel Boon komt, zei hij.", "Karin Boon, the minister, said she would come.", 1),
    ],
)  # fmt: skip
def test_who_is_one_in_two_languages(case: Callable[..., OpenCase], dutch: str, english: str, docs: int) -> None:
    found = case(("nl", dutch), ("en", english))
    assert max(len({member.doc for member in actor.members}) for actor in found.actors) == docs


def test_countries_are_one_in_two_languages(case: Callable[..., OpenCase]) -> None:
    found = case(("nl", "Duitsland heeft het verdrag getekend."), ("en", "Germany has signed the treaty."))
    [state] = [actor for actor in found.actors if actor.kind == "state"]
    assert state.country == "DEU"
    assert [member.doc for member in state.members] == ["1-nl", "2-en"]


def test_variables_are_one_in_two_languages(case: Callable[..., OpenCase]) -> None:
    found = case(
        ("nl", "Hogere olieprijzen leiden tot meer werkloosheid, zegt Karel Boon. Werkloosheid leidt tot armoede, zegt hij."),
        ("en", "Unemployment leads to poverty, said Ann Brown. Higher oil prices reduce unemployment, she said."),
    )  # fmt: skip
    one, other = ({(e.cause, e.effect): e.sign for e in found.model(who).model.edges} for who in ("Boon", "Brown"))
    assert one.keys() == other.keys()
    assert sorted(one.values()) == ["+", "+"]
    assert sorted(other.values()) == ["+", "-"]


def test_a_name_of_two_senses_is_two_variables(case: Callable[..., OpenCase]) -> None:
    found = case(
        ("nl", "De brand leidt tot armoede, zegt Karel Boon."), ("en", "The brand leads to poverty, said Ann Brown.")
    )
    names = {v.name for model in found.models for v in model.model.variables}
    assert len({name for name in names if name.startswith("brand")}) == 2


def test_what_is_found_within_a_language_does_not_hang_on_the_other_one(case: Callable[..., OpenCase]) -> None:
    dutch = [
        ("nl", "Karel Boon zegt dat de minister het plan heeft goedgekeurd."),
        ("nl", "Jan Vis zegt dat de minister het plan niet heeft goedgekeurd."),
    ]
    alone, together = case(*dutch), case(*dutch, ("en", "Ann Brown said that it rained."))
    assert len(alone.case.conflicts) == 1
    assert [(c.a, c.b, c.kind, c.why) for c in alone.case.conflicts] == [
        (c.a, c.b, c.kind, c.why) for c in together.case.conflicts
    ]


def test_quotes_stay_in_their_own_language(case: Callable[..., OpenCase]) -> None:
    found = case(
        ("nl", "Karel Boon zegt dat de fabriek de rivier niet vervuilt."),
        ("en", "The factory pollutes the river, said Ann Brown."),
    )
    page = accounts_page(found.report)
    assert "de fabriek de rivier niet vervuilt" in page
    assert "The factory pollutes the river" in page


def test_a_kept_case_finds_conflicts_between_languages(
    read: Callable[[Sequence[Text]], list[Study]], tmp_path: Path
) -> None:
    studies = read([
        ("nl", "Minister Karel Boon zegt dat de fabriek de rivier niet vervuilt. Het water is schoon, zegt hij."),
        ("en", "The factory pollutes the river, said Ann Brown. The water is dirty, she said."),
        ("en", "Minister Karel Boon said the factory would be closed."),
    ])  # fmt: skip
    with open_store(tmp_path / "case.wederhoor", create=True) as store:
        with store.writing() as db:
            for study in studies:
                put_study(db, study)
        match_documents(store)
        with store.reading() as db:
            found = {frozenset((row.a_doc, row.b_doc)) for row in list_collisions(db).rows}
            speakers = [row.name for row in list_speakers(db).rows]
    assert found == {frozenset(("1-nl", "2-en"))}
    assert speakers.count("Karel Boon") == 1


@pytest.mark.parametrize("lang", available_languages())
def test_a_word_has_one_concept(lang: str) -> None:
    """In each table of a pack: what has two senses is left out."""
    file = read_table(load_pack(lang).tables, "concepts", ConceptsFile)
    for table in (file.deeds, file.things, file.qualities, file.roles, file.bodies):
        words = [word for listed in table.values() for word in listed]
        assert len(words) == len({*words})


def test_packs_share_their_concepts() -> None:
    """A concept that one pack alone has joins nothing."""
    tables = [read_table(load_pack(lang).tables, "concepts", ConceptsFile) for lang in available_languages()]
    for name in ("deeds", "things", "qualities", "roles", "bodies"):
        first, *others = [getattr(table, name).keys() for table in tables]
        assert all(first == other for other in others)
    assert concepts_of(load_pack("nl")).thing("vrede") == concepts_of(load_pack("en")).thing("peace")
