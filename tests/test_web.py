"""The pages of a case, in a real browser: read, judge, undo, correct, search, press, export; and who is kept out."""

from __future__ import annotations

import csv
import io
import json
import re
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from addresses import ask_everything
from playwright.sync_api import Browser, Page, expect
from schemathesis.specs.openapi.checks import positive_data_acceptance
from timing import HANGS
from web_case import PAGES, TEXT, barriers, browses, client, speaker

from wederhoor.errors import WederhoorError
from wederhoor.store.opening import Store
from wederhoor.web.app import create_app
from wederhoor.web.runs import Runs
from wederhoor.web.settings import Settings


def test_every_page_is_there_in_three_forms_and_two_languages(store: Store) -> None:
    with client(store) as web:
        for address in PAGES[:-1]:
            path, _, query = address.partition("?")
            for lang in ("nl", "en"):
                page = web.get(address, headers={"accept-language": lang})
                assert page.status_code == 200, address
                assert page.text.startswith("<!doctype html>")
                assert f'<html lang="{lang}">' in page.text
                assert "<script>document.title" not in page.text  # a document is hostile input
            assert isinstance(json.loads(web.get(f"{path}.json?{query}").content), dict)
            [header, *_] = csv.reader(io.StringIO(web.get(f"{path}.csv?{query}").text))
            assert header


def test_rows_carry_quote_offsets_and_date(store: Store) -> None:
    with client(store) as web:
        rows = [*csv.DictReader(io.StringIO(web.get("/documents/3.csv").text))]
        for row in rows:
            assert TEXT[int(row["start"]) : int(row["end"])] == row["quote"]
            assert (row["doc"], row["date"]) == ("brug", "2031-05-12")
        assert web.get("/documents/3.json").json()["text"] == TEXT


def test_the_case_answers_only_to_this_machine_and_its_own_pages(store: Store) -> None:
    with client(store) as web:
        assert web.get("/case", headers={"host": "evil.example"}).status_code == 421  # DNS rebinding
        judge = "/documents/3/conflicts/X1/judge"
        right = {"verdict": "different", "csrf": "right"}
        assert web.post(judge, data={"verdict": "different"}).status_code == 403
        assert web.post(judge, data={**right, "csrf": "wrong"}).status_code == 403
        for header in ({"origin": "https://evil.example"}, {"origin": "null"}, {"sec-fetch-site": "cross-site"}):
            assert web.post(judge, data=right, headers=header).status_code == 403
        assert len(web.get("/corrections.json").json()["rows"]) == 0
        done = web.post(judge, data={**right, "back": "//evil.example/"}, follow_redirects=False)
        assert (done.status_code, urlsplit(done.headers["location"]).netloc) == (303, "")


def test_answers_forbid_all_but_the_project_s_own_scripts(store: Store) -> None:
    with client(store) as web:
        for address in ("/case", "/nope", "/case.json", "/documents/999"):
            headers = web.get(address).headers
            policy = headers["content-security-policy"]
            assert "default-src 'none'" in policy
            assert "unsafe" not in policy
            assert headers["x-content-type-options"] == "nosniff"
            assert headers["cache-control"] == "no-store"
        page = web.get("/documents/3").text
        assert re.findall(r"<script(?![^>]*\bsrc=\"/assets/)(?![^>]*application/json)|\sstyle=|\son\w+=", page) == []


@pytest.mark.parametrize(
    "path", ["/assets/../errors.py", "/assets/%2e%2e/errors.py", "/assets/x/web.css", "/documents/..%2f..%2fetc"]
)
def test_no_path_leads_out(store: Store, path: str) -> None:
    with client(store) as web:
        assert web.get(path).status_code in {404, 422}


def test_a_token_is_asked_for_where_others_can_reach_the_port(store: Store) -> None:
    with client(store, host="0.0.0.0", token="secret") as web:
        assert web.get("/case").status_code == 401
        assert web.get("/case", headers={"authorization": "Bearer wrong"}).status_code == 401
        assert web.get("/case", headers={"authorization": "Bearer secret"}).status_code == 200
        first = web.get("/ledger?due=2031-01-01&token=secret", follow_redirects=False)
        assert (first.status_code, first.headers["location"]) == (303, "/ledger?due=2031-01-01")
        assert web.get("/case").status_code == 200  # by the cookie


