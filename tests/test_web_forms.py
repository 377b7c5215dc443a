"""A form saves what its reader saw, all at once, and says so where he works; no typing is lost, nobody's work is undone."""

from __future__ import annotations

import gc
import re
import threading
import time
import warnings
from pathlib import Path
from typing import Any

import msgspec
import pytest
import uvicorn
from fastapi.testclient import TestClient
from playwright.sync_api import Browser, Page, expect
from test_judging import moved
from web_case import TEXT, barriers, bridge, browses, client, serving, speaker, study

from wederhoor.records import Document, Study
from wederhoor.store import open_store, put_study, whole_log
from wederhoor.store.corrections import anchor_item, correct
from wederhoor.store.opening import Store
from wederhoor.web.app import create_app
from wederhoor.web.rendering import told
from wederhoor.web.settings import Settings

FORM = {"csrf": "right"}
JSON = {"accept": "application/json"}
DUTCH = {"accept-language": "nl"}
HIDDEN = re.compile(r'<input type="hidden" name="([\w.]+)" value="([^"]*)">')
POSTING = re.compile(r'<form\b(?=[^>]*method="post")[^>]*action="([^"]*)".*?</form>', re.DOTALL)


def read_again(store: Store, before: str = "Vooraf gaat een zin. ") -> None:
    """The text of the third document comes with something in front of it, and its statements have other ids."""
    fresh = moved(study(bridge()), before)
    shifted = {f"A{n}": f"A{n + 1}" for n in range(1, 5)}
    text = msgspec.json.encode(msgspec.to_builtins(fresh)).decode()
    text = re.sub(r'"(A[1-4])"', lambda found: f'"{shifted[found[1]]}"', text)
    again = msgspec.json.decode(text, type=type(fresh))
    first = msgspec.structs.replace(again.reading.attributions[0], id="A1", content=((0, 19),), speaker="Jan Kok")
    reading = msgspec.structs.replace(again.reading, attributions=(first, *again.reading.attributions))
    with store.writing() as db:
        put_study(db, study(reading))


def hidden(page: str, action: str) -> dict[str, str]:
    """What a form of a page sends beside what is typed."""
    form = next(one[0] for one in POSTING.finditer(page) if one[1] == action)
    return dict(HIDDEN.findall(form))


def statements(web: TestClient) -> dict[str, dict[str, Any]]:
    reading = web.get("/documents/3.json").json()
    found = {}
    for one in reading["attributions"]:
        found[" […] ".join(reading["text"][start:end] for start, end in one["content"])] = one
    return found


def log(store: Store) -> list[str]:
    with store.reading() as db:
        return [entry.kind for entry in whole_log(db)]


# ---- what its reader saw


@pytest.mark.parametrize(
    ("path", "given"),
    [
        ("attributions/A2", {"set.speaker": "Jo Mast"}),
        ("causal/C1", {"set.sign": "-"}),
        ("forecasts/F1", {"set.until": "2032-01-01"}),
        ("conflicts/X1", {"verdict": "different"}),
    ],
)
def test_a_form_of_a_text_that_was_read_again_corrects_nothing_and_keeps_what_was_typed(
    store: Store, path: str, given: dict[str, str]
) -> None:
    with client(store) as web:
        action = f"/documents/3/{path}/save"
        sent = hidden(web.get(f"/documents/3/{path}").text, action)
        read_again(store)
        before = web.get("/documents/3.json").json()
        refused = web.post(action, data={**sent, **given}, headers=DUTCH)
        assert refused.status_code == 409
        assert "W917" in web.post(action, data={**sent, **given}, headers=JSON).json()["error"]["code"]
        assert web.get("/documents/3.json").json() == before
        assert log(store) == []
        assert "er is niets opgeslagen" in refused.text
        for value in given.values():
            assert value in refused.text
        # the form as it is now, of the same words, whatever their id is, can be sent
        again = next(one[1] for one in POSTING.finditer(refused.text) if one[1].endswith("/save"))
        web.post(again, data={**hidden(refused.text, again), **given})
        assert len(log(store)) == 1
        if path == "attributions/A2":
            assert again == "/documents/3/attributions/A3/save"
            assert statements(web)["De brug is veilig"]["speaker"] == "Jo Mast"


