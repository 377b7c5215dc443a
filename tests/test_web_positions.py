"""The table of who gives which answer: every cell opens to its words, and is judged there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from test_web_issues import FIRST, SECOND
from web_case import barriers, browses, client, own_copy, read_into, serving

from wederhoor.store import Store, open_store

THIRD = """Burgemeester Anna Visser houdt vol dat er een vergunning voor de brug is. “Is er wel een vergunning voor de brug?”

Boer Tom Haak zegt dat er geen vergunning voor de brug is.
"""
DIALOG = "#dialog"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    texts = {"krant.txt": FIRST, "blad.txt": SECOND, "bode.txt": THIRD}
    return read_into(tmp_path_factory.mktemp("positions"), texts, "--date", "2031-05-12")


@pytest.fixture
def case(made: Path, tmp_path: Path) -> Iterator[Store]:
    with own_copy(made, tmp_path) as opened:
        yield opened


def cells(page: str) -> list[str]:
    return [unescape(one) for one in re.findall(r'class="taken[^"]*" href="([^"]+)"', page)]


@pytest.mark.parametrize("address", ["/case", "/issues"])
def test_every_holding_is_in_one_cell_and_every_cell_has_its_words(case: Store, address: str) -> None:
    web = client(case)
    issues = web.get("/issues.json").json()["issues"]
    held = [
        (one["id"], holding["quote"]["full"])
        for issue in issues
        for one in issue["positions"]
        for holding in one["held"]
    ]
    found = []
    for cell in cells(web.get(address).text):
        data = web.get(cell.replace("/words?", "/words.json?")).json()
        assert data["said"]
        found += [(data["position"], said["quote"]["full"]) for said in data["said"] if data["position"]]
        assert data["who"] in unescape(web.get(cell).text)
    assert sorted(found) == sorted(held)


def test_the_words_of_a_denial_are_marked_as_one(case: Store) -> None:
    web = client(case)
    page = web.get("/case").text
    assert re.search(r'class="taken is-denies"[^>]*who=Els\+Prins', page)
    assert not re.search(r'class="taken is-asserts"[^>]*who=Els\+Prins', page)
    [denial] = [one for one in cells(page) if "Els+Prins" in one]
    assert "denies" in web.get(denial).text


SAYS = "Wethouder Piet Kramer zegt dat de gemeente de molen heeft gesloopt.\n\n"
DENIES = "Boerin Els Prins ontkent dat de gemeente de molen heeft gesloopt.\n\n"
SAYS_NOT = "Boer Tom Haak zegt dat de gemeente de molen niet heeft gesloopt.\n\n"


@pytest.mark.parametrize("text", [SAYS + DENIES + SAYS_NOT, SAYS_NOT + SAYS + DENIES])
def test_who_denies_and_who_says_not_are_in_one_row_and_neither_seems_to_say_the_other_s_words(
    tmp_path: Path, text: str
) -> None:
    place = read_into(tmp_path, {"krant.txt": text}, "--date", "2031-05-12")
    with open_store(place) as case:
        page = client(case).get("/issues?lang=nl").text
    rows = re.findall(r'<tr><th scope="row"><b>.*?</tr>', page, re.DOTALL)
    [together] = [row for row in rows if "Tom Haak" in row or "Els Prins" in row]
    cells_ = re.findall(r'class="taken is-(\w+)".*?<bdi>(.*?)</bdi>.*?class="how">(.*?)</span>', together, re.DOTALL)
    first, other = ("Els Prins", "Tom Haak") if text.startswith(SAYS) else ("Tom Haak", "Els Prins")
    own = ("denies", "ontkent") if first == "Els Prins" else ("asserts", "stelt")
    told = {who: (stance, how.strip()) for stance, who, how in cells_}
    assert told == {first: own, other: ("turned", "zo ook, anders gezegd")}


def test_who_takes_no_such_position_is_told(case: Store) -> None:
    web = client(case)
    cell = cells(web.get("/issues").text)[0]
    assert web.get(re.sub(r"who=[^&]*", "who=Niemand", cell)).status_code == 404
    assert web.get(cell.replace("position=a", "position=z")).status_code == 404


def test_a_statement_is_judged_and_moved_from_its_cell(case: Store) -> None:
    web = client(case)
    cell = next(one for one in cells(web.get("/issues").text) if "Els+Prins" in one)
    page = web.get(cell).text
    judge, place = re.findall(r'<form method="post" action="([^"]+)"(.*?)</form>', page, re.DOTALL)[:2]
    hidden = dict(re.findall(r'name="(\w+)" value="([^"]*)"', judge[1]))
    sent = {**{name: unescape(value) for name, value in hidden.items()}, "csrf": "right", "verdict": "same"}
    assert web.post(judge[0], data=sent, follow_redirects=False).status_code == 303
    assert web.get("/corrections.json").json()["rows"][0]["kind"] == "confirm"
    assert "is-confirm" in web.get(cell).text
    side = unescape(re.search(r'name="side" value="([^"]*)"', place[1], re.DOTALL)[1])  # type: ignore[index]
    seen = re.search(r'name="seen" value="(\w+)"', place[1])[1]  # type: ignore[index]
    form = {"csrf": "right", "seen": seen, "side": side, "kind": "no-claim"}
    assert web.post(place[0], data=form, follow_redirects=False).status_code == 303
    assert not [one for one in cells(web.get("/issues").text) if "Els+Prins" in one]


def test_who_may_only_read_is_shown_no_form(case: Store) -> None:
    web = client(case)
    page = web.get(cells(web.get("/case").text)[0]).text
    assert "/judge" in page
    template = Path(__file__).parents[1] / "src/wederhoor/web/templates/position_words.html.j2"
    assert template.read_text("utf-8").count('role != "read"') == 2


@browses
def test_somebody_opens_a_cell_by_keys_and_judges_what_collides(case: Store, browser: Browser) -> None:
    with serving(case) as address:
        page = browser.new_page(locale="en-GB", viewport={"width": 1440, "height": 900})
        page.goto(f"{address}/case")
        page.locator(".taken", has_text="denies").focus()
        page.keyboard.press("Enter")
        dialog = page.locator(DIALOG)
        expect(dialog.get_by_text("heeft gesloopt").first).to_be_visible()
        assert barriers(page, "cell") == []
        for key, told in (
            ("j", "Do these statements collide?"),
            ("n", "No, they do not collide."),
            ("u", "Do these statements collide?"),
            ("n", "No, they do not collide."),
        ):
            page.keyboard.press(key)
            expect(dialog.get_by_text(told)).to_be_visible()
            expect(dialog.locator("section.conflict")).to_be_focused()
            expect(dialog.locator(".htmx-added, .htmx-settling, .htmx-swapping")).to_have_count(0)
        page.keyboard.press("Escape")
        expect(page.locator(".taken", has_text="denies")).to_have_count(
            0, timeout=30_000
        )  # with the conflict its issue is gone
        page.close()


@browses
@pytest.mark.parametrize("width", [320, 390, 768, 1440])
def test_nothing_is_wider_than_its_window(case: Store, browser: Browser, width: int) -> None:
    with serving(case) as address:
        page = browser.new_page(viewport={"width": width, "height": 800}, color_scheme="dark")
        for place in ("/case", "/issues"):
            page.goto(address + place)
            assert barriers(page, place) == []
        page.close()


@browses
def test_without_scripts_a_cell_is_a_page(case: Store, browser: Browser) -> None:
    with serving(case) as address:
        context = browser.new_context(java_script_enabled=False, locale="en-GB")
        page = context.new_page()
        page.goto(f"{address}/case")
        page.locator(".taken").first.click()
        expect(page.get_by_text("Does the text say so?").first).to_be_visible()
        page.get_by_role("button", name="Right").first.click()
        expect(page.get_by_text("Saved").first).to_be_visible()
        context.close()


@browses
def test_a_cell_says_whose_it_is_where_no_column_does(tmp_path: Path, browser: Browser) -> None:
    with (
        open_store(read_into(tmp_path, {"krant.txt": SAYS + DENIES}, "--date", "2031-05-12")) as case,
        serving(case) as address,
    ):
        page = browser.new_page(viewport={"width": 1440, "height": 900})
        page.goto(f"{address}/case")
        wide = page.locator(".taken .whose").evaluate_all("all => all.map((one) => getComputedStyle(one).clipPath)")
        assert wide and "none" not in wide  # each has a column, the last one too
        page.set_viewport_size({"width": 390, "height": 800})
        narrow = page.locator(".taken .whose").evaluate_all("all => all.map((one) => getComputedStyle(one).clipPath)")
        assert set(narrow) == {"none"}
        page.close()


ASIDE = """Havenuitbreiding Vossemonde kost 480 miljoen euro

