"""Events: who did what to whom, by the codes of PLOVER. Sentences of our own about invented places and people."""

from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import wederhoor
from wederhoor.languages.events import EventWords, VerbGroup
from wederhoor.languages.pack import LanguagePack, load_pack
from wederhoor.records import Event, EventCode, Reading
from wederhoor.syntax.numbers import find_figures
from wederhoor.syntax.parse import parse
from wederhoor.syntax.pipeline import load_pipeline

BUILT_IN = {
    "actor",
    "person",
    "group",
    "organisation",
    "name",
    "pronoun",
    "thing",
    "none",
    "it",
    "misc",
    "text",
    "plural",
}


@pytest.fixture(scope="module")
def pack() -> LanguagePack:
    return load_pack("nl")


@pytest.fixture(scope="module")
def words(pack: LanguagePack) -> EventWords:
    return pack.events


def read(text: str) -> Reading:
    return wederhoor.read_text(text, lang="nl")


def who(reading: Reading, ids: tuple[str, ...]) -> list[str]:
    names = {actor.id: actor.name for actor in reading.actors}
    return [names.get(i, i) for i in ids]


def trigger(reading: Reading, event: Event) -> str:
    return reading.text[slice(*event.trigger)]


def coded(text: str) -> list[tuple[str, str]]:
    """Code and trigger of every event."""
    reading = read(text)
    return [(e.code, trigger(reading, e)) for e in reading.events]


def only(text: str, code: str) -> Event:
    """The one event of a code."""
    found = [e for e in read(text).events if e.code == code]
    assert len(found) == 1, coded(text)
    return found[0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("De rebellen vielen het stadje Orlavo aan.", ("ASSAULT", "vielen")),
        ("Onbekenden staken drie auto's in brand.", ("ASSAULT", "in brand")),
        ("De man werd door twee jongens mishandeld.", ("ASSAULT", "mishandeld")),
        ("De politie hield veertig betogers aan.", ("COERCE", "hield")),
        ("De burgemeester liet het café sluiten.", ("COERCE", "sluiten")),
        ("Dieven hebben het schilderij gestolen.", ("COERCE", "gestolen")),
        ("De regering riep de noodtoestand uit.", ("COERCE", "noodtoestand")),
        ("De leraren legden gisteren het werk neer.", ("PROTEST", "werk")),
        ("In Ketsin braken rellen uit.", ("PROTEST", "rellen")),
        ("De generaal trok zijn troepen samen bij de grens.", ("MOBILIZE", "trok")),
        ("Vardesië heeft de betrekkingen met Lomar verbroken.", ("SANCTION", "betrekkingen met Lomar verbroken")),
        ("De rechtbank veroordeelde hem tot drie jaar cel.", ("SANCTION", "veroordeelde")),
        ("Premier Ordano bracht een bezoek aan Lomar.", ("CONSULT", "bezoek")),
        ("De ministers overlegden urenlang.", ("CONSULT", "overlegden")),
        ("De bonden en de werkgevers bereikten een akkoord.", ("AGREE", "akkoord")),
        ("De wethouder beloofde de bewoners beterschap.", ("AGREE", "beloofde")),
        ("De fractie steunt de wethouder.", ("SUPPORT", "steunt")),
        ("De minister bood zijn excuses aan.", ("CONCEDE", "excuses")),
        ("Lomar en Vardesië werken nauw samen.", ("COOPERATE", "werken")),
        ("Het Rode Kruis stuurde tenten naar Lomar.", ("AID", "stuurde")),
        ("De rebellen lieten de gijzelaars vrij.", ("RETREAT", "lieten")),
        ("De wethouder trad af.", ("RETREAT", "trad")),
        ("De bond eist een hoger loon.", ("REQUEST", "eist")),
        ("De oppositie beschuldigde de minister van bedrog.", ("ACCUSE", "beschuldigde")),
        ("De recherche verhoorde de verdachte.", ("ACCUSE", "verhoorde")),
        ("De directie wees de eis van de hand.", ("REJECT", "wees")),
        ("De kapers dreigden het schip op te blazen.", ("THREATEN", "dreigden")),
        ("Bij het ongeluk kwamen drie mensen om.", ("DEATHS", "kwamen")),
        ("Het vliegtuig stortte neer in zee.", ("DISASTER", "stortte")),
        ("De Noorse kust beleefde de zwaarste sneeuwstorm in vijf jaar.", ("DISASTER", "sneeuwstorm")),
        ("De olieprijs steeg met vier procent.", ("ECONOMIC", "steeg")),
        ("Deltronix schrapt achthonderd banen.", ("ECONOMIC", "schrapt")),
        ("De club ontsloeg de trainer.", ("ECONOMIC", "ontsloeg")),
    ],
)
def test_one_sentence_a_code(text: str, expected: tuple[str, str]) -> None:
    assert any(code == expected[0] and expected[1] in word for code, word in coded(text)), coded(text)


