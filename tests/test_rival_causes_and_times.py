"""Two articles on why one thing happened, and on when one coming thing will be: what collides, and what comes near it."""

from __future__ import annotations

import pytest

from wederhoor.cases import build_case
from wederhoor.documents import load_text
from wederhoor.languages.pack import load_pack
from wederhoor.reading import open_student

CAUSES = [
    (
        "nl",
        "Haar vertrek heeft niets met de tram te maken, zegt wethouder Karin Moor.",
        "Wethouder Karin Moor stapte op vanwege de tram, zegt Jan Vos.",
    ),
    (
        "nl",
        "Het vertrek van wethouder Karin Moor staat los van de tram, zegt de gemeente.",
        "Wethouder Karin Moor vertrok vanwege de tram, zegt Jan Vos.",
    ),
    (
        "nl",
        "Wethouder Karin Moor legde haar functie neer. Ze schrijft dat ze dat om gezondheidsredenen doet.",
        "Wethouder Karin Moor vertrok vanwege een ruzie, zegt Jan Vos.",
    ),
    (
        "nl",
        "Wethouder Karin Moor vertrok vanwege haar gezondheid.",
        "Waarom Karin Moor opstapte? ‘De burgemeester verbood me met de buurt te praten’, zegt Moor.",
    ),
    (
        "nl",
        "De bron van de besmetting zit in de keuken, zegt het ziekenhuis.",
        "De douches waren de bron van de besmetting, zegt de inspectie.",
    ),
    (
        "nl",
        "Het kwik komt niet uit de schouw, zegt directeur Jan Vos.",
        "Het kwik stamt uit de schoorsteen, zegt toxicoloog Piet Kok.",
    ),
    ("nl", "Bas Olm is doodgeschoten door de politie, zegt Jan Vos.", "Bas Olm is verdronken, zegt de politie."),
    (
        "en",
        "Her departure has nothing to do with the tram, councillor Karen Moor said.",
        "Councillor Karen Moor resigned over the tram, said John Vale.",
    ),
    (
        "en",
        "Councillor Karen Moor left for health reasons, the council said.",
        "Councillor Karen Moor left because of a quarrel, said John Vale.",
    ),
    (
        "en",
        "The showers were the source of the infection, the inspectorate said.",
        "The source of the infection was the kitchen, the hospital said.",
    ),
    (
        "en",
        "The mercury came from the smelter, said Mary Cole.",
        "The mercury did not come from the smelter, said director John Vale.",
    ),
    ("en", "Ben Marsh was shot dead by police, said John Vale.", "Ben Marsh drowned, police said."),
    (
        "en",
        "The price of bread has nothing to do with the strikes, said John Vale.",
        "The price of bread is rising because of the strikes, said Mary Cole.",
    ),
]
WITHIN = [
    "Brood is in Tolmaz duur, door de sancties volgens de regering, door de soldaten volgens de bakkers.",
    (
        "De stakingen drukken de productie, en dat drijft de gasprijs op, zegt Jan Vos. "
        "‘De stakingen hebben niets met de gasprijs te maken’, zegt Piet Kok."
    ),
]
NOT_WITHIN = [
    "Brood is in Tolmaz duur, door de sancties en door de soldaten volgens de bakkers.",
    (
        "De stakingen drukken de productie, en dat drijft de gasprijs op, zegt Jan Vos. "
        "‘De oogst heeft niets met de gasprijs te maken’, zegt Piet Kok."
    ),
]
NO_CAUSES = [
    ("nl", "Het kwik kwam uit de keuken, zegt Jan Vos.", "Het kwik kwam ook uit de schoorsteen, zegt Karin Moor."),
    (
        "en",
        "The main source of the mercury was the kitchen, said John Vale.",
        "The second source of the mercury was the chimney, said Karen Moor.",
    ),
    (
        "nl",
        "Haar vertrek heeft niets met de tram te maken, zegt wethouder Karin Moor.",
        "Wethouder Karin Moor stapte op vanwege haar gezondheid, zegt Jan Vos.",
    ),
    (
        "nl",
        "Haar vertrek heeft niets met de tram te maken, zegt wethouder Karin Moor.",
        "Wethouder Bas Olm stapte op vanwege de tram, zegt Jan Vos.",
    ),
    (
        "nl",
        "Wethouder Karin Moor legde haar functie neer. Ze schrijft dat ze dat om gezondheidsredenen doet.",
        "Wethouder Bas Olm vertrok vanwege een ruzie, zegt Jan Vos.",
    ),
    (
        "nl",
        "De bron van de besmetting zit in de afvoer van de wasbak, zegt het ziekenhuis.",
        "De wasbak was de bron van de besmetting, zegt de inspectie.",
    ),
    (
        "nl",
        "De bron van de besmetting zit in de keuken, zegt het ziekenhuis.",
        "De douches waren de bron van de stank, zegt de inspectie.",
    ),
    (
        "nl",
        "De bron van de besmetting zit in de keuken, zegt het ziekenhuis.",
        "Misschien waren de douches de bron van de besmetting, zegt de inspectie.",
    ),
    (
        "nl",
        "De bron van de besmetting zit in de keuken, zegt het ziekenhuis.",
        "De douches waren een bron van besmetting, zegt de inspectie.",
    ),
    ("nl", "Bas Olm is doodgeschoten door de politie, zegt Jan Vos.", "Rik Olm is verdronken, zegt de politie."),
    ("nl", "Bas Olm is doodgeschoten door de politie, zegt Jan Vos.", "Is Bas Olm verdronken, vraagt de politie."),
    (
        "en",
        "Her departure has nothing to do with the tram, councillor Karen Moor said.",
        "Councillor Karen Moor resigned because of her health, said John Vale.",
    ),
    (
        "en",
        "Councillor Karen Moor left for health reasons, the council said.",
        "Councillor Bob Olm left because of a quarrel, said John Vale.",
    ),
    (
        "en",
        "The showers were the source of the infection, the inspectorate said.",
        "The source of the smell was the kitchen, the hospital said.",
    ),
    (
        "en",
        "The mercury came from the smelter, said Mary Cole.",
        "The smelter was the source of the mercury, said John Vale.",
    ),
    ("en", "The bus came from the market, said Mary Cole.", "The bus came from the station, said John Vale."),
    (
        "en",
        "Ben Marsh was shot dead by police, said John Vale.",
        "Ben Marsh was gunned down at the gate, said Mary Cole.",
    ),
    (
        "en",
        "The price of bread has nothing to do with the strikes, said John Vale.",
        "The price of bread is rising because of the drought, said Mary Cole.",
    ),
]
TIMES = [
    (
        "nl",
        "De longafdeling gaat in september weer open, zegt het ziekenhuis.",
        "De longafdeling gaat pas in december weer open, zegt de vakbond.",
    ),
    (
        "nl",
        "Directeur Jan Vos verwacht de longafdeling uiterlijk op 1 september weer in gebruik te nemen.",
        "De longafdeling komt niet terug, zegt de vakbond.",
    ),
    (
        "nl",
        "Binnen zes maanden komen er verkiezingen, belooft generaal Jan Vos.",
        "De verkiezingen komen pas over drie jaar, zegt minister Piet Kok.",
    ),
    (
        "nl",
        "De opvang gaat na twee jaar dicht, zegt burgemeester Jan Vos.",
        "Over tien jaar zit de opvang er nog, zegt Karin Moor.",
    ),
    (
        "nl",
        "Het contract wordt niet verlengd, zegt de gemeente.",
        "Een verlenging van het contract sluiten we niet uit, zegt Jan Vos.",
    ),
    (
        "nl",
        "Generaal Jan Vos vertrekt binnen zes maanden, zegt minister Piet Kok.",
        "Over vijf jaar zit generaal Jan Vos daar nog, zegt Karin Moor.",
    ),
    (
        "en",
        "The ward will reopen in September, the hospital said.",
        "The ward will not open again before December, said nurse Mary Cole.",
    ),
    (
        "en",
        "The ward will be back in use by September 1, said director John Hale.",
        "The ward will never reopen, said nurse Mary Cole.",
    ),
    (
        "en",
        "The camp will close in two years, said mayor John Hale.",
        "In ten years the camp will still be there, said Mary Cole.",
    ),
    (
        "en",
        "We do not rule out an extension of the contract, said John Hale.",
        "The contract will not be extended, the council said.",
    ),
    (
        "en",
        "General John Hale will step down within six months, said Pete Roe.",
        "General John Hale will still be in office in five years, said Mary Cole.",
    ),
]
NO_TIMES = [
    (
        "nl",
        "Het zwembad gaat in de winter dicht, zegt Jan Vos.",
        "Het zwembad gaat in de zomer dicht, zegt Karin Moor.",
    ),
    (
        "nl",
        "De brug gaat in september voor fietsers open, zegt Jan Vos.",
        "De brug gaat in december voor auto's open, zegt Karin Moor.",
    ),
    (
        "en",
        "The first hall of the tram will be ready in September, said John Hale.",
        "The second hall of the tram will be ready in December, said Mary Cole.",
    ),
    (
        "nl",
        "De longafdeling gaat in september weer open, zegt het ziekenhuis.",
        "De longafdeling gaat voor het eind van het jaar weer open, zegt de vakbond.",
    ),
    (
        "nl",
        "De longafdeling gaat in september weer open, zegt het ziekenhuis.",
        "De hartafdeling gaat pas in december weer open, zegt de vakbond.",
    ),
    (
        "nl",
        "Als de inspectie het goed vindt, gaat de longafdeling in september weer open, zegt het ziekenhuis.",
        "De longafdeling gaat pas in december weer open, zegt de vakbond.",
    ),
    (
        "nl",
        "Zwembad De Golf gaat in september open, zegt Jan Vos.",
        "Zwembad Het Diep gaat in december open, zegt Karin Moor.",
    ),
    (
        "nl",
        "De opvang gaat na twee jaar dicht, zegt burgemeester Jan Vos.",
        "Over een jaar zit de opvang er nog, zegt Karin Moor.",
    ),
    (
        "nl",
        "De brug bij Ommelen gaat in september open, zegt Jan Vos.",
        "De brug bij Vaarle gaat pas in december open, zegt Karin Moor.",
    ),
    (
        "nl",
        "De brug bij Ommelen gaat in september open, zegt Jan Vos.",
        "De brug bij Ommelen gaat in december weer dicht, zegt Karin Moor.",
    ),
    (
        "nl",
        "Het contract wordt verlengd, zegt de gemeente.",
        "Een verlenging van het contract sluiten we niet uit, zegt Jan Vos.",
    ),
    (
        "nl",
        "De bouw van de brug begon in maart, zegt Jan Vos.",
        "De bouw van de brug begint in december, zegt Karin Moor.",
    ),
    (
        "en",
        "The ward will reopen in September, the hospital said.",
        "The ward may not open again before December, said nurse Mary Cole.",
    ),
    (
        "en",
        "The ward will reopen by December, the hospital said.",
        "The ward will reopen in September, said nurse Mary Cole.",
    ),
    (
        "en",
        "If the court agrees, the ward will open in September, said John Hale.",
        "The ward will open in December, said Mary Cole.",
    ),
    (
        "en",
        "The pool in Wexcombe will open in September, said John Hale.",
        "The pool in Marford will open in December, said Mary Cole.",
    ),
    (
        "en",
        "The ward will not open in September, the hospital said.",
        "The ward will open in December, said nurse Mary Cole.",
    ),
    ("en", "Will the ward reopen in September, asked John Hale.", "The ward will open in December, said Mary Cole."),
]


