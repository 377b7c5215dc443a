"""What somebody does who never opens a terminal, from an empty case to a table in hand: each task in so many steps at most.

A step is a click, a key, a field that is filled in, or a choice of files. docs/web.md has the counts.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, FilePayload, Locator, Page, expect
from web_case import PATIENCE, browses, client, serving

from wederhoor.store import Store, open_store

TEXTS = {
    "ommelbode.txt": (
        "Volgens burgemeester Anna Visser is er een vergunning voor de brug van Ommel. "
        "“Meer boten leiden tot meer schade aan de kade,” zegt Visser.\n"
    ),
    "streekblad.txt": (
        "Boer Tom Haak zegt dat er nooit een vergunning voor de brug van Ommel is geweest. “Het is een schande,” zegt Haak.\n"
    ),
    "weekblad.txt": "De Zeebond staakt in Ommel. Voorzitter Els Prins noemt het werk zwaar.\n",
}
MOST = {"put in": 3, "find": 2, "judge": 2, "correct": 3, "press": 3, "take along": 1}
"""Steps at most of each task; those that docs/web.md has."""


class Person:
    """Somebody at a browser whose steps are counted."""

    def __init__(self, page: Page) -> None:
        self.page, self.steps = page, 0

    def click(self, where: Locator) -> None:
        self.steps += 1
        where.click()

    def press(self, key: str) -> None:
        self.steps += 1
        self.page.keyboard.press(key)

    def fill(self, where: Locator, words: str) -> None:
        self.steps += 1
        where.fill(words)

    def choose(self, where: Locator, files: dict[str, str]) -> None:
        self.steps += 1
        where.set_input_files(
            [FilePayload(name=name, mimeType="text/plain", buffer=text.encode()) for name, text in files.items()]
        )

    def done(self, task: str) -> None:
        """A task is done; the next one begins with no steps."""
        assert self.steps <= MOST[task], (task, self.steps)
        self.steps = 0


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "brug.db", create=True) as store:
        yield store


@browses
def test_six_tasks_take_no_more_steps_than_the_docs_say(empty: Store, browser: Browser) -> None:
    with serving(empty) as address, client(empty) as web:
        page = browser.new_page(locale="nl-NL", viewport={"width": 1440, "height": 900})
        page.set_default_timeout(PATIENCE * 1000)
        expect.set_options(timeout=PATIENCE * 1000)
        person = Person(page)
        page.goto(f"{address}/case")

        person.click(page.get_by_role("link", name="Teksten toevoegen").first)
        person.choose(page.locator("#files"), TEXTS)
        person.click(page.get_by_role("button", name="Lezen"))
        to_case = page.get_by_role("link", name="Naar de zaak")
        expect(to_case).to_be_visible()
        assert len(web.get("/documents.json").json()["rows"]) == len(TEXTS)
        person.done("put in")

        person.click(to_case)
        person.click(page.locator("table.taking").get_by_role("link", name="Tom Haak"))
        dialog = page.locator("#dialog")
        expect(dialog).to_contain_text("nooit een vergunning")
        expect(dialog.locator("section.conflict")).to_contain_text("Anna Visser")
        person.done("find")

        person.press("j")
        person.press("y")
        expect(dialog).to_contain_text("Ja, ze botsen")
        assert [row["verdict"] for row in web.get("/conflicts/across.json").json()["rows"]] == ["confirm"]
        person.done("judge")

        person.click(dialog.get_by_role("link", name="Verbeteren").first)
        person.fill(dialog.get_by_label("Spreker", exact=True), "Teun Haak")
        person.click(dialog.get_by_role("button", name="Opslaan"))
        expect(page.get_by_text("Opgeslagen")).to_be_visible()
        assert "Teun Haak" in [row["speaker"] for row in web.get("/statements.json").json()["rows"]]
        person.done("correct")

        page.goto(f"{address}/case")
        person.click(page.get_by_role("link", name="Versies", exact=True))
        person.click(page.get_by_role("link", name="Model: Anna Visser"))
        page.locator(".push :checked").first.focus()
        person.press("ArrowRight")
        expect(page.locator("#results")).to_contain_text("schade")
        person.done("press")

        page.goto(f"{address}/issues")
        with page.expect_download() as saved:
            person.click(page.get_by_role("link", name="Excel"))
        rows = [*csv.DictReader(io.StringIO(Path(saved.value.path()).read_text("utf-8-sig")), delimiter=";")]
        assert {"Anna Visser", "Teun Haak"} <= {row["account"] for row in rows}
        person.done("take along")
        page.close()


def test_the_docs_have_these_counts() -> None:
    docs = (Path(__file__).parents[1] / "docs/web.md").read_text("utf-8")
    section = docs.partition("## In how many steps\n")[2].partition("\n## ")[0]
    counts = [
        int(line.split("|")[2])
        for line in section.splitlines()
        if line.startswith("| ") and line.split("|")[2].strip().isdigit()
    ]
    assert counts == [*MOST.values()]