@pytest.mark.parametrize(
    ("text", "code", "agents", "patients"),
    [
        ("De rebellen ontvoerden de burgemeester.", "ASSAULT", ["rebellen"], ["burgemeester"]),
        ("De burgemeester werd door rebellen ontvoerd.", "ASSAULT", ["rebellen"], ["burgemeester"]),
        ("De rebellen die de brug hadden bezet, vluchtten.", "ASSAULT", ["rebellen"], ["brug"]),
        ("De aanval van het leger op de stad mislukte.", "ASSAULT", ["leger"], ["stad"]),
        ("De arrestatie van de directeur verraste niemand.", "COERCE", [], ["directeur"]),
        ("Premier Ordano en president Vald ontmoetten elkaar.", "CONSULT", ["Ordano", "Vald"], []),
        ("Premier Ordano bezocht president Vald.", "CONSULT", ["Ordano"], ["Vald"]),
        ("President Vald ontving premier Ordano.", "CONSULT", ["Ordano"], ["Vald"]),
        ("De bewoners demonstreerden tegen de gemeente.", "PROTEST", ["bewoners"], ["gemeente"]),
        ("De agenten sloegen en schopten de jongen.", "ASSAULT", ["agenten"], ["jongen"]),
        ("De raad steunt het voorstel van de wethouder.", "SUPPORT", ["raad"], ["wethouder"]),
        ("Bij de brand kwamen tientallen bewoners om.", "DEATHS", [], ["bewoners"]),
    ],
)
def test_who_and_whom(text: str, code: str, agents: list[str], patients: list[str]) -> None:
    reading = read(text)
    event = next(e for e in reading.events if e.code == code)
    for expected, found in ((agents, who(reading, event.agents)), (patients, who(reading, event.patients))):
        assert len(found) == len(expected), (found, expected)
        assert all(any(e in f for f in found) for e in expected), (found, expected)


def test_the_subject_of_an_infinitive() -> None:
    reading = read("De president riep de Unie op in te grijpen.")
    request, content = reading.events
    assert (request.code, content.code, content.modality) == ("REQUEST", "AID", "demanded")
    assert who(reading, request.agents) == ["president"] or "president" in who(reading, request.agents)[0]
    assert request.patients == content.agents


def test_what_is_claimed_has_its_holder() -> None:
    reading = read("De president zegt dat terroristen de stad hebben aangevallen.")
    event = next(e for e in reading.events if e.code == "ASSAULT")
    assert event.holder == reading.attributions[0].id
    assert only("Terroristen hebben de stad aangevallen.", "ASSAULT").holder == "author"


