"""Who is meant by a role: the one to whom the text gave it, and nobody whom the words tell apart from him."""

from __future__ import annotations

import pytest

from wederhoor.reading import Student
from wederhoor.records import Document

APART = {
    "nl": [
        ("Burgemeester Anna Visser", "De vorige burgemeester"),
        ("Burgemeester Anna Visser", "De toenmalige burgemeester"),
        ("Burgemeester Anna Visser", "De voormalige burgemeester"),
        ("Burgemeester Anna Visser", "De oud-burgemeester"),
        ("Burgemeester Anna Visser", "De waarnemend burgemeester"),
        ("Burgemeester Anna Visser", "De nieuwe burgemeester"),
        ("Burgemeester Anna Visser", "De andere burgemeester"),
        ("Burgemeester Anna Visser", "De Duitse burgemeester"),
        ("Burgemeester Anna Visser", "De burgemeester die in maart aftrad"),
        ("Burgemeester Anna Visser van Elsmeer", "De burgemeester van Oldeveen"),
        ("Burgemeester Anna Visser", "De burgemeester van Oldeveen"),
        ("Locoburgemeester Anna Visser", "De burgemeester"),
        ("Oud-burgemeester Anna Visser", "De burgemeester"),
        ("Vicepremier Anna Visser", "De premier"),
        ("Minister Anna Visser van Zorg", "De minister van Financiën"),
        ("Minister Anna Visser (Zorg)", "De minister van Financiën"),
        ("Woordvoerder Anna Visser van de politie", "De woordvoerder van de bond"),
        ("Oppositieleider Anna Visser", "De leider van de coalitie"),
        ("Voorzitter Anna Visser", "De bondsvoorzitter"),
    ],
    "en": [
        ("Mayor Anna Fisher", "The former mayor"),
        ("Mayor Anna Fisher", "The previous mayor"),
        ("Mayor Anna Fisher", "The then mayor"),
        ("Mayor Anna Fisher", "The ex-mayor"),
        ("Mayor Anna Fisher", "The acting mayor"),
        ("Mayor Anna Fisher", "The French mayor"),
        ("Mayor Anna Fisher", "Another mayor"),
        ("Mayor Anna Fisher of Tidemill", "The mayor of Oldfield"),
        ("Deputy mayor Anna Fisher", "The mayor"),
        ("President Anna Fisher", "The vice president"),
        ("Vice President Anna Fisher", "The president"),
        ("Health minister Anna Fisher", "The finance minister"),
        ("Opposition leader Anna Fisher", "The union leader"),
    ],
}
SAME = {
    "nl": [
        ("Burgemeester Anna Visser", "De burgemeester"),
        ("Burgemeester Anna Visser", "De omstreden burgemeester"),
        ("Burgemeester Anna Visser", "De 54-jarige burgemeester"),
        ("Burgemeester Anna Visser", "De Nederlandse burgemeester"),
        ("Burgemeester Anna Visser", "De burgemeester, die in maart aantrad,"),
        ("Burgemeester Anna Visser van Elsmeer", "De burgemeester van Elsmeer"),
        ("Burgemeester Anna Visser van Elsmeer", "De Elsmeerse burgemeester"),
        ("De Duitse minister Anna Visser", "De Duitse minister"),
        ("De Duitse minister Anna Visser", "De minister"),
        ("Oud-burgemeester Anna Visser", "De oud-burgemeester"),
        ("Locoburgemeester Anna Visser", "De locoburgemeester"),
        ("Oppositieleider Anna Visser", "De leider"),
        ("Minister Anna Visser van Financiën", "De minister van Financiën"),
        ("Voorzitter Anna Visser van de bond", "De bondsvoorzitter"),
    ],
    "en": [
        ("Mayor Anna Fisher", "The mayor"),
        ("Mayor Anna Fisher", "The embattled mayor"),
        ("Mayor Anna Fisher", "The 54-year-old mayor"),
        ("Mayor Anna Fisher of Tidemill", "The mayor of Tidemill"),
        ("Former mayor Anna Fisher", "The former mayor"),
        ("Deputy mayor Anna Fisher", "The deputy mayor"),
        ("Finance minister Anna Fisher", "The finance minister"),
        ("French President Anna Fisher", "The French president"),
    ],
}
TOLD = {
    "nl": "{named} opende de brug. {role} zei dat het plan goed was.",
    "en": "{named} opened the bridge. {role} said that the plan was good.",
}


def speaker(student: Student, lang: str, named: str, role: str) -> str | None:
    text = TOLD[lang].format(named=named, role=role)
    [said] = student(Document(doc="brug", text=text, lang=lang, date="2031-03-12")).reading.attributions
    return said.speaker


@pytest.mark.parametrize(("lang", "named", "role"), [(lang, *pair) for lang, pairs in APART.items() for pair in pairs])
def test_another_bearer_of_a_role_is_somebody_else(student: Student, lang: str, named: str, role: str) -> None:
    found = speaker(student, lang, named, role)
    assert found is not None
    assert role.casefold().startswith(found.casefold())  # without its relative clause


@pytest.mark.parametrize(("lang", "named", "role"), [(lang, *pair) for lang, pairs in SAME.items() for pair in pairs])
def test_the_one_who_has_a_role_is_meant_by_it(student: Student, lang: str, named: str, role: str) -> None:
    assert speaker(student, lang, named, role) in ("Anna Visser", "Anna Fisher")
