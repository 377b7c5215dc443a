"""The views and files of a reading: nothing is altered, nothing is left out, nothing in a document can do harm."""

from __future__ import annotations

import base64
import hashlib
import io
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import get_args
from urllib.parse import unquote

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.console import Console

from wederhoor.exchange import json, reading_html, reading_text
from wederhoor.exchange.grounding import UngroundedReadingError, check_grounded
from wederhoor.exchange.pieces import cut, paragraphs
from wederhoor.exchange.voices import arrange, place, said
from wederhoor.exchange.wording import wording_for
from wederhoor.records import (
    Actor,
    ActorKind,
    Attitude,
    Attribution,
    Certainty,
    Counted,
    Document,
    Event,
    EventCode,
    Form,
    Modality,
    Number,
    Place,
    Polarity,
    Reading,
    Role,
    Sector,
    Span,
    Time,
)

SAMPLE = Path(__file__).parent / "data" / "veerpont.json"
HOSTILE = "<script>alert(1)</script>\u202e<img src=x onerror=alert(1)>\x1b[31m&amp;\"'"

EVENT: dict[str, object] = {"id": "E1", "code": "AID", "trigger": [0, 2], "span": [0, 4]}
CONFLICT: dict[str, object] = {"id": "X1", "a": "A1", "b": "A1", "kind": "denial", "why": ""}
STATEMENT: dict[str, object] = {
    "id": "A1", "content": [[0, 2]], "cue": [], "source": [], "speaker": None, "form": "direct",
}  # fmt: skip

# Letters, what HTML cares about, line ends of all kinds, right-to-left, combining, astral and control characters.
CHARACTERS = st.sampled_from("ab <>&\"';\n\r\t\x00\x0b\x0c\x1b\x85\u2028\u202eéאب\u0301😀")


def sample() -> Reading:
    [reading] = json.read_readings(SAMPLE)
    return reading


def reading_of(words: str, *attributions: Attribution, lang: str = "nl", title: str | None = None) -> Reading:
    return Reading(
        doc="proef",
        lang=lang,
        date="2023-03-16",
        title=title,
        text=words,
        sha256=Document(doc="proef", text=words).sha256,
        made_by={"wederhoor": "0.1.0", "pijplijn": "1"},
        attributions=attributions,
    )


def statement(name: str, *content: tuple[int, int], speaker: str | None = "Anna", **rest: object) -> Attribution:
    fields = {"id": name, "content": content, "cue": (), "source": (), "speaker": speaker, "form": "indirect"}
    return msgspec.convert(fields | rest, Attribution)


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    words = draw(st.text(CHARACTERS, min_size=1, max_size=60))
    spans = st.tuples(st.integers(0, len(words) - 1), st.integers(1, 20)).map(
        lambda pair: (pair[0], min(pair[0] + pair[1], len(words)))
    )
    attributions: list[Attribution] = []
    for number in range(draw(st.integers(0, 6))):
        attributions.append(
            Attribution(
                id=f"A{number}",
                content=tuple(sorted(draw(st.lists(spans, min_size=1, max_size=3)))),
                cue=tuple(draw(st.lists(spans, max_size=2))),
                source=tuple(draw(st.lists(spans, max_size=2))),
                speaker=draw(st.sampled_from(["Anna", "Bo", HOSTILE, None])),
                form=draw(st.sampled_from(get_args(Form))),
                parent=draw(st.sampled_from([None, *(a.id for a in attributions)])),
                attitude=draw(st.sampled_from(get_args(Attitude))),
                polarity=draw(st.sampled_from(get_args(Polarity))),
                certainty=draw(st.sampled_from(get_args(Certainty))),
            )
        )
    reading = reading_of(words, *draw(st.permutations(attributions)), title=draw(st.none() | st.text(CHARACTERS)))
    return msgspec.structs.replace(reading, **draw(layers(spans, [a.id for a in attributions])))


