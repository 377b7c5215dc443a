"""A corpus of hostile texts: no script of theirs runs, no address answers with an error of the server's own."""

from __future__ import annotations

import csv
import io
import json
import random
import re
from collections.abc import Iterator
from typing import Any

import pytest
from command import run_here
from fastapi.testclient import TestClient
from playwright.sync_api import Browser, Dialog
from web_case import PATIENCE, answered, browses, client, serving

from wederhoor.store import Store, open_store

PIECES = (
    "<script>document.title='taken'</script>", "<img src=x onerror=\"document.title='taken'\">", "</title><svg onload=alert(1)>",
    "</script><script>document.title='taken'</script>", "{{7*7}}", "{% raw %}", "${7*7}", '"><iframe src=javascript:alert(1)>',
    "' OR 1=1 --", "=CMD|' /C calc'!A0", "\u202eneergezet\u202c", "\u2066omgekeerd\u2069",
    "naam\u200b\u200dvoluit", "e\u0301" * 40,
    "x" * 3000, "🙂👩‍👩‍👧", "%00%0d%0aSet-Cookie: a=b", "../../etc/passwd", "javascript:alert(1)", "&lt;b&gt;&amp;#x3C;",
    "<!--", "-->", "]]>", "<style>*{display:none}</style>", "\\u003cscript\\u003e", "onmouseover=alert(1)", "a\tb\vc",
)  # fmt: skip
"""What a text may hold that is meant for a program."""
SENTENCES = {
    "nl": (
        "Burgemeester {name} zegt dat de {thing} {piece} gesloten is.",
        "“De {thing} is veilig {piece}”, zei wethouder {name}.",
        "Wethouder {name} ontkent dat de {thing} {piece} is afgebroken.",
        "Volgens {name} leidt meer {piece} toezicht tot minder onrust rond de {thing}.",
        "{name} verwacht dat de {thing} in 2033 {piece} opengaat.",
        "Als de {thing} sluit, vertrekken de bewoners, zegt {name}. {piece}",
    ),
    "en": (
        "Mayor {name} said the {thing} was closed {piece}.",
        "“The {thing} is safe {piece},” alderman {name} said.",
        "Alderman {name} denied that the {thing} {piece} was demolished.",
        "More {piece} traffic leads to more noise near the {thing}, according to {name}.",
        "{name} expects that the {thing} will open in 2033 {piece}.",
    ),
}
NAMES = ("Oda Vlier", "Bram Kuil", "Ann Fisher", "Tom Haak", "Nele <i>Voskamp</i>", 'O\'Brien "Bob" Sluis')
THINGS = {"nl": ("brug", "molen", "kade", "haven"), "en": ("bridge", "mill", "quay", "harbour")}
FOREIGN = "iframe, main style, main script:not([type='application/json'])"
"""What no page has in its main part but what somebody brought in; data of the pages' own drawings is no script that runs."""
SKIPPED = re.compile(r"/assets/|/alive|/enter")


def hostile(count: int) -> Iterator[dict[str, str]]:
    """Texts of a seed, each with hostile words in its sentences, title, outlet and name."""
    drawn = random.Random(7)
    for number in range(count):
        lang = drawn.choice(("nl", "nl", "en"))
        told = [
            drawn.choice(SENTENCES[lang]).format(
                name=drawn.choice(NAMES), thing=drawn.choice(THINGS[lang]), piece=drawn.choice(PIECES)
            )
            for _ in range(drawn.randint(1, 5))
        ]
        yield {
            "id": f"{number}-{drawn.choice(PIECES)[:40]}",
            "title": drawn.choice(PIECES)[:200],
            "outlet": drawn.choice(PIECES)[:80],
            "date": f"2031-{drawn.randint(1, 12):02}-{drawn.randint(1, 28):02}",
            "language": lang,
            "text": "\n\n".join(told),
        }


