"""Whether a clause is told of the world as it is: not what is supposed, would have been, nearly was or was left undone.

*Sluit de politie het plein, dan komt er een staking* tells of no square that is closed and no strike, and *had de politie niet
geschoten, dan leefde hij nog* means the contrary of both halves (conditionals against the facts: Quirk et al. 1985, 15.36;
Haeseryn et al. 1997, 10.3.8). Who says so asserts neither. Of what is left undone he says that it is not so, without a word
of negation: *forgot to sign*, *instead of closing it* (implicative verbs: Karttunen 1971; factuality: Saurí and Pustejovsky
2009).
"""

from __future__ import annotations

from wederhoor.reading.text import Text
from wederhoor.syntax.clauses import (
    RELATIVE,
    SUBJECT,
    case_of,
    child,
    children,
    has_infinitive_mark,
    has_word,
    is_finite,
    is_participle,
)
from wederhoor.syntax.polarity import is_negated, is_none
from wederhoor.syntax.predicates import opens_clause, tells_past
from wederhoor.syntax.stretches import any_form, any_lemma
from wederhoor.syntax.suppositions import resumes

INFINITE = ("xcomp", "advcl", "acl", "csubj")
"""Relations of an infinitive to the verb that says whether it is done."""
QUANTIFIED = ("NUM", "DET", "PRON", "ADJ", "ADV")
"""Before these, nearly says how many: *bijna alle huizen zijn verwoest*."""


def is_unreal(text: Text, predicate: int) -> bool:
    """Whether what a predicate tells is supposed or hangs on what is, would have been, or only nearly was."""
    return (
        is_past_condition(text, predicate)
        or would_then_have(text, predicate)
        or _hangs_on_what_was_not(text, predicate)
        or _is_bidden(text, predicate)
        or _is_nearly(text, predicate)
        or predicate in text.supposed
    )


def denials_around(text: Text, predicate: int) -> int:
    """How often the words around a clause deny it that are no negations of its own: two make a plus."""
    return bool(phrases_of_none(text, predicate)) + is_denied_cleft(text, predicate)


def is_all_but(text: Text, word: int) -> bool:
    """*Niemand [anders] dan zij*, *no one [but] her*: who is left out of a denial did it."""
    p = text.parse
    behind = min(word + 1, len(p) - 1)
    return p.lower[behind] in text.pack.closed.all_but and (
        p.lower[word] in text.pack.closed.negations or is_none(p, word, text.pack)
    )


def phrases_of_none(text: Text, verb: int) -> list[int]:
    """*Met [geen woord] heeft hij gezegd*, *at [no point] did she*: a word, a time or a way of which there was none."""
    p = text.parse
    return [
        c
        for c in children(p, verb, "obl", "advmod")
        if p.lower[c] in text.pack.hedges.never and is_none(p, c, text.pack)
    ]


def is_denied_cleft(text: Text, predicate: int) -> bool:
    """*Het was niet de fabriek [die de rivier vervuilde]*."""
    p, named = text.parse, text.parse.heads[predicate]
    gapped = p.deps[predicate] in ("ccomp", "csubj") and text.clause(predicate).own_subject is None
    if not (gapped or p.deps[predicate] == RELATIVE) or child(p, named, "cop") is None:
        return False
    it = child(p, named, *SUBJECT)
    cleft = it is not None and it < named < predicate and p.lower[it] in text.pack.closed.it - text.pack.closed.pointing
    return cleft and is_negated(p, named, text.pack)


def is_left_undone(text: Text, predicate: int) -> bool:
    """*Vergat te tekenen*, *instead of closing it*, *far from supporting it*, *talked them out of attacking it*."""
    p, above = text.parse, text.parse.heads[predicate]
    if is_instead(text, predicate) or is_kept_from(text, predicate):
        return True
    if p.lemmas[above] in text.pack.closed.hindering and p.deps[predicate] in ("xcomp", "ccomp"):
        return not text.clause(above).negations
    if p.deps[predicate] not in (*INFINITE, "ccomp") or text.clause(predicate).finite is not None:
        return False
    if _is_too_much(text, predicate):
        return True
    particles = (p.lower[c] for c in children(p, predicate, "mark"))
    lemmas = {p.lemmas[above], *(text.pack.hooks.joined(p.stems[above], particle) for particle in particles)}
    negated = bool(text.clause(above).negations)
    return bool(lemmas & (text.pack.closed.achieving if negated else text.pack.closed.failing))


