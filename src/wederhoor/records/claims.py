"""What is said to lead to what, what will come, and which statements cannot both be right."""

from __future__ import annotations

from typing import Literal

import msgspec

from wederhoor.records.spans import Span
from wederhoor.records.statements import Polarity
from wederhoor.records.world import EventCode, Holder

Sign = Literal["+", "-", "0"]
"""+ the effect occurs or grows with the cause, - the cause prevents or reduces it, 0 cannot be told."""
Change = Literal["up", "down", "start", "end", "stay"]


class CausalClaim(msgspec.Struct, frozen=True, kw_only=True):
    """A cause and its effect (Causal News Corpus), with the sign of their link and the way that each side changes."""

    id: str
    cause: Span
    effect: Span
    sign: Sign
    marker: Span | None = None
    holder: Holder = "author"
    cause_change: Change | None = None
    effect_change: Change | None = None
    confidence: float | None = None


class DeniedClaim(msgspec.Struct, frozen=True, kw_only=True):
    """What is said not to lead to what: *leidt niet tot*, *het is niet waar dat het ... veroorzaakt*.

    ``claim`` is what is denied, with the words of the denial in its marker, and ``doubted`` whether it is no more than put in
    doubt: *niet bewezen dat*. It is not among the causal claims of the reading, because no one makes that claim.
    """

    claim: CausalClaim
    doubted: bool = False


class Condition(msgspec.Struct, frozen=True, kw_only=True):
    """A rule: the consequent holds if, only if, or unless the antecedent does. ``actor`` is the one bound by the rule."""

    id: str
    antecedent: Span
    consequent: Span
    kind: Literal["if", "only-if", "unless"]
    holder: Holder = "author"
    actor: str | None = None
    confidence: float | None = None


class Forecast(msgspec.Struct, frozen=True, kw_only=True):
    """A statement about the future that can be checked. ``from_`` (JSON: ``from``) and ``until`` are ISO 8601 days."""

    id: str
    span: Span
    holder: Holder = "author"
    condition: Span | None = None
    kind: Literal["expectation", "plan"] = "expectation"
    from_: str | None = msgspec.field(default=None, name="from")
    until: str | None = None
    confidence: float | None = None


class AuthorSide(msgspec.Struct, frozen=True):
    """The side of a conflict that the author of the text takes himself."""

    author: Span


ConflictSide = str | AuthorSide
"""The id of an attribution, or what the author says himself."""
ConflictKind = Literal["denial", "figure", "actor", "cause", "evaluation"]


ConflictReason = Literal["denial", "doubt", "opposite", "figure", "actor", "cause", "evaluation", "disbelief"]
"""Why two statements collide: the second disputes or doubts the first, they say opposite things, give other numbers, other
doers or other causes, judge the other way round, or the first tells the second without believing it."""


class Conflict(msgspec.Struct, frozen=True, kw_only=True):
    """Two statements that cannot both be right, or of which one disputes the other.

    ``reason`` says why, ``terms`` are the words that join the two, five at most; ``why`` is one sentence of these in the language
    of the text. A reading of an earlier version has the sentence only.
    """

    id: str
    a: ConflictSide
    b: ConflictSide
    kind: ConflictKind
    why: str
    confidence: float | None = None
    reason: ConflictReason | None = None
    terms: tuple[str, ...] = ()


class Quantity(msgspec.Struct, frozen=True):
    """A number of something: ``what`` is a lemma, empty if the text does not say. Inclusive; None if that side is open."""

    what: str
    low: float | None
    high: float | None


class Deed(msgspec.Struct, frozen=True):
    """An event as a gist has it: its code, and the names of who did it and to whom."""

    code: EventCode
    agents: tuple[str, ...]
    patients: tuple[str, ...]


class Explanation(msgspec.Struct, frozen=True):
    """The terms of a cause and of what it is said to cause, and the sign of the claim."""

    cause: tuple[str, ...]
    effect: tuple[str, ...]
    sign: Sign = "+"


