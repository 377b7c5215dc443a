"""Templates -> pages. Styles and scripts lie in the package, and are served under a name that holds their hash."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import Final
from urllib.parse import quote, urlencode

import msgspec
from jinja2 import Environment
from markupsafe import Markup

from wederhoor.errors import Code
from wederhoor.exchange.page import environment
from wederhoor.exchange.reading_html import writable
from wederhoor.exchange.visible import reorders, visible
from wederhoor.records import MAINTAINED, Layer, Span, Stance, stance_of
from wederhoor.store.rows import BESIDE
from wederhoor.web.called import document_called
from wederhoor.web.fields import field_name, value_name
from wederhoor.web.messages import message_in, why_in
from wederhoor.web.seen import quote_digest, row_words
from wederhoor.web.words import web_words

KINDS: Final = {".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8"}
ASSETS: Final = {
    "reading.css": "exchange/templates",
    "case.css": "exchange/templates",
    "run.css": "exchange/templates",
    "reading.js": "exchange/templates",
    "run.js": "exchange/templates",
    "cytoscape.min.js": "exchange/templates/vendor",
    "web.css": "web/static",
    "web.js": "web/static",
    "parts.js": "web/static",
    "htmx.min.js": "web/static",
}
"""All files that are served, by name; there are no others, so no name can lead anywhere else."""
OUTSIDE: Final = frozenset({401, 421})
"""Answers to somebody who is not let in: to him no page leads on."""


@cache
def asset_bytes(name: str) -> bytes:
    """A style or a script. KeyError where there is none of that name."""
    return files("wederhoor").joinpath(ASSETS[name], name).read_bytes()


@cache
def asset_address(name: str) -> str:
    """Where a style or script is served: the name changes when the file does, so that a browser may keep it."""
    return f"/assets/{hashlib.sha256(asset_bytes(name)).hexdigest()[:16]}/{name}"


def render(template: str, **values: object) -> str:
    """A page."""
    return writable(_environment().get_template(template).render(values))


def refused_page(status: int, code: Code, message: str, lang: str, *, part: bool, place: str, shelf: bool) -> str:
    """A page, or a part of one, that says what went wrong in the reader's language, with the ways on for who may come in."""
    words, told = web_words(lang), message_in(lang, message, code)
    title = words.refused.get(str(status), words.refused["other"])
    return render(
        "refused.html.j2", part=part, title=title, status=status, code=code, message=told, w=words, place=place,
        home="/" if shelf else "/case", inside=not shelf and status not in OUTSIDE,
    )  # fmt: skip


def marked(words: str, spans: Iterable[Span]) -> Markup:
    """Words with marks around those that were looked for."""
    return _cut(words, spans, Markup("<b class=hit>{}</b>"), Markup("{}"))


def told(words: str, gaps: Iterable[Span], marks: Sequence[Span] = ()) -> Markup:
    """The whole stretch of a statement: its own words, and in grey what interrupts them."""
    own = [(0, 0), *gaps, (len(words), len(words))]
    parts = []
    for (_, start), (end, after) in pairwise(own):
        inside = [(max(a, start) - start, min(b, end) - start) for a, b in marks if a < end and b > start]
        parts.append(
            Markup("<strong>{}</strong>").format(marked(words[start:end], inside)) if start < end else Markup("")
        )
        parts.append(_gap(words[end:after]))
    return Markup("").join(parts)


def _gap(words: str) -> Markup:
    """What interrupts a statement, in grey; blanks beside it, and signs without a word, are no interruption."""
    bare = words.strip()
    if not any(map(str.isalnum, bare)):
        return Markup("{}").format(visible(words))
    before, _, after = words.partition(bare)
    return Markup("{}<span class=gap>{}</span>{}").format(before, visible(bare), after)


def stance_told(row: msgspec.Struct, side: str = "") -> Stance | None:
    """How the holder of what a row shows stands to it; None for the author's own words."""
    attitude, polarity, certainty, stance = (
        getattr(row, f"{side}{name}", None) for name in ("attitude", "polarity", "certainty", "stance")
    )
    known: Stance | None = stance
    return known or (stance_of(attitude, polarity or "+", certainty or "certain") if attitude else None)


def _cut(words: str, spans: Iterable[Span], inside: Markup, outside: Markup) -> Markup:
    parts, at = [], 0
    for start, end in spans:
        parts += [outside.format(visible(words[at:start])), inside.format(visible(words[start:end]))]
        at = end
    return Markup("").join([*parts, outside.format(visible(words[at:]))])


def address(path: str, **parameters: object) -> str:
    """An address with those parameters that are given."""
    given = {name: value for name, value in parameters.items() if value not in {None, ""}}
    return f"{path}?{urlencode(given)}" if given else path


def at_item(number: int, layer: Layer, item: str, words: str = "", part: int | None = None) -> str:
    """Where an item stands on the page of its document: a statement, an event, the first mention of an actor.

    With ``words``, the digest of those that it stands on, it is found there when the text was read again; ``part`` is the one of
    a long text that has it.
    """
    anchors: dict[Layer, str] = {"events": f"event-{item}", "actors": f"actor-{item}-1"}
    place = address(f"/documents/{number}", quote=words, part=part)
    return f"{place}#{quote(anchors.get(layer, f'at-{item}'), safe='')}"


def citation_of(number: int, item: str) -> str:
    """Where a statement is to be cited from."""
    return f"/documents/{number}/citation/{quote(item, safe='')}"


def tail(before: str) -> str:
    """What stands before some words, from its first whole word on, in one paragraph."""
    shown = before.rpartition("\n\n")[2]
    cut = len(shown) == len(before) and len(before) >= BESIDE
    return f"… {shown.partition(' ')[2]}" if cut else shown


def head(after: str) -> str:
    """What stands after them, to its last whole word."""
    shown = after.partition("\n\n")[0]
    cut = len(shown) == len(after) and len(after) >= BESIDE
    return f"{shown.rpartition(' ')[0]} …" if cut else shown


def path_of(path: str) -> str:
    """The address to which a suffix is put: that of the case has a name."""
    return "/case" if path == "/" else path


@cache
def _environment() -> Environment:
    made = environment("wederhoor.web")
    made.globals |= {
        "asset": asset_address,
        "document_called": document_called,
        "address": address,
        "field_name": field_name,
        "value_name": value_name,
        "marked": marked,
        "told_whole": told,
        "stance_told": stance_told,
        "maintained": MAINTAINED,
        "reorders": reorders,
        "path_of": path_of,
        "tail": tail,
        "head": head,
        "message_in": message_in,
        "why_in": why_in,
        "quote_digest": quote_digest,
        "row_words": row_words,
    }
    return made
