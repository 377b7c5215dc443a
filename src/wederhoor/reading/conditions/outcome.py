"""Whether a consequent is something that comes about, and not a consent, a piece of advice or a conclusion."""

from __future__ import annotations

from wederhoor.reading.eventive_nouns import is_gauged
from wederhoor.reading.rules import Rule
from wederhoor.reading.text import Text
from wederhoor.records.parse import Parse
from wederhoor.syntax.clauses import has_word, is_participle, with_auxiliaries
from wederhoor.syntax.nouns import names_somebody, noun_kind
from wederhoor.syntax.predicates import finite_of, is_present, tells_past
from wederhoor.syntax.stretches import any_form


def comes_about(text: Text, rule: Rule) -> bool:
    """*Wordt het sterker*, *breekt de dijk*: a becoming, or what is no act of a person."""
    p = text.parse
    words = text.pack.conditions.words
    group = _group(p, rule)
    if (any(p.stems[w] in words.allowed for w in group) and not _may_be(text, rule)) or _asks(text, rule):
        return False
    if any(p.stems[w] in words.outcomes or p.lemmas[w] in words.outcomes for w in group):
        return True
    subject = _subject(text, rule)
    if subject is None:
        return False
    if _there_are(text, rule, subject):
        return True
    happens = p.upos[rule.above] == "VERB" and (p.stems[rule.above] not in words.states or _may_be(text, rule))
    return (happens and not _acts(text, subject)) or _compares(text, rule, subject)


def _there_are(text: Text, rule: Rule, subject: int) -> bool:
    """*Komen er minder bezoekers*: not what somebody does, but how many there are."""
    p = text.parse
    there = has_word(p, rule.above, text.pack.closed.expletives)
    return there and is_gauged(text, subject)


def _may_be(text: Text, rule: Rule) -> bool:
    """*Kan er een akkoord liggen*: with an expletive the modal says what may come about, not what somebody may do."""
    p = text.parse
    there = any(p.lower[c] in text.pack.closed.expletives and p.heads[c] == rule.above for c in p.children[rule.above])
    return there and any(p.stems[c] in text.pack.conditions.words.possible for c in _group(p, rule))


def both_change(text: Text, rule: Rule) -> bool:
    """*Zodra de rente daalt, stijgt de vraag*: two changes, whenever they are."""
    p, changes = text.parse, text.pack.variables.subject_verbs
    return all(is_present(p, word) and p.lemmas[word] in changes for word in (rule.head, rule.above))


def is_imagined(text: Text, rule: Rule) -> bool:
    """*Zou het beter gaan*, *zal het stijgen*."""
    p = text.parse
    finite = text.clause(rule.above).finite
    if any(p.stems[w] in text.pack.conditions.words.allowed for w in _group(p, rule)) or _asks(text, rule):
        return False
    future = finite is not None and p.stems[finite] in text.pack.closed.future
    return future and _subject(text, rule) is not None


def is_over(p: Parse, rule: Rule) -> bool:
    """*Als het regende, bleef hij thuis*: what used to happen; not *als hij had geremd*, which is what did not."""
    finites = (finite_of(p, rule.head), finite_of(p, rule.above))
    imagined = finites[0] not in (None, rule.head) and is_participle(p, rule.head)
    return not imagined and all(finite is not None and tells_past(p, finite) for finite in finites)


def _acts(text: Text, subject: int) -> bool:
    """Whether a subject does what it does on purpose: not a town or a people."""
    p = text.parse
    kind = noun_kind(p.lemmas[subject].lower(), text.pack) if p.upos[subject] == "NOUN" else None
    return kind not in ("group", "text") and names_somebody(p, subject, text.pack)


def _group(p: Parse, rule: Rule) -> list[int]:
    return with_auxiliaries(p, rule.above)


def _subject(text: Text, rule: Rule) -> int | None:
    """The subject of the consequent, none where it is *I*, *we* or *you*."""
    p = text.parse
    subject = text.clause(rule.above).subject
    addressed = text.pack.closed.first_person | text.pack.closed.second_person
    return None if subject is None or p.lower[subject] in addressed else subject


def _asks(text: Text, rule: Rule) -> bool:
    p = text.parse
    opening = range(rule.consequent[0], min(rule.consequent[0] + 2, len(p)))
    return any_form(p, opening, text.pack.grammar.question_words)


def _compares(text: Text, rule: Rule, subject: int) -> bool:
    """*wordt het sterker*, *is de schade groter*; of a thing also *zijn de prijzen laag*."""
    p, degrees = text.parse, text.pack.variables.degrees
    if p.upos[rule.above] == "ADJ" and p.lower[rule.above] in degrees and not names_somebody(p, subject, text.pack):
        return True
    return any("Degree=Cmp" in p.feats[w] for w in (rule.above, *p.children[rule.above]) if p.upos[w] == "ADJ")
