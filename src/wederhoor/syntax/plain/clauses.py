"""Plain clauses: a thing, a verb of change or of cause, and what that takes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from wederhoor.syntax.plain.frames import framed
from wederhoor.syntax.plain.phrases import phrase, pronoun
from wederhoor.syntax.plain.predicates import Complements, verbal
from wederhoor.syntax.plain.states import states
from wederhoor.syntax.plain.trees import Kind, Tree, leaf
from wederhoor.syntax.plain.verbs import FINITE, GOING_ON, INFINITIVE, PARTICIPLE, PASSIVE, verb_kind
from wederhoor.syntax.plain.words import PlainWords

FARTHEST = 16
"""Words of a plain clause, at most."""


@dataclass(frozen=True, slots=True)
class _Group:
    """The auxiliaries and adverbs before a word, and that word."""

    auxiliaries: tuple[int, ...]
    adverbs: tuple[int, ...]
    phrases: tuple[tuple[int, int], ...]
    """*in turn*."""
    verb: int
    ahead: bool = False
    """*Were to fall*."""


def clauses(words: PlainWords, first: int, end: int) -> Iterator[Tree]:
    """The ways to take the words of a stretch as one clause with a subject, the verb on top."""
    if end - first > FARTHEST:
        return
    yield from _there(words, first, end)
    yield from _clefts(words, first, end)
    yield from framed(words, first, end, clauses)
    for start in range(first + 1, end):
        subject = phrase(words, first, start) or (pronoun(words, first) if start == first + 1 else None)
        if subject is None:
            continue
        several = any(relation == "conj" and head == subject.top for head, relation in subject.arcs.values())
        for tree, passive in predicates(words, start, end, None if several else subject.top):
            yield tree.with_(subject.under(tree.top, "nsubj:pass" if passive else "nsubj"))


def _clefts(words: PlainWords, first: int, end: int) -> Iterator[Tree]:
    """*It is noise that lowers rents*, *what lowers rents is noise*: the thing on top, the verb below it."""
    p, pack = words.p, words.pack
    for being in range(first + 1, end - 1):
        if words.is_auxiliary(being) and words.is_being((being,)):
            if p.lower[being + 1] in pack.grammar.question_words:
                yield from _is_what(words, first, being, end)
            if p.lower[first] in pack.closed.it and being == first + 1:
                yield from _it_is(words, first, end)
            elif p.lower[first] in pack.grammar.question_words:
                yield from _what_is(words, first, being, end)


def _copula(words: PlainWords, top: int, being: int) -> Tree:
    return leaf(top, being, "cop", Kind("AUX", "VerbForm=Fin", words.pack.verb_forms.get(words.p.lower[being])))


def _is_what(words: PlainWords, first: int, being: int, end: int) -> Iterator[Tree]:
    """*Noise is what lowers rents*: the verb on top, as if nothing else stood there."""
    subject = phrase(words, first, being)
    for tree in _active(words, being + 2, end) if subject is not None else ():
        if subject is not None:
            loose = leaf(tree.top, being, "dep"), leaf(tree.top, being + 1, "dep", Kind("PRON"))
            yield tree.with_(subject.under(tree.top, "nsubj"), *loose)


def _it_is(words: PlainWords, first: int, end: int) -> Iterator[Tree]:
    for stop in range(first + 3, end - 1):
        thing = _clefted(words, first + 2, stop) if words.p.lower[stop] in words.pack.closed.relative else None
        if thing is None:
            continue
        parts = leaf(thing.top, first, "expl", Kind("PRON")), _copula(words, thing.top, first + 1)
        for tree in _active(words, stop + 1, end):
            own = tree.with_(leaf(tree.top, stop, "nsubj", Kind("PRON", "PronType=Rel")))
            yield thing.with_(*parts, own.under(thing.top, "acl:relcl"))


def _clefted(words: PlainWords, first: int, stop: int) -> Tree | None:
    """*It is [noise] that ...*, *it is [not smoke but noise] that ...*: what is put in the place of another."""
    p, pack = words.p, words.pack
    if p.lower[first] not in pack.closed.negations:
        return phrase(words, first, stop)
    for contrast in range(first + 2, stop - 1):
        other = phrase(words, first + 1, contrast) if p.lower[contrast] in pack.grammar.contrasts else None
        thing = phrase(words, contrast + 1, stop) if other is not None else None
        if other is not None and thing is not None:
            denied = other.with_(leaf(other.top, first, "advmod")).under(thing.top, "reparandum")
            return thing.with_(denied, leaf(thing.top, contrast, "cc", Kind("CCONJ")))
    return None


def _what_is(words: PlainWords, first: int, being: int, end: int) -> Iterator[Tree]:
    thing = phrase(words, being + 1, end)
    if thing is None:
        return
    for tree in _active(words, first + 1, being):
        own = tree.with_(leaf(tree.top, first, "nsubj", Kind("PRON", "PronType=Int")))
        yield thing.with_(_copula(words, thing.top, being), own.under(thing.top, "csubj"))


def _active(words: PlainWords, first: int, end: int) -> Iterator[Tree]:
    return (tree for tree, passive in predicates(words, first, end, None) if not passive)


def predicates(words: PlainWords, start: int, end: int, subject: int | None) -> Iterator[tuple[Tree, bool]]:
    """The ways to take the words as a verb with what it takes, whatever its subject, and whether it is a passive."""
    for group in _groups(words, start, end):
        yield from _predicates(words, group, end, subject)


def _predicates(words: PlainWords, group: _Group, end: int, subject: int | None) -> Iterator[tuple[Tree, bool]]:
    if words.is_being(group.auxiliaries[-1:]) and not group.ahead:
        for tree in states(words, group.verb, end, clauses):
            yield _grouped(words, tree, group, "cop"), False
    read = words.verb(group.verb)
    if read is None or not _agrees(words, group, read[1], subject):
        return
    feats, passive = _feats(words, group, read[1])
    if feats is None:
        return
    for tree in verbal(words, group.verb, read[0], end, Complements(clauses, passive=passive)):
        kind = verb_kind(words, group.verb, tree.kinds.get(group.verb, Kind("VERB", None, read[0], read[0])), feats)
        yield _grouped(words, replace(tree, kinds={**tree.kinds, group.verb: kind}), group, ""), passive


def _groups(words: PlainWords, start: int, end: int) -> Iterator[_Group]:
    """The group that a stretch begins with; the last auxiliary may be a verb by itself: *has an effect*."""
    group = _group(words, start, end)
    if group is None:
        return
    yield group
    last = group.auxiliaries[-1:]
    if words.is_perfect(last) and last[0] == group.verb - 1:
        yield replace(group, auxiliaries=group.auxiliaries[:-1], verb=last[0])


def _group(words: PlainWords, start: int, end: int) -> _Group | None:
    auxiliaries: list[int] = []
    adverbs: list[int] = []
    phrases: list[tuple[int, int]] = []
    here, ahead = start, False
    while here < end:
        behind = words.turn(here)
        if words.is_being(tuple(auxiliaries[-1:])) and words.p.lower[here] in words.pack.grammar.infinitive_marks:
            adverbs.append(here)
            ahead = True
        elif behind > here:
            phrases.append((here, behind))
        elif words.is_auxiliary(here) or words.is_adverb(here):
            (auxiliaries if words.is_auxiliary(here) else adverbs).append(here)
        else:
            break
        here = max(behind, here + 1)
    return _Group(tuple(auxiliaries), tuple(adverbs), tuple(phrases), here, ahead) if here < end else None


def _agrees(words: PlainWords, group: _Group, form: str, subject: int | None) -> bool:
    """Whether a verb without an auxiliary has the form for its subject; what pronouns stand for is one thing."""
    if group.auxiliaries or form == "past" or subject is None:
        return True
    return form == ("base" if words.is_plural(subject) else "third")


def _feats(words: PlainWords, group: _Group, form: str) -> tuple[str | None, bool]:
    """The features of a verb behind its auxiliaries, None where these ask for another form; whether it is a passive."""
    last = group.auxiliaries[-1:]
    if not last:
        return FINITE.get(form), False
    if group.ahead:
        return (INFINITIVE, False) if form == "base" else (None, False)
    if words.is_being(last):
        return (
            (GOING_ON, False)
            if form == "ing"
            else (PASSIVE, True)
            if words.is_participle(group.verb)
            else (None, False)
        )
    if words.is_perfect(last):
        return (PARTICIPLE, False) if words.is_participle(group.verb) else (None, False)
    return (INFINITIVE, False) if form == "base" else (None, False)


def _grouped(words: PlainWords, tree: Tree, group: _Group, relation: str) -> Tree:
    """The predicate with its auxiliaries and adverbs; of a state the last auxiliary is the copula."""
    passive = "Voice=Pass" in (tree.kinds[tree.top].feats or "") if tree.top in tree.kinds else False
    last = relation or ("aux:pass" if passive else "aux")
    parts = [leaf(tree.top, w, "aux", _auxiliary(words, w)) for w in group.auxiliaries[:-1]]
    parts += [leaf(tree.top, w, last, _auxiliary(words, w)) for w in group.auxiliaries[-1:]]
    parts += [leaf(tree.top, w, "advmod") for w in group.adverbs]
    parts += [leaf(end - 1, first, "case").under(tree.top, "obl") for first, end in group.phrases]
    return tree.with_(*parts)


def _auxiliary(words: PlainWords, word: int) -> Kind | None:
    return (
        None
        if words.p.upos[word] == "AUX"
        else Kind("AUX", "VerbForm=Fin", words.pack.verb_forms.get(words.p.lower[word], words.p.lower[word]))
    )


def _there(words: PlainWords, first: int, end: int) -> Iterator[Tree]:
    """*there are fewer complaints*."""
    p = words.p
    if first >= end or p.lower[first] not in words.pack.closed.expletives:
        return
    here = first + 1
    while here < end and words.is_auxiliary(here):
        here += 1
    if here == first + 1 or not words.is_being((here - 1,)):
        return
    being = here - 1
    for stop, behind in Complements(clauses).endings(words, here, end):
        thing = phrase(words, here, stop)
        if thing is not None:
            kind = Kind("VERB", None if "VerbForm" in p.feats[being] else "VerbForm=Fin")
            auxiliaries = [leaf(being, w, "aux") for w in range(first + 1, being)]
            expletive = leaf(being, first, "expl", Kind("PRON"))
            own = Tree(being, {}, {being: kind})
            yield own.with_(
                expletive, *auxiliaries, thing.under(being, "nsubj"), *(b.under(being, "obl") for b in behind)
            )
