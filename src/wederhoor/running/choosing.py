"""Which account a user means."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches
from typing import Final

from wederhoor.errors import WederhoorError
from wederhoor.records import Account, Case, Study
from wederhoor.running.claims import HELD, Claims

SHOWN: Final = 8


def arguing(case: Case, studies: Sequence[Study] = ()) -> tuple[Account, ...]:
    """The accounts that say what leads to what, or deny it, those that maintain most first, speakers before authors with as many.

    ``studies`` know what accounts deny by words like *leidt niet tot*; without them, who says no more than that is left out.
    """
    claims = Claims(studies or [Study(reading=reading) for reading in case.documents])
    found = {account.id: account for account in case.accounts if claims.of(account)}
    return tuple(sorted(found.values(), key=lambda account: -maintained(account, claims)))


def maintained(account: Account, claims: Claims) -> int:
    """How many causal claims an account makes that its holder maintains."""
    return sum(claims.stance(ref) in HELD for ref in claims.of(account))


def choose_account(case: Case, name: str, studies: Sequence[Study] = (), *, author: str = "author") -> Account:
    """The account of this name: its id, its holder in full, or words of the holder's name that only one has.

    ``author`` is what an author is called; alone it will do where there is one. Raises W551 (no such account with causal
    claims) and W552 (several).
    """
    accounts = arguing(case, studies)
    folded = " ".join(name.split()).casefold()
    names = {account.id: _names(account, author) for account in accounts}
    whole = [a for a in accounts if folded == a.id.casefold() or folded in names[a.id]]
    found = whole or [a for a in accounts if any(_holds(name, folded) for name in names[a.id])]
    if len(found) > 1:
        listed = ", ".join(f"{name_of(account, author)} ({account.id})" for account in found[:SHOWN])
        raise WederhoorError("W552", name=name, names=listed)
    if found:
        return found[0]
    raise WederhoorError("W551", name=name, remedy=_remedy(case, accounts, folded, author))


def name_of(account: Account, author: str) -> str:
    """What an account is called."""
    return f"{author} ({account.holder})" if account.author_of else account.holder


def _names(account: Account, author: str) -> set[str]:
    names = {account.holder.casefold(), name_of(account, author).casefold()}
    return names | ({"author", author.casefold()} if account.author_of else set())


def _holds(name: str, part: str) -> bool:
    """Whether some of a name's words in a row are the part."""
    words, wanted = name.split(), part.split()
    return any(words[at : at + len(wanted)] == wanted for at in range(len(words) - len(wanted) + 1))


def _remedy(case: Case, accounts: Sequence[Account], folded: str, author: str) -> str:
    saying = {a.id for a in accounts}
    silent = [a for a in case.accounts if a.id not in saying and folded in _names(a, author)]
    if silent:
        return f"{name_of(silent[0], author)} is in the texts, but says nothing of the kind. {_there(accounts, author)}"
    parts = {
        word: a for a in reversed(accounts) for name in sorted(_names(a, author)) for word in (*name.split(), name)
    }
    close = [parts[word] for word in get_close_matches(folded, list(parts), n=3, cutoff=0.7)]
    if close:
        return f"Did you mean {' or '.join(dict.fromkeys(name_of(a, author) for a in close))}?"
    return _there(accounts, author)


def _there(accounts: Sequence[Account], author: str) -> str:
    more = f" and {len(accounts) - SHOWN} more" if len(accounts) > SHOWN else ""
    return f"There are: {', '.join(name_of(a, author) for a in accounts[:SHOWN])}{more}."
