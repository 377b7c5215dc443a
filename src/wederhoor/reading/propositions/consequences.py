"""What else is so where a clause is true: why, what was done to its object, and what is allowed.

Only what everybody would say follows: who signs a letter says that it is real, who may do it says that it is not forbidden.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from wederhoor.reading.propositions.causal import CAUSE, is_linked, made_happen, made_so
from wederhoor.reading.propositions.deeds import by_noun, named_deed
from wederhoor.reading.propositions.existence import EXISTS, that_is_there
from wederhoor.reading.propositions.phrases import read_phrase
from wederhoor.reading.propositions.postures import joined_state
from wederhoor.reading.propositions.roles import BECAUSE, WHEN, phrase_of
from wederhoor.reading.propositions.said import DONE, SaidClause, Told
from wederhoor.reading.propositions.words import is_keyed, key_of
from wederhoor.reading.text import Text
from wederhoor.records import Mode, Phrase
from wederhoor.syntax.clauses import child

AFTER: dict[Mode, Mode] = {"past": "present", "present": "future", "future": "future"}
"""When it is no more there, by when it is removed."""
WHO = "who"
"""The role of those whom something is allowed."""


def consequences(text: Text, told: Told, found: SaidClause) -> Iterator[SaidClause]:
    """What follows from what a clause says in its normal form."""
    if found.predicate == CAUSE:
        yield from made_happen(text, found)
        yield from _other_way(text, told, found)
        return
    if found.predicate.startswith(EXISTS):
        yield from _none_so(text, told, found)
    yield from _acted(text, told, found)
    yield from _removed(text, told, found)
    yield from _created(text, told, found)
    yield from _given(text, told, found)
    yield from _went(text, told, found)
    yield from _made_so(told, found)
    yield from _permitted(text, told, found)
    if found.yes and told.yes:
        yield from _followed(text, found)


def _other_way(text: Text, told: Told, found: SaidClause) -> Iterator[SaidClause]:
    """*De stakingen hebben met de prijs niets te maken*: neither made the other."""
    cause = dict(found.others).get(BECAUSE)
    if is_linked(text, told) is not None and cause is not None and found.object is not None:
        yield (turned := made_so(found.object, cause, yes=found.yes))
        yield from made_happen(text, turned)
        predicate, preposition = text.pack.propositions.words.involved
        yield SaidClause(predicate, found.yes, found.object, None, ((preposition, cause),), state=True)


def _none_so(text: Text, told: Told, found: SaidClause) -> Iterator[SaidClause]:
    """*Van een eerlijk proces is geen sprake*: it is not fair."""
    p, theme = text.parse, that_is_there(text, told.clause)
    if found.yes or theme is None or found.object is None:
        return
    for c in p.children[theme]:
        if p.deps[c] == "amod" and p.upos[c] == "ADJ" and is_keyed(text, c):
            predicate, turned = key_of(text, c)
            thing = msgspec.structs.replace(found.object, modifiers=(), definite=True, some=False)
            yield SaidClause(predicate, turned, None, thing, (), state=True)


def fated(text: Text, told: Told) -> Iterator[SaidClause]:
    """*Nobody was injured*: there are no injured; *the mayor was injured*: there is one."""
    p, words = text.parse, text.pack.propositions.words
    fate = words.undergone.get(told.lemma) or words.undergone.get(_key_of_fate(text, told))
    patient = next((w for w in (told.clause.object, told.clause.subject) if w is not None), None)
    if fate is None or patient is None or not (told.yes or p.lower[patient] in words.nobody):
        return
    others = tuple(pair for pair in told.others if pair[0] != BECAUSE)
    yield SaidClause(f"{EXISTS} {fate}", told.yes, None, Phrase(head=fate), others, state=True)


def _key_of_fate(text: Text, told: Told) -> str:
    """*Niemand raakte [gewond]*: the key of the predicate, or of what a verb joins to its subject."""
    head = told.clause.head
    return key_of(text, joined_state(text, head) or head)[0]


def _acted(text: Text, told: Told, found: SaidClause) -> Iterator[SaidClause]:
    """*Het optreden van de politie was zorgvuldig*: she acted so; *de controle van de kas was slecht*: it was done so."""
    noun = told.clause.subject
    named = None if noun is None or not found.state else named_deed(text, noun)
    if noun is None or named is None or found.subject is None:
        return
    doer, thing, _ = by_noun(text, noun)
    whose = thing or doer or _owner(text, noun)
    if whose is not None:
        done = (DONE, Phrase(head=named[0][0], definite=True))
        yield SaidClause(found.predicate, found.yes, None, whose, (done,), state=True)


def _removed(text: Text, told: Told, found: SaidClause) -> Iterator[SaidClause]:
    """*Het gif is opgeruimd*: it is there no more; of some of many, others may be."""
    done = told.yes and found.yes and found.predicate in text.pack.propositions.words.removing
    thing, mode = found.object, AFTER.get(told.mode)
    if done and mode is not None and thing is not None and thing.definite and not thing.some:
        yield SaidClause(
            f"{EXISTS} {thing.head}", yes=False, subject=None, object=thing, others=(), state=True, mode=mode
        )


def _went(text: Text, told: Told, found: SaidClause) -> Iterator[SaidClause]:
    """*Is zelf opgestapt*: he went by his own choice; *is ontslagen*: by another's."""
    words = text.pack.propositions.words
    if not told.yes or told.mode != "past":
        return
    own = told.lemma in words.resigning
    who = found.object or found.subject if own else found.object
    if who is not None and (own or (found.predicate in words.ousting and found.yes)):
        gone = (DONE, Phrase(head=words.leaving, definite=True))
        yield SaidClause(words.chosen, own, None, who, (gone,), state=True)


