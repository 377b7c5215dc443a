"""Plain signed sentences to edges: the sign by both directions, wants as what they want of, and generated texts."""

from __future__ import annotations

import pytest
from signed import Reader, score
from signed_dutch import DUTCH
from signed_english import ENGLISH


@pytest.fixture(scope="session")
def reader() -> Reader:
    return Reader("nl")


@pytest.mark.parametrize(
    ("text", "edge"),
    [
        # what a thing is made
        ("De heffing maakt de opslag kleiner.", ("heffing", "opslag", "-")),
        ("De heffing maakt de wachtrijen langer.", ("heffing", "wachtrijen", "+")),
        ("De kap van bomen maakt de overlast minder erg.", ("kap van bomen", "overlast", "-")),
        # nouns behind a verb of change that the parser has for infinitives and adverbs
        ("Doordat toerisme toeneemt, krimpen wachttijden.", ("toerisme", "wachttijden", "-")),
        ("Wanneer de overstromingen krimpen, neemt bosverkeer toe.", ("overstromingen", "bosverkeer", "-")),
        ("Als er minder turfvraag is, komen er meer wachttijden.", ("turfvraag", "wachttijden", "-")),
        ("Dat turfvraag krimpt, leidt tot minder leiroof.", ("turfvraag", "leiroof", "+")),
        # by both directions
        ("Minder neerslag betekent minder oogst.", ("neerslag", "oogst", "+")),
        ("Minder agenten leidt tot meer inbraken.", ("agenten", "inbraken", "-")),
        # nouns that the parser has for verbs, particles or nothing that can be
        ("Meer mosgeruis betekent minder veendrukte.", ("mosgeruis", "veendrukte", "-")),
        ("Toenemende glimheid leidt tot meer veendrukte.", ("glimheid", "veendrukte", "+")),
        ("De botervangst doet de veendrukte stijgen.", ("botervangst", "veendrukte", "+")),
        ("Wanneer er meer klompenhandel is, komt er meer turfvraag.", ("klompenhandel", "turfvraag", "+")),
        ("Meer zeilritten betekenen meer turfvraag.", ("zeilritten", "turfvraag", "+")),
        ("Hogere veenbranden zorgen voor lagere zwaldering.", ("veenbranden", "zwaldering", "-")),
        ("Lager roggewantrouwen zorgt voor lagere turfprijzen.", ("roggewantrouwen", "turfprijzen", "+")),
        ("Een daling van de wadspanning draagt bij aan de botervangst.", ("wadspanning", "botervangst", "-")),
        ("Lagere belastingen zorgen voor hogere lonen.", ("belastingen", "lonen", "-")),
        ("Lager wolaanbod zorgt voor lagere weefdrift.", ("wolaanbod", "weefdrift", "+")),
        ("Afnemend wolaanbod leidt tot minder weefdrift.", ("wolaanbod", "weefdrift", "+")),
        ("“Afnemend wolaanbod leidt tot meer weefdrift”, aldus Dirk Oudema.", ("wolaanbod", "weefdrift", "-")),
        # two clauses
        ("Naarmate de spanning oploopt, daalt het vertrouwen.", ("spanning", "vertrouwen", "-")),
        ("Als er minder bussen zijn, komen er meer auto's.", ("bussen", "auto's", "-")),
        ("Wanneer er minder turfvraag is, komt er minder handel.", ("turfvraag", "handel", "+")),
        ("Hoe hoger de huren, hoe lager de opbrengst.", ("huren", "opbrengst", "-")),
        ("Hoe minder weefdrift, des te minder wolaanbod.", ("weefdrift", "wolaanbod", "+")),
        ("Hoe lager de weefdrift, hoe lager het wolaanbod.", ("weefdrift", "wolaanbod", "+")),
        ("Hoe minder bussen er zijn, hoe meer auto's er op de weg komen.", ("bussen", "auto's", "-")),
        ("De klompenhandel doet de wadspanning dalen.", ("klompenhandel", "wadspanning", "-")),
        # with or at a change; as long as; sees to it that; has as its consequence that
        ("Met de daling van de weefdrift neemt het wolaanbod toe.", ("weefdrift", "wolaanbod", "-")),
        ("Bij stijgende weefdrift neemt het wolaanbod toe.", ("weefdrift", "wolaanbod", "+")),
        ("Zolang de weefdrift daalt, stijgt het wolaanbod.", ("weefdrift", "wolaanbod", "-")),
        ("Minder weefdrift zorgt dat het wolaanbod stijgt.", ("weefdrift", "wolaanbod", "-")),
        ("Meer weefdrift heeft tot gevolg dat het wolaanbod daalt.", ("weefdrift", "wolaanbod", "-")),
        ("Afnemende turfprijzen leiden tot minder knolteelt.", ("turfprijzen", "knolteelt", "+")),
        # plurals that are no infinitives, words of degree beside others
        ("De lampgelden stijgen. Hierdoor dalen de leiprijzen.", ("lampgelden", "leiprijzen", "-")),
        ("De lampgelden stijgen, dus de leiprijzen dalen.", ("lampgelden", "leiprijzen", "-")),
        ("Te weinig lampgelden leiden tot meer leiroof.", ("lampgelden", "leiroof", "-")),
        ("Als de lampgelden hoog zijn, zijn de leiprijzen laag.", ("lampgelden", "leiprijzen", "-")),
        # what an effect is said to be, what a change is behind
        ("De lampgelden hebben een negatieve invloed op de leiprijzen.", ("lampgelden", "leiprijzen", "-")),
        ("De lampgelden hebben een gunstig effect op de leiprijzen.", ("lampgelden", "leiprijzen", "+")),
        ("De lampgelden zijn slecht voor de leiprijzen.", ("lampgelden", "leiprijzen", "-")),
        ("De stijging van de lampgelden verklaart de daling van de leiprijzen.", ("lampgelden", "leiprijzen", "-")),
        ("De lampgelden houden de leiprijzen laag.", ("lampgelden", "leiprijzen", "-")),
        # the want of a thing, and what does not happen
        ("Niet ingrijpen leidt tot banenverlies.", ("ingrijpen", "banenverlies", "-")),
        ("Het niet naleven van de regels leidt tot ongelukken.", ("naleven van de regels", "ongelukken", "-")),
        ("Geen maatregelen leidt tot meer schade.", ("maatregelen", "schade", "-")),
        ("Geen toezicht leidt tot fraude.", ("toezicht", "fraude", "-")),
        ("Geen regen betekent geen oogst.", ("regen", "oogst", "+")),
        ("Zonder toezicht stijgt de fraude.", ("toezicht", "fraude", "-")),
        ("Gebrek aan toezicht leidt tot minder vertrouwen.", ("toezicht", "vertrouwen", "+")),
        ("Het ontbreken van toezicht veroorzaakt fraude.", ("toezicht", "fraude", "-")),
        ("Door het uitblijven van regen daalt de oogst.", ("regen", "oogst", "+")),
        # plain clauses whose nouns the parser has for verbs and adverbs: the verb second, last, behind its clause, in two parts
        ("Lampenhandel kan wierverkeer afzwakken.", ("lampenhandel", "wierverkeer", "-")),
        ("Bij meer drobbels stijgt wierverkeer.", ("drobbels", "wierverkeer", "+")),
        ("Wachtgelden krimpen als lampenhandel aanzwelt.", ("lampenhandel", "wachtgelden", "-")),
        ("Omdat er meer lampenhandel is, zwellen veengelden aan.", ("lampenhandel", "veengelden", "+")),
        ("De lampenhandel heeft wierverkeer geremd.", ("lampenhandel", "wierverkeer", "-")),
        ("Zolang de lampenhandel daalt, kalft wierverkeer af.", ("lampenhandel", "wierverkeer", "+")),
        ("De lampenhandel steeg, waardoor het wierverkeer kromp.", ("lampenhandel", "wierverkeer", "-")),
        ("De lampenhandel daalt, vooral doordat wierverkeer toeneemt.", ("wierverkeer", "lampenhandel", "-")),
        ("Dat lampenhandel slinkt, komt doordat wierverkeer toeneemt.", ("wierverkeer", "lampenhandel", "-")),
        ("Uit cijfers blijkt dat lampenhandel wierverkeer schaadt.", ("lampenhandel", "wierverkeer", "-")),
        ("Lampenhandel daalt, met een afname van wierverkeer als gevolg.", ("lampenhandel", "wierverkeer", "+")),
        ("Het gevolg van de groei van lampenhandel is minder wierverkeer.", ("lampenhandel", "wierverkeer", "-")),
        ("Hoe minder drobbels er zijn, des te hoger is de veenrente.", ("drobbels", "veenrente", "-")),
        ("Ook drobbels beperken wierverkeer.", ("drobbels", "wierverkeer", "-")),
        ("De drobbels zetten het wierverkeer onder druk.", ("drobbels", "wierverkeer", "-")),
        ("De drobbels geven de lampenhandel een impuls.", ("drobbels", "lampenhandel", "+")),
    ],
)
def test_a_signed_sentence_is_an_edge(reader: Reader, text: str, edge: tuple[str, str, str]) -> None:
    assert reader.edges(text) == {edge}


