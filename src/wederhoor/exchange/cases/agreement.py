"""Whether the cells of a case agree with the statements under them. Nothing is shown that does not."""

from __future__ import annotations

from collections.abc import Iterator

from wederhoor.cases import own_stances
from wederhoor.records import MAINTAINED, Case, CellStance, Stance


class MisreportedCaseError(ValueError):
    """A case has somebody hold what his statements do not say."""


def check_cells(case: Case) -> None:
    """Refuse a case in which an account holds more of a claim than its statements do.

    A claim that its own holder denies, doubts, asks or hopes is maintained by nobody on that statement. To maintain a claim takes
    a statement that its holder maintains, or one that denies another's denial; to deny it one of these two as well.
    """
    own = own_stances(case.documents)
    for issue in case.issues:
        claimed = own(issue.claim)
        for cell in issue.cells:
            by_claim = claimed if issue.claim in cell.statements else None
            stances = {own(side) for side in cell.statements if side != issue.claim}
            for why in _beyond(cell.stance, by_claim, stances, denied=claimed == "denies"):
                message = f"{issue.id}: account {cell.account} {cell.stance} its claim, {why}. This is a fault of the program."
                raise MisreportedCaseError(message)


def _beyond(cell: CellStance, by_claim: Stance | None, others: set[Stance], *, denied: bool) -> Iterator[str]:
    """What the cell says without a statement for it. ``by_claim`` is the stance of the account's own claim."""
    maintained = by_claim in MAINTAINED or not others.isdisjoint(MAINTAINED) or (denied and "denies" in others)
    against = by_claim == "denies" or not others.isdisjoint({*MAINTAINED, "denies"})
    if (cell in MAINTAINED or cell == "divided") and not maintained:
        yield "which none of its statements maintains"
    if cell in ("denies", "divided") and not against:
        yield "which none of its statements contradicts"
    if by_claim == "denies" and cell not in ("denies", "divided"):
        yield "though its own word for it is a denial"
