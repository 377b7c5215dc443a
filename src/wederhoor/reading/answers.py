"""Answers of an interview: which paragraphs are some, and the first sentence by which one answers."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from wederhoor.reading.text import Text
from wederhoor.records.parse import Parse
from wederhoor.syntax.stretches import any_form, in_sentence_of

FEWEST_ANSWERS = 3
"""Answers of an interview, at least."""
ASKED = 6
"""Answers of an interview to one before which somebody is asked or spoken to, at most."""
LONGEST_NAME = 6
"""Words before an answer in its paragraph, at most: who speaks, and a mark."""
LONGEST_PROMPT = 60
"""Words of a paragraph that an answer follows, at most."""


def first_sentence(p: Parse, words: Sequence[int]) -> list[int]:
    """The words of the first sentence of a statement, without its punctuation; of *Onzin, zegt X: het is open* the answer."""
    sentence = in_sentence_of(p, words, words[0])
    parted = (n for n, (w, after) in enumerate(pairwise(sentence), start=1) if ":" in p.words[w + 1 : after])
    return [w for w in sentence[: next(parted, len(sentence))] if p.upos[w] != "PUNCT"]


def answer_paragraphs(text: Text) -> frozenset[int]:
    """The paragraphs of an interview that answer the one before: speech from their first word, behind one without.

    Of news that leads every quotation in by a paragraph, not one of six of these asks anything or speaks to somebody.
    """
    p = text.parse
    spoken = [_opens_with_speech(text, number) for number in range(len(p.paragraphs))]
    found = {
        number
        for number in range(1, len(spoken))
        if spoken[number] and not spoken[number - 1] and _length(p, number - 1) <= LONGEST_PROMPT
    }
    asked = sum(_asks_or_addresses(text, number - 1) for number in found)
    interview = len(found) >= FEWEST_ANSWERS and 2 * len(found) >= sum(spoken) and ASKED * asked >= len(found)
    return frozenset(found) if interview else frozenset()


def _asks_or_addresses(text: Text, number: int) -> bool:
    p = text.parse
    words = range(*p.paragraphs[number])
    return p.words[words[-1]] == "?" or any_form(p, words, text.pack.closed.second_person)


def _opens_with_speech(text: Text, number: int) -> bool:
    """Whether all of a paragraph is one speech, but for a name before it."""
    p = text.parse
    first, end = p.paragraphs[number]
    spoken = [w for w in range(first, end) if text.quoted[w]]
    return bool(spoken) and spoken[0] - first <= LONGEST_NAME and 4 * len(spoken) >= 3 * (end - spoken[0])


def _length(p: Parse, paragraph: int) -> int:
    first, end = p.paragraphs[paragraph]
    return end - first
