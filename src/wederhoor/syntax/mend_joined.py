"""Who a clause is about where several nouns stand before its verb: two who are joined, one before a phrase, one before *who*."""

from __future__ import annotations

from wederhoor.languages.pack import LanguagePack
from wederhoor.records.parse import Moves, Parse, hung
from wederhoor.syntax.clauses import RELATIVE, SUBJECT, VERBAL, child, children, has_child, is_finite, is_plural
from wederhoor.syntax.nouns import PARTIES, noun_kind

NOUNS = ("NOUN", "PROPN")
LOOSE = ("dislocated", "vocative", "parataxis", "list", "obl:unmarked", "dep")
"""Relations of a noun that a parse found no place for."""
LEAST_BEFORE = 4
"""Words before a verb that has two joined nouns as its subject, behind a comma, at least."""
LOST = "advcl:relcl"
"""What a parse has for a relative clause that tells of a whole sentence: *He left, which was wise*."""


def mend_joined(p: Parse, pack: LanguagePack) -> Parse:
    """The parse with those who are one subject on one noun, in a language whose subjects stand before their verbs."""
    if not pack.grammar.subject_first:
        return p
    for moves in (
        _one_of_them,
        _joined_subjects,
        _lost_subjects,
        _verbs_of_names,
        _behind_relatives,
        _names_at_the_top,
        _before_phrases,
        _told_of_last,
    ):
        p = hung(p, dict(moves(p, pack)))
    return p


def _joined_subjects(p: Parse, _: LanguagePack) -> Moves:
    """*Nora Vance and [Paul Dreyer] said*: of two subjects with *and* between them the second is joined to the first."""
    for verb in (word for word, pos in enumerate(p.upos) if pos in VERBAL):
        subjects = [c for c in children(p, verb, "nsubj") if c < verb and p.upos[c] in NOUNS]
        if len(subjects) == 2 and _joins(p, *subjects):
            yield subjects[1], (subjects[0], "conj")


def _lost_subjects(p: Parse, _: LanguagePack) -> Moves:
    """*In a note, [police] and [guards] said*: two nouns right before a verb that has no subject, apart, are it."""
    for verb in range(LEAST_BEFORE, len(p)):
        first, second = verb - 3, verb - 1
        finite = p.upos[verb] == "VERB" and is_finite(p, verb) and not has_child(p, verb, *SUBJECT)
        if not finite or p.deps[verb] in ("conj", RELATIVE) or p.words[first - 1] != ",":
            continue
        joined = p.upos[verb - 2] == "CCONJ" and p.upos[first] in NOUNS and p.upos[second] in NOUNS
        if joined and p.deps[first] == p.deps[second] == "conj" and p.heads[first] < first:
            yield first, (verb, "nsubj")
            yield second, (first, "conj")


def _verbs_of_names(p: Parse, _: LanguagePack) -> Moves:
    """*[Ruth Calder], 43, accused him and said*: with a verb joined to it, a name that a parse has at the top is a subject."""
    for first, end in p.sentences:
        name = next((w for w in range(first, end) if p.heads[w] == w), first)
        joined = child(p, name, "conj")
        told = next((c for c in children(p, name, "acl") if p.upos[c] == "VERB" and p.words[c - 1] == ","), None)
        if p.entity_of[name] < 0 or joined is None or told is None or not name < told < joined:
            continue
        if p.upos[joined] == "VERB" and is_finite(p, joined) and not has_child(p, joined, *SUBJECT):
            yield told, (told, "ROOT")
            yield name, (told, "nsubj")
            yield joined, (told, "conj")


def _behind_relatives(p: Parse, _: LanguagePack) -> Moves:
    """*[Edna Moss], whose café is there, pulled down her blinds*: who a parse has at the top is the subject behind the clause."""
    for first, end in p.sentences:
        top = next((w for w in range(first, end) if p.heads[w] == w), first)
        clause, verb = child(p, top, RELATIVE), child(p, top, "parataxis")
        if p.upos[top] not in NOUNS or clause is None or verb is None or not top < clause < verb:
            continue
        words = p.subtree(clause)
        opens = words[0] + (p.words[words[0]] == ",")
        if _lacks_subject(p, verb) and p.words[opens - 1] == "," and words[-1] + 1 in (verb, verb - 1):
            yield verb, (verb, "ROOT")
            yield top, (verb, "nsubj")


def _lacks_subject(p: Parse, verb: int) -> bool:
    """Whether a verb in the present or past, or what may be a past, has no subject and no auxiliary."""
    told = p.upos[verb] == "VERB" and (is_finite(p, verb) or "Tense=Past" in p.feats[verb])
    return told and not has_child(p, verb, "aux", "aux:pass", *SUBJECT)


def _names_at_the_top(p: Parse, _: LanguagePack) -> Moves:
    """*[Ann Hale], who runs it, and [Bob Crane] said*: a name that a parse joins a clause to is joined to the subject of that."""
    for first, end in p.sentences:
        name = next((w for w in range(first, end) if p.heads[w] == w), first)
        verb = child(p, name, "conj")
        other = child(p, verb, "nsubj") if verb is not None else None
        joining = child(p, verb, "cc") if verb is not None else None
        if verb is None or other is None or joining is None or p.entity_of[name] < 0 or p.upos[verb] != "VERB":
            continue
        if name < joining < other < verb and p.subtree(other)[0] == joining + 1 and p.entity_of[other] >= 0:
            yield verb, (verb, "ROOT")
            yield name, (verb, "nsubj")
            yield other, (name, "conj")
            yield joining, (other, "cc")


