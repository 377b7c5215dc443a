"""A case lasts: what was put into it comes out, on both databases, whatever is killed or written at the same time."""

from __future__ import annotations

import gzip
import importlib.util
import os
import random
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest
from sqlalchemy import Connection, inspect, select, text
from timing import HANGS

from wederhoor.errors import WederhoorError
from wederhoor.records import Actor, Attribution, Document, Event, Forecast, Reading, Study, Words
from wederhoor.store import (
    Source,
    Store,
    anchor_item,
    coalitions,
    correct,
    corrections_of,
    document_names,
    document_row,
    find_speakers,
    is_case,
    list_causal,
    list_collisions,
    list_conflicts,
    list_documents,
    list_events,
    list_forecasts,
    list_joins,
    list_speakers,
    list_statements,
    match_documents,
    name_for,
    open_store,
    put_study,
    remove_document,
    search_sentences,
    search_statements,
    shown,
    shown_studies,
    stale_corrections,
    stored,
    summary,
    undo,
    whole_log,
)
from wederhoor.store.lexemes import forms_of
from wederhoor.store.overlay import outcomes_of, standing_corrections
from wederhoor.store.rows import rows_of
from wederhoor.store.schema import ITEM_TABLES, REVISIONS, forms, metadata, speakers, statements
from wederhoor.store.schema import spoken as voices
from wederhoor.store.voices import voice_of

DATA = Path(__file__).parent / "data" / "cases"
BENCHMARK = Path(__file__).parents[1] / "benchmarks" / "make_case.py"


def _maker(seed: int = 1) -> Any:
    spec = importlib.util.spec_from_file_location("make_case", BENCHMARK)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.Maker(seed)


MAKER = _maker()
HARBOUR = (
    "Anna Veldkamp beweerde dat de haven van Oosterwaal open blijft. Karel Brons ontkent dat de haven open blijft."
)


def harbour(doc: str = "haven", before: str = "", speaker: str = "Anna Veldkamp", **fields: Any) -> Study:
    """A short text, read by hand; ``before`` stands in front of it."""
    text, at = before + HARBOUR, len(before)

    def span(words: str, start: int = 0) -> tuple[int, int]:
        first = text.index(words, at + start)
        return first, first + len(words)

    lemmas = {"beweerde": "beweren", "ontkent": "ontkennen", "blijft": "blijven"}
    words = text.replace(".", " ").split()
    starts, place = [], 0
    for word in words:
        place = text.index(word, place)
        starts.append(place)
        place += len(word)
    second = len("Anna Veldkamp beweerde dat de haven van Oosterwaal open blijft. ")
    says = span("dat de haven van Oosterwaal open blijft")
    denies = span("dat de haven open blijft")
    reading = Reading(
        doc=doc,
        lang="nl",
        date=fields.get("date", "2024-03-04"),
        title=None,
        text=text,
        sha256=Document(doc=doc, text=text).sha256,
        made_by={"wederhoor": fields.get("version", "1"), "pipeline": "hand"},
        attributions=(
            Attribution(id="A1", content=(says,), cue=(span("beweerde"),), source=(span("Anna Veldkamp"),), speaker=speaker,
                        form="indirect", actor="E1"),
            Attribution(id="A2", content=(denies,), cue=(span("ontkent"),), source=(span("Karel Brons"),),
                        speaker="Karel Brons", form="indirect", attitude="deny"),
        ),
        actors=(Actor(id="E1", name=speaker, kind="person", mentions=(span("Anna Veldkamp"),)),),
        events=(Event(id="V1", code="REJECT", trigger=span("ontkent"), span=span("Karel Brons ontkent"), agents=("E1",)),),
        forecasts=(Forecast(id="F1", span=says, holder="A1", until="2024-04-01"), Forecast(id="F2", span=denies, holder="A2")),
    )  # fmt: skip
    columns = Words(
        starts=tuple(starts),
        ends=tuple(start + len(word) for start, word in zip(starts, words, strict=True)),
        lemmas=tuple(lemmas.get(word, word.lower()) for word in words),
        sentences=((at, at + second - 1), (at + second, len(text))),
    )
    return Study(reading=reading, words=columns)


def holders_of(db: Connection, number: int) -> Callable[[Attribution | None], int | None]:
    """Who the case has for the speaker of a statement of a document."""
    own = select(voices.c.key, voices.c.actor, voices.c.speaker_id).where(voices.c.document_id == number)
    ids = {(key, actor): who for key, actor, who in db.execute(own)}
    return lambda said: ids[voice_of(said)] if said and said.speaker else None