@pytest.mark.parametrize(
    ("text", "code", "polarity", "modality"),
    [
        ("De rebellen hebben de stad niet aangevallen.", "ASSAULT", "-", "actual"),
        ("Het leger viel de stad aan.", "ASSAULT", "+", "actual"),
        ("Het leger viel geen enkel dorp aan.", "ASSAULT", "-", "actual"),
        ("Het leger viel niet uitsluitend dorpen aan.", "ASSAULT", "+", "actual"),
        ("De minister werd nergens toe verplicht.", "COERCE", "-", "actual"),
        ("Niet de politie maar het leger heeft de betogers aangevallen.", "ASSAULT", "+", "actual"),
        ("Noch het leger noch de politie heeft de stad aangevallen.", "ASSAULT", "-", "actual"),
        ("Het leger heeft niet de stad maar het dorp aangevallen.", "ASSAULT", "+", "actual"),
        ("Het is niet zo dat het leger de stad heeft aangevallen.", "ASSAULT", "-", "actual"),
        ("De staking leidde niet tot een tekort.", "PROTEST", "+", "actual"),
        ("Niet de droogte maar de staking leidde tot een tekort.", "PROTEST", "+", "actual"),
        ("Het leger kan de stad aanvallen.", "ASSAULT", "+", "possible"),
        ("Het leger wil de stad aanvallen.", "ASSAULT", "+", "planned"),
        ("Als het leger de stad aanvalt, vlucht iedereen.", "ASSAULT", "+", "possible"),
        ("De bewoners eisen dat de wethouder aftreedt.", "RETREAT", "+", "demanded"),
        ("De politie voorkwam een aanslag op de brug.", "ASSAULT", "-", "actual"),
        ("Deltronix overweegt de fabriek te sluiten.", "ECONOMIC", "+", "possible"),
    ],
)
def test_whether_it_happened(text: str, code: str, polarity: str, modality: str) -> None:
    event = only(text, code)
    assert (event.polarity, event.modality) == (polarity, modality)


@pytest.mark.parametrize(
    ("text", "code", "what", "low", "high"),
    [
        ("Bij de gevechten kwamen tientallen, zo niet honderden mensen om.", "DEATHS", "killed", 20, 999),
        ("Minstens dertig mensen raakten gewond.", "DEATHS", "wounded", 30, None),
        ("De Unie stuurde 2500 militairen naar de grens.", "MOBILIZE", "deployed", 2500, 2500),
        ("De politie hield tien tot twintig relschoppers aan.", "COERCE", "arrested", 10, 20),
        ("Deltronix schrapt bijna duizend banen.", "ECONOMIC", "other", None, 1000),
    ],
)
def test_how_many(text: str, code: str, what: str, low: float | None, high: float | None) -> None:
    event = only(text, code)
    assert [(n.what, n.low, n.high) for n in event.numbers] == [(what, low, high)]
    assert text[slice(*event.numbers[0].span)].split()


def test_deaths_only_where_nobody_is_named_who_did_it() -> None:
    assert [code for code, _ in coded("Vier soldaten werden gedood.")] == ["DEATHS"]
    assert [code for code, _ in coded("De rebellen doodden vier soldaten.")] == ["ASSAULT"]


def test_what_is_promised_or_refused_is_no_event_beside_that() -> None:
    assert [code for code, _ in coded("De minister beloofde de gijzelaars te bevrijden.")] == ["AGREE"]
    assert [code for code, _ in coded("De minister weigerde met de bonden te praten.")] == ["REJECT"]


def test_who_does_not_want_to_agree_refuses() -> None:
    event = only("De directie wil niet met de bonden onderhandelen.", "REJECT")
    assert event.polarity == "+"


def test_what_is_scheduled_is_an_agreement() -> None:
    assert only("Premier Ordano zal president Vald ontmoeten.", "AGREE").modality == "planned"


def test_praise_and_blame_by_the_reporting_word() -> None:
    reading = read("Raadslid Terpstra noemt wethouder Dorrestijn een leugenaar.")
    event = reading.events[0]
    assert (event.code, trigger(reading, event)) == ("ACCUSE", "noemt")
    assert who(reading, event.patients) == ["Dorrestijn"]
    assert coded("Raadslid Terpstra noemt het bericht onzin.")[0] == ("REJECT", "noemt")


def test_no_assault_in_a_match() -> None:
    text = (
        "In de tweede set viel de tennisser zijn tegenstander aan. Na rust schoot de spits op het doel van de keeper."
    )
    assert "ASSAULT" not in {code for code, _ in coded(text)}


def test_attributive_participles_tell_of_nothing() -> None:
    assert coded("De ontslagen directeur zwijgt.") == []


def test_a_later_mention_points_to_the_first() -> None:
    reading = read("Bij een brand in Ketsin raakten vier mensen gewond. De brand ontstond in de keuken.")
    first, second = [e for e in reading.events if e.code == "DISASTER"]
    assert first.same_as is None
    assert second.same_as == first.id


