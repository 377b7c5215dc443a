"""Corrections: what people say of a reading holds on to the words, whatever the machine says next."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, get_args

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wederhoor.documents import load_document
from wederhoor.exchange.grounding import check_grounded
from wederhoor.records import (
    Actor,
    Anchor,
    AnchorQuote,
    Attribution,
    Correction,
    Document,
    Layer,
    Reading,
    Stale,
    Study,
)
from wederhoor.store.overlay import (
    anchor_of,
    apply_corrections,
    find_item,
    items_of,
    locate,
    quote_of,
    shown_study,
    standing_corrections,
    undoings,
)
from wederhoor.store.overlay.items import contents_of, parts_of

EXAMPLE = Path(__file__).parents[1] / "examples" / "kustverdrag.txt"
LAYERS: tuple[Layer, ...] = get_args(Layer)
SET: dict[str, list[tuple[str, Any]]] = {
    "attributions": [
        ("speaker", "Jo Mast"),
        ("speaker", None),
        ("attitude", "deny"),
        ("certainty", "possible"),
        ("polarity", "-"),
    ],
    "entities": [("type", "ORG")],
    "actors": [("kind", "group"), ("country", "NLD")],
    "events": [("code", "AID"), ("polarity", "-"), ("modality", "planned")],
    "causal": [("sign", "-"), ("effect_change", "up")],
    "conditions": [("kind", "unless")],
    "forecasts": [("until", "2030-01-01"), ("kind", "plan")],
    "conflicts": [("kind", "figure")],
}


@cache
def study() -> Study:
    from wederhoor.reading import open_student

    return open_student("nl")(load_document(EXAMPLE, date="2022-01-14"))


@pytest.fixture(scope="module", autouse=True)
def _read_first() -> None:
    """Loading a pipeline draws random numbers, which Hypothesis forbids while it draws its own."""
    study()


def reading() -> Reading:
    return study().reading


def moved(read: Reading, before: str) -> Reading:
    """The reading of the same text with words in front of it."""
    text = before + read.text

    def shifted(value: Any) -> Any:
        if isinstance(value, list | tuple) and len(value) == 2 and all(type(part) is int for part in value):
            return [part + len(before) for part in value]
        if isinstance(value, list | tuple):
            return [shifted(part) for part in value]
        return {name: shifted(part) for name, part in value.items()} if isinstance(value, dict) else value

    fields = shifted(msgspec.to_builtins(read))
    return msgspec.convert({**fields, "text": text, "sha256": Document(doc="x", text=text).sha256}, Reading)


@st.composite
def logs(draw: st.DrawFn) -> list[Correction]:
    """Corrections as people make them: each of what the others left, some of them taken back."""
    log: list[Correction] = []
    for number in range(1, draw(st.integers(1, 8)) + 1):
        shown, _ = apply_corrections(reading(), standing_corrections(log))
        entry = Correction(id=number, at="2024-01-01", who=draw(st.sampled_from("ab")), kind="confirm")
        if log and draw(st.integers(0, 3)) == 0:
            open_ = [e.id for e in log if e.id not in undoings(log)]
            log.append(msgspec.structs.replace(entry, kind="undo", undoes=draw(st.sampled_from(open_))))
            continue
        layer = draw(st.sampled_from([layer for layer in LAYERS if items_of(shown, layer)]))
        item = draw(st.sampled_from(items_of(shown, layer)))
        target = anchor_of(shown, layer, item)
        kind = draw(st.sampled_from(["confirm", "reject", "set", "spans", "add", "rename"]))
        payload: dict[str, Any] = {}
        if kind == "set":
            field, value = draw(st.sampled_from(SET[layer]))
            payload = {"field": field, "value": value}
        elif kind == "spans" and isinstance(item, Attribution):
            start, end = item.content[0][0], item.content[-1][1]
            cut = (draw(st.integers(start, (start + end) // 2)), end)
            payload = {"field": "content", "quotes": [msgspec.to_builtins(quote_of(shown.text, cut, "content"))]}
        elif kind == "rename" and isinstance(item, Actor):
            payload = {"name": "Nieuwe Naam"}
        elif kind == "add":
            start = draw(st.integers(0, len(shown.text) - 40))
            layer, place = "attributions", (start, start + draw(st.integers(1, 39)))
            target = Anchor(doc=shown.doc, layer=layer, quotes=(quote_of(shown.text, place, "content"),))
            payload = {"item": {"speaker": "Jo Mast", "attitude": "hope"}}
        else:
            kind = draw(st.sampled_from(["confirm", "reject"]))
        log.append(msgspec.structs.replace(entry, kind=kind, target=target, payload=payload))
    return log


@given(logs())
@settings(max_examples=60, deadline=None)
def test_what_is_shown_stands_on_the_text_and_is_always_the_same(log: list[Correction]) -> None:
    shown, stale = apply_corrections(reading(), standing_corrections(log))
    check_grounded(shown)
    assert apply_corrections(reading(), standing_corrections(log)) == (shown, stale)
    assert shown.text == reading().text
    if not undoings(log):  # each was made of what was there
        assert stale == ()


@given(logs())
@settings(max_examples=40, deadline=None)
def test_undoing_gives_what_was_before(log: list[Correction]) -> None:
    undo = Correction(id=len(log) + 1, at="2024-01-02", who="a", kind="undo", undoes=len(log))
    redo = Correction(id=len(log) + 2, at="2024-01-02", who="a", kind="undo", undoes=len(log) + 1)
    assert standing_corrections([*log, undo]) == standing_corrections(log[:-1])
    assert standing_corrections([*log, undo, redo]) == standing_corrections(log)
    all_ = [Correction(id=100 + n, at="", who="", kind="undo", undoes=e.id) for n, e in enumerate(reversed(log))]
    assert apply_corrections(reading(), standing_corrections([*log, *all_])) == (reading(), ())


@given(logs(), st.text(alphabet="abc .\n", max_size=50))
@settings(max_examples=40, deadline=None)
def test_corrections_go_with_the_words_when_the_text_changes_elsewhere(log: list[Correction], before: str) -> None:
    shown, stale = apply_corrections(reading(), standing_corrections(log))
    other, other_stale = apply_corrections(moved(reading(), before), standing_corrections(log))
    assert other == moved(shown, before)
    assert other_stale == stale


@given(logs())
@settings(max_examples=20, deadline=None)
def test_the_log_is_the_same_after_json(log: list[Correction]) -> None:
    assert msgspec.json.decode(msgspec.json.encode(log), type=list[Correction]) == log


@given(st.text(alphabet="abc", min_size=3, max_size=40), st.data())
def test_words_are_found_where_they_stood(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    quote = quote_of(text, (start, end), "content")
    assert locate(text, quote) == (start, end)
    found = locate(f"aa{text}", quote)
    assert found
    assert f"aa{text}"[slice(*found)] == text[start:end]


def test_of_two_places_the_one_with_the_same_neighbours_is_meant() -> None:
    text = "Anna zegt dat het kan. Bram zegt dat het kan."
    second = quote_of(text, (33, 44), "content")
    assert second.quote == "dat het kan"
    assert locate("Bram zegt dat het kan. Anna zegt dat het kan.", second) == (10, 21)
    assert locate("Iets anders.", second) is None
    assert locate("", AnchorQuote(part="content", quote="", prefix="", suffix="", start=0, end=0)) is None


def every_item() -> Iterator[tuple[Layer, str]]:
    for layer in LAYERS:
        yield layer, layer


@pytest.mark.parametrize("layer", LAYERS)
def test_every_item_is_found_again_by_its_words(layer: Layer) -> None:
    read, contents = reading(), contents_of(reading().attributions)
    items = items_of(read, layer)
    for item in items:
        found = find_item(layer, items, parts_of(item, contents), contents)
        assert found is not None
        assert items[found] == item or parts_of(items[found], contents) == parts_of(item, contents)


def correction(kind: str, target: Anchor, **payload: Any) -> Correction:
    return msgspec.convert({"id": 1, "at": "", "who": "", "kind": kind, "payload": payload, "target": target}, Correction,
                           from_attributes=True)  # fmt: skip


def test_what_a_rejected_statement_held_falls_to_who_reported_it() -> None:
    read = reading()
    inner = next(a for a in read.attributions if a.parent is not None)
    held = msgspec.structs.replace(read.forecasts[0], holder=inner.id) if read.forecasts else None
    changed = msgspec.structs.replace(read, forecasts=(held, *read.forecasts[1:]) if held else ())
    shown, _ = apply_corrections(changed, [correction("reject", anchor_of(changed, "attributions", inner))])
    assert inner.id not in {a.id for a in shown.attributions}
    assert [f.holder for f in shown.forecasts][:1] == [inner.parent]
    assert all(inner.id not in (conflict.a, conflict.b) for conflict in shown.conflicts)


def test_a_rejected_actor_leaves_his_name() -> None:
    read = reading()
    actor = next(a for a in read.actors if any(a.id in e.agents for e in read.events))
    shown, _ = apply_corrections(read, [correction("reject", anchor_of(read, "actors", actor))])
    events = [(was, now) for was, now in zip(read.events, shown.events, strict=True) if actor.id in was.agents]
    assert all(actor.name.lower() in now.agents and actor.id not in now.agents for _, now in events)
    assert all(a.actor != actor.id for a in shown.attributions)


def test_what_a_person_added_is_there_and_becomes_the_machines_when_that_finds_it() -> None:
    read = reading()
    item = read.attributions[3]
    without = msgspec.structs.replace(
        read, attributions=tuple(a for a in read.attributions if a is not item), conflicts=()
    )
    without, _ = apply_corrections(without, [correction("reject", anchor_of(read, "attributions", item))])
    parts = tuple(
        quote_of(read.text, span, part)
        for part, spans in (("content", item.content), ("cue", item.cue))
        for span in spans
    )
    added = correction("add", Anchor(doc=read.doc, layer="attributions", quotes=parts), item={"speaker": "Jo Mast"})
    shown, stale = apply_corrections(without, [added])
    (own,) = [a for a in shown.attributions if a.speaker == "Jo Mast"]
    assert (own.id, own.content, own.cue, stale) == ("U1", item.content, item.cue, ())
    again, _ = apply_corrections(read, [added])
    assert len(again.attributions) == len(read.attributions)
    assert next(a for a in again.attributions if a.id == item.id).speaker == "Jo Mast"


def test_a_speaker_who_was_set_is_the_actor_of_that_name_and_the_gists_know() -> None:
    read = reading()
    actor, item = read.actors[0], read.attributions[0]
    made = correction("set", anchor_of(read, "attributions", item), field="speaker", value=actor.name)
    shown, stale = shown_study(study(), [made])
    assert stale == ()
    assert (shown.reading.attributions[0].speaker, shown.reading.attributions[0].actor) == (actor.name, actor.id)
    assert [g.speaker for g in shown.gists if g.side == item.id] == [
        actor.name for g in study().gists if g.side == item.id
    ]


@pytest.mark.parametrize(
    ("kind", "payload", "why"),
    [
        ("set", {"field": "attitude", "value": "mumble"}, "value-refused"),
        ("set", {"field": "text", "value": "x"}, "value-refused"),
        ("spans", {"field": "content", "quotes": [{"part": "content"}]}, "value-refused"),
        ("spans", {"field": "speaker", "quotes": []}, "value-refused"),
    ],
)
def test_what_cannot_be_is_told(kind: str, payload: dict[str, Any], why: str) -> None:
    target = anchor_of(reading(), "attributions", reading().attributions[0])
    assert apply_corrections(reading(), [correction(kind, target, **payload)]) == (reading(), (Stale(1, why),))  # type: ignore[arg-type]