def check_case(store: Store) -> None:
    """That the rows of a case are those that its studies and its log give, no more and no less."""
    spoken: Counter[int] = Counter()
    counted: Counter[tuple[str, str]] = Counter()
    with store.reading() as db:
        found: dict[str, list[dict[str, Any]]] = {table.name: [] for table in ITEM_TABLES}
        for doc in document_names(db):
            study, row = shown(db, doc), document_row(db, doc)
            assert row.statements == len(study.reading.attributions)
            assert row.sha256 == study.reading.sha256 == Document(doc=doc, text=study.reading.text).sha256
            rows = rows_of(
                study,
                row.id,
                holders_of(db, row.id),
                outcomes_of(study.reading, standing_corrections(corrections_of(db, doc))),
            )
            for filled, made in rows.items():
                found[filled.name] += made
            spoken.update(r["speaker_id"] for r in rows[statements] if r["speaker_id"])
            machine = stored(db, doc)
            counted.update(forms_of(machine.reading.text, machine.words))
        for kind in ITEM_TABLES:
            columns = [column for column in kind.c if column.name != "lemmas"]
            kept = [dict(r) for r in db.execute(select(*columns).order_by(kind.c.id)).mappings()]
            wanted = [{name: value for name, value in r.items() if name != "lemmas"} for r in found[kind.name]]
            assert kept == sorted(wanted, key=lambda r: r["id"]), kind.name
        said = select(speakers.c.id, speakers.c.statements).where(speakers.c.statements != 0)
        assert dict(db.execute(said).all()) == dict(spoken)
        assert {(form, lemma): times for form, lemma, times in db.execute(select(forms))} == dict(counted)
        if db.dialect.name == "sqlite":
            assert db.execute(text("PRAGMA integrity_check")).scalar_one() == "ok"
            assert db.execute(text("PRAGMA foreign_key_check")).all() == []
    with store.writing() as db:
        if db.dialect.name == "sqlite":
            for table in ("statements", "sentences"):
                db.execute(text(f"INSERT INTO {table}_words({table}_words, rank) VALUES ('integrity-check', 1)"))


# ---- in and out


def test_what_goes_in_comes_out_to_the_last_field(place: str) -> None:
    studies = [MAKER.study(number, 5) for number in range(3)]
    with open_store(place, create=True) as store, store.writing() as db:
        assert [put_study(db, study) for study in studies] == ["new"] * 3
    with open_store(place) as store:
        with store.reading() as db:
            assert [stored(db, study.reading.doc) for study in studies] == studies
            assert [study for study, _ in shown_studies(db)] == studies
        check_case(store)


def test_reading_again_replaces_what_the_machine_said(place: str) -> None:
    with open_store(place, create=True) as store:
        for version, speaker in (("1", "Anna Veldkamp"), ("2", "Anna van Veldkamp")):
            with store.writing() as db:
                put_study(db, harbour(version=version, speaker=speaker))
        with store.reading() as db:
            assert summary(db).documents == 1
            assert document_row(db, "haven").made_by == {"wederhoor": "2", "pipeline": "hand"}
            assert [row.name for row in list_speakers(db).rows] == ["Anna van Veldkamp", "Karel Brons"]
            assert find_speakers(db, "anna veldkamp") == []
        check_case(store)
        with store.writing() as db:
            assert remove_document(db, "haven")
            assert not remove_document(db, "haven")
        with store.reading() as db:
            assert summary(db).statements == 0
        check_case(store)


def test_the_number_of_a_document_that_was_taken_out_is_its_own_for_ever(place: str) -> None:
    with open_store(place, create=True) as store:
        with store.writing() as db:
            for doc in ("haven", "kade"):
                put_study(db, harbour(doc=doc))
        with store.writing() as db:
            remove_document(db, "kade")
        with store.writing() as db:
            for doc in ("sluis", "kade"):
                put_study(db, harbour(doc=doc))
        with store.reading() as db:
            assert {doc: document_row(db, doc).id for doc in ("haven", "kade", "sluis")} == {
                "haven": 1,
                "kade": 2,
                "sluis": 3,
            }
        check_case(store)