def test_numbers_in_words(pack: LanguagePack) -> None:
    nlp = load_pipeline(pack.about.pipeline, pack.about.probe)

    def figures(text: str) -> list[tuple[float | None, float | None]]:
        return [(f.low, f.high) for f in find_figures(parse(nlp, text, pack), pack.numbers)]

    assert figures("anderhalf miljoen gulden") == [(1_500_000, 1_500_000)]
    assert figures("drieënhalf miljoen gulden") == [(3_500_000, 3_500_000)]
    assert figures("tweeëntwintigduizend mensen") == [(22_000, 22_000)]
    assert figures("tweederde van de 33.000 banen") == [(22_000, 22_000)]
    assert figures("tussen de tien en twintig doden") == [(10, 20)]
    assert figures("enkele duizenden betogers") == [(2_000, None)]
    assert figures("tegen de 4000 betogers") == [(None, 4000)]
    assert figures("een man zag de evenaar") == []


def test_the_lexicon_is_broad_and_sound(words: EventWords) -> None:
    predicates = {(verb, e.words, e.group.code) for verb, entries in words.verbs.items() for e in entries}
    assert len(predicates) + len(words.nouns) > 2000
    kinds = {name for names in words.classes.values() for name in names} | BUILT_IN
    groups = {id(e.group): e.group for entries in words.verbs.values() for e in entries}
    for group in groups.values():
        asked = {k.removeprefix("!") for k in (*group.subject, *group.object, *group.needs_kind)}
        assert asked <= kinds, (group.verbs[0], asked - kinds)
        assert group.code in get_args(EventCode)
    for noun, noun_groups in words.nouns.items():
        for noun_group in noun_groups:
            assert {k.removeprefix("!") for k in noun_group.owner} <= kinds, noun
            assert noun not in noun_group.but
            assert noun_group.own in ("agent", "patient")


def test_a_condition_that_no_noun_can_meet_is_noticed() -> None:
    with pytest.raises(TypeError):
        VerbGroup(code="ASSAULT", verbs=("slaan",), objects=("mens",))  # type: ignore[call-arg]


PIECES = [
    "Het leger viel de stad aan.",
    "De rebellen beloofden een bestand, maar weigerden te vertrekken.",
    "„Wij zullen terugvechten”, zei commandant Sokol.",
    "Tientallen, zo niet honderden mensen raakten gewond.",
    "Dat deed hij ook.",
    "12.000 - 14.000 !!",
    "Door de brand, zo meldt de politie, ging een winkel in vlammen op.",
    "(De minister noemde dat onzin.)",
]


@pytest.mark.slow
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=6), st.sampled_from([" ", "\n", "\n\n"]))
def test_events_are_grounded(pieces: list[str], between: str) -> None:
    text = between.join(pieces)
    reading = read(text)
    holders = {"author", *(a.id for a in reading.attributions)}
    ids = [e.id for e in reading.events]
    assert ids == [f"E{n}" for n in range(1, len(ids) + 1)]
    for number, event in enumerate(reading.events):
        for start, end in (event.trigger, event.span, *(n.span for n in event.numbers)):
            assert 0 <= start < end <= len(text)
            assert text[start:end].strip() == text[start:end]
        assert event.span[0] <= event.trigger[0] and event.trigger[1] <= event.span[1]
        assert event.holder in holders
        assert event.same_as is None or event.same_as in ids[:number]
        assert not set(event.agents) & set(event.patients)
        assert event.time is None or 0 <= event.time < len(reading.times)
        assert event.place is None or event.place in {p.id for p in reading.places}
    assert read(text).events == reading.events


# What is said


@pytest.mark.parametrize(
    ("text", "code", "word"),
    [
        ("De bond wil alleen praten als de directie het plan intrekt.", "REQUEST", "intrekt"),
        ("De directie is bereid te helpen, mits de bond meewerkt.", "REQUEST", "meewerkt"),
        ("'Dat klopt niet', zei wethouder Lansing.", "REJECT", "klopt niet"),
        ("'Onzin', zei wethouder Lansing.", "REJECT", "Onzin"),
        ("De bond noemt dat bangmakerij.", "ACCUSE", "noemt"),
        ("De bond noemt het plan haastwerk.", "ACCUSE", "noemt"),
        ("De minister wil de steun aan het leger opschorten.", "AID", "steun"),
        ("Minister Karst eist excuses van de krant.", "CONCEDE", "excuses"),
    ],
)
def test_acts_of_speech(text: str, code: str, word: str) -> None:
    assert (code, word) in coded(text), coded(text)


