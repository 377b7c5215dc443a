"""Rules that a text states: what holds if, only if or unless something else does, and whom the rule binds."""

from __future__ import annotations

from collections.abc import Sequence

from wederhoor.languages.pack import LanguagePack
from wederhoor.reading.actor_at import actor_at, actors_by_word
from wederhoor.reading.argument_spans import span_of
from wederhoor.reading.conditions.draft import Rule
from wederhoor.reading.conditions.find import find_rules
from wederhoor.reading.found_by import FoundBy
from wederhoor.reading.holders import NOBODY, Holders, read_holders
from wederhoor.records import Actor, Attribution, Condition
from wederhoor.syntax.clauses import subject_of
from wederhoor.syntax.parse import Parse


def find_conditions(
    p: Parse, attributions: Sequence[Attribution], pack: LanguagePack, actors: Sequence[Actor], found_by: FoundBy
) -> tuple[Condition, ...]:
    """All conditions of a document in text order, numbered R1, R2, ...

    ``actor`` is the id of the one who does what the consequent says, else his noun phrase in lower case.
    ``found_by`` gets the rule of each.
    """
    holders = read_holders(p, attributions)
    acting = actors_by_word(p, actors)
    conditions: list[Condition] = []
    for rule in find_rules(p, holders, pack):
        antecedent, consequent = span_of(p, rule.antecedent), span_of(p, rule.consequent)
        if antecedent is None or consequent is None:
            continue
        found_by[f"R{len(conditions) + 1}"] = rule.rule
        conditions.append(
            Condition(
                id=f"R{len(conditions) + 1}",
                antecedent=antecedent,
                consequent=consequent,
                kind=rule.kind,
                holder=holders.name(_holder(rule, holders)),
                actor=actor_at(p, subject_of(p, rule.above, pack), acting, pack),
            )
        )
    return tuple(conditions)


def _holder(rule: Rule, holders: Holders) -> int:
    found = holders.around(rule.consequent, rule.antecedent)
    if found != NOBODY:
        return found
    found = holders.around((rule.marker[0], rule.marker[0] + 1), rule.consequent)
    return found if found != NOBODY else holders.around(rule.antecedent)  # mocht het stijgen, zoals X verwacht, dan ...
