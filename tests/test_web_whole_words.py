"""No word of ordinary length is broken inside, at any width or on paper; one long string breaks, and widens nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from command import run_here
from playwright.sync_api import Browser, Page
from web_case import browses, client, serving

from wederhoor.store import Store, open_store

EXAMPLES = Path(__file__).parents[1] / "examples"
SOURCE = f"https://merkelbode.example/{'havenuitbreiding' * 4}/2032"
BROKEN = r"""() => {
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), found = []
  for (let text; (text = walk.nextNode());) {
    const within = text.parentElement
    if (within.closest(".unseen, .address, script, textarea, option")) continue
    if (!within.checkVisibility({visibilityProperty: true})) continue
    for (const word of text.data.matchAll(/(?<!\p{L})\p{L}{2,20}(?!\p{L})/gu)) {
      const range = document.createRange()
      const at = [...word[0]].map((_, i) => {
        range.setStart(text, word.index + i)
        range.setEnd(text, word.index + i + 1)
        return range.getBoundingClientRect()
      }).filter((box) => box.width).map((box) => box.top)
      if (at.length && Math.max(...at) - Math.min(...at) > 6) found.push(word[0])
    }
  }
  return found
}"""


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The examples, with an outcome that has a long address for its source."""
    place = tmp_path_factory.mktemp("whole") / "zaak.db"
    done = run_here("read", *sorted(EXAMPLES.glob("*.txt")), "--lang", "nl", "--into", place)
    assert done.returncode == 0, done.stderr
    with open_store(place) as store:
        web = client(store)
        action = re.findall(r'action="(/documents/\d+/forecasts/\w+/outcome)"', web.get("/ledger").text)[0]
        page = web.get("/ledger").text
        [seen] = re.findall(rf'action="{action}">.*?name="seen" value="(\w+)"', page, re.DOTALL)[:1]
        data = {"csrf": "right", "seen": seen, "outcome": "came-true", "source": SOURCE}
        assert web.post(action, data=data, follow_redirects=False).status_code == 303
        yield store


def faults(page: Page, address: str, path: str) -> list[object]:
    """Words that are broken on a page, and by how much it is wider than its window."""
    page.goto(address + path)
    wider = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    return [(path, word) for word in page.evaluate(BROKEN)] + ([(path, wider)] if wider > 0 else [])


@browses
@pytest.mark.parametrize("width", [1440, 768, 390, 320])
def test_words_are_whole_and_pages_are_no_wider_than_their_window(case: Store, browser: Browser, width: int) -> None:
    paths = [
        "/case", "/issues", "/ledger", "/corrections", "/accounts", "/map", "/help", "/documents", "/conflicts", "/actors",
    ]  # fmt: skip
    with serving(case) as address:
        page = browser.new_page(locale="en-GB", viewport={"width": width, "height": 900})
        found = [fault for path in paths for fault in faults(page, address, path)]
        page.click("footer a[href='/help']")
        page.wait_for_selector("#dialog .glossary")
        found += [("help", word) for word in page.evaluate(BROKEN)]
        page.goto(f"{address}/issues")
        page.emulate_media(media="print")
        found += [("paper", word) for word in page.evaluate(BROKEN)]
        page.close()
    assert found == []


@browses
def test_an_outcome_with_a_long_address_is_in_sight_on_a_tablet(case: Store, browser: Browser) -> None:
    with serving(case) as address:
        page = browser.new_page(locale="en-GB", viewport={"width": 768, "height": 900})
        page.goto(f"{address}/ledger")
        box = page.locator("a.address").bounding_box()
        page.close()
    assert box is not None
    assert box["x"] + box["width"] <= 768
