"""Who stands against whom, drawn and listed; and where it happened, on a map that asks no network."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

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


CROWD = """Anna Visser, Bram Haak, Carla Prins, Dirk Kuil, Els Vlier, Frans Stam, Greet Doorn, Hans Wolthuis, \
Ineke Kloosterziel, Jaap Hoogewoud, Karin Verschueren, Leo Makanda, Mieke Oukali, Nico Stuyvaert, Olga Doornbosch, \
Piet Rietveld, Rosa Zandstra, Sjaak Meulenbeld, Tineke Oosterhuis, Wim Vandenberghe"""


@pytest.fixture(scope="module")
def crowd(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Twenty who accuse and support each other in every direction: more than a drawing takes."""
    names = CROWD.split(", ")
    lines = [
        f"{one} {verb} {names[(number * step + step) % 20]}{rest}."
        for number, one in enumerate(names)
        for step, verb, rest in (
            (3, "beschuldigt", " van bedrog"),
            (7, "steunt", ""),
            (11, "beschuldigt", " van diefstal"),
        )
        if one != names[(number * step + step) % 20]
    ]
    texts = {f"t{part}.txt": "\n\n".join(lines[part::4]) for part in range(4)}
    return read_into(tmp_path_factory.mktemp("crowd"), texts, "--date", "2031-05-12")


@pytest.fixture
def crowded(crowd: Path, tmp_path: Path) -> Iterator[Store]:
    with own_copy(crowd, tmp_path) as opened:
        yield opened


def test_the_list_and_the_table_have_every_tie_and_the_drawing_the_first(crowded: Store) -> None:
    web = client(crowded)
    whole = web.get("/network.json?all=1").json()
    first = web.get("/network.json").json()
    assert whole["people_in_all"] == 20
    assert len(first["people"]) <= 16
    assert len(whole["ties"]) == whole["ties_in_all"] > 50
    paged, after = [*first["ties"]], first["next"]
    while after:
        page = web.get(f"/network.json?after={after}").json()
        paged, after = [*paged, *page["ties"]], page["next"]
    assert paged == whole["ties"]
    assert web.get("/network.csv").text.count("\r\n") == 1 + len(paged)
    second = web.get("/network?after=50").text
    assert f'id="edge-0-{len(paged) - 1}"' in second
    assert 'id="graph-0"' not in second
    assert 'href="/network?after=50"' in web.get("/network").text


def joined(tie: dict[str, Any]) -> tuple[str, str, str, int]:
    return tie["a"]["name"], tie["kind"], tie["b"]["name"], tie["times"]


def test_the_ties_of_one_are_his_alone_and_all_of_his(crowded: Store) -> None:
    web = client(crowded)
    every = web.get("/network.json?all=1").json()["ties"]
    for name in ("Anna Visser", "Wim Vandenberghe"):
        who = next(tie[end]["who"] for tie in every for end in ("a", "b") if tie[end]["name"] == name)
        his = web.get(f"/network.json?all=1&who={who}").json()
        assert sorted(map(joined, his["ties"])) == sorted(one for one in map(joined, every) if name in {one[0], one[2]})
        assert his["around"]["name"] == name
        page = web.get(f"/network?who={who}").text
        assert 'id="graph-0"' in page
        assert f"/network?who={who}" in web.get(his["around"]["page"]).text
    assert web.get("/network?who=actor-999999").status_code == 404
    assert web.get("/network?who=nobody").status_code == 422


