"""Studies -> Case."""

from __future__ import annotations

import gc
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager

from wederhoor.cases.accounts import find_accounts, holder_names
from wederhoor.cases.actors import join_actors
from wederhoor.cases.bystanders import with_bystanders
from wederhoor.cases.conflicts import find_case_conflicts
from wederhoor.cases.copies import collided_once, find_copies, repeated, said_once
from wederhoor.cases.courses import find_courses, find_self_contradictions
from wederhoor.cases.holders import AccountHolders, kept_coalitions, read_coalitions, spoken_names
from wederhoor.cases.issues import find_issues
from wederhoor.cases.matter import Strangers
from wederhoor.cases.propositions import find_oppositions, without_claims
from wederhoor.cases.retellings import Mouths, find_retellings, with_retellings
from wederhoor.cases.rules import rules_of_case
from wederhoor.cases.statements import index_statements, of_accounts
from wederhoor.languages.pack import LanguagePack
from wederhoor.languages.several import Packs, as_packs
from wederhoor.reading.memo import Memo
from wederhoor.records import Case, CaseActor, IssueCorrections, Parting, Reading, SideRef, Study


def build_case(  # noqa: PLR0913, PLR0917  # people say things of several kinds of a case
    studies: Sequence[Study],
    packs: Packs | LanguagePack,
    joins: Sequence[str] = (),
    rejected: Collection[tuple[SideRef, SideRef]] = (),
    kept: Sequence[str] = (),
    corrected: IssueCorrections | None = None,
    memo: Memo | None = None,
    partings: Sequence[Parting] = (),
) -> Case:
    """Put documents side by side, in one language or several, whose packs are ``packs``.

    ``joins`` are coalitions, ``name=one,other``: holders whose word counts as one account.

    ``rejected`` are statements of two documents that do not collide, whatever is found. ``kept`` are coalitions of an earlier
    day, by the names of speakers: who says nothing in these documents is passed over. ``corrected`` is what people said of
    issues, ``partings`` that actors whom the rule takes for one are two. ``memo`` has what was worked out for these documents
    before, when they were put together with others or without: the case is the same, and made in a fraction of the time.

    The documents have different names and different texts; see ``apart``. Raises WederhoorError W701 to W703 for a coalition
    that has no such form, names nobody of the case, or does not say whom.
    """
    memo = Memo(lasting=False) if memo is None else memo
    packs = as_packs(packs)
    memo.new_round(*packs.by_code.values())
    with _collector_paused():
        readings = [study.reading for study in studies]
        actors = join_actors(readings, packs, memo, partings)
        return _put_together(studies, actors, packs, joins, rejected, kept, corrected or IssueCorrections(), memo)


@contextmanager
def _collector_paused() -> Iterator[None]:
    """Records are in no circles: the collector of these would look through all of a case again and again, in vain."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


def _put_together(  # noqa: PLR0913, PLR0917  # as ``build_case``
    studies: Sequence[Study],
    actors: Sequence[CaseActor],
    packs: Packs,
    joins: Sequence[str],
    rejected: Collection[tuple[SideRef, SideRef]],
    kept: Sequence[str],
    said: IssueCorrections,
    memo: Memo,
) -> Case:
    readings = [study.reading for study in studies]
    holders = AccountHolders(readings, actors, packs.indefinite)
    names = holder_names(readings, actors, holders)
    spoken = spoken_names(readings, holders)
    coalitions = {**kept_coalitions(kept, spoken), **read_coalitions(joins, names, spoken)}
    copies = find_copies(readings, memo)
    told_again = repeated(readings, copies)
    once = without_claims(said_once(studies, copies, told_again, memo), {*said.unclaimed})
    opposed = find_oppositions(once, actors, holders, packs, memo)
    found = find_case_conflicts(once, actors, opposed.conflicts, packs, rejected, said.unclaimed, memo)
    first = collided_once(found, told_again)
    statements = index_statements(once)
    mouths = Mouths(readings, actors, holders, packs)
    again = find_retellings(first, statements, mouths, Strangers(readings, actors, packs), packs, said.unclaimed)
    conflicts = with_retellings(first, again, mouths, rejected)
    accounts = find_accounts(readings, holders, conflicts, coalitions, names)
    statements = of_accounts(statements, accounts, again)
    return Case(
        documents=tuple(readings),
        actors=with_bystanders(actors, studies, packs, memo),
        accounts=accounts,
        conflicts=conflicts,
        issues=find_issues(statements, conflicts, opposed, said, packs, memo),
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
