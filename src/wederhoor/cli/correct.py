"""``wederhoor correct``: corrections of a case from the command line, and the log of them."""

from __future__ import annotations

import getpass
from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any, get_args

import typer

from wederhoor.errors import WederhoorError

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from wederhoor.records import Anchor, Correction, CorrectionKind

EXAMPLES = """
**Examples**

    wederhoor correct harbour.db list

    wederhoor correct harbour.db reject article A3

    wederhoor correct harbour.db set article A4 speaker 'Anna Veldkamp'

    wederhoor correct harbour.db merge-actors 'Anna Veldkamp' 'A. Veldkamp' 'burgemeester Veldkamp'

    wederhoor correct harbour.db undo 2
"""


MATCHED = 20
"""Documents at most whose conflicts with others are looked for again after a correction; an import does the rest."""


class Action(StrEnum):
    """What is done."""

    list = "list"
    confirm = "confirm"
    reject = "reject"
    set = "set"
    rename = "rename"
    merge_actors = "merge-actors"
    join_holders = "join-holders"
    merge_variables = "merge-variables"
    undo = "undo"


NEEDS: dict[Action, str] = {
    Action.list: "",
    Action.confirm: "DOC ITEM",
    Action.reject: "DOC ITEM",
    Action.set: "DOC ITEM FIELD VALUE",
    Action.rename: "DOC ITEM NAME",
    Action.merge_actors: "NAME MEMBER...",
    Action.join_holders: "NAME MEMBER...",
    Action.merge_variables: "NAME MEMBER...",
    Action.undo: "NUMBER",
}


def correct_command(
    case: Annotated[str, typer.Argument(metavar="CASE", help="The file of a case, or its address.")],
    action: Annotated[Action, typer.Argument(help="What to do.")],
    what: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="WHAT...", help="A document, an item's id, a field and its value; or names; or a number."
        ),
    ] = None,
    who: Annotated[str | None, typer.Option(metavar="NAME", help="Who says so; your user name if left out.")] = None,
) -> None:
    """Correct what was read, or say what is one and the same; every correction is kept, with who and when, and can be undone."""
    from wederhoor.store import match_documents, open_store

    given = what or []
    _check(action, given)
    with open_store(case) as store:
        if action is Action.list:
            with store.reading() as db:
                for line in _log(db):
                    typer.echo(line)
            return
        with store.writing() as db:
            made = _make(db, who or getpass.getuser(), action, given)
        match_documents(store, MATCHED)
    typer.echo(f"{made.id} {made.kind}")


def _check(action: Action, given: Sequence[str]) -> None:
    needed = NEEDS[action].split()
    enough = len(given) >= len(needed) if needed[-1:] == ["MEMBER..."] else len(given) == len(needed)
    if not enough:
        raise WederhoorError("W809", why=f"{action} takes {NEEDS[action] or 'nothing more'}", remedy="Give that.")


def _make(db: Connection, who: str, action: Action, given: Sequence[str]) -> Correction:
    from wederhoor.store import correct, undo

    if action is Action.undo:
        if not given[0].isdecimal():
            raise WederhoorError(
                "W808", what="correction", name=given[0], where="the case", remedy="The log lists them."
            )
        return undo(db, who, int(given[0]))
    kind: CorrectionKind = action.value  # type: ignore[assignment]
    if action in {Action.merge_actors, Action.join_holders, Action.merge_variables}:
        return correct(db, who, kind, payload={"name": given[0], "members": list(given[1:])})
    payloads: dict[Action, Callable[[], dict[str, Any]]] = {
        Action.set: lambda: {"field": given[2], "value": given[3] or None},
        Action.rename: lambda: {"name": given[2]},
    }
    return correct(db, who, kind, _target(db, given[0], given[1]), payloads.get(action, dict)())


def _target(db: Connection, doc: str, item: str) -> Anchor:
    """The item of that id, in whichever layer it is; ``LAYER:ID`` where several have it. Raises W808."""
    from wederhoor.records import Layer
    from wederhoor.store import anchor_item, shown
    from wederhoor.store.correcting import item_id, items_of

    layer, sign, name = item.partition(":")
    if sign:
        return anchor_item(db, doc, layer, name)
    reading = shown(db, doc).reading
    layers = [layer for layer in get_args(Layer) if any(item_id(found) == item for found in items_of(reading, layer))]
    if len(layers) != 1:
        remedy = (
            f"Say which: {' or '.join(f'{layer}:{item}' for layer in layers)}." if layers else "The reading lists them."
        )
        raise WederhoorError("W808", what="one item" if layers else "item", name=item, where=doc, remedy=remedy)
    return anchor_item(db, doc, layers[0], item)


def _log(db: Connection) -> list[str]:
    from wederhoor.store import stale_corrections, whole_log
    from wederhoor.store.correcting import undoings

    log, lost = whole_log(db), {stale.correction: stale.why for stale in stale_corrections(db)}
    undone = undoings(log)
    return [
        f"{entry.id}  {entry.at}  {entry.who}  {_said(entry)}"
        + (f"  [undone by {undone[entry.id]}]" if entry.id in undone else "")
        + (f"  [finds nothing to correct: {lost[entry.id]}]" if entry.id in lost else "")
        for entry in log
    ]


def _said(entry: Correction) -> str:
    if entry.kind == "undo":
        return f"undo {entry.undoes}"
    words = " … ".join(quote.quote for quote in entry.target.quotes) if entry.target else ""
    where = f" {entry.target.doc} {entry.target.layer} “{words}”" if entry.target else ""
    values = [str(entry.payload[key]) for key in ("field", "value", "name") if entry.payload.get(key) is not None]
    members = (
        " = ".join([*values, ", ".join(entry.payload["members"])]) if "members" in entry.payload else " ".join(values)
    )
    return f"{entry.kind}{where}{f' {members}' if members else ''}"


correct_command.__doc__ = f"{correct_command.__doc__}\n{EXAMPLES}"