def _is_too_much(text: Text, predicate: int) -> bool:
    """*Too late [to sign]*, *te bang om [te tekenen]*."""
    p, above = text.parse, text.parse.heads[predicate]
    beside = [above, *(c for c in children(p, above, "advmod", "xcomp", "amod") if c < predicate)]
    measured = [w for w in beside if has_word(p, w, text.pack.closed.excess, "advmod") and p.upos[w] in ("ADJ", "ADV")]
    return bool(measured) and not text.clause(above).negations


def is_without(text: Text, predicate: int) -> bool:
    """*Vertrok zonder te tekenen*."""
    return has_word(text.parse, predicate, text.pack.closed.without, "mark")


def is_settled(text: Text, predicate: int) -> bool:
    """Whether the verb over an infinitive or a gerund, or what opens it, says that it is done or not: *managed*, *forgot to*."""
    p, above, closed = text.parse, text.parse.heads[predicate], text.pack.closed
    if p.deps[predicate] not in (*INFINITE, "ccomp") or text.clause(predicate).finite is not None:
        return False
    if any(p.lemmas[c] in closed.brink for c in children(p, above, "obl")):
        return False
    if is_left_undone(text, predicate) or is_without(text, predicate):
        return True
    forms = {p.lemmas[above], p.stems[above], p.lower[above]}
    negated = bool(text.clause(above).negations)
    return bool(forms & (closed.failing if negated else closed.achieving | closed.realizing))


def is_instead(text: Text, predicate: int) -> bool:
    """*[In plaats van] te sluiten*, *[rather than] close it*, *[far from] closing it*."""
    p = text.parse
    end = predicate - (predicate > 0 and p.lower[predicate - 1] in text.pack.grammar.infinitive_marks)
    opening = min((c for c in p.children[predicate] if p.deps[c] in ("mark", "case", "cc", "fixed")), default=end)
    phrases = text.pack.hedges.instead
    return any(words in (tuple(p.lower[end - len(words) : end]), _phrase_at(text, opening, words)) for words in phrases)


def _phrase_at(text: Text, opening: int, words: tuple[str, ...]) -> tuple[str, ...]:
    """As many words as there are in a phrase, from where it opens a clause on, or up to its last word there."""
    p = text.parse
    whole = tuple(p.lower[opening : opening + len(words)])
    return whole if whole == words else tuple(p.lower[max(0, opening + 1 - len(words)) : opening + 1])


def is_kept_from(text: Text, predicate: int) -> bool:
    """*Talked the army [out of] attacking*, *kept them from it*: what somebody is brought not to do."""
    p, closed = text.parse, text.pack.closed
    above, marks = p.heads[predicate], [c for c in children(p, predicate, "mark", "case") if c < predicate]
    if not marks or child(p, above, "obj", "nsubj:pass") is None or text.clause(above).negations:
        return False
    hindered = (
        p.lower[marks[0]] in text.pack.grammar.kept_from and p.lemmas[above] in closed.hindering | closed.keeping_from
    )
    return hindered or tuple(p.lower[marks[0] : marks[0] + 2]) in text.pack.hedges.dissuading


