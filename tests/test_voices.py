"""Whose words they are: headlines, transcripts, roles, pronouns; rather nobody's than another's.

Names and places are invented.
"""

from __future__ import annotations

from functools import cache

import pytest

import wederhoor
from wederhoor.records import MAINTAINED, Attribution, Reading, stance_of

LESS_SURE = 0.3
"""What a quotation that the text gives to nobody loses of its confidence, at least."""


@cache
def read(text: str) -> Reading:
    return wederhoor.read_text(text, lang="nl")


def said(text: str) -> list[tuple[str | None, str]]:
    """Speaker and words of every statement, in text order."""
    reading = read(text)
    return [(a.speaker, " ".join(text[s:e] for s, e in a.content)) for a in reading.attributions]


def first(text: str) -> Attribution:
    return read(text).attributions[0]


TRIAL = "De 41-jarige Rob Timmer uit Merkel staat woensdag terecht voor mishandeling van zijn vriendin. Hij ontkent."


@pytest.mark.parametrize(
    ("headline", "body", "speaker"),
    [
        ("'Hij sloeg me elke dag'", f'{TRIAL}\n\n"Hij sloeg me bijna elke dag," zei Anja Vos.', "Anja Vos"),
        ("'Hij sloeg me elke dag'", f"{TRIAL}\n\nAnja Vos zegt dat hij haar elke dag sloeg.", "Anja Vos"),
        ("'Hij sloeg me elke dag'", TRIAL, None),
        ("'Hij sloeg me elke dag'", f'{TRIAL}\n\n"Ik sloeg haar niet elke dag," zei Timmer.', None),
        ("'Brug is veilig'", "De brug is volgens ingenieur Ans Bos veilig. Karin Blok wil hem sluiten.", "Ans Bos"),
        ("'Brug is veilig'", "Karin Blok zegt dat de brug veilig is. Dat de brug veilig is, zegt Ans Bos ook.", None),
        ('"Wij zijn belazerd"', "Wethouder Karin Blok verkocht de brug. Dat zegt de raad.", None),
    ],
)
def test_a_headline_s_words_are_whose_the_body_says(headline: str, body: str, speaker: str | None) -> None:
    assert first(f"{headline}\n\n{body}").speaker == speaker


def test_a_headline_with_its_own_cue_needs_no_body() -> None:
    assert first("Blok: 'Brug blijft open'\n\nWethouder Karin Blok sprak met de bewoners.").speaker == "Karin Blok"


def test_nobody_s_headline_is_less_sure_than_one_whose_words_the_body_has() -> None:
    body = f'{TRIAL}\n\n"Hij sloeg me bijna elke dag," zei Anja Vos.'
    told, untold = first(f"'Hij sloeg me elke dag'\n\n{body}"), first(f"'Hij sloeg me elke dag'\n\n{TRIAL}")
    assert (told.confidence or 0) - (untold.confidence or 0) > LESS_SURE


def test_the_turns_of_a_transcript_are_their_speakers() -> None:
    text = (
        "De voorzitter: Ik open de vergadering.\n"
        "Mevrouw Zandstra (Groen Links): Voorzitter. De natuur gaat achteruit. Het college doet niets.\n"
        "Minister Okkerse: Dat bestrijd ik. Wij doen veel.\n"
        "Vragensteller: Waarom niet nu?\n"
        "De heer Kok (VVB): De boeren krijgen de schuld."
    )
    assert said(text) == [
        ("de voorzitter", "Ik open de vergadering"),
        ("Zandstra", "Voorzitter. De natuur gaat achteruit. Het college doet niets"),
        ("Okkerse", "Dat bestrijd ik. Wij doen veel"),
        ("vragensteller", "Waarom niet nu"),
        ("Kok", "De boeren krijgen de schuld"),
    ]


def test_a_turn_may_stand_below_its_speaker() -> None:
    text = "De voorzitter:\nAan de orde is het debat.\nMevrouw Bos (Dorpsbelang):\nWij willen dat de dijk blijft."
    assert said(text) == [
        ("de voorzitter", "Aan de orde is het debat"),
        ("Bos", "Wij willen dat de dijk blijft"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "De winnaars\n\nRegisseur: Piet Bos\nActrice: Ans Vos\nBeste film: De brug",
        "Recept\n\nKok: Jan de Bont\nDuur: 20 minuten\nLet op: de pan is heet.",
    ],
)
def test_a_list_of_names_is_no_transcript(text: str) -> None:
    assert not read(text).attributions


