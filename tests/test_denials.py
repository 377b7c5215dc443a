"""Nobody is made to assert what he denies or doubts, in whichever form he does.

The sentences are plain; the names are invented.
"""

from __future__ import annotations

from functools import cache

import pytest

import wederhoor
from wederhoor.records import Attribution, Reading, stances_of

WHO = "Karin Blok"
CLAIM = "dat de gemeente de brug heeft verkocht"
DENYING = ("deny", "doubt", "ask")

# present, past, participle; what stands behind the verb in its clause
VERBS = [
    ("ontkent", "ontkende", "ontkend", ""),
    ("bestrijdt", "bestreed", "bestreden", ""),
    ("betwist", "betwistte", "betwist", ""),
    ("weerspreekt", "weersprak", "weersproken", ""),
    ("weerlegt", "weerlegde", "weerlegd", ""),
    ("logenstraft", "logenstrafte", "gelogenstraft", ""),
    ("verwerpt", "verwierp", "verworpen", ""),
    ("loochent", "loochende", "geloochend", ""),
    ("ontzenuwt", "ontzenuwde", "ontzenuwd", ""),
    ("ontkracht", "ontkrachtte", "ontkracht", ""),
    ("herroept", "herriep", "herroepen", ""),
    ("betwijfelt", "betwijfelde", "betwijfeld", ""),
    ("spreekt", "sprak", "tegengesproken", "tegen"),
    ("spreekt", "sprak", "met klem tegengesproken", "met klem tegen"),
    ("vecht", "vocht", "aangevochten", "aan"),
    ("wuift", "wuifde", "weggewuifd", "weg"),
    ("wijst", "wees", "van de hand gewezen", "van de hand"),
    ("trekt", "trok", "in twijfel getrokken", "in twijfel"),
    ("stelt", "stelde", "ter discussie gesteld", "ter discussie"),
    ("sluit", "sloot", "uitgesloten", "uit"),
    ("twijfelt", "twijfelde", "eraan getwijfeld", "eraan"),
    ("gelooft", "geloofde", "niet geloofd", "niet"),
    ("denkt", "dacht", "niet gedacht", "niet"),
    ("vindt", "vond", "niet gevonden", "niet"),
    ("zegt", "zei", "niet gezegd", "niet"),
    ("beweert", "beweerde", "nooit beweerd", "nooit"),
    ("erkent", "erkende", "niet erkend", "niet"),
    ("bevestigt", "bevestigde", "niet bevestigd", "niet"),
]
SHAPES = [
    "{who} {now}{rest} {claim}.",
    "{who} {then}{rest} {claim}.",
    "{who} heeft {done} {claim}.",
    "Gisteren {then} {who}{rest} {claim}.",
    "{Claim}, {now} {who}{rest}.",
    "{Claim}, heeft {who} {done}.",
    "{who}, die {done} heeft {claim}, blijft.",
    "De krant schrijft dat {who} {done} heeft {claim}.",
]


@cache
def read(text: str) -> Reading:
    return wederhoor.read_text(text, lang="nl")


def of_the_bridge(text: str, speaker: str = WHO) -> list[tuple[Attribution, str]]:
    """The speaker's statements about the bridge, each with its words."""
    reading = read(text)
    said = [
        (a, " ".join(reading.text[s:e] for s, e in a.content)) for a in reading.attributions if a.speaker == speaker
    ]
    return [(a, words) for a, words in said if "brug" in words]


def asserts(attribution: Attribution) -> bool:
    return attribution.polarity == "+" and attribution.attitude not in DENYING


def sentences() -> list[str]:
    made = []
    for now, then, done, rest in VERBS:
        words = {"who": WHO, "claim": CLAIM, "Claim": CLAIM.capitalize(), "now": now, "then": then, "done": done}
        made += [shape.format(**words, rest=f" {rest}" if rest else "") for shape in SHAPES]
    return made


