"""Conditions without a word for if, by the place of their verb, with what hangs on them: *stijgt het water, dan sluit het*."""

from __future__ import annotations

from collections.abc import Iterator

from wederhoor.languages.pack import LanguagePack
from wederhoor.languages.reporting import reports_in
from wederhoor.records.parse import Parse
from wederhoor.syntax.clauses import SUBJECT, has_child, is_finite
from wederhoor.syntax.plain.words import OPENING_MARKS
from wederhoor.syntax.predicates import MARKS_OF_SPEECH, tells_past
from wederhoor.syntax.stretches import any_form

ANY = "*"
"""Where this stands for a verb, any may open a condition."""
NOMINAL = ("DET", "NOUN", "PROPN", "PRON", "ADJ", "NUM")
"""What a subject behind its verb may begin with."""


def supposed_words(p: Parse, pack: LanguagePack) -> frozenset[int]:
    """The words of all conditions that their verbs open, and of what hangs on them."""
    extents = (extent for sentence in p.sentences for extent in _suppositions(p, pack, sentence))
    return frozenset(word for first, end in extents for word in range(first, end))


def _suppositions(p: Parse, pack: LanguagePack, sentence: tuple[int, int]) -> Iterator[tuple[int, int]]:
    for opening in opening_verbs(p, pack, sentence):
        end = _end_of_speech(p, opening, sentence)
        commas = [w for w in range(opening + 2, end - 1) if p.words[w] == ","]
        resumed = next((w for w in commas if _opens_consequent(p, pack, opening, w + 1, end)), None)
        if resumed is not None or _is_perfect(p, pack, opening):
            yield opening, next((w for w in commas if w > (resumed or opening) and _leaves(p, pack, w + 1)), end)
    yield from _turned_behind(p, pack, sentence)


def _is_perfect(p: Parse, pack: LanguagePack, opening: int) -> bool:
    """*[Had] hij maar gebeld*: an auxiliary with its subject behind it asks, supposes or wishes, also by itself."""
    head = p.heads[opening]
    return (
        pack.grammar.verb_second
        and head > opening
        and p.lemmas[opening] in pack.closed.perfect
        and has_child(p, head, *SUBJECT)
    )


def _turned_behind(p: Parse, pack: LanguagePack, sentence: tuple[int, int]) -> Iterator[tuple[int, int]]:
    """*Nobody would have died [had the bridge been shut]*: in a language where few verbs open a condition."""
    fronted = pack.conditions.words.fronted
    if ANY in fronted or not any_form(p, range(*sentence), pack.closed.supposed):
        return
    for word in range(sentence[0] + 2, sentence[1] - 2):
        turned = p.lower[word] in fronted and (p.words[word - 1] == "," or p.deps[word - 1] not in (*SUBJECT, "punct"))
        if turned and p.upos[word + 1] in NOMINAL:
            yield word, next((w for w in range(word, sentence[1]) if p.upos[w] == "PUNCT"), sentence[1])


def opening_verbs(p: Parse, pack: LanguagePack, sentence: tuple[int, int]) -> Iterator[int]:
    """The verbs that open a sentence which is no question, or a quotation in it, and may suppose something."""
    word, end = sentence
    while word < end and p.upos[word] in ("PUNCT", "CCONJ"):
        word += 1
    quoted = (w for w in range(word + 1, end) if p.words[w - 1] in OPENING_MARKS and p.words[w - 2] == ":")
    yield from (w for w in (word, *quoted) if w + 3 < end and p.words[end - 1] != "?" and _may_open(p, pack, w))


def _may_open(p: Parse, pack: LanguagePack, word: int) -> bool:
    """Whether a finite verb can open a condition in this language: any in Dutch."""
    fronted = pack.conditions.words.fronted
    return (ANY in fronted or p.lower[word] in fronted) and is_finite(p, word)


def _end_of_speech(p: Parse, opening: int, sentence: tuple[int, int]) -> int:
    """Where the quotation ends that a verb opens, or else its sentence."""
    if opening == sentence[0] or p.words[opening - 1] not in MARKS_OF_SPEECH:
        return sentence[1]
    return next((w for w in range(opening, sentence[1]) if p.words[w] in MARKS_OF_SPEECH), sentence[1])


def _opens_consequent(p: Parse, pack: LanguagePack, opening: int, word: int, end: int) -> bool:
    """Behind a comma *dan* or a finite verb; any clause where few verbs open a condition or it is past: *had zij gebeld, hij*."""
    if resumes(p, pack, word):
        return True
    if is_finite(p, word):
        return not _reports(p, pack, word)
    fronted = pack.conditions.words.fronted
    had = p.lemmas[opening] in pack.closed.perfect and tells_past(p, opening)
    clause = (had or ANY not in fronted) and p.upos[word] != "CCONJ"
    return clause and any(is_finite(p, w) and not _reports(p, pack, w) for w in range(word, end))


def _reports(p: Parse, pack: LanguagePack, word: int) -> bool:
    """Whether a verb behind a comma tells who says it: *..., zegt Bos*."""
    return reports_in(pack.verbs.get(p.lemmas[word], ()), "quote", "paren")


def _leaves(p: Parse, pack: LanguagePack, word: int) -> bool:
    """Whether what is told goes on behind a comma in the world as it is: *..., maar hij belde niet*, *..., zegt Bos*."""
    return p.lower[word] in pack.grammar.contrasts or (is_finite(p, word) and _reports(p, pack, word))


def resumes(p: Parse, pack: LanguagePack, word: int) -> bool:
    """Whether a word opens what hangs on a condition: *dan*."""
    return p.lower[word] in pack.conditions.words.resumers and p.upos[word] == "ADV"
