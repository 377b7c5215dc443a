"""Finding the words that make a verb a phrase: *in brand* beside steken, *een bezoek* beside brengen."""

from __future__ import annotations

from wederhoor.reading.text import Text
from wederhoor.records.parse import Parse
from wederhoor.syntax.clauses import child_in
from wederhoor.syntax.polarity import is_negation

REACH = 25
"""Words before or behind the verb where the rest of its phrase is looked for."""
GAP = 3
"""Words between two words of a phrase, at most: *een kort, verrassend bezoek brengen*."""
STEPS = 4
"""Steps up from a word of the phrase to its verb."""


def beside(text: Text, verb: int, node: int, words: tuple[str, ...]) -> list[int] | None:
    """The places of the phrase's words around a verb, in their order and not far from each other; None where one is missing."""
    p = text.parse
    if len(words) == 1 and words[0] in text.pack.closed.negations:
        place = _negation(text, node, words[0])
        denies = place is not None and is_negation(p, place, text.pack, text.pack.events.grammar.restricting)
        return [place] if place is not None and denies else None
    start, end = text.sentence(verb)
    first, last = max(start, verb - REACH), min(end, verb + REACH)
    for place in range(last - 1, first - 1, -1):
        if place == verb:
            continue
        if _is(p, place, words[-1]) and _belongs(p, place, verb, node):
            found = _backwards(text, place, words, first, verb)
            if found:
                return found
    return None


def _backwards(text: Text, place: int, words: tuple[str, ...], first: int, verb: int) -> list[int] | None:
    p = text.parse
    found = [place]
    for word in reversed(words[:-1]):
        before = range(found[-1] - 1, max(first, found[-1] - GAP - 1) - 1, -1)
        match = next((b for b in before if b != verb and _is(p, b, word)), None)
        if match is None and word in text.pack.closed.negations:
            match = _negation(text, verb, word)
        if match is None:
            return None
        found.append(match)
    return found[::-1]


def _negation(text: Text, verb: int, word: str) -> int | None:
    p = text.parse
    return child_in(p, verb, (word,))


def _is(p: Parse, place: int, word: str) -> bool:
    return p.lower[place] == word or (p.lemmas[place].lower() == word and p.upos[place] != "AUX")


def _belongs(p: Parse, place: int, verb: int, node: int) -> bool:
    """Whether a word stands under the verb and under no other, or right before a verb that ends its clause."""
    here = place
    for _ in range(STEPS):
        if here in (verb, node):
            return True
        if p.heads[here] == here:
            break
        if here != place and p.upos[here] == "VERB" and p.deps[here] != "xcomp":
            break
        here = p.heads[here]
    if here in (verb, node):
        return True
    between = range(min(place, verb) + 1, max(place, verb))
    return len(between) <= 1 and not any(p.upos[b] in ("PUNCT", "VERB") for b in between)
