"""A correction loses no conflict between documents: what was found stays until the documents have been compared again."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import msgspec
import pytest
from web_case import client

from wederhoor.records import Document, Study
from wederhoor.store import (
    Store,
    anchor_collision,
    anchor_item,
    correct,
    list_collisions,
    list_events,
    list_statements,
    match_documents,
    open_store,
    put_study,
    stale_corrections,
    summary,
    undo,
)

Studies = dict[str, Study]
FORM = {"csrf": "right"}
PAIRS = 4
"""How often each of two documents that collide is in the case."""
MATCH = """
import sys
from wederhoor.store import match_documents, open_store
with open_store(sys.argv[1]) as store:
    match_documents(store)
"""
SERVE = """
import sys, uvicorn
from wederhoor.store import open_store
from wederhoor.web.app import create_app
from wederhoor.web.settings import Settings
with open_store(sys.argv[1]) as store:
    uvicorn.run(create_app(store, Settings(csrf="right")), port=int(sys.argv[2]), log_level="error")
"""


def named(study: Study, number: int) -> Study:
    """The same study of a text of its own."""
    reading = study.reading
    text = f"{reading.text}\n\nSlot {number}.\n"
    made = Document(doc=f"{reading.doc}-{number}", text=text)
    return msgspec.structs.replace(
        study, reading=msgspec.structs.replace(reading, doc=made.doc, text=text, sha256=made.sha256)
    )


def fill(store: Store, studies: Studies) -> None:
    with store.writing() as db:
        for number in range(PAIRS):
            for study in studies.values():
                put_study(db, named(study, number))
    match_documents(store)


def found(store: Store) -> set[tuple[int, str, str, str, str]]:
    with store.reading() as db:
        rows = list_collisions(db, limit=10_000).rows
    return {(row.id, row.a_doc, row.a_quote, row.b_doc, row.b_quote) for row in rows}


def unmatched(store: Store) -> int:
    with store.reading() as db:
        return summary(db).unmatched


def settled(store: Store) -> None:
    end = time.monotonic() + 60
    while unmatched(store) and time.monotonic() < end:
        time.sleep(0.02)
    assert unmatched(store) == 0


@pytest.fixture
def case(place: str, read_by_pipeline: Studies) -> str:
    with open_store(place, create=True) as store:
        fill(store, read_by_pipeline)
        assert len(found(store)) >= PAIRS
    return place


def test_what_changes_nothing_that_was_read_lets_nothing_be_compared_again(case: str) -> None:
    with open_store(case) as store:
        before = found(store)
        with store.writing() as db:
            for number, statement in enumerate(list_statements(db, doc="kade-0").rows, start=1):
                correct(db, "anna", "confirm", anchor_item(db, "kade-0", "attributions", statement.item))
                assert summary(db).unmatched == 0
                undo(db, "anna", 2 * number - 1)
            for event in list_events(db, doc="kade-0").rows:
                correct(db, "anna", "reject", anchor_item(db, "kade-0", "events", event.item))
            row = list_collisions(db).rows[0]
            correct(db, "anna", "reject", anchor_collision(db, row.id))
            assert summary(db).unmatched == 0
        assert found(store) == {one for one in before if one[0] != row.id}


def test_a_document_read_again_as_it_was_is_not_compared_again(case: str, read_by_pipeline: Studies) -> None:
    with open_store(case) as store:
        before = found(store)
        with store.writing() as db:
            put_study(db, named(read_by_pipeline["kade"], 0))
        assert (found(store), unmatched(store)) == (before, 0)


def test_old_rows_stay_until_there_are_new_ones_and_say_who_speaks_now(case: str) -> None:
    with open_store(case) as store:
        before = found(store)
        with store.writing() as db:
            row = list_collisions(db).rows[0]
            assert row.a
            made = correct(db, "anna", "confirm", anchor_collision(db, row.id))
            target = anchor_item(db, row.a_doc, "attributions", row.a)
            spoken = correct(db, "bram", "set", target, {"field": "speaker", "value": "Jo Mast"})
            assert summary(db).unmatched > 0
            kept = list_collisions(db, verdict="confirm").rows
            assert [(one.id, one.a_speaker, one.judged) for one in kept] == [(row.id, "Jo Mast", made.id)]
        assert found(store) == before
        match_documents(store)
        with store.writing() as db:
            assert [one.id for one in list_collisions(db, verdict="confirm").rows] == [row.id]
            undo(db, "bram", spoken.id)
        match_documents(store)
        assert found(store) == before


@pytest.mark.parametrize("field", [("attitude", "doubt"), ("polarity", "-"), ("certainty", "possible")])
def test_a_judged_pair_outlives_every_correction_but_its_own_end(case: str, field: tuple[str, str]) -> None:
    with open_store(case) as store:
        with store.writing() as db:
            row = list_collisions(db).rows[0]
            assert row.a
            assert row.b
            correct(db, "anna", "confirm", anchor_collision(db, row.id))
            for doc, item in ((row.a_doc, row.a), (row.b_doc, row.b)):
                target = anchor_item(db, doc, "attributions", item)
                correct(db, "bram", "set", target, {"field": field[0], "value": field[1]})
        match_documents(store)
        with store.writing() as db:
            assert [one.id for one in list_collisions(db, verdict="confirm").rows] == [row.id]
            assert stale_corrections(db) == []
            gone = correct(db, "bram", "reject", anchor_item(db, row.a_doc, "attributions", row.a))
            assert list_collisions(db, verdict="confirm").rows == ()
            assert [one.why for one in stale_corrections(db)] == ["item-gone"]
            undo(db, "bram", gone.id)
        match_documents(store)
        with store.reading() as db:
            assert {one.a_quote for one in list_collisions(db, verdict="confirm").rows} == {row.a_quote}
            assert stale_corrections(db) == []


def test_right_on_a_page_keeps_all_conflicts_and_a_change_is_compared_again_by_the_server(case: str) -> None:
    with open_store(case) as store:
        before = found(store)
        with client(store) as web:
            [number] = [row["id"] for row in web.get("/documents.json").json()["rows"] if row["doc"] == "kade-0"]
            path = f"/documents/{number}/attributions/A1"
            web.post(f"{path}/judge", data={**FORM, "verdict": "same"})
            assert found(store) == before
            assert unmatched(store) == 0
            web.post(f"{path}/set", data={**FORM, "field": "speaker", "value": "Jo Mast"})
            assert found(store) == before
            settled(store)
            web.post("/corrections/2/undo", data=FORM)
            settled(store)
            assert found(store) == before
            web.post(f"{path}/judge", data={**FORM, "verdict": "different"})
            settled(store)
            assert found(store) < before
            web.post("/corrections/4/undo", data=FORM)
            settled(store)
            assert {one[1:] for one in found(store)} == {one[1:] for one in before}


def test_two_servers_of_one_case_compare_its_documents_once(case: str, read_by_pipeline: Studies) -> None:
    with open_store(case) as one, open_store(case) as other:
        before = {row[1:] for row in found(one)}
        with client(one) as web, client(other) as beside:
            for number, asked in enumerate((web, beside) * 2, start=1):
                asked.post(
                    f"/documents/{number}/attributions/A1/set",
                    data={**FORM, "field": "certainty", "value": "possible"},
                )
            settled(one)
            for number, asked in enumerate((beside, web) * 2, start=1):
                asked.post(f"/corrections/{number}/undo", data=FORM)
            settled(other)
        assert {row[1:] for row in found(other)} == before
    assert len(read_by_pipeline) * PAIRS >= 4


def test_two_programs_compare_at_once_and_find_what_one_finds(case: str) -> None:
    with open_store(case) as store:
        before = found(store)
        with store.writing() as db:
            for number in range(PAIRS):
                target = anchor_item(db, f"kade-{number}", "attributions", "A1")
                correct(db, "anna", "set", target, {"field": "certainty", "value": "possible"})
        running = [subprocess.Popen([sys.executable, "-c", MATCH, case]) for _ in range(2)]
        assert [one.wait(120) for one in running] == [0, 0]
        assert unmatched(store) == 0
        assert found(store) == before


def test_a_server_that_was_killed_loses_nothing_and_the_next_one_compares_the_rest(
    case: str, tmp_path: Path, free_port: int
) -> None:
    import urllib.request

    server = subprocess.Popen([sys.executable, "-c", SERVE, case, str(free_port)], cwd=tmp_path)
    address = f"http://127.0.0.1:{free_port}"
    end = time.monotonic() + 60
    while time.monotonic() < end:
        try:
            urllib.request.urlopen(f"{address}/documents.json")
            break
        except OSError:
            time.sleep(0.05)
    with open_store(case) as store:
        before = found(store)
        for number in range(1, 2 * PAIRS + 1):
            body = b"csrf=right&field=certainty&value=possible"
            urllib.request.urlopen(f"{address}/documents/{number}/attributions/A1/set", body)
        os.kill(server.pid, signal.SIGKILL)
        server.wait()
        assert found(store) == before
        with store.reading() as db:
            assert summary(db).corrections == 2 * PAIRS
        with client(store):
            settled(store)
        assert found(store) == before


def test_a_server_at_rest_writes_nothing(case: str) -> None:
    from wederhoor.store.pages import state_of

    with open_store(case) as store, client(store) as web:
        web.get("/case")
        time.sleep(0.3)
        with store.reading() as db:
            before = state_of(db)
        time.sleep(0.3)
        with store.reading() as db:
            assert state_of(db) == before


def test_pages_say_how_many_documents_are_still_being_compared(case: str) -> None:
    with open_store(case) as store:
        with store.writing() as db:
            target = anchor_item(db, "kade-0", "attributions", "A1")
            correct(db, "anna", "set", target, {"field": "certainty", "value": "possible"})
        waiting = unmatched(store)
        web = client(store)  # without its beginning it compares nothing
        for page in ("/case", "/conflicts/across"):
            told = web.get(page, headers={"accept-language": "nl"}).text
            assert f"{waiting} documenten worden nog vergeleken" in told
        assert web.get("/case.json").json()["summary"]["unmatched"] == waiting
        match_documents(store)
        for page in ("/case", "/conflicts/across"):
            assert "nog vergeleken" not in web.get(page, headers={"accept-language": "nl"}).text
