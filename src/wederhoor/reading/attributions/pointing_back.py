"""Reports of the sentence before: *Dat heeft het ministerie gemeld*, *Uitbaters lieten dat weten*."""

from __future__ import annotations

from wederhoor.reading.text import Text
from wederhoor.syntax.clauses import RELATIVE, is_finite

Complement = tuple[str, tuple[int, ...], tuple[int, ...]]
"""The frame, the words of the content, and further words of the cue (a preposition)."""


def sentence_before(text: Text, verb: int) -> Complement | None:
    """``Dat heeft het ministerie gemeld``: the author points at the sentence before, in this paragraph or the one before."""
    p = text.parse
    number = p.sentence_of[verb]
    first = p.sentences[number][0]
    if (
        number == 0
        or text.quoted[verb]
        or p.lower[first] not in text.pack.closed.pointing
        or p.heads[first] not in (verb, p.heads[verb])
        or (p.deps[verb] in ("advcl", "acl", RELATIVE) and p.heads[first] != verb)
    ):
        return None  # *Dat is duidelijk, nu de stukken blijken te bestaan*: of another verb
    if _has_two_verbs(text, verb):
        return None  # *Dat zijn mensen het hebben gelekt, ontkent hij*: a clause with *dat*, whatever the parser made of it
    if p.deps[first] not in ("obj", "nsubj", "nsubj:pass", "ccomp", "mark", "det"):
        return None
    return "sentence", tuple(range(*p.sentences[number - 1])), ()


def _has_two_verbs(text: Text, verb: int) -> bool:
    """Whether a clause has more finite verbs, or auxiliaries of the perfect, than one clause can."""
    p, clause = text.parse, text.clause(verb)
    fronted = p.deps[verb] in ("csubj", "ccomp") and p.heads[verb] > verb
    perfect = sum(p.lemmas[w] in text.pack.closed.perfect for w in clause.auxiliaries)
    return sum(is_finite(p, w) for w in clause.group) > 1 or (fronted and perfect > 1)


def news_before(text: Text, verb: int) -> Complement | None:
    """*Uitbaters lieten dat vrijdag weten*: verbs of telling hand on the sentence before, in the same paragraph."""
    p, pack = text.parse, text.pack
    number = p.sentence_of[verb]
    if p.lemmas[verb] not in pack.grammar.telling or number == 0 or text.quoted[verb]:
        return None
    before = range(*p.sentences[number - 1])
    return ("sentence", tuple(before), ()) if p.paragraph_of(before[0]) == p.paragraph_of(verb) else None
