"""Studies -> Case."""

from __future__ import annotations

from collections.abc import Sequence

from wederhoor.cases.accounts import find_accounts, holder_names
from wederhoor.cases.actors import join_actors
from wederhoor.cases.conflicts import find_case_conflicts
from wederhoor.cases.holders import Holders, read_coalitions
from wederhoor.cases.issues import find_issues
from wederhoor.cases.rules import find_rules
from wederhoor.languages.pack import LanguagePack
from wederhoor.records import Case, Study


def build_case(studies: Sequence[Study], pack: LanguagePack, joins: Sequence[str] = ()) -> Case:
    """Put documents side by side. ``joins`` are coalitions, ``name=one,other``: holders whose word counts as one account.

    Raises WederhoorError W701 and W702 for a coalition that has no such form or names nobody of the case.
    """
    readings = [study.reading for study in studies]
    actors = join_actors(readings, pack)
    holders = Holders(readings, actors)
    names = {name.casefold(): key for key, name in holder_names(readings, actors, holders).items() if name}
    conflicts = find_case_conflicts(studies, pack)
    accounts = find_accounts(readings, actors, holders, conflicts, read_coalitions(joins, names))
    return Case(
        documents=tuple(readings),
        actors=actors,
        accounts=accounts,
        conflicts=conflicts,
        issues=find_issues(studies, conflicts, accounts),
        rules=find_rules(studies, accounts),
    )
