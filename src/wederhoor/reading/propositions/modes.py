"""Whether a clause says that it is so, will be, must be or may be."""

from __future__ import annotations

from collections.abc import Collection
from typing import cast

from wederhoor.reading.factuality import is_settled, is_unreal
from wederhoor.reading.propositions.words import preposition_before, verb_of
from wederhoor.reading.text import Text
from wederhoor.records import Mode
from wederhoor.syntax.clauses import SUBJECT, child, children, has_child, has_word, is_participle, is_plural
from wederhoor.syntax.predicates import opens_clause
from wederhoor.syntax.stretches import any_form, any_lemma, below


def mode_of(text: Text, head: int, above: Collection[int] = ()) -> Mode | None:
    """The mode of a clause; None where it only may be so, or holds in a case only."""
    p, words = text.parse, text.pack.propositions.words
    group = [verb for verb in (*above, *text.clause(head).auxiliaries) if not _is_only_reported(text, verb)]
    bare = child(p, head, "obj") is None  # needed a licence
    if p.stems[head].lower() in words.modes and bare:  # honden moeten aan de lijn
        return cast("Mode | None", words.modes[p.stems[head].lower()] or None)
    if any(_is_supposed(text, verb) for verb in (head, *above)) or _is_open(text, head, group):
        return None
    if _means_to(text, head):
        return "intended"
    for verb in group:
        mode = _mode_by(text, verb, above)
        if mode is not None:
            return cast("Mode", mode) if mode else None
    return _tense_told(text, head, above)


def _tense_told(text: Text, head: int, above: Collection[int]) -> Mode | None:
    if is_settled(text, head):
        return _mode_above(text, text.parse.heads[head])
    return _tense_reported(text, head) or _tense(text, head, above)


def _mode_above(text: Text, verb: int) -> Mode | None:
    """*Managed to sign*: that of the verb above, where that is told as so."""
    mode = mode_of(text, verb) if text.clause(verb).finite is not None else None
    return mode if mode in ("past", "present") else None


def _is_over(text: Text, head: int) -> bool:
    """*Should [have] signed*: whether what was due, or must have been, is past."""
    p, perfect = text.parse, text.pack.closed.perfect
    return is_participle(p, head) and any(p.lower[w] in perfect for w in text.clause(head).auxiliaries)


def _means_to(text: Text, head: int) -> bool:
    return plans(text, head) and not _has_plan(text, head)


def _tense_reported(text: Text, head: int) -> Mode | None:
    """The tense of what is only said by others, *zou dicht zijn*; None for another clause."""
    if not any(_is_only_reported(text, verb) for verb in text.clause(head).auxiliaries):
        return None
    return "past" if is_participle(text.parse, head) else "present"


def _is_only_reported(text: Text, verb: int) -> bool:
    """*Spreekt tegen dat er geen plan [zou] zijn*: in what somebody denies it says that others say so."""
    holder = text.holder(verb)
    return holder is not None and holder.attitude == "deny" and text.parse.lower[verb] in text.pack.closed.hearsay


def _has_plan(text: Text, head: int) -> bool:
    """*Has an evacuation plan*, *has no plan for a fire*: a thing that it has, where no infinitive says what it will do."""
    p, words = text.parse, text.pack.propositions.words
    plan = child(p, head, "obj")
    if plan is None or p.lemmas[head].lower() not in words.having or p.lemmas[plan].lower() not in words.plans:
        return False
    below = [*p.children[head], *p.children[plan], *(g for c in p.children[plan] for g in p.children[c])]
    return not is_plural(p, plan) and not any_form(p, below, text.pack.grammar.infinitive_marks)


def _is_open(text: Text, head: int, group: Collection[int]) -> bool:
    """*Misschien*, *zou*, *ought to have been told*."""
    p, hedges = text.parse, text.pack.hedges
    if _is_over(text, head) and any(
        text.pack.propositions.words.modes.get(p.lemmas[w].lower()) == "must" for w in group
    ):
        return True
    around = [w for w in below(p, (head, *group)) if not _is_only_reported(text, w)]
    return any_form(p, (*group, *around), hedges.possible | text.pack.closed.hearsay)


def _mode_by(text: Text, verb: int, above: Collection[int]) -> str | None:
    """The mode that a verb gives to the one that it helps; empty where that only may be so, None for a verb that gives none."""
    p, words = text.parse, text.pack.propositions.words
    lemma = p.lemmas[verb].lower()
    if verb in above and _is_duty(text, verb):
        return "need" if any(p.lower[c] in words.denying for c in p.children[verb]) else "must"
    if p.lower[verb] in words.backshifted and _is_backshifted(text, verb):
        return words.backshifted[p.lower[verb]]
    if lemma in words.modes or lemma in words.duties:
        return words.modes.get(lemma) if lemma in words.modes else words.duties[lemma]
    if plans(text, verb):
        return "intended"
    gone = is_participle(p, verb) and "Tense=Pres" not in p.feats[verb]
    return "future" if verb in above and lemma in words.going and not gone else None


def _is_duty(text: Text, verb: int) -> bool:
    """*Does not have to*; *has no plans to* is none."""
    return text.parse.lemmas[verb].lower() in text.pack.propositions.words.needless and not plans(text, verb)


