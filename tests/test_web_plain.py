"""What somebody reads who sees these pages for the first time: on whose word things come, what he can choose, and plain words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from msgspec import structs
from playwright.sync_api import Browser, Page, expect
from test_web_issues import FIRST, SECOND
from test_web_shelf import nowhere
from web_case import barriers, bridge, browses, client, own_copy, read_into, serving, speaker, study

from wederhoor.records import Attribution, Conflict, Reading
from wederhoor.store import Store, put_study
from wederhoor.web.settings import Settings
from wederhoor.web.shelf import Shelf, create_shelf
from wederhoor.web.words import web_words

TOLD = "Bode Nele Vos zegt dat Oda Vlier beweert dat de kade sterk is. Bram Kuil zegt dat de kade niet sterk is."
GATE = """Het waterschap Oosterlanden grijpt alleen in als het peil boven de twee meter stijgt.

Volgens dijkgraaf Marten Buiskool stond het peil boven de twee meter. Boerin Anna Visser ontkent dat het peil boven de twee \
meter stond. Het waterschap sloot de sluis toch.
"""
NL = {"accept-language": "nl"}


def quay() -> Reading:
    """A document in which Vos tells what Vlier says, which Kuil contradicts."""

    def said(id: str, words: str, name: str, **fields: Any) -> Attribution:
        start = TOLD.index(words)
        return Attribution(
            id=id, content=((start, start + len(words)),), speaker=name, cue=(), source=(), form="indirect", **fields
        )

    statements = (
        said("A1", "Oda Vlier beweert dat de kade sterk is", "Nele Vos"),
        said("A2", "de kade sterk is", "Oda Vlier", parent="A1"),
        said("A3", "de kade niet sterk is", "Bram Kuil"),
    )
    conflicts = (Conflict(id="X1", a="A2", b="A3", kind="denial", why="They differ over the quay.", confidence=0.6),)
    return structs.replace(
        bridge(),
        doc="kade",
        title=None,
        text=TOLD,
        attributions=statements,
        conflicts=conflicts,
        causal=(),
        forecasts=(),
    )


@pytest.fixture
def with_quay(store: Store) -> Store:
    with store.writing() as db:
        put_study(db, study(quay()))
    return store


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> Path:
    texts = {"krant.txt": FIRST, "blad.txt": SECOND, "sluis.txt": GATE}
    return read_into(tmp_path_factory.mktemp("plain"), texts, "--date", "2031-05-12")


@pytest.fixture
def case(read: Path, tmp_path: Path) -> Iterator[Store]:
    with own_copy(read, tmp_path) as opened:
        yield opened


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(locale="nl-NL", viewport={"width": 1300, "height": 900})
    yield context.new_page()
    context.close()


# On whose word
@pytest.mark.parametrize(
    "address",
    ["/statements?q=kade", "/search?q=kade", "/conflicts?document=4", "/sides?who={vlier}", "/accounts/{vlier}"],
)
def test_what_one_tells_of_another_says_who_tells_it(with_quay: Store, address: str) -> None:
    with client(with_quay) as web:
        own = web.get(address.format(vlier=speaker(web, "Oda Vlier")), headers=NL).text
        assert "volgens Nele Vos" in unescape(own)
        others = web.get("/search?q=vergunning", headers=NL).text
        assert "volgens Nele Vos" not in others


def test_who_tells_of_his_own_words_is_not_named_twice(store: Store) -> None:
    own = quay()
    told = tuple(structs.replace(one, speaker="Oda Vlier") if one.id == "A1" else one for one in own.attributions)
    with store.writing() as db:
        put_study(db, study(structs.replace(own, attributions=told)))
    with client(store) as web:
        for address in ("/statements?q=kade", "/conflicts?document=4"):
            assert "volgens Oda Vlier" not in web.get(address, headers=NL).text


# Accounts
def test_accounts_are_found_by_name_and_who_was_ticked_stays_so(store: Store) -> None:
    with client(store) as web:
        vlier, kuil = speaker(web, "Oda Vlier"), speaker(web, "Bram Kuil")
        page = web.get(f"/accounts?q=kuil&who={vlier}").text
        assert re.findall(r'<th scope="row"><a href="/accounts/(\d+)">', page) == [str(kuil)]
        assert f'name="who" value="{vlier}" checked' in page
        assert "1 speaker<" in page
        assert "Nothing was found." in web.get("/accounts?q=nergens").text
        assert web.get("/accounts?q=%25").text.count('<th scope="row">') == 0
        assert [row["name"] for row in web.get("/accounts.json?q=kuil").json()["rows"]] == ["Bram Kuil"]


def test_a_model_is_offered_of_those_only_who_say_what_leads_to_what(store: Store) -> None:
    with client(store) as web:
        page = web.get("/accounts").text
        offered = {int(one) for one in re.findall(r'href="/accounts/(\d+)/model"', page)}
        everybody = {row["id"] for row in web.get("/accounts.json?all=1").json()["rows"]}
        claims = {one for one in everybody if web.get(f"/accounts/{one}.json").json()["causal"]}
    assert offered == claims
    assert offered < everybody


def test_an_account_leads_to_its_conflicts_and_each_statement_can_be_corrected_and_cited(store: Store) -> None:
    with client(store) as web:
        vlier = speaker(web, "Oda Vlier")
        page = web.get(f"/accounts/{vlier}").text
        assert '<a href="#conflicts-title">1 conflict</a>' in page
        assert '<h2 id="conflicts-title"' in page
        said = web.get(f"/accounts/{vlier}.json").json()["statements"]
        links = re.findall(r'href="/documents/\d+/attributions/(A\d+)\?quote=\w+" data-dialog>Correct', page)
        assert links == [one["item"] for one in said]
        assert page.count("/citation/") == len(said)


def test_sides_say_where_they_answer_the_same_question(case: Store) -> None:
    with client(case) as web:
        visser, haak, prins = (speaker(web, name) for name in ("Anna Visser", "Tom Haak", "Els Prins"))
        page = web.get(f"/sides?who={visser}&who={haak}", headers=NL).text
        [row] = re.findall(
            r'<tr data-row tabindex="-1"><th scope="row"><a href="(/issues/\w+)">(.*?)</tr>', page, re.DOTALL
        )
        assert web.get(row[0]).status_code == 200
        assert "er nooit een vergunning" in row[1]
        letters = re.findall(r"<div><b>(\w)</b>", row[1])
        assert len(letters) == len({*letters}) == 2
        assert "antwoorden nergens op dezelfde vraag" in web.get(f"/sides?who={haak}&who={prins}", headers=NL).text
        assert "dezelfde vraag" not in web.get(f"/sides?who={haak}", headers=NL).text
        five = "&".join(f"who={one}" for one in (visser, haak, prins, visser, haak))
        assert len(web.get(f"/sides.json?{five}").json()["accounts"]) == 3


# Conflicts
def test_conflicts_are_chosen_by_speaker_document_and_whether_they_wait(with_quay: Store) -> None:
    with client(with_quay) as web:
        vos, kuil = speaker(web, "Nele Vos"), speaker(web, "Bram Kuil")

        def found(query: str) -> list[str]:
            return [row["doc"] for row in web.get(f"/conflicts.json?all=1&{query}").json()["rows"]]

        assert (found(f"speaker={kuil}"), found(f"speaker={vos}")) == (["brug", "kade"], [])
        assert found(f"speaker={kuil}&document=4") == ["kade"]
        assert found(f"waiting=1&speaker={kuil}") == ["brug", "kade"]
        web.post("/documents/4/conflicts/X1/judge", data={"csrf": "right", "verdict": "same"})
        assert found(f"waiting=1&speaker={kuil}") == ["brug"]
        page = web.get(f"/conflicts?speaker={kuil}&document=4").text
        assert '<p role="status">1 conflict</p>' in page
        assert f'<option value="{kuil}" selected>' in page


def test_both_lists_of_conflicts_are_counted_where_they_are_named(case: Store) -> None:
    with client(case) as web:
        within = len(web.get("/conflicts.json?all=1").json()["rows"])
        across = len(web.get("/conflicts/across.json?all=1").json()["rows"])
        for address in ("/conflicts", "/conflicts/across"):
            page = web.get(address).text
            assert f'Conflicts between documents <span class="count">{across}<' in page
            assert f'Conflicts within one document <span class="count">{within}<' in page
        home = web.get("/case").text
        assert f"<b>{within + across}</b> conflict" in home
        assert f'<a href="/conflicts/across">Conflicts between documents ({across})</a>' in home


def test_conflicts_between_documents_are_chosen_by_speaker_and_by_being_open(case: Store) -> None:
    with client(case) as web:
        rows = web.get("/conflicts/across.json?all=1&verdict=open").json()["rows"]
        for row in rows:
            who = speaker(web, row["a_speaker"])
            own = web.get(f"/conflicts/across.json?all=1&speaker={who}").json()["rows"]
            assert row["id"] in [one["id"] for one in own]
            assert all(row["a_speaker"] in {one["a_speaker"], one["b_speaker"]} for one in own)
            web.post(f"/conflicts/across/{row['id']}/judge", data={"csrf": "right", "verdict": "same"})
        assert web.get("/conflicts/across.json?all=1&verdict=open").json()["rows"] == []


# Rules, forecasts, review
def test_rules_stand_below_the_issues_with_what_each_account_makes_of_them(case: Store) -> None:
    with client(case) as web:
        data = web.get("/issues.json").json()
        [rule] = data["rules"]
        assert {finding["breach"] for finding in rule["findings"]} == {True, False}
        page = web.get("/issues", headers=NL).text
        part = page.partition('<h2 id="rules">')[2]
        assert "Handelde, hoewel volgens deze versie niet aan de voorwaarde was voldaan." in part
        assert "grijpt alleen in als het peil" in unescape(re.sub(r"<[^>]+>", "", part))
        for href in re.findall(r'<a href="(/documents/\d+\?quote=\w+)[^"]*"', part):
            assert "lost" not in web.get(href, follow_redirects=False).headers.get("location", "")


def test_a_day_is_in_the_ledger_s_filter_only_where_it_is_applied(store: Store) -> None:
    with client(store) as web:
        page = web.get("/ledger").text
        assert 'name="due" value=""' in page
        count = len(web.get("/ledger.json?all=1").json()["rows"])
        assert f'<p role="status">{count} forecast' in page
        [today] = re.findall(r'href="(/ledger\?due=[\d-]+)"', page)
        day = today.partition("=")[2]
        assert f'name="due" value="{day}"' in web.get(today).text


def test_the_queue_says_how_many_wait(store: Store) -> None:
    with client(store) as web:
        for query in ("", "?document=3", "?doubt=far"):
            rows = web.get(f"/review.json?all=1&{query[1:]}").json()["rows"]
            assert f'data-of="{len(rows)}"' in web.get(f"/review{query}").text
        assert "Nothing waits to be judged." in web.get("/review?doubt=carried").text


@browses
def test_who_judges_sees_how_many_are_left(page: Page, server: str) -> None:
    page.goto(f"{server}/review?document=3")
    waiting = page.locator("#waiting")
    before = int(waiting.inner_text())
    page.keyboard.press("j")
    page.keyboard.press("y")
    expect(waiting).to_have_text(str(before - 1))
    page.keyboard.press("u")
    expect(waiting).to_have_text(str(before))


# What is said aloud, and where the focus is
@browses
def test_a_press_says_its_summary_and_not_its_table(page: Page, server: str, store: Store) -> None:
    with client(store) as web:
        vlier = speaker(web, "Oda Vlier")
    page.goto(f"{server}/accounts/{vlier}/model")
    assert page.locator("#results").get_attribute("aria-live") is None
    page.locator(".push :checked").first.focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator("#said")).to_have_text("▲ meer toezicht → ▲ rust (zeker)")


@browses
def test_the_list_of_keys_opens_with_no_key_to_be_moved(page: Page, server: str) -> None:
    page.goto(f"{server}/case")
    page.keyboard.press("?")
    expect(page.locator("#keys-title")).to_be_focused()
    page.keyboard.press("x")
    assert page.evaluate("localStorage.getItem('wederhoor-keys')") in {None, "{}"}


# Refusals
def test_who_is_in_finds_the_way_on_from_a_page_that_is_not_there(store: Store) -> None:
    with client(store) as web:
        page = web.get("/nergens", headers=NL).text
        for place in ("/issues", "/documents", "/conflicts"):
            assert f'<a href="{place}"' in page
        assert 'action="/search"' in page
    with client(store, people={"anna": "a" * 16}) as web:
        door = web.get("/case")
        assert (door.status_code, '<a href="/issues"' in door.text) == (401, False)


def test_the_shelf_refuses_in_dutch_and_leads_back_to_itself(tmp_path: Path) -> None:
    app = create_shelf(Shelf(tmp_path, nowhere), Settings(csrf="right"))
    with TestClient(app, base_url="http://127.0.0.1:8765", headers=NL) as web:
        form = {"csrf": "right", "name": "De brug"}
        web.post("/make", data=form)
        for name in ("De brug", "../elders"):
            page = unescape(web.post("/make", data={**form, "name": name}).text)
            assert f"Een zaak kan niet “{name}” heten: er is al een zaak met die naam" in page
            assert f'value="{name}"' in page
            assert "<h1>Uw zaken</h1>" in page
        page = unescape(web.post("/put-away", data={**form, "name": "De molen"}).text)
        assert "Er is geen zaak De molen in uw zaken. Laad de pagina opnieuw." in page
        assert '<a href="/">Uw zaken</a>' in page
        assert "/case" not in page


# Texts whose language cannot be told; models for other programs
def test_a_text_in_a_language_that_cannot_be_told_is_asked_about(store: Store) -> None:
    with client(store) as web:
        told = "O prefeito disse que a ponte foi fechada ontem por causa do mau tempo, e que o rio continua a subir."
        web.post("/texts", data={"csrf": "right", "text": told})
        [one] = outcomes(web)
        assert (one["code"], one["again"]) == ("W203", 1)
        page = web.get("/texts", headers=NL).text
        assert 'action="/texts/language"' in page
        assert "--lang" not in page + web.get("/texts").text
        sent = {"csrf": "right", "number": "1", "lang": "nl"}
        assert web.post("/texts/language", data=sent, follow_redirects=False).status_code == 303
        [one] = outcomes(web)
        assert (one["code"], one["doc"] is not None) == (None, True)
        assert web.post("/texts/language", data=sent).status_code == 404
        assert web.post("/texts/language", data={**sent, "lang": "pt"}).status_code == 422


def test_where_a_text_appeared_and_what_it_is_called_are_asked_with_its_day(store: Store) -> None:
    with client(store) as web:
        web.post("/texts", data={"csrf": "right"}, files=[("files", ("scan7.txt", FIRST.encode()))])
        outcomes(web)
        page = web.get("/texts").text
        assert page.count('name="publisher"') == page.count('name="title"') == 1 + page.count('name="number"')
        [row] = [one for one in web.get("/texts.json").json()["undated"] if one["doc"] == "scan7"]
        form = {"csrf": "right", "number": [row["id"]], "date": [""], "publisher": ["De Streek"], "title": ["De brug"]}
        assert web.post("/texts/dates", data=form, follow_redirects=False).status_code == 303
        outcomes(web)
        [row] = [one for one in web.get("/documents.json?all=1").json()["rows"] if one["doc"] == "scan7"]
        assert (row["title"], row["publisher"], row["date"]) == ("De brug", "De Streek", None)
        assert web.post("/texts/dates", data={**form, "title": ["a", "b"]}).status_code == 400


def outcomes(web: TestClient) -> list[dict[str, Any]]:
    from test_web_texts import read as read_texts

    return read_texts(web)


@pytest.mark.parametrize("form", ["csv", "graphml", "kumu", "xmile-drawing", "mermaid", "dot"])
def test_a_model_is_taken_along_for_other_programs(store: Store, form: str) -> None:
    with client(store) as web:
        vlier = speaker(web, "Oda Vlier")
        assert f'href="/accounts/{vlier}/model/file?format=graphml"' in web.get(f"/accounts/{vlier}/model").text
        for address in (f"/accounts/{vlier}/model/file", "/model/file"):
            answer = web.get(address, params={"format": form})
            assert answer.status_code == 200
            assert "attachment" in answer.headers["content-disposition"]
            assert "meer toezicht" in answer.text or address == "/model/file"
        assert web.get("/model/file?format=exe").status_code == 422


# Words
@pytest.mark.parametrize(
    ("code", "jargon"),
    [
        ("nl", ("lezing", "duwen", "strekking", "voorbij op", "jongste", "actor", "op de 100", "hier is niets")),
        ("en", ("turned round by", "in 100 like it", "there is nothing here", "someone unnamed")),
    ],
)
def test_no_word_of_the_pages_is_one_that_only_their_makers_know(code: str, jargon: tuple[str, ...]) -> None:
    words = web_words(code)
    told = [*words.said.items(), *((name, " ".join(pair)) for name, pair in words.counted.items())]
    told += [*words.kinds.items(), *words.layers.items(), *words.doubts.items()]
    assert [(name, one) for name, text in told for one in jargon if re.search(rf"\b{one}", text.lower())] == []


@browses
@pytest.mark.parametrize("way", ["light", "dark", "forced"])
def test_pages_that_others_do_not_look_at_have_no_barriers(browser: Browser, case: Store, way: str) -> None:
    colours: Any = {"forced_colors": "active"} if way == "forced" else {"color_scheme": way}
    with client(case) as web:
        visser, haak = speaker(web, "Anna Visser"), speaker(web, "Tom Haak")
        [key] = {*re.findall(r'href="(/issues/\w{24})"', web.get("/issues").text)[:1]}
    pages = ["/texts", "/help", "/statements", "/people", "/agreement", "/ledger/speakers", "/model", "/actors/1", key]
    pages += ["/issues", "/accounts?q=a", f"/sides?who={visser}&who={haak}", "/nergens", "/conflicts?waiting=1"]
    found: list[Any] = []
    with serving(case) as address:
        context = browser.new_context(viewport={"width": 320, "height": 700}, locale="nl-NL", **colours)
        shown = context.new_page()
        for place in pages:
            answer = shown.goto(address + place)
            assert answer and answer.status == (404 if place == "/nergens" else 200), place
            found += barriers(shown, place)
        context.close()
    assert found == []


@browses
def test_in_forced_colours_the_row_that_keys_are_for_is_the_only_one_marked(browser: Browser, case: Store) -> None:
    border = "all => all.map((one) => getComputedStyle(one).borderInlineStartColor)"
    with serving(case) as address:
        context = browser.new_context(forced_colors="active")
        page = context.new_page()
        page.goto(f"{address}/review")
        rows = page.locator("section[data-row]")
        [ground] = {*rows.evaluate_all(border)}
        assert ground != page.evaluate("getComputedStyle(document.body).color")
        rows.first.focus()
        first, *rest = rows.evaluate_all(border)
        assert first != ground
        assert set(rest) == {ground}
        context.close()


def test_the_log_calls_values_as_the_forms_do(store: Store) -> None:
    with client(store) as web:
        form = {"csrf": "right", "field": "attitude", "value": "deny"}
        web.post("/documents/3/attributions/A2/set", data=form)
        outcome = {"csrf": "right", "outcome": "partly", "source": "de krant"}
        web.post("/documents/3/forecasts/F1/outcome", data=outcome)
        page = unescape(web.get("/corrections", headers=NL).text)
        assert "Soort uitspraak = ontkenning" in page
        assert "deels uitgekomen: de krant" in re.sub(r"<[^>]+>", "", page)
        assert "= ontkenning" in unescape(web.get("/documents/3", headers=NL).text)
        assert {row["value"] for row in web.get("/corrections.json").json()["rows"]} == {"deny", "partly: de krant"}


def test_who_works_now_without_a_token_does_come_in(store: Store) -> None:
    with client(store) as web:
        form = {"csrf": "right", "field": "attitude", "value": "deny"}
        web.post("/documents/3/attributions/A2/set", data=form)
        page = web.get("/people", headers=NL).text
    assert "data-row" in page
    assert "komt er niet meer in" not in page
