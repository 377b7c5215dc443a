"""What the accounts differ over: a matrix of issues by accounts, in the manner of the analysis of competing hypotheses.

Heuer (1999) has an analyst fill in such a matrix; here every cell comes from the text, with the statements that it rests on.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from wederhoor.cases.stances import stance_of, strongest
from wederhoor.records import Account, CaseConflict, Cell, CellStance, Gist, Issue, SideRef, Study

MOST_TERMS = 6
LEAST_SHARED = 2
"""Terms that a statement shares with a claim, at least, to be about it without being in conflict with it."""
LEAST_OVERLAP = 0.5


def find_issues(
    studies: Sequence[Study], conflicts: Sequence[CaseConflict], accounts: Sequence[Account]
) -> tuple[Issue, ...]:
    """One issue for every claim that is disputed; conflicts over the same claim are one issue. In the order of conflicts."""
    gists = {SideRef(s.reading.doc, g.side): g for s in studies for g in s.gists}
    account_of = {
        **{SideRef(ref.doc, ref.id): a.id for a in accounts for ref in a.statements},
        **{side: a.id for a in accounts if a.author_of for side in gists if _is_author(side, a.author_of)},
    }
    by_claim: defaultdict[SideRef, list[CaseConflict]] = defaultdict(list)
    claim_of: dict[SideRef, SideRef] = {}
    for conflict in conflicts:
        claim = claim_of.get(conflict.a) or claim_of.get(conflict.b) or conflict.a
        claim_of[conflict.a] = claim_of[conflict.b] = claim
        by_claim[claim].append(conflict)
    return tuple(
        Issue(
            id=f"Q{number}",
            claim=claim,
            terms=_terms(gists.get(claim)),
            cells=_cells(claim, found, gists, account_of),
            conflicts=tuple(c.id for c in found),
        )
        for number, (claim, found) in enumerate(by_claim.items(), start=1)
    )


def left_out(issues: Sequence[Issue], account: Account) -> tuple[str, ...]:
    """The issues that other accounts speak of and this one does not, by id."""
    return tuple(issue.id for issue in issues if all(cell.account != account.id for cell in issue.cells))


def shared(issues: Sequence[Issue], one: Account, other: Account) -> tuple[str, ...]:
    """The issues on which two accounts say the same, by id."""
    return tuple(
        issue.id
        for issue in issues
        if len({cell.stance for cell in issue.cells if cell.account in (one.id, other.id)}) == 1
        and {one.id, other.id} <= {cell.account for cell in issue.cells}
    )


def _cells(
    claim: SideRef,
    conflicts: Sequence[CaseConflict],
    gists: Mapping[SideRef, Gist],
    account_of: Mapping[SideRef, str],
) -> tuple[Cell, ...]:
    against: dict[SideRef, CellStance] = {claim: "asserts"}
    for conflict in conflicts:
        for side in (conflict.a, conflict.b):
            if side not in against:
                gist = gists.get(side)
                against[side] = "doubts" if gist and gist.dispute == "doubt" else "denies"
    if (about := gists.get(claim)) is not None:
        for side, gist in gists.items():
            if side not in against and _is_about(gist, about):
                against[side] = stance_of(gist, about.terms)
    by_account: defaultdict[str, list[SideRef]] = defaultdict(list)
    for side in against:
        if side in account_of:
            by_account[account_of[side]].append(side)
    return tuple(
        Cell(account, strongest([against[side] for side in sides]), tuple(sides))
        for account, sides in by_account.items()
    )


def _is_about(gist: Gist, claim: Gist) -> bool:
    """Whether a statement that is in no conflict with a claim speaks of the same all the same."""
    if gist.speaker is None:
        return False
    common = [term for term in gist.terms if term in claim.terms]
    telling = [term for term in common if not term.startswith("@")]
    return len(telling) >= LEAST_SHARED and len(common) >= LEAST_OVERLAP * len(claim.terms)


def _terms(claim: Gist | None) -> tuple[str, ...]:
    terms = claim.terms if claim else ()
    return tuple(term.removeprefix("@") for term in terms[:MOST_TERMS])


def _is_author(side: SideRef, doc: str) -> bool:
    return side.doc == doc and not isinstance(side.side, str)
