"""An account's causal claims -> a model: a signed digraph of what its sentences say rises and falls.

Only what the holder maintains becomes an edge. A link that he denies, doubts, asks, hopes or wishes is kept apart.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

import msgspec

from wederhoor.errors import Notice, WederhoorError, notice
from wederhoor.records import (
    Account,
    AccountModel,
    Case,
    Edge,
    Factor,
    Ground,
    LinkStance,
    Model,
    Ref,
    Sign,
    Study,
    UnheldLink,
)
from wederhoor.records import Variable as ModelVariable
from wederhoor.running.apply_edits import edit_edges, edit_variables, join_variables
from wederhoor.running.claims import HELD, Claims
from wederhoor.running.edits import Edit
from wederhoor.running.merges import find_merges, ground_of
from wederhoor.running.variables import NamedGroup, VariableGroup, VariableTable

Pair = tuple[str, str]
NUMBER: Final = {"up": 1, "down": -1}
SIGNED: Final[dict[Sign, int]] = {"+": 1, "-": -1, "0": 0}
SIGN: Final[dict[int, Sign]] = {1: "+", -1: "-", 0: "0"}


@dataclass(slots=True)
class Drawn:
    """The edges of an account while they come in, each with its signs and grounds, and the variables that its claims touch.

    ``unheld`` are the links that the holder does not maintain, by their ends, sign and his stance.
    """

    signs: dict[Pair, list[Sign]] = field(default_factory=dict)
    grounds: dict[Pair, list[Ground]] = field(default_factory=dict)
    unheld: dict[tuple[Pair, Sign, LinkStance], list[Ground]] = field(default_factory=dict)
    touched: dict[str, VariableGroup] = field(default_factory=dict)
    notices: list[Notice] = field(default_factory=list)


class NamedVariables:
    """The variables of a case after some edits, by the factors of its claims."""

    def __init__(
        self, studies: Sequence[Study], claims: Claims, edits: Sequence[Edit], merges: Sequence[tuple[str, ...]]
    ) -> None:
        self.table = VariableTable(studies)
        join_variables(self.table, merges)
        edit_variables(self.table, edits)
        self._of = self.table.index()
        self.known = (
            {self.pair(ref, *sides)[0] for ref in claims.factors for sides in claims.pairs(ref)} if edits else set()
        )

    def pair(self, ref: Ref, cause: Factor, effect: Factor) -> tuple[Pair, tuple[NamedGroup, NamedGroup], bool]:
        """The names of an edge's ends, the ends, and whether one of the two, not both, is called the opposite of its name."""
        ends = self._of[ref, "cause", cause], self._of[ref, "effect", effect]
        turned = (ends[0].opposite != cause.opposite) != (ends[1].opposite != effect.opposite)
        return (ends[0].name, ends[1].name), ends, turned


def account_models(
    accounts: Sequence[Account],
    case: Case,
    studies: Sequence[Study],
    edits: Sequence[Edit] = (),
    *,
    author: str = "author",
    with_author: bool = False,
    merges: Sequence[tuple[str, ...]] = (),
) -> tuple[AccountModel, ...]:
    """What each account says leads to what, as a model; empty where it says nothing of the kind.

    ``merges`` are variables that are one in all accounts, under the name that comes first; the edits come after them.

    ``author`` is what an author is called. ``with_author``: what the authors of a speaker's documents say counts with his own.
    An edge that an account gives both signs has none, one that it denies as well stays, and one from a variable to itself is
    left out; notices tell. Raises
    W554 to W556 where a line of the edits names no account, variable or edge.
    """
    for edit in edits:
        if edit.account is not None and not any(is_named(account, edit.account) for account in case.accounts):
            why = f"it is for the account of {edit.account}, which is none of the case's"
            remedy = "Write the name in full, as it is shown, or the account's id"
            raise WederhoorError("W554", where=edit.where, line=edit.line, why=why, remedy=remedy)
    claims = Claims(studies, author)
    named: dict[tuple[Edit, ...], NamedVariables] = {}
    found = []
    for account in accounts:
        own = tuple(edit for edit in edits if edit.account is None or is_named(account, edit.account))
        if own not in named:
            named[own] = NamedVariables(studies, claims, own, merges)
        beside = _authors(account, case, claims) if with_author and not account.author_of else ()
        name = f"{author} ({account.holder})" if account.author_of else account.holder
        found.append(_model(account, name, (claims.of(account), beside), claims, named[own], own))
    return tuple(found)


def is_named(account: Account, name: str) -> bool:
    """Whether an edits file means this account: by its id or its holder's name."""
    return name.casefold() in (account.id.casefold(), account.holder.casefold())


def _authors(account: Account, case: Case, claims: Claims) -> tuple[Ref, ...]:
    """The claims of the authors of a speaker's documents."""
    docs = {ref.doc for refs in (account.causal, account.statements) for ref in refs}
    return tuple(ref for other in case.accounts if other.author_of in docs for ref in claims.of(other))