def test_a_turn_of_one_told_by_number_is_not_the_one_before_s() -> None:
    text = "De heer Kok (VVB): Ik wil dat niet.\nTweede vragensteller: Ik sluit me daarbij aan."
    assert [speaker for speaker, words in said(text) if "daarbij" in words] == ["tweede vragensteller"]


@pytest.mark.parametrize("name", ["Joris ter Braak", "Anna de Groot-Vos", "Jan-Willem Smit-Bos"])
@pytest.mark.parametrize("role", ["Dorpsbelang-voorzitter", "Merkel-trainer", "VVB-leider", "Waterbond-woordvoerder"])
def test_a_role_with_a_hyphen_is_no_name_and_names_keep_theirs(role: str, name: str) -> None:
    reading = read(f"{role} {name} zegt dat de dijk blijft.")
    assert [a.speaker for a in reading.attributions] == [name]
    assert [actor.name for actor in reading.actors] == [name]


@pytest.mark.parametrize(
    "text",
    [
        "Officier Anja Vos eist vier jaar. De vrouw zegt dat zij bang was.",
        "De vrouw van Rob Timmer is bang. Advocaat Lisa Smit verdedigt hem. De vrouw zegt dat zij niets hoorde.",
    ],
)
def test_who_has_a_role_is_not_taken_up_by_her_sex(text: str) -> None:
    reading = read(text)
    statement = reading.attributions[-1]
    assert statement.speaker == "de vrouw"
    assert statement.actor not in {a.id for a in reading.actors if a.name in ("Anja Vos", "Lisa Smit")}


def test_many_are_meant_before_a_body_is() -> None:
    text = "De politie hield drie mannen aan. Volgens hun advocaat zijn ze onschuldig."
    assert said(text)[0][0] == "de advocaat van drie mannen"


@pytest.mark.parametrize("source", ["geen van beiden", "geen getuige"])
def test_none_is_no_source(source: str) -> None:
    assert not read(f"Volgens {source} was het laat.").attributions


@pytest.mark.parametrize("verb", ["wekt", "voedt", "versterkt", "kent", "bespreekt"])
def test_a_fear_is_not_the_one_s_who_raises_it(verb: str) -> None:
    text = f"De Zwarte Hand {verb} de vrees dat er aanslagen komen."
    assert not [a for a in read(text).attributions if a.attitude == "fear" and a.speaker]


def test_a_fear_is_the_one_s_who_has_it() -> None:
    text = "De vrees van de veiligheidsdienst dat De Zwarte Hand toeslaat, is niet nieuw."
    assert [(a.attitude, a.speaker) for a in read(text).attributions] == [("fear", "de veiligheidsdienst")]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("De bewoners zijn boos. Minister Van Dam van Zorg komt langs. Volgens hen is het geld op.", "de bewoners"),
        ("Minister Van Dam van Zorg komt langs. Volgens hen is het geld op.", "hen"),
        ("Wethouder Karin van Zorg zegt dat het geld op is.", "Karin van Zorg"),
        ("Gedeputeerde Els Kamp van Natuur zegt dat het bos blijft.", "Els Kamp"),
        ("Minister Els Kamp van Zorg, Welzijn en Sport zwijgt. Volgens hen is het geld op.", "hen"),
        ("Het ministerie van Zorg zegt dat het geld op is.", "het ministerie van Zorg"),
    ],
)
def test_what_an_office_is_about_is_no_part_of_a_name_and_does_not_speak(text: str, speaker: str) -> None:
    assert said(text)[-1][0] == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Piet Bos is boos. Een ander neemt het op voor Jan Pit. “Hij is eerlijk”, zegt hij.", "een ander"),
        ("Piet Bos is boos. Een ander neemt het op voor Jan Pit. “Hij helpt iedereen.”", "een ander"),
        (
            "Buurvrouw Anna Pool klaagt. Een andere buurvrouw zegt dat het meevalt. Volgens haar ruikt niemand iets.",
            "een andere buurvrouw",
        ),
        ("Iemand belde de krant. “Het is mooi”, zegt zij.", "iemand"),
        ("De ene fabriek sluit, een andere blijft open. Volgens hem is het erg.", "hem"),
        ("De brug in Merkel is dicht. Volgens hen is het te duur.", "hen"),
    ],
)
def test_who_is_brought_in_speaks_for_himself(text: str, speaker: str) -> None:
    assert said(text)[-1][0] == speaker


