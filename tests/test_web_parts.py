"""A long text comes by part: with what is in it, beside what is counted of the whole, and every link finds its part."""

from __future__ import annotations

import html
import random
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from httpx2 import Response
from playwright.sync_api import Browser, Page, expect
from web_case import barriers, browses, client, serving, study

from wederhoor.exchange.parts import SIZE, WHOLE, text_parts
from wederhoor.records import (
    Actor,
    Attribution,
    CausalClaim,
    Condition,
    Conflict,
    Document,
    Event,
    Forecast,
    Place,
    Reading,
    Span,
    Study,
)
from wederhoor.store import Store, match_documents, open_store, put_study
from wederhoor.store.reading import stored_reading

CHAPTERS = 160
FORM = {"csrf": "right"}
JSON = {"accept": "application/json"}
ARTICLE = re.compile(r'<article id="text".*?</article>', re.DOTALL)
HIDDEN = re.compile(r'<input type="hidden" name="([\w.]+)" value="([^"]*)">')


def chapter(n: int) -> str:
    return (
        f"Hoofdstuk {n}. Burgemeester Oda Vlier zegt dat toezicht {n} leidt tot rust {n}. “Brug {n} is veilig,” zegt Vlier.\n\n"
        f"Schipper Kuil{n % 20} ontkent dat. “Brug {n} is niet veilig,” zegt hij in Brughaven. De wacht sloot {n} sluizen, "
        f"als het water {n} steeg. Het werd daarna weer stil op het water, en de schepen lagen nog lang te wachten.\n\n"
    )


def book(name: str = "boek", chapters: int = CHAPTERS) -> Reading:
    """A text of many parts with every layer in each, and one statement that goes on over the end of a part."""
    text, said = "", []
    actors: dict[str, list[Span]] = {"Oda Vlier": []}
    events, causal, conditions, conflicts, places = [], [], [], [], []
    for n in range(1, chapters + 1):
        own, base = chapter(n), len(text)

        def at(words: str, own: str = own, base: int = base) -> Span:
            start = own.index(words)
            return base + start, base + start + len(words)

        first, second, third = f"A{n * 3 - 2}", f"A{n * 3 - 1}", f"A{n * 3}"
        given: dict[str, Any] = {"cue": (), "source": (), "confidence": 0.9}
        said += [
            Attribution(id=first, content=(at(f"toezicht {n} leidt tot rust {n}"),), speaker="Oda Vlier", form="mixed", **given),
            Attribution(id=second, content=(at(f"Brug {n} is veilig"),), speaker="Oda Vlier", form="direct", **given),
            Attribution(id=third, content=(at(f"Brug {n} is niet veilig"),), speaker=f"Kuil{n % 20}", form="direct", **given),
        ]  # fmt: skip
        actors["Oda Vlier"].append(at("Oda Vlier"))
        actors[f"Kuil{n}"] = [at(f"Kuil{n % 20}")]
        span = at(f"De wacht sloot {n} sluizen")
        events.append(Event(id=f"E{n}", code="COERCE", trigger=at("sloot"), span=span))
        causal.append(
            CausalClaim(id=f"C{n}", cause=at(f"toezicht {n}"), effect=at(f"rust {n}"), sign="+", holder=first)
        )
        conditions.append(
            Condition(id=f"R{n}", antecedent=at(f"het water {n} steeg"), consequent=at(f"sloot {n} sluizen"), kind="if")
        )
        conflicts.append(Conflict(id=f"X{n}", a=second, b=third, kind="denial", why="They differ.", confidence=0.7))
        places.append(Place(id=f"P{n}", name="Brughaven", span=at("Brughaven")))
        text += own
    text = text.rstrip()
    edge = text_parts(text)[2][0] if len(text) > WHOLE else 0
    if edge:
        said.append(
            Attribution(
                id="A9000", content=((edge - 60, edge + 40),), speaker="Lang Verhaal", form="direct", cue=(), source=()
            )
        )
    document = Document(doc=name, text=text, title="Het boek", date="2031-05-12")
    return Reading(
        doc=name, lang="nl", title=document.title, date=document.date, text=text, sha256=document.sha256,
        made_by={"wederhoor": "test"},
        attributions=tuple(said),
        actors=tuple(
            Actor(id=f"K{n}", name=who, kind="person", mentions=tuple(found)) for n, (who, found) in enumerate(actors.items())
        ),
        events=tuple(events), causal=tuple(causal), conditions=tuple(conditions), conflicts=tuple(conflicts),
        places=tuple(places),
        forecasts=(Forecast(id="F1", span=events[-1].span, holder="author", until="2031-12-31"),),
    )  # fmt: skip


