"""What the views of a case show: the records with the exact words of every item, so that nothing has to be looked up."""

from __future__ import annotations

from typing import Literal

import msgspec

from wederhoor.exchange.cases.quotes import Quote
from wederhoor.records import (
    MAINTAINED,
    ActorKind,
    CellStance,
    ConflictKind,
    ConflictReason,
    EventCode,
    Modality,
    Polarity,
    Sector,
    Sign,
)

FORMAT = "wederhoor.accounts/1"


class ShownDocument(msgspec.Struct, frozen=True, kw_only=True):
    """A document of the case, with what read it."""

    doc: str
    title: str | None
    date: str | None
    publisher: str | None
    text_sha256: str
    made_by: dict[str, str]


ToldStance = CellStance | Literal["aside"]
"""How an account stands to an issue, as it is told: ``aside`` of one that says something of the matter and does not answer."""


class ShownCell(msgspec.Struct, frozen=True, kw_only=True):
    """How an account stands to an issue, with the words that show it."""

    account: str
    stance: CellStance
    quotes: tuple[Quote, ...]


class ShownHolding(msgspec.Struct, frozen=True, kw_only=True):
    """Who takes a position, and in which words; ``account`` is None for unnamed authority, ``figure`` has those of a number.

    ``answers`` is the statement that the words point at: *dat*, *die lezing*.
    """

    account: str | None
    quote: Quote
    figure: str | None = None
    answers: Quote | None = None


class ShownPosition(msgspec.Struct, frozen=True, kw_only=True):
    """An answer to the question of an issue, with all who give it, by the day of the document."""

    id: str
    held: tuple[ShownHolding, ...]


class ShownIssue(msgspec.Struct, frozen=True, kw_only=True):
    """A question that accounts answer in ways that cannot all be right.

    ``about`` are the words that tell the matter best, ``kind`` says what is asked of it, ``name`` is what a person called it.
    ``positions`` are the answers, ``against`` those that exclude each other.

    Issues of one ``matter`` are of documents that hang together. ``cells`` are the accounts that answer it, ``mentions`` those
    that speak of it without an answer (who asks, hopes or fears), and ``silent`` those of the matter that are not quoted on it.
    """

    id: str
    matter: int
    claim: Quote
    terms: tuple[str, ...]
    cells: tuple[ShownCell, ...]
    mentions: tuple[ShownCell, ...]
    silent: tuple[str, ...]
    conflicts: tuple[str, ...]
    kind: ConflictKind
    about: Quote | None
    name: str | None
    positions: tuple[ShownPosition, ...]
    against: tuple[tuple[str, str], ...]

    def beside(self) -> tuple[ShownCell, ...]:
        """Of every account that speaks of it without taking a position."""
        return tuple(cell for cell in self.spoken() if not self._answers(cell))

    def told(self, cell: ShownCell) -> ToldStance:
        """How an account stands to it; who maintains something else of the matter would seem to say yes to the question."""
        return "aside" if cell.stance in MAINTAINED and not self._answers(cell) else cell.stance

    def _answers(self, cell: ShownCell) -> bool:
        return any(holding.account == cell.account for position in self.positions for holding in position.held)

    @property
    def concept(self) -> str:
        """What it is about, on one line: what a person called it, else the whole words of its claim."""
        return " ".join((self.name or self.claim.full).split())

    def has_figures(self) -> bool:
        """Whether at least two positions are numbers."""
        return sum(any(held.figure for held in one.held) for one in self.positions) > 1

    def spoken(self) -> tuple[ShownCell, ...]:
        """Of every account that speaks of it: those that answer first."""
        return (*self.cells, *self.mentions)


class ShownFinding(msgspec.Struct, frozen=True, kw_only=True):
    """What an account makes of a rule: its word on the condition, and what was done. ``breach``: done all the same."""

    account: str
    stance: CellStance | None
    evidence: tuple[Quote, ...]
    acted: tuple[Quote, ...]
    breach: bool


class ShownRule(msgspec.Struct, frozen=True, kw_only=True):
    """A rule with what each account makes of it.

    ``account`` is whose rule it is, None if that is unnamed; ``silent`` are those in the same document who are not
    quoted on its condition.
    """

    doc: str
    id: str
    kind: str
    account: str | None
    antecedent: str
    consequent: str
    quote: Quote
    findings: tuple[ShownFinding, ...]
    silent: tuple[str, ...]


