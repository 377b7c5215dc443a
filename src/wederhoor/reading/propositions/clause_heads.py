"""Which words head a clause of what is said: what is called so, ruled, awaited or planned, besides the verbs of plain clauses."""

from __future__ import annotations

from dataclasses import replace

from wederhoor.reading.factuality import is_kept_from, is_left_undone, is_settled
from wederhoor.reading.propositions.modes import plans
from wederhoor.reading.propositions.roles import Predication, roles_of
from wederhoor.reading.propositions.words import preposition_before
from wederhoor.reading.standing import is_called_untrue, is_own_belief, standing_of
from wederhoor.reading.text import Text
from wederhoor.syntax.clauses import SUBJECT, child, children, has_word, is_finite, is_participle, is_present_participle
from wederhoor.syntax.predicates import heads_clause

SUBORDINATE = ("acl:relcl", "acl", "advcl")
DEEPEST = 3
"""Verbs above a predicate that belong to it, at most: *zou hebben willen verkopen*."""
REPORTING = ("parataxis", "conj", "ROOT")


def clause_at(text: Text, word: int, inside: set[int]) -> Predication | None:
    """The clause that a word is the predicate of; None for what heads none or only helps another."""
    p = text.parse
    for read in (_called, _ruled, _cleft, _awaited, _told_of, _planned, _done, _granted, _suffered):
        clause = read(text, word, inside)
        if clause is not None:
            return clause
    above = p.heads[word]
    helped = above in inside and _belongs(text, word, above)
    if not (helped or heads_clause(p, word)) or _is_of_another(text, word, inside, helped=helped) or _helps(text, word):
        return None
    if any(
        p.deps[c] == "ccomp" and has_word(p, c, text.pack.grammar.complementizers, "mark") for c in p.children[word]
    ):
        return None  # wist dat de brug dicht was: what he knew is told by a clause, which is no role
    return roles_of(text, word, _above(text, word, inside))


def _is_of_another(text: Text, word: int, inside: set[int], *, helped: bool) -> bool:
    """Whether a clause is subordinate, asks whether it is so, or is what somebody thinks or says whose report was not read."""
    p = text.parse
    if has_word(p, word, text.pack.causes.words.asking, "mark") or is_called_untrue(text, word, inside):
        return True  # vraagt of het zo is
    if p.stems[word].lower() in text.pack.propositions.words.calling and _calls_so(text, word):
        return True
    below = p.heads[word] in inside  # what the parser hangs on the verb of saying is the report itself
    if below and not helped and _is_bidden(text, word):
        return True
    if below and p.deps[word] == "ccomp" and not helped:
        return not is_own_belief(text, word)
    return below and p.deps[word] in SUBORDINATE


def _calls_so(text: Text, word: int) -> bool:
    """*Vindt het ontslag [terecht]*, which the parser may take for a particle; not *vindt plaats*, *called off*."""
    p = text.parse
    part = child(p, word, "compound:prt")
    return part is not None and p.upos[part] not in ("ADP", "NOUN")


def _is_bidden(text: Text, word: int) -> bool:
    """*Gaf opdracht [de brug te sluiten]*: what somebody is told to do, which is not told as done."""
    p, above = text.parse, text.parse.heads[word]
    marked = text.clause(word).infinitive or has_word(p, word, text.pack.grammar.infinitive_marks, "mark")
    return marked and p.deps[word] in ("xcomp", "advcl", "ccomp") and child(p, above, "obj") not in (None, word)


def _called(text: Text, word: int, inside: set[int]) -> Predication | None:
    """*Noemt het plan dom*; *vindt het ontslag terecht*, which the parser may take for one verb."""
    p, above = text.parse, text.parse.heads[word]
    judging = p.upos[word] in ("ADJ", "NOUN") or is_present_participle(p, word)
    if p.stems[above].lower() not in text.pack.propositions.words.calling or not judging:
        return None
    thing = next((c for c in p.children[above] if p.deps[c] == "obj" and c != word), None)
    if thing is None and p.deps[word] == "xcomp" and child(p, word, "det") is not None:
        thing = child(p, word, "compound")  # called the protest irresponsible, in one phrase
    if thing is None or thing not in inside or not _names(text, word, above, thing):
        return None
    return Predication(word, (), thing, None)


def _names(text: Text, word: int, above: int, thing: int) -> bool:
    """Whether a word says what a thing is called; the parser may have it for an adverb or a second object."""
    deps = text.parse.deps
    behind = deps[word] == "advmod" and word > above
    second = deps[word] == "obj" and above < thing < word
    return behind or second or deps[word] in ("xcomp", "compound:prt")


