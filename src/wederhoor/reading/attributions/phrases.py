"""What a reporting verb takes as a phrase: an object and what it is called, a prepositional object, an object, *dat*."""

from __future__ import annotations

from wederhoor.languages.lexicon import ReportingVerb
from wederhoor.reading.text import Text
from wederhoor.syntax.clauses import (
    RELATIVE,
    SUBJECT,
    antecedent,
    child,
    child_in,
    children,
    has_child,
    has_word,
    is_finite,
    noun_phrase,
)
from wederhoor.syntax.parse import Parse

BESIDE = ("cc", "punct", "mark", "conj", "parataxis", "aux", "aux:pass", "compound:prt", "expl:pv", "obl:agent")


def pronoun_object(text: Text, verb: int) -> tuple[int, ...] | None:
    """*gelooft dat*, *ontkent dit*: a pronoun that stands for what was said before."""
    p = text.parse
    first = p.sentences[p.sentence_of[verb]][0]
    for c in p.children[verb]:
        placed = p.deps[c] == "obj" or (c > verb and p.deps[c] in ("mark", "nsubj", "ccomp", "det"))
        bare = placed and not p.children[c] and p.upos[c + 1 : c + 2] != ["NOUN"] and p.deps[verb] != RELATIVE
        if p.lower[c] in text.pack.closed.pointing and c != first and bare:
            return (c,)
    return None


def called(text: Text, verb: int, entry: ReportingVerb) -> tuple[int, ...] | None:
    """An object and what it is called: all that depends on the verb but its subject, its links and clauses beside it."""
    p = text.parse
    subject = text.clause(verb).own_subject
    auxiliaries = children(p, verb, "aux")
    strayed = [g for a in auxiliaries for g in p.children[a] if p.deps[g] in ("obj", "iobj", "xcomp")]
    rest = [c for c in (*p.children[verb], *strayed) if c != subject and p.deps[c] not in BESIDE]
    named = [c for c in rest if p.deps[c] in ("obj", "iobj", "ccomp", "csubj", "expl", *SUBJECT)]
    rest = [c for c in rest if not _tells_when_or_why(text, c)]
    value = _values(text, rest, named, entry)
    if text.clause(verb).passive and subject is not None:
        named, rest = [subject], [*rest, subject]
    small_clause = any(p.deps[g] in ("obj", "nsubj") for c in value for g in p.children[c])
    if not (value and (named or small_clause)) and not (named and (len(named) > 1 or _fused(text, named[0]))):
        return None
    return tuple(sorted({*_taken_up(text, named), *(w for part in rest for w in p.subtree(part))}))


def _values(text: Text, rest: list[int], named: list[int], entry: ReportingVerb) -> list[int]:
    """The words for what the thing is called, by where the parser puts them."""
    p = text.parse
    value = [c for c in rest if p.deps[c] == "xcomp" and not has_child(p, c, "case") and not _acts(text, c)]
    value += [
        c
        for c in rest
        if p.deps[c] in ("advmod", "advcl", "nmod", "amod") and named and c > named[0] and _is_quality(p, c)
    ]
    marks = entry.prepositions | text.pack.grammar.role_marks
    value += [c for c in rest if p.deps[c] in ("obl", "obl:arg", "advcl", "ccomp") and _opens_with(p, c, marks)]
    return value


def _taken_up(text: Text, named: list[int]) -> list[int]:
    """*[de film], die wordt beschouwd als*: a relative pronoun brings along what it stands for."""
    p = text.parse
    if not named or p.lower[named[0]] not in text.pack.closed.relative:
        return []
    head = antecedent(p, named[0], text.pack)
    return [] if head is None else list(noun_phrase(p, head))


def _acts(text: Text, word: int) -> bool:
    """*zag het boek [een succes worden]*: what is seen to happen is not what a thing is called."""
    p = text.parse
    bare = p.upos[word] in ("VERB", "AUX") and p.lower[word] == p.lemmas[word] and not has_child(p, word, "det")
    return bare or text.clause(word).infinitive


def _tells_when_or_why(text: Text, word: int) -> bool:
    """*verkoopt het huis, [omdat het te groot is]*: a finite clause beside the verb, and no part of a judgment."""
    p = text.parse
    if p.deps[word] != "advcl" or not has_child(p, word, "mark"):
        return False
    return any(is_finite(p, w) for w in (word, *p.children[word]))


def _is_quality(p: Parse, word: int) -> bool:
    return p.upos[word] == "ADJ" or "VerbForm=Part" in p.feats[word]


