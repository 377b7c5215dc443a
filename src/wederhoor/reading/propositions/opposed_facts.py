"""That something is so, and that it is not: whether the two are told of one matter."""

from __future__ import annotations

from wederhoor.languages.pack import LanguagePack
from wederhoor.languages.reporting import Frame, reports_in
from wederhoor.reading.propositions.one_time import may_be_of_one_time
from wederhoor.reading.propositions.opposition import DEONTIC, EXISTS, Opposition, is_matter, judges, opposition
from wederhoor.reading.propositions.same import SharedMatter, matter_of, same_phrase
from wederhoor.records import SPEAKER, SPEAKERS, Phrase, Proposition

TOLD_OF: tuple[Frame, ...] = ("clause", "object", "inf")
"""Frames of a reporting verb in which it has what it tells as its object."""
FIRST_DAY = "0001-01-01"
"""Where the time before a day begins."""


def fact_opposed(a: Proposition, b: Proposition, pack: LanguagePack) -> Opposition | None:
    """The one says that it is so, the other that it is not."""
    if a.polarity == b.polarity or not may_be_of_one_time(a, b, pack) or a.mode in DEONTIC or _is_told_of_then(a, b):
        return None
    matter = matter_of(a, b)
    if matter is None or not is_matter(matter, pack):
        return None
    told = _is_there(a, b, pack) if a.predicate.startswith(EXISTS) else _is_told_of_both(a, b, matter, pack)
    if not told:
        return None
    if judges(a, pack) and (a.worded or b.worded):  # condemned, not: denied that it was good
        return opposition("evaluation", "evaluation", "verdict", a, matter.shared)
    return opposition("denial", "opposite", "fact", a, matter.shared)


def _is_there(a: Proposition, b: Proposition, pack: LanguagePack) -> bool:
    """Whether what there is in the one is what there is none of in the other."""
    return not (_is_of_another(a, b, pack) or _is_of_another(b, a, pack) or _is_narrower(a, b, pack))


def _is_told_of_both(a: Proposition, b: Proposition, matter: SharedMatter, pack: LanguagePack) -> bool:
    """Whether a predicate is told and denied of the same, who and what it needs being told."""
    if a.predicate in pack.propositions.words.general:
        return False  # is not part of us, is part of the system
    if judges(a, pack) and (_is_any(a) or _is_any(b) or (_is_of_whom(a) and _is_of_whom(b) and not _share_role(a, b))):
        return False
    told = a.state or not (_takes_clause(a.predicate, pack) and _is_somebody(a.subject)) or _share_more_than_who(a, b)
    return told and _is_of_all(a, b) and _is_of_who_did_it(a, b, matter, pack)


def _is_of_another(one: Proposition, other: Proposition, pack: LanguagePack) -> bool:
    """*The hospice has no plan*, *there is a plan at the hospital*: who has it in the one is not where it is in the other."""
    who, at = one.subject, pack.propositions.words.at
    where = [phrase for role, phrase in other.others if role in at and phrase.named]
    if who is None or other.subject is not None or not where:
        return False
    told = {who.head, *who.modifiers, *(who.actor or "").lower().split(), *(place.lower() for place in one.places)}
    return not any({phrase.head, *phrase.modifiers} & told for phrase in where)


def _is_narrower(a: Proposition, b: Proposition, pack: LanguagePack) -> bool:
    """*No information [on the suspect]*, *poor information*: what there is none of is told of more closely.

    Of *no perfect plan* there may be one all the same.
    """
    there, none = (a, b) if a.polarity == "+" else (b, a)
    one, other = there.object or there.subject, none.object or none.subject
    if one is None or other is None:
        return False
    if not {*other.modifiers}.isdisjoint(pack.stance.praise | pack.stance.blame):
        return {*one.modifiers}.isdisjoint(other.modifiers)
    if one.definite or one.actor:
        return False
    return bool(other.modifiers) and {*one.modifiers}.isdisjoint(other.modifiers)


def _is_any(p: Proposition) -> bool:
    """*Did [an awful job]*, *when [deals] fail*: what is judged is one of many, and another one is another."""
    thing = p.object or p.subject
    return thing is not None and not (thing.definite or thing.named or thing.actor or thing.modifiers)


def _is_of_whom(p: Proposition) -> bool:
    """*Is a good man*, *is treated badly*: a person is judged in many ways."""
    return _is_somebody(p.object or p.subject)


def _takes_clause(predicate: str, pack: LanguagePack) -> bool:
    """*Think*, *say*, *support*: a word that tells nothing without what is thought, said or supported."""
    return reports_in(pack.verbs.get(predicate, ()), *TOLD_OF)


def _is_somebody(phrase: Phrase | None) -> bool:
    return phrase is not None and (phrase.named or phrase.actor is not None or phrase.head in (SPEAKER, SPEAKERS))


def _share_more_than_who(a: Proposition, b: Proposition) -> bool:
    """*I do not think we are at war*, *I think we must act*: what is thought or said is told by a clause, which has its own."""
    told = a.object is not None and b.object is not None and same_phrase(a.object, b.object)
    return told or _share_role(a, b)


def _share_role(a: Proposition, b: Proposition) -> bool:
    """Whether both tell one thing in one role beside subject and object."""
    others = dict(b.others)
    return any(role in others and same_phrase(phrase, others[role]) for role, phrase in a.others)


def _is_told_of_then(a: Proposition, b: Proposition) -> bool:
    """*Hoorde pas in mei van het lek*: of the time before, which the other has to tell as well."""
    before = any(first == FIRST_DAY for p in (a, b) for first, _ in p.times)
    return before and not (a.times and b.times)


def _is_of_who_did_it(a: Proposition, b: Proposition, matter: SharedMatter, pack: LanguagePack) -> bool:
    """Whether both tell it of the same: that it did not happen to this one is no denial that it happened.

    Of two states one may tell more: *had een vergunning nodig*, *er was geen vergunning nodig*.
    """
    if a.state and b.state:
        return True
    if "object" in (*matter.only_a, *matter.only_b):
        return False
    no = matter.only_a if _denied_of(a, b) is a else matter.only_b
    return a.state or b.state or all(_is_circumstance(role, a, b, pack) for role in no)


def _is_circumstance(role: str, a: Proposition, b: Proposition, pack: LanguagePack) -> bool:
    """*Tijdens de ontruiming*: where both tell who did what to what, the one who tells it of an occasion denies it of that."""
    full = all(p.subject is not None and p.object is not None for p in (a, b))
    return full and role in pack.propositions.words.circumstances


def _is_of_all(a: Proposition, b: Proposition) -> bool:
    """Whether what is denied is denied of all: that some did not is no denial that some did.

    Of two words that exclude each other the one that is denied is asked: no job goes, four hundred go.
    """
    denied = _denied_of(a, b)
    return not any(phrase is not None and phrase.some for phrase in (denied.subject, denied.object))


def _denied_of(a: Proposition, b: Proposition) -> Proposition:
    """The one of two opposed that says no: *did not close*, whatever is closed being what is not open."""
    return next((p for p in (a, b) if (p.polarity == "-") != p.worded), a if a.polarity == "-" else b)
