"""Scores of actors, events and claims: agreement with the reference scorers, gold of these layers, and the gate."""

from __future__ import annotations

import json
import random
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType
from typing import Any, get_args

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.console import Console

from wederhoor.errors import WederhoorError
from wederhoor.evaluation import GoldDocument, check_floors, checksum, evaluate, load_gold, pin_floors, scores_table
from wederhoor.evaluation.gold import GoldActor, GoldEvent
from wederhoor.evaluation.measures import PrecisionRecall, Share
from wederhoor.records import (
    FORMAT,
    Actor,
    ActorKind,
    Attribution,
    AuthorSide,
    CausalClaim,
    Condition,
    Conflict,
    ConflictKind,
    Document,
    Event,
    EventCode,
    Forecast,
    Number,
    Place,
    Reading,
    Role,
    Sign,
    Span,
    Time,
)

TEXT = (
    "Molenaar Joost Hovens bezette maandag in Zandbroek de sluis met twaalf boeren. De gemeente Zandbroek stuurde de "
    "politie. Hovens zegt dat zijn molen zonder water stilvalt. Als de sluis dicht blijft, stapt hij naar de rechter. "
    "Volgens de gemeente is er water genoeg."
)


def at(words: str, number: int = 0) -> Span:
    start = -1
    for _ in range(number + 1):
        start = TEXT.index(words, start + 1)
    return start, start + len(words)


READING = Reading(
    doc="sluis",
    lang="nl",
    date="2031-05-14",
    title=None,
    text=TEXT,
    sha256=Document(doc="sluis", text=TEXT).sha256,
    made_by={},
    attributions=(
        Attribution(
            id="A1",
            content=(at("dat zijn molen zonder water stilvalt"),),
            cue=(at("zegt"),),
            source=(at("Hovens", 1),),
            speaker="Joost Hovens",
            form="indirect",
        ),
        Attribution(
            id="A2",
            content=(at("is er water genoeg"),),
            cue=(at("Volgens"),),
            source=(at("de gemeente"),),
            speaker="gemeente Zandbroek",
            form="indirect",
        ),
    ),
    actors=(
        Actor(
            id="P1",
            name="Joost Hovens",
            kind="person",
            country="NLD",
            roles=(Role("molenaar"),),
            mentions=(at("Molenaar Joost Hovens"), at("Hovens", 1), at("zijn"), at("hij")),
        ),
        Actor(
            id="P2",
            name="gemeente Zandbroek",
            kind="organisation",
            country="NLD",
            sector="GOV",
            mentions=(at("De gemeente Zandbroek"), at("de gemeente")),
        ),
        Actor(id="P3", name="politie", kind="organisation", sector="COP", mentions=(at("de politie"),)),
    ),
    places=(Place(id="L1", span=at("Zandbroek"), name="Zandbroek", country="NLD"),),
    times=(Time(span=at("maandag"), type="date", value="2031-05-12", start="2031-05-12", end="2031-05-12"),),
    events=(
        Event(
            id="E1",
            code="PROTEST",
            mode="obstruct",
            trigger=at("bezette"),
            span=at("Molenaar Joost Hovens bezette maandag in Zandbroek de sluis met twaalf boeren"),
            agents=("P1", "twaalf boeren"),
            place="L1",
            time=0,
            numbers=(Number(what="other", low=12, high=12, span=at("twaalf boeren")),),
        ),
        Event(
            id="E2",
            code="MOBILIZE",
            trigger=at("stuurde"),
            span=at("De gemeente Zandbroek stuurde de politie"),
            agents=("P2",),
            patients=("P1",),
        ),
        Event(
            id="E3",
            code="ECONOMIC",
            trigger=at("stilvalt"),
            span=at("dat zijn molen zonder water stilvalt"),
            patients=("zijn molen",),
            modality="possible",
            holder="A1",
        ),
        Event(
            id="E4", code="PROTEST", trigger=at("dicht blijft"), span=at("Als de sluis dicht blijft"), same_as="E1",
            polarity="-",
        ),
    ),
    causal=(
        CausalClaim(id="C1", cause=at("zonder water"), effect=at("zijn molen"), sign="-", holder="A1"),
    ),
    conditions=(
        Condition(id="R1", antecedent=at("de sluis dicht blijft"), consequent=at("stapt hij naar de rechter"), kind="if"),
    ),
    forecasts=(
        Forecast(id="F1", span=at("stapt hij naar de rechter"), condition=at("de sluis dicht blijft"), kind="plan"),
    ),
    conflicts=(Conflict(id="X1", a="A2", b="A1", kind="denial", why=""),),
)  # fmt: skip


