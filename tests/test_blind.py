"""The gold of the blind rounds stands on its texts, which lie in the shared folder; what cannot be found in a text is refused."""

from __future__ import annotations

import hashlib
from pathlib import Path

import blind
import pytest
from blind_agreement import figures, with_others
from blind_source import LAYERS, all_spans, converted

from wederhoor.evaluation import load_gold

SETS = [(name, which) for name in blind.ROUNDS for which in ("gold", "one", "two")]
TEXT = 'Raad wil dam sluiten\n\n"Wij sluiten de dam," zei J. Vos, en hij zei: "De dam gaat dicht." Morgen sluit hij.\n'
SOURCE = """[attributions]
A1 | J. Vos | d | 2:Wij sluiten de dam | zei@1 | J. Vos
A2 | J. Vos | d | 2:De dam gaat dicht | zei@2 | hij
[entities]
2 P J. Vos
[actors]
P1 | J. Vos | | | | 2:J. Vos ; 2:hij ; 3:hij
G1 | raad | | | | 1:Raad
[times]
3:Morgen | 2001-01-03 | -
[events]
COERCE/restrict | 1:* | sluiten | G1 | | dam | | | planned
COERCE/restrict | 2:De dam gaat dicht | dicht | P1 | | dam | Morgen | | planned =E1
[conditions]
if A2 | 2:Wij sluiten de dam | De dam gaat dicht
[forecasts]
author | 3:Morgen ... hij
[conflicts]
denial | A1 | 1:wil dam sluiten
"""


@pytest.mark.parametrize(("name", "which"), SETS, ids=[f"{name} {which}" for name, which in SETS])
def test_every_span_lies_in_the_text_with_the_digest(name: str, which: str, shared: Path) -> None:
    assert shared == blind.SHARED
    records = blind.annotated(name, which)
    assert sorted(records) == sorted(path.stem for path in blind.folder_of(name, which).glob("*.json"))
    for doc, record in records.items():
        text = record["text"]
        assert record["text_sha256"] == hashlib.sha256(text.encode()).hexdigest(), doc
        spans = [span for layer in LAYERS for span in all_spans(record[layer])]
        assert spans
        for start, end in spans:
            assert 0 <= start < end <= len(text), (doc, start, end)
            words = text[start:end]
            assert words == words.strip(), (doc, start, end)
            assert not (text[start - 1 : start].isalnum() and words[0].isalnum()), (doc, start, end)
            assert not (text[end : end + 1].isalnum() and words[-1].isalnum()), (doc, start, end)


def test_what_was_checked_with_others_lies_in_their_texts(shared: Path) -> None:
    assert shared == blind.SHARED
    theirs, ours = blind.checked()
    for doc, record in ours.items():
        assert record["text_sha256"] == hashlib.sha256(theirs[doc]["text"].encode()).hexdigest(), doc
        spans = [span for layer in LAYERS for span in all_spans(record.get(layer, []))]
        assert spans and all(0 <= start < end <= len(record["text"]) for start, end in spans)
    agreement = {name: figure for name, figure, _ in with_others(theirs, ours, shared / "eval")}
    assert 0.5 < agreement["events: code and trigger"] < 1


@pytest.mark.parametrize("name", blind.ROUNDS)
def test_no_text_is_in_the_project(name: str) -> None:
    for path in blind.folder_of(name, "gold").rglob("*.json"):
        assert '"text":' not in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", blind.ROUNDS)
def test_joined_gold_is_what_the_program_scores_by(name: str, shared: Path, tmp_path: Path) -> None:
    assert shared == blind.SHARED
    assert blind.main(["join", name, str(tmp_path)]) == 0
    documents = load_gold([tmp_path])
    assert [document.doc for document in documents] == sorted(blind.ROUNDS[name]["docs"])
    assert all(d.has_commitment for d in documents if d.attributions)
    assert all(
        layer is not None for d in documents for layer in (d.entities, d.actors, d.events, d.causal, d.conflicts)
    )


SOURCES = sorted(blind.GOLD.glob("blind-*/sources/*.txt"))


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: f"{path.parent.parent.name} {path.stem}")
def test_the_gold_is_what_its_source_says(path: Path, shared: Path) -> None:
    assert shared == blind.SHARED
    name = path.parent.parent.name.removeprefix("blind-")
    record = converted(path.stem, blind.text_of(name, path.stem), path.read_text(encoding="utf-8"))
    assert (blind.folder_of(name, "gold") / f"{path.stem}.json").read_text(encoding="utf-8") == blind.written(record)


def test_a_source_is_turned_into_spans() -> None:
    record = converted("dam", TEXT, SOURCE)
    words = {layer: [TEXT[slice(*span)] for span in all_spans(record[layer])] for layer in LAYERS}
    assert words["attributions"] == ["Wij sluiten de dam", "zei", "J. Vos", "De dam gaat dicht", "zei", "hij"]
    assert words["actors"] == ["J. Vos", "hij", "hij", "Raad"]
    assert words["forecasts"] == ["Morgen sluit hij"]
    first, second = record["events"]
    assert TEXT[slice(*first["span"])] == "Raad wil dam sluiten" and first["holder"] == "author"
    assert (second["agents"], second["holder"], second["same_as"]) == (["J. Vos"], "A2", "E1")
    assert record["conflicts"] == [{"a": "A1", "b": {"author": (5, 20)}, "kind": "denial"}]


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("2:Wij sluiten de dam | zei@1", "2:Wij sluiten de dam | zei", "'zei' stands 2 times"),
        ("2:Wij sluiten de dam | zei@1", "2:Wij openen | zei@1", "'Wij openen' stands 0 times"),
        ("2:Wij sluiten de dam | zei@1", "2:Wij sluit | zei@1", "'Wij sluit' stands 0 times"),
        ("3:Morgen ... hij", "3:Morgen ... zij", "'zij' does not follow"),
        ("2 P J. Vos", "2 L J. Vos", "a place has a country"),
        ("A2 | J. Vos", "A2 | K. Vos", "'K. Vos' is no actor"),
        ("A2 | J. Vos", "A2<A7 | J. Vos", "no parent A7"),
        ("3:hij", "1:hij", "'hij' stands 0 times"),
        ("planned =E1", "planned =E5", "no earlier COERCE E5"),
        ("| dam | Morgen", "| dijk | Morgen", "'dijk' is not in the text, nor an actor"),
        ("2001-01-03", "3 januari", "days are written"),
    ],
)
def test_what_is_not_there_is_refused(old: str, new: str, problem: str) -> None:
    assert SOURCE.count(old) == 1
    with pytest.raises(ValueError, match=problem):
        converted("dam", TEXT, SOURCE.replace(old, new))


def test_the_same_set_agrees_in_all_and_another_does_not(shared: Path) -> None:
    one, two = (blind.annotated("nl-1", which) for which in ("one", "two"))
    same = {name: agreement for name, agreement, _ in figures(one, one, shared / "eval")}
    assert set(same.values()) == {1.0}
    other = {name: agreement for name, agreement, _ in figures(one, two, shared / "eval")}
    assert other.keys() == same.keys() and 0 < min(other.values()) < 1
