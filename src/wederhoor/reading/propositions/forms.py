"""The normal form of what a clause says where its predicate is no plain verb: causes, deeds that are named, fixed phrases."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from wederhoor.reading.propositions.existence import EXISTS, that_is_there
from wederhoor.reading.propositions.phrases import read_phrase
from wederhoor.reading.propositions.roles import BECAUSE, NOUNS, Predication, obliques, phrase_of
from wederhoor.reading.propositions.words import is_adjective, key_of, preposition_before, verb_of
from wederhoor.reading.text import Text
from wederhoor.records import Phrase
from wederhoor.records.parse import Parse
from wederhoor.syntax.clauses import child
from wederhoor.syntax.stretches import below

CAUSE = "cause"
OF = ("nmod", "obl", "obl:arg", "obl:agent", "acl")


@dataclass(frozen=True, slots=True)
class SaidClause:
    """What a clause says in normal form: its predicate, whether it says yes, and who takes part."""

    predicate: str
    yes: bool
    subject: Phrase | None
    object: Phrase | None
    others: tuple[tuple[str, Phrase], ...]
    state: bool


@dataclass(frozen=True, slots=True)
class Told:
    """A clause with what is known of it before its form is."""

    clause: Predication
    yes: bool
    lemma: str
    """That of its predicate, in lower case."""
    others: tuple[tuple[str, Phrase], ...]
    """The phrases with a preposition, by it."""


def _below(p: Parse, clause: Predication) -> list[int]:
    """The words right below the predicate and the verbs above it."""
    return below(p, (clause.head, *clause.above))


def said_by(text: Text, clause: Predication, beside: Sequence[int], *, yes: bool) -> Iterator[SaidClause]:
    """What a clause says, in normal form; nothing where it says it of nothing that is known."""
    told = Told(clause, yes, text.parse.lemmas[clause.head].lower(), obliques(text, clause, beside))
    forms: tuple[Callable[[Text, Told], SaidClause | None], ...] = (
        _caused,
        _done,
        _there,
        _owned,
        _fixed,
        _modal,
        _plain,
    )
    found = next((said for form in forms if (said := form(text, told)) is not None), None)
    if found is not None:
        yield found
        yield from _deeds(text, told, found)


def _plain(text: Text, told: Told) -> SaidClause | None:
    p, clause = text.parse, told.clause
    telling = _telling(text, clause.head)
    key, turned = key_of(text, telling)
    verb = verb_of(text, telling)
    if verb and key == p.lemmas[telling].lower():
        key, turned = text.pack.propositions.keys.get(verb, (verb, False))
    subject, thing = phrase_of(text, clause.subject), phrase_of(text, clause.object)
    if subject is None and thing is None and not told.others:
        return None
    if told.lemma in text.pack.propositions.predicates.bare and (thing is None or not thing.definite or told.others):
        key, turned = told.lemma, False
    stative = told.lemma.endswith(text.pack.propositions.words.stative_endings) or is_adjective(text, clause.head)
    state = stative or (p.upos[clause.head] in NOUNS and not verb)
    return SaidClause(key, told.yes ^ turned, subject, thing, told.others, state=state)


def _telling(text: Text, head: int) -> int:
    """The word that says what is so: of *gaan omhoog* the second."""
    p, words = text.parse, text.pack.propositions.words
    if p.lemmas[head].lower() not in words.going:
        return head
    return next((c for c in p.children[head] if p.deps[c] == "advmod" and p.lower[c] in words.ways), head)


def _there(text: Text, told: Told) -> SaidClause | None:
    """*Er ligt een vergunning*; of a deed, that it was done: *er is geen controle geweest*."""
    theme = that_is_there(text, told.clause)
    if theme is None:
        return None
    lemma = text.parse.lemmas[theme].lower()
    named, opposite = key_of(text, theme)
    yes = told.yes ^ (told.lemma in text.pack.propositions.words.absent)
    return SaidClause(
        f"{EXISTS} {lemma if opposite else named}", yes, None, phrase_of(text, theme), told.others, state=True
    )


def _deeds(text: Text, told: Told, found: SaidClause) -> Iterator[SaidClause]:
    """Of a deed that is there, or is caused, that it was done: *er is geen controle geweest*, *de ontsporing kwam door X*."""
    p, deeds = text.parse, text.pack.propositions.predicates.deeds
    theme = that_is_there(text, told.clause) if found.predicate.startswith(EXISTS) else None
    if theme is not None and p.lemmas[theme].lower() in deeds:
        yield _deed(text, told, theme, yes=found.yes, subject=None)
    if found.predicate != CAUSE:
        return
    noun = next(
        (w for w in told.clause.core if p.lemmas[w].lower() in deeds and phrase_of(text, w) == found.object),
        None,
    )
    if noun is not None:
        key, turned = key_of(text, noun)
        doer, thing, _ = by_noun(text, noun)
        yield SaidClause(key, found.yes ^ turned, doer, thing, found.others, state=False)


def _deed(text: Text, told: Told, noun: int, *, yes: bool, subject: Phrase | None) -> SaidClause:
    """What is done by the noun for it: *de controle van de kas door de bond*."""
    key, turned = key_of(text, noun)
    doer, thing, rest = by_noun(text, noun)
    others = tuple(pair for pair in told.others if pair[1].head != key_of(text, noun)[0])
    return SaidClause(key, yes ^ turned, subject or doer, thing, (*others, *rest), state=False)


def by_noun(text: Text, noun: int) -> tuple[Phrase | None, Phrase | None, tuple[tuple[str, Phrase], ...]]:
    """Who does it, to whom, and the other roles behind a noun for a deed."""
    p, words = text.parse, text.pack.propositions.words
    doer = thing = None
    rest = []
    for c in p.children[noun]:
        preposition = preposition_before(p, c)
        phrase = read_phrase(text, c) if preposition and p.deps[c] in OF and c not in text.time_at else None
        if phrase is None:
            continue
        if preposition in text.pack.closed.by:
            doer = phrase
        elif preposition == words.of:
            thing = phrase
        else:
            rest.append((preposition, phrase))
    return doer, thing, tuple(rest)


def _owned(text: Text, told: Told) -> SaidClause | None:
    """*De winkel heeft een brandtrap*, *beschikt over*; of a deed, that one did it: *heeft een aanslag gepleegd*."""
    words, lemma = text.pack.propositions.words, told.lemma
    subject, thing = phrase_of(text, told.clause.subject), phrase_of(text, told.clause.object)
    noun = told.clause.object
    deeds = text.pack.propositions.predicates
    if noun is not None and lemma in deeds.doing and text.parse.lemmas[noun].lower() in deeds.deeds:
        return _deed(text, told, noun, yes=told.yes, subject=subject)
    owned = [phrase for prep, phrase in told.others if (lemma, prep) in words.having_with]
    owned = [thing] if thing is not None and lemma in words.having else owned
    if not owned:
        return None
    others = tuple((prep, phrase) for prep, phrase in told.others if (lemma, prep) not in words.having_with)
    return SaidClause(f"{EXISTS} {owned[0].head}", told.yes, subject, owned[0], others, state=True)


def _done(text: Text, told: Told) -> SaidClause | None:
    """*De aanslag is het werk van X*: X did it."""
    p, words, noun = text.parse, text.pack.propositions.words, told.clause.subject
    if noun is None or told.lemma not in words.works or child(p, told.clause.head, "cop") is None:
        return None
    doer = next(
        (c for c in p.children[told.clause.head] if preposition_before(p, c) == words.of),
        None,
    )
    if doer is None:
        return None
    key, turned = key_of(text, noun)
    _, thing, rest = by_noun(text, noun)
    if p.lemmas[noun].lower() not in text.pack.propositions.predicates.deeds:
        return None
    return SaidClause(key, told.yes ^ turned, phrase_of(text, doer), thing, rest, state=False)


def _caused(text: Text, told: Told) -> SaidClause | None:
    """*X is de oorzaak van Y*, *Y is te wijten aan X*, *Y heeft niets met X te maken*: one matter, what made it so a role."""
    for form in (_is_cause, _led_to, _came_of, _is_linked):
        pair = form(text, told)
        if pair is not None:
            cause, effect = pair
            return SaidClause(CAUSE, told.yes, None, effect, ((BECAUSE, cause),), state=True)
    return None


Pair = tuple[Phrase, Phrase] | None


def _pair(text: Text, cause: int | None, effect: int | None) -> Pair:
    one, other = phrase_of(text, cause), phrase_of(text, effect)
    return None if one is None or other is None else (one, other)


def _behind(text: Text, prepositions: Sequence[str], tops: Sequence[int]) -> int | None:
    p = text.parse
    return next((c for top in tops for c in p.children[top] if preposition_before(p, c) in prepositions), None)


def _is_cause(text: Text, told: Told) -> Pair:
    """*X is de oorzaak van Y*, *Y is het gevolg van X*."""
    head, words = told.clause.head, text.pack.propositions.words
    if child(text.parse, head, "cop") is None or told.clause.subject is None:
        return None
    behind = _behind(text, sorted(words.cause_of), (head,))
    if told.lemma in words.causes_nouns:
        return _pair(text, told.clause.subject, behind)
    return _pair(text, behind, told.clause.subject) if told.lemma in words.results else None


def _led_to(text: Text, told: Told) -> Pair:
    """*X veroorzaakt Y*, *X is schuld aan Y*."""
    clause, words = told.clause, text.pack.propositions.words
    if (told.lemma, "") in words.causes_with:
        return _pair(text, clause.subject, clause.object)
    prepositions = [prep for lemma, prep in sorted(words.causes_with) if lemma == told.lemma and prep]
    return _pair(text, clause.subject, _behind(text, prepositions, (clause.head,))) if prepositions else None


def _came_of(text: Text, told: Told) -> Pair:
    """*Y komt door X*, *Y is te wijten aan X*."""
    clause = told.clause
    prepositions = [prep for lemma, prep in sorted(text.pack.propositions.words.caused_with) if lemma == told.lemma]
    if not prepositions:
        return None
    effect = clause.object if clause.object is not None else clause.subject
    behind = _behind(text, prepositions, (clause.head, *clause.above))
    if behind is not None:
        return _pair(text, behind, effect)
    reason = next((phrase for role, phrase in told.others if role == BECAUSE), None)
    found = phrase_of(text, effect)
    return None if reason is None or found is None else (reason, found)


def _is_linked(text: Text, told: Told) -> Pair:
    """*Y heeft niets met X te maken*: a cause that is denied."""
    clause = told.clause
    prepositions = [prep for lemma, prep in sorted(text.pack.propositions.words.linked) if lemma == told.lemma]
    if told.yes or not prepositions:
        return None
    effect = clause.subject if clause.subject is not None else clause.object
    return _pair(text, _behind(text, prepositions, (clause.head, *clause.above)), effect)


def _fixed(text: Text, told: Told) -> SaidClause | None:
    """*In brand steken*, *een einde maken aan*: one predicate."""
    p, clause = text.parse, told.clause
    entries = text.pack.propositions.fixed.get(p.stems[clause.head].lower(), ())
    entries = (
        *entries,
        *(() if told.lemma == p.stems[clause.head].lower() else text.pack.propositions.fixed.get(told.lemma, ())),
    )
    for entry in entries:
        word = next((c for c in _below(p, clause) if p.lemmas[c].lower() == entry.word), None)
        if word is None:
            continue
        thing = clause.object if clause.object != word else None
        if entry.thing:
            thing = _behind(text, (entry.thing,), (clause.head, word))
        own = read_phrase(text, word)
        found = phrase_of(text, thing)
        used = {phrase for phrase in (own, found) if phrase is not None}
        others = tuple(pair for pair in told.others if pair[1] not in used)
        subject = phrase_of(text, clause.subject)
        if subject is None and found is None:
            return None
        return SaidClause(entry.says, told.yes ^ entry.turned, subject, found, others, state=False)
    return None


def _modal(text: Text, told: Told) -> SaidClause | None:
    """*Honden moeten aan de lijn*: what must be so is where they are."""
    clause = told.clause
    if text.parse.stems[clause.head].lower() not in text.pack.propositions.words.modes or not told.others:
        return None
    subject = phrase_of(text, clause.subject)
    return None if subject is None else SaidClause("be there", told.yes, subject, None, told.others, state=True)
