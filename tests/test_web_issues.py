"""Issues on the pages: questions with their positions, and what people say of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from playwright.sync_api import Browser, expect
from web_case import barriers, browses, client, own_copy, read_into, serving

from wederhoor.store import Store, open_store

FIRST = """Volgens burgemeester Anna Visser is er een vergunning voor de brug.

Boer Tom Haak zegt dat er nooit een vergunning voor de brug is geweest.
"""
SECOND = """Wethouder Piet Kramer zegt dat de gemeente de molen heeft gesloopt. Boerin Els Prins ontkent dat de gemeente de \
molen heeft gesloopt.
"""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    texts = {"krant.txt": FIRST, "blad.txt": SECOND}
    return read_into(tmp_path_factory.mktemp("issues"), texts, "--date", "2031-05-12")


@pytest.fixture
def bridge_and_mill(made: Path, tmp_path: Path) -> Iterator[Store]:
    with own_copy(made, tmp_path) as opened:
        yield opened


def found(web: TestClient) -> dict[str, dict[str, Any]]:
    """The issues by whoever takes part in them."""
    issues = web.get("/issues.json").json()["issues"]
    return {holding["quote"]["holder"]: issue for issue in issues for p in issue["positions"] for holding in p["held"]}


def form_of(web: TestClient, issue: str) -> dict[str, str]:
    """What the form of an issue sends besides what somebody chooses."""
    page = web.get("/issues").text
    own = page[page.index(f'id="{issue}"') :]
    match = re.search(r'name="seen" value="(\w+)"', own)
    assert match
    return {"csrf": "right", "seen": match[1]}


def correct(web: TestClient, issue: str, **fields: Any) -> int:
    return web.post("/issues/correct", data={**form_of(web, issue), **fields}, follow_redirects=False).status_code


def side(issue: dict[str, Any], holder: str) -> str:
    quote = next(h["quote"] for p in issue["positions"] for h in p["held"] if h["quote"]["holder"] == holder)
    return f"{quote['doc']}\n{quote['holder_id']}"


def test_every_issue_has_its_positions_with_the_words_and_how_their_holder_stands_to_them(
    bridge_and_mill: Store,
) -> None:
    web = client(bridge_and_mill)
    page = web.get("/issues").text
    assert "Els Prins" in page
    assert "contradicts it" in page
    stances = {h["quote"]["holder"]: h["quote"]["stance"] for h in _held(web)}
    assert stances == {
        "Anna Visser": "asserts", "Tom Haak": "asserts", "Piet Kramer": "asserts", "Els Prins": "denies",
    }  # fmt: skip
    table = web.get("/issues.csv").text
    assert table.count("\r\n") == 1 + 4
    assert "heeft gesloopt" in table


def _held(web: TestClient) -> list[dict[str, Any]]:
    return [h for issue in web.get("/issues.json").json()["issues"] for p in issue["positions"] for h in p["held"]]


def test_words_of_an_issue_lead_to_their_statement(bridge_and_mill: Store) -> None:
    web = client(bridge_and_mill)
    links = re.findall(r'href="(/documents/\d+\?quote=\w+)#at-(\w+)"', web.get("/issues").text)
    assert links
    for address, item in links:
        assert f'id="at-{item}' in web.get(address).text


def test_what_an_issue_is_called_is_kept_and_taken_back(bridge_and_mill: Store) -> None:
    web = client(bridge_and_mill)
    issue = found(web)["Tom Haak"]["id"]
    assert correct(web, issue, kind="name-issue", name="De vergunning") == 303
    assert found(web)["Tom Haak"]["name"] == "De vergunning"
    assert "De vergunning" in web.get("/issues").text
    [entry] = re.findall(r"/corrections/(\d+)/undo", web.get("/corrections").text)
    web.post(f"/corrections/{entry}/undo", data={"csrf": "right"})
    assert found(web)["Tom Haak"]["name"] is None


def test_two_issues_are_made_one_and_apart_again(bridge_and_mill: Store) -> None:
    web = client(bridge_and_mill)
    one, other = found(web)["Tom Haak"]["id"], found(web)["Els Prins"]["id"]
    assert one != other
    assert correct(web, one, kind="merge-issues", other=form_of(web, other)["seen"]) == 303
    both = found(web)
    assert both["Tom Haak"]["id"] == both["Els Prins"]["id"]
    chosen = side(both["Els Prins"], "Els Prins")
    assert correct(web, both["Els Prins"]["id"], kind="split-issue", side=chosen) == 303
    apart = found(web)
    assert apart["Tom Haak"]["id"] != apart["Els Prins"]["id"]


def test_a_statement_moves_to_another_position(bridge_and_mill: Store) -> None:
    web = client(bridge_and_mill)
    issue = found(web)["Els Prins"]
    [own] = [p["id"] for p in issue["positions"] for h in p["held"] if h["quote"]["holder"] == "Piet Kramer"]
    assert correct(web, issue["id"], kind="move-position", side=side(issue, "Els Prins"), position=own) == 303
    assert [len(p["held"]) for p in found(web)["Els Prins"]["positions"]] == [2]


def test_who_claims_nothing_takes_no_part(bridge_and_mill: Store) -> None:
    web = client(bridge_and_mill)
    issue = found(web)["Els Prins"]
    assert correct(web, issue["id"], kind="no-claim", side=side(issue, "Els Prins")) == 303
    assert {*found(web)} == {"Anna Visser", "Tom Haak"}


@pytest.mark.parametrize(
    ("fields", "status", "code"),
    [
        ({"kind": "split-issue"}, 409, "W809"),
        ({"kind": "name-issue", "name": "  "}, 409, "W809"),
        ({"kind": "move-position", "position": "q"}, 409, "W809"),
        ({"kind": "no-claim", "side": "krant\nA99"}, 409, "W917"),
        ({"kind": "merge-issues", "other": "nothing"}, 409, "W917"),
        ({"kind": "merge-issues", "other": "itself"}, 409, "W809"),
        ({"kind": "away"}, 422, "W908"),
    ],
)
def test_a_form_that_lacks_something_is_refused_in_a_line_and_changes_nothing(
    bridge_and_mill: Store, fields: dict[str, str], status: int, code: str
) -> None:
    web = client(bridge_and_mill)
    before = found(web)
    sent = {**form_of(web, before["Els Prins"]["id"]), **fields}
    if fields.get("other") == "itself":
        sent["other"] = sent["seen"]
    answer = web.post("/issues/correct", data=sent, headers={"accept": "application/json"}, follow_redirects=False)
    assert (answer.status_code, answer.json()["error"]["code"]) == (status, code)
    assert found(web) == before


def test_a_form_of_an_issue_that_somebody_changed_meanwhile_is_refused(bridge_and_mill: Store) -> None:
    web = client(bridge_and_mill)
    issue = found(web)["Tom Haak"]["id"]
    old = form_of(web, issue)
    assert correct(web, issue, kind="name-issue", name="De vergunning") == 303
    late = web.post("/issues/correct", data={**old, "kind": "name-issue", "name": "De brug"}, follow_redirects=False)
    assert late.status_code == 409
    assert found(web)["Tom Haak"]["name"] == "De vergunning"


def test_a_case_without_documents_says_so(tmp_path: Path) -> None:
    with open_store(tmp_path / "leeg.db", create=True) as store:
        web = client(store)
        assert web.get("/issues").status_code == 200
        assert web.get("/issues.json").json()["issues"] == []


@browses
def test_an_issue_is_named_and_undone_by_somebody_at_a_browser(bridge_and_mill: Store, browser: Browser) -> None:
    with serving(bridge_and_mill) as address:
        page = browser.new_page(locale="nl-NL")
        page.goto(f"{address}/issues")
        expect(page.get_by_role("checkbox").first).to_be_hidden()
        first = page.locator("section.issue").first
        first.get_by_text("Verbeteren").click()
        expect(first.get_by_role("checkbox").first).to_be_visible()
        assert barriers(page, "/issues") == []
        first.get_by_label("Heet").fill("Waar het om draait")
        first.get_by_role("button", name="Noem het zo").click()
        expect(page.get_by_role("heading", name="Waar het om draait")).to_be_visible()
        page.keyboard.press("u")
        expect(page.get_by_role("heading", name="Waar het om draait")).to_have_count(0)
        page.set_viewport_size({"width": 390, "height": 800})
        page.emulate_media(color_scheme="dark")
        assert barriers(page, "/issues") == []
        page.close()
