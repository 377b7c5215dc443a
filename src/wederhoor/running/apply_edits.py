"""The user's edits, done to variables and edges."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from difflib import get_close_matches
from typing import Final, Protocol

from wederhoor.errors import WederhoorError
from wederhoor.records import Ground, LinkStance, Sign
from wederhoor.running.edits import Edit
from wederhoor.running.merges import quoted
from wederhoor.running.variables import FactorMention, VariableGroup, VariableTable

SHOWN: Final = 12
USER: Final = "user"
"""Whose word an edge is that the edits add."""
Pair = tuple[str, str]


class Edges(Protocol):
    """Edges with the signs and the grounds that were found for each, and the links that are not maintained."""

    signs: dict[Pair, list[Sign]]
    grounds: dict[Pair, list[Ground]]
    unheld: dict[tuple[Pair, Sign, LinkStance], list[Ground]]


def edit_variables(table: VariableTable, edits: Sequence[Edit]) -> None:
    """Rename, merge and split, in the order of the lines. Raises W555 (no such variable) and W554 (a name that is taken)."""
    for edit in edits:
        match edit.kind:
            case "rename":
                _rename(table, edit)
            case "merge":
                kept, *others = [_group(table, edit, name) for name in edit.names]
                for other in dict.fromkeys(map(id, others)):
                    group = next(g for g in others if id(g) == other)
                    if group is not kept:
                        table.merge(kept, group, edit.text)
            case "split":
                _split(table, edit)
            case _:
                pass


def join_variables(table: VariableTable, merges: Sequence[tuple[str, ...]]) -> None:
    """Make variables one under the name that comes first; those that no claim has are passed over, for another text may."""
    for merge in merges:
        name = merge[0]
        line = f"merge: {' = '.join(map(quoted, merge))}"
        groups = {id(group): group for one in merge if (group := table.group(one)) is not None}
        kept, *others = groups.values() or [None]
        for other in others:
            if kept is not None and other is not None:
                table.merge(kept, other, line)
        if kept is not None and kept.shown().casefold() != name.casefold():
            table.rename(kept, name, line)


def edit_edges(edges: Edges, table: VariableTable, edits: Sequence[Edit], known: Collection[Pair]) -> None:
    """Add and drop, in the order of the lines; ``known`` are the edges of all accounts, one of which a line may mean.

    Raises W554 (an edge that is there already), W555 (no such variable), W556 (no such edge).
    """
    for edit in edits:
        if edit.kind == "add" and edit.sign is not None:
            pair = _name(table, edit, edit.names[0], new=True), _name(table, edit, edit.names[1], new=True)
            if pair in edges.signs:
                why = f"the edge from {pair[0]} to {pair[1]} is there already"
                raise _wrong(edit, why, "To change its sign, drop it on the line before")
            edges.signs[pair] = [edit.sign]
            edges.grounds[pair] = [Ground(quote=edit.text, source=edit.where, holder=USER)]
        elif edit.kind == "drop" and len(edit.names) == 2:
            _drop_edge(edges, table, edit, known)
        elif edit.kind == "drop":
            name = _name(table, edit, edit.names[0])
            for pair in [pair for pair in edges.signs if name in pair]:
                del edges.signs[pair], edges.grounds[pair]
            for key in [key for key in edges.unheld if name in key[0]]:
                del edges.unheld[key]


def _rename(table: VariableTable, edit: Edit) -> None:
    group = _group(table, edit, edit.names[0])
    other = table.group(edit.names[1])
    if other is not None and other is not group and other.shown().casefold() == edit.names[1].casefold():
        raise _wrong(edit, f"there is a variable {edit.names[1]} already", "To make them one, write merge")
    table.rename(group, edit.names[1], edit.text)


def _split(table: VariableTable, edit: Edit) -> None:
    """Take a name, or one claim's mention, out of its variable."""
    name = edit.names[0]
    group = _group(table, edit, name)
    if edit.claim is not None:
        taken = [m for m in group.mentions if edit.claim in (m.claim.id, f"{m.claim.doc}/{m.claim.id}")]
        new = f"{name} ({edit.claim})"
    else:
        taken = [m for m in group.mentions if m.factor.name.casefold() == name.casefold()]
        new = name
    if not taken or len(taken) == len(group.mentions):
        why = f"nothing else is in the variable {group.shown()}" if taken else f"{name} is not in it"
        raise _wrong(edit, why, f"It holds: {', '.join(_held(group))}")
    if edit.claim is None and group.name == name:
        group.name = None
    table.split(group, taken, new)


def _held(group: VariableGroup) -> list[str]:
    def shown(m: FactorMention) -> str:
        return f"{m.factor.name} @ {m.claim.doc}/{m.claim.id}"

    return [shown(m) for m in group.mentions[:SHOWN]]


def _drop_edge(edges: Edges, table: VariableTable, edit: Edit, known: Collection[Pair]) -> None:
    pair = _name(table, edit, edit.names[0]), _name(table, edit, edit.names[1])
    apart = [key for key in edges.unheld if key[0] == pair]
    if pair not in edges.signs and not apart and not (edit.account is None and pair in known):
        there = [f"{cause} -> {effect}" for cause, effect in edges.signs if {cause, effect} & {*pair}]
        remedy = f"There are: {'; '.join(there[:SHOWN])}" if there else "There is none with either of them"
        raise WederhoorError("W556", where=edit.where, line=edit.line, cause=pair[0], effect=pair[1], remedy=remedy)
    edges.signs.pop(pair, None)
    edges.grounds.pop(pair, None)
    for key in apart:
        del edges.unheld[key]


def _wrong(edit: Edit, why: str, remedy: str) -> WederhoorError:
    return WederhoorError("W554", where=edit.where, line=edit.line, why=why, remedy=remedy)


def _name(table: VariableTable, edit: Edit, name: str, *, new: bool = False) -> str:
    group = table.group(name)
    if group is None and new:
        return table.add(name).shown()
    return (group if group is not None else _group(table, edit, name)).shown()


def _group(table: VariableTable, edit: Edit, name: str) -> VariableGroup:
    found = table.group(name)
    if found is not None:
        return found
    names = table.names()
    folded = {other.casefold(): other for other in reversed(names)}
    close = [folded[other] for other in get_close_matches(name.casefold(), list(folded), n=3, cutoff=0.6)]
    more = f" and {len(names) - SHOWN} more" if len(names) > SHOWN else ""
    remedy = f"Did you mean {' or '.join(close)}?" if close else f"There are: {', '.join(names[:SHOWN])}{more}."
    raise WederhoorError("W555", where=edit.where, line=edit.line, name=name, remedy=remedy)
