"""A model: what someone says leads to what, as a signed digraph, each edge with the words that it rests on."""

from __future__ import annotations

import msgspec

from wederhoor.records.claims import Sign
from wederhoor.records.spans import Span
from wederhoor.records.stances import LinkStance
from wederhoor.records.world import Holder


class Ground(msgspec.Struct, frozen=True, kw_only=True):
    """The words that an edge or a variable rests on.

    ``quote`` is those words as they stand; ``source`` is the document (its ``doc``, a file name or an address) and ``spans`` are
    where in its text, in code points. ``claim`` is the id of the causal claim in the reading of that document, ``holder`` that
    of the statement it stands in. ``speaker`` is whose word it is by name, ``verb`` the words that report it (*ontkent*), and
    ``via`` on whose word we have it,
    with the verb, the nearest first (*Visser: zegt*). ``sign`` is the one that these words give, where another was found too.
    """

    quote: str
    source: str | None = None
    spans: tuple[Span, ...] = ()
    date: str | None = None
    holder: Holder | None = None
    claim: str | None = None
    speaker: str | None = None
    verb: str | None = None
    via: str | None = None
    sign: Sign | None = None


class Variable(msgspec.Struct, frozen=True, kw_only=True):
    """Something that can grow or shrink, known by its name."""

    name: str
    grounds: tuple[Ground, ...] = ()


class Edge(msgspec.Struct, frozen=True, kw_only=True):
    """The effect of one variable on another (JSON: ``from`` and ``to``), by their names.

    ``+``: more of the cause gives more of the effect; ``-``: less of it; ``0``: there is an effect, but its sign cannot be told.
    An ``optional`` edge may be there or not.
    """

    cause: str = msgspec.field(name="from")
    effect: str = msgspec.field(name="to")
    sign: Sign
    optional: bool = False
    grounds: tuple[Ground, ...] = ()


class UnheldLink(msgspec.Struct, frozen=True, kw_only=True):
    """A link that someone names and does not maintain: he denies it, doubts it, asks, hopes or wishes it. It never runs.

    Or he says that the two go together, ``correlates``, and no more. ``sign`` is that of the link that is spoken of,
    ``stance`` how he stands to it.
    """

    cause: str = msgspec.field(name="from")
    effect: str = msgspec.field(name="to")
    sign: Sign
    stance: LinkStance
    grounds: tuple[Ground, ...] = ()


class Model(msgspec.Struct, frozen=True, kw_only=True):
    """A signed digraph: at most one edge from one variable to another, every end of an edge among ``variables``.

    ``edges`` are what its holder maintains. ``unheld`` are links that he names and does not maintain, their ends among the
    variables too; there may be an edge of the same ends, where he says one thing here and another there.
    ``holder`` is whose account it is, None for a model that was drawn and not read. ``lang`` (ISO 639-1) is that of the names,
    empty if nothing says it.
    """

    name: str
    variables: tuple[Variable, ...]
    edges: tuple[Edge, ...]
    unheld: tuple[UnheldLink, ...] = ()
    holder: str | None = None
    lang: str = ""

    def links(self) -> tuple[Edge | UnheldLink, ...]:
        """All that is named: the edges, then the links that are not maintained."""
        return (*self.edges, *self.unheld)
