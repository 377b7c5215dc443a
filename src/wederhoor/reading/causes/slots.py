"""Where a verb has its cause and its effect: subject, object, prepositional object, clause, infinitive."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from wederhoor.reading.argument_spans import head_of_phrase
from wederhoor.reading.causes.draft import Slot
from wederhoor.reading.causes.subject_slots import OBLIQUE, attributes, first_of_two, is_bare, is_turned, subject_slots
from wederhoor.reading.text import Text
from wederhoor.records.parse import Parse
from wederhoor.syntax.clauses import (
    RELATIVE,
    SUBJECT,
    child,
    child_in,
    children,
    has_child,
    has_word,
    is_finite,
)
from wederhoor.syntax.predicates import finite_of, has_form_of_infinitive
from wederhoor.syntax.stretches import any_form, below, related

COMPLEMENTS = ("ccomp", "csubj", "xcomp", "advcl", "acl", "obl", "obl:arg", "nsubj")
FARTHEST = 25
"""Words between a verb and what belongs to it, at most."""
THINGS = ("NOUN", "PROPN", "PRON", "NUM", "DET", "VERB", "X", "SYM")
OBJECTS = ("obj", "obl", "xcomp", "nsubj", "nmod", "iobj")


def find_slot(text: Text, verb: int, names: tuple[str, ...], fixed: tuple[int, ...], other: int | None) -> Slot | None:
    """The first of the named places that is filled, by another word than ``other``."""
    for name in names:
        for place in _filling(text, verb, name, fixed):
            if place.head != other and (place.head not in fixed or place.kind == "objects"):
                return place
    return None


def _filling(text: Text, verb: int, name: str, fixed: tuple[int, ...]) -> Iterator[Slot]:
    match name:
        case "subject":
            yield from subject_slots(text, verb)
        case "object":
            yield from _objects(text, verb, fixed)
        case "clause":
            yield from (Slot(c, "clause") for c in _that_clauses(text, verb, fixed))
        case "infinitive":
            yield from _infinitives(text, verb, fixed)
        case "adjective":
            yield from _adjectives(text, verb)
        case "objects":
            yield from (replace(place, kind="objects", marks=fixed) for place in _objects(text, verb, fixed))
            yield from (Slot(w, "objects", fixed) for w in fixed[:1])
        case "verb":
            yield Slot(verb, "verb")
        case "predicate":
            yield Slot(verb, "phrase", fixed)
        case _:
            yield from _by_word(text, verb, name, fixed)


def _by_word(text: Text, verb: int, name: str, fixed: tuple[int, ...]) -> Iterator[Slot]:
    """What stands behind a preposition, a question word, or in a state that one opens: *+without*."""
    if name in text.pack.grammar.question_words:
        yield from _asked(text, verb, name)
    elif "+" in name:
        yield from _states(text, verb, name.partition("+")[2], fixed)
    else:
        yield from _prepositional(text, verb, name, fixed)


def _asked(text: Text, verb: int, name: str) -> Iterator[Slot]:
    """*Explains [why] rents fall*: the clause, with the word that opens it for a mark."""
    p = text.parse
    for c in children(p, verb, *COMPLEMENTS):
        marks = [g for g in p.children[c] if p.lower[g] == name and verb < g < c]
        if marks and is_finite(p, finite_of(p, c) or c):
            yield Slot(c, "clause", (marks[0],))


def _states(text: Text, verb: int, word: str, fixed: tuple[int, ...]) -> Iterator[Slot]:
    """*Left [hospitals without power]*, *turned [it into a lake]*: the object and what it is brought to."""
    p = text.parse
    for thing in (place.head for place in _objects(text, verb, fixed)):
        behind = p.subtree(thing)[-1] + 1
        inside = [c for c in children(p, thing, "nmod", "acl", "amod") if c > thing]
        beside = [c for c in children(p, verb, "obl", "xcomp", "advmod", "advcl") if p.subtree(c)[0] == behind]
        for c in (*inside, *beside):
            if p.lower[p.subtree(c)[0]] == word:
                yield Slot(thing, "state", (c,))


def _objects(text: Text, verb: int, fixed: tuple[int, ...]) -> Iterator[Slot]:
    """The object; the subject of a passive. The parser takes some for an adverbial or a second subject."""
    p = text.parse
    if attributes(p, verb):
        yield Slot(p.heads[verb], "noun")
        return
    if (noun := _noun_before(text, verb)) is not None:
        yield Slot(noun, "noun")
        return
    if is_turned(p, verb):
        subject = child(p, verb, "nsubj:pass", "nsubj")
        if subject is not None:
            yield Slot(subject, "phrase")
        else:  # dat de brug dicht ging, is te wijten aan
            yield from (Slot(c, "clause") for c in children(p, verb, "ccomp", "csubj") if c < verb)
        return
    subject = first_of_two(text, verb)
    subject = child(p, verb, *SUBJECT) if subject is None else subject
    likely = [c for c in p.children[verb] if c not in (subject, *fixed) and _may_be_object(text, c)]
    for relation in OBJECTS:
        yield from (Slot(c, "phrase") for c in likely if p.deps[c] == relation)


def _noun_before(text: Text, verb: int) -> int | None:
    """*The harm [a strike would cause]*: the noun before a clause without a pronoun, whose verb has no object of its own."""
    p = text.parse
    noun, subject = p.heads[verb], child(p, verb, *SUBJECT)
    if (
        not text.pack.grammar.subject_first
        or p.deps[verb] not in (RELATIVE, "acl")
        or subject is None
        or subject < noun
    ):
        return None
    related_ = any("PronType=Rel" in p.feats[w] for w in p.subtree(verb)) or has_child(
        p, verb, "obj", "mark", "aux:pass"
    )
    return None if related_ or p.upos[noun] != "NOUN" else noun


def _may_be_object(text: Text, word: int) -> bool:
    """Whether a word is a thing without a preposition, or what counts as one, and no time."""
    p = text.parse
    if p.deps[word] not in OBJECTS or not is_bare(p, word) or _tells_when(text, word) or is_reciprocal(text, word):
        return False
    return (p.upos[word] in THINGS and p.upos[word] != "VERB") or _is_counted(text, word)


def is_reciprocal(text: Text, word: int) -> bool:
    """*Elkaar*; *each [other]*."""
    p = text.parse
    return " ".join(p.lower[max(word - 1, 0) : word + 1]) in text.pack.closed.reciprocals or (
        p.lower[word] in text.pack.closed.reciprocals
    )


def _tells_when(text: Text, word: int) -> bool:
    """*stijgt [vorige week]*."""
    p = text.parse
    return p.deps[word] == "obl" and p.lemmas[word].lower() in text.pack.variables.empty.times


def _is_counted(text: Text, word: int) -> bool:
    """A noun that the parser does not know: *minder veenbranden*."""
    p = text.parse
    gauged = p.lower[word - 1] in text.pack.variables.adverb_kinds.gauging and not has_form_of_infinitive(p, word)
    return gauged or any(p.deps[g] == "det" and g < word for g in p.children[word])


def _that_clauses(text: Text, verb: int, fixed: tuple[int, ...]) -> Iterator[int]:
    p = text.parse
    for h in (verb, *fixed):
        for c in p.children[h]:
            marks = [
                g for g in p.children[c] if p.deps[g] == "mark" and p.lower[g] in text.pack.grammar.complementizers
            ]
            if c > verb and p.deps[c] in COMPLEMENTS and marks and marks[0] > verb:
                yield c
            elif (
                c > verb and p.deps[c] == "ccomp" and p.lemmas[h] in text.pack.causes.words.equating and is_finite(p, c)
            ):
                yield c  # means prices fall


def _infinitives(text: Text, verb: int, fixed: tuple[int, ...]) -> Iterator[Slot]:
    p = text.parse
    for h in (verb, *fixed):
        for c in p.children[h]:
            if p.deps[c] in ("xcomp", "ccomp", "acl", "advcl", "csubj") and _is_infinitive(p, c):
                marks = {p.lower[g] for g in p.children[c] if p.deps[g] == "mark"}
                if (
                    marks - text.pack.grammar.infinitive_marks
                    or p.lemmas[c] in text.pack.causes.words.shown
                    or (p.deps[c] == "advcl" and not fixed)
                ):
                    continue
                yield Slot(c, "infinitive")


def _is_infinitive(p: Parse, word: int) -> bool:
    """The plural of the present looks the same."""
    return has_form_of_infinitive(p, word) or (p.deps[word] == "xcomp" and "Number=Plur|Tense=Pres" in p.feats[word])


def _adjectives(text: Text, verb: int) -> Iterator[Slot]:
    """*maakt het [duur]*; in a language whose adjectives stand before their noun also *left nine people [dead]*."""
    p = text.parse
    thing = child(p, verb, "obj", "nsubj:pass")
    if thing is not None and text.pack.grammar.subject_first:
        behind = (c for c in children(p, thing, "amod") if c > thing and p.upos[c] == "ADJ" and not p.children[c])
        yield from (Slot(c, "adjective", (thing,)) for c in behind)
    for c in p.children[verb]:
        quality = p.upos[c] == "ADJ" and p.deps[c] in ("xcomp", "advmod", "obj")
        bare = not has_child(p, c, "case", "mark", "det")
        if thing is not None and quality and bare and c != thing:
            yield Slot(c, "adjective", (thing,))


def _prepositional(text: Text, verb: int, name: str, fixed: tuple[int, ...]) -> Iterator[Slot]:
    """*tot onrust*; *ertoe dat ...*, the adverb before the clause or beside the verb; *daartoe*."""
    p = text.parse
    things = [c for c in children(p, verb, "obj", "nsubj:pass") if c not in fixed]
    things += [c for c in children(p, verb, "obl") if child_in(p, c, text.pack.closed.via, "case") is not None]
    for c in related(p, below(p, (verb, *fixed, *things)), *OBLIQUE):
        case = child_in(p, c, (name,), "case", "mark")
        if case is not None and c not in fixed:
            yield Slot(c, "infinitive" if _is_done(p, c, case) else "phrase", (case,))
    behind = fixed[-1] + 1 if fixed else len(p)
    if behind + 1 < len(p) and p.lower[behind] == name and p.deps[behind] == "fixed":
        noun = head_of_phrase(p, (behind, behind + 1))
        if noun is not None:
            yield Slot(noun, "phrase", (behind,))
    yield from _pronominal(text, verb, name, fixed)


def _is_done(p: Parse, word: int, mark: int) -> bool:
    """*Led the board [to sell]*: by the parse what a preposition marks."""
    return p.deps[mark] == "mark" and p.upos[word] == "VERB" and has_form_of_infinitive(p, word)


def _pronominal(text: Text, verb: int, name: str, fixed: tuple[int, ...]) -> Iterator[Slot]:
    """*ertoe dat ...*, *er ... toe dat ...*, *daartoe*."""
    p, back = text.parse, text.pack.causes.back.get(name, ())
    near = sorted({*p.children[verb], *below(p, p.children[verb])})
    for w in _pointing_forward(text, verb, name, near):
        places = (c for h in (verb, w, p.heads[w], *fixed) for c in (*p.children[h], h))
        yield from (Slot(c, "clause", (w,)) for c in places if c > w and c != verb and _opens_complement(text, c))
    yield from (Slot(w, "back", (w,)) for w in near if p.lower[w] in back)


def _pointing_forward(text: Text, verb: int, name: str, near: Sequence[int]) -> list[int]:
    """The adverbs that stand for a clause to come, in one with the preposition or apart from it."""
    p, causes = text.parse, text.pack.causes
    joined, split = causes.forward.get(name, ()), causes.split.get(name, ())
    found = [w for w in near if p.lower[w] in joined and abs(w - verb) <= FARTHEST]
    apart = any_form(p, near, text.pack.closed.expletives)
    return found + ([w for w in near if p.lower[w] in split and w > verb] if apart else [])


def _opens_complement(text: Text, c: int) -> bool:
    p = text.parse
    opening = text.pack.grammar.complementizers | text.pack.grammar.infinitive_marks
    return p.deps[c] in COMPLEMENTS and (is_finite(p, c) or has_word(p, c, opening, "mark"))
