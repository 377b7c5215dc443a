"""What a clause says made something so, or did not: one matter, whatever the words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from wederhoor.reading.propositions.roles import BECAUSE, phrase_of
from wederhoor.reading.propositions.said import SaidClause, Told, head_behind
from wederhoor.reading.propositions.words import key_of, preposition_before
from wederhoor.reading.text import Text
from wederhoor.records import Phrase
from wederhoor.syntax.clauses import child

CAUSE = "cause"
"""The predicate of what made something so: its object is what was made so, ``BECAUSE`` what made it."""
WAY = "way"
"""The role of which way it went: *tot [minder] ongelukken*."""
HOW = "how"
"""The role of how it was made so: the predicate that tells it, *rise*, *die*."""


def caused(text: Text, told: Told) -> SaidClause | None:
    """*X is de oorzaak van Y*, *Y is te wijten aan X*, *Y heeft niets met X te maken*: one matter, what made it so a role."""
    if (denied := _not_because(text, told)) is not None:
        return denied
    if (signed := _signed(text, told)) is not None:
        return signed
    for form in (_is_cause, _led_to, _came_of, is_linked):
        pair = form(text, told)
        if pair is not None:
            return made_so(*pair, yes=told.yes)
    return None


def _signed(text: Text, told: Told) -> SaidClause | None:
    """*Zorgt voor minder ongelukken*, *leidt tot meer ongelukken*: which way, as a role of its own."""
    effect = _effect_of(text, told)
    pair, way = _pair(text, told.clause.subject, effect), _way_of(text, effect)
    if pair is None or way is None:
        return None
    said = made_so(*pair, yes=told.yes)
    return replace(said, others=(*said.others, (WAY, Phrase(head=way))))


def _effect_of(text: Text, told: Told) -> int | None:
    """What a verb of bringing about brings about: its object, or what stands behind its preposition."""
    words = text.pack.propositions.words
    prepositions = [prep for lemma, prep in sorted(words.causes_with | words.bringing_with) if lemma == told.lemma]
    # the parser may hang it on the subject before it: leidt de wiek tot branden
    behind = head_behind(text, [prep for prep in prepositions if prep], (told.clause.head, *told.clause.core))
    return told.clause.object if behind is None and "" in prepositions else behind


def _way_of(text: Text, effect: int | None) -> str | None:
    """*[Minder] ongelukken*: less of it; None of what goes neither way."""
    p, words = text.parse, text.pack.variables
    near = [] if effect is None else [c for c in p.children[effect] if c < effect]
    told = (c for c in near if p.lower[c] in words.adverb_kinds.gauging)
    ways = (
        words.adjectives[form] for c in told for form in (p.lower[c], p.lemmas[c].lower()) if form in words.adjectives
    )
    way = next(ways, None)
    return None if way is None else "more" if way > 0 else "less"


def made_happen(text: Text, found: SaidClause) -> Iterator[SaidClause]:
    """*De daling van de omzet komt door de staking*: that it fell is what the strike made so."""
    cause, effect = dict(found.others).get(BECAUSE), found.object
    deeds, of = text.pack.propositions.deeds, [m for m in (effect.modifiers if effect else ()) if not m.startswith("@")]
    if cause is not None and effect is not None and effect.head in deeds and len(of) == 1 and not effect.actor:
        yield made_so(cause, Phrase(head=of[0], definite=True), yes=found.yes, how=effect.head)


Pair = tuple[Phrase, Phrase] | None


def _pair(text: Text, cause: int | None, effect: int | None) -> Pair:
    one, other = phrase_of(text, cause), phrase_of(text, effect)
    return None if one is None or other is None else (one, other)


def _is_cause(text: Text, told: Told) -> Pair:
    """*X is de oorzaak van Y*, *Y is het gevolg van X*, *Y was due to X*."""
    head, words = told.clause.head, text.pack.propositions.words
    if child(text.parse, head, "cop") is None or told.clause.subject is None:
        return None
    if preposition_before(text.parse, head) in words.because:
        return _pair(text, head, told.clause.subject)
    behind = head_behind(text, sorted(words.cause_of), (head,))
    if told.lemma in words.causes_nouns:
        return _pair(text, told.clause.subject, behind)
    return _pair(text, behind, told.clause.subject) if told.lemma in words.results else None


def _led_to(text: Text, told: Told) -> Pair:
    """*X veroorzaakt Y*, *X is schuld aan Y*."""
    clause, words = told.clause, text.pack.propositions.words
    if (told.lemma, "") in words.causes_with:
        return _pair(text, clause.subject, clause.object)
    prepositions = [prep for lemma, prep in sorted(words.causes_with) if lemma == told.lemma and prep]
    behind = head_behind(text, prepositions, (clause.head, *clause.core)) if prepositions else None
    return _pair(text, clause.subject, behind)


def _came_of(text: Text, told: Told) -> Pair:
    """*Y komt door X*, *Y is te wijten aan X*."""
    clause = told.clause
    prepositions = [prep for lemma, prep in sorted(text.pack.propositions.words.caused_with) if lemma == told.lemma]
    if not prepositions:
        return None
    effect = clause.object if clause.object is not None else clause.subject
    behind = head_behind(text, prepositions, (clause.head, *clause.above))
    if behind is not None:
        return _pair(text, behind, effect)
    reason = next((phrase for role, phrase in told.others if role == BECAUSE), None)
    found = phrase_of(text, effect)
    return None if reason is None or found is None else (reason, found)


def is_linked(text: Text, told: Told) -> Pair:
    """*Y heeft niets met X te maken*: a cause that is denied."""
    clause = told.clause
    prepositions = [prep for lemma, prep in sorted(text.pack.propositions.words.linked) if lemma == told.lemma]
    if told.yes or not prepositions:
        return None
    effect = clause.subject if clause.subject is not None else clause.object
    return _pair(text, head_behind(text, prepositions, (clause.head, *clause.above)), effect)


def _not_because(text: Text, told: Told) -> SaidClause | None:
    """*De vissen stierven niet door de hitte*: that they died is not denied."""
    effect = phrase_of(text, told.clause.object) or phrase_of(text, told.clause.subject)
    reason = next((phrase for role, phrase in told.others if role == BECAUSE), None)
    if reason is None or effect is None or not denies_reason(text, told):
        return None
    return made_so(reason, effect, how=key_of(text, told.clause.head)[0], yes=False)


def denies_reason(text: Text, told: Told) -> bool:
    """Whether it is the reason that a clause denies, and not what happened: *niet door*."""
    p, words = text.parse, text.pack.propositions.words
    below = (w for verb in (told.clause.head, *told.clause.above) for w in p.subtree(verb) if w + 1 < len(p))
    if told.yes or text.clause(told.clause.head).passive:  # niet door de gemeente gesloopt: by another
        return False
    return any(p.lower[w] in words.denying and _opens_reason(text, told, w + 1) for w in below)


def made_so(cause: Phrase, effect: Phrase, *, yes: bool, how: str = "") -> SaidClause:
    """That one thing made the other so, or did not.

    ``how`` is the predicate that tells it: two causes are of one matter where the same happened to one thing.
    """
    told = ((HOW, Phrase(head=how)),) if how else ()
    return SaidClause(CAUSE, yes, None, effect, ((BECAUSE, cause), *told), state=True)


def _opens_reason(text: Text, told: Told, word: int) -> bool:
    p, words = text.parse, text.pack.propositions.words
    return p.lower[word] in words.because or (told.lemma, p.lower[word]) in words.dying_of