def _created(text: Text, told: Told, found: SaidClause) -> Iterator[SaidClause]:
    """*Er is een loods gebouwd*: there is one."""
    done = told.yes and found.yes and told.mode == "past" and found.predicate in text.pack.propositions.words.creating
    if done and found.object is not None and not found.object.named:
        yield SaidClause(
            f"{EXISTS} {found.object.head}",
            yes=True,
            subject=None,
            object=found.object,
            others=found.others,
            state=True,
            mode="present",
        )


def _given(text: Text, told: Told, found: SaidClause) -> Iterator[SaidClause]:
    """*Stuurde de bewoners een brief*: they have got one."""
    p, words = text.parse, text.pack.propositions.words
    done = told.yes and found.yes and told.mode == "past" and found.predicate in words.giving
    if not done or found.object is None:
        return
    whom = child(p, told.clause.head, "iobj")
    who = read_phrase(text, whom) if whom is not None else next((x for to, x in found.others if to in words.to), None)
    if who is not None and who != found.object:
        others = tuple(pair for pair in found.others if pair[1] != who)
        yield SaidClause(
            f"{EXISTS} {found.object.head}", yes=True, subject=who, object=found.object, others=others, state=True
        )


def _owner(text: Text, noun: int) -> Phrase | None:
    """*[Police] response*, *[hun] optreden*."""
    p = text.parse
    return next((read_phrase(text, c) for c in p.children[noun] if p.deps[c] in ("compound", "nmod:poss")), None)


def _made_so(told: Told, found: SaidClause) -> Iterator[SaidClause]:
    """*De prijs steeg door de stakingen*: these made it so."""
    cause, effect = dict(found.others).get(BECAUSE), found.object or found.subject
    if told.yes and cause is not None and effect is not None:
        yield made_so(cause, effect, how=found.predicate, yes=True)


def _permitted(text: Text, told: Told, found: SaidClause) -> Iterator[SaidClause]:
    """*De president mag een derde termijn uitzitten*: a third term is allowed."""
    words, keys = text.pack.propositions.words, text.pack.propositions.keys
    if told.mode != "may" or found.object is None or found.object == phrase_of(text, told.clause.subject):
        return
    allowing = next((keys[word][0] for word in sorted(words.forbidding) if word in keys), None)
    if allowing is not None and found.predicate != allowing:
        thing = msgspec.structs.replace(found.object, some=False)
        when = tuple(pair for pair in found.others if pair[0] == WHEN)
        who = when if found.subject is None else (*when, (WHO, found.subject))
        yield SaidClause(allowing, told.yes, None, thing, who, state=True, mode="present")


def _followed(text: Text, found: SaidClause) -> Iterator[SaidClause]:
    for what in text.pack.propositions.follows.get(found.predicate, ()):
        of: Phrase | None = found.object if what.of == "object" else found.subject
        if of is not None:
            yield SaidClause(what.says, not what.turned, None, of, (), state=what.state)
