"""Who speaks behind a comma: the noun behind an inverted verb is its subject, whatever the parser has it for."""

from __future__ import annotations

import pytest

from wederhoor import read_text as read


@pytest.mark.parametrize(
    ("text", "speaker", "said"),
    [
        ("De brug is veilig, oordeelt de inspectie.", "de inspectie", "De brug is veilig"),
        ("De weg is af, vindt zijn fractie.", "zijn fractie", "De weg is af"),
        ("De polder telt 112 molens, zegt de natuurclub.", "de natuurclub", "De polder telt 112 molens"),
        ("Er zijn 14 gewonden, meldt het ziekenhuis.", "het ziekenhuis", "Er zijn 14 gewonden"),
        ("De hond heeft de boer gebeten, zegt een getuige.", "een getuige", "De hond heeft de boer gebeten"),
        ("Haar vertrek noemt de inspectie een fout.", "de inspectie", "Haar vertrek een fout"),
    ],
)
def test_the_noun_behind_the_verb_speaks(text: str, speaker: str, said: str) -> None:
    found = [
        (a.speaker, " ".join(text[start:end] for start, end in a.content)) for a in read(text, lang="nl").attributions
    ]
    assert (speaker, said) in found


def test_a_verb_in_brackets_keeps_the_subject_it_has() -> None:
    found = [a.speaker for a in read("De prijs stijgt, zegt de bond, en de huur daalt.", lang="nl").attributions]
    assert found == ["de bond"]


def test_who_has_a_subject_under_its_auxiliary_has_one() -> None:
    text = "De gemeente heeft zwemclub De Otters nooit gewaarschuwd voor een lekke ketel."
    assert {a.speaker for a in read(text, lang="nl").attributions} == {"de gemeente"}
