"""Verbs of saying that the parser has for nouns: *..., [bezwoer] de president*. A rare form before a name looks like a title."""

from __future__ import annotations

from dataclasses import replace

from wederhoor.languages.pack import LanguagePack
from wederhoor.languages.reporting import reports_in
from wederhoor.records.parse import Parse, children_of
from wederhoor.syntax.inversion import SETTING_OFF, SPEAKING

TAKEN_FOR = ("NOUN", "ADJ", "X", "ADV")
BEHIND = ("DET", "PROPN", "PRON", "NOUN", "NUM")
LOST = "Tense=Past|VerbForm=Fin"


def with_lost_verbs(p: Parse, pack: LanguagePack) -> Parse:
    """The same parse with these as verbs, and what stands behind them as their subjects."""
    if not pack.grammar.verb_second:
        return p
    lost = [w for w in range(1, len(p) - 1) if _is_lost(p, w, pack)]
    if not lost:
        return p
    upos, feats, lemmas, stems = [*p.upos], [*p.feats], [*p.lemmas], [*p.stems]
    heads, deps = [*p.heads], [*p.deps]
    for word in lost:
        upos[word], feats[word] = "VERB", LOST
        lemmas[word] = stems[word] = pack.verb_forms[p.lower[word]]
        behind = next((c for c in p.children[word] if c > word and p.deps[c] in ("appos", "nmod", "flat", "obl")), None)
        if p.heads[word] > word:  # the form hangs on the name as a title does
            noun = p.heads[word]
            heads[word], deps[word] = (noun, "parataxis") if p.heads[noun] == noun else (p.heads[noun], "parataxis")
            if p.heads[noun] == noun:
                heads[word], deps[word] = word, "ROOT"
            behind = noun
        if behind is not None:
            heads[behind], deps[behind] = word, "nsubj"
    return replace(
        p, upos=upos, feats=feats, lemmas=lemmas, stems=stems, heads=heads, deps=deps, children=children_of(heads)
    )


def _is_lost(p: Parse, word: int, pack: LanguagePack) -> bool:
    """Whether a word behind what is set off has the form of a verb of saying and stands before a noun phrase."""
    if p.upos[word] not in TAKEN_FOR or p.words[word - 1] not in SETTING_OFF or p.words[word][:1].isupper():
        return False
    verb = pack.verb_forms.get(p.lower[word])
    if verb is None or p.lower[word] == verb or p.upos[word + 1] not in BEHIND:
        return False
    return reports_in(pack.verbs.get(verb, ()), *SPEAKING)