def test_the_second_of_two_people_sees_what_the_first_changed(store: Store) -> None:
    with client(store) as anna, client(store) as bram:
        action = "/documents/3/attributions/A2/save"
        page = anna.get("/documents/3/attributions/A2").text
        sent = hidden(page, action)
        anna.post(action, data={**sent, "set.speaker": "Jo Mast"})
        refused = bram.post(action, data={**sent, "set.attitude": "hope"}, headers=DUTCH)
        assert refused.status_code == 409
        assert re.search(r'name="set.attitude">.*?value="hope" selected', refused.text)
        assert 'name="set.speaker" list="speakers" value="Jo Mast"' in refused.text  # what the other one made of it
        assert statements(anna)["De brug is veilig"]["attitude"] == "say"
        bram.post(action, data={**hidden(refused.text, action), "set.speaker": "Jo Mast", "set.attitude": "hope"})
        assert statements(anna)["De brug is veilig"]["attitude"] == "hope"
        assert log(store) == ["set", "set"]


def test_who_judges_what_was_judged_meanwhile_is_told(store: Store) -> None:
    with client(store) as web:
        for page, action in (
            ("/review?document=3", "/documents/3/attributions/A4/judge"),
            ("/conflicts?document=3", "/documents/3/conflicts/X1/judge"),
        ):
            before = log(store)
            sent = hidden(web.get(page).text, action)
            web.post(action, data={**sent, "verdict": "different"})
            refused = web.post(action, data={**sent, "verdict": "same"}, headers=JSON)
            assert (refused.status_code, refused.json()["error"]["code"]) == (409, "W917")
            assert log(store) == [*before, "reject"]
            assert web.post(action, data={**sent, "verdict": "same"}, headers=DUTCH).status_code == 409


def test_links_of_the_lists_hold_on_to_words(store: Store, read_by_pipeline: dict[str, Study]) -> None:
    with store.writing() as db:
        put_study(db, read_by_pipeline["kade"])
    links = re.compile(r'href="(/documents/(\d+)\?quote=[^"]*)#([^"]*)"')
    with client(store) as web:
        for page, layer in (
            ("/timeline", "events"),
            ("/ledger", "forecasts"),
            (f"/accounts/{speaker(web, 'Bram Kuil')}", "causal"),
        ):
            found = [one for one in links.findall(web.get(page).text) if f"layer={layer}" in one[0]]
            assert found, page
            for link, number, anchor in found:
                to = web.get(link.replace("&amp;", "&"), follow_redirects=False).headers["location"]
                assert to in {f"/documents/{number}#{anchor}", f"/documents/{number}"}  # the author's have no statement
        before = next(one for one in links.findall(web.get("/ledger").text) if one[1] == "3")
        assert before[2] == "at-A4"
        read_again(store)
        to = web.get(before[0].replace("&amp;", "&"), follow_redirects=False).headers["location"]
        assert to == "/documents/3#at-A5"
        gone = web.get("/documents/3?quote=0123456789abcdef&layer=events", follow_redirects=False)
        assert "lost=quote" in gone.headers["location"]


def test_what_interrupts_a_statement_stands_apart_from_it() -> None:
    shown = told("het zou om een grap gaan", [(3, 8)])
    assert shown == "<strong>het</strong> <span class=gap>zou</span> <strong>om een grap gaan</strong>"
    assert told("ja, nee", [(2, 4)]) == "<strong>ja</strong>, <strong>nee</strong>"


def test_a_statement_is_not_added_on_the_words_of_another_text(store: Store) -> None:
    with client(store) as web:
        start = TEXT.index("Schipper Bram")
        form = web.get(f"/documents/3/add?start={start}&end={start + 13}").text
        sent = hidden(form, "/documents/3/statements")
        read_again(store)
        refused = web.post("/documents/3/statements", data={**sent, "speaker": "Nieuwe Stem"}, headers=DUTCH)
        assert refused.status_code == 409
        assert "Nieuwe Stem" in refused.text
        assert log(store) == []
        seen = sent["seen"]
        assert web.get(f"/documents/3/add?start={start}&end={start + 13}&seen={seen}").status_code == 409


