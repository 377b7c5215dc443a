"""How many: the figures of those who take part in an event, of its money and its jobs."""

from __future__ import annotations

from wederhoor.reading.events.draft import EventDraft
from wederhoor.reading.events.kinds import kinds_of
from wederhoor.reading.events.parties import joined
from wederhoor.reading.text import Text
from wederhoor.records import Counted, EventCode, Number
from wederhoor.syntax.clauses import children
from wederhoor.syntax.numbers import YEARS, Figure

VERBAL: tuple[EventCode, ...] = ("ACCUSE", "SUPPORT")
"""Acts of speech about others, whose number is not theirs."""
COUNTING = ("nummod", "det", "amod", "nmod", "appos", "parataxis", "advmod", "fixed", "flat", "obl")


def numbers_of(text: Text, draft: EventDraft) -> tuple[Number, ...]:
    """The counts of an event, by the heads of its participants, in text order."""
    found: dict[int, Number] = {}
    if draft.code in VERBAL:
        return ()
    undergoing = {w for head in draft.patients for w in joined(text, head)}
    heads = (w for head in (*draft.counted, *draft.agents, *draft.patients) for w in joined(text, head))
    for head in dict.fromkeys(heads):
        figure = figure_of(text, head)
        if figure is not None and figure.first not in found:
            counted = head in undergoing or draft.counts == "deployed" or draft.code == "DEATHS" or not undergoing
            found[figure.first] = _number(text, draft, head, figure, draft.counts if counted else "other")
    return tuple(found[first] for first in sorted(found))


def figure_of(text: Text, head: int) -> Figure | None:
    """The figure that counts what a head names: beside it, or the head itself (*tientallen mensen*)."""
    p = text.parse
    if _is_uncounted(text, head):
        return None
    if head in text.figure_at:
        figure = text.figure_at[head]
        counted = figure.end if figure.end < len(p) else head
        return None if _is_year(figure) or _is_uncounted(text, counted) else figure
    beside = next((c for c in children(p, head, *COUNTING) if c < head and c in text.figure_at), None)
    if beside is not None:
        return text.figure_at[beside]
    before = min([head, *(c for c in children(p, head, "det", "amod") if c < head)]) - 1
    if before in text.figure_at and p.sentence_of[before] == p.sentence_of[head]:
        return text.figure_at[before]  # a number that the parser hung on the verb
    return None


def _is_uncounted(text: Text, word: int) -> bool:
    """Whether a noun is one of those that a number measures and does not count."""
    p, uncounted = text.parse, text.pack.numbers.uncounted
    return p.lemmas[word].lower() in uncounted or p.lower[word] in uncounted


def _is_year(figure: Figure) -> bool:
    return figure.low == figure.high and figure.low in YEARS and figure.end == figure.first + 1


def _number(text: Text, draft: EventDraft, head: int, figure: Figure, what: Counted) -> Number:
    """The figure with the noun that it counts."""
    p = text.parse
    first, end = figure.first, figure.end
    if head >= end and head - end < 6:
        end = head + 1
    elif end < len(p) and p.upos[end] == "NOUN" and p.sentence_of[end] == p.sentence_of[first]:
        end += 1
    kinds = kinds_of(text, head)
    if draft.code == "DEATHS" and kinds & {"dead", "wounded"}:
        what = "killed" if "dead" in kinds else "wounded"
    return Number(what=what, low=figure.low, high=figure.high, span=p.span(first, end))