@st.composite
def layers(draw: st.DrawFn, spans: st.SearchStrategy[Span], statements: list[str]) -> dict[str, object]:
    """Actors, times, places and events that lie on each other, some with hostile ids and names."""
    some, few = st.integers(0, 3), st.lists(spans, min_size=1, max_size=3)
    names = st.sampled_from(["Anna", "Bo", HOSTILE])
    actors = [
        Actor(
            id=draw(st.sampled_from(["A", "P", "\"><i>'&"])) + str(number),
            name=draw(names),
            kind=draw(st.sampled_from(get_args(ActorKind))),
            mentions=tuple(draw(few)),
            aliases=tuple(draw(st.lists(names, max_size=1))),
            roles=tuple(Role(draw(names), draw(st.none() | names)) for _ in range(draw(st.integers(0, 1)))),
            country=draw(st.sampled_from([None, "NLD", "XXX", HOSTILE])),
            sector=draw(st.sampled_from([None, *get_args(Sector)])),
        )
        for number in range(draw(some))
    ]
    days = st.sampled_from([None, "2031-05-01", "2031-05-31", "2031-06-02", HOSTILE])
    times = [Time(span=draw(spans), type="date", value="", start=draw(days), end=draw(days)) for _ in range(draw(some))]
    places = [
        Place(
            id=f"L{number}",
            span=draw(spans),
            name=draw(names),
            country=draw(st.sampled_from([None, "NLD", "BEL", HOSTILE])),
            lat=draw(st.sampled_from([None, 0.0, -53.25])),
            lon=6.5,
            alternatives=tuple(draw(st.lists(names, max_size=1))),
        )
        for number in range(draw(some))
    ]
    events: list[Event] = []
    for number in range(draw(some)):
        people = st.lists(st.sampled_from([HOSTILE, *(a.id for a in actors)]), max_size=2).map(tuple)
        events.append(
            Event(
                id=f"E{number}",
                code=draw(st.sampled_from(get_args(EventCode))),
                mode=draw(st.sampled_from([None, "beat", HOSTILE])),
                trigger=draw(spans),
                span=draw(spans),
                agents=draw(people),
                patients=draw(people),
                place=draw(st.sampled_from([None, HOSTILE, *(p.id for p in places)])),
                time=draw(st.sampled_from([None, *range(len(times))])),
                numbers=tuple(
                    Number(what=draw(st.sampled_from(get_args(Counted))), low=low, high=2, span=draw(spans))
                    for low in draw(st.lists(st.sampled_from([None, 1, 2]), max_size=1))
                ),
                polarity=draw(st.sampled_from(get_args(Polarity))),
                modality=draw(st.sampled_from(get_args(Modality))),
                holder=draw(st.sampled_from(["author", *statements])),
                same_as=draw(st.sampled_from([None, *(e.id for e in events)])),
            )
        )
    events = draw(st.permutations(events))
    return {"actors": tuple(actors), "times": tuple(times), "places": tuple(places), "events": tuple(events)}


