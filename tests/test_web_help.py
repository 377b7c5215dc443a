"""Search that can be narrowed, and help in plain words that opens beside a page."""

from __future__ import annotations

import re

import pytest
from fastapi.testclient import TestClient
from playwright.sync_api import Browser, expect
from sqlalchemy import insert, update
from web_case import barriers, browses, client, serving

from wederhoor.records import AUTHOR
from wederhoor.store import Store
from wederhoor.store.schema import documents, forms
from wederhoor.web.pages.tour import help_words


def facets(page: str) -> dict[str, list[tuple[str, str, str]]]:
    """By kind the values with their addresses and counts."""
    part = page[page.index('class="facets"') : page.index("</details>", page.index('class="facets"'))]
    found = {}
    for title, values in re.findall(r"<dt>(.*?)</dt><dd>(.*?)</dd>", part):
        links = re.findall(r'<a href="([^"]*)"><bdi>(.*?)</bdi></a> <span class="count">(\d+)', values)
        found[title] = [(told, href.replace("&amp;", "&"), times) for href, told, times in links]
    return found


def test_what_was_found_is_counted_and_each_count_is_that_of_its_list(store: Store) -> None:
    web = client(store)
    found = facets(web.get("/search?q=brug").text)
    assert {told for told, _, _ in found["Speaker"]} >= {"Oda Vlier", "Bram Kuil"}
    assert "Kind of statement" in found
    assert "2031" in {told for told, _, _ in found["Date"]}
    assert counts_of_lists(web, found) == [times for values in found.values() for _, _, times in values]


def counts_of_lists(web: TestClient, found: dict[str, list[tuple[str, str, str]]]) -> list[str]:
    """How many statements the lists have that the values lead to."""
    lists = (web.get(href).text for values in found.values() for _, href, _ in values)
    return [re.findall(r'role="status">(\d+) statement', page)[0] for page in lists]


def test_what_was_narrowed_before_stays_so(store: Store) -> None:
    web = client(store)
    everywhere = facets(web.get("/search?q=brug").text)
    [_, who, _] = everywhere["Speaker"][0]
    for narrowed in (who.split("&")[1], "document=3"):
        found = facets(web.get(f"/search?q=brug&{narrowed}").text)
        assert found != everywhere
        assert counts_of_lists(web, found) == [times for values in found.values() for _, _, times in values]


def test_statements_are_narrowed_to_an_issue_which_they_lead_to(store: Store) -> None:
    web = client(store)
    [(question, href, times), *_] = facets(web.get("/search?q=brug").text)["Issues"]
    page = web.get(href).text
    assert question in page
    [whole] = re.findall(r'href="(/issues/[0-9a-f]{24})"', page)
    issue = web.get(f"{whole}.json").json()["issue"]
    held = {(h["quote"]["doc"], h["quote"]["holder_id"]) for p in issue["positions"] for h in p["held"]}
    rows = web.get(href.replace("/statements?", "/statements.json?")).json()["rows"]
    assert {(row["doc"], row["item"]) for row in rows} <= held
    assert len(rows) == int(times)
    key = whole.removeprefix("/issues/")
    assert len(web.get(f"/statements.json?issue={key}").json()["rows"]) == len({at for at in held if at[1] != AUTHOR})
    assert web.get(f"/statements?issue={'0' * 24}").status_code == 404
    assert web.get("/statements?issue=Q1").status_code == 422


def test_one_search_has_statements_and_sentences_of_texts(store: Store) -> None:
    web = client(store)
    page = web.get("/search?q=stort").text
    whole = web.get("/search.json?q=stort&in=text").json()["total"]
    assert f"{whole} sentence" in page
    [_, text] = page.split('id="text-title"')
    assert "#sought" in text
    assert 'id="text-title"' not in web.get("/search?q=stort&in=text").text
    assert 'id="text-title"' not in web.get("/search?q=zzz").text


def test_names_are_offered_while_somebody_types(store: Store) -> None:
    web = client(store)
    assert "Oda Vlier" in web.get("/suggest.json?q=vlie").json()["names"]
    assert web.get("/suggest.json?q=v").json()["names"] == []
    assert web.get("/suggest.json?q=%22%25_*").json()["names"] == []


@browses
def test_somebody_who_types_is_offered_names(store: Store, browser: Browser) -> None:
    with serving(store) as address:
        page = browser.new_page()
        page.goto(f"{address}/case")
        page.locator("#find").press_sequentially("vlie")
        expect(page.locator('#found-names option[value="Oda Vlier"]')).to_have_count(1)
        assert barriers(page, "/case") == []
        page.close()


def test_statements_are_narrowed_to_an_outlet(store: Store) -> None:
    with store.writing() as db:
        db.execute(update(documents).where(documents.c.doc == "brug").values(publisher="De Bode"))
    web = client(store)
    [(told, href, times)] = facets(web.get("/search?q=brug").text)["Outlet"]
    assert told == "De Bode"
    rows = web.get(href.replace("/statements?", "/statements.json?")).json()["rows"]
    assert len(rows) == int(times)
    assert {row["doc"] for row in rows} == {"brug"}
    assert web.get("/statements.json?outlet=Niets").json()["rows"] == []


def test_a_word_that_no_text_has_brings_those_that_are_like_it(store: Store) -> None:
    with store.writing() as db:
        db.execute(insert(forms), [{"form": "bruggen", "lemma": "brug", "times": 3}])
    page = client(store).get("/search?q=brugg").text
    assert 'href="/search?q=brug"' in page
    assert 'class="facets"' not in page


def test_both_languages_have_the_same_tour_and_as_many_words() -> None:
    dutch, english = help_words("nl"), help_words("en")
    assert [step.page for step in dutch.steps] == [step.page for step in english.steps]
    assert len(dutch.glossary) == len(english.glossary)


def test_every_step_of_the_tour_leads_to_a_page(store: Store) -> None:
    web = client(store)
    page = web.get("/help").text
    for step in help_words("en").steps:
        assert f'href="{step.page}"' in page
        assert web.get(step.page).status_code == 200


@browses
@pytest.mark.browser
def test_help_opens_beside_and_gives_way_again(store: Store, browser: Browser) -> None:
    with serving(store) as address:
        page = browser.new_page(locale="nl-NL", viewport={"width": 1280, "height": 900})
        page.goto(f"{address}/search?q=brug")
        assert barriers(page, "/search") == []
        page.get_by_role("link", name="Uitleg").press("Enter")
        expect(page.get_by_role("dialog", name="Korte rondleiding")).to_be_visible()
        assert barriers(page, "/search with help") == []
        page.keyboard.press("Escape")
        expect(page.get_by_role("dialog")).to_have_count(0)
        page.set_viewport_size({"width": 320, "height": 800})
        page.goto(f"{address}/help")
        expect(page.get_by_role("heading", level=1)).to_have_text("Uitleg")
        assert barriers(page, "/help") == []