def test_a_statement_of_one_just_brought_in_is_no_body_s() -> None:
    text = "Een bewoner klaagt. Een ander neemt het op voor de fabriek. “Zij doen hun best”, zegt ze."
    reading = read(text)
    names = {actor.id: actor.name for actor in reading.actors}
    assert names[reading.attributions[-1].actor or ""] == "ander"


TURNED = [
    "trekt de bewering dat de dam lekt in twijfel",
    "wijst de beschuldiging dat de dam lekt van de hand",
    "haalt de bewering dat de dam lekt onderuit",
    "veegt de bewering dat de dam lekt van tafel",
    "werpt de beschuldiging dat de dam lekt verre van zich",
    "neemt afstand van de bewering dat de dam lekt",
    "maakt korte metten met het idee dat de dam lekt",
    "doet de bewering dat de dam lekt af als onzin",
    "ontkracht dat de dam lekt",
    "is niet van mening dat de dam lekt",
    "heeft nooit gezegd dat de dam lekt",
    "zegt niet dat de dam lekt",
]


@pytest.mark.parametrize("turned", TURNED)
def test_who_turns_a_claim_down_does_not_hold_it(turned: str) -> None:
    held = [a for a in read(f"Kees Mol {turned}.").attributions if a.speaker == "Kees Mol"]
    assert not [a for a in held if stance_of(a.attitude, a.polarity, a.certainty) in MAINTAINED]


def test_who_voices_a_claim_holds_it() -> None:
    assert [a.speaker for a in read("Kees Mol herhaalt de bewering dat de dam lekt.").attributions] == ["Kees Mol"]


@pytest.mark.parametrize("heard", ["hoorde {}", "heeft {} begrepen", "kreeg {} te horen", "vernam {}"])
def test_what_is_heard_of_somebody_is_his_word(heard: str) -> None:
    told = f"Jan Bos {heard.format('van Piet Kol')} dat de dam brak."
    assert said(told) == [("Piet Kol", "dat de dam brak")]
    assert said(f"Jan Bos {heard.format('gisteren')} dat de dam brak.")[0][0] == "Jan Bos"


def test_a_name_that_is_a_noun_too_is_who_denies() -> None:
    told = "Volgens directeur Guus Hoek is de sluis gekeurd. Schipper Toon Kiel is boos. Hoek ontkent dat hij de klacht kende."
    assert [(a.speaker, a.attitude) for a in read(told).attributions][-1] == ("Guus Hoek", "deny")


def test_a_source_behind_a_colon_says_what_stands_behind_it() -> None:
    told = "De Waterbond spreekt dat tegen: volgens directeur Guus Balk is de sluis gekeurd."
    [words] = [words for who, words in said(told) if who == "Guus Balk"]
    assert words == "is de sluis gekeurd"


def of_we(text: str) -> list[str]:
    """The actors whom a *we* means."""
    words = {"we", "wij", "onze", "ons"}
    return [a.name for a in read(text).actors if any(text[slice(*m)].lower() in words for m in a.mentions)]


@pytest.mark.parametrize(
    ("speaker", "body"),
    [
        ("directeur Kees Mol van Glasfabriek Ruit", ["Glasfabriek Ruit"]),
        ("directeur Kees Mol", []),
        ("bewoner Truus Smit", []),
    ],
)
def test_we_is_the_speaker_s_body_or_nobody(speaker: str, body: list[str]) -> None:
    union = "De Bond van Veerlieden staakt. De Bond van Veerlieden eist loon. De bakker is boos. Het regent."
    assert of_we(f"{union} “Wij betalen genoeg”, zegt {speaker}.") == body


def test_a_dateline_abroad_gives_nobody_a_country() -> None:
    text = "NAIROBI - Jan Mbeki en de stichting Bosland zeggen dat de weg dicht is. De vakbond Unitas staakt."
    assert {actor.country for actor in read(text).actors} <= {None}


def test_a_dateline_at_home_changes_nothing() -> None:
    text = "UTRECHT - Wethouder Karin Blok zegt dat de weg dicht is."
    assert [actor.country for actor in read(text).actors] == ["NLD"]