def test_every_form_that_corrects_an_item_says_what_was_seen(store: Store, read_by_pipeline: dict[str, Study]) -> None:
    with store.writing() as db:
        put_study(db, read_by_pipeline["kade"])
    # of several at once each box says it: tests/test_web_correcting.py
    free = re.compile(r"/corrections/\d+/undo|/joins|/runs/cancel|/review/judge")
    with client(store) as web:
        actor = web.get("/documents/4.json").json()["actors"][0]["id"]
        pages = [
            "/review",
            "/conflicts",
            "/documents/3",
            "/accounts/1",
            "/ledger",
            "/timeline",
            f"/documents/4/actors/{actor}",
        ]
        pages += [f"/documents/3/{one}" for one in ("attributions/A1", "causal/C1", "forecasts/F1", "conflicts/X1")]
        found = 0
        for page in [*pages, "/documents/3/add?start=1&end=5"]:
            for form in re.finditer(r'<form\b[^>]*method="post".*?</form>', web.get(page).text, re.DOTALL):
                action = re.search(r'action="([^"]*)"', form[0])
                if action and free.fullmatch(action[1]):
                    continue
                found += 1
                assert 'name="seen"' in form[0], (page, form[0][:200])
        assert found > 10


def test_links_hold_on_to_words(store: Store) -> None:
    with client(store) as web:
        [link] = {*re.findall(r'href="(/documents/3\?quote=\w+#at-A2)"', web.get("/search?q=veilig").text)}
        place, _, _ = link.partition("#")
        assert web.get(place, follow_redirects=False).headers["location"] == "/documents/3#at-A2"
        read_again(store)
        assert web.get(place, follow_redirects=False).headers["location"] == "/documents/3#at-A3"
        gone = web.get("/documents/3?quote=0123456789abcdef", follow_redirects=False).headers["location"]
        assert gone == "/documents/3?lost=quote#main"
        assert "geen uitspraak meer in deze tekst" in web.get(gone, headers=DUTCH).text


# ---- all of it at once, and undone by who did it


def test_one_form_saves_all_fields_in_one_go_and_one_undo_takes_them_back(store: Store) -> None:
    with client(store) as web:
        action = "/documents/3/attributions/A2/save"
        before = statements(web)
        sent = hidden(web.get("/documents/3/attributions/A2").text, action)
        given = {"set.speaker": "Jo Mast", "set.attitude": "hope", "words.content": "brug is veilig"}
        wrong = web.post(action, data={**sent, **given, "words.content": "De brug is groen"}, headers=JSON)
        assert (wrong.status_code, log(store)) == (409, [])  # all of it or nothing
        back = web.post(action, data={**sent, **given, "back": "/documents/3#at-A2"}, headers=DUTCH)
        changed = statements(web)["brug is veilig"]
        assert (changed["speaker"], changed["attitude"]) == ("Jo Mast", "hope")
        undo = next(one[1] for one in POSTING.finditer(back.text) if one[1].startswith("/corrections/1/undo"))
        form = POSTING.search(back.text)
        assert form
        assert re.findall(r'name="also" value="(\d+)"', form[0]) == ["2", "3"]
        assert hidden(back.text, undo)["back"] == "/documents/3#at-A2"
        web.post(undo, data={**FORM, "also": ["2", "3"]})
        assert statements(web) == before
        web.post(action, data=hidden(web.get("/documents/3/attributions/A2").text, action))
        assert len(log(store)) == 6  # what was not changed is no entry


def test_a_verdict_saves_what_was_typed_too(store: Store) -> None:
    with client(store) as web:
        action = "/documents/3/attributions/A2/save"
        sent = hidden(web.get("/documents/3/attributions/A2").text, action)
        web.post(action, data={**sent, "set.speaker": "Jo Mast", "verdict": "same"})
        assert log(store) == ["set", "confirm"]
        assert statements(web)["De brug is veilig"]["speaker"] == "Jo Mast"


