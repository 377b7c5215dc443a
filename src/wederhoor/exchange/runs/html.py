"""Reports on runs as one web page that stands on its own: tables and lists, and the same as a graph where scripts may run.

Names and quotes are hostile input: all of them are escaped, and the page's own policy lets nothing run or load but the style and
the scripts that are printed in it, by their hash. The graph is drawn by Cytoscape.js (MIT), which lies in templates/vendor.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Final

import msgspec
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from wederhoor import __version__
from wederhoor.exchange.runs.text import direction_words, loop_names
from wederhoor.exchange.runs.words import RunWords, asked, flip_words, link_name, percent, seen, told
from wederhoor.exchange.visible import visible
from wederhoor.records import (
    Behind,
    Comparison,
    Crux,
    Edge,
    Ground,
    Link,
    Loop,
    LoopReport,
    Model,
    PressReport,
    Response,
)
from wederhoor.running import find_loops

LOOPS: Final = 100
"""Loops that are listed on a page; the others are in the JSON."""
DRAWN: Final = 150
"""Variables in the largest graph that is drawn."""

# NUL and lone surrogates no page can hold.
_UNWRITABLE: Final = {0: "\ufffd"} | dict.fromkeys(range(0xD800, 0xE000), "\ufffd")
_STYLES: Final = ("reading.css", "run.css")
_SCRIPTS: Final = ("vendor/cytoscape.min.js", "run.js")


class Heading(msgspec.Struct, frozen=True):
    """What stands above a page."""

    title: str
    facts: Sequence[str]
    notices: Sequence[str] = ()


class ShownLoop(msgspec.Struct, frozen=True):
    """A loop in the list of a model; ``edges`` are numbers of edges of that model."""

    name: str
    polarity: str
    told: str
    kind: str
    edges: str
    links: tuple[ShownEdge, ...]


class ShownEdge(msgspec.Struct, frozen=True):
    """An edge with the words that it rests on."""

    number: int
    name: str
    kind: str
    grounds: tuple[Ground, ...]


class ShownModel(msgspec.Struct, frozen=True):
    """A model as the page lists and draws it."""

    number: int
    name: str
    loops: tuple[ShownLoop, ...]
    more_loops: int
    cover: str
    edges: tuple[ShownEdge, ...]
    label: str
    data: Markup | None


class ShownResponse(msgspec.Struct, frozen=True):
    """A row of the table of responses. ``bar`` has the widths of up and down in thousandths; None where nothing was kept."""

    variable: str
    marks: tuple[str, ...]
    direction: str
    verdict: str
    word: str
    proof: str
    shares: str
    bar: tuple[int, int] | None
    flip: str


def loops_page(report: LoopReport, model: Model, words: RunWords) -> str:
    """The page of ``wederhoor loops``."""
    facts = [
        words.count(len(model.variables), words.variables),
        words.count(len(model.edges), words.links),
        words.count(len(report.loops), words.loops),
    ]
    heading = Heading(f"{words.loops_title}: {model.name}", facts, report.notices)
    return _page(words, heading, [_model(0, model, report, words)])


def press_page(report: PressReport, model: Model, words: RunWords) -> str:
    """The page of ``wederhoor press``."""
    facts = [
        model.name,
        words.draws.format(accepted=report.accepted, drawn=report.drawn),
        words.unstable.format(share=percent(report.unstable_share)),
        words.prior.format(name=report.prior),
    ]
    facts += [seen(report, words)] if report.observed else []
    return _page(
        words,
        Heading(words.press_title.format(what=asked(report, words)), facts, report.notices),
        [_model(0, model, find_loops(model, most=LOOPS), words)],
        responses=[_response(response, report, words) for response in report.responses],
        escalation=[_behind(behind, model, words) for behind in report.escalation],
    )


def comparison_page(comparison: Comparison, models: Sequence[Model], words: RunWords) -> str:
    """The page of ``wederhoor compare``."""
    first = comparison.reports[0]
    by_model = [
        {response.variable: _response(response, report, words) for response in report.responses}
        for report in comparison.reports
    ]
    facts = [model.name for model in models] + ([seen(first, words)] if first.observed else [])
    notices = [notice for report in comparison.reports for notice in report.notices] + [*comparison.notices]
    return _page(
        words,
        Heading(words.compare_title.format(what=asked(first, words)), facts, notices),
        [_model(number, model, find_loops(model, most=LOOPS), words) for number, model in enumerate(models)],
        rows=[
            (variable, [responses.get(variable) for responses in by_model])
            for variable in dict.fromkeys(name for responses in by_model for name in responses)
        ],
        tests=[_crux(crux, words) for crux in comparison.tests],
        opposed={crux.variable for crux in comparison.tests},
        weights=[
            (weight.model, percent(weight.prior), percent(weight.agree), percent(weight.weight))
            for weight in comparison.weights
        ]
        if first.observed
        else [],
    )


def _model(number: int, model: Model, report: LoopReport, words: RunWords) -> ShownModel:
    numbers = {(edge.cause, edge.effect): at for at, edge in enumerate(model.edges)}
    edges = tuple(_edge(at, edge, words) for at, edge in enumerate(model.edges))
    names = loop_names(report.loops)
    shown = tuple(_loop(names[at], loop, numbers, edges, words) for at, loop in enumerate(report.loops[:LOOPS]))
    cover = [names[at] for component in report.components for at in component.cover]
    return ShownModel(
        number=number,
        name=model.name,
        loops=shown,
        more_loops=len(report.loops) - len(shown),
        cover=" ".join(cover),
        edges=edges,
        label=words.graph_label.format(model=model.name),
        data=_graph_data(model) if len(model.variables) <= DRAWN else None,
    )


def _edge(number: int, edge: Edge, words: RunWords) -> ShownEdge:
    kind = words.signs[edge.sign] + (f", {words.optional}" if edge.optional else "")
    kind += f" · {words.count(len(edge.grounds), words.quotes)}" if edge.grounds else ""
    return ShownEdge(number, link_name(Link(edge.cause, edge.effect, edge.sign)), kind, edge.grounds)


def _loop(
    name: str, loop: Loop, numbers: dict[tuple[str, str], int], edges: Sequence[ShownEdge], words: RunWords
) -> ShownLoop:
    inside = [numbers[link.cause, link.effect] for link in loop.edges]
    return ShownLoop(
        name=name,
        polarity=loop.polarity,
        told=told(loop, words),
        kind=f"{words.polarities[loop.polarity]}, {words.count(len(inside), words.links)}",
        edges=" ".join(map(str, inside)),
        links=tuple(edges[at] for at in inside),
    )


def _response(response: Response, report: PressReport, words: RunWords) -> ShownResponse:
    marks = [words.pressed] if response.variable in {*report.up, *report.down} else []
    marks += [words.observed] if response.variable in report.observed else []
    up, down, none = (percent(share) for share in (response.up, response.down, response.none))
    bar = None
    if response.up is not None and response.down is not None:
        bar = (round(response.up * 1000), round(response.down * 1000))
    proved = response.certain_if_stable and response.verdict != "certain"
    settled = response.certain_if_stable or response.direction is None
    return ShownResponse(
        variable=response.variable,
        marks=tuple(marks),
        direction=f"{direction_words(response, words)} {_share(response)}".rstrip(),
        verdict=response.verdict,
        word=words.verdicts[response.verdict],
        proof=words.settled if proved else "",
        shares=words.shares_of.format(name=visible(response.variable), up=up, down=down, none=none),
        bar=bar,
        flip="" if settled else flip_words(response.flips_with, words),
    )


def _share(response: Response) -> str:
    shares = {"up": response.up, "down": response.down, "none": response.none}
    share = shares[response.direction] if response.direction else None
    return "" if share is None else percent(share)


def _behind(behind: Behind, model: Model, words: RunWords) -> tuple[str, str, str]:
    """A loop behind instability: in words, how much stronger, and the numbers of those of its edges that the model has."""
    numbers = {(edge.cause, edge.effect): at for at, edge in enumerate(model.edges)}
    inside = [numbers.get((link.cause, link.effect)) for link in behind.loop.edges]
    kind = words.polarities[behind.loop.polarity]
    share = words.behind.format(share=percent(behind.share))
    return f"{told(behind.loop, words)} ({kind})", share, " ".join(str(at) for at in inside if at is not None)


def _crux(crux: Crux, words: RunWords) -> tuple[str, list[str], str]:
    said = words.crux.format(
        variable=crux.variable,
        first=crux.first,
        first_says=words.directions[crux.first_says],
        second=crux.second,
        second_says=words.directions[crux.second_says],
    )
    rests = [link_name(difference) for difference in crux.rests_on]
    return said, rests, words.smallest if crux.smallest else words.minimal


def _graph_data(model: Model) -> Markup:
    """The graph as JSON that no name can end the script element of."""
    index = {variable.name: f"n{number}" for number, variable in enumerate(model.variables)}
    data = {
        "nodes": [{"id": id_, "name": visible(name)} for name, id_ in index.items()],
        "edges": [
            {
                "id": f"e{number}",
                "source": index[edge.cause],
                "target": index[edge.effect],
                "sign": {"+": "plus", "-": "minus", "0": "unknown"}[edge.sign],
                "optional": edge.optional,
            }
            for number, edge in enumerate(model.edges)
        ],
    }
    return Markup(msgspec.json.encode(data).decode().replace("<", "\\u003c"))  # noqa: S704  # holds no "<" any more


def _page(words: RunWords, heading: Heading, models: Sequence[ShownModel], **parts: object) -> str:
    style = "".join(_asset(name) for name in _STYLES)
    scripts = [_asset(name) for name in _SCRIPTS]
    values = {"responses": [], "escalation": [], "rows": [], "tests": [], "opposed": set(), "weights": [], **parts}
    page = (
        _environment()
        .get_template("run.html.j2")
        .render(
            words=words,
            heading=heading,
            models=models,
            version=__version__,
            style=Markup(style),  # noqa: S704  # the project's own
            scripts=[Markup(script) for script in scripts],  # noqa: S704  # the same
            style_hash=_hash(style),
            script_hashes=[_hash(script) for script in scripts],
            **values,
        )
    )
    return page.translate(_UNWRITABLE)


def _hash(asset: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(asset.encode()).digest()).decode()


@cache
def _asset(name: str) -> str:
    return files("wederhoor.exchange").joinpath("templates", name).read_text(encoding="utf-8")


def _shown(value: object) -> object:
    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("wederhoor.exchange"),
        autoescape=True,
        finalize=_shown,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
