"""An attribution while it is being put together: in words, not yet in spans."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from wederhoor.records import Attitude, Certainty, Polarity, Span
from wederhoor.records.parse import Parse
from wederhoor.syntax.quotations import Quotation

CLOSING = re.compile(r"[\"'”’»]?\)")
OPEN_SINGLE = re.compile(r"(?<!\w)'(?=\w)[^']*$")
PAIRS = {"“": "”", "‘": "’", "«": "»", "„": "”", '"': '"'}
EDGE = set(".,:;?!…-–—\"'“”„‘’«»‚`´()[]")


@dataclass(frozen=True, slots=True)
class Draft:
    """``content``, ``cue`` and ``source`` hold word numbers in text order; ``holder`` is the head word of the source.

    ``quotations`` are the direct quotations that are the content. ``follows`` is True where the text names no source here and
    the speaker is the one before.
    """

    content: tuple[int, ...]
    cue: tuple[int, ...] = ()
    source: tuple[int, ...] = ()
    holder: int | None = None
    quotations: tuple[Quotation, ...] = ()
    attitude: Attitude = "say"
    polarity: Polarity = "+"
    certainty: Certainty = "certain"
    given: bool = False
    """The content is taken for granted, and only what is felt about it is said or denied: *is niet blij dat*."""
    follows: bool = False
    tentative: bool = False
    """Counts only where the sentence before, or this one, reports something."""
    anchor: int = field(default=0)
    """The word by which drafts are ordered and pronouns resolved."""
    rule: str = ""
    """The name of the rule that found it."""


@dataclass(frozen=True, slots=True)
class Report:
    """A draft with its speaker."""

    draft: Draft
    speaker: str | None


def segments(p: Parse, words: tuple[int, ...]) -> tuple[Span, ...]:
    """Word numbers as spans of the text: one a run of neighbours, without punctuation at the edges."""
    runs: list[list[int]] = []
    for word in sorted(words):
        if runs and word == runs[-1][-1] + 1:
            runs[-1].append(word)
        else:
            runs.append([word])
    out = []
    for run in runs:
        while run and _is_edge(p, run[0]):
            run.pop(0)
        while run and _is_edge(p, run[-1]):
            run.pop()
        if run:
            out.append(_closed(p.text, p.starts[run[0]], p.ends[run[-1]]))
    return tuple(out)


def _closed(text: str, start: int, end: int) -> Span:
    """The span with the closing bracket or mark that stands right behind it where it holds the opening one."""
    behind = CLOSING.match(text, end)
    if behind and text.count("(", start, end) > text.count(")", start, end):
        return start, behind.end()
    for opening, closing in PAIRS.items():
        if text.startswith(closing, end):
            inside = text.count(opening, start, end)
            open_ = inside % 2 == 1 if opening == closing else inside > text.count(closing, start, end)
            return (start, end + 1) if open_ else (start, end)
    if text.startswith("'", end) and OPEN_SINGLE.search(text[start:end]):
        return start, end + 1
    return start, end


def _is_edge(p: Parse, word: int) -> bool:
    return all(sign in EDGE for sign in p.words[word])
