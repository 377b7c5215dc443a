"""Which accounts have the variables that a user presses, by their names or by those that were merged into them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from wederhoor.errors import WederhoorError
from wederhoor.records import AccountModel, Model, Variable
from wederhoor.running.names import resolve

SHOWN = 6


def resolve_merged(account: AccountModel, name: str) -> str:
    """The variable of this name, or the one that a variable of this name was merged into. Raises W504."""
    try:
        return resolve(account.model, name)
    except WederhoorError:
        kept = account.names.get(" ".join(name.split()).casefold())
        if kept is None:
            raise
        return kept


def kept_name(accounts: Sequence[AccountModel], name: str) -> str:
    """The name under which the first of the accounts that has it knows a variable, else the name itself."""
    for one in accounts:
        if _has(one, name):
            return resolve_merged(one, name)
    return name


def having(accounts: Sequence[AccountModel], names: Sequence[str]) -> tuple[AccountModel, ...]:
    """The accounts that have all of the variables."""
    return tuple(one for one in accounts if all(_has(one, name) for name in names))


def nowhere(accounts: Sequence[AccountModel], kept: Sequence[AccountModel], names: Sequence[str]) -> WederhoorError:
    """Why the variables cannot be compared: W504 where one of them is in no account, W561 where too few have them all."""
    every = list(dict.fromkeys(variable.name for one in accounts for variable in one.model.variables))
    for name in names:
        if not any(_has(one, name) for one in accounts):
            try:
                resolve(
                    Model(name=_listed([one.model.name for one in accounts]), variables=_as_variables(every), edges=()),
                    name,
                )
            except WederhoorError as error:
                return error
    counts = Counter(variable.name for one in accounts for variable in one.model.variables)
    shared = [name for name in every if counts[name] > 1]
    who = f"Only {kept[0].model.name}" if kept else "None"
    remedy = (
        f"Shared are: {', '.join(shared[:SHOWN])}."
        if shared
        else "The accounts share no variable; merge some with --edits FILE."
    )
    return WederhoorError("W561", who=who, names=" and ".join(names), remedy=remedy)


def _has(account: AccountModel, name: str) -> bool:
    try:
        return bool(resolve_merged(account, name))
    except WederhoorError:
        return False


def _as_variables(names: Sequence[str]) -> tuple[Variable, ...]:
    return tuple(Variable(name=name) for name in names)


def _listed(names: Sequence[str]) -> str:
    return ", ".join(names[:SHOWN]) + (f" and {len(names) - SHOWN} more" if len(names) > SHOWN else "")