class Turn(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """How a statement begins, as one that may answer what was said before, or be answered."""

    answering: bool = False
    """Opens an answer of an interview: what is said in the paragraph before is what it answers."""
    prompting: bool = False
    """Stands in the paragraph that such an answer follows."""
    negative: bool = False
    """Whether its first sentence says no."""
    opens_with_number: bool = False
    """Whether its first sentence is little more than a number: *Elf.*, *Het was 57.*"""
    asking: bool = False
    """Whether it is a question that takes nothing for granted."""
    announcing: bool = False
    """Tells that there are several readings of something, which follow: *daarover lopen de lezingen uiteen*."""
    dismissing: bool = False
    """Whether, as an answer, it turns on the one whose words it answers: *Dan heeft hij zich vergist.*"""
    conceding: bool = False
    """Whether, as an answer, it says that he is right: *Dan heeft hij gelijk.*"""
    aside: bool = False
    """Told in a clause beside what another says: *de lezing van X, die zei dat*; *zoals X fluistert*."""


class Gist(msgspec.Struct, frozen=True, kw_only=True):
    """What one statement is about and how it stands to that, for matching it with others, also of other documents.

    ``terms`` are lemmas of content words, synonyms by one of them, and ``@`` before the name of an actor. ``denied`` are those
    under a negation. ``paragraph`` and ``order`` count from 0 in the document.
    """

    side: ConflictSide
    speaker: str | None
    """None for unnamed authority; the author's is ``"author"``."""
    paragraph: int
    order: int
    terms: tuple[str, ...]
    denied: tuple[str, ...] = ()
    judgment: Polarity | None = None
    """Whether its words speak well or ill of what it is about."""
    verdict: bool = False
    """Whether that is what it says in the first place: *dat was een succes*."""
    stating: bool = True
    """Says or thinks that it is so, rather than to want, ask or hope it."""
    dispute: Literal["denial", "doubt", "disagreement", "disbelief"] | None = None
    """Whether it disputes what another said: says that it is not so, asks whether it is, is of another mind, tells it without
    believing it."""
    disputed: tuple[str, ...] = ()
    """Of its terms those of what it disputes in the first place: what is said there, and of whom or what."""
    bare: tuple[str, ...] = ()
    """Lemmas of its verbs that are no terms, for they tell of no topic: *know*, *tell*."""
    denying: tuple[str, ...] = ()
    """Of its terms, where its report denies or doubts it, those of the predicates on which that falls; their lemmas where
    they are none."""
    limits: tuple[str, ...] = ()
    """How narrowly it says, or denies, what it says: *all*, *only*, *first*, *more*, *must*, and terms of how and with whom."""
    lying: tuple[str, ...] = ()
    """Terms for those whose word it calls false, where it names them: *Hale is lying*."""
    judged: tuple[str, ...] = ()
    """Of its terms those of what its predicates speak well or ill of."""
    turning: bool = False
    """Whether a word of it denies without a negation: *avoid*, *lack*, *only*."""
    sentence: int = -1
    """That of its first word, counted from 0 in the document; -1 where an older version read it."""
    instigated: tuple[str, ...] = ()
    """Terms for those who, it says, did it at another's bidding: *heeft de plunderaars zelf gestuurd*."""
    personal: bool = False
    """Speaks of the speaker himself, in the first person."""
    own: bool = False
    """Says in the first place what the speaker is or does, by a pronoun: *the campaign says that it raised 15 million*."""
    supposed: bool = False
    """Holds in a case only: *if it rains, the road will be closed*."""
    pointing: bool = False
    """Stands for another's statement by a pronoun: *dat klopt niet*."""
    of_claim: bool = False
    """Whether it speaks of a claim and tells that in full: *the claim that he knew it*."""
    of_number: bool = False
    """The statement that it stands for gives a number: *that figure is a fantasy*."""
    insisting: bool = False
    """Stands by it against others: *houdt vol dat*."""
    contrast: bool = False
    """A word sets it against what was said before."""
    opposing: bool = False
    """A word beside its report says that it is the opposite of what was said before: *vindt juist dat*."""
    turn: Turn = Turn()
    """How it begins, as one that may answer another."""
    parent: str | None = None
    quantities: tuple[Quantity, ...] = ()
    deeds: tuple[Deed, ...] = ()
    explanations: tuple[Explanation, ...] = ()
