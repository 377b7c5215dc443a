"""Relative clauses: a *dat* that refers back to the thing before its comma reports nothing, *Nortia, dat het eiland opeist*."""

from __future__ import annotations

from wederhoor.reading.text import Text
from wederhoor.syntax.clauses import RELATIVE, SUBJECT, antecedent, is_plural, noun_phrase


def is_relative(text: Text, clause: int) -> bool:
    """Whether the first word of a clause refers back to the thing before its comma."""
    p = text.parse
    first = next((w for w in p.subtree(clause) if p.upos[w] != "PUNCT"), None)
    return first is not None and takes_up(text, first, clause)


def takes_up(text: Text, word: int, clause: int) -> bool:
    """Whether *dat* at a word is a relative pronoun: what stands before its comma is a name, or a neuter noun that it is of."""
    p = text.parse
    before = word - 2
    if before < 0 or p.words[word - 1] != ",":
        return False
    if p.lower[word] not in text.pack.closed.relative & text.pack.grammar.complementizers:
        return False
    pronoun = p.upos[word] == "PRON"
    if pronoun and p.deps[word] in SUBJECT:
        return True  # whatever the parser took the word before it for
    of_verb = pronoun or p.deps[word] in (*SUBJECT, "obj") or p.deps[clause] == RELATIVE
    return of_verb and _is_one_thing(text, before)


def _is_one_thing(text: Text, noun: int) -> bool:
    p = text.parse
    neuter = p.upos[noun] == "NOUN" and "Gender=Neut" in p.feats[noun] and not is_plural(p, noun)
    return neuter or p.upos[noun] == "PROPN"


def taken_up(text: Text, pronoun: int) -> list[int]:
    """*[de film], die wordt beschouwd als*: the words that a relative pronoun brings along; none of any other word."""
    p = text.parse
    head = antecedent(p, pronoun, text.pack) if p.lower[pronoun] in text.pack.closed.relative else None
    return [] if head is None else list(noun_phrase(p, head))


def takes_up_clause(text: Text, pronoun: int) -> bool:
    """*The driver had fled the scene, [which] his lawyer denied*: all of that, and no scene; not *the allegation, [which]*."""
    p, pack = text.parse, text.pack
    head = (
        antecedent(p, pronoun, pack)
        if p.lower[pronoun] in pack.closed.relative and p.words[pronoun - 1] == ","
        else None
    )
    return head is not None and p.lemmas[head].lower() not in pack.disputes.reports | pack.nouns.keys()