def test_an_actor_is_renamed_and_joined_by_one_form(store: Store, read_by_pipeline: dict[str, Study]) -> None:
    with store.writing() as db:
        put_study(db, read_by_pipeline["haven"])
    with client(store) as web:
        one, other = web.get("/documents/4.json").json()["actors"][:2]
        action = f"/documents/4/actors/{one['id']}/save"
        sent = hidden(web.get(f"/documents/4/actors/{one['id']}").text, action)
        web.post(action, data={**sent, "name": "Jo Mast", "into": other["id"]})
        assert log(store) == ["rename", "merge-actors"]
        names = {actor["id"]: actor for actor in web.get("/documents/4.json").json()["actors"]}
        assert one["id"] not in names
        assert "Jo Mast" in names[other["id"]]["aliases"]


def test_undo_is_offered_once_and_only_to_who_did_it(store: Store) -> None:
    with client(store) as anna, client(store) as bram:
        path = "/documents/3/attributions/A2/judge"
        answer = anna.post(path, data={**FORM, "verdict": "same", "back": "/documents/3"}, follow_redirects=False)
        assert answer.headers["location"] == "/documents/3"
        assert 'id="undo"' not in bram.get("/documents/3").text
        cookie = answer.headers["set-cookie"].partition(";")[0].partition("=")
        assert 'id="undo"' in anna.get("/documents/3").text
        assert 'id="undo"' not in anna.get("/documents/3").text  # it was said
        for address in ("/documents/3?made=1", "/case?made=1"):
            assert 'id="undo"' not in anna.get(address).text
        told, _, sign = cookie[2].strip('"').partition(".")
        for forged in (f"{told}.{'0' * len(sign)}", told, "", ".", "WzFd.x", f"{told[:-4]}AAAA.{sign}", "é.é"):
            bram.cookies.set(cookie[0], forged.encode("ascii", "ignore").decode())
            assert 'id="undo"' not in bram.get("/case").text
            bram.cookies.clear()
        assert log(store) == ["confirm"]


def test_colours_stay_with_the_speaker(store: Store) -> None:
    def slots(web: TestClient) -> dict[str, str]:
        page = web.get("/documents/3").text
        chips = r'data-voice="(\d+)" data-slot="(\d+)"><b class="pill">(\d+)</b> <bdi class="name">([^<]+)'
        return {name: (voice, slot, mark) for voice, slot, mark, name in re.findall(chips, page)}  # type: ignore[misc]

    with client(store) as web:
        before = slots(web)
        assert [*before] == ["Oda Vlier", "Bram Kuil"]
        for item in ("A1", "A2"):
            web.post(f"/documents/3/attributions/{item}/set", data={**FORM, "field": "speaker", "value": "Jo Mast"})
        after = slots(web)
        assert after["Bram Kuil"] == before["Bram Kuil"]
        assert after["Jo Mast"] not in before.values()
        web.post("/documents/3/attributions/A1/set", data={**FORM, "field": "speaker", "value": "An Ander"})
        assert slots(web)["Jo Mast"] == after["Jo Mast"]
        web.post("/corrections/1/undo", data=FORM)
        assert slots(web)["Bram Kuil"] == before["Bram Kuil"]


def test_the_log_has_pages_links_and_the_clock_of_the_reader(store: Store) -> None:
    with client(store) as web:
        for _ in range(60):
            made = web.post("/documents/3/attributions/A2/judge", data={**FORM, "verdict": "same"}, headers=JSON).json()
            web.post(f"/corrections/{made['id']}/undo", data=FORM)
        page = web.get("/corrections", headers=DUTCH).text
        assert 'href="/documents/3"' in page
        assert not re.search(r">\d{4}-\d\d-\d\dT", page)
        [more] = re.findall(r'rel="next" href="([^"]+)"', page)
        older = web.get(more, headers=DUTCH).text
        numbers = [int(one) for one in re.findall(r'id="entry-(\d+)"', page + older)]
        assert numbers == [*range(120, 0, -1)]
        assert 'rel="next"' not in older
        assert web.get("/corrections?after=last").status_code == 400
        assert web.get("/corrections?after=99999999999999999").status_code == 200


# ---- in a browser


