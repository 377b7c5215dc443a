"""What a page of a run shows of models, loops, responses and rival predictions, ready for the template."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import msgspec
from markupsafe import Markup

from wederhoor.exchange.models.layout import LARGEST, place
from wederhoor.exchange.runs.text import ARROWS, direction_words, hangs, loop_names, proved_if_stable
from wederhoor.exchange.runs.words import (
    ARROW,
    RunWords,
    cited,
    contested_name,
    difference_name,
    flip_words,
    link_name,
    told,
    unheld_name,
)
from wederhoor.exchange.visible import one_line, visible
from wederhoor.records import (
    Behind,
    Contested,
    Crux,
    Edge,
    Ground,
    Loop,
    LoopLink,
    LoopReport,
    Model,
    PressReport,
    Response,
    UnheldLink,
    Verdict,
)

LOOPS: Final = 100
"""Loops that are listed on a page; the others are in the JSON."""
_TOLD: Final[tuple[Verdict, ...]] = ("certain", "robust", "leaning")
"""Verdicts by which a variable moves one way."""
FEW: Final = 3
"""Names that stand on the line of a link; those of more are with its quotes."""
EDGES: Final = 1_000
"""Edges that are listed on a page."""


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
    who: tuple[str, ...] = ()
    """Of each ground whose words it is and what reports them, empty where that is the holder of the model."""


class ShownModel(msgspec.Struct, frozen=True):
    """A model as the page lists and draws it."""

    number: int
    name: str
    loops: tuple[ShownLoop, ...]
    more_loops: int
    cover: str
    edges: tuple[ShownEdge, ...]
    more_edges: int
    unheld: tuple[ShownEdge, ...]
    """Links that the holder names and does not maintain."""
    label: str
    data: Markup | None


class ShownResponse(msgspec.Struct, frozen=True):
    """A row of the table of responses. ``bar`` has the widths of up and down in thousandths; None where nothing was kept."""

    variable: str
    marks: tuple[str, ...]
    way: str
    """``up``, ``down`` or ``none``, empty where nothing is said."""
    direction: str
    verdict: str
    word: str
    proof: str
    shares: str
    bar: tuple[int, int] | None
    flip: str


def shown_model(number: int, model: Model, report: LoopReport, words: RunWords) -> ShownModel:
    """A model with its loops and edges; ``number`` tells the models of one page apart."""
    numbers = {(edge.cause, edge.effect): at for at, edge in enumerate(model.edges)}
    edges = [_edge(at, edge, model, words) for at, edge in enumerate(model.edges)]
    names = loop_names(report.loops)
    shown = tuple(_loop(names[at], loop, numbers, edges, words) for at, loop in enumerate(report.loops[:LOOPS]))
    cover = [names[at] for component in report.components for at in component.cover]
    return ShownModel(
        number=number,
        name=model.name,
        loops=shown,
        more_loops=len(report.loops) - len(shown),
        cover=" ".join(cover),
        edges=tuple(edges[:EDGES]),
        more_edges=max(0, len(edges) - EDGES),
        unheld=tuple(_unheld(at, link, model, words) for at, link in enumerate(model.unheld[:EDGES])),
        label=words.graph_label.format(model=model.name),
        data=_graph_data(model, words) if len(model.variables) <= LARGEST else None,
    )


def _unheld(number: int, link: UnheldLink, model: Model, words: RunWords) -> ShownEdge:
    kind = f"{words.count(len(link.grounds), words.quotes)}{_whose(link.grounds, model)}" if link.grounds else ""
    who = tuple(cited(ground) for ground in link.grounds)
    return ShownEdge(number, unheld_name(link, model, words), kind, link.grounds, who)


def _edge(number: int, edge: Edge, model: Model, words: RunWords) -> ShownEdge:
    kind = words.signs[edge.sign] + (f", {words.optional}" if edge.optional else "")
    kind += f" · {words.count(len(edge.grounds), words.quotes)}{_whose(edge.grounds, model)}" if edge.grounds else ""
    who = tuple(cited(ground, by=model) for ground in edge.grounds)
    return ShownEdge(number, link_name(LoopLink(edge.cause, edge.effect, edge.sign)), kind, edge.grounds, who)


def _whose(grounds: Sequence[Ground], model: Model) -> str:
    """Whose words a link rests on, where they are few, and others than the holder of the model."""
    names = dict.fromkeys(one_line(ground.speaker) for ground in grounds if ground.speaker)
    return "" if len(names) > FEW or {*names} <= {model.holder, model.name} else f" · {', '.join(names)}"


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


def shown_response(response: Response, report: PressReport, words: RunWords) -> ShownResponse:
    """A row of the table of responses."""
    marks = [words.pressed] if response.variable in {*report.up, *report.down} else []
    marks += [words.observed] if response.variable in report.observed else []
    up, down, none = (words.percent(share) for share in (response.up, response.down, response.none))
    bar = None
    if response.up is not None and response.down is not None:
        bar = (round(response.up * 1000), round(response.down * 1000))
    return ShownResponse(
        variable=response.variable,
        marks=tuple(marks),
        way=response.direction or "",
        direction=f"{direction_words(response, words)} {_share(response, words)}".rstrip(),
        verdict=response.verdict,
        word=words.verdicts[response.verdict],
        proof=words.settled if proved_if_stable(response) else "",
        shares=words.shares_of.format(name=visible(response.variable), up=up, down=down, none=none),
        bar=bar,
        flip=flip_words(response.flips_with, words) if hangs(response) else "",
    )


def shown_summary(report: PressReport, words: RunWords) -> tuple[str, ...]:
    """What follows from a push in a line for each verdict, the surest first: ``▲ tolls → ▼ traffic, trade (certain)``."""
    pushed = ", ".join(
        [*(f"{ARROWS['up']} {name}" for name in report.up), *(f"{ARROWS['down']} {n}" for n in report.down)]
    )
    lines = []
    for verdict in _TOLD:
        parts = []
        for way in ("up", "down"):
            names = [r.variable for r in report.responses if (r.verdict, r.direction) == (verdict, way)]
            if names:
                parts.append(f"{ARROWS[way]} {', '.join(map(visible, names))}")
        if parts:
            lines.append(f"{visible(pushed)} {ARROW} {'; '.join(parts)} ({words.verdicts[verdict]})")
    return tuple(lines)


def _share(response: Response, words: RunWords) -> str:
    shares = {"up": response.up, "down": response.down, "none": response.none}
    share = shares[response.direction] if response.direction else None
    return "" if share is None else words.percent(share)


def shown_behind(behind: Behind, model: Model, words: RunWords) -> tuple[str, str, str]:
    """A loop behind instability: in words, how much stronger, and the numbers of those of its edges that the model has."""
    numbers = {(edge.cause, edge.effect): at for at, edge in enumerate(model.edges)}
    inside = [numbers.get((link.cause, link.effect)) for link in behind.loop.edges]
    kind = words.polarities[behind.loop.polarity]
    share = words.behind.format(share=words.percent(behind.share))
    return f"{told(behind.loop, words)} ({kind})", share, " ".join(str(at) for at in inside if at is not None)


def shown_crux(crux: Crux, words: RunWords) -> tuple[str, list[str], str]:
    """What two models say, the edges that it rests on, and whether these are the fewest."""
    said = words.crux.format(
        variable=crux.variable,
        first=crux.first,
        first_says=words.directions[crux.first_says],
        second=crux.second,
        second_says=words.directions[crux.second_says],
    )
    rests = [difference_name(difference, crux, words) for difference in crux.rests_on]
    return said, rests, words.smallest if crux.smallest else words.minimal


def shown_contested(one: Contested, words: RunWords) -> ShownEdge:
    """Who denies whose link, with the words of the one who does."""
    who = tuple(cited(ground) for ground in one.grounds)
    return ShownEdge(0, contested_name(one, words), "", one.grounds, who)


def _graph_data(model: Model, words: RunWords) -> Markup:
    """The graph as JSON that no name can end the script element of."""
    index = {variable.name: f"n{number}" for number, variable in enumerate(model.variables)}
    places = place(model)
    data = {
        "nodes": [
            {"id": id_, "name": visible(name), "shown": name, "x": places[name][0], "y": places[name][1]}
            for name, id_ in index.items()
        ],
        "edges": [
            {
                "id": f"e{number}",
                "source": index[edge.cause],
                "target": index[edge.effect],
                "sign": {"+": "plus", "-": "minus", "0": "unknown"}[edge.sign],
                "optional": edge.optional,
            }
            for number, edge in enumerate(model.edges)
        ]
        + [
            {
                "id": f"u{number}",
                "source": index[link.cause],
                "target": index[link.effect],
                "sign": "unheld",
                "stance": words.stances[link.stance],
                "optional": False,
            }
            for number, link in enumerate(model.unheld)
        ],
    }
    return Markup(msgspec.json.encode(data).decode().replace("<", "\\u003c"))  # noqa: S704  # holds no "<" any more