def test_a_condition_is_put_and_not_possible() -> None:
    event = only("De bond wil alleen praten als de directie het plan intrekt.", "REQUEST")
    assert event.modality == "actual"


def test_a_refusal_swallows_what_is_refused() -> None:
    assert [code for code, _ in coded("De ministers weigerden zich te verontschuldigen.")] == ["REJECT"]


@pytest.mark.parametrize(
    ("text", "code", "patients"),
    [
        ("De bewoners zeggen dat de fabriek lekt. De directie ontkent dat.", "REJECT", ["bewoners"]),
        ("Als de gemeente niet betaalt, dreigt aannemer Boskant met een staking.", "THREATEN", ["de gemeente"]),
        ("De boeren hebben het plan van het bestuur verworpen.", "REJECT", ["het bestuur"]),
        ("Minister Karst bekritiseert de krant en eist een rectificatie.", "REQUEST", ["krant"]),
    ],
)
def test_whom_an_act_of_speech_is_directed_at(text: str, code: str, patients: list[str]) -> None:
    reading = read(text)
    event = next(e for e in reading.events if e.code == code)
    assert [name.removeprefix("de ") for name in who(reading, event.patients)] == [
        n.removeprefix("de ") for n in patients
    ]


def test_who_is_asked_for_excuses_would_make_them() -> None:
    reading = read("Minister Karst eist excuses van de krant.")
    event = next(e for e in reading.events if e.code == "CONCEDE")
    assert [name.removeprefix("de ") for name in who(reading, event.agents)] == ["krant"]


def test_both_are_the_two_named_before() -> None:
    reading = read("Lomar en Vardesië onderhandelen al maanden. Beide landen verwerpen het voorstel.")
    event = next(e for e in reading.events if e.code == "REJECT")
    assert who(reading, event.agents) == ["Lomar", "Vardesië"]


def test_a_noun_goes_on_about_the_event_before() -> None:
    reading = read("Tien boeren demonstreerden tegen de gemeente. De betoging liep uit de hand.")
    first, second = reading.events
    assert second.code == "PROTEST"
    assert second.agents == first.agents


@pytest.mark.parametrize(
    ("text", "code", "word"),
    [
        ("In de nacht is een meetmast omgezaagd.", "ASSAULT", "omgezaagd"),
        ("De bewoners vertellen dat hun huizen zijn leeggeroofd.", "COERCE", "leeggeroofd"),
        ("De directeur sluit niet uit dat er in het najaar tachtig banen sneuvelen.", "ECONOMIC", "sneuvelen"),
        ("Dinsdag hebben duizenden mensen gedemonstreerd tegen de mijn.", "PROTEST", "gedemonstreerd"),
        ("De raad zegde in 2013 het vertrouwen in de wethouder op.", "SANCTION", "zegde"),
        ("De bond vindt dat het college veel te lang heeft toegekeken.", "ACCUSE", "vindt"),
        ("De sluiting komt hard aan in het dorp.", "ECONOMIC", "sluiting"),
        ("De regering heeft maandag haar ambassadeur teruggehaald.", "SANCTION", "teruggehaald"),
        (
            "De bond eist dat de minister opstapt en voer uit tegen de directie. Zij is uitgevaren tegen de raad.",
            "ACCUSE",
            "uitgevaren",
        ),
    ],
)
def test_news_of_disputes(text: str, code: str, word: str) -> None:
    assert (code, word) in coded(text), coded(text)


@pytest.mark.parametrize(
    "text",
    ["De vissers varen in april uit.", "De sluiting was een ramp voor het dorp.", "Er was kortsluiting in de kelder."],
)
def test_no_act_in_words_of_acts(text: str) -> None:
    assert {code for code, _ in coded(text)}.isdisjoint({"ACCUSE", "MOBILIZE", "DISASTER"})


def test_nobody_is_accused_because_he_stands_in_the_sentence_before() -> None:
    text = "Molina zit in Brugge, waar zij een raad uitriep. Klara Durand spreekt van een complot tegen haar vader.\n"
    reading = wederhoor.read_text(text, lang="nl")
    accusations = [event for event in reading.events if event.code == "ACCUSE"]
    assert accusations and all(event.patients == () for event in accusations)