@pytest.mark.parametrize("sentence", sentences())
def test_no_denial_is_read_as_an_assertion(sentence: str) -> None:
    assert not [words for a, words in of_the_bridge(sentence) if asserts(a)]


@pytest.mark.parametrize("verb", VERBS, ids=lambda verb: f"{verb[0]} {verb[3]}".strip())
def test_a_denial_is_found_in_its_plainest_form(verb: tuple[str, str, str, str]) -> None:
    now, then, _, rest = verb
    behind = f" {rest}" if rest else ""
    found = of_the_bridge(f"{WHO} {now}{behind} {CLAIM}.") or of_the_bridge(f"{WHO} {then}{behind} {CLAIM}.")
    assert found


CALLED = [
    "{who} noemt {noun} onzin.",
    "{who} noemt {noun}, „aantoonbaar onjuist”.",
    "{who} noemde {noun} 'laster'.",
    "{who} noemt {noun} uit de lucht gegrepen.",
    "{who} heeft {noun} een verzinsel genoemd.",
    "{who} doet {noun} af als flauwekul.",
    "{who} bestempelt {noun} als nepnieuws.",
    "{who} zet {noun} weg als een fabeltje.",
    "{who} kwalificeert {noun} als onwaar.",
    "{Noun}, wordt door {who} een leugen genoemd.",
    "{who} verwerpt {noun}.",
    "{who} bestrijdt {noun}.",
]
NOUNS = ["de bewering", "de lezing", "de beschuldiging", "de claim", "het verhaal", "de uitleg van Tom Visser"]


@pytest.mark.parametrize("noun", NOUNS)
@pytest.mark.parametrize("shape", CALLED)
def test_who_calls_a_claim_untrue_denies_it(shape: str, noun: str) -> None:
    text = shape.format(who=WHO, noun=f"{noun} {CLAIM}", Noun=f"{noun[0].upper()}{noun[1:]} {CLAIM}")
    found = of_the_bridge(text)
    assert [(a.attitude, a.polarity) for a, _ in found] == [("deny", "-")], text
    assert found[0][1].endswith("heeft verkocht")


def test_who_is_said_to_be_wrong_keeps_his_claim() -> None:
    text = f"{WHO} noemt de bewering van Tom Visser {CLAIM} uit de lucht gegrepen."
    assert [(a.attitude, words) for a, words in of_the_bridge(text, "Tom Visser")] == [("say", CLAIM)]


@pytest.mark.parametrize("verdict", ["een leugen", "onjuist", "een verzinsel", "pertinent onwaar"])
def test_who_calls_a_fact_a_lie_denies_it(verdict: str) -> None:
    found = of_the_bridge(f"{WHO} noemt het {verdict} {CLAIM}.")
    assert [(a.attitude, a.polarity, words) for a, words in found] == [("deny", "-", CLAIM)]


@pytest.mark.parametrize("verb", ["vindt", "noemt"])
@pytest.mark.parametrize("verdict", ["onzin", "belachelijk", "absurd"])
def test_a_judgment_of_a_fact_keeps_its_word(verb: str, verdict: str) -> None:
    found = of_the_bridge(f"{WHO} {verb} het {verdict} {CLAIM}.")
    assert [a.attitude for a, _ in found] == ["judge"]
    assert verdict in found[0][1]


# what another said, read, got, spread or met is not one's own
NOT_ONES_OWN = [
    "De lezing {claim}, noemt {who} een leugen.",
    "{who} wijst de beschuldiging {claim} van de hand.",
    "{who} haalt de bewering onderuit {claim}.",
    "{who} maakt korte metten met het verhaal {claim}.",
    "{who} is in tegenspraak met de bewering {claim}.",
    "{who} reageerde op het verwijt {claim}.",
    "{who} kreeg het verwijt {claim}.",
    "{who} las de klacht {claim}.",
    "{who} onderzoekt de aantijging {claim}.",
    "{who} versterkt de vrees {claim}.",
    "{who} wekt de indruk {claim}.",
    "{who} vertrok zonder te zeggen {claim}.",
    "{who} weigert te erkennen {claim}.",
    "Het is onjuist dat {who} heeft gezegd {claim}.",
    "Het is niet waar dat {who} heeft gezegd {claim}.",
    "Tom Visser ontkent dat {who} heeft gezegd {claim}.",
    "{who} ontkent niet alleen {claim}, maar ook dat er haast was.",
]


