"""Expressions of time and their days. The sentences are in tests/data/times.toml, what they follow in docs/times.md."""

from __future__ import annotations

import datetime as dt
import random
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import wederhoor
from wederhoor.errors import WederhoorError
from wederhoor.languages.pack import load_pack
from wederhoor.languages.times import TimeLevel, TimeRule
from wederhoor.reading.datelines import read_heads
from wederhoor.reading.text import Text
from wederhoor.reading.times import find_times, periods
from wederhoor.reading.times.cascade import MAKERS
from wederhoor.reading.times.grammar import grammar_of
from wederhoor.records import Reading, Span, Time
from wederhoor.records.parse import Parse
from wederhoor.syntax.number_words import number_of, rank_of

DATA = Path(__file__).parent / "data"
FLOOR = 0.97
"""Of spans (F1, first and last character) and of intervals, on what the rules were made on and on what was held out."""

Read = Callable[..., Reading]


@pytest.fixture(scope="module")
def read() -> Read:
    return lambda text, date=None: wederhoor.read_text(text, lang="nl", date=date)


def unbracketed(text: str) -> tuple[str, list[Span]]:
    """The sentence without its brackets, and the spans that they enclosed."""
    plain, spans, start = "", [], 0
    for sign in text:
        if sign == "[":
            start = len(plain)
        elif sign == "]":
            spans.append((start, len(plain)))
        else:
            plain += sign
    return plain, spans