def test_too_much_is_refused(store: Store) -> None:
    with client(store, body_limit=1000, runs_a_minute=1) as web:
        assert web.post("/corrections/1/undo", content=b"x" * 2000).status_code == 413
        number = speaker(web, "Oda Vlier")
        assert web.get(f"/accounts/{number}/model.json?up=meer%20toezicht").status_code == 200
        refused = web.get(f"/accounts/{number}/model.json?up=meer%20toezicht")
        assert (refused.status_code, refused.json()["error"]["code"]) == (429, "W906")
        assert int(refused.headers["retry-after"]) > 0


def test_a_run_that_takes_too_long_is_ended_and_the_next_one_works() -> None:
    runs = Runs(a_minute=10, seconds=600)
    assert runs.run(abs, -3) == 3  # the process is there
    runs._seconds = 0.3
    with pytest.raises(WederhoorError, match="W911"):
        runs.run(time.sleep, 30)
    runs._seconds = 600
    assert runs.run(abs, -4) == 4
    runs.cancel()


def test_a_run_that_is_cancelled_ends() -> None:
    runs, ended = Runs(a_minute=10, seconds=600), threading.Event()

    def cancel() -> None:
        while not ended.wait(0.1):  # whenever the run begins
            runs.cancel()

    canceller = threading.Thread(target=cancel)
    canceller.start()
    try:
        with pytest.raises(WederhoorError, match="W911"):
            runs.run(time.sleep, 300)
    finally:
        ended.set()
        canceller.join()
    runs.cancel()


def test_serve_says_in_one_line_what_is_wrong(store: Store, tmp_path: Path) -> None:
    start = [sys.executable, "-c", "from wederhoor.cli import run; run()", "serve"]
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        for case, code in ((store.where, "W909"), (str(tmp_path / "none.db"), "W804")):
            done = subprocess.run(
                [*start, case, "--port", port], capture_output=True, text=True, check=False, timeout=HANGS
            )
            assert (done.returncode, done.stdout) == (2, "")
            assert f"wederhoor: {code}: " in done.stderr
            assert "Traceback" not in done.stderr


def test_what_a_person_says_outlives_and_is_taken_back(store: Store) -> None:
    with client(store) as web:
        form = {"csrf": "right"}
        wants = {"accept": "application/json"}
        assert len(web.get("/conflicts.json?document=3").json()["rows"]) == 1
        made = web.post("/documents/3/conflicts/X1/judge", data={**form, "verdict": "different"}, headers=wants).json()
        assert web.get("/conflicts.json?document=3").json()["rows"] == []
        web.post(f"/corrections/{made['id']}/undo", data=form)
        assert len(web.get("/conflicts.json?document=3").json()["rows"]) == 1
        refused = web.post("/documents/3/attributions/A9/set", data={**form, "field": "speaker"}, headers=wants)
        assert (refused.status_code, refused.json()["error"]["code"]) == (404, "W808")


def test_the_least_sure_is_reviewed_first(store: Store) -> None:
    with client(store) as web:
        rows = web.get("/review.json").json()["rows"]
        assert [row["item"] for row in rows[:4]] == ["A4", "X1", "A3", "C1"]
        assert rows[-1]["confidence"] is None
        assert [row["item"] for row in web.get("/review.json?doubt=far").json()["rows"]] == ["A4"]
        kuil = f"/review.json?document=3&speaker={speaker(web, 'Bram Kuil')}"
        assert [row["item"] for row in web.get(kuil).json()["rows"]] == ["A4", "A3", "C2", "F1"]
        table = [*csv.DictReader(io.StringIO(web.get("/review.csv?document=3").text))]
        assert (table[0]["quote"], table[0]["confidence"], table[0]["doubts"]) == (
            "stort de brug dit jaar in",
            "0.3",
            "far; noun",
        )
        page = web.get("/review", headers={"accept-language": "nl"}).text
        assert "de naam staat ver van het voornaamwoord" in page
        assert "30 van de 100" in page
        assert web.get("/review.json?doubt=mood").status_code == 422
        assert web.get("/review.json?after=last").status_code == 404


