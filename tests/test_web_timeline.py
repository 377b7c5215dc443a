"""The timeline: every event is in a bar and in the lane of its teller, whatever the time between the first and the last."""

from __future__ import annotations

import datetime as dt
import struct
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Literal
from xml.etree.ElementTree import Element, fromstring

import pytest
from command import run_here
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Browser, expect
from web_case import barriers, browses, client, own_copy, read_into, serving

from wederhoor.exchange.timeline.lanes import BARS, EventTeller, ToldCount, timeline_of
from wederhoor.exchange.timeline.picture import timeline_svg
from wederhoor.exchange.timeline.told import ToldEvent, tallies_of
from wederhoor.exchange.visible import visible
from wederhoor.exchange.wording import wording_for
from wederhoor.store import Store, open_store

ANNA = EventTeller("speaker", "speaker-1", "Anna Visser")
DAYS = st.lists(st.dates(), min_size=1, max_size=30, unique=True)
SVG = "{http://www.w3.org/2000/svg}"
KRANT = """Op 3 mei 2031 bezetten vissers de haven van Meerdam. De politie arresteerde op 4 mei 2031 twee vissers.

Burgemeester Oda Vlier zegt dat vissers op 3 mei 2031 een agent hebben aangevallen. Schipper Bram Kuil ontkent dat vissers \
op 3 mei 2031 een agent hebben aangevallen. Volgens Kuil heeft de politie de vissers mishandeld.
"""
BLAD = """Vakbond De Reep betoogde in Meerdam. Op 9 mei 2031 vielen drie doden bij een brand.

Els Prins zegt dat de politie op 10 mei 2031 vissers heeft geslagen.
"""
SAID = """Op 3 mei 2031 bezetten vissers de haven van Meerdam.

Iedereen zegt dat de politie op 4 mei 2031 twee vissers heeft mishandeld. Naar verluidt heeft de politie op 5 mei 2031 een \
schipper gearresteerd. Burgemeester Oda Vlier zegt dat de politie op 6 mei 2031 vissers heeft geslagen.
"""


def tally(day: str, events: int = 1, who: EventTeller = ANNA, *, known: bool = True, held: bool = True) -> ToldCount:
    return ToldCount(who, day, known=known, held=held, events=events)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    texts = {"blad.txt": BLAD, "krant.txt": KRANT}
    return read_into(tmp_path_factory.mktemp("timeline"), texts, "--date", "2031-05-12")


@pytest.fixture
def case(made: Path, tmp_path: Path) -> Iterator[Store]:
    with own_copy(made, tmp_path) as opened:
        yield opened


@given(DAYS)
def test_bars_hold_all_events_one_after_the_other(days: list[dt.date]) -> None:
    told = [tally(day.isoformat(), 2, known=day.day % 2 == 0, held=day.day % 3 > 0) for day in sorted(days)]
    found = timeline_of([*told, tally("", 3, known=False)])
    bars = found.bins
    assert sum(bar.all for bar in bars) == 2 * len(days)
    assert found.all == 2 * len(days) + 3
    assert len(bars) <= BARS
    assert bars[0].start <= told[0].day <= bars[0].end
    assert bars[-1].start <= told[-1].day <= bars[-1].end
    for one, other in pairwise(bars):
        assert dt.date.fromisoformat(one.end) + dt.timedelta(days=1) == dt.date.fromisoformat(other.start)


@pytest.mark.parametrize(
    ("first", "last", "bar"),
    [
        ("2031-03-01", "2031-03-20", ("2031-03-01", "2031-03-01")),
        ("2029-03-02", "2031-03-20", ("2029-03-01", "2029-03-31")),
        ("1950-03-02", "2031-03-20", ("1950-01-01", "1950-12-31")),
        ("1201-03-02", "2031-03-20", ("1200-01-01", "1209-12-31")),
    ],
)
def test_bars_are_as_short_as_the_time_allows(first: str, last: str, bar: tuple[str, str]) -> None:
    found = timeline_of([tally(first), tally(last)]).bins
    assert (found[0].start, found[0].end) == bar


@given(st.lists(st.integers(1, 9), min_size=1, max_size=40), st.integers(1, 12))
def test_tellers_without_a_lane_share_one_that_says_how_many(counts: list[int], lanes: int) -> None:
    tellers = [EventTeller("speaker", f"speaker-{number}", f"Spreker {number}") for number in range(len(counts))]
    found = timeline_of(
        [tally("2031-05-03", count, who) for who, count in zip(tellers, counts, strict=True)], lanes=lanes
    )
    assert found.all == sum(counts)
    assert sum(lane.tellers for lane in found.lanes) == len(counts)
    assert len(found.lanes) <= lanes + 1
    own = [lane.all for lane in found.lanes if lane.teller]
    assert own == sorted(own, reverse=True)


