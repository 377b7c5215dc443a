"""Rules and what each account makes of them: whether the condition holds, and whether the thing was done all the same.

*The organisation acts only if a member is attacked from outside*: one account says that a member was, another that it was
not, and it acted. That in the second account the rule was broken is what a reader is after.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from wederhoor.cases.holders import AccountHolders, Key
from wederhoor.cases.stances import stance_on, strongest
from wederhoor.cases.statements import Statements
from wederhoor.records import (
    AUTHOR,
    Account,
    CellStance,
    Condition,
    Event,
    Ref,
    RuleFinding,
    RuleGist,
    SideRef,
    Study,
)

ACTS = frozenset({"AID", "ASSAULT", "COERCE", "MOBILIZE", "SANCTION", "COOPERATE", "RETREAT"})
"""Codes of events in which somebody acts; a demand or a talk is no such thing."""
FULFILLED = frozenset({"asserts", "judges"})
"""Stances by which an account has the condition met; to suppose or expect that it is falls short of that."""
ENOUGH = 2
"""Words of the condition in a statement, from which it speaks of it for certain."""


def rules_of_case(
    studies: Sequence[Study], accounts: Sequence[Account], statements: Statements, holders: AccountHolders
) -> tuple[RuleFinding, ...]:
    """For every only-if and unless rule, and every account that speaks of its condition, what it says of it."""
    rules = [(study, condition, gist) for study in studies for condition, gist in _rules(study)]
    deeds = _deeds(studies, accounts, holders) if rules else {}
    return tuple(
        finding
        for study, condition, gist in rules
        for finding in _findings(StatedRule(study, condition, gist), accounts, statements, deeds, holders)
    )


@dataclass(frozen=True, slots=True)
class StatedRule:
    """A condition with its terms and the study of the document that it stands in."""

    study: Study
    condition: Condition
    gist: RuleGist

    @property
    def doc(self) -> str:
        return self.study.reading.doc


@dataclass(frozen=True, slots=True)
class Act:
    """An event that somebody did, with the account that tells of it; None for an author's, on whom all can rely."""

    ref: Ref
    event: Event
    account: str | None


def _rules(study: Study) -> Iterator[tuple[Condition, RuleGist]]:
    conditions = {c.id: c for c in study.reading.conditions}
    for gist in study.rules:
        if conditions[gist.condition].kind != "if":
            yield conditions[gist.condition], gist


def _findings(
    rule: StatedRule,
    accounts: Sequence[Account],
    statements: Statements,
    deeds: Mapping[Key, Sequence[Act]],
    holders: AccountHolders,
) -> Iterator[RuleFinding]:
    spoken = _spoken(rule, statements)
    acts = _acts(rule, deeds, holders)
    failed = frozenset({"denies"}) if rule.condition.kind == "only-if" else FULFILLED
    for account in (a.id for a in accounts if a.id in spoken):
        stance = strongest([stance for _, stance in spoken[account]])
        acted = tuple(act.ref for act in acts if act.account in (None, account))
        yield RuleFinding(
            rule=Ref(rule.doc, rule.condition.id),
            account=account,
            stance=stance,
            evidence=tuple(side for side, _ in spoken[account]),
            acted=acted,
            breach=bool(acted) and stance in failed,
        )


def _spoken(rule: StatedRule, statements: Statements) -> dict[str, list[tuple[SideRef, CellStance]]]:
    """Account -> its statements that speak of the condition, with how they stand to it."""
    spoken: defaultdict[str, list[tuple[SideRef, CellStance]]] = defaultdict(list)
    telling = [term for term in rule.gist.antecedent if not term.startswith("@")]
    for side in statements.sharing(telling, 1):
        account = statements.account_of.get(side)
        stance = None if account is None or side in statements.conditional else _stance(side, rule, statements)
        if account is not None and stance:
            spoken[account].append((side, stance))
    return spoken


def _stance(side: SideRef, rule: StatedRule, statements: Statements) -> CellStance | None:
    """How a statement stands to a condition, None where it does not speak of it.

    One word of the condition is enough to deny it in the same document; in another, and to maintain it, there have to be two,
    or all there are. Names do not count. What is wanted, asked or hoped, or told of another's word, shows nothing.
    """
    gist = statements.gists[side]
    telling = {term for term in rule.gist.antecedent if not term.startswith("@")}
    shared = telling & statements.own_terms(side)
    if not shared or not gist.stating:
        return None
    stance = stance_on(gist, statements.stance(side), rule.gist.antecedent)
    enough = len(shared) >= min(ENOUGH, len(telling)) and (side.doc == rule.doc or len(shared) >= ENOUGH)
    return stance if enough or (stance in ("denies", "doubts") and side.doc == rule.doc) else None


def _deeds(studies: Sequence[Study], accounts: Sequence[Account], holders: AccountHolders) -> dict[Key, list[Act]]:
    """What each actor is told to have done."""
    account_of = {ref: account.id for account in accounts for ref in account.events}
    found: defaultdict[Key, list[Act]] = defaultdict(list)
    for study in studies:
        doc = study.reading.doc
        for event in study.reading.events:
            if event.code in ACTS and (event.polarity, event.modality) == ("+", "actual"):
                ref = Ref(doc, event.id)
                act = Act(ref, event, None if event.holder == AUTHOR else account_of.get(ref, ""))
                for agent in dict.fromkeys(event.agents):
                    found[holders.actor(doc, agent)].append(act)
    return found


def _acts(rule: StatedRule, deeds: Mapping[Key, Sequence[Act]], holders: AccountHolders) -> list[Act]:
    """What the actor of the rule did; where the rule itself names a kind of act, only what is of that kind."""
    if rule.condition.actor is None:
        return []
    start, end = rule.condition.consequent
    kinds = {e.code for e in rule.study.reading.events if start <= e.trigger[0] < end and e.code in ACTS}
    own = {Ref(rule.doc, e.id) for e in rule.study.reading.events if start <= e.trigger[0] < end}
    done = deeds.get(holders.actor(rule.doc, rule.condition.actor), ())
    return [act for act in done if act.ref not in own and (not kinds or act.event.code in kinds)]
