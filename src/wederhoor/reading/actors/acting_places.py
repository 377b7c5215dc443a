"""Whether the name of a place stands for those who govern it: it does something, or something is done to it."""

from __future__ import annotations

from wederhoor.reading.actors.noun_classes import tail
from wederhoor.reading.actors.stage import Stage
from wederhoor.reading.text import Text
from wederhoor.syntax.clauses import SUBJECT, VERBAL, antecedent, case_of, children, has_child, has_word
from wederhoor.syntax.phrases import head_of
from wederhoor.syntax.stretches import any_lemma


def acts(text: Text, stage: Stage, word: int) -> bool:
    """Whether the name of a place at ``word`` is an actor there: *Polen wil ...*, *de oorlog tegen Servië*, *door Rusland*."""
    p, words = text.parse, stage.lexicon.words
    head = _head(text, stage, word)
    if head in stage.voices.sources:
        return True
    relation, above = p.deps[head], p.heads[head]
    if relation in SUBJECT or _hidden_subject(text, head):
        return _does(text, stage, head, above)
    if not stage.countries.is_state(stage.keys[p.entity_of[word]]):
        return False
    case = case_of(p, head)
    if relation == "obl:agent":
        return True
    if relation == "obj" and case is None:
        return p.lemmas[above] in words.against
    if case is None or relation not in ("nmod", "obl", "obl:arg"):
        return False
    if p.lower[case] in words.facing:
        return True
    return relation == "nmod" and p.lower[case] in words.of and p.lemmas[above].lower() in words.deeds


def _does(text: Text, stage: Stage, subject: int, verb: int) -> bool:
    """Whether the subject of a verb acts: a state by most verbs, a town by those of will and of speaking, or by having plans."""
    p, pack, words = text.parse, text.pack, stage.lexicon.words
    if p.upos[verb] not in VERBAL or has_child(p, verb, "cop", "aux:pass") or p.deps[subject] == "nsubj:pass":
        return False
    lemma = p.lemmas[verb]
    if stage.countries.is_state(stage.keys[p.entity_of[subject]]):
        return not {lemma, p.stems[verb]} & words.still
    if lemma in words.wills or lemma in pack.verbs:
        return True
    wants = any_lemma(p, children(p, verb, "aux", "xcomp"), words.wills)
    return wants or _has_words(text, subject, verb)


def _has_words(text: Text, subject: int, verb: int) -> bool:
    """Whether the object is what somebody says or wants: *heeft plannen*."""
    p, pack = text.parse, text.pack
    things = [c for c in children(p, verb, "obj") if c != subject]
    nouns = [p.lemmas[antecedent(p, thing, pack) or thing].lower() for thing in things]
    # the lemmatizer leaves a doubled letter: plann
    return any(tail(form, pack.nouns, pack) is not None for noun in nouns for form in (noun, noun[:-1]))


def _hidden_subject(text: Text, word: int) -> bool:
    """*de plannen die Almere heeft*: where the parser finds two objects and no subject, the name is the subject."""
    p, verb = text.parse, text.parse.heads[word]
    if p.deps[word] != "obj" or has_child(p, verb, *SUBJECT):
        return False
    return has_word(p, verb, text.pack.closed.relative, "obj")


def _head(text: Text, stage: Stage, word: int) -> int:
    """The word of a name that hangs on a word outside of it, or on the first of a list of names."""
    p = text.parse
    number = p.entity_of[word]
    head = head_of(p, stage.titles.starts[number], stage.titles.ends[number])
    for _ in range(4):
        if p.deps[head] != "conj":
            break
        head = p.heads[head]
    return head
