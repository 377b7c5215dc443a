"""Whether a consequent is something that comes about, and not a consent, a piece of advice or a conclusion."""

from __future__ import annotations

from wederhoor.languages.pack import LanguagePack
from wederhoor.reading.causes.matching import is_gauged
from wederhoor.reading.conditions.draft import Rule
from wederhoor.syntax.clauses import names_somebody, noun_kind, subject_of, with_auxiliaries
from wederhoor.syntax.parse import Parse
from wederhoor.syntax.predicates import finite_of, tells_past


def comes_about(p: Parse, rule: Rule, pack: LanguagePack) -> bool:
    """*Wordt het sterker*, *breekt de dijk*: a becoming, or what is no act of a person."""
    words = pack.conditions.words
    group = _group(p, rule)
    if (any(p.stems[w] in words.allowed for w in group) and not _may_be(p, rule, pack)) or _asks(p, rule, pack):
        return False
    if any(p.stems[w] in words.outcomes or p.lemmas[w] in words.outcomes for w in group):
        return True
    subject = _subject(p, rule, pack)
    if subject is None:
        return False
    if _there_are(p, rule, subject, pack):
        return True
    happens = p.upos[rule.above] == "VERB" and (p.stems[rule.above] not in words.states or _may_be(p, rule, pack))
    return (happens and not _acts(p, subject, pack)) or _compares(p, rule)


def _there_are(p: Parse, rule: Rule, subject: int, pack: LanguagePack) -> bool:
    """*Komen er minder bezoekers*: not what somebody does, but how many there are."""
    there = any(p.lower[c] in pack.closed.expletives for c in p.children[rule.above])
    return there and is_gauged(p, subject, pack)


def _may_be(p: Parse, rule: Rule, pack: LanguagePack) -> bool:
    """*Kan er een akkoord liggen*: with an expletive the modal says what may come about, not what somebody may do."""
    there = any(p.lower[c] in pack.closed.expletives and p.heads[c] == rule.above for c in p.children[rule.above])
    return there and any(p.stems[c] in pack.conditions.words.possible for c in _group(p, rule))


def is_imagined(p: Parse, rule: Rule, pack: LanguagePack) -> bool:
    """*Zou het beter gaan*, *zal het stijgen*."""
    finite = finite_of(p, rule.above)
    if any(p.stems[w] in pack.conditions.words.allowed for w in _group(p, rule)) or _asks(p, rule, pack):
        return False
    future = finite is not None and p.stems[finite] in pack.closed.future
    return future and _subject(p, rule, pack) is not None


def is_over(p: Parse, rule: Rule) -> bool:
    """*Als het regende, bleef hij thuis*: what used to happen; not *als hij had geremd*, which is what did not."""
    finites = (finite_of(p, rule.head), finite_of(p, rule.above))
    imagined = finites[0] not in (None, rule.head) and "VerbForm=Part" in p.feats[rule.head]
    return not imagined and all(finite is not None and tells_past(p, finite) for finite in finites)


def _acts(p: Parse, subject: int, pack: LanguagePack) -> bool:
    """Whether a subject does what it does on purpose: not a town or a people."""
    kind = noun_kind(p.lemmas[subject].lower(), pack) if p.upos[subject] == "NOUN" else None
    return kind not in ("group", "text") and names_somebody(p, subject, pack)


def _group(p: Parse, rule: Rule) -> list[int]:
    return with_auxiliaries(p, rule.above)


def _subject(p: Parse, rule: Rule, pack: LanguagePack) -> int | None:
    """The subject of the consequent, none where it is *I*, *we* or *you*."""
    subject = subject_of(p, rule.above, pack)
    addressed = pack.closed.first_person | pack.closed.second_person
    return None if subject is None or p.lower[subject] in addressed else subject


def _asks(p: Parse, rule: Rule, pack: LanguagePack) -> bool:
    opening = range(rule.consequent[0], min(rule.consequent[0] + 2, len(p)))
    return any(p.lower[w] in pack.grammar.question_words for w in opening)


def _compares(p: Parse, rule: Rule) -> bool:
    """*wordt het sterker*, *is de schade groter*."""
    return any("Degree=Cmp" in p.feats[w] for w in (rule.above, *p.children[rule.above]) if p.upos[w] == "ADJ")
