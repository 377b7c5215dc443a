"""What a clause says in words around its predicate: *is een goede zaak*, *is niet te drinken*, *ziet af van stakingen*."""

from __future__ import annotations

from dataclasses import replace

from wederhoor.reading.propositions.deeds import deed, named_deed
from wederhoor.reading.propositions.existence import EXISTS
from wederhoor.reading.propositions.modes import is_lacked, plans
from wederhoor.reading.propositions.roles import phrase_of
from wederhoor.reading.propositions.said import SaidClause, Told, head_behind
from wederhoor.reading.propositions.words import is_keyed, key_of
from wederhoor.reading.text import Text
from wederhoor.syntax.clauses import child, children, has_child, has_word


def of_kind(text: Text, told: Told) -> SaidClause | None:
    """*Het akkoord is een goede zaak*: it is good; a noun for anything tells nothing."""
    p, head, thing = text.parse, told.clause.head, phrase_of(text, told.clause.subject)
    light = p.lemmas[head].lower() in text.pack.propositions.words.light and has_child(p, head, "cop")
    if not light or thing is None:
        return None
    how = next((c for c in children(p, head, "amod") if _says_how(text, c)), None)
    if how is None:
        return None
    key, turned = key_of(text, how)
    return SaidClause(key, told.yes ^ turned, thing, None, told.others, state=True)


def _says_how(text: Text, word: int) -> bool:
    p, stance = text.parse, text.pack.stance
    forms = {p.lower[word], p.lemmas[word].lower()}
    if forms & text.pack.disputes.affirming:
        return False  # not the right person
    return p.upos[word] == "ADJ" and (is_keyed(text, word) or bool(forms & (stance.praise | stance.blame)))


def able(text: Text, told: Told) -> SaidClause | None:
    """*Het water is niet te drinken*: it is not drinkable."""
    p, head = text.parse, told.clause.head
    word = text.pack.hooks.able(p.lemmas[head].lower())
    thing = phrase_of(text, told.clause.subject if told.clause.subject is not None else told.clause.object)
    if not word or thing is None or not has_word(p, head, text.pack.grammar.infinitive_marks, "mark"):
        return None
    being = any(p.lemmas[c].lower() in text.pack.closed.being for c in children(p, head, "aux", "cop", "aux:pass"))
    if not being or told.clause.above or plans(text, head):  # is van plan af te treden
        return None
    key, turned = text.pack.propositions.keys.get(word, (word, False))
    return SaidClause(key, told.yes ^ turned, thing, None, told.others, state=True)


def renounced(text: Text, told: Told) -> SaidClause | None:
    """*De bond ziet af van stakingen*, *denkt niet aan staken*: it will not strike."""
    p, clause, words = text.parse, told.clause, text.pack.propositions.words
    verbs = words.renouncing if told.yes else words.considering
    before = [preposition for verb, preposition in sorted(verbs) if verb == told.lemma]
    if not before or clause.subject is None:
        return None
    noun = clause.object if before == [""] else head_behind(text, before, (clause.head,))
    if noun is None or not (p.upos[noun] == "VERB" or named_deed(text, noun) is not None):
        return None
    own = phrase_of(text, noun)
    told = replace(told, others=tuple(pair for pair in told.others if pair[1] != own))
    return replace(deed(text, told, noun, yes=False, subject=phrase_of(text, clause.subject)), mode="intended")


def there_again(text: Text, told: Told) -> SaidClause | None:
    """*De stroom is terug*: there is power; *zit zonder stroom*: there is none."""
    p, head, words = text.parse, told.clause.head, text.pack.propositions.words
    subject = phrase_of(text, told.clause.subject)
    if subject is None:
        return None
    copula = child(p, head, "cop")
    if copula is not None and p.lower[head] in words.returned and not subject.named:
        return SaidClause(f"{EXISTS} {subject.head}", told.yes, None, subject, told.others, state=True)
    lacked = _lacked(text, told, copula)
    thing = phrase_of(text, lacked)
    if thing is None:
        return None
    others = tuple(pair for pair in told.others if pair[1] != thing)
    return SaidClause(f"{EXISTS} {thing.head}", not told.yes, subject, thing, others, state=True)


def _lacked(text: Text, told: Told, copula: int | None) -> int | None:
    """What there is none of for the subject: below the verb, or what a copula joins."""
    head = told.clause.head
    if copula is not None:
        return head if is_lacked(text, copula, head) else None
    return next((c for c in children(text.parse, head, "obl") if is_lacked(text, head, c)), None)
