"""Reports on runs as one web page that stands on its own: tables and lists, and the same as a graph where scripts may run.

Names and quotes are hostile input: all of them are escaped, and the page's own policy lets nothing run or load but the style and
the scripts that are printed in it, by their hash. The graph is drawn by Cytoscape.js (MIT), which lies in templates/vendor.
"""

from __future__ import annotations

from collections.abc import Sequence
from importlib.metadata import version
from itertools import chain
from typing import Final

import msgspec
from markupsafe import Markup

from wederhoor.exchange.page import NOWHERE, asset, environment, source_hash
from wederhoor.exchange.runs.accounts import Aside
from wederhoor.exchange.runs.shown import (
    ShownModel,
    ShownResponse,
    shown_behind,
    shown_contested,
    shown_crux,
    shown_model,
    shown_response,
)
from wederhoor.exchange.runs.words import RunWords, asked, seen
from wederhoor.records import Comparison, LoopReport, Model, PressReport
from wederhoor.running import find_loops

STEPS: Final = 300_000
"""Work that the search for loops may do where they are not what was asked for."""
_STYLES: Final = ("reading.css", "run.css")
_SCRIPTS: Final = ("vendor/cytoscape.min.js", "run.js")


class Heading(msgspec.Struct, frozen=True):
    """What stands above a page."""

    title: str
    facts: Sequence[str]
    notices: Sequence[str] = ()
    aside: Aside | None = None


def loops_page(report: LoopReport, model: Model, words: RunWords, aside: Aside | None = None) -> str:
    """The page of ``wederhoor loops``."""
    facts = [
        words.count(len(model.variables), words.variables),
        words.count(len(model.edges), words.links),
        words.count(len(report.loops), words.loops),
    ]
    heading = Heading(f"{words.loops_title}: {model.name}", facts, report.notices, aside)
    return _page(words, heading, [shown_model(0, model, report, words)])


def press_page(report: PressReport, model: Model, words: RunWords, aside: Aside | None = None) -> str:
    """The page of ``wederhoor press``."""
    facts = [
        model.name,
        words.draws.format(accepted=report.accepted, drawn=report.drawn),
        words.unstable.format(share=words.percent(report.unstable_share)),
        words.prior.format(name=report.prior),
    ]
    facts += [seen(report, words)] if report.observed else []
    return _page(
        words,
        Heading(words.press_title.format(what=asked(report, words)), facts, report.notices, aside),
        [shown_model(0, model, find_loops(model, steps=STEPS), words)],
        responses=[shown_response(response, report, words) for response in report.responses],
        escalation=[shown_behind(behind, model, words) for behind in report.escalation],
    )


def comparison_page(
    comparison: Comparison, models: Sequence[Model], words: RunWords, aside: Aside | None = None
) -> str:
    """The page of ``wederhoor compare``."""
    first = comparison.reports[0]
    facts = [model.name for model in models] + ([seen(first, words)] if first.observed else [])
    notices = [notice for report in comparison.reports for notice in report.notices] + [*comparison.notices]
    return _page(
        words,
        Heading(words.compare_title.format(what=asked(first, words)), facts, notices, aside),
        [shown_model(number, model, find_loops(model, steps=STEPS), words) for number, model in enumerate(models)],
        rows=_rows(comparison, words),
        tests=[shown_crux(crux, words) for crux in comparison.tests],
        contested=[shown_contested(one, words) for one in comparison.contested],
        opposed={crux.variable for crux in comparison.tests},
        weights=_weights(comparison, words) if first.observed else [],
    )


def _rows(comparison: Comparison, words: RunWords) -> list[tuple[str, list[ShownResponse | None]]]:
    """Of every variable its response in each model, None where a model lacks it."""
    by_model = [
        {response.variable: shown_response(response, report, words) for response in report.responses}
        for report in comparison.reports
    ]
    variables = dict.fromkeys(chain.from_iterable(by_model))
    return [(variable, [responses.get(variable) for responses in by_model]) for variable in variables]


def _weights(comparison: Comparison, words: RunWords) -> list[tuple[str, str, str, str]]:
    return [
        (weight.model, words.percent(weight.prior), words.percent(weight.agree), words.percent(weight.weight))
        for weight in comparison.weights
    ]


def _page(words: RunWords, heading: Heading, models: Sequence[ShownModel], **parts: object) -> str:
    style = "".join(asset(name) for name in _STYLES)
    scripts = [asset(name) for name in _SCRIPTS]
    lists = ("responses", "escalation", "rows", "tests", "contested", "weights")
    values = {**{name: [] for name in lists}, "opposed": set(), **parts}
    page = (
        environment()
        .get_template("run.html.j2")
        .render(
            words=words,
            heading=heading,
            models=models,
            version=version("wederhoor"),
            style=Markup(style),  # noqa: S704  # the project's own
            scripts=[Markup(script) for script in scripts],  # noqa: S704  # the same
            style_hash=source_hash(style),
            script_hashes=[source_hash(script) for script in scripts],
            **values,
        )
    )
    return page.translate(NOWHERE)
