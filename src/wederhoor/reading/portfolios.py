"""What an office is about: *minister Bos van [Zorg]*, *wethouder Jansma ([Sport])*. No part of a name, nobody who speaks."""

from __future__ import annotations

from wederhoor.reading.text import Text
from wederhoor.records.parse import Parse


def portfolio_mark(text: Text, word: int) -> str | None:
    """What joins the name that begins at ``word`` to the office that it says the matter of: *van*, a bracket; else None."""
    p, pack = text.parse, text.pack
    listed = {",", *pack.closed.conjunctions}  # *Zorg, Welzijn en Sport*
    while p.lower[word] in pack.people.portfolios and word > 1:
        before = word - 1
        if p.words[before] == "(":
            closed = p.entity_of[before - 1] >= 0 and p.words[_end(p, word)] in (")", *listed)
            return p.words[before] if closed else None
        if p.lower[before] in pack.people.about:
            return p.lower[before] if _is_officer(text, before - 1) else None
        if p.words[before] not in listed:
            return None
        word = _begin(p, before - 1)
    return None


def _is_officer(text: Text, last: int) -> bool:
    """Whether a word is such an office, or closes the name behind one, with or without a party: *minister Bos (DVP)*."""
    p = text.parse
    if p.words[last] == ")":
        last = next((w for w in range(last, max(0, last - 6), -1) if p.words[w] == "("), last) - 1
    office = _begin(p, last) - 1 if p.entity_of[last] >= 0 else last
    lemma = p.lemmas[office].lower() if office >= 0 else ""
    return any(lemma.endswith(noun) for noun in text.pack.people.officers)


def _begin(p: Parse, word: int) -> int:
    """The first word of the name that a word stands in, else the word."""
    while word > 0 and p.entity_of[word] >= 0 and p.entity_of[word - 1] == p.entity_of[word]:
        word -= 1
    return word


def _end(p: Parse, word: int) -> int:
    """The word behind the name that begins at ``word``; the last of the text where there is none."""
    end = word + 1
    while end < len(p) and p.entity_of[end] == p.entity_of[word] >= 0:
        end += 1
    return min(end, len(p) - 1)