@pytest.mark.parametrize("shape", NOT_ONES_OWN)
def test_another_s_claim_is_not_the_subject_s(shape: str) -> None:
    assert not [words for a, words in of_the_bridge(shape.format(who=WHO, claim=CLAIM)) if asserts(a)]


@pytest.mark.parametrize("shape", ["Geen ouder gelooft {claim}.", "Geen enkele raadslid beweert {claim}."])
def test_nobody_is_no_speaker(shape: str) -> None:
    assert not read(shape.format(claim=CLAIM)).attributions


# what is said holds the words that deny
WITH_ITS_DENIAL = [
    ("{who} zegt dat het niet waar is {claim}.", "niet waar"),
    ("Het klopt niet {claim}, aldus {who}.", "klopt niet"),
    ("Volgens {who} is het niet zo {claim}.", "niet zo"),
    ("Volgens {who} is er geen sprake van {claim}.", "geen sprake"),
    ("{who} zegt niet te geloven {claim}.", "niet te geloven"),
    ("{who} zegt de brug niet te hebben verkocht.", "niet"),
    ("{who} zegt nooit te hebben beweerd {claim}.", "nooit"),
]


@pytest.mark.parametrize(("shape", "denial"), WITH_ITS_DENIAL)
def test_the_words_that_deny_stay_in_what_is_said(shape: str, denial: str) -> None:
    found = of_the_bridge(shape.format(who=WHO, claim=CLAIM))
    assert found
    assert all(denial in words for _, words in found)


@pytest.mark.parametrize(
    "text",
    [
        f"{WHO} ontkent de brug te hebben verkocht.",
        f"{WHO} blijft ontkennen {CLAIM}.",
        f"De ontkenning van {WHO} {CLAIM}, wekt verbazing.",
        f"Door {WHO} werd ontkend {CLAIM}.",
        f"{CLAIM.capitalize()}, wordt door {WHO} tegengesproken.",
        f"{WHO} ontkent {CLAIM} en zegt dat de sluis open blijft.",
        f"Tom Visser zegt dat {WHO} ontkent {CLAIM}.",
    ],
)
def test_infinitives_nouns_passives_and_nested_denials(text: str) -> None:
    assert [(a.attitude, a.polarity) for a, _ in of_the_bridge(text)] == [("deny", "-")]


@pytest.mark.parametrize("behind", ["voor wie in de stad woont", "voor bewoners", "met een pas", "aan de kade"])
def test_a_preposition_is_no_particle_of_the_verb_of_saying(behind: str) -> None:
    reading = read(f"{WHO} zegt dat dit alleen geldt {behind}.")
    assert [a.attitude for a in reading.attributions] == ["say"]
    assert not reading.forecasts


SAYING = ("zegt", "meldt", "vindt")


@pytest.mark.parametrize(
    ("shape", "speakers"),
    [
        ("Niet {who} maar raadslid Tom Visser {verb} {claim}.", ["Tom Visser"]),
        ("Niet {who} maar Visser {verb} {claim}.", ["Visser"]),
        ("Noch {who} noch raadslid Tom Visser {verb} {claim}.", []),
        ("Niet alleen {who} {verb} {claim}.", [WHO]),
        ("Raadslid Tom Visser, en niet {who}, {verb} {claim}.", ["Tom Visser"]),
    ],
)
@pytest.mark.parametrize("verb", SAYING)
def test_who_is_said_not_to_say_so_is_no_speaker(shape: str, speakers: list[str], verb: str) -> None:
    reading = read(shape.format(who=WHO, claim=CLAIM, verb=verb))
    assert [a.speaker for a in reading.attributions] == speakers


