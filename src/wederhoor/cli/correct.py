"""``wederhoor correct``: corrections of a case from the command line, and the log of them."""

from __future__ import annotations

import getpass
from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import msgspec
import typer

from wederhoor.cli.correction_targets import actors_named, added, collision, log_lines, moved, statements, target_of
from wederhoor.cli.read_into import read_described
from wederhoor.errors import WederhoorError

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from wederhoor.records import Correction, CorrectionKind

EXAMPLES = """
**Examples**

    wederhoor correct harbour.db list

    wederhoor correct harbour.db reject article A3

    wederhoor correct harbour.db reject article A3 letter A7

    wederhoor correct harbour.db set article A4 speaker 'Anna Veldkamp'

    wederhoor correct harbour.db spans article A4 content 'dat de haven open blijft'

    wederhoor correct harbour.db add article attributions content='de kade is te oud' speaker='Karel Brons'

    wederhoor correct harbour.db add article causal cause='meer toezicht' effect='rust' sign=+ --at 120

    wederhoor correct harbour.db same article E3 E1

    wederhoor correct harbour.db merge-actors 'Anna Veldkamp' 'A. Veldkamp' 'burgemeester Veldkamp'

    wederhoor correct harbour.db part-actors letter P2 column P1

    wederhoor correct harbour.db name-issue 'the permit' article A3

    wederhoor correct harbour.db move-position letter A7 article A3

    wederhoor correct harbour.db outcome article F1 came-true 'https://harbour.example/2031/report'

    wederhoor correct harbour.db describe letter date 2031-05-03

    wederhoor correct harbour.db note 2 'He says so himself in the second paragraph.'

    wederhoor correct harbour.db undo 2
"""


MATCHED = 20
"""Documents at most whose conflicts with others are looked for again after a correction; an import does the rest."""
MERGES = ("merge-actors", "join-holders", "merge-variables")


class Action(StrEnum):
    """What is done."""

    list = "list"
    confirm = "confirm"
    reject = "reject"
    set = "set"
    spans = "spans"
    add = "add"
    rename = "rename"
    same = "same"
    merge_actors = "merge-actors"
    join_holders = "join-holders"
    merge_variables = "merge-variables"
    part_actors = "part-actors"
    name_issue = "name-issue"
    merge_issues = "merge-issues"
    split_issue = "split-issue"
    move_position = "move-position"
    no_claim = "no-claim"
    outcome = "outcome"
    describe = "describe"
    note = "note"
    undo = "undo"


NEEDS: dict[Action, str] = {
    Action.list: "",
    Action.confirm: "DOC ITEM [DOC ITEM]",
    Action.reject: "DOC ITEM [DOC ITEM]",
    Action.set: "DOC ITEM FIELD VALUE",
    Action.spans: "DOC ITEM FIELD WORDS...",
    Action.add: "DOC LAYER FIELD=WORDS...",
    Action.rename: "DOC ITEM NAME",
    Action.same: "DOC ACTOR ACTOR",
    Action.merge_actors: "NAME MEMBER...",
    Action.join_holders: "NAME MEMBER...",
    Action.merge_variables: "NAME MEMBER...",
    Action.part_actors: "DOC ACTOR...",
    Action.name_issue: "NAME DOC ITEM",
    Action.merge_issues: "DOC ITEM DOC ITEM...",
    Action.split_issue: "DOC ITEM...",
    Action.move_position: "DOC ITEM DOC ITEM",
    Action.no_claim: "DOC ITEM...",
    Action.outcome: "DOC ITEM OUTCOME SOURCE",
    Action.describe: "DOC FIELD VALUE",
    Action.note: "NUMBER TEXT",
    Action.undo: "NUMBER",
}
"""What follows; three dots: once or more, brackets: both or none."""


def correct_command(
    case: Annotated[str, typer.Argument(metavar="CASE", help="The file of a case, or its address.")],
    action: Annotated[Action, typer.Argument(help="What to do.")],
    what: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="WHAT...", help="A document, an item's id, a field and its value or words; or names; or a number."
        ),
    ] = None,
    at: Annotated[
        list[int] | None,
        typer.Option(metavar="OFFSET", help="Where words stand that the text has more than once, in code points."),
    ] = None,
    who: Annotated[str | None, typer.Option(metavar="NAME", help="Who says so; your user name if left out.")] = None,
) -> None:
    """Correct what was read, or say what is one and the same; every correction is kept, with who and when, and can be undone.

    With two documents, confirm and reject are of the conflict between these two statements; FROM-TO are words of the author's.
    Issues are meant by statements that take part in them. part-actors says of actors of documents that they are somebody else
    than the rest of those with whom they have one page. describe says the title, date, publisher or lang of a text, which is
    read again with it; an empty value leaves that to the text.
    """
    from wederhoor.store import match_documents, open_store

    given = what or []
    _check(action, given)
    with open_store(case) as store:
        if action is Action.list:
            with store.reading() as db:
                for line in log_lines(db):
                    typer.echo(line)
            return
        if action is Action.part_actors:
            match_documents(store)  # who is one with whom must be known
        with store.writing() as db:
            made = _make(db, who or getpass.getuser(), action, given, at or ())
        read_described(store, made.id)
        match_documents(store, MATCHED)
    typer.echo(f"{made.id} {made.kind}")