def _is_backshifted(text: Text, verb: int) -> bool:
    """*Said that it would close*: in a report of the past, outside quotation marks, it says no more than *will*."""
    p = text.parse
    here = verb
    while p.heads[here] != here:
        above = p.heads[here]
        if p.deps[here] == "ccomp" or p.deps[above] == "parataxis":
            break
        here = above
    told = [p.heads[here], *(c for c in p.children[here] if p.deps[c] == "parataxis")]
    reported = any(p.lemmas[w] in text.pack.verbs and text.clause(w).past for w in told if w != here)
    return reported and not text.quoted[verb]


def plans(text: Text, verb: int) -> bool:
    """*Is van plan*, *heeft zin*; of the verb above, or of the one that is planned."""
    p, nouns = text.parse, text.pack.propositions.words.plans
    had = {p.lemmas[verb].lower(), *(p.lemmas[c].lower() for c in children(p, verb, "cop"))}
    having = not had.isdisjoint(text.pack.propositions.words.having | text.pack.closed.being)
    return any(
        nouns & {p.lemmas[c].lower(), p.lower[c], *(p.lower[g] for g in p.children[c] if p.deps[g] == "fixed")}
        for c in p.children[verb]
        if p.deps[c] not in SUBJECT and (p.deps[c] != "obj" or having)
    )


def _tense(text: Text, head: int, above: Collection[int]) -> Mode:
    """A participle without *worden* tells what is done: *de haven is gesloten*, *gesloten*."""
    become = text.pack.propositions.words.become
    p = text.parse
    doing = "Tense=Pres" in p.feats[head]
    to_be = any(
        "VerbForm=Inf" in p.feats[c] and p.lemmas[c].lower() in text.pack.closed.being for c in p.children[head]
    )
    done = not doing and not to_be and (is_participle(p, head) or bool(verb_of(text, head)))
    if doing and text.clause(head).perfect and not text.clause(head).past:
        return "present"  # has been dumping
    if done and not any_lemma(p, p.children[head], become):
        return "past"
    clauses = [text.clause(verb) for verb in (head, *above)]
    return "past" if any(clause.past or clause.perfect for clause in clauses) else "present"


def _is_supposed(text: Text, head: int) -> bool:
    return _is_conditional(text, head) or is_unreal(text, head)


def _is_conditional(text: Text, head: int) -> bool:
    """Behind *als*, with such a clause beside it, or *zonder* something."""
    p, words = text.parse, text.pack.propositions.words
    beside = [c for c in children(p, head, "advcl") if p.upos[c] in ("VERB", "AUX") or children(p, c, "cop", *SUBJECT)]
    if any(
        _opens_condition(text, clause, c)
        for clause in (head, *beside)
        for c in p.children[clause]
        if _may_mark(text, c)
    ):
        return True
    opening = ((c, _first(text, c)) for c in beside if p.upos[c] in ("VERB", "AUX", "ADJ"))
    if any(_opens_condition(text, clause, first) for clause, first in opening):
        return True
    return any(
        preposition_before(p, c) in words.unless and not is_lacked(text, head, c) and not _is_manner(text, head, c)
        for c in children(p, head, "obl")
    )


def _opens_condition(text: Text, clause: int, mark: int) -> bool:
    """*Als het regent*; not *when a balcony [gave] way*, which tells a time."""
    form = text.parse.lower[mark]
    timed = form in text.pack.events.grammar.temporal and text.clause(clause).past
    return form in text.pack.closed.conditionals and not timed


def _may_mark(text: Text, word: int) -> bool:
    """Whether a word may open a clause: *once they attacked*; not *attacked it once*."""
    p = text.parse
    return p.deps[word] in ("mark", "cc") or (p.deps[word] == "advmod" and opens_clause(p, word))


def _is_manner(text: Text, head: int, noun: int) -> bool:
    """*Schoot zonder waarschuwing*: how it was done, and not what it hung on."""
    told = text.clause(head).past and not text.clause(head).auxiliaries
    return told and text.parse.upos[noun] == "NOUN" and not has_word(text.parse, noun, text.pack.closed.definite, "det")


def is_lacked(text: Text, verb: int, noun: int) -> bool:
    """*Zit zonder [stroom]*: there is none; not *zonder die soldaten was zij er niet*."""
    p = text.parse
    lacking = (p.lemmas[verb].lower(), preposition_before(p, noun)) in text.pack.propositions.words.lacking_with
    return lacking and noun > verb and child(p, noun, "det", "nmod:poss") is None


def _first(text: Text, head: int) -> int:
    return text.parse.subtree(head)[0]


def adds(text: Text, head: int) -> bool:
    """Whether a clause adds to what is told besides: *ook*, *mede*."""
    p = text.parse
    near = list(p.children[head])
    near += below(p, near)
    return any_form(p, near, text.pack.propositions.words.besides)


def names_several(text: Text, head: int) -> bool:
    """Whether a clause tells what it tells of several with a name: *Maas and Brons won*."""
    p = text.parse
    return any(p.deps[c] in SUBJECT and p.upos[c] == "PROPN" and has_child(p, c, "conj") for c in p.children[head])


def is_again(text: Text, head: int, above: Collection[int] = ()) -> bool:
    """Whether a clause says that it is otherwise now: *zal weer varen*."""
    return any_form(text.parse, below(text.parse, (head, *above)), text.pack.propositions.words.again)
