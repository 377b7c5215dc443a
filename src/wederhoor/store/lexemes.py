"""Words as the search knows them: lemmas in lower case, without accents, letters and digits only; the same on every database."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator

from wederhoor.records import Span, Words

PLAIN = re.compile(r"[a-z0-9]+")
WORD = re.compile(r"[^\W_]+")
SPEAKER = "qqspeaker"
"""Before the number of a speaker, as a word of all that he says: an index then meets words and speaker in one step."""


def lexemes(word: str) -> list[str]:
    """The search words of one word: *Niet-gebonden* has two."""
    if PLAIN.fullmatch(word):
        return [word]
    split = unicodedata.normalize("NFKD", word.casefold())
    return WORD.findall("".join(c for c in split if not unicodedata.combining(c)))


def lexemes_between(words: Words, start: int, end: int) -> Iterator[str]:
    """The search words of the lemmas that stand in a span."""
    for number in range(bisect_left(words.starts, start), len(words.starts)):
        if words.ends[number] > end:
            break
        yield from lexemes(words.lemmas[number])


def lexemes_of_spans(words: Words, spans: Iterable[Span]) -> str:
    """The search words of several spans, in their order."""
    return " ".join(lexeme for start, end in spans for lexeme in lexemes_between(words, start, end))


def forms_of(text: str, words: Words) -> Counter[tuple[str, str]]:
    """How often which form has which lemma in a text, where the two differ: what turns the words of a search into lemmas."""
    found: Counter[tuple[str, str]] = Counter()
    for start, end, lemma in zip(words.starts, words.ends, words.lemmas, strict=True):
        form, base = lexemes(text[start:end]), lexemes(lemma)
        if len(form) == len(base) == 1 and form != base:
            found[form[0], base[0]] += 1
    return found
