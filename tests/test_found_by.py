"""Every finding knows the rule that made it, and the evaluation tells how often each rule is right."""

from __future__ import annotations

import json
from pathlib import Path

import msgspec
import pytest
from command import run_here

from wederhoor.evaluation import find_misses, rule_scores, with_rules
from wederhoor.evaluation.gold_terms import in_gold_terms
from wederhoor.exchange.json import read_readings
from wederhoor.reading import Student
from wederhoor.records import Document, Study

HERE = Path(__file__).parent
[READING] = read_readings(HERE / "data" / "oosterwaal.json")
SAID = (
    "Wethouder Anna Visser zegt dat de sluis dicht blijft omdat de dijk lekt. De regen veroorzaakt geen schade. Boer Piet "
    "Kramer ontkent dat de dijk lekt. “De sluis gaat open als het water zakt,” zegt Kramer. Visser verwacht dat boeren dinsdag "
    "de sluis blokkeren."
)
RULED = ("attributions", "events", "causal", "conditions", "forecasts", "conflicts")


def test_all_that_rules_find_names_its_rule(student: Student) -> None:
    study = student(Document(doc="sluis", text=SAID, lang="nl", date="2031-03-12"))
    found = {layer: [item.id for item in getattr(study.reading, layer)] for layer in RULED}
    assert all(found.values())
    found["denied"] = [one.claim.id for one in study.denied]
    assert sorted(study.found_by) == sorted(name for names in found.values() for name in names)
    assert all(study.found_by.values())
    assert [study.found_by[name] for name in found["attributions"]][:3] == [
        "verb: clause",
        "verb: clause",
        "speech, cue beside",
    ]
    assert "found_by" not in msgspec.to_builtins(study.reading)


RARE = {
    "noun: role": ("Het bedrijf ging failliet, met ontslagen als gevolg.", ["Het bedrijf ging failliet", "ontslagen"]),
    "insisted": (
        (
            "Burgemeester Anna Visser zegt dat wethouder Piet Kramer de brief heeft verscheurd. "
            "Kramer houdt vol dat hij niets heeft gedaan."
        ),
        ["dat wethouder Piet Kramer de brief heeft verscheurd", "dat hij niets heeft gedaan"],
    ),
    "another figure": (
        (
            "De politie zegt dat er dertig gewonden waren. Dat klopt niet, zegt burgemeester Anna Visser. "
            "De brandweer was er snel bij, zegt Visser. Er waren vijf gewonden, zegt Visser."
        ),
        ["dat er dertig gewonden waren", "Er waren vijf gewonden"],
    ),
}
"""Rules that find something in hardly any text, each with what shows why it is right."""


@pytest.mark.parametrize("rule", RARE)
def test_a_rare_rule_finds_what_it_is_for(student: Student, rule: str) -> None:
    text, sides = RARE[rule]
    study = student(Document(doc="zeldzaam", text=text, lang="nl", date="2031-03-12"))
    reading = study.reading
    said = {a.id: " ".join(text[slice(*span)] for span in a.content) for a in reading.attributions}
    found = {claim.id: [text[slice(*claim.cause)], text[slice(*claim.effect)]] for claim in reading.causal}
    found |= {
        conflict.id: [said.get(str(side), "") for side in (conflict.a, conflict.b)] for conflict in reading.conflicts
    }
    assert [found[name] for name, by in study.found_by.items() if by == rule] == [sides]


def test_a_study_of_an_older_version_opens_without_rules(read_by_pipeline: dict[str, Study]) -> None:
    assert read_by_pipeline and all(study.found_by == {} for study in read_by_pipeline.values())


def test_precision_of_a_rule_counts_what_gold_has_not() -> None:
    statements = [attribution.id for attribution in READING.attributions]
    study = Study(
        reading=READING, found_by={name: "first" if name == statements[0] else "others" for name in statements}
    )
    gold = in_gold_terms(READING)
    gold = msgspec.structs.replace(gold, attributions=gold.attributions[1:], events=None)
    studies = {READING.doc: study}
    misses = with_rules(find_misses([gold], {READING.doc: READING}), studies)
    spurious = [miss for miss in misses if (miss.layer, miss.kind) == ("attributions", "spurious")]
    assert [miss.rule for miss in spurious] == ["first"]
    scores = {
        score.rule: (score.layer, score.found, score.right, score.precision)
        for score in rule_scores([gold], studies, misses)
    }
    others = len(statements) - 1
    assert scores == {"others": ("attributions", others, others, 1.0), "first": ("attributions", 1, 0, 0.0)}


def test_a_layer_that_gold_lacks_has_no_rules_to_judge() -> None:
    study = Study(reading=READING, found_by={event.id: "verb" for event in READING.events})
    bare = msgspec.structs.replace(in_gold_terms(READING), events=None)
    assert study.found_by
    assert rule_scores([bare], {READING.doc: study}, []) == ()


def test_the_command_lists_rules_and_names_them_beside_errors() -> None:
    gold = HERE / "gold" / "disputes" / "15-kopermijn.json"
    claims = f"--claims={HERE / 'gold' / 'claims'}"
    told = run_here("evaluate", gold, claims, "--rules", "--format", "json")
    record = json.loads(told.stdout)
    assert {"layer", "rule", "found", "right", "precision"} == set(record["rules"][0])
    layers = {score["layer"] for score in record["rules"]}
    assert {"attributions", "causal", "conflicts"} <= layers and "events" not in layers
    for layer, total in (("attributions", "content"), ("causal", "causal")):
        counts = record["attributions"][total] if layer == "attributions" else record["claims"][total]
        found = [score for score in record["rules"] if score["layer"] == layer]
        assert sum(score["found"] for score in found) == counts["system"]
        assert sum(score["right"] for score in found) == counts["right"]
    assert "misses" not in record
    shown = run_here("evaluate", gold, claims, "--errors", "--rules", columns=160).stdout.decode()
    assert "precision" in shown and "spurious" in shown and "  by " in shown
