"""The normal form of what a clause says where its predicate is no plain verb: causes, deeds that are named, fixed phrases."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from wederhoor.reading.propositions.existence import EXISTS, that_is_there
from wederhoor.reading.propositions.phrases import read_phrase
from wederhoor.reading.propositions.roles import BECAUSE, NOUNS, Predication, obliques, phrase_of
from wederhoor.reading.propositions.scope import PropositionScope
from wederhoor.records import Phrase
from wederhoor.syntax.clauses import child

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

    s: PropositionScope
    clause: Predication
    beside: Sequence[int]
    yes: bool

    @property
    def lemma(self) -> str:
        return self.s.p.lemmas[self.clause.head].lower()

    @property
    def others(self) -> tuple[tuple[str, Phrase], ...]:
        return obliques(self.s, self.clause, self.beside)

    def below(self) -> Iterator[int]:
        """The words right below the predicate and the verbs above it."""
        return (c for verb in (self.clause.head, *self.clause.above) for c in self.s.p.children[verb])


def said_by(s: PropositionScope, clause: Predication, beside: Sequence[int], *, yes: bool) -> Iterator[SaidClause]:
    """What a clause says, in normal form; nothing where it says it of nothing that is known."""
    told = Told(s, clause, beside, yes)
    forms: tuple[Callable[[Told], SaidClause | None], ...] = (_caused, _done, _there, _owned, _fixed, _modal, _plain)
    found = next((said for form in forms if (said := form(told)) is not None), None)
    if found is not None:
        yield found
        yield from _deeds(told, found)


def _plain(told: Told) -> SaidClause | None:
    s, clause = told.s, told.clause
    telling = _telling(s, clause.head)
    key, turned = s.key(telling)
    verb = s.verb_of(telling)
    if verb and key == s.p.lemmas[telling].lower():
        key, turned = s.pack.propositions.keys.get(verb, (verb, False))
    subject, thing = phrase_of(s, clause.subject), phrase_of(s, clause.object)
    if subject is None and thing is None and not told.others:
        return None
    if told.lemma in s.pack.propositions.predicates.bare and (thing is None or not thing.definite or told.others):
        key, turned = told.lemma, False
    stative = told.lemma.endswith(s.words.stative_endings) or s.is_adjective(clause.head)
    state = stative or (s.p.upos[clause.head] in NOUNS and not verb)
    return SaidClause(key, told.yes ^ turned, subject, thing, told.others, state=state)


def _telling(s: PropositionScope, head: int) -> int:
    """The word that says what is so: of *gaan omhoog* the second."""
    p = s.p
    if p.lemmas[head].lower() not in s.words.going:
        return head
    return next((c for c in p.children[head] if p.deps[c] == "advmod" and p.lower[c] in s.words.ways), head)


def _there(told: Told) -> SaidClause | None:
    """*Er ligt een vergunning*; of a deed, that it was done: *er is geen controle geweest*."""
    s = told.s
    theme = that_is_there(s, told.clause)
    if theme is None:
        return None
    lemma = s.p.lemmas[theme].lower()
    named, opposite = s.key(theme)
    yes = told.yes ^ (told.lemma in s.words.absent)
    return SaidClause(
        f"{EXISTS} {lemma if opposite else named}", yes, None, phrase_of(s, theme), told.others, state=True
    )


def _deeds(told: Told, found: SaidClause) -> Iterator[SaidClause]:
    """Of a deed that is there, or is caused, that it was done: *er is geen controle geweest*, *de ontsporing kwam door X*."""
    s, deeds = told.s, told.s.pack.propositions.predicates.deeds
    theme = that_is_there(s, told.clause) if found.predicate.startswith(EXISTS) else None
    if theme is not None and s.p.lemmas[theme].lower() in deeds:
        yield _deed(told, theme, yes=found.yes, subject=None)
    if found.predicate != CAUSE:
        return
    noun = next(
        (w for w in told.clause.core if s.p.lemmas[w].lower() in deeds and phrase_of(s, w) == found.object), None
    )
    if noun is not None:
        key, turned = s.key(noun)
        doer, thing, _ = by_noun(s, noun)
        yield SaidClause(key, found.yes ^ turned, doer, thing, found.others, state=False)


def _deed(told: Told, noun: int, *, yes: bool, subject: Phrase | None) -> SaidClause:
    """What is done by the noun for it: *de controle van de kas door de bond*."""
    s = told.s
    key, turned = s.key(noun)
    doer, thing, rest = by_noun(s, noun)
    others = tuple(pair for pair in told.others if pair[1].head != s.key(noun)[0])
    return SaidClause(key, yes ^ turned, subject or doer, thing, (*others, *rest), state=False)


def by_noun(s: PropositionScope, noun: int) -> tuple[Phrase | None, Phrase | None, tuple[tuple[str, Phrase], ...]]:
    """Who does it, to whom, and the other roles behind a noun for a deed."""
    p, words = s.p, s.words
    doer = thing = None
    rest = []
    for c in p.children[noun]:
        preposition = s.preposition(c)
        phrase = read_phrase(s, c) if preposition and p.deps[c] in OF and c not in s.times else None
        if phrase is None:
            continue
        if preposition in s.pack.closed.by:
            doer = phrase
        elif preposition == words.of:
            thing = phrase
        else:
            rest.append((preposition, phrase))
    return doer, thing, tuple(rest)


def _owned(told: Told) -> SaidClause | None:
    """*De winkel heeft een brandtrap*, *beschikt over*; of a deed, that one did it: *heeft een aanslag gepleegd*."""
    s, words, lemma = told.s, told.s.words, told.lemma
    subject, thing = phrase_of(s, told.clause.subject), phrase_of(s, told.clause.object)
    noun = told.clause.object
    deeds = s.pack.propositions.predicates
    if noun is not None and lemma in deeds.doing and s.p.lemmas[noun].lower() in deeds.deeds:
        return _deed(told, noun, yes=told.yes, subject=subject)
    owned = [phrase for prep, phrase in told.others if (lemma, prep) in words.having_with]
    owned = [thing] if thing is not None and lemma in words.having else owned
    if not owned:
        return None
    others = tuple((prep, phrase) for prep, phrase in told.others if (lemma, prep) not in words.having_with)
    return SaidClause(f"{EXISTS} {owned[0].head}", told.yes, subject, owned[0], others, state=True)


def _done(told: Told) -> SaidClause | None:
    """*De aanslag is het werk van X*: X did it."""
    s, noun = told.s, told.clause.subject
    if noun is None or told.lemma not in s.words.works or child(s.p, told.clause.head, "cop") is None:
        return None
    doer = next((c for c in s.p.children[told.clause.head] if s.preposition(c) == s.words.of), None)
    if doer is None:
        return None
    key, turned = s.key(noun)
    _, thing, rest = by_noun(s, noun)
    if s.p.lemmas[noun].lower() not in s.pack.propositions.predicates.deeds:
        return None
    return SaidClause(key, told.yes ^ turned, phrase_of(s, doer), thing, rest, state=False)


def _caused(told: Told) -> SaidClause | None:
    """*X is de oorzaak van Y*, *Y is te wijten aan X*, *Y heeft niets met X te maken*: one matter, what made it so a role."""
    for form in (_is_cause, _led_to, _came_of, _is_linked):
        pair = form(told)
        if pair is not None:
            cause, effect = pair
            return SaidClause(CAUSE, told.yes, None, effect, ((BECAUSE, cause),), state=True)
    return None


Pair = tuple[Phrase, Phrase] | None


def _pair(s: PropositionScope, cause: int | None, effect: int | None) -> Pair:
    one, other = phrase_of(s, cause), phrase_of(s, effect)
    return None if one is None or other is None else (one, other)


def _behind(told: Told, prepositions: Sequence[str], tops: Sequence[int]) -> int | None:
    s = told.s
    return next((c for top in tops for c in s.p.children[top] if s.preposition(c) in prepositions), None)


def _is_cause(told: Told) -> Pair:
    """*X is de oorzaak van Y*, *Y is het gevolg van X*."""
    s, head = told.s, told.clause.head
    if child(s.p, head, "cop") is None or told.clause.subject is None:
        return None
    behind = _behind(told, sorted(s.words.cause_of), (head,))
    if told.lemma in s.words.causes_nouns:
        return _pair(s, told.clause.subject, behind)
    return _pair(s, behind, told.clause.subject) if told.lemma in s.words.results else None


def _led_to(told: Told) -> Pair:
    """*X veroorzaakt Y*, *X is schuld aan Y*."""
    s, clause = told.s, told.clause
    if (told.lemma, "") in s.words.causes_with:
        return _pair(s, clause.subject, clause.object)
    prepositions = [prep for lemma, prep in sorted(s.words.causes_with) if lemma == told.lemma and prep]
    return _pair(s, clause.subject, _behind(told, prepositions, (clause.head,))) if prepositions else None


def _came_of(told: Told) -> Pair:
    """*Y komt door X*, *Y is te wijten aan X*."""
    s, clause = told.s, told.clause
    prepositions = [prep for lemma, prep in sorted(s.words.caused_with) if lemma == told.lemma]
    if not prepositions:
        return None
    effect = clause.object if clause.object is not None else clause.subject
    behind = _behind(told, prepositions, (clause.head, *clause.above))
    if behind is not None:
        return _pair(s, behind, effect)
    reason = next((phrase for role, phrase in told.others if role == BECAUSE), None)
    found = phrase_of(s, effect)
    return None if reason is None or found is None else (reason, found)


def _is_linked(told: Told) -> Pair:
    """*Y heeft niets met X te maken*: a cause that is denied."""
    s, clause = told.s, told.clause
    prepositions = [prep for lemma, prep in sorted(s.words.linked) if lemma == told.lemma]
    if told.yes or not prepositions:
        return None
    effect = clause.subject if clause.subject is not None else clause.object
    return _pair(s, _behind(told, prepositions, (clause.head, *clause.above)), effect)


def _fixed(told: Told) -> SaidClause | None:
    """*In brand steken*, *een einde maken aan*: one predicate."""
    s, p, clause = told.s, told.s.p, told.clause
    entries = s.pack.propositions.fixed.get(p.stems[clause.head].lower(), ())
    entries = (
        *entries,
        *(() if told.lemma == p.stems[clause.head].lower() else s.pack.propositions.fixed.get(told.lemma, ())),
    )
    for entry in entries:
        word = next((c for c in told.below() if p.lemmas[c].lower() == entry.word), None)
        if word is None:
            continue
        thing = clause.object if clause.object != word else None
        if entry.thing:
            thing = _behind(told, (entry.thing,), (clause.head, word))
        own = read_phrase(s, word)
        found = phrase_of(s, thing)
        used = {phrase for phrase in (own, found) if phrase is not None}
        others = tuple(pair for pair in told.others if pair[1] not in used)
        subject = phrase_of(s, clause.subject)
        if subject is None and found is None:
            return None
        return SaidClause(entry.says, told.yes ^ entry.turned, subject, found, others, state=False)
    return None


def _modal(told: Told) -> SaidClause | None:
    """*Honden moeten aan de lijn*: what must be so is where they are."""
    s, clause = told.s, told.clause
    if s.p.stems[clause.head].lower() not in s.words.modes or not told.others:
        return None
    subject = phrase_of(s, clause.subject)
    return None if subject is None else SaidClause("be there", told.yes, subject, None, told.others, state=True)