def _model(
    account: Account,
    name: str,
    of: tuple[Sequence[Ref], Sequence[Ref]],
    claims: Claims,
    named: NamedVariables,
    edits: Sequence[Edit],
) -> AccountModel:
    """``of`` are the account's own claims, and those of authors that count with them."""
    drawn = _draw(of, claims, named, name)
    refs = [*of[0], *of[1]]
    edit_edges(drawn, named.table, edits, named.known)
    edges = tuple(_edge(pair, drawn, name) for pair in drawn.signs)
    unheld = tuple(_unheld(key, grounds) for key, grounds in drawn.unheld.items())
    drawn.notices += _both_ways(edges, unheld, name)
    ends = _ends(edges, unheld)
    own = set(refs)
    groups = {end: group.mentions for end, group in drawn.touched.items() if end in ends}
    grounds = {
        end: tuple(ground_of(m, m.factor.span, claims.readings) for m in mentions if m.claim in own)
        for end, mentions in groups.items()
    }
    model = Model(
        name=name,
        variables=tuple(ModelVariable(name=end, grounds=grounds.get(end, ())) for end in ends),
        edges=edges,
        unheld=unheld,
        holder=account.holder,
        lang=next((claims.readings[ref.doc].lang for ref in refs), ""),
    )
    shown = [group for end, group in drawn.touched.items() if end in ends]
    return AccountModel(
        account=account.id,
        model=model,
        merges=find_merges(shown, refs, claims.readings),
        names={m.factor.name.casefold(): end for end, mentions in groups.items() for m in mentions},
        notices=tuple(str(one) for one in drawn.notices),
    )


def _draw(of: tuple[Sequence[Ref], Sequence[Ref]], claims: Claims, named: NamedVariables, name: str) -> Drawn:
    """The links of the claims, and the variables that they touch, in their order.

    An author's link that the speaker himself denies is none of the speaker's account.
    """
    drawn = Drawn()
    beside = frozenset(of[1])
    for ref in (*of[0], *of[1]):
        for cause, effect in claims.pairs(ref):
            pair, ends, turned = named.pair(ref, cause, effect)
            sign = _sign(claims.claims[ref].sign, cause, effect, turned=turned)
            if pair[0] == pair[1]:
                drawn.notices.append(notice("W558", claim=ref.id, doc=ref.doc, name=pair[0]))
            elif ref in beside and _denies(drawn, pair):
                drawn.notices.append(notice("W563", account=name, cause=pair[0], effect=pair[1], doc=ref.doc))
            else:
                drawn.touched |= {end.name: end.group for end in ends}
                _take(drawn, pair, sign, claims.stance(ref), claims.ground(ref))
    return drawn


def _take(drawn: Drawn, pair: Pair, sign: Sign, stance: LinkStance, ground: Ground) -> None:
    """Put a link where it belongs: among the edges where it is maintained, else apart."""
    if stance in HELD:
        drawn.signs.setdefault(pair, []).append(sign)
        drawn.grounds.setdefault(pair, []).append(ground)
    else:
        drawn.unheld.setdefault((pair, sign, stance), []).append(ground)


def _denies(drawn: Drawn, pair: Pair) -> bool:
    return any(other == pair and stance == "denies" for other, _, stance in drawn.unheld)


def _ends(edges: Sequence[Edge], unheld: Sequence[UnheldLink]) -> list[str]:
    """The variables of the links, in their order."""
    links: tuple[Edge | UnheldLink, ...] = (*edges, *unheld)
    return [*dict.fromkeys(end for link in links for end in (link.cause, link.effect))]


def _unheld(key: tuple[Pair, Sign, LinkStance], grounds: Sequence[Ground]) -> UnheldLink:
    (cause, effect), sign, stance = key
    return UnheldLink(cause=cause, effect=effect, sign=sign, stance=stance, grounds=tuple(grounds))


def _both_ways(edges: Sequence[Edge], unheld: Sequence[UnheldLink], name: str) -> Iterator[Notice]:
    """What an account says here and denies or doubts there; both are kept."""
    held = {(edge.cause, edge.effect) for edge in edges}
    against = [link for link in unheld if link.stance in ("denies", "doubts")]
    for cause, effect in dict.fromkeys((link.cause, link.effect) for link in against):
        if (cause, effect) in held:
            yield notice("W562", account=name, cause=cause, effect=effect)


def _sign(sign: Sign, cause: Factor, effect: Factor, *, turned: bool) -> Sign:
    """The sign of the edge: that of the claim, which is about what the sides say, turned for every side that goes down."""
    return SIGN[SIGNED[sign] * NUMBER[cause.change] * NUMBER[effect.change] * (-1 if turned else 1)]


def _edge(pair: Pair, drawn: Drawn, name: str) -> Edge:
    told = {sign for sign in drawn.signs[pair] if sign != "0"}
    if len(told) > 1:
        drawn.notices.append(notice("W557", account=name, cause=pair[0], effect=pair[1]))
    sign = next(iter(told)) if len(told) == 1 else "0"
    grounds = drawn.grounds[pair]
    if len(told) > 1:
        given = zip(grounds, drawn.signs[pair], strict=True)
        grounds = [msgspec.structs.replace(ground, sign=one) for ground, one in given]
    return Edge(cause=pair[0], effect=pair[1], sign=sign, grounds=tuple(grounds))
