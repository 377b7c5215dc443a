"""What a verb takes in its clause, where the lexicons know it to take that: the rest of a plain clause as its tree."""

from __future__ import annotations

from collections.abc import Iterator

from wederhoor.languages.causes import CausalVerb
from wederhoor.syntax.plain.trees import Kind, Tree, leaf
from wederhoor.syntax.plain_verb_second.clause_verbs import ClauseVerbs, auxiliary, entries_of, predicate_of
from wederhoor.syntax.plain_verb_second.parts import ClausePart, ClauseParts
from wederhoor.syntax.plain_verb_second.words import SecondWords


def governed(words: SecondWords, verbs: ClauseVerbs, rest: ClauseParts, *, there: bool) -> Iterator[Tree]:
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
    words: SecondWords, verbs: ClauseVerbs, taken: ClauseParts, loose: ClauseParts, *, there: bool
) -> Iterator[Tree]:
    if not taken and _points_ahead(words, verbs, loose):
        yield predicate_of(words, verbs)
    else:
        yield from _taken(words, verbs, taken, there=there)


def _points_ahead(words: SecondWords, verbs: ClauseVerbs, loose: ClauseParts) -> bool:
    """*Draagt [ertoe] bij (dat ...)*: an adverb in the place of what the verb takes."""
    forward = words.pack.causes.forward
    names = {name for e in entries_of(words, verbs.lemma) if not e.words for name in e.effect}
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


def _taken(words: SecondWords, verbs: ClauseVerbs, taken: ClauseParts, *, there: bool) -> Iterator[Tree]:
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


def _done_by(words: SecondWords, verbs: ClauseVerbs, taken: ClauseParts) -> Iterator[Tree]:
    """*Wordt geremd door drukte*."""
    done = len(taken) == 1 and taken[0].case[:1] != () and taken[0].case[0] in words.pack.closed.by
    if _takes_object(words, verbs.lemma) and (done or not taken):
        yield predicate_of(words, verbs).with_(*(part.tree.under(verbs.main, "obl:agent") for part in taken))


def _alone(words: SecondWords, verbs: ClauseVerbs, *, there: bool) -> Iterator[Tree]:
    """*Daalt*; *er is*, *er komt*."""
    light = there and (verbs.lemma in words.pack.variables.verbs.light or verbs.lemma in words.pack.closed.being)
    if light or verbs.lemma in words.pack.variables.subject_verbs:
        yield predicate_of(words, verbs)


def _one(words: SecondWords, verbs: ClauseVerbs, part: ClausePart) -> Iterator[Tree]:
    """*Remt de drukte*, *leidt tot drukte*, *is lager*."""
    takes = (part.kind == "thing" and _takes_object(words, verbs.lemma)) or (
        part.kind == "phrase" and _takes_phrase(words, verbs.lemma, part)
    )
    if takes:
        yield predicate_of(words, verbs).with_(_hung(verbs.main, part))
    elif part.kind == "quality":
        yield from _state(words, verbs, part)


def _two(words: SecondWords, verbs: ClauseVerbs, thing: ClausePart, other: ClausePart) -> Iterator[Tree]:
    """*Maakt de drukte groter*, *is de oorzaak van drukte*."""
    if thing.kind == "thing" and other.kind == "phrase":
        yield from _cause_noun(words, verbs, thing, other)
    makes = any("adjective" in e.effect for e in entries_of(words, verbs.lemma))
    if (thing.kind, other.kind) == ("thing", "quality") and makes:
        yield predicate_of(words, verbs).with_(_hung(verbs.main, thing), _hung(verbs.main, other))


def _takes_object(words: SecondWords, lemma: str) -> bool:
    known = any("object" in entry.effect and not entry.words for entry in entries_of(words, lemma))
    return known or lemma in words.pack.variables.object_verbs


def _takes_phrase(words: SecondWords, lemma: str, part: ClausePart) -> bool:
    """*Leidt tot drukte*, *komt door drukte*."""
    return any(
        part.case == (name,)
        for e in entries_of(words, lemma)
        if not (e.words or e.correlates)
        for name in (*e.effect, *e.cause)
    )


def _made(words: SecondWords, verbs: ClauseVerbs, taken: ClauseParts) -> Iterator[Tree]:
    """*Doet de drukte dalen*."""
    below = verbs.below
    lemma = words.lemma(below) if below is not None else None
    if below is None or [part.kind for part in taken] != ["thing"] or lemma not in words.pack.variables.subject_verbs:
        return
    kind = Kind("VERB", "VerbForm=Inf", lemma, lemma)
    yield predicate_of(words, verbs).with_(_hung(verbs.main, taken[0]), leaf(verbs.main, below, "xcomp", kind))


def _state(words: SecondWords, verbs: ClauseVerbs, part: ClausePart) -> Iterator[Tree]:
    """*Is lager*, *wordt groter*."""
    known = words.p.lower[part.top] in words.pack.variables.degrees
    if known and verbs.lemma in words.pack.variables.verbs.copulas:
        copula = leaf(part.top, verbs.main, "cop", auxiliary(words, verbs.main, verbs.lemma, plural=verbs.plural))
        yield Tree(part.top, {}, {part.top: Kind("ADJ")}).with_(copula)


def _cause_noun(words: SecondWords, verbs: ClauseVerbs, thing: ClausePart, phrase: ClausePart) -> Iterator[Tree]:
    """*Is de oorzaak van drukte*, *vormt een rem op drukte*: what the subject is said to be, with its phrase."""
    entry = words.pack.causes.nouns.get(words.p.lower[thing.top])
    if entry is None or len(phrase.case) != 1 or phrase.case[0] not in entry.prepositions:
        return
    named = thing.tree.with_(phrase.tree.under(thing.top, "nmod"))
    if verbs.lemma in words.pack.closed.being:
        yield named.with_(
            leaf(thing.top, verbs.main, "cop", auxiliary(words, verbs.main, verbs.lemma, plural=verbs.plural))
        )
    elif verbs.lemma in words.pack.causes.copulas:
        yield predicate_of(words, verbs).with_(named.under(verbs.main, "obj"))


def _fixed(words: SecondWords, verbs: ClauseVerbs, taken: ClauseParts) -> Iterator[Tree]:
    """*Heeft een remmende invloed op de drukte*, *zet de drukte onder druk*: with the fixed words of the verb."""
    for entry in entries_of(words, verbs.lemma):
        fixed = [part for part in taken if _has_fixed(words, part, entry)]
        rest = [part for part in taken if part not in fixed]
        told = {word for part in fixed for word in _own_words(words, part)}
        if fixed and len(rest) == 1 and set(entry.words) <= told and _fits(rest[0], entry):
            own = _beside_fixed(verbs, fixed[-1], rest[0])
            parts = [_hung(verbs.main, part) for part in fixed]
            yield predicate_of(words, verbs).with_(*parts, Tree(verbs.main, own.arcs, own.kinds))


def _beside_fixed(verbs: ClauseVerbs, fixed: ClausePart, other: ClausePart) -> Tree:
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