def test_one_name_from_two_places_is_two_documents(place: str) -> None:
    with open_store(place, create=True) as store, store.writing() as db:
        put_study(db, harbour(), Source(origin="here"))
        kept = stored(db, "haven").reading.sha256
        assert name_for(db, "haven", "here", "another text") == "haven"  # its text has changed
        assert name_for(db, "renamed", "here", "another text") == "haven"
        assert name_for(db, "haven", "there", kept) == "haven"  # the folder was moved
        assert name_for(db, "haven", "there", "another text") == "haven-2"
        put_study(db, harbour("haven-2"), Source(origin="there"))
        assert name_for(db, "haven", "there", "another text") == "haven-2"
        assert name_for(db, "haven", "elsewhere", "a third") == "haven-3"
        assert name_for(db, "new", "new", "new") == "new"


# ---- lists


@pytest.mark.parametrize("limit", [1, 7, 1000])
def test_pages_give_every_row_once_and_in_order(place: str, limit: int) -> None:
    with open_store(place, create=True) as store:
        with store.writing() as db:
            for number in (3, 1, 2):
                put_study(db, MAKER.study(number, 4))
        with store.reading() as db:
            who = list_speakers(db).rows[0]
            for lister in (
                lambda after: list_documents(db, after=after, limit=limit),
                lambda after: list_documents(db, newest=True, after=after, limit=limit),
                lambda after: list_statements(db, after=after, limit=limit),
                lambda after: list_statements(db, newest=True, after=after, limit=limit),
                lambda after: list_statements(db, speaker=who.id, after=after, limit=limit),
                lambda after: list_statements(db, attitude="say", after=after, limit=limit),
                lambda after: list_statements(db, doc="text-000002", after=after, limit=limit),
                lambda after: list_speakers(db, after=after, limit=limit),
                lambda after: list_events(db, after=after, limit=limit),
                lambda after: list_forecasts(db, after=after, limit=limit),
                lambda after: list_forecasts(db, due="2030-01-01", after=after, limit=limit),
                lambda after: list_causal(db, after=after, limit=limit),
                lambda after: list_conflicts(db, after=after, limit=limit),
                lambda after: search_statements(db, "haa*", after=after, limit=limit),
                lambda after: search_sentences(db, "haa*", after=after, limit=limit),
            ):
                rows: list[Any] = []
                after = None
                while True:
                    page = lister(after)
                    assert 0 < len(page.rows) <= limit
                    rows += page.rows
                    after = page.next
                    if after is None:
                        break
                assert len({row.id for row in rows}) == len(rows)
                assert rows == list(lister(None).rows) or limit < 1000
            dates = [row.date or "" for row in list_statements(db, newest=True).rows]
            assert dates == sorted(dates, reverse=True)
            assert {row.speaker for row in list_statements(db, speaker=who.id).rows} == {who.name}
            assert len(list_statements(db, speaker=who.id).rows) == who.statements
            assert [row.until for row in list_forecasts(db).rows][-1] is None


def test_rows_say_what_the_reading_says(place: str) -> None:
    with open_store(place, create=True) as store:
        with store.writing() as db:
            put_study(db, harbour(), Source(publisher="De Kade"))
        with store.reading() as db:
            says, denies = list_statements(db).rows
            assert (says.speaker, says.quote, says.item) == (
                "Anna Veldkamp", "dat de haven van Oosterwaal open blijft", "A1",
            )  # fmt: skip
            assert says.before + says.quote + says.after == HARBOUR[: says.end + 120]
            assert denies.attitude == "deny"
            (event,) = list_events(db, code="REJECT").rows
            assert (event.agents, event.speaker, event.holder) == (("Anna Veldkamp",), None, "author")
            (due,) = list_forecasts(db, due="2024-04-02").rows
            assert (due.speaker, due.until) == ("Anna Veldkamp", "2024-04-01")
            assert list_forecasts(db, due="2024-04-01").rows == ()
            assert document_row(db, "haven").publisher == "De Kade"
            with pytest.raises(WederhoorError, match="W808"):
                document_row(db, "haven!")
            with pytest.raises(WederhoorError, match="W808"):
                list_statements(db, after="no number")


# ---- search


def test_a_form_finds_the_other_forms_of_its_word(place: str) -> None:
    with open_store(place, create=True) as store:
        with store.writing() as db:
            put_study(db, harbour())
        with store.reading() as db:
            for query in (
                "beweren",
                "beweerde",
                "BEWEERDE",
                "beweerden",
                "bew*",
                '"Veldkamp beweren dat"',
                "veldkamp haven",
            ):
                (found,) = search_sentences(db, query).rows
                assert found.text.startswith("Anna Veldkamp")
                assert found.after.startswith("Karel Brons")
            assert search_sentences(db, "blijven").total == 2
            assert search_sentences(db, "blijven beweren").total == 1
            assert search_sentences(db, '"haven open"').total == 1
            assert search_sentences(db, '"open haven"').total == 0
            (said,) = search_statements(db, "Oosterwaal blijven").rows
            (marks,) = search_statements(db, "Oosterwaal blijven").marks
            assert [said.quote[slice(*mark)] for mark in marks] == ["Oosterwaal", "blijft"]


