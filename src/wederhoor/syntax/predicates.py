"""What heads a clause: its predicate and finite verb, what opens it, and what it asks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from wederhoor.languages.pack import LanguagePack
from wederhoor.records.parse import Parse
from wederhoor.syntax.clauses import AUXILIARY, SUBJECT, auxiliaries, has_child, is_finite, is_participle, is_root
from wederhoor.syntax.phrases import tops_of

MARKS_OF_SPEECH = frozenset("\"“”„«»‘’'")
MOOD = "Mood="


def predicate_above(p: Parse, word: int) -> int:
    """The word itself where it heads a clause, else the nearest one above it that does."""
    here = word
    while not is_root(p, here) and not heads_clause(p, here):
        here = p.heads[here]
    return here


def heads_clause(p: Parse, word: int) -> bool:
    if p.deps[word] in AUXILIARY or p.deps[word] in ("case", "mark", "amod"):
        return False
    if p.upos[word] in ("VERB", "AUX"):
        return p.deps[word] not in ("compound:prt", "fixed")
    return has_child(p, word, "cop", *SUBJECT, "aux", "aux:pass")


def finite_of(p: Parse, head: int) -> int | None:
    """The finite verb of the clause that ``head`` is the predicate of."""
    if is_finite(p, head):
        return head
    return next((c for c in auxiliaries(p, head) if is_finite(p, c)), None)


def has_form_of_infinitive(p: Parse, word: int) -> bool:
    """Whether a verb stands in the infinitive, with *te* or without; ``is_infinitive`` tells whether a clause is one with it."""
    return "VerbForm=Inf" in p.feats[word]


def is_present(p: Parse, word: int) -> bool:
    """Whether a word is marked as a present; see ``tells_past`` for forms that the parser takes for one."""
    return "Tense=Pres" in p.feats[word]


def tells_past(p: Parse, word: int) -> bool:
    """Whether a finite verb is in the past tense, also where the parser takes it for another verb's present: *braken uit*.

    The plural of the present is the infinitive: a plural of another form is a past, one of that form may be either (*rotten*).
    A treebank that marks the mood has no such forms (*they are*).
    """
    feats, plural = p.feats[word], p.stems[word].endswith(p.lower[word])
    if "Number=Plur" not in feats or "VerbForm=Fin" not in feats or MOOD in feats:
        return "Tense=Past" in feats
    return not plural


def is_past(p: Parse, words: Iterable[int]) -> bool:
    """Whether one of the words is a verb in the past tense."""
    return any(tells_past(p, w) for w in words)


def is_perfect(p: Parse, head: int, pack: LanguagePack) -> bool:
    """Whether a predicate is told as done: a participle with *hebben* or *zijn* among its auxiliaries."""
    return is_participle(p, head) and any(p.stems[c] in pack.closed.perfect for c in auxiliaries(p, head))


def is_question(p: Parse, word: int) -> bool:
    """Whether the sentence of a word ends in a question mark."""
    first, end = p.sentences[p.sentence_of[word]]
    closing = (p.words[w] for w in range(end - 1, first, -1) if p.words[w] not in MARKS_OF_SPEECH | {")"})
    return next(closing, "") == "?"


def opens_clause(p: Parse, word: int) -> bool:
    """First in its sentence, behind punctuation or behind a conjunction."""
    return word == p.sentences[p.sentence_of[word]][0] or p.upos[word - 1] in ("PUNCT", "CCONJ")


def top_of(p: Parse, words: Sequence[int]) -> int | None:
    """The word of a stretch that the others depend on: a predicate if there is one."""
    tops = [w for w in tops_of(p, words) if p.upos[w] != "PUNCT"]
    clausal = [w for w in tops if heads_clause(p, w)]
    return next(iter(clausal or tops), None)