def kept(reading: Reading) -> Study:
    return study(reading)


@pytest.fixture
def shelf(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "book.db", create=True) as store:
        with store.writing() as db:
            put_study(db, kept(book()))
        yield store


@pytest.fixture
def web(shelf: Store) -> TestClient:
    return client(shelf)


def words(page: str) -> str:
    """What stands in the article of a page, as its reader sees it."""
    return html.unescape(re.sub(r"<[^>]*>", "", ARTICLE.findall(page)[0]))


def parts(web: TestClient) -> list[str]:
    count = len(text_parts(book().text))
    return [web.get(f"/documents/1?part={number}").text for number in range(1, count + 1)]


def anchors(page: str) -> set[str]:
    return set(re.findall(r'id="([^"]+)"', ARTICLE.findall(page)[0]))


def go(web: TestClient, link: str) -> tuple[str, str, str]:
    """Where a link leads without scripts: the address, the anchor in it, and the page."""
    address, _, anchor = html.unescape(link).partition("#")
    answer: Response = web.get(address, follow_redirects=False)
    while answer.status_code == 303:
        address, _, after = answer.headers["location"].partition("#")
        anchor = after or anchor
        answer = web.get(address, follow_redirects=False)
    assert answer.status_code == 200, (link, answer.status_code)
    return address, anchor, answer.text


# What is cut


def test_parts_join_to_the_text_and_end_where_paragraphs_do() -> None:
    text = book().text
    spans = text_parts(text)
    assert "".join(text[start:end] for start, end in spans) == text
    assert all(0 < end - start <= SIZE for start, end in spans)
    assert all(text[:start].endswith("\n\n") for start, _ in spans[1:])
    assert text_parts(text[:WHOLE]) == ((0, WHOLE),)


def test_a_text_of_any_shape_is_cut_into_parts_that_join_to_it() -> None:
    chance = random.Random(4)
    ends = ["\n\n", "\r\n\r\n", "\n", "\r", " ", "x" * 300, "\n \n", "é"]
    for weights in (
        [1] * 8,
        [0, 0, 0, 0, 0, 1, 0, 0],
        [0, 0, 1, 0, 1, 3, 0, 0],
        [1, 0, 0, 0, 0, 0, 0, 0],
        [0, 1, 0, 1, 0, 9, 0, 0],
    ):
        text = "".join(chance.choices(ends, weights, k=30_000))[: WHOLE + 40_000]
        spans = text_parts(text)
        assert "".join(text[start:end] for start, end in spans) == text
        assert all(0 < end - start <= SIZE for start, end in spans)
        assert not any(text[start - 1 : start + 1] == "\r\n" for start, _ in spans[1:])


# What a part shows


def test_a_short_text_is_all_there(store: Store) -> None:
    page = client(store).get("/documents/3").text
    assert 'class="parts"' not in page
    assert "parts.js" not in page
    assert client(store).get("/documents/3/part?part=1").status_code == 404
    assert ARTICLE.findall(client(store).get("/documents/3?part=2").text) == ARTICLE.findall(page)