DRAWN = """() => {
  const graph = document.querySelector(".graph")._cyreg.cy, frame = graph.container();
  const boxes = graph.nodes().map((node) => node.renderedBoundingBox({ includeOverlays: false }));
  const all_ = graph.nodes().renderedBoundingBox();
  const through = graph.edges().filter((edge) => {
    const [a, b] = [edge.sourceEndpoint(), edge.targetEndpoint()];
    const bend = (edge.controlPoints() ?? [])[0] ?? { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
    const at = (part, name) => (1 - part) ** 2 * a[name] + 2 * part * (1 - part) * bend[name] + part ** 2 * b[name];
    return graph.nodes().not(edge.connectedNodes()).some((node) => [...Array(41).keys()].some((n) =>
      Math.abs(at(n / 40, "x") - node.position("x")) < node.outerWidth() / 2 &&
      Math.abs(at(n / 40, "y") - node.position("y")) < node.outerHeight() / 2));
  });
  return {
    people: boxes.length, lines: graph.edges().length, through: through.length,
    letters: Math.min(...graph.nodes().not(".bare").map((node) => node.numericStyle("font-size") * graph.zoom())),
    outside: boxes.filter((a) => a.x1 < 0 || a.y1 < 0 || a.x2 > frame.clientWidth || a.y2 > frame.clientHeight).length,
    share: Math.max(all_.w / frame.clientWidth, all_.h / frame.clientHeight),
  };
}"""
TAP = """(number) => { document.querySelector(".graph")._cyreg.cy.nodes()[number].emit("tap"); }"""
MARKED = """() => {
  const chosen = document.querySelector(".graph")._cyreg.cy.nodes(".chosen").map((node) => node.data("shown")).sort();
  return { chosen, rows: [...document.querySelectorAll(".tie.marked > summary")].map((row) => row.textContent) };
}"""


@browses
@pytest.mark.browser
def test_a_crowded_network_is_all_in_its_frame_in_letters_that_can_be_read_and_fills_the_screen(
    crowded: Store, browser: Browser
) -> None:
    with serving(crowded) as address:
        for width, height in ((1440, 900), (768, 900), (390, 844)):
            page = browser.new_page(locale="nl-NL", viewport={"width": width, "height": height})
            page.goto(f"{address}/network")
            expect(page.locator(".graph canvas").first).to_be_visible(timeout=PATIENCE * 1000)
            found = page.evaluate(DRAWN)
            assert found["people"] >= 14
            assert (found["outside"], found["letters"] > 10.9) == (0, True), (width, found)
            assert found["through"] <= found["lines"] // 20, (width, found)
            for _ in range(6):
                page.locator("[data-zoom=out]").click()
            assert page.evaluate(DRAWN)["letters"] > 10.9, width
            page.locator("[data-zoom=full]").click()
            page.wait_for_function(
                "document.fullscreenElement && document.querySelector('.graph').clientWidth > innerWidth - 60"
            )
            page.wait_for_timeout(1000)
            full = page.evaluate(DRAWN)
            assert (full["outside"], full["letters"] > 10.9) == (0, True), (width, full)
            assert full["share"] > 0.6, (width, full)
            page.close()


@browses
@pytest.mark.browser
def test_a_name_marks_its_ties_and_an_open_tie_is_marked_in_the_drawing(crowded: Store, browser: Browser) -> None:
    with serving(crowded) as address:
        page = browser.new_page(locale="nl-NL", viewport={"width": 1440, "height": 900})
        page.goto(f"{address}/network")
        expect(page.locator(".graph canvas").first).to_be_visible(timeout=PATIENCE * 1000)
        page.evaluate(TAP, 0)
        name = page.evaluate("document.querySelector('.graph')._cyreg.cy.nodes()[0].data('shown')")
        marked = page.evaluate(MARKED)
        assert name in marked["chosen"]
        assert marked["rows"]
        assert all(name in row for row in marked["rows"])
        listed = [row for row in page.locator(".tie > summary").all_text_contents() if name in row]
        assert listed == marked["rows"]
        page.evaluate(TAP, 0)
        assert page.evaluate(MARKED) == {"chosen": [], "rows": []}
        page.locator(".tie > summary").nth(2).click()
        page.wait_for_function("document.querySelector('.graph')._cyreg.cy.nodes('.chosen').length === 2")
        marked = page.evaluate(MARKED)
        assert all(one in marked["rows"][0] for one in marked["chosen"])
        page.keyboard.press("Escape")
        assert page.evaluate(MARKED)["chosen"] == []
        page.close()


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
