"""Conditions that tell a cause: als het water stijgt, breekt de dijk. Not those of consent, advice or conclusion."""

from __future__ import annotations

from collections.abc import Sequence

from wederhoor.reading.causes.draft import Link
from wederhoor.reading.causes.phrases import clauses_beside
from wederhoor.reading.conditions.outcome import both_change, comes_about, is_imagined, is_over
from wederhoor.reading.rules import Rule
from wederhoor.reading.text import Text
from wederhoor.syntax.predicates import is_question


def causal_rules(text: Text, rules: Sequence[Rule], named: Sequence[Link]) -> list[Link]:
    """The rules by which one event brings the other about, as links, except those that a verb names already."""
    told = {(link.cause, word) for link in named for word in link.marker}
    return [
        Link(rule.antecedent, consequent, rule.marker, rule=f"condition: {rule.rule}")
        for rule in rules
        if rule.kind == "if"
        and rule.clausal
        and (not rule.time or both_change(text, rule))
        and (rule.antecedent, rule.above) not in told
        and _brings_about(text, rule)
        for consequent in (rule.consequent, *clauses_beside(text, rule.above))
    ]


def _brings_about(text: Text, rule: Rule) -> bool:
    p = text.parse
    words = text.pack.conditions.words
    if p.stems[rule.head] in words.premises or p.lower[rule.head] in words.premises or is_question(p, rule.above):
        return False
    return is_imagined(text, rule) or (comes_about(text, rule) and not is_over(p, rule))
