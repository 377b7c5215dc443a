"""Quotations that stand free, in a headline or above a part of a text: whose words they are, only other statements can tell."""

from __future__ import annotations

from collections.abc import Sequence

from wederhoor.reading.attributions.draft import Draft, Report
from wederhoor.reading.headings import ENDS, LONGEST
from wederhoor.reading.text import Text
from wederhoor.records.parse import Parse
from wederhoor.syntax.polarity import is_negation

TELLING = ("NOUN", "PROPN", "VERB", "ADJ", "NUM")
SHARED = 0.6
"""The share of a quotation's content words that another statement must have to be the same in other words."""
FEWEST = 2
"""Content words that the two must share, at least."""


def _has_no_source(draft: Draft) -> bool:
    """Whether nothing beside a quotation tells whose it is; a turn or an answer has no marks around it."""
    turn = any(quotation.outer == quotation.inner for quotation in draft.quotations)
    told = draft.cue or draft.holder is not None
    return bool(draft.quotations) and not turn and not told and draft.follows


def is_free(p: Parse, draft: Draft, *, anybody: bool) -> bool:
    """Whether a quotation without a cue stands in a heading, or in the lead before ``anybody`` has spoken.

    A heading is the first paragraph where it ends without a full stop, or a paragraph that is a quotation without one.
    """
    if not _has_no_source(draft):
        return False
    number = p.paragraph_of(draft.content[0])
    first, end = p.paragraphs[number]
    beside = [w for w in range(first, end) if w not in draft.content and p.upos[w] != "PUNCT"]
    ended = p.words[draft.content[-1]] in ENDS
    if number == 0:
        short = end - first <= LONGEST and len(p.paragraphs) > 1
        return short and (not beside or p.words[end - 1] not in ENDS)
    lead = number == 1 and not anybody and p.words[first - 1] != "?"
    return lead or (not beside and not ended)


def who_said_like(text: Text, draft: Draft, reports: Sequence[Report]) -> str | None:
    """Who says these or like words elsewhere in the text; None where nobody does, or several do."""
    p = text.parse
    words = _content_words(p, draft.content)
    denied = _denied(text, draft)
    best: dict[str, float] = {}
    for report in reports:
        if report.draft is draft or not report.speaker or _denied(text, report.draft) != denied:
            continue
        shared = words & _content_words(p, report.draft.content)
        share = len(shared) / len(words) if words else 0.0
        same = _same_words(p, draft, report.draft)
        if same or (share >= SHARED and len(shared) >= FEWEST):
            best[report.speaker] = max(best.get(report.speaker, 0.0), share + same)
    most = max(best.values(), default=0.0)
    likeliest = [speaker for speaker, share in best.items() if share == most]
    return likeliest[0] if len(likeliest) == 1 else None


def _content_words(p: Parse, words: Sequence[int]) -> frozenset[str]:
    return frozenset(p.stems[w].lower() for w in words if p.upos[w] in TELLING)


def _same_words(p: Parse, draft: Draft, other: Draft) -> bool:
    """Whether the other statement has the quotation's words, all and in their order."""
    said = " ".join(p.lower[w] for w in draft.content if p.upos[w] != "PUNCT")
    whole = " ".join(p.lower[w] for w in other.content if p.upos[w] != "PUNCT")
    return len(said.split()) >= FEWEST and f" {said} " in f" {whole} "


def _denied(text: Text, draft: Draft) -> bool:
    """Whether what is said is that something is not so, by its report or by its own words."""
    negated = any(is_negation(text.parse, w, text.pack) for w in draft.content)
    return negated != (draft.polarity == "-")
