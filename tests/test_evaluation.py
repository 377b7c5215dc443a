"""The evaluation room: agreement with the reference scorers to the last digit, gold files, the gate and the misses."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.console import Console

from wederhoor.errors import WederhoorError
from wederhoor.evaluation import (
    GoldDocument,
    check_floors,
    checksum,
    evaluate,
    find_misses,
    load_gold,
    misses_list,
    pin_floors,
    scores_json,
    scores_table,
)
from wederhoor.evaluation.alignment import LEAST_DICE, align
from wederhoor.evaluation.misses import CONTEXT, marked
from wederhoor.records import Attribution, Entity, EntityType, Layer, Reading, Span

TEXT = (
    "De molenaar zegt dat de wieken morgen draaien. Volgens zijn buurvrouw waait het te hard. "
    '"Ik zet geen zak meel klaar", aldus bakker Joost Hovens uit Zandbroek.'
)


def at(words: str, text: str = TEXT) -> Span:
    start = text.index(words)
    return start, start + len(words)


def attribution(id: str, content: str, cue: str, source: str, speaker: str | None, **more: Any) -> Attribution:
    return Attribution(
        id=id,
        content=(at(content),),
        cue=(at(cue),),
        source=(at(source),) if source else (),
        speaker=speaker,
        form=more.pop("form", "indirect"),
        **more,
    )


MILLER = attribution("A1", "dat de wieken morgen draaien", "zegt", "De molenaar", "de molenaar")
NEIGHBOUR = attribution("A2", "waait het te hard", "Volgens", "zijn buurvrouw", "de buurvrouw", parent="A1")
BAKER = attribution("A3", "Ik zet geen zak meel klaar", "aldus", "bakker Joost Hovens", "Joost Hovens", form="direct")
GOLD = GoldDocument(
    has_commitment=True,
    doc="molen",
    text=TEXT,
    attributions=(MILLER, NEIGHBOUR, BAKER),
    entities=(Entity(at("Joost Hovens"), "PER"), Entity(at("Zandbroek"), "LOC")),
)


def reading(
    gold: GoldDocument, attributions: Sequence[Attribution] | None = None, entities: Sequence[Entity] | None = None
) -> Reading:
    return Reading(
        doc=gold.doc,
        lang="nl",
        date=None,
        title=None,
        text=gold.text,
        sha256="",
        made_by={},
        attributions=tuple(gold.attributions if attributions is None else attributions),
        entities=tuple((gold.entities or ()) if entities is None else entities),
    )


# ---- agreement with the reference scorers


@pytest.fixture(scope="session")
def dev(shared: Path) -> tuple[GoldDocument, ...]:
    return load_gold([shared / "gold" / "dev"], shared / "gold" / "entities-dev")


def raw(shared: Path, folder: str) -> list[dict[str, Any]]:
    """Gold as the reference scorers read it: without our loader."""
    files = sorted((shared / "gold" / folder).glob("*.json"))
    return [json.loads(file.read_text(encoding="utf-8")) for file in files]


def assert_attributions_agree(
    module: ModuleType, records: list[dict[str, Any]], gold: Sequence[GoldDocument], readings: dict[str, Reading]
) -> None:
    theirs = [module.Document(record) for record in records]
    system = {name: module.Document(msgspec.to_builtins(item)) for name, item in readings.items()}
    expected = module.score([(document, system.get(document.id)) for document in theirs])
    ours = evaluate(gold, readings).attributions
    assert (ours.documents, ours.tokens) == (expected["documents"], expected["tokens"])
    for key in ("content", "exact", "end_to_end", "tokens_content", "tokens_cue", "tokens_source"):
        score = getattr(ours, key)
        figures = (score.precision, score.recall, score.f1, score.right, score.system, score.gold)
        assert figures == tuple(expected[key][k] for k in ("p", "r", "f1", "right", "system", "gold")), key
    assert ours.source.accuracy == expected["source_accuracy"]
    for document, other in zip(gold, theirs, strict=True):
        said = system[document.doc].attributions if document.doc in system else []
        pairs = align(document, readings.get(document.doc)).pairs
        assert list(pairs) == module.match(other.attributions, said, LEAST_DICE)


def assert_entities_agree(
    module: ModuleType, records: list[dict[str, Any]], gold: Sequence[GoldDocument], readings: dict[str, Reading]
) -> None:
    expected = module.entities([(msgspec.to_builtins(readings[record["doc"]]), record) for record in records])
    ours = evaluate(gold, readings).entities
    assert ours
    for key in ("exact", "spans"):
        score = getattr(ours, key)
        figures = (score.precision, score.recall, score.f1, score.right, score.system, score.gold)
        theirs = tuple(expected[key][k] for k in ("precision", "recall", "f1", "matched", "system", "gold"))
        assert figures == theirs, key


def moved(spans: tuple[Span, ...], size: int, dice: random.Random) -> tuple[Span, ...]:
    new = []
    for start, end in spans:
        first = min(max(0, start + dice.choice((-40, -9, 0, 0, 3, 25))), size - 1)
        new.append((first, min(max(first + 1, end + dice.choice((-30, -4, 0, 0, 8, 60))), size)))
    return tuple(new)


def perturbed(document: GoldDocument, dice: random.Random) -> Reading:
    """Gold made worse: attributions and entities moved, dropped, added, doubled; sources, names and forms changed."""
    size = len(document.text)
    changed: list[Attribution] = []
    for item in document.attributions:
        if dice.random() < 0.2:
            continue
        changed += [
            msgspec.structs.replace(
                item,
                id=f"{item.id}-{copy}",
                content=moved(item.content, size, dice) if dice.random() < 0.6 else item.content,
                cue=moved(item.cue, size, dice) if dice.random() < 0.4 else item.cue,
                source=dice.choice(((), item.source, item.source, moved(item.source, size, dice))),
                speaker=dice.choice((None, item.speaker, "iemand")),
                form=dice.choice(("direct", "indirect", item.form)),
            )
            for copy in range(1 + (dice.random() < 0.15))
        ]
    dice.shuffle(changed)
    entities = [
        Entity(moved((item.span,), size, dice)[0], dice.choice((item.type, item.type, "MISC")))
        for item in document.entities or ()
        if dice.random() < 0.8
    ]
    return reading(document, changed, entities)


def test_gold_against_itself_agrees(
    shared: Path, dev: tuple[GoldDocument, ...], attribution_score: ModuleType, entity_score: ModuleType
) -> None:
    readings = {document.doc: reading(document) for document in dev}
    assert_attributions_agree(attribution_score, raw(shared, "dev"), dev, readings)
    assert_entities_agree(entity_score, raw(shared, "entities-dev"), dev, readings)
    scores = evaluate(dev, readings)
    assert scores.entities
    assert scores.entities.exact.f1 == scores.attributions.end_to_end.f1 == scores.attributions.speaker.accuracy == 1.0
    assert scores.attributions.content.gold > 200
    assert find_misses(dev, readings, ("attributions", "entities")) == []


@pytest.mark.parametrize("seed", range(8))
def test_perturbed_gold_agrees(
    shared: Path, dev: tuple[GoldDocument, ...], attribution_score: ModuleType, entity_score: ModuleType, seed: int
) -> None:
    dice = random.Random(seed)
    readings = {document.doc: perturbed(document, dice) for document in dev}
    assert_entities_agree(entity_score, raw(shared, "entities-dev"), dev, readings)
    readings.pop(dice.choice(sorted(readings)))  # a document that was not read
    assert_attributions_agree(attribution_score, raw(shared, "dev"), dev, readings)
    scores = evaluate(dev, readings).attributions
    assert 0.2 < scores.content.f1 < 0.99 and scores.source.accuracy < 1


def test_speaker_is_compared_as_the_reference_compares_names(entity_score: ModuleType) -> None:
    names = ["De Burgemeester", "het college", "'t college", "een", "The Mayor", "an aide", "dewi", "de  raad", "ÉÉN"]
    for gold_name in names:
        for name in [*names, gold_name.upper(), "burgemeester", "college"]:
            gold = msgspec.structs.replace(GOLD, attributions=(msgspec.structs.replace(MILLER, speaker=gold_name),))
            said = reading(GOLD, [msgspec.structs.replace(MILLER, speaker=name)])
            right = evaluate([gold], {"molen": said}).attributions.speaker.right
            assert right == (entity_score.plain(gold_name) == entity_score.plain(name))


texts = st.lists(st.sampled_from(["wie", "wat", "één", "'t", '"ja"', "-", "21", "x_y", "\n", "…"]), max_size=25).map(
    " ".join
)


def span_lists(size: int) -> st.SearchStrategy[tuple[Span, ...]]:
    place = st.integers(0, size)
    span = st.tuples(place, place).map(lambda pair: (min(pair), max(pair)))
    return st.lists(span, max_size=3).map(tuple)


@st.composite
def documents(draw: st.DrawFn, doc: str) -> tuple[GoldDocument, Reading]:
    text = draw(texts)
    spans = span_lists(len(text))

    def attributions() -> list[Attribution]:
        parts = draw(st.lists(st.tuples(spans, spans, spans), max_size=5))
        return [
            Attribution(id=f"A{n}", content=a, cue=b, source=c, speaker=None, form="mixed")
            for n, (a, b, c) in enumerate(parts)
        ]

    def entities() -> list[Entity]:
        kinds: st.SearchStrategy[list[EntityType]] = st.lists(st.sampled_from(("PER", "LOC")), min_size=3, max_size=3)
        return [Entity(span, kind) for span, kind in zip(draw(spans), draw(kinds), strict=False)]

    gold = GoldDocument(doc=doc, text=text, attributions=tuple(attributions()), entities=tuple(entities()))
    return gold, reading(gold, attributions(), entities())


@pytest.mark.slow
@settings(max_examples=150, deadline=None, derandomize=True, database=None)
@given(st.tuples(documents("a"), documents("b")))
def test_made_up_documents_agree(
    attribution_score: ModuleType, entity_score: ModuleType, pairs: tuple[tuple[GoldDocument, Reading], ...]
) -> None:
    gold = [document for document, _ in pairs]
    readings = {said.doc: said for _, said in pairs}
    records = [msgspec.to_builtins(document) for document in gold]
    assert_attributions_agree(attribution_score, records, gold, readings)
    assert_entities_agree(entity_score, records, gold, readings)


# ---- what the reference does not score


def test_scores_of_a_small_document() -> None:
    said = (
        msgspec.structs.replace(MILLER, id="x", speaker="Molenaar", form="mixed"),
        msgspec.structs.replace(NEIGHBOUR, id="y", parent="x", source=()),
        attribution("z", "uit Zandbroek", "aldus", "", None),
    )
    scores = evaluate([GOLD], {"molen": reading(GOLD, said, [Entity(at("Joost Hovens"), "ORG")])})
    ours = scores.attributions
    assert (ours.content.right, ours.content.system, ours.content.gold) == (2, 3, 3)
    assert (ours.source.right, ours.source.judged) == (1, 2)
    assert ours.end_to_end.precision == 1 / 3
    assert (ours.speaker.right, ours.form.right, ours.parent.right) == (2, 1, 2)
    assert scores.entities
    assert (scores.entities.exact.right, scores.entities.spans.right) == (0, 1)


@pytest.mark.parametrize(("parent", "right"), [("A1", 1), ("A3", 0), (None, 0), ("gone", 0)])
def test_parent_is_right_where_the_outer_ones_match(parent: str | None, right: int) -> None:
    said = (MILLER, msgspec.structs.replace(NEIGHBOUR, parent=parent), BAKER)
    assert evaluate([GOLD], {"molen": reading(GOLD, said)}).attributions.parent.right == 2 + right


def test_unread_documents_count_and_entities_without_gold_do_not() -> None:
    bare = msgspec.structs.replace(GOLD, doc="kaal", entities=None)
    scores = evaluate([GOLD, bare], {"kaal": reading(bare, None, GOLD.entities)})
    assert (scores.attributions.content.right, scores.attributions.content.gold) == (3, 6)
    assert scores.entities
    assert (scores.entities.documents, scores.entities.exact.system) == (1, 0)
    assert evaluate([bare], {}).entities is None


def test_a_reading_of_another_text_is_refused() -> None:
    other = msgspec.structs.replace(reading(GOLD), text=TEXT.replace("morgen", "overmorgen"))
    for readings in ({"molen": other}, {"elders": reading(GOLD)}):
        for judge in (evaluate, find_misses):
            with pytest.raises(WederhoorError, match="W302"):
                judge([GOLD], readings)


# ---- misses


def test_misses_name_every_difference_where_it_stands() -> None:
    said = (
        msgspec.structs.replace(MILLER, form="mixed", speaker="bakker"),
        msgspec.structs.replace(NEIGHBOUR, source=(at("De molenaar"),)),
        attribution("z", "uit Zandbroek", "aldus", "", None),
    )
    misses = find_misses([GOLD], {"molen": reading(GOLD, said)})
    assert [(m.kind, m.gold, m.system, m.expected, m.found) for m in misses] == [
        ("source", NEIGHBOUR.source, MILLER.source, None, None),
        ("form", MILLER.content, MILLER.content, "indirect", "mixed"),
        ("speaker", MILLER.content, MILLER.content, "de molenaar", "bakker"),
        ("missed", BAKER.content, (), None, None),
        ("spurious", (), (at("uit Zandbroek"),), None, None),
    ]
    assert {m.doc for m in misses} == {"molen"}
    assert misses[0].context.startswith("{De molenaar} zegt dat") and "[zijn buurvrouw]" in misses[0].context
    assert "[dat de wieken morgen draaien]" in misses[1].context and "{" not in misses[1].context
    assert misses[4].context.endswith("Hovens {uit Zandbroek}.") and misses[4].context.startswith("…")


def test_marks_leave_out_the_inside_of_long_spans_and_the_line_breaks() -> None:
    text = "begin\n\n" + "woord " * 60 + "eind"
    shown = marked(text, [(7, len(text) - 5)], [])
    assert shown.startswith("begin [woord") and shown.endswith("woord] eind")
    assert " … " in shown and len(shown) < 4 * CONTEXT + 20
    assert marked("a b c", [(0, 1), (2, 3)], [(0, 1), (0, 3)]) == "[{a] [b]} c"
    assert marked("a b", [], []) == ""


@given(st.tuples(documents("a")))
@settings(max_examples=50, deadline=None, derandomize=True, database=None)
def test_misses_count_with_the_scores(pairs: tuple[tuple[GoldDocument, Reading]]) -> None:
    ((gold, said),) = pairs
    scores = evaluate([gold], {"a": said}).attributions
    only: list[Layer] = ["attributions"]
    kinds = [miss.kind for miss in find_misses([gold], {"a": said}, only)]
    assert kinds.count("missed") == scores.content.gold - scores.content.right
    assert kinds.count("spurious") == scores.content.system - scores.content.right
    assert kinds.count("source") == scores.source.judged - scores.source.right


# ---- gold files


def record() -> dict[str, Any]:
    data: dict[str, Any] = msgspec.to_builtins(GOLD)
    data["times"] = []  # a layer that is not scored
    return data


def written(folder: Path, data: object, name: str = "molen.json") -> Path:
    file = folder / name
    file.parent.mkdir(exist_ok=True)
    file.write_text(json.dumps(data), encoding="utf-8")
    return file


def test_gold_is_read_from_files_and_folders(tmp_path: Path) -> None:
    second = record() | {"doc": "andere", "entities": None}
    written(tmp_path / "gold", record())
    written(tmp_path / "gold", second, "andere.json")
    gold = load_gold([tmp_path / "gold"])
    assert [document.doc for document in gold] == ["andere", "molen"]
    assert gold[1] == GOLD
    assert load_gold([tmp_path / "gold" / "molen.json"]) == (GOLD,)


def test_gold_is_completed_by_an_entities_folder(tmp_path: Path) -> None:
    layer = {"doc": "molen", "entities": [{"span": at("Zandbroek"), "type": "LOC"}], "actors": []}
    bare = {key: value for key, value in record().items() if key != "entities"}
    file = written(tmp_path, bare)
    assert load_gold([file])[0].entities is None
    written(tmp_path / "entities", layer)
    written(tmp_path / "entities", layer | {"doc": "onbekend", "entities": []}, "onbekend.json")
    assert load_gold([file], tmp_path / "entities")[0].entities == (Entity(at("Zandbroek"), "LOC"),)


Change = Callable[[dict[str, Any]], object]

BAD: dict[str, Change] = {
    "missing required field `text`": lambda d: d.pop("text"),
    "attributions[1]: Object missing required field `content`": lambda d: d["attributions"][1].pop("content"),
    "attributions[0].form": lambda d: d["attributions"][0].update(form="half"),
    "attributions[2].cue[0]": lambda d: d["attributions"][2].update(cue=[[9000, 9001]]),
    "attributions[2].source[0]: [7, 7]": lambda d: d["attributions"][2].update(source=[[7, 7]]),
    "attributions[0].content[0]: [-1, 4]": lambda d: d["attributions"][0].update(content=[[-1, 4]]),
    "attributions[1].id": lambda d: d["attributions"][1].update(id="A1"),
    "attributions[1].parent": lambda d: d["attributions"][1].update(parent="A9"),
    "attributions[0].parent": lambda d: d["attributions"][0].update(parent="A1"),
    "entities[1].span": lambda d: d["entities"][1].update(span=[5, 4]),
    "entities[0].type": lambda d: d["entities"][0].update(type="CITY"),
}


@pytest.mark.parametrize("key", BAD)
def test_bad_gold_is_refused_with_file_key_and_offsets(tmp_path: Path, key: str) -> None:
    data = record()
    BAD[key](data)
    with pytest.raises(WederhoorError) as caught:
        load_gold([written(tmp_path, data)])
    message = str(caught.value)
    assert "W301" in message and "molen.json" in message
    assert key in message


def test_what_is_no_gold_file_is_refused(tmp_path: Path) -> None:
    broken = tmp_path / "broken.json"
    broken.write_text('{"doc": ', encoding="utf-8")
    latin = tmp_path / "latin.json"
    latin.write_bytes('{"doc": "één"}'.encode("latin-1"))
    (tmp_path / "empty").mkdir()
    file = written(tmp_path / "gold", record())
    for path in (broken, latin, tmp_path / "empty"):
        with pytest.raises(WederhoorError, match="W301"):
            load_gold([path])
    with pytest.raises(WederhoorError, match="W104"):
        load_gold([tmp_path / "gone.json"])
    with pytest.raises(WederhoorError, match="twice"):
        load_gold([file, file])


def test_bad_entities_folders_are_refused(tmp_path: Path) -> None:
    file = written(tmp_path, record())
    with pytest.raises(WederhoorError, match="W301"):
        load_gold([file], tmp_path / "gone")
    layer = {"doc": "onbekend", "entities": [{"span": [0, 9000], "type": "LOC"}]}
    written(tmp_path / "entities", layer)
    with pytest.raises(WederhoorError, match="no file of any"):
        load_gold([file], tmp_path / "entities")
    written(tmp_path / "entities", layer | {"doc": "molen"})
    with pytest.raises(WederhoorError, match=r"entities\[0\]"):
        load_gold([file], tmp_path / "entities")
    written(tmp_path / "entities", {"doc": "molen", "entities": []})
    written(tmp_path / "entities", {"doc": "molen", "entities": []}, "nogmaals.json")
    with pytest.raises(WederhoorError, match="twice"):
        load_gold([file], tmp_path / "entities")


def test_checksum_is_of_what_is_scored(tmp_path: Path) -> None:
    other = msgspec.structs.replace(GOLD, doc="andere")
    assert checksum([GOLD, other]) == checksum([other, GOLD]) != checksum([GOLD])
    assert checksum(load_gold([written(tmp_path, record())])) == checksum([GOLD])
    later = msgspec.structs.replace(MILLER, speaker="molenaar")
    assert checksum([msgspec.structs.replace(GOLD, attributions=(later,))]) != checksum(
        [msgspec.structs.replace(GOLD, attributions=(MILLER,))]
    )
    # pinned, because a floors file in use would have to be made anew if this changed
    assert checksum([GOLD]) == "ebaec8a88e6656c242f87fc0c56318ed1c054854a7badc059b3b1257c4bde3e0"


# ---- the gate


def worse() -> Reading:
    return reading(GOLD, (MILLER, BAKER))


def test_pinned_floors_hold_for_the_scores_they_were_made_of(tmp_path: Path) -> None:
    floors, scores = tmp_path / "floors.toml", evaluate([GOLD], {"molen": worse()})
    pinned = pin_floors(floors, scores, [GOLD])
    assert pinned.attributions["content"] == 0.8
    assert pinned.attributions["speaker"] == 1.0
    assert pinned.entities == {"exact": 1.0, "spans": 1.0}
    text = floors.read_text(encoding="utf-8")
    assert "\ncontent = 0.8\n" in text and checksum([GOLD]) in text
    check_floors(floors, scores, [GOLD])


@pytest.mark.parametrize(
    ("f1", "floor"),
    [(0.0, 0.0), (0.0049, 0.0), (0.735, 0.735), (0.7349999999999999, 0.73), (0.9999, 0.995), (1.0, 1.0)],
)
def test_floors_are_rounded_down_to_the_step(tmp_path: Path, f1: float, floor: float) -> None:
    scores = evaluate([GOLD], {"molen": reading(GOLD)})
    content = msgspec.structs.replace(scores.attributions.content, f1=f1)
    scores = msgspec.structs.replace(scores, attributions=msgspec.structs.replace(scores.attributions, content=content))
    assert pin_floors(tmp_path / "floors.toml", scores, [GOLD]).attributions["content"] == floor
    check_floors(tmp_path / "floors.toml", scores, [GOLD])


def test_a_score_below_its_floor_is_refused(tmp_path: Path) -> None:
    floors = tmp_path / "floors.toml"
    pin_floors(floors, evaluate([GOLD], {"molen": reading(GOLD)}), [GOLD])
    before = floors.read_bytes()
    with pytest.raises(WederhoorError, match="W303") as caught:
        check_floors(floors, evaluate([GOLD], {"molen": worse()}), [GOLD])
    assert "attributions.content is 0.8000, its floor is 1 " in str(caught.value)
    assert "attributions.exact is 0.8000 and not 1;" in str(caught.value)
    assert "entities" not in str(caught.value)
    with pytest.raises(WederhoorError, match="W303"):
        pin_floors(floors, evaluate([GOLD], {"molen": worse()}), [GOLD])
    assert floors.read_bytes() == before
    pin_floors(floors, evaluate([GOLD], {"molen": worse()}), [GOLD], anew=True)
    check_floors(floors, evaluate([GOLD], {"molen": worse()}), [GOLD])


def test_pinning_raises_floors_and_keeps_higher_ones(tmp_path: Path) -> None:
    floors = tmp_path / "floors.toml"
    scores = evaluate([GOLD], {"molen": worse()})
    pin_floors(floors, scores, [GOLD])
    text = floors.read_text(encoding="utf-8")
    assert scores.attributions.tokens_cue.f1 == pytest.approx(0.8)
    by_hand = text.replace("\ncontent = 0.8\n", "\ncontent = 0.7\n").replace(
        "tokens_cue = 0.8\n", "tokens_cue = 0.79999\n"
    )
    floors.write_text(by_hand, encoding="utf-8")
    assert by_hand != text
    pinned = pin_floors(floors, scores, [GOLD])
    assert (pinned.attributions["content"], pinned.attributions["tokens_cue"]) == (0.8, 0.8)
    exact = scores.attributions.tokens_content.f1
    # a floor by hand may lie between the steps
    by_hand = text.replace("tokens_content = ", f"tokens_content = {exact!r} # ")
    floors.write_text(by_hand, encoding="utf-8")
    assert pin_floors(floors, scores, [GOLD]).attributions["tokens_content"] == exact
    assert check_floors(floors, scores, [GOLD]).attributions["tokens_content"] == exact


def test_floors_of_other_gold_are_refused(tmp_path: Path) -> None:
    floors = tmp_path / "floors.toml"
    pin_floors(floors, evaluate([GOLD], {}), [GOLD])
    changed = msgspec.structs.replace(GOLD, attributions=(MILLER, BAKER))
    with pytest.raises(WederhoorError, match="W304"):
        check_floors(floors, evaluate([changed], {"molen": reading(GOLD)}), [changed])
    with pytest.raises(WederhoorError, match="W304"):
        pin_floors(floors, evaluate([changed], {"molen": reading(GOLD)}), [changed])


def test_a_floor_of_a_score_that_was_not_taken_is_a_miss(tmp_path: Path) -> None:
    bare = msgspec.structs.replace(GOLD, entities=None)
    floors = tmp_path / "floors.toml"
    floors.write_text(
        f'gold_sha256 = "{checksum([bare])}"\n[attributions]\n[entities]\nexact = 0.0\n', encoding="utf-8"
    )
    with pytest.raises(WederhoorError, match="not scored"):
        check_floors(floors, evaluate([bare], {}), [bare])


@pytest.mark.parametrize("text", ["gold_sha256 = ", 'gold_sha256 = "a"\n[attribution]\ncontent = 1.0\n', None])
def test_what_is_no_floors_file_is_refused(tmp_path: Path, text: str | None) -> None:
    floors = tmp_path / "floors.toml"
    if text:
        floors.write_text(text, encoding="utf-8")
    with pytest.raises(WederhoorError, match="W301" if text else "W104"):
        check_floors(floors, evaluate([GOLD], {}), [GOLD])


def test_floors_that_cannot_be_written_are_refused(tmp_path: Path) -> None:
    with pytest.raises(WederhoorError, match="W401"):
        pin_floors(tmp_path / "gone" / "floors.toml", evaluate([GOLD], {}), [GOLD])


# ---- reports


def shown(renderable: Any) -> str:
    console = Console(width=160, file=None, record=True)
    with console.capture() as capture:
        console.print(renderable)
    return capture.get()


def test_tables_show_the_scores_and_the_misses() -> None:
    said = {"molen": worse()}
    table = shown(scores_table(evaluate([GOLD], said)))
    assert "content (Dice)" in table and "0.800" in table and "span and type" in table
    assert "Entities" not in shown(scores_table(evaluate([msgspec.structs.replace(GOLD, entities=None)], said)))
    assert "[waait het te hard]" in shown(misses_list(find_misses([GOLD], said)))


def test_json_has_the_scores_and_the_misses() -> None:
    said = {"molen": worse()}
    scores = evaluate([GOLD], said)
    plain = json.loads(scores_json(scores))
    assert plain["attributions"]["content"]["f1"] == scores.attributions.content.f1
    assert "misses" not in plain
    full = json.loads(scores_json(scores, find_misses([GOLD], said)))
    assert [miss["kind"] for miss in full["misses"]] == ["missed"]
    assert full["misses"][0]["gold"] == [list(at("waait het te hard"))]


def test_commitment_is_scored_where_gold_says_it(tmp_path: Path) -> None:
    written(tmp_path, record())
    gold = load_gold([tmp_path / "molen.json"])
    attributions = tuple(msgspec.structs.replace(a, polarity="-", attitude="hope") for a in gold[0].attributions)
    scores = evaluate(gold, {"molen": reading(gold[0], attributions)})
    assert scores.commitment is not None
    assert (scores.commitment.attitude.accuracy, scores.commitment.certainty.accuracy) == (0.0, 1.0)
    bare = [{k: v for k, v in item.items() if k != "attitude"} for item in record()["attributions"]]
    written(tmp_path, record() | {"attributions": bare}, "molen.json")
    assert evaluate(load_gold([tmp_path / "molen.json"]), {}).commitment is None
