"""Propositions as their holders maintain them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import msgspec

from wederhoor.records import (
    MAINTAINED,
    SPEAKER,
    SPEAKERS,
    Actor,
    Attribution,
    ConflictSide,
    Phrase,
    Proposition,
    Span,
    Stance,
    stances_of,
)


@dataclass(frozen=True, slots=True)
class Held:
    """A proposition as its holder maintains it: of what he denies the opposite."""

    doc: str
    side: ConflictSide
    holder: str | None
    """As the case calls him, None for unnamed authority; of an author nothing but his document."""
    proposition: Proposition
    day: str | None = None
    """Of the document, ISO 8601."""
    lang: str = ""
    """Of the document, ISO 639-1; empty where there is no other document."""
    common: Proposition | None = None
    """The same in the terms that languages share, where there are several."""


@dataclass(frozen=True, slots=True)
class Parties:
    """What is known of the actors of a document, by their names there: what the case calls them, and what they are."""

    named: Callable[[str], str]
    roles: Mapping[str, tuple[str, ...]]


def held_propositions(
    doc: str,
    attributions: Sequence[Attribution],
    propositions: Iterable[Proposition],
    known: Parties,
    day: str | None = None,
    lang: str = "",
    common: Callable[[Proposition], Proposition] | None = None,
) -> Iterator[Held]:
    """What the holders of a document maintain, in its order; ``common`` puts a proposition into terms that languages share.

    What is asked, hoped, wanted, held possible or left open is maintained by nobody.
    """
    stances = stances_of(attributions)
    speakers = {a.id: a.speaker for a in attributions}
    expected = {a.id for a in attributions if a.attitude == "expect"}
    open_ones = {a.id for a in attributions if a.certainty == "possible"}
    propositions = [*propositions]
    counted = _counted_clauses(propositions)
    for p in propositions:
        author = not isinstance(p.side, str)
        speaker = None if author else speakers.get(str(p.side))
        stance: Stance = "asserts" if author else stances.get(str(p.side), "uncommitted")
        if _is_held(p, stance, possible=p.side in open_ones) and not _is_of_so_many(p, counted, stance):
            holder = f"\0{doc}" if author else known.named(speaker) if speaker else None
            told = _told(_as_expected(p, expected), speaker, known, turned=stance == "denies")
            yield Held(doc, p.side, holder, told, day, lang, common(told) if common else None)


def _is_held(p: Proposition, stance: Stance, *, possible: bool) -> bool:
    """Whether somebody maintains it, or the opposite."""
    return (not possible or _forbids(p)) and (stance in MAINTAINED or stance == "denies")


def _counted_clauses(propositions: Iterable[Proposition]) -> set[tuple[ConflictSide, Span]]:
    return {(p.side, p.span) for p in propositions if p.amount is not None}


def _is_of_so_many(p: Proposition, counted: Collection[tuple[ConflictSide, Span]], stance: Stance) -> bool:
    """*Denied that 40,000 people had joined*: that it was so many, not that anybody had."""
    return stance == "denies" and p.amount is None and (p.side, p.span) in counted


def _forbids(p: Proposition) -> bool:
    """*May not spread manure*: a rule, which is no guess."""
    return p.mode == "may" and p.polarity == "-"


def _as_expected(p: Proposition, expected: Collection[ConflictSide]) -> Proposition:
    """*Verwacht dat de pont weer vaart*: what is expected will be."""
    coming = p.side in expected and p.mode == "present"
    return msgspec.structs.replace(p, mode="future") if coming else p


def roles_by_name(actors: Iterable[Actor]) -> dict[str, tuple[str, ...]]:
    """What each actor is, by his name: the words of his titles, lower case."""
    return {actor.name: tuple(role.title.lower() for role in actor.roles) for actor in actors if actor.roles}


def _bounded(p: Proposition, *, turned: bool) -> tuple[Proposition, bool]:
    """*Ontkent dat er meer dan negen doden zijn*: nine at most, which no words say; and whether it is still to be turned."""
    amount = p.amount
    if not turned or amount is None or p.polarity == "-" or (amount.low is None) == (amount.high is None):
        return p, turned
    return msgspec.structs.replace(
        p, amount=msgspec.structs.replace(amount, low=amount.high, high=amount.low, words=None)
    ), False


def _told(p: Proposition, speaker: str | None, known: Parties, *, turned: bool) -> Proposition:
    """The proposition with its actors by the names of the case, and with the speaker for *ik* and *wij*."""
    named = known.named

    def phrase(found: Phrase | None) -> Phrase | None:
        first = found is not None and found.head in (SPEAKER, SPEAKERS)
        if found is None or (first and not speaker):
            return None
        if first and speaker:
            kinds = known.roles.get(speaker, ()) if found.head == SPEAKERS else ()
            return msgspec.structs.replace(found, head=speaker.split()[-1].lower(), actor=named(speaker), kinds=kinds)
        # who denies that there is one says that there is none
        return msgspec.structs.replace(
            found, actor=named(found.actor) if found.actor else None, some=found.some and not turned
        )

    others = ((role, phrase(other)) for role, other in p.others)
    p, turned = _bounded(p, turned=turned)
    return msgspec.structs.replace(
        p,
        polarity=("-" if p.polarity == "+" else "+") if turned else p.polarity,
        subject=phrase(p.subject),
        object=phrase(p.object),
        others=tuple((role, other) for role, other in others if other is not None),
    )
