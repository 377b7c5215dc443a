"""Case -> what each account maintains, as it is shown, and what it shares with each other one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping

from wederhoor.cases import shared, silent_on
from wederhoor.exchange.cases.account_items import Items
from wederhoor.exchange.cases.quotes import Quotes
from wederhoor.exchange.cases.report import (
    Common,
    ShownAccount,
)
from wederhoor.records import Account, Case, Ref, SideRef

BRIEF = 2
"""Items of an account that says little, at most."""


def shown_accounts(case: Case, quotes: Quotes) -> tuple[ShownAccount, ...]:
    items = Items(case, quotes)
    common = _in_common(case)
    taking_part = {cell.account for issue in case.issues for cell in issue.cells}
    silent = silent_on(case.issues)
    names = {actor.id: actor.name for actor in case.actors}
    return tuple(
        ShownAccount(
            id=account.id,
            holder=account.holder,
            author_of=account.author_of,
            members=_members(account, items, names),
            brief=account.id not in taking_part and not account.conflicts and _size(account) <= BRIEF,
            statements=items.statements(account),
            causes=items.causes(account),
            rules=tuple(ref.id for ref in account.conditions),
            forecasts=items.forecasts(account),
            events=items.events(account),
            with_others=tuple(common.get(account.id, ())),
            not_quoted_on=silent.get(account.id, ()),
        )
        for account in case.accounts
    )


def _members(account: Account, items: Items, names: Mapping[str, str]) -> tuple[str, ...]:
    """Who is in a coalition; empty for a holder by himself."""
    found = dict.fromkeys([*(names[actor] for actor in account.actors), *items.other_speakers(account)])
    return tuple(found) if len(found) > 1 else ()


def _in_common(case: Case) -> dict[str, list[Common]]:
    """Of every account, what it shares with each other account and where they collide."""
    account_of = account_of_side(case)
    collided: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for conflict in case.conflicts:
        one, other = account_of(conflict.a), account_of(conflict.b)
        if one and other and one != other:
            collided[one, other].append(conflict.id)
            collided[other, one].append(conflict.id)
    both = shared(case.issues, case.conflicts)
    order = {account.id: at for at, account in enumerate(case.accounts)}
    found: defaultdict[str, list[Common]] = defaultdict(list)
    for pair in sorted({**collided, **both}, key=lambda pair: (order[pair[0]], order[pair[1]])):
        shares, collides = both.get(pair, ()), tuple(collided.get(pair, ()))
        found[pair[0]].append(Common(account=pair[1], shares=shares, collides=collides))
    return found


def _size(account: Account) -> int:
    return max(len(account.statements), len(account.causal) + len(account.conditions) + len(account.forecasts))


def account_of_side(case: Case) -> Callable[[SideRef], str | None]:
    """The account of a side of a conflict."""
    statements = {ref: a.id for a in case.accounts for ref in a.statements}
    authors = {a.author_of: a.id for a in case.accounts if a.author_of}

    def account(side: SideRef) -> str | None:
        return statements.get(Ref(side.doc, side.side)) if isinstance(side.side, str) else authors.get(side.doc)

    return account
