"""Whether a clause asks if something happens, or tells when it does: *als de raad instemt* against *als hij thuiskomt*.

What is sure to come, what happens again and again, and what holds in any case are no conditions.
"""

from __future__ import annotations

from typing import Final

from wederhoor.languages.conditions import Conditional
from wederhoor.reading.conditions.outcome import both_change, comes_about, is_over
from wederhoor.reading.holders import Extent
from wederhoor.reading.rules import Rule
from wederhoor.reading.text import Text
from wederhoor.syntax.clauses import has_child, is_participle, is_plural, with_auxiliaries
from wederhoor.syntax.nouns import names_somebody
from wederhoor.syntax.polarity import is_negation
from wederhoor.syntax.predicates import tells_past
from wederhoor.syntax.stretches import any_form

AHEAD: Final = frozenset({"expect", "fear", "want", "hope", "promise"})
"""Attitudes of reports of what has not happened."""
LIKENED: Final = 6
"""So many words before the marker a word of likeness may stand."""


def asks_whether(text: Text, rule: Rule, entry: Conditional) -> bool:
    """Whether a clause behind a word that also tells when (als, wanneer) leaves open if it comes true."""
    if entry.temporal == "never":
        return not _holds_anyway(text, rule)
    if _holds_anyway(text, rule) or _is_likened(text, rule) or _is_sure(text, rule) or _recurs(text, rule):
        return False
    if _is_supposed(text, rule) or _is_projected(text, rule):
        return True
    brought = comes_about(text, rule)
    if entry.temporal == "mostly":
        return brought and (rule.antecedent < rule.consequent or both_change(text, rule))
    return brought or not _is_habit(text, rule)


def _holds_anyway(text: Text, rule: Rule) -> bool:
    """*Zelfs als het regent*; and a case in point of what was said: *vooral als het regent*."""
    before = rule.marker[0] - 1
    words = text.pack.conditions.words
    return before >= 0 and text.parse.lower[before] in words.conceding | words.stressing


def _is_likened(text: Text, rule: Rule) -> bool:
    """*Dezelfde brug als hij bouwde*: a word of likeness in the same clause before the marker."""
    p, first = text.parse, rule.marker[0]
    opening = text.sentence(first)[0]
    for word in range(first - 1, max(opening, first - LIKENED) - 1, -1):
        if p.upos[word] == "PUNCT":
            return False
        if p.lower[word] in text.pack.conditions.words.comparing:
            return True
    return False


def _is_sure(text: Text, rule: Rule) -> bool:
    """*Als hij straks klaar is*, *als je eenmaal weet hoe*: what will come anyhow.

    Not *als er straks geen geld is* or *als we straks een zaal hebben*: what is denied, becomes so or is new may not come.
    """
    p, inside, words = text.parse, range(*rule.antecedent), text.pack.conditions.words
    open_still = _is_doubted(text, rule) or p.stems[rule.head] in words.outcomes
    return (
        any_form(p, inside, words.arriving) and not open_still and not any("Definite=Ind" in p.feats[w] for w in inside)
    )


def _recurs(text: Text, rule: Rule) -> bool:
    """*Als hij kwam, was het feest*; *is het meestal feest*: what happened or happens every time.

    In a report that is no quotation the past may be that of its verb: *zei dat hij opstapte als de raad tegenstemde*.
    """
    p, words = text.parse, text.pack.conditions.words
    often = [w for w in p.children[rule.above] if p.lower[w] in words.habitual]
    if any(not p.children[w] for w in often):
        return True
    told = text.holder(rule.above)
    shifted = told is not None and told.form != "direct"
    if shifted or _is_ahead(text, rule):
        return False
    finite = text.clause(rule.above).finite
    told_past = (
        finite is not None
        and tells_past(p, finite)
        and not any(tells_past(p, w) for w in with_auxiliaries(p, rule.head))
    )
    return told_past or (is_over(p, rule) and not (_resumes(text, rule) or _is_doubted(text, rule)))


def _resumes(text: Text, rule: Rule) -> bool:
    """*..., dan breekt de dijk*: right before the consequent, or in it."""
    p, words = text.parse, text.pack.conditions.words
    first = max(rule.consequent[0] - 1, 0)
    return rule.antecedent < rule.consequent and any_form(p, range(first, rule.consequent[1]), words.resumers)


def _is_ahead(text: Text, rule: Rule) -> bool:
    p = text.parse
    return any(p.stems[w] in text.pack.closed.future for w in with_auxiliaries(p, rule.above))


