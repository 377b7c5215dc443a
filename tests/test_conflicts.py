"""Which statements collide and which do not. Precision first: a wrong conflict between two people is worse than a missed one."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from wederhoor import read_text as read
from wederhoor.exchange.grounding import check_grounded
from wederhoor.records import AuthorSide, Conflict, Reading


def reading(text: str) -> Reading:
    return read(text, lang="nl")


def side(found: Reading, conflict: Conflict, name: str) -> tuple[str, str]:
    """Who says it, and the words."""
    which = getattr(conflict, name)
    if isinstance(which, AuthorSide):
        return "author", found.text[slice(*which.author)]
    [statement] = [a for a in found.attributions if a.id == which]
    return statement.speaker or "", " ".join(found.text[start:end] for start, end in statement.content)


def only(text: str) -> tuple[Reading, Conflict]:
    found = reading(text)
    assert len(found.conflicts) == 1, [(c.kind, c.why) for c in found.conflicts]
    return found, found.conflicts[0]


COLLIDING = {
    "a denial of the same words": (
        (
            "Volgens dijkgraaf Marten Buiskool stond het peil boven de twee meter. "
            "Boerin Anna Visser ontkent dat het peil boven de twee meter stond."
        ),
        "denial",
    ),
    "a pronoun for what was said before": (
        "„De brug van Elsmeer is in maart gekeurd”, zegt wethouder Piet Kramer. „Dat klopt niet”, zegt aannemer Tom Haak.",
        "denial",
    ),
    "a noun for it": (
        (
            "Volgens wethouder Piet Kramer is de brug van Elsmeer in maart gekeurd. "
            "„Die bewering is onjuist”, zegt aannemer Tom Haak."
        ),
        "denial",
    ),
    "a rejection with a noun for it": (
        "Volgens wethouder Piet Kramer voer het schip te hard. Schipper Tom Haak bestrijdt die lezing.",
        "denial",
    ),
    "dead and those who died": (
        "Het leger spreekt van zes doden. Volgens het ziekenhuis van Elsmeer zijn er twintig mensen omgekomen.",
        "figure",
    ),
    "the problems, by another cause": (
        (
            "Volgens wethouder Piet Kramer daalt het aantal leerlingen doordat gezinnen vertrekken. "
            "„De problemen komen doordat de school slecht is”, zegt moeder Anna Visser."
        ),
        "cause",
    ),
    "a word that waves it away": (
        "Wethouder Piet Kramer zegt dat de haven van Elsmeer vervuild is. „Onzin”, zegt havenmeester Greet Vos.",
        "denial",
    ),
    "a doubt": (
        (
            "Minister Karel Oost belooft dat de troepen uit Lomar vertrekken. "
            "Oppositieleider Mira Sonn vraagt zich af of de troepen werkelijk uit Lomar vertrekken."
        ),
        "denial",
    ),
    "the same with a negation": (
        (
            "Volgens president Otar Lomi was er een aanval van buitenaf op Kansera. "
            "Volgens oppositieleider Mira Sonn was er geen aanval van buitenaf op Kansera."
        ),
        "denial",
    ),
    "not of one mind": (
        "Wethouder Piet Kramer vindt dat de markt van Elsmeer dicht moet. Koopvrouw Greet Vos is het daar niet mee eens.",
        "evaluation",
    ),
    "two figures": (
        (
            "Volgens de politie waren er veertig betogers in Elsmeer. "
            "Volgens vakbondsman Tom Haak waren er tweehonderd betogers in Elsmeer."
        ),
        "figure",
    ),
    "praise and blame": (
        (
            "Minister Karel Oost noemde de operatie in Lomar een succes. "
            "Oppositieleider Mira Sonn noemde de operatie in Lomar een mislukking."
        ),
        "evaluation",
    ),
    "doers who were sent": (
        (
            "President Otar Lomi zegt dat plunderaars de winkels van Kansera hebben vernield. "
            "Volgens oppositieleider Mira Sonn heeft de president die plunderaars zelf gestuurd."
        ),
        "actor",
    ),
    "two causes": (
        (
            "Volgens wethouder Piet Kramer komt de vissterfte door de droogte. "
            "Volgens visser Tom Haak komt de vissterfte door het gif van de fabriek."
        ),
        "cause",
    ),
    "who knows of nothing": (
        "Volgens wethouder Piet Kramer was er een afspraak over de kade. Aannemer Tom Haak zegt dat hij van geen afspraak weet.",
        "denial",
    ),
}


@pytest.mark.parametrize("name", COLLIDING)
def test_statements_that_collide(name: str) -> None:
    text, kind = COLLIDING[name]
    found, conflict = only(text)
    assert conflict.kind == kind
    a, b = side(found, conflict, "a"), side(found, conflict, "b")
    assert a[0] != b[0]
    assert all(who.split()[-1] in conflict.why or who.split()[0] in conflict.why for who, _ in (a, b))


def test_a_report_that_is_not_believed_collides_with_what_it_reports() -> None:
    found, conflict = only(
        "Oppositieleider Mira Sonn zegt dat Lomar zogenaamd werd aangevallen door vreemde troepen uit het oosten."
    )
    assert side(found, conflict, "a")[0] == "Mira Sonn"
    assert conflict.kind == "denial"


NOT_COLLIDING = {
    "one speaker who denies and asserts": (
        "Volgens boerin Anna Visser stond het peil hoog. Visser ontkent dat het peil boven de dijk stond."
    ),
    "one speaker by his name and by his role": (
        "Wethouder Piet Kramer vindt de markt van Elsmeer een succes. De wethouder vindt de markt in Oldeveen een mislukking."
    ),
    "two reasons by one speaker": (
        "Volgens visser Tom Haak komt de vissterfte door de droogte. Haak zegt ook dat de vissterfte door het gif komt."
    ),
    "what each says of himself": (
        "„Ik ben blij met de brug”, zegt Piet Kramer. „Ik ben niet blij met de brug”, zegt Greet Vos."
    ),
    "a paraphrase": (
        "Volgens de politie waren er veertig betogers in Elsmeer. "
        "Burgemeester Greet Vos zegt dat er veertig betogers in Elsmeer waren."
    ),
    "figures that agree": (
        "Volgens de politie waren er zeker veertig betogers in Elsmeer. "
        "Volgens vakbondsman Tom Haak waren er tweehonderd betogers in Elsmeer."
    ),
    "figures of two things": (
        "Volgens de politie waren er veertig betogers in Elsmeer. "
        "Volgens wethouder Piet Kramer kost de nieuwe kade tweehonderd euro per meter."
    ),
    "a question": (
        "Volgens wethouder Piet Kramer gaat de haven van Elsmeer dicht. "
        "„Wanneer gaat de haven van Elsmeer dicht?”, vraagt havenmeester Greet Vos."
    ),
    "a wish": (
        "Volgens wethouder Piet Kramer gaat de haven van Elsmeer dicht. Havenmeester Greet Vos wil dat de haven open blijft."
    ),
    "denials of two things": (
        "Wethouder Piet Kramer ontkent dat de kas leeg is. Aannemer Tom Haak ontkent dat de brug scheef staat."
    ),
    "a word in common": (
        "Volgens wethouder Piet Kramer is de brug van Elsmeer gekeurd. "
        "Volgens schipper Tom Haak was er geen plek onder de brug van Oldeveen."
    ),
    "who denies that it was good, and who says that it was bad": (
        "Volgens boerin Anna Visser leidt de sluiting tot schade aan de oogst. "
        "Wethouder Piet Kramer bestrijdt dat de sluiting de oogst heeft gered."
    ),
    "a part of a number": (
        "Volgens de kweker zijn drie bomen op vier ziek. Volgens Greet Vos staat er maar een handvol mensen bij de bomen."
    ),
    "what everybody says": (
        "Dijkgraaf Marten Buiskool verwacht dat de sluis weer opengaat. Iedereen zegt dat het een schande is."
    ),
    "the author alone": "De sluis ging dicht. De sluis ging niet dicht.",
}


@pytest.mark.parametrize("name", NOT_COLLIDING)
def test_statements_that_do_not_collide(name: str) -> None:
    found = reading(NOT_COLLIDING[name])
    assert [(c.kind, c.why) for c in found.conflicts] == []


def test_what_a_denial_points_at_is_no_word_on_himself() -> None:
    found, conflict = only(
        "Volgens vakbondsman Tom Haak kost de maatregel tweehonderd gezinnen hun inkomen. "
        "„Zonder die premie kunnen wij ons huis niet betalen”, zegt Haak. „Dat klopt niet”, zegt directeur Greet Vos."
    )
    assert side(found, conflict, "a")[1].startswith("kost de maatregel")


SENTENCES = [sentence for text, _ in COLLIDING.values() for sentence in text.split(". ")] + list(NOT_COLLIDING.values())


@pytest.mark.slow
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=6))
def test_conflicts_stand_on_the_text_and_are_the_same_tomorrow(sentences: list[str]) -> None:
    text = "\n\n".join(sentences)
    found = reading(text)
    check_grounded(found)
    assert found.conflicts == reading(text).conflicts
    for conflict in found.conflicts:
        assert conflict.a != conflict.b
        assert conflict.why.strip()
    assert [c.id for c in found.conflicts] == [f"X{n}" for n in range(1, len(found.conflicts) + 1)]


def test_another_cause_right_behind_a_denial() -> None:
    found = reading(
        "Volgens dijkgraaf Marten Buiskool verzakte de dijk doordat mollen hem ondergroeven. Boerin Anna Visser ontkent dat. "
        "„Het peil stond te hoog, waardoor alles week werd”, zegt ze."
    )
    assert sorted(c.kind for c in found.conflicts) == ["cause", "denial"]


def test_an_author_may_dispute_what_he_reports() -> None:
    found, conflict = only("Volgens wethouder Piet Kramer is de brug van Elsmeer in maart gekeurd. Dat is onzin.")
    assert conflict.kind == "denial"
    assert side(found, conflict, "b") == ("author", "Dat is onzin.")


def test_a_pronoun_inside_a_statement_disputes_nothing() -> None:
    found = reading(
        "De bond zegt dat de acties een week duren. „De chauffeurs weten dat ze het niet halen”, zegt bestuurder Riet Kooistra."
    )
    assert not found.conflicts


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("De nieuwe brug van Elsmeer is duur", "De nieuwe brug van Elsmeer is niet alleen duur, maar ook lelijk"),
        (
            "De veerdienst naar Elsmeer is onveilig",
            "De veerdienst naar Elsmeer is niet slechts onveilig, maar ook traag",
        ),
        ("De directie heeft de werknemers gewaarschuwd", "De directie heeft niet alleen de werknemers gewaarschuwd"),
        ("De haven sluit", "De haven sluit niet alleen, ze wordt ook gedempt"),
    ],
)
def test_who_says_not_only_so_says_so_too(one: str, other: str) -> None:
    assert reading(f"“{one},” zegt Anna Visser. “{other},” zegt Tom Haak.").conflicts == ()


def test_two_accusations_of_two_matters_are_no_conflict() -> None:
    text = (
        "Tom Haak beschuldigt Anna Visser ervan dat zij de vissers heeft bedrogen. "
        "Els Prins zegt dat Haak de kas heeft geplunderd."
    )
    assert read(text, lang="nl").conflicts == ()


def test_a_verdict_on_a_thing_answers_nobody() -> None:
    text = "Boer Jan Smit houdt het op een vergissing. Zijn advocaat doet de brief af als een vervalsing."
    assert not reading(text).conflicts
