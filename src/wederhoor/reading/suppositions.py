"""Conditions without a word for if, by the place of their verb, with what hangs on them: *stijgt het water, dan sluit het*."""

from __future__ import annotations

from collections.abc import Iterator

from wederhoor.reading.holders import Extent
from wederhoor.reading.text import Text
from wederhoor.syntax.clauses import SUBJECT, is_finite
from wederhoor.syntax.plain.words import OPENING_MARKS
from wederhoor.syntax.predicates import MARKS_OF_SPEECH, tells_past
from wederhoor.syntax.stretches import any_form

ANY = "*"
"""Where this stands for a verb, any may open a condition."""
NOMINAL = ("DET", "NOUN", "PROPN", "PRON", "ADJ", "NUM")
"""What a subject behind its verb may begin with."""


def suppositions(text: Text, word: int) -> Iterator[Extent]:
    """The conditions of the sentence of a word that their verbs open, each with what hangs on it."""
    p = text.parse
    sentence = p.sentences[p.sentence_of[word]]
    for opening in opening_verbs(text, sentence):
        end = _end_of_speech(text, opening, sentence)
        commas = [w for w in range(opening + 2, end - 1) if p.words[w] == ","]
        resumed = next((w for w in commas if _opens_consequent(text, opening, w + 1, end)), None)
        if resumed is not None:
            yield opening, next((w for w in commas if w > resumed and _leaves(text, w + 1)), end)
    yield from _turned_behind(text, sentence)


def _turned_behind(text: Text, sentence: Extent) -> Iterator[Extent]:
    """*Nobody would have died [had the bridge been shut]*: in a language where few verbs open a condition."""
    p, fronted = text.parse, text.pack.conditions.words.fronted
    if ANY in fronted or not any_form(p, range(*sentence), text.pack.closed.supposed):
        return
    for word in range(sentence[0] + 2, sentence[1] - 2):
        turned = p.lower[word] in fronted and (p.words[word - 1] == "," or p.deps[word - 1] not in (*SUBJECT, "punct"))
        if turned and p.upos[word + 1] in NOMINAL:
            yield word, next((w for w in range(word, sentence[1]) if p.upos[w] == "PUNCT"), sentence[1])


def opening_verbs(text: Text, sentence: Extent) -> Iterator[int]:
    """The verbs that open a sentence which is no question, or a quotation in it, and may suppose something."""
    p = text.parse
    word, end = sentence
    while word < end and p.upos[word] in ("PUNCT", "CCONJ"):
        word += 1
    quoted = (w for w in range(word + 1, end) if p.words[w - 1] in OPENING_MARKS and p.words[w - 2] == ":")
    yield from (w for w in (word, *quoted) if w + 3 < end and p.words[end - 1] != "?" and _may_open(text, w))


def _may_open(text: Text, word: int) -> bool:
    """Whether a finite verb can open a condition in this language: any in Dutch."""
    fronted = text.pack.conditions.words.fronted
    return (ANY in fronted or text.parse.lower[word] in fronted) and is_finite(text.parse, word)


def _end_of_speech(text: Text, opening: int, sentence: Extent) -> int:
    """Where the quotation ends that a verb opens, or else its sentence."""
    p = text.parse
    if opening == sentence[0] or p.words[opening - 1] not in MARKS_OF_SPEECH:
        return sentence[1]
    return next((w for w in range(opening, sentence[1]) if p.words[w] in MARKS_OF_SPEECH), sentence[1])


def _opens_consequent(text: Text, opening: int, word: int, end: int) -> bool:
    """Behind a comma *dan* or a finite verb; any clause where few verbs open a condition or it is past: *had zij gebeld, hij*."""
    p = text.parse
    if resumes(text, word):
        return True
    if is_finite(p, word):
        return not _reports(text, word)
    fronted = text.pack.conditions.words.fronted
    had = p.lemmas[opening] in text.pack.closed.perfect and tells_past(p, opening)
    clause = (had or ANY not in fronted) and p.upos[word] != "CCONJ"
    return clause and any(is_finite(p, w) and not _reports(text, w) for w in range(word, end))


def _reports(text: Text, word: int) -> bool:
    """Whether a verb behind a comma tells who says it: *..., zegt Bos*."""
    entries = text.pack.verbs.get(text.parse.lemmas[word], ())
    return any(not entry.words and entry.frames & {"quote", "paren"} for entry in entries)


def _leaves(text: Text, word: int) -> bool:
    """Whether what is told goes on behind a comma in the world as it is: *..., maar hij belde niet*, *..., zegt Bos*."""
    p = text.parse
    return p.lower[word] in text.pack.grammar.contrasts or (is_finite(p, word) and _reports(text, word))


def resumes(text: Text, word: int) -> bool:
    """Whether a word opens what hangs on a condition: *dan*."""
    return text.parse.lower[word] in text.pack.conditions.words.resumers and text.parse.upos[word] == "ADV"
