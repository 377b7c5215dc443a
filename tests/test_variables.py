"""What rises and falls in a causal claim, and which way: names, directions, signs, and what makes two names the same."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wederhoor.languages.pack import load_pack
from wederhoor.reading import open_student
from wederhoor.reading.variables.compounds import changed_part, split
from wederhoor.records import Document, Factor, Study

Read = Callable[[str], Study]
PACK = load_pack("nl")
SIGNS = {"+": 1, "-": -1, "0": 0}
NUMBER = {"up": 1, "down": -1}
NAMES = {1: "+", -1: "-", 0: "0"}


@pytest.fixture(scope="session")
def study() -> Read:
    student = open_student("nl")
    return lambda text: student(Document(doc="x", text=text))


def edges(study: Study) -> Iterator[str]:
    """``cause -> effect sign``: the sign of the claim, turned for each side that goes down."""
    for claim, factors in zip(study.reading.causal, study.factors, strict=True):
        for cause in factors.cause:
            for effect in factors.effect:
                sign = SIGNS[claim.sign] * NUMBER[cause.change] * NUMBER[effect.change]
                yield f"{cause.name} -> {effect.name} {NAMES[sign]}"


def factors(study: Study) -> list[Factor]:
    return [factor for found in study.factors for factor in (*found.cause, *found.effect)]


SENTENCES = {
    # verbs that raise, lower and keep, with and without a word of change in their object
    "De staking schaadt de haven.": ["staking -> haven -"],
    "De sancties ondermijnen de economie en versterken de onvrede.": [
        "sancties -> economie -",
        "sancties -> onvrede +",
    ],
    "De nieuwe belasting remt de groei van de export.": ["belasting -> export -"],
    "Corruptie ondermijnt het vertrouwen in de rechtbank.": ["corruptie -> vertrouwen in de rechtbank -"],
    "De hogere rente tempert de inflatie.": ["rente -> inflatie -"],
    "Meer controles voorkomen ongelukken.": ["controles -> ongelukken -"],
    "De aanhoudende droogte bedreigt de oogst.": ["droogte -> oogst -"],
    "Het bestand maakte een einde aan de gevechten.": ["bestand -> gevechten -"],
    "De brand kostte drie levens.": ["brand -> levens -"],
    "De zeespiegelstijging vergroot de kans op overstromingen.": ["zeespiegel -> kans op overstromingen +"],
    # nouns of change, alone and in compounds
    "De afschaffing van de subsidie leidt tot protesten.": ["subsidie -> protesten -"],
    "Het wegvallen van de steun verzwakt de partij.": ["steun -> partij +"],
    "Het tekort aan leraren drukt de kwaliteit van het onderwijs.": ["leraren -> kwaliteit van het onderwijs +"],
    "Het uitblijven van regen is de oorzaak van de hongersnood.": ["regen -> hongersnood -"],
    "De loonsverhoging leidt tot hogere kosten en minder winst.": ["loon -> kosten +", "loon -> winst -"],
    "De toename van het aantal toeristen leidt tot een stijging van de huizenprijzen.": [
        "aantal toeristen -> huizenprijzen +"
    ],
    "Een verbetering van de wegen leidt tot minder ongelukken.": ["wegen -> ongelukken -"],
    # words before a noun
    "De stijgende broodprijs leidt tot onvrede in Brennik.": ["broodprijs -> onvrede in Brennik +"],
    "Betere lonen verminderen het verzuim.": ["lonen -> verzuim -"],
    "De slechte lonen leiden tot een vertrek van artsen.": ["lonen -> vertrek van artsen -"],
    "Vanwege de afgenomen vraag daalt de melkprijs.": ["vraag -> melkprijs +"],
    "Door minder subsidie en hogere huren sluiten winkels.": [
        "subsidie -> sluiting van winkels -",
        "huren -> sluiting van winkels +",
    ],
    # clauses of change
    "Doordat de lonen dalen, neemt de armoede toe.": ["lonen -> armoede -"],
    "Door de droogte mislukte de oogst.": ["droogte -> oogst -"],
    "De burgemeester verlaagt de huren, waardoor de leegstand afneemt.": ["huren -> leegstand +"],
    "De subsidie wordt geschrapt, zodat het museum moet sluiten.": ["subsidie -> sluiting van het museum -"],
    "De werkdruk is hoog, waardoor het verzuim stijgt.": ["werkdruk -> verzuim +"],
    "De lonen blijven laag, dus vertrekken vakmensen naar het buitenland.": [
        "lonen -> vertrek van vakmensen naar het buitenland -"
    ],
    "De economie krimpt, want de export stagneert.": ["export -> economie +"],
    "Dankzij de hulp herstelt de economie.": ["hulp -> economie +"],
    "De winkels sluiten, waardoor het dorp leegloopt en de huizenprijzen dalen.": [
        "sluiting van de winkels -> leeglopen van het dorp +",
        "sluiting van de winkels -> huizenprijzen -",
    ],
    "Hoe meer de regering dreigt, hoe feller het verzet wordt.": ["dreiging van de regering -> verzet +"],
    # denials
    "Gezinnen trekken weg omdat er geen scholen zijn.": ["scholen -> wegtrekken door gezinnen -"],
    "De bewoners zijn boos omdat de gemeente niet luistert.": [
        "luisteren door de gemeente -> boosheid van de bewoners -"
    ],
    "De hulp bleef uit, waardoor veel gewonden stierven.": ["hulp -> sterven van gewonden -"],
    "Zonder subsidie kunnen de boeren hun melk niet verkopen.": ["subsidie -> verkoop van hun melk door de boeren +"],
    "Door de staking reden er geen treinen.": ["staking -> rijden van treinen -"],
    "De politie is gestopt met de controles, waardoor het aantal inbraken stijgt.": ["controles -> aantal inbraken -"],
    # what something is
    "Vis wordt duurder doordat er minder boten uitvaren.": ["uitvaren van boten -> prijs van vis -"],
    "Omdat de rivier vervuild is, gaan de vissen dood.": ["vervuiling van de rivier -> dood van de vissen +"],
    "Omdat het water te duur is, drinken mensen uit de rivier.": [
        "prijs van het water -> drinken door mensen uit de rivier +"
    ],
    # events
    "De bezetting van Brennik door het leger leidt tot verzet.": ["bezetting van Brennik door het leger -> verzet +"],
    "De politie trad hard op, waardoor de rellen escaleerden.": ["optreden door de politie -> rellen +"],
    "Als de grens dichtblijft, stijgen de voedselprijzen.": ["dichtblijven van de grens -> voedselprijzen +"],
    "De burgers verliezen het vertrouwen in de politiek doordat ministers liegen.": [
        "leugen van ministers -> vertrouwen in de politiek -"
    ],
    # members of a list, a relative clause, what a word stands for
    "De woede en de stakingen leiden tot spanningen, die de handel zullen schaden.": [
        "woede -> spanningen +",
        "stakingen -> spanningen +",
        "spanningen -> handel -",
    ],
    "De oogst mislukte. Dat leidt tot honger.": ["oogst -> honger -"],
    "De prijzen stijgen. Die stijging veroorzaakt onrust.": ["prijzen -> onrust +"],
    "De werkloosheid groeit. Deze ontwikkeling leidt tot armoede.": ["werkloosheid -> armoede +"],
    "De staking schaadt de haven, waardoor de werkloosheid oploopt.": ["staking -> haven -", "haven -> werkloosheid -"],
    "De storm schaadde de dijk. Daardoor steeg het water.": ["storm -> dijk -", "dijk -> water -"],
    "De droogte leidt tot honger. Dat leidt tot ziekte.": ["droogte -> honger +", "honger -> ziekte +"],
}


@pytest.mark.parametrize("text", SENTENCES)
def test_signs_and_names_of_edges(study: Read, text: str) -> None:
    assert list(edges(study(text))) == SENTENCES[text]


@pytest.mark.parametrize("text", SENTENCES)
def test_every_factor_stands_in_the_text(study: Read, text: str) -> None:
    found = study(text)
    for factor in factors(found):
        start, end = factor.span
        assert 0 <= start < end <= len(text)
        assert factor.name
        if factor.stands_for is not None:
            first, last = factor.stands_for
            assert text[first:last].lower() in {"dat", "daardoor", "die stijging", "deze ontwikkeling"}


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("De prijs van brood leidt tot onrust.", "De broodprijs leidt tot onrust.", True),
        ("Het loon leidt tot ruzie.", "De salarissen leiden tot ruzie.", True),
        (
            "Doordat het leger de haven bezet, groeit de woede.",
            "De bezetting van de haven door het leger leidt tot woede.",
            True,
        ),
        ("De Kenmerse economie leidt tot ruzie.", "De economie leidt tot ruzie.", False),
        ("De spanning leidt tot ruzie.", "De onrust leidt tot ruzie.", False),
        ("De Russische bezetting leidt tot ruzie.", "De bezetting door Rusland leidt tot ruzie.", False),
        ("De Russische aanwezigheid leidt tot ruzie.", "De aanwezigheid van Rusland leidt tot ruzie.", True),
    ],
)
def test_what_makes_two_names_one(study: Read, one: str, other: str, same: bool) -> None:
    first, second = study(one).factors[0].cause[0], study(other).factors[0].cause[0]
    assert ((first.key, first.parts) == (second.key, second.parts)) is same


def test_the_opposite_has_the_key_of_its_opposite(study: Read) -> None:
    (found,) = study("De onveiligheid in de wijk neemt af door het cameratoezicht.").factors
    assert [(f.name, f.key, f.change, f.opposite) for f in found.effect] == [
        ("onveiligheid in de wijk", "veiligheid", "down", True)
    ]


def test_a_side_that_no_rule_can_name_keeps_its_words(study: Read) -> None:
    (found,) = study("Als iedereen dat zou doen, breekt er ruzie uit.").factors
    assert found.cause[0].name == "iedereen dat zou doen"


def test_pronouns_are_named_by_who_they_are(study: Read) -> None:
    text = "Minister Hilke Brandsma zit vast. Doordat zij niet onderhandelt, groeit het verzet."
    (found,) = study(text).factors
    assert found.cause[0].name == "onderhandeling van Hilke Brandsma"
    assert found.cause[0].change == "down"


@pytest.mark.parametrize(
    ("lemma", "parts"),
    [
        ("broodprijs", ("brood", "prijs")),
        ("lpg-prijs", ("lpg", "prijs")),
        ("regeringscrisis", ("regering", "crisis")),
        ("onrust", None),
        ("landingsbaan", None),
        ("misverstand", None),
        ("prijs", None),
    ],
)
def test_compounds(lemma: str, parts: tuple[str, str] | None) -> None:
    assert split(lemma, PACK.variables.tails, PACK) == parts


@pytest.mark.parametrize(
    ("lemma", "found"),
    [
        ("loonsverhoging", ("loon", 1)),
        ("prijsdaling", ("prijs", -1)),
        ("drinkwatertekort", ("drinkwater", -1)),
        ("stroomuitval", None),
        ("weekend", None),
    ],
)
def test_compounds_of_change(lemma: str, found: tuple[str, int] | None) -> None:
    assert changed_part(lemma, PACK) == found


@pytest.mark.parametrize(
    ("one", "other"), [("huizen", "huis"), ("lonen", "loon"), ("brieven", "brief"), ("gas", "gas")]
)
def test_forms_have_one_stem(one: str, other: str) -> None:
    assert PACK.hooks.stem(one) == PACK.hooks.stem(other)


def test_no_word_is_in_two_lists_that_contradict_one_another() -> None:
    words = PACK.variables
    assert not {noun for noun, way in words.nouns.items() if way > 0} & {n for n, w in words.nouns.items() if w < 0}
    assert len({name for name, _ in words.classes.values()}) >= 150
    assert all(name in words.classes or name == name.lower() for name, _ in words.classes.values())


@settings(deadline=None, max_examples=25)
@given(st.lists(st.sampled_from(sorted(SENTENCES)), min_size=1, max_size=4), st.sampled_from([" ", "\n\n", "\n"]))
def test_any_text_gives_factors_for_every_claim(sentences: list[str], between: str) -> None:
    text = between.join(sentences)
    found = STUDENT(Document(doc="x", text=text))
    assert [f.claim for f in found.factors] == [c.id for c in found.reading.causal]
    for factor in factors(found):
        assert 0 <= factor.span[0] < factor.span[1] <= len(text)
        assert factor.name == " ".join(factor.name.split())
    for claim in found.factors:
        assert claim.cause
        assert claim.effect


STUDENT = open_student("nl")