def test_a_search_keeps_to_a_speaker_and_a_document(place: str) -> None:
    with open_store(place, create=True) as store:
        with store.writing() as db:
            put_study(db, harbour())
            put_study(db, harbour("kade"))
        with store.reading() as db:
            (brons,) = find_speakers(db, "brons")
            rows = search_statements(db, "haven", speaker=brons.id).rows
            assert [(row.doc, row.speaker) for row in rows] == [("haven", "Karel Brons"), ("kade", "Karel Brons")]
            (row,) = search_statements(db, "haven", speaker=brons.id, doc="kade").rows
            assert row.doc == "kade"
            assert search_statements(db, "haven", speaker=999).rows == ()
            assert search_statements(db, "haven").total == 4


@pytest.mark.parametrize("query", ["", "!?", '"', "* -", "'"])
def test_a_search_without_a_word_is_refused(place: str, query: str) -> None:
    with open_store(place, create=True) as store, store.reading() as db, pytest.raises(WederhoorError, match="W811"):
        search_statements(db, query)


@pytest.mark.parametrize(
    "query",
    ["a' OR 1=1", 'x" OR "y', "NEAR(a b)", "a AND NOT b", "lemmas:haven", "é*", "ﬁ ² ①", "-haven", "a:*|!&<->", "\0a"],
)
def test_signs_in_a_query_are_no_operators(place: str, query: str) -> None:
    with open_store(place, create=True) as store:
        with store.writing() as db:
            put_study(db, harbour())
        with store.reading() as db:
            assert search_statements(db, query).total in (0, 2)


def test_a_word_is_found_without_its_accents(place: str) -> None:
    study = harbour()
    words = msgspec.structs.replace(study.words, lemmas=("coördinatie", *study.words.lemmas[1:]))
    with open_store(place, create=True) as store:
        with store.writing() as db:
            put_study(db, msgspec.structs.replace(study, words=words))
        with store.reading() as db:
            assert search_sentences(db, "coordinatie").total == search_sentences(db, "Coördinatie").total == 1


# ---- corrections


def test_a_correction_is_shown_at_once_and_outlives_another_reading(place: str) -> None:
    with open_store(place, create=True) as store:
        with store.writing() as db:
            put_study(db, harbour())
            made = correct(
                db,
                "karel",
                "set",
                anchor_item(db, "haven", "attributions", "A2"),
                {"field": "speaker", "value": "Jo Mast"},
            )
            correct(db, "anna", "reject", anchor_item(db, "haven", "attributions", "A1"))
            assert made.who == "karel"
            assert [row.speaker for row in list_statements(db).rows] == ["Jo Mast"]
            assert [forecast.holder for forecast in list_forecasts(db).rows] == ["author", "A2"]
        check_case(store)
        with store.writing() as db:
            put_study(db, harbour(before="Een nieuwe eerste zin. ", version="2"))
            assert [row.speaker for row in list_statements(db).rows] == ["Jo Mast"]
            assert stale_corrections(db) == []
            undo(db, "anna", 2)
            assert [row.speaker for row in list_statements(db).rows] == ["Anna Veldkamp", "Jo Mast"]
            undo(db, "anna", 3)
            assert [row.speaker for row in list_statements(db).rows] == ["Jo Mast"]
            with pytest.raises(WederhoorError, match="W809"):
                undo(db, "anna", 3)
        check_case(store)


def test_a_correction_that_finds_nothing_is_shown_and_comes_back(place: str) -> None:
    with open_store(place, create=True) as store:
        with store.writing() as db:
            put_study(db, harbour())
            correct(db, "anna", "reject", anchor_item(db, "haven", "attributions", "A1"))
            correct(db, "anna", "confirm", anchor_item(db, "haven", "events", "V1"))
            study = harbour(version="2")
            less = msgspec.structs.replace(study.reading, attributions=study.reading.attributions[1:], forecasts=())
            put_study(db, msgspec.structs.replace(study, reading=less))
            assert [(stale.correction, stale.why) for stale in stale_corrections(db)] == [(1, "item-gone")]
            other = msgspec.structs.replace(MAKER.study(1, 2).reading, doc="haven")
            put_study(db, Study(reading=other))
            assert [stale.why for stale in stale_corrections(db)] == ["words-gone", "words-gone"]
            assert len(corrections_of(db, "haven")) == 2
            put_study(db, harbour(version="3"))
            assert stale_corrections(db) == []
            assert [row.item for row in list_statements(db).rows] == ["A2"]
        check_case(store)