def test_every_part_has_its_words_and_all_of_them_are_the_text(web: TestClient) -> None:
    pages = parts(web)
    assert "".join(map(words, pages)) == book().text
    assert words(web.get("/documents/1").text) == words(pages[0])
    whole = web.get("/documents/1?part=all").text
    assert words(whole) == book().text
    assert all(len(page) < len(whole) / 4 for page in pages)
    assert (
        web.get("/documents/1?part=999").text.count('class="part" id="part-7"') == 1
    )  # the last, where the text has become shorter


def test_what_is_found_stands_beside_its_own_part_and_is_counted_of_the_whole(web: TestClient) -> None:
    reading = book()
    spans = text_parts(reading.text)
    pages = parts(web)
    for number, (page, (start, end)) in enumerate(zip(pages, spans, strict=True), start=1):
        listed = set(re.findall(r'<li class="statement" data-id="(\w+)"', page))
        assert listed == {a.id for a in reading.attributions if a.content[0][0] < end and a.content[0][1] > start}
        there = anchors(page)
        assert {name for name in there if name.startswith("event-")} == {
            f"event-{e.id}" for e in reading.events if start <= e.trigger[0] < end
        }
        rules = re.findall(r"/conditions/(R\d+)\?", page)
        assert rules == [r.id for r in reading.conditions if start <= r.antecedent[0] < end]
        assert f"Part {number} of {len(spans)}" in page
        total = len(reading.attributions)
        assert f'id="tab-statements" href="#statements">Statements <span class="count">{total}<' in page
        assert re.search(r'data-voice="1"[^>]*>.*?Oda Vlier</bdi> <span class="count">320<', page)
        assert f"{len(listed)} of {total}: those of part {number}" in page
        for own in re.findall(r'<li class="statement" data-id="(\w+)".*?href="([^"]*)"', page, re.DOTALL):
            home, _, anchor = own[1].partition("#")
            assert anchor in (there if not home else anchors(pages[int(home.removeprefix("?part=")) - 1]))
    assert 'id="at-A9000"' in pages[1]
    assert 'id="at-A9000"' not in pages[2]
    assert 'data-ids="A9000"' in pages[2]


def test_an_actor_of_many_parts_is_led_to_in_each(web: TestClient) -> None:
    pages = parts(web)
    entry = re.search(r'<li class="entry" data-keys="K0".*?</li>', pages[3], re.DOTALL)
    assert entry
    assert "160 mentions" in entry[0]
    elsewhere = re.findall(r'href="\?part=(\d+)#(actor-K0-\d+)"', entry[0])
    assert [int(number) for number, _ in elsewhere] == [n for n in range(1, len(pages) + 1) if n != 4]
    assert all(anchor in anchors(pages[int(number) - 1]) for number, anchor in elsewhere)
    own = re.findall(r'href="#(actor-K0-\d+)"', entry[0])
    assert own
    assert set(own) <= anchors(pages[3])


def test_without_scripts_one_goes_from_part_to_part_and_to_the_whole(web: TestClient) -> None:
    address, seen = "/documents/1", ""
    for _ in text_parts(book().text):
        page = web.get(address).text
        seen += words(page)
        on = re.search(r'rel="next" href="(\?part=\d+)#', page)
        address = f"/documents/1{on[1]}" if on else ""
    assert address == ""
    assert seen == book().text
    assert 'rel="prev"' in page
    assert 'href="?part=all"' in page
    assert "/documents/1?part=all" in re.findall(r'<p class="printed-part">.*?</p>', page)[0]
    assert 'href="/documents/1"' in web.get("/documents/1?part=all").text
    assert f"({len(book().attributions)} rows)" in page


# Where links lead


