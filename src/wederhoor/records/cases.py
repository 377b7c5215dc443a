"""A case: documents read together, and what each side in them maintains."""

from __future__ import annotations

from typing import Literal

import msgspec

from wederhoor.records.claims import ConflictKind, ConflictReason, ConflictSide, DeniedClaim, Gist
from wederhoor.records.factors import ClaimFactors
from wederhoor.records.propositions import Proposition
from wederhoor.records.reading import Reading
from wederhoor.records.spans import Span
from wederhoor.records.stances import Stance
from wederhoor.records.words import Words
from wederhoor.records.world import Actor, ActorKind, Sector


class RuleGist(msgspec.Struct, frozen=True):
    """The terms of a condition's two sides, as in ``Gist``."""

    condition: str
    antecedent: tuple[str, ...]
    consequent: tuple[str, ...]


class Study(msgspec.Struct, frozen=True, kw_only=True):
    """A reading with what its statements are about, by which they are matched with those of other documents.

    ``denied`` is what the words of someone deny leads to what. ``factors`` are those of the causal claims, of these and of the
    reading's correlations, from which an account's model is put together.
    """

    reading: Reading
    gists: tuple[Gist, ...] = ()
    propositions: tuple[Proposition, ...] | None = None
    """None if an older version read it."""
    rules: tuple[RuleGist, ...] = ()
    denied: tuple[DeniedClaim, ...] = ()
    factors: tuple[ClaimFactors, ...] = ()
    bystanders: tuple[Actor, ...] = ()
    """Bodies and people that are no actors here, and may be those of another document; empty if an older version read it."""
    words: Words = Words()
    found_by: dict[str, str] = {}
    """By an item's id the name of the rule that found it; empty if an older version read it."""


class Ref(msgspec.Struct, frozen=True, order=True):
    """An item of one document's reading, by its id."""

    doc: str
    id: str


class SideRef(msgspec.Struct, frozen=True):
    """A statement of one document: an attribution, or words of the author's."""

    doc: str
    side: ConflictSide


class Passage(msgspec.Struct, frozen=True, order=True):
    """Words of one document."""

    doc: str
    span: Span


class Copy(msgspec.Struct, frozen=True):
    """A statement in a copy of a text, and the same in the copy that came first."""

    side: SideRef
    of: SideRef


class SpokenOf(msgspec.Struct, frozen=True, order=True):
    """What a document calls somebody who is no actor of it, and where."""

    doc: str
    name: str
    spans: tuple[Span, ...]


class CaseActor(msgspec.Struct, frozen=True, kw_only=True):
    """One actor of the case; ``members`` are the actors of the documents that are taken to be the same.

    ``spokesmen`` are those members who have no name and speak for it: *een woordvoerder van de politie*. ``voices`` are
    speakers who are no actors of their document, by their names there. ``spoken_of`` is where documents of which it is no
    actor speak of it; who is only spoken of has no members.
    """

    id: str
    name: str
    kind: ActorKind
    members: tuple[Ref, ...]
    spokesmen: tuple[Ref, ...] = ()
    voices: tuple[Ref, ...] = ()
    spoken_of: tuple[SpokenOf, ...] = ()
    country: str | None = None
    sector: Sector | None = None


class Parting(msgspec.Struct, frozen=True):
    """Actors of documents whom a person parted: those of ``apart`` are one, those of ``rest`` are one, and the two are not."""

    apart: tuple[Ref, ...]
    rest: tuple[Ref, ...]


class Account(msgspec.Struct, frozen=True, kw_only=True):
    """All that one holder maintains in a case: a speaker, a coalition that the user joined, or the author of a document."""

    id: str
    holder: str
    author_of: str | None = None
    """The document whose author holds it."""
    actors: tuple[str, ...] = ()
    """Ids of the case's actors who hold it."""
    statements: tuple[Ref, ...] = ()
    events: tuple[Ref, ...] = ()
    causal: tuple[Ref, ...] = ()
    conditions: tuple[Ref, ...] = ()
    forecasts: tuple[Ref, ...] = ()
    conflicts: tuple[str, ...] = ()
    correlations: tuple[Ref, ...] = ()
    """What he says goes together, without saying which leads to which."""


class CaseConflict(msgspec.Struct, frozen=True, kw_only=True):
    """A conflict with the documents that its sides are in, which may be two; else as ``Conflict``.

    ``again`` is the id of the conflict that this one is as well, because one document tells again what the other says.
    """

    id: str
    a: SideRef
    b: SideRef
    kind: ConflictKind
    why: str
    reason: ConflictReason | None = None
    terms: tuple[str, ...] = ()
    confidence: float | None = None
    again: str | None = None


class SelfContradiction(msgspec.Struct, frozen=True, kw_only=True):
    """One holder against himself: what he says in a document and what he says in a later one cannot both be right.

    ``first_words`` and ``then_words`` are those in which he puts it forward. Where a day is not known, the order is that in which
    the documents were given.
    """

    id: str
    actor: str
    """Id of the case's actor."""
    first: SideRef
    then: SideRef
    first_words: Passage
    then_words: Passage
    kind: ConflictKind
    why: str
    terms: tuple[str, ...] = ()