@pytest.mark.parametrize(
    "text",
    [
        "TARSIS (ANP) - Olav Brenn zegt dat de brug dicht blijft. Mira Kant spreekt hem tegen.",
        "Olav Brenn zegt dat de brug dicht blijft. Dat meldt het ANP.",
        "In Utrecht zei president Olav Brenn van Sovrië dat de brug dicht blijft.",
        "Minister Kim Bos reist naar Utrecht. De Sovrische minister Olav Brenn zegt dat de brug dicht blijft.",
    ],
)
def test_who_is_of_an_unknown_state_is_not_of_the_reporter_s(text: str) -> None:
    assert [actor.country for actor in read(text).actors if actor.name == "Olav Brenn"] == [None]


@pytest.mark.parametrize("place", ["De gemeente Veerdam", "Het waterschap Veerdam", "De politie-eenheid Veerdam"])
def test_offices_and_bodies_tell_that_a_village_nobody_knows_is_at_home(place: str) -> None:
    assert {actor.country for actor in read(f"{place} zegt dat Kees Mol de brug sluit.").actors} == {"NLD"}


def test_the_president_of_a_court_is_of_its_country() -> None:
    text = "De wethouder luisterde. President Kees Mol van de rechtbank zegt dat de zaak rust."
    assert [actor.country for actor in read(text).actors if actor.name == "Kees Mol"] == ["NLD"]


def events(text: str) -> list[tuple[str, str]]:
    return [(e.code, e.polarity) for e in read(text).events]


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("De bond blokkeert geen wegen.", "-"),
        ("De bond blokkeerde de weg.", "+"),
        ('De bond staakt. "We blokkeren geen wegen," zegt voorzitter Piet Kok.', "-"),
        ("De politie hield de betogers tegen.", "+"),
        ("De boeren hielden de trein tegen.", "+"),
        ("De politie hield de betogers niet tegen.", "-"),
        ("De politie wist een aanslag te voorkomen.", "-"),
    ],
)
def test_polarity_of_an_event(text: str, polarity: str) -> None:
    assert events(text)[-1][1] == polarity


@pytest.mark.parametrize("text", ["De stad is zwaar getroffen.", "Vijf soldaten werden getroffen door een granaat."])
def test_who_is_hit_meets_nobody(text: str) -> None:
    assert "CONSULT" not in [code for code, _ in events(text)]


def test_who_meets_somebody_does() -> None:
    assert events("De minister trof de leiders in Merkel.") == [("CONSULT", "+")]


@pytest.mark.parametrize("text", ["Maandagnacht bezette de fabriek.", "Maandag staakt.", "Wil arresteerde hem."])
def test_a_time_or_a_modal_verb_does_nothing(text: str) -> None:
    assert not [agent for event in read(text).events for agent in event.agents]


@pytest.mark.parametrize("denial", ["de veiligheidsregio spreekt dat tegen", "ingenieur Ans Bos ontkent dat"])
def test_what_another_says_behind_a_semicolon_is_not_on_the_word_of_the_first(denial: str) -> None:
    text = f"Volgens wethouder Karin Blok is de kade veilig; {denial}."
    assert said(text)[0] == ("Karin Blok", "is de kade veilig")
    assert [a.parent for a in read(text).attributions] == [None, None]


def test_nobody_is_no_actor_and_gives_nobody_a_name() -> None:
    text = "Geen enkele gemeente heeft een plan. De gemeente Merkel zwijgt. De gemeente zegt dat zij wacht."
    assert "geen enkele gemeente" not in {actor.name.lower() for actor in read(text).actors}
    assert said(text)[-1][0] != "geen enkele gemeente"


def test_of_two_who_can_speak_the_first_calls_the_second() -> None:
    assert said("Raadslid Terpstra noemt wethouder Dorrestijn een leugenaar.")[0][0] == "Terpstra"
    assert said("Haar vertrek noemt de inspectie een fout.")[0][0] == "de inspectie"


@pytest.mark.parametrize("body", ["Netbeheerder Kustlijn", "De Volksbode", "Het bedrijf Kustlijn"])
def test_this_newspaper_is_nobody_that_the_text_names(body: str) -> None:
    text = f"{body} bestrijdt dat de kabel lekt. Eerder meldde deze krant dat ambtenaren bezwaar hadden gemaakt."
    assert [speaker for speaker, words in said(text) if "bezwaar" in words] == ["deze krant"]
