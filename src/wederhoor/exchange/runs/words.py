"""The words around runs of models: one TOML file a language, so that no view holds words of its own; and loops told in them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files

import msgspec

from wederhoor.exchange import local
from wederhoor.exchange.visible import one_line
from wederhoor.records import (
    Contested,
    Crux,
    Difference,
    Direction,
    EdgeChange,
    Flip,
    Ground,
    LinkStance,
    Loop,
    LoopLink,
    LoopPolarity,
    Model,
    PressReport,
    Sign,
    UnheldLink,
    Verdict,
)
from wederhoor.records.prepared import prepared

ARROW = "\N{RIGHTWARDS ARROW}"
_SIGNS: dict[Sign, str] = {"+": "+", "-": "\N{MINUS SIGN}", "0": "?"}


class RunWords(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """All words of one language. Pairs are singular and plural; braces stand for what is filled in."""

    code: str
    of: str
    more: str
    less: str
    unsure: str
    pressed: str
    observed: str
    loops: tuple[str, str]
    links: tuple[str, str]
    variables: tuple[str, str]
    model: str
    notices: str
    loops_title: str
    cover: str
    shared: str
    in_loops: str
    no_loops: str
    more_loops: str
    more_links: str
    press_title: str
    compare_title: str
    draws: str
    unstable: str
    prior: str
    escalation: str
    behind: str
    variable: str
    response: str
    verdict: str
    flips: str
    shares_of: str
    no_flip: str
    settled: str
    no_answer: str
    opposite: str
    crux: str
    rests: str
    smallest: str
    minimal: str
    no_crux: str
    weights: str
    weight: str
    belief: str
    agree: str
    nothing_agrees: str
    lacks: str
    absent: str
    graph: str
    graph_hint: str
    graph_label: str
    edges_title: str
    quotes: tuple[str, str]
    no_quote: str
    optional: str
    show: str
    nearer: str
    farther: str
    full: str
    picture: str
    clear: str
    words_of: str
    reading: str
    method: str
    polarities: dict[LoopPolarity, str]
    directions: dict[Direction, str]
    verdicts: dict[Verdict, str]
    changes: dict[EdgeChange, str]
    signs: dict[Sign, str]
    stances: dict[LinkStance, str]
    unheld_title: str
    unheld_hint: str
    also_held: str
    contested: str
    contested_line: str

    def count(self, number: int, pair: tuple[str, str]) -> str:
        """``1 loop``, ``2 loops``."""
        return local.counted(number, pair, self.code)

    def percent(self, share: float | None) -> str:
        """``62%``; a dash where it is not known."""
        return local.percent(share, self.code)


@cache
def run_words(lang: str) -> RunWords:
    """The words for a model in ``lang``: those of its language, else of the views' own."""
    code = local.view_language(lang)
    source = files("wederhoor.exchange.runs").joinpath(f"words.{code}.toml")
    return msgspec.toml.decode(source.read_bytes(), type=prepared(RunWords))


def told(loop: Loop, words: RunWords) -> str:
    """``more anger → more protest → less calm → more anger``: a loop in words, from its first variable back to it."""
    return f" {ARROW} ".join(_steps(loop, words))


def _steps(loop: Loop, words: RunWords) -> Iterator[str]:
    way: int = 1
    ways = {1: words.more, -1: words.less, 0: words.unsure}
    yield f"{ways[way]} {one_line(loop.variables[0])}"
    for edge in loop.edges:
        way *= {"+": 1, "-": -1, "0": 0}[edge.sign]
        yield f"{ways[way]} {one_line(edge.effect)}"


def link_name(link: LoopLink | Flip) -> str:
    """``anger → protest (+)``."""
    return f"{one_line(link.cause)} {ARROW} {one_line(link.effect)} ({_SIGNS[link.sign]})"


def difference_name(difference: Difference, crux: Crux, words: RunWords) -> str:
    """``anger → protest (mayor: +, residents: absent)``."""
    signs = [
        f"{one_line(model)}: {words.absent if sign is None else _SIGNS[sign]}"
        for model, sign in ((crux.first, difference.first), (crux.second, difference.second))
    ]
    return f"{one_line(difference.cause)} {ARROW} {one_line(difference.effect)} ({', '.join(signs)})"


def asked(report: PressReport, words: RunWords) -> str:
    """``police up, calm down``: what is pressed."""
    pushes = [f"{one_line(name)} {words.directions['up']}" for name in report.up]
    pushes += [f"{one_line(name)} {words.directions['down']}" for name in report.down]
    return ", ".join(pushes)


def seen(report: PressReport, words: RunWords) -> str:
    """``observed: protest down``."""
    what = ", ".join(f"{one_line(name)} {words.directions[way]}" for name, way in report.observed.items())
    return f"{words.observed}: {what}"


def flip_words(flip: Flip | None, words: RunWords) -> str:
    """``without anger → protest (+)``."""
    if flip is None:
        return words.no_flip
    return words.changes[flip.change].format(link=link_name(flip))


def unheld_name(link: UnheldLink, model: Model, words: RunWords) -> str:
    """``denied: buy-out → job losses (+)``; with a word more where the account has that link as well."""
    both = any((edge.cause, edge.effect) == (link.cause, link.effect) for edge in model.edges)
    name = link_name(LoopLink(link.cause, link.effect, link.sign))
    return f"{words.stances[link.stance]}: {name}" + (f" ({words.also_held})" if both else "")


def contested_name(one: Contested, words: RunWords) -> str:
    """``buy-out → job losses (+): maintained by Visser, denied by Smit``."""
    return words.contested_line.format(
        link=link_name(LoopLink(one.cause, one.effect, one.sign)),
        holder=one_line(one.maintained_by),
        stance=words.stances[one.stance],
        against=one_line(one.against),
    )


def cited(ground: Ground, *, by: Model | None = None) -> str:
    """Whose words a ground is and what reports them: ``Jan Smit: ontkent (Visser: zegt)``; empty where nothing is known.

    ``by`` is the model whose holder needs no naming.
    """
    own = by is not None and ground.speaker in (None, by.holder, by.name)
    who = "" if own else one_line(ground.speaker or "")
    verb = "" if own else one_line(ground.verb or "")
    said = ": ".join(part for part in (who, verb) if part)
    via = f"({one_line(ground.via)})" if ground.via else ""
    sign = f"({_SIGNS[ground.sign]})" if ground.sign else ""
    return " ".join(part for part in (said, via, sign) if part)


def quoted(ground: Ground, *, by: Model | None = None) -> str:
    """The words of a ground for the terminal: “…” (Jan Smit: ontkent; krant)."""
    beside = "; ".join(part for part in (cited(ground, by=by), one_line(ground.source or "")) if part)
    return f"“{one_line(ground.quote)}”" + (f" ({beside})" if beside else "")
