"""What keeps big cases quick, and stays right: kept pages, counted changes, chosen documents, searches that read on."""

from __future__ import annotations

import gzip
import importlib.util
import sqlite3
import threading
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from command import run_here
from fastapi.testclient import TestClient
from sqlalchemy import Connection

from wederhoor.errors import WederhoorError
from wederhoor.store import (
    Store,
    anchor_item,
    choose_documents,
    correct,
    list_conflicts,
    list_events,
    list_forecasts,
    list_speakers,
    list_statements,
    match_documents,
    open_store,
    put_study,
    search,
    search_sentences,
    search_statements,
    summary,
    undo,
)
from wederhoor.store.connect import connect
from wederhoor.store.keyset import count_rows, every_row, page
from wederhoor.store.listings import conflict_listing, forecast_listing, speaker_ids
from wederhoor.store.opening import upgrade
from wederhoor.store.pages import state_of
from wederhoor.store.schema import OWN, REPORTED, REVISIONS, metadata
from wederhoor.web.app import create_app
from wederhoor.web.kept import Kept
from wederhoor.web.queries import sides_of
from wederhoor.web.settings import Settings
from wederhoor.web.told import dated, event_list

DATA = Path(__file__).parent / "data" / "cases"


def _maker() -> Any:
    path = Path(__file__).parents[1] / "benchmarks" / "make_case.py"
    spec = importlib.util.spec_from_file_location("make_case", path)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.Maker(7)


def fill(place: str, documents: int = 6) -> Store:
    maker = _maker()
    store = open_store(place, create=True)
    with store.writing() as db:
        for number in range(documents):
            put_study(db, maker.study(number, 20))
    return store


# ---- tables


def test_the_first_migration_makes_the_tables_that_were_released(tmp_path: Path) -> None:
    old = tmp_path / "old.db"
    old.write_bytes(gzip.decompress((DATA / "0001.db.gz").read_bytes()))
    engine, where = connect(str(tmp_path / "new.db"), create=True)
    store = Store(engine, where)
    with store.changing() as db:
        upgrade(db, "0001")
    store.close()
    released, made = (
        sqlite3.connect(path).execute("SELECT name, sql FROM sqlite_master ORDER BY name").fetchall()
        for path in (old, tmp_path / "new.db")
    )
    assert made == released


@pytest.mark.parametrize("revision", REVISIONS[:-1])
def test_tables_of_every_revision_come_up(place: str, revision: str) -> None:
    engine, where = connect(place, create=True)
    store = Store(engine, where)
    with store.changing() as db:
        upgrade(db, revision)
    store.close()
    with fill(place, 2) as opened, opened.reading() as db:
        context = MigrationContext.configure(db, opts={"compare_type": True})
        found = compare_metadata(context, metadata)
        assert [d for d in found if "_words" not in str(d) and "lemmas" not in str(d)] == []
        assert summary(db).statements == 40


# ---- one state of the case


def test_every_change_is_counted_and_a_reader_keeps_his_state(place: str) -> None:
    def changes(db: Connection) -> int:
        return state_of(db)

    with fill(place, 2) as store:
        with store.reading() as db:
            before = changes(db)
            said = summary(db)
            other = threading.Thread(target=lambda: _correct(store))
            other.start()
            other.join()
            assert (changes(db), summary(db)) == (before, said)
        with store.reading() as db:
            assert changes(db) > before
            assert summary(db).corrections == said.corrections + 1
            now = changes(db)
        match_documents(store)
        with store.reading() as db:
            assert changes(db) > now
            now = changes(db)
        with pytest.raises(WederhoorError), store.writing() as db:
            undo(db, "anna", 99)
        with store.reading() as db:
            assert changes(db) == now  # nothing was written


def _correct(store: Store) -> None:
    with store.writing() as db:
        correct(db, "anna", "reject", anchor_item(db, "text-000000", "causal", "C1"))


def test_pages_that_are_kept_are_made_again_after_a_correction(tmp_path: Path) -> None:
    with fill(str(tmp_path / "case.db")) as store:
        with store.reading() as db:
            holder = next(row for row in list_statements(db, doc="text-000000").rows if row.item == "A1")
            who = holder.speaker_id or 0
        assert who
        match_documents(store)  # the pages do it beside them, and tell how far they are
        with TestClient(create_app(store, Settings()), base_url="http://127.0.0.1:8765") as web:

            def seen() -> tuple[Any, ...]:
                return tuple(
                    web.get(page).json() for page in (f"/accounts/{who}/model.json", "/case.json", "/timeline.json")
                )

            before = seen()
            assert seen() == before
            _correct(store)
            after = seen()
            edges = [len(edge["grounds"]) for edge in before[0]["model"]["edges"]]
            assert sum(edges) == 1 + sum(len(edge["grounds"]) for edge in after[0]["model"]["edges"])
            assert after[1]["summary"]["corrections"] == 1
            with store.writing() as db:
                undo(db, "anna", 1)
            assert seen()[0] == before[0]
            with store.writing() as db:
                correct(db, "anna", "reject", anchor_item(db, "text-000000", "events", "V1"))
            counted = [sum(one["events"] for one in page["bins"]) for page in (before[2], seen()[2])]
            assert counted[1] == counted[0] - 1


