"""What a speaker says that he did not say, does not think, or feels about: nobody's word but his, and not more than he said."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from wederhoor.reading import Student
from wederhoor.records import Document, Study, stances_of

DISBELIEVED = {
    "nl": [
        "„Ik geloof niet dat {clause}”, zegt Karin Brandt.",
        "Karin Brandt zegt dat zij niet denkt dat {clause}.",
        "„Wij geloven niet langer dat {clause}”, zegt Karin Brandt.",
        "„Het is niet waar dat {clause}”, zegt Karin Brandt.",
        "„Ik ontken dat {clause}”, zegt Karin Brandt.",
        "Karin Brandt gelooft niet dat {clause}.",
        "Karin Brandt ontkent dat {clause}.",
    ],
    "en": [
        "“I do not believe that {clause},” said Karin Brandt.",
        "“I don't think {clause},” said Karin Brandt.",
        "Karin Brandt said that she did not think that {clause}.",
        "“It is not true that {clause},” said Karin Brandt.",
        "Karin Brandt does not believe that {clause}.",
        "Karin Brandt denies that {clause}.",
        "Karin Brandt dismissed the claim that {clause} as nonsense.",
    ],
}
"""Brandt takes the other side."""
LEFT_OPEN = {
    "nl": [
        "„Ik heb nooit gezegd dat {clause}”, zegt Karin Brandt.",
        "Karin Brandt zegt dat zij nooit heeft beweerd dat {clause}.",
        "„Geen van ons heeft gezegd dat {clause}”, zegt Karin Brandt.",
        "„Ik weet niet of {clause}”, zegt Karin Brandt.",
        "„Wij hopen dat {clause}”, zegt Karin Brandt.",
        "Karin Brandt zei niet dat {clause}.",
        "Karin Brandt ontkent niet dat {clause}.",
        "Karin Brandt wilde niet bevestigen dat {clause}.",
    ],
    "en": [
        "“I never said that {clause},” said Karin Brandt.",
        "“I never said {clause},” said Karin Brandt.",
        "Karin Brandt said that she had never claimed that {clause}.",
        "“None of us said that {clause},” said Karin Brandt.",
        "“I do not know whether {clause},” said Karin Brandt.",
        "“We hope that {clause},” said Karin Brandt.",
        "Karin Brandt does not deny that {clause}.",
        "Karin Brandt would not confirm that {clause}.",
    ],
}
"""Brandt takes no side."""
FELT = {
    "nl": [
        "Karin Brandt is niet blij dat {clause}.",
        "Het verbaast Karin Brandt niet dat {clause}.",
        "Karin Brandt betreurt niet dat {clause}.",
        "Karin Brandt vindt het niet erg dat {clause}.",
        "Karin Brandt is er niet trots op dat {clause}.",
    ],
    "en": [
        "Karin Brandt is not happy that {clause}.",
        "Karin Brandt does not regret that {clause}.",
        "Karin Brandt was not surprised that {clause}.",
        "Karin Brandt is not proud that {clause}.",
    ],
}
"""Brandt says only what she does not feel about it."""
NOT_HELD = [(lang, shape) for made in (DISBELIEVED, LEFT_OPEN) for lang, shapes in made.items() for shape in shapes]
SAFE = {"nl": "de brug veilig is", "en": "the bridge is safe"}
ATTACKED = {"nl": "het leger de stad heeft aangevallen", "en": "the army attacked the town"}
CAUSED = {"nl": "de leiding tot branden leidt", "en": "the pipeline leads to fires"}
COMING = {"nl": "de prijzen volgend jaar zullen stijgen", "en": "prices will rise next year"}
OTHER = {
    "nl": ("De brug is veilig, zegt Joost Vlam.", "De brug is niet veilig, zegt Joost Vlam."),
    "en": ("The bridge is safe, said Joost Vlam.", "The bridge is not safe, said Joost Vlam."),
}
Read = Callable[[str, str], Study]


@pytest.fixture
def study(student: Student) -> Read:
    return lambda lang, text: student(Document(doc="x", text=text, lang=lang, date="2031-03-12"))


def shapes(made: dict[str, list[str]]) -> list[tuple[str, str]]:
    return [(lang, shape) for lang, of_lang in made.items() for shape in of_lang]


@pytest.mark.parametrize(("lang", "shape"), NOT_HELD)
def test_no_cause_is_asserted(study: Read, lang: str, shape: str) -> None:
    found = study(lang, shape.format(clause=CAUSED[lang]))
    stances = stances_of(found.reading.attributions)
    assert not [
        c for c in found.reading.causal if stances.get(c.holder, "asserts") not in ("denies", "doubts", "uncommitted")
    ]


@pytest.mark.parametrize(("lang", "shape"), NOT_HELD)
def test_no_event_is_told_as_having_happened(study: Read, lang: str, shape: str) -> None:
    found = study(lang, shape.format(clause=ATTACKED[lang])).reading.events
    assert not [e for e in found if (e.code, e.polarity, e.modality) == ("ASSAULT", "+", "actual")]


@pytest.mark.parametrize(("lang", "shape"), NOT_HELD)
def test_nothing_is_forecast_on_his_word(study: Read, lang: str, shape: str) -> None:
    reading = study(lang, shape.format(clause=COMING[lang])).reading
    stances = stances_of(reading.attributions)
    assert not [
        f for f in reading.forecasts if stances.get(f.holder, "asserts") not in ("denies", "doubts", "uncommitted")
    ]


@pytest.mark.parametrize(("lang", "shape"), shapes(DISBELIEVED))
def test_who_does_not_think_so_collides_with_who_says_so_only(study: Read, lang: str, shape: str) -> None:
    said, denied = (f"{shape.format(clause=SAFE[lang])}\n\n{other}" for other in OTHER[lang])
    [found] = study(lang, said).reading.conflicts
    assert found.kind == "denial"
    assert not study(lang, denied).reading.conflicts


@pytest.mark.parametrize(("lang", "shape"), shapes(LEFT_OPEN))
def test_who_leaves_it_open_collides_with_nobody(study: Read, lang: str, shape: str) -> None:
    for other in OTHER[lang]:
        assert not study(lang, f"{shape.format(clause=SAFE[lang])}\n\n{other}").reading.conflicts


@pytest.mark.parametrize(("lang", "shape"), shapes(FELT))
def test_a_feeling_that_is_denied_denies_nothing_else(study: Read, lang: str, shape: str) -> None:
    reading = study(lang, shape.format(clause=ATTACKED[lang])).reading
    [said] = reading.attributions
    assert (said.speaker, stances_of([said])[said.id]) == ("Karin Brandt", "uncommitted")
    assert [e.polarity for e in reading.events if e.code == "ASSAULT"] == ["+"]
    assert not study(lang, f"{shape.format(clause=SAFE[lang])}\n\n{OTHER[lang][0]}").reading.conflicts


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("nl", "Niet een van de mijnwerkers zei dat de schacht veilig was."),
        ("nl", "Geen van de bewoners beweert dat de dam is gebroken."),
        ("nl", "Dat de dam is gebroken, zegt niet de minister."),
        ("en", "Not one of the miners said the shaft was safe."),
        ("en", "Not all residents say the dam broke."),
        ("en", "Not everyone says the dam broke."),
    ],
)
def test_of_whom_it_is_denied_that_they_say_it_neither_says_nor_denies_it(study: Read, lang: str, text: str) -> None:
    assert study(lang, text).reading.attributions == ()


@pytest.mark.parametrize(
    ("lang", "text", "polarity"),
    [
        ("nl", "Niet alleen Kol zegt dat de dam is gebroken.", "+"),
        ("nl", "De minister zegt niet dat de dam is gebroken.", "-"),
        ("en", "Not only Cole says the dam broke.", "+"),
        ("en", "Not even the minister says the dam broke.", "-"),
    ],
)
def test_what_is_denied_of_a_verb_is_no_denial_of_who_says_it(study: Read, lang: str, text: str, polarity: str) -> None:
    assert [a.polarity for a in study(lang, text).reading.attributions] == [polarity]


def test_nobody_doubts_nothing(study: Read) -> None:
    [said] = study("nl", "Niemand gelooft dat de brug veilig is.").reading.attributions
    assert stances_of([said])[said.id] == "uncommitted"


@pytest.mark.parametrize(
    ("lang", "text", "denier"),
    [
        ("nl", "Karin Brandt ontkent dat de brug veilig is.\n\nDe brug is veilig, zegt Joost Vlam.", "Karin Brandt"),
        ("nl", "Karin Brandt betwijfelt of de brug veilig is.\n\nDe brug is veilig, zegt Joost Vlam.", "Karin Brandt"),
        ("nl", "De brug is veilig, zegt Joost Vlam.\n\nKarin Brandt ontkent dat de brug veilig is.", "Karin Brandt"),
        ("en", "Karin Brandt denies that the bridge is safe.\n\nThe bridge is safe, said Joost Vlam.", "Karin Brandt"),
    ],
)
def test_who_denies_is_told_to_deny(study: Read, lang: str, text: str, denier: str) -> None:
    [found] = study(lang, text).reading.conflicts
    assert found.why.split(" van ")[1 if lang == "nl" else 0].removeprefix("Denial by ").startswith(denier)


def test_what_a_speaker_says_that_he_thinks_is_put_forward_by_him(study: Read) -> None:
    for text in (
        "„Ik denk dat de brug veilig is”, zegt Karin Brandt.",
        "„Wij vinden dat de brug veilig is”, zegt Karin Brandt.",
    ):
        assert [(p.predicate, p.polarity) for p in study("nl", text).propositions or ()] == [("veilig", "+")]


def test_what_stands_behind_a_colon_is_not_what_is_disbelieved(student: Student) -> None:
    text = "Wethouder Brandt gelooft daar niets van: door de sluiting varen er meer bootjes."
    reading = student(Document(doc="x", text=text, lang="nl", date="2031-03-12")).reading
    assert [reading.quote(a) for a in reading.attributions if a.polarity == "-"] == ["daar"]
