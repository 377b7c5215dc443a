"""The noun phrase that takes part in a proposition: its head, what narrows it down, and whom it means."""

from __future__ import annotations

import msgspec

from wederhoor.reading.propositions.scope import PropositionScope
from wederhoor.records import SPEAKER, Amount, Phrase, Span
from wederhoor.syntax.numbers import Figure

NOMINAL = ("NOUN", "PROPN", "ADJ", "VERB", "X", "NUM", "SYM")
COUNTING = ("nummod", "amod", "det")
NARROWING = ("amod", "nmod", "appos", "flat", "nummod", "nmod:poss", "obl")
ROUGHLY = 0.1
"""How far from a number that is about right the right one may lie, as a share of it."""
LEAST_ROUND = 20
"""A number from here may be rounded."""
ROUNDED = 0.04


def read_phrase(s: PropositionScope, head: int) -> Phrase | None:
    """The phrase around a head; None for a pronoun of which is not known whom it means."""
    p, closed = s.p, s.pack.closed
    if p.lower[head] in closed.first_person:
        return Phrase(head=SPEAKER, definite=True)
    actor = s.names.get(head) or next(
        (s.names[c] for c in p.children[head] if p.deps[c] in ("flat", "appos") and c in s.names), None
    )
    if p.upos[head] not in NOMINAL:
        return Phrase(head=_last(actor), actor=actor, definite=True) if actor else None
    named = p.upos[head] == "PROPN" or p.entity_of[head] >= 0
    return Phrase(
        head=_head(s, head),
        actor=actor,
        modifiers=tuple(sorted(_modifiers(s, head))),
        definite=named or _is_definite(s, head),
        named=named,
        some=_is_some(s, head),
    )


def _head(s: PropositionScope, head: int) -> str:
    """Its key; not that of what says the opposite: *sluiting*. A plural that the lemmatiser left one is cut."""
    p = s.p
    key, turned = s.key(head)
    if turned:
        return p.lemmas[head].lower()
    if "Number=Plur" in p.feats[head] and key == p.lower[head]:
        ending = next((e for e in s.words.plurals if key.endswith(e) and len(key) > len(e) + 2), "")
        return key.removesuffix(ending)
    return key


def _last(name: str) -> str:
    return name.rsplit(maxsplit=1)[-1].lower()


def _is_definite(s: PropositionScope, head: int) -> bool:
    p = s.p
    return any(
        (p.deps[c] == "det" and "Definite=Def" in p.feats[c])
        or p.deps[c] == "nmod:poss"
        or p.lower[c] in s.pack.closed.demonstratives
        for c in p.children[head]
    )


def _is_some(s: PropositionScope, head: int) -> bool:
    p, words = s.p, s.words
    parts = {p.lower[c] for c in p.children[head] if p.deps[c] in COUNTING} & words.some
    return bool(parts) or p.lemmas[head].lower() in words.parts or any(c in s.figures for c in p.children[head])


def _modifiers(s: PropositionScope, head: int) -> set[str]:
    """Adjectives, names, ordinals and the nouns behind *van*; no articles and no number of how many."""
    p = s.p
    found = set()
    for c in p.children[head]:
        counted = c in s.figures and c < head
        if p.deps[c] not in NARROWING or counted or p.upos[c] in ("PRON", "DET", "ADP", "ADV") or c in s.times:
            continue
        if p.lower[c] in s.pack.propositions.words.opening:
            continue
        found.add(s.key(c)[0] if p.deps[c] == "amod" and "VerbForm=Part" in p.feats[c] else p.lemmas[c].lower())
        found |= {p.lemmas[g].lower() for g in p.children[c] if p.deps[g] in ("flat", "appos", "nummod")}
    behind = head + 1
    if behind < len(p) and p.upos[behind] == "NUM" and p.heads[behind] == head:  # loods 1
        found.add(p.lower[behind])
    return found


def amount_of(s: PropositionScope, head: int) -> Amount | None:
    """How many of a phrase there are: *zes boten*, *40 miljoen euro*, *2 procent*, *alle bewoners*."""
    p = s.p
    if head in s.times:  # 15 maart, 2009
        return None
    if head in s.figures:
        counted = _counted(s, head)
        phrase = read_phrase(s, head if counted is None else counted)
        return None if phrase is None else _roughly(s, s.figures[head], phrase)
    number = next((c for c in p.children[head] if c in s.figures and c not in s.times and p.deps[c] in COUNTING), None)
    phrase = read_phrase(s, head)
    if number is None:
        single = p.lemmas[head].lower() in s.words.units and any(p.lower[c] in s.words.one for c in p.children[head])
        return _scaled(s, phrase, 1.0, 1.0, p.span(head, head + 1)) if phrase is not None and single else None
    return None if phrase is None else _roughly(s, s.figures[number], phrase)


def _counted(s: PropositionScope, head: int) -> int | None:
    """What a number that is a noun counts: *40 miljoen euro*, *honderden vissen*, *een derde van de bewoners*."""
    p = s.p
    return next(
        (c for c in p.children[head] if c > head and p.upos[c] in NOMINAL and p.deps[c] in ("nmod", "appos", "fixed")),
        None,
    )


def _roughly(s: PropositionScope, figure: Figure, of: Phrase) -> Amount:
    """The amount with room for what is rounded or called about right."""
    low, high, first = figure.low, figure.high, figure.first
    if low is not None and low == high:
        near = [w for w in range(max(0, first - 2), first) if s.p.lower[w] in s.words.opening]
        first = min([first, *near])
        room = ROUGHLY if near else ROUNDED if low >= LEAST_ROUND else 0.0
        low, high = low * (1 - room), low * (1 + room)
    return _scaled(s, of, low, high, s.p.span(first, figure.end))


def _scaled(s: PropositionScope, of: Phrase, low: float | None, high: float | None, words: Span) -> Amount:
    """In one unit of its kind: hours, metres, kilos."""
    unit = s.words.scales.get(of.head)
    if unit is not None:
        of = msgspec.structs.replace(of, head=unit[0])
        low, high = (None if bound is None else bound * unit[1] for bound in (low, high))
    of = msgspec.structs.replace(of, head=s.words.counted.get(of.head, of.head))
    return Amount(of=of, low=low, high=high, words=words)
