"""A reader sees documents by their titles, with the outlet where the document is read; data have the names of files."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from web_case import bridge, client, study

from wederhoor.exchange.cases.names import ROOM, short_title
from wederhoor.store import Store, open_store, put_study
from wederhoor.web.called import document_called

TITLE = "Twee burgemeesters twisten over de brug"


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Store]:
    """The document of a bridge, as it came from a file with a short name."""
    with open_store(tmp_path / "zaak.db", create=True) as store:
        with store.writing() as db:
            put_study(db, study(replace(bridge(), doc="nl2", title=TITLE, publisher="De Merkelbode")))
        yield store


@pytest.mark.parametrize("path", ["/issues", "/ledger", "/conflicts", "/timeline", "/case", "/statements"])
def test_a_page_calls_a_document_by_its_title(case: Store, path: str) -> None:
    page = client(case).get(path, headers={"accept": "text/html"}).text
    assert TITLE in page
    assert not re.search(r"\bnl2\b", re.sub(r"<[^>]+>", " ", page))
    assert '"nl2"' in client(case).get("/ledger.json").text


def test_the_file_for_an_editor_calls_it_so_too(case: Store) -> None:
    web = client(case)
    [key, *_] = re.findall(r'href="/issues/(\w+)"', web.get("/issues").text)
    page = web.get(f"/issues/{key}/file").text
    assert TITLE in page
    assert "nl2, " not in page


def test_the_head_of_a_document_names_its_outlet(case: Store) -> None:
    [about] = re.findall(r'<p class="about">.*?</p>', client(case).get("/documents/1").text)[:1]
    assert "De Merkelbode" in about


def test_a_title_is_cut_between_words_and_a_file_is_known_as_one() -> None:
    assert short_title(TITLE) == TITLE
    cut = short_title("woord " * 40)
    assert len(cut) <= ROOM + 2
    assert cut.endswith("woord …")
    assert document_called("nl2", None, "nl") == '<bdi class="file">nl2</bdi>'
    assert document_called("nl2", "Een <b>", "nl") == '<bdi lang="nl">Een &lt;b&gt;</bdi>'