def test_an_address_lands_in_the_part_where_its_item_is(web: TestClient) -> None:
    last, late = len(text_parts(book().text)), CHAPTERS
    for link, anchor in [
        (f"/documents/1?layer=actors&item=K{late}#actor-K{late}-1", f"actor-K{late}-1"),
        (f"/documents/1?item=A{late * 3}#at-A{late * 3}", f"at-A{late * 3}"),
        (f"/documents/1?layer=events&item=E{late}#event-E{late}", f"event-E{late}"),
        (f"/documents/1?part={last}#at-A{late * 3}", f"at-A{late * 3}"),
    ]:
        _, found, page = go(web, link)
        assert found == anchor
        assert anchor in anchors(page)
    assert "Part 1 of" in web.get("/documents/1?item=A999999").text
    assert web.get("/documents/1?part=0").status_code == 422
    assert web.get("/documents/1?at=x").status_code == 422


def test_links_from_everywhere_find_the_part(shelf: Store, web: TestClient) -> None:
    match_documents(shelf)
    [actor] = [row["id"] for row in web.get("/actors.json").json()["rows"] if row["name"] == "Oda Vlier"]
    for page in (
        "/statements?q=%22brug+150%22",
        "/search?q=%22brug+150%22",
        "/search?q=%22brug+150%22&in=text",
        "/conflicts?document=1",
        "/accounts/1",
        "/timeline",
        f"/actors/{actor}",
        f"/actors/{actor}/texts",
        "/ledger",
        "/issues",
    ):
        links = set(re.findall(r'href="(/documents/1\?[^"]*#[^"]*)"', web.get(page).text))
        assert links, page
        for link in sorted(links)[-3:]:
            _, anchor, found = go(web, link)
            assert anchor in anchors(found) or anchor == "main", (page, link)


def test_words_of_the_text_that_were_found_are_marked_in_their_part(web: TestClient) -> None:
    page = web.get("/search?q=%22brug+150%22&in=text").text
    [link, *_] = re.findall(r'href="(/documents/1\?at=[^"]*)"', page)
    _, anchor, found = go(web, link)
    assert anchor == "sought"
    marked = "".join(re.findall(r'<span class="sought"[^>]*>(.*?)</span>', found))
    assert "Brug 150" in html.unescape(re.sub(r"<[^>]*>", "", marked))
    assert words(found) in book().text


def test_the_author_s_own_claim_leads_to_its_part(web: TestClient) -> None:
    link = next(iter(re.findall(r'href="(/documents/1\?quote=[^"]*layer=forecasts[^"]*)"', web.get("/ledger").text)))
    address, _, _ = go(web, link)
    assert address == f"/documents/1?part={len(text_parts(book().text))}"


# What is of the whole text


def test_all_that_one_speaker_says_is_listed_wherever_it_is(web: TestClient) -> None:
    pages = parts(web)
    voice = re.search(
        r'href="\?part=2&amp;voice=(\d+)#of-voice"[^>]*data-voice="\d+"[^>]*><b[^>]*>\d+</b> <bdi class="name">Kuil7<',
        pages[1],
    )
    assert voice
    for address in (f"/documents/1?part=2&voice={voice[1]}", f"/documents/1/part?voice={voice[1]}"):
        page = web.get(address).text
        listed = page[page.index('data-voice="' + voice[1] + '" tabindex="-1"') :]
        listed = listed[: listed.index("</section>")]
        found = re.findall(r'data-id="(A\d+)".*?href="\?part=(\d+)#at-A\d+"', listed, re.DOTALL)
        assert [name for name, _ in found] == [f"A{n * 3}" for n in range(7, CHAPTERS + 1, 20)]
        assert all(f"at-{name}" in anchors(pages[int(part) - 1]) for name, part in found)
    assert web.get("/documents/1/part?voice=9999").status_code == 404