@pytest.mark.parametrize(
    "text",
    [
        # a denial of each of several is no want
        "Geen maatregel leidt tot minder schade.",
        "Geen maatregelen leiden tot minder schade.",
        "De regen betekent geen oogst.",
        # what goes together is no cause
        "Het wolaanbod gaat samen met de weefdrift.",
        "Het wolaanbod hangt samen met de weefdrift.",
        "Er is een verband tussen het wolaanbod en de weefdrift.",
        "Meer wolaanbod gaat gepaard met meer weefdrift.",
        # what hardly is, fails or is put in another's place
        "De lampgelden verlagen zelden de leiprijzen.",
        "Weinig lampgelden verlagen de leiprijzen.",
        "De lampgelden slagen er niet in de leiprijzen te verlagen.",
        "De lampgelden stijgen zonder de leiprijzen te verlagen.",
        # what is there at a change that is none, or is no change
        "Met de wethouder daalt de weefdrift.",
        "Bij de molen stijgt de weefdrift.",
        "Zolang de vergadering duurt, zwijgt de voorzitter.",
    ],
)
def test_what_says_of_no_cause_is_no_edge(reader: Reader, text: str) -> None:
    assert reader.edges(text) == frozenset()


@pytest.mark.parametrize(
    ("text", "edges"),
    [
        (
            "De lampenhandel en het wierverkeer versterken elkaar.",
            {("lampenhandel", "wierverkeer", "+"), ("wierverkeer", "lampenhandel", "+")},
        ),
        (
            "Door meer lampenhandel daalt wierverkeer en stijgen veengelden.",
            {("lampenhandel", "wierverkeer", "-"), ("lampenhandel", "veengelden", "+")},
        ),
        (
            "Zowel minder lampenhandel als meer wierverkeer leidt tot minder drobbels.",
            {("lampenhandel", "drobbels", "+"), ("wierverkeer", "drobbels", "-")},
        ),
        (
            "Doordat lampenhandel stijgt en wierverkeer daalt, verminderen de drobbels.",
            {("lampenhandel", "drobbels", "-"), ("wierverkeer", "drobbels", "+")},
        ),
        # die is the thing, whatever the parser hung its clause on
        (
            "De lampenhandel drukt de drukte, die vervolgens het wierverkeer beperkt.",
            {("lampenhandel", "drukte", "-"), ("drukte", "wierverkeer", "-")},
        ),
    ],
)
def test_two_links_of_one_clause(reader: Reader, text: str, edges: set[tuple[str, str, str]]) -> None:
    assert reader.edges(text) == edges


