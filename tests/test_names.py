"""Names: where they begin and end, and one type for all occurrences in a document. The parses are built by hand."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wederhoor.languages.pack import load_pack
from wederhoor.reading.datelines import read_heads
from wederhoor.reading.names import agree_names
from wederhoor.reading.names.lexicon import name_lexicon, noun_type
from wederhoor.records import Entity, EntityType
from wederhoor.records.parse import Parse

PACK = load_pack("nl")
TOKEN = re.compile(r"(?:\w\.)+|(?:drs|mr|dr)\.|[\w'’]*\w(?:[-'’]\w+)*-?|\S")
TAGS = dict.fromkeys(["de", "het", "een", "die"], "DET") | dict.fromkeys(
    ["in", "van", "bij", "uit", "op", "voor"], "ADP"
)
TAGS |= {"en": "CCONJ", "hij": "PRON", "ik": "PRON", "is": "AUX"} | dict.fromkeys(["zegt", "wil", "wint"], "VERB")


@dataclass
class Text:
    """A text with what a pipeline makes of it: ``guesses`` are its names, each wherever it stands; ``tags`` its tags."""

    text: str
    guesses: dict[str, EntityType] = field(default_factory=dict)
    tags: dict[str, str] = field(default_factory=dict)

    def parse(self) -> Parse:
        tokens = list(TOKEN.finditer(self.text))
        words = [t.group() for t in tokens]
        starts, ends = [t.start() for t in tokens], [t.end() for t in tokens]
        breaks = [i for i, t in enumerate(tokens) if i == 0 or "\n" in self.text[tokens[i - 1].end() : t.start()]]
        first = sorted({*breaks, *(i + 1 for i, w in enumerate(words[:-1]) if w in ".?!")})
        sentences = list(pairwise([*first, len(words)]))
        roots = [a for a, b in sentences for _ in range(a, b)]
        parse = Parse(
            text=self.text, starts=starts, ends=ends, words=words, lower=[w.lower() for w in words],
            lemmas=[w.lower() for w in words], stems=[w.lower() for w in words], upos=[self._tag(w) for w in words],
            feats=[""] * len(words), heads=roots, deps=["dep"] * len(words),
            sentence_of=[n for n, (a, b) in enumerate(sentences) for _ in range(a, b)], sentences=sentences,
            paragraphs=list(pairwise([*breaks, len(words)])), entities=[], entity_of=[-1] * len(words),
            children=[[] for _ in words],
        )  # fmt: skip
        if opening := read_heads(self.text, PACK).dateline(self.text, 0, len(self.text)):
            place = opening.place
            parse = replace(parse, datelines=frozenset({starts.index(place[0])} if place else ()))
        for name, kind in self.guesses.items():
            for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", self.text):
                inside = [i for i in range(len(words)) if match.start() <= starts[i] < match.end()]
                for i in inside:
                    parse.entity_of[i] = len(parse.entities)
                parse.entities.append(Entity(match.span(), kind))
        return parse

    def _tag(self, word: str) -> str:
        if word in self.tags:
            return self.tags[word]
        if not word[0].isalnum() and len(word) == 1:
            return "PUNCT"
        return "NUM" if word.isdigit() else TAGS.get(word.lower(), "PROPN" if word[0].isupper() else "NOUN")


def names(text: str, guesses: dict[str, EntityType] | None = None, **tags: str) -> list[tuple[str, str]]:
    found = agree_names(Text(text, guesses or {}, tags).parse(), PACK)
    return [(text[slice(*e.span)], e.type) for e in found.entities]


def only(text: str, guesses: dict[str, EntityType] | None = None, **tags: str) -> list[str]:
    return [name for name, _ in names(text, guesses, **tags)]


# Where names begin and end


@pytest.mark.parametrize(
    ("text", "guess", "expected"),
    [
        ("Trainer Jan Veldstra zegt niets.", "Trainer Jan Veldstra", ["Jan Veldstra"]),
        ("Daar zegt mr. P. Hazelbos niets.", "mr. P. Hazelbos", ["P. Hazelbos"]),
        ("Persbureau Belvora zegt niets.", "Persbureau Belvora", ["Belvora"]),
        ("Daar zegt Ilse van Ommelrade niets.", "Ommelrade", ["Ilse van Ommelrade"]),
        ("Daar zegt Ilse van den Ommelrade niets.", "Ilse", ["Ilse van den Ommelrade"]),
        ("Volgens de Ommelbode wint de Veldclub duurt lang.", "Ommelbode wint", ["Ommelbode", "Veldclub"]),
    ],
)
def test_boundaries(text: str, guess: str, expected: list[str]) -> None:
    assert only(text, {guess: "PER"}) == expected


def test_compound_role_before_a_name_is_a_name_of_its_own() -> None:
    assert names("Daar staat VVD-bestuurder Karel Ommelrade.", {"VVD-bestuurder Karel Ommelrade": "PER"}) == [
        ("VVD-bestuurder", "MISC"),
        ("Karel Ommelrade", "PER"),
    ]


def test_office_and_its_holder_are_two_names() -> None:
    text = "Daar zegt de minister van Buitenlandse Zaken Karel Ommelrade niets."
    assert names(text, {"Buitenlandse Zaken Karel Ommelrade": "ORG"}) == [
        ("Buitenlandse Zaken", "ORG"),
        ("Karel Ommelrade", "PER"),
    ]


def test_person_and_club_are_two_names() -> None:
    text = "Daar staat Karel Ommelrade van Veldzicht stil."
    assert only(text, {"Karel Ommelrade van Veldzicht": "PER"}) == ["Karel Ommelrade", "Veldzicht"]


def test_nationality_before_a_name_is_a_name_of_its_own() -> None:
    text = "Daar staat het Britse Belvora stil."
    assert names(text, {"Britse Belvora": "ORG"})[0] == ("Britse", "MISC")


def test_name_keeps_a_nationality_that_it_is_built_with() -> None:
    assert only("Zij werkt bij het Vlaams Historisch Museum.", {"Vlaams Historisch Museum": "ORG"}) == [
        "Vlaams Historisch Museum"
    ]


def test_particle_with_capital_belongs_to_the_family_name() -> None:
    text = "Daar loopt Karel de Ommel. Later zegt De Ommel niets.\nDe Ommel zwijgt."
    assert only(text, {"Karel de Ommel": "PER", "Ommel": "MISC"}) == ["Karel de Ommel", "De Ommel", "De Ommel"]


def test_article_with_capital_inside_a_sentence_belongs_to_the_name() -> None:
    assert only("Dat las hij in De Ommelbode van maandag.", {"Ommelbode": "LOC"}) == ["De Ommelbode"]


def test_title_behind_the_word_that_announces_it() -> None:
    assert names('Zijn film "De lange weg naar huis" is oud.') == [("De lange weg naar huis", "MISC")]


def test_organisation_of_two_joined_words() -> None:
    text = Text("De bond Water en Wol zegt niets.", {"Water": "PER", "Wol": "LOC"}).parse()
    text.feats[text.words.index("bond")] = "Number=Sing"
    found = agree_names(text, PACK)
    assert [(text.text[slice(*e.span)], e.type) for e in found.entities] == [("Water en Wol", "ORG")]


def test_dateline_is_a_place() -> None:
    assert names("OMMELDAM, 3 mei. Daar is brand.")[:1] == [("OMMELDAM", "LOC")]


# What is no name


@pytest.mark.parametrize(
    ("text", "guess"),
    [
        ("Bovendien zegt hij niets.", "Bovendien"),
        ("Bakker wil niets.", "Bakker"),
        ("Kroketten zijn op. Hij wil de kroketten terug.", "Kroketten"),
        ("Daar zegt Hij niets.", "Hij"),
        ("Daar zegt de bakker niets.", "bakker"),
    ],
)
def test_capitals_of_sentences_make_no_names(text: str, guess: str) -> None:
    assert only(text, {guess: "PER"}) == []


# What they are names of


def test_all_occurrences_have_one_type() -> None:
    text = "Het bedrijf Belvora zegt niets. Bij Belvora werken honderd mensen. Later zegt Belvora niets."
    assert {kind for _, kind in names(text, {"Belvora": "PER"})} == {"ORG"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Daar staat concern Ommelvar stil.", "ORG"),
        ("Daar ligt rivier Ommelvar stil.", "LOC"),
        ("Daar draait film Ommelvar weer.", "MISC"),
        ("Daar staat wethouder Ommelvar stil.", "PER"),
        ("Daar staat mevrouw Ommelvar stil.", "PER"),
        ("Daar staat Ommelvar (34) stil.", "PER"),
        ("Daar staat de Ommelvarstraat leeg.", "LOC"),
        ("Daar staat Ommelvar-aanhanger stil.", "MISC"),
        ("Daar staat Belgische soep.", "MISC"),
    ],
)
@pytest.mark.parametrize("guess", ["PER", "ORG", "LOC", "MISC"])
def test_neighbours_tell_the_type(text: str, expected: str, guess: EntityType) -> None:
    word = next(w for w in re.findall(r"[\w-]+", text) if w.startswith(("Ommelvar", "Belgische")))
    assert names(text, {word: guess}) == [(word, expected)]


def test_family_name_is_the_person_named_in_full() -> None:
    text = "Daar staat Karel Ommelvar. In Ommelvar gelooft niemand. Volgens Ommelvar niet."
    assert {kind for _, kind in names(text, {"Ommelvar": "LOC"})} == {"PER"}


def test_people_of_a_place() -> None:
    text = "Daar ligt het dorp Ommelvar. De Ommelvarders staan stil."
    assert names(text, {"Ommelvarders": "ORG"})[1] == ("Ommelvarders", "MISC")


def test_acronym_in_brackets_is_what_the_long_form_is() -> None:
    text = "Daar staat de partij Ommels Verbond (OV) stil."
    assert names(text, {"Ommels Verbond": "PER", "OV": "LOC"}) == [("Ommels Verbond", "ORG"), ("OV", "ORG")]


# Names that the pipeline missed


def test_other_occurrences_of_a_name() -> None:
    text = "Daar staat Karel Ommelvar.\nOmmelvar zwijgt. Ook Ommelvar zwijgt."
    assert only(text, {"Karel Ommelvar": "PER"}, Ommelvar="NOUN") == ["Karel Ommelvar", "Ommelvar", "Ommelvar"]


def test_names_of_the_lists() -> None:
    assert names("Zij woont in Den Haag en werkt bij de Tweede Kamer.") == [
        ("Den Haag", "LOC"),
        ("Tweede Kamer", "ORG"),
    ]


# Rules that hold for all texts


def test_nouns_are_known_by_their_last_part() -> None:
    lexicon = name_lexicon(PACK)
    assert [noun_type(lexicon, n) for n in ("bakker", "meesterbakker", "bakkes")] == ["PER", "PER", None]


SCRAPS = [
    "Karel",
    "van",
    "de",
    "De",
    "VVD",
    "Ommel",
    "-",
    "'s",
    "(",
    ")",
    '"',
    ".",
    "\n",
    "minister",
    "Britse",
    "en",
    "&",
    "4",
]


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(SCRAPS), max_size=30), st.lists(st.sampled_from(SCRAPS), min_size=1, max_size=3))
def test_names_are_apart_and_in_order(scraps: list[str], guess: list[str]) -> None:
    before = Text(" ".join(scraps), {" ".join(guess): "ORG"}).parse()
    after = agree_names(before, PACK)
    assert (after.text, after.words) == (before.text, before.words)
    for one, other in pairwise(after.entities):
        assert one.span[1] <= other.span[0]
    for word, number in enumerate(after.entity_of):
        inside = [n for n, e in enumerate(after.entities) if e.span[0] <= after.starts[word] < e.span[1]]
        assert inside == ([number] if number >= 0 else [])
    assert agree_names(before, PACK) == after