def gold_files(folder: Path, reading: Reading = READING) -> tuple[Path, Path, Path, Path]:
    """The reading as annotators would write it: a gold file and the three folders of layers beside it."""
    data = msgspec.to_builtins(reading)
    sha256 = Document(doc="", text=reading.text).sha256
    names = {actor.id: actor.name for actor in reading.actors}
    places = {place.id: place.name for place in reading.places}
    for event in data["events"]:
        event["agents"] = [names.get(name, name) for name in event["agents"]]
        event["patients"] = [names.get(name, name) for name in event["patients"]]
        event["place"] = places.get(event["place"])
        event["time"] = None if event["time"] is None else TEXT[slice(*data["times"][event["time"]]["span"])]
    for actor in data["actors"]:
        actor["roles"] = [role["title"] for role in actor["roles"]]
    main = {"doc": reading.doc, "date": reading.date, "text": reading.text, "attributions": data["attributions"]}
    claims = {layer: data[layer] for layer in ("causal", "conditions", "forecasts", "conflicts")}
    files = {
        "gold": main,
        "entities": {"doc": reading.doc, "entities": data["entities"], "actors": data["actors"]},
        "events": {"doc": reading.doc, "text_sha256": sha256, "events": data["events"]},
        "claims": {"doc": reading.doc, **claims},
    }
    for name, record in files.items():
        write(folder / name / f"{reading.doc}.json", record)
    return folder / "gold", folder / "entities", folder / "events", folder / "claims"


def write(file: Path, record: object) -> Path:
    file.parent.mkdir(exist_ok=True, parents=True)
    file.write_text(json.dumps(record), encoding="utf-8")
    return file


def loaded(folder: Path, reading: Reading = READING) -> tuple[GoldDocument, ...]:
    gold, entities, events, claims = gold_files(folder, reading)
    return load_gold([gold], entities, events=events, claims=claims)


# ---- agreement with the reference scorers


def as_reading(gold: GoldDocument) -> Reading:
    """A reading that says what gold says, with ids where gold has names."""
    actors = tuple(
        Actor(id=a.id, name=a.name, kind=a.kind, mentions=a.mentions, country=a.country, sector=a.sector)
        for a in gold.actors or ()
    )
    ids = {actor.name: actor.id for actor in reversed(actors)}
    times: list[Time] = []
    events = []
    for e in gold.events or ():
        if e.time is not None and (start := gold.text.find(e.time)) >= 0:
            times.append(Time(span=(start, start + len(e.time)), type="date", value=""))
        events.append(
            Event(
                **{name: getattr(e, name) for name in ("id", "code", "mode", "trigger", "span", "numbers", "same_as")},
                **{name: getattr(e, name) for name in ("polarity", "modality", "holder", "place")},
                agents=tuple(ids.get(name, name) for name in e.agents),
                patients=tuple(ids.get(name, name) for name in e.patients),
                time=None if e.time is None else len(times) - 1,
            )
        )
    return Reading(
        doc=gold.doc,
        lang="nl",
        date=gold.date,
        title=None,
        text=gold.text,
        sha256="",
        made_by={},
        attributions=gold.attributions,
        entities=gold.entities or (),
        actors=actors,
        events=tuple(events),
        times=tuple(times),
        causal=tuple(
            CausalClaim(id=f"C{n}", cause=c.cause, effect=c.effect, sign=c.sign, holder=c.holder)
            for n, c in enumerate(gold.causal or ())
        ),
        forecasts=tuple(
            Forecast(id=f"F{n}", span=f.span, holder=f.holder, condition=f.condition)
            for n, f in enumerate(gold.forecasts or ())
        ),
        conflicts=tuple(
            Conflict(id=f"X{n}", a=c.a, b=c.b, kind=c.kind, why="") for n, c in enumerate(gold.conflicts or ())
        ),
    )


