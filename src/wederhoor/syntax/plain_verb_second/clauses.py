"""The parts of a plain clause as a tree: which verb it has, its subject, and whether the lexicons know what the rest is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from wederhoor.languages.causes import CausalVerb
from wederhoor.languages.hooks import VerbShape
from wederhoor.syntax.plain.trees import Kind, Tree, leaf
from wederhoor.syntax.plain_verb_second.parts import ClausePart, ClauseParts, cut
from wederhoor.syntax.plain_verb_second.words import SecondWords

Order = Literal["second", "first", "last", "relative", "going"]
"""Where the finite verb stands: *de drukte [daalt]*, behind what opens the clause *[daalt] de drukte*, or *... [daalt]*.

A relative clause has it last too, and its subject in its pronoun; one that goes on takes that from the clause before:
*en [remt] de drukte*.
"""
SUBJECTS = ("thing", "pointing")
FINITE: dict[bool, str] = {
    False: "Number=Sing|Tense=Pres|VerbForm=Fin",
    True: "Number=Plur|Tense=Pres|VerbForm=Fin",
}
INFINITIVE, PARTICIPLE = "VerbForm=Inf", "VerbForm=Part"


@dataclass(frozen=True, slots=True)
class _Verbs:
    """The verbs of a clause: the one that governs, the finite one, an infinitive that the first makes happen."""

    main: int
    lemma: str
    finite: int
    plural: bool
    group: Literal["", "aux", "aux:pass", "cop"] = ""
    """What the finite one is to the main one, where these are two."""
    feats: str = ""
    """The form of the main one, where it is not finite."""
    below: int | None = None
    particle: int | None = None


def clauses(words: SecondWords, first: int, end: int, order: Order) -> Iterator[Tree]:
    """The ways to take the words of a stretch as a clause, the predicate on top."""
    for parts in cut(words, first, end):
        yield from _clauses(words, parts, order)


def _clauses(words: SecondWords, parts: ClauseParts, order: Order) -> Iterator[Tree]:
    at = [n for n, part in enumerate(parts) if part.kind == "verb"]
    if not at or not _in_order(parts, at, order):
        return
    subject = _subject(parts, at[0], order)
    if subject is None and order not in ("relative", "going"):
        return
    rest = tuple(part for part in parts if part.kind != "verb" and part is not subject)
    for verbs in _verbs(words, parts, at, order):
        if order == "going" and verbs.lemma in words.pack.variables.subject_verbs:
            continue  # en vermindert de drukte: which of the two is less
        yield from _with_verbs(words, verbs, subject, rest)


def _with_verbs(words: SecondWords, verbs: _Verbs, subject: ClausePart | None, rest: ClauseParts) -> Iterator[Tree]:
    if subject is None or words.number(subject.top) in (None, verbs.plural):
        told = tuple(part for part in rest if part.top != verbs.particle)
        for tree in governed(words, verbs, told, there=_tells_of_more(words, subject, told)):
            yield _with_subject(tree, verbs, subject)


def _tells_of_more(words: SecondWords, subject: ClausePart | None, rest: ClauseParts) -> bool:
    """*Er is [meer drukte]*: that there is more or less of a thing, and not only that it is there."""
    gauged = subject is not None and any(words.is_gauge(w) for w in subject.tree.arcs)
    return gauged and any(part.kind == "there" for part in rest)


def _in_order(parts: ClauseParts, at: list[int], order: Order) -> bool:
    """Whether the verbs stand where they do in such a clause; phrases of cause may follow them."""
    behind = parts[at[-1] + 1 :]
    if order in ("last", "relative"):
        return at == list(range(at[0], at[-1] + 1)) and all(part.kind == "phrase" for part in behind)
    opened = parts[: at[0]]
    focused = all(part.kind == "adverb" for part in opened[:-1])  # ook de drukte daalt
    second = focused and opened[-1:] != () and opened[-1].kind in (*SUBJECTS, "there", "phrase", "adverb")
    # the others stand at the end, what says why may follow them
    other = at[1:]
    return (second if order == "second" else not opened) and (
        not other or (other == list(range(other[0], other[-1] + 1)) and all(part.kind == "phrase" for part in behind))
    )


def _subject(parts: ClauseParts, verb: int, order: Order) -> ClausePart | None:
    """The first thing of a clause: before its verb, or right behind it and *er*."""
    if order in ("relative", "going"):
        return None
    if order == "last":
        return next((part for part in parts if part.kind in SUBJECTS), None)
    if order == "second" and parts[verb - 1].kind in SUBJECTS:
        return parts[verb - 1]
    behind = [part for part in parts[verb + 1 :] if part.kind not in ("there", "adverb")]
    return behind[0] if behind and behind[0].kind in SUBJECTS else None


def _verbs(words: SecondWords, parts: ClauseParts, at: list[int], order: Order) -> Iterator[_Verbs]:
    """The ways to take the verbs of a clause as one that governs and the others."""
    here = [(parts[n].top, str(words.lemma(parts[n].top))) for n in at]
    particle = next((part.top for part in parts if part.kind == "particle"), None)
    for number in range(len(here)) if order in ("last", "relative") else (0,):
        finite, own = here[number]
        others = here[:number] + here[number + 1 :]
        for shape in ("singular", "plural"):
            if shape in words.shapes(finite, own) or _told_finite(words, finite, own, shape):
                yield from _grouped(words, (finite, own), others, particle, plural=shape == "plural")


def _told_finite(words: SecondWords, word: int, lemma: str, shape: VerbShape) -> bool:
    """*Is*, *kan*: a form that the parser knows for a finite one."""
    feats = words.p.feats[word]
    told = "VerbForm=Fin" in feats and words.helps(lemma)
    return told and ("Number=Plur" in feats) == (shape == "plural")


def _grouped(
    words: SecondWords, finite: tuple[int, str], others: list[tuple[int, str]], particle: int | None, *, plural: bool
) -> Iterator[_Verbs]:
    word, lemma = finite
    if not others:
        whole = lemma if particle is None else words.pack.hooks.joined(lemma, words.p.lower[particle])
        yield _Verbs(word, whole, word, plural, particle=particle)
    if len(others) != 1 or particle is not None:
        return
    other, below = others[0]
    shapes = words.shapes(other, below)
    if "infinitive" in shapes and lemma in words.lexicon.modals:
        yield _Verbs(other, below, word, plural, "aux", INFINITIVE)
    if "infinitive" in shapes and any("infinitive" in e.effect for e in _entries(words, lemma)):
        yield _Verbs(word, lemma, word, plural, below=other)
    if "participle" in shapes and lemma in words.pack.closed.perfect:
        yield _Verbs(other, below, word, plural, "aux", PARTICIPLE)
    if "participle" in shapes and lemma in words.pack.variables.verbs.copulas:
        yield _Verbs(other, below, word, plural, "aux:pass", PARTICIPLE)


def _entries(words: SecondWords, lemma: str) -> tuple[CausalVerb, ...]:
    return words.pack.causes.verbs.get(lemma, ())


def governed(words: SecondWords, verbs: _Verbs, rest: ClauseParts, *, there: bool) -> Iterator[Tree]:
    """The verb with the rest of its clause, where the lexicons know it to take that."""
    loose = tuple(part for part in rest if _is_loose(words, part))
    taken = tuple(part for part in rest if part not in loose)
    for tree in _taken_or_ahead(words, verbs, taken, loose, there=there):
        yield tree.with_(*(_hung(tree.top, part) for part in loose))
    if len(loose) > 0:  # a phrase that says why elsewhere may be what the verb takes: is caused [by noise]
        for part in (part for part in loose if part.kind == "phrase"):
            for tree in _taken(words, verbs, (*taken, part), there=there):
                yield tree.with_(*(_hung(tree.top, other) for other in loose if other is not part))


def _taken_or_ahead(
    words: SecondWords, verbs: _Verbs, taken: ClauseParts, loose: ClauseParts, *, there: bool
) -> Iterator[Tree]:
    if not taken and _points_ahead(words, verbs, loose):
        yield _predicate(words, verbs)
    else:
        yield from _taken(words, verbs, taken, there=there)


def _points_ahead(words: SecondWords, verbs: _Verbs, loose: ClauseParts) -> bool:
    """*Draagt [ertoe] bij (dat ...)*: an adverb in the place of what the verb takes."""
    forward = words.pack.causes.forward
    names = {name for e in _entries(words, verbs.lemma) if not e.words for name in e.effect}
    told = {form for name in names for form in forward.get(name, ())}
    return any(words.p.lower[part.top] in told for part in loose)


def _is_loose(words: SecondWords, part: ClausePart) -> bool:
    """Whether a part may stand in any clause: *er*, an adverb, *door meer drukte*, *via meer drukte*."""
    by_way = part.case[:1] != () and part.case[0] in words.pack.closed.via
    return part.kind in ("there", "adverb") or by_way or says_why(words, part)


def says_why(words: SecondWords, part: ClausePart) -> bool:
    """*Door meer drukte*: a phrase of cause."""
    found = words.pack.causes.connectives.get(part.case[0], ()) if part.case else ()
    return any(e.frame == "phrase" and e.words == part.case and not e.nouns for e in found)


def _hung(top: int, part: ClausePart) -> Tree:
    relation = {"there": "expl", "adverb": "advmod", "phrase": "obl", "thing": "obj", "quality": "xcomp"}
    named = "obl" if part.kind == "adverb" and part.tree.arcs else relation.get(part.kind, "dep")
    return part.tree.under(top, named)


def _taken(words: SecondWords, verbs: _Verbs, taken: ClauseParts, *, there: bool) -> Iterator[Tree]:
    if verbs.group == "aux:pass":
        yield from _done_by(words, verbs, taken)
        return
    yield from _fixed(words, verbs, taken)
    if verbs.below is not None:
        yield from _made(words, verbs, taken)
    elif not taken:
        yield from _alone(words, verbs, there=there)
    elif len(taken) == 1:
        yield from _one(words, verbs, taken[0])
    elif len(taken) == 2:
        yield from _two(words, verbs, taken[0], taken[1])


def _done_by(words: SecondWords, verbs: _Verbs, taken: ClauseParts) -> Iterator[Tree]:
    """*Wordt geremd door drukte*."""
    done = len(taken) == 1 and taken[0].case[:1] != () and taken[0].case[0] in words.pack.closed.by
    if _takes_object(words, verbs.lemma) and (done or not taken):
        yield _predicate(words, verbs).with_(*(part.tree.under(verbs.main, "obl:agent") for part in taken))


def _alone(words: SecondWords, verbs: _Verbs, *, there: bool) -> Iterator[Tree]:
    """*Daalt*; *er is*, *er komt*."""
    light = there and (verbs.lemma in words.pack.variables.verbs.light or verbs.lemma in words.pack.closed.being)
    if light or verbs.lemma in words.pack.variables.subject_verbs:
        yield _predicate(words, verbs)


def _one(words: SecondWords, verbs: _Verbs, part: ClausePart) -> Iterator[Tree]:
    """*Remt de drukte*, *leidt tot drukte*, *is lager*."""
    takes = (part.kind == "thing" and _takes_object(words, verbs.lemma)) or (
        part.kind == "phrase" and _takes_phrase(words, verbs.lemma, part)
    )
    if takes:
        yield _predicate(words, verbs).with_(_hung(verbs.main, part))
    elif part.kind == "quality":
        yield from _state(words, verbs, part)


def _two(words: SecondWords, verbs: _Verbs, thing: ClausePart, other: ClausePart) -> Iterator[Tree]:
    """*Maakt de drukte groter*, *is de oorzaak van drukte*."""
    if thing.kind == "thing" and other.kind == "phrase":
        yield from _cause_noun(words, verbs, thing, other)
    makes = any("adjective" in e.effect for e in _entries(words, verbs.lemma))
    if (thing.kind, other.kind) == ("thing", "quality") and makes:
        yield _predicate(words, verbs).with_(_hung(verbs.main, thing), _hung(verbs.main, other))


def _takes_object(words: SecondWords, lemma: str) -> bool:
    known = any("object" in entry.effect and not entry.words for entry in _entries(words, lemma))
    return known or lemma in words.pack.variables.object_verbs


def _takes_phrase(words: SecondWords, lemma: str, part: ClausePart) -> bool:
    """*Leidt tot drukte*, *komt door drukte*."""
    return any(
        part.case == (name,)
        for e in _entries(words, lemma)
        if not (e.words or e.correlates)
        for name in (*e.effect, *e.cause)
    )


def _made(words: SecondWords, verbs: _Verbs, taken: ClauseParts) -> Iterator[Tree]:
    """*Doet de drukte dalen*."""
    below = verbs.below
    lemma = words.lemma(below) if below is not None else None
    if below is None or [part.kind for part in taken] != ["thing"] or lemma not in words.pack.variables.subject_verbs:
        return
    kind = Kind("VERB", "VerbForm=Inf", lemma, lemma)
    yield _predicate(words, verbs).with_(_hung(verbs.main, taken[0]), leaf(verbs.main, below, "xcomp", kind))


def _state(words: SecondWords, verbs: _Verbs, part: ClausePart) -> Iterator[Tree]:
    """*Is lager*, *wordt groter*."""
    known = words.p.lower[part.top] in words.pack.variables.degrees
    if known and verbs.lemma in words.pack.variables.verbs.copulas:
        copula = leaf(part.top, verbs.main, "cop", _auxiliary(words, verbs.main, verbs.lemma, plural=verbs.plural))
        yield Tree(part.top, {}, {part.top: Kind("ADJ")}).with_(copula)


def _cause_noun(words: SecondWords, verbs: _Verbs, thing: ClausePart, phrase: ClausePart) -> Iterator[Tree]:
    """*Is de oorzaak van drukte*, *vormt een rem op drukte*: what the subject is said to be, with its phrase."""
    entry = words.pack.causes.nouns.get(words.p.lower[thing.top])
    if entry is None or len(phrase.case) != 1 or phrase.case[0] not in entry.prepositions:
        return
    named = thing.tree.with_(phrase.tree.under(thing.top, "nmod"))
    if verbs.lemma in words.pack.closed.being:
        yield named.with_(
            leaf(thing.top, verbs.main, "cop", _auxiliary(words, verbs.main, verbs.lemma, plural=verbs.plural))
        )
    elif verbs.lemma in words.pack.causes.copulas:
        yield _predicate(words, verbs).with_(named.under(verbs.main, "obj"))


def _fixed(words: SecondWords, verbs: _Verbs, taken: ClauseParts) -> Iterator[Tree]:
    """*Heeft een remmende invloed op de drukte*, *zet de drukte onder druk*: with the fixed words of the verb."""
    for entry in _entries(words, verbs.lemma):
        fixed = [part for part in taken if _has_fixed(words, part, entry)]
        rest = [part for part in taken if part not in fixed]
        told = {word for part in fixed for word in _own_words(words, part)}
        if fixed and len(rest) == 1 and set(entry.words) <= told and _fits(rest[0], entry):
            own = _beside_fixed(verbs, fixed[-1], rest[0])
            parts = [_hung(verbs.main, part) for part in fixed]
            yield _predicate(words, verbs).with_(*parts, Tree(verbs.main, own.arcs, own.kinds))


def _beside_fixed(verbs: _Verbs, fixed: ClausePart, other: ClausePart) -> Tree:
    """What is no fixed word: the object, or a phrase below the verb or the noun that is one of them."""
    if other.kind == "thing":
        return other.tree.under(verbs.main, "obj")
    if fixed.kind == "quality":
        return other.tree.under(verbs.main, "obl")
    return other.tree.under(fixed.top, "nmod")


def _has_fixed(words: SecondWords, part: ClausePart, entry: CausalVerb) -> bool:
    """Whether a part has fixed words of the entry and nothing else but articles and its preposition: *ten koste*."""
    own = [word for word in _own_words(words, part) if word in entry.words or word not in part.case]
    return bool(own) and all(word in entry.words for word in own)


def _own_words(words: SecondWords, part: ClausePart) -> list[str]:
    inside = sorted({part.top, *part.tree.arcs})
    return [words.p.lower[w] for w in inside if not words.is_article(w)]


def _fits(part: ClausePart, entry: CausalVerb) -> bool:
    """Whether what is left is the side of the entry that no subject is."""
    named = (*entry.effect, *entry.cause)
    return "object" in named if part.kind == "thing" else part.kind == "phrase" and part.case[0] in named


def _predicate(words: SecondWords, verbs: _Verbs) -> Tree:
    """The verb that governs, with the finite one and the particle."""
    p = words.p
    feats = verbs.feats or FINITE[verbs.plural]
    same = p.upos[verbs.main] == "VERB" and feats[-3:] in p.feats[verbs.main]
    base = verbs.lemma if verbs.particle is None else str(words.lemma(verbs.main))
    tree = Tree(verbs.main, {}, {verbs.main: Kind("VERB", p.feats[verbs.main] if same else feats, verbs.lemma, base)})
    if verbs.particle is not None:
        tree = tree.with_(leaf(verbs.main, verbs.particle, "compound:prt", Kind("ADP")))
    if verbs.group:
        helper = _auxiliary(words, verbs.finite, str(words.lemma(verbs.finite)), plural=verbs.plural)
        tree = tree.with_(leaf(verbs.main, verbs.finite, verbs.group, helper))
    return tree


def _auxiliary(words: SecondWords, word: int, lemma: str, *, plural: bool) -> Kind | None:
    known = words.p.upos[word] == "AUX" and "VerbForm=Fin" in words.p.feats[word]
    return None if known else Kind("AUX", FINITE[plural], lemma, lemma)


def _with_subject(tree: Tree, verbs: _Verbs, subject: ClausePart | None) -> Tree:
    if subject is None:
        return tree
    own = subject.tree
    if own.top in own.kinds and own.kinds[own.top].upos == "NOUN" and verbs.plural:
        own = Tree(own.top, own.arcs, {**own.kinds, own.top: Kind("NOUN", "Number=Plur", *_names(own))})
    return tree.with_(own.under(tree.top, "nsubj:pass" if verbs.group == "aux:pass" else "nsubj"))


def _names(tree: Tree) -> tuple[str | None, str | None]:
    kind = tree.kinds[tree.top]
    return kind.lemma, kind.stem
