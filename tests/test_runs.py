"""The commands on models as users meet them, and their pages in a real browser."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path
from typing import Any, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from command import run_here
from playwright.sync_api import Browser, Page
from web_case import browses

from wederhoor.exchange.models import read_model
from wederhoor.exchange.models.edge_list import write_edge_list
from wederhoor.exchange.runs.html import comparison_page, loops_page, press_page
from wederhoor.exchange.runs.words import run_words
from wederhoor.records import Edge, Ground, Model, UnheldLink, Variable
from wederhoor.running import Question, compare, find_loops, press

EXAMPLES = Path(__file__).resolve().parents[1] / "examples" / "models"
MAYOR, RESIDENTS, REPORTER = (EXAMPLES / f"{name}.csv" for name in ("mayor", "residents", "reporter"))


def wederhoor(*arguments: str | Path, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return run_here(*arguments, stdin=stdin)


def succeeded(*arguments: str | Path, stdin: bytes = b"") -> str:
    done = wederhoor(*arguments, stdin=stdin)
    assert (done.returncode, done.stderr.decode()) == (0, "")
    return done.stdout.decode()


def refused(code: str, *arguments: str | Path) -> str:
    done = wederhoor(*arguments)
    (line,) = done.stderr.decode().splitlines()
    assert done.returncode == 2
    assert line.startswith(f"wederhoor: {code}: ")
    return line


# Commands


def test_loops_are_told_in_words_with_their_sentences() -> None:
    shown = succeeded("loops", "--model", RESIDENTS)
    assert "R1  more police → more anger → more protest → more damage → more police (reinforcing, 4 links)" in shown
    assert "B1  more anger → more protest → more talks → less anger (balancing, 3 links)" in shown
    assert "“Where thousands stand, something breaks.” (open-letter)" in shown
    assert "meer police" in succeeded("loops", "--model", RESIDENTS, "--lang", "nl")


def test_loops_as_json() -> None:
    report = json.loads(succeeded("loops", "--model", RESIDENTS, "--format", "json"))
    assert report["cut"] is False
    assert [(loop["variables"], loop["polarity"]) for loop in report["loops"]] == [
        (["anger", "protest", "talks"], "B"),
        (["police", "anger", "protest", "damage"], "R"),
    ]
    assert report["loops"][0]["edges"][2] == {"from": "talks", "to": "anger", "sign": "-"}


def test_press_as_json() -> None:
    arguments = ("press", "--model", REPORTER, "--up", "police", "--draws", "500", "--seed", "7", "--format", "json")
    report = json.loads(succeeded(*arguments, "--prior", "uniform", "--self-limit", "all"))
    assert list(report)[7:10] == ["seed", "accepted", "drawn"] or {"accepted", "drawn", "unstable_share"} <= set(report)
    assert report["drawn"] == 500
    assert report["accepted"] == round(500 * (1 - report["unstable_share"]))
    by_name = {response["variable"]: response for response in report["responses"]}
    assert by_name["anger"]["verdict"] == "certain" and by_name["anger"]["flips_with"] is None
    protest = by_name["protest"]
    assert protest["up"] + protest["down"] + protest["none"] == pytest.approx(1)
    assert protest["verdict"] in {"open", "leaning"}
    assert {"from", "to", "sign", "change", "share"} == set(protest["flips_with"])
    assert succeeded(*arguments) == succeeded(*arguments)


def test_press_in_words() -> None:
    shown = succeeded("press", "--model", REPORTER, "--up", "police", "--observed", "protest:down")
    assert "Press: police up" in shown and "observed: protest down" in shown
    assert re.search(r"anger +▲ up +certain +100% +0% +0%", shown)
    assert "Where it escalates:" in shown
    assert not re.search(r" $", shown, re.MULTILINE)


def test_compare_names_the_test_that_reality_can_decide() -> None:
    shown = succeeded("compare", "--model", MAYOR, "--model", RESIDENTS, "--up", "police")
    assert "protest: mayor says down, residents says up" in shown
    assert "police → protest (mayor: −, residents: absent)" in shown
    report = json.loads(
        succeeded(
            "compare",
            "--model",
            MAYOR,
            "--model",
            RESIDENTS,
            "--up",
            "police",
            "--observed",
            "protest:up",
            "-f",
            "json",
        )
    )
    assert [weight["weight"] for weight in report["weights"]] == [0.0, 1.0]
    assert len(report["reports"]) == 2


@pytest.mark.parametrize("form", ["csv", "graphml", "xmile", "xmile-drawing", "kumu", "mermaid", "dot"])
def test_a_model_is_written_in_every_format(form: str, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert succeeded("model", "--model", MAYOR, "--to", form, "--out", out) == ""
    assert "police" in out.read_text(encoding="utf-8")
    assert [path.name for path in tmp_path.iterdir()] == ["out"]
    if form in {"csv", "graphml"}:
        assert read_model(out).edges == read_model(MAYOR).edges


def test_standard_input_is_a_model() -> None:
    shown = succeeded("press", "--model", "-", "--up", "a", stdin=b"from,to,sign\na,b,+\n")
    assert "stdin" in shown and "certain" in shown


def test_refusals(tmp_path: Path) -> None:
    bad = tmp_path / "bad.csv"
    bad.write_text("from,to,sign\na,b,+\na,b,-\n", encoding="utf-8")
    refused("W503", "loops", "--model", bad)
    refused("W104", "loops", "--model", tmp_path / "none.csv")
    assert "Did you mean police?" in refused("W504", "press", "--model", MAYOR, "--up", "polcie")
    refused("W504", "model", "--model", MAYOR, "--to", "xmile", "--up", "polcie")
    refused("W506", "press", "--model", MAYOR, "--up", "police", "--observed", "protest")
    refused("W507", "press", "--model", MAYOR)
    refused("W509", "compare", "--model", MAYOR, "--up", "police")
    copy = tmp_path / "copy.csv"
    copy.write_bytes(MAYOR.read_bytes())
    assert "one of the files" in refused("W401", "model", "--model", copy, "--to", "csv", "--out", copy)
    refused("W401", "model", "--model", MAYOR, "--to", "csv", "--out", tmp_path / "no" / "out")
    assert b"Usage: " in wederhoor("press", "--model", MAYOR, "--prior", "flat").stderr


def test_names_in_two_spellings_are_told_and_stop_nothing(tmp_path: Path) -> None:
    file = tmp_path / "m.csv"
    file.write_text("from,to,sign\nAnger,protest,+\nprotest,anger,+\n", encoding="utf-8")
    done = wederhoor("loops", "--model", file)
    assert done.returncode == 0
    assert done.stderr.decode().startswith("wederhoor: W530: ")


def test_the_words_are_the_same_in_both_languages_by_key() -> None:
    assert run_words("nl").code == "nl"
    assert run_words("de") is run_words("en") or run_words("de").code == "en"


@pytest.mark.parametrize(("share", "said"), [(0.0, "0%"), (0.001, "1%"), (0.655, "66%"), (0.999, "99%"), (1.0, "100%")])
def test_none_and_all_are_said_only_of_none_and_all(share: float, said: str) -> None:
    assert run_words("nl").percent(share) == said


# Pages


def pages() -> dict[str, str]:
    words = run_words("en")
    mayor, residents, reporter = (read_model(file) for file in (MAYOR, RESIDENTS, REPORTER))
    asked = Question(up=("police",), draws=300)
    seen = Question(up=("police",), draws=300, observed={"protest": "up"})
    return {
        "loops": loops_page(find_loops(residents), residents, words),
        "press": press_page(press(reporter, asked), reporter, words),
        "compare": comparison_page(compare([mayor, residents], seen), [mayor, residents], words),
    }


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("runs")
    for name, page in pages().items():
        (folder / f"{name}.html").write_text(page, encoding="utf-8", newline="")
    return folder


def opened(browser: Browser, address: str, said: list[str], **options: Any) -> Page:
    page = browser.new_context(**{"viewport": {"width": 1280, "height": 900}, **options}).new_page()
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda request: said.append(request.url) if request.url != address else None)
    page.goto(address)
    return page


def test_pages_are_the_same_each_time_and_load_nothing() -> None:
    assert pages() == pages()
    for page in pages().values():
        assert re.findall(r"<(?:link|img|iframe|object|embed|base)\b|\sstyle=", page) == []


@browses
def test_a_loop_is_shown_in_the_graph_by_keyboard(browser: Browser, folder: Path) -> None:
    said: list[str] = []
    page = opened(browser, (folder / "loops.html").as_uri(), said)
    button = page.locator(".loop .show").first
    button.focus()
    page.keyboard.press("Enter")
    assert button.get_attribute("aria-pressed") == "true"
    assert page.locator(".loop.current").count() == 1
    page.keyboard.press("Escape")
    assert page.locator(".loop.current").count() == 0
    assert page.locator(".graph canvas").count() > 0
    page.locator("summary").filter(has_text="anger → protest").last.press("Enter")
    assert page.locator("blockquote:visible").first.inner_text().startswith("That anger is what fills the quay")
    assert said == []
    page.context.close()


@browses
def test_the_bars_say_the_shares(browser: Browser, folder: Path) -> None:
    said: list[str] = []
    page = opened(browser, (folder / "press.html").as_uri(), said)
    row = page.locator("tr", has_text="protest").first
    label = row.locator("svg").get_attribute("aria-label") or ""
    found = re.fullmatch(r"protest: up (\d+)%, down (\d+)%, no change 0%", label)
    assert found and 98 <= int(found[1]) + int(found[2]) <= 101
    assert f"{found[1]}%" in row.inner_text()
    assert said == []
    page.context.close()


@browses
def test_it_reads_without_javascript(browser: Browser, folder: Path) -> None:
    for name in ("loops", "press", "compare"):
        page = opened(browser, (folder / f"{name}.html").as_uri(), [], java_script_enabled=False)
        assert page.locator("button:visible").count() == 0
        assert not page.locator(".graphs").is_visible()
        assert page.get_by_text("more anger → more protest").first.is_visible()
        page.locator("details.edge summary").first.click()
        assert page.locator("details.edge blockquote").first.is_visible()
        page.context.close()


@browses
def test_hostile_names_and_quotes_stay_text(browser: Browser, tmp_path: Path) -> None:
    evil = "</script><script>document.title='taken'</script><img src=x onerror=alert(1)>"
    names = [evil, "{{ 7 * 7 }}", "\u202egnorw", "<!--"]
    quote = Ground(quote=evil + "\n\0\x1b[31m", source="javascript:alert(1)", spans=((1, 2),))
    model = Model(
        name=evil,
        variables=tuple(Variable(name=name) for name in names),
        edges=tuple(
            Edge(cause=names[at], effect=names[(at + 1) % 4], sign="+", grounds=(quote,), optional=True)
            for at in range(4)
        ),
    )
    file = tmp_path / "evil.html"
    file.write_text(press_page(press(model, Question(up=(evil,), draws=100)), model, run_words("nl")), encoding="utf-8")
    said: list[str] = []
    page = opened(browser, file.as_uri(), said)
    assert page.title() == f"Druk: {evil} omhoog – Wederhoor"
    assert page.locator("blockquote q").first.text_content() == quote.quote.replace("\0", "␀").replace("\x1b", "␛")
    page.locator(".loop .show").first.click()
    assert "<U+202E>gnorw" in page.locator("main").inner_text()
    assert said == []
    page.context.close()


@browses
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("name", ["loops", "press", "compare"])
def test_axe_finds_nothing(
    browser: Browser, folder: Path, name: str, width: int, scheme: Literal["light", "dark"]
) -> None:
    # axe is a script from outside, which the page's own policy rightly refuses.
    options = {"viewport": {"width": width, "height": 720}, "color_scheme": scheme, "bypass_csp": True}
    page = opened(browser, (folder / f"{name}.html").as_uri(), [], **options)
    assert page.evaluate("document.documentElement.scrollWidth") == width
    page.locator(".loop .show").first.click()
    page.locator("summary").first.click()
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    page.context.close()


# What is not said, and what is denied

VISSER = Model(
    name="Visser",
    variables=(Variable(name="uitkoop"), Variable(name="banen"), Variable(name="weer")),
    edges=(Edge(cause="uitkoop", effect="banen", sign="-"), Edge(cause="weer", effect="banen", sign="+")),
    lang="nl",
)
SMIT = Model(
    name="Smit",
    variables=(Variable(name="uitkoop"), Variable(name="rust"), Variable(name="banen")),
    edges=(
        Edge(
            cause="uitkoop",
            effect="rust",
            sign="+",
            grounds=(Ground(quote="dat geeft rust", speaker="de auteur (krant)"),),
        ),
    ),
    unheld=(
        UnheldLink(
            cause="uitkoop",
            effect="banen",
            sign="-",
            stance="denies",
            grounds=(Ground(quote="de uitkoop <i>banen</i> kost", source="krant", speaker="Jan Smit", verb="ontkent"),),
        ),
    ),
    holder="Jan Smit",
    lang="nl",
)


def test_every_view_says_silence_pushes_and_denials_in_words() -> None:
    words, asked = run_words("nl"), Question(up=("uitkoop",), draws=50)
    comparison = compare([VISSER, SMIT], asked)
    (one,) = comparison.contested
    assert (one.maintained_by, one.against, one.sign, one.stance) == ("Visser", "Smit", "-", "denies")
    views = [
        (press_page(press(VISSER, asked), VISSER, words), ["met de hand geduwd", "zegt hier niets over"], []),
        (
            press_page(press(SMIT, asked), SMIT, words),
            ["ontkent dat het hiertoe leidt", "ontkend: uitkoop → banen (−)", "Jan Smit: ontkent", "de auteur (krant)"],
            ["<i>banen</i>"],
        ),
        (loops_page(find_loops(SMIT), SMIT, words), ["ontkend: uitkoop → banen (−)"], []),
        (comparison_page(comparison, [VISSER, SMIT], words), ["Visser houdt het staande, ontkend door Smit"], []),
    ]
    for page, there, absent in views:
        assert all(one in page for one in there), there
        assert not any(one in page for one in absent)
        assert "geen verandering 100%" not in page


def test_the_terminal_says_so_too(tmp_path: Path) -> None:
    for model in (VISSER, SMIT):
        (tmp_path / f"{model.name}.csv").write_text(write_edge_list(model), encoding="utf-8")
    visser, smit = tmp_path / "Visser.csv", tmp_path / "Smit.csv"
    shown = succeeded("compare", "--model", visser, "--model", smit, "--up", "uitkoop", "--lang", "nl")
    assert re.search(r"banen +▼ omlaag, zeker +ontkent dat het hiertoe leidt", shown)
    assert re.search(r"weer +zegt hier niets over +komt er niet in voor", shown)
    assert "uitkoop → banen (−): Visser houdt het staande, ontkend door Smit" in shown
    assert "“de uitkoop <i>banen</i> kost” (Jan Smit: ontkent; krant)" in shown
    told = succeeded("model", "--model", smit, "--lang", "nl")
    assert "“dat geeft rust” (de auteur (krant))" in told
