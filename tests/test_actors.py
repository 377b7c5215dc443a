"""Who is who in a text: names, roles, nouns and pronouns joined to actors; the user's own actors; actors of two texts."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from timing import assert_growth

from wederhoor.errors import WederhoorError
from wederhoor.languages.pack import load_pack
from wederhoor.reading import open_reader
from wederhoor.reading.actors.same import same_actor
from wederhoor.reading.actors.userfile import read_user_actors
from wederhoor.reading.places.countries import countries_of
from wederhoor.records import Actor, Document, Reading, Role

CODES = countries_of(load_pack("nl")).usual


def read(text: str, actors: Path | None = None) -> Reading:
    return open_reader("nl", actors=actors)(Document(doc="t", text=text))


def find(text: str, name: str, actors: Path | None = None) -> Actor:
    reading = read(text, actors)
    found = [actor for actor in reading.actors if actor.name == name]
    assert len(found) == 1, [actor.name for actor in reading.actors]
    return found[0]


def words(text: str, actor: Actor) -> list[str]:
    return [text[slice(*span)] for span in actor.mentions]


def names(text: str) -> list[str]:
    return [actor.name for actor in read(text).actors]


def english(text: str) -> Reading:
    return open_reader("en")(Document(doc="t", text=text, lang="en"))


# headlines


@pytest.mark.parametrize(
    ("text", "name", "mentions"),
    [
        (
            "Waterschap ontslaat sluiswachter\n\nWaterschap De Zilk ontslaat hem. Het waterschap zegt dat hij te laat was.",
            "De Zilk",
            ["Waterschap", "Waterschap De Zilk", "Het waterschap"],
        ),
        (
            "Bank sluit kantoren\n\nDe Merenbank sluit dertig kantoren. De bank zegt dat niemand er meer komt.",
            "Merenbank",
            ["Bank", "De Merenbank", "De bank"],
        ),
        (
            "Vakbond dreigt met staking\n\nDe vakbond van havenwerkers dreigt met een staking.",
            "vakbond van havenwerkers",
            ["Vakbond", "De vakbond van havenwerkers"],
        ),
        (
            "BINNENLAND\n\nBurgemeester stapt op\n\nBurgemeester Ilse Aarden stapt op. De burgemeester zegt dat zij moe is.",
            "Ilse Aarden",
            ["Burgemeester", "Burgemeester Ilse Aarden", "De burgemeester", "zij"],
        ),
    ],
)
def test_a_headline_means_whom_the_text_tells_of(text: str, name: str, mentions: list[str]) -> None:
    assert words(text, find(text, name)) == mentions


def test_an_english_headline_means_whom_the_text_tells_of() -> None:
    text = "Union threatens to strike\n\nThe dockers union in Veldport said on Monday that it would strike. The union wants more."
    found = [words(text, actor) for actor in english(text).actors if "union" in actor.name]
    assert found == [["Union", "The dockers union in Veldport", "The union"]]


def test_a_headline_means_nobody_of_two() -> None:
    text = "Minister stapt op\n\nMinister Bram Kolk zei dat minister Nele Post opstapt. Nele Post sprak dat tegen."
    assert "Minister" not in words(text, find(text, "Bram Kolk")) + words(text, find(text, "Nele Post"))


def test_a_first_sentence_is_no_headline() -> None:
    text = "Waterschap ontslaat sluiswachter.\n\nWaterschap De Zilk heeft hem ontslagen. De Zilk zwijgt."
    assert words(text, find(text, "De Zilk")) == ["Waterschap De Zilk", "De Zilk"]


@pytest.mark.parametrize(
    "text",
    [
        "De nieuwe sluis staat er volgens het waterschap vóór 1 november, op tijd voor de herfst.",
        "De nieuwe sluis gaat volgens het waterschap op 3 mei open.",
        "De nieuwe sluis is volgens het waterschap sinds maart veilig.",
    ],
)
def test_nobody_is_of_a_day(text: str) -> None:
    reading = read(text)
    assert [(a.speaker, [text[slice(*span)] for span in a.source]) for a in reading.attributions] == [
        ("het waterschap", ["het waterschap"])
    ]
    assert [actor.name for actor in reading.actors] == ["waterschap"]


# names


def test_they_whom_a_noun_for_a_thing_describes_are_nobody() -> None:
    text = "De waarnemers vonden de verkiezingen van Veldmeer eerlijk. “Een farce waren ze”, zegt Séraphine Oukali."
    mentioned = {text[start:end] for actor in read(text).actors for start, end in actor.mentions}
    assert "Séraphine Oukali" in mentioned
    assert "ze" not in mentioned


def test_part_of_a_name_is_the_same_person() -> None:
    text = "Minister Anna Veldkamp opent de brug. Veldkamp zei dat de oude brug te smal was."
    assert words(text, find(text, "Anna Veldkamp")) == ["Minister Anna Veldkamp", "Veldkamp"]


def test_role_before_a_short_name_tells_two_people_apart() -> None:
    text = "Kamervoorzitter Brandt Corstius opende de zitting. Later nam minister Brandt van Verkeer het woord."
    assert {"Brandt Corstius", "Brandt"} <= set(names(text))


def test_acronym_and_long_form_are_one_body() -> None:
    text = "De Verenigde Havenorganisatie (VHO) staakt. De VHO wil meer loon."
    assert len(find(text, "Verenigde Havenorganisatie").mentions) == 3


def test_aliases_that_everybody_knows_are_one_body() -> None:
    text = "De Europese Unie vergadert in Brussel. De EU wil een akkoord."
    assert find(text, "Europese Unie").aliases == ("EU",)


def test_slip_of_the_pen_and_other_accents_are_the_same_name() -> None:
    text = "Trainer Orhan Güneyli is blij. Güneyli roemt zijn ploeg. “We groeien,” zegt Guneyli. Orhan Güneylii lachte."
    assert len(find(text, "Orhan Güneyli").mentions) >= 4


def test_short_form_of_a_body() -> None:
    text = "Voetbalclub FC Zuiderkade won. De trainer van FC Zuiderkade was blij. “Zuiderkade groeit,” zei hij."
    assert "Zuiderkade" in words(text, find(text, "FC Zuiderkade"))


def test_names_of_one_state_are_one_state() -> None:
    text = "De Verenigde Staten eisen een verbod. Amerika dreigt met een boycot. De VS willen snel een besluit."
    state = find(text, "Verenigde Staten")
    assert (state.kind, state.country, len(state.mentions)) == ("state", "USA", 3)


def test_country_that_is_only_a_place_is_no_actor() -> None:
    text = "In Polen regent het. Marie Kolm woont al jaren in Polen."
    assert names(text) == ["Marie Kolm"]


def test_capital_that_acts_is_its_state() -> None:
    text = "Rusland eist opheldering. Volgens Moskou is het verdrag geschonden."
    assert "Moskou" in words(text, find(text, "Rusland"))


def test_family_is_a_group() -> None:
    text = "De familie Oztaf mag blijven. De familie Oztaf woont in een klein dorp."
    assert find(text, "familie Oztaf").kind == "group"


# roles and nouns


def test_apposition_is_a_mention_and_a_role() -> None:
    text = "Volgens Dana Keller, directeur van hulporganisatie Brugwacht, is er te weinig water."
    actor = find(text, "Dana Keller")
    assert words(text, actor) == ["Dana Keller", "directeur van hulporganisatie Brugwacht"]
    assert actor.roles == (Role("directeur", "hulporganisatie Brugwacht"),)


def test_role_before_a_name_is_one_mention_and_written_as_it_stands() -> None:
    text = "De Poolse president Jerzy Malik reist naar Gent."
    actor = find(text, "Jerzy Malik")
    assert words(text, actor) == ["De Poolse president Jerzy Malik"]
    assert (actor.country, actor.sector, actor.roles) == ("POL", "GOV", (Role("Poolse president"),))


def test_noun_takes_up_the_one_who_has_that_role() -> None:
    text = "Burgemeester Els Vroom waarschuwde de inwoners. Jan Terpstra bleef thuis. De burgemeester was boos."
    assert words(text, find(text, "Els Vroom"))[-1] == "De burgemeester"


def test_newspaper_is_taken_up_by_its_sort() -> None:
    text = "De Telegraaf meldt dat de brug instort. De krant beroept zich op een ingenieur."
    assert words(text, find(text, "De Telegraaf")) == ["De Telegraaf", "De krant"]


def test_predicate_is_no_mention() -> None:
    text = "Karel Ooms is een bekende zanger. Karel Ooms woont in Assen."
    assert words(text, find(text, "Karel Ooms")) == ["Karel Ooms", "Karel Ooms"]


def test_ministry_is_one_actor() -> None:
    text = "Het ministerie van Financiën wil niets zeggen. Bij Financiën is men verrast."
    assert len(find(text, "ministerie van Financiën").mentions) == 2


# pronouns


def test_pronouns_and_possessives() -> None:
    text = "Marie Kolm verkocht haar huis. Ze verhuisde naar Gent. Haar man bleef in het dorp."
    assert words(text, find(text, "Marie Kolm")) == ["Marie Kolm", "haar", "Ze", "Haar"]


def test_object_is_not_the_subject_of_its_clause() -> None:
    text = "Piet Ooms kwam binnen. Karel Dros herkende hem niet."
    assert "hem" in words(text, find(text, "Piet Ooms"))


def test_first_person_in_direct_speech_is_its_speaker() -> None:
    text = "“Ik ga naar mijn zus,” zei Marie Kolm. Ik geloofde dat niet."
    assert words(text, find(text, "Marie Kolm")) == ["Ik", "mijn", "Marie Kolm"]


def test_reflexive_is_no_mention() -> None:
    text = "Marie Kolm: “Ik bedenk me nooit.”"
    assert words(text, find(text, "Marie Kolm")) == ["Marie Kolm", "Ik"]


def test_we_of_a_director_is_the_body() -> None:
    text = "Staalbedrijf Corvex maakt winst. “Wij groeien,” zegt directeur Anna Dros van Corvex."
    assert "Wij" in words(text, find(text, "Corvex"))


def test_two_people_named_together() -> None:
    text = "Ton Bakema en Barry Elsloo speelden mee. Zij waren nerveus."
    pair = find(text, "Ton Bakema en Barry Elsloo")
    assert (pair.kind, words(text, pair)) == ("group", ["Ton Bakema en Barry Elsloo", "Zij"])


def test_body_owns_in_its_own_clause() -> None:
    text = "Marie Kolm kijkt toe. Staalconcern Corvex verplaatst een deel van zijn productie naar Gent."
    assert "zijn" in words(text, find(text, "Corvex"))


def test_body_that_speaks_of_itself_is_no_woman_of_the_sentence_before() -> None:
    text = "Minister Anna Kolk bezocht de kade. De brigade ontkent dat zij op betogers heeft geschoten."
    assert "zij" in words(text, find(text, "brigade"))


def test_woman_of_the_sentence_before_is_she_where_the_body_says_nothing() -> None:
    text = "Minister Anna Kolk bezocht de kade. De brigade wachtte tot zij kwam."
    assert "zij" in words(text, find(text, "Anna Kolk"))


# who is an actor


def test_unnamed_source_is_an_actor_and_an_unnamed_passer_by_is_none() -> None:
    text = "Een buurvrouw zegt dat de deur open stond. Een fietser reed langs."
    assert names(text) == ["buurvrouw"]


def test_crowd_is_an_actor_where_it_is_a_source() -> None:
    assert names("Iedereen denkt dat het misgaat.") == ["iedereen"]


def test_group_that_comes_back() -> None:
    text = "De krakers kregen een brief. Toch bleven de krakers in het pand."
    actor = find(text, "krakers")
    assert (actor.kind, len(actor.mentions)) == ("group", 2)


# country and attribution


def test_country_by_what_everybody_knows_and_by_the_text() -> None:
    assert find("President Clinton reist naar Gent.", "Clinton").country == "USA"
    assert find("Het Britse concern Corvex sluit een fabriek.", "Corvex").country == "GBR"
    assert find("De VN sturen waarnemers.", "VN").country is None


def test_country_of_a_state_that_nobody_knows_is_none() -> None:
    text = "Het leger van Zembrië heeft de hoofdstad bezet. President Irdan Tolsev is gevlucht."
    assert find(text, "Irdan Tolsev").country is None


def test_country_by_dutch_and_flemish_offices() -> None:
    assert find("Wethouder Karin Blom van Oudeweer wil het zwembad sluiten.", "Karin Blom").country == "NLD"
    text = "De schepen was er niet bij. Vakbondsman Rik Claes bezette de kaai met veertig dokwerkers."
    assert find(text, "Rik Claes").country == "BEL"


def test_ministries_belong_to_where_the_text_is_at_home() -> None:
    text = "De rebellen namen de hoofdstad in. Minister van Defensie Orin Vask riep het leger op om terug te slaan."
    assert all(actor.country is None for actor in read(text).actors)


def test_portfolio_in_brackets_is_nobody() -> None:
    assert names("Wethouder Piet Jansma (Sport) noemt het plan verstandig.") == ["Piet Jansma"]


def test_club_that_has_its_name_from_a_town_is_not_the_town() -> None:
    text = "De gemeente Terwolde wil de ijsbaan sluiten. IJsclub Terwolde is tegen. De gemeente vindt de baan te duur."
    assert len(find(text, "Terwolde").mentions) == 2
    assert len(find(text, "IJsclub Terwolde").mentions) == 1


def test_attributions_say_which_actor_speaks() -> None:
    text = "Marie Kolm kwam te laat. Ze zei dat de trein stilstond. Volgens haar was er brand."
    reading = read(text)
    ids = {actor.name: actor.id for actor in reading.actors}
    assert {a.actor for a in reading.attributions} == {ids["Marie Kolm"]}


# the user's own actors

FILE = """
[[actor]]
name = "Vrede"
kind = "organisation"
aliases = ["de vredesclub"]
country = "BEL"
sector = "NGO"

