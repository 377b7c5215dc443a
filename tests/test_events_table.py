"""The table of events: one row an event, each cell what the reading says, each quote the text to the character."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Any, get_args

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wederhoor.exchange.cells import Style, guarded
from wederhoor.exchange.events import COLUMNS, EventLine, encode_csv, encode_jsonl, event_rows
from wederhoor.exchange.grounding import UngroundedReadingError
from wederhoor.exchange.json import read_readings
from wederhoor.records import Counted, Document, Event, Number, Reading

[READING] = read_readings(Path(__file__).parent / "data" / "oosterwaal.json")


def reading_of(text: str, *events: Event, **more: Any) -> Reading:
    fields: dict[str, Any] = {"lang": "nl", "date": None, "title": None, "made_by": {}, **more}
    return Reading(doc="proef", text=text, sha256=Document(doc="", text=text).sha256, events=events, **fields)


def table(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8"), newline="")))


def row(name: str) -> EventLine:
    return next(row for row in event_rows(READING) if row.event_id == name)


def test_a_row_says_all_that_is_known_of_an_event() -> None:
    [found] = [cells for cells in table(encode_csv(event_rows(READING), header=True)) if cells["event_id"] == "E11"]
    assert {name: cell for name, cell in found.items() if cell} == {
        "doc": "oosterwaal",
        "event_id": "E11",
        "code": "PROTEST",
        "mode": "obstruct",
        "trigger": "blokkeren",
        "quote": "zullen de boeren in juni ook de haven van Delfzijl blokkeren",
        "start": "838",
        "end": "898",
        "agents": "boeren",
        "agent_kinds": "group",
        "agent_countries": "NLD",
        "agent_sectors": "CVL",
        "place": "Delfzijl",
        "place_country": "NLD",
        "place_lat": "53.33",
        "place_lon": "6.9181",
        "time": "in juni",
        "time_start": "2031-06-01",
        "time_end": "2031-06-30",
        "polarity": "+",
        "modality": "possible",
        "holder": "Geert Hovinga",
        "holder_id": "A9",
        "holder_stance": "expects",
        "holder_attitude": "expect",
        "holder_polarity": "+",
        "holder_certainty": "probable",
        "holder_verb": "waarschuwt",
        "document_date": "2031-05-12",
        "title": "Vier gewonden bij ontruiming van sluis Oosterwaal",
        "text_sha256": READING.sha256,
        "made_by": "nl_wederhoor_news 1.0.0; wederhoor 0.1.0",
    }


def test_what_is_several_is_joined_and_goes_together() -> None:
    [found] = [cells for cells in table(encode_csv(event_rows(READING), header=True)) if cells["event_id"] == "E9"]
    assert found["agents"] == "Karima Daoudi; waterschap Hunzeland; boeren"
    assert found["agent_kinds"] == "person; organisation; group"
    assert found["agent_sectors"] == "GOV; GOV; CVL"


def test_what_is_no_actor_is_named_and_nothing_more_is_known_of_it() -> None:
    assert (row("E3").patients, row("E3").patient_kinds) == (("mensen",), (None,))


def test_holder_is_the_author_a_speaker_or_nobody_by_name() -> None:
    assert [(row(name).holder, row(name).holder_id) for name in ("E1", "E4")] == [
        ("author", "author"),
        ("Lieke Brandsma", "A1"),
    ]
    assert [(row(name).holder_stance, row(name).holder_verb is None) for name in ("E1", "E4")] == [
        (None, True),
        ("asserts", False),
    ]
    unnamed = tuple(msgspec.structs.replace(a, speaker=None) for a in READING.attributions)
    rows = event_rows(msgspec.structs.replace(READING, attributions=unnamed))
    assert {(r.holder, r.holder_id) for r in rows if r.event_id == "E4"} == {(None, "A1")}


def test_a_place_without_an_id_is_its_name() -> None:
    said = reading_of("Er is brand.", Event(id="E1", code="DISASTER", trigger=(6, 11), span=(0, 11), place="Zandbroek"))
    [found] = event_rows(said)
    assert (found.place, found.place_lat, found.time) == ("Zandbroek", None, None)


@pytest.mark.parametrize(
    ("counts", "bounds"),
    [
        ([], (None, None)),
        ([(4, 4)], (4, 4)),
        ([(20, 99)], (20, 99)),
        ([(None, 9)], (None, 9)),
        ([(2, 2), (3, 3)], (3, 5)),
        ([(2, None), (3, 3)], (3, None)),
        ([(0.5, 0.5)], (0.5, 0.5)),
    ],
)
def test_bounds_hold_whether_counts_overlap_or_not(counts: list[tuple[Any, Any]], bounds: tuple[Any, Any]) -> None:
    for what in get_args(Counted):
        numbers = tuple(Number(what=what, low=low, high=high, span=(0, 2)) for low, high in counts)
        event = Event(id="E1", code="DEATHS", trigger=(0, 2), span=(0, 5), numbers=numbers)
        [found] = event_rows(reading_of("Er is brand.", event))
        named = {kind: (getattr(found, f"{kind}_low"), getattr(found, f"{kind}_high")) for kind in get_args(Counted)}
        assert named == dict.fromkeys(get_args(Counted), (None, None)) | {what: bounds}
    cells = table(encode_csv([found], header=True))[0]
    assert cells["other_low"] == ("" if bounds[0] is None else f"{bounds[0]:g}")


def test_the_publisher_is_told_by_who_knows_the_document() -> None:
    assert {r.publisher for r in event_rows(READING, "De Sluisbode")} == {"De Sluisbode"}


def test_a_header_stands_above_no_rows_too() -> None:
    assert encode_csv([], header=True) == (",".join(COLUMNS) + "\r\n").encode()
    assert encode_csv([], header=False) == encode_jsonl([]) == b""


def test_the_same_reading_gives_the_same_bytes() -> None:
    other = msgspec.structs.replace(READING, made_by=dict(reversed(READING.made_by.items())))
    assert encode_csv(event_rows(READING), header=True) == encode_csv(event_rows(other), header=True)
    assert encode_jsonl(event_rows(READING)) == encode_jsonl(event_rows(other))


def test_an_ungrounded_reading_gives_no_rows() -> None:
    with pytest.raises(UngroundedReadingError):
        list(event_rows(msgspec.structs.replace(READING, text=READING.text.replace("zondag", "maandag"))))


HOSTILE = st.text(st.sampled_from("ab,;\"'\r\n\t\x00=+-@ é😀\u2028\ufeff"), min_size=1, max_size=20)


@settings(deadline=None)
@given(HOSTILE, HOSTILE, HOSTILE)
def test_every_cell_comes_back_as_it_was(text: str, name: str, title: str) -> None:
    event = Event(id="E1", code="AID", trigger=(0, 1), span=(0, len(text)), agents=(name,))
    rows = list(event_rows(reading_of(text, event, title=title)))
    [cells] = table(encode_csv(rows, header=True, style=Style(raw=True)))
    assert tuple(cells) == COLUMNS
    said = (text, name, title, text[0])
    assert (cells["quote"], cells["agents"], cells["title"], cells["trigger"]) == said
    [safe] = table(encode_csv(rows, header=True))
    assert (safe["quote"], safe["agents"], safe["title"], safe["trigger"]) == tuple(map(guarded, said))
    line = encode_jsonl(rows)
    assert line.count(b"\n") == 1
    assert msgspec.json.decode(line, type=EventLine) == rows[0]


@pytest.mark.parametrize(
    ("words", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("+31 6", "'+31 6"),
        ("-x", "'-x"),
        ("\tx", "'\tx"),
        ("-12", "-12"),
        ("-1.5", "-1.5"),
        ("-", "-"),
        ("a=b", "a=b"),
    ],
)
def test_a_guarded_cell_is_no_formula(words: str, cell: str) -> None:
    event = Event(id="E1", code="AID", trigger=(0, len(words)), span=(0, len(words)), polarity="-")
    rows = list(event_rows(reading_of(words, event)))
    [cells] = table(encode_csv(rows, header=True))
    assert (cells["quote"], cells["polarity"]) == (cell, "-")
    [plain] = table(encode_csv(rows, header=True, style=Style(raw=True)))
    assert plain["quote"] == words
    excel = encode_csv(rows, header=True, style=Style(excel=True)).decode()
    assert excel.startswith("\ufeffdoc;")
    [cells] = csv.DictReader(io.StringIO(excel.removeprefix("\ufeff")), delimiter=";")
    assert cells["quote"] == cell
