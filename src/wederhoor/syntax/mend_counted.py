"""How much there is of a thing, and what it does, where a parse has these for another: *te [weinig] lampen*, *lampen [dimmen]*.

Before all mends that ask whether a verb is finite: in a language in which the plural of the present looks like the infinitive, a
verb with a subject of its own, several things, and nothing that governs it is finite.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import chain

from wederhoor.languages.pack import LanguagePack
from wederhoor.records.parse import Moves, Parse, hung
from wederhoor.syntax.clauses import SUBJECT, child, children, has_child, is_finite, is_plural
from wederhoor.syntax.mend_nouns import FINITE_PLURAL, INFINITIVE
from wederhoor.syntax.stretches import longest_at

RELATIONS = {"ADP": "case", "PRON": "nmod:poss"}
MAIN = ("ROOT", "parataxis", "advcl", "ccomp", "conj")
"""Relations of a clause with a verb of its own."""


def mend_counted(p: Parse, pack: LanguagePack) -> Parse:
    """The parse with these as what they are, where the finite verb stands second."""
    p = hung(p, dict(_turns(p, pack)))
    if not pack.grammar.verb_second:
        return p
    finite = {word for word in range(len(p)) if _is_finite_plural(p, word, pack)}
    if finite:
        p = replace(p, feats=[FINITE_PLURAL if word in finite else feats for word, feats in enumerate(p.feats)])
    return hung(p, dict(chain(_moves(p, pack), _roles(p, pack), _doers(p), _second_doers(p, pack))))


def _is_finite_plural(p: Parse, word: int, pack: LanguagePack) -> bool:
    """*De lampen [dimmen]*: no infinitive, which would have its mark or stand below another verb."""
    if p.upos[word] != "VERB" or p.feats[word] != INFINITIVE or p.deps[word] not in MAIN:
        return False
    if p.deps[word] == "conj" and has_child(p, p.heads[word], "aux"):
        return False  # zullen stijgen en dalen
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


def _roles(p: Parse, pack: LanguagePack) -> Moves:
    """*Met minder vraag [als gevolg]*: what something is said to be hangs on it, and not on the verb above it."""
    marks = pack.grammar.role_marks | pack.causes.words.becoming
    for word in range(3, len(p)):
        if p.lower[word - 1] not in marks or p.lemmas[word] not in pack.causes.nouns or p.upos[word] != "NOUN":
            continue
        thing = word - 2
        company = has_child(p, thing, "case") and any(p.lower[c] in pack.closed.with_ for c in p.children[thing])
        if p.upos[thing] == "NOUN" and company and p.heads[word] == p.heads[thing] and not _has_of(p, word, pack):
            yield word, (thing, "nmod")
            yield word - 1, (word, "case")


def _has_of(p: Parse, word: int, pack: LanguagePack) -> bool:
    """*Als gevolg [van]*."""
    return word + 1 < len(p) and p.lower[word + 1] in pack.closed.of


def _doers(p: Parse) -> Moves:
    """*[Het toerisme] stuwt de vraag op*: of two objects around a finite verb without a subject the first is that."""
    for verb, upos in enumerate(p.upos):
        if upos != "VERB" or not is_finite(p, verb) or has_child(p, verb, *SUBJECT):
            continue
        things = [c for c in p.children[verb] if p.deps[c] == "obj" and p.upos[c] == "NOUN"]
        if len(things) == 2 and things[0] < verb < things[1]:
            yield things[0], (verb, "nsubj")


def _second_doers(p: Parse, pack: LanguagePack) -> Moves:
    """*Onrust drukt de vraag en [vraag] drukt de prijs*: what stands between *en* and a finite verb is no second object."""
    for verb, upos in enumerate(p.upos):
        if upos != "VERB" or p.deps[verb] != "conj" or not _is_listed(p, verb - 1) or not _may_be_finite(p, verb):
            continue
        noun, joined, before = verb - 1, p.heads[verb - 1], p.heads[verb]
        agrees = is_plural(p, noun) == ("Number=Plur" in p.feats[verb])
        if not agrees or not _drives(p.lemmas[verb], pack) or not before < joined or not is_finite(p, before):
            continue
        yield noun, (verb, "nsubj")
        yield p.subtree(noun)[0], (verb, "cc")
        if p.heads[joined] == verb:
            yield joined, (before, "obj")
        yield from ((c, (verb, "obj")) for c in p.children[verb] if p.deps[c] == "nsubj" and c > verb)


def _may_be_finite(p: Parse, verb: int) -> bool:
    """*En toerisme [vergroot] de druk*: a finite verb, or by the parse a participle without auxiliary before its object."""
    if has_child(p, verb, "aux", "aux:pass"):
        return False  # mochten geen beelden en foto's [maken]
    participle = "VerbForm=Part" in p.feats[verb]
    return is_finite(p, verb) or (participle and any(c > verb for c in children(p, verb, "obj")))


def _drives(lemma: str, pack: LanguagePack) -> bool:
    return any(
        lemma in verbs for verbs in (pack.causes.verbs, pack.variables.subject_verbs, pack.variables.object_verbs)
    )


def _is_listed(p: Parse, noun: int) -> bool:
    """Whether a noun is joined by a conjunction to one before it."""
    first, joined = p.subtree(noun)[0], p.heads[noun]
    listed = p.deps[noun] == "conj" and p.upos[first] == "CCONJ" and joined < first
    return listed and p.upos[noun] == "NOUN" and p.upos[joined] == "NOUN"


def _turns(p: Parse, pack: LanguagePack) -> Moves:
    """*Wat [op zijn beurt] leidt tot*, *this [in turn] leads to*: a phrase that says that it follows, and does nothing itself."""
    for word in range(len(p)):
        long = longest_at(p, word, pack.grammar.turns)
        verb = _verb_of_turn(p, word, long) if long else None
        if verb is not None:
            yield from _turned(p, range(word, word + long), verb)


def _verb_of_turn(p: Parse, word: int, long: int) -> int | None:
    """The finite verb right before the phrase, or the first one behind it."""
    before = word > 0 and is_finite(p, word - 1) and p.upos[word - 1] == "VERB"
    return word - 1 if before else _finite_behind(p, word + long)


def _finite_behind(p: Parse, word: int) -> int | None:
    """The first finite verb of a sentence from a word on."""
    end = p.sentences[p.sentence_of[word - 1]][1]
    return next((v for v in range(word, end) if is_finite(p, v)), None)


def _turned(p: Parse, inside: range, verb: int) -> Moves:
    """Such a phrase below a verb, where a part of it hangs elsewhere or has something below it that is none of it."""
    last = inside[-1]
    hanging = [c for w in inside for c in p.children[w] if c not in inside]
    if not hanging and p.heads[last] == verb:
        return
    yield last, (verb, "obl")
    yield from ((w, (last, RELATIONS.get(p.upos[w], "det"))) for w in inside[:-1])
    subject = child(p, verb, *SUBJECT)
    for other in hanging:
        doer = p.upos[other] == "PRON" and (subject is None or subject in inside)
        yield other, (verb, "nsubj" if doer else "obl" if p.deps[other] == "nmod" else p.deps[other])