class Worse:
    """Makes a reading worse, at random but the same for the same seed: drops, shifts, relabels, merges, doubles."""

    def __init__(self, seed: int, size: int) -> None:
        self.dice = random.Random(seed)
        self.size = size

    def chance(self, part: float) -> bool:
        return self.dice.random() < part

    def span(self, span: Span) -> Span:
        start = min(max(0, span[0] + self.dice.choice((-20, -3, 0, 0, 0, 2, 14))), self.size - 1)
        return start, min(max(start + 1, span[1] + self.dice.choice((-25, -2, 0, 0, 0, 5, 30))), self.size)

    def changed(self, item: Any, **choices: Sequence[Any]) -> list[Any]:
        """The item with its spans shifted and some fields chosen anew; now and then dropped or doubled."""
        if self.chance(0.15):
            return []
        new = {name: self.dice.choice(values) for name, values in choices.items() if self.chance(0.3)}
        for name in ("trigger", "cause", "effect", "antecedent", "consequent", "span", "condition"):
            if getattr(item, name, None) is not None and self.chance(0.4):
                new[name] = self.span(getattr(item, name))
        return [msgspec.structs.replace(item, **new)] * (1 + self.chance(0.1))

    def actors(self, actors: Sequence[Actor]) -> tuple[Actor, ...]:
        found = [a for actor in actors for a in self.changed(actor, name=["de Iemand"], kind=get_args(ActorKind))]
        loose = [mention for actor in found for mention in actor.mentions if self.chance(0.2)]
        found = [
            msgspec.structs.replace(
                actor,
                mentions=tuple(
                    self.span(mention) if self.chance(0.1) else mention
                    for mention in (*actor.mentions, *loose[:: self.dice.randrange(3, 9)])
                    if not self.chance(0.2)
                ),
                country=self.dice.choice((actor.country, actor.country, None, "BEL")),
            )
            for actor in found
        ]
        self.dice.shuffle(found)
        return tuple(found)

    def reading(self, reading: Reading) -> Reading:
        holders = ["author", *(a.id for a in reading.attributions)]
        names = [(), *((a.id,) for a in reading.actors), ("iemand",)]
        sides = [*holders[1:], AuthorSide((0, 9))]

        def all_of(items: Sequence[Any], **choices: Sequence[Any]) -> tuple[Any, ...]:
            changed = [new for item in items for new in self.changed(item, **choices)]
            self.dice.shuffle(changed)
            return tuple(changed)

        return msgspec.structs.replace(
            reading,
            actors=self.actors(reading.actors),
            events=all_of(
                reading.events, code=get_args(EventCode), agents=names, patients=names, numbers=[()], holder=holders,
                polarity="+-",
            ),
            causal=all_of(reading.causal, sign=get_args(Sign), holder=holders),
            forecasts=all_of(reading.forecasts, holder=holders, condition=[None, (0, 9)]),
            conflicts=all_of(reading.conflicts, kind=get_args(ConflictKind), a=sides, b=sides),
        )  # fmt: skip


def assert_actors_agree(module: ModuleType, gold: Sequence[GoldDocument], readings: dict[str, Reading]) -> None:
    pairs = [(d, readings[d.doc]) for d in gold if d.actors is not None]
    expected = module.actors([(msgspec.to_builtins(reading), msgspec.to_builtins(d)) for d, reading in pairs])
    ours = evaluate(gold, readings).actors
    assert ours
    assert (ours.gold, ours.system) == (expected["gold actors"], expected["system actors"])
    assert ours.b_cubed.f1 == expected["b-cubed f1"]
    assert ours.ceaf_e.f1 == expected["ceaf-e f1"]
    assert ours.average == expected["average"]
    assert ours.name_kind_country.accuracy == expected["name, kind and country right"]


