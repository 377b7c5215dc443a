"""The documents of a large case are compared in a process of their own: pages wait for it by themselves, and stay small."""

from __future__ import annotations

import pickle
import re
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from playwright.sync_api import Browser, expect
from web_case import PATIENCE, answered, barriers, browses, client, fill, serving

from wederhoor.store import Store
from wederhoor.store.reading import shown
from wederhoor.web import compared, matching
from wederhoor.web.comparing import Comparing, ComparingError
from wederhoor.web.comparison import compare

HTML = {"accept": "text/html"}


@pytest.fixture
def many(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    """Three documents, which count for many."""
    monkeypatch.setattr(compared, "AT_ONCE", 1)
    monkeypatch.setattr(matching, "SOON", 1)
    with fill(tmp_path / "zaak.db") as store:
        yield store


def waited_for(web: TestClient, address: str) -> str:
    """The page at an address, once the documents were compared."""
    answer = answered(web, address, HTML)
    assert answer.status_code == 200
    return str(answer.text)


def change(store: Store) -> None:
    with store.writing():
        """Whatever is written makes another state of the case."""


def test_what_follows_from_a_comparison_is_refused_until_that_is_done(
    many: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    web = client(many)
    with monkeypatch.context() as held:
        never_done(held)
        page, table = web.get("/issues", headers=HTML), web.get("/issues.json")
        assert (page.status_code, page.headers["retry-after"]) == (503, "5")
        assert 'hx-get="/compared"' in page.text
        assert (table.status_code, table.json()["error"]["code"]) == (503, "W924")
        assert web.get("/case", headers=HTML).status_code == 200  # the others go on
        assert web.get("/issues", headers={**HTML, "hx-request": "true"}).status_code == 503
    waited_for(web, "/issues")
    assert web.get("/compared").headers["hx-refresh"] == "true"
    change(many)
    never_done(monkeypatch)
    assert web.get("/issues.json").status_code == 503  # of no other state than this one
    assert "hx-refresh" not in web.get("/compared").headers


def never_done(patch: pytest.MonkeyPatch) -> None:
    """A comparison that lasts as long as it is looked at, however fast the machine is."""
    patch.setattr(Comparing, "begin", lambda *_: None)


EARLIER = "what was found before"


def test_what_was_found_before_is_shown_and_said_so_until_that_of_now_is_there(
    many: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    web = client(many)
    before = waited_for(web, "/issues")
    assert EARLIER not in before
    change(many)
    never_done(monkeypatch)
    for _ in range(2):  # it is not kept
        page = web.get("/issues", headers=HTML)
        assert (page.status_code, EARLIER in page.text) == (200, True)
    assert re.findall("<h2.*?</h2>", page.text) == re.findall("<h2.*?</h2>", before)
    assert EARLIER in web.get("/case", headers=HTML).text
    assert EARLIER not in web.get("/documents", headers=HTML).text
    for of_now in ("/issues.json", "/issues.csv", "/model"):
        assert web.get(of_now).status_code == 503, of_now
    monkeypatch.undo()
    monkeypatch.setattr(compared, "AT_ONCE", 1)
    while EARLIER in waited_for(web, "/issues"):
        time.sleep(0.1)


def test_a_comparison_comes_to_its_end_whatever_is_corrected_meanwhile(many: Store) -> None:
    comparing = Comparing(many.place)
    first = comparing.begin(0)
    change(many)
    assert comparing.begin(10**6) is first
    first.result()
    assert comparing.begin(10**6) is not first
    assert comparing.latest() == first.result()
    comparing.stop()


def test_pages_are_the_same_whoever_compares(many: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    web = client(many)
    addresses = ["/issues", "/issues.json", "/issues.csv", "/model.json", "/actors/1.json"]
    waited_for(web, "/issues")
    beside = [web.get(address).text for address in addresses]
    monkeypatch.setattr(compared, "AT_ONCE", 100)
    assert [client(many).get(address).text for address in addresses] == beside


def test_only_what_pages_show_is_kept(many: Store) -> None:
    with many.reading() as db:
        found = compare(db, many.where)
        read = shown(db, "veerpont").reading
    assert found
    assert all(not (account.statements or account.events) for account in found.report.accounts)
    assert read.text[:200].encode() not in pickle.dumps(found)


def test_a_process_that_is_ended_is_begun_again_and_what_fails_is_told_once(
    many: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("wederhoor.web.comparing.LONGEST", PATIENCE)  # a machine may be busy
    comparing = Comparing(many.place)
    comparing.begin(0)
    comparing.stop()
    assert comparing.known(0) is None
    comparing.wait(1)
    assert comparing.known(1)
    lost = Comparing(f"{many.place}.none")
    with pytest.raises(Exception, match="none"):
        lost.wait(0)
    with pytest.raises(Exception, match="none"):
        lost.known(0)
    assert lost.known(0) is None


def test_no_more_wait_than_leave_room_for_the_others(many: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("wederhoor.web.comparing.LONGEST", 0.0)
    comparing = Comparing(many.place)
    with pytest.raises(ComparingError):
        comparing.wait(0)
    comparing.stop()


def test_who_is_who_in_many_documents_is_found_in_a_process_of_its_own(
    many: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(matching, "join_documents", None)  # of this process
    with client(many) as web:  # its thread begins
        end = time.monotonic() + PATIENCE
        while not web.get("/actors.json").json()["rows"] and time.monotonic() < end:
            time.sleep(0.1)
        assert web.get("/actors.json").json()["rows"]


@browses
def test_a_page_that_waits_goes_on_by_itself(many: Store, browser: Browser) -> None:
    with serving(many) as address:
        page = browser.new_page(locale="nl-NL", viewport={"width": 390, "height": 800})
        page.set_default_timeout(PATIENCE * 1000)
        errors: list[str] = []
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.route("**/compared", lambda route: route.fulfill(status=204))  # as long as it is looked at
        page.goto(f"{address}/issues")
        expect(page.get_by_role("heading", name="De teksten worden vergeleken")).to_be_visible()
        assert barriers(page, "/issues that waits") == []
        page.unroute("**/compared")
        expect(page.get_by_role("heading", name="Geschilpunten")).to_be_visible(timeout=PATIENCE * 1000)
        assert barriers(page, "/issues") == []
        assert errors == []
        page.close()
