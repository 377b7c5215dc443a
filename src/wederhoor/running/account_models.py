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
)
from wederhoor.records import Variable as ModelVariable
from wederhoor.running.editing import edit_edges, edit_variables, join_variables
from wederhoor.running.edits import Edit
from wederhoor.running.merges import find_merges, ground_of
from wederhoor.running.variables import Group, Variable, VariableTable

Pair = tuple[str, str]
NUMBER: Final = {"up": 1, "down": -1}
SIGNED: Final[dict[Sign, int]] = {"+": 1, "-": -1, "0": 0}
SIGN: Final[dict[int, Sign]] = {1: "+", -1: "-", 0: "0"}


@dataclass(slots=True)
class Drawn:
    """The edges of an account while they come in, each with its signs and grounds, and the variables that its claims touch."""

    signs: dict[Pair, list[Sign]] = field(default_factory=dict)
    grounds: dict[Pair, list[Ground]] = field(default_factory=dict)
    touched: dict[str, Group] = field(default_factory=dict)
    notices: list[Notice] = field(default_factory=list)


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


class Named:
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

    def pair(self, ref: Ref, cause: Factor, effect: Factor) -> tuple[Pair, tuple[Variable, Variable], bool]:
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
    An edge that an account gives both signs has none, and one from a variable to itself is left out; notices tell. Raises
    W554 to W556 where a line of the edits names no account, variable or edge.
    """
    for edit in edits:
        if edit.account is not None and not any(is_named(account, edit.account) for account in case.accounts):
            why = f"it is for the account of {edit.account}, which is none of the case's"
            remedy = "Write the name in full, as it is shown, or the account's id"
            raise WederhoorError("W554", where=edit.where, line=edit.line, why=why, remedy=remedy)
    claims = Claims(studies)
    named: dict[tuple[Edit, ...], Named] = {}
    found = []
    for account in accounts:
        own = tuple(edit for edit in edits if edit.account is None or is_named(account, edit.account))
        if own not in named:
            named[own] = Named(studies, claims, own, merges)
        refs = _refs(account, case, with_author=with_author)
        name = f"{author} ({account.holder})" if account.author_of else account.holder
        found.append(_model(account, name, refs, claims, named[own], own))
    return tuple(found)


def is_named(account: Account, name: str) -> bool:
    """Whether an edits file means this account: by its id or its holder's name."""
    return name.casefold() in (account.id.casefold(), account.holder.casefold())


def _refs(account: Account, case: Case, *, with_author: bool) -> tuple[Ref, ...]:
    if not with_author or account.author_of:
        return account.causal
    docs = {ref.doc for refs in (account.causal, account.statements) for ref in refs}
    authors = [other for other in case.accounts if other.author_of in docs]
    return (*account.causal, *(ref for other in authors for ref in other.causal))


def _model(
    account: Account, name: str, refs: Sequence[Ref], claims: Claims, named: Named, edits: Sequence[Edit]
) -> AccountModel:
    drawn = _draw(refs, claims, named)
    edit_edges(drawn, named.table, edits, named.known)
    edges = tuple(_edge(pair, drawn, name) for pair in drawn.signs)
    ends = dict.fromkeys(end for edge in edges for end in (edge.cause, edge.effect))
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
        holder=account.holder,
        lang=next((claims.readings[ref.doc].lang for ref in refs), "nl"),
    )
    shown = [group for end, group in drawn.touched.items() if end in ends]
    return AccountModel(
        account=account.id,
        model=model,
        merges=find_merges(shown, refs, claims.readings),
        names={m.factor.name.casefold(): end for end, mentions in groups.items() for m in mentions},
        notices=tuple(str(one) for one in drawn.notices),
    )


def _draw(refs: Iterable[Ref], claims: Claims, named: Named) -> Drawn:
    """The edges of the claims, and the variables that they touch, in their order."""
    drawn = Drawn()
    for ref in refs:
        for cause, effect in claims.pairs(ref):
            pair, ends, turned = named.pair(ref, cause, effect)
            drawn.touched |= {end.name: end.group for end in ends}
            if pair[0] == pair[1]:
                drawn.notices.append(notice("W558", claim=ref.id, doc=ref.doc, name=pair[0]))
                continue
            drawn.signs.setdefault(pair, []).append(_sign(claims.claims[ref].sign, cause, effect, turned=turned))
            drawn.grounds.setdefault(pair, []).append(claims.ground(ref))
    return drawn


def _sign(sign: Sign, cause: Factor, effect: Factor, *, turned: bool) -> Sign:
    """The sign of the edge: that of the claim, which is about what the sides say, turned for every side that goes down."""
    return SIGN[SIGNED[sign] * NUMBER[cause.change] * NUMBER[effect.change] * (-1 if turned else 1)]


def _edge(pair: Pair, drawn: Drawn, name: str) -> Edge:
    told = {sign for sign in drawn.signs[pair] if sign != "0"}
    if len(told) > 1:
        drawn.notices.append(notice("W557", account=name, cause=pair[0], effect=pair[1]))
    sign = next(iter(told)) if len(told) == 1 else "0"
    return Edge(cause=pair[0], effect=pair[1], sign=sign, grounds=tuple(drawn.grounds[pair]))
