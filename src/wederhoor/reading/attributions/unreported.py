"""Who is asked, told to say it, or would have said it: what stands with a verb of reporting and is no report of its subject."""

from __future__ import annotations

from wederhoor.reading.factuality import would_then_have
from wederhoor.reading.text import Text
from wederhoor.syntax.clauses import child, children, has_child, has_word, is_finite, is_participle
from wederhoor.syntax.stretches import any_form, any_lemma

CONTENTS = ("csubj", "ccomp", "csubj:pass")
NAMING = ("NOUN", "ADJ", "PROPN")


def is_unreported(text: Text, verb: int, predicate: int) -> bool:
    """Whether the subject of a verb of reporting does not say, think or want what stands with it."""
    return (
        is_undergone(text, predicate)
        or _is_told_to(text, predicate)
        or would_then_have(text, predicate)
        or _is_but_possible(text, predicate)
        or _is_too_much(text, predicate)
        or _is_quality(text, verb)
        or _is_deed(text, predicate)
        or _is_measure(text, predicate)
    )


def _is_measure(text: Text, predicate: int) -> bool:
    """*They are not as safe [as they think they are]*: how far, and not what."""
    measured = text.pack.grammar.strict_control and is_measured(text, text.parse.heads[predicate])
    return measured and has_word(text.parse, predicate, text.pack.grammar.manner, "mark")


def is_measured(text: Text, quality: int) -> bool:
    """*They are not as [safe] as they think*: whether a comparison behind a word says how far it goes."""
    p = text.parse
    return quality - 1 in children(p, quality, "advmod") and p.lower[quality - 1] in text.pack.grammar.manner


def _is_deed(text: Text, predicate: int) -> bool:
    """*All we need to do is [ask] her*: a bare infinitive that only says what is to be done."""
    p, auxiliaries = text.parse, text.clause(predicate).auxiliaries
    bare = text.pack.grammar.strict_control and "VerbForm=Inf" in p.feats[predicate] and bool(auxiliaries)
    return bare and all(p.lemmas[w] in text.pack.closed.being for w in auxiliaries)


def is_undergone(text: Text, predicate: int) -> bool:
    """*When [asked] whether it was safe, Crane said yes*: a participle right behind the word that opens its clause."""
    p = text.parse
    bare = is_participle(p, predicate) and not is_finite(p, predicate) and p.deps[predicate] in ("advcl", "acl")
    if not (bare and text.pack.grammar.subject_first and p.lower[predicate] != p.lemmas[predicate]):
        return False
    clause = text.clause(predicate)
    opens = any(w == predicate - 1 for w in children(p, predicate, "mark", "advmod"))
    alone = clause.own_subject is None and clause.agent is None and not clause.auxiliaries
    grammar, closed = text.pack.grammar, text.pack.closed
    words = closed.conditionals | grammar.question_words | grammar.manner
    return opens and alone and "Tense=Past" in p.feats[predicate] and p.lower[predicate - 1] in words


def _is_told_to(text: Text, predicate: int) -> bool:
    """*Crane was advised [to expect] that*, *werd gevraagd te bevestigen dat*, *let Crane [know] that*: what is wanted of him."""
    p, above = text.parse, text.parse.heads[predicate]
    if (
        p.deps[predicate] == "xcomp"
        and "Mood=Imp" in p.feats[above]
        and p.lemmas[above] in text.pack.grammar.object_control
    ):
        return True
    if (
        p.deps[predicate] not in ("xcomp", "ccomp")
        or not text.clause(predicate).infinitive
        or not text.clause(above).passive
    ):
        return False
    entries = text.pack.verbs.get(p.lemmas[above], ())
    wants = any(e.attitude in ("want", "ask") and e.frames & {"inf", "clause"} for e in entries)
    return wants and p.lemmas[above] in text.pack.grammar.object_control


def _is_but_possible(text: Text, predicate: int) -> bool:
    """*Het zou kunnen dat [het kabinet vindt] dat*, *it may be that the mayor thinks that*: nobody says that he does."""
    p, pack = text.parse, text.pack
    if p.deps[predicate] not in CONTENTS or not has_word(p, predicate, pack.grammar.complementizers, "mark"):
        return False
    above = p.heads[predicate]
    group = (above, *text.clause(above).auxiliaries)
    empty = has_child(p, above, "expl") or any_form(p, children(p, above, "nsubj"), pack.closed.it)
    might = any_lemma(p, group, pack.closed.possibility) or p.lower[above] in pack.hedges.possible
    return empty and might and not text.clause(above).negations


def _is_too_much(text: Text, predicate: int) -> bool:
    """*wil niet zover gaan dat hij [zegt] dat*: what it does not come to."""
    p, pack = text.parse, text.pack
    if not has_word(p, predicate, pack.grammar.complementizers, "mark"):
        return False
    beside = children(p, p.heads[predicate], "advmod")
    far = any(p.lemmas[w] in pack.hedges.refusals for w in (*beside, p.heads[predicate]))
    words = (*beside, *(g for w in beside for g in p.children[w]))
    return far and any_form(p, words, pack.closed.negations)


def _is_quality(text: Text, verb: int) -> bool:
    """*has [alleged] ties to*, *among [pledged] delegates*, *[that] showing was his best*: no verb, whatever the parse says."""
    p, pack = text.parse, text.pack
    if not pack.grammar.strict_control or verb == 0:
        return False
    before, named = verb - 1, verb + 1 < len(p) and p.upos[verb + 1] in NAMING
    if p.deps[before] == "det" and p.heads[before] == verb and not is_finite(p, verb):
        return True
    past = "Tense=Past" in p.feats[verb] and not is_finite(p, verb)
    if named and past and p.upos[before] == "ADP":
        return p.lower[before] not in pack.grammar.manner
    ties = named and child(p, verb, "obj") is not None and p.heads[before] == verb
    return ties and p.lower[verb] in pack.hedges.possible and p.lemmas[before] in pack.closed.perfect
