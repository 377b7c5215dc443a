"""An event while it is being read: which words tell of it, and which take part."""

from __future__ import annotations

from dataclasses import dataclass, field

from wederhoor.records import Counted, EventCode


@dataclass(slots=True)
class EventDraft:
    """Words of the parse, by number. ``anchor`` is the verb or noun itself, ``node`` the head of its clause or phrase."""

    code: EventCode
    mode: str | None
    trigger: tuple[int, int]
    """First word and end."""
    anchor: int
    node: int
    agents: list[int] = field(default_factory=list)
    """Heads of the noun phrases of those who do it."""
    patients: list[int] = field(default_factory=list)
    noun: bool = False
    counts: Counted = "other"
    counted: list[int] = field(default_factory=list)
    """Heads of further noun phrases whose number counts: the money of a loan."""
    denied: bool = False
    """The trigger holds a negation that makes the event: *niet ingaan op* rejects."""
    used: frozenset[int] = frozenset()
    """The words of the phrase that matched."""
    host: int | None = None
    """The verb that a noun stands with."""
    stem: str = ""
    """The lemma that a later mention may refer back to."""
    sport: bool = False
    about: int | None = None
    """What a request is for: an event noun whose doers it goes to."""
    real: bool = False
    """It is actual whatever mood its words stand in: a condition set, aid that is to be stopped."""
    passive: bool = False
    each_other: bool = False
    named: tuple[str, ...] = ()
    """Who does it, where that is known by name and not by a word."""
    definite: bool = False
    """A noun with a definite article."""
    post: bool = False
    """Somebody takes or leaves a post."""
    together: bool = False
    """All who take part do it."""
    natural: bool = False
    """A death that may have no other cause than age."""
    rule: str = ""
    """The name of the rule that found it."""