def would_then_have(text: Text, predicate: int) -> bool:
    """*Als hij eerlijk was geweest, had hij toegegeven dat*, *dan had hij dat geweten*, *it would have been so*."""
    p, closed, clause = text.parse, text.pack.closed, text.clause(predicate)
    finite = clause.finite
    if any_form(p, clause.auxiliaries, closed.supposed) or _was_to(text, predicate):
        return any_lemma(p, clause.auxiliaries, closed.perfect)
    if finite is None or finite == predicate or not text.pack.grammar.verb_second:
        return False
    had = p.lemmas[finite] in closed.perfect and tells_past(p, finite) and is_participle(p, predicate)
    if had and _hangs_on_what_was_before(text, predicate, finite):
        return True
    would = p.lower[finite] in closed.hearsay
    return (had or would) and any(_is_otherwise(text, c, finite) for c in p.children[predicate])


def _was_to(text: Text, predicate: int) -> bool:
    """*Was to have signed*."""
    p = text.parse
    being = any(p.lemmas[w] in text.pack.closed.being and tells_past(p, w) for w in text.clause(predicate).auxiliaries)
    return being and has_infinitive_mark(p, predicate, text.pack)


def _hangs_on_what_was_before(text: Text, predicate: int, finite: int) -> bool:
    """*[Als hij eerlijk was geweest], had hij*, *[dan] had hij*."""
    supposed = (c for c in children(text.parse, predicate, "advcl", "parataxis") if is_past_condition(text, c))
    return resumes(text.parse, text.pack, finite - 1) or any(c < finite for c in supposed)


def _hangs_on_what_was_not(text: Text, predicate: int) -> bool:
    """*Er waren doden gevallen als de politie had geschoten*."""
    clause = text.clause(predicate)
    return (
        clause.perfect
        and clause.past
        and any(is_past_condition(text, c) for c in children(text.parse, predicate, "advcl"))
    )


def is_past_condition(text: Text, clause: int) -> bool:
    """*als hij eerlijk [was geweest]*."""
    p, pack, here = text.parse, text.pack, text.clause(clause)
    words = (clause, *here.auxiliaries)
    past = any(is_finite(p, w) and p.lemmas[w] in pack.closed.perfect and tells_past(p, w) for w in words)
    return past and has_word(p, clause, pack.closed.conditionals, "mark") and any(is_participle(p, w) for w in words)


def _is_otherwise(text: Text, word: int, finite: int) -> bool:
    """*Anders had*, *zonder [die pomp] had*: without what is known to be; not *had zonder vergunning geloosd*."""
    p, closed = text.parse, text.pack.closed
    if p.deps[word] == "advmod":
        return p.lower[word] in closed.otherwise
    case = case_of(p, word)
    known = p.upos[word] in ("PROPN", "PRON") or has_word(p, word, closed.definite, "det")
    return case is not None and case < word < finite and known and p.lower[case] in closed.without


def _is_bidden(text: Text, predicate: int) -> bool:
    """*Let the minister sign it*, *laat de raad dat besluiten*; not *en laat dat nu juist zo zijn*."""
    p, above = text.parse, text.parse.heads[predicate]
    bare = above < predicate and not is_finite(p, predicate)
    begins = opens_clause(p, above) and p.upos[above - 1] != "CCONJ"
    return bare and begins and p.lower[above] in text.pack.closed.letting


def _is_nearly(text: Text, predicate: int) -> bool:
    """*Was bijna gedood*, *almost fired*, *bijna doden*; not *bijna alle*."""
    p, nearly = text.parse, text.pack.closed.nearly
    near = [c for verb in text.clause(predicate).verbs for c in p.children[verb]]
    things = [c for c in near if p.deps[c] in (*SUBJECT, "obj")]
    words = [w for w in (*near, *(c for thing in things for c in p.children[thing])) if p.lower[w] in nearly]
    return any(w + 1 in things or not _counts(text, w + 1) for w in words)


def _counts(text: Text, word: int) -> bool:
    """Whether what nearly stands before says how many: *alle*, *de helft*, *a dozen*; not *de brug*."""
    p = text.parse
    if word + 1 >= len(p):
        return False
    whole = p.lower[word] in text.pack.closed.articles and p.upos[word + 1] == "NOUN"
    numbered = not text.number_at.keys().isdisjoint((word, word + 1))
    return numbered or (p.upos[word] in QUANTIFIED and not whole)
