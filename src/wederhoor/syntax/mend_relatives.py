"""Relative clauses that the parser takes for what is said, and what is said that it takes for one."""

from __future__ import annotations

from wederhoor.languages.pack import LanguagePack
from wederhoor.records.parse import Moves, Parse, hung
from wederhoor.syntax.clauses import RELATIVE, SUBJECT, children, has_child

LOOSE = ("vocative", "dislocated", "parataxis", "nsubj", "obl")
"""What a parse has a name before a relative clause for whose verb it does not find."""


def mend_relatives(p: Parse, pack: LanguagePack) -> Parse:
    """The parse with each of the two as what it is."""
    for moves in (_relatives, _of_whom, _claimed, _impersonal):
        p = hung(p, dict(moves(p, pack)))
    return p


def _relatives(p: Parse, pack: LanguagePack) -> Moves:
    """*[Okafor], who denies it, said*: who stands before the relative clause is the subject of the verb behind it."""
    if not pack.grammar.subject_first:
        return
    for who in (
        w for w, form in enumerate(p.lower) if form in pack.closed.relative and w > 1 and p.words[w - 1] == ","
    ):
        verb = p.heads[who]
        main = p.heads[verb]
        names = [c for c in children(p, verb, *LOOSE) if c < who - 1 and p.upos[c] in ("PROPN", "NOUN")]
        if p.deps[verb] != "ccomp" or not verb < main or has_child(p, main, *SUBJECT) or len(names) != 1:
            continue
        yield names[0], (main, "nsubj")
        yield verb, (names[0], "acl:relcl")


def _of_whom(p: Parse, _: LanguagePack) -> Moves:
    """*Said [Lindqvist], whose shop sold out*: the relative clause is not what is said, and whose shop it is says it."""
    for thing in {p.heads[w] for w, feats in enumerate(p.feats) if "Poss=Yes" in feats and "PronType=Rel" in feats}:
        who = p.heads[thing]
        verb = p.heads[who]
        main = p.heads[verb]
        if (
            p.deps[thing] == "appos"
            and p.deps[who] in SUBJECT
            and main < who < thing < verb
            and p.deps[verb] == "ccomp"
        ):
            yield thing, (verb, "nsubj")
            yield verb, (who, RELATIVE)
            yield who, (main, "nsubj")


def _claimed(p: Parse, pack: LanguagePack) -> Moves:
    """*De stelling van het parket [dat de klap fataal was]*: a claim has a content, and whose it is none."""
    for clause, dep in enumerate(p.deps):
        whose = p.heads[clause]
        claim = p.heads[whose]
        if dep not in (RELATIVE, "acl") or p.deps[whose] != "nmod" or not claim < whose < clause:
            continue
        opens = p.lower[p.subtree(clause)[0]] in pack.grammar.complementizers
        told = [c for c in children(p, clause, *SUBJECT) if p.lower[c] not in pack.grammar.complementizers]
        if opens and told and p.lemmas[claim] in pack.nouns:
            yield clause, (claim, dep)


def _impersonal(p: Parse, pack: LanguagePack) -> Moves:
    """*It is a myth [that cold weather makes ill]*: what is said to be true or not, where the parse has it beside."""
    for mark in range(3, len(p) - 2):
        told = mark - 1
        beside = (
            children(p, told, "parataxis", RELATIVE, "acl") if p.lower[mark] in pack.grammar.complementizers else []
        )
        clause = next((c for c in beside if c > mark and mark in p.subtree(c)), None)
        if clause is None or not _is_judged(p, told, pack) or not any(c > mark for c in children(p, clause, *SUBJECT)):
            continue
        yield clause, (told, "csubj")
        yield mark, (clause, "mark")


def _is_judged(p: Parse, told: int, pack: LanguagePack) -> bool:
    """Whether *it* is said to be something that tells whether it is so: *is a myth*, *is untrue*."""
    words = pack.causes.words
    judging = words.affirmed | words.denying | words.uncertain | pack.disputes.untruth
    it = any(p.lower[c] in pack.closed.it for c in children(p, told, "expl", *SUBJECT))
    return it and has_child(p, told, "cop") and p.lemmas[told].lower() in judging