def test_a_part_comes_alone_by_its_number_or_by_what_is_in_it(web: TestClient) -> None:
    pages = parts(web)
    alone = web.get("/documents/1/part?part=3").text
    assert "<article" not in alone
    assert "<script" not in alone
    own = re.search(r'<div class="part" id="part-3".*?</div>', alone, re.DOTALL)
    assert own
    assert own[0] in pages[2]
    for anchor in (f"at-A{CHAPTERS * 3}", f"event-E{CHAPTERS}", f"actor-K0-{CHAPTERS}", f"place-P{CHAPTERS}"):
        found = web.get(f"/documents/1/part?anchor={anchor}").text
        assert f'id="{anchor}"' in found
        assert f'data-part="{len(pages)}"' in found
    assert web.get("/documents/1/part?anchor=at-A0").status_code == 404
    assert web.get("/documents/9/part").status_code == 404


def test_a_text_is_read_once_for_all_of_its_parts(web: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def counted(db: Any, doc: str) -> Reading:
        asked.append(doc)
        return stored_reading(db, doc)

    monkeypatch.setattr("wederhoor.web.long_texts.stored_reading", counted)
    parts(web)
    web.get("/documents/1?part=2", headers={"accept-language": "nl"})
    web.get("/documents/1/attributions/A300")
    assert asked == ["boek"]
    web.post("/documents/1/attributions/A300/judge", data={**FORM, "verdict": "same"}, headers=JSON)
    parts(web)
    assert asked == ["boek", "boek"]


# Corrections


def opened(web: TestClient, item: str) -> dict[str, str]:
    return {
        name: html.unescape(value) for name, value in HIDDEN.findall(web.get(f"/documents/1/attributions/{item}").text)
    }


def test_what_is_corrected_in_a_late_part_is_there_again(web: TestClient) -> None:
    sent = {**opened(web, "A450"), "csrf": "right", "set.speaker": "Wim Waal"}
    answer = web.post("/documents/1/attributions/A450/save", data=sent, follow_redirects=False)
    assert answer.status_code == 303
    address, anchor, page = go(web, answer.headers["location"])
    assert address.startswith("/documents/1?part=")
    assert anchor == "at-A450"
    assert anchor in anchors(page)
    assert 'id="undo"' in page
    assert "Wim Waal" in page
    assert re.search(
        r"Wim Waal</bdi> <span class=\"count\">1<", web.get("/documents/1").text
    )  # in the legend of every part
    back = dict(HIDDEN.findall(page[page.index('id="undo"') - 600 : page.index('id="undo"')]))["back"]
    entry = re.search(r"/corrections/(\d+)/undo", page)
    assert entry
    undone = web.post(
        f"/corrections/{entry[1]}/undo", data={**FORM, "back": html.unescape(back)}, follow_redirects=False
    )
    assert undone.headers["location"] == f"{address}#{anchor}"
    assert "Wim Waal" not in ARTICLE.sub("", go(web, undone.headers["location"])[2]).split('class="log"')[0]


def test_a_form_of_a_late_part_that_is_stale_or_foreign_loses_nothing(web: TestClient) -> None:
    sent = {**opened(web, "A450"), "csrf": "right", "set.speaker": "Wim Waal"}
    web.post("/documents/1/attributions/A450/judge", data={**FORM, "verdict": "same"}, headers=JSON)
    stale = web.post("/documents/1/attributions/A450/save", data=sent, follow_redirects=False)
    assert stale.status_code == 409
    assert "Wim Waal" in stale.text
    browser = {"origin": "http://127.0.0.1:8765", "sec-fetch-site": "same-origin"}
    foreign = web.post(
        "/documents/1/attributions/A450/save", data={**sent, "csrf": "old"}, headers=browser, follow_redirects=False
    )
    assert foreign.status_code == 403
    assert "Wim Waal" in foreign.text


def test_a_statement_that_is_added_to_a_late_part_comes_back_there(web: TestClient) -> None:
    text = book().text
    start = text.index("sloot 150 sluizen")
    form = dict(HIDDEN.findall(web.get(f"/documents/1/add?start={start}&end={start + 17}").text))
    part = next(n for n, (a, b) in enumerate(text_parts(text), start=1) if a <= start < b)
    assert form["back"] == f"/documents/1?part={part}"
    added = web.post(
        "/documents/1/statements", data={**form, "csrf": "right", "speaker": "Jo Dam"}, follow_redirects=False
    )
    assert "Jo Dam" in go(web, added.headers["location"])[2]


# In a browser


def watched(browser: Browser, **options: Any) -> tuple[Page, list[str]]:
    page = browser.new_page(locale="en-GB", **options)
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda told: wrong.append(told.text) if told.type == "error" else None)
    return page, wrong


