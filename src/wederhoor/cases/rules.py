"""Rules and what each account makes of them: whether the condition holds, and whether the thing was done all the same.

*The organisation acts only if a member is attacked from outside*: one account says that a member was, another that it was
not, and it acted. That in the second account the rule was broken is what a reader is after.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from wederhoor.cases.stances import stance_of, strongest
from wederhoor.records import Account, CellStance, Condition, Gist, Ref, RuleFinding, RuleGist, SideRef, Study

ACTS = frozenset({"AID", "ASSAULT", "COERCE", "MOBILIZE", "SANCTION", "COOPERATE", "RETREAT"})
"""Codes of events in which somebody acts; a demand or a talk is no such thing."""


def find_rules(studies: Sequence[Study], accounts: Sequence[Account]) -> tuple[RuleFinding, ...]:
    """For every only-if and unless rule, and every account that speaks of its condition, what it says of it."""
    return tuple(
        finding
        for study in studies
        for condition, gist in _rules(study)
        for account in accounts
        if (finding := _finding(study, condition, gist, account, studies))
    )


def _rules(study: Study) -> Iterator[tuple[Condition, RuleGist]]:
    conditions = {c.id: c for c in study.reading.conditions}
    for gist in study.rules:
        if conditions[gist.condition].kind != "if":
            yield conditions[gist.condition], gist


def _finding(
    study: Study, condition: Condition, rule: RuleGist, account: Account, studies: Sequence[Study]
) -> RuleFinding | None:
    stated = Ref(study.reading.doc, condition.holder)
    spoken = [
        (doc, gist, stance)
        for doc, gist in _gists_of(account, studies)
        if Ref(doc, str(gist.side)) != stated and (stance := _stance(gist, rule))
    ]
    if not spoken:
        return None
    stance = strongest([stance for _, _, stance in spoken])
    acted = _acts(study, condition)
    failed = "denies" if condition.kind == "only-if" else "asserts"
    return RuleFinding(
        rule=Ref(study.reading.doc, condition.id),
        account=account.id,
        stance=stance,
        evidence=tuple(SideRef(doc, gist.side) for doc, gist, _ in spoken),
        acted=acted,
        breach=bool(acted) and stance == failed,
    )


def _gists_of(account: Account, studies: Sequence[Study]) -> Iterator[tuple[str, Gist]]:
    theirs = set(account.statements)
    for study in studies:
        doc = study.reading.doc
        for gist in study.gists:
            if Ref(doc, gist.side) in theirs if isinstance(gist.side, str) else account.author_of == doc:
                yield doc, gist


def _stance(gist: Gist, rule: RuleGist) -> CellStance | None:
    """How a statement stands to a condition, None where it does not speak of it.

    One word of the condition is enough to deny it; who asserts it has at least two, or all there are. Names do not count.
    """
    telling = {term for term in rule.antecedent if not term.startswith("@")}
    shared = telling & {*gist.terms}
    if not shared:
        return None
    stance = stance_of(gist, rule.antecedent)
    return None if stance == "asserts" and len(shared) < min(2, len(telling)) else stance


def _acts(study: Study, condition: Condition) -> tuple[Ref, ...]:
    """What the actor of the rule is told to have done, by the author of the document."""
    return tuple(
        Ref(study.reading.doc, event.id)
        for event in study.reading.events
        if condition.actor in event.agents
        and event.code in ACTS
        and (event.polarity, event.modality, event.holder) == ("+", "actual", "author")
    )
