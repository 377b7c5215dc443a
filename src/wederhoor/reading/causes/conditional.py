"""Conditions that tell a cause: als het water stijgt, breekt de dijk. Not those of consent, advice or conclusion."""

from __future__ import annotations

from collections.abc import Sequence

from wederhoor.languages.pack import LanguagePack
from wederhoor.reading.attributions.clauses import child, subject_of
from wederhoor.reading.causes.draft import Link
from wederhoor.reading.conditions.draft import Rule
from wederhoor.reading.extents import finite_of
from wederhoor.reading.parse import Parse


def causal_rules(p: Parse, rules: Sequence[Rule], named: Sequence[Link], pack: LanguagePack) -> list[Link]:
    """The rules by which one event brings the other about, as links, but for those that a verb names already."""
    told = {(link.cause, word) for link in named for word in link.marker}
    return [
        Link(rule.antecedent, rule.consequent, rule.marker)
        for rule in rules
        if rule.kind == "if"
        and rule.clausal
        and not rule.time
        and (rule.antecedent, rule.above) not in told
        and _brings_about(p, rule, pack)
    ]


def _brings_about(p: Parse, rule: Rule, pack: LanguagePack) -> bool:
    words = pack.conditions.words
    if p.stems[rule.head] in words.premises or p.lower[rule.head] in words.premises:
        return False
    group = [rule.above, *(c for c in p.children[rule.above] if p.deps[c] in ("aux", "aux:pass", "cop"))]
    if any(p.stems[w] in words.allowed for w in group) or _asks(p, rule.above):
        return False
    subject = subject_of(p, rule.above, pack)
    if subject is None or p.lower[subject] in pack.people.first_person | pack.people.second_person:
        return False
    finite = finite_of(p, rule.above)
    imagined = finite is not None and p.stems[finite] in pack.forecasts.auxiliaries
    return (
        imagined
        or any(p.stems[w] in words.outcomes or p.lemmas[w] in words.outcomes for w in group)
        or _compares(p, rule)
    )


def _compares(p: Parse, rule: Rule) -> bool:
    """*wordt het sterker*, *is de schade groter*."""
    return any("Degree=Cmp" in p.feats[w] for w in (rule.above, *p.children[rule.above]) if p.upos[w] == "ADJ")


def _asks(p: Parse, word: int) -> bool:
    return p.words[p.sentences[p.sentence_of[word]][1] - 1] == "?" and child(p, word, "mark") is None