def _is_doubted(text: Text, rule: Rule) -> bool:
    """*Als hij ooit wint*, *als het al om geld gaat*; what does not happen is supposed too."""
    p = text.parse
    inside = range(*rule.antecedent)
    return any_form(p, inside, text.pack.conditions.words.doubting) or any(is_negation(p, w, text.pack) for w in inside)


def _is_supposed(text: Text, rule: Rule) -> bool:
    """By the words of the antecedent, or because the report it stands in is of what has not happened."""
    p = text.parse
    group = with_auxiliaries(p, rule.head)
    unreal = any(tells_past(p, w) for w in group) and not is_over(p, rule)
    modal = any(p.stems[w] in text.pack.conditions.words.allowed | text.pack.closed.future for w in group)
    holder = text.holder(rule.head)
    return _is_doubted(text, rule) or unreal or modal or (holder is not None and holder.attitude in AHEAD)


def _is_ruled(text: Text, rule: Rule) -> bool:
    """*Mag de brug open*, *wordt niet betaald*: a duty, a permission, or what does not happen then."""
    p = text.parse
    group = with_auxiliaries(p, rule.above)
    modal = any(p.stems[w] in text.pack.conditions.words.allowed for w in group)
    return modal or bool(text.clause(rule.above).negations)


def _is_projected(text: Text, rule: Rule) -> bool:
    """Whether the consequent tells what will come of it, what must or may be done then, or what is not."""
    return _is_ahead(text, rule) or _resumes(text, rule) or _is_ruled(text, rule)


def would_lack(text: Text, rule: Rule) -> bool:
    """*Zonder hulp redt de club het niet*: of what may not come about; *hij kwam zonder hulp* tells how somebody came."""
    p = text.parse
    inside = range(*rule.consequent)
    before = rule.marker[0] - 1
    if before >= 0 and (_holds_anyway(text, rule) or is_negation(p, before, text.pack)):
        return False
    denied = any(is_negation(p, w, text.pack) for w in inside if w not in range(*rule.antecedent))
    fronted = rule.antecedent[1] <= rule.consequent[0] + 1
    return denied or (fronted and (_is_projected(text, rule) or comes_about(text, rule)))


def _is_habit(text: Text, rule: Rule) -> bool:
    """*Als er gasten zijn, spelen de muzikanten*: what somebody does whenever somebody or something is there."""
    p = text.parse
    subject = text.clause(rule.above).subject
    if (
        text.holder(rule.above) is not None
        or subject is None
        or p.lower[subject] in text.pack.closed.first_person | text.pack.closed.second_person
    ):
        return False
    doer = p.upos[subject] == "PRON" or names_somebody(p, subject, text.pack)
    return doer and not _is_particular(text, rule)


def _is_particular(text: Text, rule: Rule) -> bool:
    """Whether the antecedent is about one thing that may happen: a name, *de raad*, *dat*, not *ze*, *gasten*."""
    p, pack = text.parse, text.pack
    subject = text.clause(rule.head).own_subject
    if p.stems[rule.head] in pack.conditions.words.outcomes or subject is None:
        return True
    if p.upos[subject] in ("PRON", "DET"):
        return p.lower[subject] not in pack.closed.they
    named = p.entity_of[subject] >= 0 or p.upos[subject] == "PROPN"
    return named or (not is_plural(p, subject) and _is_definite(text, subject))


def _is_definite(text: Text, noun: int) -> bool:
    p = text.parse
    return has_child(p, noun, "nmod:poss") or any(
        p.deps[c] == "det" and p.lower[c] in text.pack.closed.definite for c in p.children[noun]
    )


def is_whole(text: Text, head: int, marker: Extent) -> bool:
    """Whether what a marker opens is a clause with its subject behind it: not *als voorzitter*, *als deken gebruikt*."""
    p = text.parse
    subject = text.clause(head).own_subject
    split = text.clause(head).finite is None and is_participle(p, head) and p.upos[p.heads[head]] == "AUX"
    if split and subject == marker[1] and p.upos[subject] in ("NOUN", "PROPN"):
        return False  # heeft als [Fries gewonnen]
    if subject is not None:
        return subject >= marker[1]
    there = any(p.lower[c] in text.pack.closed.expletives | text.pack.closed.it for c in p.children[head])
    return there or has_child(p, head, "aux:pass", "csubj", "ccomp")