def test_what_is_kept_is_made_once_and_dropped_with_its_state() -> None:
    kept, made = Kept(most=2), []

    def get(state: int, key: str) -> str:
        return kept.get(state, key, lambda: made.append((state, key)) or f"{key}{state}")  # type: ignore[func-returns-value]

    assert [get(1, "a"), get(1, "a"), get(2, "a"), get(1, "a"), get(2, "a")] == ["a1", "a1", "a2", "a1", "a2"]
    assert made == [(1, "a"), (2, "a"), (1, "a")]  # who sees an older state gets that, and leaves the newer one alone
    for key in "bc":
        get(2, key)
    get(2, "a")
    assert made[-1] == (2, "a")  # two are kept

    def fails() -> str:
        raise ValueError

    with pytest.raises(ValueError):  # noqa: PT011  # ours
        kept.get(3, "x", fails)
    assert kept.get(3, "x", lambda: "now") == "now"


# ---- questions of the pages


def test_what_is_asked_by_index_is_what_going_through_all_finds(place: str) -> None:
    with fill(place) as store, store.reading() as db:
        everything = [row for row in list_events(db, by_time=True, limit=1_000).rows if row.time_start]
        for author in (True, False):
            own = [row.id for row in everything if (row.holder == "author") == author]
            listing = event_list(dated(None, None), OWN if author else REPORTED)
            first = page(db, listing, None, 5)
            rest = page(db, listing, first.next, 1_000)
            assert count_rows(db, listing) == len(own)
            assert [row.id for row in (*first.rows, *rest.rows)] == own
        speakers = {row.speaker_id for row in list_statements(db, limit=1_000).rows if row.speaker_id}
        found = [row for who in speakers for row in page(db, conflict_listing(db, speaker=who), None, 10).rows]
        sides = sides_of(db, found)
        for row in found:
            text = {one.item: one.before for one in list_statements(db, doc=row.doc, limit=100).rows}
            assert [side.before for side in sides[row.id]] == [text[row.a or ""], text[row.b or ""]]
        assert sides_of(db, []) == {}
        names = {row.id: row.name for row in list_speakers(db, limit=1_000).rows}
        told = list_forecasts(db, limit=1_000).rows
        for who in speakers:
            mine = [row for row in list_conflicts(db).rows if names[who] in (row.a_speaker, row.b_speaker)]
            assert [*every_row(db, conflict_listing(db, speaker=who))] == mine
            assert [row.id for row in every_row(db, forecast_listing(db, speaker=who))] == [
                row.id for row in told if row.speaker == names[who]
            ]


def test_pages_of_a_search_are_the_same_where_counting_stops(place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with fill(place) as store, store.reading() as db:
        word = _maker().lemmas[0]
        for look, query in (
            (search_statements, word),
            (search_sentences, word),
            (search_sentences, f'"{word} {word}"'),
        ):
            everything = [row.id for row in look(db, query, limit=1_000).rows]
            assert len(everything) > 4
            for near in (0, 1, 50):
                with monkeypatch.context() as patch:
                    for name, value in (("MOST", 3), ("MOST_OF_PHRASE", 3), ("NEAR", near)):
                        patch.setattr(search, name, value)
                    found: list[int] = []
                    after: str | None = None
                    while True:
                        page = look(db, query, after=after, limit=3)
                        found += [row.id for row in page.rows]
                        assert page.total == page.most == 3
                        after = page.next
                        if after is None:
                            break
                assert found == everything, near


# ---- a part of a case


def test_documents_are_chosen_by_speaker_day_and_name(place: str) -> None:
    with fill(place) as store, store.reading() as db:
        names = [f"text-{number:06}" for number in range(6)]
        assert choose_documents(db) == names
        assert choose_documents(db, since="2015-01-04") == names[3:]
        assert choose_documents(db, docs=[names[4], names[1]]) == [names[1], names[4]]
        said = [row for row in list_statements(db, limit=1_000).rows if row.speaker]
        who = said[0].speaker or ""
        own = speaker_ids(db, said[0].speaker_id or 0)
        assert choose_documents(db, speaker=who) == sorted({row.doc for row in said if row.speaker_id in own})
        assert choose_documents(db, speaker=who, docs=[said[0].doc], since="2020-01-01") == []
        with pytest.raises(WederhoorError, match="W808"):
            choose_documents(db, speaker="Nobody At All")


def test_too_many_documents_to_compare_are_refused_and_a_part_is_taken(tmp_path: Path) -> None:
    case = str(tmp_path / "case.db")
    with fill(case) as store, store.reading() as db:
        who = next(row.speaker for row in list_statements(db).rows if row.speaker) or ""
    for command in ("accounts", "conflicts", "forecasts", "loops", "press", "compare", "model"):
        done = run_here(command, case, "--documents", "3")
        assert (done.returncode, done.stdout) == (2, b"")
        [line] = done.stderr.decode().splitlines()
        assert line.startswith("wederhoor: W815: ")
        assert "6 documents" in line
        assert "--since" in line
    for part in (("--since", "2015-01-05"), ("--doc", "text-000001"), ("--doc", "text-000001", "--speaker", who)):
        done = run_here("conflicts", case, "--documents", "3", "--format", "csv", *part)
        assert done.returncode == 0, done.stderr
    assert b"text-000000" not in run_here("conflicts", case, "--since", "2015-01-05", "--format", "csv").stdout
    assert run_here("conflicts", case, "--since", "gisteren").returncode == 2
    assert run_here("model", case, "--speaker", who, "--account", who).returncode == 0
