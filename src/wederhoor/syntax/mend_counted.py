"""How much there is of a thing, and what it does, where a parse has these for another: *te [weinig] lampen*, *lampen [dimmen]*.

Before all mends that ask whether a verb is finite: in a language in which the plural of the present looks like the infinitive, a
verb with a subject of its own, several things, and nothing that governs it is finite.
"""

from __future__ import annotations

from dataclasses import replace

from wederhoor.languages.pack import LanguagePack
from wederhoor.records.parse import Moves, Parse, hung
from wederhoor.syntax.clauses import SUBJECT, child, has_child, is_plural

FINITE_PLURAL = "Number=Plur|Tense=Pres|VerbForm=Fin"
INFINITIVE = "VerbForm=Inf"
MAIN = ("ROOT", "parataxis", "advcl", "ccomp")
"""Relations of a clause with a verb of its own."""


def mend_counted(p: Parse, pack: LanguagePack) -> Parse:
    """The parse with these as what they are, where the finite verb stands second."""
    if not pack.grammar.verb_second:
        return p
    finite = {word for word in range(len(p)) if _is_finite_plural(p, word, pack)}
    if finite:
        p = replace(p, feats=[FINITE_PLURAL if word in finite else feats for word, feats in enumerate(p.feats)])
    return hung(p, dict(_moves(p, pack)))


def _is_finite_plural(p: Parse, word: int, pack: LanguagePack) -> bool:
    """*De lampen [dimmen]*: no infinitive, which would have its mark or stand below another verb."""
    if p.upos[word] != "VERB" or p.feats[word] != INFINITIVE or p.deps[word] not in MAIN:
        return False
    subject = child(p, word, *SUBJECT)
    governed = has_child(p, word, "aux", "aux:pass") or any(
        p.lower[c] in pack.grammar.infinitive_marks for c in p.children[word] if p.deps[c] == "mark"
    )
    return subject is not None and is_plural(p, subject) and not governed


def _moves(p: Parse, pack: LanguagePack) -> Moves:
    words = pack.variables
    degrees = words.adjectives.keys() | words.adverb_kinds.gauging
    for word in range(len(p) - 1):
        if p.lower[word] not in degrees:
            continue
        above = p.heads[word]
        if p.deps[word] == "nmod" and above == word + 1 and p.upos[above] == "NOUN" and p.upos[word] != "NOUN":
            yield word, (above, "det")  # te [weinig] lampen
        elif p.deps[word] == "fixed" and above == word - 1 and p.upos[above] == "ADP" and p.heads[above] > word:
            yield word, (p.heads[above], "det")  # weer tot [meer] drukte
            yield above, (p.heads[above], "case")