def test_no_event_is_left_out_of_the_page(case: Store) -> None:
    web = client(case)
    page = web.get("/timeline.json?all=1").json()
    events = sum(row["events"] for row in web.get("/documents.json").json()["rows"])
    listed = [*page["own"], *page["reported"], *page["without_day"]]
    assert len({row["id"] for row in listed}) == len(listed) == events
    lanes = page["lanes"]["lanes"]
    counted = sum(lane[kind] for lane in lanes for kind in ("events", "by_text", "unheld", "nowhere"))
    assert counted == events == sum(bar[kind] for bar in page["bins"] for kind in ("events", "by_text", "unheld"))
    assert len(page["without_day"]) == page["undated"]


def test_who_denies_what_happened_does_not_tell_that_it_did(case: Store) -> None:
    lanes = client(case).get("/timeline.json").json()["lanes"]["lanes"]
    by_name = {lane["teller"]["name"]: lane for lane in lanes}
    assert {"krant", "blad", "Oda Vlier", "Bram Kuil", "Els Prins"} <= {*by_name}
    assert by_name["Oda Vlier"]["events"] == 1
    assert (by_name["Bram Kuil"]["events"], by_name["Bram Kuil"]["unheld"]) == (0, 1)
    assert by_name["Bram Kuil"]["by_text"] == 1  # what he says himself, without a day


def test_a_period_and_a_teller_narrow_all_lists(case: Store) -> None:
    web = client(case)
    key = next(
        lane["teller"]["key"]
        for lane in web.get("/timeline.json").json()["lanes"]["lanes"]
        if lane["teller"]["name"] == "Bram Kuil"
    )
    page = web.get(f"/timeline.json?teller={key}").json()
    assert not page["own"]
    assert {row["speaker"] for row in [*page["reported"], *page["without_day"], *page["statements"]]} == {"Bram Kuil"}
    assert [lane["teller"]["name"] for lane in page["lanes"]["lanes"]] == ["Bram Kuil"]
    early = web.get("/timeline.json?from=2031-05-01&until=2031-05-04").json()
    assert {row["time_start"][:10] for row in [*early["own"], *early["reported"]]} == {"2031-05-03", "2031-05-04"}
    assert not early["without_day"]  # their texts are of the twelfth
    assert early["lanes"]["bins"][-1]["end"] == "2031-05-04"
    later = web.get("/timeline.json?from=2031-05-11").json()
    assert later["undated"] == len(later["without_day"]) > 0
    assert web.get("/timeline?teller=speaker-999999").status_code == 404
    assert web.get("/timeline?teller=x").status_code == 422


@given(st.lists(st.text(st.characters(codec="ascii", exclude_characters="<>&"), max_size=60), max_size=8))
def test_no_word_is_left_out_of_the_picture(words: list[str]) -> None:
    quote = " ".join(" ".join(words).split())
    lines = [one for one in fromstring(picture_of(quote)).iter(f"{SVG}text") if one.get("lang") == "en"]
    drawn = "".join("".join(one.itertext()) for one in lines)
    assert "".join(drawn.split()) == "".join(f"“{visible(quote)}”".split())


def picture_of(quote: str) -> bytes:
    told = ToldEvent(
        name=ANNA.name, start="2031-05-03", end=None, date=None, code="PROTEST", polarity="+", modality="actual",
        agents=(), patients=(), stance="asserts", verb=None, quote=quote, lang="en",
    )  # fmt: skip
    return timeline_svg(timeline_of(tallies_of([(ANNA, told)])), [told], wording_for("en"))


@browses
def test_nothing_is_drawn_beyond_the_edge(browser: Browser, case: Store) -> None:
    page = browser.new_context().new_page()
    for svg in (picture_of("W" * 400), picture_of("MWM WWW " * 60), client(case).get("/timeline.svg?lang=nl").content):
        page.set_content(svg.decode())
        edges = page.locator("text").evaluate_all("all => all.map(one => one.getBBox().x + one.getBBox().width)")
        assert max(edges) <= 1000


def texts_of(svg: bytes) -> list[str]:
    return ["".join(one.itertext()) for one in fromstring(svg).iter(f"{SVG}text")]


def test_the_picture_stands_on_its_own(case: Store) -> None:
    web = client(case)
    answer = web.get("/timeline.svg?lang=en")
    assert answer.headers["content-type"] == "image/svg+xml"
    assert answer.headers["content-disposition"] == 'attachment; filename="timeline.svg"'
    root: Element = fromstring(answer.content)
    assert root.tag == f"{SVG}svg"
    named = [one for tag in ("title", "desc") if (one := root.find(f"{SVG}{tag}")) is not None and one.text]
    assert " ".join(one.get("id", "") for one in named) == root.get("aria-labelledby")
    assert len(named) == 2
    assert not {one.tag.removeprefix(SVG) for one in root.iter()} & {"script", "style", "image", "foreignObject", "use"}
    assert not [name for one in root.iter() for name in one.keys() if "href" in name or name.startswith("on")]  # noqa: SIM118
    told = texts_of(answer.content)
    assert "Bram Kuil" in told
    assert any("contradicts it" in line and line.startswith("Bram Kuil") for line in told)
    assert any(line == "text of 12 May 2031" for line in told)
    assert min(float(one.get("font-size", "99")) for one in root.iter(f"{SVG}text")) >= 12
    assert web.get("/timeline.svg?lang=en").content == answer.content
    assert any("tekst van 12 mei 2031" in line for line in texts_of(web.get("/timeline.svg?lang=nl").content))