def assert_events_agree(module: ModuleType, gold: Sequence[GoldDocument], readings: dict[str, Reading]) -> None:
    pairs = [(d, readings[d.doc]) for d in gold if d.events is not None]
    expected = module.events([(msgspec.to_builtins(reading), msgspec.to_builtins(d)) for d, reading in pairs])
    ours = evaluate(gold, readings).events
    assert ours
    for key, score in (("trigger and code", ours.trigger_code), ("trigger alone", ours.trigger)):
        assert figures(score) == tuple(expected[key].values()), key
    for key in ("agents", "patients", "numbers", "polarity", "holder kind"):
        assert getattr(ours, key.replace(" ", "_")).accuracy == expected[f"{key} right"], key
    assert ours.agents_patients.accuracy == expected["agents and patients right"]


def assert_claims_agree(module: ModuleType, gold: Sequence[GoldDocument], readings: dict[str, Reading]) -> None:
    documents = {d.doc: {k: v for k, v in msgspec.to_builtins(d).items() if v is not None} for d in gold}
    expected = module.score(documents, {name: msgspec.to_builtins(r) for name, r in readings.items()}, 0.5)
    ours = evaluate(gold, readings).claims
    assert ours
    for layer, theirs in expected.items():
        score = getattr(ours, layer)
        keys = ("precision", "recall", "f1", "matched", "system", "gold")
        assert figures(score) == tuple(theirs[key] for key in keys), layer
        for key in [key for key in theirs if key.endswith(" right")]:
            accuracy = getattr(ours, f"{layer}_{key.removesuffix(' right')}").accuracy
            assert accuracy == theirs[key], (layer, key)


def figures(score: PrecisionRecall) -> tuple[float, ...]:
    return score.precision, score.recall, score.f1, score.right, score.system, score.gold


@pytest.fixture(scope="session")
def dev(shared: Path) -> tuple[GoldDocument, ...]:
    gold = shared / "gold"
    return load_gold([gold / "dev"], gold / "entities-dev", events=gold / "events-dev")


def test_newspaper_gold_against_itself_is_all_right(dev: tuple[GoldDocument, ...]) -> None:
    scores = evaluate(dev, {document.doc: as_reading(document) for document in dev})
    assert scores.actors and scores.events and scores.claims
    assert scores.actors.average == scores.actors.name_kind_country.accuracy == scores.actors.sector.accuracy == 1.0
    assert scores.events.trigger_code.f1 == scores.events.agents_patients.accuracy == scores.events.time.accuracy == 1.0
    assert scores.claims.causal and scores.claims.forecasts and scores.claims.conflicts
    assert scores.claims.causal.f1 == scores.claims.forecasts.f1 == scores.claims.conflicts.f1 == 1.0
    assert (scores.actors.gold, scores.events.trigger.gold, scores.claims.causal.gold) == (211, 78, 60)
    assert (scores.events.documents, scores.claims.documents) == (4, 14)
    assert scores.claims.conditions is None


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(6))
def test_perturbed_newspaper_gold_agrees(
    dev: tuple[GoldDocument, ...], entity_score: ModuleType, layers_score: ModuleType, seed: int
) -> None:
    readings = {
        d.doc: Worse(seed * 100 + n, len(d.text)).reading(as_reading(d)) for n, d in enumerate(dev)
    }  # fmt: skip
    assert_actors_agree(entity_score, dev, readings)
    assert_events_agree(entity_score, dev, readings)
    assert_claims_agree(layers_score, dev, readings)
    scores = evaluate(dev, readings)
    assert scores.actors and scores.events and scores.claims and scores.claims.causal
    for f1 in (scores.actors.average, scores.events.trigger_code.f1, scores.claims.causal.f1):
        assert 0.2 < f1 < 0.95
    readings.pop(dev[0].doc)  # a document that was not read
    assert_claims_agree(layers_score, dev, readings)


words = st.lists(st.sampled_from(["wie", "één", "'t", '"ja"', "-", "x_y", "\n", "…"]), min_size=1, max_size=20)