@browses
@pytest.mark.browser
def test_parts_come_when_their_reader_does(shelf: Store, browser: Browser) -> None:
    total = len(book().attributions)
    count = len(text_parts(book().text))
    with serving(shelf) as address:
        page, wrong = watched(browser, viewport={"width": 1280, "height": 800})
        told: list[str] = []
        page.expose_function("heard", lambda said: told.append(said))  # noqa: PLW0108  # Playwright writes on it
        page.goto(f"{address}/documents/1")
        page.evaluate(
            "new MutationObserver(() => heard(document.querySelector('#said').textContent))"
            ".observe(document.querySelector('#said'), { childList: true })"
        )
        expect(page.locator(".part:not(.waits)")).to_have_count(1)
        assert page.locator(".part").count() == count
        page.locator("#part-2").scroll_into_view_if_needed()
        page.mouse.wheel(0, 600)
        expect(page.locator("#part-2")).to_contain_text("Hoofdstuk")
        expect(page.locator("#said")).to_have_text(f"Part 2 of {count} is there now.")
        assert told.count(f"Part 2 of {count} is there now.") == 1
        # the last statement, by a key, in a part that nobody scrolled to; and on to the first
        page.goto(f"{address}/documents/1")
        page.keyboard.press("k")
        expect(page.locator("#details-place")).to_have_text(f"{total} / {total}")
        expect(page.locator("mark.current").first).to_be_in_viewport()
        expect(page.locator("#part-told")).to_have_text(f"Part {count} of {count}")
        page.keyboard.press("j")
        expect(page.locator("#details-place")).to_have_text(f"1 / {total}")
        # over the end of a part
        page.goto(f"{address}/documents/1?part=3#part-3")
        last = page.locator("#parts a").nth(2)
        number = int(last.get_attribute("data-first") or 0) + int(last.get_attribute("data-count") or 0) - 1
        page.locator(f'li.statement[data-number="{number}"] > a').click()
        page.keyboard.press("j")
        expect(page.locator("#details-place")).to_have_text(f"{number + 1} / {total}")
        expect(page.locator("#part-4 mark.current").first).to_be_in_viewport()
        assert wrong == []
        page.close()


@browses
@pytest.mark.browser
def test_an_anchor_of_a_part_that_is_not_there_is_found(shelf: Store, browser: Browser) -> None:
    with serving(shelf) as address:
        page, wrong = watched(browser, viewport={"width": 390, "height": 800})
        for anchor in ("at-A450", "event-E150", "actor-K0-150"):
            page.goto(f"{address}/documents/1#{anchor}")
            expect(page.locator(f"#{anchor}")).to_be_in_viewport()
            expect(page.locator("#details-body")).not_to_be_empty()
            assert page.evaluate(f"document.getElementById('{anchor}').closest('.part').matches(':not(.waits)')")
            page.goto("about:blank")
        page.goto(f"{address}/documents/1#nowhere")
        expect(page.locator(".part")).not_to_have_count(1)
        assert [one for one in wrong if "404" not in one] == []
        page.close()


