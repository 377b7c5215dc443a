"""Citing: a quote is copied with all that belongs to it, an issue is handed on as a page of its own."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from playwright.sync_api import Browser, expect
from web_case import barriers, browses, client, own_copy, read_into, serving

from wederhoor.store import Store, open_store

TEXTS = {
    "krant.txt": "Volgens burgemeester Anna Visser is er een vergunning voor de brug.\n\n"
    "Boer Tom Haak zegt dat er nooit een vergunning voor de brug is geweest.\n",
    "blad.txt": "Wethouder Piet Kramer zegt dat de gemeente de molen heeft gesloopt. Boerin Els Prins ontkent dat de gemeente "
    "de molen heeft gesloopt. “De molen,” zei Prins, “staat er nog.”\n",
}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("citing")
    table = "file,title,outlet,date,url\nkrant.txt,De brug,De Merkelbode,2031-05-12,https://merkelbode.example/brug\n"
    (place / "metadata.csv").write_text(table + "blad.txt,,,2031-05-13,\n", encoding="utf-8")
    return read_into(place, TEXTS)


@pytest.fixture
def store(made: Path, tmp_path: Path) -> Iterator[Store]:
    with own_copy(made, tmp_path) as opened:
        yield opened


def statement(web: TestClient, words: str) -> tuple[int, str]:
    """Document and id of the statement with these words."""
    row = next(row for row in web.get("/statements.json?all=1").json()["rows"] if words in row["quote"])
    number = next(one["id"] for one in web.get("/documents.json").json()["rows"] if one["doc"] == row["doc"])
    return number, row["item"]


def cited(web: TestClient, words: str, lang: str = "nl") -> dict[str, str]:
    number, item = statement(web, words)
    found: dict[str, str] = web.get(f"/documents/{number}/citation/{item}.json?lang={lang}").json()
    return found


def key_of(web: TestClient, words: str) -> str:
    page = web.get("/issues").text
    section = next(one for one in page.split('<section class="issue"')[1:] if words in one)
    [key] = re.findall(r'href="/issues/([0-9a-f]{24})"', section)
    return str(key)


def test_a_citation_has_words_speaker_stance_outlet_date_and_addresses(store: Store) -> None:
    web = client(store)
    lines = cited(web, "er een vergunning voor de brug")["text"].split("\n")
    assert lines[0] == "“is er een vergunning voor de brug”"
    assert lines[1] == "Anna Visser, burgemeester: stelt dit (“Volgens”), parafrase"
    assert lines[2] == "De Merkelbode, “De brug”, 12 mei 2031"
    assert lines[3] == "https://merkelbode.example/brug"
    assert re.fullmatch(r"http://127\.0\.0\.1:8765/documents/1\?quote=\w{16}#at-A1", lines[4])
    answer = web.get(lines[4].removeprefix("http://127.0.0.1:8765").partition("#")[0], follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/documents/1#at-A1")


def test_a_citation_of_a_denial_says_that_it_is_one(store: Store) -> None:
    web = client(store)
    [denial] = [row for row in web.get("/statements.json?all=1").json()["rows"] if row["stance"] == "denies"]
    numbers = {row["doc"]: row["id"] for row in web.get("/documents.json").json()["rows"]}
    told = web.get(f"/documents/{numbers[denial['doc']]}/citation/{denial['item']}.json?lang=en").json()
    assert "Els Prins" in told["speaker"]
    assert told["held"][0] == "contradicts it (“ontkent”)"
    assert told["held"][0] in told["text"]


def test_what_interrupts_a_quotation_is_in_brackets(store: Store) -> None:
    assert cited(client(store), "staat er nog")["words"] == "De molen [,” zei Prins, “] staat er nog"


def test_a_citation_is_found_by_its_words_when_ids_have_changed(store: Store) -> None:
    web = client(store)
    number, item = statement(web, "er een vergunning")
    [link] = re.findall(rf'"(/documents/{number}/citation/{item}\?quote=\w+)"', web.get("/statements").text)
    other = link.replace(f"/{item}?", "/A99?")
    assert "Anna Visser" in web.get(other).text
    assert web.get(f"/documents/{number}/citation/A99").status_code == 404
    assert web.get(f"/documents/{number}/citation/A1?quote=0123456789abcdef").status_code == 409


def test_an_issue_has_a_page_of_its_own_that_outlives_its_number(store: Store) -> None:
    web = client(store)
    key = key_of(web, "Els Prins")
    page = web.get(f"/issues/{key}")
    assert page.status_code == 200
    assert "Piet Kramer" in page.text
    assert "Tom Haak" not in page.text
    told = web.get(f"/issues/{key}.json").json()
    assert told["key"] == key
    assert {h["quote"]["holder"] for p in told["issue"]["positions"] for h in p["held"]} == {"Piet Kramer", "Els Prins"}
    table = web.get(f"/issues/{key}.csv").text
    assert "Els Prins" in table
    assert "Tom Haak" not in table
    assert web.get(f"/issues/{'0' * 24}").status_code == 404
    assert web.get("/issues/nothing").status_code == 422


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_an_issue_is_handed_on_as_one_file_with_its_quotes_and_stances(store: Store, lang: str) -> None:
    web = client(store)
    key = key_of(web, "Els Prins")
    answer = web.get(f"/issues/{key}/file?lang={lang}")
    assert answer.headers["content-disposition"].startswith("attachment")
    page = answer.text
    assert f'<html lang="{lang}">' in page
    assert not re.findall(r'(?:src|href)="(?!#)', page)
    assert "<script" not in page
    assert "heeft gesloopt" in page
    assert {"nl": "spreekt dit tegen", "en": "contradicts it"}[lang] in page
    assert "Tom Haak" not in page
    assert answer.content == web.get(f"/issues/{key}/file?lang={lang}").content


def test_an_issue_is_handed_on_as_a_document_of_word(store: Store) -> None:
    from docx import Document

    web = client(store)
    answer = web.get(f"/issues/{key_of(web, 'Els Prins')}/file?format=docx&lang=nl")
    said = "\n".join(one.text for one in Document(io.BytesIO(answer.content)).paragraphs)
    assert "Els Prins" in said
    assert "spreekt dit tegen" in said


def test_words_that_point_at_another_s_are_cited_with_these(tmp_path: Path) -> None:
    text = "“De brug is veilig,” zegt burgemeester Oda Vlier.\n\nSchipper Bram Kuil ontkent dat.\n"
    with open_store(read_into(tmp_path, {"brug.txt": text})) as store:
        told = cited(client(store), "dat")
    assert told["words"] == "dat"
    assert told["answers"] == "“De brug is veilig” (Oda Vlier)"
    assert told["answers"] in told["text"]
    assert "Bram Kuil, schipper: spreekt dit tegen" in told["text"]


@browses
@pytest.mark.parametrize("locale", ["nl-NL", "en-GB"])
def test_a_quote_is_copied_by_somebody_at_a_browser(store: Store, browser: Browser, locale: str) -> None:
    cite, copy, copied = {"nl-NL": ("Citeren", "Kopiëren", "Gekopieerd.")}.get(locale, ("Cite", "Copy", "Copied."))
    with serving(store) as address:
        context = browser.new_context(locale=locale, permissions=["clipboard-read", "clipboard-write"])
        page = context.new_page()
        page.goto(f"{address}/issues")
        page.locator("li", has_text="Els Prins").get_by_role("link", name=cite).first.click()
        dialog = page.get_by_role("dialog")
        expect(dialog.get_by_role("button", name=copy)).to_be_visible()
        assert barriers(page, "/issues") == []
        dialog.get_by_role("button", name=copy).click()
        expect(dialog.get_by_text(copied)).to_be_visible()
        assert "Els Prins" in page.evaluate("navigator.clipboard.readText()")
        page.keyboard.press("Escape")
        expect(dialog).to_have_count(0)
        context.close()


@browses
def test_citing_works_without_scripts_and_on_a_phone_and_on_paper(store: Store, browser: Browser) -> None:
    web = client(store)
    number, item = statement(web, "er een vergunning")
    key = key_of(web, "Els Prins")
    with serving(store) as address:
        context = browser.new_context(java_script_enabled=False, viewport={"width": 320, "height": 700})
        page = context.new_page()
        page.goto(f"{address}/statements")
        page.get_by_role("link", name=re.compile("Cite|Citeren")).first.click()
        expect(page.locator("textarea")).to_contain_text("documents/")
        expect(page.get_by_role("button", name=re.compile("Copy|Kopiëren"))).to_have_count(0)
        context.close()
        for width, scheme in ((1440, "light"), (320, "dark")):
            context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)  # type: ignore[arg-type]
            page = context.new_page()
            for place in (f"/issues/{key}", f"/documents/{number}/citation/{item}"):
                page.goto(address + place)
                assert barriers(page, place) == []
            page.goto(f"{address}/issues/{key}")
            page.emulate_media(media="print")
            expect(page.get_by_role("heading", level=1)).to_be_visible()
            expect(page.locator(".hand-on")).to_be_hidden()
            context.close()
