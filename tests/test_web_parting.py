"""Who was taken for one across texts is parted by a person, on every way in, and whatever is read again."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from command import run_here
from fastapi.testclient import TestClient
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Browser, expect
from test_one_in_case import BOND, KRAMER, PACK, text
from web_case import barriers, browses, client, own_copy, read_into, serving

import wederhoor
from wederhoor.cases.actors import join_actors
from wederhoor.documents import load_text
from wederhoor.reading import Student
from wederhoor.records import Parting, Ref
from wederhoor.store import Store, match_documents, open_store, put_study

KRANT = "Jan Bakker zegt dat de brug van Meerdam veilig is. De Zeebond juicht dat toe.\n"
BLAD = "Jan Bakker ontkent dat de brug van Meerdam veilig is. De Zeebond staakt.\n"
BODE = "Volgens Jan Bakker gaat de haven van Meerdam dicht. De Zeebond betreurt dat.\n"
FORM = {"csrf": "right"}
NAME = "Jan Bakker"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    texts = {"blad.txt": BLAD, "bode.txt": BODE, "krant.txt": KRANT}
    return read_into(tmp_path_factory.mktemp("parting"), texts, "--date", "2031-05-12")


@pytest.fixture
def case(made: Path, tmp_path: Path) -> Iterator[Store]:
    with own_copy(made, tmp_path) as opened:
        yield opened


def bakkers(web: TestClient) -> dict[frozenset[str], int]:
    """The actors of this name by the documents that they are in."""
    numbers = [row["id"] for row in web.get("/actors.json").json()["rows"] if row["name"] == NAME]
    return {frozenset(row["doc"] for row in web.get(f"/actors/{n}/texts.json").json()["rows"]): n for n in numbers}


def rows(web: TestClient, actor: int, *docs: str) -> dict[str, list[str]]:
    texts = web.get(f"/actors/{actor}/texts.json").json()["rows"]
    return {"row": [str(row["id"]) for row in texts if row["doc"] in docs and row["name"] == NAME]}


def part(web: TestClient, *docs: str) -> Any:
    [actor] = bakkers(web).values()
    return web.post(f"/actors/{actor}/part", data=FORM | rows(web, actor, *docs), follow_redirects=False)


def seen(web: TestClient) -> list[Any]:
    """What the pages say of who is who."""
    accounts = [(row["name"], row["statements"]) for row in web.get("/accounts.json").json()["rows"]]
    across = [(row["a_speaker"], row["b_speaker"]) for row in web.get("/conflicts/across.json").json()["rows"]]
    issues = [
        sorted((held["quote"]["doc"], held["quote"]["holder"]) for at in issue["positions"] for held in at["held"])
        for issue in web.get("/issues.json").json()["issues"]
    ]
    return [sorted(map(sorted, bakkers(web))), sorted(accounts), across, issues]


def test_whom_the_program_took_for_one_has_two_pages_accounts_and_conflicts(case: Store) -> None:
    web = client(case)
    before = seen(web)
    assert before[0] == [["blad", "bode", "krant"]]
    assert (NAME, 3) in before[1]
    assert not before[2]
    assert part(web, "blad").status_code == 303
    assert {*bakkers(web)} == {frozenset({"blad"}), frozenset({"bode", "krant"})}
    lines = [line for line in web.get("/actors").text.split("<tr data-row") if f"<bdi>{NAME}</bdi>" in line]
    assert sorted(line.split('class="hint"><bdi>')[1].split("<")[0] for line in lines) == ["blad", "bode"]
    match_documents(case)
    after = seen(web)
    assert [row for row in after[1] if row[0] == NAME] == [(NAME, 1), (NAME, 2)]
    assert after[2] == [(NAME, NAME)]
    assert len(after[3]) == 1
    other = bakkers(web)[frozenset({"blad"})]
    assert [row["stance"] for row in web.get(f"/actors/{other}.json").json()["statements"]] == ["denies"]
    ties = web.get("/network.json").json()["ties"]
    assert [tie["kind"] for tie in ties if tie["a"]["name"] == tie["b"]["name"] == NAME] == ["contradicts"]
    assert "Jan Bakker: blad ≠ bode, krant" in web.get("/corrections").text
    [entry] = web.get("/corrections.json").json()["rows"]
    assert web.post(f"/corrections/{entry['id']}/undo", data=FORM, follow_redirects=False).status_code == 303
    match_documents(case)
    assert seen(web) == before


def test_commands_and_python_know_it_too(made: Path, tmp_path: Path) -> None:
    with own_copy(made, tmp_path) as store:
        place = tmp_path / "zaak.db"
        [actor] = bakkers(client(store)).values()
        [blad] = [r for r in client(store).get(f"/actors/{actor}/texts.json").json()["rows"] if r["doc"] == "blad"]
    done = run_here("correct", place, "part-actors", "blad", blad["item"])
    assert done.returncode == 0, done.stderr
    assert "part-actors Jan Bakker in blad ≠ bode, krant" in run_here("correct", place, "list").stdout.decode()
    found = json.loads(run_here("accounts", place, "--format", "json").stdout)
    own = [account for account in found["accounts"] if account["holder"] == NAME]
    docs = [sorted({said["quote"]["doc"] for said in one["statements"]}) for one in own]
    assert sorted(docs) == [["blad"], ["bode", "krant"]]
    opened = wederhoor.open_case(place)
    assert len([actor for actor in opened.actors if actor.name == NAME]) == 2
    assert {(one.a.doc, one.b.doc) for one in opened.conflicts} == {("blad", "krant")}
    (tmp_path / "twee").mkdir()
    with own_copy(place, tmp_path / "twee") as store:
        assert {*bakkers(client(store))} == {frozenset({"blad"}), frozenset({"bode", "krant"})}


def test_it_outlives_another_reading_and_says_nothing_of_texts_to_come(tmp_path: Path) -> None:
    place = read_into(tmp_path, {"blad.txt": BLAD, "bode.txt": BODE, "krant.txt": KRANT})
    with open_store(place) as store:
        assert part(client(store), "blad").status_code == 303
    read_into(tmp_path, {"blad.txt": f"Meerdam, maandag. {BLAD}", "nieuw.txt": f"{KRANT}\nJan Bakker slaapt.\n"})
    with open_store(place) as store:
        web = client(store)
        lengths = {row["doc"]: row["characters"] for row in web.get("/documents.json").json()["rows"]}
        assert lengths["blad"] > len(BLAD)
        assert {*bakkers(web)} == {frozenset({"blad"}), frozenset({"bode", "krant"}), frozenset({"nieuw"})}


def test_names_that_mean_two_join_nobody(case: Store) -> None:
    web = client(case)
    join = {**FORM, "kind": "merge-actors", "name": NAME, "member": "Zeebond"}
    assert web.post("/joins", data=join, follow_redirects=False).status_code == 303
    refused = part(web, "blad")
    assert refused.status_code == 409
    assert "entry 1 joins all who go by the name jan bakker" in refused.text
    [actor] = bakkers(web).values()
    told = web.post(f"/actors/{actor}/part?lang=nl", data=FORM | rows(web, actor, "blad")).text
    assert "regel 1 voegt allen samen die jan bakker heten" in told
    assert web.post("/corrections/1/undo", data=FORM, follow_redirects=False).status_code == 303
    assert part(web, "blad").status_code == 303
    assert web.post("/joins", data=join, follow_redirects=False).status_code == 409
    assert web.post("/corrections/2/undo", data=FORM, follow_redirects=False).status_code == 409  # it would join again
    assert {*bakkers(web)} == {frozenset({"blad"}), frozenset({"bode", "krant"})}


def test_what_cannot_be_parted_is_refused_and_changes_nothing(case: Store) -> None:
    web = client(case)
    assert part(web, "blad", "bode", "krant").status_code == 409  # nobody would be left
    [actor] = bakkers(web).values()
    form = FORM | rows(web, actor, "blad")
    assert web.post(f"/actors/{actor}/part", data=form | {"seen": "another"}).status_code == 409
    assert web.post(f"/actors/{actor}/part", data=FORM | {"row": ["1"]}).status_code == 409
    assert web.post(f"/actors/{actor}/part", data=FORM).status_code == 422
    assert web.get("/corrections.json").json()["rows"] == []


def test_either_database_takes_it(place: str, student: Student) -> None:
    with open_store(place, create=True) as store:
        with store.writing() as db:
            for doc, words in (("blad", BLAD), ("bode", BODE), ("krant", KRANT)):
                put_study(db, student(load_text(words, doc=doc, lang="nl")))
        match_documents(store)
        web = client(store)
        assert part(web, "blad").status_code == 303
        assert {*bakkers(web)} == {frozenset({"blad"}), frozenset({"bode", "krant"})}
        match_documents(store)
        lanes = web.get("/timeline.json").json()["lanes"]["lanes"]
        counted = sum(lane[kind] for lane in lanes for kind in ("events", "by_text", "unheld", "nowhere"))
        assert counted == sum(row["events"] for row in web.get("/documents.json").json()["rows"]) > 0
        assert web.get("/timeline.svg").content.startswith(b"<svg")
        assert web.post("/corrections/1/undo", data=FORM, follow_redirects=False).status_code == 303
        assert {*bakkers(web)} == {frozenset({"blad", "bode", "krant"})}


@given(st.lists(st.booleans(), min_size=2, max_size=7).filter(lambda sides: len({*sides}) == 2))
def test_those_of_a_side_are_one_and_the_sides_are_two(sides: list[bool]) -> None:
    names = ("Anna Visser", "Visser", "A. Visser")
    readings = [text(f"t{at}", (names[at % 3], "person", {}), BOND, KRAMER) for at in range(len(sides))]
    refs = [Ref(reading.doc, "P1") for reading in readings]
    apart, rest = (
        tuple(ref for ref, side in zip(refs, sides, strict=True) if side is which) for which in (True, False)
    )
    found = [{*one.members} for one in join_actors(readings, PACK, partings=(Parting(apart, rest),))]
    assert {*apart} in found
    assert {*rest} in found


@browses
def test_somebody_else_is_chosen_by_his_texts(case: Store, browser: Browser) -> None:
    web = client(case)
    [actor] = bakkers(web).values()
    with serving(case) as server:
        page = browser.new_context(locale="nl-NL").new_page()
        page.goto(f"{server}/actors/{actor}")
        asked = page.get_by_role("group", name="In sommige teksten iemand anders?")
        asked.get_by_role("checkbox", name="blad").check()
        assert not barriers(page, "/actors")
        asked.get_by_role("button", name="Iemand anders in deze").click()
        expect(page.get_by_role("button", name="Weer één")).to_be_visible()
        expect(
            page.get_by_role("region", name="Is dit één betrokkene?").get_by_text("blad ≠ bode, krant")
        ).to_be_visible()
        page.goto(f"{server}/actors")
        expect(page.get_by_role("main").get_by_role("link", name=NAME)).to_have_count(2)
        page.goto(f"{server}/actors/{actor}")
        page.get_by_role("button", name="Weer één").click()
        expect(page.get_by_role("button", name="Weer één")).to_have_count(0)
        page.goto(f"{server}/actors")
        expect(page.get_by_role("main").get_by_role("link", name=NAME)).to_have_count(1)
