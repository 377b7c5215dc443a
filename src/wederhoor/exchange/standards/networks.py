"""Who stands with whom and who against: the holders of a case as a network, in GraphML and GEXF for Gephi, networkx and igraph.

Two holders are joined where they take the same position on an issue (``shared``), or positions that exclude each other
(``opposed``: who doubts a claim opposes who maintains it). Both count issues. ``sign`` is + where they share more, - where they
oppose more, and 0 where as many.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import combinations, product
from typing import Final, Literal

import msgspec

from wederhoor.exchange.cases.report import CaseReport, ShownAccount, ShownIssue
from wederhoor.exchange.models.markup import xml
from wederhoor.records import Sign

Kind = Literal["string", "int", "double"]
Pair = tuple[str, str]
"""Two accounts, in the order of the case."""


class Node(msgspec.Struct, frozen=True, kw_only=True):
    """A holder. ``statements`` counts his, ``kind``, ``country`` and ``sector`` are empty where they are not known."""

    id: str
    label: str
    kind: str
    country: str
    sector: str
    statements: int


class NetworkLink(msgspec.Struct, frozen=True, kw_only=True):
    """Two holders; ``weight`` is the number of issues that join them, ``shared_on`` and ``opposed_on`` name these."""

    a: str
    b: str
    weight: float
    shared: int
    opposed: int
    sign: Sign
    shared_on: str
    opposed_on: str


_NODE: Final[tuple[tuple[str, Kind], ...]] = (
    ("kind", "string"), ("country", "string"), ("sector", "string"), ("statements", "int"),
)  # fmt: skip
_EDGE: Final[tuple[tuple[str, Kind], ...]] = (
    ("shared", "int"), ("opposed", "int"), ("sign", "string"), ("shared_on", "string"), ("opposed_on", "string"),
)  # fmt: skip


def network(report: CaseReport) -> tuple[tuple[Node, ...], tuple[NetworkLink, ...]]:
    """Every holder that takes a position, and every two that share or oppose one, in the order of the case."""
    order = {account.id: at for at, account in enumerate(report.accounts)}
    shared: defaultdict[Pair, dict[str, str]] = defaultdict(dict)
    opposed: defaultdict[Pair, dict[str, str]] = defaultdict(dict)
    taking: set[str] = set()
    for issue in report.issues:
        held = _held(issue)
        taking |= {account for accounts in held.values() for account in accounts}
        for accounts in held.values():
            for a, b in combinations(accounts, 2):
                shared[_ordered(a, b, order)][issue.id] = issue.concept
        for one, other in issue.against:
            for a, b in product(held.get(one, ()), held.get(other, ())):
                opposed[_ordered(a, b, order)][issue.id] = issue.concept
    pairs = sorted({*shared, *opposed}, key=lambda pair: (order[pair[0]], order[pair[1]]))
    links = tuple(_link(pair, shared[pair], opposed[pair]) for pair in pairs if pair[0] != pair[1])
    nodes = tuple(_node(account, report) for account in report.accounts if account.id in taking)
    return nodes, links


def _ordered(a: str, b: str, order: Mapping[str, int]) -> Pair:
    return (a, b) if order[a] <= order[b] else (b, a)


def _link(pair: Pair, shared: Mapping[str, str], opposed: Mapping[str, str]) -> NetworkLink:
    """Of what two share and oppose, concepts by issue."""
    return NetworkLink(
        a=pair[0],
        b=pair[1],
        weight=float(len({*shared, *opposed})),
        shared=len(shared),
        opposed=len(opposed),
        sign=_sign(len(shared) - len(opposed)),
        shared_on="; ".join(shared.values()),
        opposed_on="; ".join(opposed.values()),
    )


def _held(issue: ShownIssue) -> dict[str, set[str]]:
    """By position who takes it; unnamed authority takes none."""
    return {position.id: {held.account for held in position.held if held.account} for position in issue.positions}


def _sign(balance: int) -> Sign:
    return "+" if balance > 0 else "-" if balance < 0 else "0"


def _node(account: ShownAccount, report: CaseReport) -> Node:
    actor = next((actor for actor in report.actors if actor.account == account.id), None)
    outlet = next((one.publisher or one.doc for one in report.documents if one.doc == account.author_of), None)
    return Node(
        id=account.id,
        label=outlet or account.holder,
        kind="author" if account.author_of else "coalition" if account.members else actor.kind if actor else "",
        country=(actor and actor.country) or "",
        sector=(actor and actor.sector) or "",
        statements=len(account.statements),
    )


def graphml(report: CaseReport) -> bytes:
    """The network as GraphML."""
    return "".join(_graphml(*network(report))).encode()


def _graphml(nodes: tuple[Node, ...], links: tuple[NetworkLink, ...]) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
    keys = [("node", "label", "string"), *(("node", *key) for key in _NODE)]
    keys += [("edge", "weight", "double"), *(("edge", *key) for key in _EDGE)]
    for on, name, kind in keys:
        yield f'<key id="{on}-{name}" for="{on}" attr.name="{name}" attr.type="{kind}"/>\n'
    yield '<graph edgedefault="undirected">\n'
    for node in nodes:
        told = "".join(_data("node", node, ("label", *(name for name, _ in _NODE))))
        yield f'<node id="{xml(node.id)}">{told}</node>\n'
    for number, link in enumerate(links):
        told = "".join(_data("edge", link, ("weight", *(name for name, _ in _EDGE))))
        yield f'<edge id="e{number}" source="{xml(link.a)}" target="{xml(link.b)}">{told}</edge>\n'
    yield "</graph>\n</graphml>\n"


def _data(on: str, of: Node | NetworkLink, names: tuple[str, ...]) -> Iterator[str]:
    for name in names:
        if (value := getattr(of, name)) != "":
            yield f'<data key="{on}-{name}">{xml(str(value))}</data>'


def gexf(report: CaseReport) -> bytes:
    """The network as GEXF 1.3."""
    return "".join(_gexf(*network(report))).encode()


def _gexf(nodes: tuple[Node, ...], links: tuple[NetworkLink, ...]) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="http://gexf.net/1.3" version="1.3">\n'
    yield '<graph defaultedgetype="undirected" mode="static">\n'
    for on, columns in (("node", _NODE), ("edge", _EDGE)):
        yield f'<attributes class="{on}">\n'
        for name, kind in columns:
            type_ = {"int": "integer"}.get(kind, kind)
            yield f'<attribute id="{on}-{name}" title="{name}" type="{type_}"/>\n'
        yield "</attributes>\n"
    yield "<nodes>\n"
    for node in nodes:
        yield f'<node id="{xml(node.id)}" label="{xml(node.label)}">{_values("node", node, _NODE)}</node>\n'
    yield "</nodes>\n<edges>\n"
    for number, link in enumerate(links):
        ends = f'source="{xml(link.a)}" target="{xml(link.b)}" weight="{link.weight}"'
        yield f'<edge id="e{number}" {ends}>{_values("edge", link, _EDGE)}</edge>\n'
    yield "</edges>\n</graph>\n</gexf>\n"


def _values(on: str, of: Node | NetworkLink, columns: tuple[tuple[str, Kind], ...]) -> str:
    told = ((name, getattr(of, name)) for name, _ in columns)
    values = "".join(f'<attvalue for="{on}-{name}" value="{xml(str(value))}"/>' for name, value in told if value != "")
    return f"<attvalues>{values}</attvalues>" if values else ""
