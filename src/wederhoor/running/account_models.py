"""An account's causal claims -> a model: a signed digraph of what its sentences say rises and falls."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from wederhoor.errors import Notice, WederhoorError, notice
from wederhoor.records import (
    Account,
    AccountModel,
    Case,
    CausalClaim,
    ClaimFactors,
    Edge,
    Factor,
    Ground,
    Model,
    Reading,
    Ref,
    Sign,
    Study,
    Variable,
)
from wederhoor.running.editing import edit_edges, edit_variables
from wederhoor.running.edits import Edit
from wederhoor.running.merges import find_merges, ground_of
from wederhoor.running.variables import Group, VariableTable

Pair = tuple[str, str]
NUMBER: Final = {"up": 1, "down": -1}
SIGNED: Final[dict[Sign, int]] = {"+": 1, "-": -1, "0": 0}
SIGN: Final[dict[int, Sign]] = {1: "+", -1: "-", 0: "0"}


@dataclass(slots=True)
class Drawn:
    """The edges of an account while they come in, each with its signs and grounds."""

    signs: dict[Pair, list[Sign]] = field(default_factory=dict)
    grounds: dict[Pair, list[Ground]] = field(default_factory=dict)

    def add(self, pair: Pair, sign: Sign, ground: Ground) -> None:
        self.signs.setdefault(pair, []).append(sign)
        self.grounds.setdefault(pair, []).append(ground)


class Claims:
    """The causal claims of a case, with their factors and readings."""

    def __init__(self, studies: Sequence[Study]) -> None:
        self.readings: dict[str, Reading] = {s.reading.doc: s.reading for s in studies}
        self.claims: dict[Ref, CausalClaim] = {Ref(s.reading.doc, c.id): c for s in studies for c in s.reading.causal}
        self.factors: dict[Ref, ClaimFactors] = {Ref(s.reading.doc, f.claim): f for s in studies for f in s.factors}

    def pairs(self, ref: Ref) -> list[tuple[Factor, Factor]]:
        """Every variable of a claim's cause with every one of its effect."""
        factors = self.factors.get(ref)
        return [(cause, effect) for cause in factors.cause for effect in factors.effect] if factors else []

    def ground(self, ref: Ref) -> Ground:
        """The words of a claim, from the first of its cause, effect and marker to the last."""
        reading, claim = self.readings[ref.doc], self.claims[ref]
        spans = [claim.cause, claim.effect, *([claim.marker] if claim.marker else [])]
        whole = min(s[0] for s in spans), max(s[1] for s in spans)
        return Ground(
            quote=reading.text[whole[0] : whole[1]],
            source=ref.doc,
            spans=(whole,),
            date=reading.date,
            holder=claim.holder,
            claim=ref.id,
        )


def account_model(
    account: Account,
    case: Case,
    studies: Sequence[Study],
    edits: Sequence[Edit] = (),
    *,
    author: str = "author",
    with_author: bool = False,
) -> AccountModel:
    """What an account says leads to what, as a model; empty where it says nothing of the kind.

    ``author`` is what an author is called. ``with_author``: what the authors of a speaker's documents say counts with his own.
    An edge that the account gives both signs has none, and one from a variable to itself is left out; notices tell. Raises
    W555 and W556 where an edit names no variable or edge.
    """
    claims = Claims(studies)
    own = tuple(edit for edit in edits if edit.account is None or is_named(account, edit.account))
    table = VariableTable(studies)
    edit_variables(table, own)
    refs = _refs(account, case, with_author=with_author)
    drawn = Drawn()
    notices: list[Notice] = []
    groups = _draw(drawn, refs, claims, table, notices)
    edit_edges(drawn, table, own, _known(case, claims, table) if own else ())
    name = f"{author} ({account.holder})" if account.author_of else account.holder
    edges = tuple(_edge(pair, drawn, name, notices) for pair in drawn.signs)
    ends = dict.fromkeys(end for edge in edges for end in (edge.cause, edge.effect))
    shown = [group for group in groups if group.shown() in ends]
    model = Model(
        name=name,
        variables=tuple(Variable(name=end, grounds=_variable_grounds(end, shown, refs, claims)) for end in ends),
        edges=edges,
        holder=account.holder,
        lang=next((claims.readings[ref.doc].lang for ref in refs), "nl"),
    )
    return AccountModel(
        account=account.id,
        model=model,
        merges=find_merges(shown, refs, claims.readings),
        notices=tuple(str(one) for one in notices),
    )


