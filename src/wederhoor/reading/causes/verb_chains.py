"""What a verb brings about by way of something else, or what that brings about in turn: *via*, *en dat weer tot*."""

from __future__ import annotations

from dataclasses import replace

from wederhoor.reading.argument_spans import phrase_extent, trimmed
from wederhoor.reading.causes.draft import Link
from wederhoor.reading.eventive_nouns import is_event, is_gauged
from wederhoor.reading.text import Text
from wederhoor.records import overlap
from wederhoor.syntax.clauses import child_in
from wederhoor.syntax.stretches import longest_at


def by_way(text: Text, verb: int, link: Link) -> list[Link]:
    """*Leidt [via meer drukte] tot minder rust*: what stands between is an effect of the one and a cause of the other."""
    p = text.parse
    for c in p.children[verb]:
        case = child_in(p, c, text.pack.closed.via, "case")
        side = phrase_extent(p, c, case + 1) if case is not None else None
        if side is None or link.denied or not (is_gauged(text, c) or is_event(text, c)):
            continue
        middle = trimmed(p, side[0], link.effect[0] if side[0] < link.effect[0] < side[1] else side[1])
        if middle is not None and not overlap(middle, link.cause) and not overlap(middle, link.effect):
            return [replace(link, effect=middle), replace(link, cause=middle, back=False)]
    return [link]


def in_turn(text: Text, link: Link) -> list[Link]:
    """*Leidt tot minder vraag [en dat weer tot lagere prijzen]*: the verb is left out, its preposition is not."""
    p, pack = text.parse, text.pack
    end = p.sentences[p.sentence_of[link.effect[0]]][1]
    inside = range(link.effect[0], min(link.effect[1] + 2, end - 3))
    joint = next((w for w in inside if p.lower[w] in pack.closed.conjunctions and _taken_up(text, link, w) > w), None)
    first = None if joint is None or link.denied else trimmed(p, link.effect[0], joint)
    if joint is None or first is None:
        return [link]
    here = _past_adverbs(text, _taken_up(text, link, joint), end)
    stop = next((w for w in range(here, end) if p.upos[w] in ("PUNCT", "CCONJ", "SCONJ")), end)
    if here + 1 >= stop or p.lower[here] != p.lower[first[0] - 1] or p.upos[here] != "ADP":
        return [link]
    effect = here + 1, stop
    return [
        replace(link, effect=first),
        replace(link, cause=first, effect=effect, marker=(joint + 1, here), back=False),
    ]


def _taken_up(text: Text, link: Link, joint: int) -> int:
    """The word behind what stands for the effect once more: *en [dat] tot ...*, *en [minder vraag] tot ...*; else the joint."""
    p = text.parse
    if _points(text, joint + 1):
        return joint + 2
    effect = p.lower[link.effect[0] : min(link.effect[1], joint)]
    while effect and not effect[-1].isalpha():
        effect = effect[:-1]
    again = p.lower[joint + 1 : joint + 1 + len(effect)]
    return joint + 1 + len(effect) if len(effect) > 1 and again == effect else joint


def _past_adverbs(text: Text, word: int, end: int) -> int:
    while word < end and (text.parse.upos[word] == "ADV" or _turn(text, word)):
        word += max(1, _turn(text, word))
    return word


def _points(text: Text, word: int) -> bool:
    return text.parse.lower[word] in text.pack.closed.pointing


def _turn(text: Text, word: int) -> int:
    """How many words say that something follows: *op zijn beurt*."""
    return longest_at(text.parse, word, text.pack.grammar.turns)