def test_what_does_not_fit_is_not_written_down(place: str) -> None:
    with open_store(place, create=True) as store, store.writing() as db:
        put_study(db, harbour())
        target = anchor_item(db, "haven", "attributions", "A1")
        gone = msgspec.structs.replace(target, quotes=(msgspec.structs.replace(target.quotes[0], quote="dat niet"),))
        for anchor, payload in ((target, {"field": "attitude", "value": "mumble"}), (target, {"field": "id", "value": "A9"}),
                                (target, {}), (gone, {"field": "attitude", "value": "say"})):  # fmt: skip
            with pytest.raises(WederhoorError, match="W809"):
                correct(db, "anna", "set", anchor, payload)
        with pytest.raises(WederhoorError, match="W809"):
            correct(db, "anna", "merge-actors", payload={"name": "", "members": []})
        with pytest.raises(WederhoorError, match="W809"):
            correct(db, "anna", "reject")
        for layer, item in (("attributions", "A9"), ("nothing", "A1")):
            with pytest.raises(WederhoorError, match="W808"):
                anchor_item(db, "haven", layer, item)
        with pytest.raises(WederhoorError, match="W808"):
            undo(db, "anna", 7)
        assert whole_log(db) == []


def test_merged_speakers_are_one_until_that_is_undone(place: str) -> None:
    with open_store(place, create=True) as store:
        with store.writing() as db:
            put_study(db, harbour())
            correct(db, "anna", "merge-actors", payload={"name": "Anna Veldkamp", "members": ["A. Veldkamp"]})
            put_study(db, harbour("kade", speaker="A. Veldkamp"))  # comes after the correction
            correct(db, "anna", "join-holders", payload={"name": "raad", "members": ["Anna Veldkamp", "Karel Brons"]})
            assert coalitions(db) == ("raad=Anna Veldkamp,Karel Brons,A. Veldkamp",)
            (account,) = list_speakers(db).rows
            assert account.name == "raad"
            said = [(row.doc, row.speaker) for row in list_statements(db, speaker=account.id).rows]
            assert said == [(doc, who) for doc in ("haven", "kade") for who in ("Anna Veldkamp", "Karel Brons")]
            (anna,) = find_speakers(db, "A. Veldkamp")
            assert anna.name == "Anna Veldkamp"
            rows = list_statements(db, speaker=anna.id).rows
            assert [(row.doc, row.speaker) for row in rows] == [("haven", "Anna Veldkamp"), ("kade", "Anna Veldkamp")]
            assert len(search_statements(db, "haven", speaker=anna.id).rows) == 2
            undo(db, "anna", 2)
            assert [row.name for row in list_speakers(db).rows] == ["Karel Brons", "Anna Veldkamp"]
            assert coalitions(db) == ("Anna Veldkamp=Anna Veldkamp,A. Veldkamp",)
            undo(db, "anna", 1)
            assert coalitions(db) == ()
            assert [row.doc for row in list_statements(db, speaker=anna.id).rows] == ["haven"]
            assert list_joins(db, "merge-actors") == ()
        check_case(store)


def test_the_log_gives_the_same_case_again(place: str, tmp_path: Path) -> None:
    with open_store(place, create=True) as one, open_store(tmp_path / "other.db", create=True) as other:
        with one.writing() as db:
            put_study(db, harbour())
            correct(
                db, "a", "set", anchor_item(db, "haven", "attributions", "A1"), {"field": "attitude", "value": "hope"}
            )
            correct(db, "b", "rename", anchor_item(db, "haven", "actors", "E1"), {"name": "Anna V."})
            undo(db, "a", 1)
        with one.reading() as db, other.writing() as copy:
            put_study(copy, harbour())
            for entry in whole_log(db):
                if entry.undoes is not None:
                    undo(copy, entry.who, entry.undoes, at=entry.at)
                else:
                    correct(copy, entry.who, entry.kind, entry.target, entry.payload, at=entry.at)
            assert whole_log(copy) == whole_log(db)
            assert shown(copy, "haven") == shown(db, "haven")
            assert shown(db, "haven").reading.attributions[0].speaker == "Anna V."