def _cleft(text: Text, word: int, inside: set[int]) -> Predication | None:
    """*Het was de koster die de kelk stal*: who did it is told first."""
    p, who = text.parse, text.parse.heads[word]
    if p.deps[word] not in ("acl:relcl", "acl") or who not in inside or child(p, who, "cop") is None:
        return None
    subject = child(p, who, *SUBJECT)
    if subject is None or p.lower[subject] not in text.pack.propositions.words.cleft:
        return None
    found = roles_of(text, word, ())
    own = [w for w in found.core if p.upos[w] != "PRON"]
    return Predication(word, (), who, own[0] if own else None)


def _ruled(text: Text, word: int, inside: set[int]) -> Predication | None:
    """*Het dragen van een helm is verplicht*: what is done is the predicate."""
    p, words = text.parse, text.pack.propositions.words
    ruled = child(p, word, *SUBJECT) if p.lemmas[word].lower() in words.duties else None
    if ruled is None or ruled not in inside or p.upos[ruled] != "VERB":
        return None
    below = child(p, ruled, "obj", "nmod")
    placed = below is not None and preposition_before(p, below) not in ("", words.of)
    return Predication(ruled, (word,), None, None if placed else below)


def _told_of(text: Text, word: int, inside: set[int]) -> Predication | None:
    """*Gaat uit van [tachtig banen die verdwijnen]*: of a statement that is no more than a noun, what its clause says of it."""
    p, noun = text.parse, text.parse.heads[word]
    if p.deps[word] != "acl:relcl" or noun not in inside or p.upos[noun] != "NOUN" or p.heads[noun] in inside:
        return None
    return _of_antecedent(text, word, noun)


def _awaited(text: Text, word: int, inside: set[int]) -> Predication | None:
    """*Expects [jobs to be lost]*: what the verb of the report has for its object does it, or suffers it."""
    p, verb = text.parse, text.parse.heads[word]
    marked = has_word(p, word, text.pack.grammar.infinitive_marks, "mark")
    if (
        not marked
        or p.deps[word] not in ("xcomp", "advcl", "acl")
        or verb in inside
        or p.lemmas[verb] not in text.pack.verbs
    ):
        return None
    thing = child(p, verb, "obj", "nsubj:pass")
    if thing is None or thing not in inside or thing > word:
        return None
    found = roles_of(text, word, ())
    if text.clause(word).passive:
        return replace(found, object=found.object if found.object is not None else thing)
    return replace(found, subject=found.subject if found.subject is not None else thing)


def _planned(text: Text, word: int, inside: set[int]) -> Predication | None:
    """*Has no plans [to cut jobs]*: what who has the plan will do, or not."""
    p, plan = text.parse, text.parse.heads[word]
    of_plan = p.deps[plan] == "obj" and p.lemmas[plan].lower() in text.pack.propositions.words.plans
    if not of_plan or p.deps[word] not in ("acl", "xcomp", "advcl"):
        return None
    verb = p.heads[plan]
    had = verb in inside and p.lemmas[verb].lower() in text.pack.propositions.words.having
    if not (had and (has_word(p, word, text.pack.grammar.infinitive_marks, "mark") or text.clause(word).infinitive)):
        return None
    found = roles_of(text, word, (verb,))
    return None if found.object == plan or found.subject is None else found


def _done(text: Text, word: int, inside: set[int]) -> Predication | None:
    """*Managed [to sign]*, *forgot [to sign]*, *left without [signing]*: what is done by it, or is not."""
    p, above = text.parse, text.parse.heads[word]
    if above not in inside or p.upos[word] != "VERB" or _belongs(text, word, above) or not is_settled(text, word):
        return None
    found, verb = roles_of(text, word, ()), text.clause(above)
    if found.object is None and p.lemmas[word] in text.pack.events.grammar.carriers:
        return None  # keeps doing
    if text.clause(word).passive:
        return found if found.object is not None else replace(found, object=verb.subject)
    brought = (
        children(p, above, "obj", "iobj", "nsubj:pass") if p.deps[word] != "advcl" or is_kept_from(text, word) else []
    )
    other = next((c for c in brought if c in inside and c not in found.core), verb.subject)
    return replace(found, subject=other)


