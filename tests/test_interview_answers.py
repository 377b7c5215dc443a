"""Whose an untagged quotation is, where others speak in between: nobody is given what stands in another's paragraph."""

from __future__ import annotations

from wederhoor import read_text


def told(text: str, lang: str) -> dict[str, str | None]:
    """Who says what, by the first words of it."""
    found = read_text(text, lang=lang)
    return {found.quote(a)[:24]: a.speaker for a in found.attributions}


INTERVIEW = """'Ik hoor het water nog'

Interview – Joris Wever, sluiswachter van Ooldijk

Hij schenkt thee. Naast hem zit zijn advocaat, Mina Kaart, die meeschrijft.

Wie bediende die nacht de deuren?
'Ik deed dat. Er was niemand anders in het gebouw.'

U had de waarschuwing gelezen?
'Nee, die heeft mij nooit bereikt. Ik stond aan het wiel.'
Kaart: 'Daar komt nog een onderzoek naar.'

Had iemand u gebeld?
'Niemand. Ik heb zelf de centrale gebeld.'

Carla Smeets, om een reactie gevraagd, zegt dat de centrale geen oproep kreeg. 'Wij hebben alles teruggeluisterd.'

Er liepen drie kelders onder.
'Daar lig ik wakker van. Ik ken die mensen.'

Gaat u terug naar de sluis?
'Nooit meer.' Hij staat op.
"""


def test_who_answers_an_interview_is_the_same_one_behind_what_others_say() -> None:
    says = told(INTERVIEW, "nl")
    assert says["Daar komt nog een onderz"] == "Mina Kaart"
    assert says["Wij hebben alles teruggel"[:24]] == "Carla Smeets"
    for answer in ("Ik deed dat. Er was niem", "Niemand. Ik heb zelf de ", "Daar lig ik wakker van. ", "Nooit meer"):
        assert says[answer] == "Joris Wever"


def test_a_paragraph_that_tells_of_another_does_not_go_on_with_who_spoke_before() -> None:
    text = """Walter Ames, the foreman, stood at the front. "Nobody had lifted a finger," he said.

Edna Cole, whose bakery looks out on the yard, pulled down her blinds. What made her do it was a stone. "It came out of the crowd and hit the door. Then it all went off."
"""  # noqa: E501
    assert told(text, "en")["It came out of the crowd"] == "Edna Cole"


def test_what_a_negation_opens_is_said_with_it() -> None:
    text = "Walter Ames, the foreman, spoke. Nor had there been any announcement, he insists."
    assert "Nor had there been any a" in told(text, "en")


def test_the_noun_of_the_verbs_number_does_it() -> None:
    text = "Reder Tom Hagen kwam zelf. Berichten over gesloten kisten wees Hagen van de hand. 'Elke kist was open.'"
    says = told(text, "nl")
    assert says["Berichten over gesloten "] == "Tom Hagen"
    assert says["Elke kist was open"] == "Tom Hagen"


def test_who_denies_what_a_clause_tells_denies_no_thing_in_it() -> None:
    says = told("Police said the driver had fled the scene, which his lawyer denied.", "en")
    assert list(says) == ["the driver had fled the s"[:24]]
    assert "the firm" in told("He repeated the allegation, which the firm denied.", "en").values()
