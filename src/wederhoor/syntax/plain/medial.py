"""A clause around another or without a verb: *noise, which lowers rents, hurts trade*, *without trade, no bread*."""

from __future__ import annotations

from wederhoor.syntax.plain.clauses import predicates
from wederhoor.syntax.plain.phrases import phrase
from wederhoor.syntax.plain.predicates import cause_phrase
from wederhoor.syntax.plain.trees import Kind, Tree, leaf
from wederhoor.syntax.plain.words import PlainWords


def around_relative(words: PlainWords, first: int, end: int) -> Tree | None:
    """*Noise, which lowers rents, hurts trade*: the one tree of a subject, a relative clause between commas and a predicate."""
    p = words.p
    commas = [w for w in range(first, end) if p.words[w] == ","]
    if len(commas) == 2 and words.turn(commas[0] + 1) == commas[1]:
        return _in_turn(words, first, commas, end)
    if len(commas) != 2 or p.lower[commas[0] + 1] not in words.pack.causes.relatives:
        return _without(words, first, end)
    subject = phrase(words, first, commas[0])
    if subject is None:
        return None
    inner = list(predicates(words, commas[0] + 2, commas[1], None))
    outer = [tree for tree, passive in predicates(words, commas[1] + 1, end, subject.top) if not passive]
    if len(inner) != 1 or len(outer) != 1:
        return None
    below, passive = inner[0]
    which = leaf(below.top, commas[0] + 1, "nsubj:pass" if passive else "nsubj", Kind("PRON", "PronType=Rel"))
    marks = leaf(below.top, commas[0], "punct"), leaf(below.top, commas[1], "punct")
    thing = subject.with_(below.with_(which, *marks).under(subject.top, "acl:relcl"))
    return outer[0].with_(thing.under(outer[0].top, "nsubj"))


def _in_turn(words: PlainWords, first: int, commas: list[int], end: int) -> Tree | None:
    """*Noise, in turn, hurts trade*."""
    subject = phrase(words, first, commas[0])
    told = (
        []
        if subject is None
        else [t for t, passive in predicates(words, commas[1] + 1, end, subject.top) if not passive]
    )
    if subject is None or len(told) != 1:
        return None
    top, last = told[0].top, commas[1] - 1
    aside = leaf(last, commas[0] + 1, "case").under(top, "obl")
    return told[0].with_(subject.under(top, "nsubj"), aside, *(leaf(top, w, "punct") for w in commas))


def _without(words: PlainWords, first: int, end: int) -> Tree | None:
    """*Without trade, no bread*, *without trade more hunger*: a phrase of lack and how much there is of a thing."""
    p, pack = words.p, words.pack
    if p.lower[first] not in pack.closed.without:
        return None
    for stop in range(first + 2, end - 1):
        comma = p.words[stop] == ","
        gauge = stop + comma
        denied = p.lower[gauge] in pack.closed.negations
        if not (denied or p.lower[gauge] in pack.variables.adverb_kinds.gauging):
            continue
        lacked, thing = cause_phrase(words, first, stop), phrase(words, gauge + denied, end)
        if lacked is not None and thing is not None:
            marks = [leaf(thing.top, stop, "punct")] if comma else []
            no = [leaf(thing.top, gauge, "det", Kind("DET"))] if denied else []
            return thing.with_(lacked.under(thing.top, "obl"), *marks, *no)
    return None