@browses
def test_the_notice_is_seen_where_one_works_and_undo_leads_back_there(page: Page, server: str) -> None:
    page.set_viewport_size({"width": 900, "height": 320})
    page.goto(f"{server}/documents/3")
    page.locator("mark", has_text="stort de brug").click()
    page.locator("#details-body .correcting a").click()
    page.locator("#dialog input[name='set.speaker']").fill("Oda Vlier")
    page.locator("#dialog select[name='set.attitude']").select_option("hope")
    page.keyboard.press("Tab")
    page.locator("#dialog .chief").click()
    expect(page.locator(".notice")).to_be_in_viewport()
    expect(page.locator("mark.current")).to_have_text("stort de brug dit jaar in")
    expect(page.locator("#details-body .is-speaker dd")).to_have_text("Oda Vlier")
    page.keyboard.press("u")
    expect(page.locator(".notice")).to_have_count(0)
    expect(page.locator("mark.current")).to_have_text("stort de brug dit jaar in")
    expect(page.locator("mark.current")).to_be_in_viewport()
    expect(page.locator("#details-body .is-speaker dd")).to_have_text("Bram Kuil")
    assert page.evaluate("location.search").startswith("?quote=")
    page.reload()
    expect(page.locator("mark.current")).to_have_text("stort de brug dit jaar in")


@browses
def test_a_document_in_which_nothing_was_found_has_no_fault(page: Page, server: str, store: Store) -> None:
    text = "Het regent in Oosterdam.\n"
    sha256 = Document(doc="leeg", text=text).sha256
    empty = msgspec.structs.replace(
        bridge(), doc="leeg", sha256=sha256, text=text, attributions=(), causal=(), forecasts=(), conflicts=()
    )
    with store.writing() as db:
        put_study(db, study(empty))
    page.goto(f"{server}/documents/4")
    expect(page.locator("#text")).to_contain_text("Het regent")
    page.keyboard.press("j")  # the fixture fails where the page says anything


@browses
def test_a_conflict_that_is_rejected_keeps_its_quotations_whole(page: Page, server: str) -> None:
    page.goto(f"{server}/conflicts?document=3")
    page.keyboard.press("j")
    page.keyboard.press("n")
    conflict = page.locator(".conflict.is-reject")
    expect(conflict.locator(".kind.is-reject")).to_contain_text("rejected")
    struck = "(e) => [...e.querySelectorAll('*')].some((one) => getComputedStyle(one).textDecorationLine.includes('through'))"
    assert conflict.evaluate(struck) is False


class Restarted:
    """A server of a case at one port, which can be stopped and started again, as another process would be."""

    def __init__(self, store: Store, port: int) -> None:
        self._store, self._port = store, port

    def start(self) -> None:
        app = create_app(self._store, Settings(port=self._port))
        self._server = uvicorn.Server(uvicorn.Config(app, port=self._port, log_level="error"))
        self._thread = threading.Thread(target=self._server.run)
        self._thread.start()
        while not self._server.started:
            time.sleep(0.01)

    def stop(self) -> None:
        self._server.should_exit = True
        self._server.force_exit = True
        self._thread.join()
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", ResourceWarning)  # of the connections that it broke off, as a crash would
            del self._server, self._thread
            gc.collect()


@browses
def test_a_server_that_is_gone_is_told_and_a_restarted_one_takes_what_was_typed(
    browser: Browser, store: Store, free_port: int
) -> None:
    running = Restarted(store, free_port)
    running.start()
    page = browser.new_context(locale="nl-NL").new_page()
    page.set_default_timeout(10_000)
    address = f"http://127.0.0.1:{free_port}"
    banner = page.locator("#gone")
    # a form in the dialog
    page.goto(f"{address}/documents/3")
    page.locator("mark", has_text="De brug is veilig").click()
    page.locator("#details-body .correcting a").click()
    page.locator("#dialog input[name='set.speaker']").fill("Jo Mast")
    running.stop()
    page.locator("#dialog .chief").click()
    expect(banner).to_contain_text("De server antwoordt niet")
    expect(banner).to_be_in_viewport()
    expect(page.locator("#dialog input[name='set.speaker']")).to_have_value("Jo Mast")
    running.start()  # with another secret
    page.locator("#dialog .chief").click()
    expect(page.locator("#details-body .is-speaker dd")).to_have_text("Jo Mast")
    # a judgment in place
    page.goto(f"{address}/conflicts?document=3")
    running.stop()
    page.keyboard.press("j")
    page.keyboard.press("n")
    expect(banner).to_be_visible()
    expect(page.locator(".conflict button[value=different]")).to_be_visible()
    running.start()
    page.keyboard.press("n")
    expect(page.locator(".conflict.is-reject")).to_be_visible()
    expect(banner).to_be_hidden()
    # the dialog that cannot be fetched
    page.goto(f"{address}/review?document=3")
    running.stop()
    page.locator("a[data-dialog]").first.click()
    expect(banner).to_be_visible()
    expect(page.locator("#dialog")).to_be_hidden()
    running.start()
    banner.get_by_role("button").click()
    expect(banner).to_be_hidden()
    # what is pushed
    page.goto(f"{address}/accounts")
    page.get_by_role("link", name="Model: Bram Kuil").click()
    running.stop()
    page.locator(".push :checked").first.press("ArrowRight")
    expect(banner).to_be_visible()
    expect(page.locator("#cancel")).to_be_hidden()
    page.context.close()