@st.composite
def cases(draw: st.DrawFn) -> tuple[GoldDocument, Reading]:
    text = " ".join(draw(words))
    places = st.integers(0, len(text))
    spans = st.tuples(places, places).map(lambda pair: (min(pair), max(pair)))
    names = st.sampled_from(["De Raad", "raad", "raad van Zwin", "", "-", "an aide"])
    some_names = st.lists(names, max_size=2).map(tuple)
    holders = st.sampled_from(["author", "A0", "A1", "weg"])
    bounds = st.sampled_from([None, 1, 2])
    numbers = st.lists(st.builds(Number, what=st.just("other"), low=bounds, high=bounds, span=spans), max_size=2)
    sides = st.sampled_from(["A0", "A1", "weg"]) | st.builds(AuthorSide, spans)
    attribution = st.builds(
        Attribution, id=st.just(""), content=st.lists(spans, max_size=2).map(tuple), cue=st.just(()),
        source=st.just(()), speaker=st.sampled_from(["De Raad", "de raad", "", None]), form=st.just("mixed"),
    )  # fmt: skip
    actor = st.builds(
        GoldActor, id=names, name=names, kind=st.sampled_from(["person", "group"]),
        mentions=st.lists(spans, max_size=4).map(tuple), country=st.sampled_from([None, "NLD"]), sector=st.none(),
    )  # fmt: skip
    event = st.builds(
        GoldEvent, id=names, code=st.sampled_from(["AID", "ASSAULT"]), trigger=spans, span=spans, agents=some_names,
        patients=some_names, numbers=numbers.map(tuple), polarity=st.sampled_from("+-"), holder=holders,
    )  # fmt: skip
    causal = st.builds(CausalClaim, id=names, cause=spans, effect=spans, sign=st.sampled_from("+-0"), holder=holders)
    forecast = st.builds(Forecast, id=names, span=spans, holder=holders, condition=st.none() | spans)
    conflict = st.builds(Conflict, id=names, a=sides, b=sides, kind=st.sampled_from(["denial", "cause"]), why=names)

    def document() -> GoldDocument:
        attributions = draw(st.lists(attribution, max_size=2))
        layers = {
            name: draw(st.lists(items, max_size=4))
            for name, items in (("causal", causal), ("forecasts", forecast), ("conflicts", conflict))
        }
        return GoldDocument(
            doc="a",
            text=text,
            attributions=tuple(msgspec.structs.replace(a, id=f"A{n}") for n, a in enumerate(attributions)),
            actors=tuple(draw(st.lists(actor, max_size=4))),
            events=tuple(draw(st.lists(event, max_size=4))),
            **msgspec.convert(msgspec.to_builtins(layers), dict[str, Any]),
        )

    return as_records(document()), as_reading(as_records(document()))


def as_records(document: GoldDocument) -> GoldDocument:
    return msgspec.convert(msgspec.to_builtins(document), GoldDocument)


@pytest.mark.slow
@settings(max_examples=150, deadline=None, derandomize=True, database=None)
@given(cases())
def test_made_up_documents_agree(
    entity_score: ModuleType, layers_score: ModuleType, case: tuple[GoldDocument, Reading]
) -> None:
    gold, reading = case
    assert_actors_agree(entity_score, [gold], {"a": reading})
    assert_events_agree(entity_score, [gold], {"a": reading})
    assert_claims_agree(layers_score, [gold], {"a": reading})


# ---- what the references do not score


def every_figure(record: object) -> list[tuple[str, float]]:
    """The F1 or accuracy of every score of a record that something was judged for."""
    found = []
    for name in getattr(record, "__struct_fields__", ()):
        value = getattr(record, name)
        if isinstance(value, Share) and value.judged:
            found.append((name, value.accuracy))
        elif isinstance(value, PrecisionRecall) and value.gold:
            found.append((name, value.f1))
    return found


def test_a_reading_against_itself_is_all_right(tmp_path: Path) -> None:
    scores = evaluate(loaded(tmp_path), {"sluis": READING})
    found = [figure for group in (scores.actors, scores.events, scores.claims) for figure in every_figure(group)]
    assert len(found) == 5 + 13 + 11
    assert [name for name, value in found if value != 1.0] == []


def test_a_saved_reading_is_gold_for_the_next(tmp_path: Path) -> None:
    file = write(tmp_path / "sluis.json", msgspec.to_builtins(READING))
    assert json.loads(file.read_text())["format"] == FORMAT
    [gold] = load_gold([file])
    [annotated] = loaded(tmp_path)
    assert gold.events == annotated.events
    assert gold.actors == annotated.actors
    assert (gold.causal, gold.conditions, gold.conflicts) == (
        annotated.causal, annotated.conditions, annotated.conflicts,
    )  # fmt: skip


