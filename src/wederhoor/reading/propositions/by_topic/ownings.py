"""That who or what has a name has a thing, or has none, by the names of a sentence: *er ligt geen plan bij Chemora*."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from wederhoor.reading.propositions.by_topic.occasions import names_among
from wederhoor.reading.propositions.by_topic.same_occasion import names_meet
from wederhoor.reading.propositions.clause_polarity import polarity_of
from wederhoor.reading.propositions.existence import EXISTS
from wederhoor.reading.propositions.modes import mode_of
from wederhoor.reading.propositions.phrases import purposes_of, read_phrase
from wederhoor.reading.propositions.same import same_phrase, times_meet
from wederhoor.reading.propositions.words import key_of, preposition_before
from wederhoor.reading.text import Text
from wederhoor.records import ConflictSide, Phrase, Proposition
from wederhoor.syntax.clauses import SUBJECT, child, children
from wederhoor.syntax.nouns import names_party
from wederhoor.syntax.stretches import any_form

OWNED = "owned"
"""The predicate: there is such a thing, or none, where the names are."""
NAMES, ABOUT = "names", "about"
"""The roles of the names, and of what the sentence says that the thing is for."""


def ownings(
    text: Text, side: ConflictSide, found: Sequence[Proposition], inside: Sequence[int]
) -> Iterator[Proposition]:
    """The thing that a statement says there is, or not, with the names that its words tell, else those of its sentence."""
    p, file = text.parse, text.pack.topics.file
    another = any(p.lower[w].startswith(file.owning.others) for w in inside)
    if not inside or another or (any_form(p, inside, file.words.supposing) and not found):
        return
    told = [one for q in found if (one := _by_clause(text, q)) is not None] or [*_by_words(text, side, inside)]
    names = _names(text, inside)
    if told and names and len({q.object and q.object.head for q in told}) == 1:
        yield _named(text, _narrowed(text, told[0], inside), names, inside)


def _names(text: Text, inside: Sequence[int]) -> tuple[str, ...]:
    found = [*names_among(text, [*inside], anybody=True)]
    return tuple(dict.fromkeys(found or names_among(text, range(*text.sentence(inside[0])))))


def _narrowed(text: Text, one: Proposition, inside: Sequence[int]) -> Proposition:
    """A thing with the keys of what narrows it down, that it is for too: *a plan for evacuating patients in a fire*."""
    p, keys, thing = text.parse, text.pack.propositions.keys, one.object or Phrase(head="")
    heads = [w for w in inside if p.upos[w] == "NOUN" and key_of(text, w)[0] == thing.head]
    purposes = {purpose for w in heads for purpose in purposes_of(text, w, ("acl", "nmod"))}
    own = {keys.get(m, (m, False))[0] for m in thing.modifiers} | purposes
    return msgspec.structs.replace(one, object=msgspec.structs.replace(thing, modifiers=tuple(sorted(own))))


def _named(text: Text, one: Proposition, names: tuple[str, ...], inside: Sequence[int]) -> Proposition:
    """A thing with the names of those that have it, and what stands beside it."""
    p, thing = text.parse, one.object or Phrase(head="")
    whole = {part for name in names for part in name.split()}
    about = {key_of(text, w)[0] for w in inside if p.upos[w] == "NOUN" or p.deps[w] == "acl"} - whole - {thing.head}
    own = tuple(sorted({*thing.modifiers} - whole))
    return msgspec.structs.replace(
        one, predicate=OWNED, mode="present", state=True, subject=None, places=(),
        object=msgspec.structs.replace(thing, modifiers=own, definite=True, some=False),
        others=((NAMES, Phrase(head=NAMES, modifiers=names)), (ABOUT, Phrase(head=ABOUT, modifiers=tuple(sorted(about))))),
    )  # fmt: skip


def _by_clause(text: Text, p: Proposition) -> Proposition | None:
    """That a thing exists, or was never made, as its clause was read."""
    thing, words = p.object, text.pack.propositions.words
    if thing is None or p.amount is not None or not _is_thing_at_all(text, thing):
        return None
    if p.predicate == f"{EXISTS} {thing.head}":
        return p if _lasts(text, p) else None
    never = p.predicate in words.creating and p.polarity == "-" and p.mode == "past" and not thing.some
    return msgspec.structs.replace(p, times=()) if never else None


def _is_thing_at_all(text: Text, thing: Phrase) -> bool:
    """Whether something is a thing that one may have: no name, no deed, nothing that everything is."""
    propositions, befell = text.pack.propositions, text.pack.topics
    no_things = propositions.words.general | propositions.deeds | {*befell.nouns, *befell.kinds}
    return not (thing.named or thing.actor or thing.head in no_things)


def _lasts(text: Text, p: Proposition) -> bool:
    """Whether it is so by now: *has*, *has had since*."""
    return p.mode == "present" or (p.mode == "past" and (p.done or any(end == text.date for _, end in p.times)))


def _by_words(text: Text, side: ConflictSide, inside: Sequence[int]) -> Iterator[Proposition]:
    """*Is in place*, *ligt klaar*, *zonder plan stellen*, *moet nog worden geschreven*, *is pure fiction*."""
    p = text.parse
    for noun in inside:
        verb = noun if child(p, noun, "cop") is not None else p.heads[noun]
        if p.upos[noun] != "NOUN" or verb not in inside or names_party(p.lemmas[noun].lower(), text.pack):
            continue
        yes = next((found for way in WAYS if (found := way(text, noun, verb)) is not None), None)
        phrase = None if yes is None else read_phrase(text, noun)
        if phrase is None or phrase.head in text.pack.propositions.words.general:
            continue
        span = p.span(min(noun, verb), max(noun, verb) + 1)
        yield Proposition(side=side, span=span, predicate=OWNED, polarity="+" if yes else "-", object=phrase)


def _without(text: Text, noun: int, verb: int) -> bool | None:
    """*Moet het zonder [plan] stellen*, *is without a [plan]*."""
    p, owning = text.parse, text.pack.topics.file.owning
    if preposition_before(p, noun) not in text.pack.propositions.words.unless:
        return None
    if verb != noun and p.lemmas[verb].lower() not in owning.doing:
        return None
    yes = polarity_of(text, verb)
    return None if yes is None else not yes


def _ready(text: Text, noun: int, verb: int) -> bool | None:
    """*Het [plan] ligt klaar*, *the [plan] is in place*, *staat op papier*."""
    p, owning = text.parse, text.pack.topics.file.owning
    if p.deps[noun] not in (*SUBJECT, "obj") or verb == noun or mode_of(text, verb) != "present":
        return None
    near = [verb, *children(p, verb, "obl", "xcomp", "advmod", "compound:prt")]
    forms = {(preposition_before(p, w), p.lemmas[w].lower()) for w in near}
    yes = polarity_of(text, verb)
    return yes if forms & owning.ready else None


def _imagined(text: Text, noun: int, verb: int) -> bool | None:
    """*The [plan] is pure fiction*."""
    p, owning = text.parse, text.pack.topics.file.owning
    said = p.deps[noun] in SUBJECT and verb != noun and p.lemmas[verb].lower() in owning.imagined
    if not said or p.lemmas[noun].lower() in text.pack.disputes.reports or mode_of(text, verb) != "present":
        return None
    yes = polarity_of(text, verb)
    return None if yes is None else not yes


def _unmade(text: Text, noun: int, verb: int) -> bool | None:
    """*Moet nog worden geschreven*, *heeft nooit een [plan] laten maken*: there is none."""
    p, words = text.parse, text.pack.propositions.words
    making = {key_of(text, w)[0] for w in (verb, *children(p, verb, "xcomp", "compound:prt", "ccomp"))}
    if p.deps[noun] not in (*SUBJECT, "obj") or making.isdisjoint(words.creating):
        return None
    below = children(p, verb, "advmod")
    still = any_form(p, below, words.still) and mode_of(text, verb) == "must"
    never = any_form(p, below, words.never) and polarity_of(text, verb) is False
    return False if still or never else None


WAYS = (_without, _ready, _imagined, _unmade)


def ownings_differ(a: Proposition, b: Proposition) -> bool:
    """Whether the one says of a thing of the same names that it is there, the other that there is none."""
    one, other = dict(a.others), dict(b.others)
    if a.polarity == b.polarity or a.object is None or b.object is None or not times_meet(a, b):
        return False
    heads = same_phrase(_bare(a.object), _bare(b.object))
    return heads and of_one_name(one[NAMES], other[NAMES]) and _meet(a, b)


def _bare(phrase: Phrase) -> Phrase:
    return msgspec.structs.replace(phrase, modifiers=())


def of_one_name(one: Phrase, other: Phrase) -> bool:
    """Whether a name is in both, and not another one in each: *Chemora in Kerkenhoek*, *Chemora in Vlierdonk*."""
    a = [x for x in one.modifiers if not any(names_meet((x,), (y,)) for y in other.modifiers)]
    b = [y for y in other.modifiers if not any(names_meet((y,), (x,)) for x in one.modifiers)]
    return names_meet(one.modifiers, other.modifiers) and not (a and b)


def _meet(a: Proposition, b: Proposition) -> bool:
    """Whether what narrows the one thing down stands beside the other too, where both are narrowed down."""
    own, others = _own(a), _own(b)
    if not own or not others or (a.object and b.object and a.object.head != b.object.head):
        return True
    return not own.isdisjoint(others | _beside(b)) or not others.isdisjoint(_beside(a))


def _own(p: Proposition) -> set[str]:
    return {*(p.object.modifiers if p.object else ())}


def _beside(p: Proposition) -> set[str]:
    return {*dict(p.others)[ABOUT].modifiers}