class Step(msgspec.Struct, frozen=True, kw_only=True):
    """What was told on a day, and in which words; ``figure`` are those of a number."""

    side: SideRef
    words: Passage
    day: str
    figure: Passage | None = None


class Course(msgspec.Struct, frozen=True, kw_only=True):
    """What was told of one thing on one day after another: figures that grew or fell, a plan that was changed. No conflict."""

    id: str
    kind: Literal["figure", "plan"]
    steps: tuple[Step, ...]


class Holding(msgspec.Struct, frozen=True, kw_only=True):
    """A statement by which someone takes a position; ``words`` are those in which he does, ``figure`` those of a number.

    ``answers`` is the statement that it points at by a pronoun or a noun: *dat*, *die lezing*.
    """

    side: SideRef
    words: Passage | None = None
    figure: Passage | None = None
    answers: SideRef | None = None


class Position(msgspec.Struct, frozen=True, kw_only=True):
    """An answer to the question of an issue, with the statements that give it."""

    id: str
    held: tuple[Holding, ...]


CellStance = Stance | Literal["divided"]
"""``divided``: it asserts the claim in one statement and denies it in another, as a coalition at odds with itself does."""


class Cell(msgspec.Struct, frozen=True):
    """How one account stands to one issue, and the statements that show it."""

    account: str
    stance: CellStance
    statements: tuple[SideRef, ...]


class Issue(msgspec.Struct, frozen=True, kw_only=True):
    """A question that holders answer in ways that cannot all be right, with their positions and how each account stands to one.

    ``claim`` is the statement whose content the cells are about; its own holder need not maintain it, as where a denial is
    contradicted. An account without a cell is not quoted on it. ``about`` are the words of the texts that tell the matter best,
    ``kind`` that of its first conflict, ``name`` what a person called it. ``against`` are positions that exclude each other.
    """

    id: str
    claim: SideRef
    terms: tuple[str, ...]
    cells: tuple[Cell, ...]
    conflicts: tuple[str, ...] = ()
    kind: ConflictKind = "denial"
    about: Passage | None = None
    name: str | None = None
    positions: tuple[Position, ...] = ()
    against: tuple[tuple[str, str], ...] = ()


class Grouping(msgspec.Struct, frozen=True):
    """The issues of these statements are ``one``, or their conflicts are an issue of their own."""

    sides: tuple[SideRef, ...]
    one: bool


class IssueCorrections(msgspec.Struct, frozen=True, kw_only=True):
    """What people said of the issues of a case, by statements that take part in them; the later word counts.

    ``names`` are what the issue of a statement is called. ``grouped`` says, oldest first, whose issues are one and whose
    conflicts are an issue of their own. Of ``moved`` the first takes the position of the second. ``unclaimed`` put
    nothing forward.
    """

    names: tuple[tuple[SideRef, str], ...] = ()
    grouped: tuple[Grouping, ...] = ()
    moved: tuple[tuple[SideRef, SideRef], ...] = ()
    unclaimed: tuple[SideRef, ...] = ()

    def also(self, other: IssueCorrections) -> IssueCorrections:
        """What was said of both."""
        return IssueCorrections(
            names=self.names + other.names,
            grouped=self.grouped + other.grouped,
            moved=self.moved + other.moved,
            unclaimed=self.unclaimed + other.unclaimed,
        )


class RuleFinding(msgspec.Struct, frozen=True, kw_only=True):
    """How one account stands to the condition of a rule, and whether in it the rule's actor acted."""

    rule: Ref
    account: str
    stance: CellStance | None
    """None if the account does not mention the condition."""
    evidence: tuple[SideRef, ...] = ()
    acted: tuple[Ref, ...] = ()
    """Events in which, by this account or an author's, what the rule allows was done."""
    breach: bool = False
    """Done, though in this account the condition for it did not hold."""


class LedgerEntry(msgspec.Struct, frozen=True, kw_only=True):
    """A forecast with its holder and the last day of its window, None if it has none."""

    forecast: Ref
    holder: str
    until: str | None
    due: bool


class Case(msgspec.Struct, frozen=True, kw_only=True):
    """Documents read together. ``documents`` are in the order in which they were given."""

    documents: tuple[Reading, ...]
    actors: tuple[CaseActor, ...]
    accounts: tuple[Account, ...]
    conflicts: tuple[CaseConflict, ...]
    issues: tuple[Issue, ...]
    rules: tuple[RuleFinding, ...]
    changes: tuple[SelfContradiction, ...] = ()
    courses: tuple[Course, ...] = ()
    copies: tuple[tuple[str, ...], ...] = ()
    """Documents that are copies of one text, each group in the order of the documents."""
    repeated: tuple[Copy, ...] = ()
    """Statements of these that count once."""