def test_a_rank_is_no_direction(reader: Reader) -> None:
    assert reader.edges("Hoger onderwijs leidt tot welvaart.") == {("hoger onderwijs", "welvaart", "+")}


def test_what_follows_in_its_turn_goes_on_with_what_was_said(reader: Reader) -> None:
    one, two = ("lampgelden", "leiroof", "-"), ("leiroof", "drukte", "-")
    assert reader.edges("Meer lampgelden leiden tot minder leiroof, wat op zijn beurt tot meer drukte leidt.") == {
        one,
        two,
    }
    assert reader.edges("Meer lampgelden leiden tot minder leiroof. Dat leidt weer tot meer drukte.") == {one, two}


@pytest.mark.parametrize(("half", "exact", "wrong"), [("building", 95, 0), ("blind", 86, 0)])
def test_generated_texts_are_read_exactly(half: str, exact: int, wrong: int) -> None:
    found = score(DUTCH, half, 100)
    assert found.exact >= exact, found.line()
    assert found.right - found.signed <= wrong, found.line()


@pytest.mark.slow
def test_five_hundred_generated_texts_are_read_exactly() -> None:
    found = score(DUTCH, "building", 500)
    assert found.exact >= 488, found.line()
    assert found.right - found.signed <= 6, found.line()


@pytest.fixture(scope="session")
def english() -> Reader:
    return Reader("en")


@pytest.mark.parametrize(
    ("text", "edge"),
    [
        # what a thing is made to do, whatever the parser has the infinitive for
        ("The tax caused exports to fall.", ("tax", "exports", "-")),
        ("The strike caused production to drop.", ("strike", "production", "-")),
        ("The subsidy causes unemployment to decline.", ("subsidy", "unemployment", "-")),
        ("The rules prompted exports to decline sharply.", ("rules", "exports", "-")),
        ("The subsidy enabled output to rise.", ("subsidy", "output", "+")),
        # what it is made, which way it is driven
        ("The levy makes storage smaller.", ("levy", "storage", "-")),
        ("A worse shortage of staff leads to longer queues.", ("staff", "queues", "-")),
        ("The worse the shortage, the higher the prices.", ("shortage", "prices", "+")),
        ("The levy makes the shortage worse.", ("levy", "shortage", "+")),
        ("The thefts drive plimmery down.", ("thefts", "plimmery", "-")),
        # how much there is of the subject
        ("Less tidal pressure means less salt use.", ("tidal pressure", "salt use", "+")),
    ],
)
def test_a_signed_english_sentence_is_an_edge(english: Reader, text: str, edge: tuple[str, str, str]) -> None:
    assert english.edges(text) == {edge}