Vossemonde, 3 maart 2024 - De uitbreiding van de haven van Vossemonde gaat 480 miljoen euro kosten. Dat zei wethouder \
Karel Dubbeldam zondag tegen deze krant. "De haven levert 2.400 banen op", zei Dubbeldam. Volgens hem leidt de \
uitbreiding tot meer werkgelegenheid en tot minder vrachtverkeer in de stad.

Milieubeweging Schone Kreek bestrijdt dat. "De uitbreiding kost zeker 910 miljoen euro", zei voorzitter Marit Oostveen. \
Volgens Oostveen zal de uitbreiding leiden tot meer vervuiling. Zij beschuldigde de wethouder van misleiding. "De haven \
levert hooguit 600 banen op", aldus Oostveen.
"""


def test_who_gives_no_answer_has_no_sign_of_one(tmp_path: Path) -> None:
    with open_store(read_into(tmp_path, {"krant.txt": ASIDE}, "--date", "2031-05-12")) as case:
        web = client(case)
        pages = {address: web.get(address).text for address in ("/case", "/issues")}
        held = re.compile(r"is-(asserts|judges|supposes|expects|promises)|✓|says so\b")
        for page in pages.values():
            rows = re.findall(r"<tr>.*?</tr>", page, re.DOTALL)
            [silent] = [row for row in rows if "speaks of it without an answer" in row]
            assert "says something of it" in silent
            assert not held.search(silent)
        keys = set(re.findall(r"/issues/([0-9a-z]{8,})\"", pages["/issues"]))
        alone = [web.get(f"/issues/{key}").text for key in keys]
        below = re.findall(r'<div class="beside">.*?</summary>', "".join((pages["/issues"], *alone)), re.DOTALL)
        assert len(below) == 2
        assert all("says something of it" in cell and not held.search(cell) for cell in below)