def _joins(p: Parse, first: int, second: int) -> bool:
    """Whether a conjunction opens the second of two nouns, right behind the first and what stands beside it."""
    opening = p.subtree(second)
    between = [w for w in range(p.subtree(first)[-1] + 1, opening[0]) if p.words[w] != ","]
    joining = next((w for w in opening if p.words[w] != ","), second)
    return not between and p.deps[joining] == "cc" and p.heads[joining] == second


def _before_phrases(p: Parse, _: LanguagePack) -> Moves:
    """*[Ann Alder], in remarks to the Post, said*: what a preposition opens is no subject; who stands before it is."""
    for phrase, dep in enumerate(p.deps):
        verb, words = p.heads[phrase], p.subtree(phrase)
        first = next((w for w in words if p.words[w] != ","), phrase)
        if dep != "nsubj" or phrase > verb or p.deps[first] != "case" or p.heads[first] != phrase:
            continue
        name = _loose_before(p, first, verb)
        if name is not None and p.words[first - 1] == "," and p.words[words[-1] + (p.words[words[-1]] != ",")] == ",":
            yield name, (verb, "nsubj")
            yield phrase, (verb, "obl")


def _loose_before(p: Parse, word: int, verb: int) -> int | None:
    """The noun that opens the sentence and ends right before the comma before a word, hung on a verb or on nothing."""
    begin, here = p.sentences[p.sentence_of[word]][0], word - 2
    while here > begin and p.upos[p.heads[here]] in NOUNS and begin <= p.heads[here] < word and p.heads[here] != here:
        here = p.heads[here]
    loose = p.deps[here] in LOOSE or p.heads[here] == here or (p.heads[here] == verb and p.deps[here] == "nsubj")
    return here if loose and p.upos[here] in NOUNS and p.subtree(here)[0] == begin else None


def _one_of_them(p: Parse, pack: LanguagePack) -> Moves:
    """*One of the passengers, [Grace Tully], said*: a name behind the comma is that of the one, who does what is told."""
    for one in range(len(p) - 2):
        among = child(p, one, "nmod") if _is_one_of(p, one, pack) else None
        name = _name_behind(p, among) if among is not None else None
        if name is None or has_child(p, name, "conj", "cc"):
            continue
        verb = None if has_child(p, one, "case") else _verb_of_one(p, one, name)
        yield name, (one, "appos")
        if verb is not None:
            yield one, (verb, "nsubj")


def _verb_of_one(p: Parse, one: int, name: int) -> int | None:
    """The verb of which *one* is the subject: that of its name, else one without a subject behind the comma."""
    if p.deps[name] == "nsubj":
        return p.heads[name] if p.heads[name] != one else None
    end = p.subtree(name)[-1] + 1
    told = next((w for w in (end, end + 1) if w < len(p) and p.upos[w] == "VERB" and p.words[end] == ","), None)
    return told if told is not None and p.deps[one] not in SUBJECT and not has_child(p, told, *SUBJECT) else None


def _is_one_of(p: Parse, word: int, pack: LanguagePack) -> bool:
    """Whether a word is *one* before *of*."""
    return p.upos[word] == "NUM" and p.lower[word] in pack.people.indefinite and p.lower[word + 1] in pack.closed.of


def _name_behind(p: Parse, noun: int) -> int | None:
    """The top of a person's name that stands right behind a noun for people and a comma."""
    first = noun + 2
    named = first < len(p) and p.words[noun + 1] == "," and p.entity_of[first] >= 0 and is_plural(p, noun)
    if not named or p.entities[p.entity_of[first]].type != "PER":
        return None
    here = first
    while p.entity_of[p.heads[here]] == p.entity_of[first] and p.heads[here] != here:
        here = p.heads[here]
    return here


def _told_of_last(p: Parse, pack: LanguagePack) -> Moves:
    """*It came from [the minister], who said that*: a clause of *who* behind a comma tells of the person right before that."""
    whole = pack.closed.relative & pack.people.indefinite
    for who in range(2, len(p)):
        verb = p.heads[who]
        opens = p.lower[who] in whole and p.deps[who] in SUBJECT and p.words[who - 1] == ","
        if opens and p.deps[verb] in (LOST, RELATIVE) and p.upos[p.heads[verb]] in VERBAL:
            person = _person_before(p, who - 1, pack)
            if person is not None and not has_child(p, person, RELATIVE) and p.deps[p.heads[person]] != RELATIVE:
                yield verb, (person, RELATIVE)


def _person_before(p: Parse, comma: int, pack: LanguagePack) -> int | None:
    """The highest noun or pronoun for people of the phrase that ends right before a comma."""
    chain = [comma - 1]
    while (above := p.heads[chain[-1]]) < comma and above not in chain and p.upos[above] in (*NOUNS, "PRON"):
        chain.append(above)
    return next((w for w in reversed(chain) if _is_somebody(p, w, pack)), None)


def _is_somebody(p: Parse, word: int, pack: LanguagePack) -> bool:
    if p.entity_of[word] >= 0:
        return p.entities[p.entity_of[word]].type in ("PER", "ORG")
    return p.upos[word] == "PRON" or noun_kind(p.lemmas[word].lower(), pack) in PARTIES