@pytest.fixture(scope="module", params=[30, pytest.param(1000, marks=pytest.mark.slow)])
def corpus(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A case of that many hostile texts."""
    place = tmp_path_factory.mktemp("hostile")
    lines = "".join(json.dumps(one) + "\n" for one in hostile(request.param))
    (place / "teksten.jsonl").write_text(lines, encoding="utf-8")
    done = run_here("read", place / "teksten.jsonl", "--into", place / "zaak.db")
    assert done.returncode in {0, 2}, done.stderr[-2000:]
    assert b"Traceback" not in done.stderr
    with open_store(place / "zaak.db") as store:
        yield store


def addresses(web: TestClient) -> Iterator[str]:
    """Every address that can be read, of the first and the last document, speaker, statement and issue."""
    paths: dict[str, Any] = web.get("/openapi.json").json()["paths"]
    documents = web.get("/documents.json?all=1").json()["rows"]
    said = web.get("/statements.json?all=1").json()["rows"]
    numbers = {row["doc"]: row["id"] for row in documents}
    speakers = [row["id"] for row in web.get("/accounts.json?all=1").json()["rows"]]
    keys = re.findall(r'"/issues/([0-9a-f]{24})"', answered(web, "/issues").text)
    for path, methods in paths.items():
        if "get" not in methods or SKIPPED.match(path):
            continue
        if "{" not in path:
            yield path
        elif "/documents/{number}" in path and "{item}" in path:
            for row in (said[0], said[-1]):
                yield path.replace("{number}", str(numbers[row["doc"]])).replace("{item}", row["item"])
        elif path.startswith("/documents/{number}"):
            yield from (path.replace("{number}", str(row["id"])) for row in (*documents[:6], documents[-1]))
        elif "{number}" in path:
            yield from (path.replace("{number}", str(one)) for one in {*speakers[:3], speakers[-1]})
        elif "{key}" in path:
            yield from (path.replace("{key}", key) for key in keys[:2])


def test_no_address_fails_and_no_markup_of_a_text_gets_through(corpus: Store) -> None:
    web = client(corpus)
    asked = [*addresses(web)]
    assert len(asked) > 60
    texts = (
        "/search?q=%3Cscript%3E",
        "/search?q=veilig",
        "/statements?q=brug",
        "/sides?who=1&who=2",
        "/timeline?from=2031-01-01",
    )
    for address in (*asked, *texts):
        answer = answered(web, address)
        assert answer.status_code < 500, (address, answer.text[:500])
        if "text/html" in answer.headers["content-type"]:
            assert "<script>document.title" not in answer.text, address
            assert "<img src=x" not in answer.text, address
            assert "<svg onload" not in answer.text, address
        if "csv" in answer.headers["content-type"]:
            # a cell that holds lines is one cell: what counts is how it begins
            cells = [cell for row in csv.reader(io.StringIO(answer.text, newline="")) for cell in row]
            assert not [cell for cell in cells if cell.startswith("=CMD")], address


@browses
def test_no_script_of_a_text_runs_in_a_browser(corpus: Store, browser: Browser) -> None:
    web = client(corpus)
    documents = web.get("/documents.json?all=1").json()["rows"]
    step = max(1, len(documents) // 20)
    pages = [f"/documents/{row['id']}" for row in documents[::step]]
    pages += [
        "/case",
        "/issues",
        "/documents",
        "/statements",
        "/accounts",
        "/conflicts",
        "/timeline",
        "/ledger",
        "/review",
    ]
    with serving(corpus) as address:
        context = browser.new_context(viewport={"width": 390, "height": 800})
        page = context.new_page()
        page.set_default_timeout(PATIENCE * 1000)
        told: list[str] = []

        def dismissed(dialog: Dialog) -> None:
            told.append(dialog.message)
            dialog.dismiss()

        page.on("dialog", dismissed)
        page.on("pageerror", lambda error: told.append(str(error)))
        for place in pages:
            page.goto(address + place)
            assert page.title() != "taken", place
            assert page.locator(FOREIGN).count() == 0, place
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), place
        assert told == []
        context.close()