def items(name: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = tomllib.loads((DATA / f"{name}.toml").read_text(encoding="utf-8"))["items"]
    return found


def told(time: Time) -> str:
    return f"{time.type} {time.value} {time.start or '-'} {time.end or '-'}"


# What expressions mean


@pytest.mark.parametrize(
    ("words", "told_of"),
    [
        ("de eerste maandag van mei", "date 2031-05-05 2031-05-05 2031-05-05"),
        ("de tweede maandag van mei 2030", "date 2030-05-13 2030-05-13 2030-05-13"),
        ("de laatste zaterdag van september", "date 2031-09-27 2031-09-27 2031-09-27"),
    ],
)
def test_a_weekday_that_is_counted_in_a_month(read: Read, words: str, told_of: str) -> None:
    text = f"De raad vergadert op {words}."
    [time] = read(text, "2031-03-12").times
    assert text[slice(*time.span)] == words
    assert told(time) == told_of


@pytest.mark.parametrize("name", ["times", "times.heldout"])
def test_expressions_and_their_intervals(read: Read, name: str) -> None:
    gold = found = same_span = same_days = 0
    wrong: list[str] = []
    for item in items(name):
        text, spans = unbracketed(item["text"])
        times = {time.span: time for time in read(text, item.get("date")).times}
        gold += len(spans)
        found += len(times)
        for span, expected in zip(spans, item["times"], strict=True):
            got = times.pop(span, None)
            same_span += got is not None
            same_days += got is not None and told(got).split()[2:] == expected.split()[2:]
            if got is None or told(got) != expected:
                wrong.append(f"{item['text']} {expected}: {got and told(got)}")
        wrong += [f"{item['text']}: {text[slice(*time.span)]} {told(time)}" for time in times.values()]
    print(*wrong, sep="\n")
    assert gold > 80
    assert 2 * same_span / (gold + found) >= FLOOR
    assert same_days / gold >= FLOOR


@pytest.mark.parametrize(
    "text",
    [item["text"] for name in ("times", "times.heldout") for item in items(name) if not item["times"]],
)
def test_what_only_looks_like_a_time(read: Read, text: str) -> None:
    assert read(text, "2022-01-14").times == ()


@pytest.mark.parametrize("name", ["times", "times.heldout"])
def test_without_a_date_nothing_is_dated_that_counts_from_it(read: Read, name: str) -> None:
    """What has days without the document's date has the same days with it."""
    for item in items(name):
        text, _ = unbracketed(item["text"])
        bare = {time.span: time for time in read(text).times}
        for time in read(text, "2026-03-11").times:
            other = bare[time.span]
            assert other.value
            assert (other.start, other.end) in {(None, None), (time.start, time.end)}, text


@pytest.mark.parametrize(
    ("text", "date", "value", "start"),
    [
        ("De trein reed vrijdag niet.", "2022-01-12", "2022-01-07", "2022-01-07"),
        ("De trein rijdt vrijdag niet.", "2022-01-12", "2022-01-14", "2022-01-14"),
        ("De trein heeft vrijdag niet gereden.", "2022-01-12", "2022-01-07", "2022-01-07"),
        ("De trein zal vrijdag niet rijden.", "2022-01-12", "2022-01-14", "2022-01-14"),
        ("De trein zou vrijdag niet rijden.", "2022-01-12", "2022-01-14", "2022-01-14"),
        ("Anna zei dat de trein vrijdag niet rijdt.", "2022-01-12", "2022-01-14", "2022-01-14"),
        ("De trein staat sinds vrijdag stil.", "2022-01-12", "2022-01-07", "2022-01-07"),
        ("De school ging in mei dicht.", "2022-01-12", "2021-05", "2021-05-01"),
        ("De school gaat in mei dicht.", "2022-01-12", "2022-05", "2022-05-01"),
        ("De school gaat op 3 januari dicht.", "2022-01-12", "2023-01-03", "2023-01-03"),
    ],
)
def test_the_tense_says_which_day_or_month(read: Read, text: str, date: str, value: str, start: str) -> None:
    (time,) = read(text, date).times
    assert (time.value, time.start) == (value, start)


def test_times_count_from_the_time_named_before(read: Read) -> None:
    text = "In 1998 kocht zij een schip. In mei ging het te water. Drie jaar later verging het."
    assert [time.value for time in read(text, "2022-01-14").times] == ["1998", "1998-05", "2001"]


@pytest.mark.parametrize("date", [None, "2022-01-14"])
@pytest.mark.parametrize(
    ("words", "value"),
    [("31 februari", "XXXX-02-31"), ("31 februari 2021", "2021-02-31"), ("30-2-2021", "2021-02-30")],
)
def test_a_day_that_does_not_exist_keeps_its_words(read: Read, words: str, value: str, date: str | None) -> None:
    (time,) = read(f"De brief is van {words} en kwam nooit aan.", date).times
    assert (time.value, time.start, time.end) == (value, None, None)


def test_years_out_of_reach_are_symbolic(read: Read) -> None:
    (time,) = read("Over twaalfduizend jaar is het ijs weg.", "2022-01-14").times
    assert (time.value, time.start, time.end) == ("P12000Y", None, None)


# The document's own date

BODY = "De raad van Oosterdam stemde vorige week in met het plan."


@pytest.mark.parametrize(
    "head",
    [
        "14 januari 2022\n\n",
        "vrijdag 14 januari 2022, 10.15 uur\n\n",
        "2022-01-14\n\n",
        "UTRECHT, 14 jan. 2022 - ",
        "Gepubliceerd: 14-01-2022 09:30\n\n",
        "Gepubliceerd op 14 januari 2022 om 10:15 uur\nLaatst bijgewerkt op 15 januari 2022\n\n",
        "Raad stemt in met plan\n\nDoor Anna Veldkamp, 14 januari 2022\n\n",
        "Raad stemt in met plan\nOosterdam, 14 januari 2022\n\n",
    ],
)
def test_a_date_on_a_line_of_its_own_is_the_documents(read: Read, head: str) -> None:
    reading = read(head + BODY)
    assert reading.date == "2022-01-14"
    assert reading.times[-1].start == "2022-01-03"


def test_a_date_below_the_text_is_the_documents(read: Read) -> None:
    assert read(f"{BODY}\n\nMet groet, Karel Brons\nOosterdam, 3 maart 2021").date == "2021-03-03"


@pytest.mark.parametrize(
    "head",
    ["", "De burgemeester trad op 14 januari 2022 af.\n\n", "Slag bij Velden 18 juni 1815\n\n", "31 februari 2022\n\n",
     "Jaarverslag 2021\n\n", "DEN HAAG (ANP) - "],
)  # fmt: skip
def test_a_date_that_is_told_of_is_not_the_documents(read: Read, head: str) -> None:
    reading = read(head + BODY)
    assert reading.date is None
    assert reading.times[-1].value == "-P1W"


def test_the_date_that_is_given_goes_before_that_of_the_text(read: Read) -> None:
    reading = read(f"14 januari 2022\n\n{BODY}", "2020-05-20")
    assert reading.date == "2020-05-20"
    assert reading.times[-1].start == "2020-05-11"


@pytest.mark.parametrize("date", ["2022-02-31", "31-01-2022", "gisteren", ""])
def test_a_date_that_is_none_is_refused(read: Read, date: str) -> None:
    with pytest.raises(WederhoorError, match=r"^W107: "):
        read(BODY, date)


# Words, rules, the calendar


def test_number_words() -> None:
    words = load_pack("nl").numbers
    for word, number in (
        ("nul", 0), ("tweeëntwintig", 22), ("eenendertig", 31), ("achtennegentig", 98), ("honderd", 100),
        ("driehonderdvijf", 305), ("negentienhonderdvijfenveertig", 1945), ("duizend", 1000), ("twaalfduizend", 12000),
        ("drieënhalf", 3.5), ("tweeduizendtien", 2010), ("eenenhalf", None), ("driehoek", None),
    ):  # fmt: skip
        assert number_of(word, words) == number
    ranks = [rank_of(word, words) for word in ("derde", "twintigste", "eenendertigste", "vijfste", "beste")]
    assert ranks == [3, 20, 31, None, None]


def test_moving_feasts() -> None:
    times = load_pack("nl").times
    for year, easter in ((1999, "04-04"), (2008, "03-23"), (2011, "04-24"), (2022, "04-17"), (2038, "04-25")):
        assert periods.easter(year).isoformat() == f"{year}-{easter}"
    for name, day in (("kingsday", "2014-04-26"), ("budgetday", "2014-09-16"), ("ascension", "2014-05-29")):
        assert periods.holiday(2014, name, times)[0].start.isoformat() == day


def test_weeks_at_the_turn_of_the_year() -> None:
    week = periods.week(dt.date(2021, 1, 1))
    assert (week.value, week.start, week.end) == ("2020-W53", dt.date(2020, 12, 28), dt.date(2021, 1, 3))


def test_every_rule_can_be_made_and_every_holiday_is_there() -> None:
    times = load_pack("nl").times
    assert {rule.make for level in times.levels for rule in level.rules} == set(MAKERS)
    named = {*times.words["HOLIDAY"].values(), *times.words["FEAST"].values()}
    assert named == set(times.holidays)
    for name in sorted(times.holidays):
        for year in (1999, 2024):
            assert periods.holiday(year, name, times)[0].start.year == year


def test_a_class_that_nothing_gives_is_refused() -> None:
    times = load_pack("nl").times
    level = TimeLevel("new", (TimeRule(gives="CAL", make="calendar", pattern="WEEKDAY NONSENSE"),))
    with pytest.raises(ValueError, match="NONSENSE"):
        grammar_of(msgspec.structs.replace(times, levels=(*times.levels, level)), load_pack("nl").numbers)


# Any words in any order

VOCABULARY = sorted(
    {word for form in grammar_of(load_pack("nl").times, load_pack("nl").numbers).words for word in form.split()}
    | {"2", "12", "31", "1998", "9999", "99999999", "14-1-2022", "31-02-2021", "14.30", "24:00", "'98", "2003/'04",
       "1990-1995", "3,5", "1.000", "10-12", "0-jarige", "20e", "zei", "huis", "Vrijdag", "9999999e",
       "negentienhonderdtien", "drieënhalf", "honderdste"}
)  # fmt: skip


def parse_of(words: list[str], choose: random.Random) -> Parse:
    """A sentence of these words, with any parts of speech in any tree."""
    starts = [sum(len(word) + 1 for word in words[:n]) for n in range(len(words))]
    heads = [choose.randrange(len(words)) for _ in words]
    return Parse(
        text=" ".join(words), starts=starts, ends=[s + len(w) for s, w in zip(starts, words, strict=True)], words=words,
        lower=[word.lower() for word in words], lemmas=words, stems=words,
        upos=[choose.choice(["NOUN", "VERB", "AUX", "ADP", "ADV", "DET", "NUM", "PROPN", "PUNCT"]) for _ in words],
        feats=[choose.choice(["", "Tense=Past|VerbForm=Fin", "Tense=Pres|VerbForm=Fin", "VerbForm=Part"]) for _ in words],
        heads=heads, deps=[choose.choice(["obl", "nmod", "aux", "xcomp", "det", "nummod"]) for _ in words],
        sentence_of=[0] * len(words), sentences=[(0, len(words))], paragraphs=[(0, len(words))], entities=[],
        entity_of=[-1] * len(words),
        children=[[n for n, head in enumerate(heads) if head == word != n] for word in range(len(words))],
    )  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(
    words=st.lists(st.sampled_from(VOCABULARY), min_size=1, max_size=12),
    date=st.sampled_from([None, "2022-01-14", "2024-02-29", "0001-01-01", "9999-12-31"]),
    seed=st.integers(0, 9),
)
def test_any_words_give_times_in_order_or_none(words: list[str], date: str | None, seed: int) -> None:
    pack = load_pack("nl")
    p = parse_of(words, random.Random(seed))
    times = find_times(Text(p, pack, date))
    assert times == find_times(Text(p, pack, date))
    place = 0
    for time in times:
        start, end = time.span
        assert place <= start < end <= len(p.text)
        assert start in p.starts and end in p.ends
        assert time.value
        for day in (time.start, time.end):
            assert day is None or dt.date.fromisoformat(day).isoformat() == day
        assert not (time.start and time.end) or time.start <= time.end
        place = end
    own = read_heads(p.text, pack).date
    assert own is None or dt.date.fromisoformat(own).isoformat() == own