def _check(action: Action, given: Sequence[str]) -> None:
    needed = NEEDS[action].split()
    counts = {len(needed) - 2, len(needed)} if needed[-1:] == ["ITEM]"] else {len(needed)}
    enough = len(given) >= len(needed) if NEEDS[action].endswith("...") else len(given) in counts
    if not enough:
        raise WederhoorError("W809", why=f"{action} takes {NEEDS[action] or 'nothing more'}", remedy="Give that.")


def _make(db: Connection, who: str, action: Action, given: Sequence[str], at: Sequence[int]) -> Correction:
    from wederhoor.store import OF_ISSUES, correct, parting_of, undo

    if action is Action.undo:
        return undo(db, who, _number(given[0]))
    if action is Action.note:
        return correct(db, who, "note", payload={"of": _number(given[0]), "text": given[1].strip()})
    kind: CorrectionKind = "merge-actors" if action is Action.same else action.value  # type: ignore[assignment]
    if action is Action.describe:
        return correct(db, who, kind, payload=_described(db, given[0], given[1], given[2].strip()))
    if action in MERGES:
        return correct(db, who, kind, payload=_joined(db, kind, given[0], given[1:]))
    if action is Action.part_actors:
        return correct(db, who, kind, payload=parting_of(db, actors_named(given)))
    if action.value in OF_ISSUES:
        name = {"name": given[0]} if action is Action.name_issue else {}
        sides = statements(db, given[len(name) :])
        return correct(db, who, kind, payload=name | {"sides": sides})
    if action is Action.add:
        return correct(db, who, kind, *added(db, given[0], given[1], given[2:], at))
    if len(given) == 4 and action in {Action.confirm, Action.reject}:
        return correct(db, who, kind, collision(db, given))
    target = target_of(db, given[0], given[1])
    payloads: dict[Action, Callable[[], dict[str, Any]]] = {
        Action.set: lambda: {"field": given[2], "value": given[3] or None},
        Action.spans: lambda: moved(db, given[0], given[2], given[3:], at),
        Action.rename: lambda: {"name": given[2]},
        Action.outcome: lambda: {"outcome": given[2], "source": given[3].strip()},
        Action.same: lambda: {"into": msgspec.to_builtins(target_of(db, given[0], given[2]).quotes)},
    }
    return correct(db, who, kind, target, payloads.get(action, dict)())


def _described(db: Connection, doc: str, field: str, value: str) -> dict[str, Any]:
    """What an entry holds that says this of a text. Raises W105, W808 and W809."""
    from wederhoor.documents import require_pack
    from wederhoor.languages.pack import available_languages
    from wederhoor.records import Document
    from wederhoor.store import description_payload

    if field == "lang" and value:
        require_pack(Document(doc=doc, text="", lang=value), available_languages())
    payload = description_payload(db, doc, {field: value or None})
    if payload is None:
        raise WederhoorError("W809", why=f"{doc} has that {field} already", remedy="Nothing is to be done.")
    return payload


def _number(given: str) -> int:
    """The number of an entry of the log. Raises W808."""
    if not given.isdecimal():
        raise WederhoorError("W808", what="correction", name=given, where="the case", remedy="The log lists them.")
    return int(given)


def _joined(db: Connection, kind: CorrectionKind, name: str, members: Sequence[str]) -> dict[str, Any]:
    """What is joined, speakers by their names as the case writes them; an account may have a name of its own. Raises W808."""
    from wederhoor.store import names_of_speaker

    if kind == "merge-variables":
        return {"name": name, "members": [*members]}
    named = [known for one in members for known in names_of_speaker(db, one, silent=kind == "merge-actors")]
    called = names_of_speaker(db, name, silent=True)[0] if kind == "merge-actors" else name
    return {"name": called, "members": [*dict.fromkeys(named)]}


correct_command.__doc__ = f"{correct_command.__doc__}\n{EXAMPLES}"
