"""Causes: what leads to what, with sign, holder and change. The sentences are plain; the places are invented."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import wederhoor
from wederhoor.exchange.grounding import check_grounded
from wederhoor.records import CausalClaim, Reading

Pair = tuple[str, str, str]
"""Cause, effect, sign."""


def read(text: str) -> Reading:
    return wederhoor.read_text(text, lang="nl", date="2031-03-12")


def part(reading: Reading, span: tuple[int, int]) -> str:
    return reading.text[slice(*span)]


def pairs(text: str) -> list[Pair]:
    reading = read(text)
    return [(part(reading, c.cause), part(reading, c.effect), c.sign) for c in reading.causal]


def only(text: str) -> tuple[Reading, CausalClaim]:
    reading = read(text)
    assert len(reading.causal) == 1, pairs(text)
    return reading, reading.causal[0]


@pytest.mark.parametrize(
    ("text", "cause", "effect"),
    [
        ("De brug ging dicht vanwege de storm.", "de storm", "De brug ging dicht"),
        ("Wegens een staking rijden er geen trams.", "een staking", "rijden er geen trams"),
        ("Als gevolg van de hitte smolt het asfalt.", "de hitte", "smolt het asfalt"),
        ("Dankzij de nieuwe dijk bleef het dorp droog.", "de nieuwe dijk", "bleef het dorp droog"),
        ("Door te sparen kocht de club een veld.", "te sparen", "kocht de club een veld"),
        ("De raad trad af uit protest tegen de bezuiniging.", "protest tegen de bezuiniging", "De raad trad af"),
        ("De muur viel om doordat de grond verzakte.", "de grond verzakte", "De muur viel om"),
        ("Omdat de pomp haperde, liep de kelder onder.", "de pomp haperde", "liep de kelder onder"),
        ("De pomp haperde, waardoor de kelder onderliep.", "De pomp haperde", "de kelder onderliep"),
        ("Het sneeuwde hard, zodat de weg dichtbleef.", "Het sneeuwde hard", "de weg dichtbleef"),
        ("De markt gaat niet door, want het stormt te hard.", "het stormt te hard", "De markt gaat niet door"),
        ("De sluis is kapot. Daarom varen er geen boten.", "De sluis is kapot", "varen er geen boten"),
        (
            "De drukte was zo groot, dat de politie de straat afsloot.",
            "De drukte was zo groot",
            "de politie de straat afsloot",
        ),
        ("De wegen waren glad. Dat kwam door de ijzel.", "de ijzel", "De wegen waren glad"),
        ("Dankzij dat geld konden er twee agenten bij.", "dat geld", "konden er twee agenten bij"),
        ("Het tekort loopt op, nu de grondprijs stijgt.", "de grondprijs stijgt", "Het tekort loopt op"),
        (
            "Dat is een groot probleem, vorig jaar verloor de club zes spelers. Dat komt door de fusie.",
            "de fusie",
            "verloor de club zes spelers",
        ),
        ("Dat de oogst mislukte, kwam door de droogte.", "de droogte", "de oogst mislukte"),
    ],
)
def test_connectives(text: str, cause: str, effect: str) -> None:
    assert pairs(text) == [(cause, effect, "+")]


@pytest.mark.parametrize(
    ("text", "cause", "effect", "sign"),
    [
        ("De wedstrijd ging niet door bij gebrek aan spelers.", "spelers", "De wedstrijd ging niet door", "-"),
        ("De storing leidde tot lange rijen.", "De storing", "lange rijen", "+"),
        ("De hitte veroorzaakt veel schade.", "De hitte", "veel schade", "+"),
        ("De brand werd veroorzaakt door kortsluiting.", "kortsluiting", "De brand", "+"),
        ("De sluiting kost honderd banen.", "De sluiting", "honderd banen", "-"),
        ("De aanslag kostte drie mensen het leven.", "De aanslag", "drie mensen het leven", "+"),
        ("De staking schaadt de haven.", "De staking", "de haven", "-"),
        ("De vergunning voorkomt een nieuw conflict.", "De vergunning", "een nieuw conflict", "-"),
        ("De maatregel remt de groei.", "De maatregel", "de groei", "-"),
        ("De kou doet de prijzen stijgen.", "De kou", "de prijzen stijgen", "+"),
        ("De daling is te wijten aan de oorlog.", "de oorlog", "De daling", "+"),
        ("De onrust vloeit voort uit de armoede.", "de armoede", "De onrust", "+"),
        ("De crisis brengt een hoge werkloosheid met zich mee.", "De crisis", "een hoge werkloosheid", "+"),
        ("De droogte heeft hongersnood tot gevolg.", "De droogte", "hongersnood", "+"),
        ("De oorzaak van de brand is een lekke leiding.", "een lekke leiding", "de brand", "+"),
        ("De ziekte was het gevolg van een besmetting.", "een besmetting", "De ziekte", "+"),
        ("De oorlog is een bedreiging voor de handel.", "De oorlog", "de handel", "-"),
        ("De storing zorgde ervoor dat treinen uitvielen.", "De storing", "treinen uitvielen", "+"),
        ("De dijkbreuk maakte een einde aan de visserij.", "De dijkbreuk", "de visserij", "-"),
    ],
)
def test_verbs_and_nouns(text: str, cause: str, effect: str, sign: str) -> None:
    assert (cause, effect, sign) in pairs(text)


@pytest.mark.parametrize(
    "text",
    [
        "De fabriek wordt gebouwd door een bedrijf uit Sarvik.",
        "De kinderen lopen door het bos.",
        "De raad vergaderde om de rust te herstellen.",
        "De staking leidde niet tot ontslagen.",
        "Het kwam niet zozeer door de storm als door slecht onderhoud dat de dijk brak.",
        "Noch de droogte noch de brand leidde tot een tekort.",
        "Van een prijsstijging door de staking is geen sprake.",
        "De minister kwam na de storm naar Sarvik.",
        "Ilse Aarden werkt als lerares in Sarvik.",
        "Leidt de staking tot ontslagen?",
        "Als het bericht klopt, verdwijnt de helft van de banen.",
        "Als je het vergelijkt met Sarvik, is het hier stil.",
        "De haven mag open als de raad instemt.",
    ],
)
def test_what_is_no_cause(text: str) -> None:
    assert pairs(text) == []


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        ("Hij staakte niet omdat het regende, maar omdat hij boos was.", "hij boos was"),
        ("De brug sloot niet zozeer door de storm als door de brand.", "de brand"),
        ("De prijs steeg niet zozeer door de droogte als door de staking.", "de staking"),
    ],
)
def test_of_two_causes_the_denied_one_is_none(text: str, cause: str) -> None:
    assert [cause for cause, _, _ in pairs(text)] == [cause]


def test_a_condition_by_which_one_event_brings_the_other_about() -> None:
    assert pairs("Als het water stijgt, breekt de dijk.") == [("het water stijgt", "breekt de dijk", "+")]
    assert pairs("Hoe harder het regent, hoe hoger het water staat.") == [
        ("Hoe harder het regent", "hoe hoger het water staat", "+")
    ]


def test_a_chain_over_clauses_and_sentences() -> None:
    """*Dat* stands for the sentence before; a relative clause that is a link of its own is no part of the effect before it."""
    text = "De huren zullen stijgen. Dat leidt tot armoede die de stad schaadt, waardoor winkels sluiten en de onrust groeit."
    assert pairs(text) == [
        ("De huren zullen stijgen", "armoede", "+"),
        ("armoede", "de stad", "-"),
        ("de stad schaadt", "winkels sluiten", "+"),
        ("de stad schaadt", "de onrust groeit", "+"),
    ]


def test_that_stands_for_the_condition_before_it() -> None:
    text = "Mocht de vloot blijven, dan zal dat tot nieuwe onrust leiden."
    assert pairs(text) == [("de vloot blijven", "nieuwe onrust", "+")]


def test_the_holder_is_the_attribution_it_stands_in() -> None:
    reading, claim = only("De burgemeester zegt dat de brug dicht is omdat de pijlers scheuren.")
    assert claim.holder == reading.attributions[0].id
    assert only("De brug is dicht omdat de pijlers scheuren.")[1].holder == "author"


def test_who_blames_is_the_holder() -> None:
    reading, claim = only("De directeur wijt de daling aan de oorlog.")
    assert (part(reading, claim.cause), part(reading, claim.effect)) == ("de oorlog", "de daling")
    assert claim.holder == reading.attributions[0].id


def test_which_way_the_sides_change() -> None:
    _, claim = only("De verdubbeling van de tol leidt tot lagere winsten.")
    assert (claim.cause_change, claim.effect_change) == ("up", "down")
    _, claim = only("Na de beëindiging van de steun daalde de welvaart, waardoor de onrust toenam.")
    assert (claim.cause_change, claim.effect_change) == ("down", "up")
    _, claim = only("De kou veroorzaakt schade.")
    assert (claim.cause_change, claim.effect_change) == (None, "start")


def test_the_marker_is_what_says_so() -> None:
    reading, claim = only("De brug ging dicht vanwege de storm.")
    assert claim.marker is not None and part(reading, claim.marker) == "vanwege"


WORDS = [
    "de", "storm", "brug", "omdat", "waardoor", "leidt", "tot", "door", "als", "dan", "want", "zo", "groot",
    "dat", "dit", "en", "niet", "stijgt", "kost", "banen", ",", ".", ":", "“", "”", "zegt", "Ilse", "het",
    "water", "daarom", "gevolg", "van", "met", "zal", "wil", "morgen", "tenzij", "bij", "brand", "alleen",
    "hoe", "meer", "te", "?", "-", "(", ")", "zonder", "is", "oorzaak",
]  # fmt: skip


@pytest.mark.slow
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(WORDS), max_size=40).map(lambda words: " ".join(["brug", *words])))
def test_any_words_give_grounded_claims(text: str) -> None:
    """Spans lie in the text, are not empty, and the ids count; the same text gives the same reading."""
    reading = read(text)
    check_grounded(reading)
    for prefix, items in (("C", reading.causal), ("R", reading.conditions), ("F", reading.forecasts)):
        assert [i.id for i in items] == [f"{prefix}{n}" for n in range(1, len(items) + 1)]
    holders = {"author", *(a.id for a in reading.attributions)}
    spans = [s for c in reading.causal for s in (c.cause, c.effect, c.marker)]
    spans += [s for r in reading.conditions for s in (r.antecedent, r.consequent)]
    spans += [s for f in reading.forecasts for s in (f.span, f.condition)]
    for span in spans:
        assert span is None or (0 <= span[0] < span[1] <= len(text) and text[slice(*span)].strip())
    assert {i.holder for items in (reading.causal, reading.conditions, reading.forecasts) for i in items} <= holders
    assert read(text) == reading


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        # a noun phrase with a participle, a passive, an object first: what a parse may make of a plain sentence
        ("Een daling van de lonen veroorzaakt armoede.", ("Een daling van de lonen", "armoede", "+")),
        ("Het hoge ziekteverzuim vergroot de werkdruk.", ("Het hoge ziekteverzuim", "de werkdruk", "+")),
        ("Het plan is af. Ook de sterke dollar drukte het resultaat.", ("de sterke dollar", "het resultaat", "-")),
        ("De rentelasten vreten de winst op.", ("De rentelasten", "de winst", "-")),
        (
            "De veerboot ligt stil. Dat betekent dat de bewoners omrijden.",
            ("De veerboot ligt stil", "de bewoners omrijden", "+"),
        ),
        ("Dat de brug werd gesloten, is te wijten aan een storing.", ("een storing", "de brug werd gesloten", "+")),
        ("De commissie ziet de brand als een gevolg van slijtage.", ("slijtage", "de brand", "+")),
        ("De oorzaak van de brand ligt in de bedrading.", ("de bedrading", "de brand", "+")),
        ("Als hij had geremd, was er niets gebeurd.", ("hij had geremd", "was er niets gebeurd", "+")),
        (
            "Als het bestand standhoudt, kan er een akkoord liggen.",
            ("het bestand standhoudt", "kan er een akkoord liggen", "+"),
        ),
    ],
)
def test_plain_sentences_that_a_parse_may_break(text: str, pair: Pair) -> None:
    assert pairs(text) == [pair]


@pytest.mark.parametrize(
    "text",
    [
        "Het zenden, dus het zenden zonder vergunning, is verboden.",
        "Sarvik is de grootste stad van het land en daardoor de machtigste.",
    ],
)
def test_a_link_between_names_of_one_thing_is_no_cause(text: str) -> None:
    assert pairs(text) == []


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("De verbouwing kost acht ton.", []),
        ("Het plan kost tweehonderd banen.", [("Het plan", "tweehonderd banen", "-")]),
        (
            "De winst die het bouwen van huizen oplevert, gaat naar Sarvik.",
            [("het bouwen van huizen", "De winst", "+")],
        ),
        ("De schade die de storm heeft aangericht, is groot.", [("de storm", "De schade", "+")]),
        ("De uitspraak kan grote gevolgen hebben voor de haven.", [("De uitspraak", "de haven", "0")]),
    ],
)
def test_prices_yields_and_decisions(text: str, pairs: list[tuple[str, str, str]]) -> None:
    """A price is no effect; what a relative clause tells of what was brought about; a decision may bring something about."""
    found = wederhoor.read_text(text, lang="nl", date="2031-03-12").causal
    assert [(text[slice(*c.cause)], text[slice(*c.effect)], c.sign) for c in found] == pairs
