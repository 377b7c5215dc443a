"""The models of several accounts as one: every link with who holds it, who denies it and who gives it another sign.

A link that somebody denies never runs, whoever holds it: what follows from it is in dispute with it. It is kept with the words of
both. One that is given both signs is there without a sign, as within one account.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import msgspec

from wederhoor.errors import notice
from wederhoor.records import AccountModel, Edge, Ground, LinkStance, Model, Sign, UnheldLink, Variable

Pair = tuple[str, str]


@dataclass(slots=True)
class _Link:
    """What all accounts say of one link: who holds it with which sign, and how others stand to it."""

    held: list[tuple[str, Edge]] = field(default_factory=list)
    unheld: list[tuple[str, UnheldLink]] = field(default_factory=list)

    @property
    def runs(self) -> bool:
        return bool(self.held) and not self.denying

    @property
    def denying(self) -> list[str]:
        return list(dict.fromkeys(name for name, link in self.unheld if link.stance == "denies"))


def merged_model(models: Sequence[AccountModel]) -> AccountModel:
    """One model of several accounts of a case, at least one, named after them. Notices tell what is in dispute."""
    links = _links(models)
    edges = tuple(_edge(pair, link) for pair, link in links.items() if link.runs)
    unheld = tuple(one for pair, link in links.items() for one in _apart(pair, link))
    return AccountModel(
        account="+".join(one.account for one in models),
        model=Model(
            name=" + ".join(one.model.name for one in models),
            variables=_variables(models),
            edges=edges,
            unheld=unheld,
            lang=next((one.model.lang for one in models if one.model.lang), ""),
        ),
        merges=tuple(dict.fromkeys(merge for one in models for merge in one.merges)),
        names={name: end for one in models for name, end in one.names.items()},
        notices=tuple(dict.fromkeys([*(line for one in models for line in one.notices), *_disputed(links)])),
    )


def _links(models: Sequence[AccountModel]) -> dict[Pair, _Link]:
    """What all say of each link, by its ends."""
    links: defaultdict[Pair, _Link] = defaultdict(_Link)
    for one in models:
        for edge in one.model.edges:
            links[edge.cause, edge.effect].held.append((one.model.name, edge))
        for link in one.model.unheld:
            links[link.cause, link.effect].unheld.append((one.model.name, link))
    return links


def _edge(pair: Pair, link: _Link) -> Edge:
    signs = {edge.sign for _, edge in link.held if edge.sign != "0"}
    sign: Sign = next(iter(signs)) if len(signs) == 1 else "0"
    told = [(edge.sign, ground) for _, edge in link.held for ground in edge.grounds]
    if len(signs) > 1:
        told = [(one, msgspec.structs.replace(ground, sign=ground.sign or one)) for one, ground in told]
    optional = all(edge.optional for _, edge in link.held)
    return Edge(
        cause=pair[0], effect=pair[1], sign=sign, optional=optional, grounds=tuple(ground for _, ground in told)
    )


def _apart(pair: Pair, link: _Link) -> Iterator[UnheldLink]:
    """What does not run: what holders deny, doubt, ask or wish, and beside a denial also what others hold."""
    grounds: defaultdict[tuple[Sign, LinkStance], list[Ground]] = defaultdict(list)
    for _, edge in link.held if link.denying else ():
        for ground in edge.grounds or (Ground(quote=""),):
            grounds[ground.sign or edge.sign, "asserts"].append(ground)
    for _, other in link.unheld:
        grounds[other.sign, other.stance] += other.grounds
    for (sign, stance), found in grounds.items():
        yield UnheldLink(cause=pair[0], effect=pair[1], sign=sign, stance=stance, grounds=tuple(found))


def _variables(models: Sequence[AccountModel]) -> tuple[Variable, ...]:
    found: dict[str, dict[Ground, None]] = {}
    for variable in (variable for one in models for variable in one.model.variables):
        found.setdefault(variable.name, {}).update(dict.fromkeys(variable.grounds))
    return tuple(Variable(name=name, grounds=tuple(grounds)) for name, grounds in found.items())


def _disputed(links: dict[Pair, _Link]) -> Iterator[str]:
    """Who holds and who denies a link, and who gives it which sign."""
    for (cause, effect), link in links.items():
        holders = ", ".join(dict.fromkeys(name for name, _ in link.held))
        if holders and link.denying:
            yield str(notice("W564", cause=cause, effect=effect, holders=holders, others=", ".join(link.denying)))
        by_sign: defaultdict[Sign, list[str]] = defaultdict(list)
        for name, edge in link.held:
            by_sign[edge.sign].append(name)
        if {"+", "-"} <= by_sign.keys():
            yield str(
                notice("W565", cause=cause, effect=effect, plus=", ".join(by_sign["+"]), minus=", ".join(by_sign["-"]))
            )
