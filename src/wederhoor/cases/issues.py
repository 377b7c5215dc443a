"""What the accounts differ over: a matrix of issues by accounts, in the manner of the analysis of competing hypotheses.

Heuer (1999) has an analyst fill in such a matrix; here every cell comes from the text, with the statements that it rests on.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterator, Mapping, Sequence
from math import ceil

import msgspec

from wederhoor.cases.between_accounts import TURNING
from wederhoor.cases.clusters import Cluster, Clusters, corrected_clusters
from wederhoor.cases.courses import words_of
from wederhoor.cases.positions import Answers, find_answers
from wederhoor.cases.propositions import Oppositions, side_of
from wederhoor.cases.stances import answering, is_held, stance_on, strongest
from wederhoor.cases.statements import Statements
from wederhoor.languages.several import Packs
from wederhoor.reading.memo import Memo
from wederhoor.reading.propositions import Opposed
from wederhoor.records import (
    MAINTAINED,
    CaseConflict,
    Cell,
    CellStance,
    Gist,
    Issue,
    IssueCorrections,
    Passage,
    SideRef,
    Stance,
)

MOST_TERMS = 6
LEAST_SHARED = 2
"""Terms that a statement shares with a claim, at least, to be about it without being in conflict with it."""
LEAST_OVERLAP = 0.7
"""Of the claim's terms."""


def find_issues(
    statements: Statements,
    conflicts: Sequence[CaseConflict],
    opposed: Oppositions,
    said: IssueCorrections,
    packs: Packs,
    memo: Memo | None = None,
) -> tuple[Issue, ...]:
    """One issue for every question that is disputed, Q1, Q2, ...: those with most sides first, then by documents and how sure.

    ``opposed`` are the propositions of the case, ``said`` what people said of its issues.
    """
    memo = memo or Memo()
    bases: defaultdict[frozenset[SideRef], list[Opposed]] = defaultdict(list)
    for base in opposed.all:
        bases[frozenset((side_of(base.a), side_of(base.b)))].append(base)
    between = [_between_their_holders(conflict, statements) for conflict in conflicts]
    clusters = corrected_clusters(Clusters(statements, bases, packs, memo).of(between), said)
    found = [
        _named(
            _issue(cluster, find_answers(cluster, opposed.meetings, said.moved, statements, packs, memo), statements),
            said.names,
        )
        for cluster in clusters
    ]
    sure = {conflict.id: conflict.confidence or 0.0 for conflict in conflicts}
    found.sort(key=lambda issue: _weight(issue, sure), reverse=True)
    return tuple(msgspec.structs.replace(issue, id=f"Q{number}") for number, issue in enumerate(found, start=1))


def _named(issue: Issue, names: Sequence[tuple[SideRef, str]]) -> Issue:
    """With the name that a person gave it last, by a statement that takes part in it."""
    sides = {issue.claim, *(holding.side for position in issue.positions for holding in position.held)}
    own = [name for side, name in names if side in sides]
    return msgspec.structs.replace(issue, name=own[-1]) if own else issue


def _weight(issue: Issue, sure: Mapping[str, float]) -> tuple[int, int, float]:
    """How many take a side, in how many documents, and how sure the most certain of its conflicts is."""
    docs = {side.doc for cell in issue.cells for side in cell.statements} | {
        holding.side.doc for position in issue.positions for holding in position.held
    }
    return len(issue.cells), len(docs), max((sure[name] for name in issue.conflicts), default=0.0)


def _between_their_holders(conflict: CaseConflict, statements: Statements) -> CaseConflict:
    """The conflict between those whose words collide: of *X says that Y denies it* that is Y."""
    a, b = (_collided(one, other, statements) for one, other in ((conflict.a, conflict.b), (conflict.b, conflict.a)))
    return msgspec.structs.replace(conflict, a=a, b=b)