def rules(lang: str, one: str, other: str) -> list[str]:
    student = open_student(lang)
    texts = zip(("one", "other"), (one, other), strict=True)
    studies = [student(load_text(text, lang=lang, date="2031-05-12", doc=doc)) for doc, text in texts]
    return [c.kind for c in build_case(studies, load_pack(lang)).conflicts if c.a.doc != c.b.doc]


@pytest.mark.parametrize(("lang", "one", "other"), [*CAUSES, *TIMES])
def test_two_articles_collide(lang: str, one: str, other: str) -> None:
    assert rules(lang, one, other)


@pytest.mark.parametrize(("lang", "one", "other"), [*NO_CAUSES, *NO_TIMES])
def test_two_articles_that_may_both_be_right_do_not(lang: str, one: str, other: str) -> None:
    assert not rules(lang, one, other)


@pytest.mark.parametrize(("text", "found"), [*((x, True) for x in WITHIN), *((x, False) for x in NOT_WITHIN)])
def test_one_article_has_two_causes_of_one_thing(text: str, *, found: bool) -> None:
    study = open_student("nl")(load_text(text, lang="nl", date="2031-05-12", doc="one"))
    assert bool(study.reading.conflicts) == found


def test_who_changes_his_own_plan_is_no_conflict() -> None:
    student, pack = open_student("en"), load_pack("en")
    first = load_text(
        "The ward will reopen in September, said director John Hale.", lang="en", date="2031-05-12", doc="a"
    )
    then = load_text(
        "The ward will reopen in December, said director John Hale.", lang="en", date="2031-07-12", doc="b"
    )
    assert not build_case([student(first), student(then)], pack).conflicts


def test_a_time_that_is_over_when_another_is_told_was_put_off() -> None:
    student, pack = open_student("en"), load_pack("en")
    first = load_text("The ward will reopen by June 1, said director John Hale.", lang="en", date="2031-05-12", doc="a")
    then = load_text("The ward will reopen in December, said Mary Cole.", lang="en", date="2031-07-12", doc="b")
    assert not build_case([student(first), student(then)], pack).conflicts
