"""Rules that a text states: what holds if, only if or unless something else does, and whom the rule binds."""

from __future__ import annotations

from wederhoor.reading.actor_at import actor_at
from wederhoor.reading.argument_spans import span_of
from wederhoor.reading.holders import NOBODY, Holders
from wederhoor.reading.rules import Rule
from wederhoor.reading.text import Text
from wederhoor.records import Condition


def find_conditions(text: Text) -> tuple[Condition, ...]:
    """All conditions of a document in text order, numbered R1, R2, ...

    ``actor`` is the id of the one who does what the consequent says, else his noun phrase in lower case.
    """
    p, holders = text.parse, text.holders
    conditions: list[Condition] = []
    for rule in text.rules:
        antecedent, consequent = span_of(p, rule.antecedent), span_of(p, rule.consequent)
        if antecedent is None or consequent is None:
            continue
        text.found_by[f"R{len(conditions) + 1}"] = rule.rule
        conditions.append(
            Condition(
                id=f"R{len(conditions) + 1}",
                antecedent=antecedent,
                consequent=consequent,
                kind=rule.kind,
                holder=holders.name(_holder(rule, holders)),
                actor=actor_at(text, text.clause(rule.above).subject),
            )
        )
    return tuple(conditions)


def _holder(rule: Rule, holders: Holders) -> int:
    found = holders.around(rule.consequent, rule.antecedent)
    if found != NOBODY:
        return found
    found = holders.around((rule.marker[0], rule.marker[0] + 1), rule.consequent)
    return found if found != NOBODY else holders.around(rule.antecedent)  # mocht het stijgen, zoals X verwacht, dan ...
