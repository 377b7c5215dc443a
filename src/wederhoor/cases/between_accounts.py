"""What issues have in common: those of one matter, who is not quoted on which, and on which two accounts say the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from wederhoor.records import MAINTAINED, CaseConflict, CellStance, Issue

TURNING = ("denial", "evaluation")
"""Conflicts in which who contradicts a denial says what was denied; a third figure is no return to the first."""


def silent_on(issues: Sequence[Issue]) -> dict[str, tuple[str, ...]]:
    """Of every account, by id, the issues of the matters that it takes part in on which it is not quoted.

    That is silence of the texts: whom a journalist did not quote on something may well have spoken of it.
    """
    found: defaultdict[str, list[str]] = defaultdict(list)
    for matter in matters(issues):
        taking_part = dict.fromkeys(cell.account for issue in matter for cell in issue.cells)
        for issue in matter:
            speaking = {cell.account for cell in issue.cells}
            for account in taking_part:
                if account not in speaking:
                    found[account].append(issue.id)
    return {account: tuple(names) for account, names in found.items()}


def matters(issues: Sequence[Issue]) -> list[list[Issue]]:
    """Issues that are of one matter: those of one document, and those of documents that have an issue in common.

    That who speaks of a lock is silent about a football match in another text says nothing.
    """
    first: dict[str, str] = {}

    def root(doc: str) -> str:
        while first.setdefault(doc, doc) != doc:
            doc = first[doc]
        return doc

    for issue in issues:
        docs = [issue.claim.doc, *(side.doc for cell in issue.cells for side in cell.statements)]
        for doc in docs[1:]:
            one, other = sorted((root(docs[0]), root(doc)))
            first[other] = one
    found: defaultdict[str, list[Issue]] = defaultdict(list)
    for issue in issues:
        found[root(issue.claim.doc)].append(issue)
    return list(found.values())


def shared(issues: Sequence[Issue], conflicts: Sequence[CaseConflict]) -> dict[tuple[str, str], tuple[str, ...]]:
    """The issues on which two accounts say the same, by the ids of both.

    Who names another figure, doer or cause than the claim does need not be of one mind with who does so too.
    """
    kinds = {conflict.id: conflict.kind for conflict in conflicts}
    found: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for issue in issues:
        turning = all(kinds[name] in TURNING for name in issue.conflicts)
        same = [(cell.account, sided) for cell in issue.cells if (sided := _sided(cell.stance, turning=turning))]
        for one, stance in same:
            for other, another in same:
                if one != other and stance == another:
                    found[one, other].append(issue.id)
    return {pair: tuple(names) for pair, names in found.items()}


def _sided(stance: CellStance, *, turning: bool) -> str | None:
    if stance in MAINTAINED:
        return "for"
    return "against" if turning and stance == "denies" else None
