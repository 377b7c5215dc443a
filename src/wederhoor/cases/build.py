"""Studies -> Case."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from wederhoor.cases.accounts import find_accounts, holder_names
from wederhoor.cases.actors import join_actors
from wederhoor.cases.conflicts import find_case_conflicts
from wederhoor.cases.copies import collided_once, find_copies, repeated, said_once
from wederhoor.cases.courses import find_courses, find_self_contradictions
from wederhoor.cases.holders import AccountHolders, kept_coalitions, read_coalitions, spoken_names
from wederhoor.cases.issues import find_issues
from wederhoor.cases.propositions import find_oppositions, without_claims
from wederhoor.cases.rules import rules_of_case
from wederhoor.cases.statements import index_statements
from wederhoor.languages.pack import LanguagePack
from wederhoor.languages.several import Packs, as_packs
from wederhoor.records import Case, IssueCorrections, Reading, SideRef, Study


def build_case(
    studies: Sequence[Study],
    packs: Packs | LanguagePack,
    joins: Sequence[str] = (),
    rejected: Collection[tuple[SideRef, SideRef]] = (),
    kept: Sequence[str] = (),
    corrected: IssueCorrections | None = None,
) -> Case:
    """Put documents side by side, in one language or several, whose packs are ``packs``.

    ``joins`` are coalitions, ``name=one,other``: holders whose word counts as one account.

    ``rejected`` are statements of two documents that do not collide, whatever is found. ``kept`` are coalitions of an earlier
    day, by the names of speakers: who says nothing in these documents is passed over. ``corrected`` is what people said of
    issues.

    The documents have different names and different texts; see ``apart``. Raises WederhoorError W701 to W703 for a coalition
    that has no such form, names nobody of the case, or does not say whom.
    """
    readings = [study.reading for study in studies]
    packs = as_packs(packs)
    actors = join_actors(readings, packs)
    holders = AccountHolders(readings, actors, packs.indefinite)
    names = holder_names(readings, actors, holders)
    spoken = spoken_names(readings, holders)
    coalitions = {**kept_coalitions(kept, spoken), **read_coalitions(joins, names, spoken)}
    copies = find_copies(readings)
    told_again = repeated(readings, copies)
    said = corrected or IssueCorrections()
    once = without_claims(said_once(studies, copies, told_again), {*said.unclaimed})
    opposed = find_oppositions(once, actors, holders, packs)
    conflicts = collided_once(
        find_case_conflicts(once, actors, opposed.conflicts, packs, rejected, said.unclaimed), told_again
    )
    accounts = find_accounts(readings, holders, conflicts, coalitions, names)
    statements = index_statements(once, accounts)
    return Case(
        documents=tuple(readings),
        actors=actors,
        accounts=accounts,
        conflicts=conflicts,
        issues=find_issues(statements, conflicts, opposed, said, packs),
        rules=rules_of_case(studies, accounts, statements, holders),
        changes=find_self_contradictions(opposed.contradictions, actors, holders, packs),
        courses=find_courses(opposed.updates),
        copies=copies,
        repeated=told_again,
    )


def apart(studies: Sequence[Study]) -> tuple[list[Study], list[tuple[Reading, Reading]]]:
    """The studies without those whose text came before, and of each that is left out its reading and the one it repeats."""
    kept: dict[str, Study] = {}
    copies = []
    for study in studies:
        first = kept.setdefault(study.reading.sha256, study)
        if first is not study:
            copies.append((study.reading, first.reading))
    return list(kept.values()), copies
