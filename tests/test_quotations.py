"""Quotations: where quoted words begin and end, by their marks or by the layout of the text."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from wederhoor.languages.pack import load_pack
from wederhoor.syntax.quotations import Quotation, find_quotations, quotations_of

PACK = load_pack("nl")

Shown = tuple[str, int]
"""The words of a quotation without its marks, and its depth."""


def marked(text: str) -> list[Quotation]:
    return find_quotations(text, PACK.grammar.clitics)


def all_of(text: str) -> list[Quotation]:
    return quotations_of(text, PACK.grammar.clitics, PACK.closed.first_person)


def shown(text: str) -> list[Shown]:
    return [(text[slice(*q.inner)], q.depth) for q in all_of(text)]


# Marks

PAIRS = {
    "double curly": "“”",
    "double straight": '""',
    "double low": "„”",
    "double low, German": "„“",
    "double low, closed straight": '„"',
    "double, twice the closing one": "””",
    "double comma": (",,", "''"),
    "double backtick": ("``", "''"),
    "guillemets": "«»",
    "guillemets, German": "»«",
    "single curly": "‘’",
    "single curly, twice the closing one": "’’",
    "single curly, closed straight": "‘'",
    "single straight": "''",
    "single low": "‚’",
    "single low, German": "‚‘",
    "backtick": "``",
    "backtick and acute": "`´",
}
WHERE = ["{}, zegt de visser.", "De visser zegt: {}", "Hij noemt het {} en lacht.", "({})", "{}", "Is het {}?"]


@pytest.mark.parametrize("where", WHERE)
@pytest.mark.parametrize("pair", PAIRS.values(), ids=PAIRS)
def test_every_style_of_marks(pair: tuple[str, str], where: str) -> None:
    opening, closing = pair
    text = where.format(f"{opening}De dijk houdt{closing}")
    (quotation,) = marked(text)
    start = text.index(opening)
    assert text[slice(*quotation.inner)] == "De dijk houdt"
    assert quotation.outer == (start, start + len(opening) + len("De dijk houdt") + len(closing))
    assert quotation.closed
    assert quotation.depth == 0


@pytest.mark.parametrize("sign", [".", "!", "?", ",", "…", "..."])
@pytest.mark.parametrize("pair", ["“”", '""', "‘’", "''"])
def test_the_sentence_mark_before_the_closing_one_is_inside(pair: str, sign: str) -> None:
    text = f"{pair[0]}De dijk houdt{sign}{pair[1]} Zij knikt."
    assert shown(text) == [(f"De dijk houdt{sign}", 0)]


def test_quotations_side_by_side_are_apart() -> None:
    assert shown('"Ja", zegt zij. "Nee", zegt hij.') == [("Ja", 0), ("Nee", 0)]
    assert shown("‘Ja’, zegt zij. ‘Nee’, zegt hij.") == [("Ja", 0), ("Nee", 0)]
    assert shown("De 'rode' en de 'groene' kaart") == [("rode", 0), ("groene", 0)]
    assert shown("“Ja”“Nee”") == [("Ja", 0), ("Nee", 0)]


def test_a_quoted_part_of_a_word() -> None:
    assert shown("De “dijk”bouw en de “haven”-uitbreiding") == [("dijk", 0), ("haven", 0)]


# Apostrophes

APOSTROPHES = [
    "'s Avonds is het stil, 's nachts ook.",
    "De foto's van de auto's en de baby's zijn weg.",
    "In de jaren '60 en '70 was de kade nieuw.",
    "Jan's boot ligt naast Hans' boot en de boot van Lies.",
    "'t Is laat, zei 'm en 'n man liep voorbij.",
    "Zo'n boot heb ik m'n hele leven niet gezien.",
    "De A'damse haven ging in '45 weer open.",
    "Rock-'n-roll klonk over 't plein.",
]


@pytest.mark.parametrize("text", APOSTROPHES)
@pytest.mark.parametrize("sign", ["'", "’"])
def test_apostrophes_are_no_quotation(text: str, sign: str) -> None:
    assert shown(text.replace("'", sign)) == []


@pytest.mark.parametrize("pair", ["“”", '""', "„”", "«»"])
@pytest.mark.parametrize("words", APOSTROPHES)
def test_apostrophes_inside_double_marks(words: str, pair: str) -> None:
    assert shown(f"{pair[0]}{words}{pair[1]}, zegt zij.") == [(words, 0)]


@pytest.mark.parametrize(
    "words",
    ["Ik ga 's avonds", "Ik zie de foto's van Jan's boot", "Dat was in '65", "Zo'n boot wil ik", "Ik zag 'm niet"],
)
@pytest.mark.parametrize("pair", ["‘’", "''"])
def test_apostrophes_inside_single_marks(words: str, pair: str) -> None:
    assert shown(f"{pair[0]}{words}{pair[1]}, zegt zij.") == [(words, 0)]


@pytest.mark.parametrize("words", ["'s Avonds is het stil", "'t Is laat"])
@pytest.mark.parametrize("pair", ["‘’", "''", "“”", '""'])
def test_an_apostrophe_right_behind_the_opening_mark(words: str, pair: str) -> None:
    assert shown(f"{pair[0]}{words}{pair[1]}, zegt zij.") == [(words, 0)]


def test_feet_and_inches_are_no_quotation() -> None:
    assert shown("Hij is 5' 10\" lang.") == []


# Nesting


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“Hij riep ‘stop’ en toen ‘ga’”, zegt zij.", [("Hij riep ‘stop’ en toen ‘ga’", 0), ("stop", 1), ("ga", 1)]),
        ("\"Hij riep 'stop'\", zegt zij.", [("Hij riep 'stop'", 0), ("stop", 1)]),
        ("‘Hij riep “stop”’, zegt zij.", [("Hij riep “stop”", 0), ("stop", 1)]),
        ("„Hij riep ‚stop’ naar mij”, zegt zij.", [("Hij riep ‚stop’ naar mij", 0), ("stop", 1)]),
        ("«Hij riep “stop” naar mij», zegt zij.", [("Hij riep “stop” naar mij", 0), ("stop", 1)]),
        (
            "“Hij riep ‘zij zei “nee” tegen mij’ vannacht”",
            [("Hij riep ‘zij zei “nee” tegen mij’ vannacht", 0), ("zij zei “nee” tegen mij", 1), ("nee", 2)],
        ),
    ],
)
def test_nested_quotations(text: str, expected: list[Shown]) -> None:
    assert shown(text) == expected


# Marks without a partner


def test_a_closing_mark_alone_is_no_quotation() -> None:
    assert shown("De dijk houdt”, zegt zij.") == []
    assert shown("De dijk houdt», zegt zij.") == []


def test_a_single_mark_alone_is_no_quotation() -> None:
    assert shown("‘De dijk houdt, zegt zij.") == []
    assert shown("De vissers' boten en 'de haven") == []


@pytest.mark.parametrize("opening", ["“", '"', "„", "«"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\n\n", ""])
def test_an_unclosed_quotation_ends_with_its_paragraph(opening: str, end: str) -> None:
    text = f"Zij zegt: {opening}De dijk houdt.{end}"
    (quotation,) = marked(text)
    assert text[slice(*quotation.inner)] == "De dijk houdt."
    assert not quotation.closed


def test_every_paragraph_of_a_long_quotation_may_open_anew() -> None:
    text = "“De dijk houdt.\n\n“De polder blijft droog.\n\n“Dat weet ik zeker.”\n\nZij lacht."
    assert shown(text) == [("De dijk houdt.", 0), ("De polder blijft droog.", 0), ("Dat weet ik zeker.", 0)]
    assert [q.closed for q in marked(text)] == [False, False, True]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\v", "\f", "\x85", "\u2028", "\u2029"], ids=ascii)
def test_a_quotation_never_goes_beyond_its_line(end: str) -> None:
    """Where the parse begins a new paragraph no quotation runs on."""
    assert shown(f"Zij zegt: “De dijk houdt.{end}De polder ook, zegt hij.") == [("De dijk houdt.", 0)]


def test_a_mark_that_is_lost_inside_does_not_hide_the_rest() -> None:
    assert shown("“De ‘dijk houdt”, zegt zij. “De polder ook”, zegt hij.") == [
        ("De ‘dijk houdt", 0),
        ("De polder ook", 0),
    ]


@pytest.mark.parametrize("text", ["", " ", '"', "“", "”", "'", "''", "‘’", ",,", "“\n”"])
def test_marks_with_nothing_between_them_are_no_quotation(text: str) -> None:
    assert shown(text) == []


@pytest.mark.parametrize("empty", ['""', "“”", "„”", "«»"])
def test_an_empty_pair_does_not_open_a_quotation(empty: str) -> None:
    assert shown(f"Het veld {empty} blijft leeg, zegt zij.") == []


# Layout


@pytest.mark.parametrize("dash", ["–", "—", "-"])
def test_dialogue_behind_dashes(dash: str) -> None:
    text = f"Zij staan op de kade.\n{dash} Ben je daar nog?\n{dash} Ja, nog even.\nHij knikt."
    assert shown(text) == [("Ben je daar nog?", 0), ("Ja, nog even.", 0)]


def test_one_dash_is_no_dialogue() -> None:
    assert shown("De kade is leeg.\n– Een losse regel.\nNiemand komt.") == []


def test_answers_of_an_interview_without_marks() -> None:
    answers = ["Ik kom elke week in de haven.", "Omdat ik er woon.", "Ja, ik ben blij met de brug."]
    questions = ["Komt u daar vaak?", "En waarom?", "Bent u tevreden?"]
    text = "\n\n".join(line for pair in zip(questions, answers, strict=True) for line in pair)
    assert shown(text) == [(answer, 0) for answer in answers]


def test_what_nobody_says_as_i_is_no_interview() -> None:
    assert shown("Wie komt daar?\nNiemand komt daar.\nEn nu?\nHet blijft stil.\nWaarom?\nHet water is te hoog.") == []


def test_quoted_answers_are_quoted_once() -> None:
    text = "Komt u vaak?\n“Ik kom vaak.”\nEn waarom?\n“Ik woon er.”\nEn nu?\n“Ik blijf.”"
    assert shown(text) == [("Ik kom vaak.", 0), ("Ik woon er.", 0), ("Ik blijf.", 0)]


# All texts

PIECES = st.sampled_from(
    [
        *"“”„\"«»‘’'‚`´,–-",
        ",,",
        "``",
        "''",
        *" \n\r.?:aX5é",
        "\r\n",
        "\n– ",
        "Ik ",
        "waarom?\n",
        "\u2028",
        "\u200f",
        "🎉",
    ]
)
TEXTS = st.lists(PIECES, max_size=60).map("".join)
LINE = re.compile(r"[\n\r]")


def assert_sound(text: str, found: list[Quotation]) -> None:
    assert found == sorted(found, key=lambda q: (q.outer[0], -q.outer[1]))
    for number, quotation in enumerate(found):
        start, end = quotation.outer
        assert 0 <= start < end <= len(text)
        assert start <= quotation.inner[0] < quotation.inner[1] <= end
        assert not LINE.search(text[start:end])
        around = [q for q in found[:number] if q.outer[1] > start]
        assert all(q.outer[1] >= end for q in around), "two quotations cross"
        assert quotation.depth == len(around)


@given(TEXTS)
@settings(max_examples=400, deadline=None)
@example("“‘”’")
@example("- “a\n- b”")
def test_quotations_of_any_text_are_sound(text: str) -> None:
    assert_sound(text, marked(text))
    assert_sound(text, all_of(text))


@given(st.text())
@settings(max_examples=200, deadline=None)
def test_quotations_of_any_characters_are_sound(text: str) -> None:
    assert_sound(text, all_of(text))


@given(st.sampled_from(["“{}”", '"{}"', "„{}”", "«{}»"]), st.text("abc é5.,-", min_size=1, max_size=30))
def test_any_words_between_marks_are_the_quotation(pair: str, words: str) -> None:
    assert shown(f"Zij zegt: {pair.format(f'a{words}z')}") == [(f"a{words}z", 0)]
