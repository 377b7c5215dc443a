"""Propositions as their holders maintain them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

import msgspec

from wederhoor.records import MAINTAINED, SPEAKER, Attribution, ConflictSide, Phrase, Proposition, Stance, stances_of


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


def held_propositions(
    doc: str,
    attributions: Sequence[Attribution],
    propositions: Iterable[Proposition],
    named: Callable[[str], str] = str,
    day: str | None = None,
    lang: str = "",
    common: Callable[[Proposition], Proposition] | None = None,
) -> Iterator[Held]:
    """What the holders of a document maintain, in its order.

    ``named`` says what the case calls an actor, by his name there; ``common`` puts a proposition into terms that languages share.
    What is asked, hoped, wanted, held possible or left open is maintained by nobody.
    """
    stances = stances_of(attributions)
    speakers = {a.id: a.speaker for a in attributions}
    expected = {a.id for a in attributions if a.attitude == "expect"}
    open_ones = {a.id for a in attributions if a.certainty == "possible"}
    for p in propositions:
        author = not isinstance(p.side, str)
        speaker = None if author else speakers.get(str(p.side))
        stance: Stance = "asserts" if author else stances.get(str(p.side), "uncommitted")
        if p.side not in open_ones and (stance in MAINTAINED or stance == "denies"):
            holder = f"\0{doc}" if author else named(speaker) if speaker else None
            told = _told(_as_expected(p, expected), speaker, named, turned=stance == "denies")
            yield Held(doc, p.side, holder, told, day, lang, common(told) if common else None)


def _as_expected(p: Proposition, expected: Collection[ConflictSide]) -> Proposition:
    """*Verwacht dat de pont weer vaart*: what is expected will be."""
    coming = p.side in expected and p.mode == "present"
    return msgspec.structs.replace(p, mode="future") if coming else p


def _told(p: Proposition, speaker: str | None, named: Callable[[str], str], *, turned: bool) -> Proposition:
    """The proposition with its actors by the names of the case, and with the speaker for *ik* and *wij*."""

    def phrase(found: Phrase | None) -> Phrase | None:
        if found is None or (found.head == SPEAKER and not speaker):
            return None
        if found.head == SPEAKER and speaker:
            return msgspec.structs.replace(found, head=speaker.split()[-1].lower(), actor=named(speaker))
        # who denies that there is one says that there is none
        return msgspec.structs.replace(
            found, actor=named(found.actor) if found.actor else None, some=found.some and not turned
        )

    others = ((role, phrase(other)) for role, other in p.others)
    return msgspec.structs.replace(
        p,
        polarity=("-" if p.polarity == "+" else "+") if turned else p.polarity,
        subject=phrase(p.subject),
        object=phrase(p.object),
        others=tuple((role, other) for role, other in others if other is not None),
    )