def _collided(side: SideRef, other: SideRef, statements: Statements) -> SideRef:
    """The innermost statement in this one that has the words which it shares with the other, else itself."""
    gists = statements.gists
    if side not in gists or other not in gists:
        return side
    shared = {term for term in {*gists[side].terms}.intersection(gists[other].terms) if not term.startswith("@")}
    inner = next((one for one in statements.within.get(side, ()) if shared and shared <= {*gists[one].terms}), None)
    return side if inner is None else _collided(inner, other, statements)


def _issue(cluster: Cluster, answers: Answers, statements: Statements) -> Issue:
    conflicts = cluster.conflicts
    claim = _claim(conflicts[0], statements)
    gist = statements.gists.get(claim)
    stated = _of_one_mind(claim, _stances(claim, conflicts, statements), answers, statements)
    about = _mentions(claim, gist, statements, stated) if gist else {}
    about |= _agreeing(claim, answers, statements)
    return Issue(
        id="",
        claim=claim,
        terms=tuple(term.removeprefix("@") for term in (gist.terms if gist else ())[:MOST_TERMS]),
        cells=tuple(_cells(claim, stated, about, statements)),
        conflicts=tuple(conflict.id for conflict in conflicts),
        kind=conflicts[0].kind,
        about=_about(cluster) or statements.passages.of(claim, cluster.terms),
        positions=answers.positions,
        against=answers.against,
    )


def _about(cluster: Cluster) -> Passage | None:
    """The words that tell the matter: of the proposition that says yes, the first one's otherwise."""
    told = [held for base in cluster.bases for held in (base.a, base.b)]
    yes = [held for held in told if held.proposition.polarity == "+"]
    return next((words_of(held) for held in (*yes, *told)), None)


def _of_one_mind(
    claim: SideRef, stated: Mapping[SideRef, Stance], answers: Answers, statements: Statements
) -> dict[SideRef, Stance]:
    """The stances, where who takes the position of a claim that is maintained stands to it as he says: nobody denies his own."""
    position = answers.position_of(claim)
    if statements.stance(claim) not in MAINTAINED or position is None:
        return {**stated}
    own = {side: statements.stance(side) for side in stated if answers.position_of(side) == position}
    return {**stated, **{side: stance for side, stance in own.items() if stance in MAINTAINED}}


def _agreeing(claim: SideRef, answers: Answers, statements: Statements) -> dict[SideRef, Stance]:
    """How those stand to a claim who take a position without being in conflict: as those do who are."""
    own, position = statements.stance(claim), answers.position_of(claim)
    found: dict[SideRef, Stance] = {}
    for side, name in answers.agreeing.items():
        same = name == position
        if not same and tuple(sorted((name, position or ""))) not in answers.against:
            continue
        mine = statements.stance(side)
        if same == (own in MAINTAINED):
            if mine in MAINTAINED:
                found[side] = mine
        elif own in MAINTAINED or own == "denies":
            found[side] = "denies"
    return found


def _claim(conflict: CaseConflict, statements: Statements) -> SideRef:
    """The side that says what the other disputes: which disputes nothing itself, else what is maintained, else the earlier.

    What is told without being believed is the claim, and who tells it denies it.
    """
    a, b = (statements.gists.get(side) for side in (conflict.a, conflict.b))
    if a is None or b is None:
        return conflict.a
    turned = b.dispute == "disbelief" or (a.dispute not in (None, "disbelief") and b.dispute is None)
    maintained = [statements.stance(side) in MAINTAINED for side in (conflict.a, conflict.b)]
    return conflict.b if turned or (b.dispute is None and maintained == [False, True]) else conflict.a


