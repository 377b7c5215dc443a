"""Verbs that the parser has for nouns though it gives them a subject, and subjects that it has for something else.

*De bond [schat] dat*, *de put is door hem [gedicht]*: a noun has a subject only with a copula, so what has one without, and the
form of a verb that the lexicons know, is that verb. *Said its chief [executive], Ralph Teasdale*: who stands behind a verb of
saying without a subject says it.
"""

from __future__ import annotations

from dataclasses import replace

from wederhoor.languages.pack import LanguagePack
from wederhoor.languages.reporting import reports_in
from wederhoor.records.parse import Parse, children_of
from wederhoor.syntax.clauses import SUBJECT, children, has_child, has_word
from wederhoor.syntax.mend_words import CLAUSAL, PARTICIPLE
from wederhoor.syntax.nouns import noun_kind

TAKEN_FOR = ("NOUN", "ADJ", "X")
DOER = "obl:agent"
OF_NOUNS = ("case", "det", "amod", "nummod", "nmod:poss")
AUXILIARY = ("aux", "aux:pass")
COMPLEMENTS = ("ccomp", "xcomp", "obj", "obl")
FINITE = "VerbForm=Fin"


def mend_predicates(p: Parse, pack: LanguagePack) -> Parse:
    """The parse with these as the verbs that they are."""
    p = _with_reports(p, pack)
    lost = [word for word, pos in enumerate(p.upos) if pos in TAKEN_FOR and _is_verb(p, word, pack)]
    if not lost:
        return p
    upos, feats, lemmas, stems = [*p.upos], [*p.feats], [*p.lemmas], [*p.stems]
    deps = [*p.deps]
    for word in lost:
        done = has_child(p, word, *AUXILIARY, DOER)
        upos[word], feats[word] = "VERB", PARTICIPLE if done else FINITE
        stems[word] = pack.verb_forms[p.lower[word]]
        lemmas[word] = _with_particle(p, word, stems[word], pack)
        for copula in children(p, word, "cop"):
            deps[copula] = "aux:pass"
    return replace(p, upos=upos, feats=feats, lemmas=lemmas, stems=stems, deps=deps)


def _with_particle(p: Parse, word: int, verb: str, pack: LanguagePack) -> str:
    """*Stoot lood [uit]*: the lemma of the verb with its particle."""
    particle = next((c for c in children(p, word, "compound:prt") if p.upos[c] in ("ADP", "ADV")), None)
    return verb if particle is None else pack.hooks.joined(verb, p.lower[particle])


def _with_reports(p: Parse, pack: LanguagePack) -> Parse:
    """*Pryce [fears] that ...*: a verb of saying between a name and its clause, of which the parser makes one noun phrase."""
    found = {w: name for w in range(len(p)) if (name := _reporter(p, w, pack)) is not None}
    if not found:
        return p
    upos, feats, lemmas, stems, deps = [*p.upos], [*p.feats], [*p.lemmas], [*p.stems], [*p.deps]
    for word, name in found.items():
        upos[word], feats[word], upos[name], deps[name] = "VERB", FINITE, "PROPN", "nsubj"
        lemmas[word] = stems[word] = pack.verb_forms[p.lower[word]]
        lemmas[name] = stems[name] = p.words[name]
        for clause in children(p, word, "acl", "ccomp"):
            deps[clause] = "ccomp"
    return replace(p, upos=upos, feats=feats, lemmas=lemmas, stems=stems, deps=deps)


def _reporter(p: Parse, word: int, pack: LanguagePack) -> int | None:
    """The first word of the name right before a form of a verb of saying that heads its sentence with a clause behind it."""
    names = [c for c in children(p, word, "compound") if c < word and p.words[c].istitle()]
    heads = p.upos[word] == "NOUN" and p.heads[word] == word and not has_child(p, word, *OF_NOUNS)
    alone = heads and len(names) == 1 and p.words[word - 1].istitle()
    return names[0] if alone and _is_of_saying(p, word, pack) and _has_clause_behind(p, word, pack) else None


def _is_of_saying(p: Parse, word: int, pack: LanguagePack) -> bool:
    """*Fears*, *claims*: a form, and no bare one, of a verb that takes a clause."""
    lemma = pack.verb_forms.get(p.lower[word], p.lower[word])
    entries = pack.verbs.get(lemma, ()) if lemma != p.lower[word] and pack.grammar.subject_first else ()
    return reports_in(entries, "clause")


def _has_clause_behind(p: Parse, word: int, pack: LanguagePack) -> bool:
    behind = (c for c in children(p, word, "acl", "ccomp") if p.subtree(c)[0] == word + 1)
    return any(has_word(p, c, pack.grammar.complementizers, "mark") for c in behind)


def _is_verb(p: Parse, word: int, pack: LanguagePack) -> bool:
    form = p.lower[word]
    known = form in pack.verb_forms and (pack.verb_forms[form] != form or not pack.grammar.verb_second)
    noun = has_child(p, word, *OF_NOUNS) or (has_child(p, word, "cop") and not has_child(p, word, DOER))
    return known and p.words[word].islower() and has_child(p, word, *SUBJECT) and not noun


def mend_speakers(p: Parse, pack: LanguagePack) -> Parse:
    """The parse with people behind a verb of saying as its subject, and the name behind their comma in apposition."""
    heads, deps, upos = [*p.heads], [*p.deps], [*p.upos]
    for word in range(1, len(p)):
        verb = p.heads[word]
        if (
            p.deps[word] not in COMPLEMENTS
            or not verb < word
            or p.lemmas[verb] not in pack.verbs
            or has_child(p, verb, *SUBJECT)
        ):
            continue
        if p.subtree(word)[0] != verb + 1 or noun_kind(p.lower[word], pack) != "person" or has_child(p, word, *CLAUSAL):
            continue
        deps[word], upos[word] = "nsubj", "NOUN"
        name = word + 2
        if name < len(p) and p.words[word + 1] == "," and p.upos[name] == "PROPN" and p.heads[name] == verb:
            heads[name], deps[name] = word, "appos"
    return p if deps == p.deps else replace(p, heads=heads, deps=deps, upos=upos, children=children_of(heads))