def test_an_unread_document_counts_and_a_layer_without_gold_does_not(tmp_path: Path) -> None:
    [gold] = loaded(tmp_path)
    scores = evaluate([gold], {})
    assert scores.actors and scores.events and scores.claims and scores.claims.conditions
    assert (scores.actors.gold, scores.events.trigger.gold, scores.claims.conditions.gold) == (3, 4, 1)
    assert scores.actors.b_cubed.f1 == scores.actors.average == scores.events.trigger.f1 == 0
    bare = GoldDocument(doc="sluis", text=TEXT, attributions=())
    scores = evaluate([bare], {"sluis": READING})
    assert (scores.actors, scores.events, scores.claims) == (None, None, None)
    some = evaluate([msgspec.structs.replace(bare, causal=())], {"sluis": READING}).claims
    assert some and some.causal and (some.causal.system, some.forecasts) == (1, None)


@pytest.mark.parametrize(
    ("field", "value", "wrong"),
    [
        ("mode", None, "mode"),
        ("modality", "planned", "modality"),
        ("place", "Weerdijk", "place"),
        ("place", None, "place"),
        ("time", None, "time"),
        ("polarity", "-", "polarity"),
        ("numbers", (), "numbers"),
        ("holder", "A1", "holder_kind"),
        ("agents", ("P1",), "agents"),
        ("patients", ("P3",), "patients"),
        ("same_as", "E2", "same_as"),
    ],
)
def test_each_part_of_an_event_is_judged_alone(tmp_path: Path, field: str, value: object, wrong: str) -> None:
    first = msgspec.structs.replace(READING.events[0], **{field: value})
    said = msgspec.structs.replace(READING, events=(first, *READING.events[1:]))
    scores = evaluate(loaded(tmp_path), {"sluis": said}).events
    assert scores
    expected = {wrong} | ({"agents_patients"} if field in {"agents", "patients"} else set())
    assert {name for name, figure in every_figure(scores) if figure < 1} == expected


def test_same_as_is_right_where_the_first_events_answer_to_each_other(tmp_path: Path) -> None:
    renamed = [msgspec.structs.replace(e, id=f"x{e.id}") for e in READING.events]
    for first, right in (("xE1", 4), ("xE2", 3), (None, 3)):
        said = (*renamed[:3], msgspec.structs.replace(renamed[3], same_as=first))
        scores = evaluate(loaded(tmp_path), {"sluis": msgspec.structs.replace(READING, events=said)}).events
        assert scores and scores.same_as.right == right


# ---- gold of these layers

BAD = {
    "entities": [
        ("actors[1].mentions[0]: [9000, 9001]", lambda d: d["actors"][1].update(mentions=[[9000, 9001]])),
        ("actors[2].id: 'P1'", lambda d: d["actors"][2].update(id="P1")),
        ("actors[0].kind", lambda d: d["actors"][0].update(kind="ship")),
    ],
    "events": [
        ("events[0].trigger: [5, 5]", lambda d: d["events"][0].update(trigger=[5, 5])),
        ("events[0].numbers[0].span", lambda d: d["events"][0]["numbers"][0].update(span=[-1, 2])),
        ("events[3].same_as: 'E9'", lambda d: d["events"][3].update(same_as="E9")),
        ("events[3].same_as: 'E4'", lambda d: d["events"][3].update(same_as="E4")),
        ("events[2].holder: 'A9'", lambda d: d["events"][2].update(holder="A9")),
        ("events[1].code", lambda d: d["events"][1].update(code="YIELD")),
        ("events[1].id: 'E1'", lambda d: d["events"][1].update(id="E1")),
        ("text_sha256", lambda d: d.update(text_sha256="0")),
        ("missing required field `events`", lambda d: d.pop("events")),
    ],
    "claims": [
        ("causal[0].effect", lambda d: d["causal"][0].update(effect=[3, 1])),
        ("conditions[0].antecedent", lambda d: d["conditions"][0].update(antecedent=[0, 9999])),
        ("forecasts[0].condition", lambda d: d["forecasts"][0].update(condition=[0, 0])),
        ("conflicts[0].b: 'A9'", lambda d: d["conflicts"][0].update(b="A9")),
        ("conflicts[0].a.author", lambda d: d["conflicts"][0].update(a={"author": [7, 7]})),
        ("none of the fields `causal`", dict.clear),
    ],
}