def _stances(claim: SideRef, conflicts: Sequence[CaseConflict], statements: Statements) -> dict[SideRef, Stance]:
    """How each side of the conflicts stands to the claim, from how its own holder stands to it."""
    against: defaultdict[SideRef, list[tuple[SideRef, CaseConflict]]] = defaultdict(list)
    for conflict in conflicts:
        against[conflict.a].append((conflict.b, conflict))
        against[conflict.b].append((conflict.a, conflict))
    found: dict[SideRef, Stance] = {claim: _first(claim, statements)}
    waiting = deque([claim])
    while waiting:
        one = waiting.popleft()
        for other, conflict in against[one]:
            if other not in found:
                stance = answering(
                    statements.stance(other),
                    found[one],
                    turning=conflict.kind in TURNING,
                    standing_for=other in statements.standing_for,
                )
                # who contradicts a contradiction has not said what that one contradicts
                own = stance not in MAINTAINED or _speaks_of(claim, other, statements)
                third = conflict.kind == "figure" and _is_of_claimant(claim, other, statements)
                found[other] = stance if one == claim or (own and not third) else "uncommitted"
                waiting.append(other)
    return found | {claim: statements.stance(claim)}


def _is_of_claimant(claim: SideRef, side: SideRef, statements: Statements) -> bool:
    """Whether who makes a claim tells both: by his other number, which another disputes, he does not deny it."""
    account = statements.account_of.get(claim)
    return account is not None and account == statements.account_of.get(side)


def _speaks_of(claim: SideRef, side: SideRef, statements: Statements) -> bool:
    """Whether a statement has words of a claim, more than one and names apart."""
    gist, other = statements.gists.get(claim), statements.gists.get(side)
    shared = {*gist.terms}.intersection(other.terms) if gist and other else ()
    return sum(not term.startswith("@") for term in shared) >= LEAST_SHARED


def _first(claim: SideRef, statements: Statements) -> Stance:
    """The stance by which others are against it: a rumour, or what its teller does not believe, is asserted by somebody."""
    own, gist = statements.stance(claim), statements.gists.get(claim)
    told = own == "uncommitted" and gist is not None and gist.dispute in (None, "disbelief")
    return "asserts" if told else own


def _mentions(
    claim: SideRef, gist: Gist, statements: Statements, stated: Mapping[SideRef, Stance]
) -> dict[SideRef, Stance]:
    """Statements in no conflict with a claim that speak of the same, and how they stand to it.

    That two people say the same is a claim about both: nearly all of the claim's words have to be there, and in what the
    holder says himself.
    """
    telling = {term for term in gist.terms if not term.startswith("@")}
    least = max(LEAST_SHARED, ceil(LEAST_OVERLAP * len(telling)))
    return {
        side: stance_on(statements.gists[side], statements.stance(side), gist.terms, gist.denied)
        for side in statements.sharing(telling, least)
        if side not in stated
        and statements.lang[side.doc] == statements.lang[claim.doc]
        and side not in statements.conditional
        and len(telling & statements.own_terms(side)) >= least
        and _are_alike(statements.gists[side], gist)
    }


def _are_alike(gist: Gist, claim: Gist) -> bool:
    """Whether nothing sets what two statements say of one thing apart: another judgment, other figures."""
    judged = gist.judgment is not None and claim.judgment is not None and gist.judgment != claim.judgment
    return not judged and (gist.quantities == claim.quantities or not (gist.quantities and claim.quantities))


def _cells(
    claim: SideRef, stated: Mapping[SideRef, Stance], about: Mapping[SideRef, Stance], statements: Statements
) -> Iterator[Cell]:
    """One cell an account: what it says in the conflicts counts before what it says besides."""
    by_account: defaultdict[str, list[SideRef]] = defaultdict(list)
    for side in (*stated, *about):
        if side in statements.account_of:
            by_account[statements.account_of[side]].append(side)
    for account, sides in by_account.items():
        disputed = {stated[side] for side in sides if side in stated}
        if "denies" in disputed and disputed & MAINTAINED:
            stance: CellStance = "divided"
        else:
            stance = strongest(sorted(disputed) or [about[side] for side in sides])
        own = {side: statements.stance(side) for side in sides}
        held = is_held(stance, own.pop(claim, None), own.values(), statements.stance(claim))
        yield Cell(account, stance if held else "uncommitted", tuple(sides))
