"""Robustness: no text, however long or strange, makes the reader stop, take for ever or say what is not there."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from timing import HANGS, assert_growth

import wederhoor
from wederhoor.exchange.grounding import check_grounded
from wederhoor.languages.pack import load_pack
from wederhoor.records import Reading
from wederhoor.syntax.quotations import quotations_of

pytestmark = pytest.mark.slow  # as a whole
PACK = load_pack("nl")
SENTENCE = "De burgemeester van Oosterwaal zegt dat de brug dicht blijft. "
PARAGRAPHS = (
    "De burgemeester van Oosterwaal zegt dat de brug dicht blijft. “Wij wachten op het onderzoek”, aldus Anna "
    "Veldkamp. “Dat duurt lang.”\n\n"
    "Volgens wethouder Karel Brons is de haven veilig. Hij vreest dat de vissers vertrekken. De boeren ontkennen dat "
    "zij de dijk hebben beschadigd.\n\n"
)


def read(text: str) -> Reading:
    """Reads a text; every span of the reading lies in the text, which is the one that went in."""
    reading = wederhoor.read_text(text, lang="nl")
    assert reading.text == text
    check_grounded(reading)
    spans = [e.span for e in reading.entities]
    spans += [span for a in reading.attributions for span in (*a.content, *a.cue, *a.source)]
    for start, end in spans:
        assert 0 <= start < end <= len(text)
        assert text[start:end] == text[start:end].strip()
    return reading


# Long


def test_one_line_of_a_hundred_thousand_characters() -> None:
    text = (SENTENCE * 2_000)[:100_000]
    reading = read(text)
    found = [text[slice(*a.content[0])] for a in reading.attributions]
    whole = text.count("dat de brug dicht blijft.")
    assert found.count("dat de brug dicht blijft") >= 0.95 * whole
    starts = [a.content[0][0] for a in reading.attributions]
    assert starts == sorted(starts)
    assert starts[-1] > 99_000


def test_one_word_of_a_hundred_thousand_characters() -> None:
    assert read("x" * 100_000).attributions == ()


def test_one_sentence_without_an_end() -> None:
    read("de brug en de dijk en " * 4_000)


def test_a_million_characters_are_read(tmp_path: Path) -> None:
    """In a process of its own: what it takes of memory is given back. How time grows is tested with less."""
    file = tmp_path / "archief.txt"
    file.write_text((PARAGRAPHS * 4_000)[:1_000_000], encoding="utf-8")
    out = tmp_path / "archief.jsonl"
    script = "from wederhoor.cli import run; run()"
    command = [sys.executable, "-c", script, "read", str(file), "--format", "jsonl", "--out", str(out)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=HANGS, env=os.environ)
    assert (done.returncode, done.stderr) == (0, "")
    assert out.stat().st_size > 3_000_000


# Nothing to read

NOTHING = {
    "straight marks": '"' * 3_000,
    "single marks": "'" * 3_000,
    "pairs": "“”" * 1_000,
    "pairs apart": "“ ” " * 1_000,
    "closing marks": "”" * 1_000,
    "commas and quotes": ",,''" * 1_000,
    "mixed marks": "“„‘’”«»\"'`" * 100,
    "punctuation": "..,,!!??;;::--––…()[]{}/\\|*&^%$#@~" * 100,
    "points": "." * 20_000,
    "emoji": "🎉👩‍👩‍👧‍👦👍🏽🇳🇱" * 500,
    "combining marks": "e" + "\u0301" * 5_000,
    "right to left": "שלום עולם " * 1_000,
    "digits": "1.234,56 " * 2_000,
    "blank lines": "\n\r\n \t\n" * 2_000 + "a",
    "no-break spaces": "\u00a0" * 5_000 + "a",
}


@pytest.mark.parametrize("text", NOTHING.values(), ids=NOTHING)
def test_a_text_without_words_says_nothing(text: str) -> None:
    assert read(text).attributions == ()


@pytest.mark.parametrize("opening", "“„‘«‚`")
def test_a_text_of_opening_marks_only(opening: str) -> None:
    assert read(opening * 300).attributions == ()


@pytest.mark.parametrize("mark", [*"“”„\"«»‘’'‚`´–—-:,.!?", ",,", "''", "``", "…", "()"])
@pytest.mark.parametrize("where", ["{}", "{} ", " {}", "{}a", "a{}", "a {}", "{} a", "{0}a{0}", "{0} {0}", "{0}\n{0}"])
def test_a_lone_mark(mark: str, where: str) -> None:
    read(where.format(mark))


@pytest.mark.parametrize(
    "text",
    [
        "zegt", "Zegt.", "aldus", ", aldus", "volgens", "Volgens.", "Volgens de", "dat", "zou", "naar verluidt",
        "“", "“ zegt", "“, zegt”", "“” zegt Jan.", "“.” zegt", "“?” vraagt", "zegt “", "zegt: “", ": “a”", "Jan: “",
        "Jan: “”", "“a”, aldus", "“a”, aldus.", "“a”, zegt,", "in zijn", "in zijn ogen", "als het aan ligt", "zegt dat.",
        "zegt dat, dat, dat", "dat dat dat zegt zegt zegt", "hij hij hij", "zijn zijn zijn ogen", "naar eigen zeggen",
        "volgens het vrees of «", "0", "Zij zei: 12", "Het is bijna", "Had hij", "Nooit had", "in plaats van te", "laat",
    ],
)  # fmt: skip
def test_a_piece_of_a_sentence(text: str) -> None:
    read(text)


# The same word over and over


@pytest.mark.parametrize(
    "word", ["Veldkamp ", "Anna Veldkamp, ", "Anna Veldkamp zegt. ", "zegt ", "dat ", "volgens ", "hij ", "“ja” "]
)
def test_ten_thousand_times_the_same(word: str) -> None:
    read(word * 10_000)


# Characters that are no text


CONTROLS = [chr(c) for c in (*range(32), *range(127, 160), 0x2028, 0x2029, 0xFEFF, 0x200B, 0x202E, 0xFFFD, 0xE000)]


def test_control_characters_between_words() -> None:
    text = "".join(f"“De brug{c}blijft dicht”,{c}zegt burgemeester{c}Anna Veldkamp.{c}" for c in CONTROLS)
    read(text)


@pytest.mark.parametrize("character", [c for c in CONTROLS if not c.isspace()], ids=ascii)
def test_a_control_character_inside_a_quotation_stays(character: str) -> None:
    text = f"“De brug{character} blijft voorlopig dicht”, zegt burgemeester Anna Veldkamp."
    (attribution,) = read(text).attributions
    assert text[slice(*attribution.content[0])] == f"De brug{character} blijft voorlopig dicht"


@pytest.mark.parametrize(
    "blank", ["\t", "  ", "\u00a0", "\u2009", " \t  ", "\v", "\f", "\x1c", "\x85", "\u2028"], ids=ascii
)
def test_blanks_of_any_kind_and_number(blank: str) -> None:
    """White space is no word, and no word hangs on it: a circle of heads would never end."""
    read(blank.join(f"{PARAGRAPHS}{PARAGRAPHS}".split(" ")))
    read(
        blank.join(
            ["gestolen", "of", "", "zij", "zou", ":", "ligt", '"', "1", "ogen", "van", "de", "„", "aan", "is", ","]
        )
    )


# Deep and dense


@pytest.mark.parametrize("depth", [50, 500])
@pytest.mark.parametrize(
    "pair", [("“", "”"), ("“Hij zei: ", "”"), ("“Hij zei: ‘zij ", "’ ”"), ("«„", "”»"), ("(", ")")]
)
def test_deeply_nested_quotations(pair: tuple[str, str], depth: int) -> None:
    opening, closing = pair
    read(f"Anna Veldkamp zegt: {opening * depth}de brug blijft dicht{closing * depth}.")


def test_deeply_nested_reports() -> None:
    read("De visser zegt dat " + "de boer zegt dat de bakker zegt dat " * 200 + "de brug dicht blijft.")


MARKS = [
    "“",
    "”",
    "„",
    '"',
    "«",
    "»",
    "‘",
    "’",
    "'",
    "`",
    ",,",
    "''",
    "“‘",
    "“”",
    "‘ ’",
    "“a ",
    " „",
    "«a",
    "“a” ",
    "‘a’ ",
]


@pytest.mark.parametrize("mark", MARKS)
def test_the_time_for_marks_grows_with_their_number(mark: str) -> None:
    assert_grows_with_length(find_quotations, mark, 1_000)


@pytest.mark.parametrize("text", ["Komt u?\n“Ik kom”, zegt hij.\nIk blijf.\n", "– Ja.\n", "– “Ja.”\n"])
def test_the_time_for_layout_grows_with_the_number_of_lines(text: str) -> None:
    assert_grows_with_length(find_quotations, text, 250)


@pytest.mark.parametrize(
    "text", [PARAGRAPHS, "“Ja”, zegt hij. ", "Jan zegt dat “de brug” dicht is. ", "Anna Brons: “Nee.”\n"]
)
def test_the_time_for_reading_grows_with_the_length(text: str) -> None:
    assert_grows_with_length(lambda longer: wederhoor.read_text(longer, lang="nl"), text, 12_000 // len(text))


def find_quotations(text: str) -> object:
    return quotations_of(text, PACK.grammar.clitics, PACK.closed.first_person)


def assert_grows_with_length(work: Callable[[str], object], text: str, count: int) -> None:
    """Four times the text takes about four times as long; sixteen times would be the square."""
    assert_growth(lambda: work(text * count), lambda: work(text * count * 4), at_most=8)
