"""Where an actor stands in what is disputed: with whom and against whom, each by words that take a position."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

import msgspec

from wederhoor.exchange.cases.names import HolderNames
from wederhoor.exchange.cases.quotes import Quote
from wederhoor.exchange.cases.report import ShownHolding, ShownIssue
from wederhoor.web.comparison import Compared
from wederhoor.web.rendering import address

Actor = tuple[str, str]
"""A document, and the id of an actor or a statement in it."""


class SideTaken(msgspec.Struct, frozen=True, kw_only=True):
    """A statement that takes a position, and whose it is.

    ``address`` is where it stands, ``page`` that of the actor, empty for none.
    """

    holder: str
    page: str
    quote: Quote
    answers: Quote | None
    """The statement that the words point at: *dat*, *die lezing*."""
    lang: str
    address: str
    position: str = ""
    """Which answer it gives to the question of the issue."""


class SharedIssue(msgspec.Struct, frozen=True, kw_only=True):
    """An issue in which at least two of some people give an answer: of each his words, none of who gives no answer."""

    issue: str
    cells: tuple[tuple[SideTaken, ...], ...]


class IssueSides(msgspec.Struct, frozen=True, kw_only=True):
    """An issue in which somebody takes a position: his words, those of who takes the same one, and of who opposes it."""

    issue: str
    own: tuple[SideTaken, ...]
    same: tuple[SideTaken, ...]
    against: tuple[SideTaken, ...]


def sides_in_issues(
    found: Compared, who: Collection[Actor], names: HolderNames, place_of: Callable[[Quote], str]
) -> tuple[IssueSides, ...]:
    """The issues in which one takes a position who is these actors of documents, in the order of the report."""
    sides = _Sides(found, _own_statements(found, who), names, place_of)
    return tuple(one for issue in found.report.issues for one in sides.of(issue))


def shared_issues(
    found: Compared, said: Sequence[Collection[Actor]], names: HolderNames, place_of: Callable[[Quote], str]
) -> tuple[SharedIssue, ...]:
    """Where people answer the same question, each by the statements that are his; in the order of the report."""
    columns = [_Sides(found, frozenset(own), names, place_of) for own in said]
    rows = ((issue, tuple(column.answers(issue) for column in columns)) for issue in found.report.issues)
    return tuple(SharedIssue(issue=one.id, cells=cells) for one, cells in rows if sum(map(bool, cells)) > 1)


def _own_statements(found: Compared, who: Collection[Actor]) -> frozenset[Actor]:
    return frozenset(said for said, (actor, _) in found.actors.items() if (said[0], actor) in who)


class _Sides:
    """The issues as one sees them whose statements are these."""

    def __init__(
        self, found: Compared, own: frozenset[Actor], names: HolderNames, place_of: Callable[[Quote], str]
    ) -> None:
        self._own = own
        self._pages = ActorPages(found)
        self._langs = found.langs
        self._names, self._place_of = names, place_of

    def of(self, issue: ShownIssue) -> Iterator[IssueSides]:
        """The issue as he sees it, if he takes a position in it."""
        held = [(position.id, holding) for position in issue.positions for holding in position.held]
        own = {name for name, holding in held if self._is_his(holding)}
        if own:
            others = [(name, holding) for name, holding in held if not self._is_his(holding)]
            against = _opposed(issue, own)
            yield IssueSides(
                issue=issue.id,
                own=self._taken(holding for _, holding in held if self._is_his(holding)),
                same=self._taken(holding for name, holding in others if name in own),
                against=self._taken(holding for name, holding in others if name in against),
            )

    def answers(self, issue: ShownIssue) -> tuple[SideTaken, ...]:
        """His words in an issue, each with the answer that it gives."""
        return tuple(
            msgspec.structs.replace(taken, position=position.id)
            for position in issue.positions
            for taken in self._taken(holding for holding in position.held if self._is_his(holding))
        )

    def _is_his(self, holding: ShownHolding) -> bool:
        return (holding.quote.doc, holding.quote.holder_id) in self._own

    def _taken(self, held: Iterable[ShownHolding]) -> tuple[SideTaken, ...]:
        return tuple(
            SideTaken(
                holder=self._names.account(h.account) if h.account else self._names.speaker(h.quote),
                page=self._pages.of(h.quote),
                quote=h.quote,
                answers=h.answers,
                lang=self._langs[h.quote.doc],
                address=self._place_of(h.quote),
            )
            for h in held
        )


def _opposed(issue: ShownIssue, own: set[str]) -> set[str]:
    """The positions that exclude some of these and are none of them."""
    both_ways = [*issue.against, *((b, a) for a, b in issue.against)]
    return {other for one, other in both_ways if one in own} - own


class ActorPages:
    """The addresses of the pages of those whose words are shown."""

    def __init__(self, found: Compared) -> None:
        self._found = found

    def of(self, quote: Quote) -> str:
        """That of the speaker of a quote; empty where he is no actor of the text."""
        said = self._found.actors.get((quote.doc, quote.holder_id))
        return address(f"/documents/{self._found.numbers[quote.doc]}/who", name=said[1]) if said else ""