@browses
@pytest.mark.browser
def test_a_speaker_is_chosen_in_the_whole_text_and_words_of_a_late_part_become_a_statement(
    shelf: Store, browser: Browser
) -> None:
    with serving(shelf) as address:
        page, wrong = watched(browser, viewport={"width": 1280, "height": 800})
        page.goto(f"{address}/documents/1?part=3&voice=1#of-voice")  # as it is sent to somebody
        expect(page.locator("#statements li.statement")).to_have_count(CHAPTERS * 2)
        expect(page.locator("#part-3")).to_be_in_viewport()
        page.keyboard.press("Escape")
        expect(page.locator("#statements li.statement")).not_to_have_count(CHAPTERS * 2)
        page.goto(f"{address}/documents/1")
        page.locator("#legend details summary").click()
        page.locator("#legend button", has_text="Kuil7").click()
        expect(page.locator("#lists li.statement:visible")).to_have_count(8)
        page.locator("#lists li.statement:visible > a").last.click()
        expect(page.locator("mark.current").first).to_have_text("Brug 147 is niet veilig")
        expect(page.locator("mark.current").first).to_be_in_viewport()
        # right, by its key: the page comes back to that part
        page.keyboard.press("y")
        expect(page.locator(".notice")).to_be_visible()
        expect(page.locator("#at-A441")).to_be_in_viewport()
        page.evaluate(
            """() => {
            const walker = document.createTreeWalker(document.querySelector("#at-A441").closest("p"), NodeFilter.SHOW_TEXT);
            let node;
            while ((node = walker.nextNode())) {
                const at = node.data.indexOf("lang te wachten");
                if (at >= 0) return getSelection().setBaseAndExtent(node, at + 1, node, at + 11);
            }
        }"""
        )
        page.get_by_role("button", name="Add a statement").click()
        expect(page.locator("#dialog-body blockquote")).to_have_text("lang te wachten")
        page.locator("#dialog-body input[name=speaker]").fill("Jo Dam")
        page.locator("#dialog-body form button").click()
        expect(page.locator(".notice")).to_be_visible()
        expect(page.locator("#text mark", has_text="lang te wachten").first).to_be_in_viewport()
        assert wrong == []
        page.close()


@browses
@pytest.mark.browser
def test_parts_are_for_everybody(shelf: Store, browser: Browser) -> None:
    with serving(shelf) as address:
        for options in (
            {"viewport": {"width": 1440, "height": 900}},
            {"viewport": {"width": 320, "height": 800}, "color_scheme": "dark"},
        ):
            page, wrong = watched(browser, **options)
            page.goto(f"{address}/documents/1?part=3#part-3")
            page.locator("#part-4").scroll_into_view_if_needed()
            expect(page.locator("#part-4")).to_contain_text("Hoofdstuk")
            page.locator("nav.parts summary").click()
            assert barriers(page, "part 3") == []
            page.keyboard.press("Escape")
            expect(page.locator("#parts")).to_be_hidden()
            assert wrong == []
            page.emulate_media(media="print")
            expect(page.locator(".printed-part")).to_be_visible()
            assert page.locator(".waits:visible").count() == 0
            page.close()
        page = browser.new_page(locale="en-GB", java_script_enabled=False)
        page.goto(f"{address}/documents/1")
        page.locator(".turning a[rel=next]").click()
        expect(page.locator("#part-2")).to_be_in_viewport()
        page.close()


@browses
@pytest.mark.browser
def test_a_server_that_is_gone_leaves_the_text_as_it_is(shelf: Store, browser: Browser) -> None:
    with serving(shelf) as address:
        page = browser.new_page(locale="en-GB", viewport={"width": 1280, "height": 800})
        page.goto(f"{address}/documents/1")
        expect(page.locator("#part-2 a")).to_have_count(1)
    page.locator("#part-2").scroll_into_view_if_needed()
    expect(page.locator("#part-2")).to_contain_text("could not be fetched")
    expect(page.locator("#gone")).to_be_visible()
    expect(page.locator("#part-1")).to_contain_text("Hoofdstuk 1.")
    page.close()
