"""Make the pictures of README.md and docs/web.md anew, of the examples.

python docs/take_pictures.py [FOLDER]

Needs what the tests of the pages need: Playwright, and a Chromium on the path. The case is read, served on this machine and
thrown away. Look at every picture before it is kept.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from wederhoor.store import open_store
from wederhoor.web.app import create_app
from wederhoor.web.settings import Settings

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests"))
from serving import served  # noqa: E402  # it lies with the tests

EXAMPLES = sorted((ROOT / "examples").glob("*.txt"))


def main() -> None:
    """Write all pictures into the folder, docs/images where none is named."""
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs" / "images"
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        case = Path(folder) / "case.db"
        _run("read", *EXAMPLES, "--date", "2031-03-12", "--into", case)
        view = Path(folder) / "accounts.html"
        view.write_text(
            _run("accounts", ROOT / "examples" / "zandwinning.txt", "--date", "2031-05-20", "--format", "html"),
            encoding="utf-8",
        )
        browser = playwright.chromium.launch(executable_path=_chromium(), args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1600, "height": 1000}, locale="en-GB")
        page.goto(view.as_uri())
        page.screenshot(path=target / "accounts.png")
        with open_store(case) as store, served(create_app(store, Settings())) as address:
            for name, picture in PICTURES.items():
                picture(page, address)
                page.wait_for_timeout(500)
                page.screenshot(path=target / f"{name}.png")
        browser.close()


def _reading(page: Page, address: str) -> None:
    _open(page, address, "/documents", "Kustverdrag")
    for _ in range(6):
        page.keyboard.press("j")
    page.wait_for_timeout(500)
    page.evaluate("scrollTo({top: 0, behavior: 'instant'})")


def _loops(page: Page, address: str) -> None:
    page.goto(f"{address}/accounts")
    page.get_by_role("link", name="Model: Teske Hoving").click()
    page.locator('input[data-variable="onvrede"]').press("ArrowRight")
    page.locator("#results .responses").first.wait_for()
    page.get_by_role("button", name="Show in the graph").first.click()


def _conflicts(page: Page, address: str) -> None:
    page.goto(f"{address}/conflicts")
    page.keyboard.press("j")


def _sides(page: Page, address: str) -> None:
    _open(page, address, "/accounts", "Teske Hoving")
    one = page.url.rsplit("/", 1)[1]
    _open(page, address, "/accounts", "Hilke Brandsma")
    page.goto(f"{address}/sides?who={one}&who={page.url.rsplit('/', 1)[1]}")


def _timeline(page: Page, address: str) -> None:
    page.goto(f"{address}/timeline")


PICTURES = {"reading": _reading, "loops": _loops, "conflicts": _conflicts, "sides": _sides, "timeline": _timeline}


def _open(page: Page, address: str, listed: str, name: str) -> None:
    page.goto(address + listed)
    page.locator("main").get_by_role("link", name=name).first.click()


def _run(*arguments: object) -> str:
    program = Path(sys.executable).with_name("wederhoor")
    return subprocess.run([program, *map(str, arguments)], capture_output=True, text=True, check=True).stdout


def _chromium() -> str | None:
    return shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


if __name__ == "__main__":
    main()
