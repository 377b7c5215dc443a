"""Documents: listed, ordered and gone through, and what their text shows of conflicts and of how sure each statement is."""

from __future__ import annotations

import re
from pathlib import Path

import msgspec
import pytest
from playwright.sync_api import Browser, expect
from web_case import barriers, bridge, browses, client, serving, study

from wederhoor.records import Document
from wederhoor.store import Store, open_store, put_study


def many(place: Path, count: int) -> Store:
    store = open_store(place, create=True)
    with store.writing() as db:
        for number in range(count):
            text = f"Tekst {number}. {'Niets. ' * number}"
            reading = msgspec.structs.replace(
                bridge(), doc=f"blad-{number:03}", title=f"Nummer {number}", text=text, date=f"2031-01-{1 + number % 28:02}",
                sha256=Document(doc="x", text=text).sha256, attributions=(), causal=(), forecasts=(), conflicts=(),
            )  # fmt: skip
            put_study(db, study(reading))
    return store


def names(page: str) -> list[str]:
    return re.findall(r'<th scope="row"><a href="/documents/\d+"><bdi[^>]*>(.*?)</bdi>', page)


def test_documents_are_gone_through_on_and_back_and_say_where_one_is(tmp_path: Path) -> None:
    with many(tmp_path / "case.db", 120) as store:
        web = client(store)
        seen, address, ways = [], "/documents", []
        for _ in range(3):
            page = web.get(address).text
            seen.append(names(page))
            ways.append(re.findall(r"(\d+)–(\d+) of", page))
            found = re.search(r'rel="next" href="([^"]*)"', page)
            address = found[1].replace("&amp;", "&") if found else ""
        assert address == ""
        assert ways == [[("1", "50")], [("51", "100")], [("101", "120")]]
        assert len({name for page in seen for name in page}) == 120
        for wanted in (seen[1], seen[0]):
            found = re.search(r'rel="prev" href="([^"]*)"', page)
            assert found
            page = web.get(found[1].replace("&amp;", "&")).text
            assert names(page) == wanted
        assert 'rel="prev"' not in page


def test_documents_are_ordered_and_found_by_name(tmp_path: Path) -> None:
    with many(tmp_path / "case.db", 12) as store:
        web = client(store)
        longest = web.get("/documents.json?order=characters").json()["rows"]
        assert [row["doc"] for row in longest[:2]] == ["blad-011", "blad-010"]
        assert names(web.get("/documents?q=nummer+7").text) == ["Nummer 7"]
        assert web.get("/documents.csv?q=nummer+1").text.count("\r\n") == 1 + 3
        assert "Nothing was found." in web.get("/documents?q=nergens").text
        assert web.get("/documents?order=doc").status_code == 422
        assert web.get("/documents?trail=" + "9" * 9000).status_code == 422


def test_conflicts_are_counted_and_lead_to_them(store: Store) -> None:
    page = client(store).get("/documents").text
    row = page[page.index('href="/documents/3"') :]
    assert '<a href="/conflicts?document=3">1' in row[: row.index("</tr>")]


def test_the_text_marks_what_collides_and_what_is_not_sure(store: Store) -> None:
    page = client(store).get("/documents/3").text
    article = page[page.index('<article id="text"') : page.index("</article>")]
    labels = {item: label for label, item in re.findall(r'data-label="([^"]*)"[^>]*id="at-(A\d)"', article)}
    assert labels == {"A1": "1", "A2": "1✕", "A3": "2✕", "A4": "2~"}
    listed = page[page.index('data-id="A2"') : page.index('data-id="A3"')]
    assert re.search(r'href="/conflicts\?document=3"><bdi>Bram Kuil</bdi>', listed)
    assert "about 30 of 100" in page[page.index('data-id="A4"') :]
    # what stands in the text is the text, to the last sign
    assert "✕" not in re.sub(r"<[^>]*>", "", article)


@browses
@pytest.mark.browser
def test_a_selection_is_of_whole_words(store: Store, browser: Browser) -> None:
    with serving(store) as address:
        page = browser.new_page(locale="en-GB", viewport={"width": 1280, "height": 900})
        page.goto(f"{address}/documents/3")
        page.evaluate(
            """() => {
            const walker = document.createTreeWalker(document.querySelector("#text"), NodeFilter.SHOW_TEXT);
            let node;
            while ((node = walker.nextNode())) {
                const at = node.data.indexOf("Schipper Bram");
                if (at >= 0) return getSelection().setBaseAndExtent(node, at + 3, node, at + 10);
            }
        }"""
        )
        page.get_by_role("button", name="Add a statement").click()
        expect(page.locator("#dialog-body")).to_contain_text("Schipper Bram")
        assert barriers(page, "/documents/3") == []
        page.goto(f"{address}/documents?order=statements")
        page.set_viewport_size({"width": 320, "height": 800})
        assert barriers(page, "/documents") == []