@pytest.mark.parametrize(
    ("layer", "key", "change"),
    [(layer, *case) for layer, bad in BAD.items() for case in bad],
    ids=lambda v: str(v)[:40],
)
def test_bad_layers_are_refused_with_file_key_and_reason(tmp_path: Path, layer: str, key: str, change: Any) -> None:
    gold, *_ = gold_files(tmp_path)
    file = tmp_path / layer / "sluis.json"
    record = json.loads(file.read_text())
    change(record)
    write(file, record | {"doc": "sluis"})
    with pytest.raises(WederhoorError, match="W301") as caught:
        load_gold([gold], **{layer: tmp_path / layer})
    assert str(file) in str(caught.value)
    assert key in str(caught.value)


@pytest.mark.parametrize("layer", ["entities", "events", "claims"])
def test_folders_that_hold_no_layer_of_the_gold_are_refused(tmp_path: Path, layer: str) -> None:
    gold, *_ = gold_files(tmp_path)
    with pytest.raises(WederhoorError, match=f"not a folder of {layer} files"):
        load_gold([gold], **{layer: tmp_path / "weg"})
    file = tmp_path / layer / "sluis.json"
    write(file, json.loads(file.read_text()) | {"doc": "andere"})
    with pytest.raises(WederhoorError, match="no file of any"):
        load_gold([gold], **{layer: tmp_path / layer})


# ---- the gate


def test_floors_of_the_new_layers_hold_and_are_bound_to_their_gold(tmp_path: Path) -> None:
    gold, floors = loaded(tmp_path), tmp_path / "floors.toml"
    right = evaluate(gold, {"sluis": READING})
    pinned = pin_floors(floors, right, gold)
    assert pinned.actors["average"] == pinned.events["trigger_code"] == pinned.claims["forecasts_condition"] == 1.0
    assert set(pinned.layers_sha256) == {"actors", "events", "claims"}
    assert check_floors(floors, right, gold) == pinned
    worse = evaluate(gold, {"sluis": msgspec.structs.replace(READING, events=READING.events[1:])})
    with pytest.raises(WederhoorError, match=r"W303.*events\.trigger_code"):
        check_floors(floors, worse, gold)
    other = [msgspec.structs.replace(gold[0], causal=())]
    with pytest.raises(WederhoorError, match=r"W304.*\(claims\)"):
        check_floors(floors, evaluate(other, {"sluis": READING}), other)
    unscored = [msgspec.structs.replace(gold[0], events=None)]
    with pytest.raises(WederhoorError, match="not scored"):
        check_floors(floors, evaluate(unscored, {"sluis": READING}), unscored)


def test_old_floors_hold_whatever_is_annotated_in_new_layers(tmp_path: Path) -> None:
    [gold] = loaded(tmp_path)
    floors = tmp_path / "floors.toml"
    floors.write_text(f'gold_sha256 = "{checksum([gold])}"\n[attributions]\ncontent = 1.0\n', encoding="utf-8")
    assert check_floors(floors, evaluate([gold], {"sluis": READING}), [gold]).events == {}


def test_the_table_has_the_layers_that_gold_has(tmp_path: Path) -> None:
    [gold] = loaded(tmp_path)
    console = Console(width=120)
    with console.capture() as capture:
        console.print(scores_table(evaluate([gold], {"sluis": READING})))
    for title in ("Actors: 1 documents, 3 gold and 3 read", "Events: 1", "Claims: 1", "CEAF-e", "trigger and code"):
        assert title in capture.get()
    with console.capture() as capture:
        console.print(scores_table(evaluate([msgspec.structs.replace(gold, actors=None, events=None)], {})))
    assert "Actors" not in capture.get() and "Events" not in capture.get()
