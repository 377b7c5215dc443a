"""Pages that were shown before: the same as long as the case is, never another reader's, never out of date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from html import unescape

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import event
from sqlalchemy.engine import Engine
from web_case import PAGES, client, speaker

from wederhoor.store.opening import Store
from wederhoor.store.pages import findings_of, state_of

FORM = {"csrf": "right"}
EN = {"accept-language": "en"}
OWNER = "o" * 40
KEPT = ("content-type", "content-security-policy")


@contextmanager
def asked() -> Iterator[list[str]]:
    """What the database is asked within the block."""
    found: list[str] = []

    def note(*told: object) -> None:
        found.append(str(told[2]))

    event.listen(Engine, "before_cursor_execute", note)
    try:
        yield found
    finally:
        event.remove(Engine, "before_cursor_execute", note)


def by(token: str) -> dict[str, str]:
    return {"authorization": f"Bearer {token}"}


@pytest.mark.parametrize("address", PAGES[:-1])
def test_an_address_answers_twice_the_same_and_asks_next_to_nothing_for_the_second(store: Store, address: str) -> None:
    web = client(store)  # with nothing beside it that compares the documents
    with asked() as before:
        first = web.get(address)
    with asked() as after:
        second = web.get(address)
    assert (first.status_code, second.status_code) == (200, 200)
    assert first.content == second.content
    assert [first.headers[name] for name in KEPT] == [second.headers[name] for name in KEPT]
    assert any("documents" in one for one in before)
    assert [one for one in after if one.startswith("SELECT") and "FROM state" not in one] == []


def test_a_table_is_written_out_once(store: Store) -> None:
    web = client(store)
    with asked() as before:
        first = web.get("/statements.csv")
    with asked() as after:
        second = web.get("/statements.csv")
    assert (first.status_code, second.status_code) == (200, 200)
    assert first.content == second.content
    assert [first.headers[name] for name in KEPT] == [second.headers[name] for name in KEPT]
    assert len(after) < len(before)


def test_a_page_is_made_anew_after_every_correction_and_after_it_is_taken_back(store: Store) -> None:
    addresses = ("/documents/3", "/documents/3.csv", "/statements", "/statements.csv", "/corrections", "/case")
    with client(store) as web:
        was = {address: web.get(address, headers=EN).content for address in addresses}
        said = {**FORM, "field": "attitude", "value": "hope"}
        answer = web.post("/documents/3/attributions/A1/set", data=said, headers={"accept": "application/json"})
        made = answer.json()["id"]
        web.cookies.clear()
        now = {address: web.get(address, headers=EN).content for address in addresses}
        assert [address for address in addresses if now[address] == was[address]] == []
        assert b"hope" in now["/documents/3.csv"]
        assert b"hope" not in was["/documents/3.csv"]
        web.post(f"/corrections/{made}/undo", data=FORM)
        web.cookies.clear()
        assert web.get("/documents/3.csv").content == was["/documents/3.csv"]


def test_what_was_just_saved_is_said_once_and_to_nobody_else(store: Store) -> None:
    undo = 'action="/corrections/1/undo"'
    with client(store) as web:
        page = f"/accounts/{speaker(web, 'Oda Vlier')}"
        web.post("/documents/3/attributions/A1/judge", data={**FORM, "verdict": "different"}, follow_redirects=False)
        other = TestClient(web.app, base_url="http://127.0.0.1:8765")
        assert undo not in other.get(page).text
        assert undo in web.get(page).text
        assert undo not in other.get(page).text
        assert undo not in web.get(page).text


def test_each_language_and_each_role_has_its_own(store: Store) -> None:
    web = client(store, people={"anna": OWNER})
    web.headers["accept"] = "text/html"
    form = {"csrf": "right", "name": "piet", "role": "read"}
    token = web.post("/people", data=form, headers={**by(OWNER), "accept": "application/json"}).json()["address"]
    reader = by(token.partition("token=")[2])
    for _ in range(2):
        assert '<html lang="nl">' in web.get("/documents/3", headers={**by(OWNER), "accept-language": "nl"}).text
        assert '<html lang="en">' in web.get("/documents/3", headers={**by(OWNER), **EN}).text
        assert '<body class="web">' in web.get("/statements", headers={**by(OWNER), **EN}).text
        assert '<body class="web reads">' in web.get("/statements", headers={**reader, **EN}).text
        assert web.get("/documents/3", headers=EN).status_code == 401


def test_who_is_invited_stands_on_the_page_of_people_at_once(store: Store) -> None:
    web = client(store, people={"anna": OWNER})
    assert "piet" not in web.get("/people", headers=by(OWNER)).text
    web.post("/people", data={**FORM, "name": "piet", "role": "read"}, headers=by(OWNER))
    assert "piet" in web.get("/people", headers=by(OWNER)).text


def test_a_page_that_shows_more_than_the_case_is_made_each_time(store: Store) -> None:
    with client(store) as web:
        before = web.get("/texts").text
        web.post("/texts", data={**FORM, "text": "kort", "title": "Kort"}, follow_redirects=False)
        assert web.get("/texts").text != before


def judged(web: TestClient, verdict: str) -> None:
    form = {**FORM, "verdict": verdict}
    assert web.post("/documents/1/attributions/A2/judge", data=form, follow_redirects=False).status_code == 303
    web.cookies.clear()  # else the next page says what was saved


def test_who_confirms_a_finding_leaves_what_was_made_of_findings(store: Store) -> None:
    web = client(store)
    with store.reading() as db:
        before = (findings_of(db), state_of(db))
    first = web.get("/timeline").content
    judged(web, "same")
    with store.reading() as db:
        assert (findings_of(db), state_of(db)) == (before[0], before[1] + 1)
    with asked() as again:
        assert web.get("/timeline").content == first
    assert not [one for one in again if "FROM events LEFT OUTER JOIN statements" in one and "WHERE" not in one]
    judged(web, "different")
    with store.reading() as db:
        assert (findings_of(db), state_of(db)) == (before[0] + 1, before[1] + 2)


def test_several_that_are_right_and_one_that_is_wrong_change_the_findings_once(store: Store) -> None:
    web = client(store)
    for verdict, more in (("same", 0), ("different", 1)):
        with store.reading() as db:
            before = findings_of(db)
        chosen = re.findall(r'name="one" value="([^"]+)"', web.get("/review").text)[:2]
        sent = {**FORM, "verdict": verdict, "one": [unescape(one) for one in chosen]}
        assert web.post("/review/judge", data=sent, follow_redirects=False).status_code == 303
        with store.reading() as db:
            assert findings_of(db) == before + more