@pytest.mark.parametrize("examples", [8, pytest.param(60, marks=pytest.mark.slow)])
def test_every_answer_is_as_the_openapi_document_says(store: Store, examples: int) -> None:
    app = create_app(store, Settings(csrf="right", runs_a_minute=3))

    def is_as_told(case: Any, answer: Any) -> None:
        case.validate_response(answer, excluded_checks=[positive_data_acceptance])

    assert len(ask_everything(app, examples, is_as_told)) > 40


@browses
def test_conflicts_are_judged_and_undone_by_one_key(page: Page, server: str) -> None:
    page.goto(f"{server}/conflicts?document=3")
    page.keyboard.press("j")
    expect(page.locator(".conflict")).to_be_focused()
    expect(page.locator(".side")).to_contain_text(["De brug is veilig", "De brug is niet veilig"])
    page.keyboard.press("n")
    expect(page.locator(".conflict.is-reject")).to_be_focused()
    expect(page.locator("#said")).to_have_text("No, they do not collide.")
    page.keyboard.press("u")
    expect(page.locator(".conflict:not(.is-reject)")).to_be_focused()
    page.keyboard.press("y")
    expect(page.locator(".conflict.is-confirm")).to_be_visible()
    page.reload()
    expect(page.locator(".conflict.is-confirm")).to_be_visible()


@browses
def test_keys_rest_in_fields_and_can_be_moved(page: Page, server: str) -> None:
    page.goto(f"{server}/conflicts?document=3")
    page.keyboard.press("/")
    page.keyboard.type("ynu")
    expect(page.locator("#find")).to_have_value("ynu")
    page.locator("h1").click()
    page.keyboard.press("?")
    page.fill(".remap[data-key=y]", "g")
    page.keyboard.press("Tab")
    page.click("#close-keys")
    page.keyboard.press("j")
    page.keyboard.press("y")
    expect(page.locator("[data-press=y] kbd")).to_have_text("g")
    page.keyboard.press("g")
    expect(page.locator(".conflict.is-confirm")).to_be_visible()


@browses
def test_the_queue_is_worked_off_by_keys(page: Page, server: str) -> None:
    page.goto(f"{server}/review?document=3")
    first = page.locator(".row").first
    expect(first).to_contain_text("stort de brug dit jaar in")
    page.keyboard.press("j")
    expect(first).to_be_focused()
    page.keyboard.press("y")
    expect(first.locator(".verdict-word")).to_contain_text("right")
    second = page.locator(".row").nth(1)
    expect(second).to_be_focused()  # in place: the page was not loaded again
    expect(second).to_contain_text("De brug is veilig")
    expect(second).to_contain_text("De brug is niet veilig")
    page.keyboard.press("n")
    expect(second.locator(".verdict-word")).to_contain_text("rejected")
    expect(page.locator(".row").nth(2)).to_be_focused()
    page.keyboard.press("u")
    expect(second.locator(".verdict-word")).to_have_count(0)
    expect(second).to_be_focused()
    expect(second.locator(".doubt")).to_contain_text("Conflict · about 70 of 100 such findings are right")
    page.reload()
    expect(first).to_contain_text("De brug is niet veilig")


@browses
def test_a_statement_is_corrected_where_it_stands(page: Page, server: str) -> None:
    page.goto(f"{server}/documents/3")
    page.locator("mark", has_text="De brug is veilig").click()
    page.locator("#details-body .correcting a").click()
    field = page.locator("#dialog input[name='set.speaker']")
    expect(field).to_have_value("Oda Vlier")
    field.fill("Bram Kuil")
    field.press("Enter")
    expect(page.locator(".notice")).to_be_visible()
    expect(page.locator("#details-body .is-speaker dd")).to_have_text("Bram Kuil")
    page.keyboard.press("u")
    expect(page.locator(".notice")).to_have_count(0)
    page.locator("mark", has_text="De brug is veilig").click()
    expect(page.locator("#details-body .is-speaker dd")).to_have_text("Oda Vlier")


