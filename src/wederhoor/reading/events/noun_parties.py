"""Where those stand who take part in what a noun tells: doer and done-to by possessor, preposition and verb."""

from __future__ import annotations

from collections.abc import Sequence

from wederhoor.languages.events import NounGroup
from wederhoor.reading.events.company import Company
from wederhoor.reading.events.kinds import fits, is_time
from wederhoor.reading.text import Text
from wederhoor.syntax.clauses import has_child, has_word

DOERS = ("actor", "plant", "venue")
"""Kinds of those whose deed a noun may be."""


def place_both(text: Text, agents: list[int], patients: list[int], group: NounGroup, company: Company) -> bool:
    """Put doer and done-to where both stand: *[the police]'s arrest of [the men]*, *de vervolging van [hem] door [haar]*."""
    closed = text.pack.closed
    of, by = (next(iter(standing_at(company, sorted(words))), None) for words in (closed.of, closed.by))
    doer = by if by is not None else company.owner
    if group.together or of is None or doer is None or not _undergoes(text, group, of):
        return False
    if is_time(text, doer) or not fits(text, doer, DOERS):
        return False
    agents[:], patients[:] = [doer], [of]
    return True


def _undergoes(text: Text, group: NounGroup, of: int) -> bool:
    """Whether what stands behind *of* is what it is done to, and no content: *the promise of talks*."""
    return not text.pack.closed.of.isdisjoint(group.patient) or fits(text, of, ("actor",))


def partner_of(text: Text, company: Company, others: Sequence[int]) -> list[int]:
    """*eist een gesprek met de directie*: beside the one behind *met* the subject is the other."""
    if len(others) != 1:
        return []
    beside = has_word(text.parse, others[0], text.pack.events.grammar.with_, "case")
    alone = beside and not has_child(text.parse, others[0], "conj")
    return [company.partner] if alone and company.partner is not None else []


def standing_at(company: Company, slots: Sequence[str]) -> list[int]:
    """The heads behind the prepositions, in their order."""
    return [company.prepositions[slot] for slot in slots if slot in company.prepositions]


def place_owner(agents: list[int], patients: list[int], group: NounGroup, company: Company) -> None:
    """Put whose it is: *their raid*, *the police raid*."""
    if company.owner is not None:
        (agents if group.own == "agent" else patients).insert(0, company.owner)
    elif company.noun is not None and not agents and group.own == "agent" and group.code != "DISASTER":
        agents.append(company.noun)
    if company.giver is not None:
        agents.insert(0, company.giver)


def place_doer(doer: int, agents: list[int], patients: list[int], group: NounGroup, company: Company) -> None:
    """Put the subject of the noun's verb: *kreeg* steun, *leverde* kritiek."""
    if company.receives and not group.together:
        patients.append(doer)
    elif not agents and group.code != "DEATHS":
        agents.append(doer)