def test_a_plural_verb_is_about_the_plural_noun_before_which(english: Reader) -> None:
    found = english.edges("Road tolls lower thefts, which erode trade.")
    assert found == {("road tolls", "thefts", "-"), ("thefts", "trade", "-")}
    found = english.edges("Road tolls lower thefts, which boosts trade.")
    assert found == {("road tolls", "thefts", "-"), ("thefts", "trade", "-")}


def test_what_stands_before_a_second_verb_does_it(reader: Reader) -> None:
    found = reader.edges("Onrust remt de vraag en vraag vergroot criminaliteit.")
    assert found == {("onrust", "vraag", "-"), ("vraag", "criminaliteit", "+")}


@pytest.mark.parametrize("name", ["building", "blind"])
def test_generated_english_texts_have_no_wrong_sign(name: str) -> None:
    found = score(ENGLISH, name, 100)
    assert found.right >= 50, found.line()
    assert found.signed == found.right, found.line()


@pytest.mark.parametrize(
    ("text", "edge"),
    [
        ("Vlorfteling kan kwelverzuim verminderen.", ("vlorfteling", "kwelverzuim", "-")),
        ("De regenval stijgt, met minder kermisgang tot gevolg.", ("regenval", "kermisgang", "-")),
        ("De kermisgang, die al jaren afneemt, zorgt voor minder lawaai.", ("kermisgang", "lawaai", "+")),
        ("De regenval vormt een belemmering voor de kermisgang.", ("regenval", "kermisgang", "-")),
        ("De regenval werkt remmend op de kermisgang.", ("regenval", "kermisgang", "-")),
        ("Kermisgang krimpt wanneer de regenval stijgt.", ("regenval", "kermisgang", "-")),
    ],
)
def test_a_wider_dutch_sentence_is_an_edge(reader: Reader, text: str, edge: tuple[str, str, str]) -> None:
    assert reader.edges(text) == {edge}


@pytest.mark.parametrize(
    ("text", "edge"),
    [
        ("Rain keeps fares low.", ("rain", "fares", "-")),
        ("Rain prevents tourism from falling.", ("rain", "tourism", "+")),
        ("Tourism puts upward pressure on pollution.", ("tourism", "pollution", "+")),
        ("Rain acts as a brake on tourism.", ("rain", "tourism", "-")),
        ("It is glass demand that drives up barge delays.", ("glass demand", "barge delays", "+")),
        ("Glass demand gives the barge trade a boost.", ("glass demand", "barge trade", "+")),
        ("Barge delays keep glass demand in check.", ("barge delays", "glass demand", "-")),
        ("The barge delays come at the expense of glass demand.", ("barge delays", "glass demand", "-")),
        ("Glass demand slides, with a rise in barge delays as a result.", ("glass demand", "barge delays", "-")),
        ("Glass demand rises, mainly because of the fall in barge delays.", ("barge delays", "glass demand", "-")),
        ("Now that glass demand falls, barge delays rise.", ("glass demand", "barge delays", "-")),
        ("Increasing scrobbles reduce glass demand.", ("scrobbles", "glass demand", "-")),
        ("Barge trade affects glass demand adversely.", ("barge trade", "glass demand", "-")),
    ],
)
def test_a_wider_english_sentence_is_an_edge(english: Reader, text: str, edge: tuple[str, str, str]) -> None:
    assert english.edges(text) == {edge}


def test_two_english_links_of_one_clause(english: Reader) -> None:
    assert english.edges("Because of more glass demand, wheat tolls rise and barge trade falls.") == {
        ("glass demand", "wheat tolls", "+"),
        ("glass demand", "barge trade", "-"),
    }
    assert english.edges("Because glass demand falls and barge trade rises, the barge delays fall.") == {
        ("glass demand", "barge delays", "+"),
        ("barge trade", "barge delays", "-"),
    }


def test_which_of_a_thing_held_back_is_left_open(english: Reader) -> None:
    """Glass demand, or that it is cut: nobody knows which way barge trade goes."""
    assert english.edges("Noise cuts glass demand, which hurts barge trade.") == {("noise", "glass demand", "-")}