@browses
def test_a_statement_is_rejected_by_key(page: Page, server: str) -> None:
    page.goto(f"{server}/documents/3")
    before = page.locator("li.statement").count()
    page.keyboard.press("j")
    page.keyboard.press("n")
    expect(page.locator("li.statement")).to_have_count(before - 1)
    page.keyboard.press("u")
    expect(page.locator("li.statement")).to_have_count(before)


@browses
def test_selected_words_become_a_statement(page: Page, server: str) -> None:
    page.goto(f"{server}/documents/3")
    page.evaluate(
        """() => {
          const walk = document.createTreeWalker(document.querySelector("#text"), NodeFilter.SHOW_TEXT);
          let node;
          while ((node = walk.nextNode())) {
            const at = node.data.indexOf("Schipper Bram");
            if (at >= 0) return getSelection().setBaseAndExtent(node, at, node, at + 13);
          }
        }"""
    )
    page.click("#add")
    expect(page.locator("#dialog blockquote")).to_have_text("Schipper Bram")
    page.fill("#dialog input[name=speaker]", "Nieuwe Stem")
    page.keyboard.press("Enter")
    expect(page.locator("#legend")).to_contain_text("Nieuwe Stem")


@browses
def test_a_press_shows_its_results_at_once_and_accounts_compare(page: Page, server: str) -> None:
    page.goto(f"{server}/accounts")
    page.get_by_role("link", name="Model: Oda Vlier").click()
    expect(page.locator(".graph canvas").first).to_be_visible()
    page.locator(".push :checked").first.press("ArrowRight")
    expect(page.locator("#results tbody tr")).to_have_count(2)
    expect(page.locator("#results")).to_contain_text("rust")
    page.wait_for_url("**up=*")
    page.reload()
    expect(page.locator("#results tbody tr")).to_have_count(2)


@browses
def test_search_finds_and_leads_to_the_words(page: Page, server: str) -> None:
    page.goto(f"{server}/case")
    page.keyboard.press("/")
    page.keyboard.type("brug veilig")
    page.keyboard.press("Enter")
    expect(page.locator(".hit").first).to_be_visible()
    page.locator(".hit-row", has_text="De brug is veilig").locator(".source-line a").click()
    expect(page.locator("mark.current")).to_have_text("De brug is veilig")


@browses
def test_the_brush_filters_the_timeline(page: Page, server: str) -> None:
    page.goto(f"{server}/timeline")
    box = page.locator("#brush").bounding_box()
    assert box
    page.mouse.move(box["x"] + box["width"] - 2, box["y"] + 20)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] - 1, box["y"] + 20)
    page.mouse.up()
    page.wait_for_url("**from=*")
    assert "until=" in page.url


@browses
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_and_nothing_is_wider_than_a_phone(browser: Browser, server: str, scheme: Any) -> None:
    context = browser.new_context(color_scheme=scheme, viewport={"width": 360, "height": 800}, locale="nl-NL")
    page = context.new_page()
    found: list[Any] = []
    for address in PAGES:
        page.goto(server + address)
        found += barriers(page, address)
    context.close()
    assert found == []


@browses
def test_without_scripts_all_can_be_done_by_forms(browser: Browser, server: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{server}/conflicts?document=3")
    page.click("button[value=same]")
    expect(page.locator(".conflict.is-confirm")).to_be_visible()
    page.goto(f"{server}/documents/3")
    page.locator("li.statement .correcting a").first.click()
    page.locator("input[name='set.speaker']").fill("Iemand Anders")
    page.locator(".chief").click()
    expect(page.locator("#lists")).to_contain_text("Iemand Anders")
    context.close()


@browses
def test_the_next_conflict_has_the_focus_and_each_has_a_name_of_its_own(page: Page, server: str) -> None:
    page.goto(f"{server}/conflicts")
    rows = page.locator(".conflict")
    names = [" ".join(name.split()) for name in page.locator(".conflict h2").all_text_contents()]
    assert len({*names}) == len(names) > 1
    page.keyboard.press("j")
    page.keyboard.press("n")
    expect(rows.nth(0).locator(".verdict-word")).to_be_visible()
    expect(rows.nth(1)).to_be_focused()
    page.keyboard.press("u")
    expect(rows.nth(0)).to_be_focused()