@browses
@pytest.mark.parametrize("where", ["review", "conflicts"])
def test_what_is_out_of_date_gives_place_to_what_is_there_now(
    page: Page, server: str, store: Store, said_by_page: list[str], where: str
) -> None:
    page.goto(f"{server}/{where}?document=3")
    read_again(store)
    with store.writing() as db:  # and another told who says it
        correct(
            db, "anna", "set", anchor_item(db, "brug", "attributions", "A3"), {"field": "speaker", "value": "Jo Mast"}
        )
    page.locator("[data-row]", has_text="De brug is veilig" if where == "conflicts" else "stort de brug").first.focus()
    page.keyboard.press("n")
    row = page.locator("[data-row]:has([role=alert])")
    expect(row).to_contain_text("nothing was saved")
    expect(row.locator("[role=alert] b")).to_have_text("No" if where == "conflicts" else "Wrong")
    expect(row).to_be_focused()
    expect(page.locator("#gone")).to_be_hidden()
    assert log(store) == ["set"]
    page.keyboard.press("n")  # what it is now can be judged
    expect(page.locator("[data-row] .verdict-word")).to_be_visible()
    assert log(store) == ["set", "reject"]
    assert all("409" in one for one in said_by_page)
    said_by_page.clear()


@browses
def test_what_another_judged_meanwhile_is_told_in_its_place(
    page: Page, server: str, store: Store, said_by_page: list[str]
) -> None:
    page.goto(f"{server}/review?document=3")
    with store.writing() as db:
        correct(db, "anna", "confirm", anchor_item(db, "brug", "attributions", "A4"), {})
    page.locator("[data-row]", has_text="stort de brug").first.focus()
    page.keyboard.press("n")
    row = page.locator("[data-row]:has([role=alert])")
    expect(row).to_contain_text("anna")
    expect(row).to_contain_text("Wrong")
    expect(row.locator("button")).to_have_count(0)
    assert log(store) == ["confirm"]
    said_by_page.clear()


def test_a_part_that_is_refused_is_answered_with_what_is_there_of_the_same_words(store: Store) -> None:
    with client(store) as web:
        head = {
            **DUTCH,
            "hx-request": "true",
            "hx-target": "row-9",
            "hx-current-url": "http://127.0.0.1:8765/review?document=3",
        }
        action = "/documents/3/attributions/A2/judge"
        sent = hidden(web.get("/review?document=3").text, action)
        read_again(store)  # A2 is another statement now
        refused = web.post(action, data={**sent, "verdict": "different"}, headers=head)
        assert (refused.status_code, refused.headers["wederhoor-now"]) == (409, "1")
        assert 'id="row-9"' in refused.text
        assert "Uw keuze was: <b>Klopt niet</b>" in refused.text
        assert "De brug is veilig" in refused.text
        assert 'action="/documents/3/attributions/A3/judge"' in refused.text
        assert log(store) == []


def test_an_undoing_of_what_was_undone_shows_how_it_is_now(store: Store) -> None:
    with client(store) as web:
        head = {**DUTCH, "hx-request": "true", "hx-current-url": "http://127.0.0.1:8765/conflicts?document=3"}
        action = "/documents/3/conflicts/X1/judge"
        sent = hidden(web.get("/conflicts?document=3").text, action)
        part = web.post(action, data={**sent, "verdict": "same"}, headers=head).text
        undo = hidden(part, "/corrections/1/undo")
        web.post("/corrections/1/undo", data=FORM)
        refused = web.post("/corrections/1/undo", data=undo, headers=head)
        assert refused.status_code == 409
        assert f'action="{action}"' in refused.text
        assert log(store) == ["confirm", "undo"]


