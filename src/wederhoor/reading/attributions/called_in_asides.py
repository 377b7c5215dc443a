"""What a source calls somebody between two commas: *Bos, volgens Vos een held, zweeg*; that he was silent is not Vos's word."""

from __future__ import annotations

from collections.abc import Sequence

from wederhoor.reading.text import Text
from wederhoor.syntax.clauses import is_finite, noun_phrase

BEGINS = ("DET", "ADJ", "NOUN", "PROPN")
ENDS = ("NOUN", "PROPN")


def called_in_aside(text: Text, phrase: Sequence[int]) -> tuple[int, ...]:
    """The noun before a source that a comma parts off, and what he calls it up to the next comma; else nothing."""
    p, comma, noun = text.parse, phrase[0] - 1, phrase[0] - 2
    if noun < 0 or p.words[comma] != "," or p.upos[noun] not in ENDS:
        return ()
    called = _called(text, phrase[-1] + 1)
    return (*_name_up_to(text, noun), *called) if called else ()


def _called(text: Text, first: int) -> range:
    """The bare noun phrase from a word up to a comma in its sentence."""
    p, end = text.parse, text.sentence(first - 1)[1]
    close = next((w for w in range(first, end) if p.upos[w] == "PUNCT"), end)
    if close == first or close + 1 >= end or p.words[close] != ",":
        return range(0)
    nominal = p.upos[first] in BEGINS and p.upos[close - 1] in ENDS
    return range(first, close) if nominal and not any(is_finite(p, w) for w in range(first, close)) else range(0)


def _name_up_to(text: Text, noun: int) -> list[int]:
    """The words of the name that ends in a noun, else of its phrase."""
    p, entity = text.parse, text.parse.entity_of[noun]
    if entity < 0:
        return [w for w in noun_phrase(p, noun) if w <= noun]
    return [w for w in range(text.sentence(noun)[0], noun + 1) if p.entity_of[w] == entity]