class ShownConflict(msgspec.Struct, frozen=True, kw_only=True):
    """Two statements that collide, and why. ``a_account`` and ``b_account`` are None for unnamed authority.

    ``again`` is as in ``CaseConflict``.
    """

    id: str
    kind: ConflictKind
    why: str
    reason: ConflictReason | None
    terms: tuple[str, ...]
    a: Quote
    a_account: str | None
    b: Quote
    b_account: str | None
    again: str | None = None


class ShownChange(msgspec.Struct, frozen=True, kw_only=True):
    """One holder against himself: what he says in one document and in another cannot both be right. ``first`` is the earlier."""

    id: str
    kind: ConflictKind
    why: str
    terms: tuple[str, ...]
    account: str | None
    holder: str
    first: Quote
    then: Quote


class ShownStep(msgspec.Struct, frozen=True, kw_only=True):
    """What was told on a day; ``figure`` has the words of a number."""

    day: str
    account: str | None
    quote: Quote
    figure: str | None = None


class ShownCourse(msgspec.Struct, frozen=True, kw_only=True):
    """What was told of one thing from day to day: later figures, a changed plan. No conflict."""

    id: str
    kind: Literal["figure", "plan"]
    steps: tuple[ShownStep, ...]


class ShownStatement(msgspec.Struct, frozen=True, kw_only=True):
    """A statement of an account."""

    id: str
    quote: Quote


class ShownCause(msgspec.Struct, frozen=True, kw_only=True):
    """What leads to what."""

    id: str
    cause: str
    effect: str
    sign: Sign
    quote: Quote


class ShownEvent(msgspec.Struct, frozen=True, kw_only=True):
    """Something that happened, or not, by one account."""

    id: str
    code: EventCode
    mode: str | None
    polarity: Polarity
    modality: Modality
    quote: Quote


class ShownForecast(msgspec.Struct, frozen=True, kw_only=True):
    """What is to come. ``due`` is None if no day was asked about."""

    id: str
    kind: str
    quote: Quote
    condition: str | None
    from_: str | None = msgspec.field(name="from")
    until: str | None
    due: bool | None = None


class ShownActor(msgspec.Struct, frozen=True, kw_only=True):
    """Someone, or some body, with what each document calls him, in text order; ``spokesmen`` are those without a name.

    ``account`` is his own, None if he says and does nothing of his own word.
    """

    id: str
    name: str
    kind: ActorKind
    country: str | None
    sector: Sector | None
    account: str | None
    names: dict[str, tuple[str, ...]]
    spokesmen: dict[str, tuple[str, ...]]


class Common(msgspec.Struct, frozen=True, kw_only=True):
    """What an account has with another: issues on which both say the same, and conflicts between them."""

    account: str
    shares: tuple[str, ...]
    collides: tuple[str, ...]


class ShownAccount(msgspec.Struct, frozen=True, kw_only=True):
    """All that one holder is quoted with. ``brief``: that is little, and he takes part in no issue and no conflict.

    ``not_quoted_on`` are issues of the matters that he takes part in.
    """

    id: str
    holder: str
    author_of: str | None
    members: tuple[str, ...]
    brief: bool
    statements: tuple[ShownStatement, ...]
    causes: tuple[ShownCause, ...]
    rules: tuple[str, ...]
    forecasts: tuple[ShownForecast, ...]
    events: tuple[ShownEvent, ...]
    with_others: tuple[Common, ...]
    not_quoted_on: tuple[str, ...]


class CaseReport(msgspec.Struct, frozen=True, kw_only=True):
    """A case with all its words; ``lang`` is that of its texts."""

    format: str = FORMAT
    lang: str
    documents: tuple[ShownDocument, ...]
    actors: tuple[ShownActor, ...]
    accounts: tuple[ShownAccount, ...]
    changes: tuple[ShownChange, ...]
    issues: tuple[ShownIssue, ...]
    courses: tuple[ShownCourse, ...]
    rules: tuple[ShownRule, ...]
    conflicts: tuple[ShownConflict, ...]
