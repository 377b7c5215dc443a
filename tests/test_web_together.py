"""Working together: invitations with a role, notes on corrections, and how far two people agree."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Browser, expect
from serving import served
from web_case import PATIENCE, barriers, browses, client, fill

from wederhoor.evaluation.kappa import cohen_kappa
from wederhoor.store import Store, open_store
from wederhoor.store.members import invite, turn_out
from wederhoor.web.app import create_app
from wederhoor.web.settings import Settings

OWNER = "owner-token-0123456789"
JUDGE = "/documents/3/attributions/{}/judge"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with fill(tmp_path / "zaak.db") as opened:
        yield opened


def owned(store: Store) -> TestClient:
    """The pages, to which somebody has to show a token."""
    web = client(store, people={"anna": OWNER})
    web.headers["accept"] = "application/json"
    return web


def by(token: str) -> dict[str, str]:
    return {"authorization": f"Bearer {token}"}


def invited(web: TestClient, name: str, role: str) -> str:
    """The token of somebody who is invited."""
    answer = web.post("/people", data={"csrf": "right", "name": name, "role": role}, headers=by(OWNER))
    assert answer.status_code == 200, answer.text
    made = answer.json()
    assert (made["name"], made["role"]) == (name, role)
    return str(made["address"]).partition("token=")[2]


def judge(web: TestClient, item: str, verdict: str, token: str) -> int:
    data = {"csrf": "right", "verdict": verdict}
    return web.post(JUDGE.format(item), data=data, headers=by(token), follow_redirects=False).status_code


# Invitations


@pytest.mark.parametrize(
    ("role", "may"),
    [("read", {"look"}), ("correct", {"look", "judge", "add"}), ("own", {"look", "judge", "add", "invite", "remove"})],
)
def test_each_role_may_do_its_own(store: Store, role: str, may: set[str]) -> None:
    web = owned(store)
    token = invited(web, "piet", role)
    form, own = {"csrf": "right"}, by(token)
    done = {
        "look": web.get("/case.json", headers=own).status_code,
        "judge": judge(web, "A2", "same", token),
        "add": web.post(
            "/texts", data={**form, "text": "De brug is dicht."}, headers=own, follow_redirects=False
        ).status_code,
        "invite": web.post("/people", data={**form, "name": "els", "role": "read"}, headers=own).status_code,
        "remove": web.post(
            "/documents/1/remove", data={**form, "sure": "yes"}, headers=own, follow_redirects=False
        ).status_code,
    }
    assert {name for name, status in done.items() if status < 400} == may
    assert {status for status in done.values() if status >= 400} <= {403}


def test_a_correction_is_signed_by_who_was_invited(store: Store) -> None:
    web = owned(store)
    token = invited(web, "piet", "correct")
    assert judge(web, "A2", "same", token) in {200, 303}
    [entry] = web.get("/corrections.json", headers=by(OWNER)).json()["rows"]
    assert entry["who"] == "piet"
    rows = {row["name"]: row for row in web.get("/people.json", headers=by(OWNER)).json()["rows"]}
    assert (rows["piet"]["role"], rows["piet"]["invited_by"], rows["piet"]["corrections"]) == ("correct", "anna", 1)
    assert rows["anna"]["role"] == "own"


def test_what_one_said_of_a_conflict_another_is_shown_with_his_name_and_may_judge_it_himself(store: Store) -> None:
    web = owned(store)
    token = invited(web, "piet", "correct")
    place = re.findall(r'action="(/documents/\d+/conflicts/\w+/judge)"', page_of(web, OWNER))[0]
    for who, other in ((OWNER, token), (token, OWNER)):
        sent = {"csrf": "right", "verdict": "same"}
        assert web.post(place, data=sent, headers=by(who), follow_redirects=False).status_code in {200, 303}
        assert "/undo" in page_of(web, who)
        assert place not in page_of(web, who)
        assert place in page_of(web, other)
        assert "/undo" not in page_of(web, other)
        assert f"<bdi>{'anna' if who == OWNER else 'piet'}</bdi>" in page_of(web, other)
    agreement = web.get("/agreement.json", headers=by(OWNER)).json()
    assert [row["items"] for row in agreement["rows"] if row["layer"] == "conflicts"] == [1]


def page_of(web: TestClient, token: str) -> str:
    return web.get("/conflicts", headers={**by(token), "accept": "text/html"}).text


def test_an_invitation_opens_the_door_by_its_address_and_by_its_cookie(store: Store) -> None:
    web = owned(store)
    token = invited(web, "piet", "read")
    guest = client(store, people={"anna": OWNER})
    assert guest.get("/case.json").status_code == 401
    assert guest.get(f"/case?token={token}", follow_redirects=False).status_code == 303
    assert guest.get("/case.json").status_code == 200


def test_who_is_invited_again_has_another_token_and_role_and_who_is_turned_out_none(store: Store) -> None:
    web = owned(store)
    first = invited(web, "piet", "correct")
    second = invited(web, "piet", "read")
    assert web.get("/case.json", headers=by(first)).status_code == 401
    assert judge(web, "A2", "same", second) == 403
    gone = web.post("/people/remove", data={"csrf": "right", "name": "piet"}, headers=by(OWNER), follow_redirects=False)
    assert gone.status_code == 303
    assert web.get("/case.json", headers=by(second)).status_code == 401
    again = web.post("/people/remove", data={"csrf": "right", "name": "piet"}, headers=by(OWNER))
    assert (again.status_code, again.json()["error"]["code"]) == (404, "W808")


def test_another_server_of_the_same_case_knows_who_was_invited_and_turned_out(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("wederhoor.web.invited.AGE", 0.0)
    web, other = owned(store), owned(store)
    token = invited(web, "piet", "read")
    assert other.get("/case.json", headers=by(token)).status_code == 200
    with store.writing() as db:
        assert turn_out(db, "piet")
    assert other.get("/case.json", headers=by(token)).status_code == 401


def test_the_case_keeps_neither_the_token_nor_what_stands_for_it_in_a_cookie(store: Store, tmp_path: Path) -> None:
    token = invited(owned(store), "piet", "correct")
    from wederhoor.store.members import token_digest

    kept = b"".join(path.read_bytes() for path in tmp_path.glob("zaak.db*"))
    assert b"piet" in kept
    assert token.encode() not in kept
    assert token_digest(token).encode() not in kept


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"name": "anna", "role": "read"}, "W809"),
        ({"name": "  ", "role": "read"}, "W809"),
        ({"name": "els", "role": "chief"}, "W908"),
        ({"name": "x" * 101, "role": "read"}, "W908"),
    ],
)
def test_an_invitation_that_cannot_be_is_refused(store: Store, fields: dict[str, str], code: str) -> None:
    answer = owned(store).post("/people", data={"csrf": "right", **fields}, headers=by(OWNER))
    assert answer.json()["error"]["code"] == code


def test_a_server_without_tokens_invites_nobody(store: Store) -> None:
    web = client(store)
    web.headers["accept"] = "application/json"
    answer = web.post("/people", data={"csrf": "right", "name": "els", "role": "read"})
    assert (answer.status_code, answer.json()["error"]["code"]) == (409, "W809")
    assert web.get("/people.json").json()["open"] is True


def test_invitations_outlive_the_server(tmp_path: Path) -> None:
    with fill(tmp_path / "zaak.db") as store, store.writing() as db:
        invite(db, "piet", "read", "token-of-piet-0123456789", "anna")
    with open_store(tmp_path / "zaak.db") as store:
        assert owned(store).get("/case.json", headers=by("token-of-piet-0123456789")).status_code == 200


# Notes and the log


def test_a_note_stands_with_its_correction_and_is_taken_back(store: Store) -> None:
    web = client(store, who="anna")
    assert judge(web, "A2", "different", "") in {200, 303}
    sent = {"csrf": "right", "text": "Zie <b>alinea</b> twee."}
    assert web.post("/corrections/1/note", data=sent, follow_redirects=False).status_code == 303
    page = web.get("/corrections").text
    assert "Zie &lt;b&gt;alinea&lt;/b&gt; twee." in page
    assert page.index('id="entry-1"') < page.index('class="remark"')
    web.post("/corrections/2/undo", data={"csrf": "right"})
    assert 'class="remark"' not in web.get("/corrections").text


@pytest.mark.parametrize(("entry", "text", "status"), [(1, " ", 409), (9, "x", 404), (2, "x", 404), (1, "", 422)])
def test_a_note_on_nothing_or_without_words_is_refused(store: Store, entry: int, text: str, status: int) -> None:
    web = client(store)
    judge(web, "A2", "same", "")
    web.post("/corrections/1/note", data={"csrf": "right", "text": "Een aantekening."})
    web.headers["accept"] = "application/json"
    answer = web.post(f"/corrections/{entry}/note", data={"csrf": "right", "text": text})
    assert answer.status_code == status


def test_the_log_is_shown_of_one_person(store: Store) -> None:
    web = owned(store)
    token = invited(web, "piet", "correct")
    judge(web, "A2", "same", token)
    judge(web, "A3", "same", OWNER)
    for who in ("anna", "piet"):
        rows = web.get(f"/corrections.json?who={who}", headers=by(OWNER)).json()["rows"]
        assert [row["who"] for row in rows] == [who]


# Agreement


def test_kappa_is_what_its_author_counts() -> None:
    """Of 50 grants two readers say yes or no: 20 both yes, 5 and 10 each alone, 15 both no; worked out by hand."""
    pairs = [("yes", "yes")] * 20 + [("yes", "no")] * 5 + [("no", "yes")] * 10 + [("no", "no")] * 15
    found = cohen_kappa(pairs)
    assert (found.items, found.observed, found.expected) == (50, 0.7, 0.5)
    assert found.kappa == pytest.approx(0.4)


@given(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("abc"))))
def test_kappa_is_one_for_the_same_words_at_most_and_does_not_ask_who_is_first(pairs: list[tuple[str, str]]) -> None:
    found, turned = cohen_kappa(pairs), cohen_kappa([(b, a) for a, b in pairs])
    assert found == turned
    same = cohen_kappa([(a, a) for a, _ in pairs])
    assert same.kappa in {None, 1.0}
    if found.kappa is not None:
        assert -1 <= found.kappa <= 1


def test_agreement_counts_what_two_people_last_said_of_the_same(store: Store) -> None:
    web = owned(store)
    token = invited(web, "piet", "correct")
    for item, first, second in (("A1", "same", "same"), ("A2", "same", "different"), ("A4", "same", "same")):
        judge(web, item, first, OWNER)
        judge(web, item, second, token)
    judge(web, "A3", "same", OWNER)  # by one only
    told = web.get("/agreement.json?one=anna&other=piet", headers=by(OWNER)).json()
    [of_layer, whole] = told["rows"]
    assert (of_layer["layer"], whole["layer"]) == ("attributions", None)
    assert (whole["items"], whole["same"]) == (3, 2)
    assert whole["observed"] == pytest.approx(2 / 3)
    assert whole["kappa"] == pytest.approx(0.0)
    assert told["table"]["right"] == {"right": 2, "changed": 0, "wrong": 1}
    [differs] = told["differ"]
    assert differs["said"] == {"anna": "right", "piet": "wrong"}
    assert "attributions,3,2," in web.get("/agreement.csv?one=anna&other=piet", headers=by(OWNER)).text


def test_what_was_taken_back_agrees_with_nothing(store: Store) -> None:
    web = owned(store)
    token = invited(web, "piet", "correct")
    judge(web, "A2", "same", OWNER)
    judge(web, "A2", "same", token)
    web.post("/corrections/2/undo", data={"csrf": "right"}, headers=by(OWNER))
    assert web.get("/agreement.json", headers=by(OWNER)).json()["rows"] == []


# At a browser


def _serve(store: Store) -> Any:
    return served(create_app(store, Settings(people={"anna": OWNER}, run_seconds=PATIENCE)))


@browses
def test_somebody_is_invited_to_read_and_sees_nothing_to_correct(store: Store, browser: Browser) -> None:
    with _serve(store) as address:
        page = browser.new_page(locale="nl-NL")
        page.set_default_timeout(60_000)
        page.goto(f"{address}/people?token={OWNER}")
        page.get_by_label("Naam").fill("piet")
        page.get_by_role("radio", name=re.compile("lezen")).check()
        assert barriers(page, "/people") == []
        page.get_by_role("button", name="Iemand uitnodigen").click()
        link = page.get_by_label("Geef dit adres door").input_value()
        assert link.startswith(f"{address}/?token=")
        assert barriers(page, "/people, invited") == []
        guest = browser.new_context(locale="en-GB", viewport={"width": 390, "height": 800}, color_scheme="dark")
        other = guest.new_page()
        other.goto(link)
        for place in ("/people", "/statements", "/ledger", "/issues", "/corrections"):
            other.goto(address + place)
            assert barriers(other, place) == []
            expect(other.locator('form[method="post"]:visible')).to_have_count(0)
        other.goto(f"{address}/statements")
        expect(other.get_by_role("link", name="Correct", exact=True)).to_have_count(0)
        expect(other.get_by_role("link", name="Cite", exact=True).first).to_be_visible()
        page.get_by_role("button", name="Toegang intrekken").click()
        expect(page.get_by_role("button", name="Toegang intrekken")).to_have_count(0)
        other.goto(f"{address}/statements")
        expect(other.get_by_label("Token")).to_be_visible()
        guest.close()
        page.close()


@browses
def test_agreement_and_notes_are_read_and_written_by_keys(store: Store, browser: Browser) -> None:
    web = owned(store)
    token = invited(web, "piet", "correct")
    for item, second in (("A1", "same"), ("A2", "different")):
        judge(web, item, "same", OWNER)
        judge(web, item, second, token)
    with _serve(store) as address:
        page = browser.new_page(locale="nl-NL")
        page.goto(f"{address}/agreement?one=anna&other=piet&token={OWNER}")
        expect(page.get_by_role("table").first).to_contain_text("50%")
        assert barriers(page, "/agreement") == []
        page.goto(f"{address}/corrections")
        row = page.locator("#entry-4")
        row.get_by_text("Aantekening").focus()
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        page.keyboard.type("Staat in alinea twee.")
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        expect(row.get_by_text("Staat in alinea twee.")).to_be_visible()
        page.emulate_media(color_scheme="dark")
        page.set_viewport_size({"width": 320, "height": 800})
        for place in ("/corrections", "/agreement", "/people"):
            page.goto(address + place)
            assert barriers(page, place) == []
        page.close()