def _fused(text: Text, thing: int) -> bool:
    """Whether the parser made one noun phrase of two: *noemt [dat rapport een gelegenheidsstuk]*, *vindt [dat onzin]*."""
    p = text.parse
    for c in p.children[thing]:
        if p.deps[c] == "det" and p.lower[c] in text.pack.closed.pointing and "Gender=Neut" not in p.feats[thing]:
            return True
        own = children(p, c, "det")
        bare = p.upos[c] == "NOUN" and not has_child(p, c, "case")
        if c == thing + 1 and (p.deps[c] == "appos" or (p.deps[c] == "nmod" and bare)):
            return True
        if c > thing and p.deps[c] in ("nmod", "appos", "flat", "amod") and own and not has_child(p, c, "case"):
            return True
    return False


def _opens_with(p: Parse, head: int, words: frozenset[str]) -> bool:
    return has_word(p, head, words, "case", "mark")


def prepositional(
    text: Text, verb: int, entry: ReportingVerb, fixed: tuple[int, ...]
) -> tuple[tuple[int, ...], tuple[int, ...]] | None:
    p = text.parse
    inside = [
        g
        for c in p.children[verb]
        if p.deps[c] in ("obl", "obj") and c > verb
        for g in p.children[c]
        if p.deps[g] == "nmod"
    ]
    if found := _there(text, verb, entry, fixed):
        return found
    for c in (*p.children[verb], *(g for f in fixed for g in p.children[f]), *inside):
        if c in fixed or p.deps[c] not in ("obl", "obl:arg", "nmod", "obj", "advcl", "ccomp", "xcomp"):
            continue
        case = child_in(p, c, entry.prepositions, "case", "mark")
        if case is not None and not (c < verb and case == p.sentences[p.sentence_of[verb]][0]):
            content = [w for w in p.subtree(c) if w != case]
            return tuple(content), (case,)
    return None


def _there(
    text: Text, verb: int, entry: ReportingVerb, fixed: tuple[int, ...]
) -> tuple[tuple[int, ...], tuple[int, ...]] | None:
    """*voelt [daar] niets voor*: an adverb that stands for a thing, and its preposition apart; *is [daartoe] bereid*: in one."""
    p = text.parse
    beside = [c for w in (verb, *fixed) for c in p.children[w] if not p.children[c] and p.upos[c] != "PUNCT"]
    endings = text.pack.grammar.stranded_prepositions
    place = next((c for c in beside if p.lower[c] in text.pack.grammar.stranding), None)
    after = next(
        (c for c in beside if endings.get(p.lower[c], p.lower[c]) in entry.prepositions and c not in fixed), None
    )
    if place is not None and after is not None and place < after:
        return (place,), (after,)
    for c in beside:
        start = next((w for w in text.pack.grammar.stranding if p.lower[c].startswith(w)), None)
        ending = p.lower[c].removeprefix(start or "")
        if start and p.lower[c] in text.pack.grammar.pronominal and endings.get(ending, ending) in entry.prepositions:
            return (c,), ()
    return None


def is_done(text: Text, verb: int) -> bool:
    """*is sneeuw voorspeld*: passive too, where the parser takes it for the perfect of who does it."""
    p = text.parse
    state = any(p.lemmas[w] in text.pack.closed.being for w in children(p, verb, "aux"))
    return state and "VerbForm=Part" in p.feats[verb]


def _is_bare_noun(p: Parse, word: int) -> bool:
    cased = has_child(p, word, "case", "mark", "cop")
    return p.deps[word] in ("nsubj", "xcomp") and p.upos[word] in ("NOUN", "PROPN") and not cased


def _undergoing(text: Text, verb: int) -> tuple[str, ...]:
    """The relations to a verb of what is said, which is the subject of the passive."""
    passive = text.clause(verb).passive or is_done(text, verb)
    return ("obj", *SUBJECT) if passive else ("obj", "nsubj:pass")


def plain_object(text: Text, verb: int, fixed: tuple[int, ...]) -> tuple[int, ...] | None:
    p = text.parse
    subject = child(p, verb, *SUBJECT)
    places = [c for c in p.children[verb] if c not in fixed]
    target = next((c for c in places if p.deps[c] in _undergoing(text, verb)), None)
    if target is None:  # the parser sometimes takes it for a second subject or for a predicate
        target = next((c for c in places if c > verb and c != subject and _is_bare_noun(p, c)), None)
    if target is None or "Reflex=Yes" in p.feats[target]:
        return None
    head = antecedent(p, target, text.pack)
    if head is not None:
        return (*noun_phrase(p, head), target)
    if p.upos[target] == "PRON" and not p.children[target] and p.lower[target] not in text.pack.closed.pointing:
        return None
    return tuple(p.subtree(target))