def account_models(
    accounts: Sequence[Account],
    case: Case,
    studies: Sequence[Study],
    edits: Sequence[Edit] = (),
    *,
    author: str = "author",
    with_author: bool = False,
) -> tuple[AccountModel, ...]:
    """The models of several accounts. Raises W554 where a line of the edits is for an account that is not in the case."""
    for edit in edits:
        if edit.account is not None and not any(is_named(account, edit.account) for account in case.accounts):
            why = f"it is for the account of {edit.account}, which is none of the case's"
            remedy = "Write the name in full, as it is shown, or the account's id"
            raise WederhoorError("W554", where=edit.where, line=edit.line, why=why, remedy=remedy)
    return tuple(
        account_model(account, case, studies, edits, author=author, with_author=with_author) for account in accounts
    )


def is_named(account: Account, name: str) -> bool:
    """Whether an edits file means this account: by its id or its holder's name."""
    return name.casefold() in (account.id.casefold(), account.holder.casefold())


def _refs(account: Account, case: Case, *, with_author: bool) -> tuple[Ref, ...]:
    if not with_author or account.author_of:
        return account.causal
    docs = {ref.doc for refs in (account.causal, account.statements) for ref in refs}
    authors = [other for other in case.accounts if other.author_of in docs]
    return (*account.causal, *(ref for other in authors for ref in other.causal))


def _draw(
    drawn: Drawn, refs: Iterable[Ref], claims: Claims, table: VariableTable, notices: list[Notice]
) -> list[Group]:
    """The edges of the claims; the variables that they touch, in their order."""
    index = table.index()
    touched: dict[int, Group] = {}
    for ref in refs:
        for cause, effect in claims.pairs(ref):
            ends = index[ref, "cause", cause], index[ref, "effect", effect]
            touched |= {id(group): group for group in ends}
            pair = ends[0].shown(), ends[1].shown()
            if ends[0] is ends[1]:
                notices.append(notice("W558", claim=ref.id, doc=ref.doc, name=pair[0]))
                continue
            turned = ends[0].turns(cause) != ends[1].turns(effect)
            drawn.add(pair, _sign(claims.claims[ref].sign, cause, effect, turned=turned), claims.ground(ref))
    return list(touched.values())


def _known(case: Case, claims: Claims, table: VariableTable) -> set[Pair]:
    """The edges of all accounts."""
    index = table.index()
    refs = [ref for account in case.accounts for ref in account.causal]
    return {
        (index[ref, "cause", cause].shown(), index[ref, "effect", effect].shown())
        for ref in refs
        for cause, effect in claims.pairs(ref)
    }


def _sign(sign: Sign, cause: Factor, effect: Factor, *, turned: bool) -> Sign:
    """The sign of the edge: that of the claim, which is about what the sides say, turned for every side that goes down.

    ``turned``: one of the two, not both, is called the opposite of the name of its variable.
    """
    return SIGN[SIGNED[sign] * NUMBER[cause.change] * NUMBER[effect.change] * (-1 if turned else 1)]


def _edge(pair: Pair, drawn: Drawn, name: str, notices: list[Notice]) -> Edge:
    told = {sign for sign in drawn.signs[pair] if sign != "0"}
    if len(told) > 1:
        notices.append(notice("W557", account=name, cause=pair[0], effect=pair[1]))
    sign = next(iter(told)) if len(told) == 1 else "0"
    return Edge(cause=pair[0], effect=pair[1], sign=sign, grounds=tuple(drawn.grounds[pair]))


def _variable_grounds(name: str, groups: Iterable[Group], refs: Sequence[Ref], claims: Claims) -> tuple[Ground, ...]:
    own = set(refs)
    return tuple(
        ground_of(mention, mention.factor.span, claims.readings)
        for group in groups
        if group.shown() == name
        for mention in group.mentions
        if mention.claim in own
    )