class Page(HTMLParser):
    """What stands in a page's article, with the statements, cues and sources that each character is marked for."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.ids: list[set[str]] = []
        self.roles: dict[str, list[set[str]]] = {"cue": [], "source": []}
        self.layers: dict[str, list[set[str]]] = {"actors": [], "events": [], "triggers": [], "places": []}
        self.raw: dict[str, str] = {}
        self._open: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in ("meta", "input"):
            self._open.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop()[0] == tag, "the tags are not balanced"

    def handle_data(self, data: str) -> None:
        names = [tag for tag, _ in self._open]
        if names and names[-1] in ("style", "script"):
            self.raw[names[-1]] = data
        if "article" not in names:
            return
        self.text += data
        marks = [a["data-ids"] for tag, a in self._open if tag == "mark"]
        assert len(marks) <= 1, "marks are not nested"
        self.ids += [set((marks[0] or "").split()) if marks else set()] * len(data)
        for role, found in self.roles.items():
            of = [a["data-of"] or "" for _, a in self._open if a.get("class") == role]
            found.extend([{name for names in of for name in names.split()}] * len(data))
        for layer, found in self.layers.items():
            of = [a.get(f"data-{layer}") or "" for _, a in self._open]
            found.extend([{name for names in of for name in names.split()}] * len(data))


def staged(offset: int, reading: Reading) -> dict[str, set[str]]:
    """The actors, events and places that the character at an offset is marked for."""

    def over(span: Span) -> bool:
        return span[0] <= offset < span[1]

    return {
        "actors": {a.id for a in reading.actors if any(map(over, a.mentions))},
        "events": {e.id for e in reading.events if over(e.span)},
        "triggers": {e.id for e in reading.events if over(e.trigger)},
        "places": {p.id for p in reading.places if over(p.span)},
    }


def at(offset: int, reading: Reading, role: str) -> set[str]:
    return {a.id for a in reading.attributions if any(s <= offset < e for s, e in getattr(a, role))}


def shown(reading: Reading, **options: object) -> str:
    file = io.StringIO()
    Console(file=file, width=80, **options).print(reading_text.reading_view(reading))  # type: ignore[arg-type]
    return file.getvalue()


# The page


@given(readings())
@settings(deadline=None)
def test_the_article_is_the_text_and_the_marks_are_the_spans(reading: Reading) -> None:
    page = Page(reading_html.reading_page(reading))
    assert page.text == reading.text.replace("\0", "\ufffd")
    for offset in range(len(reading.text)):
        assert page.ids[offset] == at(offset, reading, "content")
        assert page.roles["cue"][offset] == at(offset, reading, "cue")
        assert page.roles["source"][offset] == at(offset, reading, "source")
        assert {layer: found[offset] for layer, found in page.layers.items()} == staged(offset, reading)


@given(readings())
@settings(deadline=None)
def test_every_statement_has_one_anchor_and_one_place_in_the_list(reading: Reading) -> None:
    tags = Page(reading_html.reading_page(reading)).tags
    ids = [a["id"] for _, a in tags if "id" in a]
    assert len(ids) == len(set(ids))
    names = {a.id for a in reading.attributions}
    assert {i.removeprefix("at-") for i in ids if i and i.startswith("at-")} == names
    assert sorted(a["data-id"] or "" for _, a in tags if "data-id" in a) == sorted(names)
    links = {a["href"] for tag, a in tags if tag == "a"}
    assert {f"#at-{name}" for name in names} <= links


@given(readings())
@settings(deadline=None)
def test_every_link_leads_to_words_and_every_actor_event_and_place_has_one(reading: Reading) -> None:
    tags = Page(reading_html.reading_page(reading)).tags
    ids = {a["id"] for _, a in tags if "id" in a}
    links = {unquote((a["href"] or "")[1:]) for tag, a in tags if tag == "a"}
    assert links <= ids
    assert {f"actor-{a.id}-{n}" for a in reading.actors for n in range(1, len(set(a.mentions)) + 1)} <= links
    assert {f"event-{e.id}" for e in reading.events} <= links
    assert {f"place-{p.id}" for p in reading.places} <= links


@given(readings())
@settings(deadline=None)
def test_nothing_in_a_document_becomes_part_of_the_page(reading: Reading) -> None:
    tags = Page(reading_html.reading_page(reading)).tags
    assert sum(tag == "script" for tag, _ in tags) <= 1
    assert not {"img", "link", "iframe", "object", "base", "form"} & {tag for tag, _ in tags}
    for _, attributes in tags:
        assert not any(name.startswith("on") or name in ("src", "style") for name in attributes)
        assert (attributes.get("href") or "#").startswith("#")


def test_hostile_names_titles_and_ids_are_shown_as_they_are() -> None:
    reading = reading_of(HOSTILE, statement("\"><i>'&", (0, 8), speaker=HOSTILE), title=HOSTILE, lang='"><b>')
    page = reading_html.reading_page(reading)
    assert page.count("<script>") == 1
    assert page.count("</script>") == 1
    assert "<img" not in page
    assert "<i>" not in page
    assert 'lang="en"' in page
    title = page[page.index("<h1") : page.index("</h1>")]
    assert "&lt;U+202E&gt;" in title
    assert "\u202e" not in title
    assert wording_for("en").page.reordering in page


def test_the_policy_names_the_hashes_of_what_is_in_the_page() -> None:
    page = Page(reading_html.reading_page(sample()))
    policy = next(a["content"] or "" for _, a in page.tags if a.get("http-equiv") == "Content-Security-Policy")
    for directive in ("style", "script"):
        digest = base64.b64encode(hashlib.sha256(page.raw[directive].encode()).digest()).decode()
        assert f"{directive}-src 'sha256-{digest}';" in policy
    assert policy.startswith("default-src 'none';")
    assert "unsafe" not in policy


def test_the_innermost_statement_gives_the_colour_and_the_one_around_it_the_line_below() -> None:
    reading = reading_of(
        "Anna zegt dat Bo komt.",
        statement("A1", (10, 21)),
        statement("A2", (14, 21), speaker="Bo", parent="A1"),
    )
    marks = [a for tag, a in Page(reading_html.reading_page(reading)).tags if tag == "mark"]
    assert [(m["data-ids"], m["data-slot"], m.get("data-outer")) for m in marks] == [
        ("A1", "1", None),
        ("A1 A2", "2", "1"),
    ]
    assert [m.get("data-label") for m in marks] == ["1", "2"]


def test_a_text_without_statements_is_a_page_without_tools() -> None:
    page = reading_html.reading_page(reading_of("Niets gezegd."))
    assert wording_for("nl").nothing in page
    assert "<script>" not in page


def test_the_page_speaks_the_language_of_the_text() -> None:
    dutch, english = (reading_html.reading_page(msgspec.structs.replace(sample(), lang=lang)) for lang in ("nl", "de"))
    assert "Uitspraken" in dutch
    assert '<html lang="nl">' in dutch
    assert "Statements" in english
    assert '<article id="text" lang="de">' in english
    assert "16 maart 2023" in dutch


def _luminance(colour: str) -> float:
    channels = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, other: str) -> float:
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("scheme", [0, 1])
def test_all_colours_have_the_contrast_of_wcag_aa(scheme: int) -> None:
    css = (Path(reading_html.__file__).parent / "templates" / "reading.css").read_text(encoding="utf-8")
    colours = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", re.findall(r":root \{(.*?)\}", css, re.DOTALL)[scheme]))
    grounds = ["page", "panel", "chosen", "hover", *(f"t{n}" for n in range(reading_html.SLOTS + 1))]
    for ground in grounds:
        assert _contrast(colours["ink"], colours[ground]) >= 7, ground
    for ground in ("page", "panel", "hover", *grounds[4:]):
        assert _contrast(colours["soft"], colours[ground]) >= 4.5, ground
        assert _contrast(colours["link"], colours[ground]) >= 4.5, ground
    for number in range(reading_html.SLOTS + 1):
        assert _contrast(colours[f"c{number}"], colours["page"]) >= 4.5, number
        for ground in ("chosen", "hover", f"t{number}"):
            assert _contrast(colours[f"c{number}"], colours[ground]) >= 3, (number, ground)


# Pieces, places and groups


@given(readings())
@settings(deadline=None)
def test_pieces_join_to_the_text(reading: Reading) -> None:
    pieces = cut(reading.text, arrange(reading), ())
    assert "".join(reading.text[p.start : p.end] for p in pieces) == reading.text
    assert sorted(name for p in pieces for name in p.begins) == sorted(a.id for a in reading.attributions)


def test_paragraphs_are_parted_by_blank_lines_only() -> None:
    words = "een\ntwee\n\ndrie\r\nvier\r\n \r\nvijf\r\rzes"
    assert [words[s:e] for s, e in paragraphs(words)] == ["een\ntwee", "drie\r\nvier", "vijf", "zes"]


def test_a_place_is_line_and_column_from_one() -> None:
    assert [place("ab\r\ncd", offset) for offset in (0, 1, 4, 5)] == ["1:1", "1:2", "2:1", "2:2"]


def test_speakers_stand_in_order_of_first_appearance_and_unnamed_authority_last() -> None:
    voices = arrange(sample()).voices
    assert [(v.speaker, len(v.statements)) for v in voices] == [
        ("Marit Oosterling", 4),
        ("Joris van Lakenvelt", 3),
        ("ingenieursbureau Tolhek", 4),
        ("bewonersraad van Klein-Tessum", 2),
        ("provincie", 1),
        (None, 2),
    ]
    assert [v.number for v in voices] == [1, 2, 3, 4, 5, 6]


def test_a_speaker_appears_where_he_is_first_named_not_where_his_words_begin() -> None:
    reading = reading_of(
        "Anna hoort Bo: kom! Ik kom.",
        statement("A1", (20, 26), source=((0, 4),)),
        statement("A2", (15, 18), speaker="Bo"),
    )
    assert [v.speaker for v in arrange(reading).voices] == ["Anna", "Bo"]


@given(readings())
@settings(deadline=None)
def test_every_statement_stands_in_one_group_and_within_its_parent(reading: Reading) -> None:
    arrangement = arrange(reading)
    names = sorted(a.id for a in reading.attributions)
    assert sorted(a.id for v in arrangement.voices for a in v.statements) == names
    top = {a.id for a in reading.attributions if a.parent is None}
    assert sorted(top | {a.id for inner in arrangement.within.values() for a in inner}) == names
    assert {name for name, depth in arrangement.depth.items() if depth == 0} == top


def test_words_that_are_partly_quoted_keep_the_marks_of_the_text() -> None:
    words = "Zij spreekt van “een misverstand” en meer."
    span = (words.index("een"), words.index("”"))
    assert said(words, statement("A1", span, form="mixed")) == (("“een misverstand”", True),)
    assert said(words, statement("A1", span, form="direct")) == (("een misverstand", True),)


# The terminal


def test_the_terminal_view_shows_words_cue_place_and_nesting() -> None:
    lines = shown(sample()).splitlines()
    assert lines[:2] == [
        "Veerpont van Oudervelde blijft aan de wal",
        "veerpont · 2023-03-16 · 16 uitspraken · 5 sprekers",
    ]
    block = lines[lines.index("Joris van Lakenvelt · 3 uitspraken") + 6 :][:7]
    assert block == [
        "    “De ketting [”, zegt hij, “] is vorig jaar nog gekeurd, en ingenieursbureau",
        "    Tolhek schreef toen dat zij nog tien jaar meekan.”",
        "    A5 · regel 7:108 · citaat · signaal “zegt” · bron “hij”",
        "",
        "        ↳ ingenieursbureau Tolhek: dat zij nog tien jaar meekan",
        "        A6 · regel 7:199 · parafrase · signaal “schreef” · waarschijnlijk",
        "",
    ]
    assert "    A6: zie A5, weergegeven door: Joris van Lakenvelt" in lines
    assert "    “Wij wachten al sinds november op een besluit. ¶ Zonder pont is ons dorp een" in lines
    assert lines.index("Niet bij naam genoemd · 2 uitspraken") > lines.index("provincie · 1 uitspraak")


def test_the_terminal_view_is_the_same_words_with_and_without_colour() -> None:
    plain = shown(sample())
    assert "\x1b" not in plain
    coloured = shown(sample(), force_terminal=True, color_system="standard", no_color=False)
    assert re.sub(r"\x1b\[[\d;]*m", "", coloured) == plain


@given(readings())
@settings(deadline=None)
def test_the_terminal_view_fits_and_lets_no_document_drive_the_terminal(reading: Reading) -> None:
    view = shown(reading)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", view)
    assert all(line == line.rstrip(" ") for line in view.splitlines())
    for attribution in reading.attributions:
        assert re.search(rf"^ +{attribution.id} · ", view, re.MULTILINE)


def test_english_words_for_other_languages() -> None:
    view = shown(msgspec.structs.replace(sample(), lang="en"))
    assert "Marit Oosterling · 4 statements" in view
    assert "Not named · 2 statements" in view
    assert "not so, says the speaker" in view


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_there_is_a_word_for_everything(lang: str) -> None:
    wording = wording_for(lang)
    assert wording.code == lang
    assert set(wording.forms) == set(get_args(Form))
    assert set(wording.attitudes) == set(get_args(Attitude))
    assert set(wording.polarities) == set(get_args(Polarity))
    assert set(wording.certainties) == set(get_args(Certainty))
    assert wording.day("2022-01-12") == {"nl": "12 januari 2022", "en": "12 January 2022"}[lang]
    assert wording.count(1, ("een", "meer")) == "1 een"
    assert wording.count(12_345, ("een", "meer")) == ("12.345 meer" if lang == "nl" else "12,345 meer")


# JSON


@given(readings())
@settings(deadline=None)
def test_json_round_trip_in_both_layouts(tmp_path_factory: pytest.TempPathFactory, reading: Reading) -> None:
    path = tmp_path_factory.mktemp("json") / "reading.json"
    for data in (json.encode_pretty(reading), json.encode_line(reading), b"\xef\xbb\xbf" + json.encode_line(reading)):
        path.write_bytes(data)
        assert list(json.read_readings(path)) == [reading]
    assert json.encode_line(reading).count(b"\n") == 1


def test_json_lines_hold_many_readings(tmp_path: Path) -> None:
    many = [reading_of("een"), sample(), reading_of("regel\u2028einde")]
    path = tmp_path / "many.jsonl"
    path.write_bytes(b"\n".join(json.encode_line(r) for r in many))
    assert list(json.read_readings(path)) == many


def test_the_same_reading_gives_the_same_bytes() -> None:
    one = sample()
    other = msgspec.structs.replace(one, made_by=dict(reversed(one.made_by.items())))
    for write in (json.encode_line, json.encode_pretty, reading_html.reading_page, shown):
        assert write(one) == write(other)


def test_pretty_json_is_what_the_sample_file_holds() -> None:
    data = json.encode_pretty(sample())
    assert data == SAMPLE.read_bytes()
    assert b"        [179, 227]\n" in data


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"{}\n{}\n", ":1: Object missing required field"),
        (b"", "Input data was truncated"),
        (json.encode_line(sample()) + b"{\n", ":2: "),
        (json.encode_line(sample()).replace(b"reading/1", b"reading/9"), "this version reads 'wederhoor.reading/1'"),
        (json.encode_line(sample()).replace(b"De pont", b"Een pont"), "sha256 differs"),
        (b'{"doc": "\xff"}', "invalid start byte"),
    ],
)
def test_a_file_that_holds_no_reading_is_refused_with_its_place(tmp_path: Path, data: bytes, why: str) -> None:
    path = tmp_path / "bad.jsonl"
    path.write_bytes(data)
    with pytest.raises(json.UnreadableReadingError) as caught:
        list(json.read_readings(path))
    assert why in str(caught.value)
    assert str(path) in str(caught.value)


@pytest.mark.parametrize(
    ("attributions", "why"),
    [
        ([statement("A1", (0, 99))], "span [0, 99] in a text of 10 characters"),
        ([statement("A1", (3, 3))], "span [3, 3]"),
        ([statement("A1", (0, 2), cue=((-1, 2),))], "span [-1, 2]"),
        ([statement("A1")], "has no content"),
        ([statement("A1", (0, 2)), statement("A1", (3, 4))], "the same id"),
        ([statement("A 1", (0, 2))], "is no id"),
        ([statement("", (0, 2))], "is no id"),
        ([statement("A1", (0, 2), parent="A9")], "that is not there"),
        ([statement("A1", (0, 2), parent="A2"), statement("A2", (0, 2), parent="A1")], "its own ancestor"),
    ],
)
def test_a_reading_that_does_not_stand_on_its_text_is_shown_nowhere(attributions: list[Attribution], why: str) -> None:
    reading = reading_of("tien teken", *attributions)
    for show in (check_grounded, reading_html.reading_page, shown):
        with pytest.raises(UngroundedReadingError, match=re.escape(why)):
            show(reading)


UNGROUNDED: list[tuple[dict[str, list[dict[str, object]]], str]] = [
    ({"actors": [{"id": "P1", "name": "Anna", "kind": "person", "mentions": []}]}, "P1 has no content"),
    ({"actors": [{"id": "P1", "name": "Anna", "kind": "person", "mentions": [[0, 2], [8, 99]]}]}, "P1 has the span"),
    ({"actors": [{"id": "P 1", "name": "Anna", "kind": "person", "mentions": [[0, 2]]}]}, "'P 1' is no id"),
    ({"entities": [{"span": [4, 4], "type": "PER"}]}, "a name has the span [4, 4]"),
    ({"times": [{"span": [0, 11], "type": "date", "value": "2031"}]}, "time 0 has the span [0, 11]"),
    ({"places": [{"id": "L1", "span": [-1, 2], "name": "Waal"}]}, "L1 has the span [-1, 2]"),
    ({"places": [{"id": "L1", "span": [0, 2], "name": "Waal"}] * 2}, "two places have the same id"),
    ({"events": [EVENT | {"trigger": [9, 11]}]}, "E1 has the span [9, 11]"),
    ({"events": [EVENT | {"numbers": [{"what": "killed", "low": 1, "high": 1, "span": [7, 6]}]}]}, "E1 has the span"),
    ({"events": [EVENT | {"holder": "A9"}]}, "E1 has a holder 'A9'"),
    ({"events": [EVENT | {"time": 0}]}, "E1 has a time 0"),
    ({"events": [EVENT | {"time": -1}]}, "E1 has a time -1"),
    ({"events": [EVENT | {"same_as": "E1"}]}, "E1 is the same as 'E1'"),
    ({"events": [EVENT | {"same_as": "E9"}]}, "E1 is the same as 'E9'"),
    ({"causal": [{"id": "C1", "cause": [0, 2], "effect": [3, 99], "sign": "+"}]}, "C1 has the span [3, 99]"),
    ({"causal": [{"id": "C1", "cause": [0, 2], "effect": [3, 4], "sign": "+", "marker": [5, 5]}]}, "the span [5, 5]"),
    ({"causal": [{"id": "C1", "cause": [0, 2], "effect": [3, 4], "sign": "+", "holder": "x"}]}, "C1 has a holder 'x'"),
    (
        {"conditions": [{"id": "R1", "antecedent": [2, 0], "consequent": [0, 2], "kind": "if"}]},
        "R1 has the span [2, 0]",
    ),
    ({"forecasts": [{"id": "F1", "span": [0, 2], "condition": [0, 11]}]}, "F1 has the span [0, 11]"),
    ({"forecasts": [{"id": "F1", "span": [0, 2], "holder": "A2"}]}, "F1 has a holder 'A2'"),
    ({"conflicts": [CONFLICT | {"b": "A2"}]}, "X1 has a side 'A2'"),
    ({"conflicts": [CONFLICT | {"b": {"author": [0, 11]}}]}, "X1 has the span [0, 11]"),
    ({"attributions": [STATEMENT | {"actor": "P9"}]}, "A1 has an actor 'P9'"),
]


@pytest.mark.parametrize(("layers", "why"), UNGROUNDED, ids=[why for _, why in UNGROUNDED])
def test_no_layer_is_shown_that_does_not_stand_on_the_text(
    layers: dict[str, list[dict[str, object]]], why: str
) -> None:
    data = msgspec.to_builtins(reading_of("tien teken", statement("A1", (0, 2)))) | layers
    reading = msgspec.convert(data, Reading)
    for show in (check_grounded, reading_html.reading_page, shown):
        with pytest.raises(UngroundedReadingError, match=re.escape(why)):
            show(reading)
