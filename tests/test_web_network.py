"""Who stands against whom, drawn and listed; and where it happened, on a map that asks no network."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from playwright.sync_api import Browser, expect
from test_web_actors import FIRST, SECOND
from web_case import PATIENCE, barriers, browses, client, own_copy, read_into, serving

from wederhoor.store import Store
from wederhoor.store.places import PlaceRow
from wederhoor.web.map_view import map_view, outlines

THIRD = """In Rotterdam arresteerde de politie dinsdag twee mannen. In Antwerpen vielen drie doden bij een brand. Vissers \
bezetten in Vlissingen de haven. In Rotterdam demonstreerden vakbonden.

De Zeebond beschuldigt Anna Visser van bedrog. Els Prins zegt dat de vissers Tom Haak van diefstal hebben beschuldigd.
"""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    texts = {"blad.txt": SECOND, "bode.txt": THIRD, "krant.txt": FIRST}
    return read_into(tmp_path_factory.mktemp("network"), texts, "--date", "2031-05-12")


@pytest.fixture
def case(made: Path, tmp_path: Path) -> Iterator[Store]:
    with own_copy(made, tmp_path) as opened:
        yield opened


def ties(web: TestClient) -> dict[tuple[str, str, str], int]:
    return {
        (tie["a"]["name"], tie["kind"], tie["b"]["name"]): tie["times"]
        for tie in web.get("/network.json").json()["ties"]
    }


def test_every_tie_has_the_words_that_carry_it(case: Store) -> None:
    web = client(case)
    for tie in web.get("/network.json").json()["ties"]:
        carried = [*tie["conflicts"], *tie["collisions"], *tie["statements"], *tie["events"], *tie["issues"]]
        assert carried, tie
        names = {tie["a"]["name"], tie["b"]["name"]}
        assert all({row["a_speaker"], row["b_speaker"]} == names for row in tie["conflicts"])
        assert all(row["speaker"] == tie["a"]["name"] for row in tie["statements"])
    assert web.get("/network.csv").text.count("\r\n") == 1 + len(ties(web))


def test_who_contradicts_accuses_and_speaks_of_whom(case: Store) -> None:
    found = ties(client(case))
    pairs = {frozenset((a, b)) for a, kind, b in found if kind == "contradicts"}
    assert frozenset(("Anna Visser", "Tom Haak")) in pairs
    assert ("Zeebond", "accuses", "Anna Visser") in found
    assert ("Tom Haak", "speaks_of", "Anna Visser") in found
    # what Els Prins says that they did is her word, and no tie of theirs
    assert ("vissers", "accuses", "Tom Haak") not in found
    told = client(case).get("/timeline.json?all=1").json()["without_day"]
    assert any(row["code"] == "ACCUSE" and row["patients"] == ["Tom Haak"] for row in told)


def test_a_rejected_conflict_is_no_tie_any_more(case: Store) -> None:
    web = client(case)
    [tie] = [
        one for one in web.get("/network.json").json()["ties"]
        if one["kind"] == "contradicts" and {one["a"]["name"], one["b"]["name"]} == {"Anna Visser", "Tom Haak"}
    ]  # fmt: skip
    for row in tie["conflicts"]:
        verdict = {"csrf": "right", "verdict": "different"}
        assert web.post(f"/documents/{row['id'] >> 22}/conflicts/{row['item']}/judge", data=verdict).status_code == 200
    assert not [one for one in ties(web) if one[1] == "contradicts" and {one[0], one[2]} == {"Anna Visser", "Tom Haak"}]


def test_the_drawing_shows_only_ties_of_the_list_on_the_first_page_too(case: Store) -> None:
    web = client(case)
    for address in ("/network", "/case"):
        page = web.get(address).text
        match = re.search(r'id="data-0">(.*?)</script>', page)
        assert match
        drawn = json.loads(match[1])
        names = {node["id"]: node["shown"] for node in drawn["nodes"]}
        listed = {frozenset((a, b)) for a, _, b in ties(web)}
        assert drawn["edges"]
        for edge in drawn["edges"]:
            assert frozenset((names[edge["source"]], names[edge["target"]])) in listed
            assert f'id="edge-0-{edge["id"][1:]}"' in page


@browses
@pytest.mark.browser
def test_an_edge_opens_its_words_and_nothing_stands_in_the_way(case: Store, browser: Browser) -> None:
    with serving(case) as address:
        context = browser.new_context(locale="nl-NL", viewport={"width": 320, "height": 800}, color_scheme="dark")
        page = context.new_page()
        page.goto(f"{address}/network")
        expect(page.locator("#graph-0 canvas").first).to_be_visible()
        assert barriers(page, "/network") == []
        summary = page.locator("details.tie > summary").first
        summary.focus()
        page.keyboard.press("Enter")
        expect(page.locator("details.tie[open] blockquote").first).to_be_visible()
        assert barriers(page, "/network, open") == []
        for place in ("/map", "/map?world=1", "/map/place?name=Rotterdam", "/case"):
            page.goto(f"{address}{place}")
            assert barriers(page, place) == []
        context.close()


# Places


NAMES = """() => {
  const graph = document.querySelector(".graph")._cyreg.cy, frame = graph.container();
  const boxes = graph.nodes().map((node) => node.renderedBoundingBox({ includeOverlays: false }));
  const cover = (a, b) => a.x1 < b.x2 && b.x1 < a.x2 && a.y1 < b.y2 && b.y1 < a.y2;
  return {
    people: boxes.length, letters: 13 * graph.zoom(),
    cut: boxes.filter((a) => a.x1 < 0 || a.y1 < 0 || a.x2 > frame.clientWidth || a.y2 > frame.clientHeight).length,
    covered: boxes.filter((a, at) => boxes.some((b, other) => other > at && cover(a, b))).length,
  };
}"""


@browses
def test_a_narrow_page_shows_everybody_of_the_network_by_names_that_can_be_read(case: Store, browser: Browser) -> None:
    with serving(case) as address:
        for width in (1440, 390, 320):
            page = browser.new_page(locale="nl-NL", viewport={"width": width, "height": 844})
            page.goto(f"{address}/network")
            expect(page.locator(".graph canvas").first).to_be_visible(timeout=PATIENCE * 1000)
            drawn = page.evaluate(NAMES)
            assert drawn["people"] > 3
            assert drawn["letters"] >= 10.9, width
            assert (drawn["cut"], drawn["covered"]) == (0, 0), width
            page.close()


def test_places_have_their_events_on_a_map_and_in_a_list(case: Store) -> None:
    web = client(case)
    places = {row["place"]: row for row in web.get("/map.json").json()["places"]}
    assert places["Rotterdam"]["events"] == 2
    assert (round(places["Rotterdam"]["lat"]), round(places["Rotterdam"]["lon"])) == (52, 4)
    page = web.get("/map").text
    assert page.count('class="dot"') == sum(row["lat"] is not None for row in places.values())
    assert outlines().split("\n")[0] in page
    happened = web.get("/map/place.json?name=Rotterdam").json()["rows"]
    assert [row["place"] for row in happened] == ["Rotterdam"] * 2
    assert 'href="/map/place?name=Rotterdam"' in web.get("/timeline").text
    assert web.get("/map/place?name=Nergens").status_code == 200
    assert web.get("/map.csv").text.count("\r\n") == 1 + len(places)


def place(name: str, lat: float | None, lon: float | None, events: int = 1) -> PlaceRow:
    return PlaceRow(place=name, country=None, lat=lat, lon=lon, events=events)


@pytest.mark.parametrize(
    "places",
    [
        [place("a", 52.0, 4.5)],
        [place("a", 52.0, 4.5), place("b", 48.9, 2.4), place("c", None, None)],
        [place("a", -33.9, 151.2), place("b", 40.7, -74.0, 90)],
        [place("a", 89.0, 179.9), place("b", -89.0, -179.9)],
    ],
)
def test_all_places_are_inside_what_is_drawn(places: list[PlaceRow]) -> None:
    view = map_view(places)
    left, top, wide, high = view.box
    assert len(view.dots) == sum(one.lat is not None for one in places)
    for dot in view.dots:
        assert left <= dot.x <= left + wide
        assert top <= dot.y <= top + high
        assert 0 < dot.radius < high / 10


def test_the_outlines_stay_in_the_world_and_never_cross_it() -> None:
    for line in outlines().strip().split("\n"):
        for part in line.split("M")[1:]:
            first, _, moves = part.partition("l")
            x, y = map(int, first.split())
            steps = list(map(int, moves.split()))
            for dx, dy in zip(steps[::2], steps[1::2], strict=True):
                assert abs(dx) <= 1800
                x, y = x + dx, y + dy
                assert 0 <= x <= 3600
                assert 0 <= y <= 1800