def _granted(text: Text, word: int, inside: set[int]) -> Predication | None:
    """*Nadat [de brug dicht ging], liep het vast*; *it is a lie that [it shut]*: told as so, or not, in a clause below."""
    p = text.parse
    if p.heads[word] not in inside or not heads_clause(p, word) or text.clause(word).finite is None:
        return None
    done = text.clause(word).past or text.clause(word).perfect  # after they strike tells of what is to come
    timed = done and p.deps[word] == "advcl" and has_word(p, word, text.pack.closed.factive, "mark", "advmod")
    kept = p.deps[word] == "ccomp" and is_left_undone(text, word)
    denied = kept or (p.deps[word] in ("ccomp", "csubj", "acl") and standing_of(text, word)[0] == "denied")
    return roles_of(text, word, ()) if timed or denied or _is_felt(text, word) else None


def _is_felt(text: Text, word: int) -> bool:
    """*Was glad that [it was over]*: what somebody feels something about is so."""
    p = text.parse
    told = p.deps[word] in ("ccomp", "advcl") and has_word(p, word, text.pack.grammar.complementizers, "mark")
    return told and p.lemmas[p.heads[word]].lower() in text.pack.closed.emotive and standing_of(text, word)[0] == "held"


def _suffered(text: Text, word: int, inside: set[int]) -> Predication | None:
    """*The man, [who was arrested]*, *the man [arrested by the police]*: what is told beside one who is known.

    Not *the state [that he won]*, which only says which one is meant.
    """
    p, noun = text.parse, text.parse.heads[word]
    known = p.upos[noun] == "PROPN" or has_word(p, noun, text.pack.closed.definite, "det")
    if noun not in inside or not known or child(p, noun, "cop") is not None:
        return None
    if p.deps[word] == "acl":
        agent = text.clause(word).agent
        return Predication(word, (), agent, noun) if agent is not None and not is_present_participle(p, word) else None
    aside = p.deps[word] == "acl:relcl" and p.words[p.subtree(word)[0]] == ","
    return _of_antecedent(text, word, noun) if aside and text.clause(word).finite is not None else None


def _of_antecedent(text: Text, word: int, noun: int) -> Predication | None:
    """A relative clause with the noun in the role of its pronoun; None where the pronoun has none."""
    found, relative = roles_of(text, word, ()), text.pack.closed.relative
    subject, thing = (
        noun if role is not None and text.parse.lower[role] in relative else role
        for role in (found.subject, found.object)
    )
    return replace(found, subject=subject, object=thing) if noun in (subject, thing) else None


def _helps(text: Text, word: int) -> bool:
    """Whether a verb only says how or when the one below it is meant: *wil ... sluiten*, *gaat ... open*, *continues to ...*."""
    p = text.parse
    return any(_belongs(text, c, word) for c in p.children[word])


def _belongs(text: Text, word: int, above: int) -> bool:
    p, words = text.parse, text.pack.propositions.words
    lemma = p.lemmas[above].lower()
    if p.deps[word] not in ("xcomp", "ccomp", "csubj", "advcl"):
        return False
    phases = words.phases if p.deps[word] == "xcomp" else ()  # not *kept them from going*
    verbs = (words.modes, words.needless, words.refusing, words.duties, phases)
    helping = any(lemma in few for few in verbs) or (lemma in words.going and not _is_gone(text, word))
    planning = plans(text, word) or any(
        p.lower[c] in words.plans or p.lower[c] in text.pack.closed.of for c in p.children[above]
    )
    infinite = not is_finite(p, word)
    if lemma in words.making and infinite:
        return True
    return infinite and (helping or (planning and _is_being(text, above)))


def _is_gone(text: Text, word: int) -> bool:
    """*Is gone fishing*, not *is going to get beaten*: a participle without an infinitive that helps it."""
    helped = any("VerbForm=Inf" in text.parse.feats[w] for w in text.clause(word).auxiliaries)
    return is_participle(text.parse, word) and not helped


def _is_being(text: Text, word: int) -> bool:
    """*Is*, and *van* of *is van plan*, which the parser may have for the predicate."""
    p = text.parse
    return p.lemmas[word].lower() in text.pack.closed.being or child(p, word, "cop") is not None


def _above(text: Text, word: int, inside: set[int]) -> tuple[int, ...]:
    """The verbs above a predicate that belong to its clause, the nearest first."""
    p = text.parse
    found: list[int] = []
    here = word
    while len(found) < DEEPEST and p.heads[here] in inside and _belongs(text, here, p.heads[here]):
        here = p.heads[here]
        found.append(here)
    return tuple(found)