# ---- killed, and two at once


WRITER = f"""
import importlib.util, sys
spec = importlib.util.spec_from_file_location("make_case", {str(BENCHMARK)!r})
module = importlib.util.module_from_spec(spec)
spec.loader.exec_module(module)
from wederhoor.store import anchor_item, correct, list_statements, open_store, put_study
place, first, end = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
maker = module.Maker(int(sys.argv[4]))
with open_store(place, create=True) as store:
    for number in range(first, end):
        study = maker.study(number, 6)
        with store.writing() as db:
            put_study(db, study)
        print(study.reading.doc, study.reading.sha256, flush=True)
        if len(sys.argv) > 5:
            with store.writing() as db:
                correct(db, "writer", "reject", anchor_item(db, study.reading.doc, "attributions", "A2"))
"""


def writer(place: str, *arguments: object) -> subprocess.Popen[str]:
    command = [sys.executable, "-W", "error", "-c", WRITER, place, *map(str, arguments)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(3))
def test_killed_at_any_instant_the_case_has_all_finished_documents(place: str, seed: int) -> None:
    draw = random.Random(seed)
    finished: list[str] = []
    with writer(place, 0, 100_000, 1) as process:  # far more than it can write before the pipe is full
        assert process.stdout
        finished += [process.stdout.readline() for _ in range(draw.randint(1, 60))]
        time.sleep(draw.random() * 0.02)
        process.send_signal(signal.SIGKILL)
        finished += process.stdout.readlines()
    assert process.returncode == -signal.SIGKILL
    with open_store(place) as store:
        check_case(store)
        with store.reading() as db:
            kept = {row.doc: row.sha256 for row in list_documents(db, limit=1000).rows}
        lines = [line.split() for line in finished if line.endswith("\n")]
        assert {doc: kept.get(doc) for doc, _ in lines} == dict(lines)
        assert len(lines) <= len(kept) <= len(lines) + 1
        with store.writing() as db:
            put_study(db, harbour())  # and it goes on


@pytest.mark.slow
def test_killed_while_it_is_made_it_opens(tmp_path: Path) -> None:
    for number, wait in enumerate((0.2, 0.3, 0.35, 0.4, 0.5)):
        place = tmp_path / f"{number}.db"
        with writer(str(place), 0, 3, 1) as process:
            time.sleep(wait)
            process.kill()
        with open_store(place, create=True) as store:
            check_case(store)


@pytest.mark.slow
def test_two_writers_at_once_lose_nothing(place: str) -> None:
    with open_store(place, create=True):
        pass
    processes = [writer(place, 0, 40, 1), writer(place, 20, 60, 2, "correcting"), writer(place, 55, 70, 3)]
    said = [process.communicate(timeout=HANGS) for process in processes]
    assert [(process.returncode, errors) for process, (_, errors) in zip(processes, said, strict=True)] == [(0, "")] * 3
    with open_store(place) as store:
        check_case(store)
        with store.reading() as db:
            assert sorted(document_names(db)) == [f"text-{number:06}" for number in range(70)]
            corrected = {entry.target.doc for entry in whole_log(db) if entry.target}
            assert len(whole_log(db)) == len(corrected) == 40


@pytest.mark.slow
def test_two_programs_can_make_the_same_case(place: str) -> None:
    processes = [writer(place, first, first + 5, 1) for first in (0, 5, 10)]
    said = [process.communicate(timeout=HANGS) for process in processes]
    assert [errors for _, errors in said] == [""] * 3
    with open_store(place) as store, store.reading() as db:
        assert len(document_names(db)) == 15


def test_a_reader_sees_one_state_and_does_not_wait(place: str) -> None:
    with open_store(place, create=True) as store:
        with store.writing() as db:
            put_study(db, harbour())
        with store.writing() as writing:
            put_study(writing, harbour("kade"))
            with store.reading() as db:
                assert document_names(db) == ["haven"]
        with store.reading() as db:
            assert document_names(db) == ["haven", "kade"]