[[actor]]
name = "Anna de Jonge"
kind = "person"
aliases = ["De Jonge"]
roles = ["voorzitter"]
"""


@pytest.fixture
def own(tmp_path: Path) -> Path:
    path = tmp_path / "actors.toml"
    path.write_text(FILE, encoding="utf-8")
    return path


def test_names_that_are_words_too(own: Path) -> None:
    text = (
        "Vrede wil een verbod. De vredesclub vergadert morgen. De vrede is ver. De Jonge zwijgt, de jonge hond blaft."
    )
    assert words(text, find(text, "Vrede", own)) == ["Vrede", "De vredesclub"]
    jonge = find(text, "Anna de Jonge", own)
    assert (words(text, jonge), jonge.roles) == (["De Jonge"], (Role("voorzitter"),))


def test_user_wins(own: Path) -> None:
    text = "Trainer Piet de Jonge won. De Jonge was blij."
    assert "De Jonge" in words(text, find(text, "Anna de Jonge", own))
    actor = find("De Nederlandse Vrede wil een verbod.", "Vrede", own)
    assert (actor.kind, actor.country, actor.sector) == ("organisation", "BEL", "NGO")


WRONG = [
    ('[[actor]]\nname = "A"\nkind = "persoon"\n', "W603", 3),
    ('[[actor]]\nname = "A"\n', "W603", 1),
    ('[[actor]]\nkind = "person"\n', "W603", 1),
    ('[[actor]]\nname = "A"\nkind = "person"\n\ncountry = "NL"\n', "W603", 5),
    ('[[actor]]\nname = "A"\nkind = "person"\nsector = "XXX"\n', "W603", 4),
    ('[[actor]]\nname = "A"\nkind = "person"\naliases = "B"\n', "W603", 4),
    ('[[actor]]\nname = "A"\nkind = "person"\nland = "NLD"\n', "W602", 4),
    ('naam = "A"\n', "W602", 1),
    ("actor = 3\n", "W603", 1),
    ('[[actor]]\nname = "A"\nkind = "person"\n[[actor]]\nname = "B"\nkind = "person"\naliases = ["A"]\n', "W604", 7),
    ('[[actor]]\nname = "A\n', "W601", 2),
    ("[[actor]\n", "W601", 1),
]


@pytest.mark.parametrize(("text", "code", "line"), WRONG)
def test_errors_in_the_actors_file_name_the_line(tmp_path: Path, text: str, code: str, line: int) -> None:
    path = tmp_path / "actors.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(WederhoorError) as caught:
        read_user_actors(path, CODES)
    assert caught.value.code == code
    assert f"Line {line} of" in str(caught.value)


def test_actors_file_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(WederhoorError, match="W605"):
        read_user_actors(tmp_path / "weg.toml", CODES)
    (tmp_path / "latin.toml").write_bytes(b'# caf\xe9\n[[actor]]\nname = "A"\nkind = "person"\n')
    with pytest.raises(WederhoorError, match="W601: Line 1 "):
        read_user_actors(tmp_path / "latin.toml", CODES)


def test_empty_actors_file_and_byte_order_mark(tmp_path: Path) -> None:
    path = tmp_path / "actors.toml"
    path.write_text("", encoding="utf-8")
    assert read_user_actors(path, CODES) == ()
    path.write_text('[[actor]]\nname = "A"\nkind = "person"\n', encoding="utf-8-sig")
    assert [actor.name for actor in read_user_actors(path, CODES)] == ["A"]


# actors of two documents


def actor(name: str, kind: str = "person", **more: object) -> Actor:
    return Actor(id="P1", name=name, kind=kind, mentions=((0, 1),), **more)  # type: ignore[arg-type]


MINISTER = {"country": "NLD", "sector": "GOV"}
SAME = [
    (actor("Anna Veldkamp"), actor("Anna Veldkamp", country="NLD"), True),
    (actor("Anna Veldkamp", country="BEL"), actor("Anna Veldkamp", country="NLD"), True),
    (actor("Veldkamp"), actor("Anna Veldkamp"), False),
    (actor("Veldkamp", **MINISTER), actor("Anna Veldkamp", **MINISTER), True),
    (actor("Anna Veldkamp", **MINISTER), actor("Piet Veldkamp", **MINISTER), False),
    (
        actor("Volodymyr Zelensky", country="UKR", sector="GOV"),
        actor("Volodimir Zelenski", country="UKR", sector="GOV"),
        True,
    ),
    (actor("Kasym Tokajev", country="KAZ", sector="GOV"), actor("Kasym Tokajeva", country="KAZ", sector="GOV"), False),
    (actor("Jan de Boer", country="NLD", sector="SPT"), actor("Jan de Beer", country="NLD", sector="SPT"), False),
    (actor("buurvrouw"), actor("buurvrouw"), False),
    (actor("EU", "organisation"), actor("Europese Unie", "organisation"), True),
    (actor("Corvex", "organisation"), actor("Corvex", "organisation", country="BEL"), True),
    (
        actor("VHO", "organisation", aliases=("Verenigde Haven Organisatie",)),
        actor("Verenigde Haven Organisatie", "organisation"),
        True,
    ),
    (actor("Ajax", "organisation"), actor("Ajax", "person"), False),
    (actor("Rusland", "state", country="RUS"), actor("Russische Federatie", "state", country="RUS"), True),
    (
        actor("oppositie", "group", country="KAZ", sector="OPP"),
        actor("oppositie", "group", country="KAZ", sector="OPP"),
        True,
    ),
    (
        actor("bewoners", "group", country="NLD", sector="CVL"),
        actor("bewoners", "group", country="NLD", sector="CVL"),
        False,
    ),
    (
        actor("RTL 4", "organisation", country="NLD", sector="MED"),
        actor("RTL 5", "organisation", country="NLD", sector="MED"),
        False,
    ),
]


@pytest.mark.parametrize(("one", "other", "same"), SAME)
def test_same_actor(one: Actor, other: Actor, same: bool) -> None:
    pack = load_pack("nl")
    assert same_actor(one, other, pack) is same
    assert same_actor(other, one, pack) is same


# properties

PIECES = [
    "Minister Anna Veldkamp",
    "Veldkamp",
    "de minister",
    "hij",
    "zij",
    "ze",
    "hun",
    "zijn",
    "“Ik ga weg,”",
    "zei",
    "volgens",
    "iedereen",
    "De Verenigde Havenorganisatie (VHO)",
    "Rusland",
    "Moskou",
    "de Russen",
    "en",
    ",",
    ".",
    "\n\n",
    "de krakers",
    "een VVD'er",
    "u",
    "‘Wij blijven’",
    "die",
    "het land",
    "familie Oztaf",
    "(",
    ")",
    "wil",
    "dat",
    "Jansen senior",
    "burgemeester Deventer",
    "é",
    "😀",
]


@pytest.mark.slow
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=40))
def test_mentions_lie_in_the_text_once_and_ids_are_unique(pieces: list[str]) -> None:
    text = " ".join(pieces)
    if not text.strip():
        return
    reading = read(text)
    spans = [span for one in reading.actors for span in one.mentions]
    assert all(0 <= start < end <= len(text) and text[start:end].strip() for start, end in spans)
    assert len(spans) == len(set(spans))
    ids = [one.id for one in reading.actors]
    assert len(set(ids)) == len(ids)
    assert all(one.mentions and list(one.mentions) == sorted(one.mentions) and one.name for one in reading.actors)
    first = sorted(reading.actors, key=lambda one: (one.mentions[0][0], -one.mentions[0][1]))
    assert {one.id for one in first} == {f"P{n}" for n in range(1, len(first) + 1)}
    assert all(a.actor is None or a.actor in ids for a in reading.attributions)
    assert reading == read(text)


@pytest.mark.slow
def test_the_time_for_a_name_grows_with_the_number_of_its_mentions() -> None:
    reader = open_reader("nl")
    sentence = "Burgemeester Jan Jansma sprak. Jansma zei dat hij blijft. "
    small, large = (Document(doc="t", text=sentence * n) for n in (100, 1000))
    read_large: list[Reading] = []
    assert_growth(lambda: reader(small), lambda: read_large.append(reader(large)), at_most=25)
    assert max(len(one.mentions) for one in read_large[0].actors) == 3_000


def test_country_codes_of_known_names_are_codes() -> None:
    lexicon = load_pack("nl").actors
    found = {renown.country for renown in (*lexicon.people.values(), *lexicon.organisations.values())}
    assert found - {None} <= set(CODES)


@pytest.mark.parametrize(
    ("name", "said", "speaker", "known"),
    [
        ("06-interview", "dat hij bij de bezetter", "de moeder van Tessel Groenhart", None),  # and not Tessel herself
    ],
)
def test_who_speaks_is_who_the_actor_is(name: str, said: str, speaker: str, known: str | None) -> None:
    text = json.loads((Path(__file__).parent / "gold" / "attributions" / f"{name}.json").read_text("utf-8"))["text"]
    reading = read(text)
    told = next(a for a in reading.attributions if text[slice(*a.content[0])].startswith(said))
    names = {actor.id: actor.name for actor in reading.actors}
    assert (told.speaker, names.get(told.actor or "")) == (speaker, known)


def test_a_body_that_is_called_after_a_town_is_no_person_and_not_the_town() -> None:
    text = "De stuw in Oldam bleef dicht. In Oldam staan 64 huizen onder water. Volgens Oldam Droog is er geen zak geleverd."
    body = find(text, "Oldam Droog")
    assert body.kind == "organisation"
    assert words(text, body) == ["Oldam Droog"]


def test_no_name_goes_from_a_headline_into_the_dateline_below() -> None:
    text = (
        "Waterschap ontslaat stuwmeester na overstroming Ravensbroek\n\n"
        "OUDENMERLE (NPD) - Waterschap Het Merledal heeft de man ontslagen."
    )
    assert not [e for e in read(text).entities if "\n" in text[slice(*e.span)]]


def test_who_is_called_by_a_country_is_he_of_whom_it_was_told_and_not_who_was_named_in_between() -> None:
    text = (
        "A man from a Danish dairy group walks along the shelves. Desmond Oakley signed the sale on Monday. "
        "“Talks began in February,” the Dane told me."
    )
    reading = open_reader("en")(Document(doc="t", text=text))
    assert [words(text, actor) for actor in reading.actors if actor.name == "Desmond Oakley"] == [["Desmond Oakley"]]


def test_an_office_in_somebodys_own_words_is_not_himself() -> None:
    text = (
        "Marit Oldekamp zegt dat ze ziek was. Eind mei legde ze haar functie neer, ‘omdat ik de wethouder niet meer vertrouwde’. "
        "De wethouder zwijgt."
    )
    assert "de wethouder" not in words(text, find(text, "Marit Oldekamp"))