def test_the_terminal_writes_the_picture_of_the_pages(made: Path, case: Store, tmp_path: Path) -> None:
    assert exported(made, tmp_path) == client(case).get("/timeline.svg?lang=nl").content


def exported(case: Path, folder: Path) -> bytes:
    done = run_here("export", "timeline", case, "--out", folder / "zaak.svg")
    assert done.returncode == 0, done.stderr
    return (folder / "zaak.svg").read_bytes()


def test_who_is_joined_has_one_lane_and_keeps_his_name_at_what_he_says(tmp_path: Path) -> None:
    case = read_into(tmp_path, {"blad.txt": BLAD, "krant.txt": KRANT}, "--date", "2031-05-12")
    assert run_here("correct", case, "join-holders", "het bestuur", "Oda Vlier", "Els Prins").returncode == 0
    picture = exported(case, tmp_path)
    told = texts_of(picture)
    assert "het bestuur" in told
    assert not any(line.startswith("het bestuur ") for line in told)
    assert {line.split(" stelt")[0] for line in told if " stelt dit" in line} >= {"Oda Vlier", "Els Prins"}
    with open_store(case) as store:
        assert client(store).get("/timeline.svg?lang=nl").content == picture


def test_who_stands_for_nobody_is_authority_without_a_name(tmp_path: Path) -> None:
    case = read_into(tmp_path, {"krant.txt": SAID}, "--date", "2031-05-12")
    picture = exported(case, tmp_path)
    with open_store(case) as store:
        web = client(store)
        assert web.get("/timeline.svg?lang=nl").content == picture
        lanes = web.get("/timeline.json").json()["lanes"]["lanes"]
        assert sorted(lane["teller"]["name"] for lane in lanes) == ["", "Oda Vlier", "krant"]
        [unnamed] = [lane for lane in lanes if lane["teller"]["key"] == "unnamed"]
        page = web.get("/timeline.json?teller=unnamed").json()
        assert len(page["reported"]) == unnamed["events"] + unnamed["unheld"] > 1
        assert {row["speaker"] for row in page["statements"]} == {"iedereen", None}
        early = web.get("/timeline.json?teller=unnamed&until=2031-05-01").json()
        assert not early["statements"]


def test_whom_an_event_befalls_is_not_written_as_who_did_it() -> None:
    told = ToldEvent(
        name="De Kade", start="2031-05-03", end=None, date=None, code="ASSAULT", polarity="+", modality="actual",
        agents=(), patients=("twee vissers",), stance=None, verb=None, quote="", lang="nl",
    )  # fmt: skip
    lines = texts_of(timeline_svg(timeline_of([]), [told], wording_for("nl")))
    assert any(line.endswith("→ twee vissers") for line in lines)


@browses
@pytest.mark.parametrize(("address", "button", "name"), [
    ("/timeline", "Als beeld (PNG)", "tijdlijn.png"), ("/network", "Als beeld", "Wie tegenover wie staat.png"),
])  # fmt: skip
def test_a_drawing_is_saved_as_a_picture_of_dots(
    case: Store, browser: Browser, address: str, button: str, name: str
) -> None:
    with serving(case) as server:
        page = browser.new_page(locale="nl-NL")
        page.goto(server + address)
        with page.expect_download() as got:
            page.get_by_role("button", name=button).click()
        picture = Path(got.value.path()).read_bytes()
        width, height = struct.unpack(">II", picture[16:24])
        assert (picture[:8], got.value.suggested_filename) == (b"\x89PNG\r\n\x1a\n", name)
        assert min(width, height) > 100
        page.close()


@browses
def test_the_lanes_can_be_read_and_followed_without_scripts(case: Store, browser: Browser) -> None:
    with serving(case) as server:
        windows: tuple[tuple[int, Literal["light", "dark"]], ...] = ((1440, "light"), (390, "dark"), (320, "light"))
        for width, scheme in windows:
            context = browser.new_context(viewport={"width": width, "height": 900}, locale="nl-NL")
            page = context.new_page()
            page.emulate_media(color_scheme=scheme)
            page.goto(f"{server}/timeline")
            assert not barriers(page, f"/timeline at {width}")
            context.close()
        context = browser.new_context(java_script_enabled=False, locale="nl-NL")
        page = context.new_page()
        page.goto(f"{server}/timeline")
        lanes = page.get_by_role("region", name="Wie het vertelt")
        expect(lanes.get_by_role("listitem").filter(has_text="Bram Kuil")).to_contain_text("1 niet als gebeurd verteld")
        expect(page.get_by_role("region", name="Zonder bekende dag")).to_contain_text("tekst van 12 mei 2031")
        lanes.get_by_role("link", name="Bram Kuil").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Tijdlijn: Bram Kuil")
        with page.expect_download() as got:
            page.get_by_role("link", name="Als beeld (SVG)").click()
        assert got.value.suggested_filename == "tijdlijn.svg"
        assert "Bram Kuil" in texts_of(Path(got.value.path()).read_bytes())
        context.close()