def test_more_readers_than_turns_all_come_to_theirs(tmp_path: Path) -> None:
    with open_store(tmp_path / "case.db", create=True) as store:
        with store.writing() as db:
            put_study(db, harbour())
        seen: list[list[str]] = []

        def read() -> None:
            for _ in range(5):
                with store.reading() as db, store.reading() as again:  # one turn for both
                    seen.append(document_names(db) + document_names(again))

        threads = [threading.Thread(target=read) for _ in range(30)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(HANGS)
        assert seen == [["haven", "haven"]] * 150


def test_a_failed_transaction_leaves_nothing(place: str) -> None:
    with open_store(place, create=True) as store:
        with pytest.raises(WederhoorError, match="W808"):  # noqa: PT012, SIM117  # the case is written to before it fails
            with store.writing() as db:
                put_study(db, harbour())
                undo(db, "anna", 9)
        check_case(store)
        with store.reading() as db:
            assert document_names(db) == []


# ---- opening and migrations


def test_nothing_and_other_things_are_no_cases(tmp_path: Path) -> None:
    other, words = tmp_path / "other.db", tmp_path / "words.db"
    connection = sqlite3.connect(other)
    connection.execute("CREATE TABLE t (x)")
    connection.close()
    words.write_text("Geen zaak.\n" * 20, encoding="utf-8")
    for path, code in ((tmp_path / "no.db", "W804"), (other, "W801"), (words, "W801"), (tmp_path, "W801")):
        with pytest.raises(WederhoorError, match=code):
            open_store(path)
        assert not is_case(str(path))
    for path, code in ((other, "W801"), (words, "W801"), (tmp_path / "no" / "folder.db", "W805")):
        with pytest.raises(WederhoorError, match=code):
            open_store(path, create=True)
    (tmp_path / "empty.db").touch()
    open_store(tmp_path / "empty.db", create=True).close()
    assert is_case(str(tmp_path / "empty.db"))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["empty.db", "other.db", "words.db"]


def test_a_damaged_case_is_told(tmp_path: Path) -> None:
    place = tmp_path / "case.db"
    with open_store(place, create=True) as store, store.writing() as db:
        for number in range(10):
            put_study(db, MAKER.study(number, 5))
    data = bytearray(place.read_bytes())
    data[4096:] = bytes(b ^ 0x5A for b in data[4096:])
    place.write_bytes(data)
    with pytest.raises(WederhoorError, match="W812"), open_store(place) as store, store.reading() as db:
        summary(db)


def test_a_case_of_a_newer_version_is_refused_and_left_alone(place: str) -> None:
    with open_store(place, create=True) as store, store.writing() as db:
        put_study(db, harbour())
        db.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    for create in (False, True):
        with pytest.raises(WederhoorError, match="W802"):
            open_store(place, create=create)


def test_a_case_that_is_busy_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("wederhoor.store.connect.PATIENCE", 0.1)
    with (
        open_store(tmp_path / "case.db", create=True) as store,
        store.writing(),
        pytest.raises(WederhoorError, match="W803"),
        store.writing(),
    ):
        pass


def test_a_case_in_a_place_where_nothing_can_be_written_can_be_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "case.db"
    with open_store(place, create=True) as store, store.writing() as db:
        put_study(db, harbour())
    # root may write anywhere, so the system is made to say no
    monkeypatch.setattr(os, "access", lambda *_: False)
    with open_store(place) as store:
        with store.reading() as db:
            assert document_names(db) == ["haven"]
        with pytest.raises(WederhoorError, match="W813"), store.writing() as db:
            put_study(db, harbour("kade"))
    assert [path.name for path in tmp_path.iterdir()] == ["case.db"]


def test_a_closed_case_is_one_file(tmp_path: Path) -> None:
    with open_store(tmp_path / "case.db", create=True) as store, store.writing() as db:
        put_study(db, harbour())
    assert [path.name for path in tmp_path.iterdir()] == ["case.db"]


def test_the_migrations_make_the_tables_that_the_program_knows(place: str) -> None:
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    with open_store(place, create=True) as store, store.reading() as db:
        context = MigrationContext.configure(db, opts={"compare_type": True})
        own = [table for table in inspect(db).get_table_names() if "_words" not in table]
        assert sorted(own) == sorted([*metadata.tables, "alembic_version"])
        differences = [
            d for d in compare_metadata(context, metadata) if "_words" not in str(d) and "lemmas" not in str(d)
        ]
        assert differences == []


def test_the_migrations_are_those_that_the_program_counts() -> None:
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", "wederhoor.store:migrations")
    found = [script.revision for script in ScriptDirectory.from_config(config).walk_revisions()]
    assert tuple(reversed(found)) == REVISIONS


@pytest.mark.parametrize("revision", sorted(path.name.partition(".")[0] for path in DATA.glob("*.db.gz")))
def test_a_case_of_every_released_revision_comes_up_whole(tmp_path: Path, revision: str) -> None:
    place = tmp_path / "old.db"
    place.touch(0o600)
    place.write_bytes(gzip.decompress((DATA / f"{revision}.db.gz").read_bytes()))
    with open_store(place) as store:
        with store.reading() as db:
            found = summary(db)
            assert (found.documents, found.statements, found.corrections, found.revision) == (2, 4, 3, REVISIONS[-1])
            first = list_statements(db).rows[0]
            assert (first.speaker, first.certainty) == ("Anna Veldkamp", "probable")  # as anna corrected it
            assert search_statements(db, "schip").total == 1
        match_documents(store)
        with store.reading() as db:
            assert summary(db).unmatched == 0
            assert {row.b_doc for row in list_collisions(db).rows} == {"kade"}
        check_case(store)
        names = {path.name for path in tmp_path.iterdir()} - {"old.db-wal", "old.db-shm"}
        if revision == REVISIONS[-1]:
            assert store.notices == ()
            assert names == {"old.db"}
        else:
            assert [notice.code for notice in store.notices] == ["W814"]
            assert names == {"old.db", f"old.db.{revision}"}


def test_opening_a_case_loads_no_pipeline() -> None:
    code = "import sys, wederhoor.store; sys.exit('spacy' in sys.modules or 'alembic' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


# ---- conflicts across documents


def test_documents_that_collide_are_found_whichever_comes_first(place: str, read_by_pipeline: dict[str, Study]) -> None:
    found = []
    for order in (("haven", "kade"), ("kade", "haven")):
        with open_store(place, create=True) as store:
            with store.writing() as db:
                put_study(db, MAKER.study(1, 5))
                for name in order:
                    put_study(db, read_by_pipeline[name])
                assert summary(db).unmatched == 3
            assert match_documents(store) == 3
            assert match_documents(store) == 0
            with store.reading() as db:
                assert summary(db).unmatched == 0
                found.append(
                    {frozenset([(r.a_doc, r.a_quote), (r.b_doc, r.b_quote)]) for r in list_collisions(db).rows}
                )
                assert list_collisions(db, doc="text-000001").rows == ()
                assert len(list_collisions(db, doc="kade").rows) == len(found[-1])
            with store.writing() as db:
                for name in ("text-000001", *order):
                    remove_document(db, name)
                assert list_collisions(db).rows == ()
    assert found[0] == found[1]
    assert frozenset(
        [("haven", "dat de haven van Oosterwaal open blijft"), ("kade", "gaat de haven van Oosterwaal dicht")]
    ) in found[0]  # fmt: skip


def test_a_rejected_statement_collides_with_nothing_and_comes_back(
    place: str, read_by_pipeline: dict[str, Study]
) -> None:
    with open_store(place, create=True) as store:
        with store.writing() as db:
            put_study(db, read_by_pipeline["haven"])
            put_study(db, read_by_pipeline["kade"])
        match_documents(store)
        with store.writing() as db:
            before = {(row.a_quote, row.b_quote) for row in list_collisions(db).rows}
            correct(db, "anna", "reject", anchor_item(db, "kade", "attributions", "A1"))
            assert list_collisions(db).rows == ()
            assert summary(db).unmatched == 2  # the other one may collide with something else now
        match_documents(store)
        with store.writing() as db:
            kept = {(row.a_quote, row.b_quote) for row in list_collisions(db).rows}
            assert all("dicht" not in b or "gaat de haven" not in b for _, b in kept)
            undo(db, "anna", 1)
        match_documents(store)
        with store.reading() as db:
            assert {(row.a_quote, row.b_quote) for row in list_collisions(db).rows} == before != set()
        check_case(store)


# ---- messages


def test_postgresql_without_its_package_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: None)
    with pytest.raises(WederhoorError, match="W806"):
        open_store("postgresql://anna@localhost/harbour")


@pytest.mark.parametrize("address", ["postgresql://", "postgresql://anna:secret@/x?host=/nowhere", "postgresql://[bad"])
def test_an_address_that_leads_nowhere_is_told_without_its_password(address: str) -> None:
    with pytest.raises(WederhoorError, match="W805") as told:
        open_store(address)
    assert "secret" not in str(told.value)


def test_a_study_that_cannot_be_read_is_told(place: str) -> None:
    with open_store(place, create=True) as store:
        with store.writing() as db:
            put_study(db, harbour())
            db.execute(text("UPDATE studies SET study = :study"), {"study": b"from another time"})
        with pytest.raises(WederhoorError, match="W807"), store.reading() as db:
            shown(db, "haven")
