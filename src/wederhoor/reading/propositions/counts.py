"""How many there are of what: one matter however it is counted."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from wederhoor.reading.holders import words_in
from wederhoor.reading.propositions.by_number.roles import HOUR, RATE
from wederhoor.reading.propositions.by_topic.occasions import hours_among, rate_of
from wederhoor.reading.propositions.existence import EXISTS
from wederhoor.reading.propositions.phrases import amount_of, as_share
from wederhoor.reading.propositions.roles import NOUNS, Predication, phrase_of
from wederhoor.reading.propositions.words import preposition_before
from wederhoor.reading.text import Text
from wederhoor.records import Amount, Phrase, Proposition
from wederhoor.syntax.clauses import child, is_participle

MEASURES = "measure"
NUMERAL = ("NUM", "X", "SYM")


def count_of(text: Text, found: Proposition, clause: Predication, role: int, *, yes: bool) -> Proposition | None:
    """The proposition on how many there are of a role of a clause; None where it does not say. ``found`` is what it says else."""
    p, words = text.parse, text.pack.propositions.words
    number = next((w for w in clause.core if p.lemmas[w].lower() in words.numbers), None)
    amount = _amount(text, role, number)
    if amount is None:
        return None
    amount, found = _of_whole(text, amount, found)
    fallen = _undergone(text, found, clause, role, amount)
    counting = fallen is not None or number is not None or _only_counts(text, found, clause, role)
    valued = _valued(text, found, role, fallen or amount, counted=counting)
    if valued is not None and yes and role == clause.object:
        return valued
    amount = _in_coin(text, clause, fallen or amount)
    counted = msgspec.structs.replace(
        found, polarity="+" if yes else "-", others=_without(text, found, role, amount), amount=amount, besides=False
    )
    return _counted(text, counted, clause, role, told=number is not None, counting=counting)


def with_rate(text: Text, counted: Proposition) -> Proposition:
    """With for each of what so many are, *per maand*, and the hour at which there were so many."""
    number = words_in(text.parse, counted.amount.words) if counted.amount and counted.amount.words else ()
    if not number:
        return counted
    hours = hours_among(text, range(*text.sentence(number[0])))
    told = ((RATE, rate_of(text, number[0], number[-1] + 1)), (HOUR, hours))
    roles = tuple((role, Phrase(head=" ".join(sorted(found)))) for role, found in told if found)
    return msgspec.structs.replace(counted, others=(*counted.others, *roles)) if roles else counted


def _of_whole(text: Text, amount: Amount, found: Proposition) -> tuple[Amount, Proposition]:
    """*Van de leerlingen slaagde 90 procent*: that is a share of the pupils."""
    words = text.pack.propositions.words
    whole = dict(found.others).get(words.of)
    if whole is None or amount.of.head not in words.parts:
        return amount, found
    others = tuple(pair for pair in found.others if pair[0] != words.of)
    return msgspec.structs.replace(amount, of=as_share(whole)), msgspec.structs.replace(found, others=others)


def _counted(
    text: Text, found: Proposition, clause: Predication, role: int, *, told: bool, counting: bool
) -> Proposition:
    """With the roles that a count has: who holds so many; to what it is done where the predicate says more than how many."""
    holding = not counting or (found.amount is not None and _holds(text, found, clause, found.amount))
    return msgspec.structs.replace(
        found,
        predicate=MEASURES if counting else found.predicate,
        subject=found.subject if holding and role != clause.subject else None,
        object=None if role == clause.object or told or (counting and role == clause.subject) else found.object,
    )


def _undergone(text: Text, found: Proposition, clause: Predication, role: int, amount: Amount) -> Amount | None:
    """*Vier mensen kwamen om*: four dead; *twee kinderen*: two of the dead who are children."""
    words = text.pack.propositions.words
    lemma = text.parse.lemmas[clause.head].lower()
    said = found.predicate.removeprefix(EXISTS).strip()
    fate = words.undergone.get(lemma, words.undergone.get(said)) if role in clause.core else None
    if fate is None:
        return None
    anyone = amount.of.head == fate or amount.of.head in words.general or amount.of.head in words.counted
    return msgspec.structs.replace(amount, of=Phrase(head=fate, modifiers=() if anyone else (amount.of.head,)))


def _valued(text: Text, found: Proposition, role: int, amount: Amount, *, counted: bool) -> Proposition | None:
    """What an object that is counted besides says: that there are as many at least, or what something is worth."""
    words = text.pack.propositions.words
    if not counted and amount.of.head in words.growing:
        return _at_least(found, amount, _without(text, found, role, amount))
    return _worth(text, found, amount) if amount.of.head in words.attributes else None


def _at_least(found: Proposition, amount: Amount, others: tuple[tuple[str, Phrase], ...]) -> Proposition:
    """*Het ziekenhuis behandelde negentien gewonden*: there are as many, or more."""
    return msgspec.structs.replace(
        found, predicate=MEASURES, subject=None, object=None, others=others, besides=False,
        amount=msgspec.structs.replace(amount, high=None),
    )  # fmt: skip


def _in_coin(text: Text, clause: Predication, amount: Amount) -> Amount:
    """*De huur bedraagt 1,2 miljoen*: in money, which goes without saying."""
    words = text.pack.propositions.words
    measuring = text.parse.lemmas[clause.head].lower() in words.measuring
    times = words.in_money.get(amount.of.head)
    valued = clause.subject is not None and text.parse.lemmas[clause.subject].lower() in words.attributes
    if measuring and valued and times is not None:  # de lening bedroeg 4 ton
        low, high = (None if bound is None else bound * times for bound in (amount.low, amount.high))
        return msgspec.structs.replace(amount, of=Phrase(head=words.coin), low=low, high=high)
    if not measuring or amount.of.head not in words.money:
        return amount
    return msgspec.structs.replace(amount, of=Phrase(head=words.coin))


def _worth(text: Text, found: Proposition, amount: Amount) -> Proposition:
    """*Krijgt drie miljoen huur*: the rent is three million."""
    thing = Phrase(head=amount.of.head, modifiers=amount.of.modifiers, definite=True)
    of = Phrase(head=text.pack.propositions.words.coin)
    return msgspec.structs.replace(
        found, predicate=MEASURES, state=False, subject=thing, object=None, others=(), besides=False,
        amount=msgspec.structs.replace(amount, of=of),
    )  # fmt: skip


def so_done(
    text: Text, found: Proposition, clause: Predication, role: int, counted: Proposition
) -> Iterator[Proposition]:
    """*Er zijn zes huizen beschadigd*: there are so many that are."""
    if counted.predicate == MEASURES or role != clause.object or counted.mode != "past" or counted.amount is None:
        return
    if found.polarity == "-" or found.subject is not None or not is_participle(text.parse, clause.head):
        return
    of = counted.amount.of
    of = msgspec.structs.replace(of, modifiers=tuple(sorted({*of.modifiers, found.predicate})))
    amount = msgspec.structs.replace(counted.amount, of=of)
    yield msgspec.structs.replace(counted, predicate=MEASURES, mode="present", state=True, amount=amount)


def _without(text: Text, found: Proposition, role: int, amount: Amount) -> tuple[tuple[str, Phrase], ...]:
    """The other roles, except the one that is counted."""
    own = phrase_of(text, role)
    return tuple((prep, other) for prep, other in found.others if other != own and other.head != amount.of.head)


def _only_counts(text: Text, found: Proposition, clause: Predication, role: int) -> bool:
    """Whether the predicate says no more than how many: *telt*, *er zijn*, *is 4 procent*."""
    p, head = text.parse, clause.head
    forms = {p.lemmas[head].lower(), p.stems[head].lower()}
    owning = role == clause.subject and found.subject is not None  # een kwart heeft een laptop
    if (
        (found.predicate.startswith(EXISTS) and not owning)
        or role == head
        or not forms.isdisjoint(text.pack.propositions.words.counting)
    ):
        return True
    return role == clause.subject and _is_there(text, clause)


def _holds(text: Text, found: Proposition, clause: Predication, amount: Amount) -> bool:
    """Whether the subject has what is counted: *de school telt 400 leerlingen*, or so much of a unit, and is no counter."""
    words = text.pack.propositions.words
    if amount.of.head in words.units:
        return True
    lemma = text.parse.lemmas[clause.head].lower()
    return found.mode == "present" and lemma in words.holding and amount.of.head not in words.common


def _is_there(text: Text, clause: Predication) -> bool:
    """Whether a clause says no more of its subject than that it is there: *voeren uit*, *waren aan boord*."""
    p = text.parse
    placed = child(p, clause.head, "cop") is not None and bool(preposition_before(p, clause.head))
    return placed or (clause.object is None and p.lemmas[clause.head].lower() in text.pack.propositions.words.presence)


def _amount(text: Text, role: int, number: int | None) -> Amount | None:
    """How many of a role; of a bare number what is counted stands elsewhere: *schat het aantal doden op negen*."""
    p, words = text.parse, text.pack.propositions.words
    amount = amount_of(text, role)
    if amount is None or number is None or role == number or p.upos[role] not in NUMERAL:
        return amount
    named = words.numbers[p.lemmas[number].lower()]
    counted = next((c for c in p.children[number] if c > number and p.upos[c] in NOUNS), None)
    of = Phrase(head=named) if named else phrase_of(text, counted)
    if of is None:
        return None
    return msgspec.structs.replace(amount, of=msgspec.structs.replace(of, head=words.counted.get(of.head, of.head)))
