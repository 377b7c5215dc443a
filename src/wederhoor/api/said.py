"""What people said of a case as a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Self

import msgspec

from wederhoor.errors import Notice, WederhoorError, asking_for_extras, notice
from wederhoor.records import IssueCorrections, Parting, SideRef

if TYPE_CHECKING:
    from sqlalchemy import Connection

_ADDRESS: Final = "postgresql"
_DATABASE: Final = b"SQLite format 3\0"


class SaidOfCase(msgspec.Struct, frozen=True, kw_only=True):
    """What people said of cases as a whole.

    Coalitions as ``build_case`` takes them, statements of two documents that do not collide, variables that are one, under the
    name that comes first, what was said of issues, and who are not one whom the program takes for one.
    """

    coalitions: tuple[str, ...] = ()
    rejected: tuple[tuple[SideRef, SideRef], ...] = ()
    merges: tuple[tuple[str, ...], ...] = ()
    issues: IssueCorrections = IssueCorrections()
    partings: tuple[Parting, ...] = ()

    def also(self, other: Self) -> Self:
        """What was said of both."""
        return type(self)(
            coalitions=(*self.coalitions, *other.coalitions),
            rejected=(*self.rejected, *other.rejected),
            merges=(*self.merges, *other.merges),
            issues=self.issues.also(other.issues),
            partings=(*self.partings, *other.partings),
        )


def said_in(db: Connection, where: str) -> tuple[SaidOfCase, tuple[Notice, ...]]:
    """What people said of the case in a database, and of what there none can be found any more (W816)."""
    from wederhoor.store import (  # an extra
        coalitions,
        issue_corrections,
        lost_joins,
        merged_variables,
        rejected_pairs,
        standing_partings,
    )

    lost = tuple(
        notice("W816", number=number, names=", ".join(names), where=where) for number, names in lost_joins(db).items()
    )
    issues, gone = issue_corrections(db)
    parted, nobody = standing_partings(db)
    lost += tuple(notice("W819", number=number, where=where) for number in (*gone, *nobody))
    said = SaidOfCase(
        coalitions=tuple(coalitions(db)),
        rejected=tuple(rejected_pairs(db)),
        merges=tuple(merged_variables(db)),
        issues=issues,
        partings=parted,
    )
    return said, lost


def is_kept(source: str) -> bool:
    """Whether this is a case that is kept. SQLAlchemy, which takes a quarter of a second, is loaded for what may be one only.

    Raises W801 for a database of another program, W204 where the extra is missing that opens cases.
    """
    if not source.startswith(_ADDRESS):
        try:
            with open(source, "rb") as file:  # noqa: PTH123  # Path("") is the current folder
                if file.read(len(_DATABASE)) != _DATABASE:
                    return False
        except (OSError, ValueError):
            return False
    with asking_for_extras():
        from wederhoor.store import is_case  # the same

    if not is_case(source):
        raise WederhoorError("W801", where=source, why="it is a database of another program")
    return True