def test_a_form_of_before_the_server_was_started_again_keeps_what_was_typed(store: Store) -> None:
    own = {**DUTCH, "origin": "http://127.0.0.1:8765"}
    action = "/documents/3/attributions/A2/save"
    with client(store, csrf="of before") as web:
        sent = hidden(web.get("/documents/3/attributions/A2").text, action)
    with client(store) as web:
        given = {"set.speaker": "Jo <Mast>", "set.attitude": "hope"}
        refused = web.post(action, data={**sent, **given}, headers=own)
        assert refused.status_code == 403
        assert log(store) == []
        assert 'name="set.speaker" value="Jo &lt;Mast&gt;"' in refused.text
        again = hidden(refused.text, action)
        assert again["csrf"] == "right"
        web.post(action, data={**again, **given})
        assert log(store) == ["set", "set"]
        # nobody vouches for this one: it gets no form that would be taken
        stranger = web.post(action, data={**sent, **given}, headers=DUTCH)
        assert (stranger.status_code, "right" in stranger.text) == (403, False)


@browses
def test_review_goes_on_at_the_next_one_after_a_correction(page: Page, server: str) -> None:
    page.goto(f"{server}/review?document=3")
    first, second = page.locator(".row").nth(0), page.locator(".row").nth(1)
    name = second.get_attribute("id")
    first.locator("a[data-dialog]").click()
    page.locator("#dialog input[name='set.speaker']").fill("Jo Mast")
    page.locator("#dialog .chief").click()
    expect(page.locator(".notice")).to_be_in_viewport()
    expect(page.locator(".row").first).to_have_attribute("id", name or "")
    expect(page.locator(".row").first).to_be_focused()


@browses
def test_without_scripts_review_goes_on(browser: Browser, server: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{server}/review?document=3")
    before = page.locator(".row").count()
    page.locator(".row button[value=same]").first.click()
    expect(page.locator(".row")).to_have_count(before - 1)
    page.locator("#undo").click()
    expect(page.locator(".row")).to_have_count(before)
    context.close()


@browses
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1440])
def test_axe_finds_nothing_on_what_is_saved_refused_and_judged(
    browser: Browser, store: Store, scheme: Any, width: int
) -> None:
    with serving(store) as server:
        context = browser.new_context(color_scheme=scheme, viewport={"width": width, "height": 800}, locale="nl-NL")
        page = context.new_page()
        found: list[Any] = []
        page.goto(f"{server}/review?document=3")
        page.keyboard.press("j")
        page.keyboard.press("n")
        expect(page.locator(".is-judged")).to_be_visible()
        found += barriers(page, "review")
        page.goto(f"{server}/documents/3/attributions/A2")
        page.locator("input[name='set.speaker']").fill("Jo Mast")
        read_again(store)
        page.locator("button[value=same]").click()
        expect(page.locator(".warning")).to_be_visible()
        found += barriers(page, "refused")
        page.locator(".chief").click()
        expect(page.locator(".notice")).to_be_visible()
        found += barriers(page, "saved")
        page.goto(f"{server}/corrections")
        found += barriers(page, "corrections")
        context.close()
        assert found == []


def test_two_keys_are_no_secret_of_the_pages(tmp_path: Path) -> None:
    settings = Settings()
    with (
        open_store(tmp_path / "case.db", create=True) as store,
        TestClient(create_app(store, settings), base_url="http://127.0.0.1:8765") as web,
    ):
        for page in ("/case", "/corrections", "/alive.json"):
            assert settings.secret.hex() not in web.get(page).text
        assert web.get("/alive.json").json() == {"csrf": settings.csrf}
        for headers in ({"host": "elders.example"}, {"host": "127.0.0.1:8765", "origin": "http://elders.example"}):
            assert "access-control-allow-origin" not in web.get("/alive.json", headers=headers).headers