@pytest.mark.parametrize(
    "shape",
    [
        "Had {who} gezegd {claim}, dan was Tom Visser boos geweest.",
        "Zegt {who} {claim}, dan wordt Tom Visser boos.",
        "Als {who} zegt {claim}, wordt Tom Visser boos.",
        "Zegt {who} {claim}?",
        "Stel dat {who} zegt {claim}.",
        "{who} had moeten zeggen {claim}.",
        "{who} had kunnen zeggen {claim}.",
        "Het was niet {who} die zei {claim}.",
        "“De gemeente heeft de brug verkocht,” had {who} moeten zeggen.",
        "Het is niet zo dat {who} zegt {claim}.",
        "Het is niet het geval dat {who} heeft gezegd {claim}.",
    ],
)
def test_a_report_that_is_only_supposed_asserts_nothing(shape: str) -> None:
    found = of_the_bridge(shape.format(who=WHO, claim=CLAIM))
    assert not [words for attribution, words in found if asserts(attribution)]


@pytest.mark.parametrize(
    ("text", "holder", "stance"),
    [
        ("De brandweer sluit evenmin uit dat er iemand binnen was.", "de brandweer", "supposes"),
        ("De brandweer sluit niet uit dat er iemand binnen was.", "de brandweer", "supposes"),
        ("Burgemeester Vlier wil bevestigen noch ontkennen dat er een brief is.", "Vlier", "uncommitted"),
        ("Minister Dekker wilde noch bevestigen noch ontkennen dat er gesprekken lopen.", "Dekker", "uncommitted"),
        ("Dat er een brief was, heeft Oudkerk nooit ontkend.", "Oudkerk", "uncommitted"),
    ],
)
def test_who_leaves_it_open_neither_asserts_nor_denies_it(text: str, holder: str, stance: str) -> None:
    reading = read(text)
    assert {(a.speaker, stances_of(reading.attributions)[a.id]) for a in reading.attributions} == {(holder, stance)}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Kees Haan zei tegen Piet Sol dat hij de tank had gesloopt. Hij ontkende dat.", "Piet Sol"),
        ("Kees Haan zegt dat Piet Sol de tank heeft gesloopt. Hij ontkent dat.", "Piet Sol"),
        ("Kees Haan zegt dat de tank is gesloopt. Hij ontkent dat.", None),
    ],
)
def test_nobody_denies_what_he_just_said(text: str, who: str | None) -> None:
    [said, denied] = read(text).attributions
    assert (said.speaker, denied.attitude, denied.speaker) == ("Kees Haan", "deny", who)


def test_what_another_does_not_say_ends_before_his_name() -> None:
    text = "Volgens Kees Haan zijn de tanks lek, maar volgens Piet Sol niet."
    for statement in read(text).attributions:
        words = [text[start:end] for start, end in statement.content]
        assert statement.speaker == "Kees Haan" or statement.attitude == "deny"
        assert words == ["zijn de tanks lek"]


def test_what_would_have_been_said_was_not() -> None:
    text = "Als de tanks lek waren, zou Piet Sol dat hebben gezegd, zegt Kees Haan."
    assert {a.speaker for a in read(text).attributions} == {"Kees Haan"}


@pytest.mark.parametrize(
    "text",
    ["Of wethouder Oudkerk aftreedt, wilde zij niet zeggen.", "Oudkerk wilde niet zeggen of zij aftreedt."],
)
def test_what_is_only_asked_about_has_not_happened(text: str) -> None:
    assert [(e.code, e.modality) for e in read(text).events] == [("RETREAT", "possible")]


def test_a_clause_that_somebody_denies_is_not_what_its_people_say() -> None:
    text = (
        "Volgens Kees Haan verdwijnen er banen. Dat zijn mensen het rapport hebben gelekt, spreekt Haan met klem tegen."
    )
    said = {(a.speaker, a.attitude) for a in read(text).attributions}
    assert said == {("Kees Haan", "say"), ("Kees Haan", "deny")}
