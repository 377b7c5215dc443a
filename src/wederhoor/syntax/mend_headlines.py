"""Clauses that leave out their auxiliary, as headlines do: *Junta condemned by bishops*, *Police to arrest smugglers*.

Without it a parser has whom something was done to for the one who did it, or the whole for a noun.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from wederhoor.languages.pack import LanguagePack
from wederhoor.records.parse import Parse, children_of, hung
from wederhoor.syntax.clauses import AUXILIARY, child, children, has_child, has_word, is_finite, is_participle
from wederhoor.syntax.nouns import names_somebody

DOERS = ("obl:agent", "obl", "nmod")
NAMING = ("NOUN", "PROPN")
BOUND = ("det", "amod", "compound", "nummod", "nmod:poss", "flat", "appos", "punct")
"""Relations of what may stand before *to* in the subject of a headline."""
INFINITIVE = "VerbForm=Inf"


def mend_headlines(p: Parse, pack: LanguagePack) -> Parse:
    """The parse with the clauses of headlines as what they are: passives, and what is going to be done."""
    p = _announced(_headed(p, pack), pack)
    return hung(p, {subject: (verb, "nsubj:pass") for verb, subject in _undergoing(p, pack)})


def _undergoing(p: Parse, pack: LanguagePack) -> Iterator[tuple[int, int]]:
    """Verbs without auxiliary and object of which the clause tells who does it, with the subject, to whom it is done then."""
    for verb, pos in enumerate(p.upos):
        if pos != "VERB" or has_child(p, verb, *AUXILIARY, "obj", "nsubj:pass", "ccomp"):
            continue
        subject = child(p, verb, "nsubj")
        if subject is not None and subject < verb and _doer_behind(p, verb, pack) is not None:
            yield verb, subject


def _doer_behind(p: Parse, verb: int, pack: LanguagePack) -> int | None:
    """*by [bishops]* behind a verb that may be a participle; where forms tell participles, only behind one."""
    relations = DOERS[:2] if is_participle(p, verb) else DOERS[:1]
    told = pack.grammar.verb_second and not is_participle(p, verb)
    behind = (c for c in children(p, verb, *relations) if c > verb and has_word(p, c, pack.closed.by, "case"))
    return None if told else next((c for c in behind if names_somebody(p, c, pack)), None)


def _headed(p: Parse, pack: LanguagePack) -> Parse:
    """*Dorpelingen [bedreigd] door militie*: without a finite verb the participle behind its noun is the predicate."""
    heads, deps = [*p.heads], [*p.deps]
    for noun, verb in _bare_predicates(p):
        heads[verb], deps[verb] = verb, "ROOT"
        heads[noun], deps[noun] = verb, "nsubj:pass"
        for c in p.children[noun]:
            if c > verb:
                by = deps[c] in DOERS and has_word(p, c, pack.closed.by, "case")
                heads[c], deps[c] = verb, "obl:agent" if by else "obl" if deps[c] == "nmod" else deps[c]
    return p if deps == p.deps else replace(p, heads=heads, deps=deps, children=children_of(heads))


def _bare_predicates(p: Parse) -> Iterator[tuple[int, int]]:
    for first, end in p.sentences:
        if any(is_finite(p, w) for w in range(first, end)):
            continue
        root = next(w for w in range(first, end) if p.heads[w] == w)
        verb = next((c for c in children(p, root, "acl") if c > root and is_participle(p, c)), None)
        if p.upos[root] in NAMING and verb is not None and not has_child(p, verb, "obj", "nsubj", "mark", "aux"):
            yield root, verb


def _announced(p: Parse, pack: LanguagePack) -> Parse:
    """*Police to [arrest] smugglers*: behind somebody who opens a sentence without a finite verb, *to* tells what he will do."""
    if not pack.grammar.subject_first:
        return p
    heads, deps, upos, feats, lemmas = [*p.heads], [*p.deps], [*p.upos], [*p.feats], [*p.lemmas]
    for subject, verb, noun in _announcements(p, pack):
        upos[verb], feats[verb], lemmas[verb] = "VERB", INFINITIVE, pack.verb_forms[p.lower[verb]]
        heads[verb], deps[verb] = verb, "ROOT"
        for c in p.children[noun]:
            if c < subject or p.deps[c] == "punct":
                heads[c] = verb
        heads[subject], deps[subject] = verb, "nsubj"
        heads[noun], deps[noun] = verb, "obj"
        heads[verb - 1], deps[verb - 1] = verb, "mark"
    return (
        p
        if deps == p.deps
        else replace(p, heads=heads, deps=deps, upos=upos, feats=feats, lemmas=lemmas, children=children_of(heads))
    )


def _announcements(p: Parse, pack: LanguagePack) -> Iterator[tuple[int, int, int]]:
    """The noun before *to*, the word behind that may be a verb, and the noun of which the parser has it for a part."""
    for first, end in p.sentences:
        mark = next((w for w in range(first + 1, end - 2) if p.lower[w] in pack.grammar.infinitive_marks), None)
        if mark is None or any(is_finite(p, w) for w in range(first, end)):
            continue
        subject, verb, noun = mark - 1, mark + 1, p.heads[mark + 1]
        opens = all(p.deps[w] in BOUND for w in range(first, subject)) and names_somebody(p, subject, pack)
        mistaken = p.deps[verb] in ("compound", "amod") and p.heads[mark] == noun > verb and p.upos[noun] in NAMING
        if opens and mistaken and pack.verb_forms.get(p.lower[verb]) == p.lower[verb]:
            yield subject, verb, noun
